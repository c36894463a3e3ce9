//! A track or a group: did support work?

use super::super::findings::capital;
use super::super::listings::{bare_table, choice, column};
use super::super::view::{Block, Cell, Fact, Label, Link, Page, PageKind, Row, RowRole, Section};
use super::super::{Report, count, figures, scale};
use super::over_years::Pooled;
use super::{empty, section};
use crate::method::{Located, TransitionKind};
use crate::model::ids::{GroupId, SchoolIx};
use crate::model::number::Share;

pub(super) fn page(report: &Report<'_>, id: &GroupId) -> Page {
    let method = report.published.method();
    let path = format!("groups/{id}.html");
    let mut page = empty(PageKind::Group, path, String::new());
    page.menu = Some("groups/index.html".to_owned());
    page.crumbs = vec![report.home(), report.link_to("report-groups", "groups/index.html")];
    let order: Vec<(&GroupId, String)> = order(report);
    let at: Vec<&GroupId> = order.iter().map(|(id, _)| *id).collect();
    (page.previous, page.next) = Report::around(&at, &id, |id| Link {
        text: order.iter().find(|(other, _)| other == id).map_or_else(String::new, |o| o.1.clone()),
        to: format!("groups/{id}.html"),
    });
    let members;
    let mut tables: Vec<&Located<String>> = Vec::new();
    let mut groups = vec![id.clone()];
    if let Some(track) = method.tracks.iter().find(|t| t.id == *id) {
        page.title = report.track_title(track);
        page.over = Some(report.get("report-groups"));
        page.lead.extend((!track.task.is_empty()).then(|| track.task.clone()));
        page.basis.extend(report.basis(track.document.as_ref()));
        members = report.members(&track.groups);
        groups = track.groups.iter().map(|group| GroupId::new(group.value.as_str())).collect();
        tables.extend(&track.tables);
    } else {
        let group = method.groups.iter().find(|g| g.id == *id);
        page.title = group.map(|g| capital(&g.title)).unwrap_or_default();
        page.over = Some(report.get("report-group"));
        page.basis.extend(group.and_then(|group| report.basis(group.document.as_ref())));
        members = report
            .schools
            .iter()
            .filter(|ix| report.published.in_group(**ix, id))
            .copied()
            .collect();
    }
    page.lead.extend(outcome(report, &members));
    page.facts = facts(report, &members);
    let answer = beside_others(report, &members);
    page.sections.extend(answer.map(|answer| Section { opening: true, ..answer }));
    page.sections.extend(over_years(report, &groups));
    page.sections.extend(tables.iter().filter_map(|t| report.table_section(&t.value)));
    page.sections.extend(super::risks::of_group(report, id, &tables));
    page.sections.extend(super::measures::sections(report, id.as_str()));
    if members.len() < report.schools.len() {
        page.sections.push(schools(report, &members));
    }
    page
}

fn order<'r>(report: &'r Report<'_>) -> Vec<(&'r GroupId, String)> {
    let method = report.published.method();
    let tracks = method.tracks.iter().map(|t| (&t.id, report.track_title(t)));
    tracks.chain(method.groups.iter().map(|g| (&g.id, g.title.clone()))).collect()
}

impl Report<'_> {
    /// The schools of several groups, or all if none is named, in alphabetical order.
    pub(super) fn members(&self, groups: &[Located<String>]) -> Vec<SchoolIx> {
        let ids: Vec<_> = groups.iter().map(|g| GroupId::new(g.value.as_str())).collect();
        let inside = |ix: &&SchoolIx| {
            ids.is_empty() || ids.iter().any(|id| self.published.in_group(**ix, id))
        };
        self.schools.iter().filter(inside).copied().collect()
    }
}

/// What became of schools that were on the earlier list.
const OUTCOMES: [TransitionKind; 4] = [
    TransitionKind::Left,
    TransitionKind::Raised,
    TransitionKind::Unchanged,
    TransitionKind::Lowered,
];

/// «Из 42 школ перечня 2022 года в 2023 году вышли из него 24, …»
fn outcome(report: &Report<'_>, members: &[SchoolIx]) -> Option<String> {
    let moves = report.moves(members);
    let known: usize = OUTCOMES.iter().map(|kind| moves[*kind as usize]).sum();
    if known == 0 {
        return None;
    }
    let n = |kind: TransitionKind| count(moves[kind as usize]);
    let years = report.published.method().years;
    let (from, to) = (years.list.previous().to_string(), years.list.to_string());
    Some(report.say(
        "group-outcome",
        &[
            ("n", count(known)),
            ("left", n(TransitionKind::Left)),
            ("raised", n(TransitionKind::Raised)),
            ("unchanged", n(TransitionKind::Unchanged)),
            ("lowered", n(TransitionKind::Lowered)),
            ("entered", n(TransitionKind::Entered)),
            ("from", from.as_str().into()),
            ("to", to.as_str().into()),
        ],
    ))
}

fn facts(report: &Report<'_>, members: &[SchoolIx]) -> Vec<Fact> {
    if !report.published.shows_schools() {
        return Vec::new();
    }
    let list = report.published.method().years.list;
    let mut facts = vec![Fact {
        title: report.get("report-schools-of-group"),
        value: report.text.count(u32::try_from(members.len()).unwrap_or(u32::MAX)),
        ..Fact::default()
    }];
    if let Some(now) = report.listed(members, list) {
        let year = list.to_string();
        let title = report.say("report-in-list", &[("year", year.as_str().into())]);
        let before = report.listed(members, list.previous());
        facts.push(report.share_fact(title, now, before, None));
    }
    facts.extend(left_fact(report, members));
    facts
}

/// How many left the list, beside those that nobody supported.
fn left_fact(report: &Report<'_>, members: &[SchoolIx]) -> Option<Fact> {
    let own = left(report, members)?;
    let change = left(report, &others(report, members)).map(|others| {
        let (percent, of) = (report.percent(others), report.of_base(others));
        report.say(
            "group-left-others",
            &[("percent", percent.as_str().into()), ("of", of.as_str().into())],
        )
    });
    let title = report.get("report-left");
    Some(Fact { mark: None, change, ..report.share_fact(title, own, None, None) })
}

/// How many of the schools of the earlier list left it.
fn left(report: &Report<'_>, schools: &[SchoolIx]) -> Option<Share> {
    let moves = report.moves(schools);
    let listed = OUTCOMES.iter().map(|kind| moves[*kind as usize]).sum::<usize>();
    let left = moves[TransitionKind::Left as usize];
    Share::new(u32::try_from(left).ok()?, u32::try_from(listed).ok()?)
}

/// Schools outside the group and every other: those of other groups are supported too and are no
/// comparison.
fn others(report: &Report<'_>, members: &[SchoolIx]) -> Vec<SchoolIx> {
    let groups = &report.published.method().groups;
    let supported =
        |ix: &SchoolIx| groups.iter().any(|group| report.published.in_group(*ix, &group.id));
    let inside: std::collections::BTreeSet<_> = members.iter().collect();
    let alone = |ix: &&SchoolIx| !inside.contains(ix) && !supported(ix);
    report.schools.iter().filter(alone).copied().collect()
}

/// Schools that were on the earlier list: where they went, supported and not, side by side.
/// Schools chosen for a low year improve unaided, so that a track is never judged alone.
fn beside_others(report: &Report<'_>, members: &[SchoolIx]) -> Option<Section> {
    let others = others(report, members);
    let kinds = OUTCOMES;
    let titles = &report.published.method().titles.transitions;
    let columns = kinds
        .iter()
        .map(|k| column(k.id(), titles[*k as usize].clone(), true))
        .chain([column("total", report.get("report-total"), true)])
        .collect();
    let years = report.published.method().years;
    let (from, to) = (years.list.previous().to_string(), years.list.to_string());
    let caption = report
        .say("group-beside-others", &[("from", from.as_str().into()), ("to", to.as_str().into())]);
    let mut table = bare_table("beside", caption, report.get("report-schools"), columns);
    for (id, key, schools) in
        [("own", "group-own", members), ("others", "group-others", others.as_slice())]
    {
        let moves = report.moves(schools);
        let total: usize = kinds.iter().map(|k| moves[*k as usize]).sum();
        let share = |n: usize| Share::new(u32::try_from(n).ok()?, u32::try_from(total).ok()?);
        let cells: Option<Vec<Cell>> = kinds
            .iter()
            .map(|k| {
                let share = share(moves[*k as usize])?;
                Some(report.share_cell(share, Default::default()))
            })
            .collect();
        let Some(mut cells) = cells else { continue };
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        cells.push(Cell::count(total, report.text.count(total)));
        let title = Label::text(report.get(key));
        table.rows.push(Row { id: id.to_owned(), title, role: RowRole::Body, cells });
    }
    if table.rows.len() < 2 {
        return None;
    }
    table.base = Some(report.say("group-beside-base", &[("from", from.as_str().into())]));
    table.notes = vec![report.get("group-regression-note")];
    let title = report.get("group-beside-title");
    Some(section("beside-others", title, Vec::new(), vec![Block::Table(table)]))
}

/// The results of the schools taken together, beside the region's.
fn over_years(report: &Report<'_>, groups: &[GroupId]) -> Option<Section> {
    // Without groups these are all schools of the region, which has a page of its own.
    if groups.is_empty() {
        return None;
    }
    let published = report.published;
    let shares = |procedure| published.group_series(groups, procedure).years;
    let values = published.method().procedure_indices().flat_map(shares).flatten().map(scale);
    let top = figures::upper_end(values).max(report.top_of_municipalities);
    report.over_years(&Pooled {
        title: report.get("chart-own-schools"),
        beside_region: true,
        shares: &shares,
        absence: &|procedure, year| published.absence(procedure, year),
        top,
        scale: report.scale_note("chart-scale", top),
    })
}

/// The schools of the group with their clusters.
fn schools(report: &Report<'_>, members: &[SchoolIx]) -> Section {
    let list = report.published.method().years.list;
    let mut columns = vec![choice("municipality", report.get("report-municipality"))];
    let listed = !report.published.list_years().is_empty();
    let years = [list.previous(), list];
    if listed {
        for year in years {
            let text = year.to_string();
            let title = report.say("report-list-of", &[("year", text.as_str().into())]);
            columns.push(choice(&format!("cluster-{year}"), title));
        }
    }
    let title = report.get("report-its-schools");
    let mut table = bare_table("schools", title.clone(), report.get("report-school"), columns);
    for ix in members {
        let mut cells = vec![report.municipality_cell(*ix)];
        if listed {
            cells.extend(years.map(|year| report.standing_cell(*ix, year)));
        }
        table.rows.push(report.school_row(*ix, cells));
    }
    section("its-schools", title, Vec::new(), vec![Block::Table(table)])
}
