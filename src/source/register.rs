//! The register of sources: what a [`SourceId`] means, and how a place is shown to people.

use super::sheet::{Sheet, column_letters};
use crate::diag::{At, Place, SourceId};

/// One text file, or one sheet of a workbook, that was read.
#[derive(Clone, Debug)]
pub struct Source {
    /// Path from the site folder.
    pub path: String,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The bytes as read; none for a sheet, whose workbook has them.
    pub bytes: Vec<u8>,
    /// Headers of the columns, if the source is a table.
    pub headers: Vec<String>,
    body: Body,
    delimiter: Option<u8>,
}

/// What there is to show of a source.
#[derive(Clone, Debug)]
enum Body {
    /// The bytes are UTF-8, or nothing to be shown.
    Bytes,
    /// A text that had another encoding.
    Text(String),
    Sheet(Sheet),
}

impl Source {
    /// A file of its own.
    pub fn of_bytes(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        let (headers, body) = (Vec::new(), Body::Bytes);
        Self { path: path.into(), sheet: None, bytes, headers, body, delimiter: None }
    }

    /// A sheet of a workbook.
    pub fn of_sheet(path: impl Into<String>, name: impl Into<String>, sheet: Sheet) -> Self {
        let body = Body::Sheet(sheet);
        Self { sheet: Some(name.into()), body, ..Self::of_bytes(path, Vec::new()) }
    }

    /// The bytes without a byte order mark.
    pub fn content(&self) -> &[u8] {
        self.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.bytes)
    }

    /// True if the bytes are UTF-8.
    pub fn is_utf8(&self) -> bool {
        std::str::from_utf8(&self.bytes).is_ok()
    }

    /// A source of the same name of which nothing can be shown.
    fn veiled(&self) -> Self {
        Self { sheet: self.sheet.clone(), ..Self::of_bytes(self.path.clone(), Vec::new()) }
    }

    /// What separates the cells of a table in text: what was found out when it was read, or else a
    /// comma, a semicolon (as Excel does in Russian) or a tab, whichever the first line has most of.
    pub fn delimiter(&self) -> u8 {
        self.delimiter.unwrap_or_else(|| {
            let text = self.text().as_bytes();
            let heading = text.split(|b| *b == b'\n').next().unwrap_or_default();
            let count = |delimiter: &u8| heading.iter().filter(|b| *b == delimiter).count();
            // Of equals the last wins: a comma, unless something else is there.
            [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
        })
    }

    /// The text without a byte order mark; empty if there is none. Spans count from here.
    pub fn text(&self) -> &str {
        match &self.body {
            Body::Bytes => std::str::from_utf8(self.content()).unwrap_or(""),
            Body::Text(text) => text,
            Body::Sheet(_) => "",
        }
    }

    /// The cells of a sheet.
    pub fn cells(&self) -> Option<&Sheet> {
        match &self.body {
            Body::Sheet(sheet) => Some(sheet),
            Body::Bytes | Body::Text(_) => None,
        }
    }
}

/// A place as people count: line and column of a text, row and column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// Path from the site folder.
    pub file: String,
    /// Line or row, from 1.
    pub line: Option<u32>,
    /// Column in characters of a text, or the number of a table's column; from 1.
    pub column: Option<u32>,
    /// The header of the table's column.
    pub header: Option<String>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
}

impl Position {
    /// The address of a cell or a row of a sheet: `D17`, `17:17`.
    pub fn address(&self) -> Option<String> {
        self.sheet.as_ref()?;
        let (row, column) = (self.line?, self.column);
        let column = column.and_then(|column| u16::try_from(column).ok());
        Some(match column {
            Some(column) => format!("{}{row}", column_letters(column)),
            None => format!("{row}:{row}"),
        })
    }
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
        let id = self.next_id();
        self.0.push(source);
        id
    }

    /// Takes over the sources of a folder; gives back how many stood there before, which places in the
    /// others are to be moved by.
    pub fn absorb(&mut self, others: Self, folder: &str) -> SourceId {
        let first = self.next_id();
        let named = |source: Source| Source { path: format!("{folder}/{}", source.path), ..source };
        self.0.extend(others.0.into_iter().map(named));
        first
    }

    /// What the next source will be called.
    pub fn next_id(&self) -> SourceId {
        SourceId(u16::try_from(self.0.len()).unwrap_or(u16::MAX))
    }

    /// Notes the headers of a table once they are known.
    pub fn set_headers(&mut self, id: SourceId, headers: Vec<String>) {
        if let Some(source) = self.0.get_mut(usize::from(id.0)) {
            source.headers = headers;
        }
    }

    /// Notes the text of a source whose bytes are not UTF-8.
    pub fn set_text(&mut self, id: SourceId, text: String) {
        if let Some(source) = self.0.get_mut(usize::from(id.0)) {
            source.body = Body::Text(text);
        }
    }

    /// Notes what separates the cells of a table in text.
    pub fn set_delimiter(&mut self, id: SourceId, delimiter: u8) {
        if let Some(source) = self.0.get_mut(usize::from(id.0)) {
            source.delimiter = Some(delimiter);
        }
    }

    /// Takes what a source holds out of the register: places in it keep their addresses, but nothing
    /// that stands there can be drawn, quoted or printed. So are files read that tell of pupils.
    pub fn veil(&mut self, id: SourceId) -> Option<Source> {
        let source = self.0.get_mut(usize::from(id.0))?;
        let veiled = source.veiled();
        Some(std::mem::replace(source, veiled))
    }

    /// Puts back what [`Sources::veil`] took: it turned out to tell of nobody.
    pub fn unveil(&mut self, id: SourceId, source: Source) {
        if let Some(veiled) = self.0.get_mut(usize::from(id.0)) {
            *veiled = source;
        }
    }

    /// Calls a sheet by its number, where its name may tell of somebody.
    pub fn number_sheet(&mut self, id: SourceId, number: usize) {
        if let Some(source) = self.0.get_mut(usize::from(id.0)) {
            source.sheet = source.sheet.take().map(|_| format!("№ {number}"));
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
        if let Some(sheet) = source.cells() {
            let row = sheet.row(row)?;
            return Some(match column {
                Some(column) => row.text(column).to_owned(),
                None => row.cells().map(|(.., text)| text).collect::<Vec<_>>().join(", "),
            });
        }
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
        let source = self.get(place.source);
        let mut position = Position {
            file: source.map(|source| source.path.clone()).unwrap_or_default(),
            line: None,
            column: None,
            header: None,
            sheet: source.and_then(|source| source.sheet.clone()),
        };
        let Some(source) = source else { return position };
        match place.at {
            At::Whole => {}
            At::Row(row) => position.line = Some(row),
            At::Cell(row, column) => {
                position.line = Some(row);
                position.column = Some(column.into());
                position.header = source.headers.get(usize::from(column).wrapping_sub(1)).cloned();
            }
            At::Span(start, _) => {
                let text = source.text();
                let before = text.get(..start as usize).unwrap_or(text);
                let line = before.bytes().filter(|b| *b == b'\n').count() + 1;
                let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
                position.line = u32::try_from(line).ok();
                position.column = u32::try_from(column).ok();
            }
        }
        position
    }
}
