//! The accessibility statement: which standards the pages keep, how, what is not reached, whom to
//! write to.

use super::super::Report;
use super::super::view::{Block, Page, PageKind, Section};
use super::{CONTACTS, empty, section};
use crate::text::Arg;

/// Its path from the site's root; footers link to it.
pub(super) const PATH: &str = "accessibility.html";

pub(super) fn page(report: &Report<'_>) -> Page {
    let title = report.get("accessibility-title");
    let mut page = empty(PageKind::Accessibility, PATH.to_owned(), title);
    page.crumbs = vec![report.home()];
    page.lead = vec![report.get("accessibility-lead")];
    let standards = ["law", "gost", "wcag"];
    let done =
        ["vision", "styles", "zoom", "keyboard", "words", "colour", "quiet", "paper", "checked"];
    let limits = ["tables", "script", "frames", "files", "own"];
    page.sections = vec![
        terms(report, "standards", &standards),
        terms(report, "done", &done),
        terms(report, "limits", &limits),
        whom_to_write(report),
    ];
    page
}

/// A section of one paragraph for each of its keys.
fn terms(report: &Report<'_>, id: &str, keys: &[&str]) -> Section {
    let said = keys.iter().map(|key| report.get(&format!("accessibility-{id}-{key}")));
    let blocks = vec![Block::Text { paragraphs: said.collect() }];
    section(id, report.get(&format!("accessibility-{id}")), Vec::new(), blocks)
}

fn whom_to_write(report: &Report<'_>) -> Section {
    let publisher = [("publisher", Arg::from(report.site.publisher.as_str()))];
    let lead = vec![report.say("accessibility-write-lead", &publisher)];
    let known = !report.published.management().contacts.is_empty();
    let links = known.then(|| report.link_to("report-contacts", CONTACTS)).into_iter().collect();
    section("write", report.get("accessibility-write"), lead, vec![Block::Links { links }])
}
