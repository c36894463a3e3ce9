//! What the schools of the region did in a procedure: how many moved which way, and who had no
//! participants. Both count schools, so only editions that show schools have them.

use super::super::listings::{bare_table, choice, column};
use super::super::view::{Block, Cell, Label, Row, RowRole, Section};
use super::super::{Report, count};
use super::section;
use crate::method::DynamicsKind;
use crate::model::ids::{ProcedureIx, SchoolIx, Year};
use crate::model::number::Share;
use crate::model::tabulation::Show;

/// Schools by their type of change, each with its share; nothing where years are not compared. Schools
/// of which the edition holds a result back have a row of their own.
pub(super) fn by_change(report: &Report<'_>, ix: ProcedureIx) -> Option<Section> {
    let published = report.published;
    if !published.shows_schools() || !published.is_comparable(ix) {
        return None;
    }
    let known = |school: &SchoolIx| !published.holds_back_change(*school, ix);
    let known = report.schools.iter().copied().filter(known);
    let kinds: Vec<DynamicsKind> = known.map(|school| published.dynamics(school, ix)).collect();
    let of = |kind| kinds.iter().filter(|one| **one == kind).count();
    if of(DynamicsKind::NoParticipants) == kinds.len() {
        return None;
    }
    let (all, held) = (report.schools.len(), report.schools.len() - kinds.len());
    let cell = |n: usize| {
        let share = Share::new(u32::try_from(n).ok()?, u32::try_from(all).ok()?)?;
        Some(Cell { bar: true, ..report.share_cell(share, Show::Both) })
    };
    let title = report.get("procedure-changes");
    let columns = vec![column("schools", report.get("report-schools"), true)];
    let mut table = bare_table("changes", title.clone(), report.get("method-type"), columns);
    table.base = Some(report.say("procedure-changes-base", &[("n", count(all))]));
    for kind in DynamicsKind::ALL {
        let words = published.method().dynamics.title(kind).to_owned();
        table.rows.push(Row {
            id: kind.id().to_owned(),
            title: Label { mark: Some(report.dynamics_mark(kind)), ..Label::text(words) },
            role: RowRole::Body,
            cells: vec![cell(of(kind))?],
        });
    }
    if held > 0 {
        let title = Label::text(report.get("procedure-changes-held"));
        let cells = vec![cell(held)?];
        table.rows.push(Row { id: "held".to_owned(), title, role: RowRole::Body, cells });
    }
    let years = published.method().years;
    let (from, to) = (years.baseline.to_string(), years.current.to_string());
    let lead = report.say(
        "procedure-changes-finding",
        &[
            ("from", from.as_str().into()),
            ("to", to.as_str().into()),
            ("fell", count(of(DynamicsKind::Positive))),
            ("zero", count(of(DynamicsKind::Zero))),
            ("rose", count(of(DynamicsKind::Negative))),
            ("same", count(of(DynamicsKind::Neutral))),
        ],
    );
    Some(section("by-change", title, vec![lead], vec![Block::Table(table)]))
}

/// Schools without participants in the current year, though the procedure was held; the last year
/// in which they had some is told, for a school may have stopped.
pub(super) fn without(report: &Report<'_>, ix: ProcedureIx) -> Option<Section> {
    let (published, year) = (report.published, report.published.method().years.current);
    let took_part = |school: &SchoolIx, year: Year| {
        published.school_share(*school, ix, year).is_some()
            || published.holds_back(*school, ix, year)
    };
    let schools: Vec<SchoolIx> =
        report.schools.iter().filter(|school| !took_part(school, year)).copied().collect();
    let nobody = schools.is_empty() || schools.len() == report.schools.len();
    if !published.shows_schools() || nobody {
        return None;
    }
    let year = year.to_string();
    let title = report.say("procedure-without", &[("year", year.as_str().into())]);
    let columns = vec![
        choice("municipality", report.get("report-municipality")),
        column("last", report.get("procedure-without-last"), false),
    ];
    let mut table = bare_table("without", title.clone(), report.get("report-school"), columns);
    table.base = Some(report.say("procedure-changes-base", &[("n", count(report.schools.len()))]));
    for school in &schools {
        let years = published.tested_years().iter().rev();
        let last = years.copied().find(|year| took_part(school, *year));
        let words = last.map_or_else(|| report.get("procedure-without-ever"), |y| y.to_string());
        let cells = vec![report.municipality_cell(*school), Cell::text(words)];
        table.rows.push(report.school_row(*school, cells));
    }
    let lead = report.say(
        "procedure-without-finding",
        &[
            ("year", year.as_str().into()),
            ("n", count(schools.len())),
            ("all", count(report.schools.len())),
        ],
    );
    Some(section("without-section", title, vec![lead], vec![Block::Table(table)]))
}
