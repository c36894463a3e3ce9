//! Attributes made from other attributes: quantiles, cases, variants of support.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::method::{Attribute, Case, Located, Side};
use crate::model::ids::{ProcedureIx, SchoolIx};
use crate::model::number::Decimal;
use crate::model::tabulation::Unit;
use crate::model::tone::Tone;

use super::super::bind::{Bound, bind};
use super::super::variant::{Placing, Rules};
use super::{Column, Context, Domain, NONE, Values, category, code_of, retitled};

impl Context<'_> {
    /// Yes for the ⌊q·n⌋ lowest (or highest) of all n values of the region: 82 of 330 in the
    /// published table. Where equal values stand on both sides of that place, they belong together:
    /// all of them or, with ties excluded, none.
    pub(super) fn quantile(
        &self,
        attribute: &Attribute,
        of: &Located<String>,
        quantile: Decimal,
        side: Side,
        include_ties: bool,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let base = self.done.get(of.value.as_str());
        let Some(base) = base else {
            let known: Vec<_> = self.done.keys().copied().collect();
            let fault = crate::diag::unknown(Code::UnknownAttribute, of.place, &of.value, &known);
            faults.push(fault);
            return None;
        };
        let Values::Numbers(numbers) = &base.values else {
            faults.push(Diagnostic::new(Code::NotNumber).at(of.place).with("value", &of.value));
            return None;
        };
        // Of schools that are not of today a quantile says nothing, and they do not shift it.
        let of_schools = base.domain == Domain::SCHOOLS;
        let gone = |at: usize| {
            of_schools && self.dataset.schools.get(at).is_some_and(|school| school.life.gone)
        };
        let numbers: Vec<Option<Decimal>> =
            numbers.iter().enumerate().map(|(at, value)| value.filter(|_| !gone(at))).collect();
        let mut ordered: Vec<Decimal> = numbers.iter().copied().flatten().collect();
        ordered.sort_unstable();
        if side == Side::Upper {
            ordered.reverse();
        }
        let n = ordered.len() as i128 * i128::from(quantile.millionths()) / 1_000_000;
        let (beyond, rest) = ordered.split_at(usize::try_from(n).unwrap_or_default());
        let last = match rest.first().filter(|next| beyond.last() == Some(next)) {
            Some(tied) if !include_ties => beyond.iter().rev().find(|value| *value != tied),
            _ => beyond.last(),
        };
        let categories = self.yes_no(attribute);
        let (yes, no) = (code_of(&categories, "yes"), code_of(&categories, "no"));
        let inside = |value: Decimal| {
            last.is_some_and(|last| match side {
                Side::Lower => value <= *last,
                Side::Upper => value >= *last,
            })
        };
        let code = |value: &Option<Decimal>| match value {
            Some(value) if inside(*value) => yes,
            Some(_) => no,
            None => NONE,
        };
        Some(Column {
            domain: base.domain.clone(),
            categories,
            values: Values::Codes(numbers.iter().map(code).collect()),
            sources: base.sources.clone(),
        })
    }

    /// The first case whose conditions hold; none if none does.
    pub(super) fn cases(&self, cases: &[Case], faults: &mut Diagnostics) -> Option<Column> {
        let lookup = |name: &str| self.done.get(name);
        let known: Vec<_> = self.done.keys().copied().collect();
        let mut bound: Vec<Vec<Bound<'_>>> = Vec::new();
        let mut domain = Domain::SCHOOLS;
        let mut sources = BTreeSet::new();
        for case in cases {
            let conditions = bind(&case.conditions, &lookup, &known, faults)?;
            for condition in &conditions {
                sources.extend(&condition.column.sources);
                let Some(joined) = domain.join(&condition.column.domain) else {
                    faults.push(
                        Diagnostic::new(Code::ConditionsApart)
                            .at(condition.place)
                            .with("value", condition.name)
                            .with("other", &case.category.title),
                    );
                    return None;
                };
                domain = joined;
            }
            bound.push(conditions);
        }
        let code = |unit: Unit| {
            let at = bound.iter().position(|all| all.iter().all(|b| b.holds(&self.shape, &unit)));
            at.and_then(|at| u32::try_from(at).ok()).unwrap_or(NONE)
        };
        let codes = self.units_of(&domain).into_iter().map(code).collect();
        let info = |case: &Case| {
            let c = &case.category;
            category(&c.id, &c.title, c.tone.unwrap_or_default())
        };
        let categories = cases.iter().map(info).collect();
        Some(Column { domain, categories, values: Values::Codes(codes), sources })
    }

    /// The variant of support. A declared attribute is the one that its system implies, under titles
    /// of its own.
    pub(super) fn variant(
        &self,
        attribute: &Attribute,
        name: &Located<String>,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let Some(support) = self.method.support(&name.value) else {
            let known: Vec<_> = self.method.supports.iter().map(|s| s.id.value.as_str()).collect();
            let code = Code::UnknownSupport;
            faults.push(crate::diag::unknown(code, name.place, &name.value, &known));
            return None;
        };
        if let Some(implied) = self.done.get(support.attribute().as_str()) {
            let categories = retitled(attribute, implied.categories.clone());
            let Values::Codes(codes) = &implied.values else { return None };
            let moved: Vec<u32> =
                implied.categories.iter().map(|own| code_of(&categories, &own.id)).collect();
            let code = |code: &u32| moved.get(*code as usize).copied().unwrap_or(NONE);
            let values = Values::Codes(codes.iter().map(code).collect());
            return Some(Column { categories, values, ..implied.clone() });
        }
        let lookup = |name: &str| self.done.get(name);
        let known: Vec<_> = self.done.keys().copied().filter(|n| !n.contains(':')).collect();
        let rules = Rules::bind(support, self.absent, &lookup, &known, faults)?;
        let variants = support.variants.iter().enumerate();
        let variants = variants.map(|(at, v)| category(&v.id.value, &v.title, Tone::series(at)));
        let titles = &self.method.titles;
        let others = [
            category("none", &titles.no_variant, Tone::Empty),
            category("several", &titles.several_variants, Tone::Neutral),
        ];
        let own: Vec<_> = variants.chain(others).collect();
        let categories = retitled(attribute, own.clone());
        let codes: Vec<u32> = own.iter().map(|own| code_of(&categories, &own.id)).collect();
        let none = support.variants.len();
        Some(self.of_schools(categories, rules.sources(), |school| {
            match rules.place(&self.shape, school) {
                Placing::Outside => NONE,
                Placing::Variant(at) => codes[at],
                Placing::None => codes[none],
                Placing::Several => codes[none + 1],
            }
        }))
    }

    /// All units of a domain, in the order of their indices.
    fn units_of(&self, domain: &Domain) -> Vec<Unit> {
        let mut units = Vec::new();
        match domain {
            Domain::Rows(name) => {
                let schools = self.dataset.tables.get(name).and_then(|t| t.schools());
                for (row, school) in schools.into_iter().flatten().enumerate() {
                    let row = u32::try_from(row).ok();
                    units.push(Unit { school: *school, procedure: None, year: None, row });
                }
            }
            Domain::Schools { procedure, year } => {
                let procedures: Vec<Option<ProcedureIx>> = if *procedure {
                    self.method.procedure_indices().map(Some).collect()
                } else {
                    vec![None]
                };
                let years: Vec<_> =
                    if *year { self.shape.years().map(Some).collect() } else { vec![None] };
                let schools = self.dataset.school_indices();
                units.extend(schools.flat_map(|school: SchoolIx| {
                    let years = &years;
                    procedures.iter().flat_map(move |procedure| {
                        years.iter().map(move |year| Unit {
                            school,
                            procedure: *procedure,
                            year: *year,
                            row: None,
                        })
                    })
                }));
            }
        }
        units
    }
}
