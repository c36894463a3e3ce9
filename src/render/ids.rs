//! Anchors: Latin, stable, and no two alike on a page.

use std::collections::BTreeSet;

use crate::text::latin::slug;

/// The anchors a page has given out.
#[derive(Clone, Debug, Default)]
pub struct Ids(BTreeSet<String>);

impl Ids {
    /// Keeps an anchor for its owner.
    pub fn reserve(&mut self, id: &str) {
        self.0.insert(id.to_owned());
    }

    /// `id` itself if it is free, or else the first free of `id-2`, `id-3` and so on.
    pub fn take(&mut self, id: &str) -> String {
        let numbered = (2..).map(|number| format!("{id}-{number}"));
        let mut candidates = std::iter::once(id.to_owned()).chain(numbered);
        // The numbers never end, so there always is a free one.
        let free = candidates.find(|candidate| !self.0.contains(candidate)).unwrap_or_default();
        self.reserve(&free);
        free
    }

    /// An anchor made from the words of a heading.
    pub fn for_heading(&mut self, words: &str) -> String {
        let slug = slug(words);
        self.take(if slug.is_empty() { "part" } else { &slug })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_never_repeat() {
        let mut ids = Ids::default();
        ids.reserve("risks");
        assert_eq!(ids.take("risks"), "risks-2");
        assert_eq!(ids.take("risks"), "risks-3");
        assert_eq!(ids.for_heading("!"), "part");
    }
}
