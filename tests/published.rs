//! The published tables of Yaroslavl, cell by cell, through the command line.
//!
//! `tests/published/<table>.csv` holds what follows from the data (`count`, `base`, `percent`) and
//! what the sheet prints (`printed_count`, `printed_percent`). The two differ in the cells that
//! `known_inconsistencies.csv` lists, each with the reason, and nowhere else.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use rayon::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use common::{ROOT, inside, said, text, yaroslavl};

/// A cell as expected; `table`, `row` and `column` name it.
#[derive(Debug, Deserialize)]
struct Expected {
    table: String,
    row: String,
    column: String,
    count: String,
    base: String,
    percent: String,
    printed_count: String,
    printed_percent: String,
    agrees: Option<String>,
    note: String,
}

impl Expected {
    fn name(&self) -> String {
        format!("{} / {} / {}", self.table, self.row, self.column)
    }

    /// What is printed against what follows from the data, where something is printed.
    fn printed(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = [(&self.printed_count, &self.count), (&self.printed_percent, &self.percent)];
        pairs.map(|(p, c)| (p.as_str(), c.as_str())).into_iter().filter(|(p, _)| !p.is_empty())
    }
}

/// A cell of the program's CSV.
#[derive(Deserialize)]
struct Computed {
    row: String,
    column: String,
    count: String,
    base: String,
    percent: String,
}

fn records<T: DeserializeOwned>(text: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
}

/// The expected cells by table.
fn expected() -> BTreeMap<String, Vec<Expected>> {
    let folder = Path::new(ROOT).join("tests/published");
    let files = fs::read_dir(&folder).unwrap().map(|entry| inside(&folder, &entry.unwrap().path()));
    let tables = files.filter_map(|name| name.strip_suffix(".csv").map(str::to_owned));
    let read = |table: &String| fs::read_to_string(folder.join(format!("{table}.csv"))).unwrap();
    tables.map(|table| (table.clone(), records(&read(&table)))).collect()
}

/// What `svod table ID --format csv` says, by table; each table is asked for once.
fn computed() -> &'static BTreeMap<String, String> {
    static SAID: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    SAID.get_or_init(|| {
        let names = yaroslavl().keys().filter_map(|path| path.strip_prefix("tables/"));
        // Each risk has tables of the same kinds: those of one stand for all.
        let repeated = |name: &&str| {
            let of_risk = name.starts_with("risk_") && name.matches('_').count() > 1;
            !of_risk || name.starts_with("risk_environment_")
        };
        let tables = names.filter_map(|name| name.strip_suffix(".csv"));
        let tables: Vec<_> = tables.filter(repeated).collect();
        let ask = |table: &&str| said(&["table", table, "--format", "csv", "--root", ROOT]);
        tables.par_iter().map(|table| (table.to_string(), ask(table))).collect()
    })
}

/// A number without needless zeros: `75.00` and `75` are the same figure.
fn plain(number: &str) -> &str {
    match number.contains('.') {
        true => number.trim_end_matches('0').trim_end_matches('.'),
        false => number,
    }
}

#[test]
fn every_published_cell_is_computed() {
    let mut tables = expected();
    let known = tables.remove("known_inconsistencies").unwrap();
    let known: BTreeMap<_, _> = known.iter().map(|cell| (cell.name(), &cell.note)).collect();
    let mut seen = BTreeSet::new();
    let (mut compared, mut wrong) = (0, Vec::new());
    for (table, cells) in &tables {
        let computed: Vec<Computed> = records(&computed()[table]);
        let found: BTreeMap<_, _> =
            computed.iter().map(|c| ((c.row.as_str(), c.column.as_str()), c)).collect();
        assert_eq!(found.len(), computed.len(), "{table}: a cell stands twice");
        for cell in cells {
            assert_eq!(cell.table, *table);
            compared += 1;
            let name = cell.name();
            let figures = found
                .get(&(cell.row.as_str(), cell.column.as_str()))
                .map(|c| [&c.count, &c.base, &c.percent]);
            if figures != Some([&cell.count, &cell.base, &cell.percent]) {
                wrong.push(format!("{name}: {figures:?}, expected {cell:?}"));
            }
            let equal = cell.printed().all(|(printed, computed)| plain(printed) == plain(computed));
            match cell.agrees.as_deref() {
                Some("yes") => assert!(equal, "{name} does not agree with what is printed"),
                Some("no") => {
                    assert!(!equal, "{name} agrees with what is printed");
                    let note = known.get(&name).unwrap_or_else(|| panic!("{name} is not listed"));
                    println!("{name}: the sheet errs: {note}");
                    seen.insert(name);
                }
                _ => assert_eq!(cell.printed().count(), 0, "{name} does not say if it agrees"),
            }
        }
    }
    println!("{compared} cells compared, {} equal", compared - wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(compared, tables.values().map(Vec::len).sum::<usize>());
    assert!(compared > 450);
    assert!(known.keys().eq(&seen), "each known inconsistency stands in a table");
}

#[test]
fn the_site_publishes_what_the_command_prints() {
    let computed = computed();
    assert!(computed.len() > 27);
    for (table, said) in computed {
        assert_eq!(text(yaroslavl(), &format!("tables/{table}.csv")), said);
    }
}
