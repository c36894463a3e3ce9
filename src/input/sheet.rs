//! A sheet in canonical form: the first row that holds something has the headings, the rest is data.

use crate::diag::{Code, Diagnostic, Diagnostics, Place, Places, SourceId};
use crate::source::Sheet;

use super::csv::repeated_headers;
use super::fold::one_line;
use super::raw::RawTable;

/// Reads a sheet into a raw table; `None` if there is nothing on it.
pub(super) fn table(
    name: &str,
    sheet: &Sheet,
    id: SourceId,
    faults: &mut Diagnostics,
) -> Option<RawTable> {
    let mut rows = sheet.rows();
    let Some(heading) = rows.next() else {
        let fault = Diagnostic::new(Code::EmptyTable).at(Place::whole(id));
        faults.push(fault.with("table", name));
        return None;
    };
    let columns: Vec<u16> = heading.cells().map(|(column, ..)| column).collect();
    let headers: Vec<String> = heading.cells().map(|(.., text)| one_line(text)).collect();
    let at = |row: u32, column: &u16| Place::cell(id, row, *column);
    let places = columns.iter().map(|column| at(heading.number(), column)).collect();
    let places = Places::of_cells(Place::whole(id), places);
    repeated_headers(&headers, &places, faults);
    let mut table = RawTable::new(name, headers, places);
    for row in rows {
        let number = row.number();
        // Notes beside the table belong to no column.
        if columns.iter().all(|column| row.text(*column).is_empty()) {
            continue;
        }
        let cells = columns.iter().map(|column| (row.text(*column), at(number, column)));
        if !table.push_cells(Place::row(id, number), cells) {
            let fault = Diagnostic::new(Code::LargeTable).at(Place::row(id, number));
            faults.push(fault.with("table", name));
            break;
        }
        for (at, column) in columns.iter().enumerate() {
            table.mark_typed(at, row.kind(*column), row.text(*column));
        }
    }
    Some(table)
}
