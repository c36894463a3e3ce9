//! The sentences of the catalogues, as this room needs them.

use crate::diag::Diagnostic;

/// A blank to fill in a sentence.
#[derive(Clone, Copy, Debug)]
pub enum Arg<'a> {
    /// A text, taken as it is.
    Str(&'a str),
    /// A number of things, which chooses the plural form.
    Count(u32),
}

/// A number of things; what no sentence needs to tell apart is cut off.
pub(super) fn count(n: usize) -> Arg<'static> {
    Arg::Count(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Somebody who knows the sentences of one language.
pub trait Words {
    /// The sentence `key` with its blanks filled.
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String;

    /// What is wrong.
    fn problem(&self, fault: &Diagnostic) -> String;

    /// What to do about it; may be empty.
    fn advice(&self, fault: &Diagnostic) -> String;
}
