//! How figures about risks are made, on a school, a municipality and a risk.

use super::super::super::super::Report;
use super::super::super::super::view::Label;
use super::super::super::risks::{self, compared, difference};
use super::{name, nobody, path, say};
use crate::edition::PublishedStanding as Standing;
use crate::model::ids::{MunicipalityIx, SchoolIx, Year};
use crate::model::number::Share;
use crate::model::risks::{ProfileRow, Risk, RiskProfiles, Significance};

/// How much the profile of a school says: of the first by name that carried out a programme which it had
/// chosen, else of the first that has a profile.
pub(in crate::report::pages) fn of_profile(
    report: &Report<'_>,
    profiles: &RiskProfiles,
) -> Option<Label> {
    let shown = report.published.shows_schools();
    let year = profiles.years().last().copied().filter(|_| shown)?;
    let own = |school: &SchoolIx| profiles.of_school(*school).iter().filter(|row| row.year == year);
    let whole = |row: &ProfileRow| row.chosen == Some(true) && row.programme_done == Some(true);
    let schools = || report.schools.iter().filter(|school| own(school).next().is_some());
    let found = schools().find(|school| own(school).any(whole)).or(schools().next());
    let Some(school) = found else { return Some(nobody(report)) };
    let n = |says: &dyn Fn(&ProfileRow) -> bool| {
        own(school).filter(|row| says(row)).count().to_string()
    };
    let of = |level| n(&|row| row.level == Some(level));
    let words = [
        ("school", name(report, *school)),
        ("year", year.to_string()),
        ("high", of(Significance::High)),
        ("medium", of(Significance::Medium)),
        ("low", of(Significance::Low)),
        ("chosen", n(&|row| row.chosen == Some(true))),
        ("done", n(&|row| row.programme_done == Some(true))),
    ];
    let text = say(report, "method-example-profile", &words);
    Some(Label::link(text, path(report, *school)))
}

/// A share and what it is of: the first municipality by name where some school has a risk high.
pub(in crate::report::pages) fn of_shares(
    report: &Report<'_>,
    profiles: &RiskProfiles,
) -> Option<Label> {
    let shown = report.published.shows_schools();
    let year = profiles.years().last().copied().filter(|_| shown)?;
    let high = |ix: MunicipalityIx, risk: &Risk| {
        let table = format!("risk_{}_municipalities", risk.id);
        let id = report.published.municipality(ix).id.as_str();
        report.share_of_cell(&table, id, "high").filter(|share| share.count() > 0)
    };
    let pairs = report
        .municipalities
        .iter()
        .flat_map(|ix| profiles.catalogue().iter().map(move |risk| (*ix, risk)));
    let found: Option<(MunicipalityIx, &Risk, Share)> =
        pairs.into_iter().find_map(|(ix, risk)| Some((ix, risk, high(ix, risk)?)));
    let Some((ix, risk, share)) = found else { return Some(nobody(report)) };
    let words = [
        ("municipality", report.municipality_name(ix)),
        ("year", year.to_string()),
        ("risk", report.quoted(&report.name(&risk.name))),
        ("of", report.schools_of(share)),
        ("all", report.neighbours.get(&ix).map_or(0, Vec::len).to_string()),
    ];
    let to = format!("municipalities/{}.html", report.published.municipality(ix).id);
    Some(Label::link(say(report, "method-example-shares", &words), to))
}

/// The first school by name that was on the list of a year, carried out a programme of that year's
/// profile, and can be followed to the next list.
pub(in crate::report::pages) fn of_effect(
    report: &Report<'_>,
    profiles: &RiskProfiles,
    year: Year,
) -> Option<Label> {
    if !report.published.shows_schools() {
        return None;
    }
    let next = Year(year.0 + 1);
    let followed = |school: &SchoolIx| {
        let own = profiles.of_school(*school).iter();
        let row =
            own.into_iter().find(|row| row.year == year && row.programme_done == Some(true))?;
        let [before, after] = [year, next].map(|year| report.published.standing(*school, year));
        let known = matches!(before, Standing::On(_)) && after != Standing::Unknown;
        known.then_some((*school, row.risk, before, after))
    };
    let Some((school, risk, before, after)) = report.schools.iter().find_map(followed) else {
        return Some(nobody(report));
    };
    let words = [
        ("school", name(report, school)),
        ("risk", report.quoted(&report.name(&profiles.catalogue()[risk].name))),
        ("from", year.to_string()),
        ("before", report.standing_mark(before).title),
        ("to", next.to_string()),
        ("after", report.standing_mark(after).title),
    ];
    Some(Label::link(say(report, "method-example-effect", &words), path(report, school)))
}

/// The first risk of the catalogue with enough schools in both groups: their shares, and the interval
/// of the difference.
pub(in crate::report::pages) fn of_difference(
    report: &Report<'_>,
    profiles: &RiskProfiles,
) -> Option<Label> {
    if !report.published.shows_schools() {
        return None;
    }
    let small = report.published.method().statistics.small;
    let judged = |risk: &Risk| {
        let (programme, without) = compared(report, risk)?;
        (programme.base().min(without.base()) >= small).then_some((programme, without))
    };
    let found = profiles.catalogue().iter().find_map(|risk| Some((risk, judged(risk)?)));
    let Some((risk, (programme, without))) = found else {
        let words = [("small", small.to_string())];
        return Some(Label::text(say(report, "method-example-few", &words)));
    };
    let words = [
        ("risk", report.quoted(&report.name(&risk.name))),
        ("said", difference(report, programme, without)),
    ];
    let text = say(report, "method-example-difference", &words);
    Some(Label::link(text, risks::path(risk)))
}
