//! From a sheet as people lay it out to a table in canonical form, whose cells still know where they
//! stood. What is laid out how, `[[source]]` of `svod.toml` says.

mod heading;
mod names;
mod pattern;
mod skip;

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, Places, SourceId};
use crate::model::field::Declarations;
use crate::model::ids::is_valid_id;
use crate::model::number::{Decimal, Fixed};
use crate::site::{Layout, LayoutColumn, Part, Pattern, Unit};
use crate::source::{Sheet, SheetRow};

use super::cells::{ADVISED, is_missing};
use super::fold::{fold, same};
use super::raw::RawTable;
use super::schemas;
use super::workbook::Merged;
use heading::Heading;
use names::Found;
pub(super) use names::Names;
pub(super) use pattern::Name;
use skip::{Skip, Sum};

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

/// Columns of numbers that may be summed up.
const COUNTS: [&str; 4] = ["participants", "below_threshold", "students", "debtors"];

/// Columns whose merged cells stand for each of their rows.
const KEYS: [&str; 6] = ["school", "municipality", "year", "procedure", "list", "group"];

/// So many cells are filled from merged ones below the headings.
const MOST_MERGED: u64 = 1_000_000;

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
    let mut rows = Rows {
        order,
        columns,
        bound: &bound,
        out,
        heading: &heading,
        words,
        names,
        covered: covered(order, columns, &bound, heading.last),
        above: BTreeMap::new(),
        sums: BTreeMap::new(),
        skipped: Vec::new(),
    };
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

/// The cells that merged ones stand for, with the row that holds the text.
fn covered(
    order: &Order<'_>,
    columns: &[LayoutColumn],
    bound: &Bound,
    last: u32,
) -> BTreeMap<(u32, u16), u32> {
    let keys: Vec<u16> = columns
        .iter()
        .filter(|column| KEYS.contains(&column.name.as_str()))
        .filter_map(|column| bound.common.get(&column.name).copied())
        .collect();
    let mut covered = BTreeMap::new();
    let mut left = MOST_MERGED;
    for area in order.merged.iter().filter(|area| area.rows.0 > last && area.rows.1 > area.rows.0) {
        for column in keys.iter().filter(|column| **column == area.columns.0) {
            let rows = u64::from(area.rows.1 - area.rows.0);
            if rows <= left {
                left -= rows;
                covered.extend(
                    (area.rows.0 + 1..=area.rows.1).map(|row| ((row, *column), area.rows.0)),
                );
            }
        }
    }
    covered
}

struct Rows<'a, 'o> {
    order: &'o Order<'a>,
    columns: &'o [LayoutColumn],
    bound: &'o Bound,
    out: Vec<(&'o str, From<'o>)>,
    heading: &'o Heading,
    words: Words,
    names: &'o Names<'o>,
    covered: BTreeMap<(u32, u16), u32>,
    /// The last value of each column that is filled downwards: its text and row.
    above: BTreeMap<u16, (String, u32)>,
    sums: BTreeMap<u16, Sum>,
    /// Rows that were left out, and what they begin with.
    skipped: Vec<(u32, String)>,
}

impl Rows<'_, '_> {
    /// Reads a row of the sheet. False if reading on makes no sense.
    fn read(&mut self, row: SheetRow<'_>, table: &mut RawTable, faults: &mut Diagnostics) -> bool {
        if self.bound.columns().all(|column| row.text(column).is_empty()) {
            // Beside the table, or a title between its parts.
            self.note_beside(row);
            return true;
        }
        if self.is_heading(row) {
            self.skipped.push((row.number(), self.first_words(row)));
            return true;
        }
        if let Some(kind) = self.skip(row) {
            if kind == Skip::Total {
                self.check_total(row, faults);
            }
            self.skipped.push((row.number(), self.first_words(row)));
            return true;
        }
        self.fill(row);
        self.sum(row);
        let Some(known) = self.resolve(row, faults) else { return true };
        for group in &self.bound.groups {
            if !self.emit(row, group, &known, table) {
                let place = Place::row(self.order.id, row.number());
                let fault = Diagnostic::new(Code::LargeTable).at(place);
                faults.push(fault.with("table", self.order.table));
                return false;
            }
        }
        true
    }

    fn first_words(&self, row: SheetRow<'_>) -> String {
        row.cells()
            .map(|(.., text)| text)
            .find(|text| !text.is_empty())
            .unwrap_or_default()
            .to_owned()
    }

    fn note_beside(&mut self, row: SheetRow<'_>) {
        let first = self.first_words(row);
        if !first.is_empty() {
            self.skipped.push((row.number(), first));
        }
    }

    /// True if a row says again what the headings say.
    fn is_heading(&self, row: SheetRow<'_>) -> bool {
        let own = self.bound.columns().filter(|column| !row.text(*column).is_empty());
        let mut count = 0;
        for column in own {
            let text = row.text(column);
            if !same(text, self.heading.lowest(column)) && !same(text, self.heading.text(column)) {
                return false;
            }
            count += 1;
        }
        count > 1
    }

    fn skip(&self, row: SheetRow<'_>) -> Option<Skip> {
        let alone = row.cells().count() == 1;
        let stated = &self.order.layout.skip;
        let keys =
            self.columns.iter().filter(|c| KEYS.contains(&c.name.as_str()) || c.name == "name");
        let keys = keys.filter_map(|column| self.bound.common.get(&column.name));
        let first = row.cells().map(|(.., text)| text).next();
        let of_keys = keys.map(|column| row.text(*column));
        first.into_iter().chain(of_keys).find_map(|text| skip::by_words(text, alone, stated))
    }

    /// The columns of counts.
    fn counts(&self) -> impl Iterator<Item = u16> {
        let of_groups = self.bound.groups.iter().flat_map(|group| &group.cells);
        let all = self.bound.common.iter().chain(of_groups);
        let counts = all.filter(|(name, _)| COUNTS.contains(&name.as_str()));
        counts.map(|(_, column)| *column)
    }

    fn sum(&mut self, row: SheetRow<'_>) {
        let counts: Vec<(u16, u64)> = self
            .counts()
            .filter_map(|column| Some((column, row.text(column).parse().ok()?)))
            .collect();
        for (column, count) in counts {
            self.sums.entry(column).or_default().add(count);
        }
    }

    fn check_total(&mut self, row: SheetRow<'_>, faults: &mut Diagnostics) {
        let counts: Vec<(u16, u64)> = self
            .counts()
            .filter_map(|column| Some((column, row.text(column).parse().ok()?)))
            .collect();
        for (column, total) in counts {
            let place = Place::cell(self.order.id, row.number(), column);
            let sum = self.sums.entry(column).or_default();
            sum.check(total, self.heading.text(column), place, faults);
        }
        self.sums.values_mut().for_each(Sum::close);
    }

    fn fill(&mut self, row: SheetRow<'_>) {
        for name in &self.order.layout.fill {
            let Some(column) = self.bound.common.get(name).copied() else { continue };
            let text = row.text(column);
            if !text.is_empty() {
                self.above.insert(column, (text.to_owned(), row.number()));
            }
        }
    }

    /// The text of a cell of a column that all groups share, and where it stands.
    fn text<'r>(&'r self, row: SheetRow<'r>, column: u16) -> (&'r str, Place) {
        let place = |number| Place::cell(self.order.id, number, column);
        let own = row.text(column);
        if !own.is_empty() {
            return (own, place(row.number()));
        }
        if let Some(from) = self.covered.get(&(row.number(), column)) {
            let text = self.order.sheet.row(*from).map_or("", |row| row.text(column));
            return (text, place(*from));
        }
        match self.above.get(&column) {
            Some((text, from)) => (text, place(*from)),
            None => ("", place(row.number())),
        }
    }

    /// The school and the municipality that a row is about, by their ids; `None` after a fault.
    fn resolve(
        &self,
        row: SheetRow<'_>,
        faults: &mut Diagnostics,
    ) -> Option<BTreeMap<&'static str, String>> {
        let mut known = BTreeMap::new();
        let of = |name: &str| {
            let (text, place) = self.text(row, *self.bound.common.get(name)?);
            let text = self.words.value(name, text);
            (!is_missing(text)).then_some((text, place))
        };
        let municipality = of("municipality").filter(|_| self.order.table != "municipalities");
        if let Some((text, place)) = municipality {
            let found = self.names.municipality(text, faults.len() < ADVISED);
            let id = self.id(found, text, place, "municipalities", faults)?;
            known.insert("municipality", id);
        }
        let school = of("school").filter(|_| self.order.table != "schools");
        if let Some((text, place)) = school {
            let of = known.get("municipality").map(String::as_str);
            let found = self.names.school(text, of, faults.len() < ADVISED);
            known.insert("school", self.id(found, text, place, "schools", faults)?);
        }
        Some(known)
    }

    /// The id of a name; what looks like an id and is none is left for those who know ids.
    fn id(
        &self,
        found: Found<'_>,
        text: &str,
        place: Place,
        table: &'static str,
        faults: &mut Diagnostics,
    ) -> Option<String> {
        let fault = |code| Diagnostic::new(code).at(place).with("value", text).with("table", table);
        match found {
            Found::Id(id) => Some(id),
            Found::Nobody(_) if is_valid_id(text) => Some(text.to_owned()),
            Found::Nobody(known) => {
                faults.push(fault(Code::UnknownName).near(text, &known));
                None
            }
            Found::Several(all) => {
                faults.push(fault(Code::AmbiguousName).with("known", all.join(", ")));
                None
            }
        }
    }

    /// Adds the row of a group; one whose own cells say nothing is no row. False if there is no room.
    fn emit(
        &self,
        row: SheetRow<'_>,
        group: &Group,
        known: &BTreeMap<&'static str, String>,
        table: &mut RawTable,
    ) -> bool {
        let silent = |column: &u16| is_missing(row.text(*column));
        if !group.cells.is_empty() && group.cells.values().all(silent) {
            return true;
        }
        let at = |column| Place::cell(self.order.id, row.number(), column);
        let mut cells: Vec<(Cow<'_, str>, Place)> = Vec::with_capacity(self.out.len());
        for (name, from) in &self.out {
            let (text, place) = match from {
                From::Common(column) => self.text(row, *column),
                From::Group => match group.cells.get(*name) {
                    Some(column) => (row.text(*column), at(*column)),
                    None => ("", Place::row(self.order.id, row.number())),
                },
                From::Key(key) => {
                    let (_, value, place) = &group.keys[*key];
                    (value.as_str(), *place)
                }
                From::Always(value, place) => (*value, *place),
            };
            let value = match known.get(name) {
                Some(id) => Cow::Owned(id.clone()),
                None => self.in_unit(name, self.words.value(name, text)),
            };
            cells.push((value, place));
        }
        let place = match group.cells.values().max().filter(|_| !group.keys.is_empty()) {
            Some(column) => at(*column),
            None => Place::row(self.order.id, row.number()),
        };
        let cells: Vec<(&str, Place)> = cells.iter().map(|(text, p)| (text.as_ref(), *p)).collect();
        table.push_cells(place, cells.iter().copied())
    }

    /// A number of shares as a percentage, if it is stated what it is.
    fn in_unit<'t>(&self, name: &str, text: &'t str) -> Cow<'t, str> {
        let column = self.columns.iter().find(|column| column.name == *name);
        let Some(unit) = column.and_then(|column| column.unit) else { return Cow::Borrowed(text) };
        let Some(number) = Decimal::parse(text) else { return Cow::Borrowed(text) };
        Cow::Owned(match unit {
            Unit::Percent => format!("{text}%"),
            // Two digits fewer after the point than were typed: 0,357 is 35,7 %.
            Unit::Fraction => {
                let typed = text.split_once([',', '.']).map_or(0, |(_, digits)| digits.len());
                let decimals = typed.saturating_sub(2).min(4);
                let scale = 10i64.pow(4 - decimals as u32);
                let units = number.millionths() / scale;
                format!("{}%", Fixed { units, decimals: decimals as u8 })
            }
        })
    }

    fn tell_skipped(&self, faults: &mut Diagnostics) {
        const SHOWN: usize = 4;
        let Some((first, _)) = self.skipped.first() else { return };
        let mut words: Vec<String> = Vec::new();
        for (_, text) in &self.skipped {
            let text: String = text.chars().take(30).collect();
            let text = format!("«{}»", super::fold::one_line(&text));
            if !words.contains(&text) {
                words.push(text);
            }
        }
        let more = words.len() > SHOWN;
        words.truncate(SHOWN);
        let mut said = words.join(", ");
        if more {
            said.push_str(", …");
        }
        faults.push(
            Diagnostic::new(Code::SkippedRows)
                .at(Place::row(self.order.id, *first))
                .with("value", self.skipped.len())
                .with("other", said),
        );
    }
}
