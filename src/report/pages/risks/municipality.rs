//! The risks of a municipality's schools: which are grave here, chosen, worked on, and where.

use super::super::super::listings::{bare_table, column};
use super::super::super::view::{Block, Cell, Column, Mark, Row, RowRole, Section, Table};
use super::super::super::{Report, count};
use super::super::section as make_section;
use super::words::{Work, level_mark, risk_label};
use crate::model::ids::{MunicipalityIx, SchoolIx, Year};
use crate::model::number::Share;
use crate::model::risks::{ProfileRow, Risk, RiskProfiles};
use crate::model::tabulation::{Missing, Show};

/// What the profiles of its schools say; nothing if none of them has one in the last year.
pub(in crate::report::pages) fn section(
    report: &Report<'_>,
    ix: MunicipalityIx,
) -> Option<Section> {
    let profiles = report.published.risks()?;
    let year = *profiles.years().last()?;
    let schools: Vec<SchoolIx> = report
        .neighbours
        .get(&ix)?
        .iter()
        .copied()
        .filter(|ix| profiles.of_school(*ix).iter().any(|row| row.year == year))
        .collect();
    let table = by_risk(report, profiles, ix, year)?;
    let lead = lead(report, profiles, ix, &schools, year);
    let blocks =
        vec![Block::Table(table), Block::Table(by_school(report, profiles, &schools, year))];
    Some(make_section("risks-section", report.get("report-risks"), lead, blocks))
}

/// A share of the risk's own table: of the schools of the municipality that have a profile.
fn share(report: &Report<'_>, risk: &Risk, ix: MunicipalityIx, column: &str) -> Option<Share> {
    let id = report.published.municipality(ix).id.as_str();
    report.share_of_cell(&format!("risk_{}_municipalities", risk.id), id, column)
}

/// Which risks are grave in most of its schools.
fn lead(
    report: &Report<'_>,
    profiles: &RiskProfiles,
    ix: MunicipalityIx,
    schools: &[SchoolIx],
    year: Year,
) -> Vec<String> {
    let year = year.to_string();
    let n = count(schools.len());
    let mut lead = vec![report.say("risk-here", &[("year", (&year).into()), ("n", n)])];
    let shares = profiles.catalogue().iter();
    let shares = shares.filter_map(|risk| Some((risk, share(report, risk, ix, "high")?)));
    let shares: Vec<(&Risk, Share)> = shares.filter(|(_, share)| share.count() > 0).collect();
    if let Some(largest) = shares.iter().map(|(_, share)| *share).max() {
        let most = shares.iter().filter(|(_, share)| *share == largest);
        let names: Vec<String> = most.map(|(risk, _)| report.quoted(&risk.name)).collect();
        let (list, of) = (report.text.list(&names), report.schools_of(largest));
        let n = count(names.len());
        let args = [("n", n), ("list", (&list).into()), ("of", (&of).into())];
        lead.push(report.say("risks-most-high", &args));
    }
    lead
}

/// A row for each risk, as the risk's own table counts it.
fn by_risk(
    report: &Report<'_>,
    profiles: &RiskProfiles,
    ix: MunicipalityIx,
    year: Year,
) -> Option<Table> {
    let year = year.to_string();
    let kinds =
        [("high", "risk-fact-high"), ("chosen", "risk-fact-chosen"), ("done", "risk-fact-done")];
    let any = |column: &str| {
        profiles.catalogue().iter().any(|risk| share(report, risk, ix, column).is_some())
    };
    let kinds: Vec<(&str, &str)> = kinds.into_iter().filter(|(column, _)| any(column)).collect();
    let columns = kinds.iter().map(|(id, key)| column(id, report.get(key), true)).collect();
    let caption = report.say("risk-of-municipality", &[("year", (&year).into())]);
    let mut table = bare_table("risks", caption, report.get("risk"), columns);
    let base = report.say("implied-risk-municipality-base", &[("year", (&year).into())]);
    table.base = Some(report.say("report-bases", &[("list", (&base).into())]));
    let mut blank = false;
    for risk in profiles.catalogue() {
        let cell = |(column, _): &(&str, &str)| match share(report, risk, ix, column) {
            Some(share) => report.share_cell(share, Show::Both),
            None => report.missing_cell(Missing::NotAvailable),
        };
        let cells: Vec<Cell> = kinds.iter().map(cell).collect();
        if cells.iter().all(|cell| cell.missing.is_some()) {
            continue;
        }
        blank |= cells.iter().any(|cell| cell.missing.is_some());
        let (id, title) = (risk.id.to_string(), risk_label(report, risk));
        table.rows.push(Row { id, title, role: RowRole::Body, cells });
    }
    table.legend = report.legend(blank.then_some(Missing::NotAvailable).into_iter());
    (!table.rows.is_empty()).then_some(table)
}

/// A row for each school, a sign for each risk: at a glance who needs what.
fn by_school(
    report: &Report<'_>,
    profiles: &RiskProfiles,
    schools: &[SchoolIx],
    year: Year,
) -> Table {
    let risks: Vec<(usize, &Risk)> = profiles.of_year(year).collect();
    let spanner = report.get("risk-numbers");
    let columns = risks.iter().map(|(at, risk)| {
        let number = match risk.number {
            Some(number) => report.text.fixed(number.to_fixed()),
            None => (at + 1).to_string(),
        };
        let column = column(risk.id.as_str(), number, false);
        Column { spanner: Some(spanner.clone()), ..column }
    });
    let caption = report.say("risk-of-schools", &[("year", (&year.to_string()).into())]);
    let corner = report.get("report-school");
    let mut table = bare_table("risk-schools", caption, corner, columns.collect());
    for ix in schools {
        let said = |risk: usize| {
            let mut own = profiles.of_school(*ix).iter();
            own.find(|row| row.risk == risk && row.year == year)
        };
        let cells = risks.iter().map(|(at, _)| signs(report, said(*at))).collect();
        table.rows.push(report.school_row(*ix, cells));
    }
    table
}

/// The level as a sign, with signs for choice and programme after it.
fn signs(report: &Report<'_>, row: Option<&ProfileRow>) -> Cell {
    let Some(row) = row else { return report.missing_cell(Missing::NotAvailable) };
    let work = [(Work::Chosen, row.chosen), (Work::Done, row.programme_done)];
    let marks: Vec<Mark> = work
        .into_iter()
        .filter(|(_, said)| *said == Some(true))
        .map(|(work, _)| work.mark(report))
        .collect();
    let level = row.level.map(|level| level_mark(report, level));
    let all = level.iter().chain(&marks);
    let (sign, title): (Vec<&str>, Vec<&str>) =
        all.map(|mark| (mark.sign.as_str(), mark.title.as_str())).unzip();
    let Some(tone) = level.as_ref().or(marks.first()).map(|mark| mark.tone) else {
        return report.missing_cell(Missing::NotAvailable);
    };
    let mark = Mark { tone, sign: sign.concat(), title: title.join(", ") };
    Cell { mark: Some(mark), ..Cell::text(String::new()) }
}
