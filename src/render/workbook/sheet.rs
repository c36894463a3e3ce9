//! One table on a sheet: title, base, headings, rows, and what stands under a table on its page.
//!
//! A cell of a table that says several numbers fills several columns: count, base, figure. What is
//! missing is its sign, a text; no number stands behind it.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::looks::{self, Looks};
use super::room::{Letters, UPRIGHT, across, lines, set_height};
use super::widths::{self, Widths};
use super::{Binder, link, paper, put};
use crate::render::Strings;
use crate::report::view::{Cell, Column, Row, RowRole, Says, Table};

/// What one column of the sheet holds of a column of the table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Words,
    Count,
    Base,
    Figure,
}

/// A column of the table, and the columns of the sheet it fills.
pub(super) struct Columns<'a> {
    pub of: &'a Column,
    pub at: u16,
    pub parts: Vec<Part>,
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
    let widths = widths::of(table, &columns, binder.t);
    widths.set(sheet)?;
    across(sheet, (0, 0), &table.caption, (&looks::title(), Letters::Large), &widths.0)?;
    let plain = (&Format::new(), Letters::Plain);
    if let Some(base) = &table.base {
        across(sheet, (1, 0), base, plain, &widths.0)?;
    }
    let head = if table.base.is_some() { 3 } else { 2 };
    let body =
        Head { sheet, widths: &widths, lines: Vec::new() }.fill(table, &columns, head, binder.t)?;
    sheet.set_freeze_panes(body, 1)?;
    let mut at = body;
    for row in &table.rows {
        fill_row(sheet, at, row, (&columns, &widths), looks)?;
        at += 1;
    }
    for line in foot(table, binder) {
        across(sheet, (at, 0), &line, plain, &widths.0)?;
        at += 1;
    }
    if let Some(name) = contents {
        sheet.write_url_with_text(at, 0, link(name).as_str(), name)?;
    }
    if widths.total() > UPRIGHT {
        sheet.set_landscape();
    }
    paper(sheet, head, body - 1)
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

/// The headings of a sheet while they are written.
struct Head<'a> {
    sheet: &'a mut Worksheet,
    widths: &'a Widths,
    /// From which row to which, and how many lines.
    lines: Vec<(u32, u32, usize)>,
}

impl Head<'_> {
    /// Writes the headings from row `top` on; gives back the row after them.
    fn fill(
        mut self,
        table: &Table,
        columns: &[Columns<'_>],
        top: u32,
        t: &Strings,
    ) -> Result<u32, XlsxError> {
        let spanned = table.columns.iter().any(|column| column.spanner.is_some());
        let parted = columns.iter().any(|column| column.parts.len() > 1);
        let titles = top + u32::from(spanned);
        let last = titles + u32::from(parted);
        self.span([(top, 0), (last, 0)], &table.corner)?;
        let together = |a: &Columns<'_>, b: &Columns<'_>| {
            a.of.spanner.is_some() && a.of.spanner == b.of.spanner
        };
        for columns in columns.chunk_by(together) {
            let (first, end) = (columns[0].at, columns[columns.len() - 1].last());
            if let Some(spanner) = &columns[0].of.spanner {
                self.span([(top, first), (top, end)], spanner)?;
            }
        }
        for column in columns {
            let from = if column.of.spanner.is_some() { titles } else { top };
            let (first, end) = (column.at, column.last());
            if column.parts.len() == 1 {
                self.span([(from, first), (last, first)], &column.of.title)?;
                continue;
            }
            self.span([(from, first), (titles, end)], &column.of.title)?;
            for (at, part) in (first..).zip(&column.parts) {
                self.span([(last, at), (last, at)], part_title(*part, t))?;
            }
        }
        self.set_heights(top, last)?;
        Ok(last + 1)
    }

    /// A heading over one cell or many.
    fn span(
        &mut self,
        [(top, left), (bottom, right)]: [(u32, u16); 2],
        text: &str,
    ) -> Result<(), XlsxError> {
        let width = self.widths.0[usize::from(left)..=usize::from(right)].iter().sum();
        self.lines.push((top, bottom, lines(text, width, Letters::Bold)));
        let look = looks::heading();
        if (top, left) == (bottom, right) {
            return put(self.sheet, (top, left), text, &look);
        }
        let text = super::clipped(text);
        self.sheet.merge_range(top, left, bottom, right, &text, &look).map(drop)
    }

    /// Rows as high as what stands in one of them; what stands in several and needs more has it of the
    /// last.
    fn set_heights(self, top: u32, last: u32) -> Result<(), XlsxError> {
        let mut high: Vec<usize> = vec![1; (last - top + 1) as usize];
        let mut spans = self.lines;
        spans.sort_by_key(|(from, to, _)| to - from);
        for (from, to, needed) in spans {
            let rows = &mut high[(from - top) as usize..=(to - top) as usize];
            let missing = needed.saturating_sub(rows.iter().sum());
            if let Some(last) = rows.last_mut() {
                *last += missing;
            }
        }
        for (row, lines) in (top..).zip(high) {
            set_height(self.sheet, row, lines, Letters::Plain)?;
        }
        Ok(())
    }
}

pub(super) fn part_title(part: Part, t: &Strings) -> &str {
    t.get(match part {
        Part::Words => "words",
        Part::Count => "count",
        Part::Base => "base",
        Part::Figure => "figure",
    })
}

fn fill_row(
    sheet: &mut Worksheet,
    at: u32,
    row: &Row,
    (columns, widths): (&[Columns<'_>], &Widths),
    looks: &mut Looks,
) -> Result<(), XlsxError> {
    let title = row_title(row);
    let letters = if row.role == RowRole::Body { Letters::Plain } else { Letters::Bold };
    if row.role == RowRole::Group {
        return across(sheet, (at, 0), &title, (looks.words(row.role), letters), &widths.0);
    }
    put(sheet, (at, 0), &title, looks.words(row.role))?;
    let mut high = lines(&title, widths.0[0], letters);
    for (column, cell) in columns.iter().zip(&row.cells) {
        for (part, to) in column.parts.iter().zip(column.at..) {
            fill_cell(sheet, (at, to), cell, *part, (row.role, to == column.at), looks)?;
        }
        if column.parts == [Part::Words] {
            high = high.max(lines(&words(cell), widths.0[usize::from(column.at)], letters));
        }
    }
    set_height(sheet, at, high, letters)
}

/// The title of a row; what a group says under its title follows it.
pub(super) fn row_title(row: &Row) -> String {
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
pub(super) fn words(cell: &Cell) -> String {
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
