//! `svod check --release` where a site has several editions: each is looked at, what all of them have is
//! said once, and the last line tells which of them are ready.

#![allow(clippy::unwrap_used)] // The lint allows it in `#[test]` functions only.

mod common;

use std::fs;
use std::path::Path;

use common::{ROOT, read, svod};
use serde_json::Value;
use tempfile::TempDir;

/// Who sees what in the site of these tests: the measures are for the service alone.
const SERVICE: &str = "\n[[edition]]\nid = \"service\"\ntitle = \"Служебная\"\n";
const PUBLIC: &str =
    "\n[[edition]]\nid = \"public\"\ntitle = \"Открытая\"\nwithhold = [\"measures\"]\n";

/// A site with one measure that nobody has judged, else ready to be published; its editions in the
/// order given.
fn site(editions: [&str; 2]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let ready = |path: &str| !path.starts_with("expected/") && !path.ends_with(".md");
    let golden = Path::new(ROOT).join("tests/golden/management");
    for (path, bytes) in read(&golden).into_iter().filter(|(path, _)| ready(path)) {
        write(dir.path(), &path, &bytes);
    }
    change(dir.path(), "svod.toml", "Заречная область", "Берёзовская область");
    let settings = fs::read_to_string(dir.path().join("svod.toml")).unwrap();
    write(dir.path(), "svod.toml", (settings + &editions.concat()).as_bytes());
    dir
}

fn write(root: &Path, path: &str, bytes: &[u8]) {
    let to = root.join(path);
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    fs::write(to, bytes).unwrap();
}

/// Replaces a part of a file, which must be there.
fn change(root: &Path, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(root.join(path)).unwrap();
    assert!(text.contains(from), "{path}: {from}");
    write(root, path, text.replace(from, to).as_bytes());
}

/// What `svod check --release` found.
struct Checked {
    ready: bool,
    /// Codes of the faults, in the order in which they were said.
    codes: Vec<String>,
    /// The closing line.
    last: String,
}

fn check(root: &Path, more: &[&str]) -> Checked {
    let args = ["check", "--release", "--format", "json", "--root", root.to_str().unwrap()];
    let output = svod(&[&args, more].concat());
    let code = output.status.code().unwrap();
    assert!(code < 2, "{}", String::from_utf8_lossy(&output.stderr));
    let faults = String::from_utf8(output.stdout).unwrap();
    let faults = faults.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let last = String::from_utf8(output.stderr).unwrap();
    Checked {
        ready: code == 0,
        codes: faults.map(|fault| fault["code"].as_str().unwrap().to_owned()).collect(),
        last: last.lines().last().unwrap_or_default().to_owned(),
    }
}

#[test]
fn one_edition_that_is_not_ready_holds_all_of_them_back() {
    for (editions, titles) in
        [([SERVICE, PUBLIC], "Служебная, Открытая"), ([PUBLIC, SERVICE], "Открытая, Служебная")]
    {
        let site = site(editions);
        let found = check(site.path(), &[]);
        assert!(!found.ready, "{titles}");
        assert_eq!(found.codes, ["unjudged-measure"], "{titles}");
        assert_eq!(
            found.last,
            format!(
                "К публикации не готово: 1 предупреждение. \
                 Проверены редакции: {titles}; из них готово: Открытая."
            )
        );
    }
}

#[test]
fn an_edition_that_is_named_is_looked_at_alone() {
    let site = site([SERVICE, PUBLIC]);
    let public = check(site.path(), &["--edition", "public"]);
    assert!(public.ready && public.codes.is_empty(), "{:?}", public.codes);
    assert_eq!(public.last, "Всё готово к публикации. Проверены редакции: Открытая.");
    let service = check(site.path(), &["--edition", "service"]);
    assert!(!service.ready);
    assert_eq!(service.codes, ["unjudged-measure"]);
    assert_eq!(
        service.last,
        "К публикации не готово: 1 предупреждение. Проверены редакции: Служебная."
    );
    let english = check(site.path(), &["--lang", "en"]);
    let ready = "Editions checked: Служебная, Открытая; ready among them: Открытая.";
    assert!(english.last.ends_with(ready), "{}", english.last);
}

#[test]
fn what_every_edition_lacks_is_said_once() {
    let site = site([SERVICE, PUBLIC]);
    change(site.path(), "svod.toml", "notice = \"", "notice = \"TODO: согласовать. ");
    let found = check(site.path(), &[]);
    let mut codes = found.codes;
    codes.sort();
    assert_eq!(codes, ["placeholder", "unjudged-measure"]);
    assert_eq!(
        found.last,
        "К публикации не готово: 2 предупреждения. Проверены редакции: Служебная, Открытая."
    );
    let public = check(site.path(), &["--edition", "public"]);
    assert_eq!((public.ready, public.codes), (false, vec!["placeholder".to_owned()]));
}

#[test]
fn all_editions_are_ready_once_each_is() {
    let site = site([PUBLIC, SERVICE]);
    change(site.path(), "data/measures.csv", "летняя школа,,,,,,,", "летняя школа,,,,,сохранить,,");
    let found = check(site.path(), &[]);
    assert!(found.ready && found.codes.is_empty(), "{:?}", found.codes);
    assert_eq!(found.last, "Всё готово к публикации. Проверены редакции: Открытая, Служебная.");
}

/// What is wrong in an edition is an error there, though the others can do with it.
#[test]
fn an_edition_that_cannot_be_made_is_not_passed_over() {
    let omitted = PUBLIC.replace("withhold", "schools = \"omitted\"\nwithhold");
    let site = site([SERVICE, &omitted]);
    change(site.path(), "data/measures.csv", "летняя школа,,,,,,,", "летняя школа,,,,,сохранить,,");
    let schools = fs::read_to_string(site.path().join("data/schools.csv")).unwrap();
    let mut lines = csv::Reader::from_reader(schools.as_bytes());
    let name = lines.headers().unwrap().iter().position(|column| column == "name").unwrap();
    let name = lines.records().next().unwrap().unwrap()[name].to_owned();
    let text = format!("+++\ntitle = \"Выводы\"\n+++\n\nОпыт показали: {name}.\n");
    write(site.path(), "content/conclusions.md", text.as_bytes());
    let found = check(site.path(), &[]);
    assert!(!found.ready);
    assert_eq!(found.codes, ["withheld-school"]);
    assert!(check(site.path(), &["--edition", "service"]).ready);
}
