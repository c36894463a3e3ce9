//! From the bytes of a file to what can be read from it: a text, or the sheets of a workbook.

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId};
use crate::source::{Sheet, Source, Sources};

use super::csv;
use super::encoding::{self, named};
use super::workbook::{self, Merged, Refusal, SheetName, Workbook};

/// What settings say of how a file is to be opened.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Stated<'a> {
    /// The name of an encoding.
    pub encoding: Option<&'a str>,
    /// What separates cells.
    pub separator: Option<u8>,
}

/// A file that was opened and registered.
pub(super) enum Opened {
    /// A table in text.
    Text(SourceId),
    /// Sheets of a workbook that were asked for.
    Sheets(Vec<OpenSheet>),
}

/// A sheet that was read and registered.
pub(super) struct OpenSheet {
    pub id: SourceId,
    pub name: String,
    pub merged: Vec<Merged>,
}

/// Which sheets of a workbook are wanted, of all that it has.
pub(super) type Choice<'a> =
    &'a mut dyn FnMut(&[SheetName], Place, &mut Diagnostics) -> Vec<String>;

/// Opens and registers a file; `None` after a fault.
pub(super) fn open(
    path: &str,
    bytes: Vec<u8>,
    stated: Stated<'_>,
    choose: Choice<'_>,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Option<Opened> {
    if workbook::is_workbook(&bytes) {
        // The sheets are read before the file moves into the register, and named after it.
        let id = sources.next_id();
        let read = sheets(path, &bytes, Place::whole(id), choose, faults);
        sources.add(Source::of_bytes(path, bytes));
        let sheets = read?.into_iter().map(|(name, sheet, merged)| {
            let id = sources.add(Source::of_sheet(path, name.as_str(), sheet));
            OpenSheet { id, name, merged }
        });
        return Some(Opened::Sheets(sheets.collect()));
    }
    let id = sources.add(Source::of_bytes(path, bytes));
    if is_named_workbook(path) {
        let place = Place::whole(id);
        faults.push(Diagnostic::new(Code::NotAWorkbook).at(place).with("file", path));
        return None;
    }
    text(path, id, stated, sources, faults).then_some(Opened::Text(id))
}

/// True if a file is called a workbook.
pub(super) fn is_named_workbook(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    matches!(ending.as_str(), "xlsx" | "xlsm" | "xls" | "ods")
}

type ReadSheet = (String, Sheet, Vec<Merged>);

fn sheets(
    path: &str,
    bytes: &[u8],
    place: Place,
    choose: Choice<'_>,
    faults: &mut Diagnostics,
) -> Option<Vec<ReadSheet>> {
    let mut book = match Workbook::open(bytes) {
        Ok(book) => book,
        Err(refusal) => {
            faults.push(refused(&refusal, path).at(place));
            return None;
        }
    };
    let wanted = choose(book.sheets(), place, faults);
    let mut read = Vec::new();
    for name in wanted {
        match book.read(&name) {
            Ok(grid) => read.push((name, grid.sheet, grid.merged)),
            Err(refusal) => {
                faults.push(refused(&refusal, path).at(place));
                return None;
            }
        }
    }
    Some(read)
}

fn refused(refusal: &Refusal, path: &str) -> Diagnostic {
    let fault = |code| Diagnostic::new(code).with("file", path);
    match refusal {
        Refusal::Locked => fault(Code::LockedWorkbook),
        Refusal::TooLarge => fault(Code::LargeWorkbook),
        Refusal::Other => fault(Code::NotAWorkbook),
        Refusal::Broken(reason) => fault(Code::UnreadableFile).with("reason", reason),
    }
}

/// Finds out how a text is written. False after a fault.
fn text(
    path: &str,
    id: SourceId,
    stated: Stated<'_>,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> bool {
    let Some(source) = sources.get(id) else { return false };
    let place = Place::whole(id);
    let Some(decoded) = encoding::decode(&source.bytes, stated.encoding.and_then(named)) else {
        faults.push(match stated.encoding {
            Some(name) => {
                Diagnostic::new(Code::BadEncoding).at(place).with("file", path).with("value", name)
            }
            None => Diagnostic::new(Code::NotATable).at(place).with("file", path),
        });
        return false;
    };
    if decoded.guessed {
        let fault = Diagnostic::new(Code::GuessedEncoding).at(place).with("file", path);
        faults.push(fault.with("value", decoded.name));
    }
    let text = decoded.text.or_else(|| {
        // Old Macintoshes end lines with a return alone; lines are counted by the other sign.
        let text = source.text();
        (!text.contains('\n') && text.contains('\r')).then(|| text.to_owned())
    });
    if let Some(mut text) = text {
        if !text.contains('\n') {
            text = text.replace('\r', "\n");
        }
        sources.set_text(id, text);
    }
    let separator = stated.separator.unwrap_or_else(|| {
        let (separator, guessed) = csv::separator(sources.get(id).map_or("", Source::text));
        if guessed {
            let kind = match separator {
                b';' => "semicolon",
                b'\t' => "tab",
                _ => "comma",
            };
            let fault = Diagnostic::new(Code::GuessedSeparator).at(place).with("file", path);
            faults.push(fault.with("kind", kind));
        }
        separator
    });
    sources.set_delimiter(id, separator);
    true
}
