//! Attributes made from the registry, groups and results.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostics, SourceId};
use crate::method::{Attribute, DynamicsKind, Located, Methodology};
use crate::model::dataset::Dataset;
use crate::model::ids::{GroupId, SchoolIx, Year};
use crate::model::tabulation::CategoryInfo;
use crate::model::tone::Tone;

use super::super::series;
use super::{Belonging, Column, Context, Domain, Shape, Values, category, code_of};

/// The attributes that every method has: municipality, procedure, year.
pub(super) fn built_in<'a>(
    method: &Methodology,
    dataset: &Dataset,
    shape: &Shape,
) -> BTreeMap<&'a str, Column> {
    let municipalities = dataset.municipalities.iter();
    let municipality = Column {
        domain: Domain::SCHOOLS,
        categories: municipalities.map(|m| category(m.id.as_str(), &m.name, Tone::Plain)).collect(),
        values: Values::Municipality(Belonging::new(dataset)),
        sources: dataset.schools.iter().map(|s| s.place.source).collect(),
    };
    let procedure = Column {
        domain: Domain::Schools { procedure: true, year: false },
        categories: method
            .procedures
            .iter()
            .map(|p| category(p.id.as_str(), &p.title, Tone::Plain))
            .collect(),
        values: Values::Procedure,
        sources: BTreeSet::new(),
    };
    let year = Column {
        domain: Domain::Schools { procedure: false, year: true },
        categories: shape
            .years()
            .map(|y| category(&y.to_string(), &y.to_string(), Tone::Plain))
            .collect(),
        values: Values::Year,
        sources: BTreeSet::new(),
    };
    BTreeMap::from([("municipality", municipality), ("procedure", procedure), ("year", year)])
}

impl Context<'_> {
    pub(super) fn of_schools(
        &self,
        categories: Vec<CategoryInfo>,
        sources: BTreeSet<SourceId>,
        code: impl Fn(SchoolIx) -> u32,
    ) -> Column {
        let codes = self.dataset.school_indices().map(code).collect();
        Column { domain: Domain::SCHOOLS, categories, values: Values::Codes(codes), sources }
    }

    pub(super) fn group(
        &self,
        attribute: &Attribute,
        groups: &[Located<String>],
        faults: &mut Diagnostics,
    ) -> Column {
        let known: Vec<_> = self.method.groups.iter().map(|g| g.id.as_str()).collect();
        for group in groups.iter().filter(|g| !known.contains(&g.value.as_str())) {
            faults.push(crate::diag::unknown(
                Code::UnknownGroup,
                group.place,
                &group.value,
                &known,
            ));
        }
        let ids: Vec<_> = groups.iter().map(|g| GroupId::new(g.value.as_str())).collect();
        let categories = self.yes_no(attribute);
        let (yes, no) = (code_of(&categories, "yes"), code_of(&categories, "no"));
        self.of_schools(categories, self.group_sources(), |school| {
            let member = ids.iter().any(|id| self.dataset.group_row(id, school).is_some());
            if member { yes } else { no }
        })
    }

    fn group_sources(&self) -> BTreeSet<SourceId> {
        self.dataset.groups.values().flatten().map(|row| row.place.source).collect()
    }

    pub(super) fn groups(&self) -> Column {
        let groups = &self.method.groups;
        let set = |group: &crate::method::Group| {
            let member = |school| self.dataset.group_row(&group.id, school).is_some();
            self.dataset.school_indices().map(member).collect()
        };
        Column {
            domain: Domain::SCHOOLS,
            categories: groups
                .iter()
                .enumerate()
                .map(|(at, g)| category(g.id.as_str(), &g.short, Tone::series(at)))
                .collect(),
            values: Values::Sets(groups.iter().map(set).collect()),
            sources: self.group_sources(),
        }
    }

    pub(super) fn result_sources(&self) -> BTreeSet<SourceId> {
        self.dataset.results.iter().map(|o| o.place.source).collect()
    }

    pub(super) fn dynamics(&self, from: Year, to: Year) -> Column {
        let rules = &self.method.dynamics;
        let categories = DynamicsKind::ALL.map(|k| category(k.id(), rules.title(k), k.tone()));
        let mut codes = Vec::with_capacity(self.dataset.schools.len() * self.shape.procedures);
        for school in self.dataset.school_indices() {
            for procedure in self.method.procedure_indices() {
                let kind = series::dynamics(self.method, self.dataset, school, procedure, from, to);
                codes.push(kind as u32);
            }
        }
        Column {
            domain: Domain::Schools { procedure: true, year: false },
            categories: categories.into(),
            values: Values::Codes(codes),
            sources: self.result_sources(),
        }
    }

    pub(super) fn held(&self, attribute: &Attribute) -> Column {
        let categories = self.yes_no(attribute);
        let (yes, no) = (code_of(&categories, "yes"), code_of(&categories, "no"));
        let shape = &self.shape;
        let mut codes = vec![no; self.dataset.schools.len() * shape.procedures * shape.years];
        for row in &self.dataset.results {
            let unit = crate::model::tabulation::Unit {
                school: row.school,
                procedure: Some(row.procedure),
                year: Some(row.year),
                row: None,
            };
            let domain = Domain::Schools { procedure: true, year: true };
            if let Some(code) = domain.index(shape, &unit).and_then(|at| codes.get_mut(at)) {
                *code = yes;
            }
        }
        Column {
            domain: Domain::Schools { procedure: true, year: true },
            categories,
            values: Values::Codes(codes),
            sources: self.result_sources(),
        }
    }
}
