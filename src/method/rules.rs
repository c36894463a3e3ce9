//! Rules of clusters and dynamics.

use std::cmp::Ordering;

use serde::Deserialize;

use super::Located;
use crate::model::number::{Decimal, Share};
use crate::model::tone::Tone;

/// Which share of a school-year decides its cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClusterStatistic {
    /// The k-th largest share among the procedures of the year.
    #[default]
    KthHighest,
    /// The largest share.
    Max,
    /// The unweighted mean of the shares.
    Mean,
    /// Failing of all procedures to participants of all procedures.
    Pooled,
}

/// A cluster of non-mastery (кластер неосвоения).
#[derive(Clone, Debug)]
pub struct Cluster {
    /// Key.
    pub id: String,
    /// Title.
    pub title: String,
    /// Lower bound in percent.
    pub from: Decimal,
    /// Whether the lower bound belongs to the cluster.
    pub from_inclusive: bool,
    /// Upper bound in percent.
    pub to: Decimal,
    /// Whether the upper bound belongs to the cluster.
    pub to_inclusive: bool,
    /// What its colour means.
    pub tone: Tone,
}

impl Cluster {
    /// True if a share, compared with a bound by `cmp`, lies in the cluster.
    pub fn holds(&self, cmp: impl Fn(Decimal) -> Ordering) -> bool {
        let above = match cmp(self.from) {
            Ordering::Greater => true,
            Ordering::Equal => self.from_inclusive,
            Ordering::Less => false,
        };
        let below = match cmp(self.to) {
            Ordering::Less => true,
            Ordering::Equal => self.to_inclusive,
            Ordering::Greater => false,
        };
        above && below
    }
}

/// Clusters and what decides them.
#[derive(Clone, Debug)]
pub struct ClusterRules {
    /// The deciding statistic.
    pub statistic: ClusterStatistic,
    /// The k of [`ClusterStatistic::KthHighest`].
    pub k: u16,
    /// Id of the category of schools outside the list.
    pub outside_id: String,
    /// Its title.
    pub outside_title: String,
    /// The clusters, mildest first, without gaps or overlaps.
    pub clusters: Vec<Cluster>,
    /// The document that it rests on: an id of the table `documents`.
    pub document: Option<Located<String>>,
}

/// Types of change between two years in one procedure (DOMAIN §4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DynamicsKind {
    /// The share of failing fell.
    Positive,
    /// Nobody failed in either year.
    Zero,
    /// The share rose.
    Negative,
    /// The share is the same and not zero.
    Neutral,
    /// No participants in one of the years, or the years cannot be compared.
    NoParticipants,
}

impl DynamicsKind {
    /// Every type, in the order of the published tables.
    pub const ALL: [Self; 5] =
        [Self::Positive, Self::Zero, Self::Negative, Self::Neutral, Self::NoParticipants];

    /// The id of the category.
    pub fn id(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Zero => "zero",
            Self::Negative => "negative",
            Self::Neutral => "neutral",
            Self::NoParticipants => "no_participants",
        }
    }

    /// What its colour means.
    pub fn tone(self) -> Tone {
        match self {
            Self::Positive => Tone::Good,
            Self::Zero => Tone::GoodSoft,
            Self::Negative => Tone::Bad,
            Self::Neutral => Tone::Neutral,
            Self::NoParticipants => Tone::Empty,
        }
    }
}

/// Moves between clusters from one list to another (DOMAIN §4): down or out is for the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TransitionKind {
    /// To a milder cluster, still on the list.
    Raised,
    /// Off the list.
    Left,
    /// The same cluster.
    Unchanged,
    /// To a more severe cluster.
    Lowered,
    /// On to the list.
    Entered,
    /// On neither list.
    StayedOut,
}

impl TransitionKind {
    /// Every move, from better to worse, then those off both lists.
    pub const ALL: [Self; 6] =
        [Self::Raised, Self::Left, Self::Unchanged, Self::Lowered, Self::Entered, Self::StayedOut];

    /// The id of the category.
    pub fn id(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Left => "left",
            Self::Unchanged => "unchanged",
            Self::Lowered => "lowered",
            Self::Entered => "entered",
            Self::StayedOut => "stayed_out",
        }
    }

    /// What its colour means.
    pub fn tone(self) -> Tone {
        match self {
            Self::Raised => Tone::GoodSoft,
            Self::Left => Tone::Good,
            Self::Unchanged => Tone::Neutral,
            Self::Lowered | Self::Entered => Tone::Bad,
            Self::StayedOut => Tone::Level0,
        }
    }

    /// The move between two severities; 0 is off the list.
    pub fn between(earlier: u16, later: u16) -> Self {
        match (earlier, later) {
            (0, 0) => Self::StayedOut,
            (0, _) => Self::Entered,
            (_, 0) => Self::Left,
            _ => match later.cmp(&earlier) {
                Ordering::Less => Self::Raised,
                Ordering::Equal => Self::Unchanged,
                Ordering::Greater => Self::Lowered,
            },
        }
    }
}

/// How a change between two years is called.
#[derive(Clone, Debug)]
pub struct DynamicsRules {
    /// Differences up to this many percentage points count as equal.
    pub neutral_tolerance: Decimal,
    /// Titles of the types, in the order of [`DynamicsKind::ALL`].
    pub titles: [String; 5],
    /// The document that it rests on: an id of the table `documents`.
    pub document: Option<Located<String>>,
}

impl DynamicsRules {
    /// The title of a type.
    pub fn title(&self, kind: DynamicsKind) -> &str {
        &self.titles[kind as usize]
    }

    /// The type of change from `earlier` to `later`; `None` where nobody took part.
    /// Tested in the order of DOMAIN §4: no data, zero in both years, then the difference.
    pub fn kind(&self, earlier: Option<Share>, later: Option<Share>) -> DynamicsKind {
        let (Some(earlier), Some(later)) = (earlier, later) else {
            return DynamicsKind::NoParticipants;
        };
        if earlier.count() == 0 && later.count() == 0 {
            return DynamicsKind::Zero;
        }
        if later.cmp_change(earlier, self.neutral_tolerance) != Ordering::Greater {
            return DynamicsKind::Neutral;
        }
        match later.cmp(&earlier) {
            Ordering::Less => DynamicsKind::Positive,
            Ordering::Equal => DynamicsKind::Neutral,
            Ordering::Greater => DynamicsKind::Negative,
        }
    }
}
