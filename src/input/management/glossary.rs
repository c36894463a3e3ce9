//! The glossary.

use super::rows::{Row, Shape};
use crate::diag::Diagnostics;
use crate::model::dataset::Dataset;
use crate::model::field::Declarations;
use crate::model::management::Word;

const GLOSSARY: Shape =
    Shape { name: "glossary", main: "abbreviation", words: &["expansion", "definition", "source"] };

/// Reads `glossary`.
pub(super) fn glossary(
    dataset: &Dataset,
    declared: &Declarations,
    faults: &mut Diagnostics,
) -> Vec<Word> {
    let word = |row: Row<'_>| Word {
        short: row.words("abbreviation"),
        long: row.words("expansion"),
        definition: row.words("definition"),
        source: row.words("source"),
    };
    GLOSSARY.rows(dataset, declared, faults).into_iter().map(word).collect()
}
