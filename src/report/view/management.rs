//! Things with words of their own: documents, events, contacts, measures, the frame of support.

use serde::Serialize;

use super::{Label, Link, Mark, Term};

/// One of several things that stand under each other, with an anchor that others lead to.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Its anchor, no other's on the page.
    pub id: String,
    /// A line over the title: a date.
    pub over: Option<String>,
    /// What it is called.
    pub title: Label,
    /// Paragraphs.
    pub text: Vec<String>,
    /// What else is known of it.
    pub terms: Vec<Term>,
}

/// Directions of support by cluster: a matrix of texts.
#[derive(Clone, Debug, Serialize)]
pub struct Frame {
    /// Its anchor.
    pub id: String,
    /// «Таблица 1», once the matrix stands on its page.
    pub number: Option<String>,
    /// What the matrix shows.
    pub caption: String,
    /// The base in a sentence.
    pub base: Option<String>,
    /// The heading of the column of directions.
    pub corner: String,
    /// The clusters, the most severe first.
    pub columns: Vec<FrameColumn>,
    /// Directions by category, in order.
    pub groups: Vec<FrameGroup>,
    /// The sign of an empty cell and its meaning, if there is such a cell.
    pub legend: Option<(String, String)>,
    /// The files it comes from.
    pub sources: Vec<String>,
}

/// A cluster of the frame.
#[derive(Clone, Debug, Serialize)]
pub struct FrameColumn {
    /// Its title.
    pub title: String,
    /// Its sign.
    pub mark: Option<Mark>,
    /// How many schools it has, with the list of them.
    pub schools: Option<Link>,
}

/// Directions of one category.
#[derive(Clone, Debug, Serialize)]
pub struct FrameGroup {
    /// The category; empty if there is none.
    pub title: String,
    /// Its directions.
    pub rows: Vec<FrameRow>,
}

/// A direction of support.
#[derive(Clone, Debug, Serialize)]
pub struct FrameRow {
    /// What it is called.
    pub title: String,
    /// Who is responsible, if the same for all clusters.
    pub responsible: Option<String>,
    /// What is offered, left to right; neighbours that are offered the same share a cell.
    pub cells: Vec<FrameCell>,
}

/// What schools of one or several clusters are offered.
#[derive(Clone, Debug, Serialize)]
pub struct FrameCell {
    /// Over how many columns it stands.
    pub span: usize,
    /// Titles of these columns, for a screen too narrow for a matrix.
    pub clusters: Vec<String>,
    /// Markdown; empty if nothing is offered.
    pub markdown: String,
    /// Who is responsible, if not the same for all clusters.
    pub responsible: Option<String>,
}
