//! All other tables: columns with declared kinds, rows keyed by school where there is such a
//! column. The canonical ones are declared here, those of a region in its methodology.

use std::collections::BTreeMap;

use crate::diag::Diagnostics;
use crate::model::dataset::{DataColumn, DataRow, DataTable, Dataset};
use crate::model::field::{Datum, Declarations, FieldKind};

use super::cells::{Cells, Column, is_missing, missing_column};
use super::raw::RawTable;
use super::registry::Schools;

/// A canonical table: its kinds of columns, and the columns that make its key.
struct Schema {
    name: &'static str,
    columns: &'static [(&'static str, FieldKind)],
    key: &'static [&'static str],
}

const SCHEMAS: &[Schema] = &[
    Schema { name: "context", columns: &[("year", FieldKind::Year)], key: &["school", "year"] },
    Schema { name: "curators", columns: &[("year", FieldKind::Year)], key: &["school", "year"] },
    Schema {
        name: "debt",
        columns: &[
            ("date", FieldKind::Date),
            ("debtors", FieldKind::Number),
            ("debt_share", FieldKind::Number),
            ("extra_classes_share", FieldKind::Number),
            ("not_liquidated", FieldKind::Number),
            ("repeat_year_share", FieldKind::Number),
            ("adapted_share", FieldKind::Number),
            ("individual_plan_share", FieldKind::Number),
        ],
        key: &["school", "date"],
    },
    Schema {
        name: "programmes",
        columns: &[("year", FieldKind::Year)],
        key: &["school", "programme"],
    },
    Schema {
        name: "risks",
        columns: &[
            ("year", FieldKind::Year),
            ("chosen", FieldKind::YesNo),
            ("programme_done", FieldKind::YesNo),
        ],
        key: &["school", "year", "risk"],
    },
    Schema { name: "risk_catalogue", columns: &[("number", FieldKind::Number)], key: &["id"] },
    Schema {
        name: "survey",
        columns: &[("answer", FieldKind::Number)],
        key: &["question", "wave", "school"],
    },
    Schema { name: "survey_questions", columns: &[], key: &["id"] },
    Schema {
        name: "measures",
        columns: &[("number", FieldKind::Number)],
        key: &["track", "number"],
    },
    Schema {
        name: "indicators_programme",
        columns: &[("number", FieldKind::Number)],
        key: &["track", "number"],
    },
    Schema { name: "targets", columns: &[], key: &["school", "number"] },
    Schema { name: "school_profiles", columns: &[], key: &["school"] },
];

/// Reads a table whose columns are declared here or in the methodology; the rest are words.
pub(super) fn table(
    raw: &RawTable,
    declared: &Declarations,
    dataset: &Dataset,
    faults: &mut Diagnostics,
) -> DataTable {
    let name = raw.name();
    let schema = SCHEMAS.iter().find(|s| s.name == name);
    let kinds = kinds(raw, schema, declared, faults);
    let columns: Vec<DataColumn> = raw
        .headers()
        .iter()
        .enumerate()
        .map(|(at, header)| DataColumn {
            name: header.clone(),
            kind: kinds.get(header.as_str()).copied().unwrap_or(FieldKind::Text),
            position: u16::try_from(at + 1).unwrap_or(u16::MAX),
        })
        .collect();
    let keys = schema.map_or(&[][..], |s| s.key);
    let key: Vec<Column<'_>> = keys.iter().map(|k| Column::required(raw, k, faults)).collect();
    let school = Column::optional(raw, "school");
    let schools = Schools::of(dataset);
    let mut rows = Vec::with_capacity(raw.len());
    let mut seen = BTreeMap::new();
    for row in raw.rows() {
        let mut cells = Cells::new(row, faults);
        let of = if school.exists() { schools.read(&mut cells, school) } else { None };
        if school.exists() && of.is_none() {
            continue;
        }
        let value = |(at, column): (usize, &DataColumn)| {
            datum(&mut cells, Column::at(at, &column.name), column.kind, &schools)
        };
        let values = columns.iter().enumerate().map(value).collect();
        rows.push(DataRow { line: row.line(), school: of, values });
        if !key.is_empty() && key.iter().all(|column| column.exists()) {
            let own: Vec<&str> = key.iter().map(|k| cells.text(*k)).collect();
            let place = cells.row_place();
            if let Some(first) = seen.get(&own) {
                cells.push(raw.repeated(&own.join(", "), *first, place));
            } else {
                seen.insert(own, place);
            }
        }
    }
    DataTable::new(name, raw.source(), columns, school.exists()).with_rows(rows)
}

/// Kinds by column: the methodology's word, then the schema's.
fn kinds<'a>(
    raw: &RawTable,
    schema: Option<&'a Schema>,
    declared: &'a Declarations,
    faults: &mut Diagnostics,
) -> BTreeMap<&'a str, FieldKind> {
    let mut kinds: BTreeMap<&str, FieldKind> =
        schema.iter().flat_map(|s| s.columns.iter().copied()).collect();
    for (column, kind) in declared.columns.get(raw.name()).into_iter().flatten() {
        if !raw.headers().contains(column) {
            faults.push(missing_column(raw, column));
        }
        kinds.insert(column, *kind);
    }
    kinds
}

fn datum(
    cells: &mut Cells<'_, '_>,
    column: Column<'_>,
    kind: FieldKind,
    schools: &Schools<'_>,
) -> Datum {
    let words = |text: &str| Datum::Text(text.into());
    match kind {
        FieldKind::Number => cells.number(column).map_or(Datum::Missing, Datum::Number),
        FieldKind::YesNo => cells.yes_no(column).map_or(Datum::Missing, Datum::YesNo),
        FieldKind::Year => cells.year(column).map_or(Datum::Missing, Datum::Year),
        FieldKind::Date => cells.date(column).map_or(Datum::Missing, |date| words(&date)),
        FieldKind::School if is_missing(cells.text(column)) => Datum::Missing,
        FieldKind::School if schools.read(cells, column).is_none() => Datum::Missing,
        FieldKind::School => words(cells.text(column)),
        FieldKind::Text if cells.text(column).is_empty() => Datum::Missing,
        FieldKind::Text => words(cells.text(column)),
    }
}
