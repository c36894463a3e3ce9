//! One file for each kind of page. A page is planned by its id ([`plan`]) and made when it is asked
//! for, so that pages can be made in any order by any number of threads.

mod accessibility;
mod archive;
mod comparability;
mod data;
mod frame;
mod group;
mod index;
mod kept;
mod life;
mod lists;
mod measures;
mod methodology;
mod missing;
mod municipality;
mod narrative;
mod over_years;
mod plan;
mod procedure;
mod procedure_schools;
mod programmes;
mod redirect;
mod region;
mod register;
mod risks;
mod roadmap;
mod school;
mod search;
mod table;
mod texts;
mod variants;
mod warning;

use super::Report;
use super::view::{Block, Link, Page, PageKind, Section};
use crate::model::ids::GroupId;
use crate::text::lower_first;

pub use plan::PageId;
pub(super) use plan::{
    ARCHIVE, CONTACTS, DECISIONS, DOCUMENTS, EVENTS, FRAME, GLOSSARY, MEASURES, OF_MANAGEMENT,
    RECOMMENDATIONS, plan,
};
pub(super) use risks::path as risk_path;

/// The workbook of the whole report.
pub const REPORT_WORKBOOK: &str = "report.xlsx";

/// The folder of pages as slides.
pub const SLIDES: &str = "slides";

/// The workbook of a page.
fn workbook_path(page: &str) -> String {
    format!("{}.xlsx", page.strip_suffix(".html").unwrap_or(page))
}

/// Makes a page. What the data lacks leaves no heading over nothing; only the page of a declared
/// table says even that the table is empty.
pub(super) fn build(report: &Report<'_>, id: &PageId) -> Page {
    let mut page = whole(report, id);
    report.add_past(&mut page);
    report.add_text(&mut page, id);
    report.add_files(&mut page, report.narrative_of(id));
    if page.kind != PageKind::Table {
        for section in &mut page.sections {
            section.blocks.retain(|block| !block.is_empty());
        }
        page.sections.retain(|s| !(s.lead.is_empty() && s.blocks.is_empty()));
    }
    // Words of the catalogue stand beside titles of the method: each reads on as in a sentence.
    page.facts.iter_mut().for_each(|fact| fact.title = lower_first(&fact.title));
    page.workbook = workbook(report, &page);
    kept::only(report, &mut page);
    page.slides = slides_path(&page);
    page
}

/// Where a page lies as slides: the pages that are spoken of at meetings, if they say anything.
fn slides_path(page: &Page) -> Option<String> {
    use PageKind::{Group, Municipality, Narrative, Region};
    let shown = matches!(page.kind, Region | Municipality | Group | Narrative);
    (shown && !page.sections.is_empty()).then(|| format!("{SLIDES}/{}", page.path))
}

/// The workbook that a page offers: the report's on the overview, a municipality's on its page.
fn workbook(report: &Report<'_>, page: &Page) -> Option<Link> {
    let is_table = |block: &Block| matches!(block, Block::Table(_));
    match page.kind {
        PageKind::Region => {
            report.table_ids().next()?;
            Some(report.link_to("workbook-of-report", REPORT_WORKBOOK))
        }
        PageKind::Municipality => {
            page.sections.iter().flat_map(|section| &section.blocks).find(|b| is_table(b))?;
            Some(report.link_to("workbook-of-municipality", &workbook_path(&page.path)))
        }
        _ => None,
    }
}

fn whole(report: &Report<'_>, id: &PageId) -> Page {
    match id {
        PageId::Region => region::page(report),
        PageId::Municipalities => index::municipalities(report),
        PageId::Municipality(ix) => municipality::page(report, *ix),
        PageId::Schools => index::schools(report),
        PageId::School(ix) => school::page(report, *ix),
        PageId::FormerSchool(old, ix) => {
            redirect::school(report, id.path(report.published), old, *ix)
        }
        PageId::FormerMunicipality(old, ix) => {
            redirect::municipality(report, id.path(report.published), old, *ix)
        }
        PageId::Roadmaps => programmes::roadmaps(report),
        PageId::Roadmap(ix) => roadmap::page(report, *ix),
        PageId::Targets => programmes::targets(report),
        PageId::Groups => index::groups(report),
        PageId::Group(id) => group::page(report, id),
        PageId::Lists => lists::index(report),
        PageId::List(ix) => lists::page(report, *ix),
        PageId::Variants => variants::index(report),
        PageId::Variant(support, variant) => variants::page(report, *support, *variant),
        PageId::Procedures => index::procedures(report),
        PageId::Procedure(ix) => procedure::page(report, *ix),
        PageId::Warnings => warning::index(report),
        PageId::Warning(at) => warning::page(report, &report.published.method().warnings[*at]),
        PageId::Risks => risks::index(report),
        PageId::Risk(at) => risks::page(report, *at),
        PageId::Methodology => methodology::page(report),
        PageId::Data => data::page(report),
        PageId::Table(id) => table::page(report, id),
        PageId::Measures => measures::page(report),
        PageId::Frame => frame::page(report),
        PageId::Recommendations => register::recommendations(report),
        PageId::Decisions => register::decisions(report),
        PageId::Documents => register::documents(report),
        PageId::Events => register::events(report),
        PageId::Contacts => register::contacts(report),
        PageId::Glossary => register::glossary(report),
        PageId::Accessibility => accessibility::page(report),
        PageId::Archive => archive::page(report),
        PageId::Search => search::page(report),
        PageId::Missing => missing::page(report),
        PageId::Narrative(at, _) => narrative::page(report, *at),
    }
}

/// A page with nothing on it yet.
pub(super) fn empty(kind: PageKind, path: String, title: String) -> Page {
    Page {
        kind,
        path,
        title,
        over: None,
        lead: Vec::new(),
        basis: Vec::new(),
        crumbs: Vec::new(),
        previous: None,
        next: None,
        menu: None,
        contents: None,
        leads_to: None,
        newer: None,
        workbook: None,
        slides: None,
        facts: Vec::new(),
        sections: Vec::new(),
    }
}

fn section(id: &str, title: String, lead: Vec<String>, blocks: Vec<Block>) -> Section {
    Section { id: id.to_owned(), title, lead, blocks, opening: false }
}

impl Report<'_> {
    /// Tracks and groups that the data has: without a table of groups, tracks of everyone alone.
    fn group_ids(&self) -> impl Iterator<Item = &GroupId> {
        let known = self.published.has_groups();
        let method = self.published.method();
        let tracks = method.tracks.iter().filter(move |t| known || t.groups.is_empty());
        let groups = method.groups.iter().filter(move |_| known);
        tracks.map(|t| &t.id).chain(groups.map(|g| &g.id))
    }

    fn home(&self) -> Link {
        Link { text: self.get("report-overview"), to: "index.html".to_owned() }
    }

    pub(super) fn link_to(&self, key: &str, to: &str) -> Link {
        Link { text: self.get(key), to: to.to_owned() }
    }

    /// The neighbours of an item among its fellows, as links made by `link`.
    fn around<T: PartialEq>(
        fellows: &[T],
        item: &T,
        link: impl Fn(&T) -> Link,
    ) -> (Option<Link>, Option<Link>) {
        let Some(at) = fellows.iter().position(|f| f == item) else { return (None, None) };
        let before = at.checked_sub(1).and_then(|b| fellows.get(b));
        (before.map(&link), fellows.get(at + 1).map(link))
    }

    /// A section for a declared table or listing: its chart, then the table.
    fn table_section(&self, id: &str) -> Option<Section> {
        if let Some(listing) = self.published.listing(id) {
            let table = self.listing(listing);
            let title = table.caption.clone();
            return Some(section(id, title, Vec::new(), vec![Block::Table(table)]));
        }
        if let Some(flagged) = self.flagged_section(id) {
            return Some(flagged);
        }
        let tabulation = self.published.table(id)?;
        let table = self.tabulation(tabulation);
        let mut figure = self.figure(tabulation);
        let mut lead: Vec<String> = figure.iter().map(|f| f.finding.clone()).collect();
        if let Some(trial) = self.warning_of_test(id).and_then(|warning| self.trial(warning)) {
            lead = self.trial_sentences(&trial);
            // What the chart shows is the first of them.
            figure.iter_mut().for_each(|figure| figure.finding.clone_from(&lead[0]));
        }
        let title = table.caption.clone();
        let blocks = figure.map(Block::Figure).into_iter().chain([Block::Table(table)]).collect();
        Some(section(&format!("about-{id}"), title, lead, blocks))
    }
}
