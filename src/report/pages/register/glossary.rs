//! The glossary: words and abbreviations in alphabetical order.

use super::super::super::view::{Block, Entry, Label, Page, Term};
use super::super::super::{Report, count};
use super::super::{GLOSSARY, section};
use super::register;
use crate::model::management::Word;

pub(in super::super) fn page(report: &Report<'_>) -> Page {
    let words = report.words();
    let lead = report.say("glossary-lead", &[("n", count(words.len()))]);
    let mut page = register(report, GLOSSARY, "report-glossary", lead);
    let entries = words.into_iter().map(|(word, anchor)| entry(report, word, anchor)).collect();
    page.sections.push(section(
        "words",
        String::new(),
        Vec::new(),
        vec![Block::Entries { entries }],
    ));
    page
}

fn entry(report: &Report<'_>, word: &Word, id: String) -> Entry {
    let said = [&word.long, &word.definition].into_iter().filter(|words| !words.is_empty());
    let source = Term {
        title: report.get("glossary-source"),
        values: vec![Label::text(report.name(&word.source))],
    };
    Entry {
        id,
        over: None,
        title: Label::text(report.name(&word.short)),
        text: said.map(|words| report.name(words)).collect(),
        terms: Vec::from_iter((!word.source.is_empty()).then_some(source)),
    }
}
