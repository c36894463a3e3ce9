//! Documents, events and contacts: what a report rests on and whom to ask.

use crate::diag::Place;
use crate::model::date::Date;
use crate::model::ids::DocumentId;

/// A document. One row of `documents`.
#[derive(Clone, Debug)]
pub struct Document {
    /// Key.
    pub id: DocumentId,
    /// What it is, in a word («приказ», «протокол»); may be empty.
    pub kind: String,
    /// Its number as written, without «№»; may be empty.
    pub number: String,
    /// Its date.
    pub date: Option<Date>,
    /// Its title; may be empty.
    pub title: String,
    /// The file that is published with the report.
    pub file: Option<Attachment>,
    /// Where it was read.
    pub place: Place,
}

/// A file of `content/files/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Path inside `content/files/`, with `/`.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// The cell that names it.
    pub place: Place,
}

/// A meeting, a seminar, a school. One row of `events`.
#[derive(Clone, Debug)]
pub struct Event {
    /// Key.
    pub id: String,
    /// Its day.
    pub date: Option<Date>,
    /// What it was about.
    pub title: String,
    /// Protocol, appendices, letters.
    pub documents: Vec<DocumentId>,
    /// What else there is to say; may be empty.
    pub note: String,
    /// Where it was read.
    pub place: Place,
}

/// Whom to ask. One row of `contacts`; what is not known is empty.
#[derive(Clone, Debug)]
pub struct Contact {
    /// The organisation.
    pub organisation: String,
    /// What the person answers for.
    pub role: String,
    /// The person.
    pub name: String,
    /// The telephone, as written.
    pub phone: String,
    /// The address of electronic mail.
    pub email: String,
    /// The postal address.
    pub address: String,
    /// Where it was read.
    pub place: Place,
}
