//! Calendar days. No clock: a day is read from a cell or from `svod.toml`, never asked of a machine.

use std::fmt;

use super::ids::Year;

/// A day of the calendar, exact; later days are greater.
///
/// ```
/// use svod::model::date::Date;
///
/// let due = Date::parse("15.03.2023").unwrap();
/// assert_eq!(due.to_string(), "2023-03-15");
/// assert!(due < Date::parse("2023-04-28").unwrap());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: Year,
    month: u8,
    day: u8,
}

impl Date {
    /// The day; `None` if the calendar has none such.
    pub fn new(year: Year, month: u8, day: u8) -> Option<Self> {
        let leap = year.0 % 4 == 0 && (year.0 % 100 != 0 || year.0 % 400 == 0);
        let days = match month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Self { year, month, day })
    }

    /// Reads `2023-03-15`, `15.03.2023` and `2023.03.15`; `None` if there is no such day, or its
    /// year is no [plausible](Year::PLAUSIBLE) one.
    pub fn parse(text: &str) -> Option<Self> {
        let parts = |mark| <[&str; 3]>::try_from(text.split(mark).collect::<Vec<_>>()).ok();
        let [year, month, day] = match (parts('-'), parts('.')) {
            (Some(parts), _) => parts,
            (_, Some([day, month, year])) if day.len() < year.len() => [year, month, day],
            (_, Some(parts)) => parts,
            _ => return None,
        };
        // Signs are no digits, though numbers may have them.
        let digits = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(month) || !digits(day) {
            return None;
        }
        Self::new(Year::parse(year)?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The year.
    pub fn year(self) -> Year {
        self.year
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// How many days from this day to another; negative if the other is the earlier one.
    pub fn days_until(self, later: Self) -> i32 {
        later.number() - self.number()
    }

    /// The number of the day in a count without gaps. Years begin in March here, so that the leap
    /// day is the last of its year.
    fn number(self) -> i32 {
        let early = i32::from(self.month < 3);
        let year = i32::from(self.year.0) - early;
        let month = i32::from(self.month) + 12 * early - 3;
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        365 * year + leap_days + (153 * month + 2) / 5 + i32::from(self.day)
    }
}

impl fmt::Display for Date {
    /// As in the dataset and for programs: `2023-03-15`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn dates_are_read_in_each_form() {
        for (text, read) in [
            ("2023-03-15", Some("2023-03-15")),
            ("15.03.2023", Some("2023-03-15")),
            ("2023.03.15", Some("2023-03-15")),
            ("29.02.2024", Some("2024-02-29")),
            ("29.02.2000", Some("2000-02-29")),
            ("29.02.2023", None),
            ("29.02.2100", None),
            ("2023-04-31", None),
            ("2023-13-01", None),
            ("2023-00-01", None),
            ("2023-01-00", None),
            ("15.3.2023", None),
            ("+1.03.2023", None),
            ("03.2023", None),
            ("15.03.23", None),
            ("15.03.2023.", None),
            ("сентябрь", None),
        ] {
            assert_eq!(Date::parse(text).map(|d| d.to_string()).as_deref(), read, "{text}");
        }
    }

    #[test]
    fn days_are_counted_over_months_and_leap_years() {
        for (from, to, days) in [
            ("2023-04-28", "2023-04-28", 0),
            ("2023-04-28", "2023-05-01", 3),
            ("2023-02-28", "2023-03-01", 1),
            ("2024-02-28", "2024-03-01", 2),
            ("2023-12-31", "2024-01-01", 1),
            ("2023-01-01", "2024-01-01", 365),
            ("2000-01-01", "2001-01-01", 366),
            ("2023-03-15", "2023-03-01", -14),
        ] {
            assert_eq!(date(from).days_until(date(to)), days, "{from} {to}");
        }
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut days = (1990..=2100).flat_map(|year| {
            (1..=12).flat_map(move |month| {
                (1..=31).filter_map(move |day| Date::new(Year(year), month, day))
            })
        });
        let mut before = days.next().unwrap();
        for day in days {
            assert!(before < day);
            assert_eq!(before.days_until(day), 1, "{day}");
            assert_eq!(Date::parse(&day.to_string()), Some(day));
            before = day;
        }
    }
}
