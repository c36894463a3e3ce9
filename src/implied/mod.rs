//! Attributes and tables that nobody has to declare, because what the data holds calls for them:
//! a table for each risk, each list; or because a text declares them where it stands. They are declarations like those of `methodology.toml`, so
//! that one engine computes them, and `svod table`, `svod explain`, exports and charts know them
//! without a word more.
//!
//! A table of the methodology with the id of an implied one takes its place. Ids of implied
//! attributes have colons, which no declared id has.

mod draft;
mod lists;
mod programme;
mod risks;
mod spots;
mod support;

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostics, unknown};
use crate::method::{Methodology, implied_by};
use crate::model::dataset::Dataset;
use crate::model::date::Date;
use crate::model::narrative::{SpotKey, SpotTable};
use crate::text::Text;

use draft::Draft;

/// Tables that pages are told to show and the data does not imply. Where the data is not there at
/// all, its tables are left out without a word.
pub fn check(method: &Methodology, dataset: &Dataset) -> Diagnostics {
    let known: Vec<&str> = method.tables.iter().map(|table| table.id.value.as_str()).collect();
    let wrong = method.shown_tables().filter(|name| {
        let implied = |data| {
            // Lists may come from a rule instead of a table.
            let fellow = |id: &&str| implied_by(id) == Some(data);
            dataset.tables.contains_key(data) || known.iter().any(fellow)
        };
        implied_by(&name.value).is_some_and(implied) && !known.contains(&name.value.as_str())
    });
    wrong.map(|name| unknown(Code::UnknownTable, name.place, &name.value, &known)).collect()
}

/// The methodology with all that the data and the texts call for.
#[derive(Debug)]
pub struct Completed {
    /// The methodology.
    pub method: Methodology,
    /// The ids of the tables that texts declare, by what the texts say.
    pub spots: BTreeMap<SpotKey, String>,
}

/// Completes the methodology. Titles of what depends on the report's date state it. Tables of the
/// texts that cannot be read, and ids that are taken, are faults and are left out.
pub fn complete(
    method: Methodology,
    dataset: &Dataset,
    date: Option<Date>,
    spots: &[SpotTable],
    text: &Text,
    faults: &mut Diagnostics,
) -> Completed {
    let mut draft = Draft::new(method, text);
    lists::declare(&mut draft, dataset);
    support::declare(&mut draft);
    risks::declare(&mut draft, dataset);
    programme::declare(&mut draft, dataset, date);
    let spots = spots::declare(&mut draft, dataset, spots, faults);
    Completed { method: draft.done(), spots }
}
