//! A sheet of a workbook as read: texts by absolute address.

/// What a cell of a sheet held before it became a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// Words, and numbers that were typed as words.
    Text,
    /// A number: `12`, `0.5`, at most six digits after the point.
    Number,
    /// A number shown as a percentage: 0.357 is `35.7%`.
    Percent,
    /// A day: `15.03.2023`.
    Date,
    /// Yes or no: `ИСТИНА`, `ЛОЖЬ`.
    YesNo,
    /// An error of a formula: `#REF!`.
    Error,
}

#[derive(Clone, Copy, Debug)]
struct Cell {
    /// Where its text ends.
    end: u32,
    /// From 1.
    column: u16,
    kind: CellKind,
}

/// The cells of a sheet that hold something, row by row. Rows and columns count from 1, as in
/// spreadsheets, and what is not there is empty.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    text: String,
    cells: Vec<Cell>,
    /// The number of each row that holds something, and where its cells begin.
    rows: Vec<(u32, u32)>,
}

/// A row of a sheet.
#[derive(Clone, Copy, Debug)]
pub struct SheetRow<'a> {
    sheet: &'a Sheet,
    number: u32,
    from: usize,
    to: usize,
}

/// Why a cell has no place on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRoom {
    /// The sheet has grown past what its counters hold.
    TooLarge,
    /// The cell comes before one that is there already.
    OutOfTurn,
}

/// As many bytes as the cells of a sheet may hold together: one long text that a small workbook
/// repeats in every cell would fill the memory.
const MAX_TEXT: usize = 128 << 20;

impl Sheet {
    /// Adds a cell after all others: in a later row, or in a later column of the last row. A cell
    /// that holds nothing is left out.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn push(
        &mut self,
        row: u32,
        column: u16,
        kind: CellKind,
        text: &str,
    ) -> Result<(), NoRoom> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let start = u32::try_from(self.cells.len()).map_err(|_| NoRoom::TooLarge)?;
        match self.rows.last() {
            Some((last, _)) if *last > row => return Err(NoRoom::OutOfTurn),
            Some((last, _)) if *last == row => {
                if self.cells.last().is_some_and(|cell| cell.column >= column) {
                    return Err(NoRoom::OutOfTurn);
                }
            }
            _ => self.rows.push((row, start)),
        }
        let end = self.text.len() + text.len();
        if end > MAX_TEXT {
            return Err(NoRoom::TooLarge);
        }
        let end = u32::try_from(end).map_err(|_| NoRoom::TooLarge)?;
        self.text.push_str(text);
        self.cells.push(Cell { end, column, kind });
        Ok(())
    }

    /// How many cells hold something.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// True if none does.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The rows that hold something, in order.
    pub fn rows(&self) -> impl Iterator<Item = SheetRow<'_>> {
        (0..self.rows.len()).map(|at| self.row_at(at))
    }

    /// A row; `None` if it is empty.
    pub fn row(&self, number: u32) -> Option<SheetRow<'_>> {
        let at = self.rows.binary_search_by_key(&number, |row| row.0).ok()?;
        Some(self.row_at(at))
    }

    fn row_at(&self, at: usize) -> SheetRow<'_> {
        let (number, from) = self.rows[at];
        let to = self.rows.get(at + 1).map_or(self.cells.len(), |next| next.1 as usize);
        SheetRow { sheet: self, number, from: from as usize, to }
    }
}

impl<'a> SheetRow<'a> {
    /// Its number.
    pub fn number(self) -> u32 {
        self.number
    }

    /// Its cells that hold something, by column.
    pub fn cells(self) -> impl Iterator<Item = (u16, CellKind, &'a str)> {
        (self.from..self.to).map(move |at| self.at(at))
    }

    /// The text of a cell; empty if there is none.
    pub fn text(self, column: u16) -> &'a str {
        self.find(column).map_or("", |at| self.at(at).2)
    }

    /// What a cell held; a text if there is none.
    pub fn kind(self, column: u16) -> CellKind {
        self.find(column).map_or(CellKind::Text, |at| self.at(at).1)
    }

    fn find(self, column: u16) -> Option<usize> {
        let cells = &self.sheet.cells[self.from..self.to];
        let at = cells.binary_search_by_key(&column, |cell| cell.column).ok()?;
        Some(self.from + at)
    }

    fn at(self, at: usize) -> (u16, CellKind, &'a str) {
        let cell = self.sheet.cells[at];
        let start = if at == 0 { 0 } else { self.sheet.cells[at - 1].end as usize };
        (cell.column, cell.kind, &self.sheet.text[start..cell.end as usize])
    }
}

/// A column as spreadsheets name it: A, B … Z, AA.
pub fn column_letters(mut column: u16) -> String {
    let mut name = String::new();
    while column > 0 {
        column -= 1;
        name.insert(0, char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_columns_as_spreadsheets_do() {
        let names = [1, 4, 26, 27, 52, 53, 702, 703].map(column_letters);
        assert_eq!(names, ["A", "D", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn cells_keep_their_addresses() {
        let mut sheet = Sheet::default();
        for (row, column, text) in [(3, 2, "школа"), (3, 5, " 12 "), (7, 1, ""), (9, 2, "итого")]
        {
            sheet.push(row, column, CellKind::Text, text).unwrap();
        }
        for (row, column) in [(8, 1), (9, 2)] {
            let late = sheet.push(row, column, CellKind::Text, "поздно");
            assert_eq!(late, Err(NoRoom::OutOfTurn));
        }
        assert_eq!(sheet.rows().map(SheetRow::number).collect::<Vec<_>>(), [3, 9]);
        let row = sheet.row(3).unwrap();
        assert_eq!((row.text(2), row.text(3), row.text(5)), ("школа", "", "12"));
        assert!(sheet.row(7).is_none());
    }
}
