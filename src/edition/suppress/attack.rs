//! What a reader can work out of the figures that are shown.
//!
//! All counts that agree with what is shown are the solutions of linear equations in which no count is
//! less than it must be. A secret is known if it is the same in all of them. That is so just when it
//! follows from the equations alone, once the counts are known that can only be the least they may be:
//! nothing else bounds the solutions. `forced` finds these counts, and the rest is elimination. So the
//! answer is exact for numbers; that counts are whole may tell a little more in tables of three
//! dimensions and more.
//!
//! Equations are solved modulo a large prime. A figure that can be worked out can be worked out there
//! too; by chance a few more may seem so, and then one figure more than needed is held back.

use std::collections::BTreeSet;

use super::elimination::{Elimination, Number};
use super::forced::Forced;

/// Figures that stand in equations with each other.
#[derive(Clone, Debug, Default)]
pub struct System {
    /// The true value of each figure; `None` for one that may be negative or is no whole number.
    pub values: Vec<Option<u64>>,
    /// Sums that are zero whatever is shown: wholes less their parts.
    pub links: Vec<Vec<(usize, i64)>>,
    /// Sums of figures that cells show.
    pub sums: Vec<Vec<usize>>,
    /// Sums of figures that nobody may work out.
    pub secrets: Vec<Vec<usize>>,
}

/// Sums that were used to work something out, by their order.
pub type Used = BTreeSet<usize>;

impl System {
    /// For each secret the shown sums that it follows from; `None` for a secret that is kept.
    pub fn derived(&self, visible: &[bool]) -> Vec<Option<Used>> {
        let solved = self.solved(visible, &Forced::default());
        if solved.iter().any(Option::is_some) {
            return solved;
        }
        let forced = Forced::of(self, visible);
        match forced.is_empty() {
            true => solved,
            false => self.solved(visible, &forced),
        }
    }

    /// True if a figure is as small as it may be. Each is of somebody, so it is one at least; the
    /// rest, which are no counts, may be anything.
    pub fn is_least(&self, figure: usize) -> bool {
        self.values[figure].is_some_and(|value| value <= 1)
    }

    /// All equations that are known: links, and visible sums with their order.
    pub fn equations(&self, visible: &[bool]) -> impl Iterator<Item = Equation> {
        let links = self.links.iter().map(|link| (link.clone(), None));
        let sums = self.sums.iter().enumerate().filter(|(at, _)| visible[*at]);
        let sums = sums.map(|(at, sum)| (sum.iter().map(|f| (*f, 1)).collect(), Some(at)));
        links.chain(sums.collect::<Vec<_>>())
    }

    /// Solves the equations for the secrets, with some figures known.
    fn solved(&self, visible: &[bool], forced: &Forced) -> Vec<Option<Used>> {
        let (figures, secrets) = (self.values.len(), self.secrets.len());
        let mut all: Elimination<Modular> = Elimination::new(figures + secrets);
        let of_secrets = self.secrets.iter().enumerate().map(|(at, secret)| {
            let parts = secret.iter().map(|figure| (*figure, 1));
            (parts.chain([(figures + at, -1)]).collect(), None)
        });
        for (terms, shown) in self.equations(visible).chain(of_secrets.collect::<Vec<Equation>>()) {
            // A known figure is as good as one that is shown, by an order after those of sums.
            let known = terms.iter().map(|(at, _)| *at).filter(|at| forced.has(*at));
            let known = known.map(|figure| self.sums.len() + figure);
            let shown: Vec<usize> = shown.into_iter().chain(known).collect();
            all.add(terms.iter().copied().filter(|(at, _)| !forced.has(*at)), shown);
        }
        let told = |shown: usize| match shown.checked_sub(self.sums.len()) {
            None => Used::from([shown]),
            Some(figure) => forced.used(figure),
        };
        let solved = all.reduce(&|at| at < figures).alone(figures..figures + secrets);
        let used = |used: Option<Used>| Some(used?.into_iter().flat_map(told).collect());
        solved.into_iter().map(used).collect()
    }
}

/// Terms that add up to something known, and the shown sum that says so.
type Equation = (Vec<(usize, i64)>, Option<usize>);

/// A prime below 2^61: products fit into 128 bits, and no coefficient of a table comes near it.
const PRIME: u64 = (1 << 61) - 1;

/// A number modulo the prime.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Modular(u64);

impl Number for Modular {
    fn whole(value: i64) -> Self {
        Self(value.rem_euclid(PRIME as i64) as u64)
    }

    fn is_zero(&self) -> bool {
        self.0 == 0
    }

    fn plus_times(&self, a: &Self, b: &Self) -> Self {
        Self(((u128::from(self.0) + u128::from(times(a.0, b.0))) % u128::from(PRIME)) as u64)
    }

    /// By Fermat.
    fn minus_ratio(of: &Self, by: &Self) -> Self {
        let (mut result, mut base, mut left) = (1, by.0, PRIME - 2);
        while left > 0 {
            if left & 1 == 1 {
                result = times(result, base);
            }
            base = times(base, base);
            left >>= 1;
        }
        Self((PRIME - times(of.0, result)) % PRIME)
    }
}

fn times(a: u64, b: u64) -> u64 {
    (u128::from(a) * u128::from(b) % u128::from(PRIME)) as u64
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::judge::{is_told, table};
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]

        /// Neither too little nor too much.
        #[test]
        fn what_is_told_of_a_table_is_found_and_nothing_else(
            width in 2usize..4,
            cells in prop::collection::vec(prop_oneof![0u64..3, 0u64..9], 9),
            hidden in prop::collection::vec(prop::bool::weighted(0.6), 16),
            secret in 0usize..16,
        ) {
            let cells = &cells[..cells.len() / width * width];
            let (system, _) = table(width, cells, 5);
            let visible: Vec<bool> = hidden.iter().take(system.sums.len()).map(|h| !h).collect();
            let secret = system.sums[secret % system.sums.len()].clone();
            let told = is_told(&system, &visible, &secret);
            let system = System { secrets: vec![secret], ..system };
            let derived = system.derived(&visible).remove(0);
            prop_assert_eq!(derived.is_some(), told);
            // What it is worked out from is enough to work it out.
            if let Some(used) = derived {
                let alone: Vec<bool> = (0..visible.len()).map(|at| used.contains(&at)).collect();
                prop_assert!(system.derived(&alone)[0].is_some());
            }
        }
    }
}
