//! Which years of a procedure may be compared, on its page.

use super::super::Report;
use super::super::listings::{bare_table, column};
use super::super::view::{Block, Cell, Label, Row, RowRole, Section};
use super::section as make_section;
use crate::model::dataset::ProcedureYear;
use crate::model::ids::{ProcedureIx, Year};
use crate::model::tabulation::Missing;

/// A row for each year tested or spoken of; nothing if the data says nothing of its years.
pub(super) fn section(report: &Report<'_>, ix: ProcedureIx) -> Option<Section> {
    let published = report.published;
    let known: Vec<&ProcedureYear> = published.procedure_years(ix).collect();
    if known.is_empty() {
        return None;
    }
    let mut years: Vec<Year> = published.tested_years().to_vec();
    years.extend(known.iter().map(|known| known.year));
    years.sort_unstable();
    years.dedup();
    let seasons = known.iter().any(|known| known.season.is_some());
    let mut columns = vec![column("held", report.get("years-held"), false)];
    columns.extend(seasons.then(|| column("season", report.get("years-season"), false)));
    columns.push(column("comparable", report.get("years-comparable"), false));
    columns.push(column("note", report.get("years-why"), false));
    let title = report.get("years-title");
    let mut table = bare_table("comparability", title.clone(), report.get("report-year"), columns);
    table.base = Some(report.get("years-base"));
    let titles = &published.method().titles;
    let yes_no = |yes: bool| Cell::text(if yes { titles.yes.clone() } else { titles.no.clone() });
    let mut missing = Vec::new();
    for year in &years {
        let known = published.procedure_year(ix, *year);
        let held = published.absence(ix, *year) != Missing::NotHeld;
        let held = known.map_or(held, |known| known.held);
        let mut cells = vec![yes_no(held)];
        let mut absent = |why: Missing| {
            missing.push(why);
            report.missing_cell(why)
        };
        let season = known.and_then(|known| known.season);
        cells.extend(seasons.then(|| match season {
            Some(season) => Cell::text(report.season(season)),
            None => absent(if held { Missing::NotAvailable } else { Missing::NotHeld }),
        }));
        cells.push(match known {
            _ if !held => absent(Missing::NotHeld),
            // The first year has none before it to be compared with, unless the data speaks of it.
            None if Some(year) == years.first() => absent(Missing::NotAvailable),
            known => yes_no(known.is_none_or(|known| known.comparable)),
        });
        let note = known.filter(|known| !known.note.is_empty());
        cells.push(Cell::text(note.map(|known| report.sentence(&known.note)).unwrap_or_default()));
        let title = Label::text(year.to_string());
        table.rows.push(Row { id: year.to_string(), title, role: RowRole::Body, cells });
    }
    table.legend = report.legend(missing.into_iter());
    let list = |of: &dyn Fn(&ProcedureYear) -> bool| {
        let years = known.iter().filter(|known| of(known)).map(|known| known.year.to_string());
        report.text.list(&years.collect::<Vec<_>>())
    };
    let (not_held, apart) = (list(&|k| !k.held), list(&|k| k.held && !k.comparable));
    let say = |key: &str, list: &str| {
        (!list.is_empty()).then(|| report.say(key, &[("list", list.into())]))
    };
    let mut lead: Vec<String> =
        [say("years-lead-not-held", &not_held), say("years-lead-apart", &apart)]
            .into_iter()
            .flatten()
            .collect();
    if lead.is_empty() {
        lead.push(report.get("years-lead-alike"));
    }
    Some(make_section("comparability-section", title, lead, vec![Block::Table(table)]))
}

impl Report<'_> {
    /// Why there is no change from the baseline year to the current one, where one of the two has no
    /// result or they are not to be compared.
    pub(super) fn no_change(&self, ix: ProcedureIx) -> Missing {
        let years = self.published.method().years;
        let held = |year: Year| self.published.absence(ix, year) != Missing::NotHeld;
        match () {
            () if !held(years.baseline) || !held(years.current) => Missing::NotHeld,
            () if !self.published.is_comparable(ix) => Missing::NotComparable,
            () => Missing::NoParticipants,
        }
    }
}
