//! View models: what a page says, ready for any renderer. Words are chosen and numbers formatted
//! here; nothing below knows HTML. Raw values stand beside the words for authors of themes.

mod chart;
mod hosting;
mod management;
mod prose;
mod search;
mod table;

use serde::Serialize;

pub use chart::{Bar, Chart, DotRow, Figure, Key, Line, Outline, Point, ProfileRow, Range, Tile};
pub use hosting::{Poster, Release};
pub use management::{Entry, Frame, FrameCell, FrameColumn, FrameGroup, FrameRow};
pub use prose::{Abbreviation, Prose, Target, To};
pub use search::{SearchEntry, SearchGroup};
pub use table::{Cell, Column, Row, RowRole, Says, Table, TableFiles};

/// What every page of one site shares.
#[derive(Clone, Debug, Serialize)]
pub struct SiteView {
    /// The title of the report.
    pub title: String,
    /// The region («Ярославская область»).
    pub region: String,
    /// Who publishes it.
    pub publisher: String,
    /// The language of the pages, as in the `lang` attribute: `ru` or `en`.
    pub lang: &'static str,
    /// A notice that each page shows plainly («Школы в этом примере вымышлены…»).
    pub notice: Option<String>,
    /// The date of the report in words; never the clock's.
    pub date: Option<String>,
    /// True if the report has a date: then there is a feed, if there is an address.
    pub dated: bool,
    /// The address of the site's root, with a slash at its end, if it is known.
    pub base_url: Option<String>,
    /// True if search engines are asked not to take pages in.
    pub hidden: bool,
    /// The name of the edition and its reservation, if the edition has one.
    pub edition: Option<String>,
    /// What search engines are told of the edition: `index`, `noindex`; nothing if the site declares
    /// The menu, in order.
    pub menu: Vec<MenuEntry>,
}

/// An entry of the menu.
#[derive(Clone, Debug, Serialize)]
pub struct MenuEntry {
    /// The page it leads to.
    pub link: Link,
    /// Entries under it.
    pub entries: Vec<Link>,
}

/// A page of the site: head, first screen, then sections. All page kinds have this one shape, and
/// `kind` picks the template.
#[derive(Clone, Debug, Serialize)]
pub struct Page {
    /// What kind of page; its template is `<kind>.html`.
    pub kind: PageKind,
    /// Path from the site's root with `/`, for example `municipalities/uglichsky.html`.
    pub path: String,
    /// The heading, and the title of the window.
    pub title: String,
    /// A line over the heading that says what the page is («Муниципальное образование»).
    pub over: Option<String>,
    /// The answer to the reader's question in one or two computed sentences.
    pub lead: Vec<String>,
    /// The documents that the page's subject rests on.
    pub basis: Vec<Link>,
    /// The way from the home page; the page itself is not in it.
    pub crumbs: Vec<Link>,
    /// The page before in the order of its index.
    pub previous: Option<Link>,
    /// The page after in the order of its index.
    pub next: Option<Link>,
    /// The menu entry the page belongs to: the `to` of that entry.
    pub menu: Option<String>,
    /// Whether the page lists its headings; decided by their number if it does not say.
    pub contents: Option<bool>,
    /// The page that this one leads on to at once: it is an old address and says nothing itself.
    pub leads_to: Option<Link>,
    /// The report of a later year that has taken the place of the page's.
    pub newer: Option<Newer>,
    /// The workbook with the tables of the page.
    pub workbook: Option<Link>,
    /// Path of the same page as slides for a meeting, if it can be shown so.
    pub slides: Option<String>,
    /// The key figures of the first screen.
    pub facts: Vec<Fact>,
    /// What follows, in order.
    pub sections: Vec<Section>,
}

/// The kinds of pages; each is one template of the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageKind {
    /// The region overview, `index.html`.
    Region,
    /// An index of municipalities, schools, groups, procedures or warnings.
    Index,
    /// A municipality.
    Municipality,
    /// A school.
    School,
    /// The roadmap of a school.
    Roadmap,
    /// A group or a track.
    Group,
    /// A list through the years.
    List,
    /// A variant of support.
    Variant,
    /// A procedure.
    Procedure,
    /// An early warning.
    Warning,
    /// A risk of the catalogue.
    Risk,
    /// The generated methodology.
    Methodology,
    /// The downloads.
    Data,
    /// One declared table with its chart, base and sources.
    Table,
    /// A narrative page from `content/`.
    Narrative,
    /// A register: documents, decisions, recommendations, events, contacts.
    Register,
    /// Measures and their effect.
    Measures,
    /// The frame of support: directions by cluster.
    Frame,
    /// The accessibility statement.
    Accessibility,
    /// Reports of earlier years.
    Archive,
    /// The search.
    Search,
    /// What a server shows for an address that leads nowhere.
    Missing,
    /// An old address that leads on.
    Redirect,
}

impl PageKind {
    /// The name of the kind, which is its template's name without `.html`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Index => "index",
            Self::Municipality => "municipality",
            Self::School => "school",
            Self::Roadmap => "roadmap",
            Self::Group => "group",
            Self::List => "list",
            Self::Variant => "variant",
            Self::Procedure => "procedure",
            Self::Warning => "warning",
            Self::Risk => "risk",
            Self::Methodology => "methodology",
            Self::Data => "data",
            Self::Table => "table",
            Self::Narrative => "narrative",
            Self::Register => "register",
            Self::Measures => "measures",
            Self::Frame => "frame",
            Self::Accessibility => "accessibility",
            Self::Archive => "archive",
            Self::Search => "search",
            Self::Missing => "missing",
            Self::Redirect => "redirect",
        }
    }
}

/// What a page of an earlier year's report says of the later one. Paths begin at the root of the earlier
/// report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Newer {
    /// Which year the page is of, and that there is a later one.
    pub text: String,
    /// The same page of the later report, or its overview.
    pub link: Link,
    /// How many figures of the report are others now, and where they are listed.
    pub corrected: Option<Link>,
}

/// A link to a page or a file of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Link {
    /// The words to press.
    pub text: String,
    /// Path from the site's root, with an optional `#fragment`.
    pub to: String,
}

/// A key figure: a number in large type, what it counts, its base and its change.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Fact {
    /// What it counts («в списке на 2023 год»); begins as words inside a sentence do.
    pub title: String,
    /// The figure as printed («87» or «26 %»).
    pub value: String,
    /// Its share and base («26 % из 335 школ»).
    pub base: Option<String>,
    /// Its change («годом раньше 107»).
    pub change: Option<String>,
    /// The direction of the change, for a sign and a colour; [`None`] if it is neither good nor bad.
    pub mark: Option<Mark>,
    /// The page or table behind the figure.
    pub link: Option<String>,
    /// What it counts by name, if that is few.
    pub members: Vec<Label>,
}

/// A section of a page.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// Stable Latin id, the anchor of the section.
    pub id: String,
    /// The heading.
    pub title: String,
    /// Computed sentences that say what is to be seen.
    pub lead: Vec<String>,
    /// Figures, tables and the rest, in order.
    pub blocks: Vec<Block>,
    /// True if it stands on the first screen, beside the key figures.
    pub opening: bool,
}

/// A part of a section.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// A chart.
    Figure(Figure),
    /// Small charts of one kind and one scale, side by side («девять процедур»).
    Multiples {
        /// In order.
        figures: Vec<Figure>,
        /// Words under all of them: the scale, how they are to be read.
        notes: Vec<String>,
    },
    /// Charts of which the reader sees one at a time: the one chosen, or the first.
    Choice {
        /// What is chosen («Показатель»).
        title: String,
        /// What each is chosen by, in fewer words than its title.
        labels: Vec<String>,
        /// In order, one for each label.
        figures: Vec<Figure>,
    },
    /// A table.
    Table(Table),
    /// Markdown of the narrative, not yet rendered.
    Prose(Prose),
    /// Paragraphs of computed sentences.
    Text {
        /// One paragraph each.
        paragraphs: Vec<String>,
    },
    /// Terms with their values: a passport of facts.
    Terms {
        /// In order.
        terms: Vec<Term>,
    },
    /// A strip of years with a mark in each («в списке / вне списка»).
    Strip(Strip),
    /// Things one under another, each with an anchor.
    Entries {
        /// In order.
        entries: Vec<Entry>,
    },
    /// A matrix of texts: directions of support by cluster.
    Frame(Frame),
    /// Links to pages.
    Links {
        /// In order.
        links: Vec<Link>,
    },
}

impl Block {
    /// True if there is nothing to show.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Figure(_) | Self::Strip(_) => false,
            Self::Multiples { figures, .. } | Self::Choice { figures, .. } => figures.is_empty(),
            Self::Table(table) => table.rows.is_empty(),
            Self::Prose(prose) => prose.markdown.trim().is_empty(),
            Self::Text { paragraphs } => paragraphs.is_empty(),
            Self::Terms { terms } => terms.is_empty(),
            Self::Entries { entries } => entries.is_empty(),
            Self::Frame(frame) => frame.groups.is_empty(),
            Self::Links { links } => links.is_empty(),
        }
    }
}

impl Block {
    /// The anchors inside it that links are made to.
    pub fn anchors(&self) -> Vec<String> {
        match self {
            Self::Entries { entries } => entries.iter().map(|entry| entry.id.clone()).collect(),
            Self::Table(Table { anchors: Some(prefix), rows, .. }) => {
                rows.iter().map(|row| format!("{prefix}-{}", row.id)).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// A term and its value.
#[derive(Clone, Debug, Serialize)]
pub struct Term {
    /// The term.
    pub title: String,
    /// Its values, each with an optional mark and link; more than one are shown as a list.
    pub values: Vec<Label>,
}

/// A text with an optional mark before it, an optional link under it and optional words after it.
#[derive(Clone, Debug, Serialize)]
pub struct Label {
    /// The text.
    pub text: String,
    /// A sign with a tone.
    pub mark: Option<Mark>,
    /// Path from the site's root.
    pub link: Option<String>,
    /// What is printed after it, smaller: former names.
    pub detail: Option<String>,
}

impl Label {
    /// A text alone.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), mark: None, link: None, detail: None }
    }

    /// A text that leads somewhere.
    pub fn link(text: impl Into<String>, to: impl Into<String>) -> Self {
        Self { link: Some(to.into()), ..Self::text(text) }
    }
}

/// A meaning shown by a sign and a tone together, so that colour never speaks alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Name of the tone, see `model::Tone::name`.
    pub tone: &'static str,
    /// A sign that differs in shape for each meaning («▲», «●», «–»).
    pub sign: String,
    /// The meaning in words, for those who do not see the sign.
    pub title: String,
}

/// A strip of years.
#[derive(Clone, Debug, Serialize)]
pub struct Strip {
    /// «Рисунок 1», once the strip stands on its page.
    pub number: Option<String>,
    /// What the strip shows.
    pub caption: String,
    /// A step for each year, in order.
    pub steps: Vec<Step>,
}

/// One year of a strip.
#[derive(Clone, Debug, Serialize)]
pub struct Step {
    /// The year.
    pub year: String,
    /// What it was then.
    pub mark: Mark,
}
