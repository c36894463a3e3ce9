//! A declared table on a page of its own: chart, table, base, sources.

use super::super::Report;
use super::super::view::{Block, Page, PageKind};
use super::empty;
use crate::model::ids::TableId;

pub(super) fn page(report: &Report<'_>, id: &TableId) -> Page {
    let section = report.table_section(id.as_str());
    let title = section.as_ref().map(|s| s.title.clone()).unwrap_or_default();
    let mut page = empty(PageKind::Table, super::super::tables::page_path(id), title);
    page.over = Some(report.get("report-table"));
    page.menu = Some("data.html".to_owned());
    page.crumbs = vec![report.home(), report.link_to("report-data", "data.html")];
    if let Some(mut section) = section {
        page.lead = std::mem::take(&mut section.lead);
        // The title of the page is the heading of its one section.
        section.title = String::new();
        for block in &mut section.blocks {
            if let Block::Table(table) = block {
                table.page = None;
            }
        }
        page.sections.push(section);
    }
    page
}
