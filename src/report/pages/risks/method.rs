//! How figures about risks are made, for the methodology.

use super::super::super::Report;
use super::super::super::view::{Block, Label, Section, Term};
use super::super::methodology::examples;
use super::super::section as make_section;
use crate::model::ids::Year;

/// What is counted and of what, what is called an effect, when a difference is worth speaking of.
pub(in crate::report::pages) fn section(report: &Report<'_>) -> Option<Section> {
    let profiles = report.published.risks()?;
    let rules = report.published.method().statistics;
    let before = report.published.method().years.list.previous();
    let year = profiles.years().into_iter().rfind(|year| *year <= before);
    let term = |title: &str, text: String, example: Option<Label>| Term {
        title: report.get(title),
        values: std::iter::once(Label::text(text)).chain(example).collect(),
    };
    let plain = |title: &str, example: Option<Label>| {
        term(title, report.get(&format!("{title}-text")), example)
    };
    let mut terms = vec![
        plain("risk-method-profile", examples::of_profile(report, profiles)),
        plain("risk-method-base", examples::of_shares(report, profiles)),
    ];
    terms.extend(year.map(|year| {
        let [from, to] = [year, Year(year.0 + 1)].map(|year| year.to_string());
        let years = [("from", (&from).into()), ("to", (&to).into())];
        let example = examples::of_effect(report, profiles, year);
        term("risk-method-effect", report.say("risk-method-effect-text", &years), example)
    }));
    let confidence = u32::from(rules.confidence.percent());
    let args = [("confidence", confidence.into()), ("small", rules.small.into())];
    let text = report.say("risk-method-difference-text", &args);
    let example = examples::of_difference(report, profiles);
    terms.push(term("risk-method-difference", text, example));
    let title = report.get("risk-profile");
    Some(make_section("risks", title, Vec::new(), vec![Block::Terms { terms }]))
}
