//! The site as `svod.toml` describes it: title, publisher, dates, theme, menu, folders,
//! and how foreign files are laid out, for whom the report is.

mod address;
mod edition;
mod past;
mod source;

use serde::Deserialize;
use toml::Spanned;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId};
use crate::model::date::Date;

pub use address::{BaseUrl, Robots};
use edition::EditionSpec;
pub use edition::{Edition, PAGES, Schools};
pub use past::PastYear;
use past::YearSpec;
use source::SourceSpec;
pub use source::{Layout, LayoutColumn, Part, Pattern, Unit};

/// The default theme, embedded in the program.
pub const DEFAULT_THEME: &str = "default";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteSpec {
    title: Spanned<String>,
    region: Spanned<String>,
    #[serde(default)]
    publisher: String,
    language: Option<Spanned<String>>,
    date: Option<Spanned<String>>,
    notice: Option<Spanned<String>>,
    base_url: Option<Spanned<String>>,
    robots: Option<Spanned<String>>,
    theme: Option<String>,
    data: Option<String>,
    borders: Option<String>,
    #[serde(default)]
    menu: Vec<MenuSpec>,
    #[serde(default)]
    source: Vec<Spanned<SourceSpec>>,
    #[serde(default)]
    year: Vec<YearSpec>,
    permanent: Option<bool>,
    #[serde(default)]
    edition: Vec<EditionSpec>,
    #[serde(default)]
    content: ContentSpec,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ContentSpec {
    #[serde(default)]
    raw_html: bool,
    numbering: Option<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MenuSpec {
    title: String,
    page: Spanned<String>,
    #[serde(default)]
    entries: Vec<MenuSpec>,
}

/// The language of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

/// How far the numbers of tables and figures run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Numbering {
    /// Each page begins anew: pages are printed and read one by one.
    #[default]
    Page,
    /// Through the whole site, in the order of its pages.
    Site,
}

impl Numbering {
    const ALL: [(&str, Self); 2] = [("page", Self::Page), ("site", Self::Site)];
}

/// An entry of the menu as written.
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// The words to press.
    pub title: String,
    /// Path of the page without `.html`, for example `municipalities/index`.
    pub page: String,
    /// Where it was written.
    pub place: Place,
    /// Entries under it.
    pub entries: Vec<MenuItem>,
}

/// The valid site.
#[derive(Clone, Debug)]
pub struct Site {
    /// The title of the report.
    pub title: String,
    /// The region.
    pub region: String,
    /// Who publishes it.
    pub publisher: String,
    /// The language of the pages.
    pub language: Language,
    /// The date of the report: what is due before it and not done is overdue.
    pub date: Option<Date>,
    /// A notice that each page shows.
    pub notice: Option<String>,
    /// Where the site will stand, if that is known.
    pub base_url: Option<BaseUrl>,
    /// Whether search engines may take it in.
    pub robots: Robots,
    /// Name of the theme.
    pub theme: String,
    /// The folder with the data.
    pub data: String,
    /// The GeoJSON file with the borders of municipalities, by its path from the site folder.
    pub borders: Option<String>,
    /// How files of foreign layouts are read.
    pub layouts: Vec<Layout>,
    /// Whether texts may hold HTML, of which only the harmless part reaches a page.
    pub raw_html: bool,
    /// How far the numbers of tables and figures run.
    pub numbering: Numbering,
    /// Reports of earlier years, the latest first.
    pub past: Vec<PastYear>,
    /// Whether each page has an address with the year of the report too.
    pub permanent: bool,
    /// The editions, of which the first is the one that is made if nobody asks for another.
    pub editions: Vec<Edition>,
    /// The menu; if empty, one is made from the pages there are.
    pub menu: Vec<MenuItem>,
    /// Where some of this was written.
    pub written: Written,
}

/// Where settings were written that somebody may have to look at.
#[derive(Clone, Copy, Debug)]
pub struct Written {
    /// `svod.toml` as a whole: where a setting is missing.
    pub file: Place,
    /// The title.
    pub title: Place,
    /// The region.
    pub region: Place,
    /// The date, if there is one.
    pub date: Option<Place>,
    /// The notice, if there is one.
    pub notice: Option<Place>,
    /// The address, if there is one.
    pub base_url: Option<Place>,
}

impl Written {
    fn of(spec: &SiteSpec, source: SourceId) -> Self {
        let at = |written: &Spanned<String>| Place::span(source, written.span());
        Self {
            file: Place::whole(source),
            title: at(&spec.title),
            region: at(&spec.region),
            date: spec.date.as_ref().map(at),
            notice: spec.notice.as_ref().map(at),
            base_url: spec.base_url.as_ref().map(at),
        }
    }
}

impl Site {
    /// The edition of an id; the first one if none is asked for.
    ///
    /// # Errors
    /// There is no such edition.
    pub fn edition(&self, id: Option<&str>) -> Result<Edition, Diagnostic> {
        let mut editions = self.editions.iter();
        let found = match id {
            None => editions.next(),
            Some(id) => editions.find(|edition| edition.id == id),
        };
        found.cloned().ok_or_else(|| {
            let (id, known) = (id.unwrap_or_default(), self.editions.iter().map(|e| e.id.as_str()));
            let known: Vec<&str> = known.filter(|id| !id.is_empty()).collect();
            let fault = Diagnostic::new(Code::UnknownEdition).with("value", id).near(id, &known);
            if known.is_empty() { fault } else { fault.with("known", known.join(", ")) }
        })
    }

    /// The other editions that hold small numbers back, if this one does: who has several of them
    /// should not know more than each of them says.
    pub fn beside(&self, edition: &Edition) -> Vec<Edition> {
        let other = |of: &&Edition| of.id != edition.id && of.suppresses();
        let others = self.editions.iter().filter(|_| edition.suppresses());
        others.filter(other).cloned().collect()
    }

    /// Reads and checks `svod.toml`.
    ///
    /// # Errors
    /// All faults found, each with its place in the text.
    pub fn parse(text: &str, source: SourceId) -> Result<Self, Diagnostics> {
        let spec: SiteSpec = match toml::from_str(text) {
            Ok(spec) => spec,
            Err(error) => return Err(crate::diag::toml_fault(&error, source, 0)),
        };
        let mut faults = Diagnostics::new();
        let written = Written::of(&spec, source);
        let language = match spec.language.as_ref().map(|l| (l.get_ref().as_str(), l.span())) {
            None | Some(("ru", _)) => Language::Ru,
            Some(("en", _)) => Language::En,
            Some((other, span)) => {
                let place = Place::span(source, span);
                faults.push(
                    crate::diag::unknown(Code::BadParameter, place, other, &["ru", "en"])
                        .with("column", "language"),
                );
                Language::Ru
            }
        };
        let date = spec.date.and_then(|date| {
            let read = Date::parse(date.get_ref());
            if read.is_none() {
                faults.push(
                    Diagnostic::new(Code::BadDate)
                        .at(Place::span(source, date.span()))
                        .with("value", date.get_ref())
                        .with("column", "date"),
                );
            }
            read
        });
        let numbering = spec.content.numbering;
        let numbering = known("numbering", numbering, &Numbering::ALL, source, &mut faults);
        let base_url = address::base_url(spec.base_url, source, &mut faults);
        let robots = address::robots(spec.robots, source, &mut faults);
        let layouts = source::layouts(spec.source, source, &mut faults);
        let past = past::years(spec.year, source, &mut faults);
        let editions = edition::editions(spec.edition, source, &mut faults);
        if faults.has_errors() {
            return Err(faults);
        }
        Ok(Self {
            layouts,
            permanent: spec.permanent.unwrap_or(!past.is_empty()),
            past,
            editions,
            raw_html: spec.content.raw_html,
            numbering,
            title: spec.title.into_inner(),
            region: spec.region.into_inner(),
            publisher: spec.publisher,
            language,
            date,
            notice: spec.notice.map(Spanned::into_inner),
            base_url,
            robots,
            theme: spec.theme.unwrap_or_else(|| DEFAULT_THEME.to_owned()),
            borders: spec.borders,
            data: spec.data.unwrap_or_else(|| "data".to_owned()),
            menu: menu(spec.menu, source),
            written,
        })
    }
}

/// One of several words; the default if none is written, or a fault.
fn known<T: Copy + Default>(
    key: &str,
    written: Option<Spanned<String>>,
    words: &[(&str, T)],
    source: SourceId,
    faults: &mut Diagnostics,
) -> T {
    let Some(written) = written else { return T::default() };
    let meant = words.iter().find(|(word, _)| word == written.get_ref());
    meant.map(|(_, meant)| *meant).unwrap_or_else(|| {
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let place = Place::span(source, written.span());
        let fault = crate::diag::unknown(Code::BadParameter, place, written.get_ref(), &names);
        faults.push(fault.with("column", key));
        T::default()
    })
}

fn menu(specs: Vec<MenuSpec>, source: SourceId) -> Vec<MenuItem> {
    let item = |spec: MenuSpec| MenuItem {
        title: spec.title,
        place: Place::span(source, spec.page.span()),
        page: spec.page.into_inner(),
        entries: menu(spec.entries, source),
    };
    specs.into_iter().map(item).collect()
}
