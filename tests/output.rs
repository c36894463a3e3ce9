//! Promise 6 for the published folder: a whole old or a whole new site, whatever happens.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use svod::output::{
    Artifact, Artifacts, Digest, MANIFEST, Manifest, OutputError, Sink, Stage, Written,
};
use tempfile::TempDir;

const CHILD: &str = "SVOD_TEST_WRITE_FOREVER";

fn artifact(path: &str, bytes: &str) -> Artifact {
    Artifact::new(path, bytes).unwrap()
}

/// A site of `pages` pages that all carry `edition`, and of some that never change.
fn site(edition: &str, pages: usize) -> Vec<Artifact> {
    let page =
        |n: usize| artifact(&format!("schools/{n}.html"), &format!("{edition} {n}").repeat(99));
    let still = |n: usize| artifact(&format!("groups/{n}.html"), &"same".repeat(n));
    (0..pages)
        .map(page)
        .chain((0..pages / 4).map(still))
        .chain([artifact("index.html", edition)])
        .collect()
}

fn inputs() -> Vec<(String, Digest)> {
    ["svod.toml", "data/школы.csv"]
        .map(|path| (path.to_owned(), Digest::of(path.as_bytes())))
        .into()
}

fn publish(out: &Path, site: Vec<Artifact>) -> Result<Written, OutputError> {
    let mut stage = Stage::new(out)?;
    stage.put_all(site)?;
    stage.finish(inputs())
}

fn read(root: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(root)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let inside = entry.path().strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            (inside, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// The edition of a site, if the folder is there; panics unless it is whole.
fn edition(out: &Path) -> Option<String> {
    if !out.exists() {
        return None;
    }
    let mut files = read(out);
    let manifest = Manifest::read(&files.remove(MANIFEST).unwrap()).unwrap();
    let found: BTreeMap<_, _> =
        files.iter().map(|(p, bytes)| (p.clone(), Digest::of(bytes))).collect();
    assert_eq!(found, manifest.files);
    let edition = String::from_utf8(files["index.html"].clone()).unwrap();
    for (path, bytes) in &files {
        if path.starts_with("schools/") {
            assert!(bytes.starts_with(edition.as_bytes()), "{path} is of another edition");
        }
    }
    Some(edition)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn place() -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("public");
    (dir, out)
}

#[test]
fn one_path_has_one_owner() {
    let (_dir, out) = place();
    let refuses = |sink: &mut dyn Sink| {
        sink.put(artifact("a/b.html", "1")).unwrap();
        for path in ["a/b.html", "A/B.html", "a", "a/b.html/c", MANIFEST] {
            let taken = sink.put(artifact(path, "2"));
            assert!(matches!(taken, Err(OutputError::PathTaken { path: p, .. }) if p == path));
        }
        sink.put(artifact("a/c.html", "3")).unwrap();
    };
    let mut memory = Artifacts::new();
    refuses(&mut memory);
    assert_eq!(memory.iter().map(Artifact::path).collect::<Vec<_>>(), ["a/b.html", "a/c.html"]);
    let mut stage = Stage::new(&out).unwrap();
    refuses(&mut stage);
    stage.finish([]).unwrap();
    assert_eq!(fs::read(out.join("a/b.html")).unwrap(), b"1");
}

#[test]
fn the_order_does_not_matter() {
    let (dir, out) = place();
    let other = dir.path().join("deep/er/public");
    let mut reversed = site("one", 40);
    reversed.reverse();
    publish(&out, site("one", 40)).unwrap();
    let mut stage = Stage::new(&other).unwrap();
    stage.put_all(reversed).unwrap();
    stage.finish(inputs().into_iter().rev()).unwrap();
    assert_eq!(read(&out), read(&other));
}

#[test]
fn a_rebuild_shares_what_is_unchanged_and_drops_what_is_gone() {
    let (dir, out) = place();
    publish(&out, site("one", 40)).unwrap();
    let first = read(&out);
    // Edited by hand: listed as unchanged, but it is not.
    fs::write(out.join("groups/3.html"), "edited").unwrap();
    let written = publish(&out, site("one", 40)).unwrap();
    assert_eq!((written.files, written.unchanged), (51, 50));
    assert_eq!(read(&out), first);
    publish(&out, site("two", 4)).unwrap();
    assert_eq!(edition(&out).as_deref(), Some("two"));
    assert_eq!(read(&out).len(), 7);
    assert_eq!(names(dir.path()), ["public"]);
}

#[test]
fn the_manifest_is_plain_and_sorted() {
    let (_dir, out) = place();
    publish(&out, vec![artifact("b.html", "b"), artifact("a.html", "a")]).unwrap();
    let text = fs::read_to_string(out.join(MANIFEST)).unwrap();
    let expected = format!(
        "{{\n  \"svod\": \"{}\",\n  \"inputs\": {{\n    \"data/школы.csv\": \"{}\",\n    \"svod.toml\": \"{}\"\n  }},\n  \"files\": {{\n    \"a.html\": \"{}\",\n    \"b.html\": \"{}\"\n  }}\n}}\n",
        env!("CARGO_PKG_VERSION"),
        Digest::of("data/школы.csv".as_bytes()),
        Digest::of(b"svod.toml"),
        Digest::of(b"a"),
        Digest::of(b"b"),
    );
    assert_eq!(text, expected);
}

#[test]
fn a_failure_leaves_the_old_site_and_no_trace() {
    let (dir, out) = place();
    publish(&out, site("one", 40)).unwrap();
    let before = read(&out);

    let mut clash = site("two", 40);
    clash.push(artifact("index.html", "two"));
    assert!(matches!(publish(&out, clash), Err(OutputError::PathTaken { .. })));

    // The system refuses: no name may be this long.
    let mut long = site("two", 400);
    long.insert(20, artifact(&"x".repeat(300), ""));
    assert!(matches!(publish(&out, long), Err(OutputError::Refused { .. })));

    let mut dropped = Stage::new(&out).unwrap();
    dropped.put_all(site("two", 9)).unwrap();
    drop(dropped);

    assert_eq!(read(&out), before);
    assert_eq!(names(dir.path()), ["public"]);
}

#[test]
fn a_foreign_folder_is_refused() {
    let (dir, out) = place();
    let refused = |at: &Path| match publish(&out, site("one", 4)) {
        Err(OutputError::ForeignOutput { path }) => {
            assert_eq!(path, at.canonicalize().unwrap());
        }
        other => panic!("{other:?}"),
    };
    // Something else altogether.
    fs::create_dir(&out).unwrap();
    fs::write(out.join("диплом.docx"), "").unwrap();
    refused(&out);
    // A manifest of another program.
    fs::write(out.join(MANIFEST), "{\"name\": \"app\"}").unwrap();
    refused(&out);
    fs::remove_dir_all(&out).unwrap();
    // A file.
    fs::write(&out, "").unwrap();
    refused(&out);
    fs::remove_file(&out).unwrap();
    // Somebody's file in a site of ours; but what file managers leave is no obstacle.
    publish(&out, site("one", 4)).unwrap();
    fs::write(out.join("Thumbs.db"), "").unwrap();
    publish(&out, site("one", 4)).unwrap();
    fs::write(out.join("schools/заметки.txt"), "").unwrap();
    refused(&out.join("schools/заметки.txt"));
    assert!(out.join("schools/заметки.txt").exists());
    // Somebody's folder where ours would grow.
    let yard = dir.path().join("public.svod-new");
    fs::create_dir(&yard).unwrap();
    fs::write(yard.join("x"), "").unwrap();
    refused(&yard);
}

#[test]
fn an_empty_folder_is_welcome() {
    let (_dir, out) = place();
    fs::create_dir(&out).unwrap();
    publish(&out, site("one", 4)).unwrap();
    assert_eq!(edition(&out).as_deref(), Some("one"));
}

#[cfg(unix)]
#[test]
fn a_link_to_the_folder_stays_a_link() {
    let (dir, out) = place();
    let real = dir.path().join("real");
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, &out).unwrap();
    publish(&out, site("one", 4)).unwrap();
    assert!(out.is_symlink());
    assert_eq!(edition(&real).as_deref(), Some("one"));
}

#[test]
fn one_run_at_a_time() {
    let (_dir, out) = place();
    let mut first = Stage::new(&out).unwrap();
    assert!(matches!(Stage::new(&out), Err(OutputError::Busy { .. })));
    first.put_all(site("one", 4)).unwrap();
    first.finish([]).unwrap();
    assert_eq!(edition(&out).as_deref(), Some("one"));
}

/// What a kill between the two renames leaves where two names cannot be exchanged.
#[test]
fn a_site_moved_aside_comes_back() {
    let (dir, out) = place();
    publish(&out, site("one", 4)).unwrap();
    let yard = dir.path().join("public.svod-new");
    fs::create_dir_all(yard.join("site")).unwrap();
    fs::write(yard.join("svod.lock"), "").unwrap();
    fs::rename(&out, yard.join("old")).unwrap();

    drop(Stage::new(&out).unwrap());
    assert_eq!(edition(&out).as_deref(), Some("one"));
    assert_eq!(names(dir.path()), ["public"]);
}

/// Not a test of its own: the child of the next one, which publishes until it is killed.
#[test]
fn write_forever() {
    let Some(out) = std::env::var_os(CHILD).map(PathBuf::from) else { return };
    for edition in ["one", "two"].iter().cycle() {
        publish(&out, site(edition, 120)).unwrap();
    }
}

#[test]
fn a_kill_at_any_moment_leaves_a_whole_site() {
    let (dir, out) = place();
    let (mut published, mut interrupted) = (0_u32, 0_u32);
    for round in 0..60_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "write_forever", "--nocapture"])
            .env(CHILD, &out)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Steps that share no factor with a build's time land in each of its phases.
        sleep(Duration::from_micros(3_000 + round * 1_037));
        child.kill().unwrap();
        child.wait().unwrap();
        let whole = edition(&out).is_some();
        // Where names cannot be exchanged the folder may be away until the next run.
        assert!(
            whole || published == 0 || cfg!(not(any(target_os = "linux", target_os = "macos")))
        );
        published += u32::from(whole);
        interrupted += u32::from(names(dir.path()).len() > usize::from(whole));
        if round % 5 == 4 {
            publish(&out, site("three", 20)).unwrap();
            assert_eq!(edition(&out).as_deref(), Some("three"));
            assert_eq!(names(dir.path()), ["public"]);
        }
    }
    assert!(published > 30, "the child hardly ever got to publish");
    assert!(interrupted > 10, "the child was hardly ever interrupted");
}
