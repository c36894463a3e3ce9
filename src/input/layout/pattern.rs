//! Does a name fit a pattern, and what stands in its gaps.

use crate::input::fold::{fold, fold_with_origins, one_line};
use crate::site::{Part, Pattern};

/// Longer names fit no pattern.
const LONGEST: usize = 1_000;

/// A name as it is compared.
#[derive(Clone, Debug)]
pub(in crate::input) struct Name<'a> {
    text: &'a str,
    signs: Vec<char>,
    origins: Vec<usize>,
}

impl<'a> Name<'a> {
    pub fn new(text: &'a str) -> Self {
        let (signs, origins) = fold_with_origins(text);
        Self { text, signs, origins }
    }

    /// What stands in the gaps of a pattern that are columns, in their order; `None` if the name does
    /// not fit.
    pub fn gaps(&self, pattern: &Pattern) -> Option<Vec<(String, String)>> {
        if self.signs.len() > LONGEST {
            return None;
        }
        let parts: Vec<Piece> = pattern.parts.iter().map(Piece::new).collect();
        let mut found = Vec::new();
        self.fits(&parts, 0, &mut found).then(|| {
            let texts = found.into_iter().map(|(from, to)| self.original(from, to));
            pattern.columns().map(str::to_owned).zip(texts).collect()
        })
    }

    fn fits(&self, pieces: &[Piece], at: usize, found: &mut Vec<(usize, usize)>) -> bool {
        let Some((piece, rest)) = pieces.split_first() else { return at == self.signs.len() };
        match piece {
            Piece::Words(words) => {
                self.signs[at..].starts_with(words) && self.fits(rest, at + words.len(), found)
            }
            Piece::Gap { kept } => {
                // What goes into a column is not empty.
                let first = at + usize::from(*kept);
                let last = if rest.is_empty() { self.signs.len().max(first) } else { first };
                (last..=self.signs.len()).any(|end| {
                    let before = found.len();
                    if *kept {
                        found.push((at, end));
                    }
                    let fits = self.fits(rest, end, found);
                    if !fits {
                        found.truncate(before);
                    }
                    fits
                })
            }
        }
    }

    fn original(&self, from: usize, to: usize) -> String {
        let byte = |at: usize| self.origins.get(at).copied().unwrap_or(self.text.len());
        let text = self.text.get(byte(from)..byte(to)).unwrap_or_default();
        one_line(text.trim_matches(|c: char| c.is_whitespace() || "«»\"„“”".contains(c)))
    }
}

enum Piece {
    Words(Vec<char>),
    Gap { kept: bool },
}

impl Piece {
    fn new(part: &Part) -> Self {
        match part {
            Part::Words(words) => Self::Words(fold(words).chars().collect()),
            Part::Any => Self::Gap { kept: false },
            Part::Column(_) => Self::Gap { kept: true },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Place, SourceId};

    fn gaps(pattern: &str, name: &str) -> Option<Vec<String>> {
        let mut parts = Vec::new();
        for (at, piece) in pattern.split(['{', '}']).enumerate() {
            match (at % 2, piece) {
                (_, "") => {}
                (_, "*") => parts.push(Part::Any),
                (0, words) => parts.push(Part::Words(words.to_owned())),
                (_, name) => parts.push(Part::Column(name.to_owned())),
            }
        }
        let pattern = Pattern { text: pattern.to_owned(), parts, place: Place::whole(SourceId(0)) };
        let found = Name::new(name).gaps(&pattern)?;
        Some(found.into_iter().map(|(_, text)| text).collect())
    }

    #[test]
    fn gaps_take_what_the_words_leave() {
        let is = |texts: &[&str]| Some(texts.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>());
        assert_eq!(gaps("ВПР {year}.xlsx", "впр 2022.XLSX"), is(&["2022"]));
        assert_eq!(
            gaps("{procedure} / {year} / участники", "ОГЭ, математика/2022\n/ Участники"),
            is(&["ОГЭ, математика", "2022"])
        );
        assert_eq!(gaps("Учётный год", "УЧЕТНЫЙ  год"), is(&[]));
        assert_eq!(gaps("{*}участники", "всего участники"), is(&[]));
        assert_eq!(gaps("{*}участники", "Участники"), is(&[]));
        assert_eq!(gaps("{procedure}", "«Русский язык»"), is(&["Русский язык"]));
        assert_eq!(gaps("{procedure}, участники", ", участники"), None);
        assert_eq!(gaps("Участники", "Участники, всего"), None);
    }
}
