//! Tabulated tables: what the engine computes and an edition publishes.

use super::ids::{AttributeId, CategoryId, ProcedureIx, SchoolIx, TableId, Year};
use super::number::{Decimal, Fixed, Mean, Rounding, Share};
use super::tone::Tone;
use crate::diag::SourceId;

/// Why a value is absent. Never zero, never an empty string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// The procedure was not held («х»).
    NotHeld,
    /// Nobody took part in the school («—»).
    NoParticipants,
    /// The data does not say, or nothing was computed («—»).
    NotAvailable,
    /// The two years cannot be compared.
    NotComparable,
    /// The base is too small for its percentage to be compared («—»).
    TooFew,
    /// An edition withholds it («•»).
    Suppressed,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellValue {
    /// Counted units of a base.
    Share(Share),
    /// Failing of participants, pooled over the results of the units.
    Pooled(Share),
    /// The mean of a number over the members.
    Mean(Mean),
    /// One share less another, in percentage points.
    Difference(Share, Share),
    /// Nothing, with the reason.
    Missing(Missing),
}

/// One thing that was counted: a school, a school and procedure, a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unit {
    /// The school.
    pub school: SchoolIx,
    /// The procedure, where schools and procedures are counted.
    pub procedure: Option<ProcedureIx>,
    /// The year, where years are counted.
    pub year: Option<Year>,
    /// The row of the table whose rows are counted.
    pub row: Option<u32>,
}

impl Unit {
    /// A school as such.
    pub fn of_school(school: SchoolIx) -> Self {
        Self { school, procedure: None, year: None, row: None }
    }
}

/// A cell and the units behind it, ordered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TabCell {
    /// What it holds.
    pub value: CellValue,
    /// The counted units; for a mean, those that had a value.
    pub members: Vec<Unit>,
}

/// A row or a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Key, unique among rows or columns.
    pub id: CategoryId,
    /// Title.
    pub title: String,
    /// What its colour means in charts.
    pub tone: Tone,
    /// Whether it is made from others.
    pub role: HeadingRole,
    /// How its cells are printed, if not as the table says.
    pub show: Option<Show>,
    /// A footnote.
    pub note: Option<String>,
    /// The attribute whose mean its cells show.
    pub mean: Option<AttributeId>,
}

/// What a row or column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum HeadingRole {
    /// A category.
    #[default]
    Body,
    /// Made from other categories.
    Summary,
    /// All of them.
    Total,
}

/// How a cell is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Show {
    /// «14 (54 %)».
    #[default]
    Both,
    /// «54 %».
    Percent,
    /// «14».
    Count,
}

/// A table: rows × columns of cells.
#[derive(Clone, Debug)]
pub struct Tabulation {
    /// Key.
    pub id: TableId,
    /// What it shows.
    pub title: String,
    /// Heading of the row titles.
    pub corner: String,
    /// What is counted and what the percentages are of, in a sentence of the methodology.
    pub base_note: Option<String>,
    /// Rows.
    pub rows: Vec<Heading>,
    /// Columns.
    pub columns: Vec<Heading>,
    /// Cells, row by row.
    pub cells: Vec<TabCell>,
    /// True if body rows are names to be put into alphabetical order for show.
    pub alphabetical: bool,
    /// How many units the table is about, before rows and columns divide them.
    pub units: u32,
    /// How many schools these units are of.
    pub schools: u32,
    /// True if percentages are of all units, not of a row, a column or a cell.
    pub of_all: bool,
    /// Digits after the decimal mark of percentages.
    pub decimals: u8,
    /// How figures are rounded.
    pub rounding: Rounding,
    /// How cells are printed.
    pub show: Show,
    /// Footnotes.
    pub notes: Vec<String>,
    /// The sources that its attributes were read from.
    pub sources: Vec<SourceId>,
}

impl Tabulation {
    /// A cell by the indices of row and column, which must be inside the table.
    pub fn cell(&self, row: usize, column: usize) -> &TabCell {
        &self.cells[row * self.columns.len() + column]
    }

    /// A cell by the ids of row and column.
    pub fn find(&self, row: &str, column: &str) -> Option<&TabCell> {
        let row = self.rows.iter().position(|h| h.id.as_str() == row)?;
        let column = self.columns.iter().position(|h| h.id.as_str() == column)?;
        Some(self.cell(row, column))
    }

    /// How a cell is printed: the row's word, then the column's, then the table's.
    pub fn show_of(&self, row: usize, column: usize) -> Show {
        self.rows[row].show.or(self.columns[column].show).unwrap_or(self.show)
    }

    /// The figure of a cell as printed: a percentage, a mean, or percentage points.
    pub fn figure(&self, cell: &TabCell) -> Option<Fixed> {
        self.figure_to(cell, self.decimals)
    }

    /// The figure of a cell with so many digits after the decimal mark.
    pub fn figure_to(&self, cell: &TabCell, decimals: u8) -> Option<Fixed> {
        match cell.value {
            CellValue::Share(share) | CellValue::Pooled(share) => {
                Some(share.percent(decimals, self.rounding))
            }
            CellValue::Mean(mean) => Some(mean.rounded(decimals, self.rounding)),
            CellValue::Difference(share, other) => {
                Some(share.change_from(other, decimals, self.rounding))
            }
            CellValue::Missing(_) => None,
        }
    }
}

/// A category of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryInfo {
    /// Key.
    pub id: String,
    /// Title.
    pub title: String,
    /// What its colour means.
    pub tone: Tone,
}

/// The value of an attribute for a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributeValue<'a> {
    /// A category.
    Category(&'a CategoryInfo),
    /// A number.
    Number(Decimal),
    /// Nothing, with the reason.
    Missing(Missing),
}

/// A listing: schools that meet conditions, in the order of the registry.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Key.
    pub id: TableId,
    /// What it shows.
    pub title: String,
    /// The schools.
    pub schools: Vec<SchoolIx>,
    /// Ids of the attributes shown of each.
    pub attributes: Vec<String>,
    /// Footnotes.
    pub notes: Vec<String>,
    /// The sources that its attributes were read from.
    pub sources: Vec<SourceId>,
}
