//! The guide for methodologists: what it says a call says, the call says of the root site.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::fs;
use std::path::Path;

use svod::pipeline;
use svod::report::speech::{CALLS, Subject};
use svod::source::Memory;
use svod::text::Lang;

use common::{ROOT, read};

fn guide() -> String {
    fs::read_to_string(Path::new(ROOT).join("docs/guide.md")).unwrap()
}

/// The examples of the guide: what to write, and what stands on the page.
fn examples(guide: &str) -> Vec<(&str, &str)> {
    let rows = guide.lines().filter(|line| line.starts_with("| `{{") || line.starts_with("| `{%"));
    rows.map(|row| {
        let (call, answer) = row.strip_prefix("| `").unwrap().split_once("` | ").unwrap();
        (call, answer.strip_suffix(" |").unwrap())
    })
    .collect()
}

#[test]
fn every_example_says_what_the_guide_promises() {
    let guide = guide();
    let examples = examples(&guide);
    let calls: Vec<&str> = examples.iter().map(|(call, _)| *call).collect();
    let text = format!("+++\ntitle = \"Т\"\n+++\n\n{}\n", calls.join("\n"));
    let root = Path::new(ROOT);
    let mut files = Memory::new().with("content/text.md", text.into_bytes());
    for path in ["svod.toml", "methodology.toml"] {
        files = files.with(path, fs::read(root.join(path)).unwrap());
    }
    for (path, bytes) in read(&root.join("data")) {
        files = files.with(&format!("data/{path}"), bytes);
    }
    let loaded = pipeline::load(&files, Lang::Ru, &|_, _, _| {}).unwrap_or_else(|_| panic!());
    let told = loaded.narrator.tell(0, &Subject::Region);
    let told = told.unwrap_or_else(|faults| panic!("{:?}", faults.sorted())).markdown;
    let plain = told.replace('\\', "").replace('\u{a0}', " ");
    let said: Vec<&str> = plain.trim().lines().collect();
    let promised: Vec<&str> = examples.iter().map(|(_, answer)| *answer).collect();
    assert_eq!(said, promised);
}

#[test]
fn every_call_is_in_the_guide() {
    let guide = guide();
    for call in CALLS {
        let shown = guide.contains(&format!("{{ {}(", call.name))
            || guide.contains(&format!("{{% if {}(", call.name));
        assert!(shown, "the guide shows no {}", call.name);
        for argument in call.args.iter().filter(|name| **name != "table") {
            let named =
                guide.contains(&format!("{argument}=")) || guide.contains(&format!("`{argument}`"));
            assert!(named, "the guide does not tell of {argument} of {}", call.name);
        }
    }
}
