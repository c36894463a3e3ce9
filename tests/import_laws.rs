//! Laws of `svod import`: whatever the order of columns, the format, the encoding and what stands around
//! a report, the same results come out; and pupils become counts of their schools.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

#[path = "common/workbook.rs"]
mod workbook;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;
use svod::import::Asked;
use svod::pipeline::{self, Target};
use svod::source::Memory;
use svod::text::{Lang, Text};
use workbook::{Cell, Sheet};

/// The schools of `tests/import/site/`: id, municipality as a report has it, login, name.
const SCHOOLS: [[&str; 4]; 4] = [
    ["sch-1", "Берёзовский муниципальный район", "edu760001", "МОУ СОШ № 1"],
    ["sch-2", "Берёзовский муниципальный район", "edu760002", "МОУ СОШ № 2"],
    ["sch-3", "Лесной городской округ", "sch760003", "МОУ «Гимназия»"],
    ["sch-4", "Лесной городской округ", "edu760004", "Лесная СОШ № 1"],
];
const PROCEDURES: [[&str; 2]; 2] = [["vpr_math_5", "Математика"], ["vpr_rus_5", "Русский язык"]];

/// How many got each mark from 2 to 5, by school, procedure and year.
type Marks = BTreeMap<(usize, usize, u16), [u16; 4]>;

fn marks() -> impl Strategy<Value = Marks> {
    let key = (0..SCHOOLS.len(), 0..PROCEDURES.len(), 2021..=2025u16);
    let pupils = proptest::array::uniform4(0..30u16);
    let some = pupils.prop_filter("nobody wrote", |marks| marks.iter().any(|n| *n > 0));
    proptest::collection::btree_map(key, some, 1..8)
}

#[derive(Clone, Debug)]
struct Clothes {
    order: Vec<usize>,
    kind: &'static str,
    separator: char,
    encoding: &'static str,
    /// Rows of titles above the headings.
    above: usize,
    total: bool,
    blanks: bool,
    /// What stands between the words of headings.
    space: &'static str,
    loud: bool,
}

fn clothes(columns: usize) -> impl Strategy<Value = Clothes> {
    let file = (
        prop_oneof![Just("csv"), Just("xlsx"), Just("xls"), Just("ods")],
        prop_oneof![Just(';'), Just(','), Just('\t')],
        prop_oneof![Just("utf-8"), Just("windows-1251"), Just("utf-16le")],
    );
    let around = (0..4usize, any::<bool>(), any::<bool>());
    let headings = (prop_oneof![Just(" "), Just("  "), Just("\u{A0}")], any::<bool>());
    let order = Just((0..columns).collect::<Vec<_>>()).prop_shuffle();
    (order, file, around, headings).prop_map(|(order, file, around, headings)| {
        let ((kind, separator, encoding), (above, total, blanks)) = (file, around);
        let (space, loud) = headings;
        Clothes { order, kind, separator, encoding, above, total, blanks, space, loud }
    })
}

impl Clothes {
    /// The bytes of a report of these headings and rows; a total sums its numbers from `summed` on.
    fn file(&self, headings: &[&str], rows: &[Vec<String>], summed: usize) -> Vec<u8> {
        let dressed = |heading: &&str| {
            let heading = heading.replace(' ', self.space);
            if self.loud { heading.to_uppercase() } else { heading }
        };
        let pick = |row: &[String]| self.order.iter().map(|at| row[*at].clone()).collect();
        let mut table: Vec<Vec<String>> = Vec::new();
        let titles = ["Сведения, часть 1", "По школам", "Для служебного пользования"];
        table.extend(titles[..self.above].iter().map(|title| vec![(*title).to_owned()]));
        table.push(pick(&headings.iter().map(dressed).collect::<Vec<_>>()));
        for row in rows {
            if self.blanks {
                table.push(Vec::new());
            }
            table.push(pick(row));
        }
        if self.total {
            let sum = |column: usize| {
                let numbers = rows.iter().map(|row| row[column].parse::<u32>().unwrap());
                numbers.sum::<u32>().to_string()
            };
            let mut total: Vec<String> = (0..headings.len())
                .map(|column| if column < summed { String::new() } else { sum(column) })
                .collect();
            // A total says so in its first cell, whichever column stands there.
            total = pick(&total);
            let named = self.order.iter().position(|at| *at < summed).unwrap();
            total[named] = "Итого".to_owned();
            table.push(total);
        }
        if self.kind == "csv" { self.text(&table) } else { self.book(table) }
    }

    fn text(&self, table: &[Vec<String>]) -> Vec<u8> {
        let mut text = String::new();
        for row in table {
            writeln!(text, "{}", row.join(&self.separator.to_string())).unwrap();
        }
        if self.encoding == "utf-16le" {
            let units = [0xFEFF].into_iter().chain(text.encode_utf16());
            return units.flat_map(u16::to_le_bytes).collect();
        }
        let encoding = encoding_rs::Encoding::for_label(self.encoding.as_bytes()).unwrap();
        encoding.encode(&text).0.into_owned()
    }

    fn book(&self, table: Vec<Vec<String>>) -> Vec<u8> {
        let cell = |text: String| match text.parse() {
            _ if text.is_empty() => Cell::Empty,
            Ok(number) => Cell::Number(number),
            Err(_) => Cell::Text(text),
        };
        let rows = table.into_iter().map(|row| row.into_iter().map(cell).collect()).collect();
        let sheet = Sheet { name: "Отчёт".to_owned(), hidden: false, corner: (0, 0), rows };
        match self.kind {
            "xlsx" => workbook::xlsx(&[sheet]),
            "xls" => workbook::xls(&[sheet]),
            _ => workbook::ods(&[sheet]),
        }
    }
}

/// The results that come of a file.
fn imported(file: Vec<u8>, kind: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/site");
    let names = ["svod.toml", "methodology.toml", "data/municipalities.csv", "data/schools.csv"];
    let site = names
        .into_iter()
        .fold(Memory::new(), |site, name| site.with(name, std::fs::read(root.join(name)).unwrap()));
    let export = vec![(format!("отчёт.{kind}"), file)];
    let made = pipeline::import(&site, Lang::Ru, export, &Asked::default(), Target::None);
    let made = made.unwrap_or_else(|stopped| {
        let text = Text::new(Lang::Ru).unwrap();
        let faults = stopped.faults.sorted().into_iter().map(|fault| text.problem(fault));
        panic!("{}", faults.collect::<Vec<_>>().join("\n"))
    });
    String::from_utf8(made.table).unwrap()
}

/// The table of results, by the rules: those who wrote, those with a «2».
fn expected(marks: &Marks) -> String {
    let mut rows: Vec<(&str, u16, &str, u16, u16)> = marks
        .iter()
        .map(|((school, procedure, year), n)| {
            let (school, procedure) = (SCHOOLS[*school][0], PROCEDURES[*procedure][0]);
            (school, *year, procedure, n.iter().sum(), n[0])
        })
        .collect();
    rows.sort_unstable();
    let head = "school,year,procedure,participants,below_threshold\n".to_owned();
    rows.into_iter().fold(head, |mut text, (school, year, procedure, all, below)| {
        writeln!(text, "{school},{year},{procedure},{all},{below}").unwrap();
        text
    })
}

const BY_SCHOOL: [&str; 11] = [
    "Год",
    "Класс",
    "Предмет",
    "Муниципалитет",
    "Логин",
    "ОО",
    "Кол-во участников",
    "2",
    "3",
    "4",
    "5",
];

fn by_school(marks: &Marks) -> Vec<Vec<String>> {
    let row = |((school, procedure, year), n): (&(usize, usize, u16), &[u16; 4])| {
        let [_, municipality, login, name] = SCHOOLS[*school];
        let year = year.to_string();
        let words = [&year, "5", PROCEDURES[*procedure][1], municipality, login, name];
        let all: u16 = n.iter().sum();
        let numbers = [all].into_iter().chain(*n).map(|n| n.to_string());
        words.into_iter().map(str::to_owned).chain(numbers).collect()
    };
    marks.iter().map(row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn clothes_do_not_make_the_results(marks in marks(), clothes in clothes(BY_SCHOOL.len())) {
        let file = clothes.file(&BY_SCHOOL, &by_school(&marks), 6);
        prop_assert_eq!(imported(file, clothes.kind), expected(&marks));
    }
}
