//! Variants of support: which school meets which, and which meet none or several.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::method::{Conditions, Methodology, Several, Support};
use crate::model::dataset::Dataset;
use crate::model::ids::SchoolIx;
use crate::model::tabulation::Unit;

use super::absent::Absent;
use super::attribute::{Column, Columns, Domain, Shape};
use super::bind::{Bound, bind};

/// The conditions of a system of variants, bound to attributes. Those that an absent table has taken
/// away are left out.
pub(super) struct Rules<'a> {
    among: Vec<Bound<'a>>,
    variants: Vec<Vec<Alternative<'a>>>,
    several: Several,
}

/// Conditions that together lead to a variant, by their order in the method.
struct Alternative<'a> {
    at: usize,
    conditions: Vec<Bound<'a>>,
}

/// What a system of variants says of a school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Placing {
    /// The system is not about the school.
    Outside,
    /// The variant of this order.
    Variant(usize),
    /// It meets none.
    None,
    /// It meets several, and none is chosen.
    Several,
}

/// A school that meets none of the variants, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unplaced {
    /// The school.
    pub school: SchoolIx,
    /// The variants it meets, by their order.
    pub met: Vec<usize>,
    /// If it meets none: what stands in the way of each.
    pub failed: Vec<Failed>,
}

/// A condition that a school does not meet: of this variant, of this alternative of it, by order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed {
    /// The variant.
    pub variant: usize,
    /// Which of the variant's alternatives.
    pub alternative: usize,
    /// Which of its conditions.
    pub condition: usize,
}

/// A system of variants, applied to the schools.
#[derive(Clone, Debug)]
pub struct Placement {
    /// Its order in the method.
    pub support: usize,
    /// How many schools are to have a variant.
    pub schools: u32,
    /// Those that meet none or several, in the order of the registry.
    pub unplaced: Vec<Unplaced>,
}

impl Placement {
    /// What stands in the way of a school, if it meets none or several.
    pub fn unplaced(&self, school: SchoolIx) -> Option<&Unplaced> {
        let at = self.unplaced.binary_search_by_key(&school, |found| found.school).ok()?;
        Some(&self.unplaced[at])
    }
}

impl<'a> Rules<'a> {
    /// Binds the conditions; `None` if they are faulty or nothing of them is left.
    pub fn bind(
        support: &'a Support,
        absent: &Absent,
        lookup: &impl Fn(&str) -> Option<&'a Column>,
        known: &[&str],
        faults: &mut Diagnostics,
    ) -> Option<Self> {
        let mut one = |conditions: &'a Conditions| {
            let bound = bind(conditions, lookup, known, faults)?;
            let others = bound.iter().filter(|b| !Domain::SCHOOLS.covers(&b.column.domain));
            let not_of_schools = |b: &Bound<'_>| {
                let fault = Diagnostic::new(Code::NotOfSchools).at(b.place);
                fault.with("value", b.name).with("other", &support.title)
            };
            faults.extend(others.map(not_of_schools).collect());
            Some(bound)
        };
        let among = one(&support.among);
        let mut variants = Vec::new();
        let mut whole = true;
        for variant in &support.variants {
            let mut alternatives = Vec::new();
            let left = variant.any_of.iter().enumerate().filter(|(_, c)| !absent.touches(c));
            for (at, conditions) in left {
                match one(conditions) {
                    Some(conditions) => alternatives.push(Alternative { at, conditions }),
                    None => whole = false,
                }
            }
            variants.push(alternatives);
        }
        let among = among.filter(|_| whole && !faults.has_errors())?;
        Some(Self { among, variants, several: support.several })
    }

    pub fn sources(&self) -> BTreeSet<crate::diag::SourceId> {
        let of_variants = self.variants.iter().flatten().flat_map(|a| &a.conditions);
        self.among.iter().chain(of_variants).flat_map(|b| &b.column.sources).copied().collect()
    }

    fn is_among(&self, shape: &Shape, unit: &Unit) -> bool {
        self.among.iter().all(|b| b.holds(shape, unit))
    }

    /// The variants that a school meets, by their order.
    fn met(&self, shape: &Shape, unit: &Unit) -> Vec<usize> {
        let meets = |a: &Alternative<'_>| a.conditions.iter().all(|b| b.holds(shape, unit));
        let variants = self.variants.iter().enumerate();
        variants.filter(|(_, any)| any.iter().any(meets)).map(|(at, _)| at).collect()
    }

    pub fn place(&self, shape: &Shape, school: SchoolIx) -> Placing {
        let unit = Unit::of_school(school);
        if !self.is_among(shape, &unit) {
            return Placing::Outside;
        }
        match (self.met(shape, &unit).as_slice(), self.several) {
            ([], _) => Placing::None,
            ([variant], _) | ([variant, ..], Several::First) => Placing::Variant(*variant),
            (_, Several::Report) => Placing::Several,
        }
    }

    fn unplaced(&self, shape: &Shape, school: SchoolIx) -> Option<Unplaced> {
        let unit = Unit::of_school(school);
        let met = self.met(shape, &unit);
        if met.len() == 1 {
            return None;
        }
        let mut failed = Vec::new();
        let variants = self.variants.iter().enumerate().filter(|_| met.is_empty());
        for (variant, alternatives) in variants {
            for alternative in alternatives {
                let conditions = alternative.conditions.iter().enumerate();
                let missed = conditions.filter(|(_, b)| !b.holds(shape, &unit));
                failed.extend(missed.map(|(condition, _)| Failed {
                    variant,
                    alternative: alternative.at,
                    condition,
                }));
            }
        }
        Some(Unplaced { school, met, failed })
    }
}

/// Applies every system of variants that the data has something for.
pub(super) fn placements(
    method: &Methodology,
    dataset: &Dataset,
    columns: &Columns,
    absent: &Absent,
) -> Vec<Placement> {
    let lookup = |name: &str| columns.find(name).map(|(_, column)| column);
    let mut placements = Vec::new();
    for (at, support) in method.supports.iter().enumerate() {
        if absent.has(&support.attribute()) {
            continue;
        }
        // Its faults were reported when its attribute was computed.
        let rules = Rules::bind(support, absent, &lookup, &[], &mut Diagnostics::new());
        let Some(rules) = rules else { continue };
        let shape = &columns.shape;
        let among = |ix: &SchoolIx| rules.is_among(shape, &Unit::of_school(*ix));
        let schools: Vec<SchoolIx> = dataset.schools_of_today().filter(among).collect();
        placements.push(Placement {
            support: at,
            // A dataset holds fewer than 2^32 schools.
            schools: schools.len() as u32,
            unplaced: schools.iter().filter_map(|ix| rules.unplaced(shape, *ix)).collect(),
        });
    }
    placements
}

/// Names at most so many schools in a warning.
const NAMED: usize = 5;

/// Warns of schools that meet no variant, and of those that meet several.
pub(super) fn warnings(
    method: &Methodology,
    dataset: &Dataset,
    placements: &[Placement],
) -> Diagnostics {
    let mut faults = Diagnostics::new();
    for placement in placements {
        let support = &method.supports[placement.support];
        for (code, none) in [(Code::NoVariant, true), (Code::SeveralVariants, false)] {
            let of = placement.unplaced.iter().filter(|u| u.met.is_empty() == none);
            let schools: Vec<&Unplaced> = of.collect();
            if schools.is_empty() {
                continue;
            }
            let name = |u: &&Unplaced| dataset.school(u.school).name.as_str();
            let mut names: Vec<&str> = schools.iter().map(name).take(NAMED).collect();
            if schools.len() > NAMED {
                names.push("…");
            }
            faults.push(
                Diagnostic::new(code)
                    .at(support.id.place)
                    .with("value", schools.len())
                    .with("other", names.join(", "))
                    .with("column", &support.title),
            );
        }
    }
    faults
}
