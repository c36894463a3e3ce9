//! Risk profiles out of the tables `risk_catalogue` and `risks`, whose cells were checked when they
//! were read. What stays to be checked is how they fit together.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::dataset::{DataTable, Dataset};
use crate::model::field::Datum;
use crate::model::ids::{RiskId, Year, is_valid_id};
use crate::model::risks::{CATALOGUE, ProfileRow, Risk, RiskProfiles, Significance};

/// The profiles; `None` if the region has not both tables, or no rows in them.
pub(super) fn profiles(dataset: &Dataset, faults: &mut Diagnostics) -> Option<RiskProfiles> {
    let table = |name: &str| dataset.tables.get(name);
    let catalogue = catalogue(table(CATALOGUE)?, faults);
    let rows = rows(table("risks")?, &catalogue, faults);
    RiskProfiles::new(catalogue, rows)
}

/// The risks by number; those without one come last, as written.
fn catalogue(table: &DataTable, faults: &mut Diagnostics) -> Vec<Risk> {
    let text = |row, column| text(table, row, column).unwrap_or_default().to_owned();
    let mut risks = Vec::with_capacity(table.len());
    for row in 0..table.len() {
        let id = text(row, "id");
        if !is_valid_id(&id) {
            let place = table.column("id").map_or(table.row_place(row), |c| table.place(row, c));
            faults.push(Diagnostic::new(Code::BadId).at(place).with("value", &id));
        }
        let name = text(row, "name");
        risks.push(Risk {
            number: value(table, row, "number").and_then(Datum::number),
            name: if name.is_empty() { id.clone() } else { name },
            description: text(row, "description"),
            from: year(table, row, "valid_from"),
            to: year(table, row, "valid_to"),
            id: RiskId::new(id),
            place: table.row_place(row),
        });
    }
    risks.sort_by_key(|risk| (risk.number.is_none(), risk.number, risk.place));
    risks
}

fn rows(table: &DataTable, catalogue: &[Risk], faults: &mut Diagnostics) -> Vec<ProfileRow> {
    let by_id: BTreeMap<&str, usize> =
        catalogue.iter().enumerate().map(|(at, risk)| (risk.id.as_str(), at)).collect();
    let mut rows = Vec::with_capacity(table.len());
    for (row, school) in table.schools().unwrap_or_default().iter().enumerate() {
        let risk = text(table, row, "risk").and_then(|id| by_id.get(id).copied());
        // A risk that nobody knows and a year that is none have been reported.
        let (Some(risk), Some(year)) = (risk, year(table, row, "year")) else { continue };
        let read = ProfileRow {
            school: *school,
            year,
            risk,
            level: text(table, row, "level").and_then(Significance::parse),
            chosen: yes_no(table, row, "chosen"),
            programme_done: yes_no(table, row, "programme_done"),
            place: table.row_place(row),
        };
        check(&read, &catalogue[risk], table, row, faults);
        rows.push(read);
    }
    rows
}

/// A programme is carried out for a chosen risk, and the risk is one of the year's catalogue.
fn check(read: &ProfileRow, risk: &Risk, table: &DataTable, row: usize, faults: &mut Diagnostics) {
    let place = |column: &str| {
        table.column(column).map_or(table.row_place(row), |column| table.place(row, column))
    };
    if read.programme_done == Some(true) && read.chosen == Some(false) {
        let fault = Diagnostic::new(Code::ProgrammeNotChosen).at(place("programme_done"));
        faults.push(fault.with("value", &risk.name));
    }
    if !risk.is_of(read.year) {
        faults.push(
            Diagnostic::new(Code::RiskNotOfYear)
                .at(place("risk"))
                .with("value", &risk.name)
                .with("other", read.year)
                .see_also(risk.place),
        );
    }
}

fn value<'t>(table: &'t DataTable, row: usize, column: &str) -> Option<&'t Datum> {
    table.column(column).map(|column| table.value(row, column))
}

fn text<'t>(table: &'t DataTable, row: usize, column: &str) -> Option<&'t str> {
    match value(table, row, column)? {
        Datum::Text(text) => Some(text),
        _ => None,
    }
}

fn year(table: &DataTable, row: usize, column: &str) -> Option<Year> {
    // Whatever kind the column was declared to have.
    Year::parse(&value(table, row, column)?.key()?)
}

fn yes_no(table: &DataTable, row: usize, column: &str) -> Option<bool> {
    match value(table, row, column)? {
        Datum::YesNo(value) => Some(*value),
        _ => None,
    }
}
