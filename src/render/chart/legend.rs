//! Legends: swatches with words, in as many rows as they need; the classes of a scale side by side.

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::measure;
use super::pattern::Filler;
use super::sheet::Sheet;

/// Font size of the words; the style sheet has the same.
pub(super) const SIZE: f64 = 12.0;
const SWATCH: f64 = 12.0;
const ROW: f64 = 18.0;
const GAP: f64 = 5.0;
const BETWEEN: f64 = 14.0;
/// A class of a scale is no wider than this, and so tall.
const CLASS: (f64, f64) = (64.0, 10.0);

/// What a swatch shows.
#[derive(Clone, Debug)]
pub(super) enum Swatch<'a> {
    /// A tone with its pattern.
    Tone(&'a str),
    /// A class of a colour scale.
    Scale(usize),
}

/// A legend that knows where its entries go.
pub(super) struct Legend<'a> {
    entries: Vec<Entry<'a>>,
    right: f64,
    /// Its height.
    pub(super) height: f64,
}

struct Entry<'a> {
    swatch: Swatch<'a>,
    title: &'a str,
    /// The swatch between two corners.
    from: (f64, f64),
    to: (f64, f64),
    /// The left end of the words, at the height of their middle.
    words: (f64, f64),
}

impl<'a> Legend<'a> {
    /// Lays the entries out in rows that end at `right`.
    pub(super) fn new(
        entries: impl IntoIterator<Item = (Swatch<'a>, &'a str)>,
        right: f64,
    ) -> Self {
        let entries: Vec<_> = entries.into_iter().collect();
        let classes = entries.iter().any(|(swatch, _)| matches!(swatch, Swatch::Scale(_)));
        let widest = measure::widest(entries.iter().map(|(_, title)| *title), SIZE);
        let slot = (right / entries.len() as f64).min(CLASS.0);
        if classes && widest + GAP <= slot {
            return Self::scale(entries, slot, right);
        }
        let (mut x, mut y) = (0.0, ROW / 2.0);
        let mut placed = Vec::new();
        for (swatch, title) in entries {
            let width = SWATCH + GAP + measure::width(title, SIZE);
            if x > 0.0 && x + width > right {
                (x, y) = (0.0, y + ROW);
            }
            let (from, to) = ((x, y - SWATCH / 2.0), (x + SWATCH, y + SWATCH / 2.0));
            placed.push(Entry { swatch, title, from, to, words: (x + SWATCH + GAP, y) });
            x += width + BETWEEN;
        }
        let height = if placed.is_empty() { 0.0 } else { y + ROW / 2.0 + GAP };
        Self { entries: placed, right, height }
    }

    /// The classes of a scale as one band, each so wide and with its words under it.
    fn scale(entries: Vec<(Swatch<'a>, &'a str)>, wide: f64, right: f64) -> Self {
        let tall = CLASS.1;
        let place = |(at, (swatch, title)): (usize, (Swatch<'a>, &'a str))| {
            let left = wide * at as f64;
            let words = (left, tall + ROW / 2.0);
            Entry { swatch, title, from: (left, 0.0), to: (left + wide, tall), words }
        };
        let entries = entries.into_iter().enumerate().map(place).collect();
        Self { entries, right, height: tall + ROW + GAP }
    }

    /// Draws it at the top of the sheet.
    pub(super) fn draw(&self, sheet: &Sheet<'_>, filler: &Filler<'a>) {
        for Entry { swatch, from, to, .. } in &self.entries {
            match swatch {
                Swatch::Tone(tone) => filler.rect(tone, None, *from, *to),
                Swatch::Scale(class) => {
                    sheet.rect(Look::new(format!("mark scale-{class}")), *from, *to);
                }
            }
        }
        for Entry { title, words: at, .. } in &self.entries {
            let words = measure::fit(title, SIZE, self.right - at.0);
            let look = Look::new("label key");
            let look = if words == *title { look } else { look.titled(*title) };
            sheet.text(look, *at, HPos::Left, SIZE, &words);
        }
    }
}
