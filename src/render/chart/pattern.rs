//! Patterns over tones, so that neighbours differ without colour.

use std::cell::RefCell;

use super::backend::{Escaped, Look, push};
use super::sheet::{At, Sheet};

/// The tones that carry a pattern: size of its tile and the path drawn in it.
const PATTERNS: [(&str, u8, &str); 9] = [
    ("level-2", 6, "M3 3h0"),
    ("level-3", 6, "M-1 1l2-2M0 6l6-6M5 7l2-2"),
    ("bad", 6, "M-1 1l2-2M0 6l6-6M5 7l2-2"),
    ("good-soft", 6, "M3 3h0"),
    ("empty", 8, "M-1 7l2 2M0 0l8 8M7-1l2 2"),
    ("series-2", 6, "M-1 1l2-2M0 6l6-6M5 7l2-2"),
    ("series-3", 6, "M3 3h0"),
    ("series-4", 5, "M0 2.5h5"),
    ("series-5", 6, "M0 3h6M3 0v6"),
];

/// The definitions of the patterns of these tones; nothing if none of them has one.
pub(super) fn definitions<'t>(id: &str, tones: impl IntoIterator<Item = &'t str>) -> String {
    let tones: Vec<&str> = tones.into_iter().collect();
    let mut defs = String::new();
    for (tone, size, path) in PATTERNS.iter().filter(|(tone, ..)| tones.contains(tone)) {
        push(
            &mut defs,
            format_args!(
                "<pattern id=\"{}-{tone}\" width=\"{size}\" height=\"{size}\" \
                 patternUnits=\"userSpaceOnUse\"><path class=\"hatch tone-{tone}\" d=\"{path}\"/>\
                 </pattern>",
                Escaped(id)
            ),
        );
    }
    if defs.is_empty() { defs } else { format!("<defs>{defs}</defs>") }
}

/// Fills rectangles in tones, each with its pattern. Those of one tone are drawn together, with one
/// layer of their pattern over them.
pub(super) struct Filler<'a> {
    /// The id of the figure, which is the beginning of its patterns' ids.
    id: &'a str,
    fills: RefCell<Vec<Fill<'a>>>,
}

/// A rectangle that is not drawn yet: its tone, its words, its corners.
type Fill<'a> = (&'a str, Option<String>, At, At);

impl<'a> Filler<'a> {
    /// A filler of the figure with this id.
    pub(super) fn new(id: &'a str) -> Self {
        Self { id, fills: RefCell::default() }
    }

    /// A rectangle in a tone, to be drawn with the others.
    pub(super) fn rect(&self, tone: &'a str, title: Option<String>, a: At, b: At) {
        self.fills.borrow_mut().push((tone, title, a, b));
    }

    /// Draws what was given so far, tone by tone in the order of their first.
    pub(super) fn draw(&self, sheet: &Sheet<'_>) {
        let mut fills = self.fills.take();
        while let Some((tone, ..)) = fills.first() {
            let tone = *tone;
            let (of_tone, others) = fills.into_iter().partition(|(of, ..)| *of == tone);
            self.draw_tone(sheet, tone, of_tone);
            fills = others;
        }
    }

    fn draw_tone(&self, sheet: &Sheet<'_>, tone: &str, fills: Vec<Fill<'_>>) {
        let patterned = PATTERNS.iter().any(|(patterned, ..)| *patterned == tone);
        let mut corners = Vec::with_capacity(fills.len());
        for (_, title, a, b) in fills {
            let look = Look::tone("mark", tone);
            sheet.rect(title.into_iter().fold(look, Look::titled), a, b);
            corners.push((a, b));
        }
        for (a, b) in corners.into_iter().filter(|_| patterned) {
            let around = [a, (b.0, a.1), b, (a.0, b.1)];
            sheet.polygon(Look::pattern(format!("{}-{tone}", self.id)), around);
        }
    }

    /// The id of the pattern of a tone, if it has one.
    pub(super) fn pattern(&self, tone: &str) -> Option<String> {
        let patterned = PATTERNS.iter().any(|(patterned, ..)| *patterned == tone);
        patterned.then(|| format!("{}-{tone}", self.id))
    }
}
