//! A risk: how many schools have it, who works on it, and what became of them.

use super::super::super::listings::{bare_table, choice, column};
use super::super::super::view::{Block, Cell, Fact, Page, PageKind, Section};
use super::super::super::{Report, count};
use super::super::{empty, programmes, section};
use super::locality;
use super::words::{Verdict, Work, level_cell, path, risk_link, risk_title, work_cell};
use crate::edition::PublishedStanding as Standing;
use crate::model::ids::{SchoolIx, Year};
use crate::model::interval::Interval;
use crate::model::number::Share;
use crate::model::risks::{ProfileRow, Risk, RiskProfiles};
use crate::model::tabulation::Missing;

pub(in crate::report::pages) fn page(report: &Report<'_>, at: usize) -> Page {
    let mut page = empty(PageKind::Risk, String::new(), String::new());
    page.menu = Some("risks/index.html".to_owned());
    page.crumbs = vec![report.home(), report.link_to("report-risks", "risks/index.html")];
    let Some(profiles) = report.published.risks() else { return page };
    let catalogue = profiles.catalogue();
    let risk = &catalogue[at];
    (page.path, page.title) = (path(risk), risk_title(report, risk));
    page.over = Some(report.get("risk"));
    let places: Vec<usize> = (0..catalogue.len()).collect();
    (page.previous, page.next) =
        Report::around(&places, &at, |other| risk_link(report, &catalogue[*other]));
    page.lead.extend((!risk.description.is_empty()).then(|| report.name(&risk.description)));
    page.lead.extend(valid(report, risk));
    page.lead.extend(now(report, risk, profiles));
    page.facts = facts(report, risk);
    page.sections.extend(effect(report, risk));
    let localities = part(report, risk, "locality", "risk-locality-title");
    page.sections.extend(localities.map(|section| locality::of_one(report, risk, section)));
    let municipalities = part(report, risk, "municipalities", "risk-municipalities-title");
    page.sections.extend(
        municipalities
            .map(|section| Section { lead: spread(report, risk).into_iter().collect(), ..section }),
    );
    let several = |section: &Section| {
        section.blocks.iter().any(|b| matches!(b, Block::Table(table) if table.columns.len() > 1))
    };
    let years = part(report, risk, "years", "risk-years-title").filter(several);
    page.sections.extend(
        years.map(|section| Section {
            lead: by_year(report, risk).into_iter().collect(),
            ..section
        }),
    );
    page.sections.extend(schools(report, profiles, at));
    page.sections.extend(programmes::against_risk(report, risk.id.as_str()));
    page
}

/// In which years the catalogue holds the risk, if not in all.
fn valid(report: &Report<'_>, risk: &Risk) -> Option<String> {
    let [from, to] = [risk.from, risk.to].map(|year| year.map(|year| year.to_string()));
    let (key, args): (&str, Vec<(&str, crate::text::Arg<'_>)>) = match (&from, &to) {
        (None, None) => return None,
        (Some(from), None) => ("risk-valid-from", vec![("from", from.into())]),
        (None, Some(to)) => ("risk-valid-to", vec![("to", to.into())]),
        (Some(from), Some(to)) => ("risk-valid", vec![("from", from.into()), ("to", to.into())]),
    };
    Some(report.say(key, &args))
}

/// «Высокая значимость — 17 школ из 42 (40 %), средняя — 13, низкая — 12. …»
fn now(report: &Report<'_>, risk: &Risk, profiles: &RiskProfiles) -> Vec<String> {
    let year = profiles.years().last().map(Year::to_string).unwrap_or_default();
    let share = |table: &str, column: &str| report.share_of_cell(table, risk.id.as_str(), column);
    let mut said = Vec::new();
    let [high, medium, low] = ["high", "medium", "low"].map(|level| share("risk_levels", level));
    if let (Some(high), Some(medium), Some(low)) = (high, medium, low) {
        let of = report.schools_of(high);
        said.push(report.say(
            "risk-levels-now",
            &[
                ("year", (&year).into()),
                ("of", (&of).into()),
                ("medium", medium.count().into()),
                ("low", low.count().into()),
            ],
        ));
    }
    let [chosen, done] = ["chosen", "done"].map(|column| share("risk_work", column));
    if let Some(chosen) = chosen {
        let of = report.schools_of(chosen);
        said.push(report.say("risk-chosen-now", &[("of", (&of).into())]));
    }
    said.extend(done.map(|done| {
        let of = report.schools_of(done);
        report.say("risk-done-now", &[("of", (&of).into())])
    }));
    said
}

fn facts(report: &Report<'_>, risk: &Risk) -> Vec<Fact> {
    let kinds = [
        ("risk_levels", "high", "risk-fact-high"),
        ("risk_work", "chosen", "risk-fact-chosen"),
        ("risk_work", "done", "risk-fact-done"),
    ];
    let fact = |(table, column, key): (&str, &str, &str)| {
        let share = report.share_of_cell(table, risk.id.as_str(), column)?;
        Some(report.share_fact(report.get(key), share, None, None))
    };
    kinds.into_iter().filter_map(fact).collect()
}

/// One of the tables about the risk, under a title that does not name the risk once more.
fn part(report: &Report<'_>, risk: &Risk, table: &str, title: &str) -> Option<Section> {
    let mut section = report.table_section(&format!("risk_{}_{table}", risk.id))?;
    section.title = report.get(title);
    for block in &mut section.blocks {
        match block {
            Block::Figure(figure) => figure.title.clone_from(&section.title),
            Block::Table(table) => table.caption.clone_from(&section.title),
            _ => {}
        }
    }
    Some(section)
}

/// What became of the schools with a programme, beside those without one.
fn effect(report: &Report<'_>, risk: &Risk) -> Option<Section> {
    let mut section = part(report, risk, "effect", "risk-effect-title")?;
    let verdict = verdict(report, &format!("risk_{}_effect", risk.id)).join(" ");
    for block in &mut section.blocks {
        if let Block::Figure(figure) = block {
            figure.finding.clone_from(&verdict);
        }
    }
    section.lead = vec![verdict];
    Some(section)
}

/// How many of each left the list, and whether the difference is worth speaking of.
fn verdict(report: &Report<'_>, table: &str) -> Vec<String> {
    let Some(programme) = report.share_of_cell(table, "programme", "left") else {
        return Vec::new();
    };
    let Some(without) = without(report, table) else {
        let of = report.schools_of(programme);
        let programme = report.say("risk-effect-programme", &[("of", (&of).into())]);
        return vec![programme, report.get("risk-effect-alone")];
    };
    let mut said = both(report, programme, without).to_vec();
    said.push(report.get(judgement(report, programme, without)));
    said
}

/// Those of the schools with a risk and no programme that left the list. Without levels all schools
/// that carried out no programme are one row.
fn without(report: &Report<'_>, table: &str) -> Option<Share> {
    let left = |row: &str| report.share_of_cell(table, row, "left");
    left("risk").or_else(|| left("rest"))
}

/// Who left the list of the schools with a programme for a risk, and of those without one.
pub(in crate::report::pages) fn compared(
    report: &Report<'_>,
    risk: &Risk,
) -> Option<(Share, Share)> {
    let table = format!("risk_{}_effect", risk.id);
    Some((report.share_of_cell(&table, "programme", "left")?, without(report, &table)?))
}

fn both(report: &Report<'_>, programme: Share, without: Share) -> [String; 2] {
    [("risk-effect-programme", programme), ("risk-effect-without", without)].map(|(key, share)| {
        let of = report.schools_of(share);
        report.say(key, &[("of", (&of).into())])
    })
}

/// Two shares, the interval of their difference, and what it lets one say.
pub(in crate::report::pages) fn difference(
    report: &Report<'_>,
    programme: Share,
    without: Share,
) -> String {
    let rules = report.published.method().statistics;
    let interval = Interval::of_difference(programme, without, rules.confidence);
    let bounds = interval.bounds(report.published.method().decimals.saturating_add(1));
    let [low, high] = bounds.map(|bound| report.text.points(bound));
    let bounds =
        report.say("risk-effect-interval", &[("low", (&low).into()), ("high", (&high).into())]);
    let [done, others] = both(report, programme, without);
    [done, others, bounds, report.get(judgement(report, programme, without))].join(" ")
}

/// A difference that chance explains is none; one that it does not proves nothing yet either, for
/// the schools chose for themselves.
fn judgement(report: &Report<'_>, programme: Share, without: Share) -> &'static str {
    match report.judge(programme, without) {
        Verdict::Few => "risk-effect-few",
        Verdict::Equal => "risk-effect-equal",
        Verdict::Ordinary => "risk-effect-ordinary",
        Verdict::More => "risk-effect-better",
        Verdict::Less => "risk-effect-worse",
    }
}

/// «Высокая значимость: 2021 год — 1 школа из 11 (9 %), 2022 год — 17 школ из 42 (40 %).»
fn by_year(report: &Report<'_>, risk: &Risk) -> Option<String> {
    let table = report.published.table(&format!("risk_{}_years", risk.id))?;
    let of = |year: &str| report.share_of_cell(table.id.as_str(), "high", year);
    let said: Vec<String> = table
        .columns
        .iter()
        .filter_map(|column| {
            let of = report.schools_of(of(column.id.as_str())?);
            let args = [("year", column.title.as_str().into()), ("of", (&of).into())];
            Some(report.say("risk-of-year", &args))
        })
        .collect();
    let (what, list) = (report.get("risk-fact-high"), said.join("; "));
    let args = [("what", (&what).into()), ("list", (&list).into())];
    (!said.is_empty()).then(|| report.say("risk-by-year", &args))
}

/// In how many municipalities some school has the risk high.
fn spread(report: &Report<'_>, risk: &Risk) -> Option<String> {
    let table = report.published.table(&format!("risk_{}_municipalities", risk.id))?;
    let of = |column: &str| {
        let rows = table.rows.iter().filter(|row| row.role == Default::default());
        let shares =
            rows.filter_map(|row| report.share_of_cell(table.id.as_str(), row.id.as_str(), column));
        let (all, some) = shares
            .fold((0, 0), |(all, some), share| (all + 1, some + usize::from(share.count() > 0)));
        (all > 0).then_some((some, all))
    };
    let (high, all) = of("high")?;
    Some(report.say("risk-spread", &[("n", count(high)), ("all", count(all))]))
}

/// The schools whose last profile holds the risk, by municipality, with their lists.
fn schools(report: &Report<'_>, profiles: &RiskProfiles, risk: usize) -> Option<Section> {
    let year = profiles.rows().iter().filter(|row| row.risk == risk).map(|row| row.year).max()?;
    let said = |ix: &SchoolIx| {
        let own = profiles.of_school(*ix).iter();
        own.into_iter().find(|row| row.risk == risk && row.year == year)
    };
    let mut columns = vec![
        choice("municipality", report.get("report-municipality")),
        column("level", report.get("risk-level"), false),
        column("chosen", report.get("risk-chosen"), false),
        column("programme", report.get("risk-programme"), false),
    ];
    let lists = lists(report, year);
    for year in &lists {
        let title = report.say("report-list-of", &[("year", (&year.to_string()).into())]);
        columns.push(column(&format!("cluster-{year}"), title, false));
    }
    let caption = report.say("risk-schools", &[("year", (&year.to_string()).into())]);
    let mut table = bare_table("schools", caption, report.get("report-school"), columns);
    let fellows = |ix| report.neighbours.get(ix).into_iter().flatten();
    let schools = report.municipalities.iter().flat_map(fellows);
    let mut blank = false;
    for (ix, row) in schools.filter_map(|ix| Some((*ix, said(ix)?))) {
        let mut cells = vec![report.municipality_cell(ix)];
        cells.extend(own_cells(report, row));
        cells.extend(lists.iter().map(|year| report.standing_cell(ix, *year)));
        blank |= cells.iter().any(|cell| cell.missing.is_some());
        table.rows.push(report.school_row(ix, cells));
    }
    table.legend = report.legend(blank.then_some(Missing::NotAvailable).into_iter());
    let title = report.get("report-schools");
    let lead = report.say("risk-schools-lead", &[("n", count(table.rows.len()))]);
    Some(section("its-schools", title, vec![lead], vec![Block::Table(table)]))
}

fn own_cells(report: &Report<'_>, row: &ProfileRow) -> [Cell; 3] {
    [
        level_cell(report, row.level),
        work_cell(report, Work::Chosen, row.chosen),
        work_cell(report, Work::Done, row.programme_done),
    ]
}

/// The list of the year of the profiles and the next one, as far as they are known.
fn lists(report: &Report<'_>, year: Year) -> Vec<Year> {
    let known = |year: &Year| {
        let schools = &mut report.schools.iter();
        schools.any(|ix| report.published.standing(*ix, *year) != Standing::Unknown)
    };
    [year, Year(year.0 + 1)].into_iter().filter(known).collect()
}
