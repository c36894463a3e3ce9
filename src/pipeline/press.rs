//! What pages are printed with, and the printing of all of them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::exports::Exporter;
use super::texts::Told;
use super::{BuildError, CONTENT, Loaded, Progress, Themes, hosting, search};
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::ids::Year;
use crate::output::{Artifact, Digest, OutputError, Sink};
use crate::render::{Renderer, Strings};
use crate::report::view::{self, Page, SiteView};
use crate::report::{Numbers, PageId, Past, Report};
use crate::source::Files;

/// As many pages as are rendered before the next are begun: memory grows with the data alone.
const CHUNK: usize = 512;

/// A report, a theme and the files that go with them: nothing of it can fail to be read any more.
pub(super) struct Press<'a> {
    loaded: &'a Loaded,
    pub report: Report<'a>,
    /// The numbers of tables and figures, where they run through the site.
    pub numbers: &'a Numbers,
    pub site: SiteView,
    pub strings: Strings,
    pub renderer: Renderer,
    /// The files of the theme.
    pub assets: Vec<Artifact>,
    /// Files of documents, pictures and downloads, and where each was read.
    attachments: Vec<(String, Artifact)>,
    /// Typed numbers that nothing supports.
    pub warnings: &'a Diagnostics,
    /// What the reports of earlier years are printed with, the latest first.
    pub past: Vec<Press<'a>>,
    /// What pages say of the later report, if this one is of an earlier year.
    newer: Option<Newer>,
}

/// What pages of an earlier report say of the later one.
struct Newer {
    /// Of a page that the later report does not have.
    gone: view::Newer,
    /// Of pages that it has, by path.
    same: BTreeMap<String, view::Newer>,
}

impl Newer {
    fn new(report: &Report<'_>, past: &Past<'_>) -> Self {
        let paths = past.report.pages().iter().map(|id| past.report.path(id));
        let same = paths.filter(|path| report.at(path).is_some());
        let of = |path: String| (path.clone(), report.newer(past, &path));
        Self { gone: report.newer(past, "index.html"), same: same.map(of).collect() }
    }

    fn of(&self, page: &Page) -> view::Newer {
        self.same.get(&page.path).unwrap_or(&self.gone).clone()
    }
}

/// The folder of a year in a sink.
struct Under<'s> {
    sink: &'s mut dyn Sink,
    year: Year,
}

impl Sink for Under<'_> {
    fn put(&mut self, artifact: Artifact) -> Result<(), OutputError> {
        self.sink.put(artifact.under(&self.year.to_string())?)
    }
}

/// What was printed.
pub(super) struct Printed {
    /// How many pages.
    pub pages: usize,
    /// How many tables.
    pub tables: usize,
    /// The size of the search's index in bytes.
    pub search: u64,
}

impl<'a> Press<'a> {
    /// # Errors
    /// Faults of texts, all of them, and of templates.
    pub fn new(loaded: &'a Loaded, themes: Themes, files: &dyn Files) -> Result<Self, BuildError> {
        let Themes { own: theme, past } = themes;
        let past = loaded.past.iter().zip(past);
        let past = past.map(|(past, theme)| past.press(theme, files));
        let mut past: Vec<Self> = past.collect::<Result<_, _>>()?;
        let report = loaded.report()?;
        for (press, of) in past.iter_mut().zip(report.past()) {
            press.newer = Some(Newer::new(&report, of));
        }
        let assets = theme.assets().map(|(path, bytes)| Artifact::new(path, bytes));
        let assets = assets.collect::<Result<Vec<_>, OutputError>>()?;
        // Before the first page is written, so that the faults of all texts are told at once.
        let Told { numbers, warnings } = loaded.told(&report)?;
        let (site, strings) = (report.site(), Strings::new(loaded.strings()));
        let renderer = Renderer::new(theme, report.site(), loaded.strings())?;
        let attachments = attachments(files, &report)?;
        Ok(Self {
            loaded,
            report,
            numbers,
            site,
            strings,
            renderer,
            assets,
            attachments,
            warnings,
            past,
            newer: None,
        })
    }

    /// Lets the pages of the data say what was read, here and in the reports of earlier years.
    pub fn tell_inputs(&mut self) {
        self.report.made_from(self.loaded.origins());
        self.past.iter_mut().for_each(Press::tell_inputs);
    }

    /// Files that are published as they are: inputs too.
    pub fn attached(&self) -> impl Iterator<Item = (String, Digest)> {
        self.attachments.iter().map(|(path, artifact)| (path.clone(), artifact.digest()))
    }

    /// Files of the site that are copies: those of the theme and those beside the texts.
    pub fn copied(&self) -> impl Iterator<Item = &Artifact> {
        self.assets.iter().chain(self.attachments.iter().map(|(_, artifact)| artifact))
    }

    /// A size in bytes in words.
    pub fn size(&self, bytes: u64) -> String {
        self.loaded.text.size(bytes)
    }

    /// A page with its texts told.
    ///
    /// # Errors
    /// Calls that have no answer and links that lead nowhere.
    pub fn page(&self, id: &PageId) -> Result<Page, BuildError> {
        self.page_of(&self.report, id)
    }

    /// The same page of another report on what was loaded.
    ///
    /// # Errors
    /// Those of [`Press::page`].
    pub fn page_of(&self, report: &Report<'_>, id: &PageId) -> Result<Page, BuildError> {
        let mut page = self.loaded.page(report, id, self.numbers)?;
        page.newer = self.newer.as_ref().map(|newer| newer.of(&page));
        Ok(page)
    }

    /// A page as HTML that stands alone, without its slides.
    ///
    /// # Errors
    /// Those of templates.
    pub fn html(&self, id: &PageId) -> Result<(String, String), BuildError> {
        let page = Page { slides: None, ..self.page(id)? };
        let html = self.renderer.page(&page)?;
        Ok((page.path, html))
    }

    /// The page at the permanent address of another, if the site gives its pages such addresses.
    ///
    /// # Errors
    /// Those of templates.
    pub fn permanent(&self, page: &Page) -> Result<Option<Artifact>, BuildError> {
        if !self.loaded.site.permanent {
            return Ok(None);
        }
        let page = self.report.permanent(page);
        let html = self.renderer.page(&page)?;
        Ok(Some(Artifact::new(page.path, html)?))
    }

    /// Puts all files of the site into a sink.
    ///
    /// # Errors
    /// Those of templates and of the sink.
    pub fn print(
        &mut self,
        sink: &mut dyn Sink,
        progress: Progress<'_>,
    ) -> Result<Printed, BuildError> {
        sink.put_all(self.assets.clone())?;
        sink.put_all(self.attachments.iter().map(|(_, artifact)| artifact.clone()).collect())?;
        progress("export", 0, 1);
        let exported = Exporter::new(&self.site, &self.strings).tables(&self.report)?;
        let mut sizes: Vec<(String, u64)> = exported.iter().map(size).collect();
        sink.put_all(exported)?;
        let count = self.report.pages().len();
        // The page of the data states the sizes of all others' files.
        let (last, pages): (Vec<PageId>, Vec<PageId>) =
            self.report.pages().iter().cloned().partition(|id| *id == PageId::Data);
        for (at, chunk) in pages.chunks(CHUNK).enumerate() {
            progress("render", at * CHUNK, count);
            let rendered: Vec<_> = chunk.par_iter().map(|id| self.files(id)).collect();
            let rendered = gather(rendered)?.concat();
            let workbooks = rendered.iter().filter(|file| !file.path().ends_with(".html"));
            sizes.extend(workbooks.map(size));
            sink.put_all(rendered)?;
        }
        self.report.weigh(sizes);
        for id in &last {
            sink.put_all(self.files(id)?)?;
        }
        for past in &mut self.past {
            past.print(&mut Under { sink: &mut *sink, year: past.report.year() }, progress)?;
        }
        let index = self.search()?;
        let search = index.iter().map(|file| size(file).1).sum();
        sink.put_all(index)?;
        sink.put_all(self.hosting()?)?;
        progress("write", count, count);
        Ok(Printed { pages: count, tables: self.report.table_ids().count(), search })
    }

    /// True of the report of an earlier year.
    pub fn is_past(&self) -> bool {
        self.newer.is_some()
    }

    /// The index of the search.
    ///
    /// # Errors
    /// Those of texts.
    pub fn search(&self) -> Result<Vec<Artifact>, BuildError> {
        search::index(self.loaded, self)
    }

    /// The files that only a site with an address has.
    ///
    /// # Errors
    /// A picture that cannot be drawn.
    pub fn hosting(&self) -> Result<Vec<Artifact>, BuildError> {
        hosting::files(&self.loaded.site, self)
    }

    /// A page, the one at its permanent address, and its workbook, as far as it has them.
    fn files(&self, id: &PageId) -> Result<Vec<Artifact>, BuildError> {
        let page = self.page(id)?;
        let html = self.renderer.page(&page)?;
        let workbook = Exporter::new(&self.site, &self.strings).page(&page)?;
        let mut files: Vec<Artifact> = workbook.into_iter().chain(self.permanent(&page)?).collect();
        if let Some(path) = &page.slides {
            files.push(Artifact::new(path, self.renderer.slides(&page, path)?.into_bytes())?);
        }
        files.push(Artifact::new(page.path, html)?);
        Ok(files)
    }
}

/// All results, or all their faults, the same one once.
pub(super) fn gather<T>(rendered: Vec<Result<T, BuildError>>) -> Result<Vec<T>, BuildError> {
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

/// Files that are published as they are.
fn attachments(
    files: &dyn Files,
    report: &Report<'_>,
) -> Result<Vec<(String, Artifact)>, BuildError> {
    let read = |(path, to): (&str, &str)| {
        let path = format!("{CONTENT}/{path}");
        let bytes = files.read(&path).map_err(|error| error.fault(&path))?;
        let artifact = Artifact::new(to, bytes)?;
        Ok((path, artifact))
    };
    report.attachments().map(read).collect()
}

/// The path of a file and its size in bytes.
pub(super) fn size(artifact: &Artifact) -> (String, u64) {
    (artifact.path().to_owned(), artifact.bytes().len() as u64)
}
