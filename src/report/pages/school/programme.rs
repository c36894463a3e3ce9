//! The programme of a school on its own page: what is overdue and next, targets, stages.

use super::super::super::Report;
use super::super::super::listings::{bare_table, column};
use super::super::super::view::{Block, Fact, Label, Row, RowRole, Section};
use super::super::{roadmap, section as make_section};
use crate::method::{RoadmapState, TargetState};
use crate::model::date::Date;
use crate::model::ids::SchoolIx;
use crate::model::programme::Activity;

pub(super) fn sections(report: &Report<'_>, ix: SchoolIx) -> impl Iterator<Item = Section> {
    let parts = [roadmap_section(report, ix), targets(report, ix), roadmap::stages(report, ix)];
    parts.into_iter().flatten()
}

/// What is done of what is planned, and how many targets are met.
pub(super) fn facts(report: &Report<'_>, ix: SchoolIx) -> Vec<Fact> {
    let (activities, outcomes) = (report.activities(&[ix]), report.outcomes(&[ix]));
    let of = |n: u32| Some(report.say("roadmap-fact-base", &[("n", n.into())]));
    let mut facts = Vec::new();
    if activities.is_told() {
        let overdue = activities.of(RoadmapState::Overdue);
        let late = || report.say("roadmap-fact-overdue", &[("n", overdue.into())]);
        facts.push(Fact {
            title: report.get("roadmap-fact"),
            value: report.text.count(activities.of(RoadmapState::Done)),
            base: of(activities.total()),
            change: (overdue > 0).then(late),
            mark: (overdue > 0).then(|| report.roadmap_mark(RoadmapState::Overdue)),
            link: Some(roadmap::path(report, ix)),
            ..Fact::default()
        });
    }
    if outcomes.is_told() {
        facts.push(Fact {
            title: report.get("targets-fact"),
            value: report.text.count(outcomes.of(TargetState::Met)),
            base: of(outcomes.total()),
            link: Some(format!("schools/{}.html#targets", report.published.school(ix).id)),
            ..Fact::default()
        });
    }
    facts
}

fn roadmap_section(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let counts = report.activities(&[ix]);
    if counts.total() == 0 {
        return None;
    }
    let columns = vec![
        column("term", report.get("roadmap-term"), false),
        column("responsible", report.get("roadmap-responsible"), false),
        column("state", report.status_title(), false),
    ];
    let caption = report.get("roadmap-urgent");
    let mut table = bare_table("urgent", caption, report.get("roadmap-activity"), columns);
    for activity in urgent(report, ix) {
        table.rows.push(Row {
            id: format!("urgent-{}", table.rows.len() + 1),
            title: Label::text(report.name(activity.title)),
            role: RowRole::Body,
            cells: vec![
                report.term_cell(&activity),
                report.words_cell(activity.responsible),
                report.roadmap_cell(&activity),
            ],
        });
    }
    table.base = Some(report.get("roadmap-base-urgent"));
    let links = vec![report.link_to("roadmap-whole", &roadmap::path(report, ix))];
    let lead = vec![report.roadmap_sentence(&counts)];
    let blocks = vec![Block::Table(table), Block::Links { links }];
    Some(make_section("roadmap", report.get("roadmap"), lead, blocks))
}

/// Open activities that are overdue or due soon, by their day; if none is due soon, those that
/// come next.
fn urgent<'a>(report: &'a Report<'_>, ix: SchoolIx) -> Vec<Activity<'a>> {
    let Some(roadmaps) = report.published.roadmaps() else { return Vec::new() };
    let Some(date) = report.published.date() else { return Vec::new() };
    let open = |activity: &Activity<'_>| {
        use RoadmapState::{Cancelled, Done, Unknown};
        !matches!(report.published.roadmap_state(activity), Done | Cancelled | Unknown)
    };
    let dated = |activity: Activity<'a>| activity.due.map(|due| (due, activity));
    let mut open: Vec<(Date, Activity<'_>)> =
        roadmaps.of_school(ix).filter(open).filter_map(dated).collect();
    open.sort_by_key(|(due, activity)| (*due, activity.row));
    let soon = i32::from(report.published.method().roadmap.soon);
    let next = open.iter().map(|(due, _)| *due).find(|due| *due >= date);
    let until = |due: Date| date.days_until(due) <= soon || Some(due) == next;
    open.into_iter().filter(|(due, _)| until(*due)).map(|(_, activity)| activity).collect()
}

fn targets(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let table = report.targets_table(ix)?;
    let lead = vec![report.targets_sentence(&report.outcomes(&[ix]))];
    Some(make_section("targets", report.get("targets"), lead, vec![Block::Table(table)]))
}
