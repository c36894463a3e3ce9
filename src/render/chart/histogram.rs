//! How many fall into each interval, with marks on the scale.

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::placing::{Flag, flags};
use super::sheet::{self, BODY, Frame, Picture, SMALL, Sheet, WIDTH, Wrapped};
use super::{MISSING, known, known_value, measure, said};
use crate::report::view::{Bar, Key};

const TALL: f64 = 130.0;
/// Room above the bars for the value of the tallest.
const HEAD: f64 = 20.0;
const MARGIN: f64 = 4.0;
const LANE: f64 = 16.0;

/// Draws counts by interval, those compared with as an outline over them.
pub(super) fn draw(bars: &[Bar], before: &[f64], marks: &[(f64, Key)], unit: &str) -> Picture {
    let count = bars.len().max(1) as f64;
    let slot = (WIDTH - 2.0 * MARGIN) / count;
    let labels: Vec<Wrapped> =
        bars.iter().map(|bar| Wrapped::new(&bar.label, SMALL, slot, 2)).collect();
    let marks = Marks::new(marks, slot, count);
    let counts = bars.iter().filter_map(|bar| known(&bar.point)).map(|point| point.value.max(0.0));
    let scale = sheet::scale(0.0, counts.chain(before.iter().copied()));
    let caption = if unit.is_empty() { 0.0 } else { LANE };
    let above = caption + marks.height;
    let frame = Frame {
        left: MARGIN,
        top: above + HEAD,
        right: WIDTH - MARGIN,
        bottom: above + HEAD + TALL,
    };
    let lines = labels.iter().map(Wrapped::len).max().unwrap_or(1) as f64;
    let foot = lines * SMALL * measure::LINE + 8.0;
    Picture::draw(WIDTH, frame.bottom + foot, |sheet| {
        let plot = sheet.plot(0.0..count, scale, frame);
        sheet.text(Look::new("label small"), (MARGIN, LANE / 2.0), HPos::Left, SMALL, unit);
        marks.draw_poles(sheet, above, frame.bottom);
        for (i, bar) in bars.iter().enumerate() {
            draw_bar(&plot, bar, i as f64);
        }
        draw_outline(&plot, before);
        for (i, bar) in bars.iter().enumerate() {
            draw_value(sheet, &plot, bar, i as f64);
        }
        for (i, label) in labels.iter().enumerate() {
            let (x, _) = plot.place((i as f64 + 0.5, 0.0));
            let y = frame.bottom + foot / 2.0 - 1.0;
            sheet.lines("label small", (x, y), HPos::Center, SMALL, label);
        }
        sheet.line(Look::new("axis"), [(frame.left, frame.bottom), (frame.right, frame.bottom)]);
        marks.draw(sheet, above);
    })
}

fn draw_bar(plot: &Sheet<'_>, bar: &Bar, left: f64) {
    let Some(point) = known(&bar.point) else { return };
    let look = Look::tone("mark", bar.tone).titled(said(&bar.label, &point.text));
    plot.rect(look, (left + 0.06, 0.0), (left + 0.94, point.value.max(0.0)));
}

/// One line along the tops of all intervals.
fn draw_outline(plot: &Sheet<'_>, before: &[f64]) {
    let known = before.iter().enumerate().filter(|(_, value)| known_value(**value));
    let tops = known.flat_map(|(i, value)| {
        let (from, to) = (i as f64, i as f64 + 1.0);
        [(from, value.max(0.0)), (to, value.max(0.0))]
    });
    let tops: Vec<(f64, f64)> = tops.collect();
    if !tops.is_empty() {
        // Seen on the paper and on the bars: the line lies on a lighter one.
        plot.line(Look::new("casing"), tops.clone());
        plot.line(Look::new("outline"), tops);
    }
}

fn draw_value(sheet: &Sheet<'_>, plot: &Sheet<'_>, bar: &Bar, left: f64) {
    let point = known(&bar.point);
    let (x, y) = plot.place((left + 0.5, point.map_or(0.0, |point| point.value.max(0.0))));
    let text = point.map_or(MISSING, |point| point.text.as_str());
    let class = if point.is_some() { "value halo" } else { "value missing" };
    sheet.text(Look::new(class), (x, y - 9.0), HPos::Center, BODY, text);
}

/// The marks on the scale: poles with labels above, in as many lanes as they need.
struct Marks<'a> {
    marks: Vec<Mark<'a>>,
    height: f64,
}

struct Mark<'a> {
    key: &'a Key,
    x: f64,
    text: String,
    flag: Flag,
}

impl<'a> Marks<'a> {
    fn new(marks: &'a [(f64, Key)], slot: f64, count: f64) -> Self {
        let placed: Vec<(f64, &Key, String)> = marks
            .iter()
            .filter(|(at, _)| at.is_finite())
            .map(|(at, key)| {
                let text = measure::fit(&key.title, BODY, WIDTH - 2.0 * MARGIN);
                (MARGIN + at.clamp(0.0, count) * slot, key, text)
            })
            .collect();
        let labels: Vec<(f64, f64)> =
            placed.iter().map(|(x, _, text)| (*x, measure::width(text, BODY))).collect();
        let flags = flags(&labels, WIDTH);
        let height = flags.iter().map(|flag| (flag.lane + 1) as f64 * LANE).fold(0.0, f64::max);
        let placed = placed.into_iter().zip(flags);
        let marks = placed.map(|((x, key, text), flag)| Mark { key, x, text, flag }).collect();
        Self { marks, height }
    }

    /// The poles, which stand behind bars and values; `base` is the bottom of the lowest lane.
    fn draw_poles(&self, sheet: &Sheet<'_>, base: f64, bottom: f64) {
        for mark in &self.marks {
            let top = base - (mark.flag.lane + 1) as f64 * LANE + 2.0;
            let look = Look::tone("pole", mark.key.tone).titled(&*mark.key.title);
            sheet.line(look, [(mark.x, top), (mark.x, bottom)]);
        }
    }

    fn draw(&self, sheet: &Sheet<'_>, base: f64) {
        for mark in &self.marks {
            let at = (mark.flag.left, base - (mark.flag.lane as f64 + 0.5) * LANE);
            sheet.text(Look::new("label halo"), at, HPos::Left, BODY, &mark.text);
        }
    }
}
