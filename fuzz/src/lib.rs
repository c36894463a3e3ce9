//! What is fuzzed: each function takes any bytes in the place of one file of a small site and must
//! come back. `tests/fuzz.rs` runs the same functions within the ordinary tests, on stable Rust;
//! `cargo +nightly fuzz run TARGET`, from the repository's root, runs one of them without end.
//!
//! A new reader of foreign files gets a function here, a line in [`TARGETS`], a file in
//! `fuzz_targets/` and its `[[bin]]`.

use std::sync::OnceLock;

use svod::cli::faults::{Look, draw, print_json};
use svod::diag::{Diagnostics, Place, Severity};
use svod::import::Asked;
use svod::pipeline::{self, Target as Destination};
use svod::source::{Memory, Sources};
use svod::text::{Lang, Text};

/// A name and what it does with bytes.
pub type Target = (&'static str, fn(&[u8]));

/// Every function, by the name of its binary.
pub const TARGETS: &[Target] = &[
    ("results", results),
    ("layout", layout),
    ("workbook", workbook),
    ("methodology", methodology),
    ("site", site),
    ("narrative", narrative),
    ("import", import),
];

/// What stands between the settings and the file of [`layout`].
pub const BETWEEN: u8 = 0;

const SITE: &str = "title = \"Отчёт\"\nregion = \"Область\"\n";

const METHOD: &str = r#"
[years]
current = 2022

[[procedure]]
id = "math-5"
title = "ВПР, математика, 5 класс"
subject = "математика"
grade = 5
stage = "ВПР"
failing = "получили отметку «2»"

[low_results]
list = "low"
source = "computed"

[[list]]
id = "low"
title = "ШНОР"

[[group]]
id = "pilot"
title = "Пилот"
"#;

/// The site that reports of other systems are imported into.
const IMPORTED_INTO: [(&str, &str); 4] = [
    ("svod.toml", include_str!("../../tests/import/site/svod.toml")),
    ("methodology.toml", include_str!("../../tests/import/site/methodology.toml")),
    ("data/municipalities.csv", include_str!("../../tests/import/site/data/municipalities.csv")),
    ("data/schools.csv", include_str!("../../tests/import/site/data/schools.csv")),
];

const DATA: [(&str, &str); 3] = [
    ("data/municipalities.csv", "id,name\nberezovo,Берёзовский район\n"),
    (
        "data/schools.csv",
        "id,name,municipality,students\nsch-1,МОУ СОШ № 1,berezovo,420\nsch-2,МОУ СОШ № 2,berezovo,118\n",
    ),
    (
        "data/results.csv",
        "school,year,procedure,participants,below_threshold\nsch-1,2021,math-5,50,10\nsch-1,2022,math-5,48,16\n",
    ),
];

/// The small site.
fn small() -> Memory {
    let site = Memory::new().with("svod.toml", SITE).with("methodology.toml", METHOD);
    with(site, &DATA)
}

fn with(site: Memory, files: &[(&str, &str)]) -> Memory {
    files.iter().fold(site, |site, (path, text)| site.with(path, *text))
}

/// Reads, computes and checks a site, and says what is wrong with it in both ways.
fn run(site: &Memory) {
    let (faults, sources) = match pipeline::load(site, Lang::Ru, &|_, _, _| {}) {
        Err(stopped) => (stopped.faults, stopped.sources),
        Ok(loaded) => {
            let mut faults = loaded.faults.clone();
            match loaded.report() {
                Ok(report) => {
                    let told = loaded.check_texts(&report);
                    faults.extend(told.unwrap_or_else(|found| found));
                    // A page of each kind is put into words.
                    report.pages().iter().take(12).for_each(|id| drop(report.page(id)));
                }
                Err(found) => faults.extend(found),
            }
            (faults, loaded.sources)
        }
    };
    said(&faults, &sources);
}

fn said(faults: &Diagnostics, sources: &Sources) {
    static TEXT: OnceLock<Text> = OnceLock::new();
    let text = TEXT.get_or_init(|| Text::new(Lang::En).expect("the catalogues are whole"));
    let drawn = draw(faults, sources, text, Look::Plain);
    assert_eq!(drawn.is_empty(), faults.is_empty());
    let lines = print_json(faults, sources, text);
    assert_eq!(lines.lines().count(), faults.sorted().len());
}

/// A table in canonical form.
pub fn results(data: &[u8]) {
    run(&small().with("data/results.csv", data));
}

/// A `[[source]]` and the file that it lays out.
pub fn layout(data: &[u8]) {
    let mut parts = data.splitn(2, |byte| *byte == BETWEEN);
    let [settings, file] = [parts.next(), parts.next()].map(Option::unwrap_or_default);
    let settings = [SITE.as_bytes(), settings].concat();
    run(&small().with("svod.toml", settings).with("data/file.csv", file));
}

/// A workbook, whatever its name says.
pub fn workbook(data: &[u8]) {
    run(&small().with("data/groups.xlsx", data));
}

/// The method.
pub fn methodology(data: &[u8]) {
    run(&small().with("methodology.toml", data));
}

/// The settings.
pub fn site(data: &[u8]) {
    run(&small().with("svod.toml", data));
}

/// A text with its head.
pub fn narrative(data: &[u8]) {
    run(&small().with("content/text.md", data));
}

/// A report of another system: a workbook or a text, whichever its bytes say.
pub fn import(data: &[u8]) {
    let site = with(Memory::new(), &IMPORTED_INTO);
    let asked = Asked { skip_unknown: true, ..Asked::default() };
    let export = vec![("export".to_owned(), data.to_vec())];
    match pipeline::import(&site, Lang::Ru, export, &asked, Destination::None) {
        Err(stopped) => said(&stopped.faults, &stopped.sources),
        Ok(imported) => {
            said(&imported.faults, &imported.sources);
            let results = std::str::from_utf8(&imported.table).expect("a table is a text");
            if imported.summary.added == 0 {
                return;
            }
            let site = site.with("data/results.csv", results);
            if let Err(stopped) = pipeline::load(&site, Lang::Ru, &|_, _, _| {}) {
                said(&stopped.faults, &stopped.sources);
                let of_results = |place: Place| {
                    let source = stopped.sources.get(place.source);
                    source.is_some_and(|source| source.path == "data/results.csv")
                };
                let mut errors = stopped.faults.sorted().into_iter();
                let refused = errors
                    .find(|e| e.severity == Severity::Error && e.place.is_some_and(of_results));
                assert!(refused.is_none(), "the next command refuses it: {refused:?}");
            }
        }
    }
}
