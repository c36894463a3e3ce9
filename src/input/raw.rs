//! A table as read, before its values mean anything: headers, rows, texts, places.

use crate::diag::{Code, Diagnostic, Place, SourceId};

/// A table of texts. The texts of all cells stand in one string, so that a million rows cost
/// little more than the file itself.
#[derive(Clone, Debug)]
pub(super) struct RawTable {
    name: String,
    source: SourceId,
    headers: Vec<String>,
    text: String,
    /// Where each cell ends in `text`, row by row.
    ends: Vec<u32>,
    /// The line or sheet row of each row.
    lines: Vec<u32>,
}

/// A row of a raw table.
#[derive(Clone, Copy)]
pub(super) struct RawRow<'a> {
    table: &'a RawTable,
    index: usize,
}

impl RawTable {
    pub fn new(name: &str, source: SourceId, headers: Vec<String>) -> Self {
        let name = name.to_owned();
        Self { name, source, headers, text: String::new(), ends: Vec::new(), lines: Vec::new() }
    }

    /// Adds a row; cells past the headers are left out, cells short of them are empty.
    /// False if the table has grown past what its counters hold, and the row was not added.
    pub fn push<'a>(&mut self, line: u32, cells: impl Iterator<Item = &'a str>) -> bool {
        let kept = (self.text.len(), self.ends.len());
        let mut cells = cells;
        for _ in 0..self.headers.len() {
            self.text.push_str(cells.next().unwrap_or(""));
            let Ok(end) = u32::try_from(self.text.len()) else {
                self.text.truncate(kept.0);
                self.ends.truncate(kept.1);
                return false;
            };
            self.ends.push(end);
        }
        self.lines.push(line);
        true
    }

    /// The name of the table: that of its file.
    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn source(&self) -> SourceId {
        self.source
    }

    pub fn place(&self) -> Place {
        Place::whole(self.source)
    }

    /// The same key in two rows.
    pub fn repeated(&self, key: &str, first: Place, second: Place) -> Diagnostic {
        Diagnostic::new(Code::RepeatedKey)
            .at(second)
            .with("value", key)
            .with("table", self.name())
            .see_also(first)
    }

    /// The place of the row of headers.
    pub fn header_place(&self) -> Place {
        Place::row(self.source, 1)
    }

    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn rows(&self) -> impl Iterator<Item = RawRow<'_>> {
        (0..self.lines.len()).map(|index| RawRow { table: self, index })
    }
}

impl<'a> RawRow<'a> {
    /// The text of a cell without outer spaces; `column` counts from 0.
    pub fn cell(self, column: usize) -> &'a str {
        let at = self.index * self.table.headers.len() + column;
        let ends = &self.table.ends;
        let start = if at == 0 { 0 } else { ends[at - 1] as usize };
        self.table.text[start..ends[at] as usize].trim()
    }

    pub fn line(self) -> u32 {
        self.table.lines[self.index]
    }

    pub fn place(self) -> Place {
        Place::row(self.table.source, self.line())
    }

    pub fn cell_place(self, column: usize) -> Place {
        let number = u16::try_from(column + 1).unwrap_or(u16::MAX);
        Place::cell(self.table.source, self.line(), number)
    }
}
