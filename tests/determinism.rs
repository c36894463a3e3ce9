//! Promise 7: the same input gives the same bytes, on any machine, in any order of files, with any
//! number of threads. That a killed build leaves no trace is tested in `output.rs`.

#![allow(clippy::unwrap_used)] // The lint allows it in `#[test]` functions only.

mod common;

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{Files, ROOT, read};

/// The file that names its inputs by path.
const MANIFEST: &str = "manifest.json";

/// Builds `site` as seen from `here`, in another environment, with `jobs` threads.
fn built(site: &Path, here: &Path, env: &[(&str, &str)], jobs: &str) -> Files {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("out");
    let mut command = Command::new(env!("CARGO_BIN_EXE_svod"));
    command.args(["build", "--quiet", "--jobs", jobs, "--root"]).arg(site);
    command.arg("--out").arg(&out).current_dir(here).envs(env.iter().copied());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    read(&out)
}

/// The paths at which two sites differ.
fn differing(one: &Files, other: &Files) -> Vec<String> {
    let paths = one.keys().chain(other.keys().filter(|path| !one.contains_key(*path)));
    paths.filter(|path| one.get(*path) != other.get(*path)).cloned().collect()
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in read(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The parts of a workbook as one text.
fn unpacked(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_string(&mut text).unwrap();
    }
    text
}

fn small() -> PathBuf {
    Path::new(ROOT).join("tests/golden/small")
}

#[test]
fn threads_folder_language_and_time_zone_do_not_matter() {
    let here = tempfile::tempdir().unwrap();
    let root = Path::new(ROOT);
    let abroad = [("LANG", "tr_TR.UTF-8"), ("LC_ALL", "ru_RU.KOI8-R"), ("TZ", "Pacific/Auckland")];
    let home = [("LANG", "C"), ("LC_ALL", "C"), ("TZ", "UTC")];
    let one = built(root, here.path(), &abroad, "1");
    let two = built(Path::new("."), root, &home, "2");
    assert_eq!(differing(&one, &two), [""; 0]);
}

/// Files in other folders are read in another order. Pages name their sources by path in the order
/// of reading; nothing else may differ.
#[test]
fn the_order_of_files_does_not_matter() {
    let dir = tempfile::tempdir().unwrap();
    let (plain, moved) = (dir.path().join("plain"), dir.path().join("moved"));
    copy(&small(), &plain);
    copy(&small(), &moved);
    let tables = read(&moved.join("data"));
    // The last name comes first.
    for (at, table) in tables.keys().rev().enumerate() {
        let folder = moved.join(format!("data/{at:02}"));
        fs::create_dir_all(&folder).unwrap();
        fs::rename(moved.join("data").join(table), folder.join(table)).unwrap();
    }
    let words = |site: &Path| -> Files {
        let mut site = built(site, dir.path(), &[], "2");
        site.remove(MANIFEST);
        let words = |bytes: Vec<u8>| {
            let mut text =
                String::from_utf8(bytes).unwrap_or_else(|binary| unpacked(&binary.into_bytes()));
            for at in 0..tables.len() {
                text = text.replace(&format!("data/{at:02}/"), "data/");
            }
            let mut words: Vec<_> = text.split([' ', ',', '<', '>', '\n']).collect();
            words.sort_unstable();
            words.join(" ").into_bytes()
        };
        site.into_iter().map(|(path, bytes)| (path, words(bytes))).collect()
    };
    assert_eq!(differing(&words(&plain), &words(&moved)), [""; 0]);
}

#[test]
fn a_site_built_over_another_is_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("public");
    let build = |site: &Path| {
        let status = Command::new(env!("CARGO_BIN_EXE_svod"))
            .args(["build", "--quiet", "--root"])
            .arg(site)
            .arg("--out")
            .arg(&out)
            .status();
        assert!(status.unwrap().success());
        read(&out)
    };
    let minimal = Path::new(ROOT).join("tests/golden/minimal");
    let first = build(&small());
    assert_ne!(build(&minimal).keys().count(), first.keys().count());
    assert_eq!(differing(&build(&small()), &first), [""; 0]);
}
