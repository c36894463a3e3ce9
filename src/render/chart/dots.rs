//! A dot for each unit on a common scale: how one stands among all, with no names and no ranks.

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::bars::GAP;
use super::placing::{Flag, flags};
use super::sheet::{self, At, BODY, Frame, Picture, SMALL, Sheet, WIDTH, Wrapped};
use super::{MISSING, known_value, measure, said, shape};
use crate::report::view::{DotRow, Key, Point};

const COLUMN: f64 = 122.0;
/// Diameter of a dot; the style sheet has the same.
pub(super) const DOT: f64 = 5.0;
/// The tallest stack of equal values; taller ones are pressed together.
const STACK: f64 = 40.0;
const LANE: f64 = 16.0;
const RADIUS: f64 = 5.5;
const FOOT: f64 = 20.0;
const BETWEEN: f64 = 10.0;

/// Draws a strip of dots for each row.
pub(super) fn draw(rows: &[DotRow], max: f64, unit: &str) -> Picture {
    let values = rows.iter().flat_map(|row| {
        row.dots.iter().copied().chain(row.marks.iter().map(|(point, _)| point.value))
    });
    let top = sheet::scale(max.max(0.0), values.map(|value| value.max(0.0))).end;
    let wrap = |room: f64, lines: usize| -> Vec<Wrapped> {
        rows.iter().map(|row| Wrapped::new(&row.label, BODY, room, lines)).collect()
    };
    let beside = wrap(COLUMN, 3);
    // Labels too long for the column stand above their strips, as those of bars do.
    let above = beside.iter().any(Wrapped::shortened);
    let labels = if above { wrap(WIDTH, 4) } else { beside };
    let column = if above { 0.0 } else { labels.iter().map(|l| l.width(BODY)).fold(0.0, f64::max) };
    let frame = Frame { left: column + GAP + 6.0, top: 0.0, right: WIDTH - 16.0, bottom: 1.0 };
    let strips: Vec<Strip> = rows
        .iter()
        .zip(&labels)
        .map(|(row, label)| {
            let (over, beside) =
                if above { (label.height(BODY), 0.0) } else { (0.0, label.height(BODY)) };
            Strip::new(row, beside, top, frame).under(over)
        })
        .collect();
    let bottom: f64 = strips.iter().map(Strip::height).sum();
    let frame = Frame { bottom: bottom.max(1.0), ..frame };

    Picture::draw(WIDTH, frame.bottom + FOOT, |sheet| {
        draw_scale(sheet, top, unit, frame);
        let mut from = 0.0;
        for (strip, label) in strips.iter().zip(&labels) {
            if above {
                let at = (0.0, from + BETWEEN / 2.0 + label.height(BODY) / 2.0);
                sheet.lines("label halo", at, HPos::Left, BODY, label);
            } else {
                let at = (frame.left - GAP - 4.0, from + strip.middle());
                sheet.lines("label", at, HPos::Right, BODY, label);
            }
            strip.draw(sheet, from, frame);
            from += strip.height();
        }
    })
}

/// The row laid out: dots as places around its middle, marks in lanes above.
struct Strip<'a> {
    row: &'a DotRow,
    dots: Vec<(f64, f64)>,
    /// Half of the height of the tallest stack.
    half: f64,
    marks: Vec<Mark<'a>>,
    lanes: usize,
    /// The height of a label over the strip.
    over: f64,
}

struct Mark<'a> {
    point: &'a Point,
    key: &'a Key,
    x: f64,
    text: String,
    flag: Flag,
}

impl<'a> Strip<'a> {
    /// Lays a row out; it is at least as high as its label.
    fn new(row: &'a DotRow, label: f64, top: f64, frame: Frame) -> Self {
        let wide = frame.right - frame.left;
        let across = |value: f64| frame.left + value.clamp(0.0, top) / top * wide;
        let dots = stack(row.dots.iter().copied().filter(|v| v.is_finite()).map(across).collect());
        let half = dots.iter().map(|dot| dot.1).fold(0.0, f64::max) + DOT / 2.0;
        let marks = marks(row, across);
        let lanes = marks.iter().map(|mark| mark.flag.lane + 1).max().unwrap_or(0);
        Self { row, dots, half: half.max(RADIUS + 1.0).max(label / 2.0), marks, lanes, over: 0.0 }
    }

    /// The same with so much room over it.
    fn under(self, over: f64) -> Self {
        Self { over, ..self }
    }

    /// The height of the labels of marks, and of what stands over them.
    fn above(&self) -> f64 {
        self.over + self.lanes as f64 * LANE
    }

    fn middle(&self) -> f64 {
        BETWEEN / 2.0 + self.above() + self.half
    }

    fn height(&self) -> f64 {
        BETWEEN + self.above() + 2.0 * self.half
    }

    fn draw(&self, sheet: &Sheet<'_>, from: f64, frame: Frame) {
        let middle = from + self.middle();
        sheet.line(Look::new("grid"), [(frame.left, middle), (frame.right, middle)]);
        if self.dots.is_empty() && self.marks.is_empty() {
            let at = (frame.left + 4.0, middle);
            sheet.text(Look::new("value missing halo"), at, HPos::Left, BODY, MISSING);
        }
        if !self.dots.is_empty() {
            let dots: Vec<At> = self.dots.iter().map(|(x, y)| (*x, middle + y)).collect();
            sheet.dots(Look::tone("dots", "context").titled(&*self.row.label), dots);
        }
        // The first mark is what the strip is about: it lies over the others.
        for (i, mark) in self.marks.iter().enumerate().rev() {
            mark.draw(sheet, &self.row.label, i, middle, middle - self.half);
        }
    }
}

impl Mark<'_> {
    /// Draws a shape at the middle of the strip and its label above `base`.
    fn draw(&self, sheet: &Sheet<'_>, row: &str, index: usize, middle: f64, base: f64) {
        let y = base - (self.flag.lane as f64 + 0.5) * LANE;
        sheet.line(Look::new("leader"), [(self.x, y - 5.0), (self.x, middle)]);
        let title = said(&format!("{row}, {}", self.key.title), &self.point.text);
        let look = Look::tone("mark outlined", self.key.tone).titled(title);
        let marker = MARKERS[index % MARKERS.len()];
        shape::marker(sheet, look, (self.x, middle), marker, RADIUS);
        let class = if index == 0 { "value halo" } else { "label halo" };
        sheet.text(Look::new(class), (self.flag.left, y), HPos::Left, BODY, &self.text);
    }
}

/// Shapes of marks, in order; not the circle, which dots have.
const MARKERS: [usize; 4] = [3, 2, 1, 4];

fn marks(row: &DotRow, across: impl Fn(f64) -> f64) -> Vec<Mark<'_>> {
    let known = || row.marks.iter().filter(|(point, _)| known_value(point.value));
    let texts: Vec<String> = known()
        .map(|(point, key)| measure::fit(&format!("{} {}", key.title, point.text), BODY, WIDTH))
        .collect();
    let labels: Vec<At> = known()
        .zip(&texts)
        .map(|((point, _), text)| (across(point.value), measure::width(text, BODY)))
        .collect();
    let flags = flags(&labels, WIDTH);
    known()
        .zip(texts)
        .zip(labels)
        .zip(flags)
        .map(|((((point, key), text), (x, _)), flag)| Mark { point, key, x, text, flag })
        .collect()
}

/// Stacks dots that fall into one place evenly around the middle.
fn stack(mut places: Vec<f64>) -> Vec<(f64, f64)> {
    places.sort_by(f64::total_cmp);
    let bin = |x: f64| (x / DOT).round();
    places
        .chunk_by(|a, b| bin(*a) == bin(*b))
        .flat_map(|stack| {
            let gaps = (stack.len() - 1) as f64;
            let step = if gaps > 0.0 { DOT.min((STACK - DOT) / gaps) } else { 0.0 };
            let x = bin(stack[0]) * DOT;
            (0..stack.len()).map(move |i| (x, (i as f64 - gaps / 2.0) * step))
        })
        .collect()
}

fn draw_scale(sheet: &Sheet<'_>, top: f64, unit: &str, frame: Frame) {
    let plot = sheet.plot(0.0..top, 0.0..1.0, frame);
    let ticks = sheet::ticks(&(0.0..top), 5);
    for value in &ticks {
        let (x, _) = plot.place((*value, 0.0));
        let class = if *value == 0.0 { "axis" } else { "grid" };
        sheet.line(Look::new(class), [(x, frame.top), (x, frame.bottom)]);
    }
    for value in ticks {
        let at = (plot.place((value, 0.0)).0, frame.bottom + 11.0);
        let text = sheet::number(value, unit);
        sheet.text(Look::new("label small"), at, HPos::Center, SMALL, &text);
    }
}
