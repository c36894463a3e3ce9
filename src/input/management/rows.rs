//! Rows of a table of management, by column name.

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::dataset::{DataTable, Dataset};
use crate::model::date::Date;
use crate::model::field::{Datum, Declarations};
use crate::model::ids::is_valid_id;
use crate::model::schema::{self, SEPARATOR};

use super::super::cells::is_missing;

/// What the columns of a table of management are, beside those that its schema names.
pub(super) struct Shape {
    /// The table.
    pub name: &'static str,
    /// The column without which a row says nothing.
    pub main: &'static str,
    /// Columns of words.
    pub words: &'static [&'static str],
}

impl Shape {
    /// The rows of the table; none without it. Tells of the missing main column, of columns that
    /// nobody asked for, and of rows that say nothing.
    pub fn rows<'a>(
        &self,
        dataset: &'a Dataset,
        declared: &Declarations,
        faults: &mut Diagnostics,
    ) -> Vec<Row<'a>> {
        let Some(table) = dataset.tables.get(self.name) else { return Vec::new() };
        let headers: Vec<&str> = table.columns.iter().map(|c| c.name.as_str()).collect();
        let fault = |code, column: &str, near: &[&str]| {
            let fault = Diagnostic::new(code).with("table", self.name).with("column", column);
            fault.near(column, near)
        };
        if !headers.contains(&self.main) {
            // A column of the key has been told of already.
            if schema::schema(self.name).is_some_and(|schema| schema.key.contains(&self.main)) {
                return Vec::new();
            }
            faults.push(fault(Code::MissingColumn, self.main, &headers).at(table.head_place()));
            return Vec::new();
        }
        let known = self.known(declared);
        for (at, header) in headers.iter().enumerate().filter(|(_, h)| !known.contains(h)) {
            faults.push(fault(Code::UnknownColumn, header, &known).at(table.heading_place(at)));
        }
        let rows = (0..table.len()).map(|at| Row { table, at });
        rows.filter(|row| row.required(self.main, faults)).collect()
    }

    /// Every column that the table may have.
    fn known<'a>(&self, declared: &'a Declarations) -> Vec<&'a str> {
        let schema = schema::schema(self.name);
        let typed = schema.iter().flat_map(|s| s.columns.iter().map(|(name, _)| *name));
        let keys = schema.iter().flat_map(|s| s.key.iter().copied());
        let own = declared.columns.get(self.name).into_iter().flatten().map(|(name, _)| name);
        let mut known: Vec<&str> = keys.chain([self.main]).collect();
        known.extend(self.words.iter().copied().chain(typed).chain(own.map(String::as_str)));
        let mut seen = std::collections::BTreeSet::new();
        known.retain(|name| seen.insert(*name));
        known
    }
}

/// A row that was read.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a DataTable,
    at: usize,
}

impl<'a> Row<'a> {
    fn datum(&self, column: &str) -> Option<&'a Datum> {
        Some(self.table.value(self.at, self.table.column(column)?))
    }

    /// The words of a cell, if it holds any; a dash or «н/д» says that it does not.
    pub fn given(&self, column: &str) -> Option<&'a str> {
        match self.datum(column)? {
            Datum::Text(text) => Some(&**text).filter(|text| !is_missing(text)),
            _ => None,
        }
    }

    /// The words of a cell; empty if there are none.
    pub fn words(&self, column: &str) -> String {
        self.given(column).unwrap_or_default().to_owned()
    }

    /// The words of a cell as written, a dash and «нет данных» too.
    pub fn written(&self, column: &str) -> Option<String> {
        self.datum(column)?.key()
    }

    /// The day of a cell.
    pub fn date(&self, column: &str) -> Option<Date> {
        self.datum(column)?.date()
    }

    /// Ids with semicolons between them, each with the place of the cell.
    pub fn several(&self, column: &str) -> impl Iterator<Item = &'a str> {
        let ids = self.given(column).unwrap_or_default().split(SEPARATOR);
        ids.map(str::trim).filter(|id| !id.is_empty())
    }

    /// The place of a cell, or of the row if there is no such column.
    pub fn place(&self, column: &str) -> Place {
        let at = self.table.column(column);
        at.map_or(self.row_place(), |column| self.table.place(self.at, column))
    }

    /// The place of the row.
    pub fn row_place(&self) -> Place {
        self.table.row_place(self.at)
    }

    /// False, and a fault, if a cell is empty that must not be.
    pub fn required(&self, column: &str, faults: &mut Diagnostics) -> bool {
        let there = self.datum(column).is_some_and(|datum| *datum != Datum::Missing);
        if !there && self.table.column(column).is_some() {
            let fault = Diagnostic::new(Code::MissingValue).at(self.place(column));
            faults.push(fault.with("column", column));
        }
        there
    }

    /// The row's own id, which becomes an anchor.
    pub fn id(&self, faults: &mut Diagnostics) -> Option<&'a str> {
        if !self.required("id", faults) {
            return None;
        }
        let id = self.given("id").unwrap_or_default();
        if !is_valid_id(id) {
            let fault = Diagnostic::new(Code::BadId).at(self.place("id"));
            faults.push(fault.with("value", id));
        }
        Some(id)
    }
}
