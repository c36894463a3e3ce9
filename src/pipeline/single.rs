//! A municipality, or a small region, as one HTML file that can be mailed.

use std::path::Path;

use rayon::prelude::*;

use super::press::{Press, gather};
use super::{BuildError, Progress};
use crate::diag::{Code, Diagnostic};
use crate::output::{Archived, replace_file};
use crate::render::single::{Part, single};
use crate::report::PageId;

/// As many bytes as one file may have: mail takes no more, and browsers grow slow.
const LARGEST: usize = 20 * 1024 * 1024;

/// Writes the file.
pub(super) fn write(
    press: &Press<'_>,
    municipality: Option<&str>,
    out: &Path,
    progress: Progress<'_>,
) -> Result<Archived, BuildError> {
    let ids = match municipality {
        Some(id) => press.report.pages_of_municipality(id)?,
        None => press.report.pages().to_vec(),
    };
    let (html, pages) = document(press, &ids, progress)?;
    progress("write", ids.len(), ids.len());
    replace_file(out, html.as_bytes())?;
    let bytes = html.len() as u64;
    Ok(Archived { file: out.to_owned(), files: pages, bytes, packed: bytes })
}

/// Pages as one document, and how many of them are in it.
///
/// # Errors
/// Errors of templates and texts; more than one document should hold.
pub(super) fn document(
    press: &Press<'_>,
    ids: &[PageId],
    progress: Progress<'_>,
) -> Result<(String, usize), BuildError> {
    progress("render", 0, ids.len());
    let too_large = || {
        let most = press.size(LARGEST as u64);
        Err(Diagnostic::new(Code::LargeSingleFile).with("value", most).into())
    };
    // What the pages will weigh together shows long before all are rendered.
    let mut parts: Vec<Part> = Vec::new();
    for chunk in ids.chunks(64) {
        let rendered: Vec<_> = chunk.par_iter().map(|id| part(press, id)).collect();
        parts.extend(gather(rendered)?.into_iter().flatten());
        if parts.iter().map(|part| part.html.len()).sum::<usize>() > LARGEST {
            return too_large();
        }
    }
    let assets = press.copied().map(|asset| (asset.path(), asset.bytes())).collect();
    let html = single(&parts, &assets, &press.site, &press.strings);
    // Pictures weigh too.
    if html.len() > LARGEST { too_large() } else { Ok((html, parts.len())) }
}

/// A page of the file; an old address that leads on is none, nor is what only a
/// folder or a server has.
fn part(press: &Press<'_>, id: &PageId) -> Result<Option<Part>, BuildError> {
    use PageId::{FormerMunicipality, FormerSchool, Missing, Search};
    if matches!(id, FormerSchool(..) | FormerMunicipality(..) | Search | Missing) {
        return Ok(None);
    }
    let (path, html) = press.html(id)?;
    Ok(Some(Part { path, html }))
}
