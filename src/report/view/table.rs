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
    /// Path of the CSV file from the site's root, if the table is a declared one.
    pub csv: Option<String>,
    /// Path of the table's own page, if it is not this page.
    pub page: Option<String>,
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
        }
    }
}
