//! `[[edition]]` of `svod.toml`: for whom a report is, and what it lets be known.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::address::Robots;
use super::known;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId, unknown};
use crate::model::ids::is_valid_id;

/// The kinds of pages that an edition may have. The overview and the statement of accessibility
/// stand in each edition.
pub const PAGES: [&str; 22] = [
    "contacts",
    "data",
    "decisions",
    "documents",
    "events",
    "frame",
    "glossary",
    "groups",
    "lists",
    "measures",
    "methodology",
    "municipalities",
    "procedures",
    "recommendations",
    "risks",
    "roadmaps",
    "schools",
    "tables",
    "targets",
    "texts",
    "variants",
    "warnings",
];

/// The smallest count below which nothing may be held back: a report of nothing else is no report.
const LARGEST_SMALLEST: i64 = 1000;

/// As short as the secret of codes may be, in characters.
const SHORTEST_KEY: usize = 8;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EditionSpec {
    id: Spanned<String>,
    title: String,
    #[serde(default)]
    audience: String,
    pages: Option<Vec<Spanned<String>>>,
    schools: Option<Spanned<String>>,
    code_key: Option<Spanned<String>>,
    #[serde(default)]
    withhold: Vec<Spanned<String>>,
    smallest: Option<Spanned<i64>>,
    robots: Option<Spanned<String>>,
}

/// How an edition shows schools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schools {
    /// By their names.
    Named,
    /// One by one under codes made with a secret, which is never printed.
    Coded(String),
    /// Not one by one: only what is counted over them.
    Omitted,
}

/// For whom a report is, and what it lets be known.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Key, in ASCII; empty for the edition of a site that declares none.
    pub id: String,
    /// Title («Открытая редакция»); empty if the site declares none.
    pub title: String,
    /// For whom it is («для всех», «для муниципальных координаторов»); may be empty.
    pub audience: String,
    /// The kinds of pages it has, of [`PAGES`]; `None` for all.
    pub pages: Option<BTreeSet<String>>,
    /// How schools are shown.
    pub schools: Schools,
    /// Attributes and tables of the data that it does without, each with its place.
    pub withhold: Vec<(String, Place)>,
    /// The smallest count that it may show; 0 and 1 hold nothing back.
    pub smallest: u32,
    /// What search engines are told.
    pub robots: Option<Robots>,
}

impl Edition {
    /// The edition of a site that declares none: everything for everybody.
    pub fn whole() -> Self {
        Self {
            id: String::new(),
            title: String::new(),
            audience: String::new(),
            pages: None,
            schools: Schools::Named,
            withhold: Vec::new(),
            smallest: 0,
            robots: None,
        }
    }

    /// True if nothing is withheld and no kind of pages is left out.
    pub fn is_whole(&self) -> bool {
        self.names_schools()
            && self.pages.is_none()
            && self.withhold.is_empty()
            && !self.suppresses()
    }

    /// True if small numbers are held back.
    pub fn suppresses(&self) -> bool {
        self.smallest > 1
    }

    /// True if schools are called by their names.
    pub fn names_schools(&self) -> bool {
        self.schools == Schools::Named
    }

    /// True if schools are shown neither by name nor by code.
    pub fn omits_schools(&self) -> bool {
        self.schools == Schools::Omitted
    }

    /// True if the edition has pages of a kind of [`PAGES`].
    pub fn has_pages(&self, kind: &str) -> bool {
        self.pages.as_ref().is_none_or(|pages| pages.contains(kind))
    }

    /// True if the text of this path inside `content/` may be told: one about a school speaks of
    /// it by its id.
    pub fn tells(&self, slug: &str) -> bool {
        let of_school = slug.strip_prefix("schools/");
        self.names_schools() || of_school.is_none_or(|name| ["_default", "index"].contains(&name))
    }
}

/// Reads the editions; one that withholds nothing if there is none.
pub(super) fn editions(
    specs: Vec<EditionSpec>,
    source: SourceId,
    faults: &mut Diagnostics,
) -> Vec<Edition> {
    if specs.is_empty() {
        return vec![Edition::whole()];
    }
    let mut seen: Vec<(String, Place)> = Vec::new();
    let mut reader = Reader { source, faults };
    let mut editions = Vec::new();
    for spec in specs {
        let (id, place) = (spec.id.get_ref().clone(), Place::span(source, spec.id.span()));
        if let Some((_, first)) = seen.iter().find(|(known, _)| *known == id) {
            let fault = Diagnostic::new(Code::RepeatedId).at(place).with("value", &id);
            reader.faults.push(fault.see_also(*first));
        }
        seen.push((id, place));
        editions.push(reader.edition(spec));
    }
    editions
}

struct Reader<'a> {
    source: SourceId,
    faults: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn edition(&mut self, spec: EditionSpec) -> Edition {
        if !is_valid_id(spec.id.get_ref()) {
            let place = self.place(&spec.id);
            self.faults
                .push(Diagnostic::new(Code::BadId).at(place).with("value", spec.id.get_ref()));
        }
        let schools = self.schools(&spec);
        let pages = spec.pages.map(|pages| {
            pages.into_iter().map(|page| self.one_of(&page, "pages", &PAGES)).collect()
        });
        let withhold = spec.withhold.into_iter().map(|name| {
            let place = self.place(&name);
            (name.into_inner(), place)
        });
        let withhold = withhold.collect();
        let robots = spec
            .robots
            .map(|word| known("robots", Some(word), &Robots::ALL, self.source, self.faults));
        Edition {
            id: spec.id.into_inner(),
            title: spec.title,
            audience: spec.audience,
            pages,
            schools,
            withhold,
            smallest: spec.smallest.map(|n| self.smallest(&n)).unwrap_or_default(),
            robots,
        }
    }

    /// How schools are shown. Codes need a secret: without one anybody could make them from ids.
    fn schools(&mut self, spec: &EditionSpec) -> Schools {
        let Some(word) = &spec.schools else { return Schools::Named };
        match self.one_of(word, "schools", &["named", "coded", "omitted"]).as_str() {
            "omitted" => Schools::Omitted,
            "coded" => {
                let long = |key: &&Spanned<String>| key.get_ref().chars().count() >= SHORTEST_KEY;
                match spec.code_key.as_ref().filter(long) {
                    Some(key) => Schools::Coded(key.get_ref().clone()),
                    None => {
                        let at = spec.code_key.as_ref().unwrap_or(word);
                        let fault = Diagnostic::new(Code::CodeKey).at(self.place(at));
                        self.faults.push(fault.with("value", SHORTEST_KEY));
                        Schools::Omitted
                    }
                }
            }
            _ => Schools::Named,
        }
    }

    fn smallest(&mut self, written: &Spanned<i64>) -> u32 {
        let n = *written.get_ref();
        let fits = u32::try_from(n).ok().filter(|_| (1..=LARGEST_SMALLEST).contains(&n));
        fits.unwrap_or_else(|| {
            let fault = Diagnostic::new(Code::BadSmallest).at(self.place(written));
            self.faults.push(fault.with("value", n).with("other", LARGEST_SMALLEST));
            0
        })
    }

    /// A word out of several; what is none of them is a fault.
    fn one_of(&mut self, word: &Spanned<String>, column: &'static str, known: &[&str]) -> String {
        if !known.contains(&word.get_ref().as_str()) {
            let fault = unknown(Code::BadParameter, self.place(word), word.get_ref(), known);
            self.faults.push(fault.with("column", column));
        }
        word.get_ref().clone()
    }

    fn place<T>(&self, written: &Spanned<T>) -> Place {
        Place::span(self.source, written.span())
    }
}
