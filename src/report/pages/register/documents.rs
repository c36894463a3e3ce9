//! The documents of the report by kind and date, and what rests on each.

use std::cmp::Reverse;

use super::super::super::findings::capital;
use super::super::super::view::{Block, Entry, Label, Page, Term};
use super::super::super::{Report, count};
use super::super::section;
use crate::model::management::Document;
use crate::text::latin;

pub(in super::super) fn page(report: &Report<'_>) -> Page {
    let documents = &report.published.management().documents;
    let lead = report.say("documents-lead", &[("n", count(documents.len()))]);
    let mut page = super::register(report, super::super::DOCUMENTS, "report-documents", lead);
    for (kind, documents) in by_kind(report, documents) {
        let (slug, name) = (latin::slug(kind), capital(kind));
        let of_kind = [("slug", (&slug).into()), ("kind", (&name).into())];
        let (id, title) = match kind.is_empty() {
            true => ("other".to_owned(), report.get("documents-other")),
            false => (format!("kind-{slug}"), report.say("documents-of-kind", &of_kind)),
        };
        let entries = documents.into_iter().map(|document| entry(report, document)).collect();
        page.sections.push(section(&id, title, Vec::new(), vec![Block::Entries { entries }]));
    }
    page
}

/// Kinds in the order of the alphabet, documents without one last; in each the newest first.
fn by_kind<'d>(
    report: &Report<'_>,
    documents: &'d [Document],
) -> Vec<(&'d str, Vec<&'d Document>)> {
    let mut all: Vec<&Document> = documents.iter().collect();
    let kind = |d: &Document| (d.kind.is_empty(), report.text.sort_key(&d.kind.to_lowercase()));
    all.sort_by_cached_key(|d| {
        (kind(d), Reverse(d.date), report.text.sort_key(&d.number), d.id.clone())
    });
    let alike = |a: &&Document, b: &&Document| a.kind.to_lowercase() == b.kind.to_lowercase();
    all.chunk_by(alike).map(|chunk| (chunk[0].kind.as_str(), chunk.to_vec())).collect()
}

fn entry(report: &Report<'_>, document: &Document) -> Entry {
    let citation = capital(&report.citation(document));
    let name = report.name(&document.title);
    // A document without number and date is called by its title already.
    let text = Some(name).filter(|name| !name.is_empty() && capital(name) != citation);
    let mut terms = Vec::new();
    if let Some(file) = report.file_label(document, &report.get("document-download")) {
        terms.push(Term { title: report.get("document-file-title"), values: vec![file] });
    }
    let cited = report.cited.get(document.id.as_str()).into_iter().flatten();
    let values: Vec<Label> = cited.map(|link| Label::link(&*link.text, &*link.to)).collect();
    if !values.is_empty() {
        terms.push(Term { title: report.get("document-cited"), values });
    }
    Entry {
        id: format!("document-{}", document.id),
        over: None,
        title: Label::text(citation),
        text: text.into_iter().collect(),
        terms,
    }
}
