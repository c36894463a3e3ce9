//! What templates see. This is the contract with authors of themes:
//!
//! | name | what |
//! | --- | --- |
//! | `site` | the [`SiteView`](crate::report::view::SiteView) |
//! | `t` | the strings of the theme by key, in the language of the site |
//! | `page` | a [`PageContext`] |
//! | `root` | the way to the site's root, `""` or `"../"`: put it before each path |
//! | `menu` | the menu as ready HTML, the page's own entry marked |

use serde::Serialize;
use tera::Value;

use super::block::{Fragment, Place};
use super::markdown::Heading;
use crate::report::view::{Block, Fact, Link, Newer, Page, PageKind, Section};

/// The [`Page`] with ready HTML beside the raw data of each block.
#[derive(Serialize)]
pub struct PageContext<'a> {
    kind: PageKind,
    path: &'a str,
    title: &'a str,
    over: Option<&'a str>,
    lead: &'a [String],
    basis: &'a [Link],
    crumbs: &'a [Link],
    previous: Option<&'a Link>,
    next: Option<&'a Link>,
    menu: Option<&'a str>,
    toc: Option<bool>,
    leads_to: Option<&'a Link>,
    newer: Option<&'a Newer>,
    workbook: Option<&'a Link>,
    /// Path of the page as slides, if it can be shown so.
    slides: Option<&'a str>,
    facts: &'a [Fact],
    sections: Vec<SectionContext<'a>>,
    /// The headings of the page in order, those of levels 2 and 3: `level`, `id`, `text`.
    pub(super) contents: Vec<Heading>,
}

/// A [`Section`] of the page.
#[derive(Serialize)]
pub struct SectionContext<'a> {
    id: &'a str,
    title: &'a str,
    lead: &'a [String],
    opening: bool,
    blocks: Vec<BlockContext<'a>>,
}

/// A [`Block`] of a section: all its raw data (`type` says which kind it is), and more.
#[derive(Serialize)]
pub struct BlockContext<'a> {
    #[serde(flatten)]
    raw: &'a Block,
    /// The block as safe HTML.
    html: Value,
    /// The headings inside it (`level`, `id`, `text`), if it is prose.
    headings: Vec<Heading>,
}

impl<'a> PageContext<'a> {
    /// The context of a page.
    pub fn new(page: &'a Page, place: &mut Place) -> Self {
        // The anchors of sections, entries and rows are promised to links; all others give way.
        page.sections.iter().for_each(|section| place.ids.reserve(&section.id));
        let blocks = page.sections.iter().flat_map(|section| &section.blocks);
        for id in blocks.flat_map(Block::anchors) {
            place.ids.reserve(&id);
        }
        let sections: Vec<_> =
            page.sections.iter().map(|s| SectionContext::new(s, place)).collect();
        let contents = sections.iter().flat_map(SectionContext::headings).collect();
        Self {
            kind: page.kind,
            path: &page.path,
            title: &page.title,
            over: page.over.as_deref(),
            lead: &page.lead,
            basis: &page.basis,
            crumbs: &page.crumbs,
            previous: page.previous.as_ref(),
            next: page.next.as_ref(),
            menu: page.menu.as_deref(),
            toc: page.contents,
            leads_to: page.leads_to.as_ref(),
            newer: page.newer.as_ref(),
            workbook: page.workbook.as_ref(),
            slides: page.slides.as_deref(),
            facts: &page.facts,
            sections,
            contents,
        }
    }
}

impl<'a> SectionContext<'a> {
    fn new(section: &'a Section, place: &mut Place) -> Self {
        // A section without a title has no heading of its own above its prose.
        let level = if section.title.is_empty() { 2 } else { 3 };
        let above = place.said.len();
        place.said.push(section.title.clone());
        place.said.extend(section.lead.iter().cloned());
        let block = |raw| {
            let Fragment { html, headings } = place.fragment(raw, level);
            BlockContext { raw, html: Value::safe_string(&html), headings }
        };
        let blocks = section.blocks.iter().map(block).collect();
        place.said.truncate(above);
        let Section { id, title, lead, opening, .. } = section;
        Self { id, title, lead, opening: *opening, blocks }
    }

    /// Its own heading, then the higher ones of the prose inside it.
    fn headings(&self) -> impl Iterator<Item = Heading> {
        let own = Heading { level: 2, id: self.id.to_owned(), text: self.title.to_owned() };
        let inside = self.blocks.iter().flat_map(|block| &block.headings).cloned();
        let all = std::iter::once(own).chain(inside);
        all.filter(|heading| heading.level <= 3 && !heading.text.is_empty())
    }
}
