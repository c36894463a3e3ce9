//! A tile for each municipality, about where it lies, shaded by its value.

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::legend::{Legend, Swatch};
use super::pattern::{Filler, corners, hatch};
use super::sheet::{At, BODY, Picture, SMALL, Sheet, WIDTH, Wrapped};
use super::{MISSING, known, measure, said};
use crate::report::view::{Key, Tile};

const GAP: f64 = 3.0;
/// Narrower tiles would hold no name, wider ones would only be wider.
const NARROWEST: f64 = 46.0;
const WIDEST: f64 = 68.0;
/// A name takes so many lines at most; on narrow tiles, of which there are many rows, fewer.
const NAME_LINES: usize = 3;
const NARROW: f64 = 56.0;
const NARROW_LINES: usize = 2;
/// Room inside a tile, above and below, and at both sides.
const PADDING: f64 = 3.0;
const BESIDE: f64 = 1.0;
/// A tile is no lower than this part of its width.
const LOW: f64 = 0.75;
/// The theme has so many shades.
const SHADES: usize = 5;
/// Tone of tiles without a value.
const EMPTY: &str = "empty";
/// Tone of classes that are shades of one colour.
const PLAIN: &str = "plain";

/// Draws a tile for each municipality, each a link to its page.
pub(super) fn draw(tiles: &[Tile], scale: &[Key], root: &str) -> Picture {
    let columns = tiles.iter().map(|tile| tile.column + 1).max().unwrap_or(1);
    let rows = tiles.iter().map(|tile| tile.row + 1).max().unwrap_or(0);
    let side = ((WIDTH + GAP) / f64::from(columns) - GAP).clamp(NARROWEST, WIDEST);
    let lines = if side < NARROW { NARROW_LINES } else { NAME_LINES };
    let room = side - 2.0 * BESIDE;
    let names = tiles.iter().map(|tile| {
        let shorter = measure::abbreviate(&tile.label);
        Wrapped::new(&tile.label, SMALL, room, lines).or(&shorter, SMALL, room, lines)
    });
    let labels: Vec<Wrapped<'_>> = names.collect();
    // As low as its name and the value under it allow: a map that is seen at once says more.
    let tallest = labels.iter().map(|label| label.height(SMALL)).fold(0.0, f64::max);
    let tall = (LOW * side).max(tallest + BODY * measure::LINE + 2.0 * PADDING);
    let across = f64::from(columns) * (side + GAP) - GAP;
    let width = WIDTH.max(across);
    let legend = Legend::new(entries(tiles, scale), width);
    let left = (width - across) / 2.0;
    let height = legend.height + f64::from(rows) * (tall + GAP);
    let filler = Filler::default();
    Picture::draw(width, height, |sheet| {
        legend.draw(sheet, &filler);
        filler.draw(sheet);
        let corner = |tile: &Tile| {
            let x = left + f64::from(tile.column) * (side + GAP);
            (x, legend.height + f64::from(tile.row) * (tall + GAP))
        };
        for tile in tiles {
            let (x, y) = corner(tile);
            let (fill, frame) = (Fill::of(tile, scale), ((x, y), (x + side, y + tall)));
            sheet.link(format!("{root}{}", tile.link), said(&tile.title, &words(tile)), || {
                draw_tile(sheet, fill, frame);
            });
        }
        // Words of one class together: a group says their looks once.
        let mut written: Vec<(String, &Tile, &Wrapped<'_>)> = tiles
            .iter()
            .zip(&labels)
            .map(|(tile, label)| {
                (format!("on {}", Fill::of(tile, scale).class_name()), tile, label)
            })
            .collect();
        written.sort_by(|a, b| a.0.cmp(&b.0));
        let line = BODY * measure::LINE;
        let top = |label: &Wrapped<'_>| (tall - label.height(SMALL) - line) / 2.0;
        sheet.silently(|| {
            for (class, tile, label) in &written {
                let (x, y) = corner(tile);
                let at = (x + side / 2.0, y + top(label) + label.height(SMALL) / 2.0);
                sheet.lines(&format!("{class} small"), at, HPos::Center, SMALL, label);
            }
            for (class, tile, label) in &written {
                let (x, y) = corner(tile);
                let at = (x + side / 2.0, y + top(label) + label.height(SMALL) + line / 2.0);
                let text = known(&tile.point).map_or(MISSING, |point| point.text.as_str());
                let text = measure::fit(text, BODY, room);
                sheet.text(Look::new(format!("{class} strong")), at, HPos::Center, BODY, &text);
            }
        });
    })
}

/// What a tile is filled with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Fill<'a> {
    /// A shade of the one colour, lightest first.
    Shade(usize),
    /// A tone with a meaning of its own.
    Tone(&'a str),
}

impl<'a> Fill<'a> {
    /// Of a tile without a value, the tone that says so.
    pub(super) fn of(tile: &Tile, scale: &'a [Key]) -> Self {
        let class = known(&tile.point).and(tile.class);
        class.map_or(Self::Tone(EMPTY), |class| Self::class(class, scale))
    }

    fn class(class: usize, scale: &'a [Key]) -> Self {
        match scale.get(class) {
            Some(key) if key.tone != PLAIN => Self::Tone(key.tone),
            _ => Self::Shade(class.min(SHADES - 1)),
        }
    }

    /// The class that says it to style sheets.
    pub(super) fn class_name(self) -> String {
        match self {
            Self::Shade(class) => format!("scale-{class}"),
            Self::Tone(tone) => format!("tone-{tone}"),
        }
    }

    /// Draws the hatch of its tone, if it has one, over what closed lines bound.
    pub(super) fn hatch(self, sheet: &Sheet<'_>, rings: &[Vec<At>]) {
        if let Self::Tone(tone) = self {
            hatch(sheet, tone, rings);
        }
    }

    fn swatch(self) -> Swatch<'a> {
        match self {
            Self::Shade(class) => Swatch::Scale(class),
            Self::Tone(tone) => Swatch::Tone(tone),
        }
    }
}

/// The value of a tile with the counts behind it: «27 % (7 из 26)».
pub(super) fn words(tile: &Tile) -> String {
    let text = known(&tile.point).map_or(MISSING, |point| point.text.as_str());
    match &tile.detail {
        Some(detail) => format!("{text} ({detail})"),
        None => text.to_owned(),
    }
}

/// The entries of the legend: the classes, and the hatch if a tile has no value.
pub(super) fn entries<'a>(tiles: &[Tile], scale: &'a [Key]) -> Vec<(Swatch<'a>, &'a str)> {
    let classes = scale
        .iter()
        .enumerate()
        .map(|(i, key)| (Fill::class(i, scale).swatch(), key.title.as_str()));
    let missing = tiles.iter().any(|tile| Fill::of(tile, scale) == Fill::Tone(EMPTY));
    classes.chain(missing.then_some((Swatch::Tone(EMPTY), MISSING))).collect()
}

fn draw_tile(sheet: &Sheet<'_>, fill: Fill<'_>, (from, to): ((f64, f64), (f64, f64))) {
    sheet.rect(Look::new(format!("mark tile {}", fill.class_name())), from, to);
    fill.hatch(sheet, &[corners(from, to)]);
}
