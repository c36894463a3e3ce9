//! Texts of the narrative on generated pages: `content/municipalities/uglich.md` stands on the page
//! `municipalities/uglich.html`, and `content/municipalities/_default.md` on those of all
//! municipalities that have no text of their own.

use std::sync::Arc;

use super::super::Report;
use super::super::speech::Subject;
use super::super::view::{Block, Page, PageKind, Prose};
use super::{PageId, section};
use crate::diag::{Code, Diagnostics, unknown};

/// The folders whose pages are about things of the data, each of which may have a text.
const FOLDERS: [&str; 8] =
    ["municipalities", "schools", "groups", "procedures", "risks", "lists", "variants", "warnings"];
/// The name of the text for all pages of its folder.
const DEFAULT: &str = "_default";

/// Narratives that are pages: those that no generated page has a place for.
pub(super) fn of_their_own(report: &Report<'_>, generated: &[PageId]) -> Vec<PageId> {
    let slugs = slugs(report, generated);
    // The data that a text is about may be absent: then the text is left out with it.
    let is_absent = |slug: &str| {
        let folder = folder(slug).filter(|of| FOLDERS.contains(of));
        folder.is_some_and(|of| !slugs.iter().any(|known| self::folder(known) == Some(of)))
    };
    let is_page = |slug: &str| {
        !is_default(slug) && !is_absent(slug) && !slugs.iter().any(|known| known == slug)
    };
    let own = report.narratives.iter().enumerate().filter(|(_, n)| is_page(&n.slug));
    own.map(|(at, n)| PageId::Narrative(at, n.slug.clone())).collect()
}

fn slugs(report: &Report<'_>, pages: &[PageId]) -> Vec<String> {
    let path = |id: &PageId| id.path(report.published);
    pages.iter().filter_map(|id| path(id).strip_suffix(".html").map(str::to_owned)).collect()
}

fn is_default(slug: &str) -> bool {
    slug.rsplit('/').next() == Some(DEFAULT)
}

fn folder(slug: &str) -> Option<&str> {
    slug.rsplit_once('/').map(|(folder, _)| folder)
}

impl Report<'_> {
    /// The text of a narrative, told of a subject.
    pub(super) fn prose(&self, narrative: usize, subject: Subject) -> Block {
        let text = &self.narratives[narrative];
        Block::Prose(Prose {
            markdown: text.markdown.clone(),
            source: Some((narrative, subject)),
            raw_html: self.site.raw_html,
            abbreviations: Arc::clone(&self.abbreviations),
            ..Prose::default()
        })
    }

    /// Puts the text of a generated page after the sections that answer the reader's question; before
    /// all where it introduces what follows: on the region's page, on indexes and registers.
    pub(super) fn add_text(&self, page: &mut Page, id: &PageId) {
        let Some((at, subject)) = self.text_of(id, &page.title) else { return };
        let title = self.narratives[at].title.clone();
        let text = section("about", title, Vec::new(), vec![self.prose(at, subject)]);
        let introduces = !matches!(
            page.kind,
            PageKind::Municipality
                | PageKind::School
                | PageKind::Group
                | PageKind::Procedure
                | PageKind::Risk
                | PageKind::List
                | PageKind::Variant
                | PageKind::Warning
        );
        let opening = page.sections.iter().filter(|section| section.opening).count();
        // A municipality's coordinator asks two things: of the schools, and of their place in the region.
        let beside = page.sections.get(1).is_some_and(|section| section.id == "beside-region");
        let answer = if introduces { opening } else { opening.max(1) + usize::from(beside) };
        let place = page.sections.len().min(answer);
        page.sections.insert(place, text);
    }

    /// The narrative that a page shows, by order.
    pub(super) fn narrative_of(&self, id: &PageId) -> Option<usize> {
        match id {
            PageId::Narrative(at, _) => Some(*at),
            _ => self.text_of(id, "").map(|(at, _)| at),
        }
    }

    /// The narrative for a generated page, by order, and what it is told about.
    fn text_of(&self, id: &PageId, title: &str) -> Option<(usize, Subject)> {
        if matches!(id, PageId::Narrative(..)) {
            return None;
        }
        let path = id.path(self.published);
        let slug = path.strip_suffix(".html")?;
        let find = |slug: &str| self.narratives.iter().position(|n| n.slug == slug);
        let default = || folder(slug).filter(|_| !slug.ends_with("/index"));
        let at = find(slug).or_else(|| find(&format!("{}/{DEFAULT}", default()?)))?;
        Some((at, self.subject(id, slug, title)))
    }

    fn subject(&self, id: &PageId, slug: &str, title: &str) -> Subject {
        let last = || slug.rsplit('/').next().unwrap_or(slug).to_owned();
        match id {
            PageId::Municipality(ix) => Subject::Municipality(*ix, last()),
            PageId::School(ix) => Subject::School(*ix, last()),
            PageId::Procedure(ix) => Subject::Procedure(*ix, last()),
            PageId::Group(id) => Subject::Group(id.clone()),
            PageId::Risk(at) => Subject::Risk(u32::try_from(*at).unwrap_or(u32::MAX), last()),
            PageId::List(ix) => Subject::List(*ix, last()),
            PageId::Region => Subject::Region,
            _ => Subject::Other { id: last(), name: title.to_owned() },
        }
    }

    /// Every text and what it is told about, for whoever checks them without making pages.
    pub fn texts(&self) -> Vec<(&PageId, usize, Subject)> {
        let told = |id: &'_ PageId| match id {
            PageId::Narrative(at, _) => Some((*at, Subject::Region)),
            _ => self.text_of(id, ""),
        };
        let texts = self.pages.iter().filter_map(|id| told(id).map(|(at, of)| (id, at, of)));
        texts.collect()
    }

    /// Texts in a folder of generated pages that no page of it has a place for.
    pub(in super::super) fn check_texts(&self, faults: &mut Diagnostics) {
        let generated = self.pages.iter().filter(|id| !matches!(id, PageId::Narrative(..)));
        let generated: Vec<PageId> = generated.cloned().collect();
        let slugs = slugs(self, &generated);
        let known: Vec<&str> = slugs.iter().map(String::as_str).collect();
        // What an absent table has left without pages is let be; what never has any is a slip.
        for text in self.narratives.iter().filter(|text| is_default(&text.slug)) {
            let place = folder(&text.slug).unwrap_or_default();
            let has_pages = known.iter().any(|page| folder(page) == Some(place));
            if !has_pages && !FOLDERS.contains(&place) {
                faults.push(unknown(Code::UnknownFolder, text.place, place, &FOLDERS));
            }
        }
        for id in &self.pages {
            let PageId::Narrative(at, slug) = id else { continue };
            let strange = folder(slug).is_some_and(|f| known.iter().any(|k| folder(k) == Some(f)));
            if strange {
                let place = self.narratives[*at].place;
                faults.push(unknown(Code::UnknownPage, place, slug, &known));
            }
        }
    }
}
