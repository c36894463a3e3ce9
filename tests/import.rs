//! `svod import`, from files to tables: what it takes, what it says, what it never says.
//!
//! `tests/import/site/` is a small site without results. Every folder of `tests/import/cases/` holds
//! files to be imported into it (`….xlsx.table` is written as a workbook, as `tests/common/workbook.rs`
//! says), `args.txt` if there are further arguments, files of the site under `site/`, and
//! `expected.txt`: what is printed, and the table afterwards. `SVOD_BLESS=1` rewrites what is expected.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;
#[path = "common/workbook.rs"]
mod workbook;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use tempfile::TempDir;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import")
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in common::read(from) {
        let target = to.join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
}

/// A file of a case: its name, and its bytes as they are imported.
fn made(name: &str, bytes: Vec<u8>) -> (String, Vec<u8>) {
    let Some(name) = name.strip_suffix(".table") else { return (name.to_owned(), bytes) };
    let sheets = workbook::sheets(std::str::from_utf8(&bytes).unwrap());
    let bytes = match name.rsplit('.').next() {
        Some("xls") => workbook::xls(&sheets),
        Some("ods") => workbook::ods(&sheets),
        _ => workbook::xlsx(&sheets),
    };
    (name.to_owned(), bytes)
}

/// The site in a folder of its own.
fn site() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    copy(&root().join("site"), &dir.path().join("site"));
    dir
}

fn run(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_svod")).current_dir(dir).args(args).output().unwrap()
}

/// A case laid out in a folder of its own, and the command that imports its files.
fn laid_out(case: &str) -> (TempDir, Vec<String>) {
    let dir = site();
    let mut args: Vec<String> = ["import", "--root", "site"].map(str::to_owned).into();
    for (name, bytes) in common::read(&root().join("cases").join(case)) {
        if let Some(path) = name.strip_prefix("site/") {
            fs::write(dir.path().join("site").join(path), bytes).unwrap();
        } else if name == "args.txt" {
            let text = String::from_utf8(bytes).unwrap();
            args.extend(text.split_whitespace().map(str::to_owned));
        } else if name != "expected.txt" {
            let (name, bytes) = made(&name, bytes);
            fs::write(dir.path().join(&name), bytes).unwrap();
            args.push(name);
        }
    }
    (dir, args)
}

/// Runs a case.
fn import(case: &str) -> (TempDir, Output) {
    let (dir, args) = laid_out(case);
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let output = run(dir.path(), &args);
    (dir, output)
}

/// What a case comes to, as text.
fn told(case: &str) -> String {
    let (dir, output) = import(case);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut told = format!("{}---- exit {}\n", text(&output.stderr), output.status.code().unwrap());
    if !output.stdout.is_empty() {
        told += &format!("---- stdout\n{}", text(&output.stdout));
    }
    for (path, bytes) in common::read(dir.path()) {
        if path.ends_with("results.csv") {
            told += &format!("---- {path}\n{}", text(&bytes));
        }
    }
    told.replace('\\', "/")
}

fn cases() -> Vec<String> {
    let names = fs::read_dir(root().join("cases")).unwrap();
    let mut names: Vec<String> =
        names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn cases_come_to_what_is_expected() {
    let bless = env::var_os("SVOD_BLESS").is_some();
    let mut wrong = Vec::new();
    for case in cases() {
        let path = root().join("cases").join(&case).join("expected.txt");
        let told = told(&case);
        if bless {
            fs::write(&path, &told).unwrap();
        } else if fs::read_to_string(&path).ok().as_deref() != Some(&told) {
            wrong.push(format!("{case}:\n{told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_imported_stands_on_the_pages() {
    let (dir, output) = import("mark-statistics");
    assert!(output.status.success());
    let built = run(dir.path(), &["build", "--root", "site", "--quiet"]);
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let site = common::read(&dir.path().join("site/public"));
    let table = common::text(&site, "tables/shares.csv");
    // 10 of 48 and 6 of 12; 3 of 90.
    assert!(table.contains("berezovo,vpr_rus_5,16,60,27"), "{table}");
    assert!(table.contains("lesnoy,vpr_rus_5,3,90,3"), "{table}");
    let page = common::text(&site, "municipalities/berezovo.html");
    assert!(page.contains("16\u{a0}из\u{a0}60"), "{page}");
    // The method says from which score on the ЕГЭ is passed.
    let method = common::text(&site, "methodology.html").replace('\u{A0}', " ");
    assert!(method.contains("тестовый балл 2024 — 36; 2025 — 24"), "{method}");
    // A second import of the same finds the same.
    let again = run(dir.path(), &["import", "--root", "site", "статистика.xlsx"]);
    let said = String::from_utf8(again.stderr).unwrap();
    assert!(said.contains("Новых результатов нет"), "{said}");
}

#[test]
fn a_folder_is_its_files_and_another_folder_takes_the_table() {
    let dir = site();
    let file = fs::read(root().join("cases/flat-points/баллы.csv")).unwrap();
    fs::create_dir_all(dir.path().join("ВПР/внутри")).unwrap();
    fs::write(dir.path().join("ВПР/баллы.csv"), &file).unwrap();
    fs::write(dir.path().join("ВПР/~$баллы.csv"), "Excel").unwrap();
    fs::write(dir.path().join("ВПР/внутри/список.csv"), "Фамилия\nСекретова\n").unwrap();
    for rows in ["Новых результатов: 2", "Новых результатов нет"]
    {
        let output = run(dir.path(), &["import", "--root", "site", "--out", "тут/там", "ВПР"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success() && said.contains(rows), "{said}");
    }
    let left: Vec<String> = common::read(&dir.path().join("тут")).into_keys().collect();
    assert_eq!(left, ["там/results.csv"], "no file is left half-done");
    assert!(!dir.path().join("site/data/results.csv").exists());
    let output = run(dir.path(), &["import", "--root", "site", "нет.xlsx"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("Нет файла «нет.xlsx»"));
}

#[test]
fn a_broken_workbook_is_told_without_its_words() {
    let dir = site();
    let broken = workbook::archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", "<workbook><sheets Секретова".as_bytes()),
    ]);
    fs::write(dir.path().join("битый.xlsx"), broken).unwrap();
    let output = run(dir.path(), &["import", "--root", "site", "битый.xlsx"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("повреждён") && !said.contains("Секрет"), "{said}");
}

/// Every fault of an import has a case, and each is worded in both languages.
#[test]
fn every_fault_of_an_import_has_a_case() {
    let codes: Vec<_> = svod::diag::Code::ALL
        .iter()
        .skip_while(|code| code.name() != "broken-export")
        .take_while(|code| code.name() != "repeated-id")
        .collect();
    // That one takes a workbook that is no text: see above.
    let mut raised = vec!["broken-export".to_owned()];
    for case in cases() {
        let (dir, mut args) = laid_out(&case);
        args.retain(|arg| arg != "--stdout");
        if case != "json" {
            args.extend(["--lang", "en", "--format", "json"].map(str::to_owned));
        }
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let output = run(dir.path(), &args);
        for line in String::from_utf8(output.stdout).unwrap().lines() {
            let line: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
            raised.extend(line["code"].as_str().map(str::to_owned));
        }
    }
    let missing: Vec<&str> = codes
        .iter()
        .map(|code| code.name())
        .filter(|name| !raised.iter().any(|raised| raised == name))
        .collect();
    assert!(missing.is_empty(), "no case raises {missing:?}");
}

/// The example of the guide is what a methodologist copies.
#[test]
fn the_procedure_of_the_guide_is_read() {
    use svod::method::Methodology;
    use svod::model::ids::Year;

    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide.md");
    let guide = fs::read_to_string(guide).unwrap();
    let example = guide
        .split("```toml\n")
        .filter_map(|text| text.split("```").next())
        .find(|text| text.contains("import.names"))
        .unwrap();
    let text = format!("[years]\ncurrent = 2025\n{example}");
    let method = Methodology::parse(&text, svod::diag::SourceId(0), &|key| key.to_owned());
    let import = &method.unwrap().procedures[0].import;
    assert_eq!((import.names.len(), import.codes.len()), (2, 1));
    assert_eq!(import.min_score.of(Year(2025)), Some(27));
    assert_eq!(import.min_primary.of(Year(2025)), None);
}

/// A score that cannot be, a year that is none: faults of the method, with their place.
#[test]
fn a_minimum_is_checked() {
    let dir = site();
    let path = dir.path().join("site/methodology.toml");
    let text = fs::read_to_string(&path).unwrap();
    for (wrong, said) in [("2025 = 24", "2025 = 999"), ("2024 = 36", "24 = 36")] {
        let key = |pair: &str| format!("import.min_score.{pair}");
        fs::write(&path, text.replace(&key(wrong), &key(said))).unwrap();
        let output = run(dir.path(), &["check", "--root", "site"]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains("min_score") && told.contains("0–200"), "{told}");
    }
}
