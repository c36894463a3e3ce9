//! Narrative pages: Markdown files with a head in TOML between lines of `+++`.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag};
use serde::Deserialize;
use toml::Spanned;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId, toml_fault, unknown};
use crate::model::cycle::Stage;
use crate::model::ids::is_valid_id;
use crate::model::narrative::{DOCUMENT_SCHEME, Narrative};
use crate::source::{Files, Source, Sources};

const FENCE: &str = "+++";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    title: String,
    lead: Option<String>,
    quoted: Option<String>,
    stage: Option<Spanned<String>>,
    #[serde(default)]
    tables: Vec<Spanned<String>>,
}

/// Reads every Markdown file of the content folder, in the order of paths. What lies in `attached`
/// is published as it is and is no text of the report.
pub fn narratives(
    files: &dyn Files,
    folder: &str,
    attached: &str,
    sources: &mut Sources,
    faults: &mut Diagnostics,
) -> Vec<Narrative> {
    let paths = match files.list(folder) {
        Ok(paths) => paths,
        Err(error) => {
            faults.push(error.fault(folder));
            return Vec::new();
        }
    };
    let mut narratives = Vec::new();
    let is_text = |path: &String| path.ends_with(".md") && !is_inside(path, attached);
    for path in paths.into_iter().filter(is_text) {
        match files.read(&path) {
            Ok(bytes) => {
                let id = sources.add(Source::of_bytes(path.as_str(), bytes));
                narratives.extend(narrative(folder, &path, id, sources, faults));
            }
            Err(error) => faults.push(error.fault(&path)),
        }
    }
    narratives
}

fn narrative(
    folder: &str,
    path: &str,
    id: SourceId,
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
        documents: cited(text, body_at..text.len(), id),
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

/// The documents that a text cites, each with the place of its address.
fn cited(text: &str, body: Range<usize>, source: SourceId) -> Vec<(String, Place)> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let events = Parser::new_ext(&text[body.clone()], options).into_offset_iter();
    let citation = |(event, range): (Event<'_>, Range<usize>)| {
        let Event::Start(Tag::Link { dest_url, .. }) = event else { return None };
        let id = dest_url.strip_prefix(DOCUMENT_SCHEME)?.to_owned();
        let link = body.start + range.start..body.start + range.end;
        // The address of a link by reference stands elsewhere: then the link itself is the place.
        let at = text[link.clone()].rfind(&*dest_url);
        let span = at.map_or(link.clone(), |at| link.start + at..link.start + at + dest_url.len());
        Some((id, Place::span(source, span)))
    };
    events.filter_map(citation).collect()
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
