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

    /// An anchor made from the words of a heading; if another has it, from the words of the
    /// headings over it too, so that it stays the same when a heading like it is added elsewhere.
    /// `path` ends with the heading itself.
    pub fn for_heading(&mut self, path: &[String]) -> String {
        let part = |slug: String| if slug.is_empty() { "part".to_owned() } else { slug };
        let from = |at: usize| part(slug(&path[at..].join(" ")));
        let longer = (0..path.len()).rev().map(from);
        let free = longer.into_iter().find(|id| !self.0.contains(id));
        let own = path.len().saturating_sub(1);
        self.take(&free.unwrap_or_else(|| from(own)))
    }

    /// All that were given out.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
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
        assert_eq!(ids.for_heading(&["!".to_owned()]), "part");
    }

    #[test]
    fn headings_of_one_name_are_told_apart_by_those_over_them() {
        let mut ids = Ids::default();
        let mut id = |path: &[&str]| {
            ids.for_heading(&path.iter().map(|words| (*words).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(id(&["Трек 1", "Итоги"]), "itogi");
        assert_eq!(id(&["Трек 2", "Итоги"]), "trek-2-itogi");
        assert_eq!(id(&["Трек 2", "Итоги"]), "itogi-2");
    }
}
