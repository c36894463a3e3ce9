//! One file for each kind of page. A page is planned by its id and made when it is asked for, so
//! that pages can be made in any order by any number of threads.

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
use crate::edition::Published;
use crate::model::ids::{GroupId, ListIx, MunicipalityIx, ProcedureIx, SchoolIx, TableId};

pub(super) use risks::path as risk_path;

/// The workbook of the whole report.
pub const REPORT_WORKBOOK: &str = "report.xlsx";

/// The folder of pages as slides.
pub const SLIDES: &str = "slides";

/// The workbook of a page.
fn workbook_path(page: &str) -> String {
    format!("{}.xlsx", page.strip_suffix(".html").unwrap_or(page))
}

/// The register of documents.
pub(super) const DOCUMENTS: &str = "documents.html";
/// The events by year.
pub(super) const EVENTS: &str = "events.html";
/// Decisions by what has become of them.
pub(super) const DECISIONS: &str = "decisions.html";
/// Recommendations by addressee.
pub(super) const RECOMMENDATIONS: &str = "recommendations.html";
/// Whom to ask.
pub(super) const CONTACTS: &str = "contacts.html";
/// Measures and their effect.
pub(super) const MEASURES: &str = "measures.html";
/// What schools of each cluster are offered.
pub(super) const FRAME: &str = "frame.html";
/// Reports of earlier years.
pub(super) const ARCHIVE: &str = "archive.html";
/// What words and abbreviations mean.
pub(super) const GLOSSARY: &str = "glossary.html";

/// The pages that a region has if it has the table behind them.
pub(super) const OF_MANAGEMENT: [&str; 7] =
    [DOCUMENTS, DECISIONS, RECOMMENDATIONS, EVENTS, CONTACTS, MEASURES, FRAME];

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageId {
    /// The region overview.
    Region,
    /// The index of municipalities.
    Municipalities,
    /// A municipality.
    Municipality(MunicipalityIx),
    /// The index of schools.
    Schools,
    /// A school.
    School(SchoolIx),
    /// A former id of a school, or of a school that joined another.
    FormerSchool(String, SchoolIx),
    /// A former id of a municipality.
    FormerMunicipality(String, MunicipalityIx),
    /// The index of roadmaps.
    Roadmaps,
    /// The roadmap of a school.
    Roadmap(SchoolIx),
    /// The target indicators of schools.
    Targets,
    /// The index of tracks and groups.
    Groups,
    /// A track or a group.
    Group(GroupId),
    /// The index of lists.
    Lists,
    /// A list through the years.
    List(ListIx),
    /// The index of variants of support.
    Variants,
    /// A variant of support: the order of its system, and its own in that.
    Variant(usize, usize),
    /// The index of procedures.
    Procedures,
    /// A procedure.
    Procedure(ProcedureIx),
    /// The index of early warnings.
    Warnings,
    /// An early warning, by its order.
    Warning(usize),
    /// The index of risks.
    Risks,
    /// A risk, by its order in the catalogue.
    Risk(usize),
    /// The generated methodology.
    Methodology,
    /// The downloads.
    Data,
    /// A declared table or listing.
    Table(TableId),
    /// Measures and the indicators of programmes.
    Measures,
    /// The frame of support.
    Frame,
    /// Recommendations.
    Recommendations,
    /// Decisions.
    Decisions,
    /// Documents.
    Documents,
    /// Events.
    Events,
    /// Contacts.
    Contacts,
    /// The glossary.
    Glossary,
    /// The accessibility statement.
    Accessibility,
    /// Reports of earlier years.
    Archive,
    /// The search.
    Search,
    /// What a server shows for an address that leads nowhere.
    Missing,
    /// A narrative page, by its order.
    Narrative(usize, String),
}

impl PageId {
    /// The path from the site's root.
    pub fn path(&self, published: &Published) -> String {
        match self {
            Self::Region => "index.html".to_owned(),
            Self::Municipalities => "municipalities/index.html".to_owned(),
            Self::Municipality(ix) => {
                format!("municipalities/{}.html", published.municipality(*ix).id)
            }
            Self::Schools => "schools/index.html".to_owned(),
            Self::School(ix) => format!("schools/{}.html", published.school(*ix).id),
            Self::FormerSchool(id, _) => format!("schools/{id}.html"),
            Self::FormerMunicipality(id, _) => format!("municipalities/{id}.html"),
            Self::Roadmaps => programmes::ROADMAPS.to_owned(),
            Self::Roadmap(ix) => format!("roadmaps/{}.html", published.school(*ix).id),
            Self::Targets => programmes::TARGETS.to_owned(),
            Self::Groups => "groups/index.html".to_owned(),
            Self::Group(id) => format!("groups/{id}.html"),
            Self::Lists => "lists/index.html".to_owned(),
            Self::List(ix) => format!("lists/{}.html", published.method().list(*ix).id),
            Self::Variants => "variants/index.html".to_owned(),
            Self::Variant(support, variant) => {
                let support = &published.method().supports[*support];
                format!("variants/{}.html", support.variants[*variant].id.value)
            }
            Self::Procedures => "procedures/index.html".to_owned(),
            Self::Procedure(ix) => {
                format!("procedures/{}.html", published.method().procedure(*ix).id)
            }
            Self::Warnings => "warnings/index.html".to_owned(),
            Self::Warning(at) => warning::path(&published.method().warnings[*at]),
            Self::Risks => "risks/index.html".to_owned(),
            Self::Risk(at) => {
                let risk = published.risks().and_then(|risks| risks.catalogue().get(*at));
                risk.map(risks::path).unwrap_or_default()
            }
            Self::Methodology => "methodology.html".to_owned(),
            Self::Data => "data.html".to_owned(),
            Self::Table(id) => super::tables::page_path(id),
            Self::Measures => MEASURES.to_owned(),
            Self::Frame => FRAME.to_owned(),
            Self::Recommendations => RECOMMENDATIONS.to_owned(),
            Self::Decisions => DECISIONS.to_owned(),
            Self::Documents => DOCUMENTS.to_owned(),
            Self::Events => EVENTS.to_owned(),
            Self::Contacts => CONTACTS.to_owned(),
            Self::Glossary => GLOSSARY.to_owned(),
            Self::Accessibility => accessibility::PATH.to_owned(),
            Self::Archive => ARCHIVE.to_owned(),
            Self::Search => search::PATH.to_owned(),
            Self::Missing => missing::PATH.to_owned(),
            Self::Narrative(_, slug) => format!("{slug}.html"),
        }
    }
}

impl PageId {
    /// The word for pages of its kind in an edition's list of pages; `None` for those that stand in
    /// each edition.
    fn kind_word(&self) -> Option<&'static str> {
        Some(match self {
            Self::Region | Self::Accessibility | Self::Archive | Self::Search | Self::Missing => {
                return None;
            }
            Self::Municipalities | Self::Municipality(_) | Self::FormerMunicipality(..) => {
                "municipalities"
            }
            Self::Schools | Self::School(_) | Self::FormerSchool(..) => "schools",
            Self::Roadmaps | Self::Roadmap(_) => "roadmaps",
            Self::Targets => "targets",
            Self::Groups | Self::Group(_) => "groups",
            Self::Lists | Self::List(_) => "lists",
            Self::Variants | Self::Variant(..) => "variants",
            Self::Procedures | Self::Procedure(_) => "procedures",
            Self::Warnings | Self::Warning(_) => "warnings",
            Self::Risks | Self::Risk(_) => "risks",
            Self::Methodology => "methodology",
            Self::Data => "data",
            Self::Table(_) => "tables",
            Self::Measures => "measures",
            Self::Frame => "frame",
            Self::Recommendations => "recommendations",
            Self::Decisions => "decisions",
            Self::Documents => "documents",
            Self::Events => "events",
            Self::Contacts => "contacts",
            Self::Glossary => "glossary",
            Self::Narrative(..) => "texts",
        })
    }
}

/// The pages of the edition, in the order in which they are built and numbered.
pub(super) fn plan(report: &Report<'_>) -> Vec<PageId> {
    let mut pages = all(report);
    let edition = report.published.edition();
    pages.retain(|page| page.kind_word().is_none_or(|kind| edition.has_pages(kind)));
    pages
}

/// Folders and pages about schools one by one, and about those who answer for them.
const OF_SCHOOLS: [&str; 7] =
    ["schools/", "roadmaps/", "variants/", "targets", "decisions", "recommendations", "events"];

impl Report<'_> {
    /// True for the path of a page that the site may well have and this edition has not: a text that
    /// leads there is right all the same.
    pub(super) fn leaves_out(&self, path: &str) -> bool {
        let edition = self.published.edition();
        if self.paths.contains_key(path) || edition.is_whole() {
            return false;
        }
        let method = self.published.method();
        let table = path.strip_prefix("tables/").and_then(|name| name.split('.').next());
        let declared = method.tables.iter().map(|spec| &spec.id.value);
        let mut declared = declared.chain(method.listings.iter().map(|spec| &spec.id.value));
        let flagged = || method.warnings.iter().any(|w| Some(w.tables.schools.as_str()) == table);
        let of_schools =
            !edition.names_schools() && OF_SCHOOLS.iter().any(|of| path.starts_with(of));
        of_schools
            || table.is_some_and(|table| declared.any(|id| id == table) || flagged())
            || all(self).iter().any(|page| page.path(self.published) == path)
    }
}

/// All pages that the data has something for.
fn all(report: &Report<'_>) -> Vec<PageId> {
    let method = report.published.method();
    let mut pages = vec![PageId::Region, PageId::Municipalities];
    pages.extend(report.municipalities.iter().map(|ix| PageId::Municipality(*ix)));
    let gone = report.published.municipalities().filter(|(_, m)| m.life.gone);
    pages.extend(gone.map(|(ix, _)| PageId::Municipality(ix)));
    if report.published.shows_schools() {
        pages.push(PageId::Schools);
    }
    let own = report.every_school.iter().filter(|ix| report.heir(**ix) == **ix);
    pages.extend(own.map(|ix| PageId::School(*ix)));
    pages.extend(redirect::plan(report));
    let roadmaps = report.roadmap_schools();
    if !roadmaps.is_empty() {
        pages.push(PageId::Roadmaps);
        pages.extend(roadmaps.into_iter().map(PageId::Roadmap));
    }
    if !report.target_schools().is_empty() {
        pages.push(PageId::Targets);
    }
    let groups: Vec<PageId> = report.group_ids().map(|id| PageId::Group(id.clone())).collect();
    if !groups.is_empty() {
        pages.push(PageId::Groups);
        pages.extend(groups);
    }
    let lists: Vec<PageId> = report.lists().map(PageId::List).collect();
    if !lists.is_empty() {
        pages.push(PageId::Lists);
        pages.extend(lists);
    }
    let placements = report.published.placements();
    if !placements.is_empty() {
        pages.push(PageId::Variants);
        pages.extend(placements.iter().flat_map(|placement| {
            let variants = &method.supports[placement.support].variants;
            (0..variants.len()).map(|variant| PageId::Variant(placement.support, variant))
        }));
    }
    pages.push(PageId::Procedures);
    pages.extend(method.procedure_indices().map(PageId::Procedure));
    let known: Vec<_> = report.warnings().map(|warning| &warning.id.value).collect();
    if !known.is_empty() {
        pages.push(PageId::Warnings);
        let declared = method.warnings.iter().enumerate();
        let says = declared.filter(|(_, warning)| known.contains(&&warning.id.value));
        pages.extend(says.map(|(at, _)| PageId::Warning(at)));
    }
    if let Some(risks) = report.published.risks() {
        pages.push(PageId::Risks);
        pages.extend((0..risks.catalogue().len()).map(PageId::Risk));
    }
    pages.extend([PageId::Methodology, PageId::Data]);
    let tables = report.table_ids();
    pages.extend(tables.map(|id| PageId::Table(TableId::new(id))));
    let management = report.published.management();
    let indicators = &management.indicators.rows;
    let registers = [
        (PageId::Measures, management.measures.is_empty() && indicators.is_empty()),
        (PageId::Frame, management.frame.directions.is_empty()),
        (PageId::Recommendations, management.recommendations.is_empty()),
        (PageId::Decisions, management.decisions.is_empty()),
        (PageId::Documents, management.documents.is_empty()),
        (PageId::Events, management.events.is_empty()),
        (PageId::Contacts, management.contacts.is_empty()),
        (PageId::Glossary, management.glossary.is_empty()),
    ];
    pages.extend(registers.into_iter().filter(|(_, empty)| !empty).map(|(page, _)| page));
    if !report.past().is_empty() {
        pages.push(PageId::Archive);
    }
    pages.extend([PageId::Accessibility, PageId::Search, PageId::Missing]);
    let own = texts::of_their_own(report, &pages);
    pages.extend(own);
    pages
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
