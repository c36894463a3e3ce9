//! Indexes: municipalities, schools, tracks and groups, procedures.

use super::super::findings::capital;
use super::super::listings::{bare_table, choice, column, missing_legend};
use super::super::map::LISTED;
use super::super::view::{Block, Cell, Label, Page, PageKind, Row, RowRole, Table};
use super::super::{Report, count, scale};
use super::{empty, life, section};
use crate::model::ids::{ListIx, SchoolIx, Year};
use crate::model::number::Share;
use crate::model::tabulation::{Missing, Show};

fn index(report: &Report<'_>, key: &str, folder: &str, lead: String, table: Table) -> Page {
    let path = format!("{folder}/index.html");
    let mut page = empty(PageKind::Index, path.clone(), report.get(key));
    page.menu = Some(path);
    page.crumbs = vec![report.home()];
    page.lead = vec![lead];
    page.sections = vec![section("all", String::new(), Vec::new(), vec![Block::Table(table)])];
    page
}

pub(super) fn municipalities(report: &Report<'_>) -> Page {
    let n = count(report.municipalities.len());
    let lead = match report.published.shows_schools() {
        true => report
            .say("index-municipalities", &[("n", n), ("schools", count(report.schools.len()))]),
        false => report.say("report-municipalities-of-region", &[("n", n)]),
    };
    let table = municipalities_table(report);
    index(report, "report-municipalities", "municipalities", lead, table)
}

/// Municipalities with the share of their schools on the two lists, and the region below.
pub(super) fn municipalities_table(report: &Report<'_>) -> Table {
    let list = report.published.method().years.list;
    // Without schools there is nothing to count: the municipalities are a way to their pages.
    let counts = report.published.shows_schools();
    let listed = counts && !report.published.list_years().is_empty();
    let counted = counts.then(|| column("schools", report.get("report-schools"), true));
    let mut columns: Vec<_> = counted.into_iter().collect();
    if listed {
        for year in [list.previous(), list] {
            let text = year.to_string();
            let title = report.say("report-list-of", &[("year", text.as_str().into())]);
            columns.push(column(&format!("listed-{year}"), title, true));
        }
    }
    // The two lists stand in the table already.
    let indicators: Vec<_> =
        report.indicators().into_iter().filter(|one| !listed || one.id != LISTED).collect();
    columns.extend(indicators.iter().map(|one| column(&one.id, one.short.clone(), true)));
    let caption = report.get("report-municipalities");
    let mut table =
        bare_table("municipalities", caption, report.get("report-municipality"), columns);
    let row = |id: &str, title: Label, role: RowRole, own: &[SchoolIx], values: Vec<Cell>| {
        let n = u32::try_from(own.len()).unwrap_or(u32::MAX);
        let mut cells = Vec::new();
        cells.extend(counts.then(|| Cell::count(n, report.text.count(n))));
        if listed {
            cells.extend([list.previous(), list].map(|year| match report.listed(own, year) {
                Some(listed) => {
                    let cell = report.share_cell(listed, Show::Both);
                    Cell { bar: year == list, ..cell }
                }
                None => report.missing_cell(Missing::NotAvailable),
            }));
        }
        cells.extend(values);
        Row { id: id.to_owned(), title, role, cells }
    };
    for (at, ix) in report.municipalities.iter().enumerate() {
        let id = &report.published.municipality(*ix).id;
        let link = format!("municipalities/{id}.html");
        let detail = report.former_municipality_names(*ix);
        let title = Label { detail, ..Label::link(report.municipality_name(*ix), link) };
        let own = report.published.schools_of(*ix);
        let values = indicators.iter().map(|one| one.values[at].cell.clone()).collect();
        table.rows.push(row(id.as_str(), title, RowRole::Body, own, values));
    }
    if counts {
        let region = Label::text(report.get("report-region"));
        let values = indicators.iter().map(|one| one.region.cell.clone()).collect();
        table.rows.push(row("region", region, RowRole::Total, &report.schools, values));
    }
    table.legend = missing_legend(&table);
    table.base = counts.then(|| report.get("report-municipalities-base"));
    table
}

pub(super) fn schools(report: &Report<'_>) -> Page {
    let list = report.published.method().years.list;
    let mut columns = vec![choice("municipality", report.get("report-municipality"))];
    let locality = report.attributes(["locality"].into_iter());
    columns.extend(locality.iter().map(|at| choice("locality", report.attribute_title(*at))));
    let years = [list.previous(), list].map(|year| (year, report.listed(&report.schools, year)));
    let years: Vec<Year> =
        years.into_iter().filter(|(_, known)| known.is_some()).map(|(year, _)| year).collect();
    columns.extend(years.iter().map(|year| {
        let text = year.to_string();
        let title = report.say("report-list-of", &[("year", text.as_str().into())]);
        choice(&format!("list-{year}"), title)
    }));
    let main = report.published.method().main_list();
    let others: Vec<(ListIx, Year)> = report
        .lists()
        .filter(|ix| Some(*ix) != main)
        .filter_map(|ix| Some((ix, report.list_now(ix)?)))
        .collect();
    columns.extend(others.iter().map(|(ix, year)| {
        let (list, year) = (report.list_name(*ix), year.to_string());
        let title =
            report.say("lists-of-year", &[("list", (&list).into()), ("year", (&year).into())]);
        choice(&format!("list-{}", report.published.method().list(*ix).id), title)
    }));
    let caption = report.get("report-schools");
    let mut table = bare_table("schools", caption, report.get("report-school"), columns);
    for ix in &report.schools {
        let mut cells = vec![report.municipality_cell(*ix)];
        cells.extend(locality.iter().map(|at| report.attribute_cell(*at, *ix)));
        cells.extend(years.iter().map(|year| report.standing_cell(*ix, *year)));
        cells.extend(others.iter().map(|(list, year)| report.member_cell(*list, *ix, *year)));
        let row = report.school_row(*ix, cells);
        table.rows.push(Row { title: report.school_label(*ix), ..row });
    }
    table.legend = missing_legend(&table);
    let lead = report.say("index-schools", &[("n", count(report.schools.len()))]);
    let mut page = index(report, "report-schools", "schools", lead, table);
    page.sections.extend(life::closed_schools(report));
    page
}

pub(super) fn groups(report: &Report<'_>) -> Page {
    let method = report.published.method();
    let list = method.years.list;
    let text = list.to_string();
    let counts = report.published.shows_schools();
    let columns = match counts {
        true => vec![
            column("schools", report.get("report-schools"), true),
            column("listed", report.say("report-list-of", &[("year", text.as_str().into())]), true),
        ],
        false => Vec::new(),
    };
    let mut table =
        bare_table("groups", report.get("report-groups"), report.get("report-group"), columns);
    let tracks = method.tracks.iter().map(|track| {
        let title = Label::link(report.track_title(track), format!("groups/{}.html", track.id));
        (track.id.to_string(), title, report.members(&track.groups))
    });
    let groups = method.groups.iter().map(|group| {
        let title = Label::link(capital(&group.title), format!("groups/{}.html", group.id));
        let inside = |ix: &&_| report.published.in_group(**ix, &group.id);
        (group.id.to_string(), title, report.schools.iter().filter(inside).copied().collect())
    });
    for (id, title, members) in tracks.chain(groups) {
        let n = u32::try_from(members.len()).unwrap_or(u32::MAX);
        let listed = match report.listed(&members, list) {
            Some(listed) => Cell { bar: true, ..report.share_cell(listed, Show::Both) },
            None => report.missing_cell(Missing::NotAvailable),
        };
        let cells = match counts {
            true => vec![Cell::count(n, report.text.count(n)), listed],
            false => Vec::new(),
        };
        table.rows.push(Row { id, title, role: RowRole::Body, cells });
    }
    let lead = report.say(
        "index-groups",
        &[("tracks", count(method.tracks.len())), ("n", count(method.groups.len()))],
    );
    index(report, "report-groups", "groups", lead, table)
}

pub(super) fn procedures(report: &Report<'_>) -> Page {
    let published = report.published;
    let method = published.method();
    let years = [method.years.baseline, method.years.current];
    let mut columns: Vec<_> =
        years.iter().map(|y| column(&y.to_string(), y.to_string(), true)).collect();
    columns.push(column("change", report.get("report-change"), true));
    let caption = report.get("report-failing-by-procedure");
    let mut table = bare_table("procedures", caption, report.get("report-procedure"), columns);
    table.base = Some(report.get("report-pooled-base"));
    let mut missing = Vec::new();
    for ix in method.procedure_indices() {
        let procedure = method.procedure(ix);
        let series = published.region_series(ix).years;
        let share = |year| {
            let at = published.tested_years().iter().position(|y| *y == year)?;
            series[at]
        };
        let shares: [Option<Share>; 2] = years.map(share);
        let mut cells: Vec<Cell> = Vec::new();
        for (share, year) in shares.into_iter().zip(years) {
            cells.push(match share {
                Some(share) => Cell { bar: true, ..report.pooled_cell(share) },
                None => {
                    let why = published.absence_of(None, ix, year);
                    missing.push(why);
                    report.missing_cell(why)
                }
            });
        }
        cells.push(match shares {
            [Some(before), Some(now)] if published.is_comparable(ix) => {
                Cell { value: Some(scale(now) - scale(before)), ..report.change_cell(now, before) }
            }
            _ => {
                let hidden = |year| published.absence_of(None, ix, year) == Missing::Suppressed;
                let why = match years.into_iter().any(hidden) {
                    true => Missing::Suppressed,
                    false => report.no_change(ix),
                };
                missing.push(why);
                report.missing_cell(why)
            }
        });
        let title =
            Label::link(procedure.title.clone(), format!("procedures/{}.html", procedure.id));
        table.rows.push(Row { id: procedure.id.to_string(), title, role: RowRole::Body, cells });
    }
    table.legend = report.legend(missing.into_iter());
    let told = method.procedure_indices().flat_map(|ix| years.map(|year| (ix, year)));
    table.notes = report.notes_of_years(&told.collect());
    let lead = report.say("index-procedures", &[("n", count(method.procedures.len()))]);
    let mut page = index(report, "report-procedures", "procedures", lead, table);
    let tables = method.pages.procedure_tables.iter();
    page.sections.extend(tables.filter_map(|name| report.table_section(&name.value)));
    page
}
