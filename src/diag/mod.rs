//! Faults as values: what is wrong, where, and with which words to fill the sentence.
//!
//! A [`Diagnostic`] holds no sentence. Its [`Code`] names two messages of the string catalogues,
//! `diag-<code>` (what is wrong) and `diag-<code>-help` (what to do), and `args` fill their blanks:
//! those that [`Code::words`] names.

mod code;
mod place;
mod toml;

pub use code::Code;
pub use place::{At, Place, SourceId};
pub use toml::toml_fault;

/// How grave a fault is. Errors stop the run before anything is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The report would be wrong.
    Error,
    /// The report is right, but somebody should look.
    Warning,
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
        self.args.push((name, value.to_string()));
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

    /// Another place that belongs to the fault.
    #[must_use]
    pub fn see_also(mut self, place: Place) -> Self {
        self.related.push(place);
        self
    }
}

/// The faults of a run, collected rather than thrown at the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fault.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds the faults of another stage.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// True if the run must stop.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity == Severity::Error)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True if there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The faults, most serious first, then by place, then as found.
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut all: Vec<_> = self.0.iter().collect();
        all.sort_by_key(|d| (d.severity, d.place));
        all
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(faults: I) -> Self {
        Self(faults.into_iter().collect())
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
