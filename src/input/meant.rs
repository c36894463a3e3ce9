//! Which file and which sheet is meant: by a layout, or by the name that a table has.

use crate::diag::{Code, Diagnostic, Diagnostics, Place, unknown};
use crate::model::field::Declarations;
use crate::model::ids::is_valid_id;
use crate::site::{Layout, Part, Pattern};

use super::layout::Name;
use super::open::is_named_workbook;
use super::workbook::SheetName;

/// Gaps of names: columns and their values.
pub(super) type Gaps = Vec<(String, String)>;

/// A path as layouts name it: from the data folder.
pub(super) fn inside<'p>(path: &'p str, folder: &str) -> &'p str {
    path.strip_prefix(folder).map_or(path, |rest| rest.trim_start_matches('/'))
}

/// What the name of a file says, if a layout is about it.
pub(super) fn file_gaps(layout: &Layout, path: &str, folder: &str) -> Option<Gaps> {
    Name::new(inside(path, folder))
        .gaps(&layout.file)
        .or_else(|| Name::new(path).gaps(&layout.file))
}

/// The sheets that a layout is about; those that are hidden only if it names them outright.
pub(super) fn sheets_of(
    layout: &Layout,
    path: &str,
    sheets: &[SheetName],
    place: Place,
    faults: &mut Diagnostics,
) -> Vec<(String, Gaps)> {
    let Some(pattern) = &layout.sheet else {
        let first = first_sheet(path, sheets, place, faults);
        return first.into_iter().map(|name| (name, Vec::new())).collect();
    };
    let outright = |pattern: &Pattern| pattern.parts.iter().all(|p| matches!(p, Part::Words(_)));
    let shown = sheets.iter().filter(|sheet| !sheet.hidden || outright(pattern));
    let found: Vec<(String, Gaps)> = shown
        .filter_map(|sheet| Some((sheet.name.clone(), Name::new(&sheet.name).gaps(pattern)?)))
        .collect();
    if found.is_empty() {
        let known: Vec<&str> = sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        let fault = unknown(Code::SourceSheet, pattern.place, &pattern.text, &known);
        faults.push(fault.with("file", path).see_also(place));
    }
    found
}

/// The first sheet that is shown; the others are named, lest one be missed.
pub(super) fn first_sheet(
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
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// True of a file that explains the others: CSV has no room for words of its own.
pub(super) fn is_note(path: &str) -> bool {
    let lower = path.to_lowercase();
    let text = lower.ends_with(".txt") || lower.ends_with(".md");
    text && ["readme", "прочти", "прочти меня"].contains(&stem(&lower))
}

/// The table that a file holds in canonical form, if it looks like one.
pub(super) fn table_name<'a>(path: &'a str, declared: &Declarations) -> Option<&'a str> {
    let name = stem(path);
    let lower = path.to_lowercase();
    let text = lower.ends_with(".csv") || lower.ends_with(".tsv");
    // A workbook with a name in words is somebody's report, laid out in its own way.
    let ours = is_valid_id(name) || declared.columns.contains_key(name);
    (text || (is_named_workbook(path) && ours)).then_some(name)
}

/// The table that a file feeds.
pub(super) fn target(layout: &Layout, path: &str) -> String {
    match &layout.table {
        Some((table, _)) => table.clone(),
        None => stem(path).to_owned(),
    }
}
