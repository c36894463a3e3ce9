//! Pages as HTML. Templates hold the frame; tables, charts, prose and the menu reach them as
//! ready fragments beside the raw data (see [`context`]).

pub mod block;
pub mod chart;
pub mod context;
pub mod entry;
pub mod export;
mod fault;
pub mod frame;
pub mod hosting;
pub mod html;
pub mod ids;
pub mod markdown;
mod nav;
pub mod poster;
pub mod search;
mod sheets;
pub mod single;
mod slides;
pub mod table;
pub mod theme;
pub mod workbook;

use std::collections::{BTreeMap, BTreeSet};

use tera::{Context, ErrorKind, Tera, Value};

use self::block::{Place, TEMPLATE_IDS};
use self::context::PageContext;
use self::fault::Sources;
use self::markdown::Heading;
use self::slides::Slides;
use self::theme::Theme;
use crate::diag::{Diagnostic, Diagnostics};
use crate::report::view::{MenuEntry, Page, PageKind, SiteView};

/// The strings of a theme, by key without the prefix `theme-`.
pub struct Strings(BTreeMap<String, String>);

impl Strings {
    /// Strings by key.
    pub fn new(strings: BTreeMap<String, String>) -> Self {
        Self(strings)
    }

    /// The string of a key, or the key itself where a catalogue lacks it.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).map_or(key, String::as_str)
    }
}

/// Renders the pages of one site; many threads may use it at once.
pub struct Renderer {
    tera: Tera,
    t: Strings,
    menu: Vec<MenuEntry>,
    base_url: Option<String>,
    sources: Sources,
}

impl Renderer {
    /// A renderer of `site` in `theme`; `strings` are those of the theme, by key without the
    /// prefix `theme-`. Every template that does not parse is reported, not only the first.
    pub fn new(
        theme: Theme,
        site: SiteView,
        strings: BTreeMap<String, String>,
    ) -> Result<Self, Diagnostics> {
        let sources: Sources = theme
            .templates
            .iter()
            .filter_map(|(name, template)| Some((name.clone(), template.source?)))
            .collect();
        let templates = || theme.templates.iter().map(|(name, template)| (name, &template.text));
        let mut tera = Tera::default();
        let faults = syntax_faults(templates(), &sources);
        if !faults.is_empty() {
            return Err(faults);
        }
        tera.add_raw_templates(templates()).map_err(|error| one(&error, &sources))?;
        let site_value = Value::try_from_serializable(&site).map_err(|e| one(&e, &sources))?;
        tera.global_context().insert_value("site", site_value);
        tera.global_context().insert_value("t", strings.clone().into());
        let (menu, base_url) = (site.menu, site.base_url);
        Ok(Self { tera, t: Strings(strings), menu, base_url, sources })
    }

    /// A page as a complete HTML document.
    pub fn page(&self, page: &Page) -> Result<String, Diagnostic> {
        // What is shown at any address leads on by whole ones.
        let whole = self.base_url.clone().filter(|_| page.kind == PageKind::Missing);
        let root = whole.unwrap_or_else(|| html::root(&page.path));
        let mut place = Place::new(page, &root, &self.t);
        let fault = |error| fault::diagnostic(&error, &self.sources).with("page", &page.path);

        let view = PageContext::new(page, &mut place);
        let mut context = Context::new();
        context.insert_value("page", Value::try_from_serializable(&view).map_err(fault)?);
        context.insert_value("root", Value::safe_string(&root));
        context.insert_value("menu", Value::safe_string(&nav::menu(&self.menu, page, &root)));
        self.tera.render(&format!("{}.html", page.kind.name()), &context).map_err(fault)
    }
}

impl Renderer {
    /// The same page as slides, which lie at `path`.
    pub fn slides(&self, page: &Page, path: &str) -> Result<String, Diagnostic> {
        let root = html::root(path);
        let mut place = Place::new(page, &root, &self.t);
        slides::TEMPLATE_IDS.iter().for_each(|id| place.ids.reserve(id));
        let fault = |error| fault::diagnostic(&error, &self.sources).with("page", path);
        let view = Slides::new(page, path, &mut place);
        let mut context = Context::new();
        context.insert_value("page", Value::try_from_serializable(&view).map_err(fault)?);
        context.insert_value("root", Value::safe_string(&root));
        self.tera.render("slides.html", &context).map_err(fault)
    }
}

/// The anchors that a page has for links.
pub fn anchors(page: &Page, strings: BTreeMap<String, String>) -> BTreeSet<String> {
    let (root, t) = (html::root(&page.path), Strings(strings));
    let mut place = Place::new(page, &root, &t);
    PageContext::new(page, &mut place);
    let ids = place.ids.all().filter(|id| !TEMPLATE_IDS.contains(id));
    ids.map(str::to_owned).collect()
}

/// The headings of a page, each with its anchor.
pub fn headings(page: &Page, strings: BTreeMap<String, String>) -> Vec<Heading> {
    let (root, t) = (html::root(&page.path), Strings(strings));
    PageContext::new(page, &mut Place::new(page, &root, &t)).contents
}

/// The faults of templates that do not parse, each tried on its own.
fn syntax_faults<N: AsRef<str>, T: AsRef<str>>(
    templates: impl Iterator<Item = (N, T)>,
    sources: &Sources,
) -> Diagnostics {
    let mut faults = Diagnostics::new();
    for (name, text) in templates {
        if let Err(error) = Tera::default().add_raw_template(name.as_ref(), text.as_ref())
            && matches!(error.kind(), ErrorKind::SyntaxError(_))
        {
            faults.push(fault::diagnostic(&error, sources));
        }
    }
    faults
}

fn one(error: &tera::Error, sources: &Sources) -> Diagnostics {
    let mut faults = Diagnostics::new();
    faults.push(fault::diagnostic(error, sources));
    faults
}

#[cfg(test)]
mod tests;
