//! A page of each kind in a real browser, from disk and without a network: no error, no width past
//! a narrow phone's, sorting and filtering that work.
//!
//! One page of the test holds them all in frames, looks into them and writes down what it sees.
//! Needs `chromium`; `scripts/test` installs it.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use common::{ROOT, build};

/// A page of each kind, by the kind.
const PAGES: [(&str, &str); 13] = [
    ("region", "index.html"),
    ("index", "schools/index.html"),
    ("municipality", "municipalities/yaroslavl.html"),
    ("school", "schools/sch760001.html"),
    ("group", "groups/track1.html"),
    ("procedure", "procedures/oge_math.html"),
    ("warning", "warnings/near.html"),
    ("methodology", "methodology.html"),
    ("data", "data.html"),
    ("table", "tables/deficits.html"),
    ("narrative", "analysis/risks.html"),
    ("measures", "measures.html"),
    ("frame", "frame.html"),
];

/// The narrowest window: WCAG 2.2, 1.4.10.
const WIDTH: u32 = 320;

/// Looks into the frames. The message shows that the console is heard.
const SCRIPT: &str = r#"
const look = (frame) => {
  const page = frame.contentDocument, root = page.documentElement;
  const seen = {
    kind: page.body.className,
    heading: page.querySelector("h1").textContent.trim(),
    wide: root.scrollWidth - frame.contentWindow.innerWidth,
  };
  const field = page.querySelector("input[type=search]");
  if (field) {
    const shown = () => [...page.querySelectorAll("tbody tr")].filter((row) => !row.hidden).length;
    const all = shown();
    field.value = "ТИХОСЕЛЬЦОВСКАЯ ош";
    field.dispatchEvent(new Event("input"));
    seen.filtered = `${shown()} / ${all}`;
    const button = page.querySelector("button.sort");
    const first = () => page.querySelector("tbody th, tbody td").textContent.trim();
    button.click();
    const up = first();
    button.click();
    seen.sorted = `${button.parentElement.getAttribute("aria-sort")} ${up !== first()}`;
  }
  return Object.entries(seen).map(([name, value]) => `${name}=${value}`).join("\t");
};
addEventListener("load", () => {
  const frames = [...document.querySelectorAll("iframe")];
  document.querySelector("pre").textContent = "\n" + frames.map(look).join("\n") + "\n";
  console.log("looked");
});
"#;

/// Opens a page and gives back its document and what the console said.
fn open(page: &Path) -> (String, Vec<String>) {
    let profile = tempfile::tempdir().unwrap();
    let output: Output = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        .args(["--disable-quic", "--no-first-run", "--disable-background-networking"])
        .args(["--disable-component-update", "--disable-sync", "--hide-scrollbars"])
        .args(["--host-resolver-rules=MAP * ~NOTFOUND", "--allow-file-access-from-files"])
        .args(["--enable-logging=stderr", "--v=0", "--timeout=60000", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap_or_else(|error| panic!("chromium: {error}; scripts/test installs it"));
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    let console = errors.lines().filter(|line| line.contains(":CONSOLE:"));
    let console = console.map(str::to_owned).collect();
    (String::from_utf8_lossy(&output.stdout).into_owned(), console)
}

#[test]
fn pages_open_from_disk() {
    let site = build(Path::new(ROOT));
    let frames = PAGES.map(|(_, page)| {
        format!("<iframe src=\"public/{page}\" width=\"{WIDTH}\" height=\"600\"></iframe>")
    });
    let harness = site.path().join("harness.html");
    let head = "<!DOCTYPE html><meta charset=\"utf-8\"><style>iframe { border: 0 }</style>";
    let body = format!("{head}{}<pre></pre><script>{SCRIPT}</script>", frames.concat());
    fs::write(&harness, body).unwrap();

    let (document, console) = open(&harness);
    assert!(
        matches!(&console[..], [only] if only.contains("\"looked\"")),
        "the console says:\n{}",
        console.join("\n")
    );
    let said = document.split("<pre>").nth(1).unwrap().split("</pre>").next().unwrap();
    let seen: Vec<BTreeMap<&str, &str>> = said
        .lines()
        .filter(|line| !line.is_empty())
        .map(|line| line.split('\t').filter_map(|pair| pair.split_once('=')).collect())
        .collect();
    assert_eq!(seen.len(), PAGES.len());
    for ((kind, page), seen) in PAGES.iter().zip(&seen) {
        assert_eq!(seen["kind"], format!("kind-{kind}"), "{page}");
        assert!(!seen["heading"].is_empty(), "{page}");
        let wide: i32 = seen["wide"].parse().unwrap();
        assert!(wide <= 0, "{page} is {wide} pixels wider than {WIDTH}");
    }
    let schools = &seen[1];
    assert_eq!(schools["filtered"], "1 / 335");
    assert_eq!(schools["sorted"], "descending true");
}
