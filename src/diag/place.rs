//! Where a value or a fault stands.

/// A source that was read: one text file, or one sheet of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u16);

impl SourceId {
    /// The same source in a register where so many others stand before it.
    pub(super) fn moved(self, by: Self) -> Self {
        Self(self.0.saturating_add(by.0))
    }
}

/// The position inside a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum At {
    /// The source as a whole.
    Whole,
    /// A row of a table, by the line or sheet row it begins on, counted from 1.
    Row(u32),
    /// A cell: row as above, column counted from 1.
    Cell(u32, u16),
    /// Bytes of a text file, from and to.
    Span(u32, u32),
}

/// A position in a source, small enough to stay with every observation to the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The source.
    pub source: SourceId,
    /// The position inside it.
    pub at: At,
}

impl Place {
    /// The same place in a register where so many other sources stand before its own.
    pub(super) fn moved(self, by: SourceId) -> Self {
        Self { source: self.source.moved(by), ..self }
    }

    /// The source as a whole.
    pub fn whole(source: SourceId) -> Self {
        Self { source, at: At::Whole }
    }

    /// A row.
    pub fn row(source: SourceId, row: u32) -> Self {
        Self { source, at: At::Row(row) }
    }

    /// A cell.
    pub fn cell(source: SourceId, row: u32, column: u16) -> Self {
        Self { source, at: At::Cell(row, column) }
    }

    /// A span of bytes in a text file.
    pub fn span(source: SourceId, span: std::ops::Range<usize>) -> Self {
        let clamp = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { source, at: At::Span(clamp(span.start), clamp(span.end)) }
    }
}
