//! The registries as other tables refer to them: municipalities and schools by id, by an id or a
//! name that they had before, by another name; schools by their exam code too.

use std::cell::Cell;

use crate::diag::{Code, Diagnostic};
use crate::model::dataset::{Dataset, Municipality, School};
use crate::model::ids::{MunicipalityIx, SchoolIx};

use super::cells::{Cells, Column};
use super::names::{Found, Names};

/// Schools to be looked up. Rows of a table mostly stand school by school, so the last one found is
/// tried first.
pub(super) struct Schools<'a> {
    all: &'a [School],
    last: Cell<usize>,
    names: Names,
    codes: Names,
}

impl<'a> Schools<'a> {
    pub fn of(dataset: &'a Dataset) -> Self {
        let (mut names, mut codes) = (Names::default(), Names::default());
        for (at, school) in dataset.schools.iter().enumerate() {
            let life = &school.life;
            life.aliases.iter().for_each(|alias| names.add(alias, at));
            let former = life.former.iter().filter_map(|former| former.id.as_ref());
            former.for_each(|id| names.add(id.as_str(), at));
            life.exam_codes.iter().for_each(|code| codes.add(code, at));
        }
        Self { all: &dataset.schools, last: Cell::new(0), names, codes }
    }

    /// Reads what a row calls a school. Where no schools could be read, none is called unknown.
    pub fn read(&self, cells: &mut Cells<'_, '_>, column: Column<'_>) -> Option<SchoolIx> {
        if self.all.is_empty() {
            return None;
        }
        let text = cells.text(column);
        if let Found::Several(several) = self.find(text) {
            let ids: Vec<&str> = several.iter().map(|at| self.all[*at].id.as_str()).collect();
            let fault = Diagnostic::new(Code::AmbiguousSchool).at(cells.place(column));
            cells.push(fault.with("value", text).with("known", ids.join(", ")));
            return None;
        }
        let find = |text: &str| match self.find(text) {
            Found::One(at) => u32::try_from(at).ok().map(SchoolIx),
            Found::Nothing | Found::Several(_) => None,
        };
        let known = || self.all.iter().map(|s| s.id.as_str()).collect();
        cells.lookup(column, Code::UnknownSchool, find, known)
    }

    fn find(&self, text: &str) -> Found {
        let last = self.last.get();
        if self.all.get(last).is_some_and(|school| school.id.as_str() == text) {
            return Found::One(last);
        }
        if let Ok(at) = self.all.binary_search_by(|s| s.id.as_str().cmp(text)) {
            self.last.set(at);
            return Found::One(at);
        }
        match self.names.find(text) {
            Found::Nothing => self.codes.find(text),
            found => found,
        }
    }
}

/// Municipalities to be looked up.
pub(super) struct Municipalities<'a> {
    all: &'a [Municipality],
    names: Names,
}

impl<'a> Municipalities<'a> {
    pub fn of(dataset: &'a Dataset) -> Self {
        let mut names = Names::default();
        for (at, municipality) in dataset.municipalities.iter().enumerate() {
            let life = &municipality.life;
            life.aliases.iter().for_each(|alias| names.add(alias, at));
            let former = life.former.iter().filter_map(|former| former.id.as_ref());
            former.for_each(|id| names.add(id.as_str(), at));
        }
        Self { all: &dataset.municipalities, names }
    }

    /// Reads what a row calls a municipality. Where none could be read, none is called unknown.
    pub fn read(&self, cells: &mut Cells<'_, '_>, column: Column<'_>) -> Option<MunicipalityIx> {
        if self.all.is_empty() {
            return None;
        }
        let find = |text: &str| {
            let by_id = self.all.binary_search_by(|m| m.id.as_str().cmp(text)).ok();
            let at = by_id.or_else(|| match self.names.find(text) {
                Found::One(at) => Some(at),
                // Names that several share have been reported where they are given.
                Found::Nothing | Found::Several(_) => None,
            });
            at.and_then(|at| u32::try_from(at).ok()).map(MunicipalityIx)
        };
        let known = || self.all.iter().map(|m| m.id.as_str()).collect();
        cells.lookup(column, Code::UnknownMunicipality, find, known)
    }
}
