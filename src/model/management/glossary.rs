//! Words and abbreviations of the field, explained.

/// A word or an abbreviation. One row of `glossary`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The abbreviation («ВПР»), or a word that needs a definition («трек»). Key.
    pub short: String,
    /// What the abbreviation stands for; empty for a word.
    pub long: String,
    /// What it means; may be empty.
    pub definition: String,
    /// Where that is said; may be empty.
    pub source: String,
}
