//! What texts come to on their pages: numbers that run through the site, references that follow them,
//! words that change with the data.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use common::{ROOT, build, read, svod};

/// The small site of texts, with other files over it.
fn site(others: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let own = read(&Path::new(ROOT).join("tests/golden/markdown")).into_iter();
    let own = own.filter(|(path, _)| !path.starts_with("expected/"));
    let others = others.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    for (path, bytes) in own.chain(others) {
        let path = dir.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    dir
}

fn settings(numbering: &str) -> String {
    let numbering = format!("[content]\nnumbering = \"{numbering}\"\n");
    format!("title = \"Отчёт\"\nregion = \"Область\"\n\n{numbering}")
}

/// The numbers that stand before captions of a page, in its order.
fn numbers(html: &str, kind: &str) -> Vec<usize> {
    let start = format!("<span class=\"number\">{kind}\u{a0}");
    let after = html.split(start.as_str()).skip(1);
    after.map(|rest| rest.split('<').next().unwrap().parse().unwrap()).collect()
}

const ELSEWHERE: &str =
    "+++\ntitle = \"Другое\"\n+++\n\nСмотрите [таблицу](plan.md#terms) и [](plan.md#shema).\n";

#[test]
fn numbers_begin_anew_on_each_page() {
    let out = build(site(&[("svod.toml", &settings("page"))]).path());
    let mut seen = 0;
    for (path, bytes) in read(&out.path().join("public")) {
        if path.ends_with(".html") {
            let html = String::from_utf8(bytes).unwrap();
            for kind in ["Таблица", "Рисунок"] {
                let found = numbers(&html, kind);
                assert_eq!(found, Vec::from_iter(1..=found.len()), "{path}");
                seen += found.len();
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn numbers_that_run_through_the_site_never_repeat() {
    let settings = settings("site");
    let out = build(site(&[("svod.toml", &settings), ("content/other.md", ELSEWHERE)]).path());
    let pages = read(&out.path().join("public"));
    // Slides have the numbers of their pages.
    let own = |path: &str| path.ends_with(".html") && !path.starts_with("slides/");
    let pages = || pages.iter().filter(|(path, _)| own(path));
    for kind in ["Таблица", "Рисунок"] {
        let html = |bytes: &Vec<u8>| String::from_utf8(bytes.clone()).unwrap();
        let mut all: Vec<usize> = pages().flat_map(|(_, b)| numbers(&html(b), kind)).collect();
        all.sort_unstable();
        assert_eq!(all, Vec::from_iter(1..=all.len()));
    }
    let page =
        |path: &str| String::from_utf8(read(&out.path().join("public"))[path].clone()).unwrap();
    let (plan, other) = (page("plan.html"), page("other.html"));
    let (tables, figures) = (numbers(&plan, "Таблица"), numbers(&plan, "Рисунок"));
    let table = format!("<a href=\"plan.html#terms\">таблицу\u{a0}{}</a>", tables[1]);
    let figure = format!("<a href=\"plan.html#shema\">рисунок\u{a0}{}</a>", figures[1]);
    assert!(other.contains(&table) && other.contains(&figure), "{table} {figure}: {other}");
}

#[test]
fn a_number_of_another_page_is_refused_where_pages_count_for_themselves() {
    let dir = site(&[("content/other.md", ELSEWHERE)]);
    let output = svod(&["check", "--root", dir.path().to_str().unwrap()]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(told.contains("Таблица или рисунок «plan.md#terms» — на другой странице"), "{told}");
}

#[test]
fn a_new_heading_leaves_the_anchors_of_others_alone() {
    let text = |more: &str| {
        format!(
            "+++\ntitle = \"Треки\"\n+++\n\n## Трек 1\n\n### Итоги\n\n{more}## Трек 2\n\n### Итоги\n"
        )
    };
    let anchors = |more: &str| -> Vec<String> {
        let out = build(site(&[("content/tracks.md", &text(more))]).path());
        let html = fs::read_to_string(out.path().join("public/tracks.html")).unwrap();
        let ids = html.split("<h2 id=\"").skip(1).chain(html.split("<h3 id=\"").skip(1));
        ids.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let before = anchors("");
    let after = anchors("### План\n\n## Трек 1а\n\n### Итоги\n\n");
    assert!(before.iter().all(|anchor| after.contains(anchor)), "{before:?} {after:?}");
    assert_eq!(before.len() + 3, after.len());
}

#[test]
fn each_reason_for_a_missing_value_has_a_sign_of_its_own() {
    for lang in ["ru", "en"] {
        let path = Path::new(ROOT).join(format!("locales/{lang}/report.ftl"));
        let text = fs::read_to_string(path).unwrap();
        let sign = |line: &str| {
            let (key, sign) = line.split_once(" = ")?;
            (key.starts_with("missing-") && key.ends_with("-sign")).then(|| sign.to_owned())
        };
        let signs: Vec<String> = text.lines().filter_map(sign).collect();
        let different: std::collections::BTreeSet<_> = signs.iter().collect();
        assert_eq!((signs.len(), different.len()), (6, 6), "{lang}: {signs:?}");
    }
}
