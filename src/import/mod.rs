//! Reports of other systems (ФИС ОКО, protocols of exams) to the canonical table of results.
//!
//! [`read`] knows layouts and no region: it finds tables by their headings, and gives a record for
//! each unit. `settle` knows the region and its method: which school, which procedure, from which
//! score on a pupil has passed. Of pupils nothing is kept but how many of a school have each score,
//! and the register of sources holds no cell of their sheets, so that nothing can be drawn or quoted.

mod field;
mod flat;
mod individual;
mod layout;
mod merge;
mod procedures;
mod protocol;
mod pupils;
mod reader;
mod record;
mod settle;
mod statistics;
mod summary;
mod table;
mod title;
mod units;

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::input::{self, ExportSheet, Previous};
use crate::method::Methodology;
use crate::model::dataset::Dataset;
use crate::model::ids::Year;
use crate::source::{Source, Sources};

pub use layout::Layout;
use record::{Out, Record};
use settle::Settler;
pub use summary::{SheetSummary, Skipped, Summary};

/// What the command says beside the files.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The procedure of tables whose titles do not say it: its id.
    pub procedure: Option<String>,
    /// The year of tables whose titles do not say it.
    pub year: Option<Year>,
    /// Take the place of results that say otherwise.
    pub replace: bool,
    /// Leave out schools that nobody knows.
    pub skip_unknown: bool,
}

/// An export as read: what became of its sheets, and what it says of which unit.
#[derive(Debug, Default)]
pub struct Export {
    /// Its sheets.
    pub sheets: Vec<SheetSummary>,
    records: Vec<Record>,
}

impl Export {
    /// How many units it has results of.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// True if it has none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

/// Reads an export: any bytes at all. Of what cannot be recognised, faults tell.
pub fn read(path: &str, bytes: Vec<u8>, sources: &mut Sources, faults: &mut Diagnostics) -> Export {
    let before = faults.len();
    let file = sources.next_id();
    let sheets = input::sheets(path, bytes, sources, faults);
    let mut export = Export::default();
    let mut near = None;
    let mut unknown: Vec<Place> = Vec::new();
    for sheet in sheets {
        let found = table::find(&sheet);
        if let Some((layout, field, row)) = found.near {
            near.get_or_insert((layout, field, Place::row(sheet.id, row)));
        }
        if !found.public {
            sources.number_sheet(sheet.id, sheet.number);
        }
        if found.heads.is_empty() {
            if !is_empty(&sheet) {
                unknown.push(Place::whole(sheet.id));
            }
            continue;
        }
        let mut summary = SheetSummary {
            file: path.to_owned(),
            sheet: sources.get(sheet.id).and_then(|source| source.sheet.clone()),
            layouts: found.heads.iter().map(|head| head.layout).collect(),
            ..SheetSummary::default()
        };
        let mut out = Out {
            records: &mut export.records,
            summary: &mut summary,
            sheet: export.sheets.len(),
            hidden: !found.public,
            faults,
        };
        reader::read(&sheet, &found, &mut out);
        export.sheets.push(summary);
        let headers = headers(&found.heads);
        let id = sheet.id;
        if found.public {
            sheet.show(sources);
        }
        sources.set_headers(id, headers);
    }
    if export.sheets.is_empty() && faults.len() == before {
        faults.push(unrecognised(path, near, Place::whole(file)));
    } else {
        for place in unknown {
            faults.push(Diagnostic::new(Code::UnreadSheet).at(place).with("file", path));
        }
    }
    export
}

fn is_empty(sheet: &ExportSheet) -> bool {
    sheet.cells().is_none_or(crate::source::Sheet::is_empty)
}

/// The headings by which messages call the columns of tables: ours, not those of the file.
fn headers(heads: &[table::Head]) -> Vec<String> {
    let mut headers = Vec::new();
    for (field, column) in heads.iter().flat_map(|head| &head.columns) {
        let at = usize::from(*column);
        if headers.len() < at {
            headers.resize(at, String::new());
        }
        if let Some(header) = headers.get_mut(at.wrapping_sub(1)).filter(|h| h.is_empty()) {
            *header = field.heading();
        }
    }
    headers
}

fn unrecognised(
    path: &str,
    near: Option<(Layout, field::Field, Place)>,
    file: Place,
) -> Diagnostic {
    match near {
        Some((layout, field, place)) => Diagnostic::new(Code::IncompleteLayout)
            .at(place)
            .with("file", path)
            .with("kind", layout.name())
            .with("column", field.heading()),
        None => Diagnostic::new(Code::UnknownLayout).at(file).with("file", path),
    }
}

/// The region that results are of.
#[derive(Clone, Copy)]
pub struct Region<'a> {
    /// Its name, as exports may have it.
    pub name: &'a str,
    /// Its schools and municipalities.
    pub dataset: &'a Dataset,
    /// Its method.
    pub method: &'a Methodology,
}

/// A file to be imported: what it is called, and its bytes.
pub type File = (String, Vec<u8>);

/// Reads exports and adds what they say to the results that there are: the whole table as CSV, and
/// what became of the files. After an error the table is not to be relied on.
pub(crate) fn import(
    files: Vec<File>,
    asked: &Asked,
    region: Region<'_>,
    previous: Option<Previous>,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> (Vec<u8>, Summary) {
    let Region { name, dataset, method } = region;
    let mut summary = Summary::default();
    let mut settler = Settler::new(method, dataset, name, asked);
    let mut seen = BTreeSet::new();
    for (path, bytes) in files {
        if !seen.insert(Sha256::digest(&bytes)) {
            let file = sources.add(Source::of_bytes(path.as_str(), Vec::new()));
            let fault = Diagnostic::new(Code::RepeatedFile).at(Place::whole(file));
            faults.push(fault.with("file", path));
            continue;
        }
        let mut export = read(&path, bytes, sources, faults);
        settler.take(export.records, &mut export.sheets);
        summary.sheets.append(&mut export.sheets);
    }
    let (imported, found) = settler.end();
    faults.extend(found);
    let table =
        merge::merge(previous, &imported, asked.replace, (dataset, method), (&mut summary, faults));
    (table, summary)
}
