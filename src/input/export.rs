//! Files that other programs have exported: every sheet that is shown, for those who know what
//! stands on them.

use crate::diag::{Code, Diagnostic, Diagnostics, SourceId};
use crate::source::{Sheet, Source, Sources};

use super::csv;
use super::open::{Opened, Stated, open};
use super::workbook::{Merged, SheetName};

/// A sheet of an export. The register knows its name and addresses, but holds none of its cells
/// until somebody has seen that they tell of no pupil.
pub(crate) struct ExportSheet {
    /// What places on it speak of.
    pub id: SourceId,
    /// Its number in the workbook, from 1.
    pub number: usize,
    /// What its name says; none for a text.
    pub name: Option<String>,
    /// What is merged on it.
    pub merged: Vec<Merged>,
    /// Its cells, if it is a text, whose lines the source holds as well.
    text: Option<Sheet>,
    source: Source,
}

impl ExportSheet {
    /// Its cells.
    pub fn cells(&self) -> Option<&Sheet> {
        self.text.as_ref().or_else(|| self.source.cells())
    }

    /// Gives it to the register: it may be drawn.
    pub fn show(self, sources: &mut Sources) {
        sources.unveil(self.id, self.source);
    }
}

/// Reads every shown sheet of a workbook, or a text as one sheet; none after a fault. No fault
/// quotes what stands in the file.
pub(crate) fn sheets(
    path: &str,
    bytes: Vec<u8>,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Vec<ExportSheet> {
    let mut choose = |sheets: &[SheetName], _, _: &mut Diagnostics| {
        sheets.iter().filter(|sheet| !sheet.hidden).map(|sheet| sheet.name.clone()).collect()
    };
    let file = sources.next_id();
    let mut found = Diagnostics::new();
    let opened = open(path, bytes, Stated::default(), &mut choose, sources, &mut found);
    let read = match opened {
        None => Vec::new(),
        Some(Opened::Text(id)) => text(id, sources, &mut found).into_iter().collect(),
        Some(Opened::Sheets(sheets)) => {
            let sheet = |(number, open): (usize, super::open::OpenSheet)| {
                let source = sources.veil(open.id)?;
                let (name, merged) = (Some(open.name), open.merged);
                Some(ExportSheet { id: open.id, number, name, merged, text: None, source })
            };
            (1..).zip(sheets).filter_map(sheet).collect()
        }
    };
    sources.veil(file);
    for fault in found.sorted() {
        // What a foreign reader says of a broken file may quote it.
        let broken = || Diagnostic::new(Code::BrokenExport).with("file", path);
        let quotes = fault.code == Code::UnreadableFile;
        faults.push(if quotes { broken() } else { fault.clone() });
    }
    read
}

fn text(id: SourceId, sources: &mut Sources, faults: &mut Diagnostics) -> Option<ExportSheet> {
    let source = sources.veil(id)?;
    let cells = csv::sheet(&source, id, faults);
    Some(ExportSheet { id, number: 1, name: None, merged: Vec::new(), text: Some(cells), source })
}
