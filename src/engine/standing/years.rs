//! What the years of a list say of a school. Nothing is said of years whose list is unknown.

use crate::method::{Agreement, ListChange, ListHistory};
use crate::model::ids::{SchoolIx, Year};

use super::{ListStandings, Standing};

/// The years from the first to the last of so many.
fn window(last: Year, years: u16) -> impl DoubleEndedIterator<Item = Year> {
    let years = i16::try_from(years).unwrap_or(i16::MAX);
    (last.0.saturating_sub(years - 1)..=last.0).map(Year)
}

impl ListStandings {
    fn is_known(&self, year: Year) -> bool {
        self.known.binary_search(&year).is_ok()
    }

    fn is_on(&self, school: SchoolIx, year: Year) -> bool {
        matches!(self.get(school, year), Standing::On(_))
    }

    /// The last known list before that of a year.
    pub fn before(&self, year: Year) -> Option<Year> {
        self.known.iter().copied().rfind(|known| *known < year)
    }

    /// What became of a school from the list of one year to that of a later one; `None` if one of
    /// them is unknown.
    pub fn change(&self, school: SchoolIx, from: Year, to: Year) -> Option<ListChange> {
        let (earlier, later) = (self.get(school, from).is_on()?, self.get(school, to).is_on()?);
        Some(match (earlier, later) {
            (true, true) => ListChange::Stayed,
            (true, false) => ListChange::Left,
            (false, false) => ListChange::Out,
            (false, true) => {
                let mut before = self.known.iter().filter(|year| **year < to);
                match before.any(|year| self.is_on(school, *year)) {
                    true => ListChange::Returned,
                    false => ListChange::Entered,
                }
            }
        })
    }

    /// In how many of so many years up to a year, or of all known ones, the school was on the list;
    /// `None` if one of these years is unknown.
    pub fn years_on(&self, school: SchoolIx, year: Year, years: Option<u16>) -> Option<u16> {
        let on = |year: &Year| self.is_on(school, *year);
        let count = match years {
            _ if !self.is_known(year) => return None,
            Some(years) => {
                if !window(year, years).all(|year| self.is_known(year)) {
                    return None;
                }
                window(year, years).filter(on).count()
            }
            None => self.known.iter().filter(|known| **known <= year).filter(|y| on(y)).count(),
        };
        u16::try_from(count).ok()
    }

    /// How many years running, up to a year, the school has been on the list, of so many at most; a
    /// year whose list is unknown ends the run. `None` if one of so many years is unknown.
    pub fn run(&self, school: SchoolIx, year: Year, years: Option<u16>) -> Option<u16> {
        let known = window(year, years.unwrap_or(1)).all(|year| self.is_known(year));
        let run = window(year, years.unwrap_or(u16::MAX)).rev();
        let run = run.take_while(|year| self.is_on(school, *year)).count();
        u16::try_from(run).ok().filter(|_| known)
    }

    /// How long the school has been on the list of a year; `None` if one of the years that decide
    /// it is unknown.
    pub fn history(
        &self,
        school: SchoolIx,
        year: Year,
        years: u16,
        in_a_row: u16,
    ) -> Option<ListHistory> {
        if !window(year, years.max(in_a_row)).all(|year| self.is_known(year)) {
            return None;
        }
        let on = |year: Year| self.is_on(school, year);
        Some(match () {
            () if !on(year) => ListHistory::Out,
            () if window(year, in_a_row).all(on) => ListHistory::InARow,
            () if window(year, years).filter(|y| on(*y)).count() > 1 => ListHistory::Repeated,
            () => ListHistory::First,
        })
    }

    /// How this list and another one agree on a school in a year; `None` if one of them is unknown.
    pub fn agreement(&self, other: &Self, school: SchoolIx, year: Year) -> Option<Agreement> {
        Some(Agreement::of(self.get(school, year).is_on()?, other.get(school, year).is_on()?))
    }

    /// How the file and the rule agree on a school in a year; `None` unless both speak of the year.
    pub fn rule_agreement(&self, school: SchoolIx, year: Year) -> Option<Agreement> {
        if !self.is_given(year) {
            return None;
        }
        let by_rule = self.by_rule(school, year).is_on()?;
        Some(Agreement::of(self.get(school, year).is_on()?, by_rule))
    }
}
