//! Lists that schools are put on: where membership comes from, and what the years of a list say of
//! a school.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::Located;
use super::de::Number;
use super::spec::Name;
use crate::model::ids::{ListId, Year};
use crate::model::number::Decimal;
use crate::model::tone::Tone;

/// Where list membership comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListSource {
    /// From the table `list_membership`.
    Given,
    /// By the rule, from results of the year before the list's.
    Computed,
    /// The given list wins; where the rule differs, the method page says so.
    #[default]
    Both,
}

/// Who is put on a list: share at or above `low_share` in at least `min_procedures` procedures of
/// one year (DOMAIN §3; inclusive by ФИОКО's rule).
#[derive(Clone, Copy, Debug)]
pub struct ListRule {
    /// The bound, in percent.
    pub low_share: Decimal,
    /// In how many procedures of one year.
    pub min_procedures: u16,
    /// Two years running in one procedure also lead to the list, if set.
    pub repeat_years: Option<u16>,
    /// Results with fewer participants do not count.
    pub min_participants: u32,
}

/// The rules of the main list, the one with clusters.
#[derive(Clone, Debug)]
pub struct ListRules {
    /// The list the rules are about; `None` if the region has none.
    pub list: Option<ListId>,
    /// Given, computed or both.
    pub source: ListSource,
    /// Who is put on it.
    pub rule: ListRule,
    /// The document that sets the rules: an id of the table `documents`.
    pub document: Option<Located<String>>,
}

/// A list that schools are put on.
#[derive(Clone, Debug)]
pub struct List {
    /// Key.
    pub id: ListId,
    /// Title.
    pub title: String,
    /// Who draws it up, in words.
    pub source: String,
    /// The document that it is approved by: an id of the table `documents`.
    pub document: Option<Located<String>>,
    /// Given, computed or both; of the main list as the rules of low results say.
    pub membership: ListSource,
    /// Who is put on it, if a rule says so; of the main list that of low results.
    pub rule: Option<ListRule>,
}

/// Who decides about the list of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decider {
    /// The rows of `list_membership`: a school without one is off the list.
    File,
    /// The list's rule.
    Rule,
}

impl List {
    /// Who decides about the list of a year, if files name lists of the years `given` and there are
    /// results of the years `tested`; `None` if nothing is known of the list of the year.
    pub fn decider(
        &self,
        year: Year,
        given: &BTreeSet<Year>,
        tested: &BTreeSet<Year>,
    ) -> Option<Decider> {
        let ruled = self.rule.is_some() && tested.contains(&year.previous());
        let filed = self.membership != ListSource::Computed;
        match self.membership {
            _ if filed && given.contains(&year) => Some(Decider::File),
            ListSource::Computed if ruled => Some(Decider::Rule),
            // Before the first given list there was none; after it the rule foretells one.
            ListSource::Both if ruled && given.first().is_none_or(|first| year > *first) => {
                Some(Decider::Rule)
            }
            _ => None,
        }
    }
}

/// What became of a school from one list to a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListChange {
    /// On the later list, on none before it.
    Entered,
    /// On the later list, not on the earlier one, but on one before.
    Returned,
    /// On both.
    Stayed,
    /// On the earlier list alone.
    Left,
    /// On neither.
    Out,
}

impl ListChange {
    /// Every change, those of the later list first.
    pub const ALL: [Self; 5] = [Self::Entered, Self::Returned, Self::Stayed, Self::Left, Self::Out];

    /// The id of the category.
    pub fn id(self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Returned => "returned",
            Self::Stayed => "stayed",
            Self::Left => "left",
            Self::Out => "out",
        }
    }

    /// What its colour means.
    pub fn tone(self) -> Tone {
        match self {
            Self::Entered => Tone::Bad,
            Self::Returned => Tone::Level2,
            Self::Stayed => Tone::Neutral,
            Self::Left => Tone::Good,
            Self::Out => Tone::Level0,
        }
    }
}

/// How long a school has been on a list (DOMAIN §3): впервые, повторно, несколько лет подряд.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListHistory {
    /// On the list, and in no other year of the window.
    First,
    /// On the list and in another year of the window, but not for so many years running.
    Repeated,
    /// On the list for so many years running.
    InARow,
    /// Not on the list.
    Out,
}

impl ListHistory {
    /// Every case, from the shortest.
    pub const ALL: [Self; 4] = [Self::First, Self::Repeated, Self::InARow, Self::Out];

    /// The id of the category.
    pub fn id(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Repeated => "repeated",
            Self::InARow => "in_a_row",
            Self::Out => "out",
        }
    }

    /// What its colour means.
    pub fn tone(self) -> Tone {
        match self {
            Self::First => Tone::Level1,
            Self::Repeated => Tone::Level2,
            Self::InARow => Tone::Level3,
            Self::Out => Tone::Level0,
        }
    }
}

/// A history of three years: впервые, повторно, три года подряд (DOMAIN §3).
pub const HISTORY: u16 = 3;

/// How two lists of one year agree on a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agreement {
    /// On both.
    Both,
    /// On the first alone.
    OnlyFirst,
    /// On the second alone.
    OnlySecond,
    /// On neither.
    Neither,
}

impl Agreement {
    /// On the first, on the second, or not.
    pub fn of(first: bool, second: bool) -> Self {
        match (first, second) {
            (true, true) => Self::Both,
            (true, false) => Self::OnlyFirst,
            (false, true) => Self::OnlySecond,
            (false, false) => Self::Neither,
        }
    }

    /// Every case.
    pub const ALL: [Self; 4] = [Self::Both, Self::OnlyFirst, Self::OnlySecond, Self::Neither];

    /// The id of the category, of lists with these ids.
    pub fn id(self, [first, second]: [&str; 2]) -> String {
        match self {
            Self::Both => "both".to_owned(),
            Self::OnlyFirst => format!("only_{first}"),
            Self::OnlySecond => format!("only_{second}"),
            Self::Neither => "neither".to_owned(),
        }
    }

    /// What its colour means.
    pub fn tone(self) -> Tone {
        match self {
            Self::Both => Tone::Series1,
            Self::OnlyFirst => Tone::Series2,
            Self::OnlySecond => Tone::Series3,
            Self::Neither => Tone::Level0,
        }
    }
}

/// `[[list]]` as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListSpec {
    pub id: Name,
    pub title: String,
    #[serde(default)]
    pub source: String,
    pub document: Option<Name>,
    pub membership: Option<Spanned<ListSource>>,
    pub rule: Option<Spanned<RuleSpec>>,
}

/// The settings of a rule as written; those left out have the defaults of low results.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleSpec {
    pub low_share: Option<Spanned<Number>>,
    pub min_procedures: Option<Spanned<u16>>,
    pub repeat_years: Option<Spanned<u16>>,
    pub min_participants: Option<u32>,
}

/// `[low_results]` as written.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct LowResultsSpec {
    pub list: Option<Name>,
    pub document: Option<Name>,
    pub source: Option<ListSource>,
    pub low_share: Option<Spanned<Number>>,
    pub min_procedures: Option<Spanned<u16>>,
    pub repeat_years: Option<Spanned<u16>>,
    pub min_participants: Option<u32>,
}
