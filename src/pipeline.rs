//! The order of the stages: read, check, compute, publish, report, render, write. The only place
//! that knows all of them.

mod exports;
mod hosting;
mod import;
mod inputs;
mod load;
mod maker;
mod press;
mod search;
mod single;
mod texts;
mod years;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use crate::diag::{Code, Diagnostic, Diagnostics, SourceId};
use crate::edition::Published;
use crate::model::narrative::{Attached, Narrative};
use crate::narrate::{Figures, Narrator};
use crate::output::{Archive, Archived, Digest, OutputError, Stage, Written};
use crate::release;
use crate::release::Candidate;
use crate::render::theme::{Theme, ThemeFile};
use crate::report::Report;
use crate::review::Answers;
use crate::site::{DEFAULT_THEME, Site};
use crate::source::{Files, Source, Sources};
use crate::text::{Lang, Text};
use inputs::Input;
use load::{Computed, Run, Wanted, compute};
use press::{Press, Printed, gather};
use texts::Told;
use years::PastReport;

pub use crate::release::Example;
pub use crate::site::BaseUrl;
pub use import::{Imported, RESULTS, Target, import};
pub use maker::Maker;
pub use years::folder_of_year;

/// The settings of a site, in its folder.
pub const SITE_FILE: &str = "svod.toml";
const METHOD_FILE: &str = "methodology.toml";
/// As long as a settings file may be, in bytes: read, it takes some eighty times as much.
const LONGEST_SETTINGS: usize = 4 << 20;
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
    /// The reports of earlier years, the latest first.
    past: Vec<PastReport>,
    /// What telling the texts has shown, once that is done.
    told: OnceLock<Told>,
    /// The files that were read, once somebody has asked for them.
    inputs: OnceLock<Vec<Input>>,
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
    /// The size of the search's index in bytes.
    pub search: u64,
    /// Typed numbers that nothing supports.
    pub warnings: Diagnostics,
    /// What was written.
    pub written: Written,
}

/// What an archive or a file of its own holds.
#[derive(Clone, Debug)]
pub struct Packed {
    /// Typed numbers that nothing supports.
    pub warnings: Diagnostics,
    /// What was written.
    pub written: Archived,
}

/// The themes of a report and of the reports of earlier years.
struct Themes {
    own: Theme,
    past: Vec<Theme>,
}

/// Files that were read and their checksums.
type Checksums = Vec<(String, Digest)>;

/// Reads, checks and computes a site folder, with the reports of earlier years that it has.
///
/// # Errors
/// All errors of the settings, the method, the data and the narrative.
pub fn load(files: &dyn Files, lang: Lang, progress: Progress<'_>) -> Result<Loaded, Box<Stopped>> {
    load_edition(files, lang, None, progress)
}

/// The same for an edition of the site, by its id; the first that the site declares if none is said.
///
/// # Errors
/// Those of [`load`], an unknown edition, texts that name a school which the edition does not.
pub fn load_edition(
    files: &dyn Files,
    lang: Lang,
    edition: Option<&str>,
    progress: Progress<'_>,
) -> Result<Loaded, Box<Stopped>> {
    let (mut loaded, ()) = load_and(files, lang, edition, progress, |_| ())?;
    loaded.stand_at(None);
    Ok(loaded)
}

/// The same for a report that is to be published, at an address if one is said, with what stands in the
/// way of that; `example` is what new sites begin as.
///
/// # Errors
/// Those of [`load_edition`].
pub fn load_for_release(
    files: &dyn Files,
    lang: Lang,
    edition: Option<&str>,
    (base_url, example): (Option<BaseUrl>, &Example<'_>),
    progress: Progress<'_>,
) -> Result<(Loaded, Diagnostics), Box<Stopped>> {
    let look = |computed: &mut Computed| {
        computed.site.base_url = base_url.or(computed.site.base_url.take());
        let found = release::check(&Candidate {
            site: &computed.site,
            edition: &computed.draft.edition,
            method: &computed.draft.method,
            dataset: &computed.draft.dataset,
            narratives: &computed.narratives,
            sources: &computed.run.sources,
            example,
        });
        // What is wrong with the answers was said when the data was read.
        let answers =
            Answers::of(&computed.draft.method, &computed.draft.dataset, &mut Diagnostics::new());
        answers.applied_to_release(found)
    };
    let (mut loaded, found) = load_and(files, lang, edition, progress, look)?;
    loaded.stand_at(None);
    Ok((loaded, found))
}

/// Loads, and looks at what was computed before an edition decides what is shown of it.
fn load_and<T>(
    files: &dyn Files,
    lang: Lang,
    edition: Option<&str>,
    progress: Progress<'_>,
    look: impl FnOnce(&mut Computed) -> T,
) -> Result<(Loaded, T), Box<Stopped>> {
    let mut computed = compute(files, lang, Wanted::Id(edition), progress)?;
    let past = years::past(files, lang, &mut computed)?;
    let seen = look(&mut computed);
    let loaded = computed.published()?;
    Ok((Loaded { past, ..loaded }, seen))
}

/// The files and folders of a site folder that a site is made from, as its settings name them; `None`
/// if those cannot be read.
pub fn inputs(files: &dyn Files) -> Option<Vec<String>> {
    let site = Run::default().site(files)??;
    let own = [SITE_FILE, METHOD_FILE, &site.data, CONTENT, TEMPLATES, THEMES].map(str::to_owned);
    let past = site.past.into_iter().map(|past| past.folder);
    Some(own.into_iter().chain(site.borders).chain(past).collect())
}

impl Loaded {
    /// The report on what was loaded.
    ///
    /// # Errors
    /// Tables and pages that the narrative or the menu names and nobody has.
    pub fn report(&self) -> Result<Report<'_>, Diagnostics> {
        self.report_on(&self.published)
    }

    /// The report on what an edition publishes: of what was loaded, or of what is known of it now.
    fn report_on<'a>(&'a self, published: &'a Published) -> Result<Report<'a>, Diagnostics> {
        let texts = (self.narratives.as_slice(), self.attached.as_slice());
        let past = self.past.iter().map(PastReport::report).collect::<Result<_, _>>()?;
        Report::new(published, &self.site, &self.text, &self.sources, texts, past)
    }

    /// How many figures the texts say, and how many of them are computed.
    pub fn figures(&self) -> Figures {
        self.narrator.figures(&self.narratives)
    }

    /// Says where the site will stand, in place of what its settings say.
    pub fn stand_at(&mut self, base_url: Option<BaseUrl>) {
        self.site.base_url = base_url.or(self.site.base_url.take());
        let base_url = self.site.base_url.as_ref();
        for past in &mut self.past {
            past.loaded.site.base_url =
                base_url.map(|url| url.folder(&past.declared.year.to_string()));
        }
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
        known.unwrap_or_else(|| {
            // One file more than were listed.
            self.inputs.take();
            self.sources.add(Source::of_bytes(path, bytes.to_vec()))
        })
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
        let (inputs, mut press) = self.press(files)?;
        let mut stage = Stage::new(out)?;
        let Printed { pages, tables, search } = press.print(&mut stage, progress)?;
        let written = stage.finish(inputs)?;
        Ok(Built { pages, tables, search, warnings: press.warnings.clone(), written })
    }

    /// Renders the site into one archive, in place of the one of that name.
    ///
    /// # Errors
    /// Errors of templates and of writing; the old archive then stands as it was.
    pub fn archive(
        &mut self,
        files: &dyn Files,
        out: &Path,
        progress: Progress<'_>,
    ) -> Result<Packed, BuildError> {
        let (inputs, mut press) = self.press(files)?;
        let mut archive = Archive::new(out)?;
        press.print(&mut archive, progress)?;
        let written = archive.finish(inputs)?;
        Ok(Packed { warnings: press.warnings.clone(), written })
    }

    /// Renders a region, or one of its municipalities by its id, into one HTML file.
    ///
    /// # Errors
    /// Errors of templates and of writing, an unknown municipality, more pages than one file should
    /// hold; the old file then stands as it was.
    pub fn single_file(
        &mut self,
        files: &dyn Files,
        municipality: Option<&str>,
        out: &Path,
        progress: Progress<'_>,
    ) -> Result<Packed, BuildError> {
        let (_, press) = self.press(files)?;
        let written = single::write(&press, municipality, out, progress)?;
        Ok(Packed { warnings: press.warnings.clone(), written })
    }

    /// Renders pages, by their paths, into one HTML document to be printed.
    ///
    /// # Errors
    /// Pages that there are not, errors of templates and texts.
    pub fn pages_in_one(
        &mut self,
        files: &dyn Files,
        paths: &[String],
        progress: Progress<'_>,
    ) -> Result<String, BuildError> {
        let (_, press) = self.press(files)?;
        let mut known = Vec::new();
        let mut faults = Diagnostics::new();
        for path in paths {
            match press.report.at(path) {
                Some(id) => known.push(id.clone()),
                None => faults.push(press.report.unknown_page(path)),
            }
        }
        if faults.has_errors() {
            return Err(faults.into());
        }
        Ok(single::document(&press, &known, progress)?.0)
    }

    /// What was read, with its checksums, and all that pages are printed with.
    fn press(&mut self, files: &dyn Files) -> Result<(Checksums, Press<'_>), BuildError> {
        let themes = self.themes(files)?;
        let loaded = &*self;
        let mut press = Press::new(loaded, themes, files)?;
        press.tell_inputs();
        let mut inputs = loaded.checksums();
        inputs.extend(press.attached());
        Ok((inputs, press))
    }

    /// The theme of this report, and those of the earlier ones, in their order.
    fn themes(&mut self, files: &dyn Files) -> Result<Themes, Diagnostics> {
        let own = self.theme(files)?;
        let past = self.past.iter_mut().map(|past| past.theme(files));
        Ok(Themes { own, past: past.collect::<Result<_, _>>()? })
    }
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
