//! How heavy pages are: what a reader loads besides the tables that they came for.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::BTreeMap;
use std::path::Path;

use common::{ROOT, build, read};

/// The most that a page may weigh without its tables, in bytes.
const MOST: usize = 150_000;

/// A page without its data tables.
fn without_tables(html: &str) -> usize {
    let mut rest = html;
    let mut bytes = 0;
    while let Some((before, inside)) = rest.split_once("<table class=\"data") {
        bytes += before.len();
        rest = inside.split_once("</table>").unwrap().1;
    }
    bytes + rest.len()
}

fn kind(html: &str) -> &str {
    let after = html.split_once("<body class=\"kind-").unwrap().1;
    after.split(['"', ' ']).next().unwrap()
}

#[test]
fn no_page_is_heavy() {
    let mut heaviest: BTreeMap<String, (usize, usize, String)> = BTreeMap::new();
    for site in [".", "examples/chelyabinsk", "examples/smolensk"] {
        let out = build(&Path::new(ROOT).join(site));
        for (path, bytes) in read(&out.path().join("public")) {
            if !path.ends_with(".html") {
                continue;
            }
            let html = String::from_utf8(bytes).unwrap();
            let weight = without_tables(&html);
            let most = heaviest.entry(kind(&html).to_owned()).or_default();
            if weight > most.0 {
                *most = (weight, html.len(), format!("{site}/{path}"));
            }
        }
    }
    assert!(heaviest.len() >= 15, "{heaviest:?}");
    for (kind, (weight, whole, path)) in &heaviest {
        println!("{kind:14} {weight:7} of {whole:7} bytes: {path}");
    }
    let over: Vec<_> = heaviest.values().filter(|(weight, ..)| *weight > MOST).collect();
    assert!(over.is_empty(), "{over:?}");
}

#[test]
fn what_is_weighed_is_all_but_tables() {
    let html = "<p>а</p><table class=\"data long\"><tr></table><p><table class=\"frame\"></table>";
    assert_eq!(without_tables(html), html.len() - "<table class=\"data long\"><tr></table>".len());
}
