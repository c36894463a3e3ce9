//! «Откуда?»: the places of the values that made a unit what it is.

use std::collections::BTreeSet;

use crate::diag::Place;
use crate::method::{
    AttributeKind, Conditions, EntryKind, FieldRef, Measure, Methodology, TableSpec,
};
use crate::model::dataset::Dataset;
use crate::model::ids::{GroupId, ListId, ProcedureIx, SchoolIx, Year};
use crate::model::tabulation::Unit;

/// What tracing needs.
pub(super) struct Trace<'a> {
    pub dataset: &'a Dataset,
    pub method: &'a Methodology,
}

impl Trace<'_> {
    /// Places behind an attribute of a unit, by the attribute's order in the methodology.
    pub fn attribute(&self, at: usize, unit: &Unit) -> Vec<Place> {
        let mut places = BTreeSet::new();
        if let Some(attribute) = self.method.attributes.get(at) {
            self.kind(&attribute.kind, unit, &mut places);
        }
        places.into_iter().collect()
    }

    /// Places behind a unit's presence in a table.
    pub fn table(&self, spec: &TableSpec, unit: &Unit) -> Vec<Place> {
        let mut places = BTreeSet::new();
        if let Measure::FailingShare(year) = spec.measure {
            let key = unit.procedure.zip(unit.year.or(year));
            places.extend(key.and_then(|(p, y)| self.result(unit.school, p, y)));
        }
        self.conditions(&spec.conditions, unit, &mut places);
        self.conditions(&spec.count, unit, &mut places);
        for entry in spec.rows.iter().chain(&spec.columns) {
            match &entry.kind {
                EntryKind::Attribute { attribute, .. } => {
                    self.named(&attribute.value, unit, &mut places);
                }
                EntryKind::Where { conditions, mean, .. } => {
                    self.conditions(conditions, unit, &mut places);
                    if let Some(mean) = mean {
                        self.named(&mean.value, unit, &mut places);
                    }
                }
                EntryKind::By { columns, .. } => {
                    for conditions in columns.values() {
                        self.conditions(conditions, unit, &mut places);
                    }
                }
                EntryKind::Sum { .. } => {}
            }
        }
        places.into_iter().collect()
    }

    fn conditions(&self, conditions: &Conditions, unit: &Unit, places: &mut BTreeSet<Place>) {
        for (name, _) in &conditions.0 {
            self.named(&name.value, unit, places);
        }
    }

    fn named(&self, name: &str, unit: &Unit, places: &mut BTreeSet<Place>) {
        match self.method.attributes.iter().find(|a| a.id.value == name) {
            Some(attribute) => self.kind(&attribute.kind, unit, places),
            None if name == "municipality" => {
                places.insert(self.dataset.school(unit.school).place);
            }
            None => {}
        }
    }

    fn kind(&self, kind: &AttributeKind, unit: &Unit, places: &mut BTreeSet<Place>) {
        match kind {
            AttributeKind::Field { field, .. }
            | AttributeKind::Number { field }
            | AttributeKind::Bins { field, .. } => self.field(field, unit, places),
            AttributeKind::Quantile { of, .. } => self.named(&of.value, unit, places),
            AttributeKind::Cases { cases } => {
                for case in cases {
                    self.conditions(&case.conditions, unit, places);
                }
            }
            AttributeKind::Group { groups } => {
                let ids = groups.iter().map(|g| GroupId::new(g.value.as_str()));
                places.extend(ids.filter_map(|id| self.group(&id, unit.school)));
            }
            AttributeKind::Groups => {
                let ids = self.method.groups.iter().map(|g| &g.id);
                places.extend(ids.filter_map(|id| self.group(id, unit.school)));
            }
            AttributeKind::List { list, year } => {
                let id = ListId::new(list.value.as_str());
                let year = year.or(unit.year);
                places.extend(year.and_then(|y| self.listed(&id, unit.school, y)));
            }
            AttributeKind::Cluster { year } => self.standing(unit.school, *year, places),
            AttributeKind::Transition { from, to } => {
                self.standing(unit.school, *from, places);
                self.standing(unit.school, *to, places);
            }
            AttributeKind::Dynamics { from, to } => {
                for year in [*from, *to] {
                    places.extend(unit.procedure.and_then(|p| self.result(unit.school, p, year)));
                }
            }
            AttributeKind::Held => {
                let key = unit.procedure.zip(unit.year);
                places.extend(key.and_then(|(p, y)| self.result(unit.school, p, y)));
            }
            AttributeKind::AnyRow { table, .. } => self.rows(&table.value, unit.school, places),
            AttributeKind::Answer { .. } => self.row("survey", "answer", unit, places),
        }
    }

    fn result(&self, school: SchoolIx, procedure: ProcedureIx, year: Year) -> Option<Place> {
        Some(self.dataset.result(school, procedure, year)?.place)
    }

    fn group(&self, id: &GroupId, school: SchoolIx) -> Option<Place> {
        Some(self.dataset.group_row(id, school)?.place)
    }

    fn listed(&self, id: &ListId, school: SchoolIx, year: Year) -> Option<Place> {
        Some(self.dataset.list_row(id, school, year)?.place)
    }

    /// The row of the list; where none is given, the results the rule looks at.
    fn standing(&self, school: SchoolIx, year: Year, places: &mut BTreeSet<Place>) {
        let list = self.method.low_results.list.as_ref();
        let row = list.and_then(|list| self.listed(list, school, year));
        if let Some(place) = row {
            places.insert(place);
            return;
        }
        let tested = year.previous();
        let rows = self.dataset.results_of(school).iter().filter(|o| o.year == tested);
        places.extend(rows.map(|o| o.place));
    }

    fn rows(&self, name: &str, school: SchoolIx, places: &mut BTreeSet<Place>) {
        let Some(table) = self.dataset.tables.get(name) else { return };
        for (row, _) in table.schools.iter().flatten().enumerate().filter(|(_, s)| **s == school) {
            places.insert(Place::row(table.source, table.lines[row]));
        }
    }

    fn row(&self, name: &str, column: &str, unit: &Unit, places: &mut BTreeSet<Place>) {
        let found = self.dataset.tables.get(name).and_then(|t| Some((t, t.column(column)?)));
        if let (Some((table, column)), Some(row)) = (found, unit.row) {
            places.insert(table.place(row as usize, column));
        }
    }

    fn field(&self, field: &FieldRef, unit: &Unit, places: &mut BTreeSet<Place>) {
        if field.table.value == "schools" {
            places.insert(self.dataset.school(unit.school).place);
            return;
        }
        let of_row = field.at.is_empty() && unit.row.is_some();
        if of_row {
            self.row(&field.table.value, &field.column.value, unit, places);
            return;
        }
        let found = self.dataset.tables.get(&field.table.value);
        let Some((table, column)) = found.and_then(|t| Some((t, t.column(&field.column.value)?)))
        else {
            return;
        };
        let at = |row: usize| {
            field.at.iter().all(|(key, wanted)| {
                let column = table.column(key);
                column.is_some_and(|c| table.value(row, c).key().as_deref() == Some(wanted))
            })
        };
        let schools = table.schools.iter().flatten().enumerate();
        for (row, _) in schools.filter(|(row, s)| **s == unit.school && at(*row)) {
            places.insert(table.place(row, column));
        }
    }
}
