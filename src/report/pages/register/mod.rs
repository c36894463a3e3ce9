//! Registers: documents, decisions, recommendations, events, contacts and the glossary, each with its anchor.

mod contacts;
mod decisions;
mod documents;
mod events;
mod glossary;

use super::super::Report;
use super::super::view::{Page, PageKind};

pub(super) use contacts::page as contacts;
pub(super) use decisions::{of_municipality, of_school, page as decisions, recommendations};
pub(super) use documents::page as documents;
pub(super) use events::page as events;
pub(super) use glossary::page as glossary;

/// A register with its title and the sentence that says what is in it.
fn register(report: &Report<'_>, path: &str, title: &str, lead: String) -> Page {
    let mut page = super::empty(PageKind::Register, path.to_owned(), report.get(title));
    page.menu = Some(path.to_owned());
    page.crumbs = vec![report.home()];
    page.lead = vec![lead];
    page
}
