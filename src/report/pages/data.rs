//! The downloads: every declared table as a file, and the files the report was made from.

use super::super::listings::{bare_table, column};
use super::super::tables::{csv_path, page_path};
use super::super::view::{Block, Cell, Label, Page, PageKind, Row, RowRole};
use super::super::{Report, count};
use super::{empty, section};
use crate::model::ids::TableId;

pub(super) fn page(report: &Report<'_>) -> Page {
    let mut page = empty(PageKind::Data, "data.html".to_owned(), report.get("report-data"));
    page.menu = Some("data.html".to_owned());
    page.crumbs = vec![report.home()];
    let ids: Vec<TableId> = report.table_ids().map(TableId::new).collect();
    page.lead = vec![report.say("data-lead", &[("n", count(ids.len()))])];
    let columns = vec![
        column("file", report.get("data-file"), false),
        column("sources", report.get("data-sources"), false),
    ];
    let title = report.get("data-tables");
    let mut table = bare_table("tables", title.clone(), report.get("report-table"), columns);
    for id in &ids {
        let named = |title: &str, sources| (report.name(title), report.source_names(sources));
        let listing = || report.published.listing(id.as_str());
        let known = match report.published.table(id.as_str()) {
            Some(table) => Some(named(&table.title, &table.sources)),
            None => listing().map(|listing| named(&listing.title, &listing.sources)),
        };
        let made = || report.table(id.as_str()).map(|table| (table.caption, table.sources));
        let (caption, sources) = known.or_else(made).unwrap_or_default();
        let file = csv_path(id);
        let name = file.rsplit('/').next().unwrap_or(&file).to_owned();
        table.rows.push(Row {
            id: id.to_string(),
            title: Label::link(caption, page_path(id)),
            role: RowRole::Body,
            cells: vec![
                Cell { link: Some(file), ..Cell::text(name) },
                Cell::text(sources.join(", ")),
            ],
        });
    }
    let lead = vec![report.get("data-columns")];
    page.sections.push(section("files", title, lead, vec![Block::Table(table)]));
    let inputs = report
        .sources
        .iter()
        .map(|(_, source)| Label::text(source.path.clone()))
        .map(|label| label.text);
    let title = report.get("data-inputs");
    let paragraphs = vec![report.get("data-inputs-lead"), inputs.collect::<Vec<_>>().join(", ")];
    page.sections.push(section("inputs", title, Vec::new(), vec![Block::Text { paragraphs }]));
    page
}
