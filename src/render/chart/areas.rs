//! The area of each municipality inside its borders, shaded by its value.

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::legend::Legend;
use super::pattern::Filler;
use super::sheet::{BODY, Picture, WIDTH};
use super::tiles::{Fill, entries, words};
use super::{MISSING, known, measure, said};
use crate::report::view::{Key, Outline, Tile};

/// Room around the borders, which are lines of some width.
const MARGIN: f64 = 2.0;

/// Draws the area of each municipality, each a link to its page. A value is written where its area
/// has room for it; it is said of all.
pub(super) fn draw(tiles: &[Tile], outlines: &[Outline], scale: &[Key], root: &str) -> Picture {
    let legend = Legend::new(entries(tiles, scale), WIDTH);
    let ends = outlines.iter().flat_map(|outline| outline.rings.iter().flatten());
    let (right, bottom) =
        ends.fold((0.0, 0.0), |(x, y): (f64, f64), end| (x.max(end.0), y.max(end.1)));
    let left = MARGIN + ((WIDTH - right) / 2.0).max(0.0);
    let top = legend.height + MARGIN;
    let filler = Filler::default();
    let width = WIDTH.max(right) + 2.0 * MARGIN;
    Picture::draw(width, top + bottom + MARGIN, |sheet| {
        legend.draw(sheet, &filler);
        filler.draw(sheet);
        for (tile, outline) in tiles.iter().zip(outlines) {
            let text = known(&tile.point).map_or(MISSING, |point| point.text.as_str());
            let fill = Fill::of(tile, scale);
            let class = fill.class_name();
            let place = |(x, y): (f64, f64)| (x + left, y + top);
            let rings = || -> Vec<Vec<(f64, f64)>> {
                let placed = |ring: &Vec<_>| ring.iter().copied().map(place).collect();
                outline.rings.iter().map(placed).collect()
            };
            sheet.link(format!("{root}{}", tile.link), said(&tile.title, &words(tile)), || {
                sheet.rings(Look::new(format!("mark tile {class}")), rings());
                fill.hatch(sheet, &rings());
                let (wide, tall) = outline.room;
                let fits = measure::width(text, BODY) < wide && BODY * measure::LINE < tall;
                if let Some(at) = outline.at.filter(|_| fits) {
                    let look = Look::new(format!("on strong {class}"));
                    sheet.text(look, place(at), HPos::Center, BODY, text);
                }
            });
        }
    })
}
