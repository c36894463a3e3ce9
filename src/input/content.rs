//! Narrative pages: Markdown files with a head in TOML between lines of `+++`.

use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId, toml_fault, unknown};
use crate::markdown::{self, CALLOUT_NAMES, Found, survey};
use crate::model::cycle::Stage;
use crate::model::ids::is_valid_id;
use crate::model::narrative::{Attached, LONGEST_TEXT, Link, Narrative};
use crate::source::{Files, Source, Sources};

const FENCE: &str = "+++";

/// The ending of texts.
const TEXT: &str = ".md";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    title: String,
    lead: Option<String>,
    quoted: Option<String>,
    toc: Option<bool>,
    stage: Option<Spanned<String>>,
    #[serde(default)]
    tables: Vec<Spanned<String>>,
}

/// Reads every Markdown file of `folder`, in the order of paths. What lies in `attached`
/// is published as it is and is no text of the report. Unless the site allows `raw_html`, tags in
/// texts are told of.
pub fn narratives(
    files: &dyn Files,
    [folder, attached]: [&str; 2],
    raw_html: bool,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Vec<Narrative> {
    let mut narratives = Vec::new();
    let is_text = |path: &String| path.ends_with(TEXT) && !is_inside(path, attached);
    for path in listed(files, folder, faults).into_iter().filter(is_text) {
        if files.is_link(&path) {
            faults.push(Diagnostic::new(Code::LinkedFile).with("file", path));
            continue;
        }
        match files.read(&path) {
            Ok(bytes) => {
                let long = bytes.len() > LONGEST_TEXT;
                let id = sources.add(Source::of_bytes(path.as_str(), bytes));
                if long {
                    let fault = Diagnostic::new(Code::LongText).at(Place::whole(id));
                    faults.push(fault.with("value", LONGEST_TEXT));
                    continue;
                }
                let file = (path.as_str(), id);
                narratives.extend(narrative(folder, file, raw_html, sources, faults));
            }
            Err(error) => faults.push(error.fault(&path)),
        }
    }
    narratives
}

/// The files of the content folder that are no texts, in the order of paths.
pub fn attached(files: &dyn Files, folder: &str, faults: &mut Diagnostics) -> Vec<Attached> {
    let mut attached = Vec::new();
    // Faults of the folder itself are told of with its texts.
    let paths = listed(files, folder, &mut Diagnostics::new());
    for path in paths.into_iter().filter(|path| !path.ends_with(TEXT)) {
        if files.is_link(&path) {
            faults.push(Diagnostic::new(Code::LinkedFile).with("file", path));
            continue;
        }
        match files.size(&path) {
            Ok(size) => {
                let inside = path.strip_prefix(folder).unwrap_or(&path).trim_start_matches('/');
                attached.push(Attached { path: inside.to_owned(), size });
            }
            Err(error) => faults.push(error.fault(&path)),
        }
    }
    attached
}

/// The files of a folder; none, and a fault, if it cannot be read.
fn listed(files: &dyn Files, folder: &str, faults: &mut Diagnostics) -> Vec<String> {
    files.list(folder).unwrap_or_else(|error| {
        faults.push(error.fault(folder));
        Vec::new()
    })
}

fn narrative(
    folder: &str,
    (path, id): (&str, SourceId),
    raw_html: bool,
    sources: &Sources,
    faults: &mut Diagnostics,
) -> Option<Narrative> {
    let place = Place::whole(id);
    let source = sources.get(id)?;
    if !source.is_utf8() {
        faults.push(Diagnostic::new(Code::NotUtf8).at(place).with("file", path));
        return None;
    }
    let slug = path.strip_prefix(folder)?.trim_start_matches('/').strip_suffix(".md")?;
    if let Some(part) =
        slug.split('/').find(|part| !is_valid_id(part) && !["index", "_default"].contains(part))
    {
        faults.push(Diagnostic::new(Code::BadId).at(place).with("value", part));
        return None;
    }
    let text = source.text();
    let Some((head_at, body_at)) = split(text) else {
        faults.push(Diagnostic::new(Code::BadFrontMatter).at(place));
        return None;
    };
    let head: Head = match toml::from_str(&text[head_at.clone()]) {
        Ok(head) => head,
        Err(error) => {
            faults.extend(toml_fault(&error, id, head_at.start));
            return None;
        }
    };
    let located = |name: Spanned<String>| {
        let span = name.span();
        let span = span.start + head_at.start..span.end + head_at.start;
        (name.into_inner(), Place::span(id, span))
    };
    Some(Narrative {
        slug: slug.to_owned(),
        title: head.title,
        lead: head.lead,
        quoted: head.quoted,
        tables: head.tables.into_iter().map(located).collect(),
        stage: head.stage.and_then(|name| stage(located(name), faults)),
        contents: head.toc,
        links: look_through(text, body_at, id, raw_html, faults),
        markdown: text[body_at..].to_owned(),
        body: body_at,
        place,
    })
}

/// The stage of the management cycle that a text belongs to.
fn stage((name, place): (String, Place), faults: &mut Diagnostics) -> Option<Stage> {
    let stage = Stage::parse(&name);
    if stage.is_none() {
        let known = Stage::ALL.map(Stage::id);
        let fault = unknown(Code::BadParameter, place, &name, &known);
        faults.push(fault.with("column", "stage"));
    }
    stage
}

fn is_inside(path: &str, folder: &str) -> bool {
    path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}

/// Looks through a text: its links, each with its place, and faults for what does not work as the
/// author thinks.
fn look_through(
    text: &str,
    body: usize,
    source: SourceId,
    raw_html: bool,
    faults: &mut Diagnostics,
) -> Vec<Link> {
    let place = |span: &Range<usize>| Place::span(source, span.start + body..span.end + body);
    let seen = survey(&text[body..]);
    for found in &seen.found {
        faults.push(match found {
            Found::Html(_) if raw_html => continue,
            Found::Html(span) => {
                one(Code::RawHtml, place(span)).with("value", &text[body..][span.clone()])
            }
            Found::Callout(name, span) => one(Code::UnknownCallout, place(span))
                .with("value", name)
                .near(name, &CALLOUT_NAMES),
            Found::BrokenLink(address, span) => {
                one(Code::SpacedLink, place(span)).with("value", address)
            }
        });
    }
    let link = |link: markdown::Link| Link {
        place: place(&link.span),
        address: link.address,
        words: link.words,
        picture: link.picture,
    };
    let links: Vec<Link> = seen.links.into_iter().map(link).collect();
    for link in links.iter().filter(|link| link.picture && link.words.trim().is_empty()) {
        faults.push(one(Code::MissingAlt, link.place).with("value", &link.address));
    }
    links
}

fn one(code: Code, place: Place) -> Diagnostic {
    Diagnostic::new(code).at(place)
}

/// Where the head stands and the body begins; `None` without a head.
fn split(text: &str) -> Option<(Range<usize>, usize)> {
    let rest = text.strip_prefix(FENCE)?;
    let head_start = FENCE.len() + rest.find('\n')? + 1;
    let mut at = head_start;
    for line in text[head_start..].split_inclusive('\n') {
        if line.trim_end() == FENCE {
            return Some((head_start..at, at + line.len()));
        }
        at += line.len();
    }
    None
}
