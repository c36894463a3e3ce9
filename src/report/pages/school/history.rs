//! What a school was: former names and ids, moves, mergers, by year, with the documents.

use std::collections::BTreeMap;

use super::super::super::Report;
use super::super::super::view::{Block, Label, Section, Term};
use super::super::section as make_section;
use super::results;
use crate::model::ids::{SchoolIx, Year};
use crate::model::life::{Change, ChangeKind};

/// The events of a school's life by year; nothing if nothing has happened to it.
pub(super) fn section(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let life = &report.published.school(ix).life;
    let mut by_year: BTreeMap<Option<Year>, Vec<Label>> = BTreeMap::new();
    for former in &life.former {
        let Some(id) = &former.id else { continue };
        let name = report.name(&former.name);
        let args = [("id", id.as_str().into()), ("name", name.as_str().into())];
        let label = Label::text(report.say("life-event-id", &args));
        by_year.entry(former.until.map(|when| when.year())).or_default().push(label);
    }
    for change in &life.changes {
        by_year.entry(Some(change.year)).or_default().extend(event(report, ix, change));
    }
    let told = life.changes.iter().any(|change| change.kind == ChangeKind::Closed);
    if let Some((when, _)) = life.closed.filter(|_| !told && life.heir.is_none()) {
        let label = Label::text(report.sentence(&report.get("life-closed")));
        by_year.entry(Some(when.year())).or_default().push(label);
    }
    if by_year.is_empty() {
        return None;
    }
    let title = |year: Option<Year>| match year {
        Some(year) => year.to_string(),
        None => report.get("life-before"),
    };
    let terms = by_year.into_iter().map(|(year, values)| Term { title: title(year), values });
    let mut blocks = vec![Block::Terms { terms: terms.collect() }];
    let joined = life.changes.iter().filter_map(|change| match change.kind {
        ChangeKind::Joined(joined) => Some(joined),
        _ => None,
    });
    blocks.extend(joined.filter_map(|joined| results::of_joined(report, joined)).map(Block::Table));
    Some(make_section("history", report.get("life-school-title"), Vec::new(), blocks))
}

/// What happened, what it means for the series, and which document decided it.
fn event(report: &Report<'_>, ix: SchoolIx, change: &Change) -> Vec<Label> {
    let what = report.sentence(&report.change_words(ix, change));
    let year = change.year.to_string();
    let mut labels = vec![match &change.kind {
        ChangeKind::Moved(from) => {
            let id = &report.published.municipality(*from).id;
            Label::link(what, format!("municipalities/{id}.html"))
        }
        _ => Label::text(what),
    }];
    let means = match (&change.kind, change.breaks) {
        (_, true) => Some("life-event-breaks"),
        (ChangeKind::Joined(_), false) => Some("life-event-continues"),
        _ => None,
    };
    labels.extend(means.map(|key| Label::text(report.say(key, &[("year", year.as_str().into())]))));
    labels.extend(change.document.as_deref().and_then(|id| decided_by(report, id)));
    labels
}

/// «Основание: приказ от 20.12.2022 № 17 — О реорганизации школ».
fn decided_by(report: &Report<'_>, id: &str) -> Option<Label> {
    let document = report.published.management().document(id)?;
    let name = report.document_name(document);
    let words = report.say("life-document", &[("document", (&name).into())]);
    Some(Label::link(words, report.document_link(id)?.to))
}
