//! What svod publishes, in a real browser and without a network: axe-core, the keyboard, zoom,
//! requests, the policy of pages, the search, and what readers come for, click by click.
//!
//! The sites are built here; the checks are the files of `tests/browser/`, which Node.js runs
//! against Debian's Chromium and Firefox. `scripts/test` installs them all.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;
#[path = "common/years.rs"]
mod years;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use common::{ROOT, build};
use rust_stemmers::{Algorithm, Stemmer};
use tempfile::TempDir;

/// The sites by the names that the checks call them; between them they have every kind of page.
const SITES: [(&str, &str); 5] = [
    ("yaroslavl", "."),
    ("smolensk", "examples/smolensk"),
    ("chelyabinsk", "examples/chelyabinsk"),
    ("life", "tests/golden/life"),
    ("markdown", "tests/golden/markdown"),
];

/// The words of the pages at a site's root, as the search folds them, and their stems by another
/// stemmer.
fn stems(site: &Path) -> BTreeMap<String, String> {
    let stemmer = Stemmer::create(Algorithm::Russian);
    let pages = fs::read_dir(site).unwrap().map(|entry| entry.unwrap().path());
    let mut pages: Vec<_> =
        pages.filter(|path| path.extension() == Some("html".as_ref())).collect();
    pages.sort();
    let mut stems = BTreeMap::new();
    for page in pages {
        let text = fs::read_to_string(page).unwrap().to_lowercase().replace('ё', "е");
        let is_russian = |word: &&str| word.chars().all(|c| ('а'..='я').contains(&c));
        let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        stems
            .extend(words.filter(is_russian).map(|w| (w.to_owned(), stemmer.stem(w).into_owned())));
    }
    stems
}

#[test]
fn pages_work_in_a_browser() {
    let built: Vec<(&str, TempDir)> = thread::scope(|scope| {
        let root = Path::new(ROOT);
        let started =
            SITES.map(|(name, site)| (name, scope.spawn(move || build(&root.join(site)))));
        let years = scope.spawn(|| {
            let site = years::site(&[("lu02;2023;vpr_math_5;18;8", "lu02;2023;vpr_math_5;18;5")]);
            build(&site.path().join("site"))
        });
        let built = started.map(|(name, site)| (name, site.join().unwrap()));
        built.into_iter().chain([("years", years.join().unwrap())]).collect()
    });
    let folders = built.iter().map(|(name, dir)| (*name, dir.path().join("public")));
    let folders: Vec<_> = folders.collect();
    let checks = Path::new(ROOT).join("tests/browser");
    let stems_file = tempfile::NamedTempFile::new().unwrap();
    let stems = serde_json::to_vec(&stems(&folders[0].1)).unwrap();
    fs::write(stems_file.path(), stems).unwrap();
    let output = Command::new("node")
        .args(["--test", "--test-reporter=spec"])
        .current_dir(&checks)
        .env("SVOD_SITES", serde_json::to_string(&folders).unwrap())
        .env("SVOD", env!("CARGO_BIN_EXE_svod"))
        .env("SVOD_STEMS", stems_file.path())
        .output()
        .unwrap_or_else(|error| panic!("node: {error}; scripts/test installs it"));
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}\nscripts/test installs what is missing");
    // A run that found no check would succeed too.
    let checks = said.lines().find_map(|line| line.strip_prefix("ℹ pass ")).unwrap();
    assert!(checks.parse::<u32>().unwrap() >= 61, "{checks} checks: some have gone");
}
