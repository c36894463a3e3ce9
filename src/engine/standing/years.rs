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

    /// True if years of a school up to one of them are not to be taken together.
    fn is_torn(&self, school: SchoolIx, mut years: impl DoubleEndedIterator<Item = Year>) -> bool {
        match (years.next(), years.next_back()) {
            (Some(first), Some(last)) => self.is_broken(school, first, last),
            _ => false,
        }
    }

    /// What became of a school from the list of one year to that of a later one; `None` if one of
    /// them is unknown, or if they are not to be compared.
    pub fn change(&self, school: SchoolIx, from: Year, to: Year) -> Option<ListChange> {
        let (earlier, later) = (self.get(school, from).is_on()?, self.get(school, to).is_on()?);
        if self.is_broken(school, from, to) {
            return None;
        }
        Some(match (earlier, later) {
            (true, true) => ListChange::Stayed,
            (true, false) => ListChange::Left,
            (false, false) => ListChange::Out,
            (false, true) => {
                // What the school was before a break says nothing of what it is.
                let before = self.known.iter().filter(|year| **year < to);
                let mut before = before.filter(|year| !self.is_broken(school, **year, to));
                match before.any(|year| self.is_on(school, *year)) {
                    true => ListChange::Returned,
                    false => ListChange::Entered,
                }
            }
        })
    }

    /// In how many of so many years up to a year, or of all known ones, the school was on the list;
    /// `None` if one of these years is unknown, or if they are not to be taken together.
    pub fn years_on(&self, school: SchoolIx, year: Year, years: Option<u16>) -> Option<u16> {
        let on = |year: &Year| self.is_on(school, *year);
        let count = match years {
            _ if !self.is_known(year) => return None,
            Some(years) => {
                let known = window(year, years).all(|year| self.is_known(year));
                if !known || self.is_torn(school, window(year, years)) {
                    return None;
                }
                window(year, years).filter(on).count()
            }
            None => {
                let known = || self.known.iter().copied().filter(|known| *known <= year);
                if self.is_torn(school, known()) {
                    return None;
                }
                known().filter(on).count()
            }
        };
        u16::try_from(count).ok()
    }

    /// How many years running, up to a year, the school has been on the list, of so many at most; a
    /// year whose list is unknown ends the run, and so does a break. `None` if one of so many years is
    /// unknown, or if they are not to be taken together.
    pub fn run(&self, school: SchoolIx, year: Year, years: Option<u16>) -> Option<u16> {
        let known = window(year, years.unwrap_or(1)).all(|year| self.is_known(year));
        let run = window(year, years.unwrap_or(u16::MAX)).rev();
        let whole = |from: &Year| !self.is_broken(school, *from, year);
        let run = run.take_while(whole).take_while(|year| self.is_on(school, *year)).count();
        let torn = self.is_torn(school, window(year, years.unwrap_or(1)));
        u16::try_from(run).ok().filter(|_| known && !torn)
    }

    /// How long the school has been on the list of a year; `None` if one of the years that decide
    /// it is unknown, or if they are not to be taken together.
    pub fn history(
        &self,
        school: SchoolIx,
        year: Year,
        years: u16,
        in_a_row: u16,
    ) -> Option<ListHistory> {
        let known = window(year, years.max(in_a_row)).all(|year| self.is_known(year));
        if !known || self.is_torn(school, window(year, years.max(in_a_row))) {
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
