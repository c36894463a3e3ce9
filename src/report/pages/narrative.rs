//! A narrative page: the text, then the tables it names.

use super::super::Report;
use super::super::view::{Block, Page, PageKind};
use super::{empty, section};

pub(super) fn page(report: &Report<'_>, at: usize) -> Page {
    let narrative = &report.narratives[at];
    let path = format!("{}.html", narrative.slug);
    let mut page = empty(PageKind::Narrative, path.clone(), narrative.title.clone());
    page.menu = Some(path);
    page.crumbs = vec![report.home()];
    page.lead.extend(narrative.lead.clone());
    if !narrative.markdown.trim().is_empty() {
        let markdown = narrative.markdown.clone();
        let blocks = vec![Block::Prose { markdown }];
        page.sections.push(section("text", String::new(), Vec::new(), blocks));
    }
    let tables = narrative.tables.iter();
    page.sections.extend(tables.filter_map(|(id, _)| report.table_section(id)));
    page
}
