//! Cross-tabulation: units fall into rows and columns, cells count them and know their members.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId, unknown};
use crate::method::{Base, Conditions, Entry, EntryKind, Located, Methodology, TableSpec};
use crate::model::dataset::Dataset;
use crate::model::ids::{CategoryId, TableId};
use crate::model::number::{Mean, Share};
use crate::model::tabulation::{
    CellValue, Heading, HeadingRole, Listing, Missing, TabCell, Tabulation, Unit,
};
use crate::model::tone::Tone;

use super::attribute::{Column, Columns, Domain, Shape, Values};
use super::bind::{Bound, bind, check_domain, unknown_category};
use super::universe;

/// A row or a column with bound conditions.
struct Line<'a> {
    heading: Heading,
    membership: Membership<'a>,
    /// What the percentage is of, if not as the table says.
    base: Option<Vec<Bound<'a>>>,
    mean: Option<&'a Column>,
    place: Place,
}

/// Which units belong to a line.
enum Membership<'a> {
    Where(Vec<Bound<'a>>),
    Category(&'a Column, u16),
    /// Indices of the lines it sums.
    Sum(Vec<usize>),
    /// Conditions by column id; the line itself takes every unit.
    By(Vec<(String, Vec<Bound<'a>>)>),
}

struct Binder<'a> {
    columns: &'a Columns,
    domain: Domain,
    table: &'a str,
    faults: Diagnostics,
    sources: BTreeSet<SourceId>,
}

/// Computes a declared table.
pub(super) fn tabulate(
    spec: &TableSpec,
    method: &Methodology,
    dataset: &Dataset,
    columns: &Columns,
) -> Result<Tabulation, Diagnostics> {
    let mut faults = Diagnostics::new();
    let Some((domain, units)) =
        universe::units(&spec.over, method, dataset, &columns.shape, &mut faults)
    else {
        return Err(faults);
    };
    let table = spec.id.value.as_str();
    let mut binder = Binder { columns, domain, table, faults, sources: BTreeSet::new() };
    let filter = binder.conditions(&spec.conditions);
    let count = binder.conditions(&spec.count);
    let row_lines = binder.lines(&spec.rows, spec, dataset);
    let column_lines = binder.lines(&spec.columns, spec, dataset);
    binder.check_lines(&row_lines, &column_lines, spec);
    let grid = match (filter, count) {
        (Some(filter), Some(count)) if !binder.faults.has_errors() => {
            let shape = &columns.shape;
            let kept: Vec<Unit> = units
                .into_iter()
                .filter(|unit| filter.iter().all(|f| f.holds(shape, unit)))
                .collect();
            Grid { shape, rows: &row_lines, columns: &column_lines, count, units: kept }
        }
        _ => return Err(binder.faults),
    };
    let cells = grid.cells(spec, &mut binder.faults);
    if binder.faults.has_errors() {
        return Err(binder.faults);
    }
    let mut tabulation = Tabulation {
        id: TableId::new(table),
        title: spec.title.clone(),
        corner: spec.corner.clone(),
        base_note: spec.base_note.clone(),
        alphabetical: spec.rows.iter().any(is_municipality),
        units: u32::try_from(grid.units.len()).unwrap_or(u32::MAX),
        schools: schools_of(&grid.units),
        of_all: spec.base == Base::All,
        rows: row_lines.iter().map(|line| line.heading.clone()).collect(),
        columns: column_lines.iter().map(|line| line.heading.clone()).collect(),
        cells,
        decimals: spec.decimals.unwrap_or(method.decimals),
        rounding: method.rounding,
        show: spec.show,
        notes: spec.notes.clone(),
        sources: binder.sources.into_iter().collect(),
    };
    if spec.drop_empty_rows {
        drop_empty_rows(&mut tabulation);
    }
    Ok(tabulation)
}

fn schools_of(units: &[Unit]) -> u32 {
    let schools: BTreeSet<_> = units.iter().map(|unit| unit.school).collect();
    u32::try_from(schools.len()).unwrap_or(u32::MAX)
}

fn is_municipality(entry: &Entry) -> bool {
    matches!(&entry.kind, EntryKind::Attribute { attribute, .. } if attribute.value == "municipality")
}

impl<'a> Binder<'a> {
    fn conditions(&mut self, conditions: &'a Conditions) -> Option<Vec<Bound<'a>>> {
        let columns = self.columns;
        let lookup = |name: &str| columns.find(name).map(|(_, column)| column);
        let bound = bind(conditions, &lookup, &columns.names(), &mut self.faults)?;
        check_domain(&bound, &self.domain, self.table, &mut self.faults);
        self.sources.extend(bound.iter().flat_map(|b| &b.column.sources));
        Some(bound)
    }

    fn attribute(&mut self, name: &Located<String>) -> Option<&'a Column> {
        let columns = self.columns;
        let Some((_, column)) = columns.find(&name.value) else {
            let known = columns.names();
            let fault = unknown(Code::UnknownAttribute, name.place, &name.value, &known);
            self.faults.push(fault);
            return None;
        };
        if !self.domain.covers(&column.domain) {
            self.faults.push(
                Diagnostic::new(Code::AttributeNotHere)
                    .at(name.place)
                    .with("value", &name.value)
                    .with("table", self.table),
            );
        }
        self.sources.extend(&column.sources);
        Some(column)
    }

    fn lines(
        &mut self,
        entries: &'a [Entry],
        spec: &TableSpec,
        dataset: &Dataset,
    ) -> Vec<Line<'a>> {
        let mut lines = Vec::new();
        for entry in entries {
            match &entry.kind {
                EntryKind::Attribute { attribute, only } => {
                    self.expand(entry, attribute, only, spec, dataset, &mut lines);
                }
                EntryKind::Where { id, title, conditions, base, mean } => {
                    let Some(bound) = self.conditions(conditions) else { continue };
                    let base = base.as_ref().and_then(|base| self.conditions(base));
                    let mean = mean.as_ref().and_then(|mean| self.mean(mean));
                    lines.push(Line {
                        heading: heading(entry, id, title, Tone::Plain),
                        membership: Membership::Where(bound),
                        base,
                        mean,
                        place: entry.place,
                    });
                }
                EntryKind::Sum { id, title, of } => {
                    let parts = self.parts(of, &lines);
                    lines.push(plain(entry, id, title, Membership::Sum(parts)));
                }
                EntryKind::By { id, title, columns } => {
                    let mut by = Vec::new();
                    for (column, conditions) in columns {
                        let Some(bound) = self.conditions(conditions) else { continue };
                        by.push((column.clone(), bound));
                    }
                    lines.push(plain(entry, id, title, Membership::By(by)));
                }
            }
        }
        lines
    }

    fn mean(&mut self, name: &Located<String>) -> Option<&'a Column> {
        let column = self.attribute(name)?;
        if !column.is_numeric() {
            let fault = Diagnostic::new(Code::NotNumber).at(name.place).with("value", &name.value);
            self.faults.push(fault);
        }
        Some(column)
    }

    /// A line for each category of an attribute that the table's units can have.
    fn expand(
        &mut self,
        entry: &Entry,
        name: &Located<String>,
        only: &[Located<String>],
        spec: &TableSpec,
        dataset: &Dataset,
        lines: &mut Vec<Line<'a>>,
    ) {
        let Some(column) = self.attribute(name) else { return };
        if column.is_numeric() {
            let fault =
                Diagnostic::new(Code::NotCategories).at(name.place).with("value", &name.value);
            self.faults.push(fault);
            return;
        }
        let codes: Vec<u16> = if only.is_empty() {
            self.possible(column, spec, dataset)
        } else {
            let mut codes = Vec::new();
            for id in only {
                match column.code(&id.value) {
                    Some(code) => codes.push(code),
                    None => {
                        let fault = unknown_category(column, &name.value, &id.value, id.place);
                        self.faults.push(fault);
                    }
                }
            }
            codes
        };
        for code in codes {
            let category = &column.categories[usize::from(code)];
            lines.push(plain_toned(
                entry,
                &category.id,
                &category.title,
                category.tone,
                Membership::Category(column, code),
            ));
        }
    }

    /// All categories; of procedures and years only those that the table counts, in its order.
    fn possible(&self, column: &Column, spec: &TableSpec, dataset: &Dataset) -> Vec<u16> {
        use crate::method::Over;
        let all = || (0..column.categories.len()).filter_map(|at| u16::try_from(at).ok()).collect();
        match (&column.values, &spec.over) {
            (Values::Procedure, Over::Schools { procedures: Some(named), .. })
                if !named.is_empty() =>
            {
                named.iter().filter_map(|name| column.code(&name.value)).collect()
            }
            (Values::Year, Over::Schools { years: Some(named), .. }) if !named.is_empty() => {
                named.iter().filter_map(|year| column.code(&year.to_string())).collect()
            }
            (Values::Year, _) => {
                let tested = |code: &u16| {
                    let id = &column.categories[usize::from(*code)].id;
                    dataset.results.iter().any(|o| o.year.to_string() == *id)
                };
                let codes: Vec<u16> = all();
                codes.into_iter().filter(tested).collect()
            }
            _ => all(),
        }
    }

    fn parts(&mut self, of: &[Located<String>], lines: &[Line<'_>]) -> Vec<usize> {
        let mut parts = Vec::new();
        for id in of {
            match lines.iter().position(|line| line.heading.id.as_str() == id.value) {
                Some(at) => parts.push(at),
                None => {
                    let known: Vec<_> = lines.iter().map(|l| l.heading.id.as_str()).collect();
                    let fault = unknown(Code::UnknownLine, id.place, &id.value, &known);
                    self.faults.push(fault.with("table", self.table));
                }
            }
        }
        parts
    }

    /// Ids are unique; conditions by column name columns and have a base that fits them.
    fn check_lines(&mut self, rows: &[Line<'_>], columns: &[Line<'_>], spec: &TableSpec) {
        for lines in [rows, columns] {
            for (at, line) in lines.iter().enumerate() {
                if let Some(first) = lines[..at].iter().find(|l| l.heading.id == line.heading.id) {
                    self.faults.push(
                        Diagnostic::new(Code::RepeatedId)
                            .at(line.place)
                            .with("value", &line.heading.id)
                            .see_also(first.place),
                    );
                }
            }
        }
        let known: Vec<_> = columns.iter().map(|c| c.heading.id.as_str()).collect();
        for row in rows {
            let Membership::By(by) = &row.membership else { continue };
            if matches!(spec.base, Base::Row | Base::Cell) {
                self.faults.push(
                    Diagnostic::new(Code::NeedsSetting)
                        .at(row.place)
                        .with("column", "by")
                        .with("other", "base = \"all\" / base = \"column\""),
                );
            }
            for (id, _) in by.iter().filter(|(id, _)| !known.contains(&id.as_str())) {
                let fault = unknown(Code::UnknownLine, row.place, id, &known);
                self.faults.push(fault.with("table", self.table));
            }
        }
        for column in columns.iter().filter(|c| matches!(c.membership, Membership::By(_))) {
            // Only rows can differ from column to column.
            self.faults
                .push(Diagnostic::new(Code::UnknownKey).at(column.place).with("value", "by"));
        }
    }
}

fn heading(entry: &Entry, id: &str, title: &str, tone: Tone) -> Heading {
    Heading {
        id: CategoryId::new(id),
        title: title.to_owned(),
        tone: entry.tone.unwrap_or(tone),
        role: entry.role,
        show: entry.show,
        note: entry.note.clone(),
    }
}

fn plain<'a>(entry: &Entry, id: &str, title: &str, membership: Membership<'a>) -> Line<'a> {
    plain_toned(entry, id, title, Tone::Plain, membership)
}

fn plain_toned<'a>(
    entry: &Entry,
    id: &str,
    title: &str,
    tone: Tone,
    membership: Membership<'a>,
) -> Line<'a> {
    let heading = heading(entry, id, title, tone);
    Line { heading, membership, base: None, mean: None, place: entry.place }
}

/// The lines of a table and the units they divide.
struct Grid<'a> {
    shape: &'a Shape,
    rows: &'a [Line<'a>],
    columns: &'a [Line<'a>],
    count: Vec<Bound<'a>>,
    units: Vec<Unit>,
}

/// What a cell has gathered.
#[derive(Clone, Default)]
struct Tally {
    members: Vec<Unit>,
    base: u32,
}

impl Grid<'_> {
    fn cells(&self, spec: &TableSpec, faults: &mut Diagnostics) -> Vec<TabCell> {
        let width = self.columns.len();
        let mut tallies = vec![Tally::default(); self.rows.len() * width];
        for unit in &self.units {
            let in_rows = self.memberships(self.rows, unit, faults);
            let in_columns = self.memberships(self.columns, unit, faults);
            for (r, in_row) in in_rows.iter().enumerate() {
                for (c, in_column) in in_columns.iter().enumerate() {
                    let tally = &mut tallies[r * width + c];
                    let based = self.in_base(spec.base, unit, (r, *in_row), (c, *in_column));
                    tally.base += u32::from(based);
                    if *in_row && *in_column && self.counts(unit, r, c) {
                        tally.members.push(*unit);
                    }
                }
            }
        }
        let mut cells = Vec::with_capacity(tallies.len());
        for (at, tally) in tallies.into_iter().enumerate() {
            cells.push(self.cell(at / width, at % width, tally));
        }
        cells
    }

    /// Which lines a unit belongs to. A sum that would count it twice is a fault.
    fn memberships(&self, lines: &[Line<'_>], unit: &Unit, faults: &mut Diagnostics) -> Vec<bool> {
        let mut member = vec![false; lines.len()];
        for (at, line) in lines.iter().enumerate() {
            member[at] = match &line.membership {
                Membership::Where(bound) => bound.iter().all(|b| b.holds(self.shape, unit)),
                Membership::Category(column, code) => column.has(self.shape, unit, *code),
                Membership::By(_) => true,
                Membership::Sum(parts) => {
                    let inside: Vec<_> = parts.iter().filter(|part| member[**part]).collect();
                    if let [first, second, ..] = inside[..]
                        && !faults.has_errors()
                    {
                        let [first, second] = [first, second].map(|at| &lines[*at].heading.title);
                        faults.push(
                            Diagnostic::new(Code::OverlappingSum)
                                .at(line.place)
                                .with("value", &line.heading.title)
                                .with("other", format!("«{first}», «{second}»")),
                        );
                    }
                    !inside.is_empty()
                }
            };
        }
        member
    }

    fn in_base(&self, base: Base, unit: &Unit, row: (usize, bool), column: (usize, bool)) -> bool {
        let own = self.columns[column.0].base.as_ref().or(self.rows[row.0].base.as_ref());
        match (own, base) {
            (Some(own), _) => row.1 && own.iter().all(|b| b.holds(self.shape, unit)),
            (None, Base::Row) => row.1,
            (None, Base::Column) => column.1,
            (None, Base::All) => true,
            (None, Base::Cell) => row.1 && column.1,
        }
    }

    /// True if a unit of row and column is counted, and not only part of the base.
    fn counts(&self, unit: &Unit, row: usize, column: usize) -> bool {
        let by = match &self.rows[row].membership {
            Membership::By(by) => {
                let id = self.columns[column].heading.id.as_str();
                let found = by.iter().find(|(column, _)| column == id);
                found.is_some_and(|(_, bound)| bound.iter().all(|b| b.holds(self.shape, unit)))
            }
            _ => true,
        };
        let mean = self.rows[row].mean;
        by && self.count.iter().all(|b| b.holds(self.shape, unit))
            && mean.is_none_or(|column| column.number(self.shape, unit).is_some())
    }

    fn cell(&self, row: usize, column: usize, tally: Tally) -> TabCell {
        if let Membership::By(by) = &self.rows[row].membership {
            let id = self.columns[column].heading.id.as_str();
            if !by.iter().any(|(column, _)| column == id) {
                let value = CellValue::Missing(Missing::NotAvailable);
                return TabCell { value, members: Vec::new() };
            }
        }
        let value = match self.rows[row].mean {
            Some(numbers) => {
                let of = |unit: &Unit| numbers.number(self.shape, unit);
                Mean::of(tally.members.iter().filter_map(of)).map(CellValue::Mean)
            }
            None => {
                let count = u32::try_from(tally.members.len()).unwrap_or(u32::MAX);
                Share::new(count, tally.base).map(CellValue::Share)
            }
        };
        TabCell {
            value: value.unwrap_or(CellValue::Missing(Missing::NotAvailable)),
            members: tally.members,
        }
    }
}

/// Leaves out body rows in which nothing is counted.
fn drop_empty_rows(table: &mut Tabulation) {
    let width = table.columns.len();
    let keep: Vec<bool> = table
        .rows
        .iter()
        .enumerate()
        .map(|(r, heading)| {
            let cells = &table.cells[r * width..(r + 1) * width];
            heading.role != HeadingRole::Body || cells.iter().any(|cell| !cell.members.is_empty())
        })
        .collect();
    let mut at = 0;
    table.cells.retain(|_| {
        at += 1;
        keep[(at - 1) / width]
    });
    let mut row = 0;
    table.rows.retain(|_| {
        row += 1;
        keep[row - 1]
    });
}

/// Computes the declared listings.
pub(super) fn listings(
    method: &Methodology,
    dataset: &Dataset,
    columns: &Columns,
    faults: &mut Diagnostics,
) -> Vec<Listing> {
    let mut listings = Vec::new();
    for spec in &method.listings {
        let table = spec.id.value.as_str();
        let mut binder = Binder {
            columns,
            domain: Domain::SCHOOLS,
            table,
            faults: Diagnostics::new(),
            sources: BTreeSet::new(),
        };
        let filter = binder.conditions(&spec.conditions);
        for attribute in &spec.attributes {
            binder.attribute(attribute);
        }
        let sources = binder.sources.iter().copied().collect();
        let failed = binder.faults.has_errors();
        faults.extend(binder.faults);
        let Some(filter) = filter.filter(|_| !failed) else { continue };
        let meets = |school: &crate::model::ids::SchoolIx| {
            let unit = Unit { school: *school, procedure: None, year: None, row: None };
            filter.iter().all(|f| f.holds(&columns.shape, &unit))
        };
        listings.push(Listing {
            id: TableId::new(table),
            title: spec.title.clone(),
            schools: dataset.school_indices().filter(meets).collect(),
            attributes: spec.attributes.iter().map(|a| a.value.clone()).collect(),
            notes: spec.notes.clone(),
            sources,
        });
    }
    listings
}

/// Checks what the pages are to show against what there is.
pub(super) fn check_pages(
    method: &Methodology,
    tables: &[Tabulation],
    columns: &Columns,
    faults: &mut Diagnostics,
) {
    for name in method.pages.municipality_attributes.iter().chain(&method.pages.school_attributes) {
        if columns.find(&name.value).is_some_and(|(_, c)| c.domain != Domain::SCHOOLS) {
            faults.push(
                Diagnostic::new(Code::AttributeNotHere)
                    .at(name.place)
                    .with("value", &name.value)
                    .with("table", "schools"),
            );
        }
    }
    let shown = method.tables.iter().filter_map(|t| Some((t, t.figure.as_ref()?.column.as_ref()?)));
    let mapped = method.pages.map.as_ref().map(|map| (map.table.value.as_str(), &map.column));
    let named = shown.map(|(table, column)| (table.id.value.as_str(), column)).chain(mapped);
    for (table, column) in named {
        let Some(table) = tables.iter().find(|t| t.id.as_str() == table) else { continue };
        let known: Vec<_> = table.columns.iter().map(|c| c.id.as_str()).collect();
        if !known.contains(&column.value.as_str()) {
            let fault = unknown(Code::UnknownLine, column.place, &column.value, &known);
            faults.push(fault.with("table", &table.id));
        }
    }
}
