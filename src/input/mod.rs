//! From files to the dataset: one reader for each format gives a raw table, one mapper for each
//! canonical table gives typed values. Every fault is collected with its place.

mod cells;
mod content;
mod csv;
mod raw;
mod registry;
mod results;
mod risks;
mod tables;

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::dataset::Dataset;
use crate::model::field::Declarations;
use crate::source::{FileError, Files, Source, Sources};
use raw::RawTable;

pub use content::narratives;

/// The tables without which there is no report. Others refer to them, so they are read and their
/// faults are told first.
const REQUIRED: [&str; 3] = ["municipalities", "schools", "results"];

/// Reads every table of the data folder.
///
/// Only `municipalities`, `schools` and `results` are required. After a fault the rest is read on, so
/// that one run reports all of them; the caller stops if there was an error, for then the dataset
/// is not to be relied on.
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
        match &table {
            Some(Some(table)) if table.len() == 0 => {
                faults.push(Diagnostic::new(Code::EmptyTable).at(table.place()).with("table", name))
            }
            // A table that could not be read has its fault already.
            Some(_) => {}
            None => faults.push(FileError::NotFound.fault(&format!("{folder}/{name}.csv"))),
        }
        table.flatten()
    };
    let [municipalities, schools, observations] = REQUIRED.map(|name| required(name, faults));
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
    let mut optional = |name: &str| tables.remove(name).flatten();
    if let Some(table) = optional("groups") {
        results::groups(&table, declared, &mut dataset, faults);
    }
    if let Some(table) = optional("list_membership") {
        results::list_membership(&table, declared, &mut dataset, faults);
    }
    if let Some(table) = optional("procedure_years") {
        results::procedure_years(&table, declared, &mut dataset, faults);
    }
    for (name, table) in tables {
        let Some(table) = table else { continue };
        let read = tables::table(&table, declared, &dataset, faults);
        // A heading over no rows says no more than no file at all.
        if !read.is_empty() {
            dataset.tables.insert(name, read);
        }
    }
    tables::check_references(&dataset, faults);
    dataset.risks = risks::profiles(&dataset, faults);
    dataset
}

/// Every file of the folder that a reader knows, by the name of its table; without a table if it
/// could not be read.
fn raw_tables(
    files: &dyn Files,
    folder: &str,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> BTreeMap<String, Option<RawTable>> {
    let mut paths = match files.list(folder) {
        Ok(paths) => paths,
        Err(error) => {
            faults.push(error.fault(folder));
            return BTreeMap::new();
        }
    };
    let mut tables = BTreeMap::new();
    let mut first_of: BTreeMap<String, Found> = BTreeMap::new();
    let rank = |path: &String| REQUIRED.iter().position(|name| table_name(path) == Some(name));
    paths.sort_by_key(|path| rank(path).unwrap_or(REQUIRED.len()));
    for path in paths {
        let Some(name) = table_name(&path).map(str::to_owned) else {
            faults.push(Diagnostic::new(Code::UnreadFile).with("file", &path));
            continue;
        };
        let table = match files.read(&path) {
            Ok(bytes) => {
                let id = sources.add(Source::of_bytes(&path, bytes));
                let table = sources.get(id).and_then(|file| csv::read(&name, file, id, faults));
                table.inspect(|table| sources.set_headers(id, table.headers().to_vec()))
            }
            Err(error) => {
                faults.push(error.fault(&path));
                None
            }
        };
        let found = (path, table.as_ref().map(RawTable::place));
        if let Some(first) = first_of.get(&name) {
            faults.push(duplicate(&name, first, &found));
            continue;
        }
        first_of.insert(name.clone(), found);
        tables.insert(name, table);
    }
    tables
}

/// The table that a file holds, if a reader knows its format.
fn table_name(path: &str) -> Option<&str> {
    path.rsplit('/').next().unwrap_or(path).strip_suffix(".csv")
}

/// A file with a table, and its place if it could be read.
type Found = (String, Option<Place>);

/// The same table in two files.
fn duplicate(table: &str, first: &Found, second: &Found) -> Diagnostic {
    let mut fault = Diagnostic::new(Code::DuplicateTable)
        .with("table", table)
        .with("file", &first.0)
        .with("other", &second.0);
    fault.place = second.1;
    fault.related.extend(first.1);
    fault
}
