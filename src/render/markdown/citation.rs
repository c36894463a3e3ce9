//! Documents that a text cites: `[приказом](document:order-1)` becomes «приказом от 23.08.2023
//! № 02/1568», a link to the register of documents.

use std::collections::BTreeMap;

use crate::report::view::Citation;

/// What stands before the id of a document in place of an address.
const SCHEME: &str = "document:";

/// The documents that a text may cite, and the way to the site's root.
#[derive(Clone, Copy, Default)]
pub struct Sources<'a> {
    /// The way to the site's root.
    pub root: &'a str,
    /// The documents by id; none if the text can cite none.
    pub citations: Option<&'a BTreeMap<String, Citation>>,
}

impl<'a> Sources<'a> {
    /// The citation that a link asks for.
    pub(super) fn cite(&self, address: &str) -> Citing<'a> {
        let id = address.strip_prefix(SCHEME).unwrap_or_default();
        let citation = self.citations.and_then(|citations| citations.get(id));
        Citing { root: self.root, citation, said: String::new() }
    }
}

/// A link that cites a document, while its words are read.
pub(super) struct Citing<'a> {
    root: &'a str,
    /// `None` if the region has no register of documents: the words then stand alone.
    citation: Option<&'a Citation>,
    said: String,
}

impl Citing<'_> {
    /// True if an address means a document.
    pub fn is_meant(address: &str) -> bool {
        address.starts_with(SCHEME)
    }

    /// Words of the link.
    pub fn say(&mut self, words: &str) {
        self.said.push_str(words);
    }

    /// Where the link leads.
    pub fn address(&self) -> Option<String> {
        self.citation.map(|citation| format!("{}{}", self.root, citation.to))
    }

    /// What of the official form stands after the words of the link, so that the whole reads as a
    /// citation: all of it in brackets after a name, date and number after the kind in any case
    /// («приказом»), nothing after words that have it already.
    pub fn rest(&self) -> String {
        let Some(citation) = self.citation else { return String::new() };
        let said = self.said.trim();
        match &citation.after {
            _ if said.is_empty() => citation.text.clone(),
            // A document without date and number is called as the text calls it.
            None => String::new(),
            Some(after) if plain(said).contains(&plain(after)) => String::new(),
            Some(after) if is_form_of(said, &citation.kind) => format!(" {after}"),
            Some(_) => format!(" ({})", citation.text),
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
    use super::super::render;
    use super::*;
    use crate::render::ids::Ids;

    fn cited(markdown: &str) -> String {
        let order = Citation {
            text: "приказ от\u{a0}23.08.2023 №\u{a0}02/1568".into(),
            after: Some("от\u{a0}23.08.2023 №\u{a0}02/1568".into()),
            kind: "приказ".into(),
            to: "documents.html#document-order-1".into(),
        };
        let citations = BTreeMap::from([("order-1".to_owned(), order)]);
        let sources = Sources { root: "../", citations: Some(&citations) };
        render(markdown, 2, &mut Ids::default(), &sources).html.replace('\u{a0}', " ")
    }

    #[test]
    fn a_citation_reads_as_one_in_any_case() {
        let open = "<a href=\"../documents.html#document-order-1\">";
        for (markdown, words) in [
            ("[приказ](document:order-1)", "приказ от 23.08.2023 № 02/1568"),
            ("[приказом](document:order-1)", "приказом от 23.08.2023 № 02/1568"),
            ("[](document:order-1)", "приказ от 23.08.2023 № 02/1568"),
            ("[Концепция](document:order-1)", "Концепция (приказ от 23.08.2023 № 02/1568)"),
            (
                "[приказ от 23.08.2023 № 02/1568](document:order-1)",
                "приказ от 23.08.2023 № 02/1568",
            ),
        ] {
            assert_eq!(cited(markdown), format!("<p>{open}{words}</a></p>\n"), "{markdown}");
        }
    }

    #[test]
    fn without_a_register_the_words_stand_alone() {
        assert_eq!(cited("[письмом](document:letter-9)"), "<p>письмом</p>\n");
    }
}
