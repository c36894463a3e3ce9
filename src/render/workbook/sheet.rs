//! One table on a sheet: title, base, headings, rows, and what stands under a table on its page.
//!
//! A cell of a table that says several numbers fills several columns: count, base, figure. What is
//! missing is its sign, a text; no number stands behind it.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::looks::{self, Looks};
use super::{A4, Binder, link, put};
use crate::render::Strings;
use crate::report::view::{Cell, Column, Row, RowRole, Says, Table};

/// Widths in characters: the narrowest column, the widest, the widest of row titles.
const NARROW: usize = 8;
const WIDE: usize = 40;
const TITLES: usize = 50;

/// A sheet of more characters than this is printed across.
const PORTRAIT: usize = 90;

/// What one column of the sheet holds of a column of the table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Words,
    Count,
    Base,
    Figure,
}

/// A column of the table, and the columns of the sheet it fills.
struct Columns<'a> {
    of: &'a Column,
    at: u16,
    parts: Vec<Part>,
}

impl Columns<'_> {
    fn last(&self) -> u16 {
        self.at + self.parts.len() as u16 - 1
    }
}

/// Fills a sheet; `contents` is the name of the one that leads here.
pub(super) fn fill(
    sheet: &mut Worksheet,
    table: &Table,
    binder: &Binder<'_>,
    looks: &mut Looks,
    contents: Option<&str>,
) -> Result<(), XlsxError> {
    let columns = columns(table);
    put(sheet, (0, 0), &table.caption, &looks::title())?;
    if let Some(base) = &table.base {
        put(sheet, (1, 0), base, &Format::new())?;
    }
    let head = if table.base.is_some() { 3 } else { 2 };
    let body = headings(sheet, table, &columns, head, binder.t)?;
    sheet.set_freeze_panes(body, 1)?;
    let mut at = body;
    for row in &table.rows {
        fill_row(sheet, at, row, &columns, looks)?;
        at += 1;
    }
    for line in foot(table, binder) {
        put(sheet, (at, 0), &line, &Format::new())?;
        at += 1;
    }
    if let Some(name) = contents {
        sheet.write_url_with_text(at, 0, link(name).as_str(), name)?;
    }
    let width = set_widths(sheet, table, &columns, binder.t)?;
    if width > PORTRAIT {
        sheet.set_landscape();
    }
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(head, body - 1)?;
    Ok(())
}

fn columns(table: &Table) -> Vec<Columns<'_>> {
    let mut next = 1;
    let rows = || table.rows.iter().filter(|row| row.role != RowRole::Group);
    let of_column = |(index, of)| {
        let cells = rows().filter_map(|row| row.cells.get(index));
        let says = cells.fold(Says::default(), |says: Says, cell: &Cell| says.or(cell.says));
        let said =
            [(says.count, Part::Count), (says.base, Part::Base), (says.figure, Part::Figure)];
        let mut parts: Vec<Part> =
            said.into_iter().filter_map(|(said, part)| said.then_some(part)).collect();
        if parts.is_empty() {
            parts.push(Part::Words);
        }
        let at = next;
        next += parts.len() as u16;
        Columns { of, at, parts }
    };
    table.columns.iter().enumerate().map(of_column).collect()
}

/// The headings from row `top` on; gives back the row after them.
fn headings(
    sheet: &mut Worksheet,
    table: &Table,
    columns: &[Columns<'_>],
    top: u32,
    t: &Strings,
) -> Result<u32, XlsxError> {
    let spanned = table.columns.iter().any(|column| column.spanner.is_some());
    let parted = columns.iter().any(|column| column.parts.len() > 1);
    let titles = top + u32::from(spanned);
    let last = titles + u32::from(parted);
    let look = looks::heading();
    span(sheet, [(top, 0), (last, 0)], &table.corner, &look)?;
    let together =
        |a: &Columns<'_>, b: &Columns<'_>| a.of.spanner.is_some() && a.of.spanner == b.of.spanner;
    for columns in columns.chunk_by(together) {
        let (first, end) = (columns[0].at, columns[columns.len() - 1].last());
        if let Some(spanner) = &columns[0].of.spanner {
            span(sheet, [(top, first), (top, end)], spanner, &look)?;
        }
    }
    for column in columns {
        let from = if column.of.spanner.is_some() { titles } else { top };
        let (first, end) = (column.at, column.last());
        if column.parts.len() == 1 {
            span(sheet, [(from, first), (last, first)], &column.of.title, &look)?;
            continue;
        }
        span(sheet, [(from, first), (titles, end)], &column.of.title, &look)?;
        for (at, part) in (first..).zip(&column.parts) {
            put(sheet, (last, at), part_title(*part, t), &look)?;
        }
    }
    Ok(last + 1)
}

fn part_title(part: Part, t: &Strings) -> &str {
    t.get(match part {
        Part::Words => "words",
        Part::Count => "count",
        Part::Base => "base",
        Part::Figure => "figure",
    })
}

/// A heading over one cell or many.
fn span(
    sheet: &mut Worksheet,
    [(top, left), (bottom, right)]: [(u32, u16); 2],
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    if (top, left) == (bottom, right) {
        return put(sheet, (top, left), text, look);
    }
    sheet.merge_range(top, left, bottom, right, &super::clipped(text), look).map(drop)
}

fn fill_row(
    sheet: &mut Worksheet,
    at: u32,
    row: &Row,
    columns: &[Columns<'_>],
    looks: &mut Looks,
) -> Result<(), XlsxError> {
    put(sheet, (at, 0), &row_title(row), looks.words(row.role))?;
    if row.role == RowRole::Group {
        return Ok(());
    }
    for (column, cell) in columns.iter().zip(&row.cells) {
        for (part, to) in column.parts.iter().zip(column.at..) {
            fill_cell(sheet, (at, to), cell, *part, (row.role, to == column.at), looks)?;
        }
    }
    Ok(())
}

/// The title of a row; what a group says under its title follows it.
fn row_title(row: &Row) -> String {
    let mut title = row.title.text.clone();
    if let Some(detail) = &row.title.detail {
        title.push_str(&format!(" ({detail})"));
    }
    if row.role == RowRole::Group {
        for cell in &row.cells {
            title.push_str(&format!(". {}", cell.text));
        }
    }
    title
}

/// One part of a cell. Signs stand in every part, for a blank would look like nothing to report;
/// other words stand once, in the `first`.
fn fill_cell(
    sheet: &mut Worksheet,
    at: (u32, u16),
    cell: &Cell,
    part: Part,
    (role, first): (RowRole, bool),
    looks: &mut Looks,
) -> Result<(), XlsxError> {
    let said = match part {
        Part::Words => None,
        Part::Count => cell.count.filter(|_| cell.says.count).map(f64::from),
        Part::Base => cell.base.filter(|_| cell.says.base).map(f64::from),
        Part::Figure => figure(cell),
    };
    match said {
        Some(number) => {
            let look = match part {
                Part::Figure => {
                    let plus = cell.text.starts_with('+');
                    looks.figure(role, decimals(cell), cell.unit.as_deref(), plus)
                }
                _ => looks.count(role),
            };
            sheet.write_number_with_format(at.0, at.1, number, look).map(drop)
        }
        None if cell.missing.is_some() => put(sheet, at, &cell.text, looks.sign(role)),
        None if part == Part::Words || (cell.says.is_nothing() && first) => {
            put(sheet, at, &words(cell), looks.words(role))
        }
        None => sheet.write_blank(at.0, at.1, looks.words(role)).map(drop),
    }
}

/// The figure that a cell says; shares as parts of one, which their format prints as percentages.
fn figure(cell: &Cell) -> Option<f64> {
    let number: f64 = cell.figure.as_ref().filter(|_| cell.says.figure)?.parse().ok()?;
    Some(if cell.unit.as_deref() == Some("%") { number / 100.0 } else { number })
}

fn decimals(cell: &Cell) -> usize {
    let digits = cell.figure.as_deref().and_then(|figure| figure.split_once('.'));
    digits.map_or(0, |(_, decimals)| decimals.len())
}

/// A cell in words: those of its sign where it has no others.
fn words(cell: &Cell) -> String {
    let text = match &cell.mark {
        Some(mark) if cell.text.is_empty() => &mark.title,
        _ => &cell.text,
    };
    match &cell.detail {
        Some(detail) => format!("{text} ({detail})"),
        None => text.clone(),
    }
}

/// What stands under the rows, each after a blank line: signs and notes, sources, the site.
fn foot(table: &Table, binder: &Binder<'_>) -> Vec<String> {
    let signs = table.legend.iter().map(|(sign, meaning)| format!("{sign} — {meaning}"));
    let said: Vec<String> = signs.chain(table.notes.iter().cloned()).collect();
    let t = binder.t;
    let basis = table.basis.iter().map(|link| format!("{} {}", t.get("basis"), link.text));
    let sources = table.sources.join(", ");
    let sources = (!sources.is_empty()).then(|| format!("{}: {sources}", t.get("sources")));
    let grounds: Vec<String> = basis.chain(sources).collect();
    let mut lines = Vec::new();
    for part in [said, grounds, binder.site_lines()] {
        if !part.is_empty() {
            lines.push(String::new());
            lines.extend(part);
        }
    }
    lines
}

/// Makes columns as wide as their words; gives back how wide all are, in characters.
fn set_widths(
    sheet: &mut Worksheet,
    table: &Table,
    columns: &[Columns<'_>],
    t: &Strings,
) -> Result<usize, XlsxError> {
    let titles = table.rows.iter().map(|row| row.title.text.chars().count()).max();
    let mut all = titles.unwrap_or_default().max(longest_word(&table.corner)).clamp(NARROW, TITLES);
    sheet.set_column_width(0, (all + 2) as f64)?;
    for (index, column) in columns.iter().enumerate() {
        // A heading over several columns has the room of all.
        let heading = longest_word(&column.of.title) / column.parts.len();
        for (part, at) in column.parts.iter().zip(column.at..) {
            let rows = table.rows.iter().filter(|row| row.role != RowRole::Group);
            let cells = rows.filter_map(|row| row.cells.get(index));
            let content = match part {
                Part::Words => cells.map(|cell| words(cell).chars().count()).max(),
                Part::Figure => cells.map(|cell| figure_width(cell)).max(),
                Part::Count | Part::Base => None,
            };
            let part = if column.parts.len() > 1 { longest_word(part_title(*part, t)) } else { 0 };
            let width = content.unwrap_or_default().min(WIDE).max(heading).max(part);
            let width = width.clamp(NARROW, WIDE);
            sheet.set_column_width(at, (width + 2) as f64)?;
            all += width;
        }
    }
    Ok(all)
}

fn figure_width(cell: &Cell) -> usize {
    let unit = cell.unit.as_ref().map_or(0, |unit| unit.chars().count() + 1);
    cell.figure.as_ref().map_or(0, |figure| figure.len() + unit)
}

fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or_default()
}
