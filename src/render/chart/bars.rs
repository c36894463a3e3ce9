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
const THICK: f64 = 14.0;
const MARGIN: f64 = 4.0;

/// Draws horizontal bars of one measure.
pub(super) fn draw(bars: &[Bar], max: f64) -> Picture {
    let rows = Rows::new(bars.iter().map(|bar| bar.label.as_str()), THICK + 7.0);
    let points = || bars.iter().filter_map(|bar| known(&bar.point));
    let top = sheet::top(max, points().map(|point| point.value));
    let frame = rows.frame(MARGIN, values_width(points()));
    Picture::draw(WIDTH, frame.bottom + MARGIN, |sheet| {
        let plot = sheet.plot(0.0..top, 0.0..1.0, frame);
        for (bar, y) in bars.iter().zip(rows.draw(sheet, &frame)) {
            let look = Look::tone("mark", bar.tone);
            let end = bar_end(&plot, &frame, known(&bar.point));
            if let Some(point) = known(&bar.point) {
                let (a, b) = ((frame.left, y - THICK / 2.0), (end, y + THICK / 2.0));
                sheet.rect(look.titled(said(&bar.label, &point.text)), a, b);
            }
            draw_value(sheet, end, y, known(&bar.point));
        }
        draw_zero(sheet, &frame);
    })
}

/// Labelled rows: the column of labels on the left, and where each row is.
pub(super) struct Rows<'a> {
    labels: Vec<Wrapped<'a>>,
    width: f64,
    /// Top of each row from the top of the first, and the bottom of the last.
    edges: Vec<f64>,
}

impl<'a> Rows<'a> {
    /// Rows at least so high; higher where a label takes two lines.
    pub(super) fn new(labels: impl IntoIterator<Item = &'a str>, height: f64) -> Self {
        let labels: Vec<Wrapped> =
            labels.into_iter().map(|label| Wrapped::new(label, BODY, COLUMN, 2)).collect();
        let width = labels.iter().map(|label| label.width(BODY)).fold(0.0, f64::max);
        let mut edges = vec![0.0];
        let mut bottom = 0.0;
        for label in &labels {
            bottom += height.max(label.height(BODY) + 3.0);
            edges.push(bottom);
        }
        Self { labels, width, edges }
    }

    /// Where the bars go, if so much room is kept above and at the right.
    pub(super) fn frame(&self, top: f64, right: f64) -> Frame {
        Frame {
            left: self.width + GAP + 2.0,
            top,
            right: WIDTH - right,
            bottom: top + self.edges.last().copied().unwrap_or_default(),
        }
    }

    /// The rows with their middles, top to bottom, each with its label drawn.
    pub(super) fn draw(&self, sheet: &Sheet<'_>, frame: &Frame) -> Vec<f64> {
        let rows = self.labels.iter().zip(self.edges.windows(2));
        rows.map(|(label, edges)| {
            let middle = frame.top + edges.iter().sum::<f64>() / 2.0;
            sheet.lines("label", (frame.left - GAP, middle), HPos::Right, BODY, label);
            middle
        })
        .collect()
    }
}

/// Room for the values at the ends of bars.
pub(super) fn values_width<'a>(points: impl Iterator<Item = &'a Point>) -> f64 {
    measure::widest(points.map(|point| point.text.as_str()).chain([MISSING]), BODY) + GAP + 2.0
}

/// Where a bar ends; a missing one has no length.
pub(super) fn bar_end(plot: &Sheet<'_>, frame: &Frame, point: Option<&Point>) -> f64 {
    point.map_or(frame.left, |point| plot.place((point.value.max(0.0), 0.0)).0)
}

/// Draws the value at the end of a bar, or the sign of a missing one.
pub(super) fn draw_value(sheet: &Sheet<'_>, end: f64, y: f64, point: Option<&Point>) {
    let (class, text) = match point {
        Some(point) => ("value", point.text.as_str()),
        None => ("value missing", MISSING),
    };
    sheet.text(Look::new(class), (end + GAP - 1.0, y), HPos::Left, BODY, text);
}

/// Draws the line bars start from.
pub(super) fn draw_zero(sheet: &Sheet<'_>, frame: &Frame) {
    sheet.line(Look::new("axis"), [(frame.left, frame.top), (frame.left, frame.bottom)]);
}
