//! Tables of a text, written with classes where pulldown-cmark writes inline styles.

use pulldown_cmark::{Alignment, CowStr, Event, Tag, TagEnd};

use super::sanitise::Made;
use crate::render::html::Html;

/// The open table.
#[derive(Default)]
pub struct Columns {
    alignments: Vec<Alignment>,
    next: usize,
    head: bool,
}

impl Columns {
    /// The markup that opens a table in its own box to scroll. `caption` is its anchor and markup;
    /// without one the box is called `name`.
    pub fn open(
        &mut self,
        alignments: Vec<Alignment>,
        caption: Option<(String, String)>,
        name: &str,
        made: &mut Made,
    ) -> String {
        self.alignments = alignments;
        let mut out = Html::new();
        let class = made.keep("table-scroll".to_owned());
        out.raw("<div").attr("class", &class).raw(" role=\"group\" tabindex=\"0\"");
        let data = made.keep("data".to_owned());
        made.keep("num".to_owned());
        let Some((id, markup)) = caption else {
            out.attr("aria-label", name).raw("><table").attr("class", &data).raw(">\n");
            return out.finish();
        };
        let anchor = made.keep(format!("{id}-caption"));
        out.attr("id", &id).attr("aria-labelledby", &anchor);
        out.raw("><table").attr("class", &data).raw(">\n<caption><span");
        out.attr("class", &made.keep("caption".to_owned())).attr("id", &anchor).raw(">");
        out.raw(&markup).raw("</span></caption>\n");
        out.finish()
    }

    /// The markup for an event that belongs to the frame of a table.
    pub fn markup(&mut self, event: &Event<'_>) -> Option<CowStr<'static>> {
        let markup = match event {
            Event::Start(Tag::TableHead) => {
                (self.head, self.next) = (true, 0);
                "<thead><tr>"
            }
            Event::End(TagEnd::TableHead) => {
                self.head = false;
                "</tr></thead>\n<tbody>\n"
            }
            Event::Start(Tag::TableRow) => {
                self.next = 0;
                "<tr>"
            }
            Event::Start(Tag::TableCell) => {
                let right = self.alignments.get(self.next) == Some(&Alignment::Right);
                self.next += 1;
                match (self.head, right) {
                    (true, true) => "<th scope=\"col\" class=\"num\">",
                    (true, false) => "<th scope=\"col\">",
                    (false, true) => "<td class=\"num\">",
                    (false, false) => "<td>",
                }
            }
            Event::End(TagEnd::TableCell) if self.head => "</th>",
            Event::End(TagEnd::TableCell) => "</td>",
            Event::End(TagEnd::TableRow) => "</tr>\n",
            Event::End(TagEnd::Table) => "</tbody></table></div>\n",
            _ => return None,
        };
        Some(markup.into())
    }
}
