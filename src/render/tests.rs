//! Whole pages: every template, every field, every fault.

use super::theme::ThemeFile;
use super::*;
use crate::diag::{At, Code, SourceId};
use crate::report::view::*;

/// What must never reach a page as markup, whichever field it stands in.
const EVIL: &str = "<script>alert('x')</script>";

fn strings() -> BTreeMap<String, String> {
    let catalogue = include_str!("../../locales/ru/theme.ftl");
    let line = |line: &str| {
        let (key, text) = line.strip_prefix("theme-")?.split_once(" = ")?;
        Some((key.to_owned(), text.to_owned()))
    };
    catalogue.lines().filter_map(line).collect()
}

fn site() -> SiteView {
    let link = |to: &str| Link { text: EVIL.into(), to: to.into() };
    SiteView {
        title: EVIL.into(),
        region: "Область".into(),
        publisher: EVIL.into(),
        dated: true,
        base_url: None,
        hidden: false,
        lang: "ru",
        notice: Some(EVIL.into()),
        date: Some(EVIL.into()),
        edition: Some(EVIL.into()),
        menu: vec![
            MenuEntry { link: link("index.html"), entries: vec![] },
            MenuEntry { link: link("schools/index.html"), entries: vec![link("a.html?\"<b>")] },
        ],
    }
}

fn mark() -> Option<Mark> {
    Some(Mark { tone: "good", sign: EVIL.into(), title: format!("{EVIL} вслух") })
}

fn table() -> Table {
    let column = |id: &str, spanner: Option<&str>| Column {
        id: id.into(),
        title: format!("{id} {EVIL}"),
        spanner: spanner.map(str::to_owned),
        choice: false,
        numeric: id != "words",
    };
    let number = Cell {
        detail: Some(EVIL.into()),
        mark: mark(),
        link: Some("schools/a.html".into()),
        value: Some(37.5),
        bar: true,
        ..Cell::text(EVIL)
    };
    let missing =
        Cell { missing: Some(format!("нет данных {EVIL}")), ..Cell::text("—") };
    let row = |role, title: &str| Row {
        id: "row".into(),
        title: Label {
            text: format!("{title} {EVIL}"),
            mark: mark(),
            link: Some("m.html".into()),
            detail: Some(EVIL.into()),
        },
        role,
        cells: vec![Cell::text(EVIL), number.clone(), missing.clone()],
    };
    Table {
        id: "deficits".into(),
        number: Some(EVIL.into()),
        caption: EVIL.into(),
        base: Some(EVIL.into()),
        corner: EVIL.into(),
        columns: vec![column("words", None), column("a", Some(EVIL)), column("b", Some(EVIL))],
        rows: vec![row(RowRole::Body, "1"), row(RowRole::Summary, "2"), row(RowRole::Total, "3")],
        notes: vec![EVIL.into()],
        legend: vec![(EVIL.into(), EVIL.into())],
        basis: Some(Link { text: EVIL.into(), to: "documents.html".into() }),
        anchors: None,
        sources: vec![EVIL.into()],
        files: Some(TableFiles {
            csv: "tables/deficits.csv".into(),
            excel_csv: "excel/deficits.csv".into(),
            xlsx: "tables/deficits.xlsx".into(),
        }),
        page: Some("tables/deficits.html".into()),
    }
}

fn figure(id: &str) -> Figure {
    Figure {
        id: id.into(),
        number: Some(EVIL.into()),
        title: EVIL.into(),
        finding: EVIL.into(),
        table: Some("deficits".into()),
        notes: vec![EVIL.into()],
        chart: Chart::Bars { bars: vec![], max: 100.0 },
    }
}

/// An entry of a section: no two of a page have one anchor.
fn entry(section: &str) -> Entry {
    Entry {
        id: format!("entry-{section}"),
        over: Some(EVIL.into()),
        title: Label { text: EVIL.into(), mark: mark(), link: Some("a.html".into()), detail: None },
        text: vec![EVIL.into()],
        terms: vec![Term { title: EVIL.into(), values: vec![Label::text(EVIL)] }],
    }
}

fn frame() -> Frame {
    let cell = |markdown: &str, span| FrameCell {
        span,
        clusters: vec![EVIL.into()],
        markdown: markdown.into(),
        responsible: Some(EVIL.into()),
    };
    let column = || FrameColumn {
        title: EVIL.into(),
        mark: mark(),
        schools: Some(Link { text: EVIL.into(), to: "schools/index.html".into() }),
    };
    let row = FrameRow {
        title: EVIL.into(),
        responsible: Some(EVIL.into()),
        cells: vec![cell(EVIL, 2), cell("", 1)],
    };
    Frame {
        number: Some(EVIL.into()),
        id: "frame".into(),
        caption: EVIL.into(),
        base: Some(EVIL.into()),
        corner: EVIL.into(),
        columns: vec![column(), column(), column()],
        groups: vec![FrameGroup { title: EVIL.into(), rows: vec![row] }],
        legend: Some((EVIL.into(), EVIL.into())),
        sources: vec![EVIL.into()],
    }
}

fn page(kind: PageKind) -> Page {
    let link = || Link { text: EVIL.into(), to: "schools/index.html".into() };
    let term = Term { title: EVIL.into(), values: vec![Label::text(EVIL), Label::link(EVIL, "a")] };
    let step = Step { year: EVIL.into(), mark: mark().unwrap() };
    let blocks = vec![
        Block::Figure(figure("chart")),
        Block::Table(table()),
        Block::Multiples { figures: vec![figure("one"), figure("two")], notes: Vec::new() },
        Block::Prose(Prose {
            markdown: format!("# Итог\n\n{EVIL} [a](javascript:x) [b](document:c)"),
            ..Prose::default()
        }),
        Block::Choice {
            title: EVIL.into(),
            labels: vec![EVIL.into(), EVIL.into()],
            figures: vec![figure("three"), figure("four")],
        },
        Block::Table(Table { columns: Vec::new(), ..table() }),
        Block::Text { paragraphs: vec![EVIL.into()] },
        Block::Terms { terms: vec![term] },
        Block::Strip(Strip { number: Some(EVIL.into()), caption: EVIL.into(), steps: vec![step] }),
        Block::Frame(frame()),
        Block::Links { links: vec![link()] },
    ];
    let section = |id: &str| Section {
        opening: false,
        id: id.into(),
        title: EVIL.into(),
        lead: vec![EVIL.into()],
        blocks: blocks
            .iter()
            .cloned()
            .chain([Block::Entries { entries: vec![entry(id)] }])
            .collect(),
    };
    Page {
        kind,
        path: "schools/a.html".into(),
        title: EVIL.into(),
        over: Some(EVIL.into()),
        lead: vec![EVIL.into()],
        basis: vec![link(), link()],
        crumbs: vec![link()],
        previous: Some(link()),
        next: Some(link()),
        menu: Some("schools/index.html".into()),
        contents: Some(true),
        leads_to: Some(link()),
        newer: Some(Newer { text: EVIL.into(), link: link(), corrected: Some(link()) }),
        workbook: Some(link()),
        slides: None,
        facts: vec![Fact {
            title: EVIL.into(),
            value: EVIL.into(),
            base: Some(EVIL.into()),
            change: Some(EVIL.into()),
            mark: mark(),
            link: Some("index.html".into()),
            members: vec![Label::link(EVIL, "index.html")],
        }],
        sections: ["a", "b", "c", "d"].map(section).into(),
    }
}

const KINDS: [PageKind; 17] = [
    PageKind::Region,
    PageKind::Index,
    PageKind::Municipality,
    PageKind::School,
    PageKind::Group,
    PageKind::Procedure,
    PageKind::Warning,
    PageKind::Methodology,
    PageKind::Data,
    PageKind::Table,
    PageKind::Narrative,
    PageKind::Register,
    PageKind::Measures,
    PageKind::Frame,
    PageKind::Search,
    PageKind::Missing,
    PageKind::Redirect,
];

fn renderer(own: &[(&str, &str)]) -> Result<Renderer, Diagnostics> {
    let file = |(at, (name, text)): (usize, &(&str, &str))| ThemeFile {
        name: (*name).to_owned(),
        bytes: text.as_bytes().to_vec(),
        source: SourceId(u16::try_from(at).unwrap()),
    };
    let theme = Theme::layered(vec![], own.iter().enumerate().map(file).collect())?;
    Renderer::new(theme, site(), strings())
}

/// The values of an attribute, in order.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_kind_renders_every_field_escaped() {
    let renderer = renderer(&[]).unwrap();
    for kind in KINDS {
        let html = renderer.page(&page(kind)).unwrap();
        assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"ru\">"), "{kind:?}");
        assert!(!html.contains("<script>"), "{kind:?}: {html}");
        assert!(!html.contains("href=\"javascript"), "{kind:?}: {html}");
        assert!(!html.contains(" style=") && !html.contains(" onclick="), "{kind:?}: {html}");
        assert_eq!(html.matches("<h1>").count(), 1, "{kind:?}");
    }
}

#[test]
fn anchors_are_unique_and_fragments_lead_somewhere() {
    let renderer = renderer(&[]).unwrap();
    for kind in KINDS {
        let html = renderer.page(&page(kind)).unwrap();
        let mut ids = values(&html, "id");
        for target in values(&html, "href").iter().filter_map(|href| href.strip_prefix('#')) {
            assert!(target.is_empty() || ids.contains(&target), "{kind:?}: #{target}");
        }
        for label in values(&html, "aria-labelledby").iter().flat_map(|ids| ids.split(' ')) {
            assert!(ids.contains(&label), "{kind:?}: {label}");
        }
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{kind:?}: {ids:?}");
    }
}

#[test]
fn a_page_without_anything_has_no_empty_parts() {
    let renderer = renderer(&[]).unwrap();
    let bare = |kind| Page {
        over: None,
        lead: vec![],
        basis: vec![],
        crumbs: vec![],
        previous: None,
        next: None,
        menu: None,
        facts: vec![],
        sections: vec![],
        ..page(kind)
    };
    for kind in KINDS {
        let html = renderer.page(&bare(kind)).unwrap();
        for part in ["over", "basis", "facts", "crumbs", "contents", "pager"] {
            assert!(!html.contains(&format!("class=\"{part}\"")), "{kind:?}: {part}");
        }
    }
}

#[test]
fn links_lead_up_to_the_root() {
    let html = renderer(&[]).unwrap().page(&page(PageKind::School)).unwrap();
    for href in values(&html, "href").into_iter().chain(values(&html, "src")) {
        assert!(href.starts_with("../") || href.starts_with('#'), "{href}");
    }
}

#[test]
fn the_menu_opens_the_current_entry_only() {
    let renderer = renderer(&[]).unwrap();
    let html = renderer.page(&page(PageKind::School)).unwrap();
    assert!(html.contains("a.html?&quot;&lt;b&gt;"));
    let elsewhere = Page { menu: None, ..page(PageKind::School) };
    assert!(!renderer.page(&elsewhere).unwrap().contains("a.html?"));
}

#[test]
fn a_table_has_scopes_bodies_and_silent_signs() {
    let strings = Strings(strings());
    let html = table::html(&table(), "deficits", "../", &strings, false);
    for expected in [
        "<div class=\"table-block\" id=\"deficits\">",
        "role=\"group\" tabindex=\"0\" aria-labelledby=\"deficits-caption\"",
        "<th scope=\"col\" rowspan=\"2\">words",
        "<th scope=\"colgroup\" colspan=\"2\">",
        "<th scope=\"col\" class=\"num\">a",
        "<th scope=\"row\"><span class=\"mark tone-good\"><span aria-hidden=\"true\">",
        "<td class=\"num\" data-value=\"37.5\">",
        "<rect height=\"100%\" width=\"37.5%\"/>",
        "<td class=\"num missing\"><span aria-hidden=\"true\">—</span>\
         <span class=\"visually-hidden\">нет данных",
        "<a href=\"../tables/deficits.csv\">",
        "<details class=\"sources\"><summary>Откуда данные</summary>",
    ] {
        assert!(html.contains(expected), "{expected}\n{html}");
    }
    assert_eq!(html.matches("<tbody>").count(), 2, "{html}");
}

#[test]
fn the_data_beside_the_fragments_reach_templates() {
    let own = "{% for block in page.sections[0].blocks %}{{ block.type }} {% endfor %}\
               {{ page.sections[0].blocks[1].rows[0].cells[1].value }}\
               {{ page.sections[0].blocks[3].headings[0].id }}";
    let html = renderer(&[("school.html", own)]).unwrap().page(&page(PageKind::School)).unwrap();
    let kinds = "figure table multiples prose choice table text terms strip frame links entries";
    assert_eq!(html, format!("{kinds} 37.5itog"));
}

#[test]
fn a_site_replaces_one_part() {
    let own = [("parts/footer.html", "<footer>Свой подвал</footer>")];
    let html = renderer(&own).unwrap().page(&page(PageKind::Region)).unwrap();
    assert!(html.contains("<footer>Свой подвал</footer>") && !html.contains("site-footer"));
    assert!(html.contains("class=\"masthead\""));
}

#[test]
fn every_template_that_does_not_parse_is_named_with_its_place() {
    let faults = renderer(&[("region.html", "{% if %}"), ("parts/footer.html", "Итог {{ a b }}")]);
    let faults = faults.err().unwrap();
    let faults = faults.sorted();
    assert_eq!(faults.len(), 2);
    assert!(faults.iter().all(|fault| fault.code == Code::BadTemplate));
    let place = faults[1].place.unwrap();
    assert_eq!(place.source, SourceId(1));
    // «Итог » takes nine bytes.
    assert!(matches!(place.at, At::Span(from, _) if from >= 9), "{place:?}");
}

#[test]
fn names_that_do_not_exist_are_faults() {
    let unknown = renderer(&[("parts/footer.html", "{% include \"parts/nowhere.html\" %}")]);
    let fault = unknown.err().unwrap().sorted()[0].clone();
    assert_eq!(fault.place.unwrap().source, SourceId(0));
    assert!(fault.args[1].1.contains("parts/nowhere.html"), "{fault:?}");

    let own = [("parts/footer.html", "{{ page.colour }}")];
    let fault = renderer(&own).unwrap().page(&page(PageKind::School)).unwrap_err();
    assert!(matches!(fault.place.unwrap().at, At::Span(8, _)), "{fault:?}");
    assert!(fault.args.contains(&("page", "schools/a.html".into())), "{fault:?}");
}

#[test]
fn both_catalogues_hold_every_string_of_the_theme() {
    let key = |line: &str| Some(line.split_once(" = ")?.0.to_owned());
    let english: Vec<_> =
        include_str!("../../locales/en/theme.ftl").lines().filter_map(key).collect();
    let russian: Vec<_> =
        include_str!("../../locales/ru/theme.ftl").lines().filter_map(key).collect();
    assert_eq!(english, russian);
    let templates: String =
        Theme::built_in().templates.values().map(|template| template.text.as_ref()).collect();
    let fragments = [
        include_str!("table.rs"),
        include_str!("block.rs"),
        include_str!("export.rs"),
        include_str!("markdown.rs"),
        include_str!("single.rs"),
        include_str!("workbook/mod.rs"),
        include_str!("workbook/sheet.rs"),
    ]
    .concat();
    for key in strings().keys() {
        let (template, fragment) = (format!("t.{key} "), format!("\"{key}\""));
        assert!(templates.contains(&template) || fragments.contains(&fragment), "{key}");
    }
}

#[test]
fn many_threads_may_render() {
    fn shared<T: Sync + Send>() {}
    shared::<Renderer>();
}
