//! What each page says: view models made from what an edition has published. Words are chosen and
//! numbers formatted here; nothing here knows HTML.

mod chapters;
mod comparability;
mod conditions;
mod cycle;
mod documents;
mod edition;
mod evidence;
mod figures;
mod findings;
mod glossary;
mod hosting;
mod life;
mod links;
mod listings;
mod map;
mod marks;
mod numbering;
mod pages;
mod past;
mod programme;
mod search;
pub mod speech;
mod stages;
mod tables;
mod targets;
mod trials;
pub mod view;
mod warnings;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::edition::Published;
use crate::method::implied_by;
use crate::model::ids::{MunicipalityIx, SchoolIx, Year};
use crate::model::narrative::{Attached, Narrative};
use crate::model::number::{Fixed, Share};
use crate::site::{MenuItem, Site};
use crate::source::Sources;
use crate::text::{Arg, Text};
use view::{Abbreviation, Link, MenuEntry, Page, SiteView};

pub use chapters::{Chapter, Part};
pub use listings::column_id;
pub use numbering::Numbers;
pub use pages::{PageId, REPORT_WORKBOOK, SLIDES};
pub use past::{Correction, Past};

/// Everything a page is made from, shared by all threads that make pages.
pub struct Report<'a> {
    published: &'a Published,
    site: &'a Site,
    text: &'a Text,
    sources: &'a Sources,
    narratives: &'a [Narrative],
    /// Files that lie beside the texts.
    attached: &'a [Attached],
    /// Municipalities of today in alphabetical order.
    municipalities: Vec<MunicipalityIx>,
    /// Schools of today in alphabetical order.
    schools: Vec<SchoolIx>,
    /// All schools in alphabetical order, those closed or joined to others as well.
    every_school: Vec<SchoolIx>,
    /// Position of each school in the order of its municipality, for the pages before and after.
    neighbours: BTreeMap<MunicipalityIx, Vec<SchoolIx>>,
    pages: Vec<PageId>,
    /// The place in `pages` of each page by its path.
    paths: BTreeMap<String, usize>,
    /// How many schools of the region are on the list now.
    listed_now: Option<Share>,
    /// The upper end of the scale that the charts of all municipalities share, in percent.
    top_of_municipalities: f64,
    /// Where the rule and the given lists disagree, by year: how many schools.
    disagreements: Vec<(Year, usize)>,
    /// The published files.
    files: links::Files,
    /// Abbreviations that texts explain.
    abbreviations: Arc<[Abbreviation]>,
    /// What rests on each document.
    cited: documents::Cited,
    /// Reports of earlier years, the latest first.
    past: Vec<Past<'a>>,
    /// The sizes in bytes of the files that have been made for download, by path.
    sizes: BTreeMap<String, u64>,
    /// The files that the report was made from.
    origins: Vec<Origin>,
}

/// A file that a report was made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Path from the site folder.
    pub path: String,
    /// In bytes.
    pub size: u64,
    /// SHA-256 in hexadecimal digits: it tells one version of the file from another.
    pub checksum: String,
}

impl<'a> Report<'a> {
    /// Puts names in order and plans the pages. The texts come with the files that lie beside them,
    /// the reports of earlier years with the latest first.
    ///
    /// # Errors
    /// Tables and pages that the narrative or the menu names and nobody has.
    pub fn new(
        published: &'a Published,
        site: &'a Site,
        text: &'a Text,
        sources: &'a Sources,
        (narratives, attached): (&'a [Narrative], &'a [Attached]),
        past: Vec<Past<'a>>,
    ) -> Result<Self, Diagnostics> {
        let municipalities = published.municipalities().filter(|(_, m)| !m.life.gone);
        let mut municipalities: Vec<_> =
            municipalities.map(|(ix, m)| (text.sort_key(&m.name), ix)).collect();
        municipalities.sort();
        let mut every_school: Vec<_> =
            published.schools().map(|(ix, s)| (text.sort_key(&s.name), ix)).collect();
        every_school.sort();
        let every_school: Vec<SchoolIx> = every_school.into_iter().map(|(_, ix)| ix).collect();
        let today = |ix: &&SchoolIx| !published.school(**ix).life.gone;
        let schools: Vec<SchoolIx> = every_school.iter().filter(today).copied().collect();
        let mut neighbours: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for ix in &schools {
            neighbours.entry(published.school(*ix).municipality).or_default().push(*ix);
        }
        let mut report = Self {
            published,
            site,
            text,
            sources,
            narratives,
            attached,
            municipalities: municipalities.into_iter().map(|(_, ix)| ix).collect(),
            schools,
            every_school,
            neighbours,
            pages: Vec::new(),
            paths: BTreeMap::new(),
            listed_now: None,
            top_of_municipalities: 0.0,
            disagreements: disagreements(published),
            files: links::Files::default(),
            abbreviations: Arc::default(),
            cited: documents::Cited::new(),
            past,
            sizes: BTreeMap::new(),
            origins: Vec::new(),
        };
        report.pages = pages::plan(&report);
        let paths = report.pages.iter().enumerate();
        report.paths = paths.map(|(at, id)| (id.path(published), at)).collect();
        report.files = report.find_files();
        report.abbreviations = report.find_abbreviations();
        report.cited = report.find_cited();
        let list = published.method().years.list;
        report.listed_now = report.listed(&report.schools, list);
        report.top_of_municipalities = report.find_top_of_municipalities();
        let faults = report.check_names();
        if faults.has_errors() { Err(faults) } else { Ok(report) }
    }

    /// All pages of the site, in order.
    pub fn pages(&self) -> &[PageId] {
        &self.pages
    }

    /// The page at a path.
    pub fn at(&self, path: &str) -> Option<&PageId> {
        self.paths.get(path).map(|at| &self.pages[*at])
    }

    /// Takes note of files made for download, by path and size in bytes: the page of the data
    /// lists those that it knows of.
    pub fn weigh(&mut self, files: impl IntoIterator<Item = (String, u64)>) {
        self.sizes.extend(files);
    }

    /// Takes note of the files that were read, which the page of the data lists.
    pub fn made_from(&mut self, origins: Vec<Origin>) {
        self.origins = origins;
    }

    /// The pages of a municipality and of its schools, by its id, in order.
    ///
    /// # Errors
    /// There is no such municipality.
    pub fn pages_of_municipality(&self, id: &str) -> Result<Vec<PageId>, Diagnostic> {
        let mut known = self.published.municipalities();
        let Some((ix, _)) = known.find(|(_, municipality)| municipality.id.as_str() == id) else {
            let ids: Vec<&str> =
                self.published.municipalities().map(|(_, m)| m.id.as_str()).collect();
            let fault = Diagnostic::new(Code::UnknownMunicipality);
            return Err(fault.with("value", id).near(id, &ids));
        };
        let own = |school: SchoolIx| self.published.school(school).municipality == ix;
        let of = |page: &&PageId| match page {
            PageId::Municipality(of) => *of == ix,
            PageId::School(school) | PageId::Roadmap(school) => own(*school),
            _ => false,
        };
        Ok(self.pages.iter().filter(of).cloned().collect())
    }

    /// The fault of a page that is asked for by its path and is not there.
    pub fn unknown_page(&self, path: &str) -> Diagnostic {
        let name = |path: &'_ str| path.strip_suffix(".html").unwrap_or(path).to_owned();
        let known: Vec<String> = self.paths.keys().map(|path| name(path)).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let name = name(path);
        Diagnostic::new(Code::NoSuchPage).with("value", &name).near(&name, &known)
    }

    /// Makes a page.
    pub fn page(&self, id: &PageId) -> Page {
        pages::build(self, id)
    }

    /// A declared table as shown, for the command line and the exports; `None` if there is none.
    pub fn table(&self, id: &str) -> Option<view::Table> {
        let tabulated = self.published.table(id).map(|t| self.tabulation(t));
        let listed = || self.published.listing(id).map(|l| self.listing(l));
        tabulated.or_else(listed).or_else(|| self.flagged_table(id))
    }

    /// The chart of a declared table; `None` if there is no such table, or it has no chart.
    pub fn figure_of(&self, id: &str) -> Option<view::Figure> {
        self.figure(self.published.table(id)?)
    }

    /// Ids of the declared tables and listings and of those that follow from them, in order.
    pub fn table_ids(&self) -> impl Iterator<Item = &'a str> {
        let published: &'a Published = self.published;
        let tables = published.tables().iter().map(|t| t.id.as_str());
        let listings = published.listings().iter().map(|l| l.id.as_str());
        tables.chain(listings).chain(self.flagged_ids())
    }

    /// What all pages share.
    pub fn site(&self) -> SiteView {
        let paths: std::collections::BTreeSet<String> =
            self.pages.iter().map(|id| id.path(self.published)).collect();
        let there = |item: &&MenuItem| paths.contains(&menu_link(item).to);
        let entry = |item: &MenuItem| MenuEntry {
            link: menu_link(item),
            entries: item.entries.iter().filter(there).map(menu_link).collect(),
        };
        let menu = if self.site.menu.is_empty() {
            self.cycle_menu()
        } else {
            self.site.menu.iter().filter(there).map(entry).collect()
        };
        SiteView {
            title: self.site.title.clone(),
            region: self.site.region.clone(),
            publisher: self.site.publisher.clone(),
            lang: self.text.lang().code(),
            notice: self.site.notice.clone(),
            date: self.site.date.map(|date| self.text.date(date)),
            dated: self.site.date.is_some(),
            base_url: self.site.base_url.as_ref().map(|url| url.as_str().to_owned()),
            hidden: self.is_hidden(),
            edition: self.edition_words(),
            menu,
        }
    }

    /// Names that the narrative and the menu use. What an absent optional table has taken away is
    /// left out without a word; what was never declared is a fault.
    fn check_names(&self) -> Diagnostics {
        let mut faults = Diagnostics::new();
        let method = self.published.method();
        let declared = method.tables.iter().map(|t| t.id.value.as_str());
        let listings = method.listings.iter().map(|l| l.id.value.as_str());
        let flagged = method.warnings.iter().map(|w| w.tables.schools.as_str());
        let tables: Vec<&str> = declared.chain(listings).chain(flagged).collect();
        self.check_texts(&mut faults);
        let of_texts = self.narratives.iter().flat_map(|n| &n.tables);
        let of_measures = self.published.management().measures.iter().flat_map(|m| &m.tables);
        let of_texts = of_texts.map(|(name, place)| (name.as_str(), *place));
        let named = of_texts.chain(of_measures.map(|(id, place)| (id.as_str(), *place)));
        // What the data implies is left out with it.
        let gone =
            |name: &str| implied_by(name).is_some_and(|data| self.published.data(data).is_none());
        for (name, place) in named.filter(|(name, _)| !gone(name) && !tables.contains(name)) {
            faults.push(crate::diag::unknown(Code::UnknownTable, place, name, &tables));
        }
        self.check_links(&mut faults);
        self.check_files(&mut faults);
        let groups = method.tracks.iter().map(|t| &t.id).chain(method.groups.iter().map(|g| &g.id));
        let mut paths: Vec<String> = self.pages.iter().map(|id| id.path(self.published)).collect();
        paths.extend(groups.map(|id| format!("groups/{id}.html")));
        paths.extend(tables.iter().map(|id| format!("tables/{id}.html")));
        let optional = [
            pages::ARCHIVE,
            pages::GLOSSARY,
            "groups/index.html",
            "risks/index.html",
            "roadmaps/index.html",
            "targets.html",
            "warnings/index.html",
        ];
        paths.extend(optional.map(str::to_owned));
        paths.extend(method.lists.iter().map(|list| format!("lists/{}.html", list.id)));
        let variants = method.supports.iter().flat_map(|support| &support.variants);
        paths.extend(variants.map(|variant| format!("variants/{}.html", variant.id.value)));
        paths.extend(["lists/index.html", "variants/index.html"].map(str::to_owned));
        paths.extend(method.warnings.iter().map(|w| format!("warnings/{}.html", w.id.value)));
        paths.extend(pages::OF_MANAGEMENT.map(str::to_owned));
        let pages: Vec<_> = paths.iter().filter_map(|p| p.strip_suffix(".html")).collect();
        let items =
            self.site.menu.iter().flat_map(|item| std::iter::once(item).chain(&item.entries));
        let left_out = |item: &&MenuItem| self.leaves_out(&menu_link(item).to);
        let unknown = |item: &&MenuItem| !pages.contains(&item.page.as_str());
        for item in items.filter(|item| unknown(item) && !left_out(item)) {
            faults.push(crate::diag::unknown(Code::BrokenLink, item.place, &item.page, &pages));
        }
        faults
    }

    // Words and numbers, as every page needs them.

    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        dashed(&self.text.say(key, args))
    }

    fn get(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A name from the data with its no-break spaces.
    fn name(&self, name: &str) -> String {
        self.text.typograph(name)
    }

    /// «26 %», rounded by the method.
    fn percent(&self, share: Share) -> String {
        self.text.percent(self.rounded(share))
    }

    fn rounded(&self, share: Share) -> Fixed {
        let method = self.published.method();
        share.percent(method.decimals, method.rounding)
    }

    /// «−4 п. п.», rounded from the exact difference.
    fn points(&self, later: Share, earlier: Share) -> String {
        self.text.points(self.change(later, earlier))
    }

    fn change(&self, later: Share, earlier: Share) -> Fixed {
        let method = self.published.method();
        // One digit more than shares have: 18 % and 16 % may well be 1,4 points apart.
        later.change_from(earlier, method.decimals + 1, method.rounding)
    }

    fn schools_count(&self, n: usize) -> String {
        self.say("unit-schools", &[("n", count(n))])
    }

    fn municipality_name(&self, ix: MunicipalityIx) -> String {
        self.name(&self.published.municipality(ix).name)
    }
}

fn menu_link(item: &MenuItem) -> Link {
    Link { text: item.title.clone(), to: format!("{}.html", item.page) }
}

/// A sentence whose dashes never begin a line.
fn dashed(sentence: &str) -> String {
    sentence.replace(" — ", "\u{a0}— ")
}

/// A number of things as a blank of a sentence.
fn count(n: usize) -> Arg<'static> {
    Arg::Count(u32::try_from(n).unwrap_or(u32::MAX))
}

/// A share's position on a scale of percent; for geometry and sorting alone.
fn scale(share: Share) -> f64 {
    let (count, base) = share.ratio();
    100.0 * f64::from(count) / f64::from(base)
}

/// A printed figure's position on a scale; for geometry and sorting alone.
fn position(figure: Fixed) -> f64 {
    figure.units as f64 / 10f64.powi(figure.decimals.into())
}

fn disagreements(published: &Published) -> Vec<(Year, usize)> {
    use crate::edition::PublishedStanding::Unknown;
    let differ = |year: Year| {
        let differs = |(ix, _): &(SchoolIx, _)| {
            let by_rule = published.standing_by_rule(*ix, year);
            by_rule != Unknown && by_rule != published.standing(*ix, year)
        };
        (year, published.schools().filter(differs).count())
    };
    published.list_years().iter().copied().map(differ).collect()
}
