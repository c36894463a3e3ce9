//! What pages say of the edition that they stand in.

use super::Report;

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
}
