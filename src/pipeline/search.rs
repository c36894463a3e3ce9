//! The index of the search: what the report says is found, and the headings, whose anchors the
//! renderer knows.

use rayon::prelude::*;

use super::press::{Press, gather};
use super::{BuildError, Loaded};
use crate::output::{Artifact, OutputError};
use crate::render;
use crate::report::PageId;
use crate::report::view::{Link, SearchGroup};

/// The files of the index.
///
/// # Errors
/// Those of texts.
pub(super) fn index(loaded: &Loaded, press: &Press<'_>) -> Result<Vec<Artifact>, BuildError> {
    let mut groups = press.report.search();
    let is_read = |id: &&PageId| matches!(id, PageId::Narrative(..) | PageId::Methodology);
    let read: Vec<&PageId> = press.report.pages().iter().filter(is_read).collect();
    let headings = read.into_par_iter().map(|id| headings(loaded, press, id)).collect();
    groups.extend(gather(headings)?.into_iter().filter(|group| !group.entries.is_empty()));
    let files = render::search::shards(groups).into_iter();
    let files = files.map(|(path, script)| Artifact::new(path, script));
    Ok(files.collect::<Result<Vec<_>, OutputError>>()?)
}

fn headings(loaded: &Loaded, press: &Press<'_>, id: &PageId) -> Result<SearchGroup, BuildError> {
    let page = loaded.page(&press.report, id, press.numbers)?;
    let headings = render::headings(&page, loaded.strings()).into_iter();
    let links = headings
        .map(|heading| Link { text: heading.text, to: format!("{}#{}", page.path, heading.id) });
    Ok(press.report.found_headings(&page, links.collect()))
}
