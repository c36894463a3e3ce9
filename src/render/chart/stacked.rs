//! Bars divided into categories that make up the whole.

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::bars::{GAP, Rows, draw_zero, pitch};
use super::legend::{Legend, Swatch};
use super::pattern::Filler;
use super::sheet::{At, Frame, Picture, SMALL, Sheet, WIDTH};
use super::{MISSING, known, measure, said};
use crate::report::view::{Key, Point};

const THICK: f64 = 22.0;
/// From one bar to the next, beside the bars themselves.
const APART: f64 = 8.0;
const FOOT: f64 = 20.0;
const WHOLE: f64 = 100.0;

/// Draws bars of categories that make up 100 %.
pub(super) fn draw(keys: &[Key], bars: &[(String, Vec<Option<Point>>)]) -> Picture {
    let legend =
        Legend::new(keys.iter().map(|key| (Swatch::Tone(key.tone), key.title.as_str())), WIDTH);
    let (thick, pitch) = pitch(bars.len(), THICK, APART);
    let rows = Rows::new(bars.iter().map(|(label, _)| label.as_str()), pitch);
    let hundred = measure::width("100\u{a0}%", SMALL);
    let frame = rows.frame(legend.height + 2.0, hundred / 2.0);
    Picture::draw(WIDTH, frame.bottom + FOOT, |sheet| {
        let filler = Filler::default();
        legend.draw(sheet, &filler);
        let whole = sheet.plot(0.0..WHOLE, 0.0..1.0, frame);
        draw_scale(sheet, &whole, &frame);
        let mut texts = Vec::new();
        for ((label, points), y) in bars.iter().zip(rows.draw(sheet, &frame)) {
            // Rounded shares may pass the whole by a little; the bar does not.
            let total: f64 =
                points.iter().filter_map(known).map(|point| point.value.max(0.0)).sum();
            let plot = sheet.plot(0.0..total.max(WHOLE), 0.0..1.0, frame);
            if points.iter().filter_map(known).count() == 0 {
                let at = (plot.place((0.0, 0.0)).0 + GAP, y);
                sheet.text(Look::new("value missing"), at, HPos::Left, SMALL, MISSING);
            }
            let stack = Stack { filler: &filler, plot: &plot, label, y, thick };
            texts.extend(stack.fill(keys, points));
        }
        filler.draw(sheet);
        // Those of one tone together: a group says their looks once.
        texts.sort_by_key(|text| keys.iter().position(|key| key.tone == text.tone));
        for Printed { tone, at, text } in texts {
            sheet.text(Look::tone("on small", tone), at, HPos::Center, SMALL, text);
        }
        draw_zero(sheet, &whole, &frame);
    })
}

/// One bar.
struct Stack<'a, 'b, 'k> {
    filler: &'a Filler<'k>,
    plot: &'a Sheet<'b>,
    label: &'a str,
    y: f64,
    thick: f64,
}

/// A value printed on its part of a bar.
struct Printed<'k> {
    tone: &'static str,
    at: At,
    text: &'k str,
}

impl<'k> Stack<'_, '_, 'k> {
    /// Fills the parts; gives back the values that have room on theirs.
    fn fill(&self, keys: &'k [Key], points: &'k [Option<Point>]) -> Vec<Printed<'k>> {
        let mut from = 0.0;
        let mut texts = Vec::new();
        for (key, point) in keys.iter().zip(points) {
            let Some(point) = known(point) else { continue };
            let to = from + point.value.max(0.0);
            texts.extend(self.part(key, &point.text, from, to));
            from = to;
        }
        texts
    }

    fn part(&self, key: &'k Key, text: &'k str, from: f64, to: f64) -> Option<Printed<'k>> {
        let (left, right) = (self.plot.place((from, 0.0)).0, self.plot.place((to, 0.0)).0);
        if right - left < 0.1 {
            return None;
        }
        let title = said(&format!("{}, {}", self.label, key.title), text);
        let (a, b) = ((left, self.y - self.thick / 2.0), (right, self.y + self.thick / 2.0));
        self.filler.rect(key.tone, Some(title), a, b);
        let fits = measure::width(text, SMALL) + 1.0 <= right - left;
        let at = (f64::midpoint(left, right), self.y);
        fits.then_some(Printed { tone: key.tone, at, text })
    }
}

/// Half and whole under the bars.
fn draw_scale(sheet: &Sheet<'_>, plot: &Sheet<'_>, frame: &Frame) {
    let steps = [(0.0, "0"), (WHOLE / 2.0, "50\u{a0}%"), (WHOLE, "100\u{a0}%")];
    for (value, _) in steps {
        let (x, _) = plot.place((value, 0.0));
        sheet.line(Look::new("grid"), [(x, frame.top), (x, frame.bottom + 3.0)]);
    }
    for (value, text) in steps {
        let at = (plot.place((value, 0.0)).0, frame.bottom + 11.0);
        sheet.text(Look::new("label small"), at, HPos::Center, SMALL, text);
    }
}
