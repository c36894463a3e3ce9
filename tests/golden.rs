//! Small whole sites, file by file: `tests/golden/<case>/` is a site folder, `expected/` in it is
//! what `svod build` must make of it, no file more and no file less.
//!
//! HTML is kept with a line break between any two tags that touch, so that differences can be read
//! line by line. The theme's own files are left out, in the manifest too: they are no result of the
//! case. Of files for Excel the manifest keeps the names. `SVOD_BLESS=1 cargo test --test golden` writes what is expected anew.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use similar::TextDiff;

use common::{ROOT, build, read};

/// True for a file that repeats what others say, for Excel: `exports.rs` reads them back.
fn is_for_excel(path: &str) -> bool {
    path.ends_with(".xlsx") || path.starts_with("excel/")
}

/// As many lines of the difference of one file as are shown.
const SHOWN: usize = 40;

/// What a build makes, ready to be compared.
fn made(site: &Path) -> BTreeMap<String, String> {
    let files = read(&build(site).path().join("public"));
    let own =
        files.into_iter().filter(|(path, _)| !path.starts_with("static/") && !is_for_excel(path));
    own.map(|(path, bytes)| {
        let text = String::from_utf8(bytes).unwrap();
        let text = match path.as_str() {
            "manifest.json" => {
                let lines = text.lines().filter(|line| !line.contains("\"static/"));
                lines.map(|line| without_digest(line).to_owned() + "\n").collect()
            }
            _ if path.ends_with(".html") => text.replace("><", ">\n<"),
            _ => text,
        };
        (path, text)
    })
    .collect()
}

/// A line of the manifest; of a workbook it keeps the name alone.
fn without_digest(line: &str) -> &str {
    match line.find(".xlsx\": ") {
        Some(at) => &line[..at + ".xlsx\"".len()],
        None => line,
    }
}

fn bless(folder: &Path, made: &BTreeMap<String, String>) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    for (path, text) in made {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// The first lines of what differs between two texts.
fn difference(path: &str, expected: &str, made: &str) -> String {
    let diff = TextDiff::from_lines(expected, made);
    let text = diff.unified_diff().header(&format!("expected/{path}"), path).to_string();
    let lines: Vec<_> = text.lines().collect();
    let more = match lines.len().saturating_sub(SHOWN) {
        0 => String::new(),
        n => format!("\n… {n} lines more"),
    };
    lines[..lines.len().min(SHOWN)].join("\n") + &more
}

/// Compares a case with what is expected of it.
fn check(case: &str) {
    let site = Path::new(ROOT).join("tests/golden").join(case);
    let folder = site.join("expected");
    let made = made(&site);
    if std::env::var_os("SVOD_BLESS").is_some() {
        bless(&folder, &made);
    }
    let expected: BTreeMap<String, String> = read(&folder)
        .into_iter()
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect();
    let mut wrong = Vec::new();
    for (path, text) in &expected {
        match made.get(path) {
            None => wrong.push(format!("missing: {path}")),
            Some(other) if other != text => wrong.push(difference(path, text, other)),
            Some(_) => {}
        }
    }
    let unexpected = made.keys().filter(|path| !expected.contains_key(*path));
    wrong.extend(unexpected.map(|path| format!("unexpected: {path}")));
    assert!(wrong.is_empty(), "{case}:\n{}", wrong.join("\n\n"));
}

/// Nothing but the three tables that every site must have.
#[test]
fn minimal() {
    check("minimal");
}

/// Schools renamed, moved, merged, opened and closed; a district turned into an okrug; years in which
/// a procedure was not held or is not comparable.
#[test]
fn life() {
    check("life");
}

/// Lists, groups, risks, a survey, narrative, a footer of the site's own.
#[test]
fn small() {
    check("small");
}

/// Documents with files, events, contacts, measures, the frame of support.
#[test]
fn management() {
    check("management");
}

/// Three lists through the years, two systems of support, a school of no variant and two of several.
#[test]
fn lists() {
    check("lists");
}

/// All that Markdown has here: call-outs, captions, numbers, links of every kind, attachments, words
/// of the glossary.
#[test]
fn markdown() {
    check("markdown");
}

/// Every call of the narrative, texts for many pages, names that look like tags and markup.
#[test]
fn narrative() {
    check("narrative");
}

/// Two lists, three rules of early warning, a year that cannot be compared, tiny classes.
#[test]
fn warnings() {
    check("warnings");
}

/// Roadmaps, targets and stages on a report's date: all states, terms as days and as words.
#[test]
fn programme() {
    check("programme");
}

/// Risk profiles of two years: a changed catalogue, gaps, towns and villages, programmes and lists.
#[test]
fn risks() {
    check("risks");
}
