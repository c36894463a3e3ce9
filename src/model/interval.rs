//! How far a share or a difference of two shares would wander by chance: Wilson's interval, and
//! Newcombe's from two of them (DOMAIN §6). In whole numbers, so that every machine agrees.

use super::number::{Fixed, Share};

/// One, in the units of bounds.
const ONE: i128 = 1_000_000_000;
/// Millionths, in which quantiles are kept.
const MILLION: i128 = 1_000_000;

/// How sure an interval is to hold what it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Confidence {
    percent: u8,
    /// The two-sided quantile of the normal distribution, in millionths.
    z: i128,
}

impl Confidence {
    /// The levels there are, in percent.
    pub const LEVELS: [u8; 3] = [90, 95, 99];

    /// One of [`Confidence::LEVELS`]; `None` of any other.
    pub fn of(percent: u8) -> Option<Self> {
        let z = match percent {
            90 => 1_644_854,
            95 => 1_959_964,
            99 => 2_575_829,
            _ => return None,
        };
        Some(Self { percent, z })
    }

    /// In percent.
    pub fn percent(self) -> u8 {
        self.percent
    }
}

impl Default for Confidence {
    /// 95 %, as is the custom.
    fn default() -> Self {
        Self { percent: 95, z: 1_959_964 }
    }
}

/// An interval of a share, or of a difference of shares; its bounds are kept to a billionth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    low: i128,
    high: i128,
}

impl Interval {
    /// Wilson's interval of a share.
    pub fn of(share: Share, confidence: Confidence) -> Self {
        let (x, n) = (i128::from(share.count()), i128::from(share.base()));
        let z = confidence.z;
        // In squared millionths.
        let square = MILLION * MILLION;
        let middle = 2 * x * square + z * z;
        let under_root = z * z + 4 * x * (n - x) * square / n;
        // Six digits more under the root are three more of it.
        let half = z * root(under_root * MILLION) / 1_000;
        let whole = 2 * (n * square + z * z);
        Self { low: (middle - half) * ONE / whole, high: (middle + half) * ONE / whole }
    }

    /// Newcombe's interval of the difference `one − other`.
    pub fn of_difference(one: Share, other: Share, confidence: Confidence) -> Self {
        let at = |share: Share| i128::from(share.count()) * ONE / i128::from(share.base());
        let [(p, of_p), (q, of_q)] =
            [one, other].map(|share| (at(share), Self::of(share, confidence)));
        let apart = |a: i128, b: i128| root(a * a + b * b);
        Self {
            low: p - q - apart(p - of_p.low, of_q.high - q),
            high: p - q + apart(of_p.high - p, q - of_q.low),
        }
    }

    /// True if chance alone may have made the difference.
    pub fn holds_zero(self) -> bool {
        self.low <= 0 && self.high >= 0
    }

    /// Both bounds in percent, or in percentage points of a difference, ties away from zero.
    pub fn bounds(self, decimals: u8) -> [Fixed; 2] {
        let round = |bound: i128| {
            let scaled = 100 * 10i128.pow(decimals.into()) * bound.abs();
            // A bound is at most one, so that its digits fit.
            let units = ((scaled + ONE / 2) / ONE) as i64;
            Fixed { units: if bound < 0 { -units } else { units }, decimals }
        };
        [round(self.low), round(self.high)]
    }
}

/// The whole part of the square root of what is no less than zero.
fn root(square: i128) -> i128 {
    square.max(0).isqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(count: u32, base: u32) -> Share {
        Share::new(count, base).unwrap()
    }

    fn bounds(interval: Interval, decimals: u8) -> String {
        interval.bounds(decimals).map(|bound| bound.to_string()).join("…")
    }

    #[test]
    fn shares_wander_as_the_domain_says() {
        let of = |count, base| bounds(Interval::of(share(count, base), Confidence::default()), 0);
        assert_eq!(of(7, 11), "35…85");
        assert_eq!(of(15, 50), "19…44");
        assert_eq!(of(0, 10), "0…28");
        assert_eq!(of(u32::MAX, u32::MAX), "100…100");
    }

    #[test]
    fn differences_wander_as_the_domain_says() {
        let of = |one: (u32, u32), other: (u32, u32)| {
            let (one, other) = (share(one.0, one.1), share(other.0, other.1));
            Interval::of_difference(one, other, Confidence::default())
        };
        assert_eq!(bounds(of((2, 20), (8, 20)), 1), "-52.5…-2.9");
        assert!(!of((2, 20), (8, 20)).holds_zero());
        assert_eq!(bounds(of((30, 100), (40, 100)), 1), "-22.7…3.2");
        assert!(of((30, 100), (40, 100)).holds_zero());
        let turned = of((40, 100), (30, 100));
        assert_eq!(bounds(turned, 1), "-3.2…22.7");
    }

    #[test]
    fn more_confidence_is_a_wider_interval() {
        let [narrow, middle, wide] = Confidence::LEVELS
            .map(|level| Interval::of(share(7, 20), Confidence::of(level).unwrap()));
        assert!(wide.low < middle.low && middle.low < narrow.low);
        assert!(narrow.high < middle.high && middle.high < wide.high);
        assert_eq!(Confidence::of(80), None);
    }
}
