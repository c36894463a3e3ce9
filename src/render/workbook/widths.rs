//! How wide the columns of a sheet are.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::sheet::{Columns, Part, part_title, words};
use crate::render::Strings;
use crate::report::view::{Cell, RowRole, Table};

/// The narrowest column, in characters.
const NARROW: usize = 8;
/// The widest of row titles.
const TITLES: usize = 50;
/// The widest of words, and what they are brought down to while the sheet is wider than a page.
const WORDS: [usize; 5] = [40, 30, 24, 19, 15];
/// As many characters as A4 holds across in letters that can be read.
const ACROSS: usize = 150;

/// The widths of the columns of a sheet, in characters.
pub(super) struct Widths(pub Vec<usize>);

impl Widths {
    /// How wide all are.
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Makes the columns so wide.
    pub fn set(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        for (at, width) in (0..).zip(&self.0) {
            sheet.set_column_width(at, *width as f64)?;
        }
        Ok(())
    }
}

/// Columns as wide as what stands in them; words are folded when that is more than a page holds.
pub(super) fn of(table: &Table, columns: &[Columns<'_>], t: &Strings) -> Widths {
    let mut widths = Widths(Vec::new());
    for widest in WORDS {
        widths = Widths(in_at_most(widest, table, columns, t));
        if widths.total() <= ACROSS {
            break;
        }
    }
    widths
}

fn in_at_most(widest: usize, table: &Table, columns: &[Columns<'_>], t: &Strings) -> Vec<usize> {
    let rows = || table.rows.iter().filter(|row| row.role != RowRole::Group);
    let titles = rows().map(|row| row.title.text.chars().count()).max().unwrap_or_default();
    let most = TITLES.min(widest * 2);
    let first = titles.min(most).max(bold(longest_word(&table.corner))).clamp(NARROW, most) + 2;
    let mut all = vec![first];
    for (index, column) in columns.iter().enumerate() {
        // A heading over several columns has the room of all.
        let heading = bold(longest_word(&column.of.title)).div_ceil(column.parts.len());
        for part in &column.parts {
            let cells = rows().filter_map(|row| row.cells.get(index));
            let content = match part {
                Part::Words => cells.map(|cell| words_width(&words(cell), widest)).max(),
                Part::Figure => cells.map(figure_width).max(),
                Part::Count | Part::Base => None,
            };
            let title = match column.parts.len() {
                1 => 0,
                _ => bold(longest_word(part_title(*part, t))),
            };
            all.push(content.unwrap_or_default().max(heading).max(title).max(NARROW) + 2);
        }
    }
    all
}

/// What words take in at most so many characters; no word of a usual length is broken.
fn words_width(words: &str, widest: usize) -> usize {
    words.chars().count().min(widest).max(longest_word(words).min(WORDS[0]))
}

/// Bold letters are wider.
fn bold(characters: usize) -> usize {
    characters * 6 / 5
}

fn figure_width(cell: &Cell) -> usize {
    let unit = cell.unit.as_ref().map_or(0, |unit| unit.chars().count() + 1);
    cell.figure.as_ref().map_or(0, |figure| figure.len() + unit)
}

fn longest_word(text: &str) -> usize {
    text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or_default()
}
