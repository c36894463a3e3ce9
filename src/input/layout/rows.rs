//! Rows of a sheet, one by one, to rows of the table.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::heading::Heading;
use super::names::{Found, Names};
use super::skip::{self, Skip, Sum};
use super::{Bound, From, Group, Order, Words};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::input::cells::{ADVISED, is_missing};
use crate::input::fold::{one_line, same};
use crate::input::raw::RawTable;
use crate::model::ids::is_valid_id;
use crate::model::number::{Decimal, Fixed};
use crate::site::{LayoutColumn, Unit};
use crate::source::SheetRow;

/// Columns of numbers that may be summed up.
const COUNTS: [&str; 4] = ["participants", "below_threshold", "students", "debtors"];

/// Columns whose merged cells stand for each of their rows.
const KEYS: [&str; 6] = ["school", "municipality", "year", "procedure", "list", "group"];

/// So many cells are filled from merged ones below the headings.
const MOST_MERGED: u64 = 1_000_000;

/// Reads the rows of a sheet.
pub(super) struct Rows<'a, 'o> {
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
    /// How many rows were left out, the first of them, and what some begin with.
    skipped: (usize, Option<u32>, Vec<String>),
}

impl<'a, 'o> Rows<'a, 'o> {
    pub(super) fn new(
        order: &'o Order<'a>,
        columns: &'o [LayoutColumn],
        bound: &'o Bound,
        out: Vec<(&'o str, From<'o>)>,
        (heading, words): (&'o Heading, Words),
        names: &'o Names<'o>,
    ) -> Self {
        let covered = covered(order, columns, bound, heading.last);
        let (above, sums) = (BTreeMap::new(), BTreeMap::new());
        let skipped = (0, None, Vec::new());
        Self { order, columns, bound, out, heading, words, names, covered, above, sums, skipped }
    }

    /// Reads a row of the sheet. False if reading on makes no sense.
    pub(super) fn read(
        &mut self,
        row: SheetRow<'_>,
        table: &mut RawTable,
        faults: &mut Diagnostics,
    ) -> bool {
        if self.bound.columns().all(|column| row.text(column).is_empty()) {
            // Beside the table, or a title between its parts.
            self.leave_out(row);
            return true;
        }
        if self.is_heading(row) {
            self.leave_out(row);
            return true;
        }
        if let Some(kind) = self.skip(row) {
            if kind == Skip::Total {
                self.check_total(row, faults);
            }
            self.leave_out(row);
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

    fn leave_out(&mut self, row: SheetRow<'_>) {
        const REMEMBERED: usize = 20;
        let Some((.., words)) = row.cells().next() else { return };
        let (count, first, begin) = &mut self.skipped;
        *count += 1;
        first.get_or_insert(row.number());
        let words: String = words.chars().take(30).collect();
        let words = format!("«{}»", one_line(&words));
        if begin.len() < REMEMBERED && !begin.contains(&words) {
            begin.push(words);
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
        let pushed = table.push_cells(place, cells.iter().copied());
        if pushed && !self.order.of_text {
            for (at, (name, from)) in self.out.iter().enumerate() {
                let column = match from {
                    From::Common(column) => Some(*column),
                    From::Group => group.cells.get(*name).copied(),
                    From::Key(_) | From::Always(..) => None,
                };
                if let Some(column) = column {
                    table.mark_typed(at, row.kind(column), row.text(column));
                }
            }
        }
        pushed
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

    /// Says which rows were left out.
    pub(super) fn tell_skipped(&self, faults: &mut Diagnostics) {
        const SHOWN: usize = 4;
        let (count, Some(first), words) = &self.skipped else { return };
        let mut said = words.iter().take(SHOWN).cloned().collect::<Vec<_>>().join(", ");
        if words.len() > SHOWN {
            said.push_str(", …");
        }
        faults.push(
            Diagnostic::new(Code::SkippedRows)
                .at(Place::row(self.order.id, *first))
                .with("value", count)
                .with("other", said),
        );
    }
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
