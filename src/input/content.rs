//! Narrative pages: Markdown files with a head in TOML between lines of `+++`.

use serde::Deserialize;
use toml::Spanned;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId, toml_fault};
use crate::model::ids::is_valid_id;
use crate::model::narrative::Narrative;
use crate::source::{Files, Source, Sources};

const FENCE: &str = "+++";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    title: String,
    lead: Option<String>,
    quoted: Option<String>,
    #[serde(default)]
    tables: Vec<Spanned<String>>,
}

/// Reads every Markdown file of the content folder, in the order of paths.
pub fn narratives(
    files: &dyn Files,
    folder: &str,
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
    for path in paths.into_iter().filter(|path| path.ends_with(".md")) {
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
        markdown: text[body_at..].to_owned(),
        body: body_at,
        place,
    })
}

/// Where the head stands and the body begins; `None` without a head.
fn split(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
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
