//! Patterns over tones, so that neighbours differ without colour.

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

/// Fills rectangles in tones, each with its pattern.
#[derive(Clone, Copy)]
pub(super) struct Filler<'a> {
    /// The id of the figure, which is the beginning of its patterns' ids.
    pub(super) id: &'a str,
}

impl Filler<'_> {
    /// A rectangle in a tone.
    pub(super) fn rect(self, sheet: &Sheet<'_>, tone: &str, title: Option<String>, a: At, b: At) {
        let look = Look::tone("mark", tone);
        let look = match title {
            Some(title) => look.titled(title),
            None => look,
        };
        sheet.rect(look, a, b);
        if let Some(pattern) = self.pattern(tone) {
            sheet.rect(Look::pattern(pattern), a, b);
        }
    }

    /// The id of the pattern of a tone, if it has one.
    pub(super) fn pattern(self, tone: &str) -> Option<String> {
        let patterned = PATTERNS.iter().any(|(patterned, ..)| *patterned == tone);
        patterned.then(|| format!("{}-{tone}", self.id))
    }
}
