//! `[[year]]`: reports of earlier years, each a site folder kept as it was when it was published.

use serde::Deserialize;
use toml::Spanned;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId};
use crate::model::ids::Year;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct YearSpec {
    year: Spanned<i64>,
    folder: Option<String>,
}

/// The report of an earlier year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastYear {
    /// The year: the current one of its methodology.
    pub year: Year,
    /// Its site folder, as seen from this one.
    pub folder: String,
    /// Where it was written.
    pub place: Place,
}

/// The years, the latest first; the same one twice and impossible ones are faults.
pub(super) fn years(
    specs: Vec<YearSpec>,
    source: SourceId,
    faults: &mut Diagnostics,
) -> Vec<PastYear> {
    let mut years: Vec<PastYear> = Vec::new();
    for spec in specs {
        let place = Place::span(source, spec.year.span());
        let Some(year) = Year::parse(&spec.year.get_ref().to_string()) else {
            let fault = Diagnostic::new(Code::BadYear).at(place);
            faults.push(fault.with("value", spec.year.get_ref()).with("column", "year"));
            continue;
        };
        if let Some(first) = years.iter().find(|known| known.year == year) {
            let fault = Diagnostic::new(Code::RepeatedReportYear).at(place);
            faults.push(fault.with("value", year).see_also(first.place));
            continue;
        }
        let folder = spec.folder.unwrap_or_else(|| format!("years/{year}"));
        years.push(PastYear { year, folder, place });
    }
    years.sort_by_key(|past| std::cmp::Reverse(past.year));
    years
}
