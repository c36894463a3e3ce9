//! What svod says of bad input, word for word. `tests/bad-input/good/` is a small site without
//! faults; every other folder there is a case: the files in which it differs, and `expected.txt`.
//!
//! A file of a case replaces that of the good site; with `+` after its name it is appended to it,
//! and with `-` the file is taken away. Files that are no UTF-8 text are kept as text all the same:
//! `results.xlsx.table` (or `.xls.table`, `.ods.table`) is written as `tests/common/workbook.rs` says, and
//! `schools.csv.windows-1251` (or any other encoding) is saved in that encoding; `.hex` is bytes.
//! Cases of `release-…` are looked at as they are before publication. `SVOD_BLESS=1` rewrites what is
//! expected.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

#[path = "common/workbook.rs"]
mod workbook;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use svod::cli::faults::{Look, draw};
use svod::diag::{Code, Diagnostic, Diagnostics};
use svod::pipeline::{self, Example};
use svod::source::{FileError, Memory, Sources};
use svod::text::{Lang, Text};

const EXPECTED: &str = "expected.txt";

/// The codes that no bad file of settings, data or narrative raises, or none small enough to keep.
const ELSEWHERE: &[Code] = &[
    Code::LargeSingleFile,
    // Of a command: `tests/years.rs`.
    Code::UnknownReportYear,
    Code::NoSuchPage,
    // Of this machine: `tests/browser`, `tests/paper.rs`.
    Code::NoBrowser,
    Code::BrokenBrowser,
    Code::SlowBrowser,
    Code::OutsideFile,
    Code::LargeFile,
    Code::LargeTable,
    // Huge or locked: `tests/hostile.rs`.
    Code::LargeWorkbook,
    Code::LockedWorkbook,
    Code::LongCell,
    Code::WideTable,
    Code::LongText,
    Code::LongSettings,
    // Asked for on the command line: `tests/editions.rs`.
    Code::UnknownEdition,
    // `tests/borders.rs`.
    Code::LargeBorders,
    // Reports of other systems: `tests/import.rs`.
    Code::BrokenExport,
    Code::UnknownLayout,
    Code::IncompleteLayout,
    Code::UnreadSheet,
    Code::RepeatedFile,
    Code::JournalMarks,
    Code::NoProcedureSaid,
    Code::SeveralProcedures,
    Code::NoYearSaid,
    Code::NoMinimum,
    Code::MarksNotWhole,
    Code::ImportedName,
    Code::SameName,
    Code::UnknownPupilSchool,
    Code::LeftOutSchool,
    Code::BadPupilCell,
    Code::BlockMismatch,
    Code::SchoolsMismatch,
    Code::OtherResult,
    Code::ResultsElsewhere,
    // On disk: `tests/trust.rs`.
    Code::LinkedFile,
    // More than texts may ask for: `tests/trust.rs`.
    Code::ManyTables,
    Code::TableTooLarge,
    // Templates, theme, writing: other rooms.
    Code::BadTemplate,
    Code::UnknownTheme,
    Code::BadImport,
    Code::PathTaken,
    Code::CannotWrite,
    Code::NotASite,
    Code::ForeignOutput,
    Code::FolderNotEmpty,
    // A new site: `tests/new.rs`.
    Code::ExampleLeft,
    // A preview: `tests/serve.rs`.
    Code::TakenPort,
];

type Site = BTreeMap<String, Vec<u8>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad-input")
}

/// The cases by name, without the good site.
fn cases() -> Vec<String> {
    let names = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    names.retain(|name| name != "good");
    names.sort();
    names
}

/// All files under a folder, by their path from it.
fn files(folder: &Path, prefix: &str) -> Site {
    let mut found = Site::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().into_string().unwrap());
        if entry.file_type().unwrap().is_dir() {
            found.append(&mut files(&entry.path(), &format!("{path}/")));
        } else {
            let (path, bytes) = made(path, fs::read(entry.path()).unwrap());
            found.insert(path, bytes);
        }
    }
    found
}

/// A file as its name says it is made of its text.
fn made(path: String, bytes: Vec<u8>) -> (String, Vec<u8>) {
    let text = || std::str::from_utf8(&bytes).unwrap();
    if let Some(path) = path.strip_suffix(".table") {
        let sheets = workbook::sheets(text());
        let bytes = match path.rsplit('.').next() {
            Some("xlsx") => workbook::xlsx(&sheets),
            Some("xls") => workbook::xls(&sheets),
            _ => workbook::ods(&sheets),
        };
        return (path.to_owned(), bytes);
    }
    if let Some(path) = path.strip_suffix(".hex") {
        let digits = text().trim();
        let byte = |at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
        return (path.to_owned(), (0..digits.len()).step_by(2).map(byte).collect());
    }
    if let Some(path) = path.strip_suffix(".utf-16le") {
        return (path.to_owned(), text().encode_utf16().flat_map(u16::to_le_bytes).collect());
    }
    let encoding = path.rsplit_once('.').filter(|(rest, _)| rest.ends_with(".csv"));
    match encoding.map(|(path, name)| (path, encoding_rs::Encoding::for_label(name.as_bytes()))) {
        Some((path, Some(encoding))) => (path.to_owned(), encoding.encode(text()).0.into_owned()),
        _ => (path, bytes),
    }
}

/// The good site with the differences of a case.
fn site(case: &str) -> Site {
    let mut site = files(&root().join("good"), "");
    for (path, bytes) in files(&root().join(case), "").into_iter().filter(|(p, _)| p != EXPECTED) {
        if let Some(path) = path.strip_suffix('+') {
            site.get_mut(path)
                .unwrap_or_else(|| panic!("{case}: no {path} to add to"))
                .extend(bytes);
        } else if let Some(path) = path.strip_suffix('-') {
            assert!(site.remove(path).is_some(), "{case}: no {path} to take away");
        } else {
            let settings = ["svod.toml", "methodology.toml"].contains(&path.as_str());
            let folders = ["data/", "content/", "years/"];
            let known = settings || folders.iter().any(|folder| path.starts_with(folder));
            assert!(known, "{case}: what is {path}?");
            site.insert(path, bytes);
        }
    }
    site
}

/// Reads and computes a site, as far as its faults let that be done.
fn faults_of(case: &str, site: Site) -> (Diagnostics, Sources) {
    let files = site.into_iter().fold(Memory::new(), |all, (path, bytes)| all.with(&path, bytes));
    let loaded = match case.starts_with("release-") {
        true => {
            let stands = (None, &Example::new(Vec::new()));
            pipeline::load_for_release(&files, Lang::Ru, None, stands, &|_, _, _| {})
        }
        false => pipeline::load(&files, Lang::Ru, &|_, _, _| {})
            .map(|loaded| (loaded, Diagnostics::new())),
    };
    match loaded {
        Err(stopped) => (stopped.faults, stopped.sources),
        Ok((loaded, found)) => {
            let mut faults = loaded.faults.clone();
            faults.extend(found);
            match loaded.report() {
                Ok(report) => {
                    faults.extend(loaded.check_texts(&report).unwrap_or_else(|found| found))
                }
                Err(found) => faults.extend(found),
            }
            (faults, loaded.sources)
        }
    }
}

/// A fault gives the words of its code, no more and no less.
fn check_words(case: &str, fault: &Diagnostic) {
    let given: BTreeSet<&str> = fault.args.iter().map(|(name, _)| *name).collect();
    let all: BTreeSet<&str> = fault.code.words().iter().copied().collect();
    let optional = BTreeSet::from(Code::OPTIONAL);
    let name = fault.code.name();
    assert_eq!(given.len(), fault.args.len(), "{case}: {name} gives a word twice");
    let missing: Vec<_> = all.difference(&given).filter(|word| !optional.contains(*word)).collect();
    assert!(missing.is_empty(), "{case}: {name} does not say {missing:?}");
    let strange: Vec<_> = given.difference(&all).collect();
    assert!(strange.is_empty(), "{case}: {name} says {strange:?}");
    let empty: Vec<_> = fault.args.iter().filter(|(_, text)| text.is_empty()).collect();
    assert!(empty.is_empty() || fault.code == Code::BadId, "{case}: {name} has empty {empty:?}");
}

#[test]
fn a_file_that_cannot_be_read_is_a_fault() {
    for error in [
        FileError::NotFound,
        FileError::Outside,
        FileError::NotOrdinary,
        FileError::TooLarge,
        FileError::Refused(std::io::ErrorKind::PermissionDenied.into()),
    ] {
        check_words("file", &error.fault("data/results.csv"));
    }
}

#[test]
fn the_good_site_has_no_faults() {
    let (faults, sources) = faults_of("good", files(&root().join("good"), ""));
    assert_eq!(draw(&faults, &sources, &Text::new(Lang::Ru).unwrap(), Look::Plain), "");
}

#[test]
fn each_case_says_what_is_expected() {
    let text = Text::new(Lang::Ru).unwrap();
    let bless = env::var_os("SVOD_BLESS").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let (faults, sources) = faults_of(&case, site(&case));
        assert!(!faults.is_empty(), "{case} has no faults");
        faults.sorted().into_iter().for_each(|fault| check_words(&case, fault));
        let said = draw(&faults, &sources, &text, Look::Plain);
        let path = root().join(&case).join(EXPECTED);
        if bless {
            fs::write(&path, &said).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if said != expected {
            wrong.push(format!("--- {case}, expected:\n{expected}--- {case}, said:\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}\nSVOD_BLESS=1 rewrites what is expected", wrong.join("\n"));
}

#[test]
fn each_code_has_a_case() {
    let mut raised: BTreeSet<Code> = BTreeSet::new();
    for case in cases() {
        raised.extend(faults_of(&case, site(&case)).0.sorted().iter().map(|fault| fault.code));
    }
    for code in Code::ALL {
        let (raised, elsewhere) = (raised.contains(code), ELSEWHERE.contains(code));
        assert!(raised || elsewhere, "no case raises {}", code.name());
        assert!(!raised || !elsewhere, "{} has a case: it is not raised elsewhere", code.name());
    }
}
