//! Typed cells of a row, by column name. A cell that is wrong is reported and read as absent.

use crate::diag::{Code, Diagnostic, Diagnostics, Place, nearest};
use crate::model::ids::{Year, is_valid_id};
use crate::model::number::Decimal;

use super::raw::{RawRow, RawTable};

/// What tables of the field print where a value is missing.
const MISSING: [&str; 9] = ["", "-", "–", "—", "н/д", "нет данных", "Нет данных", "X", "Х"];

/// True if a cell says that there is no value.
pub(super) fn is_missing(text: &str) -> bool {
    MISSING.contains(&text)
}

/// The column of a table by its header.
#[derive(Clone, Copy)]
pub(super) struct Column(Option<usize>);

impl Column {
    /// A column that must be there.
    pub fn required(table: &RawTable, name: &str, faults: &mut Diagnostics) -> Self {
        let at = table.headers().iter().position(|h| h == name);
        if at.is_none() {
            let known: Vec<_> = table.headers().iter().map(String::as_str).collect();
            let fault = Diagnostic::new(Code::MissingColumn)
                .at(table.header_place())
                .with("column", name)
                .with("known", known.join(", "));
            faults.push(match nearest(name, known) {
                Some(near) => fault.with("nearest", near),
                None => fault,
            });
        }
        Self(at)
    }

    /// A column that may be there.
    pub fn optional(table: &RawTable, name: &str) -> Self {
        Self(table.headers().iter().position(|h| h == name))
    }

    /// The column by its index, from 0.
    pub fn at(index: usize) -> Self {
        Self(Some(index))
    }

    /// True if the table has the column.
    pub fn exists(self) -> bool {
        self.0.is_some()
    }
}

/// Reports headers that the table has no use for: most often a slip of the pen.
pub(super) fn unknown_columns(table: &RawTable, known: &[&str], faults: &mut Diagnostics) {
    for (at, header) in table.headers().iter().enumerate() {
        if !known.contains(&header.as_str()) {
            let column = u16::try_from(at + 1).unwrap_or(u16::MAX);
            let place = Place::cell(table.source(), 1, column);
            faults.push(crate::diag::unknown(Code::UnknownColumn, place, header, known));
        }
    }
}

/// A row being read.
pub(super) struct Cells<'a, 'f> {
    row: RawRow<'a>,
    faults: &'f mut Diagnostics,
}

impl<'a, 'f> Cells<'a, 'f> {
    pub fn new(row: RawRow<'a>, faults: &'f mut Diagnostics) -> Self {
        Self { row, faults }
    }

    /// The text of a cell; empty if the column is absent.
    pub fn text(&self, column: Column) -> &'a str {
        column.0.map_or("", |at| self.row.cell(at))
    }

    pub fn place(&self, column: Column) -> Place {
        column.0.map_or(self.row.place(), |at| self.row.cell_place(at))
    }

    pub fn row_place(&self) -> Place {
        self.row.place()
    }

    pub fn push(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    /// Reports a cell.
    pub fn fault(&mut self, code: Code, column: Column) {
        let fault = Diagnostic::new(code).at(self.place(column)).with("value", self.text(column));
        self.faults.push(fault);
    }

    /// A cell that must not be empty.
    pub fn required(&mut self, column: Column) -> Option<&'a str> {
        let text = self.text(column);
        if text.is_empty() {
            if column.exists() {
                self.fault(Code::MissingValue, column);
            }
            return None;
        }
        Some(text)
    }

    /// An id that is made here, not looked up.
    pub fn id(&mut self, column: Column) -> Option<&'a str> {
        let text = self.required(column)?;
        if is_valid_id(text) {
            return Some(text);
        }
        self.fault(Code::BadId, column);
        None
    }

    /// An id looked up among known ones.
    pub fn lookup<T>(
        &mut self,
        column: Column,
        code: Code,
        find: impl Fn(&str) -> Option<T>,
        known: impl Fn() -> Vec<&'a str>,
    ) -> Option<T> {
        let text = self.required(column)?;
        let found = find(text);
        if found.is_none() {
            let fault = crate::diag::unknown(code, self.place(column), text, &known());
            self.faults.push(fault);
        }
        found
    }

    /// A whole number that is not negative; `None` if absent or wrong.
    pub fn count(&mut self, column: Column) -> Option<u32> {
        let text = self.text(column);
        if is_missing(text) {
            return None;
        }
        let count = text.parse().ok();
        if count.is_none() {
            self.fault(Code::BadCount, column);
        }
        count
    }

    /// A whole number that must be there.
    pub fn required_count(&mut self, column: Column) -> Option<u32> {
        self.required(column)?;
        self.count(column)
    }

    /// A year; `None` if absent or wrong.
    pub fn year(&mut self, column: Column) -> Option<Year> {
        let text = self.text(column);
        if is_missing(text) {
            return None;
        }
        let year = Year::parse(text);
        if year.is_none() {
            self.fault(Code::BadYear, column);
        }
        year
    }

    /// A year that must be there.
    pub fn required_year(&mut self, column: Column) -> Option<Year> {
        self.required(column)?;
        self.year(column)
    }

    /// A number; `None` if absent or wrong.
    pub fn number(&mut self, column: Column) -> Option<Decimal> {
        let text = self.text(column);
        if is_missing(text) {
            return None;
        }
        let number = Decimal::parse(text);
        if number.is_none() {
            self.fault(Code::BadNumber, column);
        }
        number
    }

    /// Yes or no; `None` if absent or wrong.
    pub fn yes_no(&mut self, column: Column) -> Option<bool> {
        let text = self.text(column);
        match text.to_lowercase().as_str() {
            // A lone minus is «нет» here, as «+» is «да».
            "1" | "да" | "+" | "yes" | "true" => Some(true),
            "0" | "нет" | "-" | "–" | "no" | "false" => Some(false),
            _ if is_missing(text) => None,
            _ => {
                self.fault(Code::BadYesNo, column);
                None
            }
        }
    }
}
