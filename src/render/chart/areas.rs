//! The area of each municipality inside its borders, shaded by its value.

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::legend::Legend;
use super::pattern::Filler;
use super::sheet::{BODY, Picture, SMALL, Sheet, WIDTH, Wrapped};
use super::tiles::{Fill, entries, words};
use super::{MISSING, known, measure, said};
use crate::report::view::{Key, Outline, Tile};

/// Room around the borders, which are lines of some width.
const MARGIN: f64 = 2.0;

/// A name takes so many lines at most.
const NAME_LINES: usize = 2;
/// Words may pass their room by so much: they seldom fill its corners.
const SLACK: f64 = 1.15;

/// Draws the area of each municipality, each a link to its page. Value and name are written where
/// the area has room for them; they are said of all.
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
            });
        }
        sheet.silently(|| {
            for (tile, outline) in tiles.iter().zip(outlines) {
                let text = known(&tile.point).map_or(MISSING, |point| point.text.as_str());
                let class = Fill::of(tile, scale).class_name();
                if let Some((x, y)) = outline.at {
                    write(sheet, &class, (&tile.label, text), (x + left, y + top), outline.room);
                }
            }
        });
    })
}

/// Writes the name over the value around a point, or the value alone, as far as there is room.
fn write(
    sheet: &Sheet<'_>,
    class: &str,
    (name, value): (&str, &str),
    (x, y): (f64, f64),
    (wide, tall): (f64, f64),
) {
    let (line, wide, tall) = (BODY * measure::LINE, SLACK * wide, SLACK * tall);
    if measure::width(value, BODY) > wide || line > tall {
        return;
    }
    let short = measure::abbreviate(name);
    let name = Wrapped::new(name, SMALL, wide, NAME_LINES).or(&short, SMALL, wide, NAME_LINES);
    let names = name.height(SMALL);
    let named = !name.shortened() && names + line <= tall;
    if named {
        let at = (x, y - line / 2.0);
        sheet.lines(&format!("on small {class}"), at, HPos::Center, SMALL, &name);
    }
    let at = (x, if named { y + names / 2.0 } else { y });
    sheet.text(Look::new(format!("on strong {class}")), at, HPos::Center, BODY, value);
}
