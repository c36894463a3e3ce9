//! How far shares vary by chance alone, from one cohort to the next: Wilson's interval of a share
//! and Newcombe's interval of a difference, at 95 %. They say whether a difference is worth
//! speaking of; they are no error of a survey, and no type of change depends on them.

use super::number::{Fixed, Rounding, Share};

/// One, in the units of this file.
const ONE: i128 = 1_000_000_000;
/// The square of the 97.5 % point of the normal distribution.
const Z_SQUARED: i128 = 3_841_458_821;

/// An interval of shares or of differences of shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    low: i128,
    high: i128,
}

impl Interval {
    /// Wilson's interval of a share.
    pub fn of(share: Share) -> Self {
        let (k, n) = (i128::from(share.count()), i128::from(share.base()));
        let inner = Z_SQUARED + 4 * k * (n - k) * ONE / n;
        let root = (Z_SQUARED * inner).isqrt();
        let end = |root: i128| (2 * k * ONE + Z_SQUARED + root) * ONE / (2 * (n * ONE + Z_SQUARED));
        Self { low: end(-root), high: end(root) }
    }

    /// Newcombe's interval of one share less another, from the Wilson intervals of the two.
    pub fn between(share: Share, other: Share) -> Self {
        let exact = |s: Share| i128::from(s.count()) * ONE / i128::from(s.base());
        let (p, q) = (exact(share), exact(other));
        let (a, b) = (Self::of(share), Self::of(other));
        let length = |x: i128, y: i128| (x * x + y * y).isqrt();
        Self {
            low: p - q - length(p - a.low, b.high - q),
            high: p - q + length(a.high - p, q - b.low),
        }
    }

    /// True if the interval holds no difference at all: nothing that chance would not explain.
    pub fn holds_zero(self) -> bool {
        self.low <= 0 && self.high >= 0
    }

    /// The ends in percent, or percentage points.
    pub fn ends(self, decimals: u8) -> [Fixed; 2] {
        let scale = 100 * 10i128.pow(decimals.into());
        [self.low, self.high].map(|end| {
            // At most 100 % with a few digits more.
            let units = Rounding::HalfUp.divide(end * scale, ONE) as i64;
            Fixed { units, decimals }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(count: u32, base: u32) -> Share {
        Share::new(count, base).unwrap()
    }

    fn printed(interval: Interval, decimals: u8) -> [String; 2] {
        interval.ends(decimals).map(|end| end.to_string())
    }

    #[test]
    fn a_share_of_few_is_known_roughly() {
        assert_eq!(printed(Interval::of(share(7, 11)), 0), ["35", "85"]);
        assert_eq!(printed(Interval::of(share(15, 50)), 0), ["19", "44"]);
        assert_eq!(printed(Interval::of(share(0, 9)), 0)[0], "0");
        assert_eq!(printed(Interval::of(share(9, 9)), 0)[1], "100");
    }

    #[test]
    fn a_difference_may_be_no_difference() {
        let between = |later, earlier| Interval::between(later, earlier);
        let fell = between(share(2, 20), share(8, 20));
        assert_eq!(printed(fell, 1), ["-52.5", "-2.9"]);
        assert!(!fell.holds_zero());
        let fell = between(share(30, 100), share(40, 100));
        assert_eq!(printed(fell, 1), ["-22.7", "3.2"]);
        assert!(fell.holds_zero());
        assert!(between(share(u32::MAX, u32::MAX), share(u32::MAX, u32::MAX)).holds_zero());
    }
}
