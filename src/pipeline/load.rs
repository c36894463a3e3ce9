//! Reading, checking and computing a site folder, up to the door of the edition.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::{
    ATTACHED, CONTENT, LONGEST_SETTINGS, Loaded, METHOD_FILE, Progress, SITE_FILE, Stopped,
};
use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId};
use crate::edition::{self, Edition, Published};
use crate::engine;
use crate::implied;
use crate::input;
use crate::method::Methodology;
use crate::model::dataset::Dataset;
use crate::model::narrative::{Attached, Narrative, SpotKey};
use crate::narrate::{Narrator, Texts};
use crate::report::speech::Speech;
use crate::review;
use crate::site::{Language, Site};
use crate::source::{Files, Source, Sources};
use crate::text::{Lang, Text};

/// The edition that is wanted of a site.
#[derive(Clone, Copy)]
pub(super) enum Wanted<'a> {
    /// By its id; the first that the site declares if none is said.
    Id(Option<&'a str>),
    /// That of the later report, which an earlier one stands beside.
    Of(&'a Edition),
}

/// A site read and computed, before an edition decides what is shown of it.
pub(super) struct Computed {
    pub(super) run: Run,
    pub(super) site: Site,
    pub(super) text: Text,
    pub(super) edition: Edition,
    pub(super) narratives: Vec<Narrative>,
    pub(super) attached: Vec<Attached>,
    pub(super) texts: Texts,
    pub(super) dataset: Dataset,
    pub(super) method: Methodology,
    pub(super) spots: BTreeMap<SpotKey, String>,
    pub(super) results: engine::Results,
}

/// Reads, checks and computes.
///
/// # Errors
/// All errors of the settings, the method, the data and the narrative.
pub(super) fn compute(
    files: &dyn Files,
    lang: Lang,
    wanted: Wanted<'_>,
    progress: Progress<'_>,
) -> Result<Computed, Box<Stopped>> {
    let mut run = Run::default();
    progress("read", 0, 1);
    let Some(site) = run.site(files) else { return Err(run.stopped()) };
    let text = match Text::new(site.as_ref().map_or(lang, language)) {
        Ok(text) => text,
        Err(error) => return Err(run.broken_catalogue(&error)),
    };
    let method = run.method(files, &text);
    let (Some(site), Some(mut method)) = (site, method) else { return Err(run.stopped()) };
    let edition = match wanted {
        Wanted::Of(edition) => edition.clone(),
        Wanted::Id(id) => match site.edition(id) {
            Ok(edition) => edition,
            Err(fault) => {
                run.faults.push(fault);
                return Err(run.stopped());
            }
        },
    };
    let mut narratives = input::narratives(
        files,
        [CONTENT, ATTACHED],
        site.raw_html,
        &mut run.sources,
        &mut run.faults,
    );
    narratives.retain(|text| edition.tells(&text.slug));
    let attached = input::attached(files, CONTENT, &mut run.faults);
    let texts = Texts::read(&narratives, &mut run.faults);
    let mut dataset =
        input::read(files, &site, &method.declarations(), &mut run.sources, &mut run.faults);
    input::attachments(files, ATTACHED, &mut dataset, &mut run.faults);
    if run.faults.has_errors() {
        return Err(run.stopped());
    }
    input::check_terms(&dataset, site.date, &mut run.faults);
    let mut answers = review::Answers::of(&method, &dataset, &mut run.faults);
    run.faults.extend(review::doubts(&method, &dataset, &mut answers));
    let unknown = edition::withhold(&edition, &mut method, &mut dataset);
    // An earlier report need not have had what is withheld now.
    if matches!(wanted, Wanted::Id(_)) {
        run.faults.extend(unknown);
    }
    if !edition.names_schools() {
        run.faults.extend(edition::Names::of(&dataset).check(&narratives));
    }
    progress("compute", 0, 1);
    let completed =
        implied::complete(method, &dataset, site.date, texts.tables(), &text, &mut run.faults);
    let (method, spots) = (completed.method, completed.spots);
    run.faults.extend(implied::check(&method, &dataset));
    let results = match engine::compute(&method, &dataset, site.date) {
        Ok(results) => results,
        Err(faults) => {
            run.faults.extend(faults);
            return Err(run.stopped());
        }
    };
    run.faults.extend(results.notices.clone());
    run.faults = answers.applied(run.faults);
    if run.faults.has_errors() {
        return Err(run.stopped());
    }
    Ok(Computed {
        run,
        site,
        text,
        edition,
        narratives,
        attached,
        texts,
        dataset,
        method,
        spots,
        results,
    })
}

impl Computed {
    /// Through the door of the edition.
    ///
    /// # Errors
    /// Calls of the narrative that name what there is not.
    pub(super) fn published(self) -> Result<Loaded, Box<Stopped>> {
        let published = through(&self.edition, self.dataset, self.method, self.results, &self.text);
        let Self { mut run, site, text, narratives, attached, texts, spots, .. } = self;
        let (text, published) = (Arc::new(text), Arc::new(published));
        let speech = Arc::new(Speech::new(Arc::clone(&published), Arc::clone(&text), spots));
        let narrator = match Narrator::new(texts, speech) {
            Ok(narrator) => narrator,
            Err(faults) => {
                run.faults.extend(faults);
                return Err(run.stopped());
            }
        };
        let Run { sources, faults } = run;
        let (past, told) = (Vec::new(), OnceLock::new());
        Ok(Loaded {
            sources,
            site,
            text,
            published,
            narratives,
            attached,
            narrator,
            past,
            told,
            faults,
        })
    }
}

/// What an edition lets be known.
pub(super) fn through(
    edition: &Edition,
    dataset: Dataset,
    method: Methodology,
    results: engine::Results,
    text: &Text,
) -> Published {
    let school = |code: &str| text.say("edition-school", &[("code", code.into())]);
    Published::new(edition.clone(), dataset, method, results, &school)
}

fn language(site: &Site) -> Lang {
    match site.language {
        Language::Ru => Lang::Ru,
        Language::En => Lang::En,
    }
}

/// What a run has read and found so far.
#[derive(Default)]
pub(super) struct Run {
    pub(super) sources: Sources,
    pub(super) faults: Diagnostics,
}

impl Run {
    /// All that was found so far; nothing is left.
    pub(super) fn take(&mut self) -> Self {
        Self {
            sources: std::mem::take(&mut self.sources),
            faults: std::mem::take(&mut self.faults),
        }
    }

    /// Takes over what stopped the run of a folder of this one.
    pub(super) fn absorb(&mut self, stopped: Stopped, folder: &str) {
        let first = self.sources.absorb(stopped.sources, folder);
        self.faults.extend(stopped.faults.moved(first));
    }

    pub(super) fn stopped(self) -> Box<Stopped> {
        Box::new(Stopped { faults: self.faults, sources: self.sources })
    }

    pub(super) fn broken_catalogue(mut self, error: &crate::text::TextError) -> Box<Stopped> {
        let fault = Diagnostic::new(Code::UnreadableFile).with("file", "locales");
        self.faults.push(fault.with("reason", error));
        self.stopped()
    }

    /// Reads a settings file and registers it.
    pub(super) fn settings(&mut self, files: &dyn Files, path: &str) -> Option<SourceId> {
        match files.read(path) {
            Ok(bytes) if bytes.len() > LONGEST_SETTINGS => {
                let fault = Diagnostic::new(Code::LongSettings).with("file", path);
                self.faults.push(fault.with("value", LONGEST_SETTINGS));
            }
            Ok(bytes) => {
                let id = self.sources.add(Source::of_bytes(path, bytes));
                if self.sources.get(id).is_some_and(Source::is_utf8) {
                    return Some(id);
                }
                let place = Place::whole(id);
                self.faults.push(Diagnostic::new(Code::NotUtf8).at(place).with("file", path));
            }
            Err(error) => self.faults.push(error.fault(path)),
        }
        None
    }

    /// The site: `None` if there is no such file at all, `Some(None)` if it has errors.
    pub(super) fn site(&mut self, files: &dyn Files) -> Option<Option<Site>> {
        let id = self.settings(files, SITE_FILE)?;
        let text = self.sources.get(id)?.text();
        Some(match Site::parse(text, id) {
            Ok(site) => Some(site),
            Err(faults) => {
                self.faults.extend(faults);
                None
            }
        })
    }

    pub(super) fn method(&mut self, files: &dyn Files, words: &Text) -> Option<Methodology> {
        let id = self.settings(files, METHOD_FILE)?;
        let text = self.sources.get(id)?.text();
        match Methodology::parse(text, id, &|key| words.get(key)) {
            Ok(method) => Some(method),
            Err(faults) => {
                self.faults.extend(faults);
                None
            }
        }
    }
}
