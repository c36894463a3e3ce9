//! Files that are published beside pages: those that documents name, those that texts lead to, and
//! those that lie beside a text: `plan.pdf` or `plan/order.pdf` beside `plan.md`.

use std::collections::{BTreeMap, BTreeSet};

use super::super::{Report, view};
use super::address::Address;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::narrative::Narrative;
use crate::text::latin;
use view::{Block, Link, Page, Section};

/// The folder of the site that files are put into.
const FOLDER: &str = "files";

/// The folder of `content/` for the files of documents; what lies beside it is put there too.
pub(crate) const OF_DOCUMENTS: &str = "files";

/// Kinds of files that only say something: a browser runs none of them. Pages, drawings and the like,
/// which could hold script, are left out.
const KINDS: [&str; 23] = [
    "pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods", "csv", "ppt", "pptx", "odp",
    "zip", "7z", "png", "jpg", "jpeg", "gif", "webp", "mp3", "mp4", "sig",
];

/// The published files by their path inside `content/`.
#[derive(Debug, Default)]
pub(in super::super) struct Files(BTreeMap<String, File>);

/// A published file.
#[derive(Debug)]
pub(in super::super) struct File {
    /// Its path in the site: Latin, no other's whatever the case.
    pub to: String,
    /// Its size in bytes.
    pub size: u64,
    /// The first place that names it.
    place: Option<Place>,
}

impl Files {
    pub fn get(&self, path: &str) -> Option<&File> {
        self.0.get(path)
    }
}

impl Report<'_> {
    /// The files that are published, of all that lie in `content/`.
    pub(in super::super) fn find_files(&self) -> Files {
        let management = self.published.management();
        let documents = management.documents.iter().filter_map(|d| d.file.as_ref());
        let mut named: BTreeMap<String, Option<Place>> = documents
            .map(|file| (format!("{OF_DOCUMENTS}/{}", file.path), Some(file.place)))
            .collect();
        for narrative in self.narratives {
            for (path, place) in linked(narrative) {
                named.entry(path).or_insert(Some(place));
            }
        }
        let beside = self.attached.iter().filter(|file| self.owner(&file.path).is_some());
        let beside: Vec<String> = beside.map(|file| file.path.clone()).collect();
        beside.into_iter().for_each(|path| {
            named.entry(path).or_insert(None);
        });
        let there = self.attached.iter().filter(|file| named.contains_key(&file.path));
        let there: Vec<_> = there.collect();
        let paths = site_paths(there.iter().map(|file| file.path.as_str()));
        let file = |(path, to): (String, String)| {
            let size = there.iter().find(|file| file.path == path).map_or(0, |file| file.size);
            let place = named.get(&path).copied().flatten();
            (path, File { to, size, place })
        };
        Files(paths.into_iter().map(file).collect())
    }

    /// The page that a file lies beside.
    fn owner(&self, path: &str) -> Option<&str> {
        let (stem, _) = path.rsplit_once('.').unwrap_or((path, ""));
        let folders = stem.match_indices('/').map(|(at, _)| &stem[..at]);
        let mut stems = folders.chain([stem]);
        let page = stems.find_map(|stem| self.paths.get_key_value(&format!("{stem}.html")))?;
        Some(page.0)
    }

    /// Faults of files that may not be published.
    pub(in super::super) fn check_files(&self, faults: &mut Diagnostics) {
        for (path, file) in &self.files.0 {
            if KINDS.contains(&ending(path).to_lowercase().as_str()) {
                continue;
            }
            let fault = Diagnostic::new(Code::AttachmentKind).with("file", path);
            let fault = fault.with("known", KINDS.join(", "));
            faults.push(match file.place {
                Some(place) => fault.at(place),
                None => fault,
            });
        }
    }

    /// Files of `content/` that nothing leads to: they stay unpublished.
    pub fn unused_files(&self) -> Diagnostics {
        let unused = self.attached.iter().filter(|file| self.files.get(&file.path).is_none());
        let fault = |path: &str| {
            Diagnostic::new(Code::UnusedAttachment).with("file", format!("content/{path}"))
        };
        unused.map(|file| fault(&file.path)).collect()
    }

    /// The files that are published: their paths inside `content/` and in the site.
    pub fn attachments(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.0.iter().map(|(path, file)| (path.as_str(), file.to.as_str()))
    }

    /// Adds the list of the files that a page has beside it or leads to.
    pub(in super::super) fn add_files(&self, page: &mut Page, text: Option<usize>) {
        let of_text = text.map(|at| linked(&self.narratives[at]).collect()).unwrap_or_default();
        let of_text: Vec<(String, Place)> = of_text;
        let linked: BTreeSet<&str> = of_text.iter().map(|(path, _)| path.as_str()).collect();
        let shown = self.files.0.iter().filter(|(path, _)| !is_picture(path));
        let of_page = shown.filter(|(path, _)| {
            linked.contains(path.as_str()) || self.owner(path) == Some(page.path.as_str())
        });
        let link = |(path, file): (&String, &File)| Link {
            text: self.file_name(path, file),
            to: file.to.clone(),
        };
        let links: Vec<Link> = of_page.map(link).collect();
        if !links.is_empty() {
            page.sections.push(Section {
                id: "attachments".to_owned(),
                title: self.get("report-attachments"),
                lead: Vec::new(),
                blocks: vec![Block::Links { links }],
                opening: false,
            });
        }
    }

    /// «Приказ 02-1568 (PDF, 1,2 МБ)».
    pub(super) fn file_name(&self, path: &str, file: &File) -> String {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        format!("{}{}", self.name(stem), self.file_size(path, file))
    }

    /// « (PDF, 1,2 МБ)».
    pub(super) fn file_size(&self, path: &str, file: &File) -> String {
        format!(" ({})", self.kind_and_size(path, file.size))
    }

    /// «PDF, 1,2 МБ».
    pub(in super::super) fn kind_and_size(&self, path: &str, size: u64) -> String {
        let (kind, size) = (ending(path).to_uppercase(), self.text.size(size));
        if kind.is_empty() {
            return size;
        }
        self.say("file-kind-and-size", &[("kind", (&kind).into()), ("size", (&size).into())])
    }
}

/// The paths inside `content/` that a text leads to, those of files among them.
fn linked(narrative: &Narrative) -> impl Iterator<Item = (String, Place)> {
    narrative.links.iter().filter_map(|link| match Address::of(&link.address) {
        Address::Path(path) => Some((path.from(&narrative.slug)?, link.place)),
        _ => None,
    })
}

fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// Pictures stand in the text.
fn is_picture(path: &str) -> bool {
    ["png", "jpg", "jpeg", "gif", "webp"].contains(&ending(path).to_lowercase().as_str())
}

/// The path of each published file in the site: Latin, and no two alike whatever the case.
fn site_paths<'a>(paths: impl Iterator<Item = &'a str>) -> BTreeMap<String, String> {
    let paths: BTreeSet<&str> = paths.collect();
    let mut taken = BTreeSet::new();
    let mut all = BTreeMap::new();
    for path in paths {
        let inside = path.strip_prefix(&format!("{OF_DOCUMENTS}/")).unwrap_or(path);
        let parts: Vec<String> = inside.split('/').map(latin::file_name).collect();
        let latin = parts.join("/");
        let (stem, ending) = match latin.rsplit_once('.') {
            Some((stem, ending)) if !ending.contains('/') => (stem, format!(".{ending}")),
            _ => (latin.as_str(), String::new()),
        };
        let numbered = (2..).map(|n| format!("{stem}-{n}{ending}"));
        let mut names = std::iter::once(latin.clone()).chain(numbered);
        // The numbers never end, so there always is a free one.
        let free = names.find(|name| taken.insert(name.to_lowercase())).unwrap_or_default();
        all.insert(path.to_owned(), format!("{FOLDER}/{free}"));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_keep_apart_in_the_site() {
        let names = [
            "files/приказ.pdf",
            "files/Prikaz.pdf",
            "files/prikaz.pdf",
            "files/2023/приказ № 1.pdf",
            "план/схема.png",
        ];
        let paths = site_paths(names.into_iter());
        let paths: Vec<&str> = names.iter().map(|name| paths[*name].as_str()).collect();
        let expected = [
            "files/prikaz-3.pdf",
            "files/Prikaz.pdf",
            "files/prikaz-2.pdf",
            "files/2023/prikaz-no-1.pdf",
            "files/plan/skhema.png",
        ];
        assert_eq!(paths, expected);
    }
}
