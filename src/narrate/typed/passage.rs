//! Running text of a narrative, sentence by sentence, with the way back to its bytes.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::markdown::{events, with_callouts};

/// A sentence as it reads, without markup and without calls.
#[derive(Debug)]
pub(super) struct Sentence {
    /// Its words.
    pub text: String,
    /// Where each piece of it stands in the source: from which byte of `text`, and there.
    pieces: Vec<(usize, usize)>,
}

impl Sentence {
    /// The bytes of the source that a range of the sentence was read from.
    pub fn origin(&self, range: &Range<usize>) -> Range<usize> {
        let piece = self.pieces.iter().rev().find(|(at, _)| *at <= range.start);
        let (at, source) = piece.copied().unwrap_or_default();
        let start = source + range.start - at;
        start..start + range.len()
    }
}

/// The sentences of a Markdown text, calls blanked. Quotations and code are not its own words.
pub(super) fn sentences(markdown: &str, tags: &[Range<usize>]) -> Vec<Sentence> {
    let blanked = with_callouts(&blank(markdown, tags));
    let mut found = Vec::new();
    let mut open = Sentence { text: String::new(), pieces: Vec::new() };
    let mut aside = 0usize;
    for (event, range) in events(&blanked) {
        match event {
            Event::Start(Tag::BlockQuote(None) | Tag::CodeBlock(_)) => aside += 1,
            Event::End(TagEnd::BlockQuote(None) | TagEnd::CodeBlock) => {
                aside = aside.saturating_sub(1)
            }
            Event::Text(text) if aside == 0 => {
                open.pieces.push((open.text.len(), range.start));
                open.text.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak | Event::Code(_) => open.text.push(' '),
            Event::End(TagEnd::TableCell) => open.text.push_str(" · "),
            Event::End(TagEnd::TableHead | TagEnd::TableRow)
            | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item)
            | Event::End(TagEnd::DefinitionListDefinition | TagEnd::DefinitionListTitle) => {
                let whole = std::mem::replace(
                    &mut open,
                    Sentence { text: String::new(), pieces: Vec::new() },
                );
                found.extend(parted(whole));
            }
            _ => {}
        }
    }
    found.extend(parted(open));
    found
}

/// The text with letters in place of its calls, byte for byte, so that no markup comes of it.
fn blank(markdown: &str, tags: &[Range<usize>]) -> String {
    let mut blanked = String::with_capacity(markdown.len());
    let mut at = 0;
    for tag in tags {
        blanked.push_str(&markdown[at..tag.start]);
        blanked.push_str(&"x".repeat(tag.len()));
        at = tag.end;
    }
    blanked.push_str(&markdown[at..]);
    blanked
}

/// A paragraph as sentences.
fn parted(whole: Sentence) -> Vec<Sentence> {
    let mut ends = Vec::new();
    for (at, mark) in
        whole.text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…' | ';'))
    {
        let after = &whole.text[at + mark.len_utf8()..];
        let begins = after.trim_start_matches([' ', '»', ')', '\u{a0}']);
        let apart = after.starts_with([' ', '\u{a0}', '»', ')']);
        let capital = begins.starts_with(|c: char| c.is_uppercase() || c == '«' || mark == ';');
        let word = whole.text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        // «г. Ярославль», «п. п.», «т. д.»: a letter or two before the dot end no sentence.
        let short =
            mark == '.' && word.chars().count() <= 2 && !word.bytes().all(|b| b.is_ascii_digit());
        if apart && capital && !short {
            ends.push(at + mark.len_utf8());
        }
    }
    ends.push(whole.text.len());
    let mut start = 0;
    let mut sentences = Vec::new();
    for end in ends {
        let text = whole.text[start..end].to_owned();
        let pieces = pieces_of(&whole, start, end);
        if !text.trim().is_empty() {
            sentences.push(Sentence { text, pieces });
        }
        start = end;
    }
    sentences
}

fn pieces_of(whole: &Sentence, start: usize, end: usize) -> Vec<(usize, usize)> {
    let first = whole.pieces.iter().rev().find(|(at, _)| *at <= start);
    let first = first.map(|(at, source)| (0, source + start - at));
    let rest = whole.pieces.iter().filter(|(at, _)| (start + 1..end).contains(at));
    first.into_iter().chain(rest.map(|(at, source)| (at - start, *source))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_lead_back_to_their_bytes() {
        let text = "В **г. Ярославле** 30 школ. Из них {{ x }} с [2 %](a.md).\n\n> цитата 7\n\n- пункт 9\n";
        let tag = text.find("{{").unwrap();
        let tag = tag..tag + 7;
        let found = sentences(text, std::slice::from_ref(&tag));
        let words: Vec<&str> = found.iter().map(|s| s.text.trim()).collect();
        assert_eq!(words, ["В г. Ярославле 30 школ.", "Из них xxxxxxx с 2 %.", "пункт 9"]);
        let at = found[1].text.find("2 %").unwrap();
        assert_eq!(&text[found[1].origin(&(at..at + 3))], "2 %");
    }
}
