//! The page that a server shows for an address that leads nowhere.

use super::super::Report;
use super::super::view::{Block, Page, PageKind};
use super::{PageId, empty, search, section};

/// Its path from the site's root, as servers look for it.
pub(super) const PATH: &str = "404.html";

pub(super) fn page(report: &Report<'_>) -> Page {
    let title = report.get("missing-title");
    let mut page = empty(PageKind::Missing, PATH.to_owned(), title);
    page.lead = vec![report.get("missing-lead")];
    let ways = [
        (PageId::Region, "report-overview"),
        (PageId::Municipalities, "report-municipalities"),
        (PageId::Schools, "report-schools"),
    ];
    let mut links: Vec<_> =
        ways.iter().map(|(id, key)| report.link_to(key, &id.path(report.published))).collect();
    links.push(report.link_to("search-title", search::PATH));
    let links = vec![Block::Links { links }];
    page.sections = vec![section("ways", String::new(), Vec::new(), links)];
    page
}
