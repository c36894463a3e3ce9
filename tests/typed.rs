//! Typed numbers: the published sentences of the Yaroslavl analysis, as printed, held against the
//! data. `SVOD_BLESS=1` rewrites what is expected.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::path::Path;
use std::{env, fs};

use svod::cli::faults::{Look, draw};
use svod::diag::{Code, Diagnostics};
use svod::pipeline;
use svod::source::{Memory, Sources};
use svod::text::{Lang, Text};

use common::{ROOT, read};

/// What the check of the root site says with one more text in it.
fn check(text: &str) -> (Diagnostics, Sources) {
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
    let files = files.with("content/published.md", text.as_bytes().to_vec());
    let loaded = pipeline::load(&files, Lang::Ru, &|_, _, _| {}).unwrap_or_else(|_| panic!());
    let report = loaded.report().unwrap();
    let faults = loaded.check_texts(&report).unwrap_or_else(|faults| faults);
    (faults, loaded.sources)
}

fn folder() -> std::path::PathBuf {
    Path::new(ROOT).join("tests/typed")
}

#[test]
fn the_published_sentences_are_found_out() {
    let text = fs::read_to_string(folder().join("published.md")).unwrap();
    let (faults, sources) = check(&text);
    let said = draw(&faults, &sources, &Text::new(Lang::Ru).unwrap(), Look::Plain);
    let path = folder().join("expected.txt");
    if env::var_os("SVOD_BLESS").is_some() {
        fs::write(&path, &said).unwrap();
    }
    assert_eq!(said, fs::read_to_string(&path).unwrap());
}

/// Ordinary sentences, none of them wrong: whatever is said of them here is a false alarm, and the
/// fewer there are, the better. `tests/typed/honest.txt` lists what is left.
#[test]
fn honest_prose_is_let_be() {
    let text = fs::read_to_string(folder().join("honest.md")).unwrap();
    let (faults, sources) = check(&text);
    let said = draw(&faults, &sources, &Text::new(Lang::Ru).unwrap(), Look::Plain);
    assert!(!faults.has_errors(), "{said}");
    let path = folder().join("honest.txt");
    if env::var_os("SVOD_BLESS").is_some() {
        fs::write(&path, &said).unwrap();
    }
    assert_eq!(said, fs::read_to_string(&path).unwrap());
}

#[test]
fn what_the_page_shows_or_marks_as_quoted_is_let_be() {
    let head = "+++\ntitle = \"Текст\"\ntables = [\"list_share\", \"deficits\"]\n+++\n\n";
    for text in [
        "В перечне 87 школ (26 %), годом раньше 107 (32 %).",
        "В г. Ярославле в перечне 30 из 84 школ (36 %), по региону — 26 % школ перечня ШНОР.",
        "Более 30 % школ в перечне ШНОР в Мышкинском, Некоузском и Некрасовском МР.",
        "Участие в ВПР 13 февраля 2022 года, 5 класс, приказ № 102, отметка «2», проект «500+».",
        "Опубликовано: {{ quoted(\"25 %\", reason=\"в источнике дробь отброшена\") }}.",
        "> Опубликовано: 25 % школ региона.",
    ] {
        let (faults, _) = check(&format!("{head}{text}\n"));
        assert!(faults.is_empty(), "{text}: {:?}", faults.sorted());
    }
}

#[test]
fn contradictions_are_errors_and_the_rest_warnings() {
    let head = "+++\ntitle = \"Текст\"\ntables = [\"deficits\"]\n+++\n\n";
    let codes = |text: &str| -> Vec<Code> {
        check(&format!("{head}{text}\n")).0.sorted().iter().map(|fault| fault.code).collect()
    };
    assert_eq!(codes("В г. Рыбинске в перечне 21 % школ."), [Code::ContradictedNumber]);
    assert_eq!(codes("В трёх школах 5 из 20 (22 %)."), [Code::ContradictedNumber]);
    assert_eq!(codes("В трёх школах 5 из 21 (22 %)."), [Code::WrongShare]);
    assert_eq!(codes("Проведено 4321 занятие."), [Code::UnsupportedNumber]);
}
