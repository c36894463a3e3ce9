//! A narrative page: Markdown with a head.

use std::collections::BTreeMap;

use super::cycle::Stage;
use crate::diag::Place;

/// What stands before the id of a document where Markdown cites it: `[приказ](document:order-1)`.
pub const DOCUMENT_SCHEME: &str = "document:";

/// As long as a text may be, as written and once it is told, in bytes: calls may name every school
/// of a region.
pub const LONGEST_TEXT: usize = 1 << 20;

/// A page from `content/`.
#[derive(Clone, Debug)]
pub struct Narrative {
    /// Path without `.md`, for example `purpose` or `sections/risks`.
    pub slug: String,
    /// The heading.
    pub title: String,
    /// One sentence that stands under the heading.
    pub lead: Option<String>,
    /// Ids of tables shown after the text, each with its chart.
    pub tables: Vec<(String, Place)>,
    /// The stage of the management cycle that the text belongs to, if it says so.
    pub stage: Option<Stage>,
    /// Whether the page lists its headings; decided by their number if the text does not say.
    pub contents: Option<bool>,
    /// The links and pictures of the text, in order.
    pub links: Vec<Link>,
    /// Why the numbers of the text are another source's and are not held against the data.
    pub quoted: Option<String>,
    /// The text.
    pub markdown: String,
    /// Where the text begins in its file, in bytes.
    pub body: usize,
    /// The file.
    pub place: Place,
}

/// A table that a text declares where it stands: what the brackets of its call say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpotTable {
    /// Words by the name that stands before them, each with its place.
    pub args: BTreeMap<String, (String, Place)>,
    /// The call.
    pub place: Place,
}

/// What tells one [`SpotTable`] from another: its words without their places.
pub type SpotKey = BTreeMap<String, String>;

impl SpotTable {
    /// What it says; two calls that say the same declare one table.
    pub fn key(&self) -> SpotKey {
        self.args.iter().map(|(name, (words, _))| (name.clone(), words.clone())).collect()
    }
}

impl Narrative {
    /// Ids of documents that the text cites.
    pub fn documents(&self) -> impl Iterator<Item = (&str, Place)> {
        let cited = self.links.iter();
        cited.filter_map(|link| Some((link.address.strip_prefix(DOCUMENT_SCHEME)?, link.place)))
    }
}

/// A file that lies beside the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Path inside `content/`, with `/`.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
}

/// A link or a picture of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address as written.
    pub address: String,
    /// The words to press; the text alternative of a picture.
    pub words: String,
    /// True for a picture.
    pub picture: bool,
    /// Where the address is written.
    pub place: Place,
}
