//! The frame of support: what schools of each cluster are offered, how many there are, and who is
//! responsible.

use super::super::listings::{bare_table, column};
use super::super::marks::mark;
use super::super::view::{
    Block, Frame, FrameCell, FrameColumn, FrameGroup, FrameRow, Link, Mark, Page, PageKind, Section,
};
use super::super::{Report, count};
use super::{FRAME, empty, section};
use crate::edition::PublishedStanding as Standing;
use crate::model::ids::SchoolIx;
use crate::model::management::Direction;
use crate::model::tone::Tone;

/// A cluster that the frame offers something to.
struct Column<'a> {
    id: &'a str,
    title: &'a str,
    mark: Mark,
    standing: Standing,
}

/// The clusters of the frame, the most severe first, schools outside the list last.
fn columns<'r>(report: &'r Report<'_>) -> Vec<Column<'r>> {
    let rules = &report.published.method().clusters;
    let clusters = rules.clusters.iter().enumerate().rev().map(|(at, cluster)| Column {
        id: &cluster.id,
        title: &cluster.title,
        mark: mark(cluster.tone, &cluster.title),
        standing: Standing::On(u16::try_from(at).ok()),
    });
    let outside = Column {
        id: &rules.outside_id,
        title: &rules.outside_title,
        mark: mark(Tone::Level0, &rules.outside_title),
        standing: Standing::Off,
    };
    let directions = &report.published.management().frame.directions;
    let offered = |column: &Column<'_>| directions.iter().any(|d| d.cell(column.id).is_some());
    clusters.chain([outside]).filter(offered).collect()
}

pub(super) fn page(report: &Report<'_>) -> Page {
    let published = report.published;
    let directions = &published.management().frame.directions;
    let columns = columns(report);
    let mut page = empty(PageKind::Frame, FRAME.to_owned(), report.get("report-frame"));
    page.menu = Some(FRAME.to_owned());
    page.crumbs = vec![report.home()];
    let args = [("n", count(directions.len())), ("clusters", count(columns.len()))];
    page.lead = vec![report.say("frame-lead", &args)];
    let list = published.method().years.list;
    let listed = report.listed(&report.schools, list);
    let year = list.to_string();
    let base = listed.map(|listed| {
        let of = report.of_base(listed);
        report.say("frame-base", &[("year", (&year).into()), ("of", (&of).into())])
    });
    let heads = columns.iter().map(|column| FrameColumn {
        title: column.title.to_owned(),
        mark: Some(column.mark.clone()),
        schools: listed.map(|_| Link {
            text: report.schools_count(schools(report, column).len()),
            to: format!("{FRAME}#{}", anchor(column)),
        }),
    });
    let frame = matrix(report, &columns, heads.collect(), base);
    page.sections.push(section("frame", String::new(), Vec::new(), vec![Block::Frame(frame)]));
    page.sections.extend(columns.iter().filter_map(|column| members(report, column)));
    page
}

fn anchor(column: &Column<'_>) -> String {
    format!("schools-{}", column.id)
}

/// The schools of a cluster in the current list, in alphabetical order.
fn schools(report: &Report<'_>, column: &Column<'_>) -> Vec<SchoolIx> {
    let list = report.published.method().years.list;
    let inside = |ix: &&SchoolIx| report.published.standing(**ix, list) == column.standing;
    report.schools.iter().filter(inside).copied().collect()
}

/// The schools that a column is for.
fn members(report: &Report<'_>, column: &Column<'_>) -> Option<Section> {
    let year = report.published.method().years.list;
    report.listed(&report.schools, year)?;
    let schools = schools(report, column);
    let text = year.to_string();
    let args =
        [("cluster", column.title.into()), ("year", (&text).into()), ("n", count(schools.len()))];
    let (title, lead) = match column.standing {
        Standing::Off => {
            let lead = report.say("frame-schools-outside-lead", &args[1..]);
            (report.say("frame-schools-outside", &args[1..]), lead)
        }
        _ => (report.say("frame-schools", &args), report.say("frame-schools-lead", &args)),
    };
    let id = format!("{}-table", anchor(column));
    let heading = vec![self::column("municipality", report.get("report-municipality"), false)];
    let mut table = bare_table(&id, title.clone(), report.get("report-school"), heading);
    table.rows = schools
        .iter()
        .map(|ix| report.school_row(*ix, vec![report.municipality_cell(*ix)]))
        .collect();
    Some(section(&anchor(column), title, vec![lead], vec![Block::Table(table)]))
}

/// What the frame offers to a school by its cluster.
pub(super) fn of_school(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let standing = report.published.standing(ix, report.published.method().years.list);
    let own: Vec<Column<'_>> =
        columns(report).into_iter().filter(|column| column.standing == standing).collect();
    let title = own.first()?.title;
    let title = match standing {
        Standing::Off => report.get("frame-of-school-outside"),
        _ => report.say("frame-of-school", &[("cluster", title.into())]),
    };
    let head = FrameColumn { title: report.get("frame-offered"), mark: None, schools: None };
    let frame = matrix(report, &own, vec![head], None);
    let n = frame.groups.iter().map(|group| group.rows.len()).sum();
    let lead = vec![report.say("frame-of-school-lead", &[("n", count(n))])];
    let whole = Link { text: report.get("report-frame"), to: FRAME.to_owned() };
    let blocks = vec![Block::Frame(frame), Block::Links { links: vec![whole] }];
    Some(section("frame", title, lead, blocks))
}

/// The directions that offer something to these clusters, by category.
fn matrix(
    report: &Report<'_>,
    columns: &[Column<'_>],
    heads: Vec<FrameColumn>,
    base: Option<String>,
) -> Frame {
    let directions = &report.published.management().frame.directions;
    let offered = |direction: &&Direction| columns.iter().any(|c| direction.cell(c.id).is_some());
    let directions: Vec<&Direction> = directions.iter().filter(offered).collect();
    let group = |directions: &[&Direction]| FrameGroup {
        title: report.name(&directions[0].category),
        rows: directions.iter().map(|direction| row(report, columns, direction)).collect(),
    };
    let groups: Vec<FrameGroup> =
        directions.chunk_by(|a, b| a.category == b.category).map(group).collect();
    let cells = groups.iter().flat_map(|group| &group.rows).flat_map(|row| &row.cells);
    let blank = cells.into_iter().any(|cell| cell.markdown.is_empty());
    let source = report.published.data("support_frame").map(|data| data.source);
    Frame {
        number: None,
        id: "support-frame".to_owned(),
        caption: report.get("report-frame"),
        base,
        corner: report.get("frame-direction"),
        columns: heads,
        groups,
        legend: blank.then(|| (report.get("frame-blank-sign"), report.get("frame-blank"))),
        sources: report.source_names(source.as_slice()),
    }
}

fn row(report: &Report<'_>, columns: &[Column<'_>], direction: &Direction) -> FrameRow {
    let mut responsible = direction.cells.iter().map(|cell| cell.responsible.as_str());
    let first = responsible.next().unwrap_or_default();
    let shared = responsible.all(|other| other == first);
    let who = |names: &str| {
        let names = report.name(names);
        (!names.is_empty()).then(|| report.say("frame-responsible", &[("who", (&names).into())]))
    };
    let said = |column: &Column<'_>| {
        let cell = direction.cell(column.id);
        let text = cell.map_or("", |cell| cell.text.as_str());
        (text, cell.map_or("", |cell| cell.responsible.as_str()))
    };
    let alike = |a: &Column<'_>, b: &Column<'_>| said(a) == said(b);
    let cell = |columns: &[Column<'_>]| {
        let (text, responsible) = said(&columns[0]);
        FrameCell {
            span: columns.len(),
            clusters: columns.iter().map(|column| column.title.to_owned()).collect(),
            markdown: report.name(text),
            responsible: if shared { None } else { who(responsible) },
        }
    };
    FrameRow {
        title: report.name(&direction.title),
        responsible: if shared { who(first) } else { None },
        cells: columns.chunk_by(alike).map(cell).collect(),
    }
}
