//! The site folders of `examples/`: what is published of each region, through the command line.
//!
//! `tests/examples/<site>/counts.csv` holds every printed count with the place where it is printed;
//! `svod table` must say the same. `texts.csv` holds the printed texts: criteria, providers,
//! documents, meetings, targets, rows of roadmaps; each must stand on the page that it names.

#![allow(clippy::unwrap_used)] // The lint allows it in `#[test]` functions only.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use common::pages::{Part, Site, parts};
use common::{Files, ROOT, build, read, said, svod, text};

/// A printed count: the cell of a table that must say it, and where it is printed.
#[derive(Debug, Deserialize)]
struct Printed {
    table: String,
    row: String,
    column: String,
    count: String,
    source: String,
}

/// A printed text and the page that must hold it.
#[derive(Debug, Deserialize)]
struct Quoted {
    page: String,
    text: String,
    source: String,
}

/// A cell of the program's CSV.
#[derive(Deserialize)]
struct Cell {
    row: String,
    column: String,
    count: String,
}

fn folder(site: &str) -> PathBuf {
    Path::new(ROOT).join("examples").join(site)
}

/// The sites, each built once for all tests.
fn sites() -> &'static BTreeMap<&'static str, Files> {
    static BUILT: OnceLock<BTreeMap<&'static str, Files>> = OnceLock::new();
    BUILT.get_or_init(|| {
        let site = |name| (name, read(&build(&folder(name)).path().join("public")));
        ["chelyabinsk", "smolensk"].map(site).into()
    })
}

fn expected<T: DeserializeOwned>(site: &str, file: &str) -> Vec<T> {
    let path = Path::new(ROOT).join("tests/examples").join(site).join(file);
    let text = fs::read_to_string(path).unwrap();
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// The count of a cell, as `svod table` prints it.
fn count(site: &str, table: &str, row: &str, column: &str) -> Option<String> {
    static SAID: OnceLock<std::sync::Mutex<BTreeMap<(String, String), String>>> = OnceLock::new();
    let mut said_so_far = SAID.get_or_init(Default::default).lock().unwrap();
    let csv = said_so_far.entry((site.to_owned(), table.to_owned())).or_insert_with(|| {
        let root = folder(site);
        said(&["table", table, "--format", "csv", "--quiet", "--root", root.to_str().unwrap()])
    });
    let cells = csv::Reader::from_reader(csv.as_bytes()).into_deserialize();
    let mut cells = cells.map(Result::<Cell, _>::unwrap);
    cells.find(|cell| cell.row == row && cell.column == column).map(|cell| cell.count)
}

/// Every printed count of a site.
fn compare(site: &str) -> usize {
    let (mut equal, mut wrong) = (0, Vec::new());
    let printed: Vec<Printed> = expected(site, "counts.csv");
    for cell in &printed {
        let computed = count(site, &cell.table, &cell.row, &cell.column);
        if computed.as_ref() == Some(&cell.count) {
            equal += 1;
        } else {
            wrong.push(format!("{computed:?}, printed {cell:?} in «{}»", cell.source));
        }
    }
    println!("{site}: {} cells compared, {equal} equal", printed.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    equal
}

/// The words of a page, with plain spaces and without the marks of typesetting.
fn words(html: &str) -> String {
    let mut text = String::new();
    for part in parts(html) {
        if let Part::Words(words) = part {
            text.push_str(&words);
            text.push(' ');
        }
    }
    plain(&text)
}

fn plain(text: &str) -> String {
    let text = text.replace(['\u{ad}', '\u{2060}', '\u{200b}'], "");
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(" ,", ",").to_lowercase()
}

/// Every printed text of a site.
fn quote(site: &str) -> usize {
    let files = &sites()[site];
    let mut pages: BTreeMap<String, String> = BTreeMap::new();
    let mut lost = Vec::new();
    let quoted: Vec<Quoted> = expected(site, "texts.csv");
    for Quoted { page, text: quote, source } in &quoted {
        if !files.contains_key(page) {
            lost.push(format!("{page} is not there"));
            continue;
        }
        let words = pages.entry(page.clone()).or_insert_with(|| words(text(files, page)));
        if !words.contains(&plain(quote)) {
            lost.push(format!("{page}: «{quote}», printed in «{source}»"));
        }
    }
    println!("{site}: {} texts looked for, {} found", quoted.len(), quoted.len() - lost.len());
    assert!(lost.is_empty(), "{}", lost.join("\n"));
    quoted.len()
}

#[test]
fn every_count_of_chelyabinsk_is_computed() {
    assert_eq!(compare("chelyabinsk"), 47);
}

#[test]
fn every_count_of_smolensk_is_computed() {
    assert_eq!(compare("smolensk"), 6);
}

#[test]
fn every_text_of_chelyabinsk_is_shown() {
    assert_eq!(quote("chelyabinsk"), 50);
}

#[test]
fn every_text_of_smolensk_is_shown() {
    assert_eq!(quote("smolensk"), 134);
}

/// What the published texts of Chelyabinsk contradict each other in is said, and nothing else:
/// 23 + 115 + 79 are not 218, for one school meets none of the three criteria; one order bears three
/// dates and another two.
#[test]
fn what_is_amiss_in_chelyabinsk_is_named() {
    let cell = |row| count("chelyabinsk", "support_regional", row, "schools").unwrap();
    assert_eq!(["none", "total"].map(cell), ["1", "218"]);
    // The site answers for all of it; without the answers it is asked.
    let site = folder("chelyabinsk");
    let copy = tempfile::tempdir().unwrap();
    for (path, bytes) in read(&site).into_iter().filter(|(path, _)| !path.starts_with("public/")) {
        let to = copy.path().join(&path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        let text = if path == "data/checked.csv" {
            let text = String::from_utf8(bytes).unwrap();
            let kept = |line: &&str| line.starts_with("check,") || line.starts_with("share-jump,");
            text.lines().filter(kept).map(|line| format!("{line}\n")).collect::<String>().into()
        } else {
            bytes
        };
        fs::write(to, text).unwrap();
    }
    let strict = |root: &Path| svod(&["check", "--strict", "--root", root.to_str().unwrap()]);
    assert!(strict(&site).status.success());
    let output = strict(copy.path());
    assert!(!output.status.success());
    let faults = plain(&String::from_utf8(output.stderr).unwrap());
    for said in [
        "школ, которым не подходит ни один вариант, — 1:",
        "приказ № 02/1568, 23.06.2023, 23.08.2023, 23.06.2024.",
        "приказ № 02/1567, 23.06.2023, 23.08.2023.",
    ] {
        assert!(faults.contains(said), "{faults}");
    }
    assert_eq!(faults.matches('⚠').count(), 3, "{faults}");
}

/// What is not ready in them is answered for, with a reason, in the table `checked`.
#[test]
fn the_examples_and_the_root_could_be_published() {
    for root in [folder("chelyabinsk"), folder("smolensk"), ROOT.into()] {
        let root = root.to_str().unwrap();
        assert_eq!(said(&["check", "--release", "--quiet", "--root", root]), "", "{root}");
    }
}

#[test]
fn nothing_is_amiss_in_smolensk() {
    let root = folder("smolensk");
    assert_eq!(said(&["check", "--strict", "--quiet", "--root", root.to_str().unwrap()]), "");
}

#[test]
fn their_pages_keep_every_law() {
    for (site, files) in sites() {
        let wrong = Site::of(files).violations();
        assert!(wrong.is_empty(), "{site}:\n{}", wrong.join("\n"));
    }
}

/// A folder to be looked into must not be a burden to keep.
#[test]
fn they_are_small() {
    for site in sites().keys() {
        let files = read(&folder(site));
        let own = files.iter().filter(|(path, _)| !path.starts_with("public/"));
        let bytes: usize = own.map(|(_, bytes)| bytes.len()).sum();
        assert!(bytes < 600 * 1024, "{site}: {bytes} bytes");
    }
}
