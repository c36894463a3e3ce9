//! The menu of a site that declares none: it follows the management cycle, and holds only what the
//! site has.

use super::Report;
use super::pages::PageId;
use super::view::{Link, MenuEntry};
use crate::model::cycle::Stage;
use crate::model::narrative::Narrative;

/// Where a page stands in the menu.
enum Place {
    /// Before the cycle: the overview.
    First,
    /// In the cycle.
    In(Stage),
    /// After the cycle: data, contacts and the glossary.
    Last,
    /// Nowhere: another page leads to it.
    Under,
}

impl Report<'_> {
    /// The overview, the stages of the cycle that have pages, and the data.
    pub(super) fn cycle_menu(&self) -> Vec<MenuEntry> {
        let mut menu: Vec<MenuEntry> = Vec::new();
        let of = |wanted: fn(&Place) -> bool| {
            let pages = self.pages.iter().filter(move |page| wanted(&self.place(page)));
            pages.map(|page| self.menu_link(page))
        };
        menu.extend(of(|place| matches!(place, Place::First)).map(alone));
        for stage in Stage::ALL {
            let inside = |page: &&PageId| matches!(self.place(page), Place::In(of) if of == stage);
            let mut pages: Vec<&PageId> = self.pages.iter().filter(inside).collect();
            // Texts introduce what the report has made.
            pages.sort_by_key(|page| (!matches!(page, PageId::Narrative(..)), order(page)));
            let links = pages.into_iter().map(|page| self.menu_link(page)).collect();
            menu.extend(self.group(&format!("cycle-{}", stage.id()), links));
        }
        let last = of(|place| matches!(place, Place::Last)).collect();
        menu.extend(self.group("report-data", last));
        menu
    }

    /// Links under the title of their stage; the title leads to the first of them.
    fn group(&self, title: &str, links: Vec<Link>) -> Option<MenuEntry> {
        let first = links.first()?;
        let link = Link { text: self.get(title), to: first.to.clone() };
        let entries = if links.len() > 1 { links } else { Vec::new() };
        Some(MenuEntry { link, entries })
    }

    fn menu_link(&self, page: &PageId) -> Link {
        let text = match page {
            PageId::Region => self.get("report-overview"),
            PageId::Municipalities => self.get("report-municipalities"),
            PageId::Schools => self.get("report-schools"),
            PageId::Roadmaps => self.get("roadmaps"),
            PageId::Targets => self.get("targets"),
            PageId::Groups => self.get("report-groups"),
            PageId::Procedures => self.get("report-procedures"),
            PageId::Lists => self.get("report-lists"),
            PageId::Variants => self.get("report-variants"),
            PageId::Warnings => self.get("warning-title"),
            PageId::Risks => self.get("report-risks"),
            PageId::Methodology => self.get("report-methodology"),
            PageId::Data => self.get("report-data"),
            PageId::Measures => self.get("report-measures"),
            PageId::Frame => self.get("report-frame"),
            PageId::Recommendations => self.get("report-recommendations"),
            PageId::Decisions => self.get("report-decisions"),
            PageId::Documents => self.get("report-documents"),
            PageId::Events => self.get("report-events"),
            PageId::Contacts => self.get("report-contacts"),
            PageId::Glossary => self.get("report-glossary"),
            PageId::Archive => self.get("archive-title"),
            PageId::Narrative(at, _) => self.narratives[*at].title.clone(),
            // No other page stands in the menu.
            _ => String::new(),
        };
        Link { text, to: page.path(self.published) }
    }

    /// Where a page stands in the menu.
    fn place(&self, page: &PageId) -> Place {
        match page {
            PageId::Region => Place::First,
            PageId::Procedures | PageId::Targets => Place::In(Stage::Indicators),
            PageId::Methodology => Place::In(Stage::Methods),
            PageId::Municipalities | PageId::Schools | PageId::Lists | PageId::Roadmaps => {
                Place::In(Stage::Monitoring)
            }
            PageId::Warnings | PageId::Risks => Place::In(Stage::Analysis),
            PageId::Measures | PageId::Frame | PageId::Variants => Place::In(Stage::Measures),
            PageId::Recommendations => Place::In(Stage::Recommendations),
            PageId::Decisions | PageId::Documents | PageId::Events => Place::In(Stage::Decisions),
            PageId::Groups => Place::In(Stage::Effect),
            PageId::Data | PageId::Contacts | PageId::Glossary | PageId::Archive => Place::Last,
            PageId::Narrative(at, _) => Place::In(stage_of(&self.narratives[*at])),
            PageId::Municipality(_)
            | PageId::School(_)
            | PageId::FormerSchool(..)
            | PageId::FormerMunicipality(..)
            | PageId::Roadmap(_)
            | PageId::Group(_)
            | PageId::Procedure(_)
            | PageId::List(_)
            | PageId::Variant(..)
            | PageId::Warning(_)
            | PageId::Risk(_)
            | PageId::Table(_)
            | PageId::Accessibility
            | PageId::Search
            | PageId::Missing => Place::Under,
        }
    }
}

fn alone(link: Link) -> MenuEntry {
    MenuEntry { link, entries: Vec::new() }
}

/// The page of a folder stands before the others in it.
fn order(page: &PageId) -> (String, bool) {
    match page {
        PageId::Narrative(_, slug) => {
            let (folder, name) = slug.rsplit_once('/').unwrap_or(("", slug));
            (folder.to_owned(), name != "index")
        }
        _ => (String::new(), false),
    }
}

/// The stage that a text states, or that its address begins with; else it is analysis.
fn stage_of(narrative: &Narrative) -> Stage {
    let first = narrative.slug.split('/').next().unwrap_or_default();
    narrative.stage.or_else(|| Stage::parse(first)).unwrap_or(Stage::Analysis)
}
