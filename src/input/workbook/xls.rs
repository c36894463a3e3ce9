//! XLS: by calamine, once [`super::biff`] has found nothing in the file that it would stumble over.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::{Grid, Refusal, SheetName, biff, merged, xlsx};
use crate::source::Sheet;

pub(super) struct Book {
    sheets: Vec<SheetName>,
    grids: BTreeMap<String, Grid>,
}

impl Book {
    pub(super) fn open(bytes: &[u8]) -> Result<Self, Refusal> {
        let percent = biff::check(bytes)?;
        let mut book = Xls::new(Cursor::new(bytes)).map_err(refusal)?;
        let sheets: Vec<(usize, SheetName)> = book
            .sheets_metadata()
            .iter()
            .enumerate()
            .filter(|(_, sheet)| sheet.typ == SheetType::WorkSheet)
            .map(|(at, sheet)| {
                let hidden = sheet.visible != SheetVisible::Visible;
                (at, SheetName { name: sheet.name.clone(), hidden })
            })
            .collect();
        let mut grids = BTreeMap::new();
        for (at, SheetName { name, .. }) in &sheets {
            let merged = merged(&book.merge_cells_by_sheet_name(name).map_err(refusal)?);
            let range = book.worksheet_range(name).map_err(refusal)?;
            let Some((top, left)) = range.start() else {
                grids.insert(name.clone(), Grid::default());
                continue;
            };
            let mut sheet = Sheet::default();
            for (row, column, data) in range.used_cells() {
                let position = (top + row as u32, left + column as u32);
                let Some(cell) = super::address(position) else { continue };
                let percent = percent.get(*at).is_some_and(|cells| cells.contains(&cell));
                let Some((kind, text)) = xlsx::value(&borrowed(data), percent) else { continue };
                sheet.push(cell.0, cell.1, kind, &text)?;
            }
            grids.insert(name.clone(), Grid { sheet, merged });
        }
        let sheets = sheets.into_iter().map(|(_, name)| name).collect();
        Ok(Self { sheets, grids })
    }

    pub(super) fn sheets(&self) -> Vec<SheetName> {
        self.sheets.clone()
    }

    pub(super) fn read(&mut self, name: &str) -> Result<Grid, Refusal> {
        self.grids.remove(name).ok_or(Refusal::Other)
    }
}

fn borrowed(data: &Data) -> DataRef<'_> {
    match data {
        Data::Int(n) => DataRef::Int(*n),
        Data::Float(n) => DataRef::Float(*n),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

fn refusal(error: XlsError) -> Refusal {
    match error {
        XlsError::Password => Refusal::Locked,
        error => Refusal::broken(error),
    }
}
