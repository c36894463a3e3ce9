//! Kinds of columns and typed values of tables.

use serde::Deserialize;

use super::date::Date;
use super::ids::Year;
use super::number::Decimal;

/// What the values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// Words, kept as written.
    Text,
    /// A number, whole or decimal.
    Number,
    /// Yes or no: 1/0, да/нет, +/–, yes/no.
    YesNo,
    /// A year of four digits.
    Year,
    /// A day, as [`Date::parse`] reads it.
    Date,
    /// The id of a school of the region.
    School,
}

/// A typed value of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    /// The cell is empty or says so («н/д», «—»).
    Missing,
    /// Words.
    Text(Box<str>),
    /// A number.
    Number(Decimal),
    /// Yes or no.
    YesNo(bool),
    /// A year.
    Year(Year),
    /// A day.
    Date(Date),
}

impl Datum {
    /// The value as a key or a category id: `yes`/`no`, `2022`, `0.5`,
    /// `2023-03-15`, the words themselves.
    pub fn key(&self) -> Option<String> {
        match self {
            Self::Missing => None,
            Self::Text(text) => Some(text.to_string()),
            Self::Number(number) => Some(number.to_fixed().to_string()),
            Self::YesNo(value) => Some(if *value { "yes" } else { "no" }.to_owned()),
            Self::Year(year) => Some(year.to_string()),
            Self::Date(date) => Some(date.to_string()),
        }
    }

    /// The value as a number; years and yes/no count too.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Year(year) => Some(Decimal::from_int(year.0.into())),
            Self::YesNo(value) => Some(Decimal::from_int((*value).into())),
            Self::Missing | Self::Text(_) | Self::Date(_) => None,
        }
    }

    /// The value as words; `None` if it is of another kind.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The value as a day; `None` if it is of another kind.
    pub fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }
}

/// What the methodology declares about the data, for the readers to check against.
#[derive(Clone, Debug, Default)]
pub struct Declarations {
    /// The year of the list that the report is about: what is closed before it is not of today.
    pub today: Option<Year>,
    /// Procedure ids in the methodology's order; a [`super::ids::ProcedureIx`] points here.
    pub procedures: Vec<String>,
    /// Group ids.
    pub groups: Vec<String>,
    /// List ids.
    pub lists: Vec<String>,
    /// Cluster ids, mildest first, without the one outside the list.
    pub clusters: Vec<String>,
    /// The id of the category of schools outside the list.
    pub outside: String,
    /// What a measure may belong to, by each name it may be called by: ids of tracks, groups and
    /// variants of support, and numbers of tracks.
    pub owners: std::collections::BTreeMap<String, String>,
    /// Documents that rules and tables rest on, with the places that name them.
    pub documents: Vec<(String, crate::diag::Place)>,
    /// Titles of procedures, groups, lists and clusters: the column they may stand in, the title, the id.
    pub titles: Vec<(String, String, String)>,
    /// Kinds of columns of attribute tables: table, column, kind.
    pub columns: std::collections::BTreeMap<String, std::collections::BTreeMap<String, FieldKind>>,
}
