//! Faults for programs: one JSON object a line, each fault on its own.

use serde::Serialize;

use super::locate::{Locator, Spot};
use crate::diag::{Diagnostics, Severity};
use crate::source::Sources;
use crate::text::Text;

#[derive(Serialize)]
struct Line<'a> {
    code: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    place: Place<'a>,
    message: String,
    help: String,
    related: Vec<Place<'a>>,
}

/// `line` and `column` count lines and characters of a text, rows and columns of a sheet; `cell` is
/// the address on a sheet.
#[derive(Default, Serialize)]
struct Place<'a> {
    file: Option<&'a str>,
    sheet: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    cell: Option<String>,
    header: Option<&'a str>,
}

impl<'a> From<Spot<'a>> for Place<'a> {
    fn from(spot: Spot<'a>) -> Self {
        let cell = spot.address();
        let Spot { file, sheet, line, column, header, .. } = spot;
        Self { file: Some(file), sheet, line, column, cell, header }
    }
}

/// All faults as JSON, most serious first.
pub fn print(faults: &Diagnostics, sources: &Sources, text: &Text) -> String {
    let mut locator = Locator::new(sources);
    let mut out = String::new();
    for fault in faults.sorted() {
        let mut place = |place| locator.spot(place).map(Place::from);
        let line = Line {
            code: fault.code.name(),
            severity: match fault.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Notice => "notice",
            },
            place: fault.place.and_then(&mut place).unwrap_or_default(),
            message: text.problem(fault),
            help: text.advice(fault),
            related: fault.related.iter().filter_map(|p| place(*p)).collect(),
        };
        // Texts and numbers cannot fail to serialise.
        out += &serde_json::to_string(&line).unwrap_or_default();
        out.push('\n');
    }
    out
}
