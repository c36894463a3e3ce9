//! Typed cells of a row, by column name. A cell that is wrong is reported and read as absent.

use crate::diag::{Code, Diagnostic, Diagnostics, Place, unknown};
use crate::model::date::Date;
use crate::model::ids::{Year, is_valid_id};
use crate::model::life::When;
use crate::model::number::Decimal;
use crate::model::schema::Choice;

use super::fold::same;
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

/// A number without the spaces between its groups of three digits: «1 234» is `1234`; `None` if it
/// has none, or has others.
fn grouped(text: &str) -> Option<String> {
    let (whole, rest) = match text.find([',', '.']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let mut groups = whole.split([' ', '\u{A0}', '\u{202F}']);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    let mut joined = first.to_owned();
    for group in groups {
        joined.push_str(Some(group).filter(|group| group.len() == 3)?);
    }
    (joined.len() > first.len()).then(|| joined + rest)
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
            let fault = Diagnostic::new(Code::BadId).at(self.place(column));
            self.faults.push(fault.with("value", text));
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
        if found.is_none() {
            let known = if self.faults.len() < ADVISED { known() } else { Vec::new() };
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
        let count = text.parse().ok().or_else(|| grouped(text)?.parse().ok());
        if count.is_none() {
            self.fault(Code::BadCount, column);
        }
        count
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
        let number = Decimal::parse(text).or_else(|| {
            let bare = text.strip_suffix('%').unwrap_or(text).trim_end();
            Decimal::parse(bare).or_else(|| Decimal::parse(&grouped(bare)?))
        });
        if number.is_none() {
            self.fault(Code::BadNumber, column);
        }
        number
    }

    /// A percentage from 0 to 100 that must be there, with or without its sign, and how many digits it
    /// has after the point.
    pub fn required_percent(&mut self, column: Column<'_>) -> Option<(Decimal, u8)> {
        let text = self.required(column)?;
        if is_missing(text) {
            return None;
        }
        let bare = text.strip_suffix('%').unwrap_or(text).trim_end();
        let digits = bare.split_once([',', '.']).map_or(0, |(_, digits)| digits.len());
        let whole = Decimal::ZERO..=Decimal::from_int(100);
        let percent = Decimal::parse(bare).filter(|percent| whole.contains(percent));
        if percent.is_none() {
            self.fault(Code::BadPercent, column);
        }
        percent.zip(u8::try_from(digits).ok())
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
