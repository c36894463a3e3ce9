//! Blocks of a section as HTML fragments.

use super::html::Html;
use super::ids::Ids;
use super::markdown::{self, Heading};
use super::{Strings, chart, table};
use crate::report::view::{Block, Figure, Label, Link, Strip, Term};

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
}

impl Place<'_> {
    /// A block as HTML. Headings inside prose begin at `level`.
    pub fn fragment(&mut self, block: &Block, level: usize) -> Fragment {
        let html = match block {
            Block::Prose { markdown } => {
                let prose = markdown::render(markdown, level, &mut self.ids);
                let html = format!("<div class=\"prose\">\n{}</div>\n", prose.html);
                return Fragment { html, headings: prose.headings };
            }
            Block::Figure(figure) => self.figure(figure),
            Block::Multiples { figures } => {
                let figures: String = figures.iter().map(|figure| self.figure(figure)).collect();
                format!("<div class=\"multiples\">\n{figures}</div>\n")
            }
            Block::Table(table) => table::html(table, &self.ids.take(&table.id), self.root, self.t),
            Block::Text { paragraphs } => text(paragraphs),
            Block::Terms { terms } => self.terms(terms),
            Block::Strip(strip) => self::strip(strip),
            Block::Links { links } => self.links(links),
        };
        Fragment { html, headings: Vec::new() }
    }

    fn figure(&mut self, figure: &Figure) -> String {
        let mut out = Html::new();
        out.raw("<figure class=\"figure\"").attr("id", &self.ids.take(&figure.id)).raw(">\n");
        out.raw("<figcaption>").element("span", "caption", &figure.title);
        out.element("p", "finding", &figure.finding).raw("</figcaption>\n");
        out.raw(&chart::svg(figure, self.root)).raw("\n");
        out.list("notes", &figure.notes);
        if let Some(table) = &figure.table {
            out.raw("<p class=\"figure-links\"><a").attr("href", &format!("#{table}")).raw(">");
            out.text(self.t.get("figures")).raw("</a></p>\n");
        }
        out.raw("</figure>\n");
        out.finish()
    }

    fn terms(&self, terms: &[Term]) -> String {
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
