//! What the tests share: the program, site folders, what a folder holds.

#![allow(dead_code)] // Each test takes what it needs.

pub mod pages;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::OnceLock;

use tempfile::TempDir;

/// The repository's root, which is a site folder: the Yaroslavl report.
pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The files of a folder by path with `/`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Runs the program.
pub fn svod(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_svod")).args(args).output().unwrap()
}

/// Standard output of a run that must succeed and say nothing but its result.
pub fn said(args: &[&str]) -> String {
    let output = svod(args);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "svod {}: {errors}", args.join(" "));
    String::from_utf8(output.stdout).unwrap()
}

/// Builds a site folder into a folder that ends with the value.
pub fn build(site: &Path) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let (root, out) = (site.to_str().unwrap(), dir.path().join("public"));
    said(&["build", "--quiet", "--root", root, "--out", out.to_str().unwrap()]);
    dir
}

/// The data and the rules of a site without its texts and its menu, with more settings, and the
/// methodology as a change leaves it.
pub fn bare(site: &Path, settings: &str, method: impl Fn(String) -> String) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let text = |name: &str| std::fs::read_to_string(site.join(name)).unwrap();
    std::fs::create_dir(dir.path().join("data")).unwrap();
    for (path, bytes) in read(&site.join("data")) {
        std::fs::write(dir.path().join("data").join(path), bytes).unwrap();
    }
    let own = text("svod.toml");
    let own = own.split("[[menu]]").next().unwrap();
    std::fs::write(dir.path().join("svod.toml"), format!("{own}\n{settings}")).unwrap();
    std::fs::write(dir.path().join("methodology.toml"), method(text("methodology.toml"))).unwrap();
    dir
}

/// The files of a folder.
pub fn read(folder: &Path) -> Files {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| (inside(folder, entry.path()), std::fs::read(entry.path()).unwrap()))
        .collect()
}

/// A path as seen from a folder, with `/`.
pub fn inside(folder: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap().iter().map(|part| part.to_str().unwrap());
    parts.collect::<Vec<_>>().join("/")
}

/// The Yaroslavl report, built once for all tests of a program.
pub fn yaroslavl() -> &'static Files {
    static BUILT: OnceLock<Files> = OnceLock::new();
    BUILT.get_or_init(|| read(&build(Path::new(ROOT)).path().join("public")))
}

/// A file of a site as text.
pub fn text<'a>(files: &'a Files, path: &str) -> &'a str {
    std::str::from_utf8(&files[path]).unwrap()
}
