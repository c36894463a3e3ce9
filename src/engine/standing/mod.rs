//! Where each school stands in each list of each year: given by a file, or by the list's rule.

mod rule;
mod years;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::method::{Decider, List, Methodology};
use crate::model::dataset::{Dataset, ListRow};
use crate::model::ids::{ListIx, SchoolIx, Year};

use super::attribute::Shape;

pub(super) use rule::pool;

/// A school in the list of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is known of the list of this year.
    Unknown,
    /// Not on the list.
    Off,
    /// On the list; the cluster's index among the methodology's, `None` if it cannot be said. Lists
    /// other than the main one have no clusters.
    On(Option<u16>),
}

impl Standing {
    /// Severity: 0 off the list, 1 for the mildest cluster; `None` if unknown.
    pub fn severity(self) -> Option<u16> {
        match self {
            Self::Off => Some(0),
            Self::On(Some(cluster)) => Some(cluster.saturating_add(1)),
            Self::Unknown | Self::On(None) => None,
        }
    }

    /// Whether the school is on the list; `None` if unknown.
    pub fn is_on(self) -> Option<bool> {
        match self {
            Self::Unknown => None,
            Self::Off => Some(false),
            Self::On(_) => Some(true),
        }
    }
}

/// Standings of all schools in all lists and years, with those that rules alone would give.
#[derive(Clone, Debug)]
pub struct Standings {
    /// In the order of the methodology's lists.
    lists: Vec<ListStandings>,
    main: Option<ListIx>,
}

impl Standings {
    pub(super) fn compute(method: &Methodology, dataset: &Dataset, shape: &Shape) -> Self {
        let main = method.main_list();
        let list = |ix: ListIx| {
            ListStandings::compute(method, method.list(ix), main == Some(ix), dataset, shape)
        };
        Self { lists: method.list_indices().map(list).collect(), main }
    }

    /// A list of the methodology.
    pub fn list(&self, ix: ListIx) -> &ListStandings {
        &self.lists[usize::from(ix.0)]
    }

    /// The list that the rules of low results are about, if there is one.
    pub fn main(&self) -> Option<&ListStandings> {
        self.main.map(|ix| self.list(ix))
    }

    /// The standing of a school in the main list of a year.
    pub fn get(&self, school: SchoolIx, year: Year) -> Standing {
        self.main().map_or(Standing::Unknown, |list| list.get(school, year))
    }

    /// What the rule of the main list alone would say, from results of the year before.
    pub fn by_rule(&self, school: SchoolIx, year: Year) -> Standing {
        self.main().map_or(Standing::Unknown, |list| list.by_rule(school, year))
    }

    /// The years of the main list of which something is known, in order.
    pub fn known_years(&self) -> &[Year] {
        self.main().map_or(&[], ListStandings::known_years)
    }
}

/// Standings of all schools in one list.
#[derive(Clone, Debug)]
pub struct ListStandings {
    first: Year,
    years: usize,
    /// In force: by school, then year, so that the years of a school lie together.
    in_force: Vec<Standing>,
    /// By the rule alone; empty if the list has none.
    computed: Vec<Standing>,
    /// Years of which something is known.
    known: Vec<Year>,
    /// Years in which a file decides.
    given: BTreeSet<Year>,
    /// Of schools with a broken series, the first lists that are not to be compared with those
    /// before them, in order.
    breaks: BTreeMap<SchoolIx, Vec<Year>>,
}

/// A list stands for the results that it was drawn from, those of the year before it: what broke
/// the series of a school with a year broke its lists with the next one.
fn breaks(dataset: &Dataset) -> BTreeMap<SchoolIx, Vec<Year>> {
    let of_school = |ix: SchoolIx| {
        let changes = dataset.school(ix).life.changes.iter().filter(|change| change.breaks);
        let years: Vec<Year> = changes.map(|change| Year(change.year.0 + 1)).collect();
        (!years.is_empty()).then_some((ix, years))
    };
    dataset.school_indices().filter_map(of_school).collect()
}

impl ListStandings {
    fn compute(
        method: &Methodology,
        list: &List,
        is_main: bool,
        dataset: &Dataset,
        shape: &Shape,
    ) -> Self {
        let rows = dataset.lists.get(&list.id).map_or(&[][..], Vec::as_slice);
        let given: BTreeSet<Year> = rows.iter().map(|row| row.year).collect();
        let decider = |year: Year| (year, list.decider(year, &given, &shape.tested));
        let deciders: Vec<(Year, Option<Decider>)> = shape.years().map(decider).collect();
        let filed = deciders.iter().filter(|(_, decider)| *decider == Some(Decider::File));
        let mut standings = Self {
            first: shape.first_year,
            years: shape.years,
            in_force: vec![Standing::Unknown; dataset.schools.len() * shape.years],
            computed: Vec::new(),
            known: deciders.iter().filter_map(|(year, decider)| decider.map(|_| *year)).collect(),
            given: filed.map(|(year, _)| *year).collect(),
            breaks: breaks(dataset),
        };
        if let Some(rule) = &list.rule {
            let clusters = is_main.then_some(&method.clusters);
            standings.computed = rule::by_rule(rule, clusters, dataset, shape);
        }
        standings.decide(dataset, &deciders);
        for row in rows {
            if standings.is_given(row.year) {
                standings.put(row, is_main.then_some(method));
            }
        }
        standings
    }

    /// What is so without a row of a file: off a given list, on or off a computed one. A school is
    /// not off the list of a year in which it does not work: nothing is known of it.
    fn decide(&mut self, dataset: &Dataset, deciders: &[(Year, Option<Decider>)]) {
        let computed = &self.computed;
        let by_school = self.in_force.par_chunks_mut(self.years.max(1)).enumerate();
        by_school.for_each(|(school, standings)| {
            let life = &dataset.schools[school].life;
            for (at, (standing, (year, decider))) in standings.iter_mut().zip(deciders).enumerate()
            {
                *standing = match decider {
                    _ if !life.works_in(*year) => Standing::Unknown,
                    Some(Decider::File) => Standing::Off,
                    Some(Decider::Rule) => computed[school * deciders.len() + at],
                    None => Standing::Unknown,
                };
            }
        });
    }

    /// On the list by a file: in its cluster, or the computed one where it gives none.
    fn put(&mut self, row: &ListRow, clusters_of: Option<&Methodology>) {
        let cluster = row.cluster.as_ref().zip(clusters_of).and_then(|(id, method)| {
            let at = method.clusters.clusters.iter().position(|c| c.id == *id)?;
            u16::try_from(at).ok()
        });
        let computed = match self.by_rule(row.school, row.year) {
            Standing::On(cluster) => cluster,
            Standing::Off | Standing::Unknown => None,
        };
        if let Some(at) = self.slot(row.school, row.year) {
            self.in_force[at] = Standing::On(cluster.or(computed));
        }
    }

    fn slot(&self, school: SchoolIx, year: Year) -> Option<usize> {
        let at = usize::try_from(year.0.checked_sub(self.first.0)?).ok()?;
        (at < self.years).then(|| school.0 as usize * self.years + at)
    }

    fn of(&self, standings: &[Standing], school: SchoolIx, year: Year) -> Standing {
        let at = self.slot(school, year);
        at.and_then(|at| standings.get(at)).copied().unwrap_or(Standing::Unknown)
    }

    /// The standing of a school in the list of a year.
    pub fn get(&self, school: SchoolIx, year: Year) -> Standing {
        self.of(&self.in_force, school, year)
    }

    /// What the rule alone would say, from results of the year before; unknown without a rule.
    pub fn by_rule(&self, school: SchoolIx, year: Year) -> Standing {
        self.of(&self.computed, school, year)
    }

    /// The years of which something is known, in order.
    pub fn known_years(&self) -> &[Year] {
        &self.known
    }

    /// True if what happened to a school forbids comparing its places in the lists of two years.
    pub fn is_broken(&self, school: SchoolIx, from: Year, to: Year) -> bool {
        let breaks = self.breaks.get(&school).into_iter().flatten();
        breaks.into_iter().any(|year| from < *year && *year <= to)
    }

    /// Severities in the lists of two years, to be compared; `None` if one of them is unknown, or if
    /// what happened to the school forbids it.
    pub fn severities(&self, school: SchoolIx, from: Year, to: Year) -> Option<(u16, u16)> {
        let pair = self.get(school, from).severity().zip(self.get(school, to).severity());
        pair.filter(|_| !self.is_broken(school, from, to))
    }

    /// True if a file decides who is on the list of a year: absence from it means off the list.
    pub fn is_given(&self, year: Year) -> bool {
        self.given.contains(&year)
    }
}
