//! The downloads: workbooks, every table as files by chapter, and what the report was made from.

use super::super::chapters::{Chapter, Part};
use super::super::listings::{bare_table, column};
use super::super::tables::{files, page_path};
use super::super::view::{Block, Cell, Label, Page, PageKind, Row, RowRole, Section};
use super::super::{Report, count};
use super::{empty, section, workbook_path};
use crate::model::ids::TableId;

/// So many digits of a checksum are enough to tell versions of a file apart by eye.
const CHECKSUM: usize = 12;

pub(super) fn page(report: &Report<'_>) -> Page {
    let mut page = empty(PageKind::Data, "data.html".to_owned(), report.get("report-data"));
    page.menu = Some("data.html".to_owned());
    page.crumbs = vec![report.home()];
    page.lead = vec![report.say("data-lead", &[("n", count(report.table_ids().count()))])];
    page.sections.push(workbooks(report));
    let chapters = report.chapters();
    page.sections.extend(chapters.iter().enumerate().map(|(at, c)| tables(report, at, c)));
    let words = ["data-columns", "data-excel-columns", "data-numbers"];
    let paragraphs = words.map(|key| report.get(key)).to_vec();
    let columns = Block::Text { paragraphs };
    page.sections.push(section("columns", report.get("data-columns-title"), vec![], vec![columns]));
    let withheld = report.withheld_words();
    if !withheld.is_empty() {
        let words = Block::Text { paragraphs: withheld };
        page.sections.push(section("withheld", report.get("data-withheld"), vec![], vec![words]));
    }
    page.sections.push(inputs(report));
    page
}

/// What was read: each file with its version, and of workbooks the sheets.
fn inputs(report: &Report<'_>) -> Section {
    let title = report.get("data-inputs");
    let sheets = |path: &str| -> Vec<&str> {
        let own = report.sources.iter().filter(|(_, source)| source.path == path);
        own.filter_map(|(_, source)| source.sheet.as_deref()).collect()
    };
    let with_sheets = report.origins.iter().any(|origin| !sheets(&origin.path).is_empty());
    let mut columns = vec![column("size", report.get("data-size"), true)];
    columns.extend(with_sheets.then(|| column("sheets", report.get("data-sheets"), false)));
    columns.push(column("checksum", report.get("data-checksum"), false));
    let mut table = bare_table("origins", title.clone(), report.get("data-file"), columns);
    table.rows.extend(report.origins.iter().map(|origin| {
        let mut cells = vec![Cell::text(report.text.size(origin.size))];
        cells.extend(with_sheets.then(|| Cell::text(sheets(&origin.path).join(", "))));
        cells.push(Cell::text(origin.checksum.chars().take(CHECKSUM).collect::<String>()));
        let title = Label::text(&origin.path);
        Row { id: origin.path.clone(), title, role: RowRole::Body, cells }
    }));
    let lead = report.say("data-inputs-lead", &[("n", count(CHECKSUM))]);
    section("inputs", title, vec![lead], vec![Block::Table(table)])
}

/// The workbook of the report, and those of municipalities.
fn workbooks(report: &Report<'_>) -> Section {
    let columns = vec![column("xlsx", report.get("data-xlsx"), false)];
    let title = report.get("data-workbooks");
    let mut table = bare_table("workbooks", title.clone(), report.get("data-about"), columns);
    let row = |id: &str, title: Label, path: String| {
        let cells = vec![file(report, path)?];
        Some(Row { id: id.to_owned(), title, role: RowRole::Body, cells })
    };
    let whole = Label::link(report.get("data-whole"), "index.html");
    table.rows.extend(row("report", whole, super::REPORT_WORKBOOK.to_owned()));
    table.rows.extend(report.municipalities.iter().filter_map(|ix| {
        let id = report.published.municipality(*ix).id.as_str();
        let path = format!("municipalities/{id}.html");
        row(id, Label::link(report.municipality_name(*ix), path.clone()), workbook_path(&path))
    }));
    section(
        "workbooks-list",
        title,
        vec![report.get("data-workbooks-lead")],
        vec![Block::Table(table)],
    )
}

/// The tables of a chapter, a heading over those of each of its pages.
fn tables(report: &Report<'_>, at: usize, chapter: &Chapter) -> Section {
    let columns = vec![
        column("xlsx", report.get("data-xlsx"), false),
        column("excel-csv", report.get("data-excel-csv"), false),
        column("csv", report.get("data-csv"), false),
        column("sources", report.get("data-sources"), false),
    ];
    let title = chapter.title.clone();
    let anchor = format!("tables-{}", at + 1);
    let mut table = bare_table(&anchor, title.clone(), report.get("report-table"), columns);
    for Part { title, tables } in &chapter.parts {
        if *title != chapter.title {
            table.rows.push(Row {
                id: format!("part-{}", table.rows.len()),
                title: Label::text(title),
                role: RowRole::Group,
                cells: Vec::new(),
            });
        }
        table.rows.extend(tables.iter().map(|id| row(report, &TableId::new(id.as_str()))));
    }
    section(&format!("chapter-{}", at + 1), title, Vec::new(), vec![Block::Table(table)])
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
    let files = files(id);
    let cell = |path| file(report, path).unwrap_or_else(|| Cell::text(String::new()));
    let mut cells = vec![cell(files.xlsx), cell(files.excel_csv), cell(files.csv)];
    cells.push(Cell::text(sources.join(", ")));
    Row { id: id.to_string(), title: Label::link(title, page_path(id)), role: RowRole::Body, cells }
}

/// A file with its size; nothing if it was not written.
fn file(report: &Report<'_>, path: String) -> Option<Cell> {
    let size = report.sizes.get(&path)?;
    let name = path.rsplit('/').next().unwrap_or(&path).to_owned();
    Some(Cell { link: Some(path), detail: Some(report.text.size(*size)), ..Cell::text(name) })
}
