//! The glossary: the order of its words, their anchors, and the abbreviations that texts explain.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::view::Abbreviation;
use super::{Report, pages};
use crate::model::management::Word;
use crate::text::latin::slug;

impl Report<'_> {
    /// The words in alphabetical order, each with its anchor.
    pub(super) fn words(&self) -> Vec<(&Word, String)> {
        let mut words: Vec<&Word> = self.published.management().glossary.iter().collect();
        words.sort_by_cached_key(|word| self.text.word_key(&word.short));
        let mut taken = BTreeSet::new();
        let mut anchored = |word: &Word| {
            let slug = slug(&word.short);
            let slug = if slug.is_empty() { "word".to_owned() } else { slug };
            let numbered = (2..).map(|n| format!("{slug}-{n}"));
            let mut ids = std::iter::once(slug.clone()).chain(numbered);
            // The numbers never end, so there always is a free one.
            ids.find(|id| taken.insert(id.clone())).unwrap_or_default()
        };
        words.into_iter().map(|word| (word, anchored(word))).collect()
    }

    /// The abbreviations that stand for something.
    pub(super) fn find_abbreviations(&self) -> Arc<[Abbreviation]> {
        let words = self.words().into_iter().filter(|(word, _)| !word.long.is_empty());
        let abbreviation = |(word, anchor): (&Word, String)| Abbreviation {
            short: word.short.clone(),
            long: word.long.clone(),
            to: format!("{}#{anchor}", pages::GLOSSARY),
        };
        words.map(abbreviation).collect()
    }
}
