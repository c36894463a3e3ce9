//! The outlines of results that pages show outside tables: of municipalities and the region over the
//! years, and of schools.

use std::collections::BTreeMap;

use super::{CellOutline, Outline, Part, Quantity, Space};
use crate::engine::Results;
use crate::method::Methodology;
use crate::model::dataset::{Dataset, Observation};
use crate::model::ids::{MunicipalityIx, ProcedureIx, SchoolIx, TableId, Year};
use crate::model::number::Share;
use crate::model::tabulation::{CellValue, Missing, Unit};

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
    let key = Space::of_units(spaces, RESULTS, result_units(dataset));
    let space = spaces.entry(key.clone()).or_default();
    let axes = ["municipality", "procedure", "year"].map(|name| {
        let Some((_, column)) = results.columns.find(name) else { return name.to_owned() };
        let shape = &results.columns.shape;
        let code = |unit: &Unit| column.category(shape, unit).map_or(0, |code| code + 1);
        let answers = space.units.iter().map(code).collect();
        space.ask(name, answers)
    });
    let (mut cells, mut values) = (Vec::new(), Vec::new());
    let mut add =
        |at: (String, String), facets: &[String], inside: &dyn Fn(&Unit) -> bool, share| {
            let units = (0u32..).zip(&space.units).filter(|(_, unit)| inside(unit));
            let facets = facets.to_vec();
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
    (Outline { table, space: key, all, cells }, values)
}

/// The table of the results of schools: rows are schools by their number, columns as
/// [`series_column`] says.
pub const OF_SCHOOLS: &str = "results of schools";

/// The outline of all results of schools and what each of them shows.
pub fn results_outline(
    dataset: &Dataset,
    spaces: &mut BTreeMap<String, Space>,
) -> (Outline, Vec<CellValue>) {
    let key = Space::of_units(spaces, RESULTS, result_units(dataset));
    let space = spaces.entry(key.clone()).or_default();
    let schools = space.units.iter().map(|unit| unit.school.0).collect();
    let school = space.ask("school", schools);
    let facets = || vec!["procedure".to_owned(), school.clone(), "year".to_owned()];
    let part = |units| Part { quantity: Quantity::Participants, facets: facets(), units };
    let cell = |(at, row): (u32, &Observation)| {
        let at_cell = (row.school.0.to_string(), series_column(row.procedure, row.year));
        CellOutline { at: at_cell, count: part(vec![at]), base: None, difference: None }
    };
    let cells = (0u32..).zip(&dataset.results).map(cell).collect();
    let values = dataset.results.iter().map(|row| CellValue::Pooled(row.share)).collect();
    let table = TableId::new(OF_SCHOOLS);
    (Outline { table, space: key, all: part(Vec::new()), cells }, values)
}

/// The key of the space of results.
pub(super) const RESULTS: &str = "results";

/// The units of all results.
pub(super) fn result_units(dataset: &Dataset) -> Vec<Unit> {
    let unit = |school: SchoolIx, procedure: ProcedureIx, year: Year| Unit {
        school,
        procedure: Some(procedure),
        year: Some(year),
        row: None,
    };
    dataset.results.iter().map(|o| unit(o.school, o.procedure, o.year)).collect()
}
