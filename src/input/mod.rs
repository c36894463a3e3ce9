//! From files to the dataset: one reader for each format gives a raw table, one mapper for each
//! canonical table gives typed values. Every fault is collected with its place.

mod borders;
mod cells;
mod changes;
mod content;
mod csv;
mod encoding;
mod export;
mod fold;
mod gather;
mod layout;
mod management;
mod meant;
mod municipalities;
mod names;
mod number;
mod open;
mod previous;
mod programme;
mod raw;
mod registry;
mod results;
mod risks;
mod schemas;
mod schools;
mod sheet;
mod succession;
mod tables;
mod workbook;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::dataset::Dataset;
use crate::model::field::Declarations;
use crate::site::Site;
use crate::source::{FileError, Files, Sources};
use gather::{Asked, Gathered, Taken, gather};
use raw::RawTable;

pub(crate) use cells::is_missing;
pub use content::{attached, narratives};
pub(crate) use export::{ExportSheet, sheets};
pub(crate) use fold::fold;
pub(crate) use gather::feeding;
pub(crate) use layout::{Found, Heading, Names, Skip, Sum, skip_by_words};
pub use management::attachments;
pub(crate) use previous::{Previous, previous};
pub use programme::check_terms;
pub(crate) use workbook::Merged;

/// The tables without which there is no report. Others refer to them, so they are read and their
/// faults are told first.
const REQUIRED: [&str; 3] = ["municipalities", "schools", "results"];

/// Reads every table of the site's data folder: files in canonical form by their names, others as the
/// site's layouts say.
///
/// Only `municipalities`, `schools` and `results` are required. After a fault the rest is read on, so
/// that one run reports all of them; the caller stops if there was an error, for then the dataset
/// is not to be relied on.
pub fn read(
    files: &dyn Files,
    site: &Site,
    declared: &Declarations,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Dataset {
    let borders = site.borders.as_deref();
    let asked =
        Asked { folder: &site.data, layouts: &site.layouts, declared, only: None, aside: borders };
    let mut reading = Reading { all: gather(files, asked, sources, faults), sources, faults };
    let mut dataset = Dataset::default();
    reading.registries(declared, &mut dataset);
    if let Some(table) = reading.required("results", &dataset) {
        results::results(&table, declared, &mut dataset, reading.faults);
    }
    schools::check_years(&mut dataset, reading.faults);
    if let Some(table) = reading.optional("groups", &dataset) {
        results::groups(&table, declared, &mut dataset, reading.faults);
    }
    if let Some(table) = reading.optional("list_membership", &dataset) {
        results::list_membership(&table, declared, &mut dataset, reading.faults);
    }
    if let Some(table) = reading.optional("procedure_years", &dataset) {
        results::procedure_years(&table, declared, &mut dataset, reading.faults);
    }
    for name in reading.all.names() {
        let Some(table) = reading.optional(&name, &dataset) else { continue };
        let read = tables::table(&table, declared, &dataset, reading.faults);
        // A heading over no rows says no more than no file at all.
        if !read.is_empty() {
            dataset.tables.insert(name, read);
        }
    }
    if let Some(path) = borders {
        borders::borders(files, path, &mut dataset, sources, faults);
    }
    tables::check_references(&dataset, faults);
    dataset.management = management::management(&dataset, declared, faults);
    programme::check(&dataset, faults);
    dataset.risks = risks::profiles(&dataset, faults);
    dataset
}

/// Reads the registries alone: who there is, for those who bring results.
pub(crate) fn registries(
    files: &dyn Files,
    site: &Site,
    declared: &Declarations,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Dataset {
    // Results and documents are looked at where schools have merged.
    let only = ["municipalities", "schools", "school_changes", "results", "documents"];
    let asked = Asked {
        folder: &site.data,
        layouts: &site.layouts,
        declared,
        only: Some(&only),
        aside: site.borders.as_deref(),
    };
    let mut reading = Reading { all: gather(files, asked, sources, faults), sources, faults };
    let mut dataset = Dataset::default();
    reading.registries(declared, &mut dataset);
    dataset
}

/// What is read and not yet typed.
struct Reading<'a, 's> {
    all: Gathered<'a>,
    sources: &'s mut Sources,
    faults: &'s mut Diagnostics,
}

impl Reading<'_, '_> {
    /// Municipalities and schools, with what happened to them.
    fn registries(&mut self, declared: &Declarations, dataset: &mut Dataset) {
        if let Some(table) = self.required("municipalities", dataset) {
            municipalities::municipalities(&table, declared, dataset, self.faults);
        }
        let changes = self.optional("school_changes", dataset);
        if let Some(table) = self.required("schools", dataset) {
            let [results, documents] = ["results", "documents"].map(|name| self.all.peek(name));
            let changes = changes.as_ref();
            let tables = schools::Tables { schools: &table, changes, results, documents };
            schools::schools(tables, declared, dataset, self.faults);
        }
        municipalities::find_gone(declared, dataset, self.faults);
    }

    fn take(&mut self, name: &str, dataset: &Dataset) -> Taken {
        self.all.take(name, dataset, self.sources, self.faults)
    }

    /// A table that must be there and have rows.
    fn required(&mut self, name: &str, dataset: &Dataset) -> Option<RawTable> {
        match self.take(name, dataset) {
            Taken::Table(table) => {
                if table.len() == 0 {
                    let fault = Diagnostic::new(Code::EmptyTable).at(table.place());
                    self.faults.push(fault.with("table", name));
                }
                Some(*table)
            }
            // That it could not be read is reported already.
            Taken::Failed => None,
            Taken::Absent => {
                let path = format!("{}/{name}.csv", self.all.folder());
                self.faults.push(FileError::NotFound.fault(&path));
                None
            }
        }
    }

    fn optional(&mut self, name: &str, dataset: &Dataset) -> Option<RawTable> {
        match self.take(name, dataset) {
            Taken::Table(table) => Some(*table),
            Taken::Failed | Taken::Absent => None,
        }
    }
}
