//! The engine: attributes become dimensions, dimensions make cross-tabulations. It is pure: no
//! files, no HTML, no clock, no floats; the same dataset and method give the same results in any
//! order of rows.

mod absent;
mod attribute;
mod bind;
mod crosstab;
mod lines;
mod listing;
mod outline;
mod programme;
mod series;
mod standing;
mod trace;
mod universe;
mod variant;
mod warning;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::method::{Methodology, Origin, TableSpec, Warning};
use crate::model::dataset::Dataset;
use crate::model::date::Date;
use crate::model::ids::{AttributeId, SchoolIx, TableId, Year};
use crate::model::tabulation::{AttributeValue, CategoryInfo, Listing, Missing, Tabulation, Unit};

pub use outline::{
    CellOutline, OF_SCHOOLS, Outline, Part, Quantity, REGION, SERIES, Space, outlines,
    results_outline, series_column, series_outline,
};
pub use programme::{StageState, roadmap_state, stage_state, target_state};
pub use series::{PooledSeries, SchoolSeries, Series, YearResult, dynamics};
pub use standing::{ListStandings, Standing, Standings};
pub use variant::{Failed, Placement, Unplaced};
pub use warning::{Alarm, Reason};

use attribute::Columns;

/// An attribute, computed for every unit it is about.
#[derive(Clone, Debug)]
pub struct AttributeInfo {
    /// Key.
    pub id: AttributeId,
    /// Title.
    pub title: String,
    /// Its categories in order; empty for a number.
    pub categories: Vec<CategoryInfo>,
    /// True if it says something of a school as such, not of a procedure, a year or a table row.
    pub of_school: bool,
    /// True if the region has not the table that it is read from.
    pub absent: bool,
}

/// Everything computed. Nothing that shows may take it directly: see `edition`.
#[derive(Clone, Debug)]
pub struct Results {
    columns: Columns,
    /// Attributes in the order of declaration.
    pub attributes: Vec<AttributeInfo>,
    /// Tables in the order of declaration.
    pub tables: Vec<Tabulation>,
    /// Listings in the order of declaration.
    pub listings: Vec<Listing>,
    /// Lists and clusters by school and year.
    pub standings: Standings,
    /// Results by procedure and year of schools, municipalities and the region.
    pub series: Series,
    /// Systems of variants of support, applied to the schools.
    pub placements: Vec<Placement>,
    /// Warnings about what is computed, but should be looked at.
    pub notices: Diagnostics,
    /// The report's date: what was due before it is overdue. Without one nothing is.
    pub date: Option<Date>,
}

impl Results {
    /// The first and the last year that tables by years are about.
    pub fn span(&self) -> (Year, Year) {
        let (first, years) = (self.columns.shape.first_year, self.columns.shape.years);
        // A span is made of years, whose numbers are small.
        (first, Year(first.0 + years.saturating_sub(1) as i16))
    }

    /// The value of an attribute, by its index in `attributes`, for a school.
    pub fn school_value(&self, attribute: usize, school: SchoolIx) -> AttributeValue<'_> {
        let unit = Unit::of_school(school);
        self.columns
            .declared(attribute)
            .map_or(AttributeValue::Missing(Missing::NotAvailable), |column| {
                column.value(&self.columns.shape, &unit)
            })
    }

    /// What an early warning says of a school and the list of a year, and by which results.
    pub fn alarm<'a>(
        &'a self,
        dataset: &'a Dataset,
        method: &'a Methodology,
        warning: &Warning,
        school: SchoolIx,
        year: Year,
    ) -> Alarm<'a> {
        let judge = warning::Judge { method, dataset, standings: &self.standings };
        judge.judge(warning, school, year)
    }

    /// The places of the values that put a unit into a cell of a table, in order: those of the
    /// filter, the row, the column and the count.
    pub fn trace(
        &self,
        dataset: &Dataset,
        method: &Methodology,
        (table, row, column): (&TableId, &str, &str),
        unit: &Unit,
    ) -> Vec<Place> {
        let spec = method.tables.iter().find(|spec| spec.id.value == table.as_str());
        let trace = self.tracing(dataset, method);
        spec.map(|spec| trace.cell(spec, row, column, unit)).unwrap_or_default()
    }

    /// The places of the values behind an attribute of a school, by its id, in order.
    pub fn trace_attribute(
        &self,
        dataset: &Dataset,
        method: &Methodology,
        attribute: &str,
        school: SchoolIx,
    ) -> Vec<Place> {
        self.tracing(dataset, method).school(attribute, school)
    }

    /// The places of the values behind what an early warning says of a school, in order.
    pub fn trace_warning(
        &self,
        dataset: &Dataset,
        method: &Methodology,
        warning: &Warning,
        school: SchoolIx,
    ) -> Vec<Place> {
        self.tracing(dataset, method).warning(warning, school)
    }

    fn tracing<'a>(&'a self, dataset: &'a Dataset, method: &'a Methodology) -> trace::Trace<'a> {
        trace::Trace { dataset, method, columns: &self.columns, standings: &self.standings }
    }
}

/// Computes everything the methodology declares, as it stands on the report's date. What should be
/// looked at though nothing is wrong is among the results, as notices.
///
/// # Errors
/// A current year without results; names of attributes, categories, columns and tables that the data
/// or the method does not have, and attributes used where they say nothing; all of them at once.
pub fn compute(
    method: &Methodology,
    dataset: &Dataset,
    date: Option<Date>,
) -> Result<Results, Diagnostics> {
    let mut faults = Diagnostics::new();
    let shape = attribute::Shape::of(method, dataset);
    if !shape.tested.contains(&method.years.current) {
        faults.push(no_results(method, &shape.tested));
    }
    let standings = Standings::compute(method, dataset, &shape);
    let absent = absent::Absent::find(method, dataset, &standings);
    let columns =
        attribute::compute((method, dataset, date), shape, &standings, &absent, &mut faults);
    if faults.has_errors() {
        return Err(faults);
    }
    let specs: Vec<_> = method.tables.iter().filter_map(|spec| absent.reduce(spec)).collect();
    let tabulated: Vec<_> =
        specs.par_iter().map(|spec| crosstab::tabulate(spec, method, dataset, &columns)).collect();
    let mut tables = Vec::with_capacity(tabulated.len());
    for (spec, table) in specs.iter().zip(tabulated) {
        match table {
            Ok(table) if says_nothing(spec, &table) => {}
            Ok(table) => tables.push(table),
            Err(found) => faults.extend(found),
        }
    }
    let listed: Vec<_> = method.listings.iter().filter_map(|l| absent.reduce_listing(l)).collect();
    let listings = listing::listings(&listed, dataset, &columns, &mut faults);
    listing::check_pages(method, &specs, &tables, &columns, &mut faults);
    if faults.has_errors() {
        return Err(faults);
    }
    let attributes = columns.infos(method, &absent);
    let series = Series::compute(method, dataset, &columns.shape);
    let placements = variant::placements(method, dataset, &columns, &absent);
    faults.extend(variant::warnings(method, dataset, &placements));
    Ok(Results {
        columns,
        attributes,
        tables,
        listings,
        standings,
        series,
        date,
        placements,
        notices: faults,
    })
}

/// True if an implied table is about nobody, or counts nobody in the column that it is about.
fn says_nothing(spec: &TableSpec, table: &Tabulation) -> bool {
    let Origin::Implied { essential } = spec.origin else { return false };
    let Some(essential) = essential else { return table.units == 0 };
    let columns = &table.columns;
    let empty = |at: usize| {
        let column = &columns[at % columns.len()];
        column.id.as_str() != essential || table.cells[at].members.is_empty()
    };
    (0..table.cells.len()).all(empty)
}

/// The year that the report is about has no results.
fn no_results(method: &Methodology, tested: &BTreeSet<Year>) -> Diagnostic {
    let fault = Diagnostic::new(Code::NoResults)
        .at(Place::whole(method.source))
        .with("value", method.years.current);
    if tested.is_empty() {
        return fault;
    }
    fault.with("known", tested.iter().map(Year::to_string).collect::<Vec<_>>().join(", "))
}
