//! Who is on a list by its rule, and in which cluster, from results of the year before the list's
//! (DOMAIN §3).

use std::cmp::Ordering;

use num_rational::BigRational;
use rayon::prelude::*;

use crate::method::{ClusterRules, ClusterStatistic, ListRule};
use crate::model::dataset::{Dataset, Observation};
use crate::model::ids::{ProcedureIx, SchoolIx, Year};
use crate::model::life::SchoolLife;
use crate::model::number::{Decimal, Share};

use super::super::attribute::Shape;
use super::Standing;

/// The standings by a rule, by school and year; with clusters if there are any.
pub(super) fn by_rule(
    rule: &ListRule,
    clusters: Option<&ClusterRules>,
    dataset: &Dataset,
    shape: &Shape,
) -> Vec<Standing> {
    let mut standings = vec![Standing::Unknown; dataset.schools.len() * shape.years];
    let of_schools = standings.par_chunks_mut(shape.years.max(1)).enumerate();
    of_schools.for_each(|(school, standings)| {
        // A dataset holds fewer than 2^32 schools.
        let ix = SchoolIx(school as u32);
        let (results, life) = (dataset.results_of(ix), &dataset.school(ix).life);
        of_school(rule, clusters, (results, life), shape, standings);
    });
    standings
}

/// What the results of a tested year say of a school.
#[derive(Clone, Copy, Default)]
struct Tally {
    /// In how many procedures the result was low.
    low: u16,
    /// The largest share among procedures that were low long enough.
    repeated: Option<Share>,
}

fn of_school(
    rule: &ListRule,
    clusters: Option<&ClusterRules>,
    (results, life): (&[Observation], &SchoolLife),
    shape: &Shape,
    standings: &mut [Standing],
) {
    let counts = |o: &&Observation| o.share.base() >= rule.min_participants;
    let low = |o: &&Observation| o.share.cmp_percent(rule.low_share) != Ordering::Less;
    let mut tallies = vec![Tally::default(); standings.len()];
    // Results are ordered by procedure and year: a run of low years is a run of neighbours.
    let mut last: Option<(ProcedureIx, Year, u16)> = None;
    for result in results.iter().filter(counts).filter(low) {
        let run = match last {
            Some((procedure, year, run))
                if (procedure, year) == (result.procedure, result.year.previous())
                    && life.break_between(year, result.year).is_none() =>
            {
                run + 1
            }
            _ => 1,
        };
        last = Some((result.procedure, result.year, run));
        // The year tested and the year of the list drawn from it stand one apart.
        let at = result.year.0.checked_sub(shape.first_year.0).map(|at| at + 1);
        let at = at.and_then(|at| usize::try_from(at).ok());
        let Some(tally) = at.and_then(|at| tallies.get_mut(at)) else { continue };
        tally.low += 1;
        if rule.repeat_years.is_some_and(|years| run >= years) {
            tally.repeated = tally.repeated.max(Some(result.share));
        }
    }
    for ((standing, tally), year) in standings.iter_mut().zip(tallies).zip(shape.years()) {
        let tested = year.previous();
        if !shape.tested.contains(&tested) || !life.works_in(year) {
            continue;
        }
        let cluster = |of: &dyn Fn(&ClusterRules) -> Option<u16>| clusters.and_then(of);
        *standing = if tally.low >= rule.min_procedures {
            Standing::On(cluster(&|rules| {
                let of_year = results.iter().filter(|o| o.year == tested).filter(counts);
                cluster_of(rules, &of_year.map(|o| o.share).collect::<Vec<_>>())
            }))
        } else if let Some(share) = tally.repeated {
            Standing::On(cluster(&|rules| cluster_index(rules, |b| share.cmp_percent(b))))
        } else {
            Standing::Off
        };
    }
}

fn cluster_of(rules: &ClusterRules, shares: &[Share]) -> Option<u16> {
    match rules.statistic {
        ClusterStatistic::KthHighest => {
            let mut sorted = shares.to_vec();
            sorted.sort_by(|a, b| b.cmp(a));
            let share = *sorted.get(usize::from(rules.k).checked_sub(1)?)?;
            cluster_index(rules, |bound| share.cmp_percent(bound))
        }
        ClusterStatistic::Max => {
            let share = *shares.iter().max()?;
            cluster_index(rules, |bound| share.cmp_percent(bound))
        }
        ClusterStatistic::Pooled => {
            let pooled = pool(shares.iter().copied())?;
            cluster_index(rules, |bound| pooled.cmp_percent(bound))
        }
        ClusterStatistic::Mean => {
            let mean = mean_percent(shares)?;
            cluster_index(rules, |bound| mean.cmp(&rational(bound)))
        }
    }
}

fn cluster_index(rules: &ClusterRules, cmp: impl Fn(Decimal) -> Ordering) -> Option<u16> {
    let at = rules.clusters.iter().position(|c| c.holds(&cmp))?;
    u16::try_from(at).ok()
}

/// Failing of all to participants of all; `None` if there is nothing to pool.
pub(in super::super) fn pool(shares: impl IntoIterator<Item = Share>) -> Option<Share> {
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
        .map(|share| share.ratio())
        .map(|(count, base)| BigRational::new(count.into(), base.into()))
        .sum();
    let scale = BigRational::new(100.into(), shares.len().into());
    Some(sum * scale)
}

fn rational(bound: Decimal) -> BigRational {
    BigRational::new(bound.millionths().into(), 1_000_000.into())
}
