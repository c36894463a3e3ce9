//! What an absent optional table takes with it: attributes read from it, lines made from those,
//! tables left without lines. It is never an error; a name that no table has is.

use std::collections::BTreeSet;

use crate::method::{
    Attribute, AttributeKind, Conditions, Entry, EntryKind, FieldRef, ListingSpec, Methodology,
    Over, Support, TableSpec, Variant,
};
use crate::model::dataset::Dataset;
use crate::model::programme::{ROADMAP, TARGETS};
use crate::model::schema;

use super::Standings;

/// Optional tables that a region does not have, and the attributes that they take with them.
#[derive(Clone, Debug, Default)]
pub(super) struct Absent {
    tables: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

impl Absent {
    /// Canonical and declared tables that were not read or have no row, and the attributes read
    /// from them or from what an edition withholds.
    pub fn find(method: &Methodology, dataset: &Dataset, standings: &Standings) -> Self {
        let declared = method.columns.keys().map(String::as_str);
        let known = schema::TABLES.iter().map(|table| table.name).chain(declared);
        let has = |name: &str| dataset.tables.get(name).is_some_and(|table| !table.is_empty());
        let tables = known.filter(|name| !has(name));
        let mut absent = Self {
            tables: tables.map(str::to_owned).collect(),
            attributes: method.withheld.clone(),
        };
        // An attribute may be made from one declared after it: until nothing more is found.
        loop {
            let before = absent.attributes.len();
            for attribute in &method.attributes {
                if absent.takes(attribute, dataset, method, standings) {
                    absent.attributes.insert(attribute.id.value.clone());
                }
            }
            if absent.attributes.len() == before {
                return absent;
            }
        }
    }

    /// True if the attribute cannot be had.
    pub fn has(&self, attribute: &str) -> bool {
        self.attributes.contains(attribute)
    }

    fn takes(
        &self,
        attribute: &Attribute,
        dataset: &Dataset,
        method: &Methodology,
        standings: &Standings,
    ) -> bool {
        let field = |field: &FieldRef| self.tables.contains(&field.table.value);
        let unlisted = |list: &str| {
            let list = method.list_ix(list).map(|ix| standings.list(ix));
            list.is_some_and(|list| list.known_years().is_empty())
        };
        match &attribute.kind {
            AttributeKind::Field { field: of, titles_from } => {
                let titles = titles_from.as_ref();
                field(of) || titles.is_some_and(|(table, ..)| self.tables.contains(&table.value))
            }
            AttributeKind::Number { field: of } | AttributeKind::Bins { field: of, .. } => {
                field(of)
            }
            AttributeKind::AnyRow { table, .. } => self.tables.contains(&table.value),
            AttributeKind::Answer { .. } => {
                ["survey", "survey_questions"].iter().any(|name| self.tables.contains(*name))
            }
            AttributeKind::Quantile { of, .. } => self.has(&of.value),
            AttributeKind::Cases { cases } => cases.iter().any(|c| self.touches(&c.conditions)),
            AttributeKind::Group { .. } | AttributeKind::Groups => dataset.groups.is_empty(),
            AttributeKind::List { list, .. }
            | AttributeKind::ListChange { list, .. }
            | AttributeKind::ListYears { list, .. }
            | AttributeKind::ListRule { list, .. }
            | AttributeKind::ListHistory { list, .. } => unlisted(&list.value),
            AttributeKind::ListAgreement { lists, .. } => lists.iter().any(|l| unlisted(&l.value)),
            AttributeKind::Cluster { .. } | AttributeKind::Transition { .. } => {
                standings.known_years().is_empty()
            }
            AttributeKind::Variant { support } => {
                method.support(&support.value).is_some_and(|support| self.takes_support(support))
            }
            AttributeKind::Warning { warning, .. } => {
                let warning = method.warnings.iter().find(|w| w.id.value == warning.value);
                warning.is_some_and(|warning| unlisted(warning.list.as_str()))
            }
            AttributeKind::Dynamics { .. } | AttributeKind::Held => false,
            AttributeKind::RoadmapState => self.tables.contains(ROADMAP),
            AttributeKind::TargetState | AttributeKind::Target => self.tables.contains(TARGETS),
        }
    }

    /// A system of variants goes with the attributes that say whom it is about, or with all of its
    /// variants.
    fn takes_support(&self, support: &Support) -> bool {
        let lost = |variant: &Variant| variant.any_of.iter().all(|c| self.touches(c));
        self.touches(&support.among) || support.variants.iter().all(lost)
    }

    /// True if conditions speak of an attribute that cannot be had.
    pub fn touches(&self, conditions: &Conditions) -> bool {
        conditions.0.iter().any(|(name, _)| self.has(&name.value))
    }

    /// What is left of a table; `None` if nothing is.
    pub fn reduce(&self, spec: &TableSpec) -> Option<TableSpec> {
        let rows_of = matches!(&spec.over, Over::Rows(table) if self.tables.contains(&table.value));
        if rows_of || self.touches(&spec.conditions) || self.touches(&spec.count) {
            return None;
        }
        let (rows, columns) = (self.entries(&spec.rows), self.entries(&spec.columns));
        if rows.is_empty() || columns.is_empty() {
            return None;
        }
        let mut left = TableSpec { rows, columns, ..spec.clone() };
        let lost = left.columns.len() < spec.columns.len();
        if let Some(figure) = &left.figure
            && let Some(column) = &figure.column
            && lost
            && !left.columns.iter().any(|entry| entry.id() == Some(column.value.as_str()))
        {
            left.figure = None;
        }
        Some(left)
    }

    fn entries(&self, entries: &[Entry]) -> Vec<Entry> {
        let mut kept: Vec<Entry> = Vec::new();
        let attribute_lost = entries.iter().any(|entry| match &entry.kind {
            EntryKind::Attribute { attribute, .. } => self.has(&attribute.value),
            _ => false,
        });
        for entry in entries {
            let entry = match &entry.kind {
                EntryKind::Attribute { attribute, .. } if self.has(&attribute.value) => continue,
                EntryKind::Where { conditions, base, mean, .. } => {
                    let base = base.as_ref().is_some_and(|base| self.touches(base));
                    let mean = mean.as_ref().is_some_and(|mean| self.has(&mean.value));
                    if base || mean || self.touches(conditions) {
                        continue;
                    }
                    entry.clone()
                }
                EntryKind::Sum { .. } | EntryKind::Difference { .. } => {
                    // A part that no entry states is a category of an attribute, maybe a lost one.
                    let lost = |part: &str| {
                        let states = |entry: &Entry| entry.id() == Some(part);
                        let stated = entries.iter().any(states);
                        !kept.iter().any(states) && (stated || attribute_lost)
                    };
                    let gone = entry.parts().iter().any(|part| lost(&part.value));
                    if gone || (kept.is_empty() && entries.len() > 1) {
                        continue;
                    }
                    entry.clone()
                }
                EntryKind::By { id, title, columns } => {
                    let mut left = columns.clone();
                    left.retain(|_, conditions| !self.touches(conditions));
                    if left.is_empty() && !columns.is_empty() {
                        continue;
                    }
                    let (id, title) = (id.clone(), title.clone());
                    let kind = EntryKind::By { id, title, columns: left };
                    Entry { kind, ..entry.clone() }
                }
                EntryKind::Attribute { .. } => entry.clone(),
            };
            kept.push(entry);
        }
        // A total of nothing says nothing.
        let body = |entry: &Entry| entry.role == crate::model::tabulation::HeadingRole::Body;
        if entries.iter().any(body) && !kept.iter().any(body) {
            kept.clear();
        }
        kept
    }

    /// What is left of a listing; `None` if its schools cannot be told or nothing is shown.
    pub fn reduce_listing(&self, spec: &ListingSpec) -> Option<ListingSpec> {
        if self.touches(&spec.conditions) {
            return None;
        }
        let mut left = spec.clone();
        left.attributes.retain(|name| !self.has(&name.value));
        (!left.attributes.is_empty()).then_some(left)
    }
}
