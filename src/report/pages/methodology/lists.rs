//! Lists, variants of support and the attributes made from them, in sentences.

use super::super::super::view::{Block, Label, Section, Term};
use super::super::super::{Report, count};
use super::examples;
use crate::method::AttributeKind;
use crate::model::ids::Year;
use crate::text::Arg;

/// How each list is drawn up.
pub(super) fn section(report: &Report<'_>) -> Option<Section> {
    let term = |ix| {
        let path = report.list_path(ix);
        let words = Label::text(report.drawn_words(ix).join(" "));
        let link = Label::link(report.get("method-list-page"), path);
        Term { title: report.list_name(ix), values: vec![words, link] }
    };
    let terms: Vec<Term> = report.lists().map(term).collect();
    let title = report.get("method-lists");
    let blocks = |terms| vec![Block::Terms { terms }];
    (!terms.is_empty()).then(|| super::section("lists", title, Vec::new(), blocks(terms)))
}

/// Whom each system of support is about, and the conditions of its variants.
pub(super) fn variants(report: &Report<'_>) -> Option<Section> {
    let mut terms = Vec::new();
    for (support, _) in report.supports() {
        let words = Label::text(report.support_words(support).join(" "));
        terms.push(Term { title: report.name(&support.title), values: vec![words] });
        terms.extend(support.variants.iter().map(|variant| {
            let to = format!("variants/{}.html", variant.id.value);
            let mut values = vec![Label::text(report.alternatives(variant))];
            values.extend(examples::of_variant(report, support, variant));
            values.push(Label::link(report.get("method-variant-page"), to));
            Term { title: report.name(&variant.title), values }
        }));
    }
    let (title, lead) = (report.get("method-variants"), vec![report.get("method-variants-lead")]);
    let blocks = |terms| vec![Block::Terms { terms }];
    (!terms.is_empty()).then(|| super::section("variants", title, lead, blocks(terms)))
}

/// How an attribute of the lists is made.
pub(super) fn made(report: &Report<'_>, kind: &AttributeKind) -> String {
    let title = |id: &str| report.list_title(id);
    match kind {
        AttributeKind::List { list, year, shift } => {
            let later = i32::from(*shift);
            let n = count(later.unsigned_abs() as usize);
            let key = match (year, later.signum()) {
                (Some(_), _) => "made-list",
                (None, 1) => "made-list-later",
                (None, -1) => "made-list-earlier",
                (None, _) => "made-list-any",
            };
            say(report, key, &[("list", (&title(&list.value)).into()), ("n", n)], *year)
        }
        AttributeKind::ListChange { list, years } => {
            let list = title(&list.value);
            match years {
                Some((from, to)) => {
                    let (from, to) = (from.to_string(), to.to_string());
                    let years = [("from", (&from).into()), ("to", (&to).into())];
                    report.say("made-list-change", &[("list", (&list).into()), years[0], years[1]])
                }
                None => report.say("made-list-change-any", &[("list", (&list).into())]),
            }
        }
        AttributeKind::ListYears { list, year, window, in_a_row } => {
            let key = match (in_a_row, window) {
                (false, Some(_)) => "made-list-years",
                (false, None) => "made-list-years-all",
                (true, Some(_)) => "made-list-run",
                (true, None) => "made-list-run-all",
            };
            let n = count(window.map_or(0, usize::from));
            say(report, key, &[("list", (&title(&list.value)).into()), ("n", n)], *year)
        }
        AttributeKind::ListHistory { list, year, window, in_a_row } => {
            let list = title(&list.value);
            let (window, run) = (count((*window).into()), count((*in_a_row).into()));
            let args = [("list", (&list).into()), ("window", window), ("run", run)];
            say(report, "made-list-history", &args, *year)
        }
        AttributeKind::ListAgreement { lists: [first, second], year } => {
            let (first, second) = (title(&first.value), title(&second.value));
            let args = [("first", (&first).into()), ("second", (&second).into())];
            say(report, "made-list-agreement", &args, *year)
        }
        _ => String::new(),
    }
}

/// A sentence about a year, or about each year of a table.
fn say(report: &Report<'_>, key: &str, args: &[(&str, Arg<'_>)], year: Option<Year>) -> String {
    let year = match year {
        Some(year) => {
            let year = year.to_string();
            report.say("made-of-year", &[("year", (&year).into())])
        }
        None => report.get("made-of-each-year"),
    };
    let mut args = args.to_vec();
    args.push(("year", (&year).into()));
    report.say(key, &args)
}

impl Report<'_> {
    /// The title of a list by its id.
    pub(in super::super) fn list_title(&self, id: &str) -> String {
        let method = self.published.method();
        method.list_ix(id).map_or_else(String::new, |ix| self.name(&method.list(ix).title))
    }
}
