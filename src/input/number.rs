//! Numbers as people write them in cells, and what is wrong with those that are none.

use crate::diag::Code;
use crate::model::date::Date;
use crate::model::number::Decimal;

/// More children than any school has: whoever has that many has typed something else.
const MOST: i32 = 30_000;

/// A number, with spaces between groups of three digits or without.
pub(super) fn number(text: &str) -> Option<Decimal> {
    Decimal::parse(text).or_else(|| Decimal::parse(&grouped(text)?))
}

/// A number with or without a sign of percent.
pub(super) fn with_sign(text: &str) -> Option<Decimal> {
    number(text.strip_suffix('%').unwrap_or(text).trim_end())
}

/// How many of something: a whole number that is not negative.
///
/// # Errors
/// What is wrong with the text.
pub(super) fn count(text: &str) -> Result<u32, Code> {
    let Some(number) = number(text) else {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        return Err(if digits { Code::AbsurdCount } else { not_a_number(text, Code::BadCount) });
    };
    if number < Decimal::ZERO {
        return Err(Code::NegativeCount);
    }
    if number > Decimal::from_int(MOST) {
        return Err(Code::AbsurdCount);
    }
    let whole = number.to_fixed();
    if whole.decimals > 0 {
        return Err(Code::FractionalCount);
    }
    u32::try_from(whole.units).map_err(|_| Code::AbsurdCount)
}

/// A percentage from 0 to 100, with or without its sign.
///
/// # Errors
/// What is wrong with the text.
pub(super) fn percent(text: &str) -> Result<Decimal, Code> {
    match with_sign(text) {
        None => Err(not_a_number(text, Code::BadPercent)),
        Some(percent) if percent < Decimal::ZERO => Err(Code::BadPercent),
        Some(percent) if percent > Decimal::from_int(100) => Err(Code::PercentOver100),
        Some(percent) => Ok(percent),
    }
}

/// What to call a text in place of a number: spreadsheets make days of numbers.
pub(super) fn not_a_number(text: &str, otherwise: Code) -> Code {
    if Date::parse(text).is_some() { Code::DateForNumber } else { otherwise }
}

/// A number without the spaces between its groups of three digits: «1 234» is `1234`; `None` if it
/// has none, or has others.
fn grouped(text: &str) -> Option<String> {
    let (whole, rest) = match text.find([',', '.']) {
        Some(at) => text.split_at(at),
        None => (text, ""),
    };
    let mut groups = whole.split([' ', '\u{A0}', '\u{202F}']);
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    let mut joined = first.to_owned();
    for group in groups {
        joined.push_str(Some(group).filter(|group| group.len() == 3)?);
    }
    (joined.len() > first.len()).then(|| joined + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_count_is_called_by_what_is_wrong() {
        let good = [("0", 0), ("24", 24), ("1 234", 1234), ("1\u{A0}234", 1234), ("24,0", 24)];
        for (text, number) in good {
            assert_eq!(count(text), Ok(number), "{text}");
        }
        for (text, code) in [
            ("-3", Code::NegativeCount),
            ("\u{2212}3", Code::NegativeCount),
            ("2,5", Code::FractionalCount),
            ("30001", Code::AbsurdCount),
            ("99999999999999999999", Code::AbsurdCount),
            ("15.03.2023", Code::DateForNumber),
            ("сорок", Code::BadCount),
            ("12 34", Code::BadCount),
            ("1e3", Code::BadCount),
        ] {
            assert_eq!(count(text), Err(code), "{text}");
        }
    }

    #[test]
    fn a_percentage_is_no_more_than_the_whole() {
        assert_eq!(percent("35,7 %"), Ok(Decimal::parse("35.7").unwrap()));
        assert_eq!(percent("100"), Ok(Decimal::from_int(100)));
        assert_eq!(percent("100,1"), Err(Code::PercentOver100));
        assert_eq!(percent("-1%"), Err(Code::BadPercent));
        assert_eq!(percent("2023-03-15"), Err(Code::DateForNumber));
        assert_eq!(percent("треть"), Err(Code::BadPercent));
    }
}
