//! Charts as inline SVG, drawn by plotters on a back end of our own. Marks carry classes, never
//! colours; the theme's `chart.css` gives them their looks.

mod areas;
mod backend;
mod bars;
mod dots;
mod elements;
mod grouped;
mod histogram;
mod legend;
mod measure;
mod pattern;
mod placing;
mod profile;
mod shape;
mod sheet;
mod stacked;
mod tiles;
mod trend;
mod write;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use crate::report::view::{Chart, Figure, Point};

use backend::TENTHS;
use sheet::Picture;
use write::{Escaped, Tenths, push};

/// Draws a figure as one `<svg>` element, named by the elements of the ids `<anchor>-title` and
/// `<anchor>-finding`, which stand in its caption; `anchor` is the figure's own anchor on the page.
/// Links of tiles get `root` before them: the way from the page to the site's root, empty or `../`.
pub fn svg(figure: &Figure, anchor: &str, root: &str) -> String {
    let (kind, picture) = draw(&figure.chart, root);
    // Links inside an image are lost to those who listen; a group keeps them.
    let links = matches!(figure.chart, Chart::Tiles { .. } | Chart::Areas { .. });
    let role = if links { "group" } else { "img" };
    let [width, height] = [picture.width, picture.height].map(|size| (size * TENTHS).ceil() as i32);
    let id = Escaped(anchor);
    let mut svg = String::with_capacity(picture.body.len() + 512);
    push(
        &mut svg,
        format_args!(
            "<svg class=\"chart chart-{kind}\" viewBox=\"0 0 {} {}\" role=\"{role}\" \
             aria-labelledby=\"{id}-title {id}-finding\">{}</svg>",
            Tenths(width),
            Tenths(height),
            picture.body,
        ),
    );
    svg
}

/// The class of the chart's kind and its picture.
fn draw(chart: &Chart, root: &str) -> (&'static str, Picture) {
    match chart {
        Chart::Trend { steps, lines, breaks, signs, max, unit } => {
            let trend = trend::Trend { steps, lines, breaks, signs, max: *max, unit };
            ("trend", trend::draw(&trend))
        }
        Chart::Bars { bars, max } => ("bars", bars::draw(bars, *max)),
        Chart::Stacked { keys, bars } => ("stacked", stacked::draw(keys, bars)),
        Chart::Grouped { keys, groups, max } => ("grouped", grouped::draw(keys, groups, *max)),
        Chart::Histogram { bars, before, marks, unit } => {
            ("histogram", histogram::draw(bars, before, marks, unit))
        }
        Chart::Dots { rows, max, unit } => ("dots", dots::draw(rows, *max, unit)),
        Chart::Profile { steps, signs, rows } => ("profile", profile::draw(steps, signs, rows)),
        Chart::Areas { tiles, outlines, scale } => {
            ("areas", areas::draw(tiles, outlines, scale, root))
        }
        Chart::Tiles { tiles, scale } => ("tiles", tiles::draw(tiles, scale, root)),
    }
}

/// The point, if there is one that can be placed.
fn known(point: &Option<Point>) -> Option<&Point> {
    point.as_ref().filter(|point| known_value(point.value))
}

/// Whether a value has a place on a scale.
fn known_value(value: f64) -> bool {
    value.is_finite()
}

/// What is printed where a value is missing.
const MISSING: &str = "—";

/// What is said when a mark is pointed at: «Угличский МР: 27 %».
fn said(label: &str, text: &str) -> String {
    format!("{label}: {text}")
}
