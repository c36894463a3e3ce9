//! The page of all risks: how often each is grave, chosen, worked on.

use super::super::super::tables::page_path;
use super::super::super::view::{Fact, Page, PageKind, Section};
use super::super::super::{Report, count};
use super::super::empty;
use super::locality;
use crate::model::ids::{TableId, Year};
use crate::model::number::Share;
use crate::model::risks::{Risk, RiskProfiles};
use crate::model::tabulation::Tabulation;

/// The tables of the page, in order; each is left out where the data says nothing of it.
const TABLES: [&str; 5] =
    ["risk_levels", "risk_work", "risk_choices", "risk_locality", "risk_years"];

pub(in crate::report::pages) fn page(report: &Report<'_>) -> Page {
    let path = "risks/index.html";
    let mut page = empty(PageKind::Index, path.to_owned(), report.get("report-risks"));
    page.menu = Some(path.to_owned());
    page.crumbs = vec![report.home()];
    let Some(profiles) = report.published.risks() else { return page };
    let year = profiles.years().last().map(Year::to_string).unwrap_or_default();
    page.lead = lead(report, profiles, &year);
    page.facts = facts(report, &year);
    page.sections.extend(TABLES.into_iter().filter_map(|id| {
        let section = report.table_section(id)?;
        Some(match id {
            "risk_locality" => locality::of_all(report, profiles, section),
            "risk_years" => Section { lead: years(report).into_iter().collect(), ..section },
            _ => section,
        })
    }));
    page
}

/// The table and the number of its schools, which all have a profile.
fn profiled<'r>(report: &'r Report<'_>) -> Option<&'r Tabulation> {
    ["risk_levels", "risk_work"].into_iter().find_map(|id| report.published.table(id))
}

fn lead(report: &Report<'_>, profiles: &RiskProfiles, year: &str) -> Vec<String> {
    let mut lead = Vec::new();
    let all = u32::try_from(report.schools.len()).unwrap_or(u32::MAX);
    if let Some(share) = profiled(report).and_then(|table| Share::new(table.schools, all)) {
        let of = report.schools_of(share);
        lead.push(report.say("risks-profiled", &[("year", year.into()), ("of", (&of).into())]));
    }
    for (table, column, key) in
        [("risk_levels", "high", "risks-most-high"), ("risk_work", "chosen", "risks-most-chosen")]
    {
        lead.extend(most(report, profiles, (table, column), key));
    }
    lead
}

/// «Чаще всего выбирают риск «…»: 24 из 42 (57 %).» Nothing if no school is counted.
pub(super) fn most(
    report: &Report<'_>,
    profiles: &RiskProfiles,
    (table, column): (&str, &str),
    key: &str,
) -> Option<String> {
    let share = |risk: &Risk| report.share_of_cell(table, risk.id.as_str(), column);
    let shares = profiles.catalogue().iter().filter_map(|risk| Some((risk, share(risk)?)));
    let shares: Vec<(&Risk, Share)> = shares.filter(|(_, share)| share.count() > 0).collect();
    let largest = shares.iter().map(|(_, share)| *share).max()?;
    let most = shares.iter().filter(|(_, share)| *share == largest);
    let names: Vec<String> = most.map(|(risk, _)| report.quoted(&risk.name)).collect();
    let (list, of) = (report.text.list(&names), report.schools_of(largest));
    let n = count(names.len());
    Some(report.say(key, &[("n", n), ("list", (&list).into()), ("of", (&of).into())]))
}

/// «В 2021 году профили составили 11 школ, в 2022 году — 42.»
fn years(report: &Report<'_>) -> Option<String> {
    let table = report.published.table("risk_years")?;
    let of = |column: &str| {
        let bases = table.rows.iter().filter_map(|row| {
            Some(report.share_of_cell(table.id.as_str(), row.id.as_str(), column)?.base())
        });
        bases.max()
    };
    let said: Vec<String> = table
        .columns
        .iter()
        .filter_map(|column| {
            let year = column.id.as_str();
            let args = [("year", year.into()), ("n", of(year)?.into())];
            Some(report.say("risks-of-year", &args))
        })
        .collect();
    let list = said.join("; ");
    Some(report.say("risks-by-year", &[("list", (&list).into())]))
}

fn facts(report: &Report<'_>, year: &str) -> Vec<Fact> {
    if !report.published.shows_schools() {
        return Vec::new();
    }
    let count = |n: u32| report.text.count(n);
    let fact = |key: &str, value: String, base: Option<String>, link: &str| Fact {
        title: report.say(key, &[("year", year.into())]),
        value,
        base,
        link: Some(page_path(&TableId::new(link))),
        ..Fact::default()
    };
    let all = u32::try_from(report.schools.len()).unwrap_or(u32::MAX);
    let profiled = profiled(report).map(|table| {
        let base = report.share_words(table.schools, all);
        fact("risks-fact-profiles", count(table.schools), base, table.id.as_str())
    });
    let choices = report.published.table("risk_choices").map(|table| {
        let base = report.say("risks-fact-choosers", &[("n", table.schools.into())]);
        fact("risks-fact-choices", count(table.units), Some(base), table.id.as_str())
    });
    profiled.into_iter().chain(choices).collect()
}
