//! A table of results that is there already, to be added to.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::dataset::{Dataset, Observation};
use crate::model::field::Declarations;
use crate::source::Sources;

use super::open::{Opened, Stated, open};
use super::{gather, results};

/// A canonical `results.csv` as it stands.
pub(crate) struct Previous {
    /// Its headings.
    pub headers: Vec<String>,
    /// Its rows, in order.
    pub rows: Vec<PreviousRow>,
    /// What separates its cells.
    pub separator: u8,
}

/// A row of it.
pub(crate) struct PreviousRow {
    /// Its cells, as many as there are headings.
    pub cells: Vec<String>,
    /// What it says; none if nobody took part.
    pub result: Option<Observation>,
}

/// Reads a canonical table of results whose schools `dataset` knows. `None` after a fault.
pub(crate) fn previous(
    path: &str,
    bytes: Vec<u8>,
    declared: &Declarations,
    dataset: &Dataset,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Option<Previous> {
    let mut none = |_: &[super::workbook::SheetName], _, _: &mut Diagnostics| Vec::new();
    let Some(Opened::Text(id)) = open(path, bytes, Stated::default(), &mut none, sources, faults)
    else {
        return None;
    };
    let table = gather::plain_text("results", id, sources, faults)?;
    let mut known = Dataset {
        municipalities: dataset.municipalities.clone(),
        schools: dataset.schools.clone(),
        ..Dataset::default()
    };
    results::results(&table, declared, &mut known, faults);
    let mut said: BTreeMap<Place, Observation> =
        known.results.iter().map(|result| (result.place, *result)).collect();
    let width = table.headers().len();
    let rows = table.rows().map(|row| PreviousRow {
        cells: (0..width).map(|column| row.cell(column).to_owned()).collect(),
        result: said.remove(&row.place()),
    });
    let rows = rows.collect();
    let source = sources.get(id)?;
    if !source.is_utf8() {
        // Written anew it would be in another encoding than its readers expect.
        let fault = Diagnostic::new(Code::NotUtf8).at(table.place());
        faults.push(fault.with("file", path));
        return None;
    }
    let (headers, separator) = (table.headers().to_vec(), source.delimiter());
    Some(Previous { headers, rows, separator })
}
