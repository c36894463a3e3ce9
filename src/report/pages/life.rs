//! The life of schools outside their own pages: what a municipality was called and which schools
//! joined, left or closed; closed schools in the index; the rules of it all in the method.

use std::collections::BTreeMap;

use super::super::Report;
use super::super::listings::{bare_table, choice, column};
use super::super::view::{Block, Cell, Label, Section, Term};
use super::section;
use crate::model::ids::{MunicipalityIx, SchoolIx, Year};
use crate::model::life::{Change, ChangeKind, When};

impl Report<'_> {
    /// Former names of a municipality, as they stand in lists.
    pub(super) fn former_municipality_names(&self, ix: MunicipalityIx) -> Option<String> {
        let municipality = self.published.municipality(ix);
        let former = municipality.life.former.iter().map(|former| former.name.as_str());
        let mut names: Vec<&str> = former.filter(|name| *name != municipality.name).collect();
        names.dedup();
        let names: Vec<String> = names.iter().map(|name| self.name(name)).collect();
        let list = names.join("; ");
        (!names.is_empty()).then(|| self.say("life-formerly", &[("names", list.as_str().into())]))
    }
}

/// The history of a municipality by year; nothing if nothing has happened.
pub(super) fn of_municipality(report: &Report<'_>, ix: MunicipalityIx) -> Option<Section> {
    let life = &report.published.municipality(ix).life;
    let mut terms: Vec<Term> = Vec::new();
    for former in &life.former {
        let name = report.name(&former.name);
        let value = Label::text(match &former.id {
            Some(id) => report.say(
                "life-municipality-id",
                &[("name", name.as_str().into()), ("id", id.as_str().into())],
            ),
            None => name,
        });
        terms.push(Term { title: until(report, former.until), values: vec![value] });
    }
    if let Some(since) = life.since {
        let since = report.when(since);
        let title = report.say("life-since", &[("when", since.as_str().into())]);
        let values = vec![Label::text(report.municipality_name(ix))];
        terms.push(Term { title, values });
    }
    let mut by_year: BTreeMap<Year, Vec<Label>> = BTreeMap::new();
    for school in &report.every_school {
        for (year, event) in school_events(report, ix, *school) {
            let name = report.name(&report.published.school(*school).name);
            let words = report.say(event, &[("name", name.as_str().into())]);
            let link = format!("schools/{}.html", report.published.school(*school).id);
            by_year.entry(year).or_default().push(Label::link(words, link));
        }
    }
    let years = by_year.into_iter();
    terms.extend(years.map(|(year, values)| Term { title: year.to_string(), values }));
    if let Some((when, _)) = life.ended.filter(|_| life.gone) {
        let title = report.when(when);
        terms.push(Term { title, values: vec![Label::text(report.get("life-ended"))] });
    }
    let title = report.get("life-municipality-title");
    (!terms.is_empty()).then(|| section("history", title, Vec::new(), vec![Block::Terms { terms }]))
}

fn until(report: &Report<'_>, when: Option<When>) -> String {
    match when {
        Some(when) => report.say("life-until", &[("when", report.when(when).as_str().into())]),
        None => report.get("life-before"),
    }
}

/// What happened to a school that concerns a municipality: the year and the key of the words.
fn school_events(
    report: &Report<'_>,
    ix: MunicipalityIx,
    school: SchoolIx,
) -> Vec<(Year, &'static str)> {
    let of = report.published.school(school);
    let event = |change: &Change| {
        let here = of.municipality_in(change.year) == ix;
        let key = match &change.kind {
            ChangeKind::Moved(from) if *from == ix => "life-school-left",
            ChangeKind::Moved(_) if here => "life-school-came",
            ChangeKind::Opened if here => "life-school-opened",
            _ => return None,
        };
        Some((change.year, key))
    };
    let mut events: Vec<(Year, &str)> = of.life.changes.iter().filter_map(event).collect();
    if let Some((when, _)) =
        of.life.closed.filter(|(when, _)| of.municipality_in(when.year()) == ix)
    {
        let key = if of.life.heir.is_some() { "life-school-joined" } else { "life-school-closed" };
        events.push((when.year(), key));
    }
    events
}

/// Schools that are closed and did not join another, with the year, under the index of schools.
pub(super) fn closed_schools(report: &Report<'_>) -> Option<Section> {
    let gone = |ix: &&SchoolIx| {
        let life = &report.published.school(**ix).life;
        life.gone && life.heir.is_none()
    };
    let columns = vec![
        choice("municipality", report.get("report-municipality")),
        column("closed", report.get("life-closed-when"), false),
    ];
    let title = report.get("life-closed-title");
    let mut table = bare_table("closed", title.clone(), report.get("report-school"), columns);
    table.base = Some(report.get("life-closed-base"));
    for ix in report.every_school.iter().filter(gone) {
        let closed = report.published.school(*ix).life.closed;
        let when = Cell::text(closed.map_or(String::new(), |(when, _)| report.when(when)));
        table.rows.push(report.school_row(*ix, vec![report.municipality_cell(*ix), when]));
    }
    let n = super::super::count(table.rows.len());
    (!table.rows.is_empty()).then(|| {
        let lead = vec![report.say("life-closed-count", &[("n", n)])];
        section("closed-schools", title, lead, vec![Block::Table(table)])
    })
}

/// The rules by which the life of schools counts, if anything has happened in the region at all.
pub(super) fn in_method(report: &Report<'_>) -> Option<Section> {
    let published = report.published;
    let of_school = published.schools().any(|(_, school)| {
        let life = &school.life;
        life.closed.is_some() || !life.changes.is_empty() || !life.former.is_empty()
    });
    let mut of_municipality = published.municipalities();
    let renamed = of_municipality.any(|(_, m)| !m.life.former.is_empty() || m.life.ended.is_some());
    let list = published.method().years.list.to_string();
    let args = [("list", list.as_str().into())];
    let mut paragraphs = Vec::new();
    if of_school || renamed {
        let keys = ["life-method-today", "life-method-series", "life-method-merged"];
        paragraphs.extend(keys.map(|key| report.say(key, &args)));
        paragraphs.extend(["life-method-breaks", "life-method-places"].map(|key| report.get(key)));
    }
    if published.has_procedure_years() {
        paragraphs.push(report.get("life-method-years"));
    }
    let title = report.get("life-method-title");
    (!paragraphs.is_empty())
        .then(|| section("life", title, Vec::new(), vec![Block::Text { paragraphs }]))
}
