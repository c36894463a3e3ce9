//! Blocks of a section as HTML fragments.

use super::html::Html;
use super::ids::Ids;
use super::markdown::{self, Heading, Surroundings};
use super::{Strings, chart, entry, frame, table};
use crate::report::view::{self, Block, Figure, Label, Link, Page, Strip, Term};

/// A block made ready for a template.
pub struct Fragment {
    /// The HTML.
    pub html: String,
    /// The headings inside it, if it is prose.
    pub headings: Vec<Heading>,
}

/// What fragments need to know of the page they stand on.
pub struct Place<'a> {
    /// The way to the site's root.
    pub root: &'a str,
    /// The strings of the theme.
    pub t: &'a Strings,
    /// The anchors of the page.
    pub ids: Ids,
    /// Titles and sentences that stand above: a caption that repeats one is there for those who
    /// do not see it alone.
    pub said: Vec<String>,
}

/// Anchors that the templates of the built-in theme give out.
pub(super) const TEMPLATE_IDS: [&str; 4] = ["content", "contents", "low-vision", "menu"];

impl<'a> Place<'a> {
    /// A page of which nothing has been written yet; `root` is the way to the site's root.
    pub fn new(page: &Page, root: &'a str, t: &'a Strings) -> Self {
        let said = page.lead.iter().chain([&page.title]).cloned().collect();
        let mut place = Self { root, t, ids: Ids::default(), said };
        TEMPLATE_IDS.iter().for_each(|id| place.ids.reserve(id));
        place
    }

    /// A block as HTML. Headings inside prose begin at `level`.
    pub fn fragment(&mut self, block: &Block, level: usize) -> Fragment {
        let html = match block {
            Block::Prose(prose) => return self.prose(prose, level),
            Block::Figure(figure) => self.figure(figure, figure.table.as_deref()),
            Block::Multiples { figures, notes } => self.multiples(figures, notes),
            Block::Choice { title, labels, figures } => self.choice(title, labels, figures),
            Block::Table(table) => {
                let id = self.ids.take(&table.id);
                let said = self.has_said(&table.caption);
                table::html(table, &id, self.root, self.t, said)
            }
            Block::Text { paragraphs } => text(paragraphs),
            Block::Terms { terms } => self.terms(terms),
            Block::Strip(strip) => self::strip(strip),
            Block::Entries { entries } => entry::html(entries, level, self),
            Block::Frame(frame) => frame::html(frame, self),
            Block::Links { links } => self.links(links),
        };
        Fragment { html, headings: Vec::new() }
    }

    /// A text, with its tables and charts in their places.
    fn prose(&mut self, prose: &view::Prose, level: usize) -> Fragment {
        let around = self.surroundings();
        let markdown::Prose { mut html, headings } =
            markdown::render(prose, level, &mut self.ids, around);
        for (mark, block) in &prose.inserts {
            let inside = self.fragment(block, level).html;
            // A block interrupts the column of text, as it is wider; where a text may hold HTML, the
            // block may stand inside some of it.
            let apart = match prose.raw_html {
                true => inside,
                false => format!("</div>\n{inside}<div class=\"prose\">"),
            };
            html = html.replacen(&format!("<p>{mark}</p>"), &apart, 1);
        }
        let html = format!("<div class=\"prose\">\n{html}</div>\n");
        Fragment { html: html.replace("<div class=\"prose\">\n</div>\n", ""), headings }
    }

    /// What a text needs to know of the page.
    pub(super) fn surroundings(&self) -> Surroundings<'a> {
        Surroundings { root: self.root, t: self.t }
    }

    /// True if a title or a sentence stands above.
    pub(super) fn has_said(&self, text: &str) -> bool {
        self.said.iter().any(|said| said == text)
    }

    /// Small charts side by side; where all have one table, one link leads to it.
    fn multiples(&mut self, figures: &[Figure], notes: &[String]) -> String {
        let table = figures.first().and_then(|figure| figure.table.as_deref());
        let shared = table.filter(|_| figures.iter().all(|f| f.table.as_deref() == table));
        let mut out = Html::new();
        out.raw("<div class=\"multiples-block\">\n<div class=\"multiples\">\n");
        for figure in figures {
            let own = figure.table.as_deref().filter(|_| shared.is_none());
            out.raw(&self.figure_with(figure, own, Finding::Drawn));
        }
        out.raw("</div>\n").list("notes", notes);
        if let Some(table) = shared {
            self.table_link(&mut out, table, None);
        }
        out.raw("</div>\n");
        out.finish()
    }

    /// Charts of which one is seen: the style sheet shows that of the chosen button. Without it all
    /// stand one below the other.
    fn choice(&mut self, title: &str, labels: &[String], figures: &[Figure]) -> String {
        if let [figure] = figures {
            return self.figure(figure, figure.table.as_deref());
        }
        let mut out = Html::new();
        let name = self.ids.take("choice");
        out.raw("<div class=\"choice\">\n<fieldset><legend>").text(title).raw("</legend>\n");
        for (at, (figure, label)) in figures.iter().zip(labels).enumerate() {
            out.raw("<label><input type=\"radio\"").attr("name", &name);
            out.attr("value", &figure.id).raw(if at == 0 { " checked> " } else { "> " });
            out.text(label).raw("</label>\n");
        }
        out.raw("</fieldset>\n");
        for figure in figures {
            out.raw(&self.figure(figure, figure.table.as_deref()));
        }
        out.raw("</div>\n");
        out.finish()
    }

    fn table_link(&self, out: &mut Html, table: &str, number: Option<&str>) {
        out.raw("<p class=\"figure-links\">");
        out.link_of("", &format!("#{table}"), self.t.get("figures"), number).raw("</p>\n");
    }

    fn figure(&mut self, figure: &Figure, table: Option<&str>) -> String {
        let said = self.has_said(&figure.finding);
        self.figure_with(figure, table, if said { Finding::Said } else { Finding::New })
    }

    fn figure_with(&mut self, figure: &Figure, table: Option<&str>, finding: Finding) -> String {
        let mut out = Html::new();
        let id = self.ids.take(&figure.id);
        // Named by its title alone: the finding would be heard here, in the caption and at the chart.
        out.raw("<figure class=\"figure\"").attr("id", &id);
        out.attr("aria-labelledby", &format!("{id}-title")).raw(">\n");
        let number = figure.number.as_deref();
        let said = self.has_said(&figure.title);
        out.raw("<figcaption><span").attr("class", caption_class(number, said));
        out.attr("id", &format!("{id}-title")).raw(">");
        out.caption(number, &figure.title, said).raw("</span>");
        out.raw(match finding {
            Finding::New => "<p class=\"finding\"",
            Finding::Drawn => "<p class=\"finding visually-hidden\"",
            Finding::Said => "<p class=\"finding visually-hidden\" aria-hidden=\"true\"",
        });
        out.attr("id", &format!("{id}-finding")).raw(">");
        out.text(&figure.finding).raw("</p></figcaption>\n");
        out.raw(&chart::svg(figure, &id, self.root)).raw("\n");
        out.list("notes", &figure.notes);
        if let Some(table) = table {
            self.table_link(&mut out, table, number);
        }
        out.raw("</figure>\n");
        out.finish()
    }

    pub(super) fn terms(&self, terms: &[Term]) -> String {
        let mut out = Html::new();
        out.raw("<dl class=\"terms\">\n");
        for term in terms {
            out.raw("<div>").element("dt", "", &term.title);
            for value in &term.values {
                self.value(&mut out, value);
            }
            out.raw("</div>\n");
        }
        out.raw("</dl>\n");
        out.finish()
    }

    fn value(&self, out: &mut Html, value: &Label) {
        out.raw("<dd>").label(value, self.root).raw("</dd>");
    }

    fn links(&self, links: &[Link]) -> String {
        let mut out = Html::new();
        out.raw("<ul class=\"links\">\n");
        for link in links {
            out.raw("<li>").link(self.root, &link.to, &link.text).raw("</li>\n");
        }
        out.raw("</ul>\n");
        out.finish()
    }
}

fn text(paragraphs: &[String]) -> String {
    let mut out = Html::new();
    out.raw("<div class=\"prose\">\n");
    for paragraph in paragraphs {
        out.element("p", "", paragraph).raw("\n");
    }
    out.raw("</div>\n");
    out.finish()
}

/// Who needs the finding of a figure in its caption.
#[derive(Clone, Copy)]
enum Finding {
    /// All readers.
    New,
    /// Those who do not see the values on the lines of the chart.
    Drawn,
    /// Nobody, it stands above; the chart alone is named by it.
    Said,
}

/// The class of a caption: out of sight if it has been said above and has no number.
pub(super) fn caption_class(number: Option<&str>, said: bool) -> &'static str {
    if said && number.is_none() { "caption visually-hidden" } else { "caption" }
}

/// Years from left to right, each with its sign and, in words, what it was.
fn strip(strip: &Strip) -> String {
    let mut out = Html::new();
    out.raw("<figure class=\"strip\">\n<figcaption>");
    out.raw("<span class=\"caption\">").caption(strip.number.as_deref(), &strip.caption, false);
    out.raw("</span></figcaption>\n<ol>\n");
    for step in &strip.steps {
        out.raw("<li class=\"tone-").text(step.mark.tone).raw("\">");
        out.element("span", "year", &step.year).raw(" ");
        out.raw("<span class=\"mark\" aria-hidden=\"true\">").text(&step.mark.sign);
        out.raw("</span> ").element("span", "state", &step.mark.title).raw("</li>\n");
    }
    out.raw("</ol>\n</figure>\n");
    out.finish()
}
