//! View models: what a page says, ready for any renderer. Words are chosen and numbers formatted
//! here; nothing below knows HTML. Raw values stand beside the words for authors of themes.

use serde::Serialize;

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
    /// The name of the edition and its reservation, if the edition has one.
    pub edition: Option<String>,
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
    /// The way from the home page; the page itself is not in it.
    pub crumbs: Vec<Link>,
    /// The page before in the order of its index.
    pub previous: Option<Link>,
    /// The page after in the order of its index.
    pub next: Option<Link>,
    /// The menu entry the page belongs to: the `to` of that entry.
    pub menu: Option<String>,
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
    /// An index of municipalities, schools, groups or procedures.
    Index,
    /// A municipality.
    Municipality,
    /// A school.
    School,
    /// A group or a track.
    Group,
    /// A procedure.
    Procedure,
    /// The generated methodology.
    Methodology,
    /// The downloads.
    Data,
    /// One declared table with its chart, base and sources.
    Table,
    /// A narrative page from `content/`.
    Narrative,
}

impl PageKind {
    /// The name of the kind, which is its template's name without `.html`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Index => "index",
            Self::Municipality => "municipality",
            Self::School => "school",
            Self::Group => "group",
            Self::Procedure => "procedure",
            Self::Methodology => "methodology",
            Self::Data => "data",
            Self::Table => "table",
            Self::Narrative => "narrative",
        }
    }
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
#[derive(Clone, Debug, Serialize)]
pub struct Fact {
    /// What it counts («в списке на 2023 год»).
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
    },
    /// A table.
    Table(Table),
    /// Markdown of the narrative, not yet rendered.
    Prose {
        /// The Markdown text.
        markdown: String,
    },
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
            Self::Multiples { figures } => figures.is_empty(),
            Self::Table(table) => table.rows.is_empty(),
            Self::Prose { markdown } => markdown.trim().is_empty(),
            Self::Text { paragraphs } => paragraphs.is_empty(),
            Self::Terms { terms } => terms.is_empty(),
            Self::Links { links } => links.is_empty(),
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

/// A text with an optional mark before it and an optional link under it.
#[derive(Clone, Debug, Serialize)]
pub struct Label {
    /// The text.
    pub text: String,
    /// A sign with a tone.
    pub mark: Option<Mark>,
    /// Path from the site's root.
    pub link: Option<String>,
}

impl Label {
    /// A text alone.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), mark: None, link: None }
    }

    /// A text that leads somewhere.
    pub fn link(text: impl Into<String>, to: impl Into<String>) -> Self {
        Self { text: text.into(), mark: None, link: Some(to.into()) }
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

/// A table, whether tabulated from attributes or a listing of schools.
#[derive(Clone, Debug, Serialize)]
pub struct Table {
    /// Stable id, for example `deficits`; the anchor of the table.
    pub id: String,
    /// What the table shows.
    pub caption: String,
    /// The base in a sentence («База: 42 школы группы…»).
    pub base: Option<String>,
    /// The heading of the column of row titles.
    pub corner: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, summary and total rows last in their place.
    pub rows: Vec<Row>,
    /// Footnotes, in order.
    pub notes: Vec<String>,
    /// Signs of missing values that occur in the table: sign and meaning.
    pub legend: Vec<(String, String)>,
    /// The files and sheets the figures come from.
    pub sources: Vec<String>,
    /// Path of the CSV file from the site's root, if the table is a declared one.
    pub csv: Option<String>,
    /// Path of the table's own page, if it is not this page.
    pub page: Option<String>,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// Stable id.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The heading over several neighbouring columns, if any.
    pub spanner: Option<String>,
    /// True if cells are numbers and aligned as such.
    pub numeric: bool,
}

/// A row of a table.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    /// Stable id.
    pub id: String,
    /// The heading of the row.
    pub title: Label,
    /// Whether the row is one of many, or made from others.
    pub role: RowRole,
    /// One cell for each column.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowRole {
    /// One of many.
    Body,
    /// Made from other rows («показывают положительный результат»).
    Summary,
    /// All of them.
    Total,
}

/// A cell as shown.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// What is printed: «38 %», «14», «—».
    pub text: String,
    /// What is printed under or after it, smaller: «9 из 24».
    pub detail: Option<String>,
    /// A sign before the text.
    pub mark: Option<Mark>,
    /// Path from the site's root.
    pub link: Option<String>,
    /// The value to sort by and to draw a bar from, 0 to 100 for shares.
    pub value: Option<f64>,
    /// True if a bar of `value` percent is drawn in the cell.
    pub bar: bool,
    /// Why there is no value: the sign's meaning.
    pub missing: Option<String>,
    /// The integer count, if the cell has one.
    pub count: Option<u32>,
    /// The integer base, if the cell has one.
    pub base: Option<u32>,
    /// The percentage or mean for programs, with a decimal point: `54.55`.
    pub figure: Option<String>,
}

impl Cell {
    /// A cell of words.
    pub fn text(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            detail: None,
            mark: None,
            link: None,
            value: None,
            bar: false,
            missing: None,
            count: None,
            base: None,
            figure: None,
        }
    }
}

/// A strip of years.
#[derive(Clone, Debug, Serialize)]
pub struct Strip {
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

/// A chart. Its numbers are those of the table beside it.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// Stable id, unique on the page.
    pub id: String,
    /// What the chart shows.
    pub title: String,
    /// What is to be seen in it, in a computed sentence: the text alternative.
    pub finding: String,
    /// Anchor of the table beside it, on the same page.
    pub table: Option<String>,
    /// Words under the chart: base, breaks, reservations.
    pub notes: Vec<String>,
    /// The chart itself.
    pub chart: Chart,
}

/// A value of a chart with its printed form; a gap is `Option::<Point>::None`, never a zero.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Position on the scale; used for geometry alone.
    pub value: f64,
    /// The printed form: «38 %», «14 школ».
    pub text: String,
}

/// A named series or category with its tone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Key {
    /// The name.
    pub title: String,
    /// Name of the tone, see `model::Tone::name`.
    pub tone: &'static str,
}

/// The kinds of charts.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Chart {
    /// Lines over years.
    Trend {
        /// Labels of the axis, usually years.
        steps: Vec<String>,
        /// The lines; the first is the one the chart is about.
        lines: Vec<Line>,
        /// Steps before which the series is not comparable: a break in the line.
        breaks: Vec<usize>,
        /// The upper end of the scale, shared by charts that are compared.
        max: f64,
        /// The sign of the unit on the scale («%»).
        unit: String,
    },
    /// Horizontal bars of one measure.
    Bars {
        /// The bars, top to bottom.
        bars: Vec<Bar>,
        /// The upper end of the scale.
        max: f64,
    },
    /// Horizontal bars, each divided into categories that make up 100 %.
    Stacked {
        /// The categories, left to right.
        keys: Vec<Key>,
        /// The bars, top to bottom: label, and a point for each category.
        bars: Vec<(String, Vec<Option<Point>>)>,
    },
    /// Groups of vertical bars: answers by wave.
    Grouped {
        /// The series, one bar of each in every group.
        keys: Vec<Key>,
        /// The groups, left to right: label, and a point for each series.
        groups: Vec<(String, Vec<Option<Point>>)>,
        /// The upper end of the scale.
        max: f64,
    },
    /// How many schools (or municipalities) fall into each interval of a share.
    Histogram {
        /// The intervals, left to right.
        bars: Vec<Bar>,
        /// Marks on the scale of intervals: position from 0 (left edge of the first interval) to
        /// the number of intervals, and a label («район: 18 %»).
        marks: Vec<(f64, Key)>,
        /// What the vertical axis counts («школ»).
        unit: String,
    },
    /// One dot for each unit on a common scale, with one or two marks: how one stands among all,
    /// with no names and no ranks.
    Dots {
        /// The rows, top to bottom: what is compared.
        rows: Vec<DotRow>,
        /// The upper end of the scale.
        max: f64,
        /// The sign of the unit on the scale («%»).
        unit: String,
    },
    /// A tile for each municipality.
    Tiles {
        /// The tiles; no two share a position.
        tiles: Vec<Tile>,
        /// The classes of the colour scale, lightest first: what each covers («10–20 %»).
        scale: Vec<Key>,
    },
}

/// A line of a trend.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// Its name and tone.
    pub key: Key,
    /// A point for each step.
    pub points: Vec<Option<Point>>,
    /// True for the lines that stand behind for comparison.
    pub context: bool,
}

/// A bar.
#[derive(Clone, Debug, Serialize)]
pub struct Bar {
    /// Its label.
    pub label: String,
    /// Its value.
    pub point: Option<Point>,
    /// Name of the tone, see `model::Tone::name`.
    pub tone: &'static str,
}

/// A row of dots.
#[derive(Clone, Debug, Serialize)]
pub struct DotRow {
    /// What is compared.
    pub label: String,
    /// The values of all units, unnamed.
    pub dots: Vec<f64>,
    /// Marks that stand out: own value, the region.
    pub marks: Vec<(Point, Key)>,
}

/// A tile of the map.
#[derive(Clone, Debug, Serialize)]
pub struct Tile {
    /// Column, from 0.
    pub column: u16,
    /// Row, from 0.
    pub row: u16,
    /// The municipality, short.
    pub label: String,
    /// The full name.
    pub title: String,
    /// The value; `None` if there is none.
    pub point: Option<Point>,
    /// Index into the classes of the scale; `None` if there is no value.
    pub class: Option<usize>,
    /// Path of its page from the site's root.
    pub link: String,
}
