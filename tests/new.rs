//! `svod new`: the site folder that everybody begins from is whole, clean and shows every section.

#![allow(clippy::unwrap_used)] // The lint allows it in `#[test]` functions only.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use common::pages::Site;
use common::{Files, build, read, said, svod};

/// A folder made by `svod new`, inside one that ends with the value.
fn new(name: &str) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join(name);
    said(&["new", folder.to_str().unwrap()]);
    (dir, folder)
}

fn built(folder: &Path) -> Files {
    read(&build(folder).path().join("public"))
}

#[test]
fn a_new_site_is_clean_and_keeps_every_law() {
    let (_dir, folder) = new("отчёт за год");
    assert_eq!(said(&["check", "--strict", "--quiet", "--root", folder.to_str().unwrap()]), "");
    let files = built(&folder);
    let wrong = Site::of(&files).violations();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// An invented region is not to be published: every file that speaks of it is named until it is
/// another, and so are the settings.
#[test]
fn what_is_left_of_the_example_is_named_before_a_release() {
    let (_dir, folder) = new("отчёт");
    let root = folder.to_str().unwrap();
    let left = || -> Vec<String> {
        let args = ["check", "--release", "--format", "json", "--lang", "en", "--root", root];
        let output = svod(&args);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8(output.stdout).unwrap();
        let faults = said.lines().map(|line| serde_json::from_str(line).unwrap());
        let faults = faults.filter(|fault: &serde_json::Value| fault["code"] == "example-left");
        faults.map(|fault| fault["message"].as_str().unwrap().to_owned()).collect()
    };
    let before = left();
    for of in ["data/schools.csv", "content/purpose.md", "Заречная область", "Учебный пример"]
    {
        assert!(before.iter().any(|said| said.contains(of)), "{of}: {before:?}");
    }
    // Words of the field and rules may stand in any report.
    for of in ["glossary", "methodology", "_default"] {
        assert!(!before.iter().any(|said| said.contains(of)), "{of}: {before:?}");
    }
    let purpose = folder.join("content/purpose.md");
    let text = fs::read_to_string(&purpose).unwrap();
    fs::write(&purpose, text.replace("Отчёт отвечает", "Наш отчёт отвечает")).unwrap();
    let settings = fs::read_to_string(folder.join("svod.toml")).unwrap();
    fs::write(folder.join("svod.toml"), settings.replace("Заречная", "Дальняя")).unwrap();
    let mut gone = before;
    gone.retain(|said| !said.contains("content/purpose.md") && !said.contains("Заречная"));
    assert_eq!(left(), gone);
}

/// What a report can hold: a page or a folder of pages for each section.
const SECTIONS: [&str; 33] = [
    "index.html",
    "municipalities/lugovoy.html",
    "schools/lu02.html",
    "schools/lu05.html",
    "groups/mentors.html",
    "procedures/oge_math.html",
    "methodology.html",
    "data.html",
    "purpose.html",
    "risks/index.html",
    "risks/staff.html",
    "warnings/near.html",
    "warnings/worsening.html",
    "roadmaps/index.html",
    "roadmaps/lu02.html",
    "targets.html",
    "documents.html",
    "files/prikaz-31.txt",
    "events.html",
    "measures.html",
    "frame.html",
    "contacts.html",
    "tables/clusters.html",
    "lists/low.html",
    "variants/long.html",
    "tables/warning_near_test.html",
    "tables/risk_levels.html",
    "tables/targets_by_municipality.html",
    "tables/clusters.csv",
    "manifest.json",
    "schools/index.html",
    "municipalities/index.html",
    "groups/index.html",
];

#[test]
fn a_new_site_shows_every_section() {
    let (_dir, folder) = new("site");
    let files = built(&folder);
    let lost: Vec<_> = SECTIONS.iter().filter(|page| !files.contains_key(**page)).collect();
    assert!(lost.is_empty(), "{lost:?} of {:?}", files.keys().collect::<Vec<_>>());
}

/// Every file says what it is: in its own words, or in those of `data/README.txt`.
#[test]
fn every_file_explains_itself() {
    let (_dir, folder) = new("site");
    let files = read(&folder);
    let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    let (tables, folders) = (text("data/README.txt"), text("README.txt"));
    for path in files.keys() {
        let explained = match path.rsplit_once('.').unwrap() {
            (name, "csv") => {
                let name = name.strip_prefix("data/").unwrap();
                let head =
                    text(path).lines().next().unwrap().trim_start_matches('\u{feff}').to_owned();
                let unnamed: Vec<_> =
                    head.split(';').filter(|column| !tables.contains(*column)).collect();
                assert!(unnamed.is_empty(), "{path}: {unnamed:?}");
                tables.lines().any(|line| line.split(' ').next() == Some(name))
            }
            (_, "toml") => text(path).starts_with("# ") && folders.contains(path.as_str()),
            (_, "md") => text(path).starts_with("+++\n# "),
            _ => true,
        };
        assert!(explained, "{path} is not explained");
        assert!(path.is_ascii(), "{path}");
    }
}

#[test]
fn what_to_do_next_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("мой отчёт");
    let output = svod(&["new", folder.to_str().unwrap()]);
    let (told, result) = (String::from_utf8(output.stderr).unwrap(), output.stdout);
    assert!(output.status.success() && result.is_empty());
    let command = format!("svod build --root \"{}\"", folder.display());
    assert!(told.contains(&command) && told.contains("README.txt"), "{told}");
    let quiet = dir.path().join("other");
    assert!(svod(&["new", "--quiet", quiet.to_str().unwrap()]).stderr.is_empty());
}

#[test]
fn a_folder_that_holds_something_is_let_be() {
    let dir = tempfile::tempdir().unwrap();
    let mine = dir.path().join("mine.txt");
    fs::write(&mine, "моё").unwrap();
    for place in [dir.path(), &mine] {
        let output = svod(&["new", place.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains('×') && told.contains("Что сделать"), "{told}");
    }
    assert_eq!(read(dir.path()), [("mine.txt".to_owned(), "моё".into())].into());
}

#[test]
fn an_empty_folder_is_filled() {
    let dir = tempfile::tempdir().unwrap();
    said(&["new", dir.path().to_str().unwrap()]);
    assert!(dir.path().join("svod.toml").is_file());
}
