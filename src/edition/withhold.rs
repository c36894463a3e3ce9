//! What an edition does without. It is taken out before anything is computed, so that it goes as
//! optional data does that a region does not have: attributes that depend on it, tables, pages and
//! entries of the menu with it.

use crate::diag::{Code, Diagnostics, unknown};
use crate::method::Methodology;
use crate::model::dataset::Dataset;
use crate::model::management::{Frame, Management, ProgrammeIndicators};
use crate::model::schema;
use crate::site::Edition;

/// Tables that the reader types by itself and that are no rows of `schema::TABLES`.
const TYPED: [&str; 3] = ["groups", "list_membership", "procedure_years"];

/// Takes out the tables and attributes that an edition withholds.
///
/// # Errors
/// Names of neither, each with its place.
pub fn withhold(edition: &Edition, method: &mut Methodology, dataset: &mut Dataset) -> Diagnostics {
    let mut faults = Diagnostics::new();
    for (name, place) in &edition.withhold {
        let is_attribute = method.attributes.iter().any(|a| a.id.value == *name);
        if is_attribute {
            method.withheld.insert(name.clone());
        }
        let is_table = tables(method, dataset).any(|known| known == name);
        if is_table {
            take(name, dataset);
        }
        if !is_attribute && !is_table {
            let attributes = method.attributes.iter().filter(|a| !a.is_implied());
            let attributes = attributes.map(|a| a.id.value.as_str());
            let known: Vec<&str> = tables(method, dataset).chain(attributes).collect();
            faults.push(unknown(Code::UnknownWithheld, *place, name, &known));
        }
    }
    faults
}

/// Tables of the data that a report can be made without.
fn tables<'a>(method: &'a Methodology, dataset: &'a Dataset) -> impl Iterator<Item = &'a str> {
    let canonical = schema::TABLES.iter().map(|table| table.name);
    let declared = method.columns.keys().chain(dataset.tables.keys()).map(String::as_str);
    canonical.chain(TYPED).chain(declared)
}

fn take(name: &str, dataset: &mut Dataset) {
    dataset.tables.remove(name);
    match name {
        "groups" => dataset.groups.clear(),
        "list_membership" => dataset.lists.clear(),
        "procedure_years" => dataset.procedure_years.clear(),
        "risks" | "risk_catalogue" => dataset.risks = None,
        _ => take_of_management(name, &mut dataset.management),
    }
}

fn take_of_management(name: &str, management: &mut Management) {
    match name {
        "documents" => management.documents.clear(),
        "decisions" => management.decisions.clear(),
        "recommendations" => management.recommendations.clear(),
        "events" => management.events.clear(),
        "contacts" => management.contacts.clear(),
        "measures" => management.measures.clear(),
        "indicators_programme" => management.indicators = ProgrammeIndicators::default(),
        "support_frame" => management.frame = Frame::default(),
        "glossary" => management.glossary.clear(),
        _ => {}
    }
}
