//! A profile: for each row how far it reaches on a scale of a few named steps, and the signs it has.
//! The length and the word say the same, so that neither colour nor pattern is needed to read it.

use plotters::style::text_anchor::HPos;

use super::backend::Look;
use super::bars::GAP;
use super::legend::SIZE as KEY;
use super::pattern::Filler;
use super::sheet::{At, BODY, Picture, Sheet, WIDTH, Wrapped};
use super::{MISSING, measure, said, shape};
use crate::report::view::{Key, ProfileRow};

/// The widest scale; more steps are narrower.
const SCALE: f64 = 138.0;
const THICK: f64 = 13.0;
/// Between a label and its scale.
const UNDER: f64 = 3.0;
/// Between a scale and the next label.
const BETWEEN: f64 = 11.0;
/// Radius of a sign.
const RADIUS: f64 = 5.0;
/// From one sign of a row to the next.
const SIGN: f64 = 22.0;
/// Height of a line of the key.
const LINE: f64 = 18.0;
/// As many lines as the longest name of a risk needs.
const LINES: usize = 4;

/// Draws a row for each thing: its label, its scale, the word for it, its signs.
pub(super) fn draw(steps: &[Key], signs: &[String], rows: &[ProfileRow]) -> Picture {
    let labels: Vec<Wrapped> =
        rows.iter().map(|row| Wrapped::new(&row.label, BODY, WIDTH, LINES)).collect();
    let heights = labels.iter().map(|label| label.height(BODY) + UNDER + THICK + BETWEEN);
    let head = LINE * signs.len() as f64;
    let bottom = head + heights.sum::<f64>();
    let words = steps.iter().map(|step| step.title.as_str()).chain([MISSING]);
    let scale = Scale {
        filler: Filler::default(),
        steps,
        step: SCALE / steps.len().max(1) as f64,
        word: SCALE + GAP,
        signs: SCALE + 2.0 * GAP + measure::widest(words, BODY) + RADIUS + 2.0,
    };
    Picture::draw(WIDTH, bottom.max(1.0), |sheet| {
        for (at, meaning) in signs.iter().enumerate() {
            let y = LINE * (at as f64 + 0.5) - 2.0;
            sign(sheet, at, (RADIUS + 1.0, y), meaning);
            let words = measure::fit(meaning, KEY, WIDTH - 3.0 * RADIUS - GAP);
            let left = (2.0 * RADIUS + GAP + 2.0, y);
            sheet.text(Look::new("label key"), left, HPos::Left, KEY, &words);
        }
        let mut top = head;
        for (row, label) in rows.iter().zip(&labels) {
            let height = label.height(BODY);
            sheet.lines("label", (0.0, top + height / 2.0), HPos::Left, BODY, label);
            scale.draw(sheet, row, signs, top + height + UNDER + THICK / 2.0);
            top += height + UNDER + THICK + BETWEEN;
        }
        scale.filler.draw(sheet);
    })
}

/// The scale that all rows share.
struct Scale<'a> {
    filler: Filler<'a>,
    steps: &'a [Key],
    /// Width of a step.
    step: f64,
    /// Where the word begins.
    word: f64,
    /// The middle of the first sign.
    signs: f64,
}

impl Scale<'_> {
    fn draw(&self, sheet: &Sheet<'_>, row: &ProfileRow, signs: &[String], y: f64) {
        let (top, bottom) = (y - THICK / 2.0, y + THICK / 2.0);
        for at in 0..self.steps.len() {
            let left = self.step * at as f64;
            sheet.rect(Look::new("grid"), (left, top), (left + self.step, bottom));
        }
        let reached = row.step.and_then(|at| Some((at, self.steps.get(at)?)));
        match reached {
            Some((at, step)) => {
                let right = self.step * (at + 1) as f64;
                let title = Some(said(&row.label, &step.title));
                self.filler.rect(step.tone, title, (0.0, top), (right, bottom));
                let look = Look::new("value");
                sheet.text(look, (self.word, y), HPos::Left, BODY, &step.title);
            }
            None => {
                let look = Look::new("value missing");
                sheet.text(look, (self.word, y), HPos::Left, BODY, MISSING);
            }
        }
        for (at, meaning) in signs.iter().enumerate() {
            if row.signs.get(at) == Some(&true) {
                sign(sheet, at, (self.signs + SIGN * at as f64, y), meaning);
            }
        }
    }
}

/// The n-th sign: a diamond, a tick, then markers of other shapes.
fn sign(sheet: &Sheet<'_>, index: usize, (x, y): At, meaning: &str) {
    let look = Look::tone("mark outlined", "plain").titled(meaning);
    match index {
        0 => shape::marker(sheet, look, (x, y), 3, RADIUS),
        1 => {
            let tick = [(-1.0, 0.0), (-0.3, 0.8), (1.1, -0.9)];
            let at = tick.map(|(dx, dy)| (x + dx * RADIUS, y + dy * RADIUS));
            sheet.line(Look::tone("line tick", "plain").titled(meaning), at);
        }
        other => shape::marker(sheet, look, (x, y), other, RADIUS),
    }
}
