//! Where the rows and cells of a whole table stand.

use super::{Place, SourceId};

/// The places of a table's rows, cells and headings. Rows and columns count from 0.
///
/// A file read as it stands needs only the line of each row. A table that was laid out anew, from
/// one or several files, remembers where each of its cells came from.
#[derive(Clone, Debug)]
pub struct Places(Kind);

#[derive(Clone, Debug)]
enum Kind {
    /// The headings stand in the first line, the columns in the order of the file.
    Lines {
        source: SourceId,
        lines: Vec<u32>,
    },
    Each {
        whole: Place,
        headings: Vec<Place>,
        rows: Vec<Place>,
        cells: Vec<Place>,
    },
}

impl Places {
    /// Of a file that is read as it stands.
    pub fn of_lines(source: SourceId) -> Self {
        Self(Kind::Lines { source, lines: Vec::new() })
    }

    /// Of a table that is laid out anew. `whole` is its first source; there is one heading for each
    /// column.
    pub fn of_cells(whole: Place, headings: Vec<Place>) -> Self {
        Self(Kind::Each { whole, headings, rows: Vec::new(), cells: Vec::new() })
    }

    /// The same table without its rows.
    #[must_use]
    pub fn without_rows(&self) -> Self {
        match &self.0 {
            Kind::Lines { source, .. } => Self::of_lines(*source),
            Kind::Each { whole, headings, .. } => Self::of_cells(*whole, headings.clone()),
        }
    }

    /// Adds the row that begins on a line of the file.
    pub fn push_line(&mut self, line: u32) {
        match &mut self.0 {
            Kind::Lines { lines, .. } => lines.push(line),
            Kind::Each { whole, headings, rows, cells } => {
                let row = Place::row(whole.source, line);
                rows.push(row);
                cells.extend(headings.iter().map(|_| row));
            }
        }
    }

    /// Adds a row whose cells stand where they stand: as many as there are headings.
    pub fn push_cells(&mut self, row: Place, places: impl IntoIterator<Item = Place>) {
        if let Kind::Each { headings, rows, cells, .. } = &mut self.0 {
            rows.push(row);
            let end = cells.len() + headings.len();
            cells.extend(places);
            cells.resize(end, row);
        }
    }

    /// Adds a row of another table with the same columns.
    pub fn push_row_of(&mut self, other: &Self, row: usize) {
        match (&mut self.0, &other.0) {
            (Kind::Lines { lines: own, .. }, Kind::Lines { lines, .. }) => own.push(lines[row]),
            (Kind::Each { headings, .. }, _) => {
                let width = headings.len();
                self.push_cells(other.row(row), (0..width).map(|column| other.cell(row, column)));
            }
            (Kind::Lines { .. }, Kind::Each { .. }) => {}
        }
    }

    /// The first source as a whole.
    pub fn whole(&self) -> Place {
        match &self.0 {
            Kind::Lines { source, .. } => Place::whole(*source),
            Kind::Each { whole, .. } => *whole,
        }
    }

    /// Every source that a row came from, and the first in any case; in order.
    pub fn sources(&self) -> std::collections::BTreeSet<SourceId> {
        let first = self.whole().source;
        match &self.0 {
            Kind::Lines { .. } => [first].into(),
            Kind::Each { rows, .. } => {
                rows.iter().map(|row| row.source).chain(std::iter::once(first)).collect()
            }
        }
    }

    /// The row of headings.
    pub fn heading_row(&self) -> Place {
        match &self.0 {
            Kind::Lines { source, .. } => Place::row(*source, 1),
            Kind::Each { whole, headings, .. } => headings
                .iter()
                .find_map(|place| match place.at {
                    super::At::Cell(row, _) => Some(Place::row(place.source, row)),
                    _ => None,
                })
                .unwrap_or(*whole),
        }
    }

    /// A heading.
    pub fn heading(&self, column: usize) -> Place {
        match &self.0 {
            Kind::Lines { source, .. } => Place::cell(*source, 1, number(column)),
            Kind::Each { whole, headings, .. } => headings.get(column).copied().unwrap_or(*whole),
        }
    }

    /// A row. There must be one.
    pub fn row(&self, row: usize) -> Place {
        match &self.0 {
            Kind::Lines { source, lines } => Place::row(*source, lines[row]),
            Kind::Each { rows, .. } => rows[row],
        }
    }

    /// A cell. Both indices must be inside the table.
    pub fn cell(&self, row: usize, column: usize) -> Place {
        match &self.0 {
            Kind::Lines { source, lines } => Place::cell(*source, lines[row], number(column)),
            Kind::Each { headings, cells, .. } => cells[row * headings.len() + column],
        }
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        match &self.0 {
            Kind::Lines { lines, .. } => lines.len(),
            Kind::Each { rows, .. } => rows.len(),
        }
    }

    /// True if there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The number of a column, from 1.
fn number(column: usize) -> u16 {
    u16::try_from(column + 1).unwrap_or(u16::MAX)
}
