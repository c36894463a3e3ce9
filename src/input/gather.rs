//! Every file of the data folder, as what feeds the tables.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{At, Code, Diagnostic, Diagnostics, Place, SourceId, nearest, unknown};
use crate::model::dataset::Dataset;
use crate::model::field::Declarations;
use crate::site::{Layout, Site};
use crate::source::{Files, Sheet, Sources};

use super::layout::{Names, Order, lay_out};
use super::meant::{
    Gaps, file_gaps, first_sheet, inside, is_note, sheets_of, stem, table_name, target,
};
use super::open::{OpenSheet, Opened, Stated, open};
use super::raw::RawTable;
use super::workbook::{Merged, SheetName};
use super::{REQUIRED, csv, schemas, sheet};

/// What is asked of the data folder.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub folder: &'a str,
    pub layouts: &'a [Layout],
    pub declared: &'a Declarations,
    /// The tables that are wanted; all if it is not said.
    pub only: Option<&'a [&'a str]>,
    /// A file of the folder that is no table.
    pub aside: Option<&'a str>,
}

impl Asked<'_> {
    fn wants(&self, table: &str) -> bool {
        self.only.is_none_or(|only| only.contains(&table))
    }
}

/// What feeds each table, read but not yet laid out: that takes the names of schools, which stand in
/// a table themselves.
pub(super) struct Gathered<'a> {
    asked: Asked<'a>,
    feeds: BTreeMap<String, Vec<Feed<'a>>>,
    /// Tables that have a file which could not be read.
    failed: BTreeSet<String>,
}

enum Feed<'a> {
    /// In canonical form.
    Plain(RawTable),
    /// A sheet or a text of a layout of its own.
    Foreign {
        layout: &'a Layout,
        id: SourceId,
        /// The cells of a text; those of a sheet stand in the register.
        text: Option<Sheet>,
        merged: Vec<Merged>,
        gaps: Vec<(String, String)>,
    },
}

/// What became of a table.
pub(super) enum Taken {
    /// Nothing feeds it.
    Absent,
    /// It could not be read, and that is reported.
    Failed,
    Table(Box<RawTable>),
}

/// Reads every file that a reader knows or a layout names.
pub(super) fn gather<'a>(
    files: &dyn Files,
    asked: Asked<'a>,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Gathered<'a> {
    let mut gathered = Gathered { asked, feeds: BTreeMap::new(), failed: BTreeSet::new() };
    let wrong = check_layouts(asked, faults);
    let mut paths = match files.list(asked.folder) {
        Ok(paths) => paths,
        Err(error) => {
            faults.push(error.fault(asked.folder));
            return gathered;
        }
    };
    for layout in asked.layouts {
        if !paths.iter().any(|path| file_gaps(layout, path, asked.folder).is_some()) {
            let known = paths.iter().map(|path| inside(path, asked.folder));
            let fault = Diagnostic::new(Code::SourceFile).at(layout.file.place);
            let fault = fault.with("value", &layout.file.text);
            faults.push(match nearest(&layout.file.text, known) {
                Some(name) => fault.with("nearest", name),
                None => fault,
            });
        }
    }
    let rank = |path: &String| REQUIRED.iter().position(|name| stem(path) == *name);
    paths.retain(|path| !is_note(path) && Some(path.as_str()) != asked.aside);
    paths.sort_by_key(|path| rank(path).unwrap_or(REQUIRED.len()));
    let mut plain: BTreeMap<String, Found> = BTreeMap::new();
    for path in paths {
        let fits = |layout: &'a Layout| Some((layout, file_gaps(layout, &path, asked.folder)?));
        let mut layouts: Vec<(&'a Layout, Gaps)> = asked.layouts.iter().filter_map(fits).collect();
        let mut name = table_name(&path, asked.declared).map(str::to_owned);
        if asked.only.is_some() {
            layouts.retain(|(layout, _)| asked.wants(&target(layout, &path)));
            name = name.filter(|name| asked.wants(name));
            if layouts.is_empty() && name.is_none() {
                continue;
            }
        }
        if layouts.is_empty() && name.is_none() {
            faults.push(Diagnostic::new(Code::UnreadFile).with("file", &path));
            continue;
        }
        let bytes = match files.read(&path) {
            Ok(bytes) => Some(bytes),
            Err(error) => {
                faults.push(error.fault(&path));
                None
            }
        };
        match (layouts.is_empty(), name) {
            (true, Some(name)) => {
                let table =
                    bytes.and_then(|bytes| gathered.plain(&name, &path, bytes, sources, faults));
                let found = (path, table.as_ref().map(RawTable::place));
                if let Some(first) = plain.get(&name) {
                    faults.push(duplicate(&name, first, &found));
                    continue;
                }
                plain.insert(name.clone(), found);
                gathered.put(name, table.map(Feed::Plain));
            }
            _ => {
                let right = |(layout, _): &(&Layout, Gaps)| !wrong.contains(&layout.place);
                let (right, wrong): (Vec<_>, Vec<_>) = layouts.into_iter().partition(right);
                wrong.iter().for_each(|(layout, _)| gathered.put(target(layout, &path), None));
                if !right.is_empty() {
                    gathered.foreign(&path, right, bytes, sources, faults);
                }
            }
        }
    }
    gathered
}

impl<'a> Gathered<'a> {
    /// A table, laid out; it is then no longer here.
    pub fn take(
        &mut self,
        name: &str,
        dataset: &Dataset,
        sources: &mut Sources,
        faults: &mut Diagnostics,
    ) -> Taken {
        let failed = self.failed.remove(name);
        let Some(feeds) = self.feeds.remove(name) else {
            return if failed { Taken::Failed } else { Taken::Absent };
        };
        let foreign = feeds.iter().any(|feed| matches!(feed, Feed::Foreign { .. }));
        let names = if foreign { Names::of(dataset) } else { Names::default() };
        let mut parts = Vec::new();
        for feed in feeds {
            match feed {
                Feed::Plain(table) => parts.push(table),
                Feed::Foreign { layout, id, text, merged, gaps } => {
                    let own = || sources.get(id)?.cells();
                    let Some(sheet) = text.as_ref().or_else(own) else { continue };
                    let order = Order {
                        layout,
                        table: name,
                        id,
                        sheet,
                        of_text: text.is_some(),
                        merged: &merged,
                        gaps: &gaps,
                    };
                    let laid = lay_out(&order, &names, self.asked.declared, faults);
                    let Some((table, headers)) = laid else { continue };
                    sources.set_headers(id, headers);
                    parts.push(table);
                }
            }
        }
        let first = parts.first().map(RawTable::place);
        match RawTable::joined(parts) {
            Some(table) => Taken::Table(Box::new(table)),
            None => {
                if let Some(place) = first {
                    faults.push(Diagnostic::new(Code::LargeTable).at(place).with("table", name));
                }
                Taken::Failed
            }
        }
    }

    /// The data folder.
    pub fn folder(&self) -> &str {
        self.asked.folder
    }

    /// The names of the tables that are still here.
    pub fn names(&self) -> Vec<String> {
        self.feeds.keys().cloned().collect()
    }

    /// A table in canonical form that is still here: what can be looked at before it is taken.
    pub fn peek(&self, table: &str) -> Option<&RawTable> {
        match self.feeds.get(table).map(Vec::as_slice) {
            Some([Feed::Plain(table)]) => Some(table),
            _ => None,
        }
    }

    fn put(&mut self, table: String, feed: Option<Feed<'a>>) {
        match feed {
            Some(feed) => self.feeds.entry(table).or_default().push(feed),
            None => drop(self.failed.insert(table)),
        }
    }

    /// A file in canonical form.
    fn plain(
        &self,
        name: &str,
        path: &str,
        bytes: Vec<u8>,
        sources: &mut Sources,
        faults: &mut Diagnostics,
    ) -> Option<RawTable> {
        let mut choose = |sheets: &[SheetName], place, faults: &mut Diagnostics| {
            first_sheet(path, sheets, place, faults)
        };
        let opened = open(path, bytes, Stated::default(), &mut choose, sources, faults)?;
        match opened {
            Opened::Text(id) => plain_text(name, id, sources, faults),
            Opened::Sheets(sheets) => plain_sheet(name, sheets.first()?.id, sources, faults),
        }
    }

    /// A file that layouts name.
    fn foreign(
        &mut self,
        path: &str,
        layouts: Vec<(&'a Layout, Gaps)>,
        bytes: Option<Vec<u8>>,
        sources: &mut Sources,
        faults: &mut Diagnostics,
    ) {
        let table = |layout: &Layout| target(layout, path);
        let stated = Stated {
            encoding: layouts.iter().find_map(|(layout, _)| layout.encoding.as_deref()),
            separator: layouts.iter().find_map(|(layout, _)| layout.separator),
        };
        // The sheets of each layout, with what their names say.
        let mut wanted: Vec<Vec<(String, Gaps)>> = Vec::new();
        let mut choose = |sheets: &[SheetName], place, faults: &mut Diagnostics| {
            for (layout, _) in &layouts {
                wanted.push(sheets_of(layout, path, sheets, place, faults));
            }
            let mut all: Vec<String> =
                wanted.iter().flatten().map(|(name, _)| name.clone()).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let opened =
            bytes.and_then(|bytes| open(path, bytes, stated, &mut choose, sources, faults));
        let Some(opened) = opened else {
            layouts.iter().for_each(|(layout, _)| self.put(table(layout), None));
            return;
        };
        match opened {
            Opened::Text(id) => {
                for (layout, gaps) in layouts {
                    let name = table(layout);
                    let feed = if is_canonical(layout, &gaps) {
                        plain_text(&name, id, sources, faults).map(Feed::Plain)
                    } else {
                        sources.get(id).map(|source| {
                            let text = Some(csv::sheet(source, id, faults));
                            Feed::Foreign { layout, id, text, merged: Vec::new(), gaps }
                        })
                    };
                    self.put(name, feed);
                }
            }
            Opened::Sheets(sheets) => {
                for ((layout, gaps), wanted) in layouts.into_iter().zip(wanted) {
                    if wanted.is_empty() {
                        self.put(table(layout), None);
                    }
                    for (name, own) in wanted {
                        let Some(found) = sheets.iter().find(|sheet| sheet.name == name) else {
                            continue;
                        };
                        let OpenSheet { id, merged, .. } = found;
                        let gaps: Gaps = gaps.iter().cloned().chain(own).collect();
                        let name = table(layout);
                        let feed = if is_canonical(layout, &gaps) {
                            plain_sheet(&name, *id, sources, faults).map(Feed::Plain)
                        } else {
                            let merged = merged.clone();
                            Some(Feed::Foreign { layout, id: *id, text: None, merged, gaps })
                        };
                        self.put(name, feed);
                    }
                }
            }
        }
    }
}

/// The files of the data folder that feed a table, in order.
pub(crate) fn feeding(files: &dyn Files, site: &Site, table: &str) -> Vec<String> {
    let mut paths = files.list(&site.data).unwrap_or_default();
    paths.retain(|path| {
        let mut layouts = site
            .layouts
            .iter()
            .filter(|layout| file_gaps(layout, path, &site.data).is_some())
            .peekable();
        match layouts.peek() {
            Some(_) => layouts.any(|layout| target(layout, path) == table),
            None => stem(path) == table,
        }
    });
    paths
}

/// True if a layout says no more than how a file is opened.
fn is_canonical(layout: &Layout, gaps: &Gaps) -> bool {
    layout.columns.is_empty()
        && layout.header.is_empty()
        && layout.constants.is_empty()
        && layout.values.is_empty()
        && layout.fill.is_empty()
        && layout.skip.is_empty()
        && gaps.is_empty()
}

pub(super) fn plain_text(
    name: &str,
    id: SourceId,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Option<RawTable> {
    let table = csv::table(name, sources.get(id)?, id, faults)?;
    sources.set_headers(id, table.headers().to_vec());
    Some(table)
}

fn plain_sheet(
    name: &str,
    id: SourceId,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Option<RawTable> {
    let table = sheet::table(name, sources.get(id)?.cells()?, id, faults)?;
    let mut headers = Vec::new();
    for (at, header) in table.headers().iter().enumerate() {
        let At::Cell(_, column) = table.places().heading(at).at else { continue };
        headers.resize(usize::from(column), String::new());
        if let Some(last) = headers.last_mut() {
            last.clone_from(header);
        }
    }
    sources.set_headers(id, headers);
    Some(table)
}

/// Reports what is wrong with layouts before any file is looked at: tables that nobody knows, columns
/// that a table cannot do without. Such layouts are told by their places.
fn check_layouts(asked: Asked<'_>, faults: &mut Diagnostics) -> BTreeSet<Place> {
    let mut wrong = BTreeSet::new();
    for layout in asked.layouts {
        let Some((table, place)) = &layout.table else { continue };
        let Some(required) = schemas::required(table) else {
            if !asked.declared.columns.contains_key(table) {
                let own = asked.declared.columns.keys().map(String::as_str);
                let known: Vec<&str> = schemas::tables().into_iter().chain(own).collect();
                faults.push(unknown(Code::SourceTable, *place, table, &known));
                wrong.insert(layout.place);
            }
            continue;
        };
        if layout.columns.is_empty() {
            continue;
        }
        let fed: Vec<&str> = layout.fed().into_iter().map(|(name, _)| name).collect();
        let below = ["below_threshold", "below_percent"];
        let counts = table == "results" && !below.iter().any(|column| fed.contains(column));
        let missing = required.iter().copied().filter(|column| !fed.contains(column));
        for column in missing.chain(counts.then_some(below[0])) {
            let others: Vec<&str> =
                fed.iter().copied().filter(|name| !required.contains(name)).collect();
            wrong.insert(layout.place);
            let fault = Diagnostic::new(Code::SourceWithout).at(layout.place);
            let fault = fault.with("table", table).with("column", column);
            faults.push(match nearest(column, others) {
                Some(name) => fault.with("nearest", name),
                None => fault,
            });
        }
    }
    wrong
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
