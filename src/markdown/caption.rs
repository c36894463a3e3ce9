//! Captions and anchors, for which Markdown has no signs of its own: «Таблица: Сроки {#terms}» before
//! a table, the title of a picture that stands alone, `{#id}` after a heading.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::text::latin::slug;

/// Words by which the caption of a table begins.
const TABLE: [&str; 2] = ["таблица:", "table:"];

/// A caption as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// Its words, without markup.
    pub text: String,
    /// The anchor that the author gives.
    pub anchor: Option<String>,
}

impl Caption {
    /// Its anchor: the author's, or one made from its words.
    pub fn id(&self) -> String {
        let made = || slug(&self.text);
        let id = self.anchor.clone().unwrap_or_else(made);
        if id.is_empty() { "part".to_owned() } else { id }
    }
}

/// What has a caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Captioned {
    /// The table that follows the paragraph.
    Table(Caption),
    /// The picture that is the paragraph.
    Picture(Caption),
}

/// The paragraphs that are captions, or pictures with one: their events by order.
pub fn captions(events: &[(Event<'_>, Range<usize>)]) -> Vec<(Range<usize>, Captioned)> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, (event, _)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::Paragraph) => open = Some(at),
            Event::End(TagEnd::Paragraph) => {
                let Some(start) = open.take() else { continue };
                let inside = &events[start + 1..at];
                let next = events.get(at + 1).map(|(event, _)| event);
                let captioned = match next {
                    Some(Event::Start(Tag::Table(_))) => of_table(inside),
                    _ => None,
                };
                let captioned = captioned.or_else(|| of_picture(inside));
                found.extend(captioned.map(|captioned| (start..at + 1, captioned)));
            }
            _ => {}
        }
    }
    found
}

fn of_table(inside: &[(Event<'_>, Range<usize>)]) -> Option<Captioned> {
    let words = words(inside);
    let lower = words.to_lowercase();
    let name = TABLE.into_iter().find(|name| lower.starts_with(name))?;
    // Lower case of these letters has as many bytes.
    Some(Captioned::Table(caption(words.get(name.len()..)?)))
}

/// A picture with a title and nothing beside it.
fn of_picture(inside: &[(Event<'_>, Range<usize>)]) -> Option<Captioned> {
    let [(Event::Start(Tag::Image { title, .. }), _), .., (Event::End(TagEnd::Image), _)] = inside
    else {
        return None;
    };
    let images = inside.iter().filter(|(e, _)| matches!(e, Event::Start(Tag::Image { .. })));
    (!title.is_empty() && images.count() == 1).then(|| Captioned::Picture(caption(title)))
}

fn caption(words: &str) -> Caption {
    let (text, anchor) = with_anchor(words.trim());
    Caption { text: text.to_owned(), anchor: anchor.map(str::to_owned) }
}

/// The words of events, without markup.
pub(super) fn words(events: &[(Event<'_>, Range<usize>)]) -> String {
    let mut words = String::new();
    for (event, _) in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// Words, and the anchor that stands after them: «Итоги {#results}».
pub fn with_anchor(words: &str) -> (&str, Option<&str>) {
    let parts = words.trim_end().strip_suffix('}').and_then(|rest| rest.rsplit_once("{#"));
    match parts {
        Some((text, id)) if is_anchor(id) => (text.trim_end(), Some(id)),
        _ => (words, None),
    }
}

/// True for Latin letters, digits, hyphens and underscores.
fn is_anchor(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    !id.is_empty() && id.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::events;

    fn found(text: &str) -> Vec<Captioned> {
        let events: Vec<_> = events(text).collect();
        captions(&events).into_iter().map(|(_, captioned)| captioned).collect()
    }

    #[test]
    fn tables_and_pictures_have_captions() {
        let caption = |text: &str, anchor: Option<&str>| Caption {
            text: text.to_owned(),
            anchor: anchor.map(str::to_owned),
        };
        let table = "Таблица: Сроки *на год* {#terms_1}\n\n| а |\n| - |\n| 1 |\n";
        assert_eq!(found(table), [Captioned::Table(caption("Сроки на год", Some("terms_1")))]);
        let picture = "![Схема](a.png \"Как устроено\")\n\nТаблица: ни о чём\n\nТекст.\n";
        assert_eq!(found(picture), [Captioned::Picture(caption("Как устроено", None))]);
        assert_eq!(found("![Схема](a.png)\n\nи ![Схема](a.png \"Т\") тут\n"), []);
    }

    #[test]
    fn anchors_are_latin() {
        assert_eq!(with_anchor("Итоги {#results}"), ("Итоги", Some("results")));
        for words in ["Итоги {#итоги}", "Итоги {#}", "Итоги {план}", "{#a b}"]
        {
            assert_eq!(with_anchor(words), (words, None));
        }
    }
}
