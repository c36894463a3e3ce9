//! What texts and data may not do, whoever wrote them: see SECURITY.md.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::fs;
use std::path::Path;

use svod::diag::Code;
use svod::pipeline;
use svod::source::Memory;
use svod::text::Lang;

use common::{ROOT, read, said, svod};

/// The small narrative site with one text in place of its own.
fn site(text: &str) -> Memory {
    site_with(text, &[])
}

/// The same with other files in place of those of the site.
fn site_with(text: &str, others: &[(&str, String)]) -> Memory {
    let site = Path::new(ROOT).join("tests/golden/narrative");
    let mut files = Memory::new();
    for (path, bytes) in read(&site) {
        if !path.starts_with("expected/") && !path.starts_with("content/") {
            files = files.with(&path, bytes);
        }
    }
    for (path, text) in others {
        files = files.with(path, text.clone().into_bytes());
    }
    let text = format!("+++\ntitle = \"Текст\"\n+++\n\n{text}\n");
    files.with("content/text.md", text.into_bytes())
}

/// The codes that a text of the small narrative site gets; none if it is told. What is doubtful in
/// the data of the site is not its fault.
fn codes(text: &str) -> Vec<Code> {
    codes_of(&site(text))
}

fn codes_with(text: &str, others: &[(&str, String)]) -> Vec<Code> {
    codes_of(&site_with(text, others))
}

fn codes_of(files: &Memory) -> Vec<Code> {
    let faults = match pipeline::load(files, Lang::Ru, &|_, _, _| {}) {
        Err(stopped) => stopped.faults,
        Ok(loaded) => {
            let mut faults = loaded.faults.clone();
            match loaded.report() {
                Ok(report) => {
                    faults.extend(loaded.check_texts(&report).unwrap_or_else(|found| found));
                }
                Err(found) => faults.extend(found),
            }
            faults
        }
    };
    let codes = faults.sorted().into_iter().map(|fault| fault.code);
    codes.filter(|code| !Code::DOUBTS.contains(code)).collect()
}

#[test]
fn no_text_runs_for_long() {
    for text in [
        "{% for i in range(end=100000) %}{% for j in range(end=100000) %}.{% endfor %}{% endfor %}",
        "{% set x = \"a\" %}{{ x | replace(from=\"a\", to=\"aaaaaaaaaa\") }}",
        "{% macro m() %}{{ self::m() }}{% endmacro %}{{ self::m() }}",
        "{% component c() %}{{<c/>}}{% endcomponent %}",
        "{% include \"0.md\" %}",
        "{% extends \"0.md\" %}",
        "{% block a %}{{ super() }}{% endblock %}",
    ] {
        assert!(codes(text).contains(&Code::StatementInText), "{text}");
    }
    assert_eq!(codes(&"{{ 1 }}".repeat(2001)), [Code::LongTag]);
    assert_eq!(codes(&format!("{{{{ {}1 }}}}", "-".repeat(700))), [Code::LongTag]);
    let many = "{{ school_names(\"by_municipality\", row=\"total\", column=\"all\", limit=99) }}";
    let long = format!("{}{}", many.repeat(1900), "слово ".repeat(80_000));
    assert_eq!(codes(&long), [Code::LongText]);
    // What is too long as written is not even parsed: brackets take sixty times their bytes.
    assert_eq!(codes(&"[".repeat(1 << 20)), [Code::LongText]);
}

#[test]
fn tables_of_texts_are_bounded() {
    let tables = |n: usize| -> String {
        let table = |at| format!("{{{{ table(rows=\"locality\", id=\"t{at}\") }}}}\n\n");
        (0..n).map(table).collect()
    };
    assert_eq!(codes(&tables(100)), []);
    assert_eq!(codes(&tables(101)), [Code::ManyTables]);
    // The same table told often is one table.
    assert_eq!(codes(&tables(1).repeat(300)), []);
    let municipalities = |n: usize| {
        let rows: String = (0..n).map(|at| format!("m{at},Округ {at},МО\n")).collect();
        [("data/municipalities.csv", format!("id,name,kind\n{rows}"))]
    };
    let squared = "{{ table(rows=\"municipality\", columns=\"municipality\") }}";
    assert_eq!(codes_with(squared, &municipalities(141)), []);
    assert_eq!(codes_with(squared, &municipalities(142)), [Code::TableTooLarge]);
}

#[test]
fn deep_nesting_is_read_or_refused_but_never_overflows() {
    for text in [
        format!("{{{{ {}1{} }}}}", "(".repeat(290), ")".repeat(290)),
        format!("{{{{ {}1{} }}}}", "[".repeat(290), "]".repeat(290)),
        format!("{{{{ {}1 }}}}", "not ".repeat(140)),
        format!("{}да{}", "{% if 1 %}".repeat(999), "{% endif %}".repeat(999)),
        format!("{{{{ this{} }}}}", ".a".repeat(280)),
        "> ".repeat(20_000),
        "[".repeat(20_000),
        "*a ".repeat(20_000),
    ] {
        codes(&text);
    }
}

#[test]
fn no_text_reads_a_file_or_asks_for_one() {
    for text in [
        "{{ get_env(name=\"HOME\") }}",
        "{{ load_data(path=\"/etc/passwd\") }}",
        "{{ throw(message=\"x\") }}",
        "{{ __tera_context }}",
    ] {
        assert!(!codes(text).is_empty(), "{text}");
    }
}

/// The page that a text becomes; the site allows HTML or not.
fn page(text: &str, raw_html: bool) -> String {
    let dir = tempfile::tempdir().unwrap();
    for (path, bytes) in read(&Path::new(ROOT).join("tests/golden/narrative")) {
        if !path.starts_with("expected/") && !path.starts_with("content/") {
            let path = dir.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
    }
    fs::create_dir(dir.path().join("content")).unwrap();
    let text = format!("+++\ntitle = \"Текст\"\n+++\n\n{text}\n");
    fs::write(dir.path().join("content/text.md"), text).unwrap();
    let settings = dir.path().join("svod.toml");
    let settings_text = fs::read_to_string(&settings).unwrap();
    let content = format!("{settings_text}\n[content]\nraw_html = {raw_html}\n");
    fs::write(settings, content).unwrap();
    let (root, out) = (dir.path().to_str().unwrap(), dir.path().join("public"));
    let output = svod(&["build", "--quiet", "--root", root]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    fs::read_to_string(out.join("text.html")).unwrap()
}

/// HTML that would run, ask another host, or pass for a part of the page.
const HARMFUL: &str = "<script>harm()</script>\n\n<p onclick=\"harm()\">а</p>\n\n\
    <a href=\"javascript:harm()\">б</a> <a href=\"data:text/html,harm()\">в</a>\n\n\
    <p style=\"background:url(//harm.example)\">г</p>\n\n<style>p{color:harm}</style>\n\n\
    <iframe src=\"https://harm.example\"></iframe> <img src=\"//harm.example\" onerror=\"harm()\">\n\n\
    <object data=\"harm\"></object> <form action=\"harm\"></form> <svg onload=\"harm()\"></svg>\n\n\
    <div id=\"content\" class=\"harm\"></div></main><base href=\"harm\">\n";

#[test]
fn no_html_of_a_text_does_harm_allowed_or_not() {
    let plain = page("", false);
    for raw_html in [false, true] {
        let html = page(HARMFUL, raw_html);
        // Between tags that are dropped the words stay, as words.
        let html = html.replace("<p>harm()</p>", "");
        assert!(!html.contains("harm"), "{raw_html}: {html}");
        for tag in [
            "<script",
            "</main>",
            "<base",
            "<style",
            "<iframe",
            "<form",
            " style=",
            "id=\"content\"",
        ] {
            let (now, before) = (html.matches(tag).count(), plain.matches(tag).count());
            assert_eq!(now, before, "{raw_html}: {tag}");
        }
    }
    let kept = page("<details><summary>Как</summary>\n\n**Так**\n\n</details>\n", true);
    assert!(kept.contains("<details><summary>Как</summary>"), "{kept}");
    assert_eq!(codes("<b>а</b>"), [Code::RawHtml]);
}

#[test]
fn no_link_of_a_text_runs_anything_or_leads_out() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//a.example",
    ] {
        assert_eq!(codes(&format!("[а](<{address}>)")), [Code::LinkScheme], "{address}");
        assert_eq!(codes(&format!("![а](<{address}>)")), [Code::LinkScheme], "{address}");
    }
    for address in
        ["../svod.toml", "/etc/passwd", "%2e%2e/data/results.csv", "files/../../data/schools.csv"]
    {
        assert_eq!(codes(&format!("[а]({address})")), [Code::LinkOutside], "{address}");
    }
    // Put together when the text is told, too.
    assert_eq!(codes("[а]({{ \"java\" }}script:b)"), [Code::LinkScheme]);
}

#[test]
fn what_a_browser_could_run_is_not_attached() {
    for name in ["a.html", "a.svg", "a.js", "a.xhtml", "a"] {
        let files = site(&format!("[а]({name})")).with(&format!("content/{name}"), "x");
        assert_eq!(codes_of(&files), [Code::AttachmentKind], "{name}");
    }
    let files = site("[а](a.PDF)").with("content/a.PDF", "x");
    assert_eq!(codes_of(&files), []);
}

#[cfg(unix)]
#[test]
fn symbolic_links_among_texts_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("site");
    said(&["new", "--quiet", root.to_str().unwrap()]);
    std::os::unix::fs::symlink("../data/results.csv", root.join("content/results.csv")).unwrap();
    std::os::unix::fs::symlink("purpose.md", root.join("content/copy.md")).unwrap();
    let output = svod(&["check", "--root", root.to_str().unwrap()]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{told}");
    for name in ["content/results.csv", "content/copy.md"] {
        assert!(told.contains(&format!("«{name}» — не файл, а ярлык")), "{told}");
    }
}
