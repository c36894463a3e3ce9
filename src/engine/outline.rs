//! What every cell of a table counts, told by the questions that part its units from others: what one
//! who knows the method and the published tables can calculate with.

use std::collections::BTreeMap;

use crate::method::{Base, Methodology, TableSpec};
use crate::model::dataset::{Dataset, Observation};
use crate::model::ids::{MunicipalityIx, ProcedureIx, SchoolIx, TableId, Year};
use crate::model::number::Share;
use crate::model::tabulation::{CellValue, Missing, Unit};

use super::Results;
use super::absent::Absent;
use super::attribute::{Columns, Values};
use super::bind::Bound;
use super::crosstab::{Grid, with_grid};
use super::lines::{Lines, Membership};

/// The units of which counts of several tables are parts, and their answers to the questions that
/// the tables ask.
#[derive(Clone, Debug, Default)]
pub struct Space {
    /// The units, in order.
    pub units: Vec<Unit>,
    /// By question: the answer of each unit.
    pub facets: BTreeMap<String, Vec<u32>>,
    /// By questions: the units that answer all of them alike.
    classes: BTreeMap<Vec<String>, Classes>,
}

/// Units parted by their answers: the class of each, and how many units each class has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes {
    /// The class of each unit, by its index; classes are numbered as they first occur.
    pub of: Vec<u32>,
    /// How many units each class has.
    pub sizes: Vec<u32>,
}

impl Space {
    /// The units parted by their answers to some questions, which must be the space's.
    pub fn classes(&mut self, facets: &[String]) -> &Classes {
        if !self.classes.contains_key(facets) {
            let made = self.part_by(facets);
            self.classes.insert(facets.to_vec(), made);
        }
        &self.classes[facets]
    }

    fn part_by(&self, facets: &[String]) -> Classes {
        let answers: Vec<&Vec<u32>> =
            facets.iter().filter_map(|name| self.facets.get(name)).collect();
        let mut known: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        let mut made = Classes::default();
        for at in 0..self.units.len() {
            let key: Vec<u32> = answers.iter().map(|answers| answers[at]).collect();
            // There are no more classes than units.
            let class = *known.entry(key).or_insert(made.sizes.len() as u32);
            if class as usize == made.sizes.len() {
                made.sizes.push(0);
            }
            made.sizes[class as usize] += 1;
            made.of.push(class);
        }
        made
    }
}

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

/// The outlines of the tables that were computed, and their spaces by key.
pub fn outlines(
    method: &Methodology,
    dataset: &Dataset,
    results: &Results,
) -> (Vec<Outline>, BTreeMap<String, Space>) {
    let absent = Absent::find(method, dataset, &results.standings);
    let mut spaces = BTreeMap::new();
    let mut outlines = Vec::new();
    for spec in method.tables.iter().filter_map(|spec| absent.reduce(spec)) {
        let known = results.tables.iter().any(|table| table.id.as_str() == spec.id.value);
        if !known {
            continue;
        }
        // What was computed once has no faults.
        let outline = with_grid(&spec, method, dataset, &results.columns, |_, grid| {
            let mut drawer = Drawer { grid, columns: &results.columns, spaces: &mut spaces };
            Ok(drawer.outline(&spec, dataset))
        });
        outlines.extend(outline);
    }
    (outlines, spaces)
}

/// The table of the series of municipalities and the region: rows are municipalities by their
/// number, or the region; columns are a procedure and a year, as [`series_column`] says.
pub const SERIES: &str = "series";
/// The row of the region.
pub const REGION: &str = "region";

/// The column of a procedure and a year in the outline of the series.
pub fn series_column(procedure: ProcedureIx, year: Year) -> String {
    format!("{}/{year}", procedure.0)
}

/// The outline of the series and what each of its cells shows.
pub fn series_outline(
    method: &Methodology,
    dataset: &Dataset,
    results: &Results,
    spaces: &mut BTreeMap<String, Space>,
) -> (Outline, Vec<CellValue>) {
    let space = spaces.entry(RESULTS.to_owned()).or_default();
    if space.units.is_empty() {
        space.units = result_units(dataset);
    }
    let axes = ["municipality", "procedure", "year"];
    for name in axes {
        let Some((_, column)) = results.columns.find(name) else { continue };
        let shape = &results.columns.shape;
        let code = |unit: &Unit| column.category(shape, unit).map_or(0, |code| code + 1);
        let answers: Vec<u32> = space.units.iter().map(code).collect();
        space.facets.entry(name.to_owned()).or_insert(answers);
    }
    let (mut cells, mut values) = (Vec::new(), Vec::new());
    let mut add = |at: (String, String), facets: &[&str], inside: &dyn Fn(&Unit) -> bool, share| {
        let units = (0u32..).zip(&space.units).filter(|(_, unit)| inside(unit));
        let facets = facets.iter().map(|name| (*name).to_owned()).collect();
        let units = units.map(|(at, _)| at).collect();
        let count = Part { quantity: Quantity::Participants, facets, units };
        cells.push(CellOutline { at, count, base: None, difference: None });
        values.push(share);
    };
    let value = |share: Option<Share>| {
        share.map_or(CellValue::Missing(Missing::NotAvailable), CellValue::Pooled)
    };
    for procedure in method.procedure_indices() {
        for (at, year) in results.series.years.iter().enumerate() {
            let column = series_column(procedure, *year);
            let held = |unit: &Unit| unit.procedure == Some(procedure) && unit.year == Some(*year);
            let region = value(results.series.region(procedure).years[at]);
            add((REGION.to_owned(), column.clone()), &axes[1..], &held, region);
            for ix in (0..dataset.municipalities.len() as u32).map(MunicipalityIx) {
                let inside =
                    |u: &Unit| held(u) && dataset.school(u.school).municipality_in(*year) == ix;
                let share = value(results.series.municipality(ix, procedure).years[at]);
                add((ix.0.to_string(), column.clone()), &axes, &inside, share);
            }
        }
    }
    let table = TableId::new(SERIES);
    let facets = Vec::new();
    let all = Part { quantity: Quantity::Participants, facets, units: Vec::new() };
    (Outline { table, space: RESULTS.to_owned(), all, cells }, values)
}

/// The table of the results of schools: rows are schools by their number, columns as
/// [`series_column`] says.
pub const OF_SCHOOLS: &str = "results of schools";

/// The outline of all results of schools and what each of them shows.
pub fn results_outline(
    dataset: &Dataset,
    spaces: &mut BTreeMap<String, Space>,
) -> (Outline, Vec<CellValue>) {
    let space = spaces.entry(RESULTS.to_owned()).or_default();
    if space.units.is_empty() {
        space.units = result_units(dataset);
    }
    let schools = space.units.iter().map(|unit| unit.school.0).collect();
    space.facets.insert("school".to_owned(), schools);
    let facets = || ["procedure", "school", "year"].map(str::to_owned).to_vec();
    let part = |units| Part { quantity: Quantity::Participants, facets: facets(), units };
    let cell = |(at, row): (u32, &Observation)| {
        let at_cell = (row.school.0.to_string(), series_column(row.procedure, row.year));
        CellOutline { at: at_cell, count: part(vec![at]), base: None, difference: None }
    };
    let cells = (0u32..).zip(&dataset.results).map(cell).collect();
    let values = dataset.results.iter().map(|row| CellValue::Pooled(row.share)).collect();
    let table = TableId::new(OF_SCHOOLS);
    (Outline { table, space: RESULTS.to_owned(), all: part(Vec::new()), cells }, values)
}

/// The key of the space of results.
const RESULTS: &str = "results";

struct Drawer<'a, 'g> {
    grid: &'a Grid<'g>,
    columns: &'a Columns,
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
            None => whole(spec, dataset, grid),
        };
        let mut space = self.spaces.remove(&key).unwrap_or_default();
        if space.units.is_empty() {
            space.units = units;
        }
        let units = space.units.clone();
        let index: BTreeMap<Unit, u32> = (0u32..).zip(&units).map(|(at, u)| (*u, at)).collect();
        let place = |unit: &Unit| {
            let unit =
                if pooled.is_some() { Unit { year: unit.year.or(year), ..*unit } } else { *unit };
            index.get(&unit).copied()
        };
        let shape = grid.shape;
        let mut facets: Vec<Facet> = Vec::new();
        // Procedures and years that the table is limited to part its units from others.
        for name in ["procedure", "year"] {
            let Some((_, column)) = self.columns.find(name) else { continue };
            let answers = units.iter().map(|u| column.category(shape, u).map_or(0, |c| c + 1));
            facets.push((name.to_owned(), answers.collect()));
        }
        let bound = |b: &Bound<'_>| (b.facet(), units.iter().map(|u| b.answer(shape, u)).collect());
        let of_bounds = |bounds: &[Bound<'_>]| bounds.iter().map(bound).collect::<Vec<Facet>>();
        let of_line = |lines: &Lines<'_>, at: usize| self.line_facets(lines, at, &units);
        let mut common = of_bounds(&grid.filter);
        common.append(&mut facets);
        let rows: Vec<Vec<Facet>> =
            (0..grid.rows.all.len()).map(|at| of_line(grid.rows, at)).collect();
        let columns: Vec<Vec<Facet>> =
            (0..grid.columns.all.len()).map(|at| of_line(grid.columns, at)).collect();
        let counted = of_bounds(&grid.count);
        let mut made = Maker { space: &mut space, place: &place, common: &common };
        let all = made.part(&[], quantity(grid, None), &grid.units, |_| true);
        let mut cells = Vec::new();
        for (r, row) in grid.rows.all.iter().enumerate() {
            for (c, column) in grid.columns.all.iter().enumerate() {
                let id = |r: usize, c: usize| {
                    let (row, column) = (&grid.rows.all[r].heading, &grid.columns.all[c].heading);
                    (row.id.to_string(), column.id.to_string())
                };
                let width = grid.columns.all.len();
                let difference =
                    grid.parts(r, c).map(|parts| parts.map(|at| id(at / width, at % width)));
                let mean = grid.mean(r, c).map(|column| self.columns.name_of(column).to_owned());
                let own = grid.own_base(r, c);
                let own_facets = own.map(|own| of_bounds(own)).unwrap_or_default();
                let by = grid.by(r, c).flatten();
                let by_facets = by.map(|by| of_bounds(by)).unwrap_or_default();
                let present: Vec<Facet> = mean
                    .iter()
                    .map(|name| {
                        let column = grid.mean(r, c);
                        let has = |u: &Unit| column.is_some_and(|m| m.number(shape, u).is_some());
                        (format!("{name} is known"), units.iter().map(|u| has(u).into()).collect())
                    })
                    .collect();
                let inside = |u: &Unit| grid.rows.has(r, shape, u) && grid.columns.has(c, shape, u);
                let counts = |u: &Unit| {
                    inside(u)
                        && grid.holds(&grid.count, u)
                        && own.is_none_or(|own| grid.holds(own, u))
                        && grid.counts(u, r, c)
                };
                let of = [&rows[r], &columns[c], &counted, &own_facets, &by_facets, &present];
                let count = made.part(&of, quantity(grid, mean.as_ref()), &grid.units, counts);
                let base = if pooled.is_some() {
                    None
                } else if mean.is_some() {
                    Some(made.part(&of, Quantity::Units, &grid.units, counts))
                } else {
                    let (of_row, of_column) = match grid.base {
                        _ if column.base.is_some() => (true, false),
                        _ if row.base.is_some() => (false, true),
                        Base::Row => (true, false),
                        Base::Column => (false, true),
                        Base::All => (false, false),
                        Base::Cell => (true, true),
                    };
                    let based = |u: &Unit| {
                        (!of_row || grid.rows.has(r, shape, u))
                            && (!of_column || grid.columns.has(c, shape, u))
                            && own.is_none_or(|own| grid.holds(own, u))
                    };
                    let none = Vec::new();
                    let of = [
                        if of_row { &rows[r] } else { &none },
                        if of_column { &columns[c] } else { &none },
                        &own_facets,
                    ];
                    Some(made.part(&of, Quantity::Units, &grid.units, based))
                };
                cells.push(CellOutline { at: id(r, c), count, base, difference });
            }
        }
        self.spaces.insert(key.clone(), space);
        Outline { table: TableId::new(spec.id.value.as_str()), space: key, all, cells }
    }

    /// What a line asks of units.
    fn line_facets(&self, lines: &Lines<'_>, at: usize, units: &[Unit]) -> Vec<Facet> {
        let shape = self.grid.shape;
        match &lines.all[at].membership {
            Membership::Where(bound) => {
                let answers = |b: &Bound<'_>| units.iter().map(|u| b.answer(shape, u)).collect();
                bound.iter().map(|b| (b.facet(), answers(b))).collect()
            }
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

/// Makes parts of one space and keeps the answers that tell them.
struct Maker<'a> {
    space: &'a mut Space,
    place: &'a dyn Fn(&Unit) -> Option<u32>,
    common: &'a [Facet],
}

impl Maker<'_> {
    fn part(
        &mut self,
        of: &[&Vec<Facet>],
        quantity: Quantity,
        units: &[Unit],
        inside: impl Fn(&Unit) -> bool,
    ) -> Part {
        let mut units: Vec<u32> =
            units.iter().filter(|unit| inside(unit)).filter_map(self.place).collect();
        units.sort_unstable();
        let mut facets = Vec::new();
        for (name, answers) in self.common.iter().chain(of.iter().copied().flatten()) {
            // A question that all units answer alike parts nothing.
            let Some(first) = answers.first() else { continue };
            if answers.iter().all(|answer| answer == first) {
                continue;
            }
            if !self.space.facets.contains_key(name) {
                self.space.facets.insert(name.clone(), answers.clone());
            }
            facets.push(name.clone());
        }
        facets.sort();
        facets.dedup();
        let needed = |name: &String| ["procedure", "year"].contains(&name.as_str());
        // Where a part has all procedures or all years of its space, they part nothing either.
        let own: Vec<String> = facets.iter().filter(|name| !needed(name)).cloned().collect();
        for name in facets.clone().iter().filter(|name| needed(name)) {
            let without: Vec<String> = facets.iter().filter(|f| *f != name).cloned().collect();
            let asked = of.iter().copied().flatten().any(|(of, _)| of == name);
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
            self.space.facets.insert(name.clone(), answers);
            facets.push(name);
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

/// The units of all results.
fn result_units(dataset: &Dataset) -> Vec<Unit> {
    let unit = |school: SchoolIx, procedure: ProcedureIx, year: Year| Unit {
        school,
        procedure: Some(procedure),
        year: Some(year),
        row: None,
    };
    dataset.results.iter().map(|o| unit(o.school, o.procedure, o.year)).collect()
}

/// The key of the space of a table that counts, and all units of that space.
fn whole(spec: &TableSpec, dataset: &Dataset, grid: &Grid<'_>) -> (String, Vec<Unit>) {
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
                Some(_) => grid.shape.years().map(Some).collect(),
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
