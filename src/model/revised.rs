//! A dataset as it was, with what is known of its years now.

use std::collections::{BTreeMap, BTreeSet};

use super::dataset::{Dataset, ListRow, Observation};
use super::ids::{ProcedureIx, SchoolIx, Year};

/// How far a later dataset may speak of the years of an earlier one.
pub struct Revision<'a> {
    /// The later dataset.
    pub by: &'a Dataset,
    /// The earlier dataset's procedure, for each of the later one's that it has.
    pub procedures: BTreeMap<ProcedureIx, ProcedureIx>,
    /// The last year tested of the earlier report.
    pub tested: Year,
    /// The last year of lists of the earlier report.
    pub listed: Year,
}

/// A result that is no longer what it was.
#[derive(Clone, Copy, Debug)]
pub struct Revised {
    /// What was known; [`None`] if nothing.
    pub then: Option<Observation>,
    /// What is known now; [`None`] if nothing. School and procedure are those of the earlier dataset.
    pub now: Option<Observation>,
}

impl Dataset {
    /// This dataset with results and lists as a later one has them. Schools and municipalities stay as
    /// they were; a year of which the later dataset has nothing stays too.
    #[must_use]
    pub fn revised(&self, revision: &Revision<'_>) -> Self {
        let schools = self.schools_of(revision.by);
        let mut dataset = self.clone();
        let results = revision.by.results.iter().filter(|row| row.year <= revision.tested);
        let results = results.filter_map(|row| {
            let school = *schools.get(&row.school)?;
            let procedure = *revision.procedures.get(&row.procedure)?;
            Some(Observation { school, procedure, ..*row })
        });
        let known: Vec<Observation> = results.collect();
        let years: BTreeSet<Year> = known.iter().map(|row| row.year).collect();
        dataset.results.retain(|row| !years.contains(&row.year));
        dataset.results.extend(known);
        dataset.index_results();
        for (list, rows) in &mut dataset.lists {
            let known = revision.by.lists.get(list).into_iter().flatten();
            let known = known.filter(|row| row.year <= revision.listed);
            let known = known.filter_map(|row| {
                Some(ListRow { school: *schools.get(&row.school)?, ..row.clone() })
            });
            let known: Vec<ListRow> = known.collect();
            let years: BTreeSet<Year> = known.iter().map(|row| row.year).collect();
            rows.retain(|row| !years.contains(&row.year));
            rows.extend(known);
            rows.sort_by_key(|row| (row.school, row.year));
        }
        dataset
    }

    /// The results that another dataset of the same schools has otherwise, in order.
    pub fn differences(&self, now: &Self) -> Vec<Revised> {
        let by_key = |dataset: &Self| -> BTreeMap<_, Observation> {
            let key = |row: &Observation| (row.school, row.procedure, row.year);
            dataset.results.iter().map(|row| (key(row), *row)).collect()
        };
        let (then, now) = (by_key(self), by_key(now));
        let keys: BTreeSet<_> = then.keys().chain(now.keys()).collect();
        let pairs = keys
            .into_iter()
            .map(|key| Revised { then: then.get(key).copied(), now: now.get(key).copied() });
        let ratio = |row: Option<Observation>| row.map(|row| row.share.ratio());
        pairs.filter(|pair| ratio(pair.then) != ratio(pair.now)).collect()
    }

    /// The schools of a later dataset as this one knows them: by id, by a former id, by another name.
    fn schools_of(&self, by: &Self) -> BTreeMap<SchoolIx, SchoolIx> {
        let mut found = BTreeMap::new();
        for (ix, school) in by.school_indices().zip(&by.schools) {
            let former = school.life.former.iter().filter_map(|former| former.id.as_ref());
            let ids = std::iter::once(school.id.as_str()).chain(former.map(|id| id.as_str()));
            let mut ids = ids.chain(school.life.aliases.iter().map(String::as_str));
            if let Some(known) = ids.find_map(|id| self.school_ix(id)) {
                found.insert(ix, known);
            }
        }
        found
    }

    /// Puts the results in order and finds where those of each school begin; of two of one school,
    /// procedure and year, the first stays.
    fn index_results(&mut self) {
        let key = |row: &Observation| (row.school, row.procedure, row.year);
        self.results.sort_by_key(key);
        self.results.dedup_by_key(|row| key(row));
        let starts = (0..=self.schools.len()).map(|at| {
            let before = self.results.partition_point(|row| (row.school.0 as usize) < at);
            // A dataset holds fewer than 2^32 results: the reader refuses more rows.
            before as u32
        });
        self.result_starts = starts.collect();
    }
}
