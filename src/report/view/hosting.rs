//! What other sites and programs are told of the report.

/// A report as a feed tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The year of its list: what tells it from other reports at the same address.
    pub year: String,
    /// Its title.
    pub title: String,
    /// What it says, in a sentence or two.
    pub summary: String,
    /// Path of its first page from the site's root.
    pub to: String,
    /// Its date, as `2023-04-28`.
    pub date: String,
}

/// What a picture of the report says, for those who are sent a link to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    /// The title of the report.
    pub title: String,
    /// The region.
    pub region: String,
    /// A key figure, what it counts and its base.
    pub figure: Option<(String, [Option<String>; 2])>,
}
