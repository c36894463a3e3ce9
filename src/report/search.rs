//! What a reader can search, in the order in which equally good finds are shown: municipalities and
//! their schools first, then what is said of them.

use std::collections::BTreeMap;

use super::Report;
use super::pages::PageId;
use super::view::{Link, Page, SearchEntry, SearchGroup};
use crate::model::ids::{MunicipalityIx, SchoolIx};

/// The kinds of what is found by the words of its title, in order.
const KINDS: [&str; 9] = [
    "search-kind-procedure",
    "search-kind-group",
    "search-kind-list",
    "search-kind-variant",
    "search-kind-risk",
    "search-kind-warning",
    "search-kind-text",
    "search-kind-page",
    "search-kind-table",
];

/// Which of [`KINDS`] a page is; nothing if it is found otherwise or not at all.
fn kind(id: &PageId) -> Option<&'static str> {
    match id {
        PageId::Procedure(_) => Some("search-kind-procedure"),
        PageId::Group(_) => Some("search-kind-group"),
        PageId::List(_) => Some("search-kind-list"),
        PageId::Variant(..) => Some("search-kind-variant"),
        PageId::Risk(_) => Some("search-kind-risk"),
        PageId::Warning(_) => Some("search-kind-warning"),
        PageId::Narrative(..) => Some("search-kind-text"),
        PageId::Table(_) => Some("search-kind-table"),
        PageId::Region
        | PageId::Municipalities
        | PageId::Schools
        | PageId::Roadmaps
        | PageId::Targets
        | PageId::Groups
        | PageId::Lists
        | PageId::Variants
        | PageId::Procedures
        | PageId::Warnings
        | PageId::Risks
        | PageId::Methodology
        | PageId::Data
        | PageId::Measures
        | PageId::Frame
        | PageId::Recommendations
        | PageId::Decisions
        | PageId::Documents
        | PageId::Events
        | PageId::Contacts
        | PageId::Glossary
        | PageId::Archive
        | PageId::Accessibility => Some("search-kind-page"),
        // These have more to say for themselves.
        PageId::Municipality(_) | PageId::School(_) => None,
        // Roadmaps are found by their schools, old addresses by the new.
        PageId::Roadmap(_) | PageId::FormerSchool(..) | PageId::FormerMunicipality(..) => None,
        PageId::Search | PageId::Missing => None,
    }
}

impl Report<'_> {
    /// Everything that is found by its title.
    pub fn search(&self) -> Vec<SearchGroup> {
        let mut groups = vec![self.found("search-kind-municipality", self.found_municipalities())];
        groups.extend(self.found_schools());
        groups.extend(KINDS.map(|of| {
            let pages = self.pages.iter().filter(|id| kind(id) == Some(of));
            let pages = pages.map(|id| self.page(id));
            self.found(of, pages.map(|page| entry(page.title, page.path, "")).collect())
        }));
        groups.retain(|group| !group.entries.is_empty());
        groups
    }

    /// The headings of a page as things that are found; `links` lead to them.
    pub fn found_headings(&self, page: &Page, links: Vec<Link>) -> SearchGroup {
        let entries = links.into_iter().map(|link| entry(link.text, link.to, "")).collect();
        SearchGroup { place: page.title.clone(), ..self.found("search-kind-heading", entries) }
    }

    fn found(&self, kind: &str, entries: Vec<SearchEntry>) -> SearchGroup {
        let (kind, words, place) = (self.get(kind), String::new(), String::new());
        SearchGroup { kind, words, place, entries }
    }

    fn found_municipalities(&self) -> Vec<SearchEntry> {
        let of_page = |id: &PageId| match id {
            PageId::Municipality(ix) => Some(*ix),
            _ => None,
        };
        let found = self.pages.iter().filter_map(of_page).map(|ix| {
            let municipality = self.published.municipality(ix);
            let path = PageId::Municipality(ix).path(self.published);
            let former = municipality.life.former.iter().map(|former| former.name.as_str());
            let also = former.collect::<Vec<_>>().join(" ");
            entry(self.municipality_name(ix), path, &also)
        });
        found.collect()
    }

    /// Schools with a page, by municipality.
    fn found_schools(&self) -> Vec<SearchGroup> {
        let mut by_municipality: BTreeMap<MunicipalityIx, Vec<SearchEntry>> = BTreeMap::new();
        for ix in self.every_school.iter().filter(|ix| self.heir(**ix) == **ix) {
            let municipality = self.published.school(*ix).municipality;
            by_municipality.entry(municipality).or_default().push(self.found_school(*ix));
        }
        let group = |(ix, entries)| SearchGroup {
            words: self.get("search-words-school"),
            place: self.municipality_name(ix),
            ..self.found("search-kind-school", entries)
        };
        by_municipality.into_iter().map(group).collect()
    }

    fn found_school(&self, ix: SchoolIx) -> SearchEntry {
        let school = self.published.school(ix);
        let former = school.life.former.iter().map(|former| former.name.as_str());
        let also = std::iter::once(school.kind.as_str()).chain(former);
        let also: Vec<&str> = also.filter(|words| !school.name.contains(*words)).collect();
        let path = PageId::School(ix).path(self.published);
        entry(self.name(&school.name), path, &also.join(" "))
    }
}

fn entry(title: String, to: String, also: &str) -> SearchEntry {
    SearchEntry { title, to, also: also.to_owned() }
}
