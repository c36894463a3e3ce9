//! Typed cells of a row, by column name. A cell that is wrong is reported and read as absent.

use crate::diag::{Code, Diagnostic, Diagnostics, Place, unknown};
use crate::model::date::Date;
use crate::model::ids::{Year, is_valid_id};
use crate::model::life::When;
use crate::model::number::Decimal;
use crate::model::schema::Choice;

use super::fold::{latin_twin, same};
use super::number;
use super::raw::{RawRow, RawTable};

/// What tables of the field print where a value is missing.
const MISSING: [&str; 10] =
    ["", "-", "–", "—", "н/д", "нет данных", "Нет данных", "Нет отметки", "X", "Х"];

/// What formulas show in place of a value, as Russian and English spreadsheets write it.
const FORMULA_ERRORS: [(&str, &str); 8] = [
    ("#ССЫЛКА!", "#REF!"),
    ("#ДЕЛ/0!", "#DIV/0!"),
    ("#ЗНАЧ!", "#VALUE!"),
    ("#ИМЯ?", "#NAME?"),
    ("#Н/Д", "#N/A"),
    ("#ЧИСЛО!", "#NUM!"),
    ("#ПУСТО!", "#NULL!"),
    ("#ОЖИДАНИЕ_ДАННЫХ", "#GETTING_DATA"),
];

/// So many faults get a similar name suggested: enough for people, and with ten thousands of rows
/// and schools the comparing would take minutes.
pub(super) const ADVISED: usize = 100;

/// The names that there are, to suggest one of them: none once enough faults have had advice.
pub(super) fn advised<'k>(
    faults: &Diagnostics,
    known: impl FnOnce() -> Vec<&'k str>,
) -> Vec<&'k str> {
    if faults.len() < ADVISED { known() } else { Vec::new() }
}

/// True if a cell says that there is no value.
pub(crate) fn is_missing(text: &str) -> bool {
    MISSING.contains(&text)
}

/// The error of a formula that a cell shows, in both languages: «#ССЫЛКА! (#REF!)».
fn formula_error(text: &str) -> Option<String> {
    if !text.starts_with('#') {
        return None;
    }
    let (ru, en) = FORMULA_ERRORS.iter().find(|(ru, en)| text == *ru || text == *en)?;
    Some(format!("{ru} ({en})"))
}

/// The column of a table by its header.
#[derive(Clone, Copy)]
pub(super) struct Column<'a> {
    at: Option<usize>,
    header: &'a str,
}

impl<'a> Column<'a> {
    /// A column that must be there.
    pub fn required(table: &RawTable, header: &'a str, faults: &mut Diagnostics) -> Self {
        let column = Self::optional(table, header);
        if column.at.is_none() {
            faults.push(missing_column(table, header));
        }
        column
    }

    /// A column that may be there. Its heading is found whatever its case and spaces.
    pub fn optional(table: &RawTable, header: &'a str) -> Self {
        let headers = table.headers();
        let exact = headers.iter().position(|h| h == header);
        Self { at: exact.or_else(|| headers.iter().position(|h| same(h, header))), header }
    }

    /// The column by its index, from 0.
    pub fn at(index: usize, header: &'a str) -> Self {
        Self { at: Some(index), header }
    }

    /// What it is called.
    pub fn header(self) -> &'a str {
        self.header
    }

    /// The text of its cell in a row; empty if the table does not have it.
    pub fn of(self, row: RawRow<'_>) -> &str {
        self.at.map_or("", |at| row.cell(at))
    }

    /// Where its heading stands.
    pub fn heading(self, table: &RawTable) -> Place {
        self.at.map_or(table.header_place(), |at| table.places().heading(at))
    }

    /// True if the table has the column.
    pub fn exists(self) -> bool {
        self.at.is_some()
    }
}

/// Reports that a table lacks a column.
pub(super) fn missing_column(table: &RawTable, header: &str) -> Diagnostic {
    let known: Vec<_> = table.headers().iter().map(String::as_str).collect();
    Diagnostic::new(Code::MissingColumn)
        .at(table.header_place())
        .with("table", table.name())
        .with("column", header)
        .near(header, &known)
}

/// Reports headers that the table has no use for: most often a slip of the pen.
pub(super) fn unknown_columns(table: &RawTable, known: &[&str], faults: &mut Diagnostics) {
    for (at, header) in table.headers().iter().enumerate() {
        if !known.iter().any(|known| same(known, header)) {
            faults.push(
                Diagnostic::new(Code::UnknownColumn)
                    .at(table.places().heading(at))
                    .with("table", table.name())
                    .with("column", header)
                    .near(header, known),
            );
        }
    }
}

/// An id with letters of another alphabet, and the id that was meant.
fn mixed_letters(place: Place, text: &str, (meant, letters): &(String, String)) -> Diagnostic {
    let fault = Diagnostic::new(Code::MixedLetters).at(place).with("value", text);
    fault.with("letters", letters).with("other", meant)
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
    pub fn text(&self, column: Column<'_>) -> &'a str {
        column.at.map_or("", |at| self.row.cell(at))
    }

    pub fn place(&self, column: Column<'_>) -> Place {
        column.at.map_or(self.row.place(), |at| self.row.cell_place(at))
    }

    pub fn row_place(&self) -> Place {
        self.row.place()
    }

    pub fn push(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    /// The names that there are, as [`advised`] gives them.
    pub fn advised<'k>(&self, known: impl FnOnce() -> Vec<&'k str>) -> Vec<&'k str> {
        advised(self.faults, known)
    }

    /// Reports a cell.
    pub fn fault(&mut self, code: Code, column: Column<'_>) {
        if !self.is_formula_error(column) {
            self.faults.push(self.of_cell(code, column));
        }
    }

    fn of_cell(&self, code: Code, column: Column<'_>) -> Diagnostic {
        Diagnostic::new(code)
            .at(self.place(column))
            .with("value", self.text(column))
            .with("column", column.header)
    }

    /// Reports a cell that shows the error of a formula; it is no value of any kind.
    pub fn is_formula_error(&mut self, column: Column<'_>) -> bool {
        let error = formula_error(self.text(column));
        if let Some(error) = &error {
            let fault = Diagnostic::new(Code::FormulaError).at(self.place(column));
            self.faults.push(fault.with("value", error).with("column", column.header));
        }
        error.is_some()
    }

    /// Reports a cell that holds none of the words it may hold.
    pub fn bad_choice(&mut self, column: Column<'_>, known: &[&str]) {
        if !self.is_formula_error(column) {
            let fault = self.of_cell(Code::BadChoice, column).near(self.text(column), known);
            self.faults.push(fault);
        }
    }

    /// A cell that must not be empty.
    pub fn required(&mut self, column: Column<'_>) -> Option<&'a str> {
        let text = self.text(column);
        if text.starts_with('#') && self.is_formula_error(column) {
            return None;
        }
        if text.is_empty() {
            if column.exists() {
                let fault = Diagnostic::new(Code::MissingValue).at(self.place(column));
                self.faults.push(fault.with("column", column.header));
            }
            return None;
        }
        Some(text)
    }

    /// An id that is made here, not looked up. A wrong one is reported and kept, so that rows that
    /// name it are not called wrong as well.
    pub fn id(&mut self, column: Column<'_>) -> Option<&'a str> {
        let text = self.required(column)?;
        if !is_valid_id(text) {
            let place = self.place(column);
            self.faults.push(match latin_twin(text).filter(|twin| is_valid_id(twin.0.as_str())) {
                Some(twin) => mixed_letters(place, text, &twin),
                None => Diagnostic::new(Code::BadId).at(place).with("value", text),
            });
        }
        Some(text)
    }

    /// An id looked up among known ones.
    pub fn lookup<'k, T>(
        &mut self,
        column: Column<'_>,
        code: Code,
        find: impl Fn(&str) -> Option<T>,
        known: impl Fn() -> Vec<&'k str>,
    ) -> Option<T> {
        let text = self.required(column)?;
        let found = find(text);
        if found.is_none()
            && let Some(twin) = latin_twin(text).filter(|twin| find(&twin.0).is_some())
        {
            self.faults.push(mixed_letters(self.place(column), text, &twin));
        } else if found.is_none() {
            let known = advised(self.faults, known);
            self.faults.push(unknown(code, self.place(column), text, &known));
        }
        found
    }

    /// A whole number that is not negative; `None` if absent or wrong.
    pub fn count(&mut self, column: Column<'_>) -> Option<u32> {
        let text = self.text(column);
        if is_missing(text) {
            return None;
        }
        self.told(number::count(text), column)
    }

    /// A number that was read, or the fault that it is.
    fn told<T>(&mut self, read: Result<T, Code>, column: Column<'_>) -> Option<T> {
        match read {
            Ok(value) => {
                if column.at.is_some_and(|at| self.row.is_typed(at)) {
                    self.faults.push(self.of_cell(Code::NumberAsText, column));
                }
                Some(value)
            }
            Err(code) => {
                self.fault(code, column);
                None
            }
        }
    }

    /// A whole number that must be there.
    pub fn required_count(&mut self, column: Column<'_>) -> Option<u32> {
        self.required(column)?;
        self.count(column)
    }

    /// A year; `None` if absent or wrong.
    pub fn year(&mut self, column: Column<'_>) -> Option<Year> {
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

    /// A year that must be there: part of a key, so «н/д» is no answer.
    pub fn required_year(&mut self, column: Column<'_>) -> Option<Year> {
        let year = Year::parse(self.required(column)?);
        if year.is_none() {
            self.fault(Code::BadYear, column);
        }
        year
    }

    /// A day; `None` if absent or wrong.
    pub fn date(&mut self, column: Column<'_>) -> Option<Date> {
        let text = self.text(column);
        if is_missing(text) {
            return None;
        }
        let date = Date::parse(text);
        if date.is_none() {
            self.fault(Code::BadDate, column);
        }
        date
    }

    /// A year or a date; `None` if absent or wrong.
    pub fn when(&mut self, column: Column<'_>) -> Option<When> {
        let text = self.text(column);
        if is_missing(text) {
            return None;
        }
        let when = When::parse(text);
        if when.is_none() {
            self.fault(Code::BadWhen, column);
        }
        when
    }

    /// One of a few things, by its id or by other words for it; `None` if it is none of them.
    pub fn choice(&mut self, column: Column<'_>, choices: &[Choice]) -> Option<&'static str> {
        let text = self.text(column).to_lowercase();
        let found = choices.iter().find(|c| c.id == text || c.words.contains(&text.as_str()));
        if found.is_none() {
            let names = |c: &Choice| std::iter::once(c.id).chain(c.words.iter().copied());
            self.bad_choice(column, &choices.iter().flat_map(names).collect::<Vec<_>>());
        }
        found.map(|choice| choice.id)
    }

    /// A number; `None` if absent or wrong.
    pub fn number(&mut self, column: Column<'_>) -> Option<Decimal> {
        let text = self.text(column);
        if is_missing(text) {
            return None;
        }
        let read = number::with_sign(text);
        self.told(read.ok_or_else(|| number::not_a_number(text, Code::BadNumber)), column)
    }

    /// A percentage from 0 to 100, with or without its sign; `None` if absent or wrong.
    pub fn percent(&mut self, column: Column<'_>) -> Option<Decimal> {
        let text = self.text(column);
        if is_missing(text) {
            return None;
        }
        self.told(number::percent(text), column)
    }

    /// A percentage from 0 to 100 that must be there, with or without its sign, and how many digits it
    /// has after the point.
    pub fn required_percent(&mut self, column: Column<'_>) -> Option<(Decimal, u8)> {
        let text = self.required(column)?;
        let bare = text.strip_suffix('%').unwrap_or(text).trim_end();
        let digits = bare.split_once([',', '.']).map_or(0, |(_, digits)| digits.len());
        self.percent(column).zip(u8::try_from(digits).ok())
    }

    /// Yes or no; `None` if absent or wrong.
    pub fn yes_no(&mut self, column: Column<'_>) -> Option<bool> {
        let text = self.text(column);
        match text.to_lowercase().as_str() {
            // A lone minus is «нет» here, as «+» is «да».
            "1" | "да" | "+" | "yes" | "true" | "истина" => Some(true),
            "0" | "нет" | "-" | "–" | "no" | "false" | "ложь" => Some(false),
            _ if is_missing(text) => None,
            _ => {
                self.fault(Code::BadYesNo, column);
                None
            }
        }
    }
}
