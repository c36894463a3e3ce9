//! Documents that a text cites: `[приказом](document:order-1)` becomes «приказом от 23.08.2023
//! № 02/1568», a link to the register of documents.

use super::super::Report;
use crate::model::management::Document;

impl Report<'_> {
    /// What of the official form stands after the words of the link, so that the whole reads as a
    /// citation: all of it in brackets after a name, date and number after the kind in any case
    /// («приказом»), nothing after words that have it already.
    pub(super) fn rest_of_citation(&self, document: &Document, said: &str) -> String {
        let text = self.citation(document);
        match self.requisites(document) {
            _ if said.is_empty() => text,
            // A document without date and number is called as the text calls it.
            None => String::new(),
            Some(after) if plain(said).contains(&plain(&after)) => String::new(),
            Some(after) if is_form_of(said, &document.kind) => format!(" {after}"),
            Some(_) => format!(" ({text})"),
        }
    }
}

/// Words with plain spaces, as people type them.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// True if words are the kind of a document in some case: «приказом», «постановления».
fn is_form_of(said: &str, kind: &str) -> bool {
    /// An ending is no longer than this.
    const ENDING: usize = 3;
    let (said, kind) = (said.to_lowercase(), kind.to_lowercase());
    let (words, kinds) = (said.split_whitespace(), kind.split_whitespace());
    let form = |(said, kind): (&str, &str)| {
        let common = said.chars().zip(kind.chars()).take_while(|(a, b)| a == b).count();
        let short = |word: &str| word.chars().count() - common <= ENDING;
        common > 2 && short(said) && short(kind)
    };
    let alike = words.clone().count() == kinds.clone().count();
    alike && !kind.is_empty() && words.zip(kinds).all(form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_known_in_any_case() {
        for said in ["приказ", "приказом", "Приказа"] {
            assert!(is_form_of(said, "приказ"), "{said}");
        }
        assert!(!is_form_of("Концепция", "приказ") && !is_form_of("приказом о школах", "приказ"));
    }
}
