//! Markers that differ in shape, so that series differ without colour.

use super::backend::Look;
use super::sheet::{At, Sheet};

/// Draws the marker of the n-th series; past the fifth they repeat.
pub(super) fn marker(sheet: &Sheet<'_>, look: Look, (x, y): At, index: usize, radius: f64) {
    let around = |points: &[At]| -> Vec<At> {
        points.iter().map(|(dx, dy)| (x + dx * radius, y + dy * radius)).collect()
    };
    match index % 5 {
        0 => sheet.circle(look, (x, y), radius),
        1 => sheet.polygon(look, around(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])),
        2 => sheet.polygon(look, around(&[(0.0, -1.2), (1.1, 0.8), (-1.1, 0.8)])),
        3 => sheet.polygon(look, around(&[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)])),
        _ => sheet.polygon(look, around(&[(-1.1, -0.8), (1.1, -0.8), (0.0, 1.2)])),
    }
}
