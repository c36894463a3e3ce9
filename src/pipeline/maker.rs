//! The files of a site one by one, as they are asked for: what a preview shows.

use std::collections::BTreeMap;

use super::exports::Exporter;
use super::{BuildError, CONTENT, Loaded, size};
use crate::diag::Diagnostics;
use crate::output::Artifact;
use crate::render::{Renderer, Strings};
use crate::report::view::{Page, SiteView};
use crate::report::{Numbers, PageId, REPORT_WORKBOOK, Report};
use crate::source::Files;

/// Makes any file of a site without making the others.
pub struct Maker<'a> {
    loaded: &'a Loaded,
    files: &'a dyn Files,
    report: Report<'a>,
    numbers: Numbers,
    site: SiteView,
    strings: Strings,
    renderer: Renderer,
    assets: BTreeMap<String, Vec<u8>>,
    pages: BTreeMap<String, PageId>,
    /// Ids of tables by the paths of their files.
    tables: BTreeMap<String, String>,
}

impl Loaded {
    /// A maker of the files of this site.
    ///
    /// # Errors
    /// Errors of the theme and its templates; names in the narrative or the menu that nobody has.
    pub fn maker<'a>(&'a mut self, files: &'a dyn Files) -> Result<Maker<'a>, BuildError> {
        let theme = self.theme(files)?;
        let loaded = &*self;
        let report = loaded.report()?;
        let owned = |(path, bytes): (&str, &[u8])| (path.to_owned(), bytes.to_vec());
        let assets = theme.assets().map(owned).collect();
        let path = |id: &PageId| (id.path(&loaded.published), id.clone());
        let pages = report.pages().iter().map(path).collect();
        let files_of = |id: &str| {
            let files = report.table(id).and_then(|table| table.files);
            let paths = files.map(|files| [files.csv, files.excel_csv, files.xlsx]);
            paths.into_iter().flatten().map(|path| (path, id.to_owned())).collect::<Vec<_>>()
        };
        let tables = report.table_ids().flat_map(files_of).collect();
        let numbers = loaded.numbers(&report)?;
        let (site, strings) = (report.site(), Strings::new(loaded.strings()));
        let renderer = Renderer::new(theme, report.site(), loaded.strings())?;
        Ok(Maker { loaded, files, report, numbers, site, strings, renderer, assets, pages, tables })
    }
}

impl<'a> Maker<'a> {
    /// What the files are made of.
    pub fn loaded(&self) -> &'a Loaded {
        self.loaded
    }

    /// Tells every text of the narrative; see [`Loaded::check_texts`].
    ///
    /// # Errors
    /// Calls that have no answer.
    pub fn check(&self) -> Result<Diagnostics, BuildError> {
        Ok(self.loaded.check_texts(&self.report)?)
    }

    /// The file at a path of the site; `None` if the site has no such file.
    ///
    /// # Errors
    /// Errors of templates and texts; an attachment that cannot be read any more.
    pub fn file(&self, path: &str) -> Result<Option<Vec<u8>>, BuildError> {
        if let Some(bytes) = self.assets.get(path) {
            return Ok(Some(bytes.clone()));
        }
        if let Some(id) = self.pages.get(path) {
            let page = match id {
                PageId::Data => self.page_of_data()?,
                _ => self.page(&self.report, id)?,
            };
            return Ok(Some(self.renderer.page(&page)?.into_bytes()));
        }
        if let Some(id) = self.tables.get(path) {
            let table = self.report.table(id);
            let files = table.map(|table| self.exporter().files(&table)).transpose()?;
            return Ok(files.and_then(|files| taken(files, path)));
        }
        if path == REPORT_WORKBOOK {
            return Ok(taken(self.exporter().tables(&self.report)?, path));
        }
        if let Some(page) = self.page_with_workbook(path)? {
            let workbook = self.exporter().page(&page)?;
            return Ok(workbook.and_then(|workbook| taken(vec![workbook], path)));
        }
        self.attachment(path)
    }

    fn exporter(&self) -> Exporter<'_> {
        Exporter::new(&self.site, &self.strings)
    }

    fn page(&self, report: &Report<'_>, id: &PageId) -> Result<Page, BuildError> {
        Ok(self.loaded.page(report, id, &self.numbers)?)
    }

    /// The page of the data, which states the sizes of all files to download: they are all made.
    fn page_of_data(&self) -> Result<Page, BuildError> {
        let mut files = self.exporter().tables(&self.report)?;
        for id in self.report.pages() {
            files.extend(self.exporter().page(&self.page(&self.report, id)?)?);
        }
        let mut report = self.loaded.report()?;
        report.weigh(files.iter().map(size));
        self.page(&report, &PageId::Data)
    }

    /// The page that a workbook is of: both have the same name.
    fn page_with_workbook(&self, path: &str) -> Result<Option<Page>, BuildError> {
        let page = path.strip_suffix(".xlsx").map(|name| format!("{name}.html"));
        let Some(id) = page.and_then(|page| self.pages.get(&page)) else { return Ok(None) };
        let page = self.page(&self.report, id)?;
        Ok(page.workbook.is_some().then_some(page))
    }

    fn attachment(&self, path: &str) -> Result<Option<Vec<u8>>, BuildError> {
        let Some((from, _)) = self.report.attachments().find(|(_, to)| *to == path) else {
            return Ok(None);
        };
        let from = format!("{CONTENT}/{from}");
        Ok(Some(self.files.read(&from).map_err(|error| error.fault(&from))?))
    }
}

/// The file at a path, of several.
fn taken(files: Vec<Artifact>, path: &str) -> Option<Vec<u8>> {
    let file = files.iter().find(|file| file.path() == path);
    file.map(|file| file.bytes().to_vec())
}
