//! Declared attributes and conditions over them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Located;
use crate::model::dataset::DataTable;
use crate::model::ids::Year;
use crate::model::number::Decimal;
use crate::model::tone::Tone;

/// A column of a table, with the values of its other key columns.
#[derive(Clone, Debug)]
pub struct FieldRef {
    /// The table.
    pub table: Located<String>,
    /// The column.
    pub column: Located<String>,
    /// Key columns and the value each must have, so that a school has one row.
    pub at: BTreeMap<String, String>,
}

impl FieldRef {
    /// True if a row of its table has the stated values in the other key columns.
    pub fn fits(&self, table: &DataTable, row: usize) -> bool {
        self.at.iter().all(|(key, wanted)| {
            let column = table.column(key);
            column.is_some_and(|c| table.value(row, c).key().as_deref() == Some(wanted))
        })
    }
}

/// A category of an attribute, as declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Category {
    /// The value in the data.
    pub id: String,
    /// Title.
    pub title: String,
    /// What its colour means, if stated.
    pub tone: Option<Tone>,
}

/// The side of a distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The lowest values.
    #[default]
    Lower,
    /// The highest values.
    Upper,
}

/// What an attribute must be for a unit to count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// One of these categories.
    AnyOf(Vec<String>),
    /// Any category or number: the value is there.
    Present,
    /// A number between bounds; an absent bound does not bind.
    Range {
        /// At least.
        at_least: Option<Decimal>,
        /// More than.
        above: Option<Decimal>,
        /// At most.
        at_most: Option<Decimal>,
        /// Less than.
        below: Option<Decimal>,
    },
}

/// Attributes and what each must be; all of them at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions(pub Vec<(Located<String>, Test)>);

/// A category with the conditions that make it.
#[derive(Clone, Debug)]
pub struct Case {
    /// Key, title and tone.
    pub category: Category,
    /// The conditions.
    pub conditions: Conditions,
}

/// What an attribute is made from.
#[derive(Clone, Debug)]
pub enum AttributeKind {
    /// The value of a column, as a category.
    Field {
        /// Which column.
        field: FieldRef,
        /// A catalogue table with titles of the values: table, column of titles, column of order.
        titles_from: Option<(Located<String>, String, Option<String>)>,
    },
    /// The value of a column, as a number.
    Number {
        /// Which column.
        field: FieldRef,
    },
    /// Intervals of a number.
    Bins {
        /// Which column.
        field: FieldRef,
        /// Intervals in order.
        bins: Vec<(Category, Test)>,
    },
    /// Among the lowest or highest part of another, numeric attribute: yes or no.
    Quantile {
        /// The numeric attribute.
        of: Located<String>,
        /// How large a part, between 0 and 1.
        quantile: Decimal,
        /// Lowest or highest.
        side: Side,
        /// Whether equal values on both sides of its end belong to it, or none of them.
        include_ties: bool,
    },
    /// The first case whose conditions hold.
    Cases {
        /// In order.
        cases: Vec<Case>,
    },
    /// Membership in at least one of the groups: yes or no.
    Group {
        /// Group ids.
        groups: Vec<Located<String>>,
    },
    /// All declared groups as categories that may overlap.
    Groups,
    /// Membership in a list of a year: yes or no. Without a year, of each year of the table.
    List {
        /// List id.
        list: Located<String>,
        /// The list's year.
        year: Option<Year>,
        /// Without a year: how many years after the year of the table.
        shift: i16,
    },
    /// What became of a school from one list to a later one. Without years, from the known list
    /// before each year of the table to that of the year.
    ListChange {
        /// List id.
        list: Located<String>,
        /// Years of the earlier and the later list.
        years: Option<(Year, Year)>,
    },
    /// How many years a school was on a list, up to a year: a number.
    ListYears {
        /// List id.
        list: Located<String>,
        /// The last year that counts. Without it, each year of the table.
        year: Option<Year>,
        /// How many years count, the last among them. Without it, all that are known.
        window: Option<u16>,
        /// Only the years without a break up to the last.
        in_a_row: bool,
    },
    /// How long a school has been on a list: for the first time, again, for years running.
    ListHistory {
        /// List id.
        list: Located<String>,
        /// The list's year. Without it, each year of the table.
        year: Option<Year>,
        /// How many years count as «again», the year itself among them.
        window: u16,
        /// How many years running are a case of their own.
        in_a_row: u16,
    },
    /// How two lists of a year agree. Without a year, of each year of the table.
    ListAgreement {
        /// List ids, different.
        lists: [Located<String>; 2],
        /// The year of both lists.
        year: Option<Year>,
    },
    /// How the file of a list and its rule agree, in years that have both. Not declared but implied.
    ListRule {
        /// List id.
        list: Located<String>,
        /// The year of the list. Without it, each year of the table.
        year: Option<Year>,
    },
    /// The cluster in the list of a year.
    Cluster {
        /// The list's year.
        year: Year,
    },
    /// The move between clusters from one list to another.
    Transition {
        /// Year of the earlier list.
        from: Year,
        /// Year of the later list.
        to: Year,
    },
    /// The type of change of a procedure between two tested years.
    Dynamics {
        /// The earlier year.
        from: Year,
        /// The later year.
        to: Year,
    },
    /// Whether a procedure of a year had participants in the school: yes or no.
    Held,
    /// Whether a table has a row of the school that fits: yes or no.
    AnyRow {
        /// The table.
        table: Located<String>,
        /// Columns and the values that fit.
        columns: BTreeMap<String, Vec<String>>,
        /// The last year of the column `year` that counts.
        until: Option<Year>,
    },
    /// What an early warning says of a school and the list of a year. Without a year, of each year
    /// of the table.
    Warning {
        /// The warning's id.
        warning: Located<String>,
        /// The list's year.
        year: Option<Year>,
        /// As what.
        answer: WarningAnswer,
    },
    /// The answer to a question of the survey, 1 to 5, titled by `survey_questions`.
    Answer {
        /// Question id.
        question: Located<String>,
    },
    /// The school's variant of support; none or several of them are categories as well.
    Variant {
        /// Id of the system of variants.
        support: Located<String>,
    },
    /// The state of a row of `roadmap` on the report's date.
    RoadmapState,
    /// Whether the target of a row of `targets` was reached.
    TargetState,
    /// Which target indicator a row of `targets` is about: the same words are the same target.
    Target,
}

/// How an attribute tells what an early warning says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningAnswer {
    /// Yes or no, of schools outside the list that can be judged.
    YesNo,
    /// One of [`super::WarningState::ALL`], of every school.
    State,
    /// As the state, but only of schools with results that the rule could look at, those on the
    /// list too: whom past lists can be compared by.
    Test,
}

/// A declared attribute.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Key. One with a colon is implied by another declaration and cannot be written.
    pub id: Located<String>,
    /// Title.
    pub title: String,
    /// Title for narrow places.
    pub short: String,
    /// Unit of a number («%», «баллов»), printed after it.
    pub unit: Option<String>,
    /// What it is made from.
    pub kind: AttributeKind,
    /// Declared categories in order; empty if the data or the kind names them.
    pub values: Vec<Category>,
}

impl Attribute {
    /// True if another declaration implies it: no page lists it among the declared ones.
    pub fn is_implied(&self) -> bool {
        self.id.value.contains(':')
    }
}
