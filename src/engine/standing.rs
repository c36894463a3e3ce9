//! Where each school stands in the list of each year: given by a file, or by the method's rule.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use num_rational::BigRational;

use crate::method::{ClusterStatistic, ListSource, Methodology};
use crate::model::dataset::{Dataset, Observation};
use crate::model::ids::{ProcedureIx, SchoolIx, Year};
use crate::model::number::{Decimal, Share};

use super::attribute::Shape;

/// A school in the list of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is known of the list of this year.
    Unknown,
    /// Not on the list.
    Off,
    /// On the list; the cluster's index among the methodology's, `None` if it cannot be said.
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
}

/// Standings of all schools in all years, with those the rule alone would give.
#[derive(Clone, Debug)]
pub struct Standings {
    first: Year,
    schools: usize,
    /// In force: by year, then school.
    in_force: Vec<Standing>,
    /// By the rule alone.
    computed: Vec<Standing>,
    /// Years of which something is known.
    known: Vec<Year>,
    /// Years in which a file decides.
    given: BTreeSet<Year>,
}

impl Standings {
    pub(super) fn compute(method: &Methodology, dataset: &Dataset, shape: &Shape) -> Self {
        let schools = dataset.schools.len();
        let mut standings = Self {
            first: shape.first_year,
            schools,
            in_force: Vec::with_capacity(schools * shape.years),
            computed: Vec::with_capacity(schools * shape.years),
            known: Vec::new(),
            given: given_years(method, dataset),
        };
        let first_given = standings.given.first().copied();
        for year in shape.years() {
            let given = standings.given.contains(&year);
            let tested = shape.tested.contains(&year.previous());
            for school in dataset.school_indices() {
                let works = dataset.school(school).life.works_in(year);
                let computed = if tested && works && method.low_results.list.is_some() {
                    by_rule(method, dataset, school, year)
                } else {
                    Standing::Unknown
                };
                standings.computed.push(computed);
                let in_force = match method.low_results.source {
                    _ if given => by_list(method, dataset, school, year, computed),
                    ListSource::Computed => computed,
                    // Before the first given list there was none; after it the rule foretells one.
                    ListSource::Both if first_given.is_none_or(|first| year > first) => computed,
                    ListSource::Both | ListSource::Given => Standing::Unknown,
                };
                if in_force != Standing::Unknown && standings.known.last() != Some(&year) {
                    standings.known.push(year);
                }
                standings.in_force.push(in_force);
            }
        }
        standings
    }

    /// The standing of a school in the list of a year.
    pub fn get(&self, school: SchoolIx, year: Year) -> Standing {
        self.of(&self.in_force, school, year)
    }

    /// What the rule alone would say, from results of the year before.
    pub fn by_rule(&self, school: SchoolIx, year: Year) -> Standing {
        self.of(&self.computed, school, year)
    }

    /// Severities in two lists, to be compared; `None` if one is unknown, or if what happened to the
    /// school forbids comparing them. A list stands for the results that it was drawn from, those
    /// of the year before it.
    pub fn between(
        &self,
        dataset: &Dataset,
        school: SchoolIx,
        from: Year,
        to: Year,
    ) -> Option<(u16, u16)> {
        let life = &dataset.school(school).life;
        let broken = life.break_between(from.previous(), to.previous()).is_some();
        let pair = self.get(school, from).severity().zip(self.get(school, to).severity());
        pair.filter(|_| !broken)
    }

    /// The years of which something is known, in order.
    pub fn known_years(&self) -> &[Year] {
        &self.known
    }

    /// True if a file decides who is on the list of a year: absence from it means off the list.
    pub(super) fn is_given(&self, year: Year) -> bool {
        self.given.contains(&year)
    }

    fn of(&self, standings: &[Standing], school: SchoolIx, year: Year) -> Standing {
        let slot = year.0.checked_sub(self.first.0).and_then(|slot| usize::try_from(slot).ok());
        let at = slot.map(|slot| slot * self.schools + school.0 as usize);
        at.and_then(|at| standings.get(at)).copied().unwrap_or(Standing::Unknown)
    }
}

/// Years in which the list was given by a file, if files count.
fn given_years(method: &Methodology, dataset: &Dataset) -> BTreeSet<Year> {
    if method.low_results.source == ListSource::Computed {
        return BTreeSet::new();
    }
    let rows = method.low_results.list.as_ref().and_then(|list| dataset.lists.get(list));
    rows.into_iter().flatten().map(|row| row.year).collect()
}

/// By the file: its cluster, or the computed one where it gives none. A school that did not work
/// is not «off the list».
fn by_list(
    method: &Methodology,
    dataset: &Dataset,
    school: SchoolIx,
    year: Year,
    computed: Standing,
) -> Standing {
    let list = method.low_results.list.as_ref();
    let Some(row) = list.and_then(|list| dataset.list_row(list, school, year)) else {
        let works = dataset.school(school).life.works_in(year);
        return if works { Standing::Off } else { Standing::Unknown };
    };
    let cluster = row.cluster.as_ref().and_then(|id| {
        let at = method.clusters.clusters.iter().position(|c| c.id == *id)?;
        u16::try_from(at).ok()
    });
    match (cluster, computed) {
        (Some(_), _) => Standing::On(cluster),
        (None, Standing::On(computed)) => Standing::On(computed),
        (None, _) => Standing::On(None),
    }
}

/// By the rule, from results of the year before the list's (DOMAIN §3).
fn by_rule(method: &Methodology, dataset: &Dataset, school: SchoolIx, year: Year) -> Standing {
    let rules = &method.low_results;
    let tested = year.previous();
    let counts = |o: &&Observation| o.share.base() >= rules.min_participants;
    let low = |share: Share| share.cmp_percent(rules.low_share) != Ordering::Less;
    let of_year: Vec<Share> = dataset
        .results_of(school)
        .iter()
        .filter(counts)
        .filter(|o| o.year == tested)
        .map(|o| o.share)
        .collect();
    let low_count = of_year.iter().filter(|share| low(**share)).count();
    if low_count >= usize::from(rules.min_procedures) {
        return Standing::On(cluster_of(method, &of_year));
    }
    match rules.repeat_years.and_then(|n| repeated_share(method, dataset, school, tested, n)) {
        Some(share) => Standing::On(cluster_index(method, |bound| share.cmp_percent(bound))),
        None => Standing::Off,
    }
}

/// The largest share of the tested year among procedures that were low `n` years running, all of
/// them years of the same unbroken school.
fn repeated_share(
    method: &Methodology,
    dataset: &Dataset,
    school: SchoolIx,
    tested: Year,
    n: u16,
) -> Option<Share> {
    let rules = &method.low_results;
    let low_in = |procedure: ProcedureIx, year: Year| {
        let share = dataset.result(school, procedure, year)?.share;
        let counts = share.base() >= rules.min_participants
            && share.cmp_percent(rules.low_share) != Ordering::Less;
        counts.then_some(share)
    };
    let first =
        Year(tested.0.saturating_sub(i16::try_from(n).unwrap_or(i16::MAX)).saturating_add(1));
    if dataset.school(school).life.break_between(first, tested).is_some() {
        return None;
    }
    let running = |procedure: &ProcedureIx| {
        (0..n).all(|back| low_in(*procedure, Year(tested.0 - back as i16)).is_some())
    };
    let procedures = method.procedure_indices().filter(running);
    procedures.filter_map(|procedure| low_in(procedure, tested)).max()
}

fn cluster_of(method: &Methodology, shares: &[Share]) -> Option<u16> {
    match method.clusters.statistic {
        ClusterStatistic::KthHighest => {
            let mut sorted = shares.to_vec();
            sorted.sort_by(|a, b| b.cmp(a));
            let share = *sorted.get(usize::from(method.clusters.k).checked_sub(1)?)?;
            cluster_index(method, |bound| share.cmp_percent(bound))
        }
        ClusterStatistic::Max => {
            let share = *shares.iter().max()?;
            cluster_index(method, |bound| share.cmp_percent(bound))
        }
        ClusterStatistic::Pooled => {
            let pooled = pool(shares.iter().copied())?;
            cluster_index(method, |bound| pooled.cmp_percent(bound))
        }
        ClusterStatistic::Mean => {
            let mean = mean_percent(shares)?;
            cluster_index(method, |bound| mean.cmp(&rational(bound)))
        }
    }
}

fn cluster_index(method: &Methodology, cmp: impl Fn(Decimal) -> Ordering) -> Option<u16> {
    let at = method.clusters.clusters.iter().position(|c| c.holds(&cmp))?;
    u16::try_from(at).ok()
}

/// Failing of all to participants of all; `None` if there is nothing to pool.
pub(super) fn pool(shares: impl IntoIterator<Item = Share>) -> Option<Share> {
    let add = |(count, base): (u32, u32), share: Share| {
        (count.saturating_add(share.count()), base.saturating_add(share.base()))
    };
    let (count, base) = shares.into_iter().fold((0, 0), add);
    Share::new(count, base)
}

/// The exact unweighted mean of shares, in percent.
fn mean_percent(shares: &[Share]) -> Option<BigRational> {
    if shares.is_empty() {
        return None;
    }
    let sum: BigRational = shares
        .iter()
        .map(|share| BigRational::new(share.count().into(), share.base().into()))
        .sum();
    let scale = BigRational::new(100.into(), shares.len().into());
    Some(sum * scale)
}

fn rational(bound: Decimal) -> BigRational {
    BigRational::new(bound.millionths().into(), 1_000_000.into())
}
