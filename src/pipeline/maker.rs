//! The files of a site one by one, as they are asked for: what a preview shows.

use std::collections::BTreeMap;

use super::exports::Exporter;
use super::press::{Press, size};
use super::{BuildError, Loaded};
use crate::diag::Diagnostics;
use crate::output::Artifact;
use crate::render::search;
use crate::report::view::Page;
use crate::report::{PageId, REPORT_WORKBOOK, SLIDES};
use crate::source::{Files, Sources};

/// Makes any file of a site without making the others.
pub struct Maker<'a> {
    loaded: &'a Loaded,
    press: Press<'a>,
    /// Of the reports of earlier years.
    past: Vec<Maker<'a>>,
    pages: BTreeMap<String, PageId>,
    /// Ids of tables by the paths of their files.
    tables: BTreeMap<String, String>,
}

impl Loaded {
    /// A maker of the files of this site.
    ///
    /// # Errors
    /// Errors of the theme and its templates; calls and links of texts that lead nowhere.
    pub fn maker(&mut self, files: &dyn Files) -> Result<Maker<'_>, BuildError> {
        let themes = self.themes(files)?;
        let loaded = &*self;
        Maker::new(loaded, Press::new(loaded, themes, files)?)
    }
}

impl<'a> Maker<'a> {
    fn new(loaded: &'a Loaded, mut press: Press<'a>) -> Result<Self, BuildError> {
        let past = loaded.past.iter().zip(press.past.drain(..));
        let past = past.map(|(past, press)| Maker::new(&past.loaded, press));
        let past = past.collect::<Result<_, _>>()?;
        let path = |id: &PageId| (id.path(&loaded.published), id.clone());
        let pages = press.report.pages().iter().map(path).collect();
        let files_of = |id: &str| {
            let files = press.report.table(id).and_then(|table| table.files);
            let paths = files.map(|files| [files.csv, files.excel_csv, files.xlsx]);
            paths.into_iter().flatten().map(|path| (path, id.to_owned())).collect::<Vec<_>>()
        };
        let tables = press.report.table_ids().flat_map(files_of).collect();
        Ok(Self { loaded, press, past, pages, tables })
    }
}

impl Maker<'_> {
    /// What the places of faults speak of.
    pub fn sources(&self) -> &Sources {
        &self.loaded.sources
    }

    /// Typed numbers of texts that nothing supports.
    pub fn warnings(&self) -> &Diagnostics {
        self.press.warnings
    }

    /// The file at a path of the site; `None` if the site has no such file.
    ///
    /// # Errors
    /// Errors of templates and texts.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, BuildError> {
        if let Some(id) = self.pages.get(path) {
            let page = match id {
                PageId::Data => self.page_of_data()?,
                _ => self.press.page(id)?,
            };
            return Ok(Some(self.press.renderer.page(&page)?.into_bytes()));
        }
        if let Some((year, path)) = path.split_once('/') {
            let of = |maker: &&Maker<'_>| maker.press.report.year().to_string() == year;
            if let Some(past) = self.past.iter().find(of) {
                return past.file(path);
            }
            if year == self.press.report.year().to_string() {
                return self.permanent(path);
            }
        }
        if let Some(id) = self.tables.get(path) {
            let table = self.press.report.table(id);
            let files = table.map(|table| self.exporter().files(&table)).transpose()?;
            return Ok(files.and_then(|files| taken(&files, path)));
        }
        if path == REPORT_WORKBOOK {
            return Ok(taken(&self.exporter().tables(&self.press.report)?, path));
        }
        if let Some(page) = self.page_with_slides(path)? {
            return Ok(Some(self.press.renderer.slides(&page, path)?.into_bytes()));
        }
        if let Some(page) = self.page_with_workbook(path)? {
            return Ok(self.exporter().page(&page)?.map(|workbook| workbook.bytes().to_vec()));
        }
        if path.starts_with(search::FOLDER) {
            return Ok(taken(&self.press.search()?, path));
        }
        match taken(self.press.copied(), path) {
            Some(bytes) => Ok(Some(bytes)),
            None => Ok(taken(&self.press.hosting()?, path)),
        }
    }

    /// The page at the permanent address of another.
    fn permanent(&self, path: &str) -> Result<Option<Vec<u8>>, BuildError> {
        let Some(id) = self.pages.get(path) else { return Ok(None) };
        let page = self.press.permanent(&self.press.page(id)?)?;
        Ok(page.map(|page| page.bytes().to_vec()))
    }

    fn exporter(&self) -> Exporter<'_> {
        Exporter::new(&self.press.site, &self.press.strings)
    }

    /// The page of the data, which states the sizes of all files to download: they are all made.
    fn page_of_data(&self) -> Result<Page, BuildError> {
        let mut files = self.exporter().tables(&self.press.report)?;
        for id in self.press.report.pages() {
            files.extend(self.exporter().page(&self.press.page(id)?)?);
        }
        let mut report = self.loaded.report()?;
        report.weigh(files.iter().map(size));
        report.made_from(self.loaded.origins());
        self.press.page_of(&report, &PageId::Data)
    }

    /// The page that is shown as slides at a path.
    fn page_with_slides(&self, path: &str) -> Result<Option<Page>, BuildError> {
        let of = path.strip_prefix(SLIDES).and_then(|rest| rest.strip_prefix('/'));
        let Some(id) = of.and_then(|page| self.pages.get(page)) else { return Ok(None) };
        let page = self.press.page(id)?;
        Ok(page.slides.is_some().then_some(page))
    }

    /// The page that a workbook is of: both have the same name.
    fn page_with_workbook(&self, path: &str) -> Result<Option<Page>, BuildError> {
        let page = path.strip_suffix(".xlsx").map(|name| format!("{name}.html"));
        let Some(id) = page.and_then(|page| self.pages.get(&page)) else { return Ok(None) };
        let page = self.press.page(id)?;
        Ok(page.workbook.is_some().then_some(page))
    }
}

/// The file at a path, of several.
fn taken<'f>(files: impl IntoIterator<Item = &'f Artifact>, path: &str) -> Option<Vec<u8>> {
    let file = files.into_iter().find(|file| file.path() == path);
    file.map(|file| file.bytes().to_vec())
}
