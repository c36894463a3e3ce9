//! Texts as HTML.

use super::*;
use crate::render::Strings;

fn strings() -> Strings {
    let words = [("conclusion", "Вывод"), ("scroll", "Таблица")];
    Strings(words.map(|(key, text)| (key.to_owned(), text.to_owned())).into())
}

fn rendered(prose: &view::Prose, level: usize, ids: &mut Ids) -> Prose {
    render(prose, level, ids, Surroundings { root: "../", t: &strings() })
}

fn text(markdown: &str) -> view::Prose {
    view::Prose { markdown: markdown.to_owned(), ..view::Prose::default() }
}

fn to_html(markdown: &str) -> String {
    rendered(&text(markdown), 2, &mut Ids::default()).html
}

/// What is left of a text where the site allows HTML.
fn allowed(markdown: &str) -> String {
    let prose = view::Prose { raw_html: true, ..text(markdown) };
    rendered(&prose, 2, &mut Ids::default()).html
}

#[test]
fn raw_html_is_dropped() {
    let html = to_html("Да <script>alert(1)</script>\n\n<div onclick=\"x()\">\n\n<!-- -->\n");
    assert_eq!(html, "<p>Да alert(1)</p>\n");
}

#[test]
fn of_html_that_is_allowed_the_harmless_part_stays() {
    let html = allowed(
        "<details open onclick=\"x()\"><summary>Как</summary>\n\n**Так** H<sub>2</sub>O\n\n</details>\n",
    );
    assert!(html.contains("<details open=\"\"><summary>Как</summary>"), "{html}");
    assert!(html.contains("<strong>Так</strong> H<sub>2</sub>O"), "{html}");
    for bad in [
        "<script>alert(1)</script>",
        "<style>p{}</style>",
        "<iframe src=\"https://example.org\"></iframe>",
        "<img src=x onerror=alert(1)>",
        "<p style=\"color:red\">а</p>",
        "<a href=\"javascript:alert(1)\">а</a>",
        "<a href=\"data:text/html,x\">а</a>",
        "<svg onload=alert(1)>",
        "<form action=\"/x\"><button>а</button></form>",
        "<base href=\"https://example.org/\">",
        "<meta http-equiv=refresh content=0>",
        "<div class=\"notice\" id=\"content\">а</div>",
        "</div></main><div>",
    ] {
        let html = allowed(&format!("Текст {bad}\n\n{bad}\n"));
        for word in [
            "script",
            "style",
            "iframe",
            "onerror",
            "data:",
            "svg",
            "form",
            "button",
            "base",
            "meta",
            "example.org",
            "notice",
            "content",
            "</main>",
        ] {
            assert!(!html.contains(word), "{bad}: {html}");
        }
        assert_eq!(html.matches("<div").count(), html.matches("</div>").count(), "{bad}: {html}");
    }
}

#[test]
fn what_this_program_writes_survives_the_sanitiser() {
    let markdown = "## Итоги {#results}\n\n> [!Вывод]\n> Так[^1].\n\n| а |\n| -: |\n| 1 |\n\n- [x] да\n\n[^1]: Нота\n";
    assert_eq!(
        allowed(markdown).replace("=\"\"", ""),
        to_html(markdown).replace("=\"\"", "").replace("/>", ">")
    );
}

#[test]
fn headings_begin_at_the_level_and_have_anchors() {
    let mut ids = Ids::default();
    ids.reserve("riski");
    let prose = rendered(&text("# Риски\n\n### *Что* дальше\n\n# Риски\n"), 3, &mut ids);
    assert!(prose.html.contains("<h3 id=\"riski-2\">Риски</h3>"), "{}", prose.html);
    assert!(prose.html.contains("<h5 id=\"chto-dalshe\">"), "{}", prose.html);
    assert_eq!(prose.headings[2].id, "riski-3");
    assert!(to_html("### Глубоко").starts_with("<h2 id=\"gluboko\">"));
}

#[test]
fn anchors_of_headings_are_given_or_made() {
    let markdown = "## Трек 1\n\n### Итоги\n\n## Трек 2\n\n### Итоги\n\n## *Что* дальше {#next}\n";
    let prose = rendered(&text(markdown), 2, &mut Ids::default());
    let ids: Vec<_> = prose.headings.iter().map(|h| (h.id.as_str(), h.text.as_str())).collect();
    let expected = [
        ("trek-1", "Трек 1"),
        ("itogi", "Итоги"),
        ("trek-2", "Трек 2"),
        ("trek-2-itogi", "Итоги"),
        ("next", "Что дальше"),
    ];
    assert_eq!(ids, expected);
    assert!(prose.html.contains("<h2 id=\"next\"><em>Что</em> дальше</h2>"), "{}", prose.html);
}

#[test]
fn headings_take_no_other_attributes_from_the_text() {
    let html = to_html("# Риски {onclick=x .y #z}");
    assert!(html.starts_with("<h2 id=\"riski-onclick-x-y-z\">"), "{html}");
}

#[test]
fn addresses_are_harmless() {
    let html = to_html("[a](javascript:alert(1)) <JavaScript:x> ![b](data:image/svg+xml,x)");
    assert!(!html.to_lowercase().contains("=\"javascript"), "{html}");
    assert!(!html.contains("data:"), "{html}");
}

#[test]
fn links_lead_where_the_report_says() {
    let target = |to, after: &str| Target { to, after: after.to_owned(), place: None };
    let links = vec![
        target(To::Site("plan.html".into()), ""),
        target(To::AsIs("#deficits".into()), "\u{a0}1"),
        target(To::Nowhere, ""),
        target(To::Site("files/a.png".into()), ""),
    ];
    let prose = view::Prose {
        links,
        ..text("[а](x.md) [таблице](#d) [б](document:x) ![в](a.png)")
    };
    let html = rendered(&prose, 2, &mut Ids::default()).html;
    let expected = "<p><a href=\"../plan.html\">а</a> <a href=\"#deficits\">таблице\u{a0}1</a> б \
                    <img src=\"../files/a.png\" alt=\"в\" /><span class=\"alt\">в</span></p>\n";
    assert_eq!(html, expected);
}

#[test]
fn pictures_of_other_hosts_become_links() {
    let html = to_html("![Схема](https://example.org/a.png) ![Карта](map.png)");
    assert!(html.contains("<a href=\"https://example.org/a.png\">Схема</a>"), "{html}");
    assert!(html.contains("<img src=\"map.png\" alt=\"Карта\" />"), "{html}");
}

#[test]
fn tables_have_classes_not_styles() {
    let html = to_html("| a | b |\n| --- | ---: |\n| <b> | 2 |\n");
    assert!(!html.contains("style="), "{html}");
    assert!(html.contains("<th scope=\"col\" class=\"num\">b</th>"), "{html}");
    assert!(html.contains("<td></td><td class=\"num\">2</td>"), "{html}");
    assert!(html.contains("role=\"group\" tabindex=\"0\" aria-label=\"Таблица\""), "{html}");
}

#[test]
fn captions_have_their_numbers() {
    let markdown =
        "Таблица: Сроки <x> {#terms}\n\n| а |\n| - |\n| 1 |\n\n![Схема](a.png \"Как устроено\")\n";
    let numbers = vec!["Таблица 3".to_owned(), "Рисунок 1".to_owned()];
    let html = rendered(&view::Prose { numbers, ..text(markdown) }, 2, &mut Ids::default()).html;
    let caption = "<caption><span class=\"caption\" id=\"terms-caption\"><span class=\"number\">\
                   Таблица 3</span>. Сроки";
    assert!(html.contains(caption) && html.contains(" id=\"terms\" aria-labelledby"), "{html}");
    assert!(html.contains("<figure class=\"figure picture\" id=\"kak-ustroeno\">"), "{html}");
    assert!(html.contains("Рисунок 1</span>. Как устроено</span></figcaption></figure>"), "{html}");
    assert!(!html.contains("<p>Таблица:") && !html.contains("title="), "{html}");
}

#[test]
fn callouts_say_in_words_what_they_are() {
    let html = to_html("> [!Вывод]\n> Так.\n\n> Просто цитата.\n");
    let callout = "<div class=\"callout conclusion\" role=\"note\">\n<p class=\"label\">Вывод</p>\n\
                   <p>Так.</p>\n</div>\n<blockquote>\n<p>Просто цитата.</p>\n</blockquote>\n";
    assert_eq!(html, callout);
}

#[test]
fn abbreviations_are_explained_once_under_each_heading() {
    let all = [("ВПР", "всероссийские проверочные работы"), ("п. п.", "процентных пункта")];
    let abbreviations = all.map(|(short, long)| view::Abbreviation {
        short: short.into(),
        long: long.into(),
        to: "glossary.html#x".into(),
    });
    let markdown = "ВПР и ВПР, `ВПР`.\n\n## ВПР\n\n[ВПР](#a) ВПР на 2 п\\. п\\.\n";
    let prose = view::Prose { abbreviations: abbreviations.into(), ..text(markdown) };
    let html = rendered(&prose, 2, &mut Ids::default()).html;
    assert_eq!(html.matches("<abbr title=\"всероссийские проверочные работы\">").count(), 2);
    assert!(html.starts_with("<p><a class=\"term first\" href=\"../glossary.html#x\">"), "{html}");
    assert!(html.contains("<h2 id=\"vpr\">ВПР</h2>"), "{html}");
    assert!(html.contains("<a href=\"#a\">ВПР</a> <a class=\"term\""), "{html}");
    assert!(html.contains("<abbr title=\"процентных пункта\">п. п.</abbr>"), "{html}");
}

#[test]
fn notes_are_numbered_as_met_and_gathered_at_the_end() {
    let html = to_html("А[^x] и Б[^1] и А[^x].\n\n[^1]: Первая **да**\n[^x]: Икс\n");
    assert_eq!(html.matches("id=\"note-1\"").count(), 1, "{html}");
    assert_eq!(html.matches("href=\"#note-1\"").count(), 2, "{html}");
    let (x, first) = (html.find("Икс").unwrap(), html.find("Первая").unwrap());
    assert!(x < first, "{html}");
}

#[test]
fn other_extensions_work() {
    let html = to_html("- [x] ~~да~~\n\nТермин\n: Значение\n");
    assert!(html.contains("<del>да</del>") && html.contains("checkbox"), "{html}");
    assert!(html.contains("<dt>Термин</dt>"), "{html}");
}
