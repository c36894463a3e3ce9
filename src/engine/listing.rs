//! Declared listings, and the names by which pages and charts ask for what was computed.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Diagnostics, unknown};
use crate::method::{ListingSpec, Methodology, Origin, TableSpec};
use crate::model::dataset::Dataset;
use crate::model::ids::TableId;
use crate::model::tabulation::{Listing, Tabulation, Unit};

use super::attribute::{Columns, Domain};
use super::lines::Binder;

/// Computes the declared listings.
pub(super) fn listings(
    specs: &[ListingSpec],
    dataset: &Dataset,
    columns: &Columns,
    faults: &mut Diagnostics,
) -> Vec<Listing> {
    let mut listings = Vec::new();
    for spec in specs {
        let table = spec.id.value.as_str();
        let mut binder = Binder {
            columns,
            domain: Domain::SCHOOLS,
            table,
            faults: Diagnostics::new(),
            sources: BTreeSet::new(),
        };
        let filter = binder.conditions(&spec.conditions);
        for attribute in &spec.attributes {
            binder.attribute(attribute);
        }
        let sources = binder.sources.iter().copied().collect();
        let failed = binder.faults.has_errors();
        faults.extend(binder.faults);
        let Some(filter) = filter.filter(|_| !failed) else { continue };
        let meets = |school: &crate::model::ids::SchoolIx| {
            let unit = Unit::of_school(*school);
            filter.iter().all(|f| f.holds(&columns.shape, &unit))
        };
        let schools: Vec<_> = dataset.schools_of_today().filter(meets).collect();
        if schools.is_empty() && spec.origin != Origin::Declared {
            continue;
        }
        listings.push(Listing {
            id: TableId::new(table),
            title: spec.title.clone(),
            schools,
            attributes: spec.attributes.iter().map(|a| a.value.clone()).collect(),
            notes: spec.notes.clone(),
            sources,
        });
    }
    listings
}

/// Checks what the pages are to show against what there is.
pub(super) fn check_pages(
    method: &Methodology,
    specs: &[TableSpec],
    tables: &[Tabulation],
    columns: &Columns,
    faults: &mut Diagnostics,
) {
    for name in method.pages.municipality_attributes.iter().chain(&method.pages.school_attributes) {
        if columns.find(&name.value).is_some_and(|(_, c)| c.domain != Domain::SCHOOLS) {
            faults.push(
                Diagnostic::new(Code::AttributeNotHere)
                    .at(name.place)
                    .with("value", &name.value)
                    .with("table", "schools"),
            );
        }
    }
    let shown = specs.iter().filter_map(|t| Some((t, t.figure.as_ref()?.column.as_ref()?)));
    let whole = |table: &str| {
        let rows = |specs: &[TableSpec]| {
            specs.iter().find(|t| t.id.value == table).map(|t| t.columns.len())
        };
        rows(specs) == rows(&method.tables)
    };
    // A column that an absent table has taken away is no slip of the pen.
    let mapped = method.pages.map.as_ref().filter(|map| whole(&map.table.value));
    let mapped = mapped.map(|map| (map.table.value.as_str(), &map.column));
    let named = shown.map(|(table, column)| (table.id.value.as_str(), column)).chain(mapped);
    for (table, column) in named {
        let Some(table) = tables.iter().find(|t| t.id.as_str() == table) else { continue };
        let known: Vec<_> = table.columns.iter().map(|c| c.id.as_str()).collect();
        if !known.contains(&column.value.as_str()) {
            let fault = unknown(Code::UnknownLine, column.place, &column.value, &known);
            faults.push(fault.with("table", &table.id));
        }
    }
}
