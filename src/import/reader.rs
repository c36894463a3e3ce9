//! The rows of a sheet, handed to the layout that they belong to.

use super::field::Field;
use super::flat::Flat;
use super::individual::{Block, Individual};
use super::layout::{Columns, Layout};
use super::protocol::Protocol;
use super::record::Out;
use super::statistics;
use super::summary::Skipped;
use super::table::{Cells, Found, Head, is_data};
use crate::diag::{Code, Diagnostic, Place};
use crate::input::{ExportSheet, Skip, fold, skip_by_words};
use crate::source::{Sheet, SheetRow};

/// How the rows of a table are read: one for each layout that has to remember something.
enum Rows {
    Statistics,
    Flat(Flat),
    Individual(Individual),
    Protocol(Protocol),
    NotUsed,
}

impl Rows {
    fn of(layout: Layout) -> Self {
        match layout {
            Layout::MarkStatistics => Self::Statistics,
            Layout::Flat => Self::Flat(Flat::default()),
            Layout::Individual => Self::Individual(Individual::default()),
            Layout::Protocol => Self::Protocol(Protocol::default()),
            Layout::MarkCodes => Self::Protocol(Protocol::of_mark_codes()),
            Layout::JournalMarks => Self::NotUsed,
        }
    }

    fn read(&mut self, cells: Cells<'_>, head: &Head, out: &mut Out<'_>) {
        match self {
            Self::Statistics => statistics::read(cells, &head.said, out),
            Self::Flat(flat) => flat.read(cells, &head.said, out),
            Self::Individual(individual) => individual.read(cells, out),
            Self::Protocol(protocol) => protocol.read(cells, out),
            Self::NotUsed => out.skip(Skipped::NotUsed),
        }
    }

    /// A row that sums up others.
    fn total(&mut self, cells: Cells<'_>, out: &mut Out<'_>) {
        if let Self::Flat(flat) = self {
            flat.total(cells, out);
        }
    }

    /// The table has ended.
    fn end(self, head: &Head, out: &mut Out<'_>) {
        match self {
            Self::Flat(flat) => flat.end(out),
            Self::Individual(individual) => individual.end(&head.said, out),
            Self::Protocol(protocol) => protocol.end(&head.said, out),
            Self::Statistics | Self::NotUsed => {}
        }
    }
}

/// Reads the tables of a sheet.
pub(super) fn read(sheet: &ExportSheet, found: &Found, out: &mut Out<'_>) {
    let Some(cells) = sheet.cells() else { return };
    let mut heads = found.heads.iter().peekable();
    let mut open: Option<(&Head, Rows)> = None;
    // The title of a block may stand above the headings, which may stand there again.
    let mut block: Option<(Block, Place)> = None;
    for row in cells.rows() {
        if let Some(next) = heads.next_if(|head| head.rows.0 <= row.number()) {
            open = Some(begin(open, next, out));
        }
        let Some((head, rows)) = &mut open else {
            let place = Place::row(sheet.id, row.number());
            block = Block::of(row).map(|block| (block, place)).or(block);
            continue;
        };
        if row.number() <= head.rows.1 {
            continue;
        }
        out.summary.rows += 1;
        let own = Cells { row, columns: &head.columns, id: sheet.id };
        match kind(cells, row, head) {
            Kind::Data => {
                if let (Rows::Individual(individual), Some((block, place))) =
                    (&mut *rows, block.take())
                {
                    individual.begin(block, place, out);
                }
                rows.read(own, head, out);
            }
            Kind::Block(next) => {
                out.skip(Skipped::Note);
                if let Rows::Individual(individual) = rows {
                    individual.close(out);
                    tell_empty(block.take(), out);
                }
                block = Some((next, own.row_place()));
            }
            Kind::Total => {
                rows.total(own, out);
                out.skip(Skipped::Total);
            }
            Kind::Other(why) => out.skip(why),
        }
    }
    if let Some((head, rows)) = open {
        rows.end(head, out);
        tell_empty(block, out);
    }
    if found.heads.iter().any(|head| head.layout == Layout::JournalMarks) {
        let fault = Diagnostic::new(Code::JournalMarks).at(Place::whole(sheet.id));
        let file = out.summary.file.clone();
        out.fault(fault.with("file", file));
    }
}

/// Tells of a block that has a title and no pupils.
fn tell_empty(block: Option<(Block, Place)>, out: &mut Out<'_>) {
    if let Some((block, place)) = block {
        let mut none = Individual::default();
        none.begin(block, place, out);
        none.close(out);
    }
}

/// Begins a table; one that says the headings of the table before again goes on with it.
fn begin<'h>(
    open: Option<(&'h Head, Rows)>,
    next: &'h Head,
    out: &mut Out<'_>,
) -> (&'h Head, Rows) {
    match open {
        Some((head, rows)) if goes_on(head, next) => {
            out.summary.rows += 1;
            out.skip(Skipped::Heading);
            (next, rows)
        }
        Some((head, rows)) => {
            rows.end(head, out);
            (next, Rows::of(next.layout))
        }
        None => (next, Rows::of(next.layout)),
    }
}

fn goes_on(head: &Head, next: &Head) -> bool {
    (head.layout, &head.columns, &head.said) == (next.layout, &next.columns, &next.said)
}

/// Where a total says that it is one, in whatever order the columns are.
const NAMING: [Field; 9] = [
    Field::Group,
    Field::School,
    Field::SchoolName,
    Field::SchoolCode,
    Field::Login,
    Field::Municipality,
    Field::Subject,
    Field::Grade,
    Field::Year,
];

/// What a row below headings is.
enum Kind {
    Data,
    /// The title of a school's block of pupils.
    Block(Block),
    Total,
    Other(Skipped),
}

fn kind(sheet: &Sheet, row: SheetRow<'_>, head: &Head) -> Kind {
    let columns: &Columns = &head.columns;
    if let Some(block) = Block::of(row) {
        return Kind::Block(block);
    }
    let alone = row.cells().nth(1).is_none();
    let first = row.cells().next().map_or("", |(.., text)| text);
    let named =
        NAMING.iter().filter_map(|field| columns.get(field)).map(|column| row.text(*column));
    match std::iter::once(first).chain(named).find_map(|text| skip_by_words(text, alone, &[])) {
        Some(Skip::Total) => return Kind::Total,
        Some(Skip::Other) => {
            return Kind::Other(if alone { Skipped::Note } else { Skipped::Total });
        }
        None => {}
    }
    if says_again(sheet, row, head) {
        return Kind::Other(Skipped::Heading);
    }
    let held = columns.values().filter(|column| !row.text(**column).is_empty()).count();
    // A municipality may stand alone above its schools.
    let group = head.layout == Layout::MarkStatistics;
    // A title of what follows, or a school of which nothing is said.
    if head.layout == Layout::Flat && !is_data(row, head) {
        return Kind::Other(Skipped::Note);
    }
    if held == 0 || (held == 1 && !group) || (alone && !group) {
        return Kind::Other(Skipped::Note);
    }
    Kind::Data
}

/// True if a row says the headings of its own columns again.
fn says_again(sheet: &Sheet, row: SheetRow<'_>, head: &Head) -> bool {
    let mut count = 0;
    for column in head.columns.values().filter(|column| !row.text(**column).is_empty()) {
        let said = fold(row.text(*column));
        let mut headings = (head.rows.0..=head.rows.1).filter_map(|number| sheet.row(number));
        if !headings.any(|heading| fold(heading.text(*column)) == said) {
            return false;
        }
        count += 1;
    }
    count > 1
}
