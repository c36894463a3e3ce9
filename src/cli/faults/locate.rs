//! From a place to what people see of it: the line, the column in characters, the bytes to underline.

use std::collections::BTreeMap;
use std::ops::Range;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use crate::diag::{At, Place, SourceId};
use crate::source::{Source, Sources};

/// A place as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spot<'a> {
    /// Path from the site folder.
    pub(super) file: &'a str,
    /// The sheet of a workbook.
    pub(super) sheet: Option<&'a str>,
    /// Line of a text or row of a sheet, from 1.
    pub(super) line: Option<u32>,
    /// Column in characters of a text, or the number of a sheet's column; from 1.
    pub(super) column: Option<u32>,
    /// The number of a table's column.
    pub(super) field: Option<u16>,
    /// The header of a table's column.
    pub(super) header: Option<&'a str>,
    /// The text of the source and the bytes meant, if there is a text.
    pub(super) text: Option<(&'a str, Range<usize>)>,
}

impl Spot<'_> {
    /// The short form: `data/results.csv:3:5`, `data/results.xlsx [2022]!D17`.
    pub(super) fn short(&self) -> String {
        let Some(sheet) = self.sheet else {
            let number = |n: Option<u32>| n.map(|n| format!(":{n}")).unwrap_or_default();
            return format!("{}{}{}", self.file, number(self.line), number(self.column));
        };
        match (self.field, self.line) {
            (Some(field), Some(row)) => format!("{} [{sheet}]!{}{row}", self.file, letters(field)),
            (None, Some(row)) => format!("{} [{sheet}]!{row}:{row}", self.file),
            _ => format!("{} [{sheet}]", self.file),
        }
    }

    /// The text meant, if it is short enough to be quoted.
    pub(super) fn quote(&self) -> Option<&str> {
        let (text, range) = self.text.as_ref()?;
        let quote = text.get(range.clone())?;
        (!quote.is_empty() && quote.chars().count() <= 40 && !quote.contains('\n')).then_some(quote)
    }
}

/// A column as spreadsheets name it: A, B … Z, AA.
fn letters(mut column: u16) -> String {
    let mut name = String::new();
    while column > 0 {
        column -= 1;
        name.insert(0, char::from(b'A' + (column % 26) as u8));
        column /= 26;
    }
    name
}

/// Finds places in sources; remembers where the lines of each begin.
#[derive(Debug)]
pub(super) struct Locator<'a> {
    sources: &'a Sources,
    lines: BTreeMap<SourceId, Vec<usize>>,
}

impl<'a> Locator<'a> {
    pub(super) fn new(sources: &'a Sources) -> Self {
        Self { sources, lines: BTreeMap::new() }
    }

    /// The place as people see it; `None` if it is of no source that was read.
    pub(super) fn spot(&mut self, place: Place) -> Option<Spot<'a>> {
        let source = self.sources.get(place.source)?;
        let mut spot = Spot {
            file: &source.path,
            sheet: source.sheet.as_deref(),
            line: None,
            column: None,
            field: None,
            header: None,
            text: None,
        };
        if let At::Row(row) | At::Cell(row, _) = place.at {
            spot.line = Some(row);
        }
        if let At::Cell(_, column) = place.at {
            spot.field = Some(column);
            spot.column = Some(column.into());
            spot.header =
                source.headers.get(usize::from(column).wrapping_sub(1)).map(String::as_str);
        }
        if source.sheet.is_some() || source.text().is_empty() {
            return Some(spot);
        }
        let lines = self.lines.entry(place.source).or_insert_with(|| line_starts(source.text()));
        if let Some(range) = bytes(source, lines, place.at) {
            let line = lines.partition_point(|start| *start <= range.start);
            let start = lines.get(line.wrapping_sub(1)).copied().unwrap_or(0);
            let before = source.text().get(start..range.start).unwrap_or_default();
            let whole_row = matches!(place.at, At::Row(_));
            spot.line = u32::try_from(line).ok();
            spot.column = u32::try_from(before.chars().count() + 1).ok().filter(|_| !whole_row);
            spot.text = Some((source.text(), range));
        }
        Some(spot)
    }
}

fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// The bytes of the text that are meant.
fn bytes(source: &Source, lines: &[usize], at: At) -> Option<Range<usize>> {
    let text = source.text();
    let line = |row: u32| lines.get((row as usize).wrapping_sub(1)).copied();
    match at {
        At::Whole => None,
        At::Row(row) => {
            let start = line(row)?;
            let end = lines.get(row as usize).map_or(text.len(), |next| next - 1);
            Some(start..start + text.get(start..end)?.trim_end().len())
        }
        At::Cell(row, column) => {
            let start = line(row)?;
            Some(field(text, start, source.delimiter(), column))
        }
        At::Span(start, end) => {
            let boundary = |at: u32| {
                let at = (at as usize).min(text.len());
                (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
            };
            let start = boundary(start);
            Some(start..boundary(end).max(start))
        }
    }
}

/// Where the value of a column stands in the record that begins at `start`: without quotes and
/// blanks around it. The end of the record if it has no such column.
fn field(text: &str, start: usize, delimiter: u8, column: u16) -> Range<usize> {
    let mut end = start;
    for (number, raw) in (1..).zip(Fields::new(text, start, delimiter)) {
        end = raw.end;
        if number == column {
            return trim(text, raw);
        }
    }
    end..end
}

fn trim(text: &str, raw: Range<usize>) -> Range<usize> {
    let Some(mut value) = text.get(raw.clone()) else { return raw };
    let mut start = raw.start;
    let mut shorten = |cut: &dyn Fn(&str) -> Option<(usize, usize)>| {
        if let Some((from, to)) = cut(value) {
            value = &value[from..to];
            start += from;
        }
    };
    let blanks = |v: &str| Some((v.len() - v.trim_start().len(), v.trim_end().len()));
    shorten(&|v| blanks(v).filter(|(from, to)| from <= to));
    shorten(&|v| (v.len() > 2 && v.starts_with('"') && v.ends_with('"')).then(|| (1, v.len() - 1)));
    start..start + value.len()
}

/// The raw fields of one record, as bytes of the text, by the csv crate's own reading.
struct Fields<'a> {
    input: &'a [u8],
    at: usize,
    reader: Reader,
    ended: bool,
}

impl<'a> Fields<'a> {
    fn new(text: &'a str, start: usize, delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        Self { input: text.as_bytes(), at: start, reader, ended: false }
    }
}

impl Iterator for Fields<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let start = self.at;
        let mut scratch = [0; 256];
        loop {
            let rest = self.input.get(self.at..).unwrap_or_default();
            let (result, read, _) = self.reader.read_field(rest, &mut scratch);
            self.at += read;
            match result {
                ReadFieldResult::Field { record_end } => {
                    self.ended = record_end;
                    // What ended the field was read with it, unless the text itself ended.
                    let closed = read > 0 && !rest.is_empty();
                    return Some(start..self.at - usize::from(closed));
                }
                ReadFieldResult::End => {
                    self.ended = true;
                    return None;
                }
                // At the end of the text the reader wants to be called once more with nothing.
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str, column: u16) -> &str {
        &text[field(text, 0, b',', column)]
    }

    #[test]
    fn finds_a_field_whatever_stands_before_it() {
        let text = "\"школа \"\"№ 1\"\", лицей\", 2022 ,сорок\r\nx";
        assert_eq!(value(text, 1), "школа \"\"№ 1\"\", лицей");
        assert_eq!(value(text, 2), "2022");
        assert_eq!(value(text, 3), "сорок");
        assert_eq!(field(text, 0, b',', 4), text.len() - 3..text.len() - 3);
        assert_eq!(value("a,b", 2), "b");
        assert_eq!(value("a,\"b\"", 2), "b");
        assert_eq!(value("a,", 2), "");
        assert_eq!(value("a,,c", 2), "");
        assert_eq!(value(&format!("{},z", "я".repeat(999)), 2), "z");
        assert_eq!(value("\"two\nlines\",z\n", 2), "z");
    }

    #[test]
    fn names_columns_as_spreadsheets_do() {
        let names = [1, 4, 26, 27, 52, 53, 702, 703].map(letters);
        assert_eq!(names, ["A", "D", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
