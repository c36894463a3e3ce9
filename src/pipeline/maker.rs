//! The files of a site one by one, as they are asked for: what a preview shows.

use std::collections::BTreeMap;

use super::{ATTACHED, BuildError, Loaded};
use crate::diag::Diagnostics;
use crate::render::{Renderer, export};
use crate::report::{PageId, Report};
use crate::source::Files;

/// Makes any file of a site without making the others.
pub struct Maker<'a> {
    loaded: &'a Loaded,
    files: &'a dyn Files,
    report: Report<'a>,
    renderer: Renderer,
    assets: BTreeMap<String, Vec<u8>>,
    pages: BTreeMap<String, PageId>,
    /// Tables by the paths of their files.
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
        let table = |id: &str| Some((report.table(id)?.csv?, id.to_owned()));
        let tables = report.table_ids().filter_map(table).collect();
        let renderer = Renderer::new(theme, report.site(), loaded.strings())?;
        Ok(Maker { loaded, files, report, renderer, assets, pages, tables })
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
            let mut page = self.report.page(id);
            self.loaded.narrator.fill(&mut page, &self.report)?;
            return Ok(Some(self.renderer.page(&page)?.into_bytes()));
        }
        if let Some(table) = self.tables.get(path).and_then(|id| self.report.table(id)) {
            return Ok(Some(export::csv(&table).into_bytes()));
        }
        let Some((from, _)) = self.report.attachments().find(|(_, to)| *to == path) else {
            return Ok(None);
        };
        let from = format!("{ATTACHED}/{from}");
        Ok(Some(self.files.read(&from).map_err(|error| error.fault(&from))?))
    }
}
