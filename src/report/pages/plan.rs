//! Which pages a site has: their ids, where each lies, and the order in which they are made and
//! numbered. What stands on them, the other files here say.

use super::super::Report;
use super::{accessibility, missing, programmes, redirect, risks, search, texts, warning};
use crate::edition::Published;
use crate::model::ids::{GroupId, ListIx, MunicipalityIx, ProcedureIx, SchoolIx, TableId};

/// The register of documents.
pub(in crate::report) const DOCUMENTS: &str = "documents.html";
/// The events by year.
pub(in crate::report) const EVENTS: &str = "events.html";
/// Decisions by what has become of them.
pub(in crate::report) const DECISIONS: &str = "decisions.html";
/// Recommendations by addressee.
pub(in crate::report) const RECOMMENDATIONS: &str = "recommendations.html";
/// Whom to ask.
pub(in crate::report) const CONTACTS: &str = "contacts.html";
/// Measures and their effect.
pub(in crate::report) const MEASURES: &str = "measures.html";
/// What schools of each cluster are offered.
pub(in crate::report) const FRAME: &str = "frame.html";
/// Reports of earlier years.
pub(in crate::report) const ARCHIVE: &str = "archive.html";
/// What words and abbreviations mean.
pub(in crate::report) const GLOSSARY: &str = "glossary.html";

/// The pages that a region has if it has the table behind them.
pub(in crate::report) const OF_MANAGEMENT: [&str; 7] =
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
            Self::Table(id) => super::super::tables::page_path(id),
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
pub(in crate::report) fn plan(report: &Report<'_>) -> Vec<PageId> {
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
    pub(in crate::report) fn leaves_out(&self, path: &str) -> bool {
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
