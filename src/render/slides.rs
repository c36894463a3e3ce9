//! A page as slides: the same sections and blocks, parted so that each part can be read from the last
//! row. Nothing is said here that the page does not say.

use html5gum::Tokenizer;
use html5gum::emitters::default::{DefaultEmitter, Token};
use serde::Serialize;
use tera::Value;

use super::block::Place;
use crate::report::view::{Block, Fact, Link, Newer, Page, Section, Table};

/// The anchors of the slides that the template makes.
pub(super) const TEMPLATE_IDS: [&str; 2] = ["slide-1", "slide-2"];
/// Words that a slide of text holds; more go on to the next.
const WORDS: usize = 70;
/// Small charts that a slide holds.
const CHARTS: usize = 6;
/// Elements without an end.
const VOID: [&[u8]; 7] = [b"br", b"col", b"hr", b"img", b"input", b"link", b"wbr"];

/// What the template `slides.html` sees as `page`.
#[derive(Serialize)]
pub struct Slides<'a> {
    kind: &'static str,
    path: &'a str,
    title: &'a str,
    over: Option<&'a str>,
    lead: &'a [String],
    facts: &'a [Fact],
    /// The later report, on the slides of an earlier one.
    newer: Option<&'a Newer>,
    /// The page itself, where the slides lead back to.
    of: Link,
    slides: Vec<Slide>,
}

/// A slide after the first.
#[derive(Serialize)]
pub struct Slide {
    /// Its anchor: that of the section or heading it begins with.
    id: String,
    /// The heading over its own, if nothing else stands under that.
    over: Option<String>,
    title: String,
    /// The sentences over the first part of a section.
    lead: Vec<String>,
    /// Its parts as safe HTML.
    html: Value,
}

impl<'a> Slides<'a> {
    /// The slides of a page, which lie at `path`; `place` is that of the slides, not of the page.
    pub fn new(page: &'a Page, path: &'a str, place: &mut Place) -> Self {
        page.sections.iter().for_each(|section| place.ids.reserve(&section.id));
        let blocks = page.sections.iter().flat_map(|section| &section.blocks);
        blocks.flat_map(Block::anchors).for_each(|id| place.ids.reserve(&id));
        let mut slides = Vec::new();
        for section in &page.sections {
            slides.extend(of_section(section, &page.title, place));
        }
        Self {
            kind: "slides",
            path,
            title: &page.title,
            over: page.over.as_deref(),
            lead: &page.lead,
            facts: &page.facts,
            newer: page.newer.as_ref(),
            of: Link { text: page.title.clone(), to: page.path.clone() },
            slides: slides.into_iter().map(|draft| draft.done(place)).collect(),
        }
    }
}

/// A slide that is being filled.
#[derive(Default)]
struct Draft {
    id: Option<String>,
    over: Option<String>,
    title: String,
    lead: Vec<String>,
    html: String,
    words: usize,
    /// True once it holds a chart or a table, which leave no room.
    full: bool,
}

impl Draft {
    fn is_empty(&self) -> bool {
        self.lead.is_empty() && self.html.is_empty()
    }

    /// The next slide under the same heading.
    fn next(&self) -> Self {
        Self { title: self.title.clone(), ..Self::default() }
    }

    fn done(self, place: &mut Place) -> Slide {
        let id = self.id.unwrap_or_else(|| place.ids.take("slide"));
        let Self { over, title, lead, html, .. } = self;
        Slide { id, over, title, lead, html: Value::safe_string(&html) }
    }
}

/// The slides of a section: its headings, its rules, its charts and tables part them.
fn of_section(section: &Section, page: &str, place: &mut Place) -> Vec<Draft> {
    let titled = !section.title.is_empty();
    let level = if titled { 3 } else { 2 };
    let above = place.said.len();
    place.said.push(section.title.clone());
    place.said.extend(section.lead.iter().cloned());
    let mut slides = vec![Draft {
        id: Some(section.id.clone()),
        title: if titled { &section.title } else { page }.to_owned(),
        lead: section.lead.clone(),
        ..Draft::default()
    }];
    for block in section.blocks.iter().flat_map(parted) {
        let html = place.fragment(&block, level).html;
        for part in parts(&html) {
            put(&mut slides, part);
        }
    }
    place.said.truncate(above);
    slides.retain(|slide| !slide.is_empty());
    slides
}

/// A block, or several with as much in each as a slide holds.
fn parted(block: &Block) -> Vec<Block> {
    match block {
        Block::Multiples { figures, notes } => {
            let few = |figures: &[_]| Block::Multiples {
                figures: figures.to_vec(),
                notes: notes.clone(),
            };
            figures.chunks(CHARTS).map(few).collect()
        }
        // Nobody follows a table to its files from a slide: its page has them.
        Block::Table(table) => {
            vec![Block::Table(Table { page: None, files: None, ..table.clone() })]
        }
        other => vec![other.clone()],
    }
}

/// Puts a part on the last slide, or on a new one.
fn put(slides: &mut Vec<Draft>, part: Part<'_>) {
    let Some(last) = slides.last_mut() else { return };
    let mut begun = match part.kind {
        Kind::Heading { id, text } => {
            let over = (last.is_empty() && last.id.is_none()).then(|| last.title.clone());
            let new = Draft { id, over, title: text, ..Draft::default() };
            match last.is_empty() && last.title == new.title {
                true => *last = new,
                false => slides.push(new),
            }
            return;
        }
        Kind::Rule => last.next(),
        Kind::Whole if last.html.is_empty() => {
            last.html.push_str(part.html);
            last.full = true;
            return;
        }
        Kind::Whole => Draft { html: part.html.to_owned(), full: true, ..last.next() },
        Kind::Words(words)
            if !last.full && (last.html.is_empty() || last.words + words <= WORDS) =>
        {
            last.html.push_str(part.html);
            last.words += words;
            return;
        }
        Kind::Words(words) => Draft { html: part.html.to_owned(), words, ..last.next() },
    };
    begun.over.clone_from(&last.over);
    slides.push(begun);
}

/// An element that stands on a page by itself.
struct Part<'h> {
    html: &'h str,
    kind: Kind,
}

enum Kind {
    /// A heading, with its anchor and its words.
    Heading { id: Option<String>, text: String },
    /// A line across the text: what follows is another slide.
    Rule,
    /// A chart, a table and the like.
    Whole,
    /// Text of so many words.
    Words(usize),
}

/// The elements of a fragment, those of its texts one by one.
fn parts(html: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    // How deep the element lies in which the reader is; in a text its elements are parts.
    let (mut depth, mut in_prose) = (0usize, false);
    let mut open: Option<(usize, String, Option<String>, bool)> = None;
    let mut words = String::new();
    for token in Tokenizer::new_with_emitter(html, DefaultEmitter::new_with_span()).flatten() {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8_lossy(&tag.name).into_owned();
                let attribute = |key: &[u8]| {
                    let value = tag.attributes.iter().find(|(name, _)| ***name == *key);
                    value.map(|(_, value)| String::from_utf8_lossy(&value.value).into_owned())
                };
                let class = attribute(b"class").unwrap_or_default();
                let outer = usize::from(in_prose);
                if depth == 0 && name == "div" && class == "prose" {
                    in_prose = true;
                    depth = 1;
                    continue;
                }
                let empty = tag.self_closing || VOID.contains(&name.as_bytes());
                if depth == outer {
                    words.clear();
                    if empty && name == "hr" {
                        parts.push(Part { html: "", kind: Kind::Rule });
                    } else {
                        open = Some((tag.span.start, name, attribute(b"id"), in_prose));
                    }
                }
                depth += usize::from(!empty);
            }
            Token::EndTag(tag) => {
                depth = depth.saturating_sub(1);
                let outer = usize::from(in_prose);
                if in_prose && depth == 0 {
                    in_prose = false;
                } else if depth == outer
                    && let Some((from, name, id, in_text)) = open.take()
                {
                    let html = &html[from..tag.span.end];
                    parts.push(Part { html, kind: kind(&name, id, in_text, &words) });
                }
            }
            Token::String(text) => words.push_str(&String::from_utf8_lossy(&text.value)),
            _ => {}
        }
    }
    parts
}

/// What an element is to slides.
fn kind(name: &str, id: Option<String>, in_text: bool, words: &str) -> Kind {
    let count = words.split_whitespace().count();
    match name {
        "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading { id, text: words.trim().to_owned() },
        "p" | "ul" | "ol" | "blockquote" | "dl" | "pre" => Kind::Words(count),
        // A call-out is read with the text around it.
        "div" if in_text && count < WORDS => Kind::Words(count),
        _ => Kind::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(html: &str) -> Vec<String> {
        let mut slides = vec![Draft { title: "Раздел".into(), ..Draft::default() }];
        parts(html).into_iter().for_each(|part| put(&mut slides, part));
        slides.retain(|slide| !slide.is_empty());
        slides.iter().map(|slide| format!("{}: {}", slide.title, slide.html)).collect()
    }

    #[test]
    fn headings_and_rules_part_a_text() {
        let html = "<div class=\"prose\">\n<p>Раз</p>\n<hr />\n<p>Два</p>\n<h2 id=\"b\">Б <em>б</em></h2>\n\
                    <ul>\n<li>Три<br />и ещё</li>\n</ul>\n</div>\n";
        assert_eq!(
            told(html),
            [
                "Раздел: <p>Раз</p>",
                "Раздел: <p>Два</p>",
                "Б б: <ul>\n<li>Три<br />и ещё</li>\n</ul>"
            ]
        );
    }

    #[test]
    fn a_chart_or_a_table_has_a_slide_of_its_own() {
        let html = "<div class=\"prose\"><p>Раз</p></div>\n<figure><svg><path d=\"M0\"/></svg></figure>\n\
                    <div class=\"prose\"><p>Два</p></div><div class=\"table-block\"><table></table></div>";
        let slides = told(html);
        assert_eq!(slides.len(), 4, "{slides:?}");
        assert_eq!(slides[1], "Раздел: <figure><svg><path d=\"M0\"/></svg></figure>");
        assert_eq!(slides[2], "Раздел: <p>Два</p>");
    }

    #[test]
    fn a_heading_over_a_heading_stands_over_its_slide() {
        let html = "<div class=\"prose\"><h2>А</h2><h3>Б</h3><p>Раз</p><h3>В</h3><p>Два</p></div>";
        let mut slides = vec![Draft { title: "Раздел".into(), ..Draft::default() }];
        parts(html).into_iter().for_each(|part| put(&mut slides, part));
        slides.retain(|slide| !slide.is_empty());
        assert_eq!(slides.len(), 2);
        assert_eq!(slides[0].over.as_deref(), Some("А"));
        assert_eq!(slides[1].title, "В");
    }

    #[test]
    fn a_long_text_goes_on() {
        let paragraph = format!("<p>{}</p>", "слово ".repeat(60));
        let html = format!("<div class=\"prose\">{}</div>", paragraph.repeat(3));
        assert_eq!(told(&html).len(), 3);
    }
}
