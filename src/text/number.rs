//! The written form of numbers, dates and enumerations, from the Unicode locale data.

use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date as Day;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterLoadError};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::GroupingStrategy;
use icu_list::ListFormatter;
use icu_list::options::ListFormatterOptions;
use icu_locale_core::Locale;
use icu_provider::DataError;

use crate::model::date::Date;
use crate::model::number::Fixed;

pub(super) const NO_BREAK_SPACE: char = '\u{a0}';
pub(super) const WORD_JOINER: char = '\u{2060}';
const MINUS: &str = "\u{2212}";

/// The locale of a language code; an unknown one falls back to the root data.
pub(super) fn locale(code: &str) -> Locale {
    Locale::try_from_str(code).unwrap_or(Locale::UNKNOWN)
}

/// Prints numbers: digits grouped from 10 000 on, so that years stay whole, and a true minus.
pub(super) struct Numbers(DecimalFormatter);

impl Numbers {
    pub fn new(code: &str) -> Result<Self, DataError> {
        let formatter =
            DecimalFormatter::try_new(locale(code).into(), GroupingStrategy::Min2.into())?;
        Ok(Self(formatter))
    }

    pub fn print(&self, number: &Decimal) -> String {
        self.0.format(number).to_string().replace('-', MINUS)
    }
}

/// The decimal that prints as `fixed` does, trailing zeros included.
pub(super) fn decimal(fixed: Fixed) -> Decimal {
    let mut decimal = Decimal::from(fixed.units);
    decimal.multiply_pow10(-i16::from(fixed.decimals));
    decimal
}

/// Prints calendar days and enumerations.
pub(super) struct Phrases {
    dates: DateTimeFormatter<YMD>,
    lists: ListFormatter,
}

impl Phrases {
    pub fn new(code: &str) -> Result<Self, DateTimeFormatterLoadError> {
        let dates = DateTimeFormatter::try_new(locale(code).into(), YMD::long())?;
        let lists =
            ListFormatter::try_new_and(locale(code).into(), ListFormatterOptions::default())
                .map_err(DateTimeFormatterLoadError::Data)?;
        Ok(Self { dates, lists })
    }

    /// A day in words, on one line: the locale data mixes plain and narrow spaces here.
    pub fn date(&self, date: Date) -> String {
        let day = Day::try_new_iso(date.year().0.into(), date.month(), date.day());
        // Both calendars have the same days, so none is refused.
        let text = day.map_or_else(|_| date.to_string(), |day| self.dates.format(&day).to_string());
        text.replace(char::is_whitespace, &NO_BREAK_SPACE.to_string())
    }

    pub fn list(&self, items: &[String]) -> String {
        self.lists.format(items.iter()).to_string()
    }
}
