//! The page of the search: the way to everything for whoever has no scripts.

use super::super::Report;
use super::super::view::{Block, Page, PageKind};
use super::{PageId, empty, section};

/// Its path from the site's root; headers link to it.
pub(super) const PATH: &str = "search.html";

pub(super) fn page(report: &Report<'_>) -> Page {
    let mut page = empty(PageKind::Search, PATH.to_owned(), report.get("search-title"));
    page.crumbs = vec![report.home()];
    page.lead = vec![report.get("search-lead")];
    let indexes = [
        (PageId::Municipalities, "report-municipalities"),
        (PageId::Schools, "report-schools"),
        (PageId::Procedures, "report-procedures"),
        (PageId::Groups, "report-groups"),
        (PageId::Lists, "report-lists"),
        (PageId::Risks, "report-risks"),
        (PageId::Data, "search-tables"),
        (PageId::Glossary, "report-glossary"),
    ];
    let there = indexes.into_iter().filter(|(id, _)| report.pages().contains(id));
    let links = there.map(|(id, key)| report.link_to(key, &id.path(report.published)));
    let links = Block::Links { links: links.collect() };
    page.sections = vec![section("indexes", report.get("search-indexes"), Vec::new(), vec![links])];
    page
}
