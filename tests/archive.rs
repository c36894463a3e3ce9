//! `svod archive`: one file that is the same for the same input and lacks nothing.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use common::pages::{Part, parts};
use common::{Files, ROOT, build, read, said, svod};
use sha2::{Digest, Sha256};
use zip::ZipArchive;

fn small() -> PathBuf {
    Path::new(ROOT).join("tests/golden/small")
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in read(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Archives a site folder.
fn archive(site: &Path, args: &[&str]) -> Vec<u8> {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let fixed = ["archive", "--quiet", "--root", site.to_str().unwrap(), "--out"];
    said(&[&fixed[..], &[out.to_str().unwrap()], args].concat());
    assert_eq!(read(dir.path()).len(), 1, "nothing but the file is left");
    fs::read(out).unwrap()
}

fn unpack(bytes: &[u8]) -> Files {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Files::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        assert!(file.is_file() && name.is_ascii() && !name.contains('\\'), "{name}");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        assert!(files.insert(name, bytes).is_none());
    }
    files
}

#[test]
fn two_folders_make_the_same_archive() {
    let dir = tempfile::tempdir().unwrap();
    let (one, other) = (dir.path().join("one"), dir.path().join("другой отчёт"));
    copy(&small(), &one);
    copy(&small(), &other);
    let (one, other) = (archive(&one, &[]), archive(&other, &[]));
    assert!(one == other, "{} and {} bytes", one.len(), other.len());
}

#[test]
fn the_archive_is_the_site_and_its_checksums() {
    let mut files = unpack(&archive(&small(), &[]));
    assert!(files.contains_key("index.html"), "a start page at the root");
    let sums = String::from_utf8(files.remove("SHA256SUMS").unwrap()).unwrap();
    let listed: BTreeSet<String> = sums.lines().map(str::to_owned).collect();
    let line = |(path, bytes): (&String, &Vec<u8>)| {
        let digits = Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect::<String>();
        format!("{digits}  {path}")
    };
    assert_eq!(listed, files.iter().map(line).collect());
    assert!(
        files == read(&build(&small()).path().join("public")),
        "the site as svod build makes it"
    );
}

/// Without its style sheet the start page says what to do; with it nobody reads that.
#[test]
fn the_start_page_knows_that_it_is_alone() {
    let files = unpack(&archive(&small(), &[]));
    let page = String::from_utf8(files["index.html"].clone()).unwrap();
    assert!(page.contains("<p class=\"unpack\">") && page.contains("распакуйте архив"));
    let style = String::from_utf8(files["static/style.css"].clone()).unwrap();
    assert!(style.contains(".unpack { display: none; }"));
}

#[test]
fn an_archive_says_its_sizes_and_replaces_the_old_one() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("report.zip");
    fs::write(&out, "old").unwrap();
    let args = ["archive", "--root", small().to_str().unwrap(), "--out", out.to_str().unwrap()]
        .map(str::to_owned);
    let output = svod(&args.each_ref().map(String::as_str));
    let message = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.success() && message.contains("КБ") && message.contains("файл"),
        "{message}"
    );
    assert!(fs::read(&out).unwrap().starts_with(b"PK"));
}

#[test]
fn a_failed_archive_leaves_the_old_one() {
    let dir = tempfile::tempdir().unwrap();
    let (site, out) = (dir.path().join("site"), dir.path().join("report.zip"));
    copy(&small(), &site);
    fs::write(&out, "old").unwrap();
    fs::create_dir_all(site.join("templates")).unwrap();
    fs::write(site.join("templates/school.html"), "{{ page.nothing }}").unwrap();
    let root = site.to_str().unwrap();
    let output = svod(&["archive", "--root", root, "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read(&out).unwrap(), b"old");
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2, "no half an archive");
}

/// The anchors of a page and the references it makes.
fn anchors(html: &str) -> (Vec<String>, Vec<String>) {
    let (mut ids, mut references) = (Vec::new(), Vec::new());
    for part in parts(html) {
        let Part::Open(tag) = part else { continue };
        ids.extend(tag.attributes.get("id").cloned());
        for name in ["href", "src", "xlink:href"] {
            references.extend(tag.attributes.get(name).cloned());
        }
        for name in ["aria-labelledby", "aria-describedby", "for"] {
            let named = tag.attributes.get(name).map_or("", String::as_str).split(' ');
            references.extend(named.filter(|n| !n.is_empty()).map(|n| format!("#{n}")));
        }
    }
    (ids, references)
}

#[test]
fn one_file_holds_a_municipality_and_needs_no_other() {
    let site = small();
    let pages = read(&build(&site).path().join("public"));
    let id = pages
        .keys()
        .filter_map(|path| path.strip_prefix("municipalities/")?.strip_suffix(".html"))
        .find(|id| *id != "index")
        .unwrap();
    let html = String::from_utf8(archive(&site, &["--single-file", "--municipality", id])).unwrap();
    let (ids, references) = anchors(&html);
    let known: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(known.len(), ids.len(), "an anchor stands twice");
    assert!(references.len() > 20);
    for to in &references {
        let anchor = to.strip_prefix('#').unwrap_or_else(|| panic!("{to} leads out"));
        assert!(known.contains(&anchor.to_owned()), "{to} leads nowhere");
    }
    assert!(html.contains("<style>") && html.contains("<script"));
    assert!(html.contains("class=\"absent\" title=\"Этой страницы нет в этом файле\""));
    // Each school of the municipality's table is a page of the file.
    let table = String::from_utf8(pages[&format!("municipalities/{id}.html")].clone()).unwrap();
    let schools: BTreeSet<&str> =
        table.split("../schools/").skip(1).filter_map(|l| l.split(['"', '#']).next()).collect();
    let pages = html.matches("<div class=\"page kind-school\"").count();
    assert!(pages > 0 && pages <= schools.len() + 1, "{pages} of {schools:?}");
    assert!(
        html == String::from_utf8(archive(&site, &["--single-file", "--municipality", id]))
            .unwrap()
    );
}

#[test]
fn one_file_holds_the_pictures_of_its_texts() {
    let dir = tempfile::tempdir().unwrap();
    let root = Path::new(ROOT).join("tests/golden/markdown");
    let out = dir.path().join("report.html");
    let (root, out) = (root.to_str().unwrap(), out.to_str().unwrap());
    said(&["archive", "--quiet", "--single-file", "--root", root, "--out", out]);
    let html = fs::read_to_string(out).unwrap();
    assert_eq!(html.matches("<img").count(), 2);
    assert_eq!(html.matches(" src=\"data:image/png;base64,UE5HCg==").count(), 2);
}

#[test]
fn a_small_region_fits_into_one_file() {
    let html = String::from_utf8(archive(&small(), &["--single-file"])).unwrap();
    let (ids, references) = anchors(&html);
    let known: BTreeSet<String> = ids.into_iter().map(|id| format!("#{id}")).collect();
    let lost: Vec<&String> =
        references.iter().filter(|to| to.starts_with('#') && !known.contains(*to)).collect();
    assert!(lost.is_empty(), "{lost:?}");
    let abroad = references.iter().filter(|to| !to.starts_with('#'));
    let abroad: Vec<&String> = abroad.filter(|to| !to.starts_with("https://")).collect();
    assert!(abroad.is_empty(), "{abroad:?}");
}

#[test]
fn wrong_wishes_are_named() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("a.html");
    let file = file.to_str().unwrap();
    let small = small();
    let run = |root: &Path, args: &[&str]| {
        let fixed = ["archive", "--root", root.to_str().unwrap(), "--out", file];
        let output = svod(&[&fixed[..], args].concat());
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (status, said) = run(&small, &["--single-file", "--municipality", "atlantis"]);
    assert_eq!(status, Some(1));
    assert!(said.contains("atlantis"), "{said}");
    let (status, _) = run(&small, &["--municipality", "atlantis"]);
    assert_eq!(status, Some(2), "a municipality is for one file alone");
    let (status, said) = run(Path::new(ROOT), &["--single-file"]);
    assert_eq!(status, Some(1));
    assert!(said.contains("--municipality"), "{said}");
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0);
}
