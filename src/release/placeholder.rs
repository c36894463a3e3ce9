//! Words that an author leaves for himself and a reader must not find: «TODO», «[заполнить]», «???».

use std::ops::Range;

use super::{Candidate, fault};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::dataset::{DataTable, Dataset};

/// Marks that stand as words of their own, in capitals.
const MARKS: [&str; 6] = ["TODO", "FIXME", "TBD", "XXX", "ХХХ", "ТОДО"];

/// What begins a note in brackets: what is to be done with the place.
const ORDERS: [&str; 9] = [
    "заполнить",
    "вписать",
    "вставить",
    "дописать",
    "указать",
    "уточнить",
    "fill in",
    "insert",
    "to be added",
];

/// Signs that stand for what is to come, wherever they stand.
const SIGNS: [&str; 3] = ["???", "____", "lorem ipsum"];

/// The first placeholder of a text, by its bytes.
pub(super) fn find(text: &str) -> Option<Range<usize>> {
    // Byte for byte as long as the text, so that places hold in both.
    let lower: String = text.chars().map(lowered).collect();
    let marks = MARKS.iter().filter_map(|mark| word(text, mark));
    let signs =
        SIGNS.iter().filter_map(|sign| Some(lower.find(sign)?).map(|at| at..at + sign.len()));
    marks.chain(signs).chain(note(&lower)).min_by_key(|found| found.start)
}

/// A letter in lower case, unless that is written with another number of bytes.
fn lowered(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

/// Where a word stands by itself.
fn word(text: &str, word: &str) -> Option<Range<usize>> {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let alone = |at: &usize| {
        let (before, after) = (&text[..*at], &text[at + word.len()..]);
        !part(before.chars().next_back()) && !part(after.chars().next())
    };
    let at = text.match_indices(word).map(|(at, _)| at).find(alone)?;
    Some(at..at + word.len())
}

/// A note in brackets that begins with an order: «[указать номер]», «<вписать>». One that words
/// follow in round brackets is a link of Markdown.
fn note(lower: &str) -> Option<Range<usize>> {
    let pairs = [('[', ']'), ('<', '>')];
    let notes = pairs.into_iter().flat_map(|(open, close)| {
        lower.match_indices(open).filter_map(move |(at, _)| {
            let inside = &lower[at + open.len_utf8()..];
            let end = inside.find(close)?;
            let link = inside[end + close.len_utf8()..].starts_with('(');
            let order = ORDERS.iter().any(|order| inside.trim_start().starts_with(order));
            (order && !link).then_some(at..at + open.len_utf8() + end + close.len_utf8())
        })
    });
    notes.min_by_key(|found| found.start)
}

pub(super) fn check(of: &Candidate<'_>, faults: &mut Diagnostics) {
    for text in of.narratives {
        if let Some(found) = find(&text.markdown) {
            let span = text.body + found.start..text.body + found.end;
            let place = Place::span(text.place.source, span);
            faults.push(left(&text.markdown[found], place));
        }
    }
    settings(of, faults);
    of.dataset.tables.values().for_each(|table| rows(table, faults));
    names(of.dataset, faults);
}

fn left(said: &str, place: Place) -> Diagnostic {
    fault(Code::Placeholder, place).with("value", said)
}

/// What is written in settings and is no comment is shown.
fn settings(of: &Candidate<'_>, faults: &mut Diagnostics) {
    let toml = |path: &str| ["svod.toml", "methodology.toml"].contains(&path);
    for (id, source) in of.sources.iter().filter(|(_, source)| toml(&source.path)) {
        let mut start = 0;
        for line in source.text().split_inclusive('\n') {
            let shown = without_comment(line);
            if let Some(found) = find(shown) {
                let place = Place::span(id, start + found.start..start + found.end);
                faults.push(left(&shown[found], place));
            }
            start += line.len();
        }
    }
}

/// A line of TOML up to its comment; `#` in quotes begins none.
fn without_comment(line: &str) -> &str {
    let mut quote = None;
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') => return &line[..at],
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if c == open => quote = None,
            _ => {}
        }
    }
    line
}

fn rows(table: &DataTable, faults: &mut Diagnostics) {
    for row in 0..table.len() {
        for column in 0..table.columns.len() {
            let said = table.value(row, column).text();
            if let Some((said, found)) = said.and_then(|said| Some((said, find(said)?))) {
                faults.push(left(&said[found], table.place(row, column)));
            }
        }
    }
}

/// The names of schools and municipalities, which stand in no such table.
fn names(dataset: &Dataset, faults: &mut Diagnostics) {
    let schools = dataset.schools.iter().map(|school| (&school.name, school.place));
    let municipalities = dataset.municipalities.iter().map(|m| (&m.name, m.place));
    for (name, place) in schools.chain(municipalities) {
        if let Some(found) = find(name) {
            faults.push(left(&name[found], place));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_for_later_is_found_and_words_that_look_like_it_are_not() {
        for (text, said) in [
            ("Вывод TODO: дописать", Some("TODO")),
            ("Школ ХХХ", Some("ХХХ")),
            ("Приказ № [указать номер] от 1 мая", Some("[указать номер]")),
            ("Ответственный: <Вписать>", Some("<Вписать>")),
            ("Доля составила ??? %", Some("???")),
            ("Директор ________", Some("____")),
            ("Lorem ipsum dolor", Some("Lorem ipsum")),
            ("сначала ???, потом TODO", Some("???")),
            ("Заполнить анкету до 1 мая", None),
            ("Шаг [указать путь](purpose.html)", None),
            ("Система TODOS, код XXXL, XXX_1", None),
            ("Что дальше?", None),
            ("***важное*** и ___важное___", None),
            ("", None),
        ] {
            assert_eq!(find(text).map(|found| &text[found]), said, "{text}");
        }
    }

    #[test]
    fn a_comment_is_not_shown() {
        assert_eq!(without_comment("a = \"№ # 1\" # TODO"), "a = \"№ # 1\" ");
        assert_eq!(without_comment("# TODO"), "");
        assert_eq!(without_comment("a = '#'"), "a = '#'");
    }
}
