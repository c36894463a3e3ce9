//! Risk profiles («500+»): a catalogue of risks, and how significant each is for a school in a
//! year, whether the school chose to work on it, whether a programme was carried out.

use super::ids::{RiskId, SchoolIx, Year};
use super::number::Decimal;
use super::schema::{Choice, ColumnKind};
use super::tone::Tone;
use crate::diag::Place;

/// The data table whose rows are what profiles say.
pub const TABLE: &str = "risks";

/// The data table of all risks.
pub const CATALOGUE: &str = "risk_catalogue";

/// A risk of the catalogue. One row of `risk_catalogue`.
#[derive(Clone, Debug)]
pub struct Risk {
    /// Key.
    pub id: RiskId,
    /// Its number in the catalogue, by which risks are ordered.
    pub number: Option<Decimal>,
    /// Its name as written («Дефицит педагогических кадров»).
    pub name: String,
    /// What is meant, in a sentence or two; may be empty.
    pub description: String,
    /// The first year in which the catalogue holds it; `None` if from the beginning.
    pub from: Option<Year>,
    /// The last year in which the catalogue holds it; `None` if to this day.
    pub to: Option<Year>,
    /// Where it was read.
    pub place: Place,
}

impl Risk {
    /// True if the catalogue of a year holds the risk.
    pub fn is_of(&self, year: Year) -> bool {
        self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to)
    }
}

/// How significant a risk is for a school (значимость).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Significance {
    /// Низкая.
    Low,
    /// Средняя.
    Medium,
    /// Высокая.
    High,
}

impl Significance {
    /// All, the gravest first, as tables have them.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// Words and signs read as one of them in the column `level`.
    pub const COLUMN: ColumnKind = ColumnKind::Choice(&[
        Choice { id: "high", words: &["высокая", "высокий"] },
        Choice { id: "medium", words: &["средняя", "средний"] },
        Choice { id: "low", words: &["низкая", "низкий"] },
    ]);

    /// `high`, `medium`, `low`, as in the data.
    pub fn id(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// The one of an id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == id)
    }

    /// What its colour means.
    pub fn tone(self) -> Tone {
        match self {
            Self::High => Tone::Level3,
            Self::Medium => Tone::Level2,
            Self::Low => Tone::Level1,
        }
    }
}

/// What a profile says of a risk. One row of `risks`; an empty cell is `None`, never «нет».
#[derive(Clone, Copy, Debug)]
pub struct ProfileRow {
    /// The school.
    pub school: SchoolIx,
    /// The year of the profile.
    pub year: Year,
    /// The index of the risk in the catalogue.
    pub risk: usize,
    /// How significant it is.
    pub level: Option<Significance>,
    /// Whether the school chose to work on it.
    pub chosen: Option<bool>,
    /// Whether the school carried out a programme for it (антирисковая программа).
    pub programme_done: Option<bool>,
    /// Where it was read.
    pub place: Place,
}

/// The catalogue and the profiles of all schools. There is at least one row.
#[derive(Clone, Debug)]
pub struct RiskProfiles {
    catalogue: Vec<Risk>,
    rows: Vec<ProfileRow>,
}

impl RiskProfiles {
    /// Puts the rows in order: by school, year and number of the risk. `None` if there are none.
    pub fn new(catalogue: Vec<Risk>, mut rows: Vec<ProfileRow>) -> Option<Self> {
        rows.sort_by_key(|row| (row.school, row.year, row.risk, row.place));
        (!rows.is_empty()).then_some(Self { catalogue, rows })
    }

    /// The risks, by number, then as written.
    pub fn catalogue(&self) -> &[Risk] {
        &self.catalogue
    }

    /// Takes out what profiles say of schools; the catalogue stays.
    pub fn forget_rows(&mut self) {
        self.rows.clear();
    }

    /// A risk of the catalogue by its id.
    pub fn find(&self, id: &str) -> Option<&Risk> {
        self.catalogue.iter().find(|risk| risk.id.as_str() == id)
    }

    /// The rows, by school, year and number of the risk.
    pub fn rows(&self) -> &[ProfileRow] {
        &self.rows
    }

    /// The profile of a school, by year and number of the risk; empty if it has none.
    pub fn of_school(&self, school: SchoolIx) -> &[ProfileRow] {
        let from = self.rows.partition_point(|row| row.school < school);
        let to = self.rows.partition_point(|row| row.school <= school);
        &self.rows[from..to]
    }

    /// The years that have profiles, in order.
    pub fn years(&self) -> Vec<Year> {
        let years: std::collections::BTreeSet<Year> = self.rows.iter().map(|r| r.year).collect();
        years.into_iter().collect()
    }

    /// The risks of a year, by their order: those that its catalogue holds, and those that a
    /// profile names all the same.
    pub fn of_year(&self, year: Year) -> impl Iterator<Item = (usize, &Risk)> {
        let named = move |at: usize| self.rows.iter().any(|r| r.year == year && r.risk == at);
        let risks = self.catalogue.iter().enumerate();
        risks.filter(move |(at, risk)| risk.is_of(year) || named(*at))
    }
}
