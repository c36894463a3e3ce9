//! CSV: UTF-8 with or without a byte order mark, separated as the first line is.

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId};
use crate::source::Source;

use super::raw::RawTable;

/// Reads a file into a raw table; `None` if it is no table at all.
pub(super) fn read(
    name: &str,
    source: &Source,
    id: SourceId,
    faults: &mut Diagnostics,
) -> Option<RawTable> {
    let whole = Place::whole(id);
    let path = &source.path;
    if !source.is_utf8() {
        faults.push(Diagnostic::new(Code::NotUtf8).at(whole).with("file", path));
        return None;
    }
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(source.delimiter())
        .from_reader(source.content());
    let unreadable = |error: &csv::Error| {
        let line = error.position().and_then(|p| u32::try_from(p.line()).ok());
        Diagnostic::new(Code::UnreadableFile)
            .at(line.map_or(whole, |line| Place::row(id, line)))
            .with("file", path)
            .with("reason", error)
    };
    let headers: Vec<String> = match reader.headers() {
        Ok(headers) => headers.iter().map(|h| h.trim().to_owned()).collect(),
        Err(error) => {
            faults.push(unreadable(&error));
            return None;
        }
    };
    if headers.iter().all(String::is_empty) {
        faults.push(Diagnostic::new(Code::EmptyTable).at(whole).with("table", name));
        return None;
    }
    repeated_headers(&headers, id, faults);
    let width = headers.len();
    let mut table = RawTable::new(name, id, headers);
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                faults.push(unreadable(&error));
                break;
            }
        }
        let line = record.position().map_or(0, csv::Position::line);
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        if record.len() != width {
            faults.push(
                Diagnostic::new(Code::RaggedRow)
                    .at(Place::row(id, line))
                    .with("value", record.len())
                    .with("other", width),
            );
            continue;
        }
        if !table.push(line, record.iter()) {
            let place = Place::row(id, line);
            faults.push(Diagnostic::new(Code::LargeTable).at(place).with("table", name));
            break;
        }
    }
    Some(table)
}

fn repeated_headers(headers: &[String], id: SourceId, faults: &mut Diagnostics) {
    let place = |at: usize| Place::cell(id, 1, u16::try_from(at + 1).unwrap_or(u16::MAX));
    for (at, header) in headers.iter().enumerate().filter(|(_, header)| !header.is_empty()) {
        if let Some(first) = headers[..at].iter().position(|h| h == header) {
            faults.push(
                Diagnostic::new(Code::RepeatedColumn)
                    .at(place(at))
                    .with("column", header)
                    .see_also(place(first)),
            );
        }
    }
}
