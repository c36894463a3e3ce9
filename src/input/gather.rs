//! Every file of the data folder, as the raw tables it holds.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId};
use crate::model::field::Declarations;
use crate::model::ids::is_valid_id;
use crate::source::{Files, Sources};

use super::open::{Opened, Stated, is_named_workbook, open};
use super::raw::RawTable;
use super::workbook::SheetName;
use super::{REQUIRED, csv, sheet};

/// Reads every file that a reader knows: tables by name, without a table if it could not be read.
pub(super) fn tables(
    files: &dyn Files,
    folder: &str,
    declared: &Declarations,
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
    let rank = |path: &String| REQUIRED.iter().position(|name| stem(path) == *name);
    paths.retain(|path| !is_note(path));
    paths.sort_by_key(|path| rank(path).unwrap_or(REQUIRED.len()));
    for path in paths {
        let Some(name) = table_name(&path, declared).map(str::to_owned) else {
            faults.push(Diagnostic::new(Code::UnreadFile).with("file", &path));
            continue;
        };
        let table = match files.read(&path) {
            Ok(bytes) => {
                let mut choose = |sheets: &[SheetName], place, faults: &mut Diagnostics| {
                    first_sheet(&path, sheets, place, faults)
                };
                let stated = Stated::default();
                let opened = open(&path, bytes, stated, &mut choose, sources, faults);
                opened.and_then(|opened| plain(&name, &opened, sources, faults))
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

/// A table in canonical form.
fn plain(
    name: &str,
    opened: &Opened,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Option<RawTable> {
    match opened {
        Opened::Text(id) => {
            let table = csv::table(name, sources.get(*id)?, *id, faults)?;
            sources.set_headers(*id, table.headers().to_vec());
            Some(table)
        }
        Opened::Sheets(sheets) => {
            let id = sheets.first()?.id;
            let table = sheet::table(name, sources.get(id)?.cells()?, id, faults)?;
            set_headers(&table, id, sources);
            Some(table)
        }
    }
}

/// Notes the headings of a sheet by the number of their column.
fn set_headers(table: &RawTable, id: SourceId, sources: &mut Sources) {
    let mut headers = Vec::new();
    for (at, header) in table.headers().iter().enumerate() {
        let crate::diag::At::Cell(_, column) = table.places().heading(at).at else { continue };
        headers.resize(usize::from(column), String::new());
        if let Some(last) = headers.last_mut() {
            last.clone_from(header);
        }
    }
    sources.set_headers(id, headers);
}

/// The first sheet that is shown; the others are named, lest one be missed.
fn first_sheet(
    path: &str,
    sheets: &[SheetName],
    place: Place,
    faults: &mut Diagnostics,
) -> Vec<String> {
    let shown: Vec<&str> =
        sheets.iter().filter(|sheet| !sheet.hidden).map(|sheet| sheet.name.as_str()).collect();
    match shown[..] {
        [] => {
            faults.push(Diagnostic::new(Code::EmptyTable).at(place).with("table", stem(path)));
            Vec::new()
        }
        [only] => vec![only.to_owned()],
        [first, ref others @ ..] => {
            let fault = Diagnostic::new(Code::FirstSheet).at(place).with("file", path);
            faults.push(fault.with("value", first).with("other", others.join(", ")));
            vec![first.to_owned()]
        }
    }
}

/// The name of a file without folders and ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// True of a file that explains the others: CSV has no room for words of its own.
fn is_note(path: &str) -> bool {
    let lower = path.to_lowercase();
    let text = lower.ends_with(".txt") || lower.ends_with(".md");
    text && ["readme", "прочти", "прочти меня"].contains(&stem(&lower))
}

/// The table that a file holds in canonical form, if it looks like one.
fn table_name<'a>(path: &'a str, declared: &Declarations) -> Option<&'a str> {
    let name = stem(path);
    let lower = path.to_lowercase();
    let text = lower.ends_with(".csv") || lower.ends_with(".tsv");
    // A workbook with a name in words is somebody's report, laid out in its own way.
    let ours = is_valid_id(name) || declared.columns.contains_key(name);
    (text || (is_named_workbook(path) && ours)).then_some(name)
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
