//! From files to the dataset: one reader for each format gives a raw table, one mapper for each
//! canonical table gives typed values. Every fault is collected with its place.

mod cells;
mod content;
mod csv;
mod encoding;
mod fold;
mod gather;
mod open;
mod programme;
mod raw;
mod registry;
mod results;
mod risks;
mod sheet;
mod tables;
mod workbook;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::dataset::Dataset;
use crate::model::field::Declarations;
use crate::source::{FileError, Files, Sources};

pub use content::narratives;
pub use programme::check_terms;

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
    let mut tables = gather::tables(files, folder, declared, sources, faults);
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
    programme::check(&dataset, faults);
    dataset.risks = risks::profiles(&dataset, faults);
    dataset
}
