//! The rule of the list and of clusters once more, in the plainest words (DOMAIN §3): fractions,
//! no indices, nothing shared with the engine.

use num_rational::BigRational;
use svod::edition::PublishedStanding as Standing;

use super::region::Region;

fn ratio(numerator: u32, denominator: u32) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

/// A bound in percent.
fn bound(halves: u32) -> BigRational {
    ratio(halves, 2)
}

/// The percentage of a result.
fn percent((participants, below): (u32, u32)) -> BigRational {
    ratio(100 * below, participants)
}

/// The list of a year as the results of the year before make it.
pub fn by_rule(region: &Region, school: usize, year: i16) -> Standing {
    let method = &region.method;
    let in_year = |y: i16| {
        let results = region.results.iter();
        let of = results.filter(move |((s, _, tested), _)| *s == school && *tested == y);
        of.filter(|(_, result)| result.0 >= method.min_participants)
    };
    if !region.results.keys().any(|(_, _, tested)| *tested == year - 1) {
        return Standing::Unknown;
    }
    let low = |result: &(u32, u32)| percent(*result) >= bound(method.low_share);
    let results: Vec<(u32, u32)> = in_year(year - 1).map(|(_, result)| *result).collect();
    if results.iter().filter(|result| low(result)).count() >= method.min_procedures {
        return Standing::On(cluster(region, &decisive(region, &results)));
    }
    let Some(years) = method.repeat_years else { return Standing::Off };
    let repeated = in_year(year - 1).filter(|((_, procedure, _), _)| {
        (1..=years).all(|back| {
            in_year(year - back).any(|((_, p, _), result)| p == procedure && low(result))
        })
    });
    match repeated.map(|(_, result)| percent(*result)).max() {
        Some(share) => Standing::On(cluster(region, &share)),
        None => Standing::Off,
    }
}

/// The number that decides the cluster.
fn decisive(region: &Region, results: &[(u32, u32)]) -> BigRational {
    let mut shares: Vec<_> = results.iter().map(|result| percent(*result)).collect();
    shares.sort();
    let n = shares.len();
    match region.method.statistic {
        "max" => shares[n - 1].clone(),
        "mean" => shares.into_iter().sum::<BigRational>() / ratio(n as u32, 1),
        "pooled" => {
            let sum = |of: fn(&(u32, u32)) -> u32| results.iter().map(of).sum();
            percent((sum(|r| r.0), sum(|r| r.1)))
        }
        // A school may have fewer procedures than k: then nothing is said of its cluster.
        _ => match n.checked_sub(region.method.k) {
            Some(at) => shares[at].clone(),
            None => ratio(1000, 1),
        },
    }
}

fn cluster(region: &Region, share: &BigRational) -> Option<u16> {
    let clusters = &region.method.clusters;
    let reached = |(from, inclusive): &(u32, bool)| {
        *share > bound(*from) || (*share == bound(*from) && *inclusive)
    };
    let at = clusters.iter().rposition(reached).filter(|_| *share <= bound(200))?;
    u16::try_from(at).ok()
}

/// The list in force: the given one where there is one, else by the rule if that may decide. Before
/// the first given list there was none.
pub fn in_force(region: &Region, school: usize, year: i16) -> Standing {
    let computed = by_rule(region, school, year);
    let given = region.listed.keys().any(|(_, issued)| *issued == year);
    let first = region.listed.keys().map(|(_, issued)| *issued).min();
    let began = first.is_none_or(|first| first < year);
    match (region.method.source, given) {
        ("computed", _) => computed,
        ("both", false) if began => computed,
        (_, false) => Standing::Unknown,
        _ => match (region.listed.get(&(school, year)), computed) {
            (None, _) => Standing::Off,
            (Some(Some(cluster)), _) => Standing::On(u16::try_from(*cluster).ok()),
            (Some(None), Standing::On(cluster)) => Standing::On(cluster),
            (Some(None), _) => Standing::On(None),
        },
    }
}
