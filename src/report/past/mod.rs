//! Reports of earlier years beside this one: what they said, what of it is known otherwise now.

mod corrections;

use super::listings::bare_table;
use super::view::{
    Block, Cell, Column, Fact, Label, Link, Newer, Page, PageKind, Row, RowRole, Section, Table,
    Term,
};
use super::{Report, count};
use crate::model::ids::Year;
use crate::model::revised::Revised;

pub use corrections::Correction;

/// The report of an earlier year, as it was published.
pub struct Past<'a> {
    /// Its year.
    pub year: Year,
    /// The report.
    pub report: Report<'a>,
    /// Its figures that would be others now, in the order of its tables.
    pub corrections: Vec<Correction>,
    /// The results behind them that are others now.
    pub changes: &'a [Revised],
}

impl<'a> Past<'a> {
    /// A report, and the same one made of what is known now.
    pub fn new(year: Year, report: Report<'a>, now: &Report<'_>, changes: &'a [Revised]) -> Self {
        let corrections = corrections::between(&report, now);
        // Results are told as they are: an edition that holds something back tells of figures alone.
        let changes = if report.published.tells_results() { changes } else { &[] };
        Self { year, report, corrections, changes }
    }

    /// The path of one of its pages or files from the root of the site.
    pub fn path(&self, path: &str) -> String {
        under(self.year, path)
    }
}

/// The path of a page or file of a year's report.
fn under(year: Year, path: &str) -> String {
    format!("{year}/{path}")
}

impl<'a> Report<'a> {
    /// The path of a page.
    pub fn path(&self, id: &super::PageId) -> String {
        id.path(self.published)
    }

    /// Reports of earlier years, the latest first.
    pub fn past(&self) -> &[Past<'a>] {
        &self.past
    }

    /// The year of this report.
    pub fn year(&self) -> Year {
        self.published.method().years.current
    }

    /// What a page of an earlier report says of the page of this one at a path: that it is there, and
    /// how many figures have been corrected.
    pub fn newer(&self, past: &Past<'_>, path: &str) -> Newer {
        let (then, now) = (past.year.to_string(), self.year().to_string());
        let years = [("year", then.as_str().into()), ("now", now.as_str().into())];
        let corrected = past.corrections.len();
        Newer {
            text: self.say("past-newer", &years),
            link: Link { text: self.say("past-newer-link", &years), to: format!("../{path}") },
            corrected: (corrected > 0).then(|| Link {
                text: self.say("past-newer-corrected", &[("n", count(corrected))]),
                to: format!("../{}#{}", super::pages::ARCHIVE, anchor(past.year)),
            }),
        }
    }

    /// The page at the permanent address of another: it leads there until a later report takes its
    /// place.
    pub fn permanent(&self, page: &Page) -> Page {
        let year = self.year().to_string();
        let to = Link { text: page.title.clone(), to: page.path.clone() };
        let args = [("year", year.as_str().into()), ("to", to.text.as_str().into())];
        Page {
            menu: page.menu.clone(),
            lead: vec![self.say("redirect-permanent", &args)],
            leads_to: Some(to),
            ..super::pages::empty(
                PageKind::Redirect,
                under(self.year(), &page.path),
                self.get("redirect-title"),
            )
        }
    }

    /// What the same page said in the reports of earlier years.
    pub(super) fn add_past(&self, page: &mut Page) {
        if !matches!(page.kind, PageKind::Region | PageKind::Municipality | PageKind::School) {
            return;
        }
        let found = self.past().iter().filter_map(|past| {
            let id = past.report.at(&page.path)?;
            Some((past, past.report.page(id)))
        });
        let found: Vec<(&Past<'_>, Page)> = found.collect();
        if found.is_empty() {
            return;
        }
        let terms = found.iter().map(|(past, then)| self.said_then(past, then)).collect();
        let facts = self.facts_of_years(page, &found);
        page.sections.push(Section {
            id: "past-reports".to_owned(),
            title: self.get("past-section"),
            lead: Vec::new(),
            opening: false,
            blocks: vec![Block::Table(facts), Block::Terms { terms }],
        });
    }

    fn said_then(&self, past: &Past<'_>, then: &Page) -> Term {
        let year = past.year.to_string();
        let link = self.get("past-page-then");
        let said = then.lead.iter().map(|sentence| Label::text(sentence.clone()));
        let link = Label::link(link, past.path(&then.path));
        Term {
            title: self.say("past-report-of", &[("year", year.as_str().into())]),
            values: said.chain([link]).collect(),
        }
    }

    /// The key figures of a page by the years of the reports.
    fn facts_of_years(&self, page: &Page, found: &[(&Past<'_>, Page)]) -> Table {
        let years = std::iter::once(self.year()).chain(found.iter().map(|(past, _)| past.year));
        let column = |year: Year| Column {
            id: year.to_string(),
            title: year.to_string(),
            spanner: Some(self.get("past-spanner")),
            numeric: true,
            choice: false,
        };
        let row = |(at, fact): (usize, &Fact)| {
            let then = found.iter().map(|(_, then)| {
                let same = then.facts.iter().find(|then| alike(&then.title, &fact.title));
                same.map_or_else(|| Cell::text(String::new()), |then| fact_cell(then, fact))
            });
            Row {
                id: format!("fact-{}", at + 1),
                title: Label::text(fact.title.clone()),
                role: RowRole::Body,
                cells: std::iter::once(fact_cell(fact, fact)).chain(then).collect(),
            }
        };
        let known = |row: &Row| row.cells[1..].iter().any(|cell| !cell.text.is_empty());
        let (caption, corner) = (self.get("past-facts"), self.get("past-fact"));
        let rows = page.facts.iter().enumerate().map(row).filter(known).collect();
        Table { rows, ..bare_table("past-facts", caption, corner, years.map(column).collect()) }
    }
}

/// The anchor of a year on the page of the archive.
pub(super) fn anchor(year: Year) -> String {
    format!("corrected-{year}")
}

/// A figure as its report gave it; what it counted is said where it is not what the row says.
fn fact_cell(fact: &Fact, row: &Fact) -> Cell {
    let other = (fact.title != row.title).then(|| fact.title.clone());
    let words = other.into_iter().chain(fact.base.clone());
    let detail: Vec<String> = words.collect();
    Cell {
        detail: (!detail.is_empty()).then(|| detail.join("; ")),
        ..Cell::text(fact.value.clone())
    }
}

/// True if two titles are the same but for years.
fn alike(one: &str, other: &str) -> bool {
    let words = |title: &str| -> String { title.chars().filter(|c| !c.is_ascii_digit()).collect() };
    words(one) == words(other)
}
