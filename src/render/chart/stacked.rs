//! Bars divided into categories that make up the whole.

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::bars::{GAP, Rows, draw_zero};
use super::legend::{Legend, Swatch};
use super::pattern::{Filler, definitions};
use super::sheet::{Frame, Picture, SMALL, Sheet, WIDTH};
use super::{MISSING, known, measure, said};
use crate::report::view::{Key, Point};

const THICK: f64 = 22.0;
const FOOT: f64 = 20.0;
const WHOLE: f64 = 100.0;

/// Draws bars of categories that make up 100 %.
pub(super) fn draw(id: &str, keys: &[Key], bars: &[(String, Vec<Option<Point>>)]) -> Picture {
    let legend =
        Legend::new(keys.iter().map(|key| (Swatch::Tone(key.tone), key.title.as_str())), WIDTH);
    let rows = Rows::new(bars.iter().map(|(label, _)| label.as_str()), THICK + 8.0);
    let hundred = measure::width("100\u{a0}%", SMALL);
    let frame = rows.frame(legend.height + 2.0, hundred / 2.0);
    let picture = Picture::draw(WIDTH, frame.bottom + FOOT, |sheet| {
        legend.draw(sheet, Filler { id });
        let whole = sheet.plot(0.0..WHOLE, 0.0..1.0, frame);
        draw_scale(sheet, &whole, &frame);
        for ((label, points), y) in bars.iter().zip(rows.draw(sheet, &frame)) {
            // Rounded shares may pass the whole by a little; the bar does not.
            let total: f64 =
                points.iter().filter_map(known).map(|point| point.value.max(0.0)).sum();
            let plot = sheet.plot(0.0..total.max(WHOLE), 0.0..1.0, frame);
            let stack = Stack { sheet, plot: &plot, id, label, y };
            stack.draw(keys, points);
        }
        draw_zero(sheet, &whole, &frame);
    });
    picture.with(definitions(id, keys.iter().map(|key| key.tone)))
}

/// One bar.
struct Stack<'a, 'b> {
    sheet: &'a Sheet<'b>,
    plot: &'a Sheet<'b>,
    id: &'a str,
    label: &'a str,
    y: f64,
}

impl Stack<'_, '_> {
    fn draw(&self, keys: &[Key], points: &[Option<Point>]) {
        let mut from = 0.0;
        for (key, point) in keys.iter().zip(points) {
            let Some(point) = known(point) else { continue };
            let to = from + point.value.max(0.0);
            self.segment(key, &point.text, from, to);
            from = to;
        }
        if points.iter().filter_map(known).count() == 0 {
            let (x, _) = self.plot.place((0.0, 0.0));
            let look = Look::new("value missing");
            self.sheet.text(look, (x + GAP, self.y), HPos::Left, SMALL, MISSING);
        }
    }

    fn segment(&self, key: &Key, text: &str, from: f64, to: f64) {
        let (left, right) = (self.plot.place((from, 0.0)).0, self.plot.place((to, 0.0)).0);
        if right - left < 0.1 {
            return;
        }
        let title = said(&format!("{}, {}", self.label, key.title), text);
        let (a, b) = ((left, self.y - THICK / 2.0), (right, self.y + THICK / 2.0));
        Filler { id: self.id }.rect(self.sheet, key.tone, Some(title), a, b);
        if measure::width(text, SMALL) + 1.0 <= right - left {
            let at = ((left + right) / 2.0, self.y);
            self.sheet.text(Look::tone("on small", key.tone), at, HPos::Center, SMALL, text);
        }
    }
}

/// Half and whole under the bars.
fn draw_scale(sheet: &Sheet<'_>, plot: &Sheet<'_>, frame: &Frame) {
    for (value, text) in [(0.0, "0"), (50.0, "50\u{a0}%"), (WHOLE, "100\u{a0}%")] {
        let (x, _) = plot.place((value, 0.0));
        sheet.line(Look::new("grid"), [(x, frame.top), (x, frame.bottom + 3.0)]);
        let at = (x, frame.bottom + 11.0);
        sheet.text(Look::new("label small"), at, HPos::Center, SMALL, text);
    }
}
