//! Attributes read from columns of tables.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{At, Code, Diagnostic, Diagnostics, Place, unknown};
use crate::method::{Attribute, Category, FieldRef, Located, Test};
use crate::model::dataset::{DataTable, Locality};
use crate::model::field::{Datum, FieldKind};
use crate::model::number::Decimal;
use crate::model::tabulation::CategoryInfo;
use crate::model::tone::Tone;

use super::super::bind::in_range;
use super::super::universe::table;
use super::{Column, Context, Domain, NONE, Values, category, code_of, declared};

/// A column of a table by unit: the value and its place.
struct Cells {
    domain: Domain,
    values: Vec<(Datum, Option<Place>)>,
    kind: FieldKind,
    source: BTreeSet<crate::diag::SourceId>,
}

impl Context<'_> {
    /// A table of the data.
    fn table(&self, name: &Located<String>, faults: &mut Diagnostics) -> Option<&DataTable> {
        table(self.dataset, name, faults)
    }

    /// The values of a column, by school if `at` leaves each school one row, else by row.
    fn cells(&self, field: &FieldRef, faults: &mut Diagnostics) -> Option<Cells> {
        if field.table.value == "schools" {
            return self.registry_cells(field, faults);
        }
        let table = self.table(&field.table, faults)?;
        let column = column_of(table, &field.column, faults)?;
        let rows = self.rows_at(table, field, faults)?;
        let kind = table.columns[column].kind;
        let source = table.sources();
        let cell = |row: usize| (table.value(row, column).clone(), Some(table.place(row, column)));
        let Some(by_school) = self.one_row_each(table, field, &rows, faults) else {
            let domain = Domain::Rows(table.name.clone());
            let values = (0..table.len()).map(cell).collect();
            return Some(Cells { domain, values, kind, source });
        };
        let values = by_school.into_iter().map(|row| match row {
            Some(row) => cell(row),
            None => (Datum::Missing, None),
        });
        Some(Cells { domain: Domain::SCHOOLS, values: values.collect(), kind, source })
    }

    /// Rows in which the other key columns have the stated values.
    fn rows_at(
        &self,
        table: &DataTable,
        field: &FieldRef,
        faults: &mut Diagnostics,
    ) -> Option<Vec<usize>> {
        let mut rows: Vec<usize> = (0..table.len()).collect();
        for (key, wanted) in &field.at {
            let name = Located { value: key.clone(), place: field.column.place };
            let column = column_of(table, &name, faults)?;
            rows.retain(|row| table.value(*row, column).key().as_deref() == Some(wanted));
        }
        Some(rows)
    }

    /// The row of each school; `None` if the attribute is one of rows, not of schools.
    fn one_row_each(
        &self,
        table: &DataTable,
        field: &FieldRef,
        rows: &[usize],
        faults: &mut Diagnostics,
    ) -> Option<Vec<Option<usize>>> {
        let schools = table.schools()?;
        let mut by_school = vec![None; self.dataset.schools.len()];
        for row in rows {
            let slot = &mut by_school[schools[*row].0 as usize];
            if slot.is_none() {
                *slot = Some(*row);
            } else if field.at.is_empty() {
                return None;
            } else {
                let place = table.row_place(*row);
                let known: Vec<_> = table.columns.iter().map(|c| c.name.as_str()).collect();
                faults.push(
                    Diagnostic::new(Code::AmbiguousField)
                        .at(field.column.place)
                        .with("value", &field.column.value)
                        .with("known", known.join(", "))
                        .see_also(place),
                );
                break;
            }
        }
        Some(by_school)
    }

    fn registry_cells(&self, field: &FieldRef, faults: &mut Diagnostics) -> Option<Cells> {
        const KNOWN: [&str; 3] = ["locality", "kind", "students"];
        let datum = |school: &crate::model::dataset::School| match field.column.value.as_str() {
            "locality" => school.locality.map(|l| match l {
                Locality::Urban => Datum::Text("urban".into()),
                Locality::Rural => Datum::Text("rural".into()),
            }),
            "kind" => (!school.kind.is_empty()).then(|| Datum::Text(school.kind.as_str().into())),
            _ => school
                .students
                .map(|n| Datum::Number(Decimal::from_int(i32::try_from(n).unwrap_or(i32::MAX)))),
        };
        if !KNOWN.contains(&field.column.value.as_str()) {
            let name = &field.column;
            let fault = unknown(Code::UnknownField, name.place, &name.value, &KNOWN);
            faults.push(fault.with("table", "schools"));
            return None;
        }
        let values = self.dataset.schools.iter();
        let values = values.map(|s| (datum(s).unwrap_or(Datum::Missing), Some(s.place))).collect();
        let kind =
            if field.column.value == "students" { FieldKind::Number } else { FieldKind::Text };
        let source = self.dataset.schools.iter().map(|s| s.place.source).collect();
        Some(Cells { domain: Domain::SCHOOLS, values, kind, source })
    }

    pub(super) fn field(
        &self,
        attribute: &Attribute,
        field: &FieldRef,
        titles_from: Option<&(Located<String>, String, Option<String>)>,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let cells = self.cells(field, faults)?;
        let (categories, closed) = match titles_from {
            Some((table, title, order)) => {
                (self.catalogue(table, title, order.as_deref(), faults)?, true)
            }
            None if cells.kind == FieldKind::YesNo => (self.yes_no(attribute), true),
            None if !attribute.values.is_empty() => (declared(attribute), true),
            None => (found(&cells), false),
        };
        let ids = categories.iter().map(|c| c.id.as_str());
        let by_id: BTreeMap<&str, u32> = ids.zip(0..).collect();
        let codes = cells.values.iter().map(|(datum, place)| {
            let Some(key) = datum.key() else { return NONE };
            let code = by_id.get(key.as_str()).copied();
            if code.is_none() && closed {
                faults.push(outside(&key, *place, &categories, &field.column.value));
            }
            code.unwrap_or(NONE)
        });
        let values = Values::Codes(codes.collect());
        Some(Column { domain: cells.domain, categories, values, sources: cells.source })
    }

    /// Categories from a catalogue table: its `id`, a column of titles, a column of order.
    fn catalogue(
        &self,
        name: &Located<String>,
        title: &str,
        order: Option<&str>,
        faults: &mut Diagnostics,
    ) -> Option<Vec<CategoryInfo>> {
        let table = self.table(name, faults)?;
        let at = |text: &str| Located { value: text.to_owned(), place: name.place };
        let id = column_of(table, &at("id"), faults)?;
        let title = column_of(table, &at(title), faults)?;
        let order = match order {
            Some(order) => Some(column_of(table, &at(order), faults)?),
            None => None,
        };
        let mut rows: Vec<usize> = (0..table.len()).collect();
        rows.sort_by_key(|row| (order.and_then(|c| table.value(*row, c).number()), *row));
        let text = |row: usize, column: usize| table.value(row, column).key().unwrap_or_default();
        Some(rows.iter().map(|r| category(&text(*r, id), &text(*r, title), Tone::Plain)).collect())
    }

    pub(super) fn number(&self, field: &FieldRef, faults: &mut Diagnostics) -> Option<Column> {
        let cells = self.numeric_cells(field, faults)?;
        let numbers = cells.values.iter().map(|(datum, _)| datum.number()).collect();
        Some(Column {
            domain: cells.domain,
            categories: Vec::new(),
            values: Values::Numbers(numbers),
            sources: cells.source,
        })
    }

    fn numeric_cells(&self, field: &FieldRef, faults: &mut Diagnostics) -> Option<Cells> {
        let cells = self.cells(field, faults)?;
        if matches!(cells.kind, FieldKind::Text | FieldKind::Date | FieldKind::School) {
            faults.push(
                Diagnostic::new(Code::NotNumber)
                    .at(field.column.place)
                    .with("value", &field.column.value),
            );
            return None;
        }
        Some(cells)
    }

    pub(super) fn bins(
        &self,
        field: &FieldRef,
        bins: &[(Category, Test)],
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let cells = self.numeric_cells(field, faults)?;
        let categories: Vec<_> = bins
            .iter()
            .map(|(c, _)| category(&c.id, &c.title, c.tone.unwrap_or_default()))
            .collect();
        let codes = cells.values.iter().map(|(datum, place)| {
            let Some(number) = datum.number() else { return NONE };
            let at = bins.iter().position(|(_, test)| in_range(test, number));
            if at.is_none() {
                let key = number.to_fixed().to_string();
                faults.push(outside(&key, *place, &categories, &field.column.value));
            }
            at.and_then(|at| u32::try_from(at).ok()).unwrap_or(NONE)
        });
        let values = Values::Codes(codes.collect());
        Some(Column { domain: cells.domain, categories, values, sources: cells.source })
    }

    /// Answers of the survey, with the five labels of the question.
    pub(super) fn answer(
        &self,
        question: &Located<String>,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let at = |text: &str| Located { value: text.to_owned(), place: question.place };
        let questions = self.table(&at("survey_questions"), faults)?;
        let id = column_of(questions, &at("id"), faults)?;
        let key = |row: usize, column: usize| questions.value(row, column).key();
        let found = (0..questions.len()).find(|r| key(*r, id).as_ref() == Some(&question.value));
        let Some(row) = found else {
            let ids: Vec<_> = (0..questions.len()).filter_map(|r| key(r, id)).collect();
            let known: Vec<_> = ids.iter().map(String::as_str).collect();
            let fault = unknown(Code::UnknownRow, question.place, &question.value, &known);
            faults.push(fault.with("table", &questions.name));
            return None;
        };
        let mut categories = Vec::new();
        for answer in 1..=5u8 {
            let column = column_of(questions, &at(&format!("label_{answer}")), faults)?;
            let label = key(row, column).unwrap_or_else(|| answer.to_string());
            categories.push(category(&answer.to_string(), &label, Tone::Plain));
        }
        let field = FieldRef { table: at("survey"), column: at("answer"), at: BTreeMap::new() };
        let cells = self.cells(&field, faults)?;
        let code = |datum: &Datum| datum.key().map_or(NONE, |key| code_of(&categories, &key));
        let codes = cells.values.iter().map(|(datum, _)| code(datum)).collect();
        let sources = cells.source.iter().copied().chain([questions.source]).collect();
        Some(Column { domain: cells.domain, categories, values: Values::Codes(codes), sources })
    }
}

/// The index of a column; a fault if there is none of this name.
pub(super) fn column_of(
    table: &DataTable,
    name: &Located<String>,
    faults: &mut Diagnostics,
) -> Option<usize> {
    let column = table.column(&name.value);
    if column.is_none() {
        let known: Vec<_> = table.columns.iter().map(|c| c.name.as_str()).collect();
        let fault = unknown(Code::UnknownField, name.place, &name.value, &known);
        faults.push(fault.with("table", &table.name));
    }
    column
}

/// The distinct values of a column as categories: numbers by size, words by letter.
fn found(cells: &Cells) -> Vec<CategoryInfo> {
    let keys: BTreeSet<(Option<Decimal>, String)> =
        cells.values.iter().filter_map(|(datum, _)| Some((datum.number(), datum.key()?))).collect();
    keys.into_iter().map(|(_, key)| category(&key, &key, Tone::Plain)).collect()
}

/// A value that is none of the categories.
fn outside(
    key: &str,
    place: Option<Place>,
    categories: &[CategoryInfo],
    column: &str,
) -> Diagnostic {
    let known: Vec<_> = categories.iter().map(|c| c.id.as_str()).collect();
    let place = place.unwrap_or(Place { source: crate::diag::SourceId(0), at: At::Whole });
    unknown(Code::BadChoice, place, key, &known).with("column", column)
}
