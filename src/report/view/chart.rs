//! Charts as shown: what they say, and positions on scales.

use serde::Serialize;

/// A chart. Its numbers are those of the table beside it.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// Stable id, unique on the page.
    pub id: String,
    /// «Рисунок 1», once the figure stands on its page.
    pub number: Option<String>,
    /// What the chart shows.
    pub title: String,
    /// What is to be seen in it, in a computed sentence: the text alternative.
    pub finding: String,
    /// Anchor of the table beside it, on the same page.
    pub table: Option<String>,
    /// Words under the chart: base, breaks, reservations.
    pub notes: Vec<String>,
    /// The chart itself.
    pub chart: Chart,
}

/// A value of a chart with its printed form; a gap is `Option::<Point>::None`, never a zero.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Position on the scale; used for geometry alone.
    pub value: f64,
    /// The printed form: «38 %», «14 школ».
    pub text: String,
}

/// A named series or category with its tone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Key {
    /// The name.
    pub title: String,
    /// Name of the tone, see `model::Tone::name`.
    pub tone: &'static str,
}

/// The kinds of charts.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Chart {
    /// Lines over years.
    Trend {
        /// Labels of the axis, usually years.
        steps: Vec<String>,
        /// The lines; the first is the one the chart is about.
        lines: Vec<Line>,
        /// Steps before which the series is not comparable: a break in the line.
        breaks: Vec<usize>,
        /// Steps without any value, with the sign that says why («х»).
        signs: Vec<(usize, String)>,
        /// The upper end of the scale, shared by charts that are compared.
        max: f64,
        /// The sign of the unit on the scale («%»).
        unit: String,
    },
    /// Horizontal bars of one measure.
    Bars {
        /// The bars, top to bottom.
        bars: Vec<Bar>,
        /// The upper end of the scale.
        max: f64,
    },
    /// Horizontal bars, each divided into categories that make up 100 %.
    Stacked {
        /// The categories, left to right.
        keys: Vec<Key>,
        /// The bars, top to bottom: label, and a point for each category.
        bars: Vec<(String, Vec<Option<Point>>)>,
    },
    /// Groups of vertical bars: answers by wave.
    Grouped {
        /// The series, one bar of each in every group.
        keys: Vec<Key>,
        /// The groups, left to right: label, and a point for each series.
        groups: Vec<(String, Vec<Option<Point>>)>,
        /// The upper end of the scale.
        max: f64,
    },
    /// How many schools (or municipalities) fall into each interval of a share.
    Histogram {
        /// The intervals, left to right.
        bars: Vec<Bar>,
        /// How many fell into each interval in the year compared with, drawn as an outline; empty
        /// if nothing is compared.
        before: Vec<f64>,
        /// Marks on the scale of intervals: position from 0 (left edge of the first interval) to
        /// the number of intervals, and a label («район: 18 %»).
        marks: Vec<(f64, Key)>,
        /// What the vertical axis counts («школ»).
        unit: String,
    },
    /// One dot for each unit on a common scale, with one or two marks: how one stands among all,
    /// with no names and no ranks.
    Dots {
        /// The rows, top to bottom: what is compared.
        rows: Vec<DotRow>,
        /// The upper end of the scale.
        max: f64,
        /// The sign of the unit on the scale («%»).
        unit: String,
    },
    /// How far each row reaches on a scale of a few named steps, and the signs it has: how
    /// significant each risk is for a school, which it chose, what it carried out.
    Profile {
        /// The steps, mildest first.
        steps: Vec<Key>,
        /// What each sign means, in the order of the signs of rows.
        signs: Vec<String>,
        /// The rows, top to bottom.
        rows: Vec<ProfileRow>,
    },
    /// The area of each municipality inside its borders.
    Areas {
        /// What is said of each; columns and rows mean nothing here.
        tiles: Vec<Tile>,
        /// Where each lies, in the same order, in units of the picture from its upper left corner.
        outlines: Vec<Outline>,
        /// The classes of the colour scale, as of tiles.
        scale: Vec<Key>,
    },
    /// A tile for each municipality.
    Tiles {
        /// The tiles; no two share a position.
        tiles: Vec<Tile>,
        /// The classes of the colour scale, lightest first: what each covers («10–20 %»). Classes
        /// of tone `plain` are shades of one colour; others are shown in their own.
        scale: Vec<Key>,
    },
}

/// A line of a trend.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// Its name and tone.
    pub key: Key,
    /// A point for each step.
    pub points: Vec<Option<Point>>,
    /// How far each point wanders by chance alone; empty if that is not shown.
    pub ranges: Vec<Option<Range>>,
    /// Steps before which this line alone is broken: what it shows is no longer the same.
    pub breaks: Vec<usize>,
    /// True for the lines that stand behind for comparison.
    pub context: bool,
}

/// How far a value wanders by chance: the interval around it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Range {
    /// Position of the lower end.
    pub low: f64,
    /// Position of the upper end.
    pub high: f64,
    /// In words: «обычные колебания от 7 % до 43 %».
    pub text: String,
}

/// A bar.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// Its label.
    pub label: String,
    /// Its value.
    pub point: Option<Point>,
    /// Name of the tone, see `model::Tone::name`.
    pub tone: &'static str,
}

/// A row of dots.
#[derive(Clone, Debug, Serialize)]
pub struct DotRow {
    /// What is compared.
    pub label: String,
    /// The values of all units, unnamed.
    pub dots: Vec<f64>,
    /// Marks that stand out: own value, the region.
    pub marks: Vec<(Point, Key)>,
}

/// A row of a profile.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileRow {
    /// What it is about.
    pub label: String,
    /// Index of the step that it reaches; `None` if nothing is known.
    pub step: Option<usize>,
    /// Whether it has each of the signs.
    pub signs: Vec<bool>,
}

/// A tile of the map.
#[derive(Clone, Debug, Serialize)]
pub struct Tile {
    /// Column, from 0.
    pub column: u16,
    /// Row, from 0.
    pub row: u16,
    /// The municipality, short.
    pub label: String,
    /// The full name.
    pub title: String,
    /// The value; `None` if there is none.
    pub point: Option<Point>,
    /// The counts behind it («2 из 5»), for who points at it.
    pub detail: Option<String>,
    /// Index into the classes of the scale; `None` if there is no value.
    pub class: Option<usize>,
    /// Path of its page from the site's root.
    pub link: String,
}

/// Where a municipality lies on the picture.
#[derive(Clone, Debug, Serialize)]
pub struct Outline {
    /// Closed lines; what lies inside two of them is a hole.
    pub rings: Vec<Vec<(f64, f64)>>,
    /// A point inside it, for the middle of its words.
    pub at: Option<(f64, f64)>,
    /// Width and height of the room for words around that point.
    pub room: (f64, f64),
}
