//! The general frame of support (общая рамка сопровождения): what is offered to schools of each
//! cluster.

use crate::diag::Place;

/// Directions of support by cluster. The table `support_frame`.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// Those of one category stand together; else in the order of the file.
    pub directions: Vec<Direction>,
}

/// A direction of support.
#[derive(Clone, Debug)]
pub struct Direction {
    /// Whom it is for or what it belongs to («Педагоги ШНОР»); may be empty.
    pub category: String,
    /// What it is called.
    pub title: String,
    /// What is offered, in the order of the file, one for each cluster that has something.
    pub cells: Vec<FrameCell>,
}

/// What a direction offers to schools of one cluster. One row of `support_frame`.
#[derive(Clone, Debug)]
pub struct FrameCell {
    /// The cluster's id; that of schools outside the list is one of them.
    pub cluster: String,
    /// What is offered: paragraphs, and lists whose items begin with «- » on lines of their own.
    pub text: String,
    /// Who is responsible; may be empty.
    pub responsible: String,
    /// Where it was read.
    pub place: Place,
}

impl Direction {
    /// What is offered to schools of a cluster.
    pub fn cell(&self, cluster: &str) -> Option<&FrameCell> {
        self.cells.iter().find(|cell| cell.cluster == cluster)
    }
}
