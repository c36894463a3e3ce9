//! The units that attributes speak of, and their order.

use std::collections::BTreeSet;

use crate::method::{Methodology, Over};
use crate::model::dataset::Dataset;
use crate::model::ids::{ProcedureIx, Year};
use crate::model::tabulation::Unit;

/// How many procedures and which years there are: what turns a unit into an index.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub procedures: usize,
    pub first_year: Year,
    pub years: usize,
    /// The years that have results.
    pub tested: BTreeSet<Year>,
    /// The procedures that were held in a year: the data says so, or somebody took part.
    pub held: BTreeSet<(ProcedureIx, Year)>,
    /// The year that a table is of where its units have none: of what belonged where then.
    pub as_of: Option<Year>,
}

impl Shape {
    pub fn of(method: &Methodology, dataset: &Dataset) -> Self {
        let tested: BTreeSet<Year> = dataset.results.iter().map(|o| o.year).collect();
        let (first_year, last) = year_range(method, dataset, &tested);
        let years = usize::from(last.0.abs_diff(first_year.0)) + 1;
        let mut held: BTreeSet<(ProcedureIx, Year)> =
            dataset.results.iter().map(|o| (o.procedure, o.year)).collect();
        held.extend(
            dataset.procedure_years.iter().filter(|p| p.held).map(|p| (p.procedure, p.year)),
        );
        Self { procedures: method.procedures.len(), first_year, years, tested, held, as_of: None }
    }

    /// The same for a table that is of a year.
    pub fn as_of(&self, year: Option<Year>) -> Self {
        Self { as_of: year, ..self.clone() }
    }

    pub fn years(&self) -> impl Iterator<Item = Year> + use<> {
        let first = self.first_year.0;
        (0..self.years).map(move |at| Year(first + at as i16))
    }

    pub(super) fn year_index(&self, year: Year) -> Option<usize> {
        let at = usize::try_from(year.0.checked_sub(self.first_year.0)?).ok()?;
        (at < self.years).then_some(at)
    }
}

/// The first and the last year that the method, results or lists speak of.
fn year_range(method: &Methodology, dataset: &Dataset, tested: &BTreeSet<Year>) -> (Year, Year) {
    let stated = [method.years.current, method.years.baseline, method.years.list];
    let lists = dataset.lists.values().flatten().map(|row| row.year);
    let named = method.tables.iter().flat_map(|table| match &table.over {
        Over::Schools { years: Some(years), .. } => years.as_slice(),
        _ => &[],
    });
    let years = stated.into_iter().chain(lists).chain(named.copied()).chain(tested.iter().copied());
    years.fold((method.years.current, method.years.current), |(first, last), year| {
        (first.min(year), last.max(year))
    })
}

/// The units an attribute says something of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Domain {
    /// Schools, or schools × procedures, × years.
    Schools { procedure: bool, year: bool },
    /// Rows of a table.
    Rows(String),
}

impl Domain {
    pub const SCHOOLS: Self = Self::Schools { procedure: false, year: false };

    /// True if an attribute of `other` has a value for every unit of this domain.
    pub fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (_, Self::Schools { procedure: false, year: false }) => true,
            (Self::Schools { procedure, year }, Self::Schools { procedure: p, year: y }) => {
                procedure >= p && year >= y
            }
            (Self::Rows(table), Self::Rows(other)) => table == other,
            _ => false,
        }
    }

    /// The smallest domain that covers both, if there is one.
    pub(super) fn join(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            _ if self.covers(other) => Some(self.clone()),
            _ if other.covers(self) => Some(other.clone()),
            (Self::Schools { procedure, year }, Self::Schools { procedure: p, year: y }) => {
                Some(Self::Schools { procedure: *procedure || *p, year: *year || *y })
            }
            _ => None,
        }
    }

    pub(super) fn index(&self, shape: &Shape, unit: &Unit) -> Option<usize> {
        match self {
            Self::Schools { procedure, year } => {
                let mut at = unit.school.0 as usize;
                if *procedure {
                    at = at * shape.procedures + usize::from(unit.procedure?.0);
                }
                if *year {
                    at = at * shape.years + shape.year_index(unit.year?)?;
                }
                Some(at)
            }
            Self::Rows(_) => unit.row.map(|row| row as usize),
        }
    }
}
