//! Blocks of a section as HTML fragments.

use super::html::Html;
use super::ids::Ids;
use super::markdown::{self, Heading, Sources};
use super::{Strings, chart, entry, frame, table};
use crate::report::view::{self, Block, Figure, Label, Link, Strip, Term};

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

impl Place<'_> {
    /// A block as HTML. Headings inside prose begin at `level`.
    pub fn fragment(&mut self, block: &Block, level: usize) -> Fragment {
        let html = match block {
            Block::Prose(prose) => return self.prose(prose, level),
            Block::Figure(figure) => self.figure(figure, figure.table.as_deref()),
            Block::Multiples { figures } => self.multiples(figures),
            Block::Table(table) => {
                let id = self.ids.take(&table.id);
                table::html(table, &id, self.root, self.t, self.class("caption", &table.caption))
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
        let sources = Sources { root: self.root, citations: Some(&prose.citations) };
        let markdown::Prose { mut html, headings } =
            markdown::render(&prose.markdown, level, &mut self.ids, &sources);
        for (mark, block) in &prose.inserts {
            let inside = self.fragment(block, level).html;
            // A block interrupts the column of text, as it is wider.
            let apart = format!("</div>\n{inside}<div class=\"prose\">");
            html = html.replacen(&format!("<p>{mark}</p>"), &apart, 1);
        }
        let html = format!("<div class=\"prose\">\n{html}</div>\n");
        Fragment { html: html.replace("<div class=\"prose\">\n</div>\n", ""), headings }
    }

    /// A class of a text, out of sight if it has been said above.
    pub(super) fn class(&self, class: &'static str, text: &str) -> &'static str {
        match (self.said.iter().any(|said| said == text), class) {
            (true, "caption") => "caption visually-hidden",
            (true, _) => "finding visually-hidden",
            _ => class,
        }
    }

    /// Small charts side by side; where all have one table, one link leads to it.
    fn multiples(&mut self, figures: &[Figure]) -> String {
        let table = figures.first().and_then(|figure| figure.table.as_deref());
        let shared = table.filter(|_| figures.iter().all(|f| f.table.as_deref() == table));
        let mut out = Html::new();
        out.raw("<div class=\"multiples\">\n");
        for figure in figures {
            let own = figure.table.as_deref().filter(|_| shared.is_none());
            // Their values stand on the lines: in words they are for those who do not see them.
            self.said.push(figure.finding.clone());
            out.raw(&self.figure(figure, own));
            self.said.pop();
        }
        out.raw("</div>\n");
        if let Some(table) = shared {
            self.table_link(&mut out, table);
        }
        out.finish()
    }

    fn table_link(&self, out: &mut Html, table: &str) {
        out.raw("<p class=\"figure-links\"><a").attr("href", &format!("#{table}")).raw(">");
        out.text(self.t.get("figures")).raw("</a></p>\n");
    }

    fn figure(&mut self, figure: &Figure, table: Option<&str>) -> String {
        let mut out = Html::new();
        let id = self.ids.take(&figure.id);
        out.raw("<figure class=\"figure\"").attr("id", &id).raw(">\n");
        let caption = self.class("caption", &figure.title);
        let finding = self.class("finding", &figure.finding);
        out.raw("<figcaption>").element("span", caption, &figure.title);
        out.element("p", finding, &figure.finding).raw("</figcaption>\n");
        out.raw(&chart::svg(figure, &id, self.root)).raw("\n");
        out.list("notes", &figure.notes);
        if let Some(table) = table {
            self.table_link(&mut out, table);
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

/// Years from left to right, each with its sign and, in words, what it was.
fn strip(strip: &Strip) -> String {
    let mut out = Html::new();
    out.raw("<figure class=\"strip\">\n<figcaption>");
    out.element("span", "caption", &strip.caption).raw("</figcaption>\n<ol>\n");
    for step in &strip.steps {
        out.raw("<li class=\"tone-").text(step.mark.tone).raw("\">");
        out.element("span", "year", &step.year).raw(" ");
        out.raw("<span class=\"mark\" aria-hidden=\"true\">").text(&step.mark.sign);
        out.raw("</span> ").element("span", "state", &step.mark.title).raw("</li>\n");
    }
    out.raw("</ol>\n</figure>\n");
    out.finish()
}
