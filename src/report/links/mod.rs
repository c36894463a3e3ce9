//! Where the links of texts lead. An author writes them as she sees the files of `content/`, or names
//! a thing by its id; what does not exist is a fault, with what is nearest.

mod address;
mod citation;
mod files;

use self::address::{Address, Path};
pub(super) use self::files::{Files, OF_DOCUMENTS};
use super::numbering::{Labels, Numbers};
use super::view::{Block, Page, Prose, Target, To};
use super::{Report, pages};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::markdown::survey;
use crate::model::narrative::{Link, Narrative};
use crate::site::Numbering;

/// Things that a link names by id: what stands before the id, the folder of their pages, the fault
/// of a wrong id.
const THINGS: [(&str, &str, Code); 5] = [
    ("school", "schools", Code::UnknownSchool),
    ("municipality", "municipalities", Code::UnknownMunicipality),
    ("procedure", "procedures", Code::UnknownProcedure),
    ("group", "groups", Code::UnknownGroup),
    ("table", "tables", Code::UnknownTable),
];

/// What stands before the id of a document.
const DOCUMENT: &str = "document";

/// Schemes of addresses of other hosts and of people.
const ELSEWHERE: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Where a link stands.
struct From<'a> {
    /// The text.
    narrative: &'a Narrative,
    /// The path of the page; none if the text is read for no page.
    page: Option<&'a str>,
    /// The numbers of the page's tables and figures.
    labels: &'a Labels,
    /// Those of all pages, if they run through the site.
    numbers: &'a Numbers,
}

impl Report<'_> {
    /// Gives the tables and figures of a page their numbers, and the links of its texts their
    /// targets, as far as the anchors of pages need not be known: see [`Page::anchors`].
    ///
    /// # Errors
    /// Links that lead nowhere, each with its place.
    pub fn connect(&self, page: &mut Page, numbers: &Numbers) -> Result<(), Diagnostics> {
        let labels = self.number(page, numbers);
        let mut faults = Diagnostics::new();
        let path = page.path.clone();
        for block in page.sections.iter_mut().flat_map(|section| &mut section.blocks) {
            let Block::Prose(prose) = block else { continue };
            let Some((at, _)) = prose.source else { continue };
            let narrative = &self.narratives[at];
            let from = From { narrative, page: Some(&path), labels: &labels, numbers };
            self.connect_text(prose, &from, &mut faults);
        }
        if faults.has_errors() { Err(faults) } else { Ok(()) }
    }

    fn connect_text(&self, prose: &mut Prose, from: &From<'_>, faults: &mut Diagnostics) {
        if !prose.markdown.contains([']', '<']) {
            return;
        }
        for link in survey(&prose.markdown).links {
            let place = written(from.narrative, &link.address, &link.words);
            let link =
                Link { address: link.address, words: link.words, picture: link.picture, place };
            match self.target(&link, from) {
                Ok(target) => prose.links.push(target),
                Err(fault) => faults.push(fault.at(place)),
            }
        }
    }

    /// Looks up the links of all texts, those too that no page tells.
    pub(super) fn check_links(&self, faults: &mut Diagnostics) {
        let (labels, numbers) = (Labels::default(), Numbers::default());
        for narrative in self.narratives {
            let from = From { narrative, page: None, labels: &labels, numbers: &numbers };
            for link in &narrative.links {
                if let Err(fault) = self.target(link, &from) {
                    faults.push(fault.at(link.place));
                }
            }
        }
    }

    fn target(&self, link: &Link, from: &From<'_>) -> Result<Target, Diagnostic> {
        match Address::of(&link.address) {
            Address::Scheme(scheme, id) if scheme == DOCUMENT => self.document_target(link, id),
            Address::Scheme(scheme, id) => self.scheme_target(link, &scheme, id),
            Address::Host => {
                let fault = Diagnostic::new(Code::LinkScheme).with("value", &link.address);
                Err(fault.near("", &["https"]))
            }
            Address::Anchor(anchor) if self.leaves_out_table(anchor) => {
                Ok(to(link, To::Nowhere, String::new()))
            }
            Address::Anchor(anchor) if from.page.is_none() => {
                Ok(to(link, To::AsIs(format!("#{anchor}")), String::new()))
            }
            Address::Anchor(anchor) => {
                let words = link.words.trim();
                let (anchor, after) = self.numbered(anchor, words, from.labels, &link.address)?;
                Ok(to(link, To::AsIs(format!("#{anchor}")), after))
            }
            Address::Path(path) => self.path_target(link, &path, from),
        }
    }

    /// A document of the register. Without a register nothing could be misspelt, and the words stand
    /// alone.
    fn document_target(&self, link: &Link, id: &str) -> Result<Target, Diagnostic> {
        let management = self.published.management();
        if let Some(document) = management.document(id) {
            let after = self.rest_of_citation(document, link.words.trim());
            let path = super::documents::register_path(&document.id);
            return Ok(to(link, To::Site(path), after));
        }
        if self.published.data("documents").is_none() {
            return Ok(to(link, To::Nowhere, String::new()));
        }
        let known: Vec<&str> = management.documents.iter().map(|d| d.id.as_str()).collect();
        let fault = Diagnostic::new(Code::UnknownRow).with("table", "documents");
        Err(fault.with("value", id).near(id, &known))
    }

    /// A thing by its id, or another host.
    fn scheme_target(&self, link: &Link, scheme: &str, id: &str) -> Result<Target, Diagnostic> {
        let words = link.words.trim();
        if let Some((_, folder, code)) = THINGS.iter().find(|(name, ..)| *name == scheme) {
            let path = format!("{folder}/{id}.html");
            if let Some(name) = self.page_at(&path) {
                return Ok(to(link, To::Site(path), name_of(words, name)));
            }
            if self.leaves_out(&path) {
                return Ok(to(link, To::Nowhere, String::new()));
            }
            let known = self.ids_in(folder);
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            return Err(Diagnostic::new(*code).with("value", id).near(id, &known));
        }
        if ELSEWHERE.contains(&scheme) {
            let after = name_of(words, || link.address.clone());
            return Ok(to(link, To::AsIs(link.address.clone()), after));
        }
        let things = THINGS.iter().map(|(name, ..)| *name);
        let known: Vec<&str> = things.chain([DOCUMENT]).chain(ELSEWHERE).collect();
        let fault = Diagnostic::new(Code::LinkScheme).with("value", &link.address);
        Err(fault.near(scheme, &known))
    }

    /// A page, or a file beside the texts.
    fn path_target(
        &self,
        link: &Link,
        written: &Path<'_>,
        from: &From<'_>,
    ) -> Result<Target, Diagnostic> {
        let words = link.words.trim();
        let Some(path) = written.from(&from.narrative.slug) else {
            return Err(Diagnostic::new(Code::LinkOutside).with("value", &link.address));
        };
        let page = match path.strip_suffix(".md") {
            Some(stem) => format!("{stem}.html"),
            None => path.clone(),
        };
        let title = self.page_at(&page).filter(|_| !link.picture);
        if let Some(title) = title {
            let (rest, after) = match (written.anchor(), from.page) {
                (Some(anchor), _) if self.leaves_out_table(anchor) => {
                    (String::new(), name_of(words, title))
                }
                (Some(anchor), Some(_)) if Some(page.as_str()) != from.page => {
                    let (anchor, after) = self.elsewhere(anchor, &page, link, from)?;
                    let after = if after.is_empty() { name_of(words, title) } else { after };
                    (format!("#{anchor}"), after)
                }
                _ => (written.rest.to_owned(), name_of(words, title)),
            };
            return Ok(to(link, To::Site(format!("{page}{rest}")), after));
        }
        if !link.picture && self.leaves_out(&page) {
            return Ok(to(link, To::Nowhere, String::new()));
        }
        if let Some(file) = self.files.get(&path) {
            let after = match (link.picture, words.is_empty()) {
                (true, _) => String::new(),
                (false, true) => self.file_name(&path, file),
                (false, false) => self.file_size(&path, file),
            };
            return Ok(to(link, To::Site(file.to.clone()), after));
        }
        if !link.picture && self.is_export(&path) {
            let after = name_of(words, || path.clone());
            return Ok(to(link, To::Site(path), after));
        }
        Err(self.nowhere(link, &path))
    }

    /// The fault of a path that nothing stands at: the nearest is named as the author would write it.
    fn nowhere(&self, link: &Link, path: &str) -> Diagnostic {
        let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.'));
        let of_page = |ending: &str| ["md", "html"].contains(&ending);
        match ending.map(|(_, ending)| ending) {
            Some(ending) if !of_page(ending) || link.picture => {
                let in_content = |path: &str| format!("content/{path}");
                let known: Vec<String> =
                    self.attached.iter().map(|file| in_content(&file.path)).collect();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let path = in_content(path);
                Diagnostic::new(Code::NoSuchFile).with("file", &path).near(&path, &known)
            }
            ending => {
                let ending = ending.unwrap_or("html");
                let paths = self.paths.keys().filter_map(|path| path.strip_suffix(".html"));
                let known: Vec<String> = paths.map(|stem| format!("{stem}.{ending}")).collect();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let fault = Diagnostic::new(Code::BrokenLink).with("value", &link.address);
                fault.near(path, &known)
            }
        }
    }

    /// True for the anchor of a table, its section or its chart that the edition has not.
    fn leaves_out_table(&self, anchor: &str) -> bool {
        let table = anchor.strip_prefix("about-").unwrap_or(anchor);
        let table = table.strip_suffix("-chart").unwrap_or(table);
        self.leaves_out(&format!("tables/{table}.html"))
    }

    /// The anchor and the number of a table or figure of another page.
    fn elsewhere(
        &self,
        anchor: &str,
        page: &str,
        link: &Link,
        from: &From<'_>,
    ) -> Result<(String, String), Diagnostic> {
        let words = link.words.trim();
        match (self.site.numbering, from.numbers.of_page(page)) {
            (Numbering::Site, Some(labels)) => {
                let labelled = self.numbered(anchor, words, labels, &link.address);
                // A place without a number is called by its page.
                Ok(labelled.unwrap_or_else(|_| (anchor.to_owned(), String::new())))
            }
            _ if self.number_word(words).is_some_and(|of| of.is_some()) => {
                Err(Diagnostic::new(Code::NumberElsewhere).with("value", &link.address))
            }
            _ => Ok((anchor.to_owned(), String::new())),
        }
    }

    /// The title of the page at a path, made when it is asked for; `None` if there is no such page.
    fn page_at(&self, path: &str) -> Option<impl FnOnce() -> String + '_> {
        let at = *self.paths.get(path)?;
        Some(move || pages::build(self, &self.pages[at]).title)
    }

    /// The ids of what has pages in a folder.
    fn ids_in(&self, folder: &str) -> Vec<String> {
        let inside = |path: &String| {
            let id = path.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(".html")?;
            (id != "index").then(|| id.to_owned())
        };
        self.paths.keys().filter_map(inside).collect()
    }

    /// True for the file of a table.
    fn is_export(&self, path: &str) -> bool {
        let id = path.strip_prefix("tables/").and_then(|name| name.strip_suffix(".csv"));
        id.is_some_and(|id| self.paths.contains_key(&format!("tables/{id}.html")))
    }
}

impl Page {
    /// The anchors that the texts of the page lead to: the path of the page that must have it, the
    /// anchor, where the link is written.
    pub fn anchors(&self) -> Vec<(String, String, Place)> {
        let texts = self.sections.iter().flat_map(|section| &section.blocks);
        let targets = texts.filter_map(|block| match block {
            Block::Prose(prose) => Some(&prose.links),
            _ => None,
        });
        let anchor = |target: &Target| {
            let (path, anchor) = match &target.to {
                To::Site(path) => path.split_once('#')?,
                To::AsIs(address) => (self.path.as_str(), address.strip_prefix('#')?),
                To::Nowhere => return None,
            };
            let path = path.split('?').next().unwrap_or_default();
            Some((path.to_owned(), anchor.to_owned(), target.place?))
        };
        targets.flatten().filter_map(anchor).collect()
    }
}

/// Where a link leads, with its place.
fn to(link: &Link, to: To, after: String) -> Target {
    Target { to, after, place: Some(link.place) }
}

/// A name where the author wrote no words.
fn name_of(words: &str, name: impl FnOnce() -> String) -> String {
    if words.is_empty() { name() } else { String::new() }
}

/// Where a link of a told text was written: the one with its words, or with its address, or the text.
fn written(narrative: &Narrative, address: &str, words: &str) -> Place {
    let same = || narrative.links.iter().filter(|link| link.address == address);
    let found = same().find(|link| link.words == words).or_else(|| same().next());
    found.map_or(narrative.place, |link| link.place)
}
