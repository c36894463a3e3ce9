//! Variants of support, each on a school that it is due to.

use super::super::super::super::Report;
use super::super::super::super::view::Label;
use super::{name, nobody, path, say};
use crate::method::{Support, Variant};

/// The first school by name that a variant is due to, with what it has of all that the conditions ask
/// for; `None` where schools are not shown.
pub(in super::super) fn of_variant(
    report: &Report<'_>,
    support: &Support,
    variant: &Variant,
) -> Option<Label> {
    if !report.published.shows_schools() {
        return None;
    }
    let Some(school) = report.with_variant(support, variant).into_iter().next() else {
        return Some(nobody(report));
    };
    let mut asked: Vec<&str> = Vec::new();
    // Numbers of pupils may be among them.
    let told = report.published.tells_all_works();
    for (attribute, _) in variant.any_of.iter().flat_map(|all| &all.0).filter(|_| told) {
        if !asked.contains(&attribute.value.as_str()) {
            asked.push(&attribute.value);
        }
    }
    let has = asked.into_iter().filter_map(|attribute| report.has_words(attribute, school));
    let list = has.collect::<Vec<_>>().join("; ");
    let key = match list.is_empty() {
        true => "method-example-variant",
        false => "method-example-variant-by",
    };
    let text = say(report, key, &[("school", name(report, school)), ("list", list)]);
    Some(Label::link(text, path(report, school)))
}
