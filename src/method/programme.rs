//! A school's programme: the states of its activities and targets on the report's date.

use serde::Deserialize;
use toml::Spanned;

use super::Words;
use crate::model::tone::Tone;

/// A month: what falls due within it can still be done in time.
pub(super) const SOON: u16 = 30;

/// The section `[roadmap]` as written.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct RoadmapSpec {
    pub soon: Option<Spanned<u16>>,
}

/// How roadmaps are read.
#[derive(Clone, Copy, Debug)]
pub struct RoadmapRules {
    /// In so many days from the report's date an activity is due soon.
    pub soon: u16,
}

/// The state of an activity on the report's date. Exactly one holds: the first that fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoadmapState {
    /// Done, whenever it was due.
    Done,
    /// Due before the date and not done.
    Overdue,
    /// Due on the date or in the days after it that the method counts as soon.
    DueSoon,
    /// Begun; its term is later, or in words.
    InProgress,
    /// Not begun; its term is later, or in words.
    Planned,
    /// Neither a day nor a word of when it is to be done.
    NoTerm,
    /// The table does not say how far it has come.
    Unknown,
    /// Taken off the plan.
    Cancelled,
}

impl RoadmapState {
    /// Every state, in the order of the tables.
    pub const ALL: [Self; 8] = [
        Self::Done,
        Self::Overdue,
        Self::DueSoon,
        Self::InProgress,
        Self::Planned,
        Self::NoTerm,
        Self::Unknown,
        Self::Cancelled,
    ];

    /// The id of the category.
    pub fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Overdue => "overdue",
            Self::DueSoon => "due_soon",
            Self::InProgress => "in_progress",
            Self::Planned => "planned",
            Self::NoTerm => "no_term",
            Self::Unknown => "unknown",
            Self::Cancelled => "cancelled",
        }
    }

    /// What its colour means: good, bad, or neither.
    pub fn tone(self) -> Tone {
        match self {
            Self::Done => Tone::Good,
            Self::Overdue => Tone::Bad,
            Self::DueSoon => Tone::Series2,
            Self::InProgress => Tone::Series1,
            Self::Planned => Tone::Context,
            Self::NoTerm | Self::Unknown => Tone::Empty,
            Self::Cancelled => Tone::Neutral,
        }
    }

    /// The catalogue key of its title.
    fn key(self) -> &'static str {
        match self {
            Self::Done => "roadmap-done",
            Self::Overdue => "roadmap-overdue",
            Self::DueSoon => "roadmap-due-soon",
            Self::InProgress => "roadmap-in-progress",
            Self::Planned => "roadmap-planned",
            Self::NoTerm => "roadmap-no-term",
            Self::Unknown => "roadmap-unknown",
            Self::Cancelled => "roadmap-cancelled",
        }
    }
}

/// Whether a target indicator was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TargetState {
    /// The number reached is the wanted one or lies on the wanted side of it.
    Met,
    /// It does not.
    NotMet,
    /// One of the numbers is not known, or how to compare them.
    NoData,
}

impl TargetState {
    /// Every state, in the order of the tables.
    pub const ALL: [Self; 3] = [Self::Met, Self::NotMet, Self::NoData];

    /// The id of the category.
    pub fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::NoData => "no_data",
        }
    }

    /// What its colour means.
    pub fn tone(self) -> Tone {
        match self {
            Self::Met => Tone::Good,
            Self::NotMet => Tone::Bad,
            Self::NoData => Tone::Empty,
        }
    }

    /// The catalogue key of its title.
    fn key(self) -> &'static str {
        match self {
            Self::Met => "target-met",
            Self::NotMet => "target-not-met",
            Self::NoData => "target-no-data",
        }
    }
}

/// Titles of the states, in the order of their `ALL`.
#[derive(Clone, Debug)]
pub struct ProgrammeTitles {
    /// Of activities.
    pub roadmap: [String; 8],
    /// Of targets.
    pub target: [String; 3],
}

impl ProgrammeTitles {
    pub(super) fn new(words: Words<'_>) -> Self {
        Self {
            roadmap: RoadmapState::ALL.map(|state| words(state.key())),
            target: TargetState::ALL.map(|state| words(state.key())),
        }
    }

    /// The title of a state.
    pub fn of_activity(&self, state: RoadmapState) -> &str {
        &self.roadmap[state as usize]
    }

    /// The title of a state.
    pub fn of_target(&self, state: TargetState) -> &str {
        &self.target[state as usize]
    }
}
