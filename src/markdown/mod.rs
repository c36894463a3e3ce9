//! What Markdown is here: its extensions, the Russian names of call-outs, captions and anchors. All
//! who read a text read it by this room, so that none of them sees another text than the others.

mod caption;
mod survey;

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, Event, Options, Parser, TextMergeWithOffset};

pub use caption::{Caption, Captioned, captions, with_anchor};
pub use survey::{Found, Link, Survey, Thing, survey};

/// What stands out from the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Callout {
    /// What follows from the data.
    Conclusion,
    /// What is to be done.
    Proposal,
    /// What to beware of.
    Attention,
    /// An aside.
    Note,
}

impl Callout {
    /// Its name in classes and in the catalogue.
    pub fn name(self) -> &'static str {
        match self {
            Self::Conclusion => "conclusion",
            Self::Proposal => "proposal",
            Self::Attention => "attention",
            Self::Note => "note",
        }
    }
}

impl From<BlockQuoteKind> for Callout {
    fn from(kind: BlockQuoteKind) -> Self {
        match kind {
            BlockQuoteKind::Important => Self::Conclusion,
            BlockQuoteKind::Tip => Self::Proposal,
            BlockQuoteKind::Warning | BlockQuoteKind::Caution => Self::Attention,
            BlockQuoteKind::Note => Self::Note,
        }
    }
}

/// The words by which call-outs begin.
pub const CALLOUT_NAMES: [&str; 4] = ["Вывод", "Предложение", "Внимание", "Примечание"];

/// Words by which an author begins a call-out, and those that Markdown knows them by.
const CALLOUTS: [(&str, &str); 4] = [
    ("[!вывод]", "[!IMPORTANT]"),
    ("[!предложение]", "[!TIP]"),
    ("[!внимание]", "[!WARNING]"),
    ("[!примечание]", "[!NOTE]"),
];

/// The text with the Russian names of call-outs as Markdown knows them; every byte else keeps its
/// place, for spaces make up the difference.
pub fn with_callouts(markdown: &str) -> String {
    let mut text = String::with_capacity(markdown.len());
    for line in markdown.split_inclusive('\n') {
        let lower = line.trim_start().strip_prefix('>').map(|rest| rest.trim().to_lowercase());
        let known = CALLOUTS.iter().find(|(name, _)| Some(*name) == lower.as_deref());
        match known.zip(line.find('[')) {
            Some(((name, mark), at)) => {
                text.push_str(&line[..at]);
                text.push_str(mark);
                text.push_str(&" ".repeat(name.len() - mark.len()));
                text.push_str(&line[at + name.len()..]);
            }
            None => text.push_str(line),
        }
    }
    text
}

/// The events of a text that [`with_callouts`] has made ready, each with its bytes; neighbouring
/// pieces of words are one.
pub fn events(text: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_GFM;
    TextMergeWithOffset::new(Parser::new_ext(text, options).into_offset_iter())
}

#[cfg(test)]
mod tests {
    use super::with_callouts;

    #[test]
    fn callouts_keep_every_byte_in_its_place() {
        let text = "> [!Вывод]\n> Так.\n\n> [!ПРЕДЛОЖЕНИЕ]\n> [!Внимание] не в начале\n";
        let known = with_callouts(text);
        assert_eq!(known.len(), text.len());
        assert!(known.starts_with("> [!IMPORTANT] \n> Так.\n\n> [!TIP]"), "{known}");
        assert!(known.ends_with("> [!Внимание] не в начале\n"));
    }
}
