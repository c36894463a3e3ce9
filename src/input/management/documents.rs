//! Documents, events and contacts.

use std::collections::BTreeMap;

use super::rows::{Row, Shape};
use crate::diag::{Code, Diagnostic, Diagnostics, unknown};
use crate::model::dataset::Dataset;
use crate::model::date::Date;
use crate::model::field::Declarations;
use crate::model::ids::DocumentId;
use crate::model::management::{Attachment, Contact, Document, Event};

const DOCUMENTS: Shape =
    Shape { name: "documents", main: "id", words: &["kind", "number", "title", "file"] };
const EVENTS: Shape = Shape { name: "events", main: "title", words: &["note"] };
const CONTACTS: Shape = Shape {
    name: "contacts",
    main: "number",
    words: &["organisation", "role", "name", "phone", "email", "address"],
};

/// Reads `documents`, ordered by id, and looks up those that the methodology names.
pub(super) fn documents(
    dataset: &Dataset,
    declared: &Declarations,
    faults: &mut Diagnostics,
) -> Vec<Document> {
    let rows = DOCUMENTS.rows(dataset, declared, faults);
    let mut documents: Vec<Document> =
        rows.iter().filter_map(|row| document(row, faults)).collect();
    several_dates(&rows, faults);
    documents.sort_by(|a, b| (&a.id, a.place).cmp(&(&b.id, b.place)));
    documents.dedup_by(|b, a| a.id == b.id);
    // A region without the table has nothing that could be misspelt.
    if dataset.tables.contains_key(DOCUMENTS.name) {
        let known: Vec<&str> = documents.iter().map(|d| d.id.as_str()).collect();
        for (id, place) in declared.documents.iter().filter(|(id, _)| !known.contains(&id.as_str()))
        {
            let fault = unknown(Code::UnknownRow, *place, id, &known);
            faults.push(fault.with("table", DOCUMENTS.name));
        }
    }
    documents
}

fn document(row: &Row<'_>, faults: &mut Diagnostics) -> Option<Document> {
    let path = row.given("file").map(|path| path.replace('\\', "/"));
    Some(Document {
        id: DocumentId::new(row.id(faults)?),
        kind: row.words("kind"),
        number: number(row),
        date: row.date("date"),
        title: row.words("title"),
        file: path.map(|path| Attachment { path, size: 0, place: row.place("file") }),
        place: row.row_place(),
    })
}

/// A number without the sign that every page puts before it.
fn number(row: &Row<'_>) -> String {
    let number = row.given("number").unwrap_or_default();
    number.trim_start_matches(['№', 'N']).trim_start().to_owned()
}

/// Tells of numbers that stand with several dates: one document whose date somebody got wrong, or
/// several documents, which only people know.
fn several_dates(rows: &[Row<'_>], faults: &mut Diagnostics) {
    let mut dates: BTreeMap<(String, String), BTreeMap<Date, Row<'_>>> = BTreeMap::new();
    for row in rows {
        let (kind, number) = (row.words("kind").to_lowercase(), number(row));
        if let (Some(date), false) = (row.date("date"), number.is_empty()) {
            dates.entry((kind, number)).or_default().entry(date).or_insert(*row);
        }
    }
    for ((kind, number), dates) in dates.into_iter().filter(|(_, dates)| dates.len() > 1) {
        let mut places: Vec<_> = dates.values().map(|row| row.place("date")).collect();
        places.sort();
        let list: Vec<String> = dates.keys().copied().map(in_digits).collect();
        let fault = Diagnostic::new(Code::SeveralDates)
            .at(places[0])
            .with("value", format!("{kind} № {number}").trim_start())
            .with("other", list.join(", "));
        faults.push(places[1..].iter().fold(fault, |fault, place| fault.see_also(*place)));
    }
}

/// A day as it is written here: 23.08.2023.
pub(super) fn in_digits(date: Date) -> String {
    format!("{:02}.{:02}.{}", date.day(), date.month(), date.year())
}

/// Reads `events`.
pub(super) fn events(
    dataset: &Dataset,
    declared: &Declarations,
    faults: &mut Diagnostics,
) -> Vec<Event> {
    let rows = EVENTS.rows(dataset, declared, faults).into_iter();
    let event = |row: Row<'_>| {
        Some(Event {
            id: row.id(faults)?.to_owned(),
            date: row.date("date"),
            title: row.words("title"),
            documents: row.several("documents").map(DocumentId::new).collect(),
            note: row.words("note"),
            place: row.row_place(),
        })
    };
    rows.filter_map(event).collect()
}

/// Reads `contacts`.
pub(super) fn contacts(
    dataset: &Dataset,
    declared: &Declarations,
    faults: &mut Diagnostics,
) -> Vec<Contact> {
    let contact = |row: Row<'_>| Contact {
        organisation: row.words("organisation"),
        role: row.words("role"),
        name: row.words("name"),
        phone: row.words("phone"),
        email: row.words("email"),
        address: row.words("address"),
        place: row.row_place(),
    };
    CONTACTS.rows(dataset, declared, faults).into_iter().map(contact).collect()
}
