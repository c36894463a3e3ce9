//! Groups of bars: the answers of a survey by wave. Bars lie, so that long answers stay readable.

use super::bars::{Rows, draw_value, draw_zero, extent, values_width};
use super::legend::{Legend, Swatch};
use super::pattern::Filler;
use super::sheet::{self, Picture, WIDTH};
use super::{known, said};
use crate::report::view::{Key, Point};

const THICK: f64 = 14.0;
const BETWEEN: f64 = 12.0;
const MARGIN: f64 = 4.0;

/// Draws groups of bars, one bar for each series in every group.
pub(super) fn draw(keys: &[Key], groups: &[(String, Vec<Option<Point>>)], max: f64) -> Picture {
    let legend =
        Legend::new(keys.iter().map(|key| (Swatch::Tone(key.tone), key.title.as_str())), WIDTH);
    let thick = THICK + 1.0;
    let rows = Rows::new(
        groups.iter().map(|(label, _)| label.as_str()),
        keys.len() as f64 * thick + BETWEEN,
    );
    let points = || groups.iter().flat_map(|(_, points)| points.iter().filter_map(known));
    let scale = sheet::scale(max, points().map(|point| point.value));
    let frame = rows.frame(legend.height + MARGIN, values_width(points()));
    let filler = Filler::default();
    Picture::draw(WIDTH, frame.bottom + MARGIN, |sheet| {
        legend.draw(sheet, &filler);
        let plot = sheet.plot(scale, 0.0..1.0, frame);
        for ((label, points), middle) in groups.iter().zip(rows.draw(sheet, &frame)) {
            let first = middle - keys.len() as f64 * thick / 2.0;
            for (j, key) in keys.iter().enumerate() {
                let y = first + (j as f64 + 0.5) * thick;
                let point = points.get(j).and_then(known);
                let (left, right) = extent(&plot, point);
                if let Some(point) = point {
                    let title = said(&format!("{label}, {}", key.title), &point.text);
                    let (a, b) = ((left, y - THICK / 2.0), (right, y + THICK / 2.0));
                    filler.rect(key.tone, Some(title), a, b);
                }
                draw_value(sheet, right, y, point);
            }
        }
        filler.draw(sheet);
        draw_zero(sheet, &plot, &frame);
    })
}
