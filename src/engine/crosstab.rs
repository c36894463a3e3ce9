//! Cross-tabulation: units fall into rows and columns, cells count them and know their members.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::method::{Base, Entry, EntryKind, Measure, Methodology, TableSpec};
use crate::model::dataset::Dataset;
use crate::model::ids::{TableId, Year};
use crate::model::number::{Mean, Share};
use crate::model::tabulation::{CellValue, HeadingRole, Missing, TabCell, Tabulation, Unit};

use super::attribute::{Columns, Shape};
use super::bind::Bound;
use super::lines::{Binder, Line, Membership};
use super::standing::pool;
use super::universe;

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
            let results = Results::of(spec.measure, dataset);
            let kept = |unit: &Unit| {
                filter.iter().all(|f| f.holds(shape, unit))
                    && results.as_ref().is_none_or(|results| results.share(unit).is_some())
            };
            let units = units.into_iter().filter(kept).collect();
            Grid { shape, rows: &row_lines, columns: &column_lines, count, results, units }
        }
        _ => return Err(binder.faults),
    };
    if grid.results.is_some() {
        binder.sources.extend(dataset.results.iter().map(|o| o.place.source));
    }
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

/// The lines of a table and the units they divide.
struct Grid<'a> {
    shape: &'a Shape,
    rows: &'a [Line<'a>],
    columns: &'a [Line<'a>],
    count: Vec<Bound<'a>>,
    results: Option<Results<'a>>,
    units: Vec<Unit>,
}

/// The results that a pooled share is made from.
struct Results<'a> {
    dataset: &'a Dataset,
    year: Option<Year>,
}

impl<'a> Results<'a> {
    fn of(measure: Measure, dataset: &'a Dataset) -> Option<Self> {
        match measure {
            Measure::Count => None,
            Measure::FailingShare(year) => Some(Self { dataset, year }),
        }
    }

    /// The result of a unit; `None` if nobody took part.
    fn share(&self, unit: &Unit) -> Option<Share> {
        let year = unit.year.or(self.year)?;
        Some(self.dataset.result(unit.school, unit.procedure?, year)?.share)
    }
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
        let value = match (&self.results, self.rows[row].mean) {
            (Some(results), _) => {
                let shares = tally.members.iter().filter_map(|unit| results.share(unit));
                pool(shares).map(CellValue::Pooled)
            }
            (None, Some(numbers)) => {
                let of = |unit: &Unit| numbers.number(self.shape, unit);
                Mean::of(tally.members.iter().filter_map(of)).map(CellValue::Mean)
            }
            (None, None) => {
                let count = u32::try_from(tally.members.len()).unwrap_or(u32::MAX);
                Share::new(count, tally.base).map(CellValue::Share)
            }
        };
        let why = match self.results {
            Some(_) => Missing::NoParticipants,
            None => Missing::NotAvailable,
        };
        TabCell { value: value.unwrap_or(CellValue::Missing(why)), members: tally.members }
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
