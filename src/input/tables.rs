//! All other tables: columns with declared kinds, rows keyed by school where there is such a
//! column. The canonical ones are declared in `model::schema`, those of a region in its methodology.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostics, unknown};
use crate::model::dataset::{DataColumn, DataRow, DataTable, Dataset};
use crate::model::field::{Datum, Declarations, FieldKind};
use crate::model::number::Decimal;
use crate::model::risks;
use crate::model::schema::{self, ColumnKind, SEPARATOR, TableSchema};

use super::cells::{Cells, Column, advised, is_missing, missing_column};
use super::raw::RawTable;
use super::registry::{Municipalities, Schools};

/// What cells may name.
struct Registers<'a> {
    dataset: &'a Dataset,
    schools: Schools<'a>,
    municipalities: Municipalities<'a>,
}

impl<'a> Registers<'a> {
    fn of(dataset: &'a Dataset) -> Self {
        let (schools, municipalities) = (Schools::of(dataset), Municipalities::of(dataset));
        Self { dataset, schools, municipalities }
    }
}

/// Reads a table whose columns are declared in its schema or in the methodology; the rest are words.
pub(super) fn table(
    raw: &RawTable,
    declared: &Declarations,
    dataset: &Dataset,
    faults: &mut Diagnostics,
) -> DataTable {
    let name = raw.name();
    let schema = schema::schema(name);
    let kinds = kinds(raw, schema, declared, faults);
    let kind_of = |header: &String| {
        kinds.get(header.as_str()).copied().unwrap_or(ColumnKind::Value(FieldKind::Text))
    };
    let kinds: Vec<ColumnKind> = raw.headers().iter().map(kind_of).collect();
    let columns: Vec<DataColumn> = raw.headers().iter().zip(&kinds).map(column).collect();
    let keys = schema.map_or(&[][..], |s| s.key);
    let key: Vec<Column<'_>> = keys.iter().map(|k| Column::required(raw, k, faults)).collect();
    let school = Column::optional(raw, "school");
    let keyed = school.exists() && schema.is_none_or(|s| s.key.contains(&"school"));
    let registers = Registers::of(dataset);
    let mut rows = Vec::with_capacity(raw.len());
    let mut seen = BTreeMap::new();
    for row in raw.rows() {
        let mut cells = Cells::new(row, faults);
        let of = if keyed { registers.schools.read(&mut cells, school) } else { None };
        if keyed && of.is_none() {
            continue;
        }
        let value = |(at, (column, kind)): (usize, (&DataColumn, &ColumnKind))| {
            let column = Column::at(at, &column.name);
            datum(&mut cells, column, *kind, &registers)
        };
        let values = columns.iter().zip(&kinds).enumerate().map(value).collect();
        rows.push(DataRow { row: row.index(), school: of, values });
        if !key.is_empty() && key.iter().all(|column| column.exists()) {
            // A school that goes by an old id is the same school.
            let text = |(name, column): (&&str, &Column<'_>)| match of {
                Some(ix) if *name == "school" => dataset.school(ix).id.as_str(),
                _ => cells.text(*column),
            };
            let own: Vec<&str> = keys.iter().zip(&key).map(text).collect();
            let place = cells.row_place();
            if let Some(first) = seen.get(&own) {
                cells.push(raw.repeated(&own.join(", "), *first, place));
            } else {
                seen.insert(own, place);
            }
        }
    }
    DataTable::new(name, raw.places(), columns, keyed).with_rows(rows, raw.places())
}

fn column((header, kind): (&String, &ColumnKind)) -> DataColumn {
    DataColumn {
        name: header.clone(),
        kind: match kind {
            ColumnKind::Value(kind) => *kind,
            ColumnKind::Count | ColumnKind::Percent => FieldKind::Number,
            _ => FieldKind::Text,
        },
    }
}

/// Reports ids in one table that no row of another has.
pub(super) fn check_references(dataset: &Dataset, faults: &mut Diagnostics) {
    for table in dataset.tables.values() {
        let Some(schema) = schema::schema(&table.name) else { continue };
        for (name, kind) in schema.columns {
            let (ColumnKind::Row(other) | ColumnKind::Rows(other)) = kind else { continue };
            let Some(column) = table.column(name) else { continue };
            // Without the other table, which nobody has to have, there is nothing to compare with.
            let Some(known) = dataset.tables.get(*other).map(ids) else { continue };
            for row in 0..table.len() {
                let Datum::Text(text) = table.value(row, column) else { continue };
                let several = matches!(kind, ColumnKind::Rows(_));
                let ids = text.split(|c| several && c == SEPARATOR).map(str::trim);
                for id in ids.filter(|id| !id.is_empty() && !known.contains(id)) {
                    let known = advised(faults, || known.iter().copied().collect());
                    let place = table.place(row, column);
                    faults.push(match *other {
                        risks::CATALOGUE => unknown(Code::UnknownRisk, place, id, &known),
                        other => unknown(Code::UnknownRow, place, id, &known).with("table", other),
                    });
                }
            }
        }
    }
}

/// What the rows of a table that has not been read yet are called.
pub(super) fn raw_ids(table: &RawTable) -> BTreeSet<&str> {
    let column = table.headers().iter().position(|header| header == "id");
    table.rows().flat_map(|row| column.map(|at| row.cell(at))).collect()
}

/// What the rows of a table are called.
fn ids(table: &DataTable) -> BTreeSet<&str> {
    let column = table.column("id");
    let values =
        column.into_iter().flat_map(|c| (0..table.len()).map(move |row| table.value(row, c)));
    values
        .filter_map(|value| match value {
            Datum::Text(id) => Some(&**id),
            _ => None,
        })
        .collect()
}

/// Kinds by column: the methodology's word, then the schema's.
fn kinds<'a>(
    raw: &RawTable,
    schema: Option<&'a TableSchema>,
    declared: &'a Declarations,
    faults: &mut Diagnostics,
) -> BTreeMap<&'a str, ColumnKind> {
    let mut kinds: BTreeMap<&str, ColumnKind> =
        schema.iter().flat_map(|s| s.columns.iter().copied()).collect();
    for (column, kind) in declared.columns.get(raw.name()).into_iter().flatten() {
        if !raw.headers().contains(column) {
            faults.push(missing_column(raw, column));
        }
        kinds.insert(column, ColumnKind::Value(*kind));
    }
    kinds
}

fn whole(count: u32) -> Decimal {
    Decimal::from_int(i32::try_from(count).unwrap_or(i32::MAX))
}

fn datum(
    cells: &mut Cells<'_, '_>,
    column: Column<'_>,
    kind: ColumnKind,
    registers: &Registers<'_>,
) -> Datum {
    let words = |text: &str| Datum::Text(text.into());
    let empty = is_missing(cells.text(column));
    let exact = |number: Option<Decimal>| number.map_or(Datum::Missing, Datum::Number);
    match kind {
        ColumnKind::Value(kind) => value(cells, column, kind, registers),
        ColumnKind::Count => exact(cells.count(column).map(whole)),
        ColumnKind::Percent => exact(cells.percent(column)),
        ColumnKind::Choice(_) | ColumnKind::Municipality | ColumnKind::Row(_) if empty => {
            Datum::Missing
        }
        ColumnKind::Choice(choices) => cells.choice(column, choices).map_or(Datum::Missing, words),
        ColumnKind::Municipality => match registers.municipalities.read(cells, column) {
            Some(ix) => words(registers.dataset.municipality(ix).id.as_str()),
            None => Datum::Missing,
        },
        ColumnKind::Row(_) | ColumnKind::Rows(_) => {
            value(cells, column, FieldKind::Text, registers)
        }
    }
}

fn value(
    cells: &mut Cells<'_, '_>,
    column: Column<'_>,
    kind: FieldKind,
    registers: &Registers<'_>,
) -> Datum {
    let words = |text: &str| Datum::Text(text.into());
    match kind {
        FieldKind::Number => cells.number(column).map_or(Datum::Missing, Datum::Number),
        FieldKind::YesNo => cells.yes_no(column).map_or(Datum::Missing, Datum::YesNo),
        FieldKind::Year => cells.year(column).map_or(Datum::Missing, Datum::Year),
        FieldKind::Date => cells.date(column).map_or(Datum::Missing, Datum::Date),
        FieldKind::School if is_missing(cells.text(column)) => Datum::Missing,
        FieldKind::School => {
            let school = registers.schools.read(cells, column);
            school.map_or(Datum::Missing, |ix| words(registers.dataset.school(ix).id.as_str()))
        }
        FieldKind::Text if cells.text(column).is_empty() => Datum::Missing,
        FieldKind::Text if cells.is_formula_error(column) => Datum::Missing,
        FieldKind::Text => words(cells.text(column)),
    }
}
