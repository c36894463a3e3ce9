//! What was read, taken and left out: counts, to be told in words.

use std::collections::{BTreeMap, BTreeSet};

use super::layout::Layout;

/// Why a row was left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Skipped {
    /// It sums up other rows.
    Total,
    /// It is of the sample, a region or a municipality.
    Aggregate,
    /// It says the headings again.
    Heading,
    /// A title or a note: no cell of the table holds anything.
    Note,
    /// A pupil without a mark or a score: took no part.
    NoMark,
    /// Nobody took part.
    NoParticipants,
    /// The school is not known, and was to be left out.
    Unknown,
    /// Another row says the same.
    Repeated,
    /// The report has no use for what it tells.
    NotUsed,
    /// It has a fault.
    Faulty,
}

impl Skipped {
    /// The name that programs know it by, and the end of its key in the catalogues.
    pub fn name(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::Aggregate => "aggregate",
            Self::Heading => "heading",
            Self::Note => "note",
            Self::NoMark => "no-mark",
            Self::NoParticipants => "no-participants",
            Self::Unknown => "unknown",
            Self::Repeated => "repeated",
            Self::NotUsed => "not-used",
            Self::Faulty => "faulty",
        }
    }
}

/// What became of a sheet.
#[derive(Clone, Debug, Default)]
pub struct SheetSummary {
    /// The file.
    pub file: String,
    /// The sheet of a workbook, as messages call it.
    pub sheet: Option<String>,
    /// The layouts that were recognised on it; none if none was.
    pub layouts: BTreeSet<Layout>,
    /// How many rows stand below headings.
    pub rows: usize,
    /// How many of them a result was made of.
    pub taken: usize,
    /// Rows left out, by the reason.
    pub skipped: BTreeMap<Skipped, usize>,
}

impl SheetSummary {
    pub(super) fn skip(&mut self, why: Skipped, rows: usize) {
        *self.skipped.entry(why).or_default() += rows;
    }
}

/// What became of an import.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Sheets in the order of files.
    pub sheets: Vec<SheetSummary>,
    /// Results that there were not.
    pub added: usize,
    /// Results that stand there already, the same.
    pub same: usize,
    /// Results that took the place of others.
    pub replaced: usize,
}
