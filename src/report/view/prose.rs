//! Texts of the narrative, and what their links, tables and abbreviations come to on a page.

use std::sync::Arc;

use serde::Serialize;

use super::Block;
use crate::diag::Place;
use crate::report::speech::Subject;

/// A text of the narrative.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Prose {
    /// The Markdown. Where it has a source, its calls are still to be answered.
    pub markdown: String,
    /// The narrative it comes from, by order, and what it is told about.
    #[serde(skip)]
    pub source: Option<(usize, Subject)>,
    /// Tables and charts inside the text: the mark that stands for each, and the block.
    pub inserts: Vec<(String, Block)>,
    /// Where the links and pictures of the text lead, in their order.
    pub links: Vec<Target>,
    /// «Таблица 1», «Рисунок 2»: what stands before the captions of the text, in their order.
    pub numbers: Vec<String>,
    /// Abbreviations that are explained where they occur.
    #[serde(skip)]
    pub abbreviations: Arc<[Abbreviation]>,
    /// True if the text may hold HTML.
    pub raw_html: bool,
}

/// Where a link leads, and what is said after the author's words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Target {
    /// Where.
    pub to: To,
    /// Words after those of the author: the name where there are none, the date and number of a
    /// document, the number of a table, the size of a file.
    pub after: String,
    /// Where the link is written.
    #[serde(skip)]
    pub place: Option<Place>,
}

/// An address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum To {
    /// Nowhere: the words stand alone.
    Nowhere,
    /// A page or a file of the site: its path from the root, with an optional `#fragment`.
    Site(String),
    /// A place of the same page, or another host: as it is.
    AsIs(String),
}

/// An abbreviation that the glossary explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// As it is written.
    pub short: String,
    /// What it stands for.
    pub long: String,
    /// Where it is explained.
    pub to: String,
}
