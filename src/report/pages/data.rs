//! The downloads: every declared table as a file, and the files the report was made from.

use std::collections::BTreeSet;

use super::super::listings::{bare_table, column};
use super::super::tables::{csv_path, page_path};
use super::super::view::{Block, Cell, Label, Page, PageKind, Row, RowRole, Section};
use super::super::{Report, count};
use super::{empty, section};
use crate::model::ids::TableId;

pub(super) fn page(report: &Report<'_>) -> Page {
    let mut page = empty(PageKind::Data, "data.html".to_owned(), report.get("report-data"));
    page.menu = Some("data.html".to_owned());
    page.crumbs = vec![report.home()];
    let ids: Vec<TableId> = report.table_ids().map(TableId::new).collect();
    page.lead = vec![report.say("data-lead", &[("n", count(ids.len()))])];
    let (declared, generated): (Vec<&TableId>, Vec<&TableId>) =
        ids.iter().partition(|id| report.is_declared(id));
    let lead = vec![report.get("data-columns")];
    page.sections.push(files(report, ["files", "tables"], "data-tables", lead, &declared));
    let ids = ["generated", "generated-tables"];
    page.sections.push(files(report, ids, "data-generated", Vec::new(), &generated));
    let title = report.get("data-inputs");
    let paragraphs = vec![report.get("data-inputs-lead"), inputs(report).join(", ")];
    page.sections.push(section("inputs", title, Vec::new(), vec![Block::Text { paragraphs }]));
    page
}

/// What was read: files, and of workbooks the sheets.
fn inputs(report: &Report<'_>) -> Vec<String> {
    let all = || report.sources.iter().map(|(_, source)| source);
    let books: BTreeSet<&str> =
        all().filter(|source| source.sheet.is_some()).map(|source| source.path.as_str()).collect();
    let read =
        all().filter(|source| source.sheet.is_some() || !books.contains(source.path.as_str()));
    read.map(|source| report.source_name(source)).collect()
}

/// Tables with their files and what these were made from, under the ids of section and table.
fn files(
    report: &Report<'_>,
    [id, anchor]: [&str; 2],
    title: &str,
    lead: Vec<String>,
    ids: &[&TableId],
) -> Section {
    let columns = vec![
        column("file", report.get("data-file"), false),
        column("sources", report.get("data-sources"), false),
    ];
    let title = report.get(title);
    let mut table = bare_table(anchor, title.clone(), report.get("report-table"), columns);
    table.rows.extend(ids.iter().map(|id| row(report, id)));
    section(id, title, lead, vec![Block::Table(table)])
}

fn row(report: &Report<'_>, id: &TableId) -> Row {
    let published = report.published;
    let named = |title: &str, sources| (report.name(title), report.source_names(sources));
    let (title, sources) = match (published.table(id.as_str()), published.listing(id.as_str())) {
        (Some(table), _) => named(&table.title, &table.sources),
        (_, Some(listing)) => named(&listing.title, &listing.sources),
        // Made by the report itself.
        _ => report.table(id.as_str()).map(|made| (made.caption, made.sources)).unwrap_or_default(),
    };
    let file = csv_path(id);
    let name = file.rsplit('/').next().unwrap_or(&file).to_owned();
    Row {
        id: id.to_string(),
        title: Label::link(title, page_path(id)),
        role: RowRole::Body,
        cells: vec![Cell { link: Some(file), ..Cell::text(name) }, Cell::text(sources.join(", "))],
    }
}
