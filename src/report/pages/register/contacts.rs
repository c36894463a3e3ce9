//! Whom to ask, by organisation.

use super::super::super::view::{Block, Entry, Label, Page, Term};
use super::super::super::{Report, count};
use super::super::section;
use crate::model::management::Contact;

pub(in super::super) fn page(report: &Report<'_>) -> Page {
    let contacts = &report.published.management().contacts;
    let lead = report.say("contacts-lead", &[("n", count(contacts.len()))]);
    let mut page = super::register(report, super::super::CONTACTS, "report-contacts", lead);
    let alike = |a: &Contact, b: &Contact| a.organisation == b.organisation;
    let mut before = 0;
    for (at, people) in contacts.chunk_by(alike).enumerate() {
        let first = before + 1;
        let entries = (first..).zip(people).map(|(number, contact)| entry(report, number, contact));
        let blocks = vec![Block::Entries { entries: entries.collect() }];
        let title = report.name(&people[0].organisation);
        page.sections.push(section(&format!("organisation-{}", at + 1), title, Vec::new(), blocks));
        before += people.len();
    }
    page
}

fn entry(report: &Report<'_>, number: usize, contact: &Contact) -> Entry {
    let role = Some(report.name(&contact.role)).filter(|role| !role.is_empty());
    let (over, title) = match contact.name.is_empty() {
        true => (None, role.unwrap_or_else(|| report.name(&contact.organisation))),
        false => (role, report.name(&contact.name)),
    };
    let term = |key: &str, label: Option<Label>| {
        Some(Term { title: report.get(key), values: vec![label?] })
    };
    let terms = [
        term("contact-phone", phone(&contact.phone)),
        term("contact-email", email(&contact.email)),
        term("contact-address", plain(&report.name(&contact.address))),
    ];
    Entry {
        id: format!("contact-{number}"),
        over,
        title: Label::text(title),
        text: Vec::new(),
        terms: terms.into_iter().flatten().collect(),
    }
}

fn plain(text: &str) -> Option<Label> {
    (!text.is_empty()).then(|| Label::text(text))
}

/// A number that a telephone can call, or else its words.
fn phone(text: &str) -> Option<Label> {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let only = text.chars().all(|c| c.is_ascii_digit() || "+-–() \u{a0}".contains(c));
    match only && digits.len() > 4 {
        true => Some(Label::link(text, format!("tel:{digits}"))),
        false => plain(text),
    }
}

/// An address that a letter can be sent to, or else its words.
fn email(text: &str) -> Option<Label> {
    let plain_sign = |c: char| c.is_ascii_alphanumeric() || "._-+@".contains(c);
    let (name, host) = text.split_once('@').unwrap_or_default();
    let good = text.chars().all(plain_sign) && !name.is_empty() && host.contains('.');
    match good && !host.contains('@') {
        true => Some(Label::link(text, format!("mailto:{text}"))),
        false => plain(text),
    }
}
