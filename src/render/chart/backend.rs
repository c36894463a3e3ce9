//! The plotters back end that writes SVG. A mark says what it *is* by its classes; how it looks is
//! said by the theme's style sheet, so colours and widths of plotters' own styles go unused.

use std::convert::Infallible;
use std::fmt;

use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::measure;
use super::write::{Escaped, Step, Tenths, push};

/// Units of the back end in one unit of the view box: coordinates are whole tenths.
pub(super) const TENTHS: f64 = 10.0;

/// What drawing answers: nothing that draws into memory can fail.
pub(super) type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// What a mark is: its classes, and what is read out when it is pointed at.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    class: String,
    title: Option<String>,
}

impl Look {
    /// A mark of these classes.
    pub(super) fn new(class: impl Into<String>) -> Self {
        Self { class: class.into(), title: None }
    }

    /// A mark of a class in a tone.
    pub(super) fn tone(class: &str, tone: &str) -> Self {
        Self::new(format!("{class} tone-{tone}"))
    }

    /// The same with words for who points at it.
    pub(super) fn titled(self, title: impl Into<String>) -> Self {
        Self { title: Some(title.into()), ..self }
    }
}

/// Writes what plotters draws as SVG elements, in the order of drawing. Neighbours of one class
/// share a group that says it once, and lines of one class a path: charts are a large part of what
/// a page weighs.
pub(super) struct Svg<'a> {
    out: &'a mut String,
    size: (u32, u32),
    look: Look,
    /// Elements of one class that are not written yet.
    run: Vec<Element>,
}

/// An element before it is written.
struct Element {
    name: &'static str,
    look: Look,
    /// What it has beside its class; of a path the data alone.
    attributes: String,
    /// `text-anchor`, or nothing if text begins at its place.
    anchor: &'static str,
    text: String,
}

impl Element {
    /// True if its data may be appended to that of another path of its class.
    fn continues(&self, other: &Self) -> bool {
        let bare = |of: &Self| of.name == "path" && of.look.title.is_none();
        bare(self) && bare(other)
    }

    /// Writes it; what its group says is not said again.
    fn write(&self, out: &mut String, grouped: bool) {
        push(out, format_args!("<{}", self.name));
        if !grouped {
            push(out, format_args!(" class=\"{}\"{}", Escaped(&self.look.class), self.anchor));
        }
        match self.name {
            "path" => push(out, format_args!(" d=\"{}\"", self.attributes)),
            _ => out.push_str(&self.attributes),
        }
        if self.look.title.is_none() && self.text.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        if let Some(title) = &self.look.title {
            push(out, format_args!("<title>{}</title>", Escaped(title)));
        }
        push(out, format_args!("{}</{}>", Escaped(&self.text), self.name));
    }
}

impl<'a> Svg<'a> {
    /// A back end of so many units of the view box that appends to `out`.
    pub(super) fn new(width: f64, height: f64, out: &'a mut String) -> Self {
        let size = ((width * TENTHS).ceil() as u32, (height * TENTHS).ceil() as u32);
        Self { out, size, look: Look::default(), run: Vec::new() }
    }

    /// What follows has this look.
    pub(super) fn wear(&mut self, look: &Look) {
        look.clone_into(&mut self.look);
    }

    /// Writes a tag between elements: what follows stands inside it or after it.
    pub(super) fn tag(&mut self, tag: fmt::Arguments<'_>) {
        self.write_run();
        push(self.out, tag);
    }

    /// Adds an element in the present look.
    fn element(
        &mut self,
        name: &'static str,
        attributes: String,
        anchor: &'static str,
        text: &str,
    ) {
        let element =
            Element { name, look: self.look.clone(), attributes, anchor, text: text.into() };
        match self.run.last_mut() {
            Some(last) if last.look.class != element.look.class || last.anchor != anchor => {
                self.write_run();
                self.run.push(element);
            }
            Some(last) if element.continues(last) => {
                last.attributes.push_str(&element.attributes);
            }
            _ => self.run.push(element),
        }
    }

    /// Writes the elements that wait, in a group if they are several.
    fn write_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        match run.as_slice() {
            [] => {}
            [one] => one.write(self.out, false),
            [first, ..] => {
                let class = Escaped(&first.look.class);
                push(self.out, format_args!("<g class=\"{class}\"{}>", first.anchor));
                run.iter().for_each(|element| element.write(self.out, true));
                self.out.push_str("</g>");
            }
        }
    }

    /// Writes a path through the points, closed if `end` is `Z`.
    fn path(&mut self, points: impl IntoIterator<Item = BackendCoord>, end: &str) {
        let mut d = String::new();
        let mut last = None;
        for (x, y) in points {
            match last {
                None => push(&mut d, format_args!("M{} {}", Tenths(x), Tenths(y))),
                Some((from, _)) if from == x => push(&mut d, format_args!("V{}", Tenths(y))),
                Some((_, from)) if from == y => push(&mut d, format_args!("H{}", Tenths(x))),
                Some(_) => push(&mut d, format_args!("L{} {}", Tenths(x), Tenths(y))),
            }
            last = Some((x, y));
        }
        self.element("path", d + end, "", "");
    }

    /// Writes one path of closed lines, each as long as told; steps are shorter than places.
    pub(super) fn rings(
        &mut self,
        mut points: impl Iterator<Item = BackendCoord>,
        lengths: &[usize],
    ) {
        let mut d = String::new();
        for length in lengths {
            let mut last = None;
            for (x, y) in points.by_ref().take(*length) {
                match last {
                    None => push(&mut d, format_args!("M{} {}l", Tenths(x), Tenths(y))),
                    Some(at) if at == (x, y) => {}
                    Some((a, b)) => {
                        let gap = if d.ends_with('l') { "" } else { " " };
                        push(&mut d, format_args!("{gap}{} {}", Tenths(x - a), Tenths(y - b)));
                    }
                }
                last = Some((x, y));
            }
            d.push('z');
        }
        self.element("path", d, "", "");
    }

    /// Writes one path of lines apart from each other, each between two points.
    pub(super) fn strokes(&mut self, mut points: impl Iterator<Item = BackendCoord>) {
        let mut d = String::new();
        let mut last = None;
        while let (Some((x, y)), Some((to_x, to_y))) = (points.next(), points.next()) {
            // The way from the end of the line before is shorter to write than the place.
            match last.replace((to_x, to_y)) {
                None => push(&mut d, format_args!("M{}", Step(x, y))),
                Some((from_x, from_y)) => {
                    push(&mut d, format_args!("m{}", Step(x - from_x, y - from_y)))
                }
            }
            match (Tenths(to_x - x), Tenths(to_y - y)) {
                (across, Tenths(0)) => push(&mut d, format_args!("h{across}")),
                (Tenths(0), down) => push(&mut d, format_args!("v{down}")),
                _ => push(&mut d, format_args!("l{}", Step(to_x - x, to_y - y))),
            }
        }
        self.element("path", d, "", "");
    }

    /// Writes one path with a dot at each point: a tenth of the bytes of as many circles.
    pub(super) fn dots(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        let mut d = String::new();
        for (x, y) in points {
            push(&mut d, format_args!("M{} {}h0", Tenths(x), Tenths(y)));
        }
        self.element("path", d, "", "");
    }
}

impl Drop for Svg<'_> {
    fn drop(&mut self) {
        self.write_run();
    }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, _: BackendColor) -> Drawn {
        self.dots([point]);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, _: &S) -> Drawn {
        self.path([a, b], "");
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        (right, bottom): BackendCoord,
        _: &S,
        _: bool,
    ) -> Drawn {
        let [x, y, width, height] = [x, y, right - x, bottom - y].map(Tenths);
        let place = format!(" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
        self.element("rect", place, "", "");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        _: &S,
    ) -> Drawn {
        self.path(path, "");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        _: &S,
        _: bool,
    ) -> Drawn {
        let [x, y, r] = [x, y, radius as i32].map(Tenths);
        self.element("circle", format!(" cx=\"{x}\" cy=\"{y}\" r=\"{r}\""), "", "");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        _: &S,
    ) -> Drawn {
        self.path(vert, "Z");
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        // Baselines, because `dominant-baseline` differs from one viewer to the next.
        let rise = match style.anchor().v_pos {
            VPos::Top => 0.8,
            VPos::Center => 0.35,
            VPos::Bottom => -0.2,
        };
        let (x, y) = (Tenths(x), Tenths(y + (style.size() * rise).round() as i32));
        self.element("text", format!(" x=\"{x}\" y=\"{y}\""), anchor, text);
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = measure::width(text, style.size());
        Ok((width.ceil() as u32, style.size().ceil() as u32))
    }
}
