//! Rules of early warning, each on a school that it flags.

use super::super::super::super::Report;
use super::super::super::super::view::Label;
use super::{ENOUGH, name, nobody, path, say};
use crate::edition::Alarm;
use crate::method::{Warning, WarningState};
use crate::model::ids::SchoolIx;

/// The first school by name that a rule flags, if it can by results of enough participants, with the
/// results that decide; `None` where no school can be judged.
pub(in crate::report::pages) fn of_warning(
    report: &Report<'_>,
    warning: &Warning,
) -> Option<Label> {
    let year = report.published.method().years.list;
    report.flagged(warning, year).filter(|_| report.published.shows_schools())?;
    let flags = |school: &SchoolIx| {
        let alarm = report.alarm(warning, *school);
        (alarm.state == WarningState::Flagged).then_some((*school, alarm))
    };
    let enough = |(_, alarm): &(SchoolIx, Alarm<'_>)| {
        let mut results = alarm.reasons.iter().flat_map(|reason| &reason.results);
        results.all(|result| result.share.base() >= ENOUGH)
    };
    let flagged: Vec<_> = report.schools.iter().filter_map(flags).collect();
    let Some((school, alarm)) = flagged.iter().find(|of| enough(of)).or(flagged.first()) else {
        return Some(nobody(report));
    };
    let words = [("school", name(report, *school)), ("reason", report.reason(warning, alarm))];
    let text = say(report, "method-example-flagged", &words);
    Some(Label::link(text, path(report, *school)))
}
