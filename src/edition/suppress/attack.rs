//! What a reader can work out of the figures that are shown: by solving their equations exactly, and
//! by bounds, for counts are no less than zero.
//!
//! Equations are solved modulo a large prime. A figure that can be worked out can be worked out there
//! too; by chance a few more may seem so, and then one figure more than needed is held back.

use std::collections::{BTreeMap, BTreeSet};

/// A prime below 2^61: products fit into 128 bits, and no coefficient of a table comes near it.
const PRIME: u64 = (1 << 61) - 1;

/// As often as bounds are passed on; each pass only narrows them.
const PASSES: usize = 40;

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
        let solved = Elimination::new(self, visible).solve();
        if solved.iter().any(Option::is_some) {
            return solved;
        }
        Bounds::new(self, visible).pinned()
    }
}

/// An equation: a sum of unknown figures is a sum of shown ones.
#[derive(Clone, Debug, Default)]
struct Row {
    unknown: BTreeMap<usize, u64>,
    shown: BTreeMap<usize, u64>,
}

/// Gauss' elimination of everything that is no secret.
struct Elimination {
    figures: usize,
    secrets: usize,
    rows: Vec<Row>,
    /// The rows that hold each unknown.
    holders: Vec<BTreeSet<usize>>,
}

impl Elimination {
    fn new(system: &System, visible: &[bool]) -> Self {
        let (figures, secrets) = (system.values.len(), system.secrets.len());
        let mut all = Self {
            figures,
            secrets,
            rows: Vec::new(),
            holders: vec![BTreeSet::new(); figures + secrets],
        };
        for link in &system.links {
            all.add(link.iter().map(|(at, by)| (*at, modulo(*by))), None);
        }
        for (at, sum) in system.sums.iter().enumerate().filter(|(at, _)| visible[*at]) {
            all.add(sum.iter().map(|figure| (*figure, 1)), Some(at));
        }
        for (at, secret) in system.secrets.iter().enumerate() {
            let parts = secret.iter().map(|figure| (*figure, 1));
            all.add(parts.chain([(figures + at, PRIME - 1)]), None);
        }
        all
    }

    fn add(&mut self, unknown: impl Iterator<Item = (usize, u64)>, shown: Option<usize>) {
        let mut row = Row::default();
        for (at, by) in unknown {
            add_to(&mut row.unknown, at, by);
        }
        row.shown.extend(shown.map(|at| (at, 1)));
        let number = self.rows.len();
        row.unknown.keys().for_each(|at| {
            self.holders[*at].insert(number);
        });
        self.rows.push(row);
    }

    fn solve(mut self) -> Vec<Option<Used>> {
        // Rows that still hold something other than secrets, the shortest first.
        let mut open: BTreeSet<(usize, usize)> = BTreeSet::new();
        let mut loose: Vec<usize> = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            open.insert((row.unknown.len(), at));
        }
        loose.extend((0..self.figures).filter(|at| self.holders[*at].len() == 1));
        loop {
            // What stands in one equation alone says nothing, and nor does the equation.
            while let Some(figure) = loose.pop() {
                if self.holders[figure].len() == 1
                    && let Some(row) = self.holders[figure].first().copied()
                {
                    open.remove(&(self.rows[row].unknown.len(), row));
                    self.drop_row(row, &mut loose);
                }
            }
            let Some((_, row)) = open.pop_first() else { break };
            let pivot = self.rows[row].unknown.keys().filter(|at| **at < self.figures);
            let pivot = pivot.min_by_key(|at| self.holders[**at].len()).copied();
            // A row of secrets alone stays for the end.
            let Some(pivot) = pivot else { continue };
            let others: Vec<usize> =
                self.holders[pivot].iter().copied().filter(|other| *other != row).collect();
            for other in others {
                open.remove(&(self.rows[other].unknown.len(), other));
                self.subtract(row, other, pivot);
                let left = &self.rows[other].unknown;
                if left.keys().any(|at| *at < self.figures) {
                    open.insert((left.len(), other));
                }
            }
            let figures: Vec<usize> = self.rows[row].unknown.keys().copied().collect();
            self.drop_row(row, &mut loose);
            let alone = |at: &usize| *at < self.figures && self.holders[*at].len() == 1;
            loose.extend(figures.into_iter().filter(alone));
        }
        self.solve_secrets()
    }

    /// What is left speaks of secrets alone: each that stands by itself in a row is worked out.
    fn solve_secrets(mut self) -> Vec<Option<Used>> {
        let first = self.figures;
        let mut done: BTreeSet<usize> = BTreeSet::new();
        for secret in first..first + self.secrets {
            let row = self.holders[secret].iter().copied().find(|row| !done.contains(row));
            let Some(row) = row else { continue };
            done.insert(row);
            let others: Vec<usize> =
                self.holders[secret].iter().copied().filter(|other| *other != row).collect();
            for other in others {
                self.subtract(row, other, secret);
            }
        }
        let used = |secret: usize| {
            let alone = |row: &&usize| self.rows[**row].unknown.len() == 1;
            let row = self.holders[secret].iter().find(alone)?;
            Some(self.rows[*row].shown.keys().copied().collect())
        };
        (first..first + self.secrets).map(used).collect()
    }

    fn drop_row(&mut self, row: usize, loose: &mut Vec<usize>) {
        let gone = std::mem::take(&mut self.rows[row]);
        for figure in gone.unknown.keys() {
            self.holders[*figure].remove(&row);
            if *figure < self.figures && self.holders[*figure].len() == 1 {
                loose.push(*figure);
            }
        }
    }

    /// Takes `pivot` out of a row by means of another that holds it.
    fn subtract(&mut self, by: usize, from: usize, pivot: usize) {
        let source = self.rows[by].clone();
        let (Some(own), Some(other)) =
            (source.unknown.get(&pivot), self.rows[from].unknown.get(&pivot))
        else {
            return;
        };
        let factor = PRIME - times(*other, inverse(*own));
        for (at, value) in &source.unknown {
            let row = &mut self.rows[from].unknown;
            let (before, _) = (row.contains_key(at), add_to(row, *at, times(*value, factor)));
            match (before, self.rows[from].unknown.contains_key(at)) {
                (false, true) => {
                    self.holders[*at].insert(from);
                }
                (true, false) => {
                    self.holders[*at].remove(&from);
                }
                _ => {}
            }
        }
        for (at, value) in &source.shown {
            add_to(&mut self.rows[from].shown, *at, times(*value, factor));
        }
    }
}

fn add_to(sum: &mut BTreeMap<usize, u64>, at: usize, by: u64) {
    let value = sum.entry(at).or_default();
    *value = ((u128::from(*value) + u128::from(by)) % u128::from(PRIME)) as u64;
    if *value == 0 {
        sum.remove(&at);
    }
}

fn modulo(value: i64) -> u64 {
    value.rem_euclid(PRIME as i64) as u64
}

fn times(a: u64, b: u64) -> u64 {
    (u128::from(a) * u128::from(b) % u128::from(PRIME)) as u64
}

/// The inverse by Fermat.
fn inverse(of: u64) -> u64 {
    let (mut result, mut base, mut left) = (1, of, PRIME - 2);
    while left > 0 {
        if left & 1 == 1 {
            result = times(result, base);
        }
        base = times(base, base);
        left >>= 1;
    }
    result
}

/// An equation of counts: its terms add up to a total.
struct Balance {
    terms: Vec<(usize, i64)>,
    total: i128,
    /// The shown sums that it follows from.
    shown: Used,
}

/// A sum of figures, and the shown sums that it follows from.
type Sum = (BTreeSet<usize>, Used);

/// As often as what is left of sums is taken from others in turn.
const ROUNDS: usize = 3;

/// Shown sums, and what is left of them without others that lie in them: bounds that no single shown sum
/// gives, these do.
fn differences(shown: Vec<Sum>) -> Vec<Sum> {
    let mut known: BTreeMap<BTreeSet<usize>, Used> = BTreeMap::new();
    for (sum, used) in shown {
        known.entry(sum).or_insert(used);
    }
    for _ in 0..ROUNDS {
        let before = known.len();
        known = rests(known);
        if known.len() == before {
            break;
        }
    }
    known.into_iter().collect()
}

/// The sums, and each without those that lie in it and apart from each other: once the largest first,
/// once the smallest.
fn rests(known: BTreeMap<BTreeSet<usize>, Used>) -> BTreeMap<BTreeSet<usize>, Used> {
    let mut by_first: BTreeMap<usize, Vec<(&BTreeSet<usize>, &Used)>> = BTreeMap::new();
    for (sum, used) in &known {
        if let Some(first) = sum.first() {
            by_first.entry(*first).or_default().push((sum, used));
        }
    }
    let mut all: BTreeMap<BTreeSet<usize>, Used> = BTreeMap::new();
    for (whole, of) in &known {
        let inside = whole.iter().flat_map(|first| by_first.get(first).into_iter().flatten());
        let inside = inside.filter(|(part, _)| part.len() < whole.len() && part.is_subset(whole));
        let mut inside: Vec<_> = inside.collect();
        inside.sort_by_key(|(part, _)| part.len());
        for _ in 0..2 {
            inside.reverse();
            let (mut rest, mut used) = (whole.clone(), of.clone());
            for (part, by) in &inside {
                if part.is_subset(&rest) {
                    rest.retain(|figure| !part.contains(figure));
                    used.extend(by.iter().copied());
                }
            }
            if !rest.is_empty() && rest.len() < whole.len() {
                all.entry(rest).or_insert(used);
            }
        }
    }
    for (sum, used) in known {
        all.insert(sum, used);
    }
    all
}

/// The least and the most that a term can be, as far as they are known.
type Ends = (Option<i128>, Option<i128>);

/// The least and the most that each count can be.
struct Bounds<'a> {
    system: &'a System,
    balances: Vec<Balance>,
    low: Vec<i128>,
    high: Vec<Option<i128>>,
    /// The equations that last raised the one and lowered the other.
    reasons: Vec<[Option<usize>; 2]>,
}

impl<'a> Bounds<'a> {
    fn new(system: &'a System, visible: &[bool]) -> Self {
        let counted = |at: &usize| system.values[*at].is_some();
        let links = system.links.iter().filter(|link| link.iter().all(|(at, _)| counted(at)));
        let links = links.map(|link| Balance { terms: link.clone(), total: 0, shown: Used::new() });
        let sums = system.sums.iter().enumerate();
        let sums = sums.filter(|(at, sum)| visible[*at] && sum.iter().all(counted));
        let sums = sums.map(|(at, sum)| (sum.iter().copied().collect(), Used::from([at])));
        let sums = differences(sums.collect()).into_iter().map(|(sum, shown)| Balance {
            total: sum.iter().map(|f| i128::from(system.values[*f].unwrap_or(0))).sum(),
            terms: sum.into_iter().map(|figure| (figure, 1)).collect(),
            shown,
        });
        let figures = system.values.len();
        // Each secret is a figure of its own beside its parts.
        let secrets = (figures..).zip(&system.secrets).filter(|(_, of)| of.iter().all(counted));
        let secrets = secrets.map(|(secret, of)| {
            let parts = of.iter().map(|figure| (*figure, 1)).chain([(secret, -1)]);
            Balance { terms: parts.collect(), total: 0, shown: Used::new() }
        });
        let balances: Vec<Balance> = links.chain(sums).chain(secrets).collect();
        let figures = figures + system.secrets.len();
        Self {
            system,
            balances,
            low: vec![0; figures],
            high: vec![None; figures],
            reasons: vec![[None; 2]; figures],
        }
    }

    /// For each secret that can be nothing but what it is, the shown sums that say so.
    fn pinned(mut self) -> Vec<Option<Used>> {
        for _ in 0..PASSES {
            let mut changed = false;
            for at in 0..self.balances.len() {
                changed |= self.narrow(at);
            }
            if !changed {
                break;
            }
        }
        let first = self.system.values.len();
        let pinned = |figure: usize| self.high[figure] == Some(self.low[figure]);
        let secrets = first..first + self.system.secrets.len();
        secrets.map(|figure| pinned(figure).then(|| self.used(&[figure]))).collect()
    }

    fn narrow(&mut self, at: usize) -> bool {
        let balance = &self.balances[at];
        let ends = |(figure, by): &(usize, i64)| {
            let (low, high) = (self.low[*figure], self.high[*figure]);
            let by = i128::from(*by);
            match by > 0 {
                true => (Some(low * by), high.map(|high| high * by)),
                false => (high.map(|high| high * by), Some(low * by)),
            }
        };
        let all: Vec<Ends> = balance.terms.iter().map(ends).collect();
        let open = |side: fn(&Ends) -> Option<i128>| {
            let known: i128 = all.iter().filter_map(side).sum();
            (known, all.iter().filter(|ends| side(ends).is_none()).count())
        };
        let ((least, no_least), (most, no_most)) = (open(|ends| ends.0), open(|ends| ends.1));
        let mut changes = Vec::new();
        for ((figure, by), (low, high)) in balance.terms.iter().zip(&all) {
            // What the others leave for this one.
            let rest_least = match (low, no_least) {
                (Some(own), 0) => Some(least - own),
                (None, 1) => Some(least),
                _ => None,
            };
            let rest_most = match (high, no_most) {
                (Some(own), 0) => Some(most - own),
                (None, 1) => Some(most),
                _ => None,
            };
            let by = i128::from(*by);
            let (top, bottom) =
                (rest_least.map(|rest| balance.total - rest), rest_most.map(|r| balance.total - r));
            let (upper, lower) = match by > 0 {
                true => (top.map(|t| t.div_euclid(by)), bottom.map(|b| -((-b).div_euclid(by)))),
                false => (bottom.map(|b| (-b).div_euclid(-by)), top.map(|t| -(t.div_euclid(-by)))),
            };
            changes.push((*figure, lower, upper));
        }
        let mut changed = false;
        for (figure, lower, upper) in changes {
            if let Some(lower) = lower.filter(|lower| *lower > self.low[figure]) {
                self.low[figure] = lower;
                self.reasons[figure][0] = Some(at);
                changed = true;
            }
            if let Some(upper) = upper.filter(|u| self.high[figure].is_none_or(|high| *u < high)) {
                self.high[figure] = Some(upper);
                self.reasons[figure][1] = Some(at);
                changed = true;
            }
        }
        changed
    }

    /// The shown sums behind the bounds of some figures.
    fn used(&self, figures: &[usize]) -> Used {
        let (mut used, mut seen) = (Used::new(), BTreeSet::new());
        let mut open = figures.to_vec();
        while let Some(figure) = open.pop() {
            if !seen.insert(figure) {
                continue;
            }
            for balance in self.reasons[figure].iter().flatten().map(|at| &self.balances[*at]) {
                used.extend(balance.shown.iter().copied());
                open.extend(balance.terms.iter().map(|(figure, _)| *figure));
            }
        }
        used
    }
}
