//! The life of schools and municipalities: what they were called, where they belonged, when they
//! worked, and what broke their series. From the registry and the table `school_changes`.

use super::date::Date;
use super::ids::{MunicipalityId, MunicipalityIx, SchoolId, SchoolIx, Year};
use crate::diag::Place;

/// A day, or a year where no more is known; in order, a year comes before its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct When {
    year: Year,
    date: Option<Date>,
}

impl When {
    /// Reads `2021`, `2021-08-31` or `31.08.2021`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(year) = Year::parse(text) {
            return Some(Self { year, date: None });
        }
        let date = Date::parse(text)?;
        Some(Self { year: date.year(), date: Some(date) })
    }

    /// The year.
    pub fn year(self) -> Year {
        self.year
    }

    /// The day, if it is known.
    pub fn date(self) -> Option<Date> {
        self.date
    }

    /// True if it is certainly before another: of two times in one year, both must be days.
    pub fn is_before(self, other: Self) -> bool {
        match (self.date, other.date) {
            (Some(date), Some(other)) => date < other,
            _ => self.year < other.year,
        }
    }
}

impl From<Year> for When {
    fn from(year: Year) -> Self {
        Self { year, date: None }
    }
}

/// What something was once called: another id, another name, or both.
#[derive(Clone, Debug)]
pub struct Former<Id> {
    /// The id that rows of the past may still name, if it was another one.
    pub id: Option<Id>,
    /// The name.
    pub name: String,
    /// Until when, if that is known.
    pub until: Option<When>,
}

/// The life of a school.
#[derive(Clone, Debug, Default)]
pub struct SchoolLife {
    /// Other names and ids by which rows may name it, as written.
    pub aliases: Vec<String>,
    /// Its codes in exam procedures: its own, and those of its former ids.
    pub exam_codes: Vec<String>,
    /// Ids it had before, with the names of then.
    pub former: Vec<Former<SchoolId>>,
    /// The first year in which it worked; `None` if it always has.
    pub first_year: Option<Year>,
    /// The last year in which it worked; `None` if it works on.
    pub last_year: Option<Year>,
    /// When it was closed or joined to another school, and where that was read.
    pub closed: Option<(When, Place)>,
    /// The school that it joined.
    pub heir: Option<SchoolIx>,
    /// True if it is not of today: closed, joined to another or not yet opened in the year of the
    /// report's list.
    pub gone: bool,
    /// What happened to it, by year.
    pub changes: Vec<Change>,
}

/// What happened to a school in a year. One row of `school_changes`.
///
/// It takes effect with its year: results of the year are those of the school as it became.
#[derive(Clone, Debug)]
pub struct Change {
    /// The year.
    pub year: Year,
    /// What happened.
    pub kind: ChangeKind,
    /// True if results and lists from this year on are not to be compared with those before it.
    pub breaks: bool,
    /// The document that decided it: an id of `documents`.
    pub document: Option<String>,
    /// Where it was read.
    pub place: Place,
}

/// What may happen to a school.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// It was opened.
    Opened,
    /// It got another name; this is the one it had.
    Renamed(String),
    /// It went to another municipality; this is the one it was in.
    Moved(MunicipalityIx),
    /// Another school joined it.
    Joined(SchoolIx),
    /// It was closed.
    Closed,
}

impl SchoolLife {
    /// True if it worked in a year.
    pub fn works_in(&self, year: Year) -> bool {
        self.first_year.is_none_or(|first| first <= year)
            && self.last_year.is_none_or(|last| year <= last)
    }

    /// The first change after `from`, up to `to`, that breaks the series.
    pub fn break_between(&self, from: Year, to: Year) -> Option<&Change> {
        let within = |change: &&Change| change.breaks && from < change.year && change.year <= to;
        self.changes.iter().find(within)
    }

    /// What the first change after a year says that there was before it.
    pub(crate) fn before<'a, T>(
        &'a self,
        year: Year,
        of: impl Fn(&'a ChangeKind) -> Option<T>,
    ) -> Option<T> {
        let later = self.changes.iter().filter(|change| change.year > year);
        later.filter_map(|change| of(&change.kind)).next()
    }

    /// Names that it had: by the changes up to the year of the report, then by its former ids.
    pub fn former_names(&self, current: &str) -> Vec<&str> {
        let renamed = self.changes.iter().filter_map(|change| match &change.kind {
            ChangeKind::Renamed(from) => Some(from.as_str()),
            _ => None,
        });
        let mut names: Vec<&str> = Vec::new();
        for name in renamed.chain(self.former.iter().map(|former| former.name.as_str())) {
            if !name.is_empty() && name != current && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// The life of a municipality.
#[derive(Clone, Debug, Default)]
pub struct MunicipalityLife {
    /// Other names and ids by which rows may name it, as written.
    pub aliases: Vec<String>,
    /// Ids and names it had before.
    pub former: Vec<Former<MunicipalityId>>,
    /// Since when it has its present name, if that is known.
    pub since: Option<When>,
    /// When it ceased to be, if it did.
    pub ended: Option<(When, Place)>,
    /// True if it is not of today: it has ended, and no school of today is in it.
    pub gone: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_or_a_day() {
        for (text, year, date) in [
            ("2021", 2021, None),
            ("2021-08-31", 2021, Some("2021-08-31")),
            ("31.08.2021", 2021, Some("2021-08-31")),
        ] {
            let when = When::parse(text).unwrap();
            assert_eq!(
                (when.year(), when.date()),
                (Year(year), date.and_then(Date::parse)),
                "{text}"
            );
        }
        assert_eq!(When::parse("август 2021"), None);
        let before = |one, other| When::parse(one).unwrap().is_before(When::parse(other).unwrap());
        assert!(before("2021-08-31", "2021-09-01") && before("2020", "2021-01-01"));
        assert!(!before("2021", "2021-09-01") && !before("2021-09-01", "2021"));
    }
}
