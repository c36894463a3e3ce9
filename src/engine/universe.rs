//! Units: what a table counts.

use crate::diag::{Code, Diagnostic, Diagnostics, unknown};
use crate::method::{Located, Methodology, Over};
use crate::model::dataset::{DataTable, Dataset};
use crate::model::ids::{ProcedureIx, SchoolIx, Year};
use crate::model::tabulation::Unit;

use super::attribute::{Domain, Shape};

/// All units of a table before its conditions, and the domain they make. Schools are those of
/// today; in a table of years, or of results of the year `as_of`, those that worked in the year.
pub(super) fn units(
    over: &Over,
    as_of: Option<Year>,
    method: &Methodology,
    dataset: &Dataset,
    shape: &Shape,
    faults: &mut Diagnostics,
) -> Option<(Domain, Vec<Unit>)> {
    match over {
        Over::Schools { procedures, years } => {
            let domain = Domain::Schools { procedure: procedures.is_some(), year: years.is_some() };
            let procedures = procedure_axis(procedures.as_deref(), method, faults);
            let years = year_axis(years.as_deref(), shape);
            let mut units = Vec::new();
            for school in dataset.school_indices() {
                let life = &dataset.school(school).life;
                let counts = |year: &Option<Year>| match year.or(as_of) {
                    Some(year) => life.works_in(year),
                    None => !life.gone,
                };
                for procedure in &procedures {
                    for year in years.iter().filter(|year| counts(year)) {
                        units.push(Unit { school, procedure: *procedure, year: *year, row: None });
                    }
                }
            }
            Some((domain, units))
        }
        Over::Rows(name) => {
            let (_, schools) = table_by_school(dataset, name, faults)?;
            // A raw table holds fewer than 2^32 rows by construction.
            let unit = |(row, school): (usize, &_)| Unit {
                school: *school,
                procedure: None,
                year: None,
                row: Some(row as u32),
            };
            let mut units: Vec<Unit> = schools.iter().enumerate().map(unit).collect();
            // By school, as everywhere: the file may have its rows in any order.
            units.sort_unstable();
            Some((Domain::Rows(name.value.clone()), units))
        }
    }
}

/// A table of the data; a fault if there is none of this name.
pub(super) fn table<'a>(
    dataset: &'a Dataset,
    name: &Located<String>,
    faults: &mut Diagnostics,
) -> Option<&'a DataTable> {
    let table = dataset.tables.get(&name.value);
    if table.is_none() {
        let known: Vec<_> = dataset.tables.keys().map(String::as_str).collect();
        faults.push(unknown(Code::UnknownData, name.place, &name.value, &known));
    }
    table
}

/// A table of the data and the school of each of its rows; a fault if its rows have none.
pub(super) fn table_by_school<'a>(
    dataset: &'a Dataset,
    name: &Located<String>,
    faults: &mut Diagnostics,
) -> Option<(&'a DataTable, &'a [SchoolIx])> {
    let table = table(dataset, name, faults)?;
    if table.schools().is_none() {
        let fault = Diagnostic::new(Code::NotBySchool).at(name.place);
        faults.push(fault.with("table", &name.value));
    }
    Some((table, table.schools()?))
}

fn procedure_axis(
    named: Option<&[Located<String>]>,
    method: &Methodology,
    faults: &mut Diagnostics,
) -> Vec<Option<ProcedureIx>> {
    let Some(named) = named else { return vec![None] };
    if named.is_empty() {
        return method.procedure_indices().map(Some).collect();
    }
    let mut axis = Vec::new();
    for name in named {
        match method.procedure_ix(&name.value) {
            Some(ix) => axis.push(Some(ix)),
            None => {
                let known: Vec<_> = method.procedures.iter().map(|p| p.id.as_str()).collect();
                faults.push(unknown(Code::UnknownProcedure, name.place, &name.value, &known));
            }
        }
    }
    axis
}

fn year_axis(named: Option<&[Year]>, shape: &Shape) -> Vec<Option<Year>> {
    match named {
        None => vec![None],
        Some([]) => shape.years().map(Some).collect(),
        Some(years) => years.iter().copied().map(Some).collect(),
    }
}
