//! What a text leads to, numbers and holds besides words.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::caption::{Captioned, captions, words};
use super::{events, with_callouts};

/// A link or a picture of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address as written.
    pub address: String,
    /// The words to press; the text alternative of a picture.
    pub words: String,
    /// True for a picture.
    pub picture: bool,
    /// Where the address stands, or the whole link if it stands elsewhere.
    pub span: Range<usize>,
}

/// What may have a number, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Thing {
    /// A table of the text, or a picture, with its caption.
    Captioned(Captioned),
    /// A paragraph that may stand for something else.
    Paragraph(String),
}

/// What an author should know of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Raw HTML: the bytes of its first line.
    Html(Range<usize>),
    /// A quotation that begins like a call-out and is none: what stands in the brackets, one of
    /// [`super::CALLOUT_NAMES`] if only its line has other words.
    Callout(String, Range<usize>),
    /// A link that Markdown does not read as one, for its address has spaces: the address.
    BrokenLink(String, Range<usize>),
}

/// What was seen in a text.
#[derive(Clone, Debug, Default)]
pub struct Survey {
    /// Links and pictures in order.
    pub links: Vec<Link>,
    /// What may have a number, in order.
    pub things: Vec<Thing>,
    /// What does not work as its author thinks.
    pub found: Vec<Found>,
}

/// Looks through a text. Places are bytes of it.
pub fn survey(markdown: &str) -> Survey {
    let text = with_callouts(markdown);
    let events: Vec<_> = events(&text).collect();
    let mut captions = captions(&events).into_iter().peekable();
    let mut survey = Survey::default();
    let mut open = Vec::new();
    let mut paragraph = 0;
    for (at, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                open.push((at, survey.links.len()));
                survey.links.push(Link {
                    address: dest_url.to_string(),
                    words: String::new(),
                    picture: matches!(event, Event::Start(Tag::Image { .. })),
                    span: address(&text, range, dest_url),
                });
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some((start, link)) = open.pop() {
                    survey.links[link].words = words(&events[start..at]);
                }
            }
            Event::Start(Tag::Paragraph) => {
                paragraph = at;
                if let Some((_, captioned)) = captions.next_if(|(of, _)| of.start == at) {
                    survey.things.push(Thing::Captioned(captioned));
                }
            }
            Event::End(TagEnd::Paragraph) => {
                survey.things.push(Thing::Paragraph(words(&events[paragraph..at])));
            }
            Event::Start(Tag::HtmlBlock) => survey.found.extend(html(&text, range)),
            Event::InlineHtml(_) => survey.found.extend(html(&text, range)),
            Event::Start(Tag::BlockQuote(None)) => {
                survey.found.extend(callout(&text, range));
            }
            Event::Text(words) => survey.found.extend(broken_link(words, range)),
            _ => {}
        }
    }
    survey
}

/// Where the address of a link stands.
fn address(text: &str, link: &Range<usize>, address: &str) -> Range<usize> {
    match text[link.clone()].rfind(address) {
        Some(at) if !address.is_empty() => link.start + at..link.start + at + address.len(),
        _ => link.clone(),
    }
}

/// The first line of HTML. Comments are notes of the author, and closing tags go with their opening
/// ones.
fn html(text: &str, range: &Range<usize>) -> Option<Found> {
    let line = text[range.clone()].lines().next()?;
    let aside = ["<!--", "</"].iter().any(|start| line.trim_start().starts_with(start));
    let start = range.start + line.len() - line.trim_start().len();
    (!aside).then(|| Found::Html(start..start + line.trim().len()))
}

/// The words in the brackets of a quotation that begins like a call-out.
fn callout(text: &str, quote: &Range<usize>) -> Option<Found> {
    let line = text[quote.clone()].lines().next()?;
    let at = line.find("[!")?;
    let blank = line[..at].trim_start_matches(['>', ' ']).is_empty();
    let end = at + line[at..].find(']')?;
    let name = line[at + 2..end].trim().to_owned();
    blank.then(|| Found::Callout(name, quote.start + at..quote.start + end + 1))
}

/// `[words](an address with spaces)`, which Markdown leaves as it is.
fn broken_link(words: &str, range: &Range<usize>) -> Option<Found> {
    let at = words.find("](")?;
    let end = at + words[at..].find(')')?;
    let (open, address) = (words[..at].contains('['), &words[at + 2..end]);
    // Places lead back only where the words stand as they were written.
    let span = if words.len() == range.len() {
        range.start + at + 2..range.start + end
    } else {
        range.clone()
    };
    // What is put together when the text is told is looked at then.
    let said = address.contains(' ') && !address.contains('{');
    (open && said).then(|| Found::BrokenLink(address.to_owned(), span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_have_their_words_and_places() {
        let text = "См. [*план* года](plan.md#x), ![Карта](map.png) и [тут][1].\n\n[1]: a.md\n";
        let links = survey(text).links;
        let seen: Vec<_> = links.iter().map(|l| (l.words.as_str(), l.address.as_str())).collect();
        assert_eq!(seen, [("план года", "plan.md#x"), ("Карта", "map.png"), ("тут", "a.md")]);
        assert_eq!(&text[links[0].span.clone()], "plan.md#x");
        assert_eq!(&text[links[2].span.clone()], "[тут][1]");
        assert!(links[1].picture && !links[0].picture);
    }

    #[test]
    fn what_does_not_work_is_found() {
        let text = "Да <b>нет</b> <!-- заметка -->\n\n<div>\nТак\n</div>\n\n> [!Совет]\n> Так.\n\n> [!Вывод] Так.\n\n[план](Мой план.pdf) и 5 < 6\n";
        let said: Vec<_> = survey(text)
            .found
            .into_iter()
            .map(|found| match found {
                Found::Html(at) => text[at].to_owned(),
                Found::Callout(name, at) => format!("{name}: {}", &text[at]),
                Found::BrokenLink(address, at) => format!("{address}: {}", &text[at]),
            })
            .collect();
        assert_eq!(
            said,
            ["<b>", "<div>", "Совет: [!Совет]", "Вывод: [!Вывод]", "Мой план.pdf: Мой план.pdf"]
        );
    }
}
