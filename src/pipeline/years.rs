//! Reports of earlier years: each is loaded from its own folder, as it was, and made once more of what
//! is known now, so that the two can be compared.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::load::{Computed, Run, Wanted, compute, through};
use super::press::Press;
use super::{BuildError, Checksums, Loaded, SITE_FILE, Stopped, Themes};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::edition::{Draft, Edition, Published};
use crate::engine;
use crate::model::date::Date;
use crate::model::ids::{ProcedureIx, Year};
use crate::model::revised::{Revised, Revision};
use crate::render::theme::Theme;
use crate::report::Past;
use crate::site::PastYear;
use crate::source::{Files, Within};
use crate::text::Lang;

/// The report of an earlier year.
pub(super) struct PastReport {
    /// Where it was declared.
    pub declared: PastYear,
    /// As it was published.
    pub loaded: Loaded,
    /// Made of what is known now.
    now: Arc<Published>,
    /// The results that are known otherwise now.
    changes: Vec<Revised>,
}

/// Loads the reports of earlier years; what they were warned of was known when they were published.
///
/// # Errors
/// All errors of all of them.
pub(super) fn past(
    files: &dyn Files,
    lang: Lang,
    now: &mut Computed,
) -> Result<Vec<PastReport>, Box<Stopped>> {
    let mut found = Vec::new();
    for declared in now.site.past.clone() {
        if let Some(past) = PastReport::load(files, lang, declared, now) {
            found.push(past);
        }
    }
    if now.run.faults.has_errors() { Err(now.run.take().stopped()) } else { Ok(found) }
}

impl PastReport {
    /// Faults are told among those of the later report.
    fn load(files: &dyn Files, lang: Lang, declared: PastYear, now: &mut Computed) -> Option<Self> {
        let (year, place) = (declared.year, declared.place);
        if year >= now.draft.method.years.current {
            let fault = Diagnostic::new(Code::ReportYearNotEarlier).at(place);
            let current = now.draft.method.years.current;
            now.run.faults.push(fault.with("value", year).with("other", current));
            return None;
        }
        if let Err(error) = files.size(&format!("{}/{SITE_FILE}", declared.folder)) {
            let fault = error.fault(&format!("{}/{SITE_FILE}", declared.folder));
            now.run.faults.push(fault.at(place));
            return None;
        }
        let folder = Within::new(files, &declared.folder);
        let beside: Vec<Edition> = now.others.iter().map(|other| other.edition.clone()).collect();
        let wanted = Wanted::Of(&now.draft.edition, &beside);
        let then = match compute(&folder, lang, wanted, &|_, _, _| {}) {
            Ok(then) => then,
            Err(stopped) => {
                now.run.absorb(*stopped, &declared.folder);
                return None;
            }
        };
        if then.draft.method.years.current != year {
            let fault = Diagnostic::new(Code::OtherReportYear).at(place).with("value", year);
            let file = format!("{}/{}", declared.folder, super::METHOD_FILE);
            let fault = fault.with("file", file).with("other", then.draft.method.years.current);
            now.run.faults.push(fault);
            return None;
        }
        let (changes, made) = made_anew(&then, now);
        let made = match made {
            Ok(made) => Arc::new(made),
            Err(faults) => {
                // Their places are of two reports: what they say holds for the year.
                let faults = faults.sorted().into_iter().cloned();
                let faults =
                    faults.map(|f| Diagnostic { place: Some(place), related: vec![], ..f });
                now.run.faults.extend(faults.collect());
                return None;
            }
        };
        match then.published() {
            Ok(loaded) => Some(Self { declared, loaded, now: made, changes }),
            Err(stopped) => {
                now.run.absorb(*stopped, &declared.folder);
                None
            }
        }
    }

    /// Its report, compared with what is known now.
    ///
    /// # Errors
    /// Those of [`Loaded::report`].
    pub fn report(&self) -> Result<Past<'_>, Diagnostics> {
        let (then, now) = (self.loaded.report()?, self.loaded.report_on(&self.now)?);
        Ok(Past::new(self.declared.year, then, &now, &self.changes))
    }

    /// Its theme.
    ///
    /// # Errors
    /// Those of [`Loaded::theme`].
    pub fn theme(&mut self, files: &dyn Files) -> Result<Theme, Diagnostics> {
        self.loaded.theme(&Within::new(files, &self.declared.folder))
    }

    /// What its pages are printed with.
    ///
    /// # Errors
    /// Those of [`Press::new`].
    pub fn press(&self, theme: Theme, files: &dyn Files) -> Result<Press<'_>, BuildError> {
        let themes = Themes { own: theme, past: Vec::new() };
        Press::new(&self.loaded, themes, &Within::new(files, &self.declared.folder))
    }

    /// What was read for it, with its checksums.
    pub fn checksums(&self) -> Checksums {
        let folder = &self.declared.folder;
        let own = self.loaded.checksums().into_iter();
        own.map(|(path, digest)| (format!("{folder}/{path}"), digest)).collect()
    }
}

/// The results that are known otherwise now, and the report made of them by its own method.
fn made_anew(then: &Computed, now: &Computed) -> (Vec<Revised>, Result<Published, Diagnostics>) {
    let date = then.site.date;
    let others = then.others.iter().zip(&now.others).map(|(then, now)| revised(then, now, date).1);
    let (changes, made) = revised(&then.draft, &now.draft, date);
    let made = made.and_then(|made| {
        let others: Vec<Draft> = others.collect::<Result<_, _>>()?;
        Ok(through(made, &others, &then.text))
    });
    (changes, made)
}

/// The results that are known otherwise now, and what an edition would print of them.
fn revised(
    then: &Draft,
    now: &Draft,
    date: Option<Date>,
) -> (Vec<Revised>, Result<Draft, Diagnostics>) {
    let same = |id: &str| then.method.procedure_ix(id);
    let procedures: BTreeMap<ProcedureIx, ProcedureIx> = now
        .method
        .procedure_indices()
        .filter_map(|ix| Some((ix, same(now.method.procedure(ix).id.as_str())?)))
        .collect();
    let years = then.method.years;
    let revision =
        Revision { by: &now.dataset, procedures, tested: years.current, listed: years.list };
    let dataset = then.dataset.revised(&revision);
    let changes = then.dataset.differences(&dataset);
    let (edition, method) = (then.edition.clone(), then.method.clone());
    let made = engine::compute(&method, &dataset, date).map(|results| Draft {
        edition,
        dataset,
        method,
        results,
    });
    (changes, made)
}

/// The folder of the report of an earlier year, as seen from the site folder.
///
/// # Errors
/// Errors of the settings, and a year of which there is no report.
pub fn folder_of_year(files: &dyn Files, year: Year) -> Result<String, Box<Stopped>> {
    let mut run = Run::default();
    let Some(Some(site)) = run.site(files) else { return Err(run.stopped()) };
    if let Some(past) = site.past.iter().find(|past| past.year == year) {
        return Ok(past.folder.clone());
    }
    let known: Vec<String> = site.past.iter().map(|past| past.year.to_string()).collect();
    let fault = Diagnostic::new(Code::UnknownReportYear).with("value", year);
    run.faults.push(match known.is_empty() {
        true => fault,
        false => fault.with("known", known.join(", ")),
    });
    Err(run.stopped())
}
