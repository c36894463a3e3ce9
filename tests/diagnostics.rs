//! The exact drawing of faults: `tests/diagnostics/<case>/` holds what was read and what is said.
//! `SVOD_BLESS=1` rewrites what is said.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

use std::path::Path;
use std::{env, fs};

use svod::cli::faults::{Look, draw, of_output, print_json};
use svod::diag::{Code, Diagnostic, Diagnostics, Place, Severity, SourceId};
use svod::output::{Artifact, OutputError};
use svod::source::{CellKind, Sheet, Source, Sources};
use svod::text::{Lang, Text};

fn ru() -> Text {
    Text::new(Lang::Ru).unwrap()
}

fn read(sources: &mut Sources, case: &str, file: &str) -> SourceId {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics").join(case).join(file);
    add(sources, &format!("data/{file}"), &fs::read_to_string(path).unwrap())
}

fn add(sources: &mut Sources, path: &str, text: &str) -> SourceId {
    let headers = match path.ends_with(".csv") {
        true => text.lines().next().unwrap().split([',', ';']).map(str::to_owned).collect(),
        false => Vec::new(),
    };
    let id = sources.add(Source::of_bytes(path, text.into()));
    sources.set_headers(id, headers);
    id
}

/// Compares with a file of the case, or rewrites it.
fn check(case: &str, file: &str, said: &str) {
    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics").join(case).join(file);
    if env::var_os("SVOD_BLESS").is_some() {
        fs::write(&path, said).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(said, expected, "{case}/{file} differs; SVOD_BLESS=1 rewrites it");
}

fn check_drawing(case: &str, faults: Vec<Diagnostic>, sources: &Sources) {
    check(case, "expected.txt", &draw(&all(faults), sources, &ru(), Look::Plain));
}

fn all(faults: Vec<Diagnostic>) -> Diagnostics {
    let mut all = Diagnostics::new();
    faults.into_iter().for_each(|fault| all.push(fault));
    all
}

fn bad_count(place: Place, value: &str) -> Diagnostic {
    Diagnostic::new(Code::BadCount).with("value", value).with("column", "participants").at(place)
}

#[test]
fn a_missing_file() {
    let fault = Diagnostic::new(Code::MissingFile).with("file", "data/results.csv");
    check_drawing("missing-file", vec![fault], &Sources::new());
}

#[test]
fn a_bad_cell_after_quoted_cyrillic() {
    let mut sources = Sources::new();
    let id = read(&mut sources, "quoted-cell", "results.csv");
    let faults = vec![bad_count(Place::cell(id, 2, 3), "сорок")];
    check("quoted-cell", "expected.jsonl", &print_json(&all(faults.clone()), &sources, &ru()));
    check_drawing("quoted-cell", faults, &sources);
}

#[test]
fn a_repeated_key_with_both_places() {
    let mut sources = Sources::new();
    let id = read(&mut sources, "repeated-key", "results.csv");
    let fault = Diagnostic::new(Code::RepeatedKey)
        .with("value", "sch-1, 2022, ru-5")
        .with("table", "results")
        .at(Place::row(id, 4))
        .see_also(Place::row(id, 2));
    check(
        "repeated-key",
        "expected.jsonl",
        &print_json(&all(vec![fault.clone()]), &sources, &ru()),
    );
    check_drawing("repeated-key", vec![fault], &sources);
}

#[test]
fn four_hundred_equal_faults_are_one() {
    let mut sources = Sources::new();
    let row = |n: u32| format!("sch-{n},{}\n", if n.is_multiple_of(2) { "много" } else { "нет" });
    let text: String = (2..402).map(row).collect();
    let id = add(&mut sources, "data/results.csv", &format!("school,participants\n{text}"));
    let value = |n: u32| if n.is_multiple_of(2) { "много" } else { "нет" };
    let mut faults: Vec<_> =
        (2..402).map(|n| bad_count(Place::cell(id, n, 2), value(n))).rev().collect();
    // Another column is another fault, and a warning comes after all errors.
    faults.push(
        Diagnostic::new(Code::UnknownColumn)
            .with("table", "results")
            .with("column", "school")
            .at(Place::cell(id, 1, 1)),
    );
    faults.push(bad_count(Place::cell(id, 300, 1), "sch-300"));
    check_drawing("many-rows", faults, &sources);
}

#[test]
fn a_span_of_toml() {
    let mut sources = Sources::new();
    let id = read(&mut sources, "toml-span", "svod.toml");
    let text = sources.get(id).unwrap().text();
    let at = text.find("\"нет\"").unwrap();
    let fault = Diagnostic::new(Code::UnknownKey)
        .with("value", "подвал")
        .at(Place::span(id, at..at + "\"нет\"".len()))
        .see_also(Place::span(id, 0..5));
    check_drawing("toml-span", vec![fault], &sources);
}

#[test]
fn a_wide_row_is_cut() {
    let mut sources = Sources::new();
    let id = read(&mut sources, "wide-row", "context.csv");
    check_drawing("wide-row", vec![bad_count(Place::cell(id, 2, 30), "сорок два")], &sources);
}

#[test]
fn places_without_a_line() {
    let mut sources = Sources::new();
    let mut cells = Sheet::default();
    for (row, column, text) in
        [(3, 1, "sch-1"), (17, 1, "sch-2"), (17, 4, "сорок\nдва"), (17, 6, "7")]
    {
        cells.push(row, column, CellKind::Text, text).unwrap();
    }
    let sheet = sources.add(Source::of_sheet("data/results.xlsx", "2022", cells));
    sources.set_headers(
        sheet,
        ["school", "year", "procedure", "participants"].map(str::to_owned).into(),
    );
    let short = add(&mut sources, "data/schools.csv", "id,name,kind\nsch-1,Школа\nsch-2,,\n");
    let text = add(&mut sources, "content/index.md", "Первая\n[сюда](нет.md)");
    let link = |place| Diagnostic::new(Code::BrokenLink).with("value", "нет.md").at(place);
    let missing =
        |column, place| Diagnostic::new(Code::MissingValue).with("column", column).at(place);
    let faults = vec![
        bad_count(Place::cell(sheet, 17, 4), "сорок").see_also(Place::row(sheet, 3)),
        // Empty cells: in the middle, at the end; a row that is not there.
        bad_count(Place::cell(sheet, 17, 2), "сорок"),
        bad_count(Place::cell(sheet, 17, 9), "сорок"),
        bad_count(Place::cell(sheet, 18, 9), "сорок"),
        link(Place::whole(sheet)),
        // A record that ends too early, a row that is not there.
        missing("kind", Place::cell(short, 2, 3)),
        missing("kind", Place::cell(short, 99, 3)),
        // An empty cell.
        missing("name", Place::cell(short, 3, 2)),
        // To the end of the text, and past it.
        link(Place::span(text, 13..30)),
        link(Place::span(text, 990..999)),
        // A source that nobody registered.
        link(Place::whole(SourceId(99))),
    ];
    check_drawing("odd-places", faults, &sources);
}

/// The page of the guide that lists every fault: the catalogue itself, in another order.
fn page_of_faults() -> String {
    let text = ru();
    let mut page = String::from(
        "<!-- Составлено по словарю сообщений. После его правки: SVOD_BLESS=1 cargo test --test diagnostics -->\n\n\
         # Все сообщения svod\n\n\
         Под каждым сообщением напечатан его код; по коду оно и находится здесь. Коды не меняются, поэтому на них \
         могут опираться и программы: `svod check --format json`. Многоточие стоит на месте имени, числа или файла.\n",
    );
    for (severity, release, title, about) in [
        (Severity::Error, false, "Ошибки", "Пока они есть, отчёт не собирается."),
        (
            Severity::Warning,
            false,
            "Предупреждения",
            "Отчёт соберётся, но посмотрите. `svod check --strict` не пропускает и их.",
        ),
        (
            Severity::Warning,
            true,
            "Перед публикацией",
            "Об этом говорит только `svod check --release`: пока отчёт составляют, так и бывает.",
        ),
        (Severity::Notice, false, "К сведению", "Что svod решил сам и как решить иначе."),
    ] {
        page += &format!("\n## {title}\n\n{about}\n");
        let here =
            |code: &Code| code.severity() == severity && Code::RELEASE.contains(code) == release;
        let mut codes: Vec<Code> = Code::ALL.iter().copied().filter(here).collect();
        codes.sort_by_key(|code| code.name());
        for code in codes {
            let words = code.words().iter().filter(|word| !Code::OPTIONAL.contains(word));
            let fault = words.fold(Diagnostic::new(code), |fault, word| fault.with(word, "…"));
            let (problem, advice) = (text.problem(&fault), text.advice(&fault));
            page += &format!("\n### {}\n\n{problem}\n\n*Что сделать.* {advice}\n", code.name());
        }
    }
    page
}

#[test]
fn the_guide_lists_every_fault() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/faults.md");
    let page = page_of_faults();
    if env::var_os("SVOD_BLESS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    assert!(
        fs::read_to_string(&path).unwrap_or_default() == page,
        "docs/faults.md differs from the catalogue; SVOD_BLESS=1 rewrites it"
    );
}

/// Programs rely on the names of these keys, and on all of them being there.
#[test]
fn a_line_of_json_has_every_key() {
    let mut sources = Sources::new();
    let id = read(&mut sources, "quoted-cell", "results.csv");
    let faults = all(vec![
        bad_count(Place::cell(id, 2, 3), "сорок").see_also(Place::row(id, 1)),
        Diagnostic::new(Code::MissingFile).with("file", "data/results.csv"),
    ]);
    let lines = print_json(&faults, &sources, &ru());
    let place = ["cell", "column", "file", "header", "line", "sheet"];
    for line in lines.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        let keys = |value: &serde_json::Value| -> Vec<String> {
            let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
            keys.sort();
            keys
        };
        let own = ["code", "help", "message", "related", "severity"];
        let mut expected = [&own[..], &place].concat();
        expected.sort_unstable();
        assert_eq!(keys(&line), expected);
        for related in line["related"].as_array().unwrap() {
            assert_eq!(keys(related), place);
        }
    }
}

#[test]
fn colours_come_only_when_asked_for() {
    let mut sources = Sources::new();
    let id = read(&mut sources, "quoted-cell", "results.csv");
    let faults = all(vec![bad_count(Place::cell(id, 2, 3), "сорок")]);
    let words = ru();
    assert!(draw(&faults, &sources, &words, Look::Coloured).contains('\u{1b}'));
    assert!(!draw(&faults, &sources, &words, Look::Plain).contains('\u{1b}'));
}

#[test]
fn what_went_wrong_on_the_way_out_is_a_fault_too() {
    let words = ru();
    let said = |error: OutputError| words.problem(&of_output(&error, &words));
    let path = Path::new("public").to_owned();
    assert_eq!(
        said(OutputError::Busy { path: path.clone() }),
        "Не удалось записать «public»: этот сайт сейчас записывает другой запуск svod."
    );
    let error = std::io::ErrorKind::StorageFull.into();
    assert_eq!(
        said(OutputError::Refused { path, error }),
        "Не удалось записать «public»: на диске кончилось место."
    );
    let bad = Artifact::new("школа.html", "").unwrap_err();
    assert!(said(bad).contains("школа.html"));
    let other = "content/index.md".to_owned();
    let taken = said(OutputError::PathTaken { path: "index.html".into(), other });
    assert_eq!(taken, "На адрес «index.html» претендует ещё и «content/index.md».");
    assert!(said(OutputError::ForeignOutput { path: "public".into() }).contains("«public»"));
}
