//! What management decides, does and can show: documents, decisions, recommendations, events,
//! contacts, measures with their effect, programme indicators, the frame of support; and what its
//! words mean.

mod decision;
mod document;
mod frame;
mod glossary;
mod measure;

pub use decision::{Addressee, Decision, Recommendation};
pub use document::{Attachment, Contact, Document, Event};
pub use frame::{Direction, Frame, FrameCell};
pub use glossary::Word;
pub use measure::{Judgement, Measure, ProgrammeIndicator, ProgrammeIndicators, Verdict};

use super::ids::DocumentId;

/// The tables of management, typed; what a region has no table for is empty.
#[derive(Clone, Debug, Default)]
pub struct Management {
    /// Ordered by id.
    pub documents: Vec<Document>,
    /// In the order of the file.
    pub decisions: Vec<Decision>,
    /// In the order of the file.
    pub recommendations: Vec<Recommendation>,
    /// In the order of the file.
    pub events: Vec<Event>,
    /// In the order of the file.
    pub contacts: Vec<Contact>,
    /// In the order of the file.
    pub measures: Vec<Measure>,
    /// The indicators of programmes by date.
    pub indicators: ProgrammeIndicators,
    /// What schools of each cluster are offered.
    pub frame: Frame,
    /// Words and abbreviations, in the order of the file.
    pub glossary: Vec<Word>,
}

impl Management {
    /// A document by its id.
    pub fn document(&self, id: &str) -> Option<&Document> {
        let at = self.documents.binary_search_by(|d| d.id.as_str().cmp(id)).ok()?;
        Some(&self.documents[at])
    }

    /// Documents by their ids; those that nobody has are left out.
    pub fn documents_of<'a>(&'a self, ids: &'a [DocumentId]) -> impl Iterator<Item = &'a Document> {
        ids.iter().filter_map(|id| self.document(id.as_str()))
    }
}
