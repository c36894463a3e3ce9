//! What no compiler checks: layers, lengths, colours, words, the map of the house.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use common::{ROOT, read};

/// What each room may use of the others, itself aside.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &["diag"]),
    ("diag", &["source"]),
    ("source", &["diag"]),
    ("text", &["diag", "model"]),
    ("markdown", &["text"]),
    ("site", &["model", "diag", "source"]),
    ("method", &["model", "diag", "source"]),
    ("input", &["site", "model", "markdown", "diag", "source"]),
    ("import", &["input", "method", "model", "diag", "source"]),
    ("review", &["model", "method", "diag", "input::fold"]),
    ("release", &["model", "method", "site", "source", "diag"]),
    ("implied", &["model", "method", "text", "diag"]),
    ("engine", &["model", "method", "diag"]),
    ("edition", &["engine", "method", "model", "diag", "site"]),
    ("report", &["edition", "method", "site", "model", "markdown", "text", "source", "diag"]),
    ("narrate", &["report", "model", "markdown", "diag"]),
    ("render", &["report::view", "markdown", "text", "diag"]),
    ("output", &[]),
    ("preview", &["source"]),
    ("paper", &[]),
    (
        "pipeline",
        &[
            "output", "render", "narrate", "report", "edition", "engine", "implied", "release",
            "review", "import", "input", "method", "site", "text", "model", "source", "diag",
        ],
    ),
    (
        "cli",
        &[
            "pipeline",
            "preview",
            "paper",
            "output",
            "diag",
            "text",
            "report",
            "edition",
            "import",
            "render::export",
            "source",
            "model",
        ],
    ),
];

/// Words that do not occur in a room: the engine is exact and knows neither files nor the clock.
const ABSENT: &[(&str, &[&str])] = &[
    ("engine", &["f64", "f32", "std::fs", "std::io", "std::time", "std::env"]),
    ("model", &["f64", "f32", "std::fs", "std::io", "std::time", "std::env"]),
    ("report", &["std::fs", "std::time", "std::env", "<svg", "</"]),
    ("render", &["std::fs", "std::time", "std::env"]),
];

/// The longest file of the source.
const LONGEST: usize = 600;

/// A text file of the repository.
struct Text {
    path: String,
    text: String,
}

impl Text {
    /// The room of a source file; none for the crate's root and the program.
    fn room(&self) -> Option<&str> {
        let name = self.path.strip_prefix("src/")?.split('/').next()?;
        let room = name.strip_suffix(".rs").unwrap_or(name);
        (!["lib", "main"].contains(&room)).then_some(room)
    }

    /// Lines of code with their numbers: no comments, no modules of tests.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let tests = self.path.ends_with("tests.rs") || self.path.ends_with("samples.rs");
        let code = if tests { "" } else { &self.text };
        let code = code.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let lines = code.lines().enumerate().map(|(at, line)| (at + 1, line));
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }
}

/// The text files under a folder of the repository whose names end in one of `endings`; packages
/// that the browser tests fetched are not the repository's.
fn texts(folder: &str, endings: &[&str]) -> Vec<Text> {
    let files = read(&Path::new(ROOT).join(folder)).into_iter();
    files
        .filter(|(path, _)| !path.contains("node_modules/"))
        .filter(|(path, _)| endings.iter().any(|ending| path.ends_with(ending)))
        .map(|(path, bytes)| Text {
            path: format!("{folder}/{path}"),
            // Some of the bad inputs are no UTF-8, on purpose.
            text: String::from_utf8_lossy(&bytes).into_owned(),
        })
        .collect()
}

fn source() -> Vec<Text> {
    texts("src", &[".rs"])
}

/// What stands after each `crate::` of a line, up to two steps: `model::ids`.
fn paths(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::").map(|(at, found)| {
        let rest = &line[at + found.len()..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
        &rest[..end.unwrap_or(rest.len())]
    })
}

fn none(violations: Vec<String>) {
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

#[test]
fn rooms_use_only_the_rooms_below() {
    let layers: BTreeMap<&str, &[&str]> = LAYERS.iter().copied().collect();
    let rooms: BTreeSet<String> =
        source().iter().filter_map(|text| text.room().map(str::to_owned)).collect();
    let known: BTreeSet<String> = layers.keys().map(|room| (*room).to_owned()).collect();
    assert_eq!(rooms, known, "every room has its line in LAYERS");
    let mut wrong = Vec::new();
    for text in source() {
        let Some(room) = text.room() else { continue };
        for (number, line) in text.code() {
            let within = |path: &str, of: &str| {
                path == of || path.strip_prefix(of).is_some_and(|rest| rest.starts_with("::"))
            };
            let allowed = |path: &str| {
                within(path, room) || layers[room].iter().any(|other| within(path, other))
            };
            let at = format!("{}:{number}", text.path);
            wrong.extend(
                paths(line)
                    .filter(|path| !allowed(path))
                    .map(|path| format!("{at}: {room} uses {path}")),
            );
            // A group after `crate::` would escape the check above.
            if line.contains("crate::{") {
                wrong.push(format!("{at}: one path after crate::"));
            }
        }
    }
    none(wrong);
}

#[test]
fn rooms_are_free_of_what_they_must_not_know() {
    let mut wrong = Vec::new();
    for text in source() {
        let Some(room) = text.room() else { continue };
        let absent = ABSENT.iter().filter(|(of, _)| *of == room).flat_map(|(_, words)| *words);
        let printing: &[&str] = if room == "cli" { &[] } else { &["println!", "eprint"] };
        for word in absent.chain(printing) {
            let lines = text.code().filter(|(_, line)| line.contains(word));
            wrong.extend(lines.map(|(number, _)| format!("{}:{number}: {word}", text.path)));
        }
    }
    none(wrong);
}

/// `ARCHITECTURE.md` has a table whose first column names each room as `src/<room>`.
#[test]
fn the_map_names_every_room() {
    let map = fs::read_to_string(Path::new(ROOT).join("ARCHITECTURE.md")).unwrap();
    let rows = map.lines().filter_map(|line| line.trim().strip_prefix('|')?.split('|').next());
    let named: BTreeSet<&str> = rows
        .filter_map(|cell| cell.trim().trim_matches('`').strip_prefix("src/"))
        .map(|name| name.trim_end_matches('/').trim_end_matches(".rs"))
        .filter(|name| !["lib", "main"].contains(name))
        .collect();
    let rooms: BTreeSet<&str> = LAYERS.iter().map(|(room, _)| *room).collect();
    assert_eq!(named, rooms);
}

#[test]
fn a_file_holds_one_concept() {
    let long = source().into_iter().map(|text| (text.text.lines().count(), text.path));
    let long = long.filter(|(lines, _)| *lines > LONGEST);
    none(long.map(|(lines, path)| format!("{path}: {lines} lines")).collect());
}

/// True if a line has a colour: `#abc`, `rgb(…)`; `&#8470;` is none.
fn has_colour(line: &str) -> bool {
    let hex = line.match_indices('#').any(|(at, _)| {
        let digits = line[at + 1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let all_hex = line[at + 1..at + 1 + digits].bytes().all(|b| b.is_ascii_hexdigit());
        [3, 4, 6, 8].contains(&digits) && all_hex && !line[..at].ends_with('&')
    });
    hex || ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "lab("].iter().any(|f| line.contains(f))
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    assert!(has_colour("color: #fa0;") && has_colour("rgb(1 2 3)") && !has_colour("&#8470; #menu"));
    let sheets = texts("themes", &[".css"]).into_iter();
    let sheets = sheets.filter(|text| !text.path.ends_with("/tokens.css"));
    let mut wrong = Vec::new();
    for text in source().into_iter().chain(texts("themes", &[".html", ".js"])).chain(sheets) {
        let lines = text.text.lines().enumerate().filter(|(_, line)| has_colour(line));
        wrong.extend(lines.map(|(at, line)| format!("{}:{}: {}", text.path, at + 1, line.trim())));
    }
    none(wrong);
}

#[test]
fn templates_hold_neither_styles_nor_scripts() {
    let mut wrong = Vec::new();
    for text in texts("themes", &[".html"]) {
        for (at, line) in text.text.lines().enumerate() {
            let inline = line.contains("<script") && !line.contains("src=");
            if inline || line.contains("style=") || line.contains("<style") {
                wrong.push(format!("{}:{}: {}", text.path, at + 1, line.trim()));
            }
        }
    }
    none(wrong);
}

/// The keys of a language.
fn keys(lang: &str) -> BTreeSet<String> {
    let key = |line: &str| {
        let (key, _) = line.split_once(" =")?;
        let plain = key.starts_with(|c: char| c.is_ascii_lowercase());
        plain.then(|| key.trim().to_owned())
    };
    let texts = texts(&format!("locales/{lang}"), &[".ftl"]);
    texts.iter().flat_map(|text| text.text.lines().filter_map(key)).collect()
}

#[test]
fn both_languages_have_the_same_messages() {
    let (ru, en) = (keys("ru"), keys("en"));
    none(ru.symmetric_difference(&en).map(|key| format!("{key}: in one language only")).collect());
}

/// Keys that the code names: the first argument of `say`, `get` and `link_to`.
#[test]
fn every_message_that_is_said_exists() {
    let ru = keys("ru");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for text in source() {
        let lines: Vec<&str> = text.code().map(|(_, line)| line.trim()).collect();
        let code = lines.join("");
        for call in [".say(\"", ".get(\"", ".link_to(\""] {
            let named = code.match_indices(call).map(|(at, _)| &code[at + call.len()..]);
            for key in named.filter_map(|rest| rest.split('"').next()) {
                // Keys of themes and of maps are single words.
                if key.contains('-') {
                    seen += 1;
                    if !ru.contains(key) {
                        wrong.push(format!("{}: {key}", text.path));
                    }
                }
            }
        }
    }
    for text in texts("themes", &[".html"]) {
        for (at, _) in text.text.match_indices(" t.") {
            let rest = &text.text[at + 3..];
            let end = rest.find(|c: char| !c.is_ascii_lowercase()).unwrap_or(rest.len());
            seen += 1;
            if !ru.contains(&format!("theme-{}", &rest[..end])) {
                wrong.push(format!("{}: t.{}", text.path, &rest[..end]));
            }
        }
    }
    assert!(seen > 100, "{seen} keys found: the search has gone blind");
    none(wrong);
}

#[test]
fn no_path_of_a_machine_stands_anywhere() {
    // In two parts, so that this file is none of those found.
    let paths = [("/ho", "me/"), ("/Us", "ers/"), ("/ro", "ot/"), ("/t", "mp/"), ("C:", "\\")]
        .map(|(one, other)| format!("{one}{other}"));
    let folders = ["src", "tests", "themes", "locales", "content", "data", "scripts", ".ci"];
    let kinds =
        ["rs", "toml", "html", "css", "js", "ftl", "md", "csv", "txt", "json", "test", "run"];
    let mut wrong = Vec::new();
    for text in folders.iter().flat_map(|folder| texts(folder, &kinds)) {
        for (at, line) in text.text.lines().enumerate() {
            if paths.iter().any(|path| line.contains(path)) {
                wrong.push(format!("{}:{}: {}", text.path, at + 1, line.trim()));
            }
        }
    }
    none(wrong);
}
