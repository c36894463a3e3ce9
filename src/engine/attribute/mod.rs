//! Attributes computed for all their units at once, and what a column of them can be asked.

mod columns;
mod derived;
mod field;
mod lists;
mod of_school;
mod programme;
mod rows;
mod shape;
mod warning;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::method::{Attribute, AttributeKind, Conditions, Methodology};
use crate::model::dataset::Dataset;
use crate::model::date::Date;
use crate::model::tabulation::CategoryInfo;
use crate::model::tone::Tone;

use super::Standings;
use super::absent::Absent;

use columns::Belonging;
pub(crate) use columns::{Column, Columns, Values};
pub(super) use rows::Fit;
pub(crate) use shape::{Domain, Shape};

/// No category.
const NONE: u32 = u32::MAX;

/// What every kind of attribute is computed from.
struct Context<'a> {
    method: &'a Methodology,
    dataset: &'a Dataset,
    shape: Shape,
    standings: &'a Standings,
    date: Option<Date>,
    absent: &'a Absent,
    done: BTreeMap<&'a str, Column>,
}

/// Computes every declared attribute, those that others need first.
pub(crate) fn compute(
    (method, dataset, date): (&Methodology, &Dataset, Option<Date>),
    shape: Shape,
    standings: &Standings,
    absent: &Absent,
    faults: &mut Diagnostics,
) -> Columns {
    let done = of_school::built_in(method, dataset, &shape);
    let mut context = Context { method, dataset, shape, standings, date, absent, done };
    let mut waiting: Vec<&Attribute> = method.attributes.iter().collect();
    // Attributes that could not be computed; what is made from them is not called wrong as well.
    let mut failed: BTreeSet<&str> = BTreeSet::new();
    while !waiting.is_empty() {
        let declared = |name: &str| waiting.iter().any(|a| a.id.value == name);
        let (ready, later): (Vec<&Attribute>, Vec<&Attribute>) =
            waiting.iter().partition(|a| !needs(a, method).iter().any(|name| declared(name)));
        if ready.is_empty() {
            cycles(method, &later, faults);
            break;
        }
        for attribute in ready {
            let id = attribute.id.value.as_str();
            let needs = needs(attribute, method);
            // What an absent attribute takes with it is absent itself; the rest does without it.
            let spoilt = |name: &String| failed.contains(&**name) && !absent.has(name);
            let sound = !absent.has(id) && !needs.iter().any(spoilt);
            let column = if sound { context.column(attribute, faults) } else { None };
            if column.is_none() {
                failed.insert(id);
            }
            context.done.insert(id, column.unwrap_or_else(Column::empty));
        }
        waiting = later;
    }
    in_order(method, context)
}

/// Reports each circle among attributes that wait for each other, at the first of its attributes.
fn cycles(method: &Methodology, waiting: &[&Attribute], faults: &mut Diagnostics) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for start in waiting {
        let mut path: Vec<&Attribute> = Vec::new();
        let mut at = Some(*start);
        while let Some(attribute) = at.filter(|a| seen.insert(&a.id.value)) {
            path.push(attribute);
            at = waiting.iter().copied().find(|a| needs(attribute, method).contains(&a.id.value));
        }
        let Some(closing) = at else { continue };
        // What leads into the circle is no part of it; a circle met before ends no path here.
        let from = path.iter().position(|a| a.id.value == closing.id.value);
        let Some([first, rest @ ..]) = from.map(|from| &path[from..]) else { continue };
        let ids = std::iter::once(first).chain(rest).chain([first]);
        let chain: Vec<_> = ids.map(|a| a.id.value.as_str()).collect();
        let fault = Diagnostic::new(Code::AttributeCycle)
            .at(first.id.place)
            .with("value", chain.join(" → "));
        faults.push(rest.iter().fold(fault, |fault, a| fault.see_also(a.id.place)));
    }
}

fn in_order(method: &Methodology, mut context: Context<'_>) -> Columns {
    let mut columns = Vec::new();
    let mut names = BTreeMap::new();
    for attribute in &method.attributes {
        let id = attribute.id.value.as_str();
        names.insert(id.to_owned(), columns.len());
        columns.push(context.done.remove(id).unwrap_or_else(Column::empty));
    }
    let declared = columns.len();
    for (name, column) in context.done {
        names.insert(name.to_owned(), columns.len());
        columns.push(column);
    }
    Columns { shape: context.shape, declared, columns, names }
}

/// The attributes that an attribute is made from.
fn needs(attribute: &Attribute, method: &Methodology) -> Vec<String> {
    let names = |conditions: &Conditions| -> Vec<String> {
        conditions.0.iter().map(|(name, _)| name.value.clone()).collect()
    };
    match &attribute.kind {
        AttributeKind::Quantile { of, .. } => vec![of.value.clone()],
        AttributeKind::Cases { cases } => {
            cases.iter().flat_map(|case| names(&case.conditions)).collect()
        }
        AttributeKind::Variant { support } => match method.support(&support.value) {
            Some(support) if attribute.is_implied() => {
                support.conditions().flat_map(names).collect()
            }
            Some(support) => vec![support.attribute()],
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

impl<'a> Context<'a> {
    fn column(&self, attribute: &Attribute, faults: &mut Diagnostics) -> Option<Column> {
        match &attribute.kind {
            AttributeKind::Field { field, titles_from } => {
                self.field(attribute, field, titles_from.as_ref(), faults)
            }
            AttributeKind::Number { field } => self.number(field, faults),
            AttributeKind::Bins { field, bins } => self.bins(field, bins, faults),
            AttributeKind::AnyRow { table, columns, until } => {
                self.any_row(attribute, table, columns, *until, faults)
            }
            AttributeKind::Answer { question } => self.answer(question, faults),
            AttributeKind::Quantile { of, quantile, side, include_ties } => {
                self.quantile(attribute, of, *quantile, *side, *include_ties, faults)
            }
            AttributeKind::Cases { cases } => self.cases(cases, faults),
            AttributeKind::Group { groups } => Some(self.group(attribute, groups, faults)),
            AttributeKind::Groups => Some(self.groups()),
            AttributeKind::List { list, year, shift } => {
                self.list(attribute, list, *year, *shift, faults)
            }
            AttributeKind::ListChange { list, years } => {
                self.list_change(attribute, list, *years, faults)
            }
            AttributeKind::ListYears { list, year, window, in_a_row } => {
                self.list_years(list, *year, *window, *in_a_row, faults)
            }
            AttributeKind::ListHistory { list, year, window, in_a_row } => {
                self.list_history(attribute, list, *year, (*window, *in_a_row), faults)
            }
            AttributeKind::ListAgreement { lists, year } => {
                self.list_agreement(attribute, lists, *year, faults)
            }
            AttributeKind::ListRule { list, year } => self.list_rule(list, *year, faults),
            AttributeKind::Cluster { year } => Some(self.cluster(*year)),
            AttributeKind::Transition { from, to } => Some(self.transition(*from, *to)),
            AttributeKind::Dynamics { from, to } => Some(self.dynamics(*from, *to)),
            AttributeKind::Held => Some(self.held(attribute)),
            AttributeKind::Variant { support } => self.variant(attribute, support, faults),
            AttributeKind::Warning { warning, year, answer } => {
                self.warning(attribute, warning, *year, *answer)
            }
            AttributeKind::RoadmapState => self.roadmap_state(attribute, faults),
            AttributeKind::TargetState => self.target_state(attribute, faults),
            AttributeKind::Target => self.targets(),
        }
    }

    /// Yes and no, in the declared order and with the declared titles if there are any.
    fn yes_no(&self, attribute: &Attribute) -> Vec<CategoryInfo> {
        let titles = &self.method.titles;
        let default = |id: &str, title: &str| category(id, title, Tone::Plain);
        if attribute.values.is_empty() {
            return vec![default("yes", &titles.yes), default("no", &titles.no)];
        }
        declared(attribute)
    }
}

fn category(id: &str, title: &str, tone: Tone) -> CategoryInfo {
    CategoryInfo { id: id.to_owned(), title: title.to_owned(), tone }
}

/// The categories a methodology declares for an attribute.
fn declared(attribute: &Attribute) -> Vec<CategoryInfo> {
    let info = |c: &crate::method::Category| category(&c.id, &c.title, c.tone.unwrap_or_default());
    attribute.values.iter().map(info).collect()
}

/// Categories that a kind names itself, with the titles that the methodology gives them. Their order
/// is the methodology's if it names them all.
fn retitled(attribute: &Attribute, own: Vec<CategoryInfo>) -> Vec<CategoryInfo> {
    let declared = |c: &CategoryInfo| attribute.values.iter().position(|value| value.id == c.id);
    let mut categories: Vec<(Option<usize>, CategoryInfo)> = own
        .into_iter()
        .map(|own| match declared(&own) {
            Some(at) => {
                let value = &attribute.values[at];
                (Some(at), category(&own.id, &value.title, value.tone.unwrap_or(own.tone)))
            }
            None => (None, own),
        })
        .collect();
    if categories.iter().all(|(at, _)| at.is_some()) {
        categories.sort_by_key(|(at, _)| *at);
    }
    categories.into_iter().map(|(_, category)| category).collect()
}

/// The code of a category among others; `NONE` if it is not among them.
fn code_of(categories: &[CategoryInfo], id: &str) -> u32 {
    let at = categories.iter().position(|c| c.id == id);
    at.and_then(|at| u32::try_from(at).ok()).unwrap_or(NONE)
}
