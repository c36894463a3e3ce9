//! The few lines of a source that a drawing shows, as miette wants them.

use std::ops::Range;

use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::locate::Spot;
use crate::text::Text;

/// How many characters of a line are shown before and after what is meant.
const MARGIN: usize = 36;

/// What stands for the rest of a line.
const CUT: &str = "…";

/// Some lines around a place. Only they go to miette, which would walk a whole large file; and the
/// headline comes from here, because miette counts columns in bytes and knows no sheets.
#[derive(Debug)]
pub(super) struct Window {
    /// The place in words, for the headline.
    place: String,
    text: String,
    /// The bytes to underline.
    pub(super) range: Range<usize>,
    first_line: usize,
}

impl Window {
    /// The line of a spot, long ones cut; with `around`, the lines before and after as well.
    pub(super) fn around(spot: &Spot<'_>, around: bool, words: &Text) -> Option<Self> {
        let (source, range) = spot.text.as_ref()?;
        let line = spot.line? as usize;
        let start = source[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let end = source[range.start..].find('\n').map_or(source.len(), |at| range.start + at);
        // Of what spans several lines the first is enough to find it.
        let inside = range.start - start..range.end.min(end) - start;
        let (mut shown, shown_range) = cut(source[start..end].trim_end_matches('\r'), inside);
        if shown_range.start == shown.len() {
            // A value that is missing at the end of the line: miette needs something to point at.
            shown.push(' ');
        }
        let mut window = Self {
            place: spot.short(words),
            text: shown,
            range: shown_range,
            first_line: line.saturating_sub(1),
        };
        if around {
            if let Some(before) = source[..start].strip_suffix('\n') {
                window.put_before(before.rsplit('\n').next().unwrap_or_default());
            }
            if let Some(after) = source.get(end + 1..).and_then(|rest| rest.lines().next()) {
                window.text.push('\n');
                window.text += &cut(after, 0..0).0;
            }
        }
        Some(window)
    }

    fn put_before(&mut self, line: &str) {
        let mut text = cut(line.trim_end_matches('\r'), 0..0).0;
        text.push('\n');
        self.range = self.range.start + text.len()..self.range.end + text.len();
        self.text.insert_str(0, &text);
        self.first_line = self.first_line.saturating_sub(1);
    }
}

/// Cuts a long line down to what is near `range`, and moves the range along.
fn cut(line: &str, range: Range<usize>) -> (String, Range<usize>) {
    let range = range.start.min(line.len())..range.end.min(line.len());
    let after = |at: usize, n: usize| line[at..].char_indices().nth(n).map(|(i, _)| at + i);
    let before = |at: usize, n: usize| line[..at].char_indices().rev().nth(n).map(|(i, _)| i);
    let from = before(range.start, MARGIN);
    // What is meant may itself be long; then its beginning must do.
    let range_end = after(range.start, 2 * MARGIN).map_or(range.end, |most| most.min(range.end));
    // The space that the beginning leaves goes to the end.
    let spare = MARGIN - line[from.unwrap_or(0)..range.start].chars().count().min(MARGIN);
    let to = after(range_end, MARGIN + spare);
    let mut text = line[from.unwrap_or(0)..to.unwrap_or(line.len())].to_owned();
    let mut shift = from.unwrap_or(0);
    if from.is_some() {
        text.insert_str(0, CUT);
    }
    if to.is_some() {
        text.push_str(CUT);
    }
    let lead = if from.is_some() { CUT.len() } else { 0 };
    let start = range.start - shift + lead;
    shift = range_end - range.start;
    (text, start..start + shift)
}

impl SourceCode for Window {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let lines = self.text.read_span(span, before, after)?;
        Ok(Box::new(MietteSpanContents::new_named(
            self.place.clone(),
            lines.data(),
            *lines.span(),
            self.first_line + lines.line(),
            lines.column(),
            lines.line_count(),
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_around_what_is_meant() {
        let line = format!("{}ВОТ{}", "я".repeat(100), "z".repeat(100));
        let at = line.find("ВОТ").unwrap_or_default();
        let (text, range) = cut(&line, at..at + "ВОТ".len());
        assert_eq!(&text[range], "ВОТ");
        assert_eq!(text, format!("…{}ВОТ{}…", "я".repeat(37), "z".repeat(36)));
        assert_eq!(cut("short", 0..5), ("short".to_owned(), 0..5));
        assert_eq!(cut("", 3..9), (String::new(), 0..0));
        let (text, range) = cut(&line, 0..line.len());
        assert_eq!(text[range].chars().count(), 72);
    }
}
