//! Workbooks: XLSX and XLS by calamine, ODS by [`ods`]. What a hostile or broken file could do to
//! memory is refused beforehand, by [`archive`] and [`biff`].

mod archive;
mod biff;
mod number;
mod ods;
mod quiet;
mod xls;
mod xlsx;

use crate::source::{NoRoom, Sheet};

/// So many cells of a sheet are read.
const MAX_CELLS: usize = 5_000_000;

/// Why a workbook or a sheet could not be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It wants a password.
    Locked,
    /// It holds more than svod reads, or says so.
    TooLarge,
    /// It is no workbook, whatever its name says.
    Other,
    /// Its parts contradict each other; what the reader says.
    Broken(String),
}

impl From<NoRoom> for Refusal {
    fn from(reason: NoRoom) -> Self {
        match reason {
            NoRoom::TooLarge => Self::TooLarge,
            NoRoom::OutOfTurn => Self::Broken("cells stand out of turn".to_owned()),
        }
    }
}

impl Refusal {
    fn broken(error: impl std::fmt::Display) -> Self {
        Self::Broken(error.to_string())
    }
}

/// Cells that are shown as one; all four from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    pub rows: (u32, u32),
    pub columns: (u16, u16),
}

/// A sheet with what is merged on it.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub sheet: Sheet,
    pub merged: Vec<Merged>,
}

/// A sheet by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SheetName {
    pub name: String,
    pub hidden: bool,
}

/// An open workbook.
pub(super) struct Workbook<'a> {
    sheets: Vec<SheetName>,
    kind: Kind<'a>,
}

enum Kind<'a> {
    Xlsx(Box<xlsx::Book<'a>>),
    Xls(xls::Book),
    Ods(ods::Book),
}

/// True if the bytes begin as workbooks do, whatever their name: a zip archive or a compound file.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    archive::is_archive(bytes) || biff::is_compound(bytes)
}

impl<'a> Workbook<'a> {
    /// Opens a workbook of any kind; what kind it is the bytes say.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let kind = if biff::is_compound(bytes) {
            Kind::Xls(quiet::quietly(|| xls::Book::open(bytes))?)
        } else if archive::is_archive(bytes) {
            match archive::check(bytes)? {
                archive::Holds::Ods(content) => Kind::Ods(ods::Book::open(&content)?),
                archive::Holds::Xlsx => {
                    Kind::Xlsx(Box::new(quiet::quietly(|| xlsx::Book::open(bytes))?))
                }
            }
        } else {
            return Err(Refusal::Other);
        };
        let sheets = match &kind {
            Kind::Xlsx(book) => book.sheets(),
            Kind::Xls(book) => book.sheets(),
            Kind::Ods(book) => book.sheets(),
        };
        Ok(Self { sheets, kind })
    }

    /// The sheets with cells, in the order of the workbook.
    pub fn sheets(&self) -> &[SheetName] {
        &self.sheets
    }

    /// Reads a sheet; takes it out of the workbook where that saves a copy.
    pub fn read(&mut self, name: &str) -> Result<Grid, Refusal> {
        match &mut self.kind {
            Kind::Xlsx(book) => quiet::quietly(|| book.read(name)),
            Kind::Xls(book) => book.read(name),
            Kind::Ods(book) => book.read(name),
        }
    }
}

/// Rows and columns of calamine count from 0, ours from 1.
fn address(position: (u32, u32)) -> Option<(u32, u16)> {
    Some((position.0.checked_add(1)?, u16::try_from(position.1.checked_add(1)?).ok()?))
}

fn merged(areas: &[calamine::Dimensions]) -> Vec<Merged> {
    let area = |d: &calamine::Dimensions| {
        let ((top, left), (bottom, right)) = (address(d.start)?, address(d.end)?);
        Some(Merged { rows: (top, bottom), columns: (left, right) })
    };
    areas.iter().filter_map(area).collect()
}
