//! Attributes computed, and what they can be asked.

use std::collections::{BTreeMap, BTreeSet};

use super::super::AttributeInfo;
use super::super::absent::Absent;
use super::NONE;
use super::shape::{Domain, Shape};
use crate::diag::SourceId;
use crate::method::{Attribute, Methodology};
use crate::model::dataset::Dataset;
use crate::model::ids::{MunicipalityIx, SchoolIx, Year};
use crate::model::life::{Change, ChangeKind};
use crate::model::number::Decimal;
use crate::model::tabulation::{AttributeValue, CategoryInfo, Missing, Unit};

/// Values of an attribute, by the index of the unit in its domain.
#[derive(Clone, Debug)]
pub(crate) enum Values {
    /// A category each.
    Codes(Vec<u32>),
    /// A number each.
    Numbers(Vec<Option<Decimal>>),
    /// Categories that overlap: for each, whether the unit is in it.
    Sets(Vec<Vec<bool>>),
    /// The municipality of the unit's school in the unit's year.
    Municipality(Belonging),
    /// The unit's own procedure.
    Procedure,
    /// The unit's own year.
    Year,
}

/// The municipality of each school: of today, and of the years before each move.
#[derive(Clone, Debug)]
pub(crate) struct Belonging {
    today: Vec<MunicipalityIx>,
    /// The year of a move and the municipality before it, in order, of schools that moved.
    moves: BTreeMap<SchoolIx, Vec<(Year, MunicipalityIx)>>,
}

impl Belonging {
    pub(super) fn new(dataset: &Dataset) -> Self {
        let moved = |change: &Change| match change.kind {
            ChangeKind::Moved(from) => Some((change.year, from)),
            _ => None,
        };
        let moves = dataset.school_indices().filter_map(|ix| {
            let moves: Vec<_> = dataset.school(ix).life.changes.iter().filter_map(moved).collect();
            (!moves.is_empty()).then_some((ix, moves))
        });
        Self {
            today: dataset.schools.iter().map(|school| school.municipality).collect(),
            moves: moves.collect(),
        }
    }

    fn of(&self, school: SchoolIx, year: Option<Year>) -> Option<MunicipalityIx> {
        let moves = self.moves.get(&school).zip(year);
        let before = moves.and_then(|(moves, year)| moves.iter().find(|(moved, _)| *moved > year));
        before.map(|(_, from)| *from).or_else(|| self.today.get(school.0 as usize).copied())
    }
}

/// An attribute computed for all its units.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub domain: Domain,
    pub categories: Vec<CategoryInfo>,
    pub values: Values,
    pub sources: BTreeSet<SourceId>,
}

impl Column {
    /// What stands for an attribute that could not be computed; its fault has been reported.
    pub(super) fn empty() -> Self {
        Self {
            domain: Domain::SCHOOLS,
            categories: Vec::new(),
            values: Values::Codes(Vec::new()),
            sources: BTreeSet::new(),
        }
    }

    /// True if the unit is in the category.
    pub fn has(&self, shape: &Shape, unit: &Unit, category: u32) -> bool {
        match &self.values {
            Values::Sets(sets) => {
                let at = self.domain.index(shape, unit);
                let set = sets.get(category as usize);
                at.zip(set).is_some_and(|(at, set)| set.get(at) == Some(&true))
            }
            _ => self.category(shape, unit) == Some(category),
        }
    }

    /// The category of the unit, if it has exactly one.
    pub fn category(&self, shape: &Shape, unit: &Unit) -> Option<u32> {
        match &self.values {
            Values::Codes(codes) => {
                let code = *codes.get(self.domain.index(shape, unit)?)?;
                (code != NONE).then_some(code)
            }
            Values::Municipality(belonging) => {
                belonging.of(unit.school, unit.year.or(shape.as_of)).map(|ix| ix.0)
            }
            Values::Procedure => unit.procedure.map(|p| p.0.into()),
            Values::Year => u32::try_from(shape.year_index(unit.year?)?).ok(),
            Values::Numbers(_) | Values::Sets(_) => None,
        }
    }

    /// True if the data says which categories or which number the unit has, be it none of them.
    pub fn is_known(&self, shape: &Shape, unit: &Unit) -> bool {
        matches!(self.values, Values::Sets(_)) || self.is_present(shape, unit)
    }

    /// True if the unit has a category or a number.
    pub fn is_present(&self, shape: &Shape, unit: &Unit) -> bool {
        match &self.values {
            Values::Numbers(_) => self.number(shape, unit).is_some(),
            Values::Sets(sets) => {
                let at = self.domain.index(shape, unit);
                at.is_some_and(|at| sets.iter().any(|set| set.get(at) == Some(&true)))
            }
            _ => self.category(shape, unit).is_some(),
        }
    }

    /// The number of the unit.
    pub fn number(&self, shape: &Shape, unit: &Unit) -> Option<Decimal> {
        match &self.values {
            Values::Numbers(numbers) => *numbers.get(self.domain.index(shape, unit)?)?,
            _ => None,
        }
    }

    /// What there is to say of the unit.
    pub fn value(&self, shape: &Shape, unit: &Unit) -> AttributeValue<'_> {
        if let Some(number) = self.number(shape, unit) {
            return AttributeValue::Number(number);
        }
        let category = self.category(shape, unit);
        match category.and_then(|code| self.categories.get(code as usize)) {
            Some(category) => AttributeValue::Category(category),
            None => AttributeValue::Missing(Missing::NotAvailable),
        }
    }

    pub fn is_numeric(&self) -> bool {
        matches!(self.values, Values::Numbers(_))
    }

    /// The code of a category by its id.
    pub fn code(&self, id: &str) -> Option<u32> {
        let at = self.categories.iter().position(|c| c.id == id)?;
        u32::try_from(at).ok()
    }
}

/// All attributes: the declared ones in order, then the three every method has.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    pub shape: Shape,
    /// How many of them are declared.
    pub(super) declared: usize,
    pub(super) columns: Vec<Column>,
    pub(super) names: BTreeMap<String, usize>,
}

impl Columns {
    pub fn find(&self, name: &str) -> Option<(usize, &Column)> {
        let at = *self.names.get(name)?;
        Some((at, &self.columns[at]))
    }

    /// The name of one of these columns.
    pub fn name_of(&self, column: &Column) -> &str {
        let same = |at: &usize| std::ptr::eq(&self.columns[*at], column);
        self.names.iter().find(|(_, at)| same(at)).map_or("", |(name, _)| name.as_str())
    }

    /// A declared attribute by its order in the methodology.
    pub fn declared(&self, at: usize) -> Option<&Column> {
        self.columns[..self.declared].get(at)
    }

    /// The names that a methodology may use, for who looks for the right one.
    pub fn names(&self) -> Vec<&str> {
        // Implied ones have names that nobody can mean.
        self.names.keys().map(String::as_str).filter(|name| !name.contains(':')).collect()
    }

    pub fn infos(&self, method: &Methodology, absent: &Absent) -> Vec<AttributeInfo> {
        let info = |(attribute, column): (&Attribute, &Column)| AttributeInfo {
            id: crate::model::ids::AttributeId::new(attribute.id.value.as_str()),
            title: attribute.title.clone(),
            categories: column.categories.clone(),
            of_school: column.domain == Domain::SCHOOLS,
            absent: absent.has(&attribute.id.value),
        };
        method.attributes.iter().zip(&self.columns).map(info).collect()
    }
}
