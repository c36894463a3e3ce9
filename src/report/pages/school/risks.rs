//! The risk profile of a school: how significant each risk is, which it chose to work on, what it
//! carried out.

use super::super::super::listings::{bare_table, column};
use super::super::super::view::{
    Block, Cell, Chart, Column, Figure, Key, Label, ProfileRow, Row, RowRole, Section, Table,
};
use super::super::super::{Report, count};
use super::super::risks::{
    LEVELS, Work, level_cell, level_title, risk_label, risk_title, work_cell,
};
use super::super::section as make_section;
use crate::model::ids::{SchoolIx, Year};
use crate::model::risks::{ProfileRow as Said, RiskProfiles, Significance};
use crate::model::tabulation::Missing;

/// The profiles of a school, the last one as a chart, all of them in a table.
pub(super) fn section(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let profiles = report.published.risks()?;
    let own = profiles.of_school(ix);
    let last = own.iter().map(|row| row.year).max()?;
    let of_year = |year: Year| own.iter().filter(|row| row.year == year).collect::<Vec<_>>();
    let mut years: Vec<Year> = own.iter().map(|row| row.year).collect();
    years.dedup();
    let said = |year| sentences(report, profiles, &of_year(year), year).join(" ");
    let lead = said(last);
    let figures: Vec<Figure> = years
        .iter()
        .rev()
        .map(|year| figure(report, profiles, &of_year(*year), *year, said(*year)))
        .collect();
    let charts = match <[Figure; 1]>::try_from(figures) {
        Ok([figure]) => Block::Figure(figure),
        Err(figures) => Block::Multiples { figures, notes: Vec::new() },
    };
    let table = Block::Table(table(report, profiles, own, &years));
    let title = report.get("risk-profile");
    Some(make_section("risks-section", title, vec![lead], vec![charts, table]))
}

/// What is significant, what the school works on, what is carried out.
fn sentences(
    report: &Report<'_>,
    profiles: &RiskProfiles,
    rows: &[&Said],
    year: Year,
) -> Vec<String> {
    let year = year.to_string();
    let of = |level| rows.iter().filter(|row| row.level == Some(level)).count();
    let names = |says: &dyn Fn(&Said) -> bool| {
        let named = rows.iter().filter(|row| says(row));
        let names: Vec<String> =
            named.map(|row| report.quoted(&profiles.catalogue()[row.risk].name)).collect();
        (names.len(), report.text.list(&names))
    };
    let mut said = Vec::new();
    if rows.iter().any(|row| row.level.is_some()) {
        let (high, list) = names(&|row| row.level == Some(Significance::High));
        said.push(report.say(
            "risk-school-levels",
            &[
                ("year", (&year).into()),
                ("n", count(rows.len())),
                ("high", count(high)),
                ("list", (&list).into()),
                ("medium", count(of(Significance::Medium))),
                ("low", count(of(Significance::Low))),
            ],
        ));
    }
    let (chosen, chosen_list) = names(&|row| row.chosen == Some(true));
    let (done, done_list) = names(&|row| row.programme_done == Some(true));
    if rows.iter().any(|row| row.chosen.is_some()) {
        let args = [("n", count(chosen)), ("list", (&chosen_list).into())];
        said.push(report.say("risk-school-chosen", &args));
    }
    let of_chosen = |row: &&&Said| row.programme_done == Some(true) && row.chosen == Some(true);
    if done > 0 {
        let key = match rows.iter().filter(of_chosen).count() {
            n if n == chosen && n == done => "risk-school-all-done",
            n if n == done => "risk-school-some-done",
            _ => "risk-school-done",
        };
        let args = [("n", count(done)), ("all", count(chosen)), ("list", (&done_list).into())];
        said.push(report.say(key, &args));
    } else if chosen > 0 && rows.iter().any(|row| row.programme_done.is_some()) {
        said.push(report.get("risk-school-none-done"));
    }
    said
}

fn figure(
    report: &Report<'_>,
    profiles: &RiskProfiles,
    rows: &[&Said],
    year: Year,
    finding: String,
) -> Figure {
    let step = |level: &Significance| Key {
        title: level_title(report, *level),
        tone: level.tone().name(),
    };
    let row = |row: &&Said| ProfileRow {
        label: risk_title(report, &profiles.catalogue()[row.risk]),
        step: row.level.and_then(|level| LEVELS.iter().position(|other| *other == level)),
        signs: vec![row.chosen == Some(true), row.programme_done == Some(true)],
    };
    let named = year.to_string();
    Figure {
        number: None,
        id: format!("risks-chart-{year}"),
        title: report.say("risk-profile-of", &[("year", (&named).into())]),
        finding,
        table: Some("risks".to_owned()),
        notes: Vec::new(),
        chart: Chart::Profile {
            steps: LEVELS.iter().map(step).collect(),
            signs: Work::ALL.map(|work| work.mark(report).title).into(),
            rows: rows.iter().map(row).collect(),
        },
    }
}

/// A row for each risk, three columns for each year.
fn table(report: &Report<'_>, profiles: &RiskProfiles, own: &[Said], years: &[Year]) -> Table {
    let several = years.len() > 1;
    let columns = years.iter().flat_map(|year| {
        let of = |id: &str, key: &str| Column {
            spanner: several.then(|| year.to_string()),
            ..column(&format!("{id}-{year}"), report.get(key), false)
        };
        [of("level", "risk-level"), of("chosen", "risk-chosen"), of("programme", "risk-programme")]
    });
    let caption = match years {
        [year] => report.say("risk-profile-of", &[("year", (&year.to_string()).into())]),
        _ => report.get("risk-profile"),
    };
    let mut table = bare_table("risks", caption, report.get("risk"), columns.collect());
    let missing = || report.missing_cell(Missing::NotAvailable);
    let mut blank = false;
    for (at, risk) in profiles.catalogue().iter().enumerate() {
        let said = |year: &Year| own.iter().find(|row| row.risk == at && row.year == *year);
        if years.iter().all(|year| said(year).is_none()) {
            continue;
        }
        let cells: Vec<Cell> = years
            .iter()
            .flat_map(|year| match said(year) {
                Some(row) => [
                    level_cell(report, row.level),
                    work_cell(report, Work::Chosen, row.chosen),
                    work_cell(report, Work::Done, row.programme_done),
                ],
                None => [missing(), missing(), missing()],
            })
            .collect();
        blank |= cells.iter().any(|cell| cell.missing.is_some());
        let title: Label = risk_label(report, risk);
        table.rows.push(Row { id: risk.id.to_string(), title, role: RowRole::Body, cells });
    }
    table.legend = report.legend(blank.then_some(Missing::NotAvailable).into_iter());
    table.sources =
        own.first().map_or_else(Vec::new, |row| report.source_names(&[row.place.source]));
    table
}
