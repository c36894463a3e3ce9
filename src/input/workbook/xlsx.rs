//! XLSX: cells one by one from calamine, so that a sheet with one cell in its last row costs no more
//! than that cell.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::{Grid, MAX_CELLS, Refusal, SheetName, address, merged, number};
use crate::source::{CellKind, Sheet};

pub(super) struct Book<'a>(Xlsx<Cursor<&'a [u8]>>);

impl<'a> Book<'a> {
    /// Opens what [`super::archive::check`] has let through.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        Xlsx::new(Cursor::new(bytes)).map(Self).map_err(refusal)
    }

    pub(super) fn sheets(&self) -> Vec<SheetName> {
        let sheets = self.0.sheets_metadata().iter();
        let tables = sheets.filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let name = |sheet: &calamine::Sheet| SheetName {
            name: sheet.name.clone(),
            hidden: sheet.visible != SheetVisible::Visible,
        };
        tables.map(name).collect()
    }

    pub(super) fn read(&mut self, name: &str) -> Result<Grid, Refusal> {
        let merged = merged(&self.0.merge_cells_by_sheet_name(name).map_err(refusal)?);
        let mut cells = self.0.worksheet_cells_reader(name).map_err(refusal)?;
        let percent: Vec<bool> = cells
            .styles()
            .iter()
            .map(|style| style.number_format.as_ref())
            .map(|format| format.is_some_and(|format| number::is_percent(&format.format_code)))
            .collect();
        let mut sheet = Sheet::default();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(refusal)? {
            let percent = percent.get(style).copied().unwrap_or_default();
            let Some((kind, text)) = value(cell.get_value(), percent) else { continue };
            let Some((row, column)) = address(cell.get_position()) else { continue };
            if sheet.len() == MAX_CELLS {
                return Err(Refusal::TooLarge);
            }
            sheet.push(row, column, kind, &text)?;
        }
        Ok(Grid { sheet, merged })
    }
}

fn refusal(error: XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Locked,
        error => Refusal::broken(error),
    }
}

/// What a cell holds, and its text; `None` if it is empty.
pub(super) fn value(data: &DataRef<'_>, percent: bool) -> Option<(CellKind, String)> {
    Some(match data {
        DataRef::Empty => return None,
        DataRef::Int(n) if percent => (CellKind::Percent, format!("{}%", i128::from(*n) * 100)),
        DataRef::Int(n) => (CellKind::Number, n.to_string()),
        DataRef::Float(n) if percent => (CellKind::Percent, number::percent(*n)),
        DataRef::Float(n) => (CellKind::Number, number::decimal(*n)),
        DataRef::String(text) => (CellKind::Text, text.clone()),
        DataRef::SharedString(text) => (CellKind::Text, (*text).to_owned()),
        DataRef::Bool(yes) => (CellKind::YesNo, if *yes { "ИСТИНА" } else { "ЛОЖЬ" }.to_owned()),
        DataRef::DateTime(moment) => (CellKind::Date, moment_text(moment)),
        DataRef::DateTimeIso(text) => (CellKind::Date, number::iso_day(text)),
        DataRef::DurationIso(text) => (CellKind::Text, text.clone()),
        DataRef::Error(error) => (CellKind::Error, error.to_string()),
    })
}

fn moment_text(moment: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    // Less than a day is a time or a duration.
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return format!("{hour:02}:{minute:02}");
    }
    number::day(year, month, day)
}
