//! The files for other programs, read back: every figure of every table stands in its CSV, in the
//! CSV for Excel and in its workbook as `svod table` says it, and nothing in them is a formula.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::OnceLock;

use calamine::{Data, Range, Reader, Xlsx};
use serde_json::Value;
use svod::pipeline::{self, Loaded};
use svod::render::export;
use svod::source::Disk;
use svod::text::Lang;

use common::{Files, ROOT, build, read, said, text, yaroslavl};

const SIGNS: [&str; 3] = ["—", "х", "•"];

/// All tables of the repository's report, by id, as `svod table --format json` prints them.
fn tables() -> &'static BTreeMap<String, Value> {
    static TABLES: OnceLock<BTreeMap<String, Value>> = OnceLock::new();
    TABLES.get_or_init(|| {
        let loaded: Loaded = pipeline::load(&Disk::new(Path::new(ROOT)), Lang::Ru, &|_, _, _| {})
            .unwrap_or_else(|stopped| panic!("{:?}", stopped.faults.sorted()));
        let report = loaded.report().unwrap();
        let json = |id: &str| export::json(&report.table(id).unwrap()).unwrap();
        let parsed = |id: &str| (id.to_owned(), serde_json::from_str(&json(id)).unwrap());
        report.table_ids().map(parsed).collect()
    })
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// The rows of a table that are no headings.
fn rows(table: &Value) -> impl Iterator<Item = &Value> {
    list(&table["rows"]).iter().filter(|row| row["role"] != "group")
}

/// The cells of a table by row and column.
fn cells(table: &Value) -> impl Iterator<Item = (&Value, &Value, &Value)> {
    rows(table).flat_map(|row| {
        let pairs = list(&table["columns"]).iter().zip(list(&row["cells"]));
        pairs.map(move |(column, cell)| (row, column, cell))
    })
}

fn number(value: &Value) -> String {
    value.as_u64().map(|n| n.to_string()).unwrap_or_default()
}

/// The sheets of a workbook in order; none may hold a formula.
fn sheets(bytes: &[u8]) -> Vec<(String, Range<Data>)> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        assert!(formulas.used_cells().next().is_none(), "{name} has formulas");
    }
    book.worksheets()
}

#[test]
fn the_command_prints_the_same_tables() {
    for id in ["deficits", "list_shnor_schools"] {
        let printed: Value =
            serde_json::from_str(&said(&["table", id, "--root", ROOT, "--format", "json"]))
                .unwrap();
        assert_eq!(printed, tables()[id]);
    }
}

#[test]
fn every_csv_holds_its_table() {
    let site = yaroslavl();
    assert!(tables().len() > 80);
    for (id, table) in tables() {
        let mut reader = csv::Reader::from_reader(&site[&format!("tables/{id}.csv")][..]);
        assert_eq!(reader.headers().unwrap(), vec!["row", "column", "count", "base", "percent"]);
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), cells(table).count(), "{id}");
        for (record, (row, column, cell)) in records.iter().zip(cells(table)) {
            let said = cell["figure"].as_str().unwrap_or(string(&cell["text"]));
            let (count, base) = (number(&cell["count"]), number(&cell["base"]));
            let expected = [string(&row["id"]), string(&column["id"]), &count, &base, said];
            assert_eq!(record, expected.as_slice(), "{id}");
        }
    }
}

#[test]
fn every_csv_for_excel_holds_its_table() {
    let site = yaroslavl();
    for (id, table) in tables() {
        let file = text(site, &format!("excel/{id}.csv"));
        let file = file.strip_prefix('\u{feff}').unwrap_or_else(|| panic!("{id}: no mark"));
        assert_eq!(file.matches('\n').count(), file.matches("\r\n").count(), "{id}");
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(file.as_bytes());
        let records: Vec<_> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), cells(table).count(), "{id}");
        for (record, (row, column, cell)) in records.iter().zip(cells(table)) {
            assert_eq!(&record[0], string(&row["title"]["text"]), "{id}");
            assert!(record[1].ends_with(string(&column["title"])), "{id}");
            let (count, base) = (number(&cell["count"]), number(&cell["base"]));
            assert_eq!([&record[2], &record[3]], [count, base], "{id}");
            match cell["figure"].as_str() {
                Some(figure) => assert_eq!(&record[4], figure.replace('.', ","), "{id}"),
                None => assert_eq!(&record[4], string(&cell["text"]), "{id}"),
            }
            assert_eq!(&record[5], string(&cell["unit"]), "{id}");
        }
    }
}

/// The numbers that a column of the table fills columns of a sheet with.
fn parts(table: &Value, at: usize) -> Vec<&'static str> {
    let says = |part: &str| rows(table).any(|row| row["cells"][at]["says"][part] == true);
    ["count", "base", "figure"].into_iter().filter(|part| says(part)).collect()
}

/// What a part of a cell must be.
fn expected(cell: &Value, part: &str) -> Option<f64> {
    if cell["says"][part] != true {
        return None;
    }
    match part {
        "figure" => {
            let figure: f64 = string(&cell["figure"]).parse().unwrap();
            Some(if cell["unit"] == "%" { figure / 100.0 } else { figure })
        }
        part => Some(cell[part].as_u64().unwrap() as f64),
    }
}

/// Compares a sheet with a table.
fn compare(id: &str, sheet: &Range<Data>, table: &Value) {
    let words = |row: usize, column: usize| match sheet.get((row, column)) {
        Some(Data::String(text)) => text.clone(),
        None | Some(Data::Empty) => String::new(),
        other => panic!("{id}: {other:?} where words belong"),
    };
    assert_eq!(words(0, 0), string(&table["caption"]), "{id}");
    assert_eq!(words(1, 0), string(&table["base"]), "{id}");
    let first = list(&table["rows"]).first().map(|row| string(&row["title"]["text"]));
    let Some(first) = first else { return };
    let top = (2..sheet.height()).find(|row| words(*row, 0).starts_with(first)).unwrap();
    for (at, row) in list(&table["rows"]).iter().enumerate() {
        let title = words(top + at, 0);
        assert!(title.starts_with(string(&row["title"]["text"])), "{id}: {title}");
        if row["role"] == "group" {
            continue;
        }
        let mut to = 1;
        for (index, cell) in list(&row["cells"]).iter().enumerate() {
            let parts = parts(table, index);
            if parts.is_empty() {
                let said = words(top + at, to);
                let text = string(&cell["text"]);
                let text = if text.is_empty() { string(&cell["mark"]["title"]) } else { text };
                assert!(said.starts_with(text), "{id}: {said} instead of {text}");
                to += 1;
            }
            for part in parts {
                let found = sheet.get((top + at, to));
                match expected(cell, part) {
                    Some(number) => {
                        let found = found.and_then(calamine::DataType::as_f64);
                        let near = found.is_some_and(|found| (found - number).abs() < 1e-12);
                        assert!(near, "{id}: {found:?} instead of {number}");
                    }
                    None if cell["missing"].is_string() => {
                        let sign = words(top + at, to);
                        assert_eq!(sign, string(&cell["text"]), "{id}");
                        assert!(SIGNS.contains(&sign.as_str()), "{id}: {sign}");
                    }
                    None => drop(words(top + at, to)),
                }
                to += 1;
            }
        }
    }
    let under: Vec<String> = (top..sheet.height()).map(|row| words(row, 0)).collect();
    let notes = list(&table["notes"]).iter().map(string);
    for line in notes.chain(list(&table["sources"]).iter().map(string)) {
        assert!(under.iter().any(|said| said.contains(line)), "{id}: «{line}» is missing");
    }
    for pair in list(&table["legend"]) {
        let line = format!("{} — {}", string(&pair[0]), string(&pair[1]));
        assert!(under.contains(&line), "{id}: «{line}» is missing");
    }
}

#[test]
fn every_workbook_holds_its_table() {
    let site = yaroslavl();
    for (id, table) in tables() {
        let sheets = sheets(&site[&format!("tables/{id}.xlsx")]);
        assert_eq!(sheets.len(), 1, "{id}");
        compare(id, &sheets[0].1, table);
    }
}

#[test]
fn the_workbook_of_the_report_holds_all_tables() {
    let sheets = sheets(&yaroslavl()["report.xlsx"]);
    let names: BTreeSet<String> = sheets.iter().map(|(name, _)| name.to_lowercase()).collect();
    assert_eq!(names.len(), sheets.len(), "two sheets of one name");
    assert!(sheets.iter().all(|(name, _)| name.chars().count() <= 31));
    let (contents, bound) = sheets.split_first().unwrap();
    // Number, title, id; titles of chapters have no number.
    let numbered = contents.1.rows().filter(|row| matches!(row[0], Data::Float(_)));
    let listed: Vec<String> = numbered.map(|row| row[2].to_string()).collect();
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), tables().keys().cloned().collect());
    assert_eq!(listed.len(), bound.len());
    for (id, (_, sheet)) in listed.iter().zip(bound) {
        compare(id, sheet, &tables()[id]);
    }
}

#[test]
fn a_municipality_has_a_workbook_of_its_own() {
    let site = yaroslavl();
    let sheets = sheets(&site["municipalities/uglichsky.xlsx"]);
    let titles: Vec<String> = sheets
        .iter()
        .skip(1)
        .map(|(_, sheet)| sheet.get((0, 0)).map(ToString::to_string).unwrap_or_default())
        .collect();
    let page = text(site, "municipalities/uglichsky.html");
    assert!(titles.len() > 3, "{titles:?}");
    for title in &titles {
        assert!(page.contains(title.as_str()), "{title}");
    }
    let rows: Vec<String> = sheets[1].1.rows().map(|row| row[0].to_string()).collect();
    let table = page.split("</table>").next().unwrap();
    let schools = table.split("<th scope=\"row\"><a href=\"../schools/").skip(1);
    let schools: Vec<&str> = schools.filter_map(|link| link.split(['>', '<']).nth(1)).collect();
    assert!(schools.len() > 3, "{schools:?}");
    for school in schools {
        assert!(rows.iter().any(|row| row == school), "{school}");
    }
}

#[test]
fn pages_lead_to_the_files_and_say_how_large_they_are() {
    let site = yaroslavl();
    let data = text(site, "data.html");
    for path in site.keys().filter(|path| path.ends_with(".xlsx") || path.ends_with(".csv")) {
        let size = match site[path].len() {
            few @ ..1024 => format!("{few}\u{a0}байт"),
            many => format!("{}\u{a0}КБ", many.div_ceil(1024)),
        };
        let link = format!("<a href=\"{path}\">");
        let cell = data.split(&link).nth(1).unwrap_or_else(|| panic!("{path} is not listed"));
        assert!(cell.split("</td>").next().unwrap().contains(&size), "{path} is {size}");
    }
    let beside = text(site, "tables/deficits.html");
    assert!(beside.contains("href=\"../tables/deficits.xlsx\""));
    assert!(beside.contains("href=\"../tables/deficits.csv\""));
    assert!(text(site, "index.html").contains("href=\"report.xlsx\""));
}

/// A copy of a golden site whose schools have names that spreadsheets take for formulas.
fn hostile() -> Files {
    let dir = tempfile::tempdir().unwrap();
    for (path, bytes) in read(&Path::new(ROOT).join("tests/golden/warnings")) {
        if path.starts_with("expected/") {
            continue;
        }
        let to = dir.path().join(&path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        let mut text = String::from_utf8(bytes).unwrap();
        if path == "data/schools.csv" {
            let mut signs = ["=1+1;=2+2", "+7", "-1", "@SUM(A1)"].into_iter().cycle();
            let lines: Vec<String> = text
                .lines()
                .enumerate()
                .map(|(at, line)| {
                    let mut fields: Vec<String> = line.split(',').map(str::to_owned).collect();
                    if at > 0 {
                        fields[1] = format!("{} {at}", signs.next().unwrap());
                    }
                    fields.join(",")
                })
                .collect();
            text = lines.join("\n") + "\n";
        }
        fs::write(to, text).unwrap();
    }
    read(&build(dir.path()).path().join("public"))
}

#[test]
fn text_is_never_a_formula() {
    let site = hostile();
    let mut seen = 0;
    for (path, bytes) in &site {
        if path.ends_with(".xlsx") {
            let cells = sheets(bytes);
            let cells = cells.iter().flat_map(|(_, sheet)| sheet.used_cells());
            seen += cells.filter(|(_, _, cell)| cell.to_string().starts_with("=1+1;=2+2")).count();
        }
        if path.ends_with(".csv") {
            let file = text(&site, path).trim_start_matches('\u{feff}');
            // Whatever parts the columns.
            for cell in file.split(['\r', '\n', ',', ';', '\t', '"']) {
                let formula = cell.starts_with(['=', '+', '@']);
                let minus = cell.starts_with('-') && cell[1..].parse::<f64>().is_err();
                assert!(!(formula || minus && cell != "-"), "{path}: {cell}");
            }
        }
    }
    assert!(seen > 3, "{seen} cells with a sign");
}
