//! What every cell of a table counts, told by the questions that part its units from others: what one
//! who knows the method and the published tables can calculate with.

mod results;
mod space;

use std::collections::BTreeMap;

use crate::method::{Base, Methodology, TableSpec};
use crate::model::dataset::Dataset;
use crate::model::ids::{ProcedureIx, SchoolIx, TableId, Year};
use crate::model::tabulation::Unit;

use crate::engine::Results;
use crate::engine::absent::Absent;
use crate::engine::attribute::{Columns, Values};
use crate::engine::bind::Bound;
use crate::engine::crosstab::{Grid, with_grid};
use crate::engine::lines::{Lines, Membership};
use results::{RESULTS, result_units};

pub use results::{OF_SCHOOLS, REGION, SERIES, results_outline, series_column, series_outline};
pub use space::Space;

/// What is added up over units.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// The units themselves.
    Units,
    /// Participants, and with them those who failed.
    Participants,
    /// A number that units have, by the attribute's id.
    Number(String),
}

/// Some units of a space, told from the others by their answers to the questions.
#[derive(Clone, Debug)]
pub struct Part {
    /// What is added up.
    pub quantity: Quantity,
    /// The questions.
    pub facets: Vec<String>,
    /// Indices of the units.
    pub units: Vec<u32>,
}

/// What a cell adds up, and what its percentage is of.
#[derive(Clone, Debug)]
pub struct CellOutline {
    /// The ids of row and column.
    pub at: (String, String),
    /// What is counted, pooled or averaged.
    pub count: Part,
    /// The base of a count; how many have a number, of a mean.
    pub base: Option<Part>,
    /// The cells that it is the difference of.
    pub difference: Option<[(String, String); 2]>,
}

/// A table, cell by cell, with lines that are left out for want of units.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The table.
    pub table: TableId,
    /// The key of its space.
    pub space: String,
    /// All units of the table.
    pub all: Part,
    /// Its cells.
    pub cells: Vec<CellOutline>,
}

/// The outlines of the tables that were computed. Their spaces join those that are there already, of
/// other editions of the same data: what is asked of the same units in the same way is the same. All
/// of them span the same years, those of [`Results::span`] or more.
pub fn outlines(
    (method, dataset, results): (&Methodology, &Dataset, &Results),
    span: (Year, Year),
    spaces: &mut BTreeMap<String, Space>,
) -> Vec<Outline> {
    let absent = Absent::find(method, dataset, &results.standings);
    let mut outlines = Vec::new();
    for spec in method.tables.iter().filter_map(|spec| absent.reduce(spec)) {
        let known = results.tables.iter().any(|table| table.id.as_str() == spec.id.value);
        if !known {
            continue;
        }
        // What was computed once has no faults.
        let outline = with_grid(&spec, method, dataset, &results.columns, |_, grid| {
            let mut drawer = Drawer { grid, columns: &results.columns, span, spaces: &mut *spaces };
            Ok(drawer.outline(&spec, dataset))
        });
        outlines.extend(outline);
    }
    outlines
}

struct Drawer<'a, 'g> {
    grid: &'a Grid<'g>,
    columns: &'a Columns,
    span: (Year, Year),
    spaces: &'a mut BTreeMap<String, Space>,
}

/// A question and each unit's answer to it.
type Facet = (String, Vec<u32>);

impl Drawer<'_, '_> {
    fn outline(&mut self, spec: &TableSpec, dataset: &Dataset) -> Outline {
        let grid = self.grid;
        let pooled = grid.results.as_ref();
        let year = pooled.and_then(|results| results.year);
        let (key, units) = match pooled {
            // Pooled shares of all tables are parts of the results.
            Some(_) => (RESULTS.to_owned(), result_units(dataset)),
            None => whole(spec, dataset, grid, self.span),
        };
        let key = Space::of_units(self.spaces, &key, units);
        let mut space = self.spaces.remove(&key).unwrap_or_default();
        let units = space.units.clone();
        let index: BTreeMap<Unit, u32> = (0u32..).zip(&units).map(|(at, u)| (*u, at)).collect();
        let place = |unit: &Unit| {
            let unit =
                if pooled.is_some() { Unit { year: unit.year.or(year), ..*unit } } else { *unit };
            index.get(&unit).copied()
        };
        let asked = self.questions(&mut space, &units);
        let mut made = Maker { space: &mut space, place: &place, common: &asked.common };
        let all = made.part(&[], quantity(grid, None), &grid.units, |_| true);
        let width = grid.columns.all.len();
        let cells = (0..grid.rows.all.len() * width)
            .map(|at| self.cell(&mut made, &asked, (at / width, at % width)))
            .collect();
        self.spaces.insert(key.clone(), space);
        Outline { table: TableId::new(spec.id.value.as_str()), space: key, all, cells }
    }

    /// What the table, its rows and its columns ask of units.
    fn questions<'u>(&self, space: &mut Space, units: &'u [Unit]) -> Questions<'u> {
        let (grid, shape) = (self.grid, self.grid.shape);
        let mut common = bounds(grid, &grid.filter, units);
        // Procedures and years that the table is limited to part its units from others.
        for name in ["procedure", "year"] {
            let Some((_, column)) = self.columns.find(name) else { continue };
            let answers = units.iter().map(|u| column.category(shape, u).map_or(0, |c| c + 1));
            common.push((name.to_owned(), answers.collect()));
        }
        let mut of_lines = |lines: &Lines<'_>| {
            let facets = (0..lines.all.len()).map(|at| self.line_facets(lines, at, units));
            facets.map(|facets| named(space, facets)).collect()
        };
        let (rows, columns) = (of_lines(grid.rows), of_lines(grid.columns));
        let counted = named(space, bounds(grid, &grid.count, units));
        Questions { units, common: named(space, common), rows, columns, counted }
    }

    fn cell(
        &self,
        made: &mut Maker<'_>,
        asked: &Questions<'_>,
        (r, c): (usize, usize),
    ) -> CellOutline {
        let (grid, shape) = (self.grid, self.grid.shape);
        let width = grid.columns.all.len();
        let id = |r: usize, c: usize| {
            let (row, column) = (&grid.rows.all[r].heading, &grid.columns.all[c].heading);
            (row.id.to_string(), column.id.to_string())
        };
        let difference = grid.parts(r, c).map(|parts| parts.map(|at| id(at / width, at % width)));
        let mean = grid.mean(r, c).map(|column| self.columns.name_of(column).to_owned());
        let own = grid.own_base(r, c);
        let own_facets = own.map(|own| bounds(grid, own, asked.units)).unwrap_or_default();
        let own_facets = named(made.space, own_facets);
        let by = grid.by(r, c).flatten();
        let by_facets = by.map(|by| bounds(grid, by, asked.units)).unwrap_or_default();
        let by_facets = named(made.space, by_facets);
        let known = |u: &Unit| grid.mean(r, c).is_some_and(|m| m.number(shape, u).is_some());
        let known = |name: &String| {
            let answers = asked.units.iter().map(|u| u32::from(known(u))).collect();
            (format!("{name} is known"), answers)
        };
        let present = named(made.space, mean.iter().map(known).collect());
        let counts = |u: &Unit| {
            grid.rows.has(r, shape, u)
                && grid.columns.has(c, shape, u)
                && grid.holds(&grid.count, u)
                && own.is_none_or(|own| grid.holds(own, u))
                && grid.counts(u, r, c)
        };
        let (row, column) = (&asked.rows[r], &asked.columns[c]);
        let of: [&[String]; 6] = [row, column, &asked.counted, &own_facets, &by_facets, &present];
        let count = made.part(&of, quantity(grid, mean.as_ref()), &grid.units, counts);
        let base = match (&grid.results, &mean) {
            (Some(_), _) => None,
            (None, Some(_)) => Some(made.part(&of, Quantity::Units, &grid.units, counts)),
            (None, None) => Some(self.base(made, asked, (r, c), &own_facets)),
        };
        CellOutline { at: id(r, c), count, base, difference }
    }

    /// What the percentage of a cell is of.
    fn base(
        &self,
        made: &mut Maker<'_>,
        asked: &Questions<'_>,
        (r, c): (usize, usize),
        own_facets: &[String],
    ) -> Part {
        let (grid, shape) = (self.grid, self.grid.shape);
        let (of_row, of_column) = match grid.base {
            _ if grid.columns.all[c].base.is_some() => (true, false),
            _ if grid.rows.all[r].base.is_some() => (false, true),
            Base::Row => (true, false),
            Base::Column => (false, true),
            Base::All => (false, false),
            Base::Cell => (true, true),
        };
        let own = grid.own_base(r, c);
        let based = |u: &Unit| {
            (!of_row || grid.rows.has(r, shape, u))
                && (!of_column || grid.columns.has(c, shape, u))
                && own.is_none_or(|own| grid.holds(own, u))
        };
        let mut of = vec![own_facets];
        of.extend(of_row.then_some(asked.rows[r].as_slice()));
        of.extend(of_column.then_some(asked.columns[c].as_slice()));
        made.part(&of, Quantity::Units, &grid.units, based)
    }

    /// What a line asks of units.
    fn line_facets(&self, lines: &Lines<'_>, at: usize, units: &[Unit]) -> Vec<Facet> {
        let shape = self.grid.shape;
        match &lines.all[at].membership {
            Membership::Where(bound) => bounds(self.grid, bound, units),
            Membership::Category(column, code) => {
                let name = self.columns.name_of(column);
                match column.values {
                    Values::Sets(_) => {
                        let has = |u: &Unit| u32::from(column.has(shape, u, *code));
                        vec![(format!("{name} {code}"), units.iter().map(has).collect())]
                    }
                    _ => {
                        let code = |u: &Unit| column.category(shape, u).map_or(0, |c| c + 1);
                        vec![(name.to_owned(), units.iter().map(code).collect())]
                    }
                }
            }
            Membership::Sum(parts) => {
                parts.iter().flat_map(|part| self.line_facets(lines, *part, units)).collect()
            }
            Membership::By(_) | Membership::Difference(_) => Vec::new(),
        }
    }
}

/// What a table asks of units, by the names of the questions.
struct Questions<'u> {
    units: &'u [Unit],
    /// Of all its units.
    common: Vec<String>,
    /// Of the units of each row.
    rows: Vec<Vec<String>>,
    /// Of the units of each column.
    columns: Vec<Vec<String>>,
    /// Of the units that it counts.
    counted: Vec<String>,
}

/// The names under which a space keeps questions. One that all units answer alike parts nothing.
fn named(space: &mut Space, facets: Vec<Facet>) -> Vec<String> {
    let parts = |(_, answers): &Facet| answers.iter().any(|answer| *answer != answers[0]);
    let facets = facets.into_iter().filter(parts);
    facets.map(|(name, answers)| space.ask(&name, answers)).collect()
}

/// What conditions ask of units.
fn bounds(grid: &Grid<'_>, bounds: &[Bound<'_>], units: &[Unit]) -> Vec<Facet> {
    let answers = |b: &Bound<'_>| units.iter().map(|unit| b.answer(grid.shape, unit)).collect();
    bounds.iter().map(|bound| (bound.facet(), answers(bound))).collect()
}

/// Makes parts of one space and keeps the answers that tell them.
struct Maker<'a> {
    space: &'a mut Space,
    place: &'a dyn Fn(&Unit) -> Option<u32>,
    common: &'a [String],
}

impl Maker<'_> {
    fn part(
        &mut self,
        of: &[&[String]],
        quantity: Quantity,
        units: &[Unit],
        inside: impl Fn(&Unit) -> bool,
    ) -> Part {
        let mut units: Vec<u32> =
            units.iter().filter(|unit| inside(unit)).filter_map(self.place).collect();
        units.sort_unstable();
        let named = self.common.iter().chain(of.iter().copied().flatten());
        let mut facets: Vec<String> = named.cloned().collect();
        facets.sort();
        facets.dedup();
        let needed = |name: &String| ["procedure", "year"].contains(&name.as_str());
        // Where a part has all procedures or all years of its space, they part nothing either.
        let own: Vec<String> = facets.iter().filter(|name| !needed(name)).cloned().collect();
        for name in facets.clone().iter().filter(|name| needed(name)) {
            let without: Vec<String> = facets.iter().filter(|f| *f != name).cloned().collect();
            let asked = of.iter().copied().flatten().any(|of| of == name);
            if !asked && self.is_whole(&without, &units) {
                facets = without;
            }
        }
        if !self.is_whole(&facets, &units) {
            // Told by something that no attribute says: a question of its own.
            let name = format!("one of {} units {:?}", units.len(), units.first());
            let answer = |at: u32| u32::from(units.binary_search(&at).is_ok());
            let answers = (0..self.space.units.len() as u32).map(answer).collect();
            let name = format!("{name} {}", own.join(" "));
            facets.push(self.space.ask(&name, answers));
            facets.sort();
        }
        Part { quantity, facets, units }
    }

    /// True if units that answer all questions alike are all inside or all outside.
    fn is_whole(&mut self, facets: &[String], units: &[u32]) -> bool {
        let classes = self.space.classes(facets);
        let mut met: BTreeMap<u32, u32> = BTreeMap::new();
        units.iter().for_each(|at| *met.entry(classes.of[*at as usize]).or_default() += 1);
        met.iter().all(|(class, n)| classes.sizes[*class as usize] == *n)
    }
}

fn quantity(grid: &Grid<'_>, mean: Option<&String>) -> Quantity {
    match (mean, &grid.results) {
        (_, Some(_)) => Quantity::Participants,
        (Some(name), None) => Quantity::Number(name.clone()),
        (None, None) => Quantity::Units,
    }
}

/// The key of the space of a table that counts, and all units of that space.
fn whole(
    spec: &TableSpec,
    dataset: &Dataset,
    grid: &Grid<'_>,
    (first, last): (Year, Year),
) -> (String, Vec<Unit>) {
    use crate::method::Over;
    match &spec.over {
        Over::Rows(table) => {
            let schools = dataset.tables.get(&table.value).and_then(|table| table.schools());
            let unit = |(row, school): (u32, &SchoolIx)| Unit {
                row: Some(row),
                ..Unit::of_school(*school)
            };
            let mut units: Vec<Unit> =
                (0u32..).zip(schools.unwrap_or_default()).map(unit).collect();
            units.sort_unstable();
            (format!("rows of {}", table.value), units)
        }
        Over::Schools { procedures, years } => {
            let key = match (procedures, years) {
                (None, None) => "schools",
                (Some(_), None) => "schools × procedures",
                (None, Some(_)) => "schools × years",
                (Some(_), Some(_)) => "schools × procedures × years",
            };
            let procedures: Vec<Option<ProcedureIx>> = match procedures {
                None => vec![None],
                Some(_) => {
                    (0..grid.shape.procedures as u16).map(|p| Some(ProcedureIx(p))).collect()
                }
            };
            let years: Vec<Option<Year>> = match years {
                None => vec![None],
                Some(_) => (first.0..=last.0).map(|year| Some(Year(year))).collect(),
            };
            (key.to_owned(), every(dataset, &procedures, &years))
        }
    }
}

fn every(
    dataset: &Dataset,
    procedures: &[Option<ProcedureIx>],
    years: &[Option<Year>],
) -> Vec<Unit> {
    let mut units = Vec::new();
    for school in dataset.school_indices() {
        let life = &dataset.school(school).life;
        let counts = |year: &Option<Year>| match year {
            Some(year) => life.works_in(*year),
            None => !life.gone,
        };
        for procedure in procedures {
            for year in years.iter().filter(|year| counts(year)) {
                units.push(Unit { school, procedure: *procedure, year: *year, row: None });
            }
        }
    }
    units
}
