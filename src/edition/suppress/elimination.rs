//! Gauss' elimination of sparse equations.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::attack::Used;

/// What equations are solved over.
pub trait Number: Clone {
    /// A whole number.
    fn whole(value: i64) -> Self;
    /// True if it is nothing.
    fn is_zero(&self) -> bool;
    /// Itself and the product of two.
    fn plus_times(&self, a: &Self, b: &Self) -> Self;
    /// What makes nothing of `of` when `by`, which is not zero, is added so many times.
    fn minus_ratio(of: &Self, by: &Self) -> Self;
}

/// A sum, by what is summed up.
pub type Terms<N> = BTreeMap<usize, N>;

/// An equation: a sum of unknown figures is a sum of shown ones.
#[derive(Clone, Debug)]
pub struct Row<N> {
    /// What is not known.
    pub unknown: Terms<N>,
    /// What it is made from.
    pub shown: Terms<N>,
}

impl<N: Number> Row<N> {
    /// Adds another row so many times.
    pub fn add(&mut self, times: &N, row: &Self) {
        row.unknown.iter().for_each(|(at, by)| add_to(&mut self.unknown, *at, times, by));
        row.shown.iter().for_each(|(at, by)| add_to(&mut self.shown, *at, times, by));
    }
}

fn add_to<N: Number>(sum: &mut Terms<N>, at: usize, times: &N, by: &N) {
    let value = sum.get(&at).unwrap_or(&N::whole(0)).plus_times(times, by);
    match value.is_zero() {
        true => sum.remove(&at),
        false => sum.insert(at, value),
    };
}

/// Equations, and which of them hold each unknown.
pub struct Elimination<N> {
    rows: Vec<Row<N>>,
    holders: Vec<BTreeSet<usize>>,
}

impl<N: Number> Elimination<N> {
    /// None yet, of so many unknowns.
    pub fn new(unknowns: usize) -> Self {
        Self { rows: Vec::new(), holders: vec![BTreeSet::new(); unknowns] }
    }

    /// Adds an equation, and what it is known from.
    pub fn add(&mut self, unknown: impl Iterator<Item = (usize, i64)>, shown: Vec<usize>) {
        let one = N::whole(1);
        let mut row = Row { unknown: Terms::new(), shown: Terms::new() };
        unknown.for_each(|(at, by)| add_to(&mut row.unknown, at, &one, &N::whole(by)));
        shown.into_iter().for_each(|at| add_to(&mut row.shown, at, &one, &one));
        let number = self.rows.len();
        row.unknown.keys().for_each(|at| {
            self.holders[*at].insert(number);
        });
        self.rows.push(row);
    }

    /// Takes all unknowns out of which `free` is true; equations about others alone are left.
    pub fn reduce(mut self, free: &dyn Fn(usize) -> bool) -> Self {
        // Rows that still hold something to be taken out, the shortest first.
        let mut open: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (at, row) in self.rows.iter().enumerate() {
            open.insert((row.unknown.len(), at));
        }
        let alone = |holders: &[BTreeSet<usize>], at: usize| free(at) && holders[at].len() == 1;
        let mut loose: Vec<usize> =
            (0..self.holders.len()).filter(|at| alone(&self.holders, *at)).collect();
        loop {
            // What stands in one equation alone says nothing, and nor does the equation.
            while let Some(figure) = loose.pop() {
                if alone(&self.holders, figure)
                    && let Some(row) = self.holders[figure].first().copied()
                {
                    open.remove(&(self.rows[row].unknown.len(), row));
                    let left = self.drop_row(row);
                    loose.extend(left.into_iter().filter(|at| alone(&self.holders, *at)));
                }
            }
            let Some((_, row)) = open.pop_first() else { break };
            let pivot = self.rows[row].unknown.keys().filter(|at| free(**at));
            let pivot = pivot.min_by_key(|at| self.holders[**at].len()).copied();
            // A row of what is left alone stays for the end.
            let Some(pivot) = pivot else { continue };
            let others: Vec<usize> =
                self.holders[pivot].iter().copied().filter(|other| *other != row).collect();
            for other in others {
                open.remove(&(self.rows[other].unknown.len(), other));
                self.subtract(row, other, pivot);
                let left = &self.rows[other].unknown;
                if left.keys().any(|at| free(*at)) {
                    open.insert((left.len(), other));
                }
            }
            let left = self.drop_row(row);
            loose.extend(left.into_iter().filter(|at| alone(&self.holders, *at)));
        }
        self
    }

    /// Solves for unknowns: for each that an equation tells by itself, what that is made from.
    pub fn alone(mut self, unknowns: Range<usize>) -> Vec<Option<Used>> {
        self.solve(unknowns.clone());
        let used = |unknown: usize| {
            let alone = |row: &&usize| self.rows[**row].unknown.len() == 1;
            let row = self.holders[unknown].iter().find(alone)?;
            Some(self.rows[*row].shown.keys().copied().collect())
        };
        unknowns.map(used).collect()
    }

    /// Solves for all unknowns that are left: each solved one stands in one row, whose number is
    /// told with it.
    pub fn solve(&mut self, unknowns: Range<usize>) -> Vec<(usize, usize)> {
        let mut done: BTreeSet<usize> = BTreeSet::new();
        let mut solved = Vec::new();
        for unknown in unknowns {
            let row = self.holders[unknown].iter().copied().find(|row| !done.contains(row));
            let Some(row) = row else { continue };
            done.insert(row);
            solved.push((unknown, row));
            let others: Vec<usize> =
                self.holders[unknown].iter().copied().filter(|other| *other != row).collect();
            for other in others {
                self.subtract(row, other, unknown);
            }
        }
        solved
    }

    /// A row.
    pub fn row(&self, at: usize) -> &Row<N> {
        &self.rows[at]
    }

    /// Takes a row away; the unknowns that it held.
    fn drop_row(&mut self, row: usize) -> Vec<usize> {
        let unknown = std::mem::take(&mut self.rows[row].unknown);
        self.rows[row].shown.clear();
        unknown.keys().for_each(|at| {
            self.holders[*at].remove(&row);
        });
        unknown.into_keys().collect()
    }

    /// Takes `pivot` out of a row by means of another that holds it.
    fn subtract(&mut self, by: usize, from: usize, pivot: usize) {
        let source = self.rows[by].clone();
        let (Some(own), Some(other)) =
            (source.unknown.get(&pivot), self.rows[from].unknown.get(&pivot))
        else {
            return;
        };
        let times = N::minus_ratio(other, own);
        self.rows[from].add(&times, &source);
        for at in source.unknown.keys() {
            match self.rows[from].unknown.contains_key(at) {
                true => self.holders[*at].insert(from),
                false => self.holders[*at].remove(&from),
            };
        }
    }
}
