//! A narrative page: Markdown with a head.

use std::collections::BTreeMap;

use super::cycle::Stage;
use crate::diag::Place;

/// What stands before the id of a document where Markdown cites it: `[приказ](document:order-1)`.
pub const DOCUMENT_SCHEME: &str = "document:";

/// A page from `content/`.
#[derive(Clone, Debug)]
pub struct Narrative {
    /// Path without `.md`, for example `purpose` or `sections/risks`.
    pub slug: String,
    /// The heading.
    pub title: String,
    /// One sentence that stands under the heading.
    pub lead: Option<String>,
    /// Ids of tables shown after the text, each with its chart.
    pub tables: Vec<(String, Place)>,
    /// The stage of the management cycle that the text belongs to, if it says so.
    pub stage: Option<Stage>,
    /// Ids of documents that the text cites, as `document:id` in place of an address.
    pub documents: Vec<(String, Place)>,
    /// Why the numbers of the text are another source's and are not held against the data.
    pub quoted: Option<String>,
    /// The text.
    pub markdown: String,
    /// Where the text begins in its file, in bytes.
    pub body: usize,
    /// The file.
    pub place: Place,
}

/// A table that a text declares where it stands: what the brackets of its call say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpotTable {
    /// Words by the name that stands before them, each with its place.
    pub args: BTreeMap<String, (String, Place)>,
    /// The call.
    pub place: Place,
}

/// What tells one [`SpotTable`] from another: its words without their places.
pub type SpotKey = BTreeMap<String, String>;

impl SpotTable {
    /// What it says; two calls that say the same declare one table.
    pub fn key(&self) -> SpotKey {
        self.args.iter().map(|(name, (words, _))| (name.clone(), words.clone())).collect()
    }
}

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
