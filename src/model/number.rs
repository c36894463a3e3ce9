//! Numbers that are never binary floats: counts, exact decimals, shares, and their one rounding.

use std::cmp::Ordering;
use std::num::NonZeroU32;

/// Digits after the point that a [`Decimal`] keeps.
pub const DECIMAL_DIGITS: u8 = 6;
const DECIMAL_ONE: i64 = 1_000_000;

/// An exact decimal with six digits after the point, as read from a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// A whole number.
    pub fn from_int(value: i32) -> Self {
        Self(i64::from(value) * DECIMAL_ONE)
    }

    /// Reads `12`, `-3,5`, `0.40`; either decimal mark, at most six digits after it.
    pub fn parse(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once([',', '.']).unwrap_or((digits, ""));
        let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let fits = (1..=12).contains(&whole.len()) && fraction.len() <= DECIMAL_DIGITS.into();
        if !fits || !all_digits(whole) || !all_digits(fraction) || digits.ends_with([',', '.']) {
            return None;
        }
        let padded = format!("{fraction:0<width$}", width = usize::from(DECIMAL_DIGITS));
        let magnitude = whole.parse::<i64>().ok()? * DECIMAL_ONE + padded.parse::<i64>().ok()?;
        Some(Self(if negative { -magnitude } else { magnitude }))
    }

    /// The value in millionths.
    pub fn millionths(self) -> i64 {
        self.0
    }

    /// The exact difference; `None` if it is too large to hold.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The number without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// The value printed with as many digits as it has, at most six.
    pub fn to_fixed(self) -> Fixed {
        let mut fixed = Fixed { units: self.0, decimals: DECIMAL_DIGITS };
        while fixed.decimals > 0 && fixed.units % 10 == 0 {
            fixed = Fixed { units: fixed.units / 10, decimals: fixed.decimals - 1 };
        }
        fixed
    }
}

/// How a figure is rounded for print (`rounding` in the methodology). Half up is what the published
/// Yaroslavl tables use: 3/24 is printed 13 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Rounding {
    /// Ties away from zero.
    #[default]
    HalfUp,
    /// Ties to the even digit.
    HalfEven,
}

impl Rounding {
    /// `numerator / denominator` rounded to a whole number. `denominator` must be positive.
    fn divide(self, numerator: i128, denominator: i128) -> i128 {
        let magnitude = numerator.abs();
        let (quotient, rest) = (magnitude / denominator, magnitude % denominator);
        let up = match (2 * rest).cmp(&denominator) {
            Ordering::Less => false,
            Ordering::Greater => true,
            Ordering::Equal => self == Self::HalfUp || quotient % 2 == 1,
        };
        (quotient + i128::from(up)) * numerator.signum()
    }
}

/// A number ready for print: `units / 10^decimals`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fixed {
    /// The digits without the decimal mark.
    pub units: i64,
    /// Digits after the decimal mark.
    pub decimals: u8,
}

impl Fixed {
    /// Without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        Self { units: self.units.saturating_abs(), ..self }
    }
}

impl std::fmt::Display for Fixed {
    /// With a decimal point and an ASCII minus, as programs expect; people get theirs from `text`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.units < 0 { "-" } else { "" };
        let digits = self.units.unsigned_abs();
        if self.decimals == 0 {
            return write!(f, "{sign}{digits}");
        }
        let scale = 10u64.pow(self.decimals.into());
        let width = usize::from(self.decimals);
        write!(f, "{sign}{}.{:0width$}", digits / scale, digits % scale)
    }
}

/// `count` of `base`, exactly. The base is never zero.
///
/// Where only a percentage is known that no whole count gives back, the percentage is what the share
/// is worth, and the count is the nearest one: good for sums, not for print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    count: u32,
    base: u32,
    /// The percentage in millionths, at most 100 %.
    given: Option<NonZeroU32>,
}

impl Share {
    /// `count` of `base`; `None` if there is no base to take a share of.
    pub fn new(count: u32, base: u32) -> Option<Self> {
        (base > 0).then_some(Self { count, base, given: None })
    }

    /// A share of `base` that is known as a percentage with so many `decimals`: the count that gives
    /// it back, or the nearest one with the percentage kept. `None` if it is none from 0 to 100, or
    /// there is no base.
    pub fn of_percent(percent: Decimal, decimals: u8, base: u32) -> Option<Self> {
        let whole = 100 * DECIMAL_ONE;
        if !(0..=whole).contains(&percent.0) || base == 0 {
            return None;
        }
        let count = Rounding::HalfUp.divide(i128::from(percent.0) * i128::from(base), whole.into());
        let exact = Self::new(u32::try_from(count).ok()?, base)?;
        let decimals = decimals.min(DECIMAL_DIGITS);
        let back = exact.percent(decimals, Rounding::HalfUp);
        let scale = 10i64.pow(u32::from(DECIMAL_DIGITS - decimals));
        if back.units * scale == percent.0 {
            return Some(exact);
        }
        let given = u32::try_from(percent.0).ok().and_then(NonZeroU32::new);
        Some(Self { given, ..exact })
    }

    /// True if the percentage is given and the count only the nearest to it.
    pub fn is_of_percent(self) -> bool {
        self.given.is_some()
    }

    /// The exact value: numerator and denominator.
    pub fn ratio(self) -> (u32, u32) {
        match self.given {
            Some(given) => (given.get(), 100_000_000),
            None => (self.count, self.base),
        }
    }

    /// The numerator.
    pub fn count(self) -> u32 {
        self.count
    }

    /// The denominator, at least 1.
    pub fn base(self) -> u32 {
        self.base
    }

    /// The percentage, rounded once from the exact fraction.
    pub fn percent(self, decimals: u8, rounding: Rounding) -> Fixed {
        let scale = 10i128.pow(decimals.into());
        let (count, base) = self.ratio();
        let numerator = 100 * scale * i128::from(count);
        // A u32 count times 100 times at most 10^6 fits an i64.
        let units = rounding.divide(numerator, base.into()) as i64;
        Fixed { units, decimals }
    }

    /// Compares the exact percentage with a bound in percent.
    pub fn cmp_percent(self, bound: Decimal) -> Ordering {
        let (count, base) = self.ratio();
        let left = 100 * i128::from(DECIMAL_ONE) * i128::from(count);
        left.cmp(&(i128::from(bound.0) * i128::from(base)))
    }

    /// The change from `earlier` in percentage points, rounded once from the exact difference.
    pub fn change_from(self, earlier: Self, decimals: u8, rounding: Rounding) -> Fixed {
        let scale = 10i128.pow(decimals.into());
        let units = rounding.divide(100 * scale * self.cross(earlier), self.common_base(earlier));
        Fixed { units: units as i64, decimals }
    }

    /// Compares the absolute change from `earlier` with a tolerance in percentage points.
    pub fn cmp_change(self, earlier: Self, tolerance: Decimal) -> Ordering {
        let left = 100 * i128::from(DECIMAL_ONE) * self.cross(earlier).abs();
        left.cmp(&(i128::from(tolerance.0) * self.common_base(earlier)))
    }

    /// How many times `other` it is, rounded once; `None` if that is nothing.
    pub fn times(self, other: Self, decimals: u8, rounding: Rounding) -> Option<Fixed> {
        let part = i128::from(other.count) * i128::from(self.base);
        let whole = i128::from(self.count) * i128::from(other.base);
        let scaled = || rounding.divide(10i128.pow(decimals.into()) * whole, part);
        // Two u32 multiplied and scaled by at most 10^4 may leave an i64 only at absurd counts.
        (part > 0).then(|| Fixed { units: i64::try_from(scaled()).unwrap_or(i64::MAX), decimals })
    }

    fn cross(self, earlier: Self) -> i128 {
        let ((count, base), (before, of)) = (self.ratio(), earlier.ratio());
        i128::from(count) * i128::from(of) - i128::from(before) * i128::from(base)
    }

    fn common_base(self, other: Self) -> i128 {
        i128::from(self.ratio().1) * i128::from(other.ratio().1)
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Share {
    /// By value: 1/2 equals 2/4 here, though the two are different shares.
    fn cmp(&self, other: &Self) -> Ordering {
        self.cross(*other).cmp(&0)
    }
}

/// The exact mean of decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mean {
    // 2^32 values of at most 10^18 millionths each fit.
    sum_millionths: i128,
    count: u32,
}

impl Mean {
    /// The mean of the values; `None` if there are none.
    pub fn of(values: impl IntoIterator<Item = Decimal>) -> Option<Self> {
        let (mut sum, mut count) = (0i128, 0u32);
        for value in values {
            sum += i128::from(value.0);
            count = count.saturating_add(1);
        }
        (count > 0).then_some(Self { sum_millionths: sum, count })
    }

    /// How many values it was made from.
    pub fn count(self) -> u32 {
        self.count
    }

    /// The mean, rounded once from the exact fraction.
    pub fn rounded(self, decimals: u8, rounding: Rounding) -> Fixed {
        let scale = 10i128.pow(decimals.into());
        let denominator = i128::from(self.count) * i128::from(DECIMAL_ONE);
        let units = rounding.divide(scale * self.sum_millionths, denominator) as i64;
        Fixed { units, decimals }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(count: u32, base: u32, decimals: u8) -> String {
        Share::new(count, base).unwrap().percent(decimals, Rounding::HalfUp).to_string()
    }

    #[test]
    fn ties_round_up_as_in_the_published_tables() {
        let printed =
            [(3, 24, "13"), (9, 24, "38"), (15, 24, "63"), (78, 208, "38"), (87, 335, "26")];
        for (count, base, expected) in printed {
            assert_eq!(percent(count, base, 0), expected);
        }
        assert_eq!(percent(6, 11, 2), "54.55");
        assert_eq!(percent(0, 42, 1), "0.0");
    }

    #[test]
    fn a_percentage_becomes_the_count_that_gives_it_back() {
        let share = |percent, decimals, base| {
            Share::of_percent(Decimal::parse(percent).unwrap(), decimals, base).unwrap()
        };
        for (percent, decimals, base, count) in [
            ("35,7", 1, 28, 10),
            ("36", 0, 28, 10),
            ("33.333333", 6, 6, 2),
            ("0", 0, 9, 0),
            ("100", 0, 7, 7),
        ] {
            let share = share(percent, decimals, base);
            assert_eq!((share.count(), share.is_of_percent()), (count, false), "{percent}");
        }
        let kept = share("35.7", 1, 10);
        assert_eq!((kept.count(), kept.base(), kept.is_of_percent()), (4, 10, true));
        assert_eq!(kept.percent(1, Rounding::HalfUp).to_string(), "35.7");
        assert!(kept < Share::new(4, 10).unwrap() && kept > share("35.6", 1, 10));
        assert_eq!(kept.cmp_percent(Decimal::parse("35.7").unwrap()), Ordering::Equal);
        // Typed with a digit that no count gives: 10/28 is 35.7, not 36.0.
        assert!(share("36.0", 1, 28).is_of_percent());
        assert_eq!(Share::of_percent(Decimal::parse("100.1").unwrap(), 1, 9), None);
        assert_eq!(Share::of_percent(Decimal::parse("-1").unwrap(), 0, 9), None);
    }

    #[test]
    fn half_even_differs_only_in_ties() {
        let share = Share::new(1, 8).unwrap();
        assert_eq!(share.percent(0, Rounding::HalfEven).to_string(), "12");
        assert_eq!(share.percent(0, Rounding::HalfUp).to_string(), "13");
    }

    #[test]
    fn decimals_read_both_marks_and_print_what_they_hold() {
        for (text, printed) in [("12", "12"), ("-3,50", "-3.5"), ("0.000001", "0.000001")] {
            assert_eq!(Decimal::parse(text).unwrap().to_fixed().to_string(), printed);
        }
        for wrong in ["", "-", "1.", ".5", "1e3", "1 000", "1.2.3", "0.1234567", "9999999999999"] {
            assert_eq!(Decimal::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn shares_compare_exactly_with_bounds_and_with_each_other() {
        let share = |c, b| Share::new(c, b).unwrap();
        assert_eq!(share(3, 10).cmp_percent(Decimal::from_int(30)), Ordering::Equal);
        assert_eq!(share(1, 3).cmp(&share(2, 6)), Ordering::Equal);
        assert!(share(33, 100) < share(1, 3));
        assert_eq!(share(1, 2).change_from(share(3, 4), 0, Rounding::HalfUp).units, -25);
    }
}
