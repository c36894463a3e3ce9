//! What must be true before a report is published, beyond what must be true for it to be made: nothing
//! forgotten in the texts, nothing left of the example that a site began as or of last year's
//! settings, nobody left without an answer.
//!
//! Every finding is a warning: a report that is being worked on may well have them.

mod example;
mod placeholder;
mod stated;
mod tracked;

pub use example::Example;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::method::Methodology;
use crate::model::dataset::Dataset;
use crate::model::narrative::Narrative;
use crate::site::{Edition, Site};
use crate::source::Sources;

/// A report that is to be published.
#[derive(Clone, Copy)]
pub struct Candidate<'a> {
    /// Its settings.
    pub site: &'a Site,
    /// Whom it is for.
    pub edition: &'a Edition,
    /// Its method.
    pub method: &'a Methodology,
    /// Its data, without what the edition withholds.
    pub dataset: &'a Dataset,
    /// Its texts, without those that the edition does not tell.
    pub narratives: &'a [Narrative],
    /// What was read.
    pub sources: &'a Sources,
    /// The example that new sites begin as.
    pub example: &'a Example<'a>,
}

/// What stands in the way of publishing a report.
pub fn check(of: &Candidate<'_>) -> Diagnostics {
    let mut faults = Diagnostics::new();
    stated::check(of, &mut faults);
    example::check(of, &mut faults);
    placeholder::check(of, &mut faults);
    empty_texts(of, &mut faults);
    tracked::check(of, &mut faults);
    faults
}

/// Pages that have a title and say nothing.
fn empty_texts(of: &Candidate<'_>, faults: &mut Diagnostics) {
    let empty = |text: &&Narrative| text.markdown.trim().is_empty() && text.tables.is_empty();
    for text in of.narratives.iter().filter(empty) {
        faults.push(fault(Code::EmptyText, text.place).with("value", &text.title));
    }
}

fn fault(code: Code, place: Place) -> Diagnostic {
    Diagnostic::new(code).at(place)
}
