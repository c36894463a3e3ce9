//! The programmes of many schools: the indexes of roadmaps and targets, and a municipality's part.

use super::super::listings::{bare_table, choice, column, missing_legend};
use super::super::programme::{count_cell, day_cell};
use super::super::view::{
    Block, Cell, Column, Label, Page, PageKind, Row, RowRole, Section, Table,
};
use super::super::{Report, count};
use super::{empty, roadmap, section};
use crate::method::{RoadmapState, TargetState};
use crate::model::date::Date;
use crate::model::ids::{MunicipalityIx, SchoolIx};
use crate::model::programme::Activity;
use crate::model::tabulation::{Heading, HeadingRole};
use crate::text::Arg;

/// The path of the index of roadmaps.
pub(super) const ROADMAPS: &str = "roadmaps/index.html";
/// The path of the page of targets.
pub(super) const TARGETS: &str = "targets.html";

/// All roadmaps: by municipality, what is overdue and where, and school by school.
pub(super) fn roadmaps(report: &Report<'_>) -> Page {
    let schools = report.roadmap_schools();
    let mut page = empty(PageKind::Index, ROADMAPS.to_owned(), report.get("roadmaps"));
    page.menu = Some(ROADMAPS.to_owned());
    page.crumbs = vec![report.home()];
    let args = [("n", count(schools.len())), ("all", count(report.schools.len()))];
    let counts = report.activities(&schools);
    page.lead = vec![report.say("roadmaps-lead", &args), report.roadmap_sentence(&counts)];
    let state = RoadmapState::Overdue;
    let overdue = (state.id(), counts.is_judged().then(|| counts.of(state)));
    let table = "roadmap_by_municipality";
    page.sections.extend(counted(report, table, overdue, |n, all| {
        report.say("roadmaps-municipalities-lead", &[("n", n), ("all", all)])
    }));
    page.sections.extend(overdue_schools(report, &schools));
    page.sections.push(roadmap_schools(report, &schools));
    page
}

/// The section of a table of the report, begun by a sentence on how many of its rows count
/// something in a column. `all` is how many there are in all rows, if that can be told: there is no
/// sentence if it cannot, or if a table of the region's own with other columns has taken the place
/// of that of the report.
fn counted(
    report: &Report<'_>,
    id: &str,
    (column, all): (&str, Option<u32>),
    sentence: impl Fn(Arg<'static>, Arg<'static>) -> String,
) -> Option<Section> {
    let mut section = report.table_section(id)?;
    let table = report.published.table(id)?;
    let body = table.rows.iter().filter(|row| row.role == HeadingRole::Body);
    let counts = |row: &&Heading| {
        let cell = table.find(row.id.as_str(), column);
        cell.is_some_and(|cell| !cell.members.is_empty())
    };
    let n = body.clone().filter(counts).count();
    if report.published.shows_schools() && all.is_some_and(|all| (all > 0) == (n > 0)) {
        section.lead.insert(0, sentence(count(n), count(body.count())));
    }
    Some(section)
}

/// The open activities of a school that are in a state, by their day.
fn in_state<'a>(
    report: &'a Report<'_>,
    ix: SchoolIx,
    state: RoadmapState,
) -> Vec<(Date, Activity<'a>)> {
    let roadmaps = report.published.roadmaps();
    let own = roadmaps.into_iter().flat_map(move |roadmaps| roadmaps.of_school(ix));
    let own = own.filter(|activity| report.published.roadmap_state(activity) == state);
    let mut dated: Vec<_> = own.filter_map(|activity| Some((activity.due?, activity))).collect();
    dated.sort_by_key(|(due, activity)| (*due, activity.row));
    dated
}

/// A school with its municipality, leading to its roadmap.
fn roadmap_row(report: &Report<'_>, ix: SchoolIx, cells: impl IntoIterator<Item = Cell>) -> Row {
    let cells = std::iter::once(report.municipality_cell(ix)).chain(cells).collect();
    let mut row = report.school_row(ix, cells);
    row.title.link = Some(roadmap::path(report, ix));
    row
}

fn overdue_schools(report: &Report<'_>, schools: &[SchoolIx]) -> Option<Section> {
    let columns = vec![
        choice("municipality", report.get("report-municipality")),
        column("overdue", report.roadmap_title(RoadmapState::Overdue).to_owned(), true),
        column("activities", report.get("roadmaps-activities"), true),
        column("since", report.get("roadmaps-overdue-since"), false),
    ];
    let title = report.get("roadmaps-overdue");
    let mut table =
        bare_table("overdue-schools", title.clone(), report.get("report-school"), columns);
    let mut all = 0;
    for ix in schools {
        let overdue = in_state(report, *ix, RoadmapState::Overdue);
        let Some((first, _)) = overdue.first() else { continue };
        let counts = report.activities(&[*ix]);
        all += overdue.len();
        let cells = [
            count_cell(report, counts.of(RoadmapState::Overdue)),
            count_cell(report, counts.total()),
            day_cell(report, Some(*first)),
        ];
        table.rows.push(roadmap_row(report, *ix, cells));
    }
    let args = [("n", count(all)), ("schools", count(table.rows.len()))];
    let lead = vec![report.say("roadmaps-overdue-lead", &args)];
    table.base = Some(report.get("roadmaps-overdue-base"));
    let found = !table.rows.is_empty();
    found.then(|| section("overdue", title, lead, vec![Block::Table(table)]))
}

fn roadmap_schools(report: &Report<'_>, schools: &[SchoolIx]) -> Section {
    let all = report.activities(schools);
    let states: Vec<_> = RoadmapState::ALL.into_iter().filter(|s| all.of(*s) > 0).collect();
    let dated = report.published.date().is_some();
    let mut columns = vec![
        choice("municipality", report.get("report-municipality")),
        column("activities", report.get("roadmaps-activities"), true),
    ];
    let state = |s: &RoadmapState| column(s.id(), report.roadmap_title(*s).to_owned(), true);
    columns.extend(states.iter().map(state));
    if dated {
        columns.push(column("next", report.get("roadmaps-next"), false));
    }
    let title = report.get("roadmaps-schools");
    let mut table =
        bare_table("roadmap-schools", title.clone(), report.get("report-school"), columns);
    for ix in schools {
        let counts = report.activities(&[*ix]);
        let mut cells = vec![count_cell(report, counts.total())];
        cells.extend(states.iter().map(|s| count_cell(report, counts.of(*s))));
        if dated {
            cells.push(day_cell(report, next(report, *ix)));
        }
        table.rows.push(roadmap_row(report, *ix, cells));
    }
    table.legend = missing_legend(&table);
    table.base = Some(report.get("roadmaps-schools-base"));
    let through = |ix: &&SchoolIx| {
        let counts = report.activities(&[**ix]);
        counts.of(RoadmapState::Done) + counts.of(RoadmapState::Cancelled) == counts.total()
    };
    let through = schools.iter().filter(through).count();
    let lead = || report.say("roadmaps-schools-lead", &[("n", count(through))]);
    let lead = all.is_told().then(lead).into_iter().collect();
    section("schools", title, lead, vec![Block::Table(table)])
}

/// The nearest day, from the report's date on, by which something of a school's is to be done.
fn next(report: &Report<'_>, ix: SchoolIx) -> Option<Date> {
    use RoadmapState::{DueSoon, InProgress, Planned};
    let states = [DueSoon, InProgress, Planned];
    let days = states.iter().filter_map(|s| Some(in_state(report, ix, *s).first()?.0));
    days.min()
}

/// All targets: by municipality, one by one, and school by school.
pub(super) fn targets(report: &Report<'_>) -> Page {
    let schools = report.target_schools();
    let mut page = empty(PageKind::Index, TARGETS.to_owned(), report.get("targets"));
    page.menu = Some(TARGETS.to_owned());
    page.crumbs = vec![report.home()];
    let args = [("n", count(schools.len())), ("all", count(report.schools.len()))];
    let outcomes = report.outcomes(&schools);
    page.lead = vec![report.say("targets-lead", &args), report.targets_sentence(&outcomes)];
    let state = TargetState::NotMet;
    let missed = (state.id(), outcomes.is_told().then(|| outcomes.of(state)));
    page.sections.extend(counted(report, "targets_by_municipality", missed, |n, all| {
        report.say("targets-municipalities-lead", &[("n", n), ("all", all)])
    }));
    page.sections.extend(counted(report, "targets_by_indicator", missed, |n, all| {
        report.say("targets-indicators-lead", &[("n", n), ("all", all)])
    }));
    page.sections.push(target_schools(report, &schools));
    page
}

fn target_schools(report: &Report<'_>, schools: &[SchoolIx]) -> Section {
    let mut columns = vec![
        choice("municipality", report.get("report-municipality")),
        column("targets", report.get("targets-count"), true),
    ];
    let state = |s: TargetState| column(s.id(), report.target_title(s).to_owned(), true);
    columns.extend(TargetState::ALL.map(state));
    let title = report.get("targets-schools");
    let mut table =
        bare_table("target-schools", title.clone(), report.get("report-school"), columns);
    let mut missed = 0;
    for ix in schools {
        let outcomes = report.outcomes(&[*ix]);
        missed += usize::from(outcomes.of(TargetState::NotMet) > 0);
        let mut cells = vec![report.municipality_cell(*ix), count_cell(report, outcomes.total())];
        cells.extend(TargetState::ALL.map(|state| count_cell(report, outcomes.of(state))));
        let mut row = report.school_row(*ix, cells);
        row.title.link = row.title.link.map(|to| format!("{to}#targets"));
        table.rows.push(row);
    }
    table.base = Some(report.get("targets-schools-base"));
    let lead = || report.say("targets-schools-lead", &[("n", count(missed))]);
    let lead = report.outcomes(schools).is_told().then(lead).into_iter().collect();
    section("schools", title, lead, vec![Block::Table(table)])
}

/// The programmes of a municipality's schools: how far they are, and what is overdue.
pub(super) fn of_municipality(report: &Report<'_>, ix: MunicipalityIx) -> Option<Section> {
    let own = report.neighbours.get(&ix).map_or(&[][..], Vec::as_slice);
    let (activities, outcomes) = (report.activities(own), report.outcomes(own));
    let mut lead = Vec::new();
    if activities.total() > 0 {
        lead.push(report.roadmap_sentence(&activities));
    }
    if outcomes.total() > 0 {
        lead.push(report.targets_sentence(&outcomes));
    }
    if lead.is_empty() {
        return None;
    }
    let blocks = vec![
        Block::Table(own_schools(report, own, activities.total() > 0, outcomes.total() > 0)),
        Block::Table(own_overdue(report, own)),
    ];
    Some(section("programmes", report.get("programme-of-schools"), lead, blocks))
}

/// A municipality's schools that have a programme: activities and targets in numbers.
fn own_schools(report: &Report<'_>, own: &[SchoolIx], planned: bool, aimed: bool) -> Table {
    let shown = [RoadmapState::Done, RoadmapState::Overdue, RoadmapState::DueSoon];
    let under = |over: String, id: &str, title: &str| Column {
        spanner: Some(over),
        ..column(id, title.to_owned(), true)
    };
    let mut columns = Vec::new();
    if planned {
        let under = |id: &str, title: &str| under(report.get("roadmap"), id, title);
        columns.push(under("activities", &report.get("roadmaps-activities")));
        columns.extend(shown.map(|state| under(state.id(), report.roadmap_title(state))));
    }
    if aimed {
        let under = |id: &str, title: &str| under(report.get("targets"), id, title);
        columns.push(under("targets", &report.get("targets-count")));
        columns.extend(TargetState::ALL.map(|state| under(state.id(), report.target_title(state))));
    }
    let caption = report.get("programme-of-schools");
    let mut table = bare_table("programme-schools", caption, report.get("report-school"), columns);
    for ix in own {
        let (activities, outcomes) = (report.activities(&[*ix]), report.outcomes(&[*ix]));
        if activities.total() + outcomes.total() == 0 {
            continue;
        }
        let mut cells = Vec::new();
        if planned {
            cells.push(count_cell(report, activities.total()));
            cells.extend(shown.map(|s| count_cell(report, activities.of(s))));
        }
        if aimed {
            cells.push(count_cell(report, outcomes.total()));
            cells.extend(TargetState::ALL.map(|s| count_cell(report, outcomes.of(s))));
        }
        table.rows.push(report.school_row(*ix, cells));
    }
    table.base = Some(report.get("programme-schools-base"));
    table
}

/// What the schools of a municipality were to have done by the report's date.
fn own_overdue(report: &Report<'_>, own: &[SchoolIx]) -> Table {
    let columns = vec![
        column("term", report.get("roadmap-term"), false),
        column("responsible", report.get("roadmap-responsible"), false),
    ];
    let caption = report.get("programme-overdue");
    let corner = report.get("programme-school-activity");
    let mut table = bare_table("programme-overdue", caption, corner, columns);
    for ix in own {
        let overdue = in_state(report, *ix, RoadmapState::Overdue);
        let rows = overdue.into_iter().map(|(_, activity)| {
            let cells = vec![report.term_cell(&activity), report.words_cell(activity.responsible)];
            (activity.title, cells)
        });
        under_school(report, &mut table, *ix, "overdue", rows.collect());
    }
    table.legend = missing_legend(&table);
    table.base = Some(report.get("programme-overdue-base"));
    table
}

/// Activities of a school under its name, which leads to its roadmap; nothing if there are none.
fn under_school(
    report: &Report<'_>,
    table: &mut Table,
    ix: SchoolIx,
    id: &str,
    activities: Vec<(&str, Vec<Cell>)>,
) {
    if activities.is_empty() {
        return;
    }
    let school = report.published.school(ix);
    table.rows.push(Row {
        id: format!("{id}-of-{}", school.id),
        title: Label::link(report.name(&school.name), roadmap::path(report, ix)),
        role: RowRole::Group,
        cells: Vec::new(),
    });
    for (title, cells) in activities {
        let (id, title) = (format!("{id}-{}", table.rows.len()), Label::text(report.name(title)));
        table.rows.push(Row { id, title, role: RowRole::Body, cells });
    }
}

/// What schools do against a risk: the activities of their roadmaps that name it.
pub(super) fn against_risk(report: &Report<'_>, risk: &str) -> Option<Section> {
    let roadmaps = report.published.roadmaps()?;
    let columns = vec![
        column("term", report.get("roadmap-term"), false),
        column("state", report.status_title(), false),
    ];
    let title = report.get("programme-against-risk");
    let corner = report.get("programme-school-activity");
    let mut table = bare_table("against-risk", title.clone(), corner, columns);
    let (mut schools, mut all) = (0, 0);
    for ix in report.roadmap_schools() {
        let own = roadmaps.of_school(ix).filter(|activity| activity.risk == Some(risk));
        let rows = own.map(|activity| {
            let cells = vec![report.term_cell(&activity), report.roadmap_cell(&activity)];
            (activity.title, cells)
        });
        let rows: Vec<_> = rows.collect();
        (schools, all) = (schools + usize::from(!rows.is_empty()), all + rows.len());
        under_school(report, &mut table, ix, "against", rows);
    }
    table.legend = missing_legend(&table);
    table.base = Some(report.get("programme-against-risk-base"));
    table.sources = report.source_names(&[roadmaps.rows().source()]);
    let args = [("n", count(all)), ("schools", count(schools))];
    let lead = vec![report.say("programme-against-risk-lead", &args)];
    (all > 0).then(|| section("against", title, lead, vec![Block::Table(table)]))
}

/// What the overview says of the programmes of schools: how far they are on the report's date.
pub(super) fn of_region(report: &Report<'_>) -> Option<Section> {
    let activities = report.activities(&report.roadmap_schools());
    let outcomes = report.outcomes(&report.target_schools());
    let (planned, aimed) = (activities.total() > 0, outcomes.total() > 0);
    let said = [
        planned.then(|| (report.roadmap_sentence(&activities), ("roadmaps", ROADMAPS))),
        aimed.then(|| (report.targets_sentence(&outcomes), ("targets", TARGETS))),
    ];
    let (lead, links): (Vec<String>, Vec<_>) = said.into_iter().flatten().unzip();
    let links: Vec<_> = links.into_iter().map(|(key, to)| report.link_to(key, to)).collect();
    let title = report.get("programme-of-schools");
    (planned || aimed).then(|| section("programmes", title, lead, vec![Block::Links { links }]))
}
