//! From a sheet as people lay it out to a table in canonical form, whose cells still know where they
//! stood. What is laid out how, `[[source]]` of `svod.toml` says.

mod heading;
mod names;
mod pattern;
mod rows;
mod skip;

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, Places, SourceId};
use crate::model::field::Declarations;
use crate::site::{Layout, LayoutColumn, Part, Pattern};
use crate::source::Sheet;

use super::fold::fold;
use super::raw::RawTable;
use super::schemas;
use super::workbook::Merged;
pub(crate) use heading::Heading;
pub(crate) use names::{Found, Names};
pub(super) use pattern::Name;
use rows::Rows;
pub(crate) use skip::{Skip, Sum, by_words as skip_by_words};

/// A sheet and how it is laid out.
pub(super) struct Order<'a> {
    pub layout: &'a Layout,
    /// The table that it feeds.
    pub table: &'a str,
    pub id: SourceId,
    pub sheet: &'a Sheet,
    pub merged: &'a [Merged],
    /// What the names of the file and the sheet say: columns with their values.
    pub gaps: &'a [(String, String)],
}

/// Lays a sheet out; the headings of its columns are given back for those who show them. `None` if
/// the headings are not there.
pub(super) fn lay_out(
    order: &Order<'_>,
    names: &Names<'_>,
    declared: &Declarations,
    faults: &mut Diagnostics,
) -> Option<(RawTable, Vec<String>)> {
    let layout = order.layout;
    let heading = heading(order)?;
    let own;
    let columns = if layout.columns.is_empty() {
        own = identity(&heading, layout.place);
        &own
    } else {
        &layout.columns
    };
    let words = Words::new(layout, declared);
    let bound = bind(order, columns, &heading, &words, faults)?;
    let out = outputs(order, columns, &bound);
    let heads = out.iter().map(|(_, from)| from.heading(order, &heading)).collect();
    let places = Places::of_cells(Place::whole(order.id), heads);
    let mut table = RawTable::new(
        order.table,
        out.iter().map(|(name, _)| (*name).to_owned()).collect(),
        places,
    );
    let mut rows = Rows::new(order, columns, &bound, out, (&heading, words), names);
    for row in order.sheet.rows().skip_while(|row| row.number() <= heading.last) {
        if !rows.read(row, &mut table, faults) {
            break;
        }
    }
    rows.tell_skipped(faults);
    let widest = heading.columns.last().map_or(0, |(column, ..)| *column);
    let shown = (1..=widest).map(|column| heading.text(column).to_owned()).collect();
    Some((table, shown))
}

fn heading(order: &Order<'_>) -> Option<Heading> {
    let Order { layout, sheet, merged, .. } = order;
    if !layout.header.is_empty() {
        return Some(Heading::of(sheet, merged, &layout.header));
    }
    if layout.columns.is_empty() {
        let first = sheet.rows().next()?.number();
        return Some(Heading::of(sheet, merged, &[first]));
    }
    Heading::find(sheet, merged, &layout.columns)
}

/// Each heading as the column of its own name.
fn identity(heading: &Heading, place: Place) -> Vec<LayoutColumn> {
    let column = |(_, text, _): &(u16, String, String)| LayoutColumn {
        name: text.clone(),
        place,
        headers: vec![Pattern {
            text: text.clone(),
            parts: vec![Part::Words(text.clone())],
            place,
        }],
        unit: None,
    };
    heading.columns.iter().map(column).collect()
}

/// What words of a column stand for, folded.
struct Words(BTreeMap<String, BTreeMap<String, String>>);

impl Words {
    fn new(layout: &Layout, declared: &Declarations) -> Self {
        let mut words: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
        for (column, title, id) in &declared.titles {
            words.entry(column.clone()).or_default().insert(fold(title), id.clone());
        }
        for (column, values) in &layout.values {
            let own = words.entry(column.clone()).or_default();
            own.extend(values.iter().map(|(word, value)| (fold(word), value.clone())));
        }
        Self(words)
    }

    /// The value of a word; itself if it stands for nothing else.
    fn value<'a>(&'a self, column: &str, text: &'a str) -> &'a str {
        let Some(words) = self.0.get(column) else { return text };
        words.get(&fold(text)).map_or(text, String::as_str)
    }
}

/// Columns of the sheet that belong together: one row of the sheet gives a row for each group.
struct Group {
    /// What the headings say, and where they say it.
    keys: Vec<(String, String, Place)>,
    /// Columns of the table in columns of the sheet.
    cells: BTreeMap<String, u16>,
}

struct Bound {
    /// Columns that all groups share.
    common: BTreeMap<String, u16>,
    groups: Vec<Group>,
}

impl Bound {
    /// The columns of the sheet that feed something.
    fn columns(&self) -> impl Iterator<Item = u16> {
        let of_groups = self.groups.iter().flat_map(|group| group.cells.values());
        self.common.values().chain(of_groups).copied()
    }
}

/// Finds the columns; those that are not there are reported.
fn bind(
    order: &Order<'_>,
    columns: &[LayoutColumn],
    heading: &Heading,
    words: &Words,
    faults: &mut Diagnostics,
) -> Option<Bound> {
    let names = heading.names();
    let mut bound = Bound { common: BTreeMap::new(), groups: Vec::new() };
    let mut missing = false;
    for column in columns {
        let hits = column.headers.iter().map(|header| (header, names.hits(header)));
        let Some((header, hits)) = { hits }.find(|(_, hits)| !hits.is_empty()) else {
            missing = true;
            faults.push(not_there(order, column, heading));
            continue;
        };
        if header.columns().next().is_some() {
            for hit in hits {
                let (at, gaps) = hit;
                let key = |(gap, text): (String, String)| {
                    let (row, spot) = heading.spot(order.sheet, at, &text);
                    let value = words.value(&gap, &text).to_owned();
                    (gap, value, Place::cell(order.id, row, spot))
                };
                let keys = gaps.into_iter().map(key).collect();
                put_in_group(&mut bound.groups, &column.name, at, keys);
            }
            continue;
        }
        let first = hits[0].0;
        for (second, _) in &hits[1..] {
            let at = |column| Place::cell(order.id, heading.last, column);
            faults.push(
                Diagnostic::new(Code::RepeatedColumn)
                    .at(at(*second))
                    .with("column", heading.text(*second))
                    .see_also(at(first)),
            );
        }
        bound.common.insert(column.name.clone(), first);
    }
    if bound.groups.is_empty() {
        bound.groups.push(Group { keys: Vec::new(), cells: BTreeMap::new() });
    }
    (!missing).then_some(bound)
}

fn put_in_group(
    groups: &mut Vec<Group>,
    name: &str,
    column: u16,
    keys: Vec<(String, String, Place)>,
) {
    // A word that stands for nothing is no column of ours.
    if keys.iter().any(|(_, value, _)| value.is_empty()) {
        return;
    }
    let same_keys = |group: &&mut Group| {
        group.keys.iter().zip(&keys).all(|(one, other)| one.1 == other.1)
            && !group.cells.contains_key(name)
    };
    match groups.iter_mut().find(same_keys) {
        Some(group) => drop(group.cells.insert(name.to_owned(), column)),
        None => groups.push(Group { keys, cells: [(name.to_owned(), column)].into() }),
    }
}

fn not_there(order: &Order<'_>, column: &LayoutColumn, heading: &Heading) -> Diagnostic {
    let known: Vec<&str> = heading.columns.iter().map(|(_, text, _)| text.as_str()).collect();
    let (text, place) = column.headers.first().map_or(("", column.place), |h| (&h.text, h.place));
    Diagnostic::new(Code::SourceHeading)
        .at(place)
        .with("value", text)
        .near(text, &known)
        .see_also(Place::row(order.id, heading.last))
}

/// Where the values of a column of the table come from.
enum From<'a> {
    Common(u16),
    /// A column of the group.
    Group,
    /// A heading of the group.
    Key(usize),
    /// The same in each row.
    Always(&'a str, Place),
}

impl From<'_> {
    fn heading(&self, order: &Order<'_>, heading: &Heading) -> Place {
        match self {
            Self::Common(column) => Place::cell(order.id, heading.last, *column),
            Self::Group | Self::Key(_) => Place::row(order.id, heading.last),
            Self::Always(_, place) => *place,
        }
    }
}

/// The columns of the table. A municipality that only tells schools apart is none of them.
fn outputs<'a>(
    order: &Order<'a>,
    columns: &'a [LayoutColumn],
    bound: &Bound,
) -> Vec<(&'a str, From<'a>)> {
    let keys: Vec<String> = bound
        .groups
        .first()
        .map(|g| g.keys.iter().map(|k| k.0.clone()).collect())
        .unwrap_or_default();
    let layout = order.layout;
    let helps = |name: &str| name == "municipality" && schemas::lacks_municipality(order.table);
    let mut out: Vec<(&str, From<'_>)> = Vec::new();
    for column in columns.iter().filter(|column| !helps(&column.name)) {
        let from = bound.common.get(&column.name).map_or(From::Group, |at| From::Common(*at));
        out.push((&column.name, from));
    }
    for (name, _) in layout.fed().into_iter().filter(|(name, _)| !helps(name)) {
        if let Some(at) = keys.iter().position(|key| key == name) {
            out.push((name, From::Key(at)));
        }
    }
    for (name, value) in order.gaps.iter().filter(|(name, _)| !helps(name)) {
        out.push((name, From::Always(value, Place::whole(order.id))));
    }
    for (name, value, place) in layout.constants.iter().filter(|(name, ..)| !helps(name)) {
        out.push((name, From::Always(value, *place)));
    }
    out
}
