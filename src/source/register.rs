//! The register of sources: what a [`SourceId`] means, and how a place is shown to people.

use crate::diag::{At, Place, SourceId};

/// One text file, or one sheet of a workbook, that was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path from the site folder.
    pub path: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The bytes as read.
    pub bytes: Vec<u8>,
    /// Headers of the columns, if the source is a table.
    pub headers: Vec<String>,
}

impl Source {
    /// A file of its own.
    pub fn of_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { path: path.into(), sheet: None, bytes, headers: Vec::new() }
    }

    /// The bytes without a byte order mark.
    pub fn content(&self) -> &[u8] {
        self.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.bytes)
    }

    /// True if the bytes are UTF-8.
    pub fn is_utf8(&self) -> bool {
        std::str::from_utf8(&self.bytes).is_ok()
    }

    /// What separates the cells of a table in text: a comma, a semicolon (as Excel does in Russian) or
    /// a tab, whichever the first line has most of.
    pub fn delimiter(&self) -> u8 {
        let heading = self.content().split(|b| *b == b'\n').next().unwrap_or_default();
        let count = |delimiter: &u8| heading.iter().filter(|b| *b == delimiter).count();
        // Of equals the last wins: a comma, unless something else is there.
        [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
    }

    /// The text without a byte order mark; empty if it is no UTF-8. Spans count from here.
    pub fn text(&self) -> &str {
        std::str::from_utf8(self.content()).unwrap_or("")
    }
}

/// A place as people count: line and column of a text, row and column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Path from the site folder, with the sheet in brackets for a workbook.
    pub file: String,
    /// Line or row, from 1.
    pub line: Option<u32>,
    /// Column in characters of a text, or the number of a table's column; from 1.
    pub column: Option<u32>,
    /// The header of the table's column.
    pub header: Option<String>,
}

/// All sources of a run, in the order of reading.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Nothing read yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Registers a source and names it. Past 65 535 sources the last id is shared.
    pub fn add(&mut self, source: Source) -> SourceId {
        self.0.push(source);
        SourceId(u16::try_from(self.0.len() - 1).unwrap_or(u16::MAX))
    }

    /// Notes the headers of a table once they are known.
    pub fn set_headers(&mut self, id: SourceId, headers: Vec<String>) {
        if let Some(source) = self.0.get_mut(usize::from(id.0)) {
            source.headers = headers;
        }
    }

    /// The source, if the id came from this register.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.0.get(usize::from(id.0))
    }

    /// All sources with their ids, in the order of reading.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.0.iter().enumerate().map(|(i, s)| (SourceId(u16::try_from(i).unwrap_or(u16::MAX)), s))
    }

    /// What stands at a place of a table: the cell's value, or the whole row as written.
    pub fn value(&self, place: Place) -> Option<String> {
        let source = self.get(place.source)?;
        let (row, column) = match place.at {
            At::Cell(row, column) => (row, Some(column)),
            At::Row(row) => (row, None),
            At::Whole | At::Span(..) => return None,
        };
        let line = usize::try_from(row).ok()?.checked_sub(1)?;
        let before: usize = source.text().split_inclusive('\n').take(line).map(str::len).sum();
        let rest = &source.text()[before..];
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(source.delimiter())
            .from_reader(rest.as_bytes());
        let record = reader.records().next()?.ok()?;
        match column {
            Some(column) => record.get(usize::from(column).checked_sub(1)?).map(str::to_owned),
            None => Some(record.iter().collect::<Vec<_>>().join(", ")),
        }
    }

    /// A place as people count.
    pub fn position(&self, place: Place) -> Position {
        let Some(source) = self.get(place.source) else {
            return Position { file: String::new(), line: None, column: None, header: None };
        };
        let file = match &source.sheet {
            Some(sheet) => format!("{} [{sheet}]", source.path),
            None => source.path.clone(),
        };
        match place.at {
            At::Whole => Position { file, line: None, column: None, header: None },
            At::Row(row) => Position { file, line: Some(row), column: None, header: None },
            At::Cell(row, column) => Position {
                file,
                line: Some(row),
                column: Some(column.into()),
                header: source.headers.get(usize::from(column).wrapping_sub(1)).cloned(),
            },
            At::Span(start, _) => {
                let text = source.text();
                let before = text.get(..start as usize).unwrap_or(text);
                let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
                let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
                let number = |n: usize| u32::try_from(n).ok();
                Position { file, line: number(line), column: number(column), header: None }
            }
        }
    }
}
