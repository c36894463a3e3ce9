//! A dot for each unit on a common scale: how one stands among all, with no names and no ranks.

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::bars::GAP;
use super::placing::{around, lanes};
use super::sheet::{self, BODY, Frame, Picture, SMALL, Sheet, WIDTH, Wrapped};
use super::{MISSING, known_value, measure, said, shape};
use crate::report::view::DotRow;

const COLUMN: f64 = 112.0;
/// Diameter of a dot; the style sheet has the same.
const DOT: f64 = 5.0;
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
    let top = sheet::top(max, values);
    let labels: Vec<Wrapped> =
        rows.iter().map(|row| Wrapped::new(&row.label, BODY, COLUMN, 3)).collect();
    let column = labels.iter().map(|label| label.width(BODY)).fold(0.0, f64::max);
    let frame = Frame { left: column + GAP + 6.0, top: 0.0, right: WIDTH - 16.0, bottom: 1.0 };
    let strips: Vec<Strip> = rows.iter().map(|row| Strip::new(row, top, frame)).collect();
    let bottom: f64 = strips.iter().map(Strip::height).sum();
    let frame = Frame { bottom: bottom.max(1.0), ..frame };

    Picture::draw(WIDTH, frame.bottom + FOOT, |sheet| {
        draw_scale(sheet, top, unit, frame);
        let mut from = 0.0;
        for (strip, label) in strips.iter().zip(&labels) {
            let middle = from + strip.middle();
            let left = (frame.left - GAP - 4.0, middle);
            sheet.lines("label", left, HPos::Right, BODY, label);
            strip.draw(sheet, from, middle, frame);
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
    marks: Vec<Mark>,
    lanes: usize,
}

struct Mark {
    x: f64,
    left: f64,
    text: String,
    lane: usize,
}

impl<'a> Strip<'a> {
    fn new(row: &'a DotRow, top: f64, frame: Frame) -> Self {
        let across =
            |value: f64| frame.left + value.clamp(0.0, top) / top * (frame.right - frame.left);
        let dots = stack(row.dots.iter().copied().filter(|v| v.is_finite()).map(across).collect());
        let half = dots.iter().map(|dot| dot.1).fold(0.0, f64::max) + DOT / 2.0;
        let marks = marks(row, across);
        let lanes = marks.iter().map(|mark| mark.lane + 1).max().unwrap_or(0);
        Self { row, dots, half: half.max(RADIUS + 1.0), marks, lanes }
    }

    fn above(&self) -> f64 {
        self.lanes as f64 * LANE + if self.lanes > 0 { 2.0 } else { 0.0 }
    }

    fn middle(&self) -> f64 {
        BETWEEN / 2.0 + self.above() + self.half
    }

    fn height(&self) -> f64 {
        BETWEEN + self.above() + 2.0 * self.half
    }

    fn draw(&self, sheet: &Sheet<'_>, from: f64, middle: f64, frame: Frame) {
        sheet.line(Look::new("grid"), [(frame.left, middle), (frame.right, middle)]);
        let dots: Vec<(f64, f64)> = self.dots.iter().map(|(x, y)| (*x, middle + y)).collect();
        if dots.is_empty() && self.marks.is_empty() {
            let at = (frame.left + 4.0, middle);
            sheet.text(Look::new("value missing halo"), at, HPos::Left, BODY, MISSING);
        } else if !dots.is_empty() {
            sheet.dots(Look::tone("dots", "context").titled(&*self.row.label), dots);
        }
        let place = |mark: &Mark| from + BETWEEN / 2.0 + (mark.lane as f64 + 0.5) * LANE;
        for mark in &self.marks {
            let stem = [(mark.x, place(mark) + LANE / 2.0 - 1.0), (mark.x, middle)];
            sheet.line(Look::new("leader"), stem);
        }
        let known = self.row.marks.iter().filter(|(point, _)| known_value(point.value));
        for (i, (mark, (point, key))) in self.marks.iter().zip(known).enumerate() {
            let title = said(&format!("{}, {}", self.row.label, key.title), &point.text);
            let look = Look::tone("mark outlined", key.tone).titled(title);
            shape::marker(sheet, look, (mark.x, middle), MARKERS[i % MARKERS.len()], RADIUS);
            let at = (mark.left, place(mark));
            let class = if i == 0 { "value halo" } else { "label halo" };
            sheet.text(Look::new(class), at, HPos::Left, BODY, &mark.text);
        }
    }
}

/// Shapes of marks, in order; not the circle, which dots have.
const MARKERS: [usize; 4] = [3, 2, 1, 4];

fn marks(row: &DotRow, across: impl Fn(f64) -> f64) -> Vec<Mark> {
    let placed: Vec<(f64, String, (f64, f64))> = row
        .marks
        .iter()
        .filter(|(point, _)| known_value(point.value))
        .map(|(point, key)| {
            let text = measure::fit(&format!("{} {}", key.title, point.text), BODY, WIDTH - 8.0);
            let x = across(point.value);
            let span = around(x, measure::width(&text, BODY) + 8.0, 0.0, WIDTH);
            (x, text, span)
        })
        .collect();
    let spans: Vec<(f64, f64)> = placed.iter().map(|(.., span)| *span).collect();
    placed
        .into_iter()
        .zip(lanes(&spans))
        .map(|((x, text, span), lane)| Mark { x, left: span.0 + 4.0, text, lane })
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
    for value in sheet::ticks(top, 5) {
        let (x, _) = plot.place((value, 0.0));
        let text = match unit {
            "" => sheet::number(value),
            unit => format!("{}\u{a0}{unit}", sheet::number(value)),
        };
        let class = if value == 0.0 { "axis" } else { "grid" };
        sheet.line(Look::new(class), [(x, frame.top), (x, frame.bottom)]);
        let at = (x, frame.bottom + 11.0);
        sheet.text(Look::new("label small"), at, HPos::Center, SMALL, &text);
    }
}
