//! Tables on a sheet: found by their headings, however many stand on it and wherever they begin.

use super::field::Field;
use super::layout::{Columns, Layout};
use super::title::Said;
use crate::diag::{Place, SourceId};
use crate::input::{ExportSheet, Heading, Merged, is_missing};
use crate::source::{Sheet, SheetRow};

/// The most rows that headings stand in.
const DEEPEST: u32 = 3;

/// The most cells of a title.
const TITLE_CELLS: usize = 3;

/// The headings of a table, and what stands above them.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub layout: Layout,
    /// The rows of the headings.
    pub rows: (u32, u32),
    pub columns: Columns,
    pub said: Said,
}

/// What was found on a sheet.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Tables in the order of the sheet.
    pub heads: Vec<Head>,
    /// A layout that some headings nearly have, what they lack, and their row.
    pub near: Option<(Layout, Field, u32)>,
    /// True if nothing on it tells of a person: it may be shown.
    pub public: bool,
}

/// A row of a table.
#[derive(Clone, Copy)]
pub(super) struct Cells<'a> {
    pub row: SheetRow<'a>,
    pub columns: &'a Columns,
    pub id: SourceId,
}

impl<'a> Cells<'a> {
    /// The text of a cell; empty if there is none, or it says that there is no value.
    pub fn text(self, field: Field) -> &'a str {
        let text = self.columns.get(&field).map_or("", |column| self.row.text(*column));
        if is_missing(text) { "" } else { text }
    }

    /// The first of these columns that there is.
    pub fn first(self, fields: &[Field]) -> Option<Field> {
        fields.iter().copied().find(|field| self.columns.contains_key(field))
    }

    /// Where a cell stands.
    pub fn place(self, field: Field) -> Place {
        let column = self.columns.get(&field).copied();
        column.map_or(self.row_place(), |column| Place::cell(self.id, self.row.number(), column))
    }

    /// Where the row stands.
    pub fn row_place(self) -> Place {
        Place::row(self.id, self.row.number())
    }

    /// The columns whose headings are numbers.
    pub fn numbers(self) -> impl Iterator<Item = u16> {
        self.columns.keys().filter_map(|field| match field {
            Field::Number(number) => Some(*number),
            _ => None,
        })
    }
}

/// Finds the tables of a sheet.
pub(super) fn find(sheet: &ExportSheet) -> Found {
    let Some(cells) = sheet.cells() else { return Found::default() };
    let mut merged = sheet.merged.clone();
    merged.sort_by_key(|area| area.rows);
    let mut found = Found { public: true, ..Found::default() };
    let mut above: Option<Said> = None;
    let mut titles: Vec<SheetRow<'_>> = Vec::new();
    let mut last = 0;
    for row in cells.rows().filter(|row| may_be_read(*row)) {
        if row.number() <= last {
            continue;
        }
        if !may_be_heading(row) {
            if row.cells().count() <= TITLE_CELLS {
                titles.push(row);
            } else {
                titles.clear();
            }
            continue;
        }
        match head(cells, &merged, row.number()) {
            Ok((layout, rows, columns)) => {
                found.public &= is_public(layout, &columns);
                let said = said(&titles);
                let said = match &above {
                    Some(above) => said.within(above),
                    None => said.within(&Said::of(sheet.name.as_deref())),
                };
                above = Some(said.clone());
                last = rows.1;
                found.heads.push(Head { layout, rows, columns, said });
            }
            Err(near) => {
                found.public = false;
                if let (None, Some((layout, field))) = (&found.near, near) {
                    found.near = Some((layout, field, row.number()));
                }
            }
        }
        titles.clear();
    }
    found.public &= !found.heads.is_empty();
    found
}

/// Rows with more cells than any export has columns are not looked at.
fn may_be_read(row: SheetRow<'_>) -> bool {
    const WIDEST: usize = 1_000;
    row.cells().take(WIDEST + 1).count() <= WIDEST
}

/// True if several cells of a row say what headings of exports say in words.
fn may_be_heading(row: SheetRow<'_>) -> bool {
    row.cells().filter(|(.., text)| Field::of_words(text).is_some()).nth(1).is_some()
}

type Recognised = (Layout, (u32, u32), Columns);

/// The headings that begin in a row; else what they nearly are.
fn head(
    sheet: &Sheet,
    merged: &[Merged],
    first: u32,
) -> Result<Recognised, Option<(Layout, Field)>> {
    let mut near = None;
    for depth in 1..=DEEPEST {
        let rows: Vec<u32> = (first..first.saturating_add(depth)).collect();
        if rows.iter().any(|row| sheet.row(*row).is_none()) {
            break;
        }
        let last = first.saturating_add(depth - 1);
        let from = merged.partition_point(|area| area.rows.0 < first);
        let to = merged.partition_point(|area| area.rows.0 <= last);
        let columns = columns(&Heading::of(sheet, &merged[from..to], &rows));
        if let Some(layout) = Layout::of(&columns) {
            return Ok((layout, (first, last), columns));
        }
        near = near.or_else(|| Layout::near(&columns));
    }
    Err(near)
}

fn columns(heading: &Heading) -> Columns {
    let mut columns = Columns::new();
    for (column, whole, lowest) in &heading.columns {
        let highest = whole.split(" / ").next().unwrap_or_default();
        let field = Field::of(lowest).or_else(|| Field::of(whole)).or_else(|| Field::of(highest));
        if let Some(field) = field {
            columns.entry(field).or_insert(*column);
        }
    }
    columns
}

fn is_public(layout: Layout, columns: &Columns) -> bool {
    let personal = [Field::Person, Field::PupilCode];
    !layout.tells_of_pupils() && !personal.iter().any(|field| columns.contains_key(field))
}

/// What the rows right above a table say; those that begin a block of pupils say nothing of it.
fn said(titles: &[SheetRow<'_>]) -> Said {
    /// So many rows are looked at.
    const LOOKED_AT: usize = 12;
    let near = titles.iter().rev().take(LOOKED_AT);
    let near = near.filter(|row| super::individual::Block::of(**row).is_none());
    Said::of(near.flat_map(|row| row.cells().map(|(.., text)| text)))
}
