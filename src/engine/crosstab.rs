//! Cross-tabulation: units fall into rows and columns, cells count them and know their members.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::method::{Base, Entry, EntryKind, Measure, Methodology, Origin, TableSpec};
use crate::model::dataset::Dataset;
use crate::model::ids::{TableId, Year};
use crate::model::number::{Mean, Share};
use crate::model::tabulation::{
    CellValue, Heading, HeadingRole, Missing, TabCell, Tabulation, Unit,
};

use super::attribute::{Column, Columns, Shape};
use super::bind::Bound;
use super::lines::{Binder, Line, Lines, Membership};
use super::standing::pool;
use super::universe;

/// As many cells as a table may have that a text declares: what texts can ask for is bounded.
const MOST_CELLS: usize = 20_000;

/// Computes a declared table.
pub(super) fn tabulate(
    spec: &TableSpec,
    method: &Methodology,
    dataset: &Dataset,
    columns: &Columns,
) -> Result<Tabulation, Diagnostics> {
    with_grid(spec, method, dataset, columns, |mut binder, grid| {
        if grid.results.is_some() {
            binder.sources.extend(dataset.results.iter().map(|o| o.place.source));
        }
        let cells = grid.cells(&mut binder.faults);
        if binder.faults.has_errors() {
            return Err(binder.faults);
        }
        Ok(tabulation(spec, method, dataset, grid, (binder, cells)))
    })
}

/// Binds the lines of a table, tells its units, and does something with both.
pub(super) fn with_grid<T>(
    spec: &TableSpec,
    method: &Methodology,
    dataset: &Dataset,
    columns: &Columns,
    then: impl FnOnce(Binder<'_>, &Grid<'_>) -> Result<T, Diagnostics>,
) -> Result<T, Diagnostics> {
    let mut faults = Diagnostics::new();
    let as_of = match spec.measure {
        Measure::FailingShare(year) => year,
        Measure::Count => None,
    };
    let shape = columns.shape.as_of(as_of);
    let Some((domain, units)) =
        universe::units(&spec.over, as_of, method, dataset, &shape, &mut faults)
    else {
        return Err(faults);
    };
    let table = spec.id.value.as_str();
    let mut binder = Binder { columns, domain, table, faults, sources: BTreeSet::new() };
    let filter = binder.conditions(&spec.conditions);
    let count = binder.conditions(&spec.count);
    let rows = binder.lines(&spec.rows, spec);
    let headings = binder.lines(&spec.columns, spec);
    binder.check_lines(&rows, &headings, spec);
    if spec.origin == Origin::Text && rows.all.len() * headings.all.len() > MOST_CELLS {
        let fault = Diagnostic::new(Code::TableTooLarge).at(spec.id.place).with("table", table);
        binder.faults.push(fault.with("value", MOST_CELLS));
    }
    let (Some(filter), Some(count)) = (filter, count) else { return Err(binder.faults) };
    if binder.faults.has_errors() {
        return Err(binder.faults);
    }
    let shape = &shape;
    let results = Results::of(spec.measure, dataset);
    let meets = |unit: &Unit| filter.iter().all(|f| f.holds(shape, unit));
    let measured = |unit: &Unit| results.as_ref().is_none_or(|r| r.share(unit).is_some());
    let (units, empty) = units.into_iter().filter(meets).partition(measured);
    let (rows, columns) = (&rows, &headings);
    let (base, few) = (spec.base, method.few);
    let grid = Grid { shape, rows, columns, base, filter, count, results, units, empty, few };
    then(binder, &grid)
}

fn tabulation(
    spec: &TableSpec,
    method: &Methodology,
    dataset: &Dataset,
    grid: &Grid<'_>,
    (binder, cells): (Binder<'_>, Vec<TabCell>),
) -> Tabulation {
    let (rows, headings) = (grid.rows, grid.columns);
    let mut tabulation = Tabulation {
        id: TableId::new(spec.id.value.as_str()),
        title: spec.title.clone(),
        corner: spec.corner.clone(),
        base_note: spec.base_note.clone(),
        alphabetical: spec.rows.iter().any(is_municipality),
        units: counted(grid.units.len()),
        schools: schools_of(&grid.units),
        of_all: spec.base == Base::All,
        rows: rows.all.iter().map(|line| line.heading.clone()).collect(),
        columns: headings.all.iter().map(|line| line.heading.clone()).collect(),
        cells,
        decimals: spec.decimals.unwrap_or(method.decimals),
        rounding: method.rounding,
        show: spec.show,
        notes: spec.notes.clone(),
        sources: binder.sources.into_iter().collect(),
    };
    // A municipality that is no more has no row over nothing.
    let by_municipality = tabulation.alphabetical;
    let gone = |heading: &Heading| {
        let known = &dataset.municipalities;
        let at = known.binary_search_by(|m| m.id.as_str().cmp(heading.id.as_str()));
        by_municipality && at.is_ok_and(|at| known[at].life.gone)
    };
    drop_empty(&mut tabulation, spec, (rows, headings), gone);
    tabulation
}

fn schools_of(units: &[Unit]) -> u32 {
    let schools: BTreeSet<_> = units.iter().map(|unit| unit.school).collect();
    counted(schools.len())
}

fn is_municipality(entry: &Entry) -> bool {
    matches!(&entry.kind, EntryKind::Attribute { attribute, .. } if attribute.value == "municipality")
}

/// The lines of a table and the units they divide.
pub(super) struct Grid<'a> {
    pub shape: &'a Shape,
    pub rows: &'a Lines<'a>,
    pub columns: &'a Lines<'a>,
    pub base: Base,
    /// The conditions of the table.
    pub filter: Vec<Bound<'a>>,
    pub count: Vec<Bound<'a>>,
    pub results: Option<Results<'a>>,
    pub units: Vec<Unit>,
    /// Units that meet the conditions of the table and have no result to be pooled.
    empty: Vec<Unit>,
    /// Shares of a smaller base are not compared.
    few: u32,
}

/// The results that a pooled share is made from.
pub(super) struct Results<'a> {
    dataset: &'a Dataset,
    pub year: Option<Year>,
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

/// What percentages are of: how many units all, each row, each column and each cell hold. A cell
/// with conditions of its own for the base counts the units that meet them.
struct Bases {
    rows: Vec<u32>,
    columns: Vec<u32>,
    cells: Vec<u32>,
    /// The first unit of each row: nothing before it can belong to the row.
    first: Vec<usize>,
}

impl<'a> Grid<'a> {
    fn cells(&self, faults: &mut Diagnostics) -> Vec<TabCell> {
        let (height, width) = (self.rows.all.len(), self.columns.all.len());
        let mut members = vec![Vec::new(); height * width];
        let mut bases = Bases {
            rows: vec![0; height],
            columns: vec![0; width],
            cells: vec![0; height * width],
            first: vec![self.units.len(); height],
        };
        for (at, unit) in self.units.iter().enumerate() {
            let rows = self.rows.of(self.shape, unit);
            let columns = self.columns.of(self.shape, unit);
            if !faults.has_errors() {
                self.check_sums(unit, faults);
            }
            let counted = self.holds(&self.count, unit);
            rows.iter().for_each(|row| bases.rows[*row] += 1);
            columns.iter().for_each(|column| bases.columns[*column] += 1);
            for row in &rows {
                bases.first[*row] = bases.first[*row].min(at);
                for column in &columns {
                    let cell = row * width + column;
                    let own = self.own_base(*row, *column);
                    let based = own.is_none_or(|own| self.holds(own, unit));
                    bases.cells[cell] += u32::from(own.is_none());
                    if counted && based && self.counts(unit, *row, *column) {
                        members[cell].push(*unit);
                    }
                }
            }
            self.add_own_bases(unit, &rows, &columns, &mut bases.cells);
        }
        let cell = |(at, members)| self.cell(at / width, at % width, members, &bases);
        let mut cells: Vec<TabCell> = members.into_iter().enumerate().map(cell).collect();
        for at in 0..cells.len() {
            if let Some(parts) = self.parts(at / width, at % width) {
                cells[at] = difference(parts.map(|part| &cells[part]), self.few);
            }
        }
        cells
    }

    /// The cells that a cell is the difference of. What compares lines in both directions has none.
    pub(super) fn parts(&self, row: usize, column: usize) -> Option<[usize; 2]> {
        let width = self.columns.all.len();
        match (&self.rows.all[row].membership, &self.columns.all[column].membership) {
            (Membership::Difference(_), Membership::Difference(_)) => None,
            (Membership::Difference(rows), _) => Some(rows.map(|row| row * width + column)),
            (_, Membership::Difference(columns)) => {
                Some(columns.map(|column| row * width + column))
            }
            _ => None,
        }
    }

    pub(super) fn holds(&self, conditions: &[Bound<'_>], unit: &Unit) -> bool {
        conditions.iter().all(|b| b.holds(self.shape, unit))
    }

    /// A sum that would count a unit twice is a fault.
    fn check_sums(&self, unit: &Unit, faults: &mut Diagnostics) {
        for lines in [self.rows, self.columns] {
            let Some((sum, parts)) = lines.overlap(self.shape, unit) else { continue };
            let [first, second] = parts.map(|line| &line.heading.title);
            faults.push(
                Diagnostic::new(Code::OverlappingSum)
                    .at(sum.place)
                    .with("value", &sum.heading.title)
                    .with("other", format!("«{first}», «{second}»")),
            );
        }
    }

    /// Conditions that a cell has for its base: its column's, else its row's.
    pub(super) fn own_base(&self, row: usize, column: usize) -> Option<&Vec<Bound<'a>>> {
        self.columns.all[column].base.as_ref().or(self.rows.all[row].base.as_ref())
    }

    /// The base of a column is of the units of each row, that of a row of the units of each column.
    fn add_own_bases(&self, unit: &Unit, rows: &[usize], columns: &[usize], cells: &mut [u32]) {
        let width = self.columns.all.len();
        let holds = |base: &Option<Vec<Bound<'_>>>| base.iter().all(|own| self.holds(own, unit));
        for column in &self.columns.based {
            if holds(&self.columns.all[*column].base) {
                rows.iter().for_each(|row| cells[row * width + column] += 1);
            }
        }
        for row in &self.rows.based {
            if holds(&self.rows.all[*row].base) {
                let columns = columns.iter().filter(|c| self.columns.all[**c].base.is_none());
                columns.for_each(|column| cells[row * width + column] += 1);
            }
        }
    }

    /// True if a unit of row and column is counted, and not only part of the base.
    pub(super) fn counts(&self, unit: &Unit, row: usize, column: usize) -> bool {
        let by = match self.by(row, column) {
            Some(by) => by.is_some_and(|bound| self.holds(bound, unit)),
            None => true,
        };
        let mean = self.mean(row, column);
        by && mean.is_none_or(|numbers| numbers.number(self.shape, unit).is_some())
    }

    /// The numbers that a cell shows the mean of: its row's, else its column's.
    pub(super) fn mean(&self, row: usize, column: usize) -> Option<&'a Column> {
        self.rows.all[row].mean.or(self.columns.all[column].mean)
    }

    /// The conditions of a row that has other ones in each column; inside, those of this column.
    pub(super) fn by(&self, row: usize, column: usize) -> Option<Option<&Vec<Bound<'a>>>> {
        let Membership::By(by) = &self.rows.all[row].membership else { return None };
        Some(by.get(self.columns.all[column].heading.id.as_str()))
    }

    fn cell(&self, row: usize, column: usize, members: Vec<Unit>, bases: &Bases) -> TabCell {
        let left_out = self.by(row, column).is_some_and(|by| by.is_none());
        let value = match (self.mean(row, column), &self.results) {
            _ if left_out => None,
            (_, Some(results)) => {
                let shares = members.iter().filter_map(|unit| results.share(unit));
                pool(shares).map(CellValue::Pooled)
            }
            (Some(numbers), None) => {
                let of = |unit: &Unit| numbers.number(self.shape, unit);
                Mean::of(members.iter().filter_map(of)).map(CellValue::Mean)
            }
            (None, None) => {
                let base = match self.base {
                    _ if self.own_base(row, column).is_some() => {
                        bases.cells[row * self.columns.all.len() + column]
                    }
                    Base::Row => bases.rows[row],
                    Base::Column => bases.columns[column],
                    Base::All => counted(self.units.len()),
                    Base::Cell => bases.cells[row * self.columns.all.len() + column],
                };
                let known = !members.is_empty() || self.is_known(row, column, bases);
                let share = Share::new(counted(members.len()), base).filter(|_| known);
                share.map(CellValue::Share)
            }
        };
        let why = match &self.results {
            Some(results) if !left_out => self.why_empty(results, row, column),
            _ => Missing::NotAvailable,
        };
        TabCell { value: value.unwrap_or(CellValue::Missing(why)), members }
    }

    /// Why nothing could be pooled: nothing of what the cell is about was held, or nobody took part.
    fn why_empty(&self, results: &Results<'_>, row: usize, column: usize) -> Missing {
        let inside = |unit: &&Unit| {
            self.rows.has(row, self.shape, unit) && self.columns.has(column, self.shape, unit)
        };
        let held = |unit: &Unit| {
            let key = unit.procedure.zip(unit.year.or(results.year));
            key.is_some_and(|key| self.shape.held.contains(&key))
        };
        let mut own = self.empty.iter().filter(inside);
        let Some(first) = own.next() else { return Missing::NoParticipants };
        if held(first) || own.any(held) { Missing::NoParticipants } else { Missing::NotHeld }
    }

    /// True if an empty cell is a zero: some unit of its base is known not to belong here. If none
    /// is, the data does not say, and nothing is no zero.
    fn is_known(&self, row: usize, column: usize, bases: &Bases) -> bool {
        let own = self.own_base(row, column);
        let (of_row, of_column) = match self.base {
            _ if self.columns.all[column].base.is_some() => (true, false),
            _ if self.rows.all[row].base.is_some() => (false, true),
            Base::Row => (true, false),
            Base::Column => (false, true),
            Base::All => (false, false),
            Base::Cell => (true, true),
        };
        let in_base = |unit: &Unit| {
            (!of_row || self.rows.has(row, self.shape, unit))
                && (!of_column || self.columns.has(column, self.shape, unit))
                && own.is_none_or(|own| self.holds(own, unit))
        };
        let from = if of_row { bases.first[row] } else { 0 };
        let units = self.units.get(from..).unwrap_or_default();
        units.iter().any(|unit| in_base(unit) && self.excludes(row, column, unit))
    }

    fn excludes(&self, row: usize, column: usize, unit: &Unit) -> bool {
        let fails = |bound: &Vec<Bound<'_>>| bound.iter().any(|b| b.fails(self.shape, unit));
        self.rows.excludes(row, self.shape, unit)
            || self.columns.excludes(column, self.shape, unit)
            || fails(&self.count)
            || self.by(row, column).flatten().is_some_and(fails)
    }
}

/// How many units; a table has fewer than 2^32 of them.
fn counted(units: usize) -> u32 {
    u32::try_from(units).unwrap_or(u32::MAX)
}

/// One share less another, with the units of both; nothing if one of the two is no share, or of a
/// base so small that it is shown as counts alone.
fn difference([first, second]: [&TabCell; 2], few: u32) -> TabCell {
    use CellValue::{Pooled, Share};
    let value = match (first.value, second.value) {
        (Share(of) | Pooled(of), Share(other) | Pooled(other))
            if of.base().min(other.base()) < few =>
        {
            CellValue::Missing(Missing::TooFew)
        }
        (Share(of), Share(other)) | (Pooled(of), Pooled(other)) => CellValue::Difference(of, other),
        (CellValue::Missing(why), _) | (_, CellValue::Missing(why)) => CellValue::Missing(why),
        _ => CellValue::Missing(Missing::NotAvailable),
    };
    let members = match value {
        CellValue::Difference(..) => {
            let all: BTreeSet<Unit> =
                first.members.iter().chain(&second.members).copied().collect();
            all.into_iter().collect()
        }
        _ => Vec::new(),
    };
    TabCell { value, members }
}

/// Leaves out lines in which nothing is counted, if they are optional or body lines that the table
/// says may go; and, if it says so, columns in which no cell has a value.
fn drop_empty(
    table: &mut Tabulation,
    spec: &TableSpec,
    (rows, columns): (&Lines<'_>, &Lines<'_>),
    gone: impl Fn(&Heading) -> bool,
) {
    let (height, width) = (table.rows.len(), table.columns.len());
    let counts = |row: usize, column: usize| !table.cell(row, column).members.is_empty();
    let may_go = |line: &Line<'_>, body_may_go: bool| {
        line.optional || (body_may_go && line.heading.role == HeadingRole::Body)
    };
    let row = |at: usize| {
        let counts = || (0..width).any(|column| counts(at, column));
        !may_go(&rows.all[at], spec.drop_empty_rows || gone(&rows.all[at].heading)) || counts()
    };
    let column = |at: usize| {
        let counts = || (0..height).any(|row| counts(row, at));
        let valued = |row: usize| !matches!(table.cell(row, at).value, CellValue::Missing(_));
        (!may_go(&columns.all[at], spec.drop_zero_columns) || counts())
            && (!spec.drop_empty_columns || (0..height).any(valued))
    };
    let keep_rows: Vec<bool> = (0..height).map(row).collect();
    let keep_columns: Vec<bool> = (0..width).map(column).collect();
    let mut at = 0..height * width;
    table.cells.retain(|_| {
        at.next().is_some_and(|cell| keep_rows[cell / width] && keep_columns[cell % width])
    });
    for (headings, keep) in [(&mut table.rows, keep_rows), (&mut table.columns, keep_columns)] {
        let mut keep = keep.into_iter();
        headings.retain(|_| keep.next() == Some(true));
    }
}
