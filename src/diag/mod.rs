//! Faults as values: what is wrong, where, and with which words to fill the sentence.
//!
//! A [`Diagnostic`] holds no sentence. Its [`Code`] names two messages of the string catalogues,
//! `diag-<code>` (what is wrong) and `diag-<code>-help` (what to do), and `args` fill their blanks:
//! those that [`Code::words`] names.

mod code;
mod place;
mod places;
mod toml;

use std::collections::{BTreeMap, BTreeSet};

pub use code::Code;
pub use place::{At, Place, SourceId};
pub use places::Places;
pub use toml::toml_fault;

/// How grave a fault is. Errors stop the run before anything is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The report would be wrong.
    Error,
    /// The report is right, but somebody should look.
    Warning,
    /// Nothing is wrong: what svod has decided by itself, and how to decide otherwise.
    Notice,
}

/// One fault, with its place and the words for its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of fault.
    pub code: Code,
    /// How grave.
    pub severity: Severity,
    /// Where it stands; `None` only for what has no place, such as a missing file.
    pub place: Option<Place>,
    /// The words for the sentence: name and text.
    pub args: Vec<(&'static str, String)>,
    /// Other places that belong to the fault, such as the first of two equal keys.
    pub related: Vec<Place>,
}

impl Diagnostic {
    /// A fault of `code`, with the severity that the code has.
    pub fn new(code: Code) -> Self {
        Self { code, severity: code.severity(), place: None, args: Vec::new(), related: Vec::new() }
    }

    /// The place of the fault.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// A word for the sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, clipped(value.to_string())));
        self
    }

    /// What there is in place of a wrong name, and which of it is nearest.
    #[must_use]
    pub fn near(self, wrong: &str, known: &[&str]) -> Self {
        /// As many known names as fit a sentence.
        const SHOWN: usize = 12;
        let mut listed = known.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ");
        if known.len() > SHOWN {
            listed.push_str(", …");
        }
        let fault = if listed.is_empty() { self } else { self.with("known", listed) };
        match nearest(wrong, known.iter().copied()) {
            Some(name) => fault.with("nearest", name),
            None => fault,
        }
    }

    /// The fault with its places in a register of which so many sources stand before its own.
    fn moved(mut self, by: SourceId) -> Self {
        self.place = self.place.map(|place| place.moved(by));
        self.related = self.related.into_iter().map(|place| place.moved(by)).collect();
        self
    }

    /// Another place that belongs to the fault.
    #[must_use]
    pub fn see_also(mut self, place: Place) -> Self {
        self.related.push(place);
        self
    }
}

/// A text as long as a sentence bears: what was found may be a whole file.
fn clipped(text: String) -> String {
    const LONGEST: usize = 400;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// The same fault of many rows of one column, or of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kind {
    code: Code,
    source: SourceId,
    /// The column; 0 for whole rows.
    column: u16,
}

impl Diagnostic {
    /// What it is one of many of, if it stands in a table.
    pub fn kind(&self) -> Option<Kind> {
        // One column that is not there is not like another.
        if self.code == Code::MissingColumn {
            return None;
        }
        let place = self.place?;
        let column = match place.at {
            At::Cell(_, column) => column,
            At::Row(_) => 0,
            At::Whole | At::Span(..) => return None,
        };
        Some(Kind { code: self.code, source: place.source, column })
    }
}

/// The faults of a run, collected rather than thrown at the first.
///
/// Of the same fault in a table the first [`Diagnostics::KEPT`] are kept and the rest counted, so that
/// a file that is wrong in each of its rows costs no more than one that is wrong in some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    /// How many there are of each kind, kept or not.
    counts: BTreeMap<Kind, usize>,
}

impl Diagnostics {
    /// So many of a kind are kept.
    pub const KEPT: usize = 1_000;

    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fault.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if let Some(kind) = diagnostic.kind() {
            let count = self.counts.entry(kind).or_default();
            *count += 1;
            if *count > Self::KEPT {
                return;
            }
        }
        self.kept.push(diagnostic);
    }

    /// Adds the faults of another stage.
    pub fn extend(&mut self, other: Self) {
        let dropped = other.counts.iter().map(|(kind, n)| (*kind, n.saturating_sub(Self::KEPT)));
        let dropped: Vec<_> = dropped.filter(|(_, n)| *n > 0).collect();
        other.kept.into_iter().for_each(|fault| self.push(fault));
        for (kind, n) in dropped {
            *self.counts.entry(kind).or_default() += n;
        }
    }

    /// The faults of a run whose sources now stand behind others in one register.
    #[must_use]
    pub fn moved(self, by: SourceId) -> Self {
        let kind = |kind: Kind| Kind { source: kind.source.moved(by), ..kind };
        Self {
            kept: self.kept.into_iter().map(|fault| fault.moved(by)).collect(),
            counts: self.counts.into_iter().map(|(of, n)| (kind(of), n)).collect(),
        }
    }

    /// All but those of these codes.
    #[must_use]
    pub fn without(mut self, codes: &BTreeSet<Code>) -> Self {
        self.kept.retain(|fault| !codes.contains(&fault.code));
        self.counts.retain(|kind, _| !codes.contains(&kind.code));
        self
    }

    /// True if the run must stop.
    pub fn has_errors(&self) -> bool {
        self.kept.iter().any(|d| d.severity == Severity::Error)
    }

    /// True if there is neither an error nor a warning.
    pub fn is_clean(&self) -> bool {
        self.kept.iter().all(|d| d.severity == Severity::Notice)
    }

    /// How many there are, those that are only counted too.
    pub fn len(&self) -> usize {
        self.kept.len() + self.counts.values().map(|n| n.saturating_sub(Self::KEPT)).sum::<usize>()
    }

    /// How many there are of a severity, those that are only counted too.
    pub fn count(&self, severity: Severity) -> usize {
        let of = |code: Code| code.severity() == severity;
        let dropped = self.counts.iter().filter(|(kind, _)| of(kind.code));
        self.kept.iter().filter(|d| d.severity == severity).count()
            + dropped.map(|(_, n)| n.saturating_sub(Self::KEPT)).sum::<usize>()
    }

    /// How many there are of the kind of a fault; 1 for what stands in no table.
    pub fn count_like(&self, fault: &Diagnostic) -> usize {
        fault.kind().and_then(|kind| self.counts.get(&kind)).copied().unwrap_or(1)
    }

    /// True if there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// The faults, most serious first, then by place, then as found.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<_> = self.kept.iter().collect();
        all.sort_by_key(|d| (d.severity, d.place));
        all
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(faults: I) -> Self {
        let mut all = Self::new();
        faults.into_iter().for_each(|fault| all.push(fault));
        all
    }
}

/// The nearest of `known` names to a misspelt one, if any is near enough to suggest. Names that differ
/// only in their digits are different things, not slips: school 12 is never suggested for 13.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (wrong.chars().count() / 3).max(1);
    let letters = |name: &str| name.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    let numbered = wrong.contains(|c: char| c.is_ascii_digit());
    let (wrong, own) = (wrong.to_lowercase(), letters(wrong));
    known
        .into_iter()
        .filter(|name| !numbered || letters(name) != own)
        .map(|name| (strsim::osa_distance(&wrong, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, name)| name)
}

/// An unknown name: what was written, the nearest known name if there is one, and what there is.
pub fn unknown(code: Code, place: Place, wrong: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::new(code).at(place).with("value", wrong).near(wrong, known)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_near_another_number_is_not() {
        let known = ["sch-12", "math-5", "level", "Угличский МР"];
        assert_eq!(nearest("levle", known), Some("level"));
        assert_eq!(nearest("math5", known), Some("math-5"));
        assert_eq!(nearest("math-6", known), None);
        assert_eq!(nearest("sch-13", known), None);
        assert_eq!(nearest("угличский мр", known), Some("Угличский МР"));
        assert_eq!(nearest("index", known), None);
    }
}
