//! What a reader can search: titles with where they lead, in groups of one kind and place.

use serde::Serialize;

/// Things of one kind in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SearchGroup {
    /// What they are («Школа»).
    pub kind: String,
    /// Other words that find them and are not shown («СОШ», «гимназия»); empty if there are none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Where they are: a municipality, or the page of a heading; empty if it goes without saying.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// In order.
    pub entries: Vec<SearchEntry>,
}

/// A thing that is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchEntry {
    /// Its title.
    pub title: String,
    /// Path from the site's root, with an optional `#fragment`.
    pub to: String,
    /// Other names that find it, and are not shown; empty if there are none.
    pub also: String,
}

/// As an array, for there may be tens of thousands: `["МОУ СОШ № 12", "schools/s12.html"]`.
impl Serialize for SearchEntry {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.also.is_empty() {
            (&self.title, &self.to).serialize(serializer)
        } else {
            (&self.title, &self.to, &self.also).serialize(serializer)
        }
    }
}
