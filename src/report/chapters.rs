//! The tables of the report by chapter: each stands where a reader of the menu first comes to it.

use std::collections::BTreeSet;

use super::Report;
use super::pages::PageId;
use super::view::{Block, Link, MenuEntry};

/// Tables under one heading of the menu.
pub struct Chapter {
    /// The heading.
    pub title: String,
    /// Its pages with the tables that each shows first.
    pub parts: Vec<Part>,
}

/// Tables that a page of the menu, or one under it, shows.
pub struct Part {
    /// The page as the menu names it.
    pub title: String,
    /// Ids of the tables, in the order of the pages.
    pub tables: Vec<String>,
}

/// A page that shows tables.
struct Showing {
    path: String,
    menu: Option<String>,
    tables: Vec<String>,
}

impl Report<'_> {
    /// All declared and implied tables, each once; those that no page of the menu shows come last.
    /// The overview shows a little of everything, so it has what no other page has.
    pub fn chapters(&self) -> Vec<Chapter> {
        let pages: Vec<Showing> = self.pages.iter().filter_map(|id| self.showing(id)).collect();
        let mut left: BTreeSet<&str> = self.table_ids().collect();
        let mut menu = self.site().menu;
        menu.sort_by_key(|entry| entry.link.to == "index.html");
        let chapters = menu.into_iter().map(|entry| chapter(entry, &pages, &mut left));
        let mut chapters: Vec<Chapter> = chapters.filter(|c| !c.parts.is_empty()).collect();
        if !left.is_empty() {
            let tables = self.table_ids().filter(|id| left.contains(id)).map(str::to_owned);
            let title = self.get("data-other");
            let parts = vec![Part { title: title.clone(), tables: tables.collect() }];
            chapters.push(Chapter { title, parts });
        }
        chapters
    }

    /// What a page shows, if it is one that tables belong to.
    fn showing(&self, id: &PageId) -> Option<Showing> {
        match id {
            // One of many alike, or made from the tables themselves.
            PageId::Municipality(_)
            | PageId::School(_)
            | PageId::FormerSchool(..)
            | PageId::FormerMunicipality(..)
            | PageId::Roadmap(_)
            | PageId::Table(_)
            | PageId::Archive
            | PageId::Data => return None,
            _ => {}
        }
        let page = self.page(id);
        let blocks = page.sections.iter().flat_map(|section| &section.blocks);
        let tables = blocks.filter_map(|block| match block {
            Block::Table(table) => table.files.as_ref().map(|_| table.id.clone()),
            _ => None,
        });
        Some(Showing { tables: tables.collect(), path: page.path, menu: page.menu })
    }

    /// The chapters as one list: the title of each part with its chapter's, and its tables.
    pub fn table_groups(&self) -> Vec<(String, Vec<String>)> {
        let grouped = self.chapters().into_iter().flat_map(|chapter| {
            let Chapter { title, parts } = chapter;
            parts.into_iter().map(move |part| match part.title == title {
                true => (part.title, part.tables),
                false => (format!("{title}: {}", part.title), part.tables),
            })
        });
        grouped.collect()
    }
}

fn chapter(entry: MenuEntry, pages: &[Showing], left: &mut BTreeSet<&str>) -> Chapter {
    let links = if entry.entries.is_empty() { vec![entry.link.clone()] } else { entry.entries };
    let part = |link: Link| {
        let under = |page: &&Showing| {
            page.path == link.to || page.menu.as_deref().is_some_and(|menu| menu == link.to)
        };
        let shown = pages.iter().filter(under).flat_map(|page| &page.tables);
        let tables: Vec<String> = shown.filter(|id| left.remove(id.as_str())).cloned().collect();
        Part { title: link.text, tables }
    };
    let parts = links.into_iter().map(part).filter(|part| !part.tables.is_empty()).collect();
    Chapter { title: entry.link.text, parts }
}
