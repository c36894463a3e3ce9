//! What `svod print` says of a browser that never ends. What it prints is tested in `tests/browser`.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use common::{ROOT, svod};
use svod::paper::{PaperError, pdf};
use tempfile::TempDir;

/// A browser that says its process, and prints nothing for ever. A process of its own writes it: a file
/// that this one has open cannot be run while another test starts a process.
fn endless(folder: &Path) -> String {
    let path = folder.join("endless");
    let script = r#"printf '%s\n' '#!/bin/sh' 'echo $$ > "$(dirname "$0")/process"' 'exec tail -f /dev/null' > "$1" && chmod +x "$1""#;
    let written = Command::new("sh").args(["-c", script, "sh"]).arg(&path).status();
    assert!(written.unwrap().success());
    path.to_str().unwrap().to_owned()
}

/// The names of the files in a folder, in their order.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_browser_that_never_ends_is_stopped() {
    let folder = TempDir::new().unwrap();
    let browser = endless(folder.path());
    let start = Instant::now();
    let printed = pdf("<p>", Path::new(&browser), folder.path(), Duration::from_millis(200));
    assert!(matches!(printed, Err(PaperError::Slow(0))), "{printed:?}");
    assert!(start.elapsed() < Duration::from_secs(20));
    // Nobody is left, and nothing of what it read.
    let process = fs::read_to_string(folder.path().join("process")).unwrap();
    assert!(!Path::new("/proc").join(process.trim()).exists());
    assert_eq!(names(folder.path()), ["endless", "process"]);
}

#[test]
fn the_reader_is_told_what_to_do() {
    let folder = TempDir::new().unwrap();
    let browser = endless(folder.path());
    let out = folder.path().join("out.pdf");
    let site = Path::new(ROOT).join("tests/golden/minimal");
    let args = ["print", "index", "--root", site.to_str().unwrap(), "--wait", "0"];
    let output =
        svod(&[&args[..], &["--browser", &browser, "--out", out.to_str().unwrap()]].concat());
    let said = String::from_utf8(output.stderr).unwrap();
    let plain = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(plain.contains("не закончил печать за 0 секунд и остановлен"), "{said}");
    assert!(plain.contains("--wait СЕКУНДЫ"), "{said}");
    assert!(plain.contains("Код: slow-browser"), "{said}");
    assert!(!out.exists());
}
