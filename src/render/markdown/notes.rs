//! Footnotes: numbered as they are met, gathered at the end of the text.

use std::collections::BTreeMap;

use pulldown_cmark::{CowStr, Event};

use super::sanitise::Made;
use crate::render::ids::Ids;

/// The notes of one text.
#[derive(Default)]
pub struct Notes<'a> {
    /// The number and the anchor of each note that the text refers to.
    met: BTreeMap<String, (usize, String)>,
    /// What each note says.
    said: BTreeMap<String, Vec<Event<'a>>>,
    /// The note whose words are being read.
    open: Option<String>,
}

impl<'a> Notes<'a> {
    /// The words of a note begin.
    pub fn open(&mut self, name: &str) {
        self.open = Some(name.to_owned());
    }

    /// The words of a note end.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Where words go while a note is open.
    pub fn open_note(&mut self) -> Option<&mut Vec<Event<'a>>> {
        self.open.as_ref().map(|name| self.said.entry(name.clone()).or_default())
    }

    /// A reference to a note. The first of several is the one the note leads back to.
    pub fn reference(&mut self, name: &str, ids: &mut Ids, made: &mut Made) -> CowStr<'static> {
        let count = self.met.len() + 1;
        let mut anchor = String::new();
        let (number, id) = self.met.entry(name.to_owned()).or_insert_with(|| {
            let id = made.keep(ids.take(&format!("note-{count}")));
            anchor = format!(" id=\"{}\"", made.keep(format!("{id}-from")));
            made.keep(format!("#{id}"));
            (count, id)
        });
        format!("<sup><a role=\"doc-noteref\"{anchor} href=\"#{id}\">{number}</a></sup>").into()
    }

    /// The list of notes that the text refers to, in the order of their numbers.
    pub fn finish(mut self, made: &mut Made) -> Vec<Event<'a>> {
        let mut met: Vec<_> = self.met.into_iter().collect();
        met.sort_by_key(|(_, (number, _))| *number);
        if met.is_empty() {
            return Vec::new();
        }
        made.keep("footnotes".to_owned());
        let markup = |text: String| Event::Html(text.into());
        let mut out = vec![markup("<ol class=\"footnotes\">\n".to_owned())];
        for (name, (_, id)) in met {
            made.keep(format!("#{id}-from"));
            out.push(markup(format!("<li id=\"{id}\">")));
            out.extend(self.said.remove(&name).unwrap_or_default());
            out.push(markup(format!("<a role=\"doc-backlink\" href=\"#{id}-from\">↩</a></li>\n")));
        }
        out.push(markup("</ol>\n".to_owned()));
        out
    }
}
