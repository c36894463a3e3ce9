//! Reading, checking and computing a site folder, up to the door of the edition.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::{
    ATTACHED, CONTENT, LONGEST_SETTINGS, Loaded, METHOD_FILE, Progress, SITE_FILE, Stopped,
};
use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId};
use crate::edition::{self, Draft, Edition, Published};
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
    /// That of the later report, which an earlier one stands beside, and the others that hold small
    /// numbers back.
    Of(&'a Edition, &'a [Edition]),
}

/// The tables that texts declare, by where they stand.
type Spots = BTreeMap<SpotKey, String>;

/// A site read and computed, before an edition decides what is shown of it.
pub(super) struct Computed {
    pub(super) run: Run,
    pub(super) site: Site,
    pub(super) text: Text,
    pub(super) narratives: Vec<Narrative>,
    pub(super) attached: Vec<Attached>,
    pub(super) texts: Texts,
    pub(super) spots: Spots,
    pub(super) draft: Draft,
    /// What the other editions would print that are judged together with this one.
    pub(super) others: Vec<Draft>,
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
    let (Some(site), Some(method)) = (site, method) else { return Err(run.stopped()) };
    let (edition, beside) = match wanted {
        Wanted::Of(edition, beside) => (edition.clone(), beside.to_vec()),
        Wanted::Id(id) => match site.edition(id) {
            Ok(edition) => (edition.clone(), site.beside(&edition)),
            Err(fault) => {
                run.faults.push(fault);
                return Err(run.stopped());
            }
        },
    };
    let written = input::narratives(
        files,
        [CONTENT, ATTACHED],
        site.raw_html,
        &mut run.sources,
        &mut run.faults,
    );
    let narratives = told(&edition, &written);
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
    progress("compute", 0, 1);
    let material = Material { method, dataset, site: &site, text: &text, named: wanted.is_named() };
    let others: Vec<Result<Draft, Diagnostics>> =
        beside.into_iter().map(|edition| material.other(edition, &written)).collect();
    let (made, faults) = material.draft(edition, &narratives, &texts);
    run.faults.extend(faults);
    run.faults = answers.applied(run.faults);
    let Some((draft, spots)) = made.filter(|_| !run.faults.has_errors()) else {
        return Err(run.stopped());
    };
    let others = others.into_iter().filter_map(|other| match other {
        Ok(draft) => Some(draft),
        Err(faults) => {
            run.faults.extend(faults);
            None
        }
    });
    let others = others.collect();
    if run.faults.has_errors() {
        return Err(run.stopped());
    }
    Ok(Computed { run, site, text, narratives, attached, texts, spots, draft, others })
}

impl Wanted<'_> {
    /// True if the site names the edition itself: what it withholds must be there.
    fn is_named(self) -> bool {
        matches!(self, Self::Id(_))
    }
}

/// The texts that an edition tells.
fn told(edition: &Edition, narratives: &[Narrative]) -> Vec<Narrative> {
    narratives.iter().filter(|text| edition.tells(&text.slug)).cloned().collect()
}

/// What editions are made of.
struct Material<'a> {
    method: Methodology,
    dataset: Dataset,
    site: &'a Site,
    text: &'a Text,
    /// True unless the edition is that of a later report: an earlier one need not have had what is
    /// withheld now.
    named: bool,
}

impl Material<'_> {
    /// What another edition would print.
    ///
    /// # Errors
    /// All errors: an edition that cannot be computed cannot be judged together with others.
    fn other(&self, edition: Edition, written: &[Narrative]) -> Result<Draft, Diagnostics> {
        let narratives = told(&edition, written);
        let mut faults = Diagnostics::new();
        let texts = Texts::read(&narratives, &mut faults);
        let own = Self { method: self.method.clone(), dataset: self.dataset.clone(), ..*self };
        let (made, found) = own.draft(edition, &narratives, &texts);
        faults.extend(found);
        made.map(|(draft, _)| draft).filter(|_| !faults.has_errors()).ok_or(faults)
    }

    /// What an edition would print if no number were small, and the tables that its texts declare.
    fn draft(
        self,
        edition: Edition,
        narratives: &[Narrative],
        texts: &Texts,
    ) -> (Option<(Draft, Spots)>, Diagnostics) {
        let Self { mut method, mut dataset, site, text, named } = self;
        let mut faults = Diagnostics::new();
        let unknown = edition::withhold(&edition, &mut method, &mut dataset);
        if named {
            faults.extend(unknown);
        }
        if !edition.names_schools() {
            faults.extend(edition::Names::of(&dataset).check(narratives));
        }
        let completed =
            implied::complete(method, &dataset, site.date, texts.tables(), text, &mut faults);
        let (method, spots) = (completed.method, completed.spots);
        faults.extend(implied::check(&method, &dataset));
        match engine::compute(&method, &dataset, site.date) {
            Ok(results) => {
                faults.extend(results.notices.clone());
                (Some((Draft { edition, dataset, method, results }, spots)), faults)
            }
            Err(found) => {
                faults.extend(found);
                (None, faults)
            }
        }
    }
}

impl Computed {
    /// Through the door of the edition.
    ///
    /// # Errors
    /// Calls of the narrative that name what there is not.
    pub(super) fn published(self) -> Result<Loaded, Box<Stopped>> {
        let published = through(self.draft, &self.others, &self.text);
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
        let (past, told, inputs) = (Vec::new(), OnceLock::new(), OnceLock::new());
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
            inputs,
            faults,
        })
    }
}

/// What an edition lets be known, beside other editions.
pub(super) fn through(draft: Draft, others: &[Draft], text: &Text) -> Published {
    let school = |code: &str| text.say("edition-school", &[("code", code.into())]);
    Published::new(draft, others, &school)
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
