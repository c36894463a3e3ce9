//! The tables of management, typed and checked: what they name must be there.

mod decisions;
mod documents;
mod files;
mod glossary;
mod measures;
mod rows;

use crate::diag::Diagnostics;
use crate::model::dataset::Dataset;
use crate::model::field::Declarations;
use crate::model::management::Management;

pub use files::attachments;

/// Reads the tables of management from those that were read as they are.
pub(super) fn management(
    dataset: &Dataset,
    declared: &Declarations,
    faults: &mut Diagnostics,
) -> Management {
    let documents = documents::documents(dataset, declared, faults);
    Management {
        decisions: decisions::decisions(dataset, declared, &documents, faults),
        recommendations: decisions::recommendations(dataset, declared, faults),
        documents,
        events: documents::events(dataset, declared, faults),
        contacts: documents::contacts(dataset, declared, faults),
        measures: measures::measures(dataset, declared, faults),
        indicators: measures::indicators(dataset, declared, faults),
        frame: measures::frame(dataset, declared, faults),
        glossary: glossary::glossary(dataset, declared, faults),
    }
}
