//! CSV: UTF-8 with or without a byte order mark, separated by commas.

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::source::{Source, Sources};

use super::raw::RawTable;

/// Reads a file into a raw table and registers it; `None` if it is no table at all.
pub(super) fn read(
    source: Source,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Option<RawTable> {
    let utf8 = source.is_utf8();
    let id = sources.add(source);
    if !utf8 {
        faults.push(Diagnostic::new(Code::NotUtf8).at(Place::whole(id)));
        return None;
    }
    let bytes = sources.get(id).map(|s| s.content().to_vec()).unwrap_or_default();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes.as_slice());
    let headers: Vec<String> = match reader.headers() {
        Ok(headers) => headers.iter().map(|h| h.trim().to_owned()).collect(),
        Err(error) => {
            faults.push(bad_csv(&error, Place::whole(id)));
            return None;
        }
    };
    if headers.iter().all(String::is_empty) {
        faults.push(Diagnostic::new(Code::EmptyTable).at(Place::whole(id)));
        return None;
    }
    repeated_headers(&headers, id, faults);
    let width = headers.len();
    let mut table = RawTable::new(id, headers.clone());
    sources.set_headers(id, headers);
    let mut record = csv::StringRecord::new();
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                faults.push(bad_csv(&error, Place::whole(id)));
                break;
            }
        }
        let line = record.position().map_or(0, csv::Position::line);
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        if record.len() != width {
            faults.push(
                Diagnostic::new(Code::BadCsv)
                    .at(Place::row(id, line))
                    .with("value", record.len())
                    .with("known", width),
            );
            continue;
        }
        if !table.push(line, record.iter()) {
            faults.push(Diagnostic::new(Code::TooManyRows).at(Place::row(id, line)));
            break;
        }
    }
    Some(table)
}

fn repeated_headers(headers: &[String], id: crate::diag::SourceId, faults: &mut Diagnostics) {
    for (at, header) in headers.iter().enumerate() {
        if !header.is_empty() && headers[..at].contains(header) {
            let column = u16::try_from(at + 1).unwrap_or(u16::MAX);
            faults.push(
                Diagnostic::new(Code::RepeatedColumn)
                    .at(Place::cell(id, 1, column))
                    .with("column", header),
            );
        }
    }
}

fn bad_csv(error: &csv::Error, whole: Place) -> Diagnostic {
    let line = error.position().and_then(|p| u32::try_from(p.line()).ok());
    let place = line.map_or(whole, |line| Place::row(whole.source, line));
    Diagnostic::new(Code::BadCsv).at(place).with("value", error).with("known", "")
}
