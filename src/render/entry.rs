//! Things one under another: a heading with an anchor, words, terms.

use super::block::Place;
use super::html::Html;
use crate::report::view::Entry;

/// Entries as articles; their titles are headings of `level`.
pub fn html(entries: &[Entry], level: usize, place: &Place<'_>) -> String {
    let heading = format!("h{level}");
    let open = format!("<{heading}>");
    let mut out = Html::new();
    out.raw("<div class=\"entries\">\n");
    for entry in entries {
        out.raw("<article").attr("id", &entry.id).raw(">\n");
        if let Some(over) = &entry.over {
            out.element("p", "over", over).raw("\n");
        }
        // A title over nothing is no heading.
        let bare = entry.text.is_empty() && entry.terms.is_empty();
        let (open, close) = match bare {
            true => ("<p class=\"title\">", "</p>\n".to_owned()),
            false => (open.as_str(), format!("</{heading}>\n")),
        };
        out.raw(open).label(&entry.title, place.root).raw(&close);
        for paragraph in &entry.text {
            out.element("p", "", paragraph).raw("\n");
        }
        if !entry.terms.is_empty() {
            out.raw(&place.terms(&entry.terms));
        }
        out.raw("</article>\n");
    }
    out.raw("</div>\n");
    out.finish()
}
