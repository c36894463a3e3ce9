//! What pages say of the edition that they stand in.

use super::{Report, count};
use crate::site::Schools;

impl Report<'_> {
    /// «Открытая редакция: для всех»; nothing if the site declares no editions.
    pub(super) fn edition_words(&self) -> Option<String> {
        let edition = self.published.edition();
        if edition.id.is_empty() {
            return None;
        }
        if edition.audience.is_empty() {
            return Some(edition.title.clone());
        }
        let args = [
            ("title", edition.title.as_str().into()),
            ("audience", edition.audience.as_str().into()),
        ];
        Some(self.say("edition-for", &args))
    }

    /// What this edition does without and why, a sentence for each; nothing if it shows all. What is
    /// withheld is counted and not named.
    pub(super) fn withheld_words(&self) -> Vec<String> {
        let edition = self.published.edition();
        let schools = match edition.schools {
            Schools::Named => None,
            Schools::Coded(_) => Some(self.get("withheld-coded")),
            Schools::Omitted => Some(self.get("withheld-omitted")),
        };
        let say = |key: &str, n: usize| self.say(key, &[("n", count(n))]);
        let data = edition.withhold.len();
        let data = (data > 0).then(|| say("withheld-data", data));
        let pages = edition.pages.is_some().then(|| self.get("withheld-pages"));
        let key = if edition.omits_schools() { "withheld-small" } else { "withheld-small-pupils" };
        let small = edition.suppresses().then(|| say(key, edition.smallest as usize));
        [schools, data, pages, small].into_iter().flatten().collect()
    }
}
