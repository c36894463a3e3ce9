//! Tables as shown.

use serde::Serialize;

use super::{Label, Link, Mark};

/// A table, whether tabulated from attributes or a listing of schools.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    /// Stable id, for example `deficits`; the anchor of the table.
    pub id: String,
    /// «Таблица 1», once the table stands on its page.
    pub number: Option<String>,
    /// What the table shows.
    pub caption: String,
    /// The base in a sentence («База: 42 школы группы…»).
    pub base: Option<String>,
    /// The heading of the column of row titles.
    pub corner: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, summary and total rows last in their place.
    pub rows: Vec<Row>,
    /// Footnotes, in order.
    pub notes: Vec<String>,
    /// Signs of missing values that occur in the table: sign and meaning.
    pub legend: Vec<(String, String)>,
    /// The document that the table rests on.
    pub basis: Option<Link>,
    /// What stands before the ids of rows in their anchors; without it rows have none.
    pub anchors: Option<&'static str>,
    /// The files and sheets the figures come from.
    pub sources: Vec<String>,
    /// Its files, if the table is a declared one.
    pub files: Option<TableFiles>,
    /// Path of the table's own page, if it is not this page.
    pub page: Option<String>,
}

/// The files of a declared table, by path from the site's root.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TableFiles {
    /// The CSV of the output contract, for programs.
    pub csv: String,
    /// The same cells in words, as the Excel of the site's language opens them.
    pub excel_csv: String,
    /// The workbook.
    pub xlsx: String,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Stable id.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The heading over several neighbouring columns, if any.
    pub spanner: Option<String>,
    /// True if cells are numbers and aligned as such.
    pub numeric: bool,
    /// True if readers choose rows by what the cells say: a few categories that many rows share.
    pub choice: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Stable id.
    pub id: String,
    /// The heading of the row.
    pub title: Label,
    /// Whether the row is one of many, or made from others.
    pub role: RowRole,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowRole {
    /// One of many.
    Body,
    /// A heading over the rows that follow; its cells are said under its title, across the table.
    Group,
    /// Made from other rows («показывают положительный результат»).
    Summary,
    /// All of them.
    Total,
}

/// A cell as shown.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// What is printed: «38 %», «14», «—».
    pub text: String,
    /// What is printed under or after it, smaller: «9 из 24».
    pub detail: Option<String>,
    /// A sign before the text.
    pub mark: Option<Mark>,
    /// Path from the site's root.
    pub link: Option<String>,
    /// The value to sort by and to draw a bar from, 0 to 100 for shares.
    pub value: Option<f64>,
    /// True if a bar of `value` percent is drawn in the cell.
    pub bar: bool,
    /// A line across the bar, in percent: the value that was wanted.
    pub tick: Option<f64>,
    /// How many rows it stands over; 0 if the cell above it, of the same words, stands over this
    /// row too.
    pub rows: usize,
    /// Why there is no value: the sign's meaning.
    pub missing: Option<String>,
    /// The integer count, if the cell has one.
    pub count: Option<u32>,
    /// The integer base, if the cell has one.
    pub base: Option<u32>,
    /// The percentage or mean for programs, with a decimal point: `54.55`.
    pub figure: Option<String>,
    /// What the figure is in: `%`, `п. п.`, `балла`; nothing for a bare number.
    pub unit: Option<String>,
    /// Which of its numbers the words say.
    pub says: Says,
}

/// Which of its numbers a cell says in its words: a spreadsheet shows these and no others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Says {
    /// The count.
    pub count: bool,
    /// The base.
    pub base: bool,
    /// The figure.
    pub figure: bool,
}

impl Says {
    /// «14».
    pub const COUNT: Self = Self { count: true, base: false, figure: false };
    /// «54 %».
    pub const FIGURE: Self = Self { count: false, base: false, figure: true };
    /// «14 (54 %)».
    pub const COUNT_AND_FIGURE: Self = Self { count: true, base: false, figure: true };
    /// «2 из 8».
    pub const COUNT_OF_BASE: Self = Self { count: true, base: true, figure: false };
    /// «35,7 % от 10»: the count is not known for certain.
    pub const FIGURE_OF_BASE: Self = Self { count: false, base: true, figure: true };
    /// «38 % (9 из 24)».
    pub const ALL: Self = Self { count: true, base: true, figure: true };

    /// True if the cell says no number that a spreadsheet could reckon with.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }

    /// What either of two cells says.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            count: self.count || other.count,
            base: self.base || other.base,
            figure: self.figure || other.figure,
        }
    }
}

impl Cell {
    /// A cell of words.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            detail: None,
            mark: None,
            link: None,
            value: None,
            bar: false,
            tick: None,
            rows: 1,
            missing: None,
            count: None,
            base: None,
            figure: None,
            unit: None,
            says: Says::default(),
        }
    }

    /// A count as printed in `text`.
    pub fn count(n: u32, text: impl Into<String>) -> Self {
        Self { value: Some(n.into()), count: Some(n), says: Says::COUNT, ..Self::text(text) }
    }
}
