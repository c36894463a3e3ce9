//! What charts draw on: a plotters area in units of the view box, or in units of the data.

use std::ops::Range;

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{BLACK, Color, ShapeStyle, TextStyle};

use super::backend::{Look, Svg, TENTHS};
use super::elements::{Order, Rings, Strokes, Swarm};
use super::measure;

/// Font size of labels and values; the style sheet has the same.
pub(super) const BODY: f64 = 13.0;
/// Font size of what stands behind: scales and captions; the style sheet has the same.
pub(super) const SMALL: f64 = 11.0;
/// Width of the view box of all charts but trends: text stays readable on a phone.
pub(super) const WIDTH: f64 = 360.0;

/// A point of a sheet: across, then down (or up, in units of the data).
pub(super) type At = (f64, f64);

/// A finished drawing without its head.
pub(super) struct Picture {
    /// Width of the view box.
    pub(super) width: f64,
    /// Height of the view box.
    pub(super) height: f64,
    /// The marks as SVG.
    pub(super) body: String,
}

impl Picture {
    /// Draws on a sheet of this size.
    pub(super) fn draw(width: f64, height: f64, draw: impl FnOnce(&Sheet<'_>)) -> Self {
        let mut body = String::with_capacity(8 * 1024);
        draw(&Sheet::new(width, height, &mut body));
        Self { width, height, body }
    }
}

/// A part of a sheet in units of the view box.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

/// Something to draw on.
pub(super) struct Sheet<'a> {
    area: DrawingArea<Svg<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
}

impl<'a> Sheet<'a> {
    fn new(width: f64, height: f64, out: &'a mut String) -> Self {
        let area = Svg::new(width, height, out).into_drawing_area();
        let (across, down) = (0..tenths(width), 0..tenths(height));
        let units = Cartesian2d::new(0.0..width, 0.0..height, (across, down));
        Self { area: area.apply_coord_spec(units) }
    }

    /// The same sheet in units of the data: `x` runs to the right and `y` up the frame.
    pub(super) fn plot(&self, x: Range<f64>, y: Range<f64>, frame: Frame) -> Self {
        let across = tenths(frame.left)..tenths(frame.right);
        let up = tenths(frame.bottom)..tenths(frame.top);
        let units = Cartesian2d::new(x, y, (across, up));
        Self { area: self.area.strip_coord_spec().apply_coord_spec(units) }
    }

    /// Where a point of a plot lies in units of the view box.
    pub(super) fn place(&self, at: At) -> At {
        let (x, y) = self.area.map_coordinate(&at);
        (f64::from(x) / TENTHS, f64::from(y) / TENTHS)
    }

    /// A rectangle between two corners.
    pub(super) fn rect(&self, look: Look, a: At, b: At) {
        self.draw(look, Rectangle::new([a, b], style()));
    }

    /// A line through the points.
    pub(super) fn line(&self, look: Look, points: impl Into<Vec<At>>) {
        self.draw(look, PathElement::new(points, style()));
    }

    /// A closed shape.
    pub(super) fn polygon(&self, look: Look, points: impl Into<Vec<At>>) {
        self.draw(look, Polygon::new(points, style()));
    }

    /// Closed lines that bound one mark: what lies inside two of them is a hole.
    pub(super) fn rings(&self, look: Look, rings: Vec<Vec<At>>) {
        self.draw(look, Rings(rings));
    }

    /// A circle; the radius is in units of the view box.
    pub(super) fn circle(&self, look: Look, centre: At, radius: f64) {
        self.draw(look, Circle::new(centre, tenths(radius), style()));
    }

    /// Many dots in one path; the style sheet says how large they are.
    pub(super) fn dots(&self, look: Look, centres: Vec<At>) {
        self.draw(look, Swarm(centres));
    }

    /// Many lines in one path, nothing if there is none.
    pub(super) fn strokes(&self, look: Look, lines: Vec<[At; 2]>) {
        if !lines.is_empty() {
            self.draw(look, Strokes(lines));
        }
    }

    /// One line of text with its middle at the height of the point.
    pub(super) fn text(&self, look: Look, at: At, align: HPos, size: f64, text: &str) {
        let style =
            TextStyle::from(("sans-serif", size * TENTHS)).pos(Pos::new(align, VPos::Center));
        self.draw(look, Text::new(text.to_owned(), at, style));
    }

    /// Lines of text around the height of the point. On a short text no title is needed: `full` is
    /// said only where the lines do not say all of it.
    pub(super) fn lines(&self, class: &str, at: At, align: HPos, size: f64, text: &Wrapped<'_>) {
        let step = size * measure::LINE;
        let first = at.1 - step * (text.lines.len() as f64 - 1.0) / 2.0;
        for (i, line) in text.lines.iter().enumerate() {
            let look = Look::new(class);
            let look = if text.shortened() { look.titled(text.full) } else { look };
            self.text(look, (at.0, first + step * i as f64), align, size, line);
        }
    }

    /// Draws a part inside a link.
    pub(super) fn link(&self, href: String, title: String, draw: impl FnOnce()) {
        self.order(Order::Open { href, title });
        draw();
        self.order(Order::Close);
    }

    /// Draws a part that only repeats what links say in words.
    pub(super) fn silently(&self, draw: impl FnOnce()) {
        self.order(Order::Hush);
        draw();
        self.order(Order::Speak);
    }

    fn draw<E>(&self, look: Look, element: E)
    where
        for<'e> &'e E: PointCollection<'e, At>,
        E: Drawable<Svg<'a>>,
    {
        self.order(Order::Wear(look));
        // Writing to a string cannot fail, and nobody else draws meanwhile.
        let _ = self.area.draw(&element);
    }

    fn order(&self, order: Order) {
        let _ = self.area.draw(&order);
    }
}

/// A text broken into lines, and whether something of it was lost.
pub(super) struct Wrapped<'t> {
    full: &'t str,
    lines: Vec<String>,
}

impl<'t> Wrapped<'t> {
    /// Breaks a text into at most `lines` lines no wider than `room`.
    pub(super) fn new(full: &'t str, size: f64, room: f64, lines: usize) -> Self {
        Self { full, lines: measure::wrap(full, size, room, lines) }
    }

    /// The same in the words of `shorter` if too much of it is lost.
    pub(super) fn or(self, shorter: &str, size: f64, room: f64, lines: usize) -> Self {
        match self.shortened() {
            true => Self { full: self.full, lines: measure::wrap(shorter, size, room, lines) },
            false => self,
        }
    }

    /// The same with a value after it: on the last line if there is room, else on one more.
    pub(super) fn and_value(mut self, value: &str, size: f64, room: f64) -> Self {
        match self.lines.last_mut() {
            Some(last) if measure::width(&format!("{last} {value}"), size) <= room => {
                last.push('\u{a0}');
                last.push_str(value);
            }
            _ => self.lines.push(value.to_owned()),
        }
        self
    }

    /// How many lines there are.
    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// The height of all lines.
    pub(super) fn height(&self, size: f64) -> f64 {
        self.len() as f64 * size * measure::LINE
    }

    /// The widest line.
    pub(super) fn width(&self, size: f64) -> f64 {
        measure::widest(self.lines.iter().map(String::as_str), size)
    }

    /// Whether something of the text was lost.
    pub(super) fn shortened(&self) -> bool {
        self.lines.iter().any(|line| line.contains('…'))
    }
}

/// A scale from 0 to `max`, wider if values pass it on either side; never of no length.
pub(super) fn scale(max: f64, values: impl IntoIterator<Item = f64>) -> Range<f64> {
    let finite = values.into_iter().chain([max]).filter(|value| value.is_finite());
    let (low, high) =
        finite.fold((0.0, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
    if low == high { 0.0..1.0 } else { low..high }
}

/// Round values of a scale, not more than `count`.
pub(super) fn ticks(scale: &Range<f64>, count: usize) -> Vec<f64> {
    RangedCoordf64::from(scale.clone()).key_points(count)
}

/// A value of a scale in print: `7,5 %`.
pub(super) fn number(value: f64, unit: &str) -> String {
    // Adding zero turns a negative zero into a plain one.
    let printed = format!("{:.2}", value + 0.0).replace('-', "−").replace('.', ",");
    let printed = printed.trim_end_matches('0').trim_end_matches(',');
    if unit.is_empty() { printed.to_owned() } else { format!("{printed}\u{a0}{unit}") }
}

/// Units of the view box in those of the back end.
fn tenths(units: f64) -> i32 {
    (units * TENTHS).round() as i32
}

/// Plotters wants a style; how marks look is said by the style sheet.
fn style() -> ShapeStyle {
    BLACK.filled()
}
