//! The files for other programs: each table as CSV and as a workbook, and workbooks of many.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::{BuildError, gather};
use crate::diag::{Code, Diagnostic};
use crate::output::Artifact;
use crate::render::workbook::{Binder, Chapter, Workbook};
use crate::render::{Strings, export};
use crate::report::view::{Page, SiteView, Table};
use crate::report::{REPORT_WORKBOOK, Report};

/// Makes files of tables in the words of one site.
pub(super) struct Exporter<'a> {
    site: &'a SiteView,
    t: &'a Strings,
    binder: Binder<'a>,
}

impl<'a> Exporter<'a> {
    pub fn new(site: &'a SiteView, t: &'a Strings) -> Self {
        Self { site, t, binder: Binder::new(site, t) }
    }

    /// The files of all tables, and the workbook of them all.
    ///
    /// # Errors
    /// Tables that are larger than a workbook can be.
    pub fn tables(&self, report: &Report<'_>) -> Result<Vec<Artifact>, BuildError> {
        let ids: Vec<&str> = report.table_ids().collect();
        let tables: Vec<Table> = ids.par_iter().filter_map(|id| report.table(id)).collect();
        let made: Vec<_> = tables.par_iter().map(|table| self.files(table)).collect();
        let mut files = gather(made)?.concat();
        files.extend(self.whole(report, &tables)?);
        Ok(files)
    }

    /// The files of a table.
    ///
    /// # Errors
    /// A table that is larger than a workbook can be.
    pub fn files(&self, table: &Table) -> Result<Vec<Artifact>, BuildError> {
        let Some(files) = &table.files else { return Ok(Vec::new()) };
        let csv = export::csv(table).into_bytes();
        let excel_csv = export::excel_csv(table, self.t, self.site.lang).into_bytes();
        Ok(vec![
            Artifact::new(files.csv.as_str(), csv)?,
            Artifact::new(files.excel_csv.as_str(), excel_csv)?,
            self.bound(&files.xlsx, &Workbook::of_table(table))?,
        ])
    }

    /// The workbook of the report: its tables by chapter.
    fn whole(&self, report: &Report<'_>, tables: &[Table]) -> Result<Option<Artifact>, BuildError> {
        if tables.is_empty() {
            return Ok(None);
        }
        let by_id: BTreeMap<&str, &Table> = tables.iter().map(|t| (t.id.as_str(), t)).collect();
        let groups = report.table_groups();
        let chapters = groups.iter().map(|(title, ids)| {
            let tables = ids.iter().filter_map(|id| by_id.get(id.as_str()).copied());
            Chapter { title, tables: tables.collect() }
        });
        let workbook = Workbook { title: &self.site.title, chapters: chapters.collect() };
        self.bound(REPORT_WORKBOOK, &workbook).map(Some)
    }

    /// The workbook of a page, if it has one of its own.
    ///
    /// # Errors
    /// A table that is larger than a workbook can be.
    pub fn page(&self, page: &Page) -> Result<Option<Artifact>, BuildError> {
        let own = page.workbook.as_ref().filter(|link| link.to != REPORT_WORKBOOK);
        own.map(|link| self.bound(&link.to, &Workbook::of_page(page))).transpose()
    }

    fn bound(&self, path: &str, workbook: &Workbook<'_>) -> Result<Artifact, BuildError> {
        let bytes = self.binder.bind(workbook).map_err(|error| {
            Diagnostic::new(Code::CannotWrite).with("file", path).with("reason", error)
        })?;
        Ok(Artifact::new(path, bytes)?)
    }
}
