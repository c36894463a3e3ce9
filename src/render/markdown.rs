//! Markdown of the narrative as HTML: no raw HTML, no harmful addresses, no inline styles,
//! headings with Latin anchors, notes gathered at the end.

mod citation;
mod notes;
mod url;

use pulldown_cmark::{
    Alignment, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd,
};

use self::citation::Citing;
use self::notes::Notes;
use super::ids::Ids;
use serde::Serialize;

pub use self::citation::Sources;

/// Rendered Markdown.
pub struct Prose {
    /// The HTML.
    pub html: String,
    /// Its headings, in order.
    pub headings: Vec<Heading>,
}

/// A heading of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Heading {
    /// Its level in HTML, 2 to 6.
    pub level: usize,
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// Markdown as HTML, its headings from `<h2>` on.
pub fn to_html(markdown: &str) -> String {
    render(markdown, 2, &mut Ids::default(), &Sources::default()).html
}

/// Markdown as HTML. The highest of its headings gets `level`; anchors come from `ids`, documents
/// that are cited from `sources`.
pub fn render(markdown: &str, level: usize, ids: &mut Ids, sources: &Sources<'_>) -> Prose {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH;
    let events: Vec<Event> = Parser::new_ext(markdown, options).collect();
    let highest = events.iter().filter_map(heading_level).min().unwrap_or(1);
    let mut pass = Pass {
        ids,
        sources,
        citing: None,
        lower: (level, highest),
        notes: Notes::default(),
        out: Vec::with_capacity(events.len()),
        headings: Vec::new(),
        heading: None,
        images: Vec::new(),
        columns: Columns::default(),
    };
    for event in events {
        pass.event(event);
    }
    let mut out = pass.out;
    out.extend(pass.notes.finish());
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, out.into_iter());
    Prose { html, headings: pass.headings }
}

fn heading_level(event: &Event) -> Option<usize> {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    }
}

/// One pass over the events of a text.
struct Pass<'a, 'i> {
    ids: &'i mut Ids,
    sources: &'i Sources<'i>,
    /// The open link that cites a document, and its words so far.
    citing: Option<Citing<'i>>,
    /// The level of the highest heading: as wanted, and as written.
    lower: (usize, usize),
    notes: Notes<'a>,
    out: Vec<Event<'a>>,
    headings: Vec<Heading>,
    /// The open heading: where its tag stands in `out`, and its words so far.
    heading: Option<(usize, String)>,
    /// Whether each open image became a link because it lies on another host.
    images: Vec<bool>,
    columns: Columns,
}

impl<'a> Pass<'a, '_> {
    fn event(&mut self, event: Event<'a>) {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => {}
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(Tag::FootnoteDefinition(name)) => self.notes.open(&name),
            Event::End(TagEnd::FootnoteDefinition) => self.notes.close(),
            Event::FootnoteReference(name) => {
                let reference = self.notes.reference(&name, self.ids);
                self.push(Event::InlineHtml(reference));
            }
            Event::Start(Tag::Heading { level, .. }) => {
                self.heading = Some((self.out.len(), String::new()));
                self.push(Event::Start(self.lowered(level, None)));
            }
            Event::End(TagEnd::Heading(level)) => self.end_heading(level),
            Event::Start(Tag::Link { dest_url, .. }) if Citing::is_meant(&dest_url) => {
                self.citing = Some(self.sources.cite(&dest_url));
                if let Some(address) = self.citing.as_ref().and_then(Citing::address) {
                    self.push(Event::Start(link(address)));
                }
            }
            Event::End(TagEnd::Link) if self.citing.is_some() => {
                let Some(citing) = self.citing.take() else { return };
                let rest = citing.rest();
                self.push(Event::Text(rest.into()));
                if citing.address().is_some() {
                    self.push(Event::End(TagEnd::Link));
                }
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = url::safe(&dest_url);
                self.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                // Pages ask no other host for anything: a picture from elsewhere becomes a link.
                let remote = url::is_remote(&dest_url);
                self.images.push(remote);
                let dest_url = url::safe(&dest_url);
                self.push(Event::Start(if remote {
                    Tag::Link { link_type, dest_url, title, id }
                } else {
                    Tag::Image { link_type, dest_url, title, id }
                }));
            }
            Event::End(TagEnd::Image) => {
                let remote = self.images.pop().unwrap_or_default();
                self.push(Event::End(if remote { TagEnd::Link } else { TagEnd::Image }));
            }
            other => match self.columns.markup(&other) {
                Some(markup) => self.push(Event::Html(markup)),
                None => self.push(other),
            },
        }
    }

    fn push(&mut self, event: Event<'a>) {
        if let (Some((_, words)), Event::Text(text) | Event::Code(text)) =
            (&mut self.heading, &event)
        {
            words.push_str(text);
        }
        if let (Some(citing), Event::Text(text) | Event::Code(text)) = (&mut self.citing, &event) {
            citing.say(text);
        }
        match self.notes.open_note() {
            Some(note) => note.push(event),
            None => self.out.push(event),
        }
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let Some((at, text)) = self.heading.take() else { return };
        let id = self.ids.for_heading(&text);
        let tag = self.lowered(level, Some(id.clone().into()));
        if let (TagEnd::Heading(lowered), None) = (tag.to_end(), self.notes.open_note()) {
            self.out[at] = Event::Start(tag.clone());
            self.headings.push(Heading { level: lowered as usize, id, text });
        }
        self.push(Event::End(tag.to_end()));
    }

    fn lowered(&self, level: HeadingLevel, id: Option<CowStr<'a>>) -> Tag<'a> {
        let (wanted, written) = self.lower;
        let level = (level as usize + wanted).saturating_sub(written).clamp(2, 6);
        let level = HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6);
        Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() }
    }
}

fn link(address: String) -> Tag<'static> {
    Tag::Link {
        link_type: LinkType::Inline,
        dest_url: address.into(),
        title: "".into(),
        id: "".into(),
    }
}

/// Tables, written with classes where pulldown-cmark writes inline styles.
#[derive(Default)]
struct Columns {
    alignments: Vec<Alignment>,
    next: usize,
    head: bool,
}

impl Columns {
    /// The markup for an event that belongs to the frame of a table.
    fn markup(&mut self, event: &Event) -> Option<CowStr<'static>> {
        let markup = match event {
            Event::Start(Tag::Table(alignments)) => {
                self.alignments.clone_from(alignments);
                "<div class=\"table-scroll\" tabindex=\"0\"><table class=\"data\">\n"
            }
            Event::Start(Tag::TableHead) => {
                (self.head, self.next) = (true, 0);
                "<thead><tr>"
            }
            Event::End(TagEnd::TableHead) => {
                self.head = false;
                "</tr></thead>\n<tbody>\n"
            }
            Event::Start(Tag::TableRow) => {
                self.next = 0;
                "<tr>"
            }
            Event::Start(Tag::TableCell) => {
                let right = self.alignments.get(self.next) == Some(&Alignment::Right);
                self.next += 1;
                match (self.head, right) {
                    (true, true) => "<th scope=\"col\" class=\"num\">",
                    (true, false) => "<th scope=\"col\">",
                    (false, true) => "<td class=\"num\">",
                    (false, false) => "<td>",
                }
            }
            Event::End(TagEnd::TableCell) if self.head => "</th>",
            Event::End(TagEnd::TableCell) => "</td>",
            Event::End(TagEnd::TableRow) => "</tr>\n",
            Event::End(TagEnd::Table) => "</tbody></table></div>\n",
            _ => return None,
        };
        Some(markup.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_dropped() {
        let html = to_html("Да <script>alert(1)</script>\n\n<div onclick=\"x()\">\n\n<!-- -->\n");
        assert_eq!(html, "<p>Да alert(1)</p>\n");
    }

    #[test]
    fn headings_begin_at_the_level_and_have_anchors() {
        let mut ids = Ids::default();
        ids.reserve("riski");
        let text = "# Риски\n\n### *Что* дальше\n\n# Риски\n";
        let prose = render(text, 3, &mut ids, &Sources::default());
        assert!(prose.html.contains("<h3 id=\"riski-2\">Риски</h3>"), "{}", prose.html);
        assert!(prose.html.contains("<h5 id=\"chto-dalshe\">"), "{}", prose.html);
        assert_eq!(prose.headings[2].id, "riski-3");
        assert!(to_html("### Глубоко").starts_with("<h2 id=\"gluboko\">"));
    }

    #[test]
    fn headings_take_no_attributes_from_the_text() {
        let html = to_html("# Риски {onclick=x .y #z}");
        assert!(html.starts_with("<h2 id=\"riski-onclick-x-y-z\">"), "{html}");
    }

    #[test]
    fn addresses_are_harmless_and_relative_markdown_becomes_html() {
        let html = to_html("[a](javascript:alert(1)) [b](risks.md#top) <JavaScript:x>");
        assert!(!html.to_lowercase().contains("href=\"javascript"), "{html}");
        assert!(html.contains("<a href=\"risks.html#top\">b</a>"), "{html}");
    }

    #[test]
    fn pictures_of_other_hosts_become_links() {
        let html = to_html("![Схема](https://example.org/a.png) ![Карта](map.svg)");
        assert!(html.contains("<a href=\"https://example.org/a.png\">Схема</a>"), "{html}");
        assert!(html.contains("<img src=\"map.svg\" alt=\"Карта\" />"), "{html}");
    }

    #[test]
    fn tables_have_classes_not_styles() {
        let html = to_html("| a | b |\n| --- | ---: |\n| <b> | 2 |\n");
        assert!(!html.contains("style="), "{html}");
        assert!(html.contains("<th scope=\"col\" class=\"num\">b</th>"), "{html}");
        assert!(html.contains("<td></td><td class=\"num\">2</td>"), "{html}");
    }

    #[test]
    fn notes_are_numbered_as_met_and_gathered_at_the_end() {
        let html = to_html("А[^x] и Б[^1] и А[^x].\n\n[^1]: Первая **да**\n[^x]: Икс\n");
        assert_eq!(html.matches("id=\"note-1\"").count(), 1, "{html}");
        assert_eq!(html.matches("href=\"#note-1\"").count(), 2, "{html}");
        let (x, first) = (html.find("Икс").unwrap(), html.find("Первая").unwrap());
        assert!(x < first, "{html}");
    }

    #[test]
    fn other_extensions_work() {
        let html = to_html("- [x] ~~да~~\n\nТермин\n: Значение\n");
        assert!(html.contains("<del>да</del>") && html.contains("checkbox"), "{html}");
        assert!(html.contains("<dt>Термин</dt>"), "{html}");
    }
}
