//! What a report was made from: one list for the manifest, the page of the data and the preview.

use super::years::PastReport;
use super::{CONTENT, Checksums, Loaded};
use crate::output::Digest;
use crate::report::Origin;
use crate::source::Source;

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Input {
    /// Path from the site folder.
    path: String,
    /// In bytes.
    size: u64,
    digest: Digest,
}

impl Input {
    fn of(source: &Source) -> Self {
        Self {
            path: source.path.clone(),
            size: source.bytes.len() as u64,
            digest: Digest::of(&source.bytes),
        }
    }

    fn origin(&self) -> Origin {
        Origin { path: self.path.clone(), size: self.size, checksum: self.digest.to_string() }
    }
}

impl Loaded {
    /// The files that were read and that the edition may name. Each is hashed when they are asked for
    /// first: a preview that nobody asks for the page of the data hashes none.
    pub(super) fn inputs(&self) -> &[Input] {
        self.inputs.get_or_init(|| {
            let named = |source: &&Source| source.sheet.is_none() && self.may_name(&source.path);
            let read = self.sources.iter().map(|(_, source)| source);
            read.filter(named).map(Input::of).collect()
        })
    }

    /// The same for the manifest, with those of the reports of earlier years.
    pub(super) fn checksums(&self) -> Checksums {
        let own = self.inputs().iter().map(|input| (input.path.clone(), input.digest));
        own.chain(self.past.iter().flat_map(PastReport::checksums)).collect()
    }

    /// The same for the page of the data.
    pub(super) fn origins(&self) -> Vec<Origin> {
        self.inputs().iter().map(Input::origin).collect()
    }

    /// True unless a file is a text that the edition does not tell: its name is that of a school.
    fn may_name(&self, path: &str) -> bool {
        let slug = path.strip_prefix(CONTENT).and_then(|path| path.strip_suffix(".md"));
        slug.is_none_or(|slug| self.published.edition().tells(slug.trim_start_matches('/')))
    }
}
