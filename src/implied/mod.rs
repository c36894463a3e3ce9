//! Attributes and tables that nobody has to declare, because what the data holds calls for them:
//! a table for each risk, each list. They are declarations like those of `methodology.toml`, so
//! that one engine computes them, and `svod table`, `svod explain`, exports and charts know them
//! without a word more.
//!
//! A table of the methodology with the id of an implied one takes its place. Ids of implied
//! attributes have colons, which no declared id has.

mod draft;
mod lists;
mod programme;
mod risks;
mod support;

use crate::method::Methodology;
use crate::model::dataset::Dataset;
use crate::model::date::Date;
use crate::text::Text;

use draft::Draft;

/// The methodology with all that the data calls for. Titles of what depends on the report's date
/// state it.
pub fn complete(
    method: Methodology,
    dataset: &Dataset,
    date: Option<Date>,
    text: &Text,
) -> Methodology {
    let mut draft = Draft::new(method, text);
    lists::declare(&mut draft, dataset);
    support::declare(&mut draft);
    risks::declare(&mut draft, dataset);
    programme::declare(&mut draft, dataset, date);
    draft.done()
}
