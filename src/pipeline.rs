//! The order of the stages: read, check, compute, publish, report, render, write. The only place
//! that knows all of them.

mod exports;
mod import;
mod maker;
mod texts;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId};
use crate::edition::Published;
use crate::engine;
use crate::implied;
use crate::input;
use crate::method::Methodology;
use crate::model::narrative::{Attached, Narrative};
use crate::narrate::{Narrator, Texts};
use crate::output::{Artifact, Digest, OutputError, Sink, Stage, Written};
use crate::render::theme::{Theme, ThemeFile};
use crate::render::{Renderer, Strings};
use crate::report::speech::Speech;
use crate::report::{PageId, Report};
use crate::site::{DEFAULT_THEME, Language, Site};
use crate::source::{Files, Source, Sources};
use crate::text::{Lang, Text};
use exports::Exporter;

pub use import::{Imported, RESULTS, Target, import};
pub use maker::Maker;

/// As many pages as are rendered before the next are begun: memory grows with the data alone.
const CHUNK: usize = 512;

/// The files and folders of a site folder that a site is made from.
pub const INPUTS: [&str; 6] = [SITE_FILE, METHOD_FILE, "data", CONTENT, TEMPLATES, THEMES];

const SITE_FILE: &str = "svod.toml";
const METHOD_FILE: &str = "methodology.toml";
const CONTENT: &str = "content";
const ATTACHED: &str = "content/files";
const TEMPLATES: &str = "templates";
const THEMES: &str = "themes";

/// A stage, by the name that the console knows.
pub type StageName = &'static str;

/// Told of every step: the stage, how much of it is done, how much there is.
pub type Progress<'a> = &'a (dyn Fn(StageName, usize, usize) + Sync);

/// Everything read and computed, ready to be shown.
pub struct Loaded {
    /// What was read, for places and inputs.
    pub sources: Sources,
    /// The site; `None` only beside errors.
    pub site: Site,
    /// Words in the language of the pages.
    pub text: Arc<Text>,
    /// What the edition lets be known.
    pub published: Arc<Published>,
    /// Narrative pages.
    pub narratives: Vec<Narrative>,
    /// Files that lie beside them.
    pub attached: Vec<Attached>,
    /// Who tells them.
    pub narrator: Narrator,
    /// Warnings.
    pub faults: Diagnostics,
}

/// A run that was stopped by errors, with the sources that their places speak of.
pub struct Stopped {
    /// All faults found.
    pub faults: Diagnostics,
    /// What was read.
    pub sources: Sources,
}

/// What a build has made.
#[derive(Clone, Debug)]
pub struct Built {
    /// How many pages.
    pub pages: usize,
    /// How many tables.
    pub tables: usize,
    /// Typed numbers that nothing supports.
    pub warnings: Diagnostics,
    /// What was written.
    pub written: Written,
}

/// Reads, checks and computes a site folder.
///
/// # Errors
/// All errors of the settings, the method, the data and the narrative.
pub fn load(files: &dyn Files, lang: Lang, progress: Progress<'_>) -> Result<Loaded, Box<Stopped>> {
    let mut run = Run { sources: Sources::new(), faults: Diagnostics::new() };
    progress("read", 0, 1);
    let Some(site) = run.site(files) else { return Err(run.stopped()) };
    let text = match Text::new(site.as_ref().map_or(lang, language)) {
        Ok(text) => text,
        Err(error) => return Err(run.broken_catalogue(&error)),
    };
    let method = run.method(files, &text);
    let (Some(site), Some(method)) = (site, method) else { return Err(run.stopped()) };
    let narratives = input::narratives(
        files,
        [CONTENT, ATTACHED],
        site.raw_html,
        &mut run.sources,
        &mut run.faults,
    );
    let attached = input::attached(files, CONTENT, &mut run.faults);
    let texts = Texts::read(&narratives, &mut run.faults);
    let mut dataset =
        input::read(files, &site, &method.declarations(), &mut run.sources, &mut run.faults);
    input::attachments(files, ATTACHED, &mut dataset, &mut run.faults);
    if run.faults.has_errors() {
        return Err(run.stopped());
    }
    input::check_terms(&dataset, site.date, &mut run.faults);
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
    if run.faults.has_errors() {
        return Err(run.stopped());
    }
    let text = Arc::new(text);
    let published = Arc::new(Published::everything(dataset, method, results));
    let speech = Arc::new(Speech::new(Arc::clone(&published), Arc::clone(&text), spots));
    let narrator = match Narrator::new(texts, speech) {
        Ok(narrator) => narrator,
        Err(faults) => {
            run.faults.extend(faults);
            return Err(run.stopped());
        }
    };
    let (sources, faults) = (run.sources, run.faults);
    Ok(Loaded { sources, site, text, published, narratives, attached, narrator, faults })
}

fn language(site: &Site) -> Lang {
    match site.language {
        Language::Ru => Lang::Ru,
        Language::En => Lang::En,
    }
}

struct Run {
    sources: Sources,
    faults: Diagnostics,
}

impl Run {
    fn stopped(self) -> Box<Stopped> {
        Box::new(Stopped { faults: self.faults, sources: self.sources })
    }

    fn broken_catalogue(mut self, error: &crate::text::TextError) -> Box<Stopped> {
        let fault = Diagnostic::new(Code::UnreadableFile).with("file", "locales");
        self.faults.push(fault.with("reason", error));
        self.stopped()
    }

    /// Reads a settings file and registers it.
    fn settings(&mut self, files: &dyn Files, path: &str) -> Option<SourceId> {
        match files.read(path) {
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
    fn site(&mut self, files: &dyn Files) -> Option<Option<Site>> {
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

    fn method(&mut self, files: &dyn Files, words: &Text) -> Option<Methodology> {
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

impl Loaded {
    /// The report on what was loaded.
    ///
    /// # Errors
    /// Tables and pages that the narrative or the menu names and nobody has.
    pub fn report(&self) -> Result<Report<'_>, Diagnostics> {
        let texts = (self.narratives.as_slice(), self.attached.as_slice());
        Report::new(&self.published, &self.site, &self.text, &self.sources, texts)
    }

    /// The words of the theme, by their key without `theme-`.
    pub fn strings(&self) -> BTreeMap<String, String> {
        let keys = self.text.keys("theme-");
        keys.map(|key| (key["theme-".len()..].to_owned(), self.text.get(key))).collect()
    }

    /// The theme of the site with its own templates over it.
    fn theme(&mut self, files: &dyn Files) -> Result<Theme, Diagnostics> {
        let mut faults = Diagnostics::new();
        let folder = format!("{THEMES}/{}", self.site.theme);
        let theme = self.theme_files(files, &folder, &mut faults);
        let own = self.theme_files(files, TEMPLATES, &mut faults);
        if theme.is_empty() && self.site.theme != DEFAULT_THEME {
            faults.push(
                Diagnostic::new(Code::UnknownTheme)
                    .with("value", &self.site.theme)
                    .with("known", DEFAULT_THEME),
            );
        }
        if faults.has_errors() {
            return Err(faults);
        }
        Theme::layered(theme, own)
    }

    fn theme_files(
        &mut self,
        files: &dyn Files,
        folder: &str,
        faults: &mut Diagnostics,
    ) -> Vec<ThemeFile> {
        let mut read = Vec::new();
        let paths = match files.list(folder) {
            Ok(paths) => paths,
            Err(error) => {
                faults.push(error.fault(folder));
                return read;
            }
        };
        for path in paths {
            let Some(name) = path.strip_prefix(folder).map(|n| n.trim_start_matches('/')) else {
                continue;
            };
            match files.read(&path) {
                Ok(bytes) => {
                    let name = name.to_owned();
                    let source = self.theme_source(path, &bytes);
                    read.push(ThemeFile { name, bytes, source });
                }
                Err(error) => faults.push(error.fault(&path)),
            }
        }
        read
    }

    /// A file of the theme among the sources; whoever reads it again finds it there.
    fn theme_source(&mut self, path: String, bytes: &[u8]) -> SourceId {
        let same = |source: &Source| source.path == path && source.bytes == bytes;
        let known = self.sources.iter().find(|(_, source)| same(source)).map(|(id, _)| id);
        known.unwrap_or_else(|| self.sources.add(Source::of_bytes(path, bytes.to_vec())))
    }

    /// Renders the site and publishes it in place of the old one.
    ///
    /// # Errors
    /// Errors of templates and of writing; the old site then stands as it was.
    pub fn build(
        &mut self,
        files: &dyn Files,
        out: &Path,
        progress: Progress<'_>,
    ) -> Result<Built, BuildError> {
        let theme = self.theme(files)?;
        let mut inputs: Vec<(String, Digest)> = self
            .sources
            .iter()
            .filter(|(_, source)| source.sheet.is_none())
            .map(|(_, source)| (source.path.clone(), Digest::of(&source.bytes)))
            .collect();
        let this = &*self;
        let mut report = this.report()?;
        let assets = theme.assets().map(|(path, bytes)| Artifact::new(path, bytes));
        let assets = assets.collect::<Result<Vec<_>, OutputError>>()?;
        // Before the first page is written, so that the faults of all texts are told at once.
        let warnings = this.check_texts(&report)?;
        let numbers = this.numbers(&report)?;
        let (site, strings) = (report.site(), Strings::new(this.strings()));
        let exporter = Exporter::new(&site, &strings);
        let renderer = Renderer::new(theme, report.site(), this.strings())?;
        let mut stage = Stage::new(out)?;
        stage.put_all(assets)?;
        inputs.extend(copy_attachments(files, &report, &mut stage)?);
        progress("export", 0, 1);
        let exported = exporter.tables(&report)?;
        let mut sizes: Vec<(String, u64)> = exported.iter().map(size).collect();
        stage.put_all(exported)?;
        let made = |report: &Report<'_>, id: &PageId| -> Result<Vec<Artifact>, BuildError> {
            let page = this.page(report, id, &numbers)?;
            let html = renderer.page(&page)?.into_bytes();
            let workbook = exporter.page(&page)?;
            Ok(workbook.into_iter().chain([Artifact::new(page.path, html)?]).collect())
        };
        let count = report.pages().len();
        // The page of the data states the sizes of all others' files.
        let (last, pages): (Vec<PageId>, Vec<PageId>) =
            report.pages().iter().cloned().partition(|id| *id == PageId::Data);
        for (at, chunk) in pages.chunks(CHUNK).enumerate() {
            progress("render", at * CHUNK, count);
            let rendered: Vec<_> = chunk.par_iter().map(|id| made(&report, id)).collect();
            let rendered = gather(rendered)?.concat();
            let workbooks = rendered.iter().filter(|file| !file.path().ends_with(".html"));
            sizes.extend(workbooks.map(size));
            stage.put_all(rendered)?;
        }
        report.weigh(sizes);
        for id in &last {
            stage.put_all(made(&report, id)?)?;
        }
        progress("write", count, count);
        let tables = report.table_ids().count();
        let written = stage.finish(inputs)?;
        Ok(Built { pages: count, tables, warnings, written })
    }
}

/// All results, or all their faults, the same one once.
fn gather<T>(rendered: Vec<Result<T, BuildError>>) -> Result<Vec<T>, BuildError> {
    let mut artifacts = Vec::with_capacity(rendered.len());
    let mut faults: Vec<Diagnostic> = Vec::new();
    for result in rendered {
        match result {
            Ok(artifact) => artifacts.push(artifact),
            Err(BuildError::Output(error)) => return Err(BuildError::Output(error)),
            Err(BuildError::Faults(found)) => {
                for fault in found.sorted() {
                    if !faults.iter().any(|f| (f.code, f.place) == (fault.code, fault.place)) {
                        faults.push(fault.clone());
                    }
                }
            }
        }
    }
    if faults.is_empty() {
        Ok(artifacts)
    } else {
        Err(BuildError::Faults(faults.into_iter().collect()))
    }
}

/// Puts files into the site as they are. They are inputs too.
fn copy_attachments(
    files: &dyn Files,
    report: &Report<'_>,
    stage: &mut Stage,
) -> Result<Vec<(String, Digest)>, BuildError> {
    let mut inputs = Vec::new();
    for (path, to) in report.attachments() {
        let path = format!("{CONTENT}/{path}");
        let bytes = files.read(&path).map_err(|error| error.fault(&path))?;
        let artifact = Artifact::new(to, bytes)?;
        inputs.push((path, artifact.digest()));
        stage.put(artifact)?;
    }
    Ok(inputs)
}

/// The path of a file and its size in bytes.
fn size(artifact: &Artifact) -> (String, u64) {
    (artifact.path().to_owned(), artifact.bytes().len() as u64)
}

/// Why a build did not come to its end.
#[derive(Debug)]
pub enum BuildError {
    /// Errors of templates, the narrative or the menu.
    Faults(Diagnostics),
    /// The site could not be written.
    Output(OutputError),
}

impl From<Diagnostics> for BuildError {
    fn from(faults: Diagnostics) -> Self {
        Self::Faults(faults)
    }
}

impl From<Diagnostic> for BuildError {
    fn from(fault: Diagnostic) -> Self {
        Self::Faults(std::iter::once(fault).collect())
    }
}

impl From<OutputError> for BuildError {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}
