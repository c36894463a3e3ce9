//! What a colour may mean. A category carries a tone; themes decide how a tone looks.

use serde::Deserialize;

/// The meaning behind a colour, a pattern or a sign: severity, direction, or "one of several series".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Deserialize)]
#[serde(try_from = "String")]
pub enum Tone {
    /// Not on any list: the mildest level of severity.
    Level0,
    /// The first level of severity («базово неуспевающие»).
    Level1,
    /// The second level of severity («умеренно неуспевающие»).
    Level2,
    /// The third level of severity («сильно неуспевающие»).
    Level3,
    /// A change for the better.
    Good,
    /// Nothing to improve: nobody failed in either year.
    GoodSoft,
    /// No change.
    Neutral,
    /// A change for the worse.
    Bad,
    /// Nothing can be said: no data.
    Empty,
    /// A plain count or share that means neither good nor bad.
    #[default]
    Plain,
    /// The first of several series.
    Series1,
    /// The second of several series.
    Series2,
    /// The third of several series.
    Series3,
    /// The fourth of several series.
    Series4,
    /// The fifth of several series.
    Series5,
    /// What stands behind for comparison: the region behind a municipality.
    Context,
}

impl Tone {
    /// Every tone, in the order of declaration.
    pub const ALL: [Self; 16] = [
        Self::Level0,
        Self::Level1,
        Self::Level2,
        Self::Level3,
        Self::Good,
        Self::GoodSoft,
        Self::Neutral,
        Self::Bad,
        Self::Empty,
        Self::Plain,
        Self::Series1,
        Self::Series2,
        Self::Series3,
        Self::Series4,
        Self::Series5,
        Self::Context,
    ];

    /// The tone of the n-th of several series; past the fifth they repeat.
    pub fn series(index: usize) -> Self {
        [Self::Series1, Self::Series2, Self::Series3, Self::Series4, Self::Series5][index % 5]
    }

    /// The stable name that themes use, for example `level-2`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Level0 => "level-0",
            Self::Level1 => "level-1",
            Self::Level2 => "level-2",
            Self::Level3 => "level-3",
            Self::Good => "good",
            Self::GoodSoft => "good-soft",
            Self::Neutral => "neutral",
            Self::Bad => "bad",
            Self::Empty => "empty",
            Self::Plain => "plain",
            Self::Series1 => "series-1",
            Self::Series2 => "series-2",
            Self::Series3 => "series-3",
            Self::Series4 => "series-4",
            Self::Series5 => "series-5",
            Self::Context => "context",
        }
    }
}

impl TryFrom<String> for Tone {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let names = || Self::ALL.map(Self::name).join(", ");
        let found = Self::ALL.into_iter().find(|tone| tone.name() == name);
        found.ok_or_else(|| format!("{name} ({})", names()))
    }
}
