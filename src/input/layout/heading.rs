//! The rows of headings of a sheet: joined, where there are several, and found, where nobody says
//! which they are.

use std::collections::BTreeMap;

use super::pattern::Name;
use crate::input::fold::{fold, one_line, same};
use crate::input::workbook::Merged;
use crate::site::{LayoutColumn, Pattern};
use crate::source::Sheet;

/// What stands between the rows of a heading once they are joined.
pub(super) const BETWEEN: &str = " / ";

/// So many rows are looked at for the headings.
const LOOKED_AT: usize = 60;

/// The most rows that a heading is looked for in.
const DEEPEST: u32 = 3;

/// So many cells are filled from merged ones: more is no heading.
const MOST_MERGED: usize = 100_000;

/// The headings of a sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heading {
    /// Their rows, and the one that they end with.
    rows: Vec<u32>,
    pub last: u32,
    /// Each column with its heading, all rows joined, and the lowest of them alone.
    pub columns: Vec<(u16, String, String)>,
}

/// A column of the sheet under a heading, with what stands in the gaps of the pattern.
pub(super) type Hit = (u16, Vec<(String, String)>);

impl Heading {
    /// The headings in these rows.
    pub fn of(sheet: &Sheet, merged: &[Merged], rows: &[u32]) -> Self {
        let mut texts: Vec<BTreeMap<u16, &str>> = rows
            .iter()
            .map(|row| sheet.row(*row))
            .map(|row| row.into_iter().flat_map(|row| row.cells()))
            .map(|cells| cells.map(|(column, _, text)| (column, text)).collect())
            .collect();
        let mut left = MOST_MERGED;
        for area in merged {
            let text = sheet.row(area.rows.0).map_or("", |row| row.text(area.columns.0));
            let inside = |row: &u32| (area.rows.0..=area.rows.1).contains(row);
            for (at, _) in rows.iter().enumerate().filter(|(_, row)| inside(row)) {
                for column in area.columns.0..=area.columns.1 {
                    if !text.is_empty() && left > 0 {
                        left -= 1;
                        texts[at].insert(column, text);
                    }
                }
            }
        }
        let Some((lowest, above)) = texts.split_last_mut() else { return Self::default() };
        for row in above.iter_mut() {
            span(row, lowest);
        }
        let columns: std::collections::BTreeSet<u16> =
            texts.iter().flat_map(BTreeMap::keys).copied().collect();
        let join = |column: &u16| {
            let mut parts: Vec<String> = Vec::new();
            for text in texts.iter().filter_map(|row| row.get(column)) {
                let text = one_line(text);
                if parts.last().is_none_or(|last| !same(last, &text)) {
                    parts.push(text);
                }
            }
            let last = parts.last().cloned().unwrap_or_default();
            (*column, parts.join(BETWEEN), last)
        };
        Self {
            rows: rows.to_vec(),
            last: rows.last().copied().unwrap_or_default(),
            columns: columns.iter().map(join).collect(),
        }
    }

    /// The headings where the most of these columns are found, in as few and as high rows as can be.
    pub fn find(sheet: &Sheet, merged: &[Merged], wanted: &[LayoutColumn]) -> Option<Self> {
        let first: Vec<u32> = sheet.rows().take(LOOKED_AT).map(|row| row.number()).collect();
        let mut best: Option<(usize, Self)> = None;
        for depth in 1..=DEEPEST {
            for row in &first {
                let rows: Vec<u32> = (*row..row.saturating_add(depth)).collect();
                if rows.iter().any(|row| sheet.row(*row).is_none()) {
                    continue;
                }
                let heading = Self::of(sheet, merged, &rows);
                let names = heading.names();
                let has = |column: &&LayoutColumn| {
                    column.headers.iter().any(|header| !names.hits(header).is_empty())
                };
                let found = wanted.iter().filter(has).count();
                if found == wanted.len() {
                    return Some(heading);
                }
                if best.as_ref().is_none_or(|(most, _)| found > *most) {
                    best = Some((found, heading));
                }
            }
        }
        best.map(|(_, heading)| heading)
    }

    /// The headings as they are compared.
    pub(super) fn names(&self) -> Names<'_> {
        let names = self.columns.iter();
        Names(names.map(|(column, all, last)| (*column, Name::new(all), Name::new(last))).collect())
    }

    /// The row and column of the cell that says a piece of the heading of a column: above it, or to the
    /// left where words stand over several columns.
    pub fn spot(&self, sheet: &Sheet, column: u16, piece: &str) -> (u32, u16) {
        const FARTHEST: u16 = 50;
        let piece = fold(piece);
        for row in &self.rows {
            let Some(cells) = sheet.row(*row) else { continue };
            let near = (column.saturating_sub(FARTHEST)..=column).rev();
            let first = near.map(|at| (at, cells.text(at))).find(|(_, text)| !text.is_empty());
            if let Some((at, _)) = first.filter(|(_, text)| fold(text).contains(&piece)) {
                return (*row, at);
            }
        }
        (self.last, column)
    }

    /// The heading of a column.
    pub fn text(&self, column: u16) -> &str {
        let at = self.columns.binary_search_by_key(&column, |(column, ..)| *column);
        at.map_or("", |at| self.columns[at].1.as_str())
    }

    /// The lowest row of the heading of a column.
    pub fn lowest(&self, column: u16) -> &str {
        let at = self.columns.binary_search_by_key(&column, |(column, ..)| *column);
        at.map_or("", |at| self.columns[at].2.as_str())
    }
}

/// The headings of a sheet as they are compared.
pub(super) struct Names<'a>(Vec<(u16, Name<'a>, Name<'a>)>);

impl Names<'_> {
    /// The columns whose heading fits: as a whole, or else by its lowest row alone.
    pub fn hits(&self, pattern: &Pattern) -> Vec<Hit> {
        let whole: Vec<Hit> = self
            .0
            .iter()
            .filter_map(|(column, name, _)| Some((*column, name.gaps(pattern)?)))
            .collect();
        if !whole.is_empty() {
            return whole;
        }
        self.0.iter().filter_map(|(column, _, last)| Some((*column, last.gaps(pattern)?))).collect()
    }
}

/// Lets the words of a row stand over the empty cells to their right as well, as where they are
/// centred over several columns. A word with nothing under it stands over its own column alone.
fn span<'a>(row: &mut BTreeMap<u16, &'a str>, lowest: &BTreeMap<u16, &'a str>) {
    let mut over: Option<&str> = None;
    for (column, below) in lowest {
        match row.get(column) {
            Some(text) => over = Some(*text).filter(|text| text != below),
            None => {
                if let Some(text) = over {
                    row.insert(*column, text);
                }
            }
        }
    }
    // Words above columns that have no lowest heading are left as they are.
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::CellKind;

    fn sheet(rows: &[&[&str]]) -> Sheet {
        let mut sheet = Sheet::default();
        for (row, cells) in (1..).zip(rows) {
            for (column, text) in (1..).zip(*cells) {
                sheet.push(row, column, CellKind::Text, text).unwrap();
            }
        }
        sheet
    }

    #[test]
    fn rows_of_headings_are_joined() {
        let sheet = sheet(&[
            &["Код", "2021", "", "2022", ""],
            &["", "участники", "«2»", "участники", "«2»"],
        ]);
        let joined: Vec<_> = Heading::of(&sheet, &[], &[1, 2])
            .columns
            .into_iter()
            .map(|(_, text, _)| text)
            .collect();
        assert_eq!(
            joined,
            ["Код", "2021 / участники", "2021 / «2»", "2022 / участники", "2022 / «2»"]
        );
        // Merged cells say the same without guessing, downwards too.
        let merged = [
            Merged { rows: (1, 2), columns: (1, 1) },
            Merged { rows: (1, 1), columns: (2, 3) },
            Merged { rows: (1, 1), columns: (4, 5) },
        ];
        let again = Heading::of(&sheet, &merged, &[1, 2]);
        assert_eq!(again.columns.into_iter().map(|(_, text, _)| text).collect::<Vec<_>>(), joined);
    }
}
