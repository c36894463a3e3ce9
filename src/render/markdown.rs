//! Markdown of the narrative as HTML: no harmful addresses, no inline styles, raw HTML only where the
//! site allows it and only its harmless part; headings with Latin anchors, notes gathered at the
//! end, captions with their numbers, abbreviations explained.

mod abbreviation;
mod notes;
mod sanitise;
mod table;
#[cfg(test)]
mod tests;
mod url;

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd};
use serde::Serialize;

use self::abbreviation::Abbreviations;
use self::notes::Notes;
use self::sanitise::Made;
use self::table::Columns;
use super::Strings;
use super::html::Html;
use super::ids::Ids;
use crate::markdown::{Callout, Captioned, captions, events, with_anchor, with_callouts};
use crate::report::view::{self, Target, To};

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

/// What a text needs to know of the page it stands on.
#[derive(Clone, Copy)]
pub struct Surroundings<'a> {
    /// The way to the site's root.
    pub root: &'a str,
    /// The strings of the theme.
    pub t: &'a Strings,
}

/// Markdown as HTML. The highest of its headings gets `level`; anchors come from `ids`.
pub fn render(prose: &view::Prose, level: usize, ids: &mut Ids, around: Surroundings<'_>) -> Prose {
    let text = with_callouts(&prose.markdown);
    let events: Vec<(Event<'_>, Range<usize>)> = events(&text).collect();
    let highest = events.iter().filter_map(|(e, _)| heading_level(e)).min().unwrap_or(1);
    let captions = captions(&events);
    let mut pass = Pass {
        ids,
        around,
        raw_html: prose.raw_html,
        targets: prose.links.iter(),
        numbers: prose.numbers.iter(),
        abbreviations: Abbreviations::new(&prose.abbreviations, around.root),
        lower: (level, highest),
        notes: Notes::default(),
        out: Vec::with_capacity(events.len()),
        made: Made::default(),
        headings: Vec::new(),
        path: Vec::new(),
        heading: None,
        links: Vec::new(),
        columns: Columns::default(),
        caption: None,
        callouts: Vec::new(),
    };
    let captioned: BTreeMap<usize, &(Range<usize>, Captioned)> =
        captions.iter().map(|of| (of.0.start, of)).collect();
    let mut at = 0;
    while let Some((event, _)) = events.get(at) {
        match captioned.get(&at) {
            Some((range, captioned)) => {
                pass.captioned(captioned, &events[range.clone()]);
                at = range.end;
            }
            None => {
                pass.event(event.clone());
                at += 1;
            }
        }
    }
    pass.finish()
}

fn heading_level(event: &Event<'_>) -> Option<usize> {
    match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    }
}

/// What an open link or picture is written as.
enum Open<'t> {
    /// A link, and what is said after its words.
    Link(Option<&'t Target>),
    /// A link that leads nowhere: its words alone.
    Words(Option<&'t Target>),
    /// A picture, and what is said in its stead.
    Picture(String),
}

/// One pass over the events of a text.
struct Pass<'a, 'i> {
    ids: &'i mut Ids,
    around: Surroundings<'i>,
    raw_html: bool,
    /// Where links lead, in order.
    targets: std::slice::Iter<'i, Target>,
    /// What stands before captions, in order.
    numbers: std::slice::Iter<'i, String>,
    abbreviations: Abbreviations<'i>,
    /// The level of the highest heading: as wanted, and as written.
    lower: (usize, usize),
    notes: Notes<'a>,
    out: Vec<Event<'a>>,
    /// The values of attributes that this program has written.
    made: Made,
    headings: Vec<Heading>,
    /// The headings over the place that is read: level as written, and words.
    path: Vec<(usize, String)>,
    /// The open heading: where its tag stands in `out`, and its words so far.
    heading: Option<(usize, String)>,
    links: Vec<Open<'i>>,
    columns: Columns,
    /// The caption of the table that comes next: its anchor, and its markup.
    caption: Option<(String, String)>,
    /// Whether each open quotation is a call-out.
    callouts: Vec<bool>,
}

impl<'a> Pass<'a, '_> {
    fn event(&mut self, event: Event<'a>) {
        match event {
            Event::Html(html) if self.raw_html => self.push(Event::Html(html)),
            Event::InlineHtml(html) if self.raw_html => self.push(Event::InlineHtml(html)),
            Event::Html(_) | Event::InlineHtml(_) => {}
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(Tag::FootnoteDefinition(name)) => self.notes.open(&name),
            Event::End(TagEnd::FootnoteDefinition) => self.notes.close(),
            Event::FootnoteReference(name) => {
                let reference = self.notes.reference(&name, self.ids, &mut self.made);
                self.push(Event::InlineHtml(reference));
            }
            Event::Start(Tag::Heading { level, .. }) => {
                self.abbreviations.begin_part();
                self.heading = Some((self.out.len(), String::new()));
                self.push(Event::Start(self.lowered(level, None)));
            }
            Event::End(TagEnd::Heading(level)) => self.end_heading(level),
            Event::Start(Tag::Link { dest_url, .. }) => self.start_link(&dest_url),
            Event::Start(Tag::Image { dest_url, title, .. }) => self.start_image(&dest_url, title),
            Event::End(TagEnd::Link | TagEnd::Image) => self.end_link(),
            Event::Start(Tag::BlockQuote(kind)) => {
                self.callouts.push(kind.is_some());
                match kind {
                    Some(kind) => self.start_callout(kind.into()),
                    None => self.push(Event::Start(Tag::BlockQuote(None))),
                }
            }
            Event::End(TagEnd::BlockQuote(_)) => match self.callouts.pop() {
                Some(true) => self.push(Event::Html("</div>\n".into())),
                _ => self.push(Event::End(TagEnd::BlockQuote(None))),
            },
            Event::Start(Tag::Table(alignments)) => {
                let caption = self.caption.take();
                let t = self.around.t;
                let name = t.get("scroll");
                let markup = self.columns.open(alignments, caption, name, &mut self.made);
                self.push(Event::Html(markup.into()));
            }
            Event::Text(text) => self.text(text),
            other => match self.columns.markup(&other) {
                Some(markup) => self.push(Event::Html(markup)),
                None => self.push(other),
            },
        }
    }

    /// Words; abbreviations among them are explained, save in headings and links.
    fn text(&mut self, text: CowStr<'a>) {
        if self.heading.is_some() || !self.links.is_empty() || is_mark(&text) {
            return self.push(Event::Text(text));
        }
        match self.abbreviations.explained(&text, &mut self.made) {
            Some(events) => events.into_iter().for_each(|event| self.push(event)),
            None => self.push(Event::Text(text)),
        }
    }

    fn push(&mut self, event: Event<'a>) {
        if let (Some((_, words)), Event::Text(text) | Event::Code(text)) =
            (&mut self.heading, &event)
        {
            words.push_str(text);
        }
        if let (Some(Open::Picture(words)), Event::Text(text) | Event::Code(text)) =
            (self.links.last_mut(), &event)
        {
            words.push_str(text);
        }
        match self.notes.open_note() {
            Some(note) => note.push(event),
            None => self.out.push(event),
        }
    }

    /// A link leads where the report says, or, in texts that the report has not read, where it says
    /// itself, if that is harmless.
    fn start_link(&mut self, address: &str) {
        let target = self.targets.next();
        let to = match target.map(|target| &target.to) {
            Some(To::Nowhere) => return self.links.push(Open::Words(target)),
            Some(To::Site(path)) => format!("{}{path}", self.around.root),
            Some(To::AsIs(address)) => address.clone(),
            None => url::safe(address),
        };
        self.links.push(Open::Link(target));
        let dest_url = self.made.keep(to).into();
        let (link_type, title, id) = (LinkType::Inline, "".into(), "".into());
        self.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
    }

    /// Pages ask no other host for anything: a picture from elsewhere becomes a link.
    fn start_image(&mut self, address: &str, title: CowStr<'a>) {
        if url::is_remote(address) {
            return self.start_link(address);
        }
        let to = match self.targets.next().map(|target| &target.to) {
            Some(To::Site(path)) => format!("{}{path}", self.around.root),
            _ => url::safe(address),
        };
        self.links.push(Open::Picture(String::new()));
        let dest_url = self.made.keep(to).into();
        let (link_type, id) = (LinkType::Inline, "".into());
        self.push(Event::Start(Tag::Image { link_type, dest_url, title, id }));
    }

    fn end_link(&mut self) {
        let (target, end) = match self.links.pop() {
            Some(Open::Link(target)) => (target, Some(TagEnd::Link)),
            Some(Open::Words(target)) => (target, None),
            Some(Open::Picture(words)) => return self.end_image(words),
            None => return,
        };
        if let Some(target) = target.filter(|target| !target.after.is_empty()) {
            self.push(Event::Text(target.after.clone().into()));
        }
        if let Some(end) = end {
            self.push(Event::End(end));
        }
    }

    /// The words of a picture stand beside it, for those who read without pictures; style sheets hide
    /// them from all others.
    fn end_image(&mut self, words: String) {
        self.push(Event::End(TagEnd::Image));
        if words.is_empty() {
            return;
        }
        let mut out = Html::new();
        out.element("span", &self.made.keep("alt".to_owned()), &words);
        self.push(Event::InlineHtml(out.finish().into()));
    }

    /// A call-out says in words what it is.
    fn start_callout(&mut self, callout: Callout) {
        let name = callout.name();
        let class = self.made.keep(format!("callout {name}"));
        let mut out = Html::new();
        out.raw("<div").attr("class", &class).raw(" role=\"note\">\n");
        out.element("p", &self.made.keep("label".to_owned()), self.label(callout)).raw("\n");
        self.push(Event::Html(out.finish().into()));
    }

    fn label(&self, callout: Callout) -> &str {
        let t = self.around.t;
        match callout {
            Callout::Conclusion => t.get("conclusion"),
            Callout::Proposal => t.get("proposal"),
            Callout::Attention => t.get("attention"),
            Callout::Note => t.get("note"),
        }
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let Some((at, said)) = self.heading.take() else { return };
        let (text, anchor) = with_anchor(&said);
        let path = self.heading_path(level as usize, text);
        let id = match anchor {
            Some(anchor) => self.ids.take(anchor),
            None => self.ids.for_heading(&path),
        };
        let id = self.made.keep(id);
        let tag = self.lowered(level, Some(id.clone().into()));
        if anchor.is_some() {
            self.cut_anchor();
        }
        if let (TagEnd::Heading(lowered), None) = (tag.to_end(), self.notes.open_note()) {
            self.out[at] = Event::Start(tag.clone());
            let text = text.to_owned();
            self.headings.push(Heading { level: lowered as usize, id, text });
        }
        self.push(Event::End(tag.to_end()));
    }

    /// The words of the heading, after those of the headings over it, the nearest last.
    fn heading_path(&mut self, level: usize, text: &str) -> Vec<String> {
        self.path.retain(|(over, _)| *over < level);
        self.path.push((level, text.to_owned()));
        self.path.iter().map(|(_, words)| words.clone()).collect()
    }

    /// Takes the anchor that the author wrote from the words of the heading, whose last they are.
    fn cut_anchor(&mut self) {
        if let Some(Event::Text(words)) = self.out.last_mut() {
            *words = with_anchor(words).0.to_owned().into();
        }
    }

    fn lowered(&self, level: HeadingLevel, id: Option<CowStr<'a>>) -> Tag<'a> {
        let (wanted, written) = self.lower;
        let level = (level as usize + wanted).saturating_sub(written).clamp(2, 6);
        let level = HeadingLevel::try_from(level).unwrap_or(HeadingLevel::H6);
        Tag::Heading { level, id, classes: Vec::new(), attrs: Vec::new() }
    }

    /// A caption, which the table after it takes, or a picture with its caption.
    fn captioned(&mut self, captioned: &Captioned, events: &[(Event<'a>, Range<usize>)]) {
        let number = self.numbers.next().map(String::as_str);
        match captioned {
            Captioned::Table(caption) => {
                let id = self.made.keep(self.ids.take(&caption.id()));
                let mut out = Html::new();
                out.caption(number, &caption.text, false);
                self.caption = Some((id, out.finish()));
            }
            Captioned::Picture(caption) => {
                let id = self.made.keep(self.ids.take(&caption.id()));
                let mut out = Html::new();
                let class = self.made.keep("figure picture".to_owned());
                out.raw("<figure").attr("class", &class).attr("id", &id).raw(">\n");
                self.push(Event::Html(out.finish().into()));
                for (event, _) in &events[1..events.len() - 1] {
                    self.event(without_title(event.clone()));
                }
                let class = self.made.keep("caption".to_owned());
                let mut out = Html::new();
                out.raw("<figcaption><span").attr("class", &class).raw(">");
                out.caption(number, &caption.text, false).raw("</span></figcaption></figure>\n");
                self.push(Event::Html(out.finish().into()));
            }
        }
    }

    fn finish(mut self) -> Prose {
        let mut out = self.out;
        out.extend(self.notes.finish(&mut self.made));
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, out.into_iter());
        if self.raw_html {
            html = self.made.sanitised(&html);
        }
        Prose { html, headings: self.headings }
    }
}

/// A picture whose title is printed under it needs no other.
fn without_title(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::Image { link_type, dest_url, id, .. }) => {
            Event::Start(Tag::Image { link_type, dest_url, title: "".into(), id })
        }
        other => other,
    }
}

/// True for what stands for a table or a chart: a sign of the private use area begins it.
fn is_mark(words: &str) -> bool {
    words.starts_with('\u{e000}')
}
