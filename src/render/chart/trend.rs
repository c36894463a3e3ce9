//! Lines over years, with gaps where nothing is known and labels at their ends.

use std::collections::BTreeSet;
use std::ops::Range;

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::placing::{spread, thin};
use super::sheet::{self, At, Frame, Picture, SMALL, Sheet, Wrapped};
use super::{MISSING, known, measure, said, shape};
use crate::report::view::{Line, Point};

const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 128.0;
/// Font size of labels; small multiples want it a little smaller.
pub(super) const SIZE: f64 = 12.0;
/// The widest column of labels at the ends of lines.
const NAMES: f64 = 104.0;
/// Room above the scale for the value of the highest point.
const HEAD: f64 = 18.0;
const FOOT: f64 = 20.0;

/// What a trend shows; see `Chart::Trend`.
pub(super) struct Trend<'a> {
    pub(super) steps: &'a [String],
    pub(super) lines: &'a [Line],
    pub(super) breaks: &'a [usize],
    pub(super) signs: &'a [(usize, String)],
    pub(super) max: f64,
    pub(super) unit: &'a str,
}

/// Draws lines over years.
pub(super) fn draw(trend: &Trend<'_>) -> Picture {
    let points = trend.lines.iter().flat_map(|line| line.points.iter().filter_map(known));
    let ranges = trend.lines.iter().flat_map(|line| line.ranges.iter().flatten());
    let values = points.map(|point| point.value).chain(ranges.map(|range| range.high));
    let scale = sheet::scale(trend.max, values);
    let names: Vec<Wrapped> = trend.lines.iter().enumerate().map(name).collect();
    let column = names.iter().map(|name| name.width(SIZE)).fold(0.0, f64::max);
    let ticks = Ticks::new(&scale, trend.unit);
    let height = HEIGHT.max(names.iter().map(height).sum::<f64>() + HEAD + FOOT);
    let frame = Frame {
        left: ticks.width() + 5.0,
        top: HEAD,
        right: WIDTH - column - 12.0,
        bottom: height - FOOT,
    };
    Picture::draw(WIDTH, height, |sheet| {
        let last = trend.steps.len().max(1) as f64 - 1.0;
        let plot = sheet.plot(-0.5..last + 0.4, scale, frame);
        ticks.draw(sheet, &plot, frame);
        draw_steps(sheet, &plot, trend, frame);
        draw_signs(sheet, &plot, trend, frame);
        // The line the chart is about is drawn last, over the others.
        for (i, line) in trend.lines.iter().enumerate().rev() {
            draw_line(sheet, &plot, trend, line, i);
        }
        if let Some(line) = trend.lines.first() {
            draw_values(sheet, &plot, line, frame);
        }
        draw_names(sheet, &plot, &names, trend.lines, frame);
    })
}

/// The scale of values.
struct Ticks {
    ticks: Vec<(f64, String)>,
}

impl Ticks {
    fn new(scale: &Range<f64>, unit: &str) -> Self {
        let print = |value| (value, sheet::number(value, unit));
        let ticks = sheet::ticks(scale, 5).into_iter().map(print).collect();
        Self { ticks }
    }

    fn width(&self) -> f64 {
        measure::widest(self.ticks.iter().map(|(_, text)| text.as_str()), SMALL)
    }

    fn draw(&self, sheet: &Sheet<'_>, plot: &Sheet<'_>, frame: Frame) {
        let height = |value: &f64| plot.place((0.0, *value)).1;
        for (class, zero) in [("grid", false), ("axis", true)] {
            for (value, _) in self.ticks.iter().filter(|(value, _)| (*value == 0.0) == zero) {
                let y = height(value);
                sheet.line(Look::new(class), [(frame.left, y), (frame.right, y)]);
            }
        }
        for (value, text) in &self.ticks {
            let at = (frame.left - 5.0, height(value));
            sheet.text(Look::new("label small"), at, HPos::Right, SMALL, text);
        }
    }
}

/// The years under the axis, a dotted line where years are not comparable, and signs over the axis
/// where there is nothing to show.
fn draw_steps(sheet: &Sheet<'_>, plot: &Sheet<'_>, trend: &Trend<'_>, frame: Frame) {
    let labels: Vec<(f64, f64)> = trend
        .steps
        .iter()
        .enumerate()
        .map(|(i, step)| (plot.place((i as f64, 0.0)).0, measure::width(step, SMALL) + 4.0))
        .collect();
    for ((step, (x, _)), shown) in trend.steps.iter().zip(&labels).zip(thin(&labels)) {
        if shown {
            let at = (*x, frame.bottom + 12.0);
            sheet.text(Look::new("label small"), at, HPos::Center, SMALL, step);
        }
    }
    let own = trend.lines.iter().filter(|line| !line.context).flat_map(|line| &line.breaks);
    let breaks: BTreeSet<usize> = trend.breaks.iter().chain(own).copied().collect();
    for step in breaks.into_iter().filter(|step| (1..trend.steps.len()).contains(step)) {
        let (x, _) = plot.place((step as f64 - 0.5, 0.0));
        sheet.line(Look::new("break"), [(x, frame.top), (x, frame.bottom)]);
    }
}

fn draw_signs(sheet: &Sheet<'_>, plot: &Sheet<'_>, trend: &Trend<'_>, frame: Frame) {
    let signs = trend.signs.iter().filter(|(step, _)| *step < trend.steps.len());
    for (step, sign) in signs {
        let (x, _) = plot.place((*step as f64, 0.0));
        sheet.text(Look::new("label"), (x, frame.bottom - 8.0), HPos::Center, SIZE, sign);
    }
}

/// One line: how far its points wander by chance, its runs of known points, then its markers.
fn draw_line(sheet: &Sheet<'_>, plot: &Sheet<'_>, trend: &Trend<'_>, line: &Line, index: usize) {
    let class = if line.context { "line context" } else { "line" };
    let breaks = [trend.breaks, &line.breaks].concat();
    for (i, range) in line.ranges.iter().enumerate() {
        let Some(range) = range else { continue };
        let ends = [(i as f64, range.low), (i as f64, range.high)];
        plot.line(Look::tone("range", line.key.tone), ends);
    }
    for run in runs(&line.points, &breaks).into_iter().filter(|run| run.len() > 1) {
        let look = Look::tone(&format!("{class} line-{}", index % 5), line.key.tone);
        plot.line(look, run);
    }
    let (class, radius) = if line.context { ("mark context", 2.2) } else { ("mark", 3.6) };
    for (i, point) in line.points.iter().enumerate().filter_map(|(i, p)| Some((i, known(p)?))) {
        let step = trend.steps.get(i).map_or("", String::as_str);
        let text = match line.ranges.get(i).and_then(Option::as_ref) {
            Some(range) => format!("{}; {}", point.text, range.text),
            None => point.text.clone(),
        };
        let title = said(&format!("{}, {step}", line.key.title), &text);
        let look = Look::tone(class, line.key.tone).titled(title);
        shape::marker(sheet, look, plot.place((i as f64, point.value)), index, radius);
    }
}

/// The stretches of known points between gaps and breaks.
fn runs(points: &[Option<Point>], breaks: &[usize]) -> Vec<Vec<At>> {
    let mut runs = vec![Vec::new()];
    for (i, point) in points.iter().enumerate() {
        let point = known(point);
        if point.is_none() || breaks.contains(&i) {
            runs.push(Vec::new());
        }
        if let (Some(point), Some(run)) = (point, runs.last_mut()) {
            run.push((i as f64, point.value));
        }
    }
    runs
}

/// The values along a line: above its points, or below where the line has a valley.
fn draw_values(sheet: &Sheet<'_>, plot: &Sheet<'_>, line: &Line, frame: Frame) {
    let points: Vec<(At, &Point)> = line
        .points
        .iter()
        .enumerate()
        .filter_map(|(i, point)| known(point).map(|point| (i, point)))
        .map(|(i, point)| (plot.place((i as f64, point.value)), point))
        .collect();
    let labels: Vec<(f64, f64)> = points
        .iter()
        .map(|((x, _), point)| (*x, measure::width(&point.text, SIZE) + 3.0))
        .collect();
    for (i, shown) in thin(&labels).into_iter().enumerate() {
        let ((x, y), point) = points[i];
        if shown {
            let below = valley(&points, i) && y + 20.0 < frame.bottom;
            let y = if below { y + 13.0 } else { y - 12.0 };
            sheet.text(Look::new("value halo"), (x, y), HPos::Center, SIZE, &point.text);
        }
    }
}

/// Whether both neighbours of a point are well above it.
fn valley(points: &[(At, &Point)], i: usize) -> bool {
    let above = |other: Option<&(At, &Point)>| other.is_some_and(|o| o.0.1 < points[i].0.1 - 4.0);
    above(i.checked_sub(1).and_then(|j| points.get(j))) && above(points.get(i + 1))
}

/// The name of a line, printed at its end. The first line has its values along it; the others
/// carry their last one with the name.
fn name((index, line): (usize, &Line)) -> Wrapped<'_> {
    let words = Wrapped::new(&line.key.title, SIZE, NAMES, 3);
    match line.points.iter().rev().find_map(known) {
        None => words.and_value(MISSING, SIZE, NAMES),
        Some(point) if index > 0 => words.and_value(&point.text, SIZE, NAMES),
        Some(_) => words,
    }
}

/// The height of a name.
fn height(name: &Wrapped<'_>) -> f64 {
    name.height(SIZE) + 3.0
}

fn draw_names(
    sheet: &Sheet<'_>,
    plot: &Sheet<'_>,
    names: &[Wrapped<'_>],
    lines: &[Line],
    frame: Frame,
) {
    let ends: Vec<Option<At>> = lines
        .iter()
        .map(|line| {
            let known = |(i, point)| Some((i, known(point)?));
            let (i, point) = line.points.iter().enumerate().rev().find_map(known)?;
            Some(plot.place((i as f64, point.value)))
        })
        .collect();
    let blocks: Vec<(f64, f64)> = names
        .iter()
        .zip(&ends)
        .map(|(name, end)| (end.map_or(frame.bottom, |end| end.1), height(name)))
        .collect();
    let left = frame.right + 8.0;
    let middles = spread(&blocks, 2.0, frame.bottom + FOOT - 2.0);
    for (((name, line), middle), end) in names.iter().zip(lines).zip(middles).zip(&ends) {
        if let Some(end) = end {
            draw_leader(sheet, *end, (left - 2.0, middle));
        }
        let class = if line.context { "label context" } else { "label strong" };
        sheet.lines(class, (left, middle), HPos::Left, SIZE, name);
    }
}

/// A thin line from the end of a line to its name, where the name had to move away.
fn draw_leader(sheet: &Sheet<'_>, end: At, name: At) {
    let near = (end.1 - name.1).abs() < 5.0 && name.0 - end.0 < 30.0;
    if !near {
        sheet.line(Look::new("leader"), [(end.0 + 5.0, end.1), name]);
    }
}
