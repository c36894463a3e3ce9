//! The preview, as a browser meets it: pages on demand, news after each change, faults over the last
//! good page. Whatever is waited for is waited for by reading; a preview that says nothing fails the
//! test by the time limit of the socket.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;
#[path = "common/years.rs"]
mod years;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use common::{ROOT, build, read};

/// Longer than anything takes; only a preview that is stuck needs it.
const LONGEST: Duration = Duration::from_secs(60);

/// `svod serve` over a copy of a golden site.
struct Preview {
    root: TempDir,
    process: Child,
    port: u16,
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Preview {
    fn of(case: &str) -> Self {
        let root = tempfile::tempdir().unwrap();
        copy(&Path::new(ROOT).join("tests/golden").join(case), root.path());
        Self::at(root)
    }

    fn at(root: TempDir) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_svod"))
            .args(["serve", "--port", "0", "--root"])
            .arg(root.path())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(process.stderr.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let (_, port) = line.trim().trim_end_matches('/').rsplit_once(':').unwrap();
        let port = port.parse().unwrap();
        // Nobody reads the rest, and a full pipe would stop the preview.
        std::thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        Self { root, process, port }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn ask(&self, path: &str, host: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(LONGEST)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        stream
    }

    /// The status line and headers, and the body.
    fn get_from(&self, path: &str, host: &str) -> (String, Vec<u8>) {
        let mut answer = Vec::new();
        self.ask(path, host).read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        (String::from_utf8(answer[..end].to_vec()).unwrap(), answer[end + 4..].to_vec())
    }

    fn get(&self, path: &str) -> (String, Vec<u8>) {
        self.get_from(path, &format!("localhost:{}", self.port))
    }

    fn text(&self, path: &str) -> String {
        String::from_utf8(self.get(path).1).unwrap()
    }

    /// What the preview tells a browser from now on.
    fn news(&self) -> News {
        let stream = self.ask("/_preview/state", &format!("127.0.0.1:{}", self.port));
        News { lines: BufReader::new(stream) }
    }
}

struct News {
    lines: BufReader<TcpStream>,
}

impl News {
    /// The next state: its version and the faults.
    fn next(&mut self) -> (u64, String) {
        loop {
            let mut line = String::new();
            assert!(self.lines.read_line(&mut line).unwrap() > 0, "the preview has gone");
            let Some(data) = line.trim().strip_prefix("data: ") else { continue };
            let state: serde_json::Value = serde_json::from_str(data).unwrap();
            let faults = state["faults"].as_str().unwrap().to_owned();
            assert_eq!(state["title"].as_str().unwrap().is_empty(), faults.is_empty());
            return (state["version"].as_u64().unwrap(), faults);
        }
    }

    /// The next state that `wanted` says yes to. One save may be told of twice.
    fn until(&mut self, wanted: impl Fn(u64, &str) -> bool) -> (u64, String) {
        loop {
            let (version, faults) = self.next();
            if wanted(version, &faults) {
                return (version, faults);
            }
        }
    }
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in read(from) {
        if !path.starts_with("expected/") {
            let to = to.join(path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
    }
}

/// Every file of the built site, but for what a build says of itself, with the same bytes; pages with
/// the script of the preview before their end.
#[test]
fn a_preview_shows_what_a_build_writes() {
    let preview = Preview::of("small");
    // Tells that the site has been read.
    preview.news().until(|version, _| version > 0);
    let built = build(preview.root.path());
    for (path, bytes) in read(&built.path().join("public")) {
        if path == "manifest.json" {
            continue;
        }
        let (head, body) = preview.get(&format!("/{path}"));
        assert!(head.starts_with("HTTP/1.1 200 "), "{path}: {head}");
        if path.ends_with(".html") {
            let body = String::from_utf8(body).unwrap();
            // The script may hear the preview.
            let body = body.replacen(" connect-src 'self';", "", 1);
            let (before, after) =
                body.split_once("<link rel=\"stylesheet\" href=\"/_preview/").unwrap();
            let (_, after) = after.split_once("</script>").unwrap();
            assert!(format!("{before}{after}").as_bytes() == bytes, "{path}");
        } else {
            assert!(body == bytes, "{path}");
        }
    }
    let folder = preview.text("/schools/");
    assert_eq!(folder, preview.text("/schools/index.html"));
}

#[test]
fn a_change_is_shown_and_a_fault_stands_over_the_last_good_page() {
    let preview = Preview::of("minimal");
    let mut news = preview.news();
    let (first, _) = news.until(|version, _| version > 0);
    let settings = fs::read_to_string(preview.path("svod.toml")).unwrap();
    let (_, line) = settings.split_once("title = \"").unwrap();
    let (title, _) = line.split_once('"').unwrap();
    assert!(preview.text("/").contains(title));

    fs::write(preview.path("svod.toml"), settings.replace(title, "Новое название")).unwrap();
    news.until(|version, _| version > first);
    assert!(preview.text("/").contains("Новое название"));

    let results = fs::read_to_string(preview.path("data/results.csv")).unwrap();
    fs::write(preview.path("data/results.csv"), format!("{results}нет,2022,такой,10,99\n"))
        .unwrap();
    let (last_good, faults) = news.until(|_, faults| !faults.is_empty());
    assert!(faults.contains("data/results.csv"), "{faults}");
    assert!(preview.text("/").contains("Новое название"));

    // What Excel and editors leave beside a file is no change: the next news is of the repair.
    fs::write(preview.path("data/~$results.xlsx"), "").unwrap();
    fs::write(preview.path("data/.~lock.results.ods#"), "").unwrap();
    fs::write(preview.path("data/results.csv"), results).unwrap();
    let (_, faults) = news.until(|version, _| version > last_good);
    assert_eq!(faults, "");
}

/// The settings name folders: that of the data, and those of earlier reports. They are watched from when
/// they are named, in place of those that were.
#[test]
fn what_the_settings_name_is_watched() {
    let root = tempfile::tempdir().unwrap();
    copy(&Path::new(ROOT).join("tests/golden/minimal"), root.path());
    let preview = Preview::at(root);
    let mut news = preview.news();
    let (first, _) = news.until(|version, _| version > 0);
    let settings = fs::read_to_string(preview.path("svod.toml")).unwrap();
    copy(&preview.path("data"), &preview.path("tables/of/the/year"));
    let moved = format!("data = \"tables/of/the/year\"\n{settings}");
    fs::write(preview.path("svod.toml"), moved).unwrap();
    let (second, _) = news.until(|version, _| version > first);
    let results = preview.path("tables/of/the/year/results.csv");
    let text = fs::read_to_string(&results).unwrap();
    fs::write(&results, format!("{text}нет,2022,такой,10,99\n")).unwrap();
    let (_, faults) = news.until(|_, faults| !faults.is_empty());
    assert!(faults.contains("tables/of/the/year/results.csv"), "{faults}");
    // The old folder is none of the site's any more: the next news is of the repair.
    fs::write(preview.path("data/results.csv"), "нет").unwrap();
    fs::write(&results, text).unwrap();
    let (_, faults) = news.until(|version, faults| version > second || faults.is_empty());
    assert_eq!(faults, "");
}

#[test]
fn the_folder_of_an_earlier_report_is_watched_wherever_it_lies() {
    let root = tempfile::tempdir().unwrap();
    copy(&years::site(&[]).path().join("site"), root.path());
    fs::rename(root.path().join("years/2023"), root.path().join("before")).unwrap();
    let settings = fs::read_to_string(root.path().join("svod.toml")).unwrap();
    let settings = settings.replacen("year = 2023", "year = 2023\nfolder = \"before\"", 1);
    fs::write(root.path().join("svod.toml"), settings).unwrap();
    let preview = Preview::at(root);
    let mut news = preview.news();
    let (first, _) = news.until(|version, _| version > 0);
    let before = preview.path("before/svod.toml");
    let text = fs::read_to_string(&before).unwrap();
    let (_, line) = text.split_once("title = \"").unwrap();
    let (title, _) = line.split_once('"').unwrap();
    fs::write(&before, text.replace(title, "Как было тогда")).unwrap();
    news.until(|version, _| version > first);
    assert!(preview.text("/2023/index.html").contains("Как было тогда"));
}

#[test]
fn a_site_that_was_never_good_shows_what_is_wrong() {
    let root = tempfile::tempdir().unwrap();
    copy(&Path::new(ROOT).join("tests/golden/minimal"), root.path());
    let settings = fs::read_to_string(root.path().join("svod.toml")).unwrap();
    fs::write(root.path().join("svod.toml"), "title = <b>\n").unwrap();
    let preview = Preview::at(root);
    let (head, body) = preview.get("/");
    assert!(head.starts_with("HTTP/1.1 500 "), "{head}");
    let body = String::from_utf8(body).unwrap();
    assert!(body.contains("svod.toml:1:") && body.contains("&lt;b&gt;"), "{body}");
    let mut news = preview.news();
    fs::write(preview.path("svod.toml"), settings).unwrap();
    news.until(|version, _| version > 0);
    assert!(preview.get("/").0.starts_with("HTTP/1.1 200 "));
}

#[test]
fn nothing_but_this_machine_and_nothing_but_the_site_is_answered() {
    let preview = Preview::of("minimal");
    preview.news().until(|version, _| version > 0);
    assert!(preview.get_from("/", "example.org").0.starts_with("HTTP/1.1 403 "));
    for path in
        ["/none.html", "/../svod.toml", "/%2e%2e/svod.toml", "/data/results.csv", "//svod.toml"]
    {
        assert!(preview.get(path).0.starts_with("HTTP/1.1 404 "), "{path}");
    }
    // A second preview on the same port is told why there is none.
    let port = preview.port.to_string();
    let root = preview.root.path().to_str().unwrap();
    let out = common::svod(&["serve", "--port", &port, "--root", root]);
    assert_eq!(out.status.code(), Some(1));
    let said = String::from_utf8(out.stderr).unwrap();
    assert!(said.contains(&format!("Порт {port}")), "{said}");
}
