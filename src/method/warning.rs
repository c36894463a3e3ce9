//! Early warning: which schools outside a list are likely to be put on it. A rule is data, like
//! those of lists: `[[warning]]` in `methodology.toml`. Each rule brings two tables of its own: who
//! is flagged now, by municipality, and how well the rule would have foretold past lists.

use serde::Deserialize;
use toml::Spanned;

use super::Located;
use super::de::Number;
use super::spec::Name;
use crate::model::ids::{ListId, TableId};
use crate::model::number::Decimal;

/// A share of at least 20 % is near the list: ФИОКО's rule in the Smolensk analysis of 2023.
pub(super) const SHARE: i32 = 20;
/// In at least two procedures, as for the list itself.
pub(super) const PROCEDURES: u16 = 2;
/// Rises twice running: two are the fewest that are more than one change.
pub(super) const RISES: u16 = 2;

/// An early warning as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WarningRaw {
    pub id: Name,
    pub title: String,
    pub kind: WarningKind,
    pub list: Option<Name>,
    pub share: Option<Spanned<Number>>,
    pub procedures: Option<Spanned<u16>>,
    pub rises: Option<Spanned<u16>>,
    pub min_participants: Option<u32>,
    pub source: Option<String>,
    pub document: Option<Name>,
}

/// What a rule says of a school in a year: disjoint, and one of them of every school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WarningState {
    /// Outside the list, and the rule is met.
    Flagged,
    /// Outside the list, and the rule is not met.
    Quiet,
    /// On the list: nothing to foretell.
    Listed,
    /// The list of the year is not known, or the school has no results that the rule could look at.
    Unknown,
}

impl WarningState {
    /// Every state, in the order of tables.
    pub const ALL: [Self; 4] = [Self::Flagged, Self::Quiet, Self::Listed, Self::Unknown];

    /// The id of the category.
    pub fn id(self) -> &'static str {
        match self {
            Self::Flagged => "flagged",
            Self::Quiet => "quiet",
            Self::Listed => "listed",
            Self::Unknown => "unknown",
        }
    }
}

/// The kinds of rules, as written.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WarningKind {
    Near,
    Worsening,
}

/// Which results of a school outside the list raise the alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningRule {
    /// In at least `procedures` procedures of the year before the list's the share of failing is at
    /// least `share`.
    Near {
        /// The bound in percent; it belongs to those that are near.
        share: Decimal,
        /// In how many procedures.
        procedures: u16,
    },
    /// In at least `procedures` procedures the share rose `rises` times running, the last time in
    /// the year before the list's. Years that cannot be compared break the run.
    Worsening {
        /// In how many procedures.
        procedures: u16,
        /// How many times running.
        rises: u16,
    },
}

impl WarningRule {
    /// True if the bounds are those that a rule of its kind has by default.
    pub fn is_default(self) -> bool {
        match self {
            Self::Near { share, procedures } => {
                (share, procedures) == (Decimal::from_int(SHARE), PROCEDURES)
            }
            Self::Worsening { procedures, rises } => (procedures, rises) == (PROCEDURES, RISES),
        }
    }

    /// In how many procedures the rule must be met.
    pub fn procedures(self) -> u16 {
        match self {
            Self::Near { procedures, .. } | Self::Worsening { procedures, .. } => procedures,
        }
    }
}

/// The tables that a warning brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WarningTables {
    /// How many schools are flagged now, by municipality.
    pub municipalities: TableId,
    /// The flagged schools with the reasons.
    pub schools: TableId,
    /// How well the rule would have foretold past lists.
    pub test: TableId,
}

impl WarningTables {
    /// The tables of a warning, by its id.
    pub(super) fn of(warning: &str) -> Self {
        Self {
            municipalities: TableId::new(format!("warning_{warning}")),
            schools: TableId::new(format!("warning_{warning}_schools")),
            test: TableId::new(format!("warning_{warning}_test")),
        }
    }
}

/// An early warning about schools outside a list.
#[derive(Clone, Debug)]
pub struct Warning {
    /// Key.
    pub id: Located<String>,
    /// Title.
    pub title: String,
    /// The list that it foretells.
    pub list: ListId,
    /// The rule.
    pub rule: WarningRule,
    /// Results with fewer participants do not count.
    pub min_participants: u32,
    /// Whose rule it is, in words.
    pub source: Option<String>,
    /// The document that sets it: an id of the table `documents`.
    pub document: Option<Located<String>>,
    /// The ids of its tables, which share the space of declared ones.
    pub tables: WarningTables,
}
