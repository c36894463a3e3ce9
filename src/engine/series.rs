//! Results over the years: of each school, and pooled for municipalities and the region.

use std::collections::BTreeSet;

use crate::method::{DynamicsKind, Methodology};
use crate::model::dataset::{Dataset, Observation};
use crate::model::ids::{MunicipalityIx, ProcedureIx, SchoolIx, Year};
use crate::model::number::Share;
use crate::model::tabulation::Missing;

use super::attribute::Shape;

/// A school's result in a procedure of a year.
#[derive(Clone, Copy, Debug)]
pub struct YearResult {
    /// The year tested.
    pub year: Year,
    /// Failed of took part, or why there is nothing.
    pub share: Result<Share, Missing>,
}

/// A school's results in one procedure, a year each.
#[derive(Clone, Debug)]
pub struct SchoolSeries {
    /// The procedure.
    pub procedure: ProcedureIx,
    /// One for each year of the report, in order.
    pub years: Vec<YearResult>,
}

/// Pooled results in one procedure, a year each: failing of all to participants of all.
#[derive(Clone, Debug)]
pub struct PooledSeries {
    /// The procedure.
    pub procedure: ProcedureIx,
    /// One for each year of the report, in order.
    pub years: Vec<Option<Share>>,
}

/// Pooled series of municipalities and the region, and the years they cover.
#[derive(Clone, Debug)]
pub struct Series {
    /// The years tested, in order, without gaps.
    pub years: Vec<Year>,
    procedures: usize,
    /// Whether a procedure was held in a year.
    held: Vec<bool>,
    region: Vec<Option<Share>>,
    municipalities: Vec<Option<Share>>,
    /// What an edition holds back.
    held_back: BTreeSet<(Option<MunicipalityIx>, ProcedureIx, Year)>,
}

impl Series {
    pub(super) fn compute(method: &Methodology, dataset: &Dataset, shape: &Shape) -> Self {
        let years: Vec<Year> = match shape.tested.first() {
            Some(first) => (first.0..=method.years.current.0).map(Year).collect(),
            None => Vec::new(),
        };
        let procedures = method.procedures.len();
        let slots = procedures * years.len();
        let mut region = vec![(0u32, 0u32); slots];
        let mut municipalities = vec![(0u32, 0u32); slots * dataset.municipalities.len()];
        for row in &dataset.results {
            let Some(year) = years.iter().position(|y| *y == row.year) else { continue };
            let slot = usize::from(row.procedure.0) * years.len() + year;
            let municipality = dataset.school(row.school).municipality_in(row.year).0 as usize;
            for sum in [&mut region[slot], &mut municipalities[municipality * slots + slot]] {
                sum.0 = sum.0.saturating_add(row.share.count());
                sum.1 = sum.1.saturating_add(row.share.base());
            }
        }
        let shares = |sums: Vec<(u32, u32)>| sums.iter().map(|s| Share::new(s.0, s.1)).collect();
        let (region, municipalities) = (shares(region), shares(municipalities));
        let held = method.procedure_indices().flat_map(|procedure| {
            years.iter().map(move |year| shape.held.contains(&(procedure, *year)))
        });
        let (held, held_back) = (held.collect(), BTreeSet::new());
        Self { held, years, procedures, region, municipalities, held_back }
    }

    /// Takes out what an edition holds back: of a municipality, or of the region.
    pub fn hold_back(&mut self, of: Option<MunicipalityIx>, procedure: ProcedureIx, year: Year) {
        let Some(at) = self.years.iter().position(|known| *known == year) else { return };
        let slot = usize::from(procedure.0) * self.years.len() + at;
        let shares = match of {
            None => self.region.get_mut(slot),
            Some(ix) => {
                let slots = self.procedures * self.years.len();
                self.municipalities.get_mut(ix.0 as usize * slots + slot)
            }
        };
        if shares.and_then(Option::take).is_some() {
            self.held_back.insert((of, procedure, year));
        }
    }

    /// Why a municipality, or the region, has no result of a procedure in a year.
    pub fn missing_of(
        &self,
        of: Option<MunicipalityIx>,
        procedure: ProcedureIx,
        year: Year,
    ) -> Missing {
        match self.held_back.contains(&(of, procedure, year)) {
            true => Missing::Suppressed,
            false => self.missing(procedure, year),
        }
    }

    /// The region's series in a procedure.
    pub fn region(&self, procedure: ProcedureIx) -> PooledSeries {
        self.pooled(procedure, &self.region)
    }

    /// A municipality's series in a procedure.
    pub fn municipality(&self, ix: MunicipalityIx, procedure: ProcedureIx) -> PooledSeries {
        let slots = self.procedures * self.years.len();
        let from = ix.0 as usize * slots;
        self.pooled(procedure, &self.municipalities[from..from + slots])
    }

    /// The series of several schools, taken together, in a procedure.
    pub fn of_schools(
        &self,
        dataset: &Dataset,
        schools: impl IntoIterator<Item = SchoolIx>,
        procedure: ProcedureIx,
    ) -> PooledSeries {
        let mut sums = vec![(0u32, 0u32); self.years.len()];
        for school in schools {
            let rows = dataset.results_of(school).iter().filter(|row| row.procedure == procedure);
            for row in rows {
                let Some(at) = self.years.iter().position(|year| *year == row.year) else {
                    continue;
                };
                sums[at].0 = sums[at].0.saturating_add(row.share.count());
                sums[at].1 = sums[at].1.saturating_add(row.share.base());
            }
        }
        let years = sums.into_iter().map(|(count, base)| Share::new(count, base)).collect();
        PooledSeries { procedure, years }
    }

    fn pooled(&self, procedure: ProcedureIx, shares: &[Option<Share>]) -> PooledSeries {
        let from = usize::from(procedure.0) * self.years.len();
        PooledSeries { procedure, years: shares[from..from + self.years.len()].to_vec() }
    }

    /// A school's series in every procedure in which it ever took part.
    pub fn school(&self, dataset: &Dataset, school: SchoolIx) -> Vec<SchoolSeries> {
        let series = |rows: &[Observation]| {
            let procedure = rows[0].procedure;
            let years = self.years.iter().map(|year| {
                let row = rows.iter().find(|row| row.year == *year);
                let missing = || self.missing(procedure, *year);
                YearResult { year: *year, share: row.map(|row| row.share).ok_or_else(missing) }
            });
            SchoolSeries { procedure, years: years.collect() }
        };
        let by_procedure = dataset.results_of(school).chunk_by(|a, b| a.procedure == b.procedure);
        by_procedure.map(series).collect()
    }

    /// Why there is no result of a procedure in a year: it was not held, or nobody took part. It was
    /// held if the data says so or somebody in the region took part.
    pub fn missing(&self, procedure: ProcedureIx, year: Year) -> Missing {
        let at = self.years.iter().position(|of| *of == year);
        let slot = at.map(|at| usize::from(procedure.0) * self.years.len() + at);
        match slot.and_then(|slot| self.held.get(slot)) {
            Some(true) => Missing::NoParticipants,
            _ => Missing::NotHeld,
        }
    }
}

/// The type of change of a school in a procedure between two tested years. There is none between
/// years that the data calls not comparable, be it for the procedure or for the school.
pub fn dynamics(
    method: &Methodology,
    dataset: &Dataset,
    school: SchoolIx,
    procedure: ProcedureIx,
    from: Year,
    to: Year,
) -> DynamicsKind {
    if dataset.is_broken(school, procedure, from, to) {
        return DynamicsKind::NoParticipants;
    }
    let share = |year| dataset.result(school, procedure, year).map(|o| o.share);
    method.dynamics.kind(share(from), share(to))
}
