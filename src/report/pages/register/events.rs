//! Events by year, each with the documents that belong to it.

use std::cmp::Reverse;

use super::super::super::documents::register_path;
use super::super::super::view::{Block, Entry, Label, Page, Term};
use super::super::super::{Report, count};
use super::super::section;
use crate::model::date::Date;
use crate::model::ids::Year;
use crate::model::management::Event;

pub(in super::super) fn page(report: &Report<'_>) -> Page {
    let events = &report.published.management().events;
    let lead = report.say("events-lead", &[("n", count(events.len()))]);
    let mut page = super::register(report, super::super::EVENTS, "report-events", lead);
    let mut events: Vec<&Event> = events.iter().collect();
    // The newest first, as people look for them; those without a date last. Stable within a day.
    events.sort_by_key(|event| Reverse(event.date));
    for events in events.chunk_by(|a, b| year(a) == year(b)) {
        let (id, title) = match year(events[0]) {
            Some(year) => {
                let text = year.to_string();
                let title = report.say("events-of-year", &[("year", (&text).into())]);
                (format!("year-{year}"), title)
            }
            None => ("undated".to_owned(), report.get("events-undated")),
        };
        let lead = match year(events[0]) {
            Some(_) => vec![report.say("events-count", &[("n", count(events.len()))])],
            None => Vec::new(),
        };
        let entries = events.iter().map(|event| entry(report, event)).collect();
        page.sections.push(section(&id, title, lead, vec![Block::Entries { entries }]));
    }
    page
}

fn year(event: &Event) -> Option<Year> {
    event.date.map(Date::year)
}

fn entry(report: &Report<'_>, event: &Event) -> Entry {
    let management = report.published.management();
    let mut values = Vec::new();
    for document in management.documents_of(&event.documents) {
        let name = report.document_name(document);
        let listed = || Label::link(&*name, register_path(&document.id));
        values.push(report.file_label(document, &name).unwrap_or_else(listed));
    }
    let terms = match values.is_empty() {
        true => Vec::new(),
        false => vec![Term { title: report.get("event-documents"), values }],
    };
    Entry {
        id: format!("event-{}", event.id),
        over: event.date.map(|date| report.text.date(date)),
        title: Label::text(report.name(&event.title)),
        text: Some(report.name(&event.note)).filter(|note| !note.is_empty()).into_iter().collect(),
        terms,
    }
}
