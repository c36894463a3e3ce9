//! The archive: reports by year, and what of them has been corrected since.

use super::super::listings::{bare_table, column};
use super::super::past::{Correction, Past, anchor};
use super::super::view::{Block, Cell, Label, Page, PageKind, Row, RowRole, Section, Table};
use super::super::{Report, count};
use super::{ARCHIVE, empty, section};
use crate::model::dataset::Observation;
use crate::model::ids::Year;
use crate::model::revised::Revised;

pub(super) fn page(report: &Report<'_>) -> Page {
    let mut page = empty(PageKind::Archive, ARCHIVE.to_owned(), report.get("archive-title"));
    page.crumbs = vec![report.home()];
    page.menu = Some(ARCHIVE.to_owned());
    let corrected: usize = report.past().iter().map(|past| past.corrections.len()).sum();
    let lead = if corrected > 0 { "archive-lead-corrected" } else { "archive-lead" };
    let args = [("years", count(report.past().len() + 1)), ("n", count(corrected))];
    page.lead = vec![report.say(lead, &args)];
    let reports = Block::Table(reports(report));
    page.sections.push(section(
        "reports",
        report.get("archive-reports"),
        Vec::new(),
        vec![reports],
    ));
    page.sections.extend(report.past().iter().map(|past| corrected_in(report, past)));
    page
}

/// All reports, the latest first.
fn reports(report: &Report<'_>) -> Table {
    let row = |year: Year, to: String, of: &Report<'_>, corrected: Option<usize>| Row {
        id: year.to_string(),
        title: Label::link(year.to_string(), to),
        role: RowRole::Body,
        cells: vec![
            Cell::text(of.site.title.clone()),
            Cell::text(of.site.date.map(|date| of.text.date(date)).unwrap_or_default()),
            match corrected {
                Some(n) => Cell {
                    link: Some(format!("{ARCHIVE}#{}", anchor(year))),
                    ..Cell::count(u32::try_from(n).unwrap_or(u32::MAX), n.to_string())
                },
                None => Cell::text(report.get("archive-current")),
            },
        ],
    };
    let own = row(report.year(), "index.html".to_owned(), report, None);
    let past = report.past().iter().map(|past| {
        row(past.year, past.path("index.html"), &past.report, Some(past.corrections.len()))
    });
    let columns = vec![
        column("title", report.get("archive-report"), false),
        column("date", report.get("archive-date"), false),
        column("corrected", report.get("archive-corrected"), true),
    ];
    let rows = std::iter::once(own).chain(past).collect();
    let (caption, corner) = (report.get("archive-table"), report.get("archive-year"));
    Table { rows, ..bare_table("report-years", caption, corner, columns) }
}

/// What has been corrected in a report: figures, and the results behind them.
fn corrected_in(report: &Report<'_>, past: &Past<'_>) -> Section {
    let year = past.year.to_string();
    let args = [
        ("year", year.as_str().into()),
        ("n", count(past.corrections.len())),
        ("results", count(past.changes.len())),
    ];
    let lead = if past.corrections.is_empty() { "archive-nothing" } else { "archive-changed" };
    let blocks = vec![Block::Table(figures(report, past)), Block::Table(results(report, past))];
    let title = report.say("archive-corrected-in", &args);
    section(&anchor(past.year), title, vec![report.say(lead, &args)], blocks)
}

fn figures(report: &Report<'_>, past: &Past<'_>) -> Table {
    let cells = |correction: &Correction| {
        let row = Cell::text(correction.row.clone());
        let column = Cell::text(correction.column.clone());
        vec![row, column, was(report, &correction.then), was(report, &correction.now)]
    };
    let row = |(at, correction): (usize, &Correction)| Row {
        id: format!("figure-{}", at + 1),
        title: Label::link(
            report.name(&correction.caption),
            past.path(&format!("tables/{}.html", correction.table)),
        ),
        role: RowRole::Body,
        cells: cells(correction),
    };
    let columns = vec![
        column("row", report.get("archive-row"), false),
        column("column", report.get("archive-column"), false),
        column("then", report.get("archive-then"), true),
        column("now", report.get("archive-now"), true),
    ];
    let year = past.year.to_string();
    let caption = report.say("archive-figures", &[("year", year.as_str().into())]);
    let corner = report.get("archive-in-table");
    let rows = past.corrections.iter().enumerate().map(row).collect();
    Table { rows, ..bare_table(&format!("figures-{year}"), caption, corner, columns) }
}

fn results(report: &Report<'_>, past: &Past<'_>) -> Table {
    let then = &past.report;
    let row = |(at, changed): (usize, &Revised)| {
        let of = changed.then.or(changed.now)?;
        let school = then.published.school(of.school);
        let said = |known: Option<Observation>| match known {
            Some(known) => Cell::text(then.share_said(known.share)),
            None => was(report, ""),
        };
        Some(Row {
            id: format!("result-{}", at + 1),
            title: Label::link(
                then.name(&school.name),
                past.path(&format!("schools/{}.html", school.id)),
            ),
            role: RowRole::Body,
            cells: vec![
                Cell::text(then.published.method().procedure(of.procedure).title.clone()),
                Cell::text(of.year.to_string()),
                said(changed.then),
                said(changed.now),
            ],
        })
    };
    let columns = vec![
        column("procedure", report.get("archive-procedure"), false),
        column("year", report.get("archive-tested"), true),
        column("then", report.get("archive-then"), true),
        column("now", report.get("archive-now"), true),
    ];
    let year = past.year.to_string();
    let caption = report.say("archive-results", &[("year", year.as_str().into())]);
    let corner = report.get("archive-school");
    let rows = past.changes.iter().enumerate().filter_map(row).collect();
    Table { rows, ..bare_table(&format!("results-{year}"), caption, corner, columns) }
}

/// A figure as printed, or that there was none.
fn was(report: &Report<'_>, text: &str) -> Cell {
    match text {
        "" => Cell::text(report.get("archive-none")),
        text => Cell::text(text),
    }
}
