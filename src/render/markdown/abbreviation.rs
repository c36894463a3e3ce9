//! Abbreviations among the words of a text: each is explained where a part of the text first has it.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::Event;

use super::sanitise::Made;
use crate::render::html::Html;
use crate::report::view::Abbreviation;

/// Signs that may stand for a space inside an abbreviation: «п. п.».
const SPACES: [&str; 3] = [" ", "\u{a0}", "\u{202f}"];

/// The abbreviations of a text while it is read.
pub struct Abbreviations<'a> {
    all: &'a [Abbreviation],
    /// The way to the site's root.
    root: &'a str,
    /// Those that the part has had, and those that the text has had, by order.
    part: BTreeSet<usize>,
    text: BTreeSet<usize>,
}

impl<'a> Abbreviations<'a> {
    /// None met yet.
    pub fn new(all: &'a [Abbreviation], root: &'a str) -> Self {
        Self { all, root, part: BTreeSet::new(), text: BTreeSet::new() }
    }

    /// A heading: readers come to it from the contents, so all is explained anew under it.
    pub fn begin_part(&mut self) {
        self.part.clear();
    }

    /// Words with the abbreviations explained that the part has not had; `None` if it has none.
    pub fn explained<'e>(&mut self, words: &str, made: &mut Made) -> Option<Vec<Event<'e>>> {
        let mut events = Vec::new();
        let mut at = 0;
        while let Some((which, found)) = self.next(words, at) {
            let first = self.text.insert(which);
            self.part.insert(which);
            events.push(Event::Text(words[at..found.start].to_owned().into()));
            events.push(Event::InlineHtml(
                self.markup(which, &words[found.clone()], first, made).into(),
            ));
            at = found.end;
        }
        if at == 0 {
            return None;
        }
        events.push(Event::Text(words[at..].to_owned().into()));
        Some(events)
    }

    /// The next abbreviation that is to be explained, the longest of those that begin there.
    fn next(&self, words: &str, from: usize) -> Option<(usize, Range<usize>)> {
        let new = (0..self.all.len()).filter(|at| !self.part.contains(at));
        let found = new.filter_map(|at| Some((at, find(words, from, &self.all[at].short)?)));
        found.min_by_key(|(_, range)| (range.start, usize::MAX - range.len()))
    }

    /// It leads to the glossary, so that it can be read where nothing can be pointed at. On paper the
    /// first of the text is spelt out.
    fn markup(&self, which: usize, written: &str, first: bool, made: &mut Made) -> String {
        let Abbreviation { long, to, .. } = &self.all[which];
        let to = made.keep(format!("{}{to}", self.root));
        let class = made.keep(if first { "term first" } else { "term" }.to_owned());
        let mut out = Html::new();
        out.raw("<a").attr("class", &class).attr("href", &to).raw("><abbr").attr("title", long);
        out.raw(">").text(written).raw("</abbr></a>");
        out.finish()
    }
}

/// Where an abbreviation stands as words of its own.
fn find(words: &str, from: usize, short: &str) -> Option<Range<usize>> {
    let written = SPACES.map(|space| short.replace(' ', space));
    let found = written.iter().flat_map(|short| {
        let starts = words[from..].match_indices(short.as_str());
        starts.map(move |(at, _)| from + at..from + at + short.len())
    });
    let alone = |range: &Range<usize>| {
        let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let (before, after) = (&words[..range.start], &words[range.end..]);
        !letter(before.chars().next_back()) && !letter(after.chars().next())
    };
    found.filter(alone).min_by_key(|range| range.start)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn abbreviations_are_words_of_their_own() {
        assert_eq!(find("МОУО и ОО", 0, "ОО"), Some("МОУО и ".len().."МОУО и ОО".len()));
        assert_eq!(find("на 4\u{a0}п.\u{a0}п.", 0, "п. п."), Some(8..8 + 8));
        assert_eq!(find("ОО", 2, "ОО"), None);
        assert_eq!(find("ООО «Школа»", 0, "ОО"), None);
    }
}
