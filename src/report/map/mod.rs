//! The map as the way in: one picture of the municipalities for each indicator, of which the reader
//! sees the one chosen.

mod areas;
mod indicators;
mod lines;
mod room;

use std::cmp::Ordering;

use super::figures::upper_end;
use super::view::{Block, Chart, Figure, Key, Outline, Point, Tile};
use super::{Report, count};
use crate::model::dataset::Municipality;
use crate::model::number::Fixed;
use crate::model::tone::Tone;

use indicators::{Colours, Value};
pub(super) use indicators::{Indicator, LISTED};

/// The classes of a scale of amounts; the theme has as many shades.
const CLASSES: usize = 5;

impl Report<'_> {
    /// The map of each indicator; `None` if no municipality has a place on it.
    pub(super) fn map(&self) -> Option<Block> {
        let placed = self.placed();
        let outlines = self.outlines();
        let names: Vec<String> =
            self.municipalities.iter().map(|ix| self.municipality_name(*ix)).collect();
        let indicators = self.indicators();
        let short = self.short_names();
        if placed.is_empty() && outlines.is_empty() || indicators.is_empty() {
            return None;
        }
        let figure = |(at, indicator): (usize, &Indicator)| Figure {
            number: None,
            id: if at == 0 { "map".to_owned() } else { format!("map-{}", at + 1) },
            title: indicator.title.clone(),
            finding: self.map_finding(indicator, &names),
            table: None,
            notes: Vec::new(),
            chart: self.picture(indicator, &short, &placed, &outlines),
        };
        let figures = indicators.iter().enumerate().map(figure).collect();
        let labels = indicators.iter().map(|indicator| indicator.short.clone()).collect();
        Some(Block::Choice { title: self.get("map-choice"), labels, figures })
    }

    /// The municipalities that have a tile: their order among all, and the tile.
    fn placed(&self) -> Vec<(usize, (u16, u16))> {
        let all = self.municipalities.iter().map(|ix| self.published.municipality(*ix));
        all.enumerate().filter_map(|(at, m)| Some((at, m.tile?))).collect()
    }

    /// The short name of each municipality.
    fn short_names(&self) -> Vec<String> {
        let all = self.municipalities.iter().map(|ix| self.published.municipality(*ix));
        let short: Vec<String> = all.clone().map(|m| short_name(&m.name)).collect();
        // «Чебаркульский ГО» and «Чебаркульский МР» are two places: their kinds tell them apart.
        let shared = |name: &String| short.iter().filter(|other| *other == name).count() > 1;
        let label = |(m, short): (&Municipality, &String)| match shared(short) {
            true => self.name(&m.name),
            false => short.clone(),
        };
        all.zip(&short).map(label).collect()
    }

    /// The borders where the site gives them, else the tiles.
    fn picture(
        &self,
        indicator: &Indicator,
        names: &[String],
        placed: &[(usize, (u16, u16))],
        outlines: &[(usize, Outline)],
    ) -> Chart {
        let step = step(indicator);
        let scale = self.scale(indicator, step);
        let tile = |at: usize, (column, row): (u16, u16)| {
            let value = &indicator.values[at];
            let municipality = self.published.municipality(self.municipalities[at]);
            Tile {
                column,
                row,
                label: names[at].clone(),
                title: self.name(&municipality.name),
                point: value.point.clone(),
                detail: value.detail.clone(),
                class: class(indicator.colours, value, step),
                link: format!("municipalities/{}.html", municipality.id),
            }
        };
        if outlines.is_empty() {
            let tiles = placed.iter().map(|(at, place)| tile(*at, *place)).collect();
            return Chart::Tiles { tiles, scale };
        }
        let tiles = outlines.iter().map(|(at, _)| tile(*at, (0, 0))).collect();
        let outlines = outlines.iter().map(|(_, outline)| outline.clone()).collect();
        Chart::Areas { tiles, outlines, scale }
    }

    fn scale(&self, indicator: &Indicator, step: f64) -> Vec<Key> {
        match indicator.colours {
            Colours::Amount => (0..CLASSES).map(|n| self.interval(step, n)).collect(),
            Colours::Direction => {
                let of = |key: &str, tone: Tone| Key { title: self.get(key), tone: tone.name() };
                vec![
                    of("map-less", Tone::Good),
                    of("map-same", Tone::Neutral),
                    of("map-more", Tone::Bad),
                ]
            }
        }
    }

    /// «от 20 %».
    fn interval(&self, step: f64, n: usize) -> Key {
        let from = Fixed { units: (step * n as f64) as i64, decimals: 0 };
        let from = self.text.percent(from);
        let title = self.say("map-from", &[("from", from.as_str().into())]);
        Key { title, tone: Tone::Plain.name() }
    }

    /// What is to be seen: where most and least, or how many rose and fell; and the region.
    fn map_finding(&self, indicator: &Indicator, names: &[String]) -> String {
        let mut finding = match indicator.colours {
            Colours::Amount => self.bars_finding(&indicator.named(names)),
            Colours::Direction => {
                let of = |wanted: Ordering| {
                    let values = indicator.values.iter().filter(|v| v.direction == Some(wanted));
                    count(values.count())
                };
                let (less, same) = (of(Ordering::Less), of(Ordering::Equal));
                let args = [("less", less), ("same", same), ("more", of(Ordering::Greater))];
                self.say("finding-change", &args)
            }
        };
        if indicator.region.point.is_some() {
            finding.push(' ');
            let value = &indicator.region.cell;
            let words = match (&indicator.region.point, indicator.colours) {
                (Some(point), Colours::Amount) => point.text.clone(),
                _ => value.text.clone(),
            };
            // «п. п.» ends with the stop of the sentence.
            let words = words.trim_end_matches('.');
            finding.push_str(&self.say("finding-region", &[("value", words.into())]));
        }
        if indicator.is_held_back() {
            finding.push(' ');
            finding.push_str(&self.get("finding-suppressed"));
        }
        finding
    }
}

/// How much of the scale a class of amounts takes.
fn step(indicator: &Indicator) -> f64 {
    let known = indicator.values.iter().filter_map(|value| Some(value.point.as_ref()?.value));
    upper_end(known) / CLASSES as f64
}

/// The class of a value in the scale of its indicator.
fn class(colours: Colours, value: &Value, step: f64) -> Option<usize> {
    match colours {
        Colours::Amount => {
            let of = |point: &Point| ((point.value / step) as usize).min(CLASSES - 1);
            value.point.as_ref().map(of)
        }
        Colours::Direction => value.direction.map(|direction| match direction {
            Ordering::Less => 0,
            Ordering::Equal => 1,
            Ordering::Greater => 2,
        }),
    }
}

/// A municipality's name without its kind: «Угличский», «Рыбинск».
fn short_name(name: &str) -> String {
    let is_kind =
        |word: &str| matches!(word, "г." | "МР" | "МО" | "ГО") || matches!(word, "район" | "округ");
    let words: Vec<_> = name.split_whitespace().filter(|word| !is_kind(word)).collect();
    words.join(" ")
}
