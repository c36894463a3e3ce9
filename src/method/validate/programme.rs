//! Roadmaps: their parameter; and the names of tables that the data implies, which are taken.

use super::super::implied::by_data;
use super::super::programme::{RoadmapRules, RoadmapSpec, SOON};
use super::super::{Attribute, ListingSpec, TableSpec, Words};
use super::Check;
use crate::diag::{Code, Diagnostic, Place};

/// A year: what falls due later is not soon for anyone.
const LATEST: u16 = 366;

impl Check {
    pub(super) fn roadmap(&mut self, spec: &RoadmapSpec) -> RoadmapRules {
        let Some(soon) = &spec.soon else { return RoadmapRules { soon: SOON } };
        let days = *soon.get_ref();
        if days > LATEST {
            self.bad_parameter(self.place(soon), "soon", days, &format!("0–{LATEST}"));
        }
        RoadmapRules { soon: days }
    }

    /// Adds the attributes and tables that the data implies to the declared ones.
    pub(super) fn implied_by_data(
        &mut self,
        attributes: &mut Vec<Attribute>,
        tables: &mut Vec<TableSpec>,
        listings: &[ListingSpec],
        words: Words<'_>,
    ) {
        let implied = by_data(self.source, attributes, words);
        let (implied, made) = (implied.attributes, implied.tables);
        attributes.extend(implied);
        for table in made {
            let id = table.id.value.as_str();
            let own = tables.iter().map(|t| &t.id).chain(listings.iter().map(|l| &l.id));
            match own.into_iter().find(|own| own.value == id) {
                Some(own) => self.reserved(id, own.place),
                None => tables.push(table),
            }
        }
    }

    pub(super) fn reserved(&mut self, id: &str, place: Place) {
        self.faults.push(Diagnostic::new(Code::ReservedId).at(place).with("value", id));
    }
}
