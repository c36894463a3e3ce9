//! From files to the dataset: one reader for each format gives a raw table, one mapper for each
//! canonical table gives typed values. Every fault is collected with its place.

mod cells;
mod content;
mod csv;
mod raw;
mod registry;
mod results;
mod tables;

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::dataset::Dataset;
use crate::model::field::Declarations;
use crate::source::{FileError, Files, Source, Sources};
use raw::RawTable;

pub use content::narratives;

/// Reads every table of the data folder.
///
/// Only `municipalities`, `schools` and `results` are required. A fault leaves its row out and the
/// rest is read on, so that one run reports all of them; the caller stops if there was an error.
pub fn read(
    files: &dyn Files,
    folder: &str,
    declared: &Declarations,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Dataset {
    let mut tables = raw_tables(files, folder, sources, faults);
    let mut required = |name: &str, faults: &mut Diagnostics| {
        let table = tables.remove(name);
        if table.is_none() {
            let path = format!("{folder}/{name}.csv");
            faults.push(Diagnostic::new(Code::MissingFile).with("file", path));
        }
        table
    };
    let municipalities = required("municipalities", faults);
    let schools = required("schools", faults);
    let observations = required("results", faults);
    let mut dataset = Dataset::default();
    if let Some(table) = municipalities {
        registry::municipalities(&table, &mut dataset, faults);
    }
    if let Some(table) = schools {
        registry::schools(&table, &mut dataset, faults);
    }
    if let Some(table) = observations {
        results::results(&table, declared, &mut dataset, faults);
    }
    if let Some(table) = tables.remove("groups") {
        results::groups(&table, declared, &mut dataset, faults);
    }
    if let Some(table) = tables.remove("list_membership") {
        results::list_membership(&table, declared, &mut dataset, faults);
    }
    if let Some(table) = tables.remove("procedure_years") {
        results::procedure_years(&table, declared, &mut dataset, faults);
    }
    for (name, table) in tables {
        let read = tables::table(&name, &table, declared, &dataset, faults);
        dataset.tables.extend(read.map(|t| (name, t)));
    }
    dataset
}

/// Every file of the folder that a reader knows, by the name of its table.
fn raw_tables(
    files: &dyn Files,
    folder: &str,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> BTreeMap<String, RawTable> {
    let paths = match files.list(folder) {
        Ok(paths) => paths,
        Err(error) => {
            faults.push(unreadable(folder, &error));
            return BTreeMap::new();
        }
    };
    let mut tables: BTreeMap<String, RawTable> = BTreeMap::new();
    for path in paths {
        let file_name = path.rsplit('/').next().unwrap_or(&path);
        let Some(name) = file_name.strip_suffix(".csv") else { continue };
        let name = name.to_owned();
        let bytes = match files.read(&path) {
            Ok(bytes) => bytes,
            Err(error) => {
                faults.push(unreadable(&path, &error));
                continue;
            }
        };
        let source = Source::of_bytes(path, bytes);
        let Some(table) = csv::read(source, sources, faults) else { continue };
        if let Some(first) = tables.get(&name) {
            faults.push(
                Diagnostic::new(Code::DuplicateTable)
                    .at(table.place())
                    .with("table", &name)
                    .see_also(first.place()),
            );
            continue;
        }
        tables.insert(name, table);
    }
    tables
}

fn unreadable(path: &str, error: &FileError) -> Diagnostic {
    Diagnostic::new(Code::UnreadableFile).with("file", path).with("value", error)
}
