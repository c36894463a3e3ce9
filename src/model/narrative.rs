//! A narrative page: Markdown with a head.

use crate::diag::Place;

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
    /// Why the numbers of the text are another source's and are not held against the data.
    pub quoted: Option<String>,
    /// The text.
    pub markdown: String,
    /// Where the text begins in its file, in bytes.
    pub body: usize,
    /// The file.
    pub place: Place,
}
