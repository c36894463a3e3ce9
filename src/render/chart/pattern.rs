//! Hatches over tones, so that neighbours differ without colour. They are lines and dots of their
//! own, cut to the shapes they lie over: browsers print what SVG calls a pattern as large pictures.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::backend::Look;
use super::sheet::{At, Sheet};

/// What is drawn over a tone, lines so many units apart.
#[derive(Clone, Copy)]
enum Hatch {
    Dots,
    Rising(f64),
    Falling(f64),
    Level(f64),
    Grid(f64),
}

/// Dots stand so many units apart: the style sheet breaks their rows into dots at this distance.
const DOTS: f64 = 6.0;

/// Shorter lines are not seen.
const SHORTEST: f64 = 0.05;

/// The tones that carry a hatch.
const HATCHES: [(&str, Hatch); 9] = [
    ("level-2", Hatch::Dots),
    ("level-3", Hatch::Rising(8.0)),
    ("bad", Hatch::Rising(8.0)),
    ("good-soft", Hatch::Dots),
    ("empty", Hatch::Falling(8.0)),
    ("series-2", Hatch::Rising(8.0)),
    ("series-3", Hatch::Dots),
    ("series-4", Hatch::Level(5.0)),
    ("series-5", Hatch::Grid(6.0)),
];

/// Parallel lines: all points where `x` and `y`, so many times each, make `step` times a whole number
/// and `phase`.
#[derive(Clone, Copy)]
struct Family {
    times: At,
    step: f64,
    phase: f64,
}

impl Family {
    /// The pieces of the lines that lie inside closed lines; inside two of them is outside.
    fn inside(self, rings: &[Vec<At>]) -> Vec<[At; 2]> {
        let along = |at: At| (self.times.0 * at.0 + self.times.1 * at.1) / self.step - self.phase;
        let mut crossings: BTreeMap<i64, Vec<At>> = BTreeMap::new();
        for ring in rings {
            for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
                let (a, b) = (along(*from), along(*to));
                // A line that begins an edge belongs to it, one that ends it to the next.
                for line in (a.min(b).ceil() as i64)..(a.max(b).ceil() as i64) {
                    let part = (line as f64 - a) / (b - a);
                    let at = (from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1));
                    crossings.entry(line).or_default().push(at);
                }
            }
        }
        let mut pieces = Vec::new();
        for mut line in crossings.into_values() {
            line.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
            let ends = line.chunks_exact(2).map(|ends| [ends[0], ends[1]]);
            pieces.extend(ends.filter(|[a, b]| (a.0 - b.0).hypot(a.1 - b.1) > SHORTEST));
        }
        pieces
    }
}

/// Draws the hatch of a tone, if it has one, over what closed lines bound.
pub(super) fn hatch(sheet: &Sheet<'_>, tone: &str, rings: &[Vec<At>]) {
    let Some((_, hatch)) = HATCHES.iter().find(|(of, _)| *of == tone) else { return };
    let level = |step, phase| Family { times: (0.0, 1.0), step, phase }.inside(rings);
    let lines = match *hatch {
        Hatch::Dots => {
            let rows = level(DOTS, 0.5).iter().filter_map(row_of_dots).collect();
            return sheet.strokes(Look::tone("hatch dotted", tone), rows);
        }
        Hatch::Rising(step) => Family { times: (1.0, 1.0), step, phase: 0.0 }.inside(rings),
        Hatch::Falling(step) => Family { times: (1.0, -1.0), step, phase: 0.0 }.inside(rings),
        Hatch::Level(step) => level(step, 0.5),
        Hatch::Grid(step) => {
            let upright = Family { times: (1.0, 0.0), step, phase: 0.5 }.inside(rings);
            [level(step, 0.5), upright].concat()
        }
    };
    sheet.strokes(Look::tone("hatch", tone), lines);
}

/// The part of a level line from its first dot to shortly after its last one; `None` if it has none.
fn row_of_dots([from, to]: &[At; 2]) -> Option<[At; 2]> {
    let whole = |x: f64| (x / DOTS - 0.5).ceil();
    let place = |at: f64| (at + 0.5) * DOTS;
    let (first, end) = (whole(from.0), whole(to.0));
    (first < end).then(|| [(place(first), from.1), (place(end - 1.0) + 1.0, from.1)])
}

/// The corners of a rectangle, in turn.
pub(super) fn corners(a: At, b: At) -> Vec<At> {
    vec![a, (b.0, a.1), b, (a.0, b.1)]
}

/// Fills rectangles in tones, each with its hatch. Those of one tone are drawn together, with their
/// hatches over them.
#[derive(Default)]
pub(super) struct Filler<'a> {
    fills: RefCell<Vec<Fill<'a>>>,
}

/// A rectangle that is not drawn yet: its tone, its words, its corners.
type Fill<'a> = (&'a str, Option<String>, At, At);

impl<'a> Filler<'a> {
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
            draw_tone(sheet, tone, of_tone);
            fills = others;
        }
    }
}

fn draw_tone(sheet: &Sheet<'_>, tone: &str, fills: Vec<Fill<'_>>) {
    let mut rings = Vec::with_capacity(fills.len());
    for (_, title, a, b) in fills {
        let look = Look::tone("mark", tone);
        sheet.rect(title.into_iter().fold(look, Look::titled), a, b);
        rings.push(corners(a, b));
    }
    for ring in rings {
        hatch(sheet, tone, &[ring]);
    }
}
