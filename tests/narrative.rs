//! The narrative of the Yaroslavl report follows its data.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::fs;
use std::path::Path;

use svod::pipeline::{self, Loaded};
use svod::report::speech::Subject;
use svod::source::Memory;
use svod::text::Lang;

use common::{ROOT, read};

/// The root site, with some rows of the lists left out.
fn load(left_out: &dyn Fn(&str) -> bool) -> Loaded {
    let root = Path::new(ROOT);
    let mut files = Memory::new();
    for path in ["svod.toml", "methodology.toml"] {
        files = files.with(path, fs::read(root.join(path)).unwrap());
    }
    for folder in ["data", "content"] {
        for (path, bytes) in read(&root.join(folder)) {
            files = files.with(&format!("{folder}/{path}"), bytes);
        }
    }
    let path = "data/list_membership.csv";
    let lists = fs::read_to_string(root.join(path)).unwrap();
    let kept = lists.lines().filter(|line| !left_out(line));
    let kept: String = kept.flat_map(|line| [line, "\n"]).collect();
    let files = files.with(path, kept.into_bytes());
    pipeline::load(&files, Lang::Ru, &|_, _, _| {}).unwrap_or_else(|_| panic!())
}

/// What the text for all municipalities says of one.
fn told_of(loaded: &Loaded, municipality: &str) -> String {
    let texts = &loaded.narratives;
    let at = texts.iter().position(|text| text.slug == "municipalities/_default").unwrap();
    let mut all = loaded.published.municipalities();
    let (ix, _) = all.find(|(_, own)| own.id.as_str() == municipality).unwrap();
    let told = loaded.narrator.tell(at, &Subject::Municipality(ix, municipality.to_owned()));
    told.unwrap().markdown.replace('\\', "").replace('\u{a0}', " ")
}

/// The schools of a municipality on the list of 2023.
fn listed(loaded: &Loaded, municipality: &str) -> Vec<String> {
    let mut all = loaded.published.municipalities();
    let (ix, _) = all.find(|(_, own)| own.id.as_str() == municipality).unwrap();
    let lists = fs::read_to_string(Path::new(ROOT).join("data/list_membership.csv")).unwrap();
    let schools = loaded.published.schools_of(ix).iter();
    let ids = schools.map(|school| loaded.published.school(*school).id.to_string());
    ids.filter(|id| lists.lines().any(|line| line.starts_with(&format!("{id},shnor,2023"))))
        .collect()
}

#[test]
fn the_text_of_a_municipality_changes_with_the_data() {
    let before = load(&|_| false);
    let said = told_of(&before, "yaroslavl");
    assert!(said.contains("В перечне 30 из 84 школ (36 %; по региону 26 %)"), "{said}");
    // One school of the town leaves the list.
    let school = listed(&before, "yaroslavl").remove(0);
    let after = load(&|line| line.starts_with(&format!("{school},shnor,2023")));
    let said = told_of(&after, "yaroslavl");
    assert!(said.contains("В перечне 29 из 84 школ (35 %; по региону 26 %)"), "{said}");
    // All of them do: the passage is another one.
    let schools = listed(&before, "yaroslavl");
    let left = |line: &str| schools.iter().any(|id| line.starts_with(&format!("{id},shnor,2023")));
    let said = told_of(&load(&left), "yaroslavl");
    assert!(said.contains("Школ перечня в муниципалитете нет."), "{said}");
    assert!(!said.contains("закрепите куратора"), "{said}");
}

#[test]
fn nearly_every_figure_is_computed() {
    let figures = load(&|_| false).figures();
    println!("computed {}, typed {}, quoted {}", figures.computed, figures.typed, figures.quoted);
    assert!(figures.computed >= 20 * figures.typed, "{figures:?}");
}
