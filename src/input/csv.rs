//! CSV: a text of any encoding that [`super::encoding`] knows, its cells separated by commas,
//! semicolons or tabs.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, Places, SourceId};
use crate::source::{CellKind, Sheet, Source};

use super::fold::one_line;
use super::raw::RawTable;

/// The most columns of a table: as many as spreadsheets have.
pub(super) const MAX_COLUMNS: usize = 16_384;

/// The longest cell, in bytes: twice what spreadsheets hold. What is longer is most often a quotation
/// mark that was never closed.
const LONGEST_CELL: usize = 65_536;

/// The signs that may separate cells. Of equals the first wins.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// What separates the cells of a text, and whether there was a choice.
pub(super) fn separator(text: &str) -> (u8, bool) {
    let heading = text.split('\n').next().unwrap_or_default();
    let found: Vec<u8> =
        SEPARATORS.into_iter().filter(|separator| stands_in(heading, *separator)).collect();
    const LOOKED_AT: usize = 64 * 1024;
    let end = (0..=text.len().min(LOOKED_AT)).rev().find(|at| text.is_char_boundary(*at));
    let head = &text[..end.unwrap_or(0)];
    let shapes = SEPARATORS.map(|separator| (shape(head, separator), separator));
    if let [only] = found[..] {
        let own = shapes.iter().find(|(_, separator)| *separator == only);
        // The first line may be a title with a comma in it.
        if shapes.iter().all(|other| own.is_some_and(|own| other.0 <= own.0)) {
            return (only, false);
        }
    }
    let mut best = shapes[0];
    for other in &shapes[1..] {
        if other.0 > best.0 {
            best = *other;
        }
    }
    let rival = shapes.iter().any(|(shape, separator)| {
        *separator != best.1 && found.contains(separator) && shape.0 == best.0.0
    });
    (best.1, rival)
}

/// True if a sign stands in a line outside quotes.
fn stands_in(line: &str, separator: u8) -> bool {
    let mut quoted = false;
    line.bytes().any(|byte| {
        quoted ^= byte == b'"';
        byte == separator && !quoted
    })
}

/// How many of the first rows have the same number of cells, and which number; none with one cell.
fn shape(head: &str, separator: u8) -> (usize, usize) {
    const ROWS: usize = 40;
    let mut reader = reader(head, separator);
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for record in reader.byte_records().take(ROWS).flatten().filter(|record| record.len() > 1) {
        *counts.entry(record.len()).or_default() += 1;
    }
    counts.into_iter().map(|(width, rows)| (rows, width)).max().unwrap_or_default()
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

/// The rows of a text one by one, with the lines they begin on; faults on the way are reported.
struct Rows<'a, 'f> {
    reader: csv::Reader<&'a [u8]>,
    text: &'a str,
    record: csv::StringRecord,
    path: &'a str,
    id: SourceId,
    faults: &'f mut Diagnostics,
}

impl<'a, 'f> Rows<'a, 'f> {
    fn new(source: &'a Source, id: SourceId, faults: &'f mut Diagnostics) -> Self {
        let text = source.text();
        let reader = reader(text, source.delimiter());
        Self { reader, text, record: csv::StringRecord::new(), path: &source.path, id, faults }
    }

    /// The next row that says anything; `None` at the end or where reading on makes no sense.
    fn next(&mut self) -> Option<(u32, &csv::StringRecord)> {
        loop {
            match self.reader.read_record(&mut self.record) {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => {
                    let line = error.position().and_then(|p| u32::try_from(p.line()).ok());
                    let place = line.map_or(Place::whole(self.id), |l| Place::row(self.id, l));
                    let fault = Diagnostic::new(Code::UnreadableFile).at(place);
                    self.faults.push(fault.with("file", self.path).with("reason", error));
                    return None;
                }
            }
            // A row of separators alone is an empty row.
            if self.record.as_slice().trim().is_empty() {
                continue;
            }
            let line = self.line();
            let place = Place::row(self.id, line);
            if self.record.len() > MAX_COLUMNS {
                let fault = Diagnostic::new(Code::WideTable).at(place).with("file", self.path);
                let most = MAX_COLUMNS.to_string();
                self.faults.push(fault.with("value", self.record.len()).with("other", most));
                return None;
            }
            if self.record.as_slice().len() > LONGEST_CELL
                && self.record.iter().any(|cell| cell.len() > LONGEST_CELL)
            {
                self.faults.push(Diagnostic::new(Code::LongCell).at(place));
                return None;
            }
            return Some((line, &self.record));
        }
    }
}

impl Rows<'_, '_> {
    /// The line that the record begins on. The reader notes where the one before it ended, which is
    /// ahead of empty lines, and of the second half of `\r\n`.
    fn line(&self) -> u32 {
        let Some(position) = self.record.position() else { return 0 };
        let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let ahead = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
        let ahead = ahead.filter(|byte| **byte == b'\n').count() as u64;
        u32::try_from(position.line() + ahead).unwrap_or(u32::MAX)
    }
}

/// Reads a file into a raw table; `None` if it is no table at all.
pub(super) fn table(
    name: &str,
    source: &Source,
    id: SourceId,
    faults: &mut Diagnostics,
) -> Option<RawTable> {
    let before = faults.len();
    let mut rows = Rows::new(source, id, faults);
    let headers =
        rows.next().map(|(_, record)| record.iter().map(one_line).collect::<Vec<String>>());
    let Some(headers) = headers else {
        if faults.len() == before {
            let fault = Diagnostic::new(Code::EmptyTable).at(Place::whole(id));
            faults.push(fault.with("table", name));
        }
        return None;
    };
    repeated_headers(&headers, &Places::of_lines(id), rows.faults);
    let width = headers.len();
    let mut table = RawTable::new(name, headers, Places::of_lines(id));
    while let Some((line, record)) = rows.next() {
        let place = Place::row(id, line);
        if record.len() != width {
            let fault = Diagnostic::new(Code::RaggedRow).at(place).with("value", record.len());
            rows.faults.push(fault.with("other", width));
        } else if !table.push(line, record.iter()) {
            rows.faults.push(Diagnostic::new(Code::LargeTable).at(place).with("table", name));
            break;
        }
    }
    Some(table)
}

/// Reads a file as a sheet: lines as rows, cells by their number in the line.
pub(super) fn sheet(source: &Source, id: SourceId, faults: &mut Diagnostics) -> Sheet {
    let mut sheet = Sheet::default();
    let mut rows = Rows::new(source, id, faults);
    while let Some((line, record)) = rows.next() {
        for (column, cell) in (1..).zip(record) {
            if sheet.push(line, column, CellKind::Text, cell).is_err() {
                let fault = Diagnostic::new(Code::LargeTable).at(Place::row(id, line));
                rows.faults.push(fault.with("table", &source.path));
                return sheet;
            }
        }
    }
    sheet
}

/// Reports headings that stand twice.
pub(super) fn repeated_headers(headers: &[String], places: &Places, faults: &mut Diagnostics) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, header) in headers.iter().enumerate().filter(|(_, header)| !header.is_empty()) {
        match first.get(header.as_str()) {
            Some(first) => faults.push(
                Diagnostic::new(Code::RepeatedColumn)
                    .at(places.heading(at))
                    .with("column", header)
                    .see_also(places.heading(*first)),
            ),
            None => drop(first.insert(header, at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{separator, sheet};
    use crate::diag::{Diagnostics, SourceId};
    use crate::source::{SheetRow, Source};

    #[test]
    fn rows_know_their_lines_whatever_ends_them() {
        for text in ["a,b\n\n1,\"x\ny\"\n,\n3,4\n", "a,b\r\n\r\n1,\"x\r\ny\"\r\n,\r\n3,4"] {
            let source = Source::of_bytes("data/x.csv", text.into());
            let sheet = sheet(&source, SourceId(0), &mut Diagnostics::new());
            assert_eq!(sheet.rows().map(SheetRow::number).collect::<Vec<_>>(), [1, 3, 6], "{text}");
        }
    }

    #[test]
    fn the_separator_is_what_makes_equal_rows() {
        let cases = [
            ("a,b\n1,2\n", (b',', false)),
            ("a;b\n1,5;2,5\n", (b';', false)),
            ("a\tb\n1\t2\n", (b'\t', false)),
            ("\"Доля, %\";n\n1,5;2\n", (b';', false)),
            ("Доля, %;n\n1,5;2\n3;4\n", (b';', false)),
            ("Сводная таблица\n\nшкола;n\nа;1\nб;2\n", (b';', false)),
            ("Сведения, часть 1\nшкола;n\nа;1\n", (b';', false)),
            ("имя,фамилия;год\n1,2;3\n1,5;4\n", (b',', true)),
            ("one column\n1\n", (b',', false)),
            ("", (b',', false)),
        ];
        for (text, expected) in cases {
            assert_eq!(separator(text), expected, "{text}");
        }
    }
}
