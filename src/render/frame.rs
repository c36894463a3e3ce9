//! The frame of support: a matrix whose cells hold texts. Neighbours that say the same share a
//! cell; on a narrow screen each cell names its clusters, for the matrix becomes a column of cards.

use super::block::{Place, caption_class};
use super::html::{Html, NBSP};
use super::markdown;
use crate::report::view::{self, Frame, FrameCell, FrameColumn, FrameGroup, FrameRow};

/// A frame with all that belongs to it.
pub fn html(frame: &Frame, place: &mut Place<'_>) -> String {
    let id = place.ids.take(&frame.id);
    let caption = format!("{id}-caption");
    let mut out = Html::new();
    out.raw("<div class=\"table-block frame-block\"").attr("id", &id).raw(">\n");
    out.raw("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\"");
    out.attr("aria-labelledby", &caption).raw("><table class=\"frame\">\n<caption>");
    let (number, said) = (frame.number.as_deref(), place.has_said(&frame.caption));
    let class = caption_class(number, said);
    out.raw("<span").attr("class", class).attr("id", &caption).raw(">");
    out.caption(number, &frame.caption, said).raw("</span>");
    if let Some(base) = &frame.base {
        out.element("span", "base", base);
    }
    out.raw("</caption>\n<thead>\n<tr>");
    out.raw("<th scope=\"col\">").text(&frame.corner).raw("</th>");
    for column in &frame.columns {
        heading(&mut out, column, place.root);
    }
    out.raw("</tr>\n</thead>\n");
    for group in &frame.groups {
        rows(&mut out, group, frame, place);
    }
    out.raw("</table></div>\n");
    if let Some((sign, meaning)) = &frame.legend {
        out.raw("<ul class=\"legend\"><li><span class=\"sign\">").text(sign).raw("</span> ");
        out.text(meaning).raw("</li></ul>\n");
    }
    if !frame.sources.is_empty() {
        let title = place.t.get("sources");
        out.raw("<details class=\"sources\"><summary>").text(title).raw("</summary>");
        out.list("", &frame.sources).raw("</details>\n");
    }
    out.raw("</div>\n");
    out.finish()
}

fn heading(out: &mut Html, column: &FrameColumn, root: &str) {
    out.raw("<th scope=\"col\">");
    if let Some(mark) = &column.mark {
        out.mark(mark, &column.title).raw(NBSP);
    }
    out.text(&column.title);
    if let Some(schools) = &column.schools {
        out.raw("<span class=\"detail\">").link(root, &schools.to, &schools.text).raw("</span>");
    }
    out.raw("</th>");
}

fn rows(out: &mut Html, group: &FrameGroup, frame: &Frame, place: &mut Place<'_>) {
    out.raw("<tbody>\n");
    if !group.title.is_empty() {
        let width = (frame.columns.len() + 1).to_string();
        out.raw("<tr class=\"category\"><th scope=\"rowgroup\"").attr("colspan", &width);
        out.raw(">").text(&group.title).raw("</th></tr>\n");
    }
    for row in &group.rows {
        direction(out, row, frame, place);
    }
    out.raw("</tbody>\n");
}

fn direction(out: &mut Html, row: &FrameRow, frame: &Frame, place: &mut Place<'_>) {
    out.raw("<tr><th scope=\"row\">").text(&row.title);
    if let Some(responsible) = &row.responsible {
        out.element("span", "detail", responsible);
    }
    out.raw("</th>");
    for cell in &row.cells {
        body_cell(out, cell, frame, place);
    }
    out.raw("</tr>\n");
}

fn body_cell(out: &mut Html, cell: &FrameCell, frame: &Frame, place: &mut Place<'_>) {
    out.raw(if cell.markdown.is_empty() { "<td class=\"missing\"" } else { "<td" });
    if cell.span > 1 {
        out.attr("colspan", &cell.span.to_string());
    }
    out.attr("data-clusters", &cell.clusters.join(", ")).raw(">");
    match (&frame.legend, cell.markdown.is_empty()) {
        (Some((sign, meaning)), true) => {
            out.sign(sign, meaning);
        }
        _ => {
            // Headings are no part of a cell; those that are written become the lowest.
            let text = view::Prose { markdown: cell.markdown.clone(), ..view::Prose::default() };
            let around = place.surroundings();
            let prose = markdown::render(&text, 6, &mut place.ids, around);
            out.raw(&prose.html);
        }
    }
    if let Some(responsible) = &cell.responsible {
        out.element("p", "detail", responsible);
    }
    out.raw("</td>");
}
