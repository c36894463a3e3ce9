//! Horizontal bars of one measure, each with its value at the end.

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::sheet::{self, BODY, Frame, Picture, Sheet, WIDTH, Wrapped};
use super::{MISSING, known, measure, said};
use crate::report::view::{Bar, Point};

/// The widest column of labels.
const COLUMN: f64 = 150.0;
/// Room between label and bar, and between bar and value.
pub(super) const GAP: f64 = 6.0;
/// Room over a label that stands above its bar.
const ABOVE: f64 = 4.0;
/// From the zero line to a label that stands above its bar.
const INDENT: f64 = 4.0;
const THICK: f64 = 14.0;
/// From one bar to the next, beside the bars themselves.
const APART: f64 = 7.0;
const MARGIN: f64 = 4.0;
/// More rows than this stand closer, so that a chart of municipalities is seen at once.
const MANY: usize = 12;

/// The thickness of bars and the room from one to the next, of so many rows.
pub(super) fn pitch(rows: usize, thick: f64, apart: f64) -> (f64, f64) {
    let part = if rows > MANY { 0.75 } else { 1.0 };
    (thick * part, (thick + apart) * part)
}

/// Draws horizontal bars of one measure.
pub(super) fn draw(bars: &[Bar], max: f64) -> Picture {
    let (thick, pitch) = pitch(bars.len(), THICK, APART);
    let rows = Rows::new(bars.iter().map(|bar| bar.label.as_str()), pitch);
    let points = || bars.iter().filter_map(|bar| known(&bar.point));
    let scale = sheet::scale(max, points().map(|point| point.value));
    let frame = rows.frame(MARGIN, values_width(points()));
    Picture::draw(WIDTH, frame.bottom + MARGIN, |sheet| {
        let plot = sheet.plot(scale, 0.0..1.0, frame);
        let middles = rows.draw(sheet, &frame);
        for (bar, y) in bars.iter().zip(&middles) {
            let Some(point) = known(&bar.point) else { continue };
            let (left, right) = extent(&plot, Some(point));
            let (a, b) = ((left, y - thick / 2.0), (right, y + thick / 2.0));
            let look = Look::tone("mark", bar.tone).titled(said(&bar.label, &point.text));
            sheet.rect(look, a, b);
        }
        for (bar, y) in bars.iter().zip(middles) {
            let point = known(&bar.point);
            draw_value(sheet, extent(&plot, point).1, y, point);
        }
        draw_zero(sheet, &plot, &frame);
    })
}

/// Labelled rows. Labels stand in a column on the left, or above their bars if they are too long.
pub(super) struct Rows<'a> {
    labels: Vec<Wrapped<'a>>,
    above: bool,
    /// Width of the column of labels; none if they stand above.
    width: f64,
    /// Height of what stands beside each label, or under it.
    height: f64,
}

impl<'a> Rows<'a> {
    /// Rows with so much room for bars; higher where a label takes more.
    pub(super) fn new(labels: impl IntoIterator<Item = &'a str>, height: f64) -> Self {
        let texts: Vec<&str> = labels.into_iter().collect();
        let wrap = |room: f64, lines: usize| -> Vec<Wrapped> {
            texts.iter().map(|text| Wrapped::new(text, BODY, room, lines)).collect()
        };
        let beside = wrap(COLUMN, 2);
        if beside.iter().any(Wrapped::shortened) {
            // Above its bar a label has as many lines as the answers of a survey need.
            return Self { labels: wrap(WIDTH - 2.0 * INDENT, 4), above: true, width: 0.0, height };
        }
        let width = beside.iter().map(|label| label.width(BODY)).fold(0.0, f64::max) + GAP;
        Self { labels: beside, above: false, width, height }
    }

    /// Where the bars go, if so much room is kept above and at the right.
    pub(super) fn frame(&self, top: f64, right: f64) -> Frame {
        Frame {
            left: self.width + 2.0,
            top,
            right: WIDTH - right,
            bottom: top + self.labels.iter().map(|label| self.row(label)).sum::<f64>(),
        }
    }

    /// Draws the labels; answered are the middles of the bars, top to bottom.
    pub(super) fn draw(&self, sheet: &Sheet<'_>, frame: &Frame) -> Vec<f64> {
        let mut top = frame.top;
        let mut middles = Vec::with_capacity(self.labels.len());
        for label in &self.labels {
            let bottom = top + self.row(label);
            let beside = (top + bottom) / 2.0;
            if self.above {
                let at = (frame.left + INDENT, top + ABOVE + label.height(BODY) / 2.0);
                sheet.lines("label halo", at, HPos::Left, BODY, label);
                middles.push(bottom - self.height / 2.0);
            } else {
                sheet.lines("label", (frame.left - GAP, beside), HPos::Right, BODY, label);
                middles.push(beside);
            }
            top = bottom;
        }
        middles
    }

    fn row(&self, label: &Wrapped<'_>) -> f64 {
        match self.above {
            true => ABOVE + label.height(BODY) + self.height,
            false if label.len() == 1 => self.height.max(label.height(BODY)),
            false => self.height.max(label.height(BODY) + 3.0),
        }
    }
}

/// Room for the values at the ends of bars.
pub(super) fn values_width<'a>(points: impl Iterator<Item = &'a Point>) -> f64 {
    measure::widest(points.map(|point| point.text.as_str()).chain([MISSING]), BODY) + GAP + 2.0
}

/// The left and right end of a bar; a missing one has no length.
pub(super) fn extent(plot: &Sheet<'_>, point: Option<&Point>) -> (f64, f64) {
    let across = |value: f64| plot.place((value, 0.0)).0;
    let (zero, end) = (across(0.0), across(point.map_or(0.0, |point| point.value)));
    (zero.min(end), zero.max(end))
}

/// Draws the value at the end of a bar, or the sign of a missing one.
pub(super) fn draw_value(sheet: &Sheet<'_>, right: f64, y: f64, point: Option<&Point>) {
    let (class, text) = match point {
        Some(point) => ("value", point.text.as_str()),
        None => ("value missing", MISSING),
    };
    sheet.text(Look::new(class), (right + GAP - 1.0, y), HPos::Left, BODY, text);
}

/// Draws the line bars start from.
pub(super) fn draw_zero(sheet: &Sheet<'_>, plot: &Sheet<'_>, frame: &Frame) {
    let (zero, _) = plot.place((0.0, 0.0));
    sheet.line(Look::new("axis"), [(zero, frame.top), (zero, frame.bottom)]);
}
