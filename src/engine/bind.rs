//! Conditions bound to computed attributes.

use crate::diag::{Code, Diagnostic, Diagnostics, Place, unknown};
use crate::method::{Conditions, Test};
use crate::model::number::Decimal;
use crate::model::tabulation::Unit;

use super::attribute::{Column, Domain, Shape, Values};

/// A condition whose attribute and categories are known.
pub(super) struct Bound<'a> {
    pub name: &'a str,
    pub place: Place,
    pub column: &'a Column,
    test: BoundTest<'a>,
}

#[derive(Debug)]
enum BoundTest<'a> {
    AnyOf(Vec<u32>),
    Present,
    Range(&'a Test),
}

impl Bound<'_> {
    /// True if the unit is known not to meet the condition, and not only for want of a value.
    pub fn fails(&self, shape: &Shape, unit: &Unit) -> bool {
        self.column.is_known(shape, unit) && !self.holds(shape, unit)
    }

    /// What the condition looks at: an attribute of which a unit has one category, or else the
    /// question itself.
    pub fn facet(&self) -> String {
        match (&self.test, &self.column.values) {
            (_, Values::Numbers(_) | Values::Sets(_)) => format!("{} {:?}", self.name, self.test),
            _ => self.name.to_owned(),
        }
    }

    /// The unit's answer to what the condition looks at.
    pub fn answer(&self, shape: &Shape, unit: &Unit) -> u32 {
        match &self.column.values {
            Values::Numbers(_) | Values::Sets(_) => u32::from(self.holds(shape, unit)),
            _ => self.column.category(shape, unit).map_or(0, |code| code + 1),
        }
    }

    /// True if the unit meets the condition.
    pub fn holds(&self, shape: &Shape, unit: &Unit) -> bool {
        match &self.test {
            BoundTest::AnyOf(codes) => codes.iter().any(|code| self.column.has(shape, unit, *code)),
            BoundTest::Present => self.column.is_present(shape, unit),
            BoundTest::Range(test) => {
                self.column.number(shape, unit).is_some_and(|n| in_range(test, n))
            }
        }
    }
}

/// True if a number lies between the bounds of a test; other tests have none.
pub(super) fn in_range(test: &Test, number: Decimal) -> bool {
    let Test::Range { at_least, above, at_most, below } = test else { return false };
    at_least.is_none_or(|bound| number >= bound)
        && above.is_none_or(|bound| number > bound)
        && at_most.is_none_or(|bound| number <= bound)
        && below.is_none_or(|bound| number < bound)
}

/// Binds conditions; `None` if one of them cannot be, after all of them have been reported.
pub(super) fn bind<'a>(
    conditions: &'a Conditions,
    lookup: &impl Fn(&str) -> Option<&'a Column>,
    known: &[&str],
    faults: &mut Diagnostics,
) -> Option<Vec<Bound<'a>>> {
    let bound: Vec<Option<Bound<'a>>> = conditions
        .0
        .iter()
        .map(|(name, test)| {
            let Some(column) = lookup(&name.value) else {
                let fault = unknown(Code::UnknownAttribute, name.place, &name.value, known);
                faults.push(fault);
                return None;
            };
            let test = bind_test(test, column, &name.value, name.place, faults)?;
            Some(Bound { name: &name.value, place: name.place, column, test })
        })
        .collect();
    bound.into_iter().collect()
}

fn bind_test<'a>(
    test: &'a Test,
    column: &Column,
    name: &str,
    place: Place,
    faults: &mut Diagnostics,
) -> Option<BoundTest<'a>> {
    match test {
        Test::Present => Some(BoundTest::Present),
        Test::Range { .. } if matches!(column.values, Values::Numbers(_)) => {
            Some(BoundTest::Range(test))
        }
        Test::Range { .. } => {
            faults.push(Diagnostic::new(Code::NotNumber).at(place).with("value", name));
            None
        }
        Test::AnyOf(ids) => {
            let codes: Vec<Option<u32>> = ids
                .iter()
                .map(|id| {
                    let code = column.code(id);
                    if code.is_none() {
                        faults.push(unknown_category(column, name, id, place));
                    }
                    code
                })
                .collect();
            codes.into_iter().collect::<Option<_>>().map(BoundTest::AnyOf)
        }
    }
}

/// A category that an attribute does not have.
pub(super) fn unknown_category(
    column: &Column,
    attribute: &str,
    id: &str,
    place: Place,
) -> Diagnostic {
    if column.categories.is_empty() {
        return Diagnostic::new(Code::NotCategories).at(place).with("value", attribute);
    }
    let known: Vec<_> = column.categories.iter().map(|c| c.id.as_str()).collect();
    unknown(Code::UnknownCategory, place, id, &known).with("other", attribute)
}

/// Reports conditions on attributes that say nothing of the units counted.
pub(super) fn check_domain(
    conditions: &[Bound<'_>],
    domain: &Domain,
    table: &str,
    faults: &mut Diagnostics,
) {
    for condition in conditions.iter().filter(|c| !domain.covers(&c.column.domain)) {
        faults.push(
            Diagnostic::new(Code::AttributeNotHere)
                .at(condition.place)
                .with("value", condition.name)
                .with("table", table),
        );
    }
}
