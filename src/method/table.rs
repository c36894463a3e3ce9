//! Declared tables: rows × columns of conditions, a measure, a base.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Located;
use super::attribute::Conditions;
use crate::model::ids::Year;
use crate::model::tabulation::{HeadingRole, Show};
use crate::model::tone::Tone;

/// What a table counts.
#[derive(Clone, Debug)]
pub enum Over {
    /// Schools, or schools × procedures, or × years.
    Schools {
        /// Procedures counted with each school, if any.
        procedures: Option<Vec<Located<String>>>,
        /// Years counted with each school, if any.
        years: Option<Vec<Year>>,
    },
    /// Rows of a table.
    Rows(Located<String>),
}

/// What a percentage is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// All units of the row.
    #[default]
    Row,
    /// All units of the column.
    Column,
    /// All units of the table.
    All,
    /// All units of the cell; `count` says which of them are counted.
    Cell,
}

/// What a cell says of its units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Measure {
    /// How many there are, and their share of the base.
    #[default]
    Count,
    /// Failing of all to participants of all, pooled over their results: a share weighted by
    /// participants. The year is the unit's own, or this one.
    FailingShare(Option<Year>),
}

/// A row, a column, or an attribute that expands to several.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Where it was declared.
    pub place: crate::diag::Place,
    /// What it is.
    pub kind: EntryKind,
    /// How its cells are printed, if not as the table says.
    pub show: Option<Show>,
    /// What its colour means, if stated.
    pub tone: Option<Tone>,
    /// A footnote.
    pub note: Option<String>,
    /// Whether it is made from others.
    pub role: HeadingRole,
    /// True if it is left out where nothing is counted in it.
    pub optional: bool,
}

impl Entry {
    /// The id that the entry states; those of an attribute are its categories.
    pub fn id(&self) -> Option<&str> {
        match &self.kind {
            EntryKind::Where { id, .. }
            | EntryKind::Sum { id, .. }
            | EntryKind::Difference { id, .. }
            | EntryKind::By { id, .. } => Some(id),
            EntryKind::Attribute { .. } => None,
        }
    }

    /// Keys of the other entries that it is made from.
    pub fn parts(&self) -> &[Located<String>] {
        match &self.kind {
            EntryKind::Sum { of, .. } => of,
            EntryKind::Difference { of, .. } => of,
            EntryKind::Attribute { .. } | EntryKind::Where { .. } | EntryKind::By { .. } => &[],
        }
    }
}

/// What an [`Entry`] is.
#[derive(Clone, Debug)]
pub enum EntryKind {
    /// One row or column for each category of an attribute.
    Attribute {
        /// The attribute.
        attribute: Located<String>,
        /// Only these categories, in this order; all if empty.
        only: Vec<Located<String>>,
    },
    /// Units that meet conditions.
    Where {
        /// Key.
        id: String,
        /// Title.
        title: String,
        /// The conditions; none means all units.
        conditions: Conditions,
        /// What the percentage is of, if not as the table says.
        base: Option<Conditions>,
        /// The numeric attribute whose mean the row shows.
        mean: Option<Located<String>>,
    },
    /// Units of several other, disjoint entries.
    Sum {
        /// Key.
        id: String,
        /// Title.
        title: String,
        /// Keys of the entries.
        of: Vec<Located<String>>,
    },
    /// The share of one other entry less that of another, in percentage points. Behind it stand
    /// the units of both.
    Difference {
        /// Key.
        id: String,
        /// Title.
        title: String,
        /// Keys of the two entries.
        of: [Located<String>; 2],
    },
    /// Units that meet another condition in each column; a column left out has no value.
    By {
        /// Key.
        id: String,
        /// Title.
        title: String,
        /// Column ids and conditions.
        columns: BTreeMap<String, Conditions>,
    },
}

/// The chart beside a table.
#[derive(Clone, Debug)]
pub struct FigureSpec {
    /// What kind.
    pub kind: FigureKind,
    /// Which headings are its bars or series.
    pub by: FigureBy,
    /// The column that a chart of one measure shows.
    pub column: Option<Located<String>>,
    /// Its title, if not the table's.
    pub title: Option<String>,
}

/// The kinds of charts a table can be shown as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// Horizontal bars of one column.
    Bars,
    /// Bars divided into the body categories.
    Stacked,
    /// Groups of vertical bars.
    Grouped,
    /// A line for each row over the columns.
    Trend,
    /// A mark for each column on a common scale, row by row.
    Dots,
}

/// Which headings of a table are the series of its chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureBy {
    /// Rows are series (or bars, if stacked).
    #[default]
    Rows,
    /// Columns are series (or bars, if stacked).
    Columns,
}

/// Who asks for a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The methodology declares it.
    Declared,
    /// A text declares it where it stands.
    Text,
    /// Another declaration, or what the data holds, implies it. It is left out where it is about no
    /// unit, or has none in the column that it is essentially about.
    Implied {
        /// Id of that column, if there is one.
        essential: Option<&'static str>,
    },
}

/// The data table that a table of this id may follow from: without the data nobody can tell whether
/// there is one.
pub fn implied_by(id: &str) -> Option<&'static str> {
    let of_group = id.starts_with("group_") && id.ends_with("_risks");
    match id.split_once('_') {
        None if id == "lists" => Some("list_membership"),
        // Variants of support are for schools of a list.
        Some(("list" | "support" | "variant", _)) => Some("list_membership"),
        Some(("risk", _)) => Some("risks"),
        Some(("roadmap", _)) => Some("roadmap"),
        Some(("targets", _)) => Some("targets"),
        _ => of_group.then_some("risks"),
    }
}

/// A declared table.
#[derive(Clone, Debug)]
pub struct TableSpec {
    /// Key.
    pub id: Located<String>,
    /// Title.
    pub title: String,
    /// Heading of the row titles.
    pub corner: String,
    /// What is counted.
    pub over: Over,
    /// Which units the table is about.
    pub conditions: Conditions,
    /// Rows.
    pub rows: Vec<Entry>,
    /// Columns.
    pub columns: Vec<Entry>,
    /// What cells say.
    pub measure: Measure,
    /// Which units of a cell are counted, if not all.
    pub count: Conditions,
    /// What percentages are of.
    pub base: Base,
    /// The base in words.
    pub base_note: Option<String>,
    /// Digits after the decimal mark, if not the methodology's.
    pub decimals: Option<u8>,
    /// How cells are printed.
    pub show: Show,
    /// Rows that count nothing are left out.
    pub drop_empty_rows: bool,
    /// Columns without any value are left out.
    pub drop_empty_columns: bool,
    /// Body columns that count nothing in any row are left out.
    pub drop_zero_columns: bool,
    /// Footnotes.
    pub notes: Vec<String>,
    /// The chart beside it.
    pub figure: Option<FigureSpec>,
    /// The document that it rests on: an id of the table `documents`.
    pub document: Option<Located<String>>,
    /// Who asks for it.
    pub origin: Origin,
}

impl TableSpec {
    /// A table that counts units and has no rows or columns yet, to be filled by struct update.
    pub fn blank(id: Located<String>, title: String, over: Over, origin: Origin) -> Self {
        Self {
            id,
            title,
            corner: String::new(),
            over,
            conditions: Conditions::default(),
            rows: Vec::new(),
            columns: Vec::new(),
            measure: Measure::Count,
            count: Conditions::default(),
            base: Base::Row,
            base_note: None,
            decimals: None,
            show: Show::Both,
            drop_empty_rows: false,
            drop_empty_columns: false,
            drop_zero_columns: false,
            notes: Vec::new(),
            figure: None,
            document: None,
            origin,
        }
    }
}
