//! The tags of a text, before Tera sees it. Narrative is not trusted: it may say figures and choose
//! between passages, and nothing else. What Tera itself cannot be told to refuse is refused here.

use std::ops::Range;

use super::spot::{self, Spot};
use crate::diag::{Code, Diagnostic};
use crate::report::speech::{CALLS, call_spec};

/// The longest tag, in bytes: what is longer is no sentence, and deep nesting needs length.
const LONGEST_TAG: usize = 600;
/// As many tags as one text may hold.
const MOST_TAGS: usize = 2_000;
/// Words that may begin a tag between `{%` and `%}`.
const STATEMENTS: [&str; 4] = ["if", "elif", "else", "endif"];
/// Words of the language that may stand before a bracket.
const WORDS: [&str; 8] = ["and", "or", "not", "is", "in", "if", "elif", "else"];

/// Calls that are answered by a block, not by words.
const INSERTS: [&str; 2] = ["table", "figure"];

/// A fault and the bytes of the text that it is about.
pub(super) type Found = (Range<usize>, Diagnostic);

/// A text whose tags are fit for Tera.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    /// The text, with the name of each first argument written out.
    pub text: String,
    /// The tags, as bytes of what was scanned.
    pub tags: Vec<Range<usize>>,
    /// The tables that it declares, as bytes of what was scanned.
    pub spots: Vec<Spot>,
    /// Where something was put in: offset in `text`, and how much.
    inserted: Vec<(usize, usize)>,
}

impl Scanned {
    /// Adds what Tera must not read.
    fn keep(&mut self, words: &str) {
        for (piece, own) in [("{% raw %}", false), (words, true), ("{% endraw %}", false)] {
            if !own {
                self.inserted.push((self.text.len(), piece.len()));
            }
            self.text.push_str(piece);
        }
    }

    /// An offset of `text` as an offset of what was scanned.
    pub fn origin(&self, at: usize) -> usize {
        let before = self.inserted.iter().take_while(|(offset, _)| *offset < at);
        at - before.map(|(offset, length)| (*length).min(at - offset)).sum::<usize>()
    }
}

/// Checks every tag of a text.
///
/// # Errors
/// Tags that are not closed, too long or too many; statements, filters and calls that the
/// narrative may not use, each with its bytes.
pub(super) fn scan(text: &str) -> Result<Scanned, Vec<Found>> {
    let mut scanned = Scanned { text: String::with_capacity(text.len()), ..Scanned::default() };
    let mut faults = Vec::new();
    let (mut at, mut tags) = (0, 0);
    while let Some(open) = next_tag(text, at) {
        scanned.text.push_str(&text[at..open.start]);
        if let Some(anchor) = anchor(text, &open) {
            // Tera would read a comment there; the check of typed numbers, a number.
            scanned.keep(&text[anchor.clone()]);
            scanned.tags.push(anchor.clone());
            at = anchor.end;
            continue;
        }
        let Some(close) = end_of_tag(text, &open) else {
            faults.push((open, Diagnostic::new(Code::OpenTag)));
            break;
        };
        let tag = open.start..close;
        scanned.tags.push(tag.clone());
        tags += 1;
        if tag.len() > LONGEST_TAG || tags > MOST_TAGS {
            let limit = if tag.len() > LONGEST_TAG { LONGEST_TAG } else { MOST_TAGS };
            faults.push((tag.clone(), Diagnostic::new(Code::LongTag).with("value", limit)));
        } else if text[open].ends_with('#') {
            scanned.text.push_str(&text[tag]);
        } else {
            check(text, &tag, &mut scanned, &mut faults);
        }
        if tags > MOST_TAGS {
            break;
        }
        at = close;
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    scanned.text.push_str(&text[at..]);
    Ok(scanned)
}

/// The next `{{`, `{%` or `{#`.
fn next_tag(text: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    loop {
        at += text[at..].find('{')?;
        if matches!(text.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#')) {
            return Some(at..at + 2);
        }
        at += 1;
    }
}

/// The bytes of an anchor, `{#results}`, if one opens there.
fn anchor(text: &str, open: &Range<usize>) -> Option<Range<usize>> {
    let rest = text[open.clone()].ends_with('#').then(|| &text[open.end..])?;
    let end = rest.find('}')?;
    let id = &rest[..end];
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (!id.is_empty() && id.chars().all(plain)).then(|| open.start..open.end + end + 1)
}

/// The end of a tag, past its closing marks; those inside quotes do not count.
fn end_of_tag(text: &str, open: &Range<usize>) -> Option<usize> {
    let close = match text.as_bytes()[open.start + 1] {
        b'{' => "}}",
        b'%' => "%}",
        _ => return text[open.end..].find("#}").map(|at| open.end + at + 2),
    };
    let mut quote = None;
    for (at, c) in text[open.end..].char_indices() {
        match (quote, c) {
            (Some(open), c) if c == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(c),
            (None, _) if text[open.end + at..].starts_with(close) => {
                return Some(open.end + at + 2);
            }
            (None, _) => {}
        }
    }
    None
}

/// Checks one tag and copies it, naming the first argument of its calls.
fn check(text: &str, tag: &Range<usize>, scanned: &mut Scanned, faults: &mut Vec<Found>) {
    let statement = text[tag.clone()].starts_with("{%");
    let mut first = statement;
    let mut copied = tag.start;
    let mut tokens = Tokens { text, at: tag.start + 2, end: tag.end - 2 }.peekable();
    let mut after_dot = false;
    while let Some(token) = tokens.next() {
        let word = &text[token.clone()];
        let next = tokens.peek().map(|next| &text[next.clone()]);
        if word == "|" {
            faults.push((token, Diagnostic::new(Code::FilterInText)));
        } else if is_word(word) && first {
            if !STATEMENTS.contains(&word) {
                let fault = Diagnostic::new(Code::StatementInText).with("value", word);
                faults.push((token, fault.near(word, &STATEMENTS)));
            }
        } else if word.starts_with('_') {
            // Tera keeps names of its own there.
            let fault = Diagnostic::new(Code::UnknownCall).with("value", word);
            faults.push((token, fault));
        } else if is_word(word) && next == Some("(") && !after_dot && !WORDS.contains(&word) {
            let Some(spec) = call_spec(word) else {
                let known: Vec<&str> = CALLS.iter().map(|call| call.name).collect();
                let fault = Diagnostic::new(Code::UnknownCall).with("value", word);
                faults.push((token, fault.near(word, &known)));
                continue;
            };
            if INSERTS.contains(&word) && (statement || !stands_alone(text, tag)) {
                let fault = Diagnostic::new(Code::InsertInLine).with("value", word);
                faults.push((token.clone(), fault));
            }
            let Some(bracket) = tokens.next() else { continue };
            if INSERTS.contains(&word) {
                match spot::read(text, token, tokens.clone()) {
                    Ok(declared) => scanned.spots.extend(declared),
                    Err(fault) => faults.push(fault),
                }
            }
            let bare =
                tokens.peek().is_some_and(|next| text[next.clone()].starts_with(['"', '\'', '`']));
            if let (true, Some(name)) = (bare, spec.args.first()) {
                scanned.text.push_str(&text[copied..bracket.end]);
                copied = bracket.end;
                scanned.inserted.push((scanned.text.len(), name.len() + 1));
                scanned.text.push_str(name);
                scanned.text.push('=');
            }
        }
        after_dot = word == ".";
        first = first && word == "-";
    }
    scanned.text.push_str(&text[copied..tag.end]);
}

/// True if a tag is a paragraph of its own.
fn stands_alone(text: &str, tag: &Range<usize>) -> bool {
    let (before, after) = (&text[..tag.start], &text[tag.end..]);
    let blank = |mut lines: [Option<&str>; 2]| {
        lines.iter_mut().flatten().all(|line| line.trim().is_empty())
    };
    let mut above = before.rsplit('\n');
    let mut below = after.split('\n');
    blank([above.next(), above.next()]) && blank([below.next(), below.next()])
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Words, quoted strings and single signs of a tag.
#[derive(Clone)]
struct Tokens<'a> {
    text: &'a str,
    at: usize,
    end: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = &self.text[self.at..self.end];
        let skipped = rest.len() - rest.trim_start().len();
        let start = self.at + skipped;
        let rest = &self.text[start..self.end];
        let sign = rest.chars().next()?;
        let length = match sign {
            '"' | '\'' | '`' => rest[1..].find(sign).map_or(rest.len(), |at| at + 2),
            c if c.is_alphanumeric() || c == '_' => {
                rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len())
            }
            c => c.len_utf8(),
        };
        self.at = start + length;
        Some(start..self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_arguments_are_named_and_offsets_lead_back() {
        let text =
            "Было {{ percent(\"list\", row=\"2023\") }} и {% if number('a') > 2 %}да{% endif %}";
        let scanned = scan(text).unwrap();
        let named = "Было {{ percent(table=\"list\", row=\"2023\") }} и {% if number(table='a') > 2 %}да{% endif %}";
        assert_eq!(scanned.text, named);
        let at = scanned.text.find("да{%").unwrap();
        assert_eq!(scanned.origin(at), text.find("да{%").unwrap());
        assert_eq!(scanned.origin(3), 3);
    }

    #[test]
    fn whatever_is_no_figure_and_no_choice_is_refused() {
        let codes = |text: &str| -> Vec<Code> {
            scan(text).unwrap_err().into_iter().map(|(_, fault)| fault.code).collect()
        };
        assert_eq!(
            codes("{% for i in range(end=9) %}"),
            [Code::StatementInText, Code::UnknownCall]
        );
        assert_eq!(codes("{% include \"/etc/passwd\" %}"), [Code::StatementInText]);
        assert_eq!(codes("{{ this.name | upper }}"), [Code::FilterInText]);
        assert_eq!(codes("{{ throw(message=\"x\") }}"), [Code::UnknownCall]);
        assert_eq!(codes("{{ percent(\"a\""), [Code::OpenTag]);
        assert_eq!(codes(&format!("{{{{ {} }}}}", "(".repeat(700))), [Code::LongTag]);
    }

    #[test]
    fn braces_that_are_no_tags_stay() {
        let text = "{a} { {# {{ not a tag #} }";
        assert_eq!(scan(text).unwrap().text, text);
    }
}
