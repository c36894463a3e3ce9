//! Nothing of a pupil leaves an export: no name, no code, no number of a document, whatever cell it
//! stands in and whatever is wrong with the file.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;
#[path = "common/workbook.rs"]
mod workbook;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use proptest::prelude::*;
use svod::diag::Diagnostics;
use svod::import;
use svod::source::Sources;
use workbook::{Cell, Sheet};

/// What no output may hold: a name, a code of a pupil, a document, as text and as numbers.
const SECRETS: [&str; 4] = ["Секретова", "998877665", "7801 443322", "Тайновна"];

/// The layouts that tell of pupils: a title, the headings, a row without fault.
const LAYOUTS: [(&str, &str, &str); 5] = [
    (
        "ВПР 2025 Русский язык 5 класс",
        "ОО|Муниципалитет|Название ОО|Код участника|ФИО|Класс|1 (2б)|Первичный балл|Отметка|Отметка по журналу",
        "edu760001|Берёзовский район|МОУ СОШ № 1|998877665|Секретова|5А|2|12|2|3",
    ),
    (
        "01 - Русский язык 2025.05.30",
        "№|Код МСУ|Код ОО|Класс|Код ППЭ|Аудитория|Фамилия|Имя|Отчество|Серия|Номер|Первичный балл|Тестовый балл",
        "1|111|111001|11А|1101|5|Секретова|Ангелина|Тайновна|7801|998877665|12|23",
    ),
    (
        "02 - Математика 2025.06.06",
        "№|Код ОО|Класс|Код ППЭ|Фамилия|Документ|Задания с кратким ответом|Первичный балл|Оценка",
        "1|111001|9|901|Секретова|7801 443322|1101|5|2",
    ),
    (
        "ОГЭ 2025 Математика",
        "SchoolCode|ClassCode|PrimaryMark|Mark5|Surname",
        "112001|9А|3|2|Секретова",
    ),
    // Flat tables are of schools, but somebody may have put people beside them.
    (
        "ВПР 2025 Математика 5 класс",
        "Муниципалитет|Логин|ОО|ФИО учителя|Кол-во участников|2|3|4|5",
        "Берёзовский район|edu760001|МОУ СОШ № 1|Секретова|10|1|2|3|4",
    ),
];

fn cells(row: &str) -> Vec<String> {
    row.split('|').map(str::to_owned).collect()
}

/// A table in which each secret stands in each cell of a row once, with a title that names one.
fn table(layout: (&str, &str, &str)) -> Vec<Vec<String>> {
    let (title, headings, row) = layout;
    let mut rows =
        vec![vec![title.to_owned()], vec!["Ученица Секретова".to_owned()], cells(headings)];
    rows.push(cells(row));
    for secret in SECRETS {
        for at in 0..cells(row).len() {
            let mut row = cells(row);
            row[at] = secret.to_owned();
            rows.push(row);
        }
    }
    rows.push(vec![format!("{} (edu760009) | Кол-во участников: 7", SECRETS[0])]);
    rows.push(vec![SECRETS[0].to_owned()]);
    rows
}

fn sheet(rows: &[Vec<String>]) -> Sheet {
    let cell = |text: &String| match text.parse() {
        Ok(number) => Cell::Number(number),
        Err(_) => Cell::Text(text.clone()),
    };
    let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    Sheet { name: SECRETS[0].to_owned(), hidden: false, corner: (0, 0), rows }
}

fn csv(rows: &[Vec<String>]) -> Vec<u8> {
    let lines: Vec<String> = rows.iter().map(|row| row.join(";")).collect();
    lines.join("\r\n").into_bytes()
}

/// A file: the ending of its name, and its bytes.
type Form = (&'static str, Vec<u8>);

/// The forms that a table may come in.
fn files(rows: &[Vec<String>]) -> Vec<Form> {
    let sheet = [sheet(rows)];
    vec![
        ("xlsx", workbook::xlsx(&sheet)),
        ("xls", workbook::xls(&sheet)),
        ("ods", workbook::ods(&sheet)),
        ("csv", csv(rows)),
    ]
}

/// All layouts in all forms.
static FILES: LazyLock<Vec<Vec<Form>>> =
    LazyLock::new(|| LAYOUTS.into_iter().map(|layout| files(&table(layout))).collect());

fn assert_silent(said: &[u8], what: &str) {
    let text = String::from_utf8_lossy(said);
    // Drawings break lines, numbers may be grouped.
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    for secret in SECRETS {
        let secret: String = secret.chars().filter(|c| !c.is_whitespace()).collect();
        assert!(!bare.contains(&secret), "{what} tells {secret}:\n{text}");
    }
}

#[test]
fn no_output_holds_anything_of_a_pupil() {
    for (at, layout) in LAYOUTS.into_iter().enumerate() {
        let whole = table(layout);
        // Without its headings nothing is recognised; with half of them nearly.
        let mut unknown = whole.clone();
        unknown[2].iter_mut().for_each(|heading| heading.push('!'));
        let mut nearly = whole.clone();
        nearly[2].last_mut().unwrap().push('!');
        let sound: Vec<Vec<String>> = whole[..4].to_vec();
        for (ending, bytes) in files(&whole) {
            let ways = if ["xlsx", "csv"].contains(&ending) { &WAYS[..] } else { &WAYS[..1] };
            import_in_silence(&format!("{at} whole"), ending, &bytes, ways);
        }
        for (what, rows) in [("unknown", &unknown), ("nearly", &nearly), ("sound", &sound)] {
            for (ending, bytes) in files(rows).into_iter().filter(|(form, _)| *form != "xls") {
                import_in_silence(&format!("{at} {what}"), ending, &bytes, &WAYS[..1]);
            }
        }
    }
}

/// Ways to give the command.
const WAYS: [&[&str]; 4] = [
    &[],
    &["--lang", "en", "--format", "json"],
    &["--stdout", "--skip-unknown"],
    &["--skip-unknown", "--procedure", "vpr_rus_5", "--year", "2025"],
];

/// Imports a file into a site of its own, and looks through all that comes of it.
fn import_in_silence(layout: &str, ending: &str, bytes: &[u8], ways: &[&[&str]]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/site");
    let dir = tempfile::tempdir().unwrap();
    for (path, bytes) in common::read(&root) {
        let target = dir.path().join("site").join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
    let file = format!("отчёт.{ending}");
    fs::write(dir.path().join(&file), bytes).unwrap();
    for way in ways {
        let mut command = Command::new(env!("CARGO_BIN_EXE_svod"));
        command.current_dir(dir.path()).args(["import", "--root", "site"]);
        let output = command.args(*way).arg(&file).output().unwrap();
        let what = format!("layout {layout}, {ending}, {way:?}");
        assert!(output.status.code().is_some_and(|code| code < 2), "{what}");
        assert_silent(&output.stdout, &what);
        assert_silent(&output.stderr, &what);
    }
    for (path, bytes) in common::read(dir.path()).into_iter().filter(|(path, _)| *path != file) {
        assert_silent(&bytes, &path);
        assert_silent(path.as_bytes(), &path);
    }
}

/// Values that somebody may find in a cell.
const NASTY: [&str; 16] = [
    "",
    "-",
    "н/д",
    "Итого",
    "Класс",
    "Отметка",
    "2",
    "100",
    "-5",
    "1e9",
    "99999999999",
    "#REF!",
    "12,5 %",
    "А | Кол-во участников: 3",
    "ОО",
    "Кол-во участников",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever becomes of a table, reading it ends with faults or rows, and the register keeps
    /// nothing of what pupils have.
    #[test]
    fn changed_tables_are_read_without_panic_and_in_silence(
        layout in 0..LAYOUTS.len(),
        changes in prop::collection::vec((0usize..40, 0usize..14, 0..NASTY.len()), 0..30),
        dropped in prop::collection::vec(0usize..40, 0..6),
        swapped in prop::collection::vec((0usize..14, 0usize..14), 0..4),
    ) {
        let mut rows = table(LAYOUTS[layout]);
        for (row, column, value) in changes {
            let height = rows.len();
            let row = &mut rows[row % height];
            let width = row.len();
            NASTY[value].clone_into(&mut row[column % width]);
        }
        for (one, other) in swapped {
            for row in &mut rows {
                let width = row.len();
                row.swap(one % width, other % width);
            }
        }
        for row in dropped {
            let height = rows.len();
            rows.remove(row % height);
        }
        let (mut sources, mut faults) = (Sources::new(), Diagnostics::new());
        let export = import::read("отчёт.csv", csv(&rows), &mut sources, &mut faults);
        prop_assert!(!export.is_empty() || !faults.is_empty() || !export.sheets.is_empty());
        // A table that is left without a column for people may be shown.
        if rows.iter().flatten().any(|cell| ["Фамилия", "ФИО", "Surname"].contains(&cell.as_str())) {
            for fault in faults.sorted() {
                fault.args.iter().for_each(|(_, value)| assert_silent(value.as_bytes(), "a fault"));
            }
        }
    }

    /// Changed bytes are faults, or rows.
    #[test]
    fn changed_bytes_are_read_without_panic(
        layout in 0..LAYOUTS.len(),
        form in 0usize..4,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let (ending, mut bytes) = FILES[layout][form].clone();
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        let (mut sources, mut faults) = (Sources::new(), Diagnostics::new());
        import::read(&format!("отчёт.{ending}"), bytes, &mut sources, &mut faults);
    }
}
