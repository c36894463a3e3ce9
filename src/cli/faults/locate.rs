//! From a place to what people see of it: the line, the column in characters, the bytes to underline.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use crate::diag::{At, Place, SourceId};
use crate::source::{SheetRow, Source, Sources, column_letters};
use crate::text::{Arg, Text};

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
    /// The text of the source, or a row of a sheet, and the bytes meant, if there is a text.
    pub(super) text: Option<(Cow<'a, str>, Range<usize>)>,
}

/// What stands between the cells of a sheet's row where it is drawn.
const BETWEEN: &str = " │ ";

impl Spot<'_> {
    /// The short form: `data/results.csv:3:5`; «data/results.xlsx, лист «2022», ячейка D17».
    pub(super) fn short(&self, words: &Text) -> String {
        let Some(sheet) = self.sheet else {
            let number = |n: Option<u32>| n.map(|n| format!(":{n}")).unwrap_or_default();
            return format!("{}{}{}", self.file, number(self.line), number(self.column));
        };
        let row = self.line.map(|row| row.to_string()).unwrap_or_default();
        let args = [("file", Arg::Str(self.file)), ("sheet", Arg::Str(sheet))];
        match (self.address(), self.line) {
            (Some(cell), _) => {
                words.say("cli-place-cell", &[args[0], args[1], ("cell", Arg::Str(&cell))])
            }
            (None, Some(_)) => {
                words.say("cli-place-row", &[args[0], args[1], ("row", Arg::Str(&row))])
            }
            (None, None) => words.say("cli-place-sheet", &args),
        }
    }

    /// The address of a sheet's cell: `D17`.
    pub(super) fn address(&self) -> Option<String> {
        self.sheet?;
        Some(format!("{}{}", column_letters(self.field?), self.line?))
    }

    /// The text meant, if it is short enough to be quoted.
    pub(super) fn quote(&self) -> Option<&str> {
        let (text, range) = self.text.as_ref()?;
        let quote = text.get(range.clone())?;
        (!quote.is_empty() && quote.chars().count() <= 40 && !quote.contains('\n')).then_some(quote)
    }
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
        if let Some(sheet) = source.cells() {
            let column = spot.field.unwrap_or_default();
            let drawn = spot.line.and_then(|row| drawn(sheet.row(row)?, column));
            spot.text = drawn.map(|(text, range)| (Cow::Owned(text), range));
            return Some(spot);
        }
        if source.text().is_empty() {
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
            spot.text = Some((Cow::Borrowed(source.text()), range));
        }
        Some(spot)
    }
}

/// A row of a sheet in one line, and where the cell of a column stands in it: the whole row for
/// column 0, a gap for a cell that is empty.
fn drawn(row: SheetRow<'_>, column: u16) -> Option<(String, Range<usize>)> {
    let mut text = String::new();
    let mut range = None;
    let mut put = |text: &mut String, at: u16, cell: &str| {
        if !text.is_empty() {
            text.push_str(BETWEEN);
        }
        let start = text.len();
        // Line breaks and tabs of a cell would break the drawing.
        text.extend(cell.chars().map(|c| if c.is_whitespace() { ' ' } else { c }));
        if at == column {
            range = Some(start..text.len());
        }
    };
    let mut due = column > 0;
    for (at, _, cell) in row.cells() {
        if due && at > column {
            put(&mut text, column, "  ");
        }
        due = due && at < column;
        put(&mut text, at, cell);
    }
    if due {
        put(&mut text, column, "  ");
    }
    let range = range.unwrap_or(0..text.len());
    (!text.is_empty()).then_some((text, range))
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
}
