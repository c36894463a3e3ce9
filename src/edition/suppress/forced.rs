//! Figures that can only be the least they may be. A row of five cells that adds up to five, each of
//! somebody, is told by its total alone.
//!
//! Whatever agrees with what is shown differs from the truth by a change that the equations let be, and
//! that makes no figure less than its least. So a figure is forced if no such change raises it: a
//! linear programme, solved in exact numbers by the simplex method. Bland's rule keeps it from turning
//! in a circle.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;

use super::attack::{System, Used};
use super::elimination::{Elimination, Number, Row, Terms};

/// A programme of more entries than this is not solved: all its figures are taken to be forced.
const MOST: usize = 400_000;

impl Number for BigRational {
    fn whole(value: i64) -> Self {
        Self::from_integer(value.into())
    }

    fn is_zero(&self) -> bool {
        *self == Self::whole(0)
    }

    fn plus_times(&self, a: &Self, b: &Self) -> Self {
        self + a * b
    }

    fn minus_ratio(of: &Self, by: &Self) -> Self {
        -(of / by)
    }
}

/// Forced figures, each with the shown sums that force it.
#[derive(Debug, Default)]
pub struct Forced(BTreeMap<usize, Used>);

impl Forced {
    /// The figures that shown sums force.
    pub fn of(system: &System, visible: &[bool]) -> Self {
        let figures = system.values.len();
        let mut all: Elimination<BigRational> = Elimination::new(figures);
        for (terms, shown) in system.equations(visible) {
            all.add(terms.into_iter(), shown.into_iter().collect());
        }
        // What is greater than its least may change either way: it bounds nothing.
        let mut left = all.reduce(&|at| !system.is_least(at));
        let solved = left.solve(0..figures);
        let rows = solved.iter().map(|(basic, row)| (*basic, left.row(*row).clone()));
        let mut forced = Self::default();
        for part in parts(rows.collect()) {
            forced.0.append(&mut Simplex::new(part).forced());
        }
        forced
    }

    /// True if there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// True if a figure is forced.
    pub fn has(&self, figure: usize) -> bool {
        self.0.contains_key(&figure)
    }

    /// The shown sums that force a figure.
    pub fn used(&self, figure: usize) -> Used {
        self.0.get(&figure).cloned().unwrap_or_default()
    }
}

/// Rows by the figure that each is solved for.
type Tableau = BTreeMap<usize, Row<BigRational>>;

/// Rows that have figures in common, directly or by others, stand together.
fn parts(rows: Tableau) -> Vec<Tableau> {
    let mut parts: Vec<(BTreeSet<usize>, Tableau)> = Vec::new();
    for (basic, row) in rows {
        let mut figures: BTreeSet<usize> = row.unknown.keys().copied().collect();
        let mut part = Tableau::from([(basic, row)]);
        let (met, apart): (Vec<_>, Vec<_>) =
            parts.into_iter().partition(|(known, _)| !known.is_disjoint(&figures));
        for (known, rows) in met {
            figures.extend(known);
            part.extend(rows);
        }
        parts = apart;
        parts.push((figures, part));
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

/// Changes of figures, none less than zero, under equations that are solved for some of them. The
/// unchanged truth is a corner; from there each figure is raised as far as it can be.
struct Simplex {
    rows: Tableau,
}

impl Simplex {
    fn new(rows: Tableau) -> Self {
        let one = BigRational::whole(1);
        let unit = |(basic, mut row): (usize, Row<BigRational>)| {
            let by = row.unknown.get(&basic).map_or(one.clone(), |own| &one / own);
            for value in row.unknown.values_mut().chain(row.shown.values_mut()) {
                *value = &*value * &by;
            }
            (basic, row)
        };
        Self { rows: rows.into_iter().map(unit).collect() }
    }

    /// The figures that no change raises.
    fn forced(mut self) -> BTreeMap<usize, Used> {
        let figures = self.rows.values().flat_map(|row| row.unknown.keys().copied());
        let figures: BTreeSet<usize> = figures.collect();
        if self.rows.len() * figures.len() > MOST {
            let shown = self.rows.values().flat_map(|row| row.shown.keys().copied());
            let shown: Used = shown.collect();
            return figures.into_iter().map(|figure| (figure, shown.clone())).collect();
        }
        let mut forced = BTreeMap::new();
        let mut raised: BTreeSet<usize> = BTreeSet::new();
        for figure in figures {
            if raised.contains(&figure) {
                continue;
            }
            match self.raise(figure) {
                Ok(with) => raised.extend(with),
                Err(used) => {
                    forced.insert(figure, used);
                }
            }
        }
        forced
    }

    /// The figures that a change which raises one of them raises.
    ///
    /// # Errors
    /// There is no such change; the shown sums that forbid it.
    fn raise(&mut self, figure: usize) -> Result<BTreeSet<usize>, Used> {
        let zero = BigRational::whole(0);
        loop {
            // The figure as a sum of those that the equations are not solved for.
            let (gains, shown): (Terms<BigRational>, Used) = match self.rows.get(&figure) {
                None => (Terms::from([(figure, BigRational::whole(1))]), Used::new()),
                Some(row) => {
                    let others = row.unknown.iter().filter(|(at, _)| **at != figure);
                    let gains = others.map(|(at, by)| (*at, -by.clone())).collect();
                    (gains, row.shown.keys().copied().collect())
                }
            };
            let Some(entering) = gains.iter().find(|(_, by)| **by > zero).map(|(at, _)| *at) else {
                return Err(shown);
            };
            // What falls as the other rises stops it at once, for it stands at its least.
            let falls =
                |row: &Row<BigRational>| row.unknown.get(&entering).is_some_and(|by| *by > zero);
            let leaving = self.rows.iter().find(|(_, row)| falls(row)).map(|(at, _)| *at);
            let Some(leaving) = leaving else {
                let rises = self.rows.iter().filter(|(_, row)| row.unknown.contains_key(&entering));
                return Ok(rises.map(|(at, _)| *at).chain([entering]).collect());
            };
            self.pivot(leaving, entering);
        }
    }

    /// Solves the row of one figure for another.
    fn pivot(&mut self, leaving: usize, entering: usize) {
        let Some(row) = self.rows.remove(&leaving) else { return };
        let solved = Self::new(Tableau::from([(entering, row)])).rows;
        for (at, source) in solved {
            for row in self.rows.values_mut() {
                if let Some(by) = row.unknown.get(&at) {
                    let times = -by.clone();
                    row.add(&times, &source);
                }
            }
            self.rows.insert(at, source);
        }
    }
}
