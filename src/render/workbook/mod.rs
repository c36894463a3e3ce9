//! Tables as workbooks of Excel and its like: numbers to reckon with, and beside them all that a
//! page says of a table. A workbook of several tables begins with a sheet that leads to each.
//!
//! The same tables give the same bytes: a workbook states no time but `CREATED`.

mod looks;
mod names;
mod room;
mod sheet;
mod widths;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Workbook as File, Worksheet, XlsxError,
};

use self::looks::Looks;
use self::names::Names;
use self::room::{Letters, across};
use super::Strings;
use crate::report::view::{Block, Page, SiteView, Table};

/// The day that every workbook says it was made on, for the real one would differ from run to run.
const CREATED: (u16, u8, u8) = (2000, 1, 1);

/// A4, as the format numbers papers.
const A4: u8 = 9;

/// As many characters as the format lets a cell hold.
const LONGEST: usize = 32_767;

/// The sheet that leads to all others, in characters: numbers, the narrowest and the widest column of
/// titles, ids.
const NUMBERS: usize = 5;
const TITLES: [usize; 2] = [50, 120];
const IDS: usize = 32;

/// Tables for one file.
pub struct Workbook<'a> {
    /// What they are about.
    pub title: &'a str,
    /// The tables by chapter.
    pub chapters: Vec<Chapter<'a>>,
}

/// Tables of one chapter.
pub struct Chapter<'a> {
    /// Its title; empty if the tables are in no chapter.
    pub title: &'a str,
    /// Its tables, in order.
    pub tables: Vec<&'a Table>,
}

impl<'a> Workbook<'a> {
    /// A table alone.
    pub fn of_table(table: &'a Table) -> Self {
        let chapter = Chapter { title: "", tables: vec![table] };
        Self { title: &table.caption, chapters: vec![chapter] }
    }

    /// The tables of a page, those inside its texts too, by section.
    pub fn of_page(page: &'a Page) -> Self {
        let mut chapters: Vec<Chapter<'_>> = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for section in &page.sections {
            let mut tables: Vec<&Table> = section.blocks.iter().flat_map(tables_of).collect();
            tables.retain(|table| !seen.contains(&table.id.as_str()));
            seen.extend(tables.iter().map(|table| table.id.as_str()));
            if !tables.is_empty() {
                chapters.push(Chapter { title: &section.title, tables });
            }
        }
        Self { title: &page.title, chapters }
    }

    fn tables(&self) -> impl Iterator<Item = &'a Table> {
        self.chapters.iter().flat_map(|chapter| chapter.tables.iter().copied())
    }
}

fn tables_of(block: &Block) -> Vec<&Table> {
    match block {
        Block::Table(table) => vec![table],
        Block::Prose(prose) => prose.inserts.iter().flat_map(|(_, b)| tables_of(b)).collect(),
        _ => Vec::new(),
    }
}

/// Who binds tables into files for one site.
pub struct Binder<'a> {
    site: &'a SiteView,
    t: &'a Strings,
}

impl<'a> Binder<'a> {
    /// A binder for a site in the words of its theme.
    pub fn new(site: &'a SiteView, t: &'a Strings) -> Self {
        Self { site, t }
    }

    /// The bytes of a workbook.
    ///
    /// # Errors
    /// More rows or columns than a sheet has.
    pub fn bind(&self, workbook: &Workbook<'_>) -> Result<Vec<u8>, XlsxError> {
        let mut file = File::new();
        file.set_properties(&self.properties(workbook.title)?);
        let many = workbook.tables().nth(1).is_some();
        let mut names = Names::default();
        let contents = many.then(|| names.take(self.t.get("sheets")));
        let named: Vec<(String, &Table)> = workbook
            .tables()
            .enumerate()
            .map(|(at, table)| (names.numbered(at + 1, &table.caption), table))
            .collect();
        let mut looks = Looks::default();
        if let Some(name) = &contents {
            let titles: Vec<&str> = named.iter().map(|(name, _)| name.as_str()).collect();
            self.contents(file.add_worksheet().set_name(name)?, workbook, &titles)?;
        }
        for (name, table) in &named {
            let sheet = file.add_worksheet().set_name(name)?;
            sheet::fill(sheet, table, self, &mut looks, contents.as_deref())?;
        }
        file.save_to_buffer()
    }

    fn properties(&self, title: &str) -> Result<DocProperties, XlsxError> {
        let (year, month, day) = CREATED;
        let created = ExcelDateTime::from_ymd(year, month, day)?;
        let properties = DocProperties::new().set_title(title).set_author(&self.site.publisher);
        Ok(properties.set_subject(&self.site.title).set_creation_datetime(&created))
    }

    /// The sheet that leads to all others: number, title, id.
    fn contents(
        &self,
        sheet: &mut Worksheet,
        workbook: &Workbook<'_>,
        names: &[&str],
    ) -> Result<(), XlsxError> {
        let bold = Format::new().set_bold();
        // Not every program folds what leads to another sheet, so there is room for the longest.
        let longest = workbook.tables().map(|table| table.caption.chars().count()).max();
        let titles = longest.unwrap_or_default().clamp(TITLES[0], TITLES[1]);
        let widths = [NUMBERS, titles, IDS];
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width(column, width as f64)?;
        }
        across(sheet, (0, 0), workbook.title, (&looks::title(), Letters::Large), &widths)?;
        let heads = ["", self.t.get("caption"), self.t.get("id")];
        for (at, head) in (0u16..).zip(heads) {
            put(sheet, (2, at), head, &bold)?;
        }
        let (mut row, mut names) = (3, (1..).zip(names));
        for chapter in &workbook.chapters {
            if !chapter.title.is_empty() {
                across(sheet, (row, 1), chapter.title, (&bold, Letters::Bold), &widths[1..])?;
                row += 1;
            }
            for (table, (number, name)) in chapter.tables.iter().zip(&mut names) {
                sheet.write_number(row, 0, number)?;
                sheet.write_url_with_text(row, 1, link(name).as_str(), clipped(&table.caption))?;
                sheet.write_string(row, 2, &table.id)?;
                row += 1;
            }
        }
        sheet.set_freeze_panes(3, 0)?;
        for line in [""].into_iter().map(str::to_owned).chain(self.site_lines()) {
            across(sheet, (row, 1), &line, (&Format::new(), Letters::Plain), &widths[1..])?;
            row += 1;
        }
        paper(sheet, 2, 2)
    }

    /// What every page of the site says of itself, for a sheet that may travel alone.
    fn site_lines(&self) -> Vec<String> {
        let site = self.site;
        let date = site.date.as_ref().map(|date| format!("{} {date}", self.t.get("date")));
        let own = [Some(&site.title), Some(&site.region), Some(&site.publisher)];
        let said = own.into_iter().chain([site.edition.as_ref(), site.notice.as_ref()]);
        let said = said.flatten().filter(|line| !line.is_empty()).cloned();
        said.chain(date).collect()
    }
}

/// What is alike of all sheets on paper: A4, as wide as a page, headings repeated, pages numbered.
fn paper(sheet: &mut Worksheet, first: u32, last: u32) -> Result<(), XlsxError> {
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
    sheet.set_repeat_rows(first, last).map(drop)
}

/// The address of a sheet in its own workbook; [`Names`] leaves nothing to be escaped.
fn link(name: &str) -> String {
    format!("internal:'{name}'!A1")
}

/// A text as a cell holds it.
fn clipped(text: &str) -> String {
    let long = text.chars().nth(LONGEST).is_some();
    let kept = text.chars().take(if long { LONGEST - 1 } else { LONGEST });
    kept.chain(long.then_some('…')).collect()
}

/// Writes a text: never a formula, whatever it begins with.
fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    text: &str,
    look: &Format,
) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, column, clipped(text), look).map(drop)
}
