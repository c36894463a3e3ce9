//! The risk profile of a school.

use super::super::super::listings::{bare_table, column};
use super::super::super::marks::mark;
use super::super::super::view::{Block, Cell, Label, Row, RowRole, Section};
use super::super::super::{Report, count};
use super::super::section as make_section;
use crate::model::dataset::DataTable;
use crate::model::field::Datum;
use crate::model::ids::SchoolIx;
use crate::model::tone::Tone;

/// The risk profile: risks with their significance, chosen ones, programmes carried out.
pub(super) fn section(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let (risks, catalogue) =
        (report.published.data("risks")?, report.published.data("risk_catalogue")?);
    let mut rows: Vec<usize> = risks.rows_of(ix).collect();
    let mut columns = Vec::new();
    for (id, key) in [
        ("year", "report-year"),
        ("level", "school-risk-level"),
        ("chosen", "school-risk-chosen"),
        ("programme", "school-risk-programme"),
    ] {
        columns.push(column(id, report.get(key), false));
    }
    let title = report.get("school-risks");
    let mut table = bare_table("risks", title.clone(), report.get("school-risk"), columns);
    let order = |row: &usize| {
        let number = catalogue_value(catalogue, &key_of(risks, *row, "risk")?, "number");
        number.and_then(|n| n.number())
    };
    rows.sort_by_key(|row| (key_of(risks, *row, "year"), order(row)));
    for row in rows {
        let risk = key_of(risks, row, "risk").unwrap_or_default();
        let name = catalogue_value(catalogue, &risk, "name").and_then(|d| d.key());
        table.rows.push(Row {
            id: format!("risk-{}", table.rows.len() + 1),
            title: Label::text(name.unwrap_or(risk)),
            role: RowRole::Body,
            cells: vec![
                Cell::text(key_of(risks, row, "year").unwrap_or_default()),
                level(report, risks, row),
                yes_no(report, risks, row, "chosen"),
                yes_no(report, risks, row, "programme_done"),
            ],
        });
    }
    let high = table.rows.iter().filter(|row| {
        row.cells
            .get(1)
            .and_then(|c| c.mark.as_ref())
            .is_some_and(|m| m.tone == Tone::Level3.name())
    });
    let lead = report.say("school-risks-high", &[("n", count(high.count()))]);
    (!table.rows.is_empty())
        .then(|| make_section("risks-section", title, vec![lead], vec![Block::Table(table)]))
}

fn key_of(table: &DataTable, row: usize, column: &str) -> Option<String> {
    table.value(row, table.column(column)?).key()
}

fn catalogue_value(catalogue: &DataTable, id: &str, column: &str) -> Option<Datum> {
    let (key, column) = (catalogue.column("id")?, catalogue.column(column)?);
    let row =
        (0..catalogue.len()).find(|row| catalogue.value(*row, key).key().as_deref() == Some(id))?;
    Some(catalogue.value(row, column).clone())
}

fn level(report: &Report<'_>, risks: &DataTable, row: usize) -> Cell {
    let id = key_of(risks, row, "level").unwrap_or_default();
    let (tone, key) = match id.as_str() {
        "high" => (Tone::Level3, "school-risk-high"),
        "medium" => (Tone::Level2, "school-risk-medium"),
        "low" => (Tone::Level1, "school-risk-low"),
        _ => return Cell::text(id),
    };
    let title = report.get(key);
    Cell { mark: Some(mark(tone, &title)), ..Cell::text(title) }
}

fn yes_no(report: &Report<'_>, table: &DataTable, row: usize, column: &str) -> Cell {
    let value = table.column(column).map(|c| table.value(row, c));
    let titles = &report.published.method().titles;
    match value {
        Some(Datum::YesNo(true)) => Cell::text(titles.yes.clone()),
        Some(Datum::YesNo(false)) => Cell::text(titles.no.clone()),
        _ => report.missing_cell(crate::model::tabulation::Missing::NotAvailable),
    }
}
