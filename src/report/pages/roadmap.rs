//! The roadmap of a school: what it works from. Tasks, their activities, terms and states.

use super::super::listings::{bare_table, column, missing_legend};
use super::super::view::{
    Block, Cell, Fact, Label, Link, Page, PageKind, Row, RowRole, Section, Table,
};
use super::super::{Report, count};
use super::{PageId, empty, section};
use crate::method::RoadmapState;
use crate::model::ids::SchoolIx;
use crate::model::programme::Activity;

/// The path of a school's roadmap.
pub(super) fn path(report: &Report<'_>, ix: SchoolIx) -> String {
    format!("roadmaps/{}.html", report.published.school(ix).id)
}

pub(super) fn page(report: &Report<'_>, ix: SchoolIx) -> Page {
    let published = report.published;
    let school = published.school(ix);
    let name = report.name(&school.name);
    let title = report.say("roadmap-of", &[("school", name.as_str().into())]);
    let mut page = empty(PageKind::Roadmap, path(report, ix), title);
    page.over = Some(report.municipality_name(school.municipality));
    page.menu = Some("roadmaps/index.html".to_owned());
    page.crumbs = vec![
        report.home(),
        report.link_to("roadmaps", "roadmaps/index.html"),
        Link { text: name, to: format!("schools/{}.html", school.id) },
    ];
    let fellow = |page: &PageId| match page {
        PageId::Roadmap(ix) => Some(*ix),
        _ => None,
    };
    let fellows: Vec<SchoolIx> = report.pages.iter().filter_map(fellow).collect();
    (page.previous, page.next) = Report::around(&fellows, &ix, |ix| Link {
        text: report.name(&published.school(*ix).name),
        to: path(report, *ix),
    });
    let counts = report.activities(&[ix]);
    page.lead = vec![report.roadmap_sentence(&counts)];
    let shown = |state: &RoadmapState| counts.is_told() && counts.of(*state) > 0;
    page.facts = RoadmapState::ALL
        .into_iter()
        .filter(shown)
        .map(|state| Fact {
            title: report.roadmap_title(state).to_owned(),
            value: report.text.count(counts.of(state)),
            ..Fact::default()
        })
        .collect();
    page.sections.extend(stages(report, ix));
    page.sections.extend(activities(report, ix));
    page
}

/// The stages of the programme, on the roadmap and on the school's page.
pub(super) fn stages(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let (sentence, table) = report.stages_table(ix)?;
    Some(section("stages", report.get("stages"), vec![sentence], vec![Block::Table(table)]))
}

/// What is said of an activity beside its term and state.
#[derive(Clone, Copy)]
enum Said {
    Indicator,
    Responsible,
    Risk,
}

impl Said {
    const ALL: [Self; 3] = [Self::Indicator, Self::Responsible, Self::Risk];

    fn id(self) -> &'static str {
        match self {
            Self::Indicator => "indicator",
            Self::Responsible => "responsible",
            Self::Risk => "risk",
        }
    }

    fn title(self, report: &Report<'_>) -> String {
        match self {
            Self::Indicator => report.get("roadmap-indicator"),
            Self::Responsible => report.get("roadmap-responsible"),
            Self::Risk => report.get("roadmap-risk"),
        }
    }

    fn of<'a>(self, report: &'a Report<'_>, activity: &Activity<'a>) -> Option<&'a str> {
        match self {
            Self::Indicator => activity.indicator,
            Self::Responsible => activity.responsible,
            Self::Risk => risk_name(report, activity.risk?),
        }
    }
}

/// Activities under their tasks. What the activities of every task have in common is said once,
/// under the task.
fn activities(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let roadmaps = report.published.roadmaps()?;
    let mut tasks: Vec<(&str, Vec<Activity<'_>>)> = Vec::new();
    for activity in roadmaps.of_school(ix) {
        match tasks.iter_mut().find(|(task, _)| *task == activity.task) {
            Some((_, of)) => of.push(activity),
            None => tasks.push((activity.task, vec![activity])),
        }
    }
    let n: usize = tasks.iter().map(|(_, of)| of.len()).sum();
    let said = |said: &Said| {
        let mut all = tasks.iter().flat_map(|(_, of)| of);
        all.any(|activity| said.of(report, activity).is_some())
    };
    let shared = |said: &Said| {
        let same = |(_, of): &(&str, Vec<Activity<'_>>)| {
            let first = of.first().map(|first| said.of(report, first));
            of.iter().all(|activity| Some(said.of(report, activity)) == first)
        };
        tasks.iter().all(same) && tasks.len() < n
    };
    let (once, each): (Vec<Said>, Vec<Said>) = Said::ALL.into_iter().filter(said).partition(shared);

    let mut table = table(report, &each);
    for (task, of) in &tasks {
        let at = table.rows.len();
        table.rows.push(task_row(report, task, &once, of, at));
        let row = |(on, activity)| activity_row(report, activity, &each, at + 1 + on);
        let mut rows: Vec<Row> = of.iter().enumerate().map(row).collect();
        (0..each.len()).for_each(|column| merge(&mut rows, column + 2));
        table.rows.extend(rows);
    }
    table.legend = missing_legend(&table);
    table.sources = report.source_names(&[roadmaps.rows().source()]);
    let title = report.get("roadmap-activities");
    let args = [("tasks", count(tasks.len())), ("n", count(n))];
    let lead = vec![report.say("roadmap-tasks", &args)];
    Some(section("activities", title, lead, vec![Block::Table(table)]))
}

fn table(report: &Report<'_>, each: &[Said]) -> Table {
    let mut columns = vec![
        column("term", report.get("roadmap-term"), false),
        column("state", report.status_title(), false),
    ];
    columns.extend(each.iter().map(|said| column(said.id(), said.title(report), false)));
    let caption = report.get("roadmap-activities");
    let mut table = bare_table("roadmap", caption, report.get("roadmap-task"), columns);
    table.base = Some(report.get("roadmap-base-all"));
    table
}

fn task_row(report: &Report<'_>, task: &str, once: &[Said], of: &[Activity<'_>], at: usize) -> Row {
    let said = |said: &Said| {
        let (title, text) = (said.title(report), report.name(said.of(report, of.first()?)?));
        let args = [("title", title.as_str().into()), ("text", text.as_str().into())];
        Some(Cell::text(report.say("roadmap-said", &args)))
    };
    Row {
        id: format!("task-{at}"),
        title: Label::text(report.name(task)),
        role: RowRole::Group,
        cells: once.iter().filter_map(said).collect(),
    }
}

fn activity_row(report: &Report<'_>, activity: &Activity<'_>, each: &[Said], at: usize) -> Row {
    let mut cells = vec![report.term_cell(activity), report.roadmap_cell(activity)];
    cells.extend(each.iter().map(|said| report.words_cell(said.of(report, activity))));
    Row {
        id: format!("activity-{at}"),
        title: Label::text(report.name(activity.title)),
        role: RowRole::Body,
        cells,
    }
}

/// Cells of a column that say the same one after another become one, as in the printed roadmap.
fn merge(rows: &mut [Row], column: usize) {
    for same in rows.chunk_by_mut(|a, b| a.cells[column].text == b.cells[column].text) {
        let n = same.len();
        for (at, row) in same.iter_mut().enumerate() {
            row.cells[column].rows = if at == 0 { n } else { 0 };
        }
    }
}

/// The name of a risk of the catalogue.
fn risk_name<'a>(report: &'a Report<'_>, id: &str) -> Option<&'a str> {
    let catalogue = report.published.data("risk_catalogue")?;
    let (key, name) = (catalogue.column("id")?, catalogue.column("name")?);
    let found = |row: &usize| catalogue.value(*row, key).text() == Some(id);
    catalogue.value((0..catalogue.len()).find(found)?, name).text()
}
