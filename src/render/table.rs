//! Tables: caption, headings over headings, rows, totals, signs of missing values, and where the
//! figures come from.

use super::Strings;
use super::block::caption_class;
use super::html::{Html, NBSP};
use crate::report::view::{Cell, Column, Mark, Row, RowRole, Says, Table};

/// A detail of more characters than a percentage has needs a wider place: «1616 из 10 777».
const LONG: usize = 7;

/// Words of more characters are a sentence and need room: «проведение родительского собрания…».
const SENTENCE: usize = 60;

/// A table with all that belongs to it. `id` is its anchor on the page; `said` tells that its caption
/// stands above it already.
pub fn html(table: &Table, id: &str, root: &str, t: &Strings, said: bool) -> String {
    if table.columns.is_empty() {
        return list(table, id, root, t, said);
    }
    let caption = format!("{id}-caption");
    let mut out = Html::new();
    out.raw("<div class=\"table-block\"").attr("id", id).raw(">\n");
    key(&mut out, table);
    out.raw("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\"");
    out.attr("aria-labelledby", &caption).raw("><table class=\"data");
    out.raw(if is_long(table) { " long-details" } else { "" });
    out.raw(if has_long_titles(table) { " long-titles" } else { "" });
    out.raw("\">\n");
    let number = table.number.as_deref();
    let class = caption_class(number, said);
    out.raw("<caption><span").attr("class", class).attr("id", &caption).raw(">");
    out.caption(number, &table.caption, said).raw("</span>");
    if let Some(base) = &table.base {
        out.element("span", "base", base);
    }
    out.raw("</caption>\n");
    head(&mut out, table);
    // Groups, summaries and totals have bodies of their own, so that sorting leaves them where they
    // are.
    for rows in table.rows.chunk_by(same_body) {
        out.raw("<tbody>\n");
        for row in rows {
            body_row(&mut out, row, table, root);
        }
        out.raw("</tbody>\n");
    }
    out.raw("</table></div>\n");
    foot(&mut out, table, root, t);
    out.raw("</div>\n");
    out.finish()
}

/// A table of row titles alone is a list: nothing stands beside them.
fn list(table: &Table, id: &str, root: &str, t: &Strings, said: bool) -> String {
    let mut out = Html::new();
    out.raw("<div class=\"list-block\"").attr("id", id).raw(">\n");
    if !said {
        out.element("p", "caption", &table.caption).raw("\n");
    }
    out.raw("<ol class=\"rows\">\n");
    for row in &table.rows {
        out.raw("<li");
        if let Some(prefix) = table.anchors {
            out.attr("id", &format!("{prefix}-{}", row.id));
        }
        out.raw(">").label(&row.title, root).raw("</li>\n");
    }
    out.raw("</ol>\n");
    foot(&mut out, table, root, t);
    out.raw("</div>\n");
    out.finish()
}

/// True if a row stands in one body with the row before it.
fn same_body(before: &Row, row: &Row) -> bool {
    let one_of_many = |row: &Row| matches!(row.role, RowRole::Body | RowRole::Group);
    row.role != RowRole::Group && one_of_many(before) == one_of_many(row)
}

/// The headings; those over several columns stand in a row of their own.
fn head(out: &mut Html, table: &Table) {
    let spanned = table.columns.iter().any(|column| column.spanner.is_some());
    let tall = if spanned { " rowspan=\"2\"" } else { "" };
    out.raw("<thead>\n<tr>");
    if table.corner.is_empty() {
        out.raw("<td").raw(tall).raw("></td>");
    } else {
        out.raw("<th scope=\"col\"").raw(tall).raw(">").text(&table.corner).raw("</th>");
    }
    let together = |a: &Column, b: &Column| a.spanner.is_some() && a.spanner == b.spanner;
    for columns in table.columns.chunk_by(together) {
        match &columns[0].spanner {
            Some(spanner) => {
                out.raw("<th scope=\"colgroup\"").attr("colspan", &columns.len().to_string());
                out.raw(">").text(spanner).raw("</th>");
            }
            None => heading(out, table, &columns[0], tall),
        }
    }
    if spanned {
        out.raw("</tr>\n<tr>");
        for column in table.columns.iter().filter(|column| column.spanner.is_some()) {
            heading(out, table, column, "");
        }
    }
    out.raw("</tr>\n</thead>\n");
}

fn heading(out: &mut Html, table: &Table, column: &Column, tall: &str) {
    out.raw("<th scope=\"col\"").raw(tall);
    let at = table.columns.iter().position(|other| other.id == column.id);
    let rows = || table.rows.iter().filter(|row| row.role != RowRole::Group);
    let cells = || rows().filter_map(|row| row.cells.get(at?));
    if column.numeric {
        out.raw(" class=\"num\"");
    } else if cells().next().is_some() && cells().all(is_sign) {
        out.raw(" class=\"signs\"");
    }
    if column.choice {
        out.attr("data-choice", &column.id);
    }
    out.raw(">").text(&column.title).raw("</th>");
}

fn body_row(out: &mut Html, row: &Row, table: &Table, root: &str) {
    out.raw(match row.role {
        RowRole::Group => return group_row(out, row, table.columns.len() + 1, root),
        RowRole::Body => "<tr",
        RowRole::Summary => "<tr class=\"summary\"",
        RowRole::Total => "<tr class=\"total\"",
    });
    if let Some(prefix) = table.anchors {
        out.attr("id", &format!("{prefix}-{}", row.id));
    }
    out.raw("><th scope=\"row\">").label(&row.title, root).raw("</th>");
    for (index, cell) in row.cells.iter().enumerate().filter(|(_, cell)| cell.rows > 0) {
        body_cell(out, cell, table.columns.get(index).is_some_and(|column| column.numeric), root);
    }
    out.raw("</tr>\n");
}

/// A heading over the rows that follow, as wide as the table.
fn group_row(out: &mut Html, row: &Row, width: usize, root: &str) {
    out.raw("<tr class=\"group\"><th scope=\"rowgroup\"").attr("colspan", &width.to_string());
    out.raw("><span class=\"heading\">").label(&row.title, root);
    for cell in &row.cells {
        out.element("span", "said", &cell.text);
    }
    out.raw("</span></th></tr>\n");
}

fn body_cell(out: &mut Html, cell: &Cell, numeric: bool, root: &str) {
    let sign = is_sign(cell);
    out.raw(match (numeric, cell.missing.is_some()) {
        (false, false) if sign => "<td class=\"signs\"",
        (true, true) => "<td class=\"num missing\"",
        (true, false) => "<td class=\"num\"",
        (false, true) => "<td class=\"missing\"",
        (false, false) if is_sentence(cell) => "<td class=\"words\"",
        (false, false) => "<td",
    });
    if cell.rows > 1 {
        out.attr("rowspan", &cell.rows.to_string());
    }
    if let Some(value) = cell.value {
        out.attr("data-value", &value.to_string());
    }
    out.raw(">");
    if let (true, Some(value)) = (cell.bar, cell.value) {
        bar(out, value, cell.tick);
    }
    if let Some(missing) = &cell.missing {
        out.sign(&cell.text, missing);
    } else {
        if let Some(mark) = &cell.mark {
            // Beside words a sign is for the eye: the column says what it is that they tell of.
            let heard = if cell.text.is_empty() { "" } else { mark.title.as_str() };
            out.mark(mark, heard).raw(if sign { "" } else { NBSP });
        }
        match &cell.link {
            Some(to) => out.link(root, to, &cell.text),
            None => match counts(cell).filter(|_| numeric) {
                Some((count, base)) => out.text(count).raw(NBSP).element("span", "detail", base),
                None => out.text(&cell.text),
            },
        };
    }
    if let Some(detail) = &cell.detail {
        out.raw(" ").element("span", "detail", detail);
    }
    out.raw("</td>");
}

/// «2 из 8» parted, so that counts stand under counts.
fn counts(cell: &Cell) -> Option<(&str, &str)> {
    let alone = cell.says == Says::COUNT_OF_BASE && cell.detail.is_none();
    alone.then(|| cell.text.split_once(NBSP)).flatten()
}

/// True if the table has details that need a wide place.
fn is_long(table: &Table) -> bool {
    let details =
        table.rows.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.detail.as_ref());
    details.map(|detail| detail.chars().count()).any(|length| length > LONG)
}

/// True for a cell that is read, not looked up.
fn is_sentence(cell: &Cell) -> bool {
    cell.text.ends_with('.') && cell.text.chars().count() > SENTENCE
}

/// True if rows are headed by sentences rather than names.
fn has_long_titles(table: &Table) -> bool {
    let rows = table.rows.iter().filter(|row| row.role == RowRole::Body);
    rows.map(|row| row.title.text.chars().count()).any(|length| length > SENTENCE)
}

/// True for a cell that says all it says by its sign.
fn is_sign(cell: &Cell) -> bool {
    cell.text.is_empty() && cell.mark.is_some()
}

/// A bar before the figure. The figure says it all, so the bar is silent.
fn bar(out: &mut Html, percent: f64, tick: Option<f64>) {
    let part = |percent: f64| format!("{:.1}%", percent.clamp(0.0, 100.0));
    out.raw("<svg class=\"bar\" aria-hidden=\"true\" focusable=\"false\"><rect height=\"100%\"");
    out.attr("width", &part(percent)).raw("/>");
    if let Some(tick) = tick.map(part) {
        out.raw("<line y1=\"-20%\" y2=\"120%\"").attr("x1", &tick).attr("x2", &tick).raw("/>");
    }
    out.raw("</svg>");
}

/// What the signs of the table mean, before they are met: the last row may be far below.
fn key(out: &mut Html, table: &Table) {
    let marks = unspoken_marks(table);
    if marks.is_empty() {
        return;
    }
    out.raw("<ul class=\"legend\">");
    for mark in marks {
        // The meaning is printed beside the sign here, so it needs no hidden twin.
        out.raw("<li><span class=\"mark tone-").text(mark.tone);
        out.raw("\" aria-hidden=\"true\">").text(&mark.sign).raw("</span> ");
        out.text(&mark.title).raw("</li>");
    }
    out.raw("</ul>\n");
}

/// What stands under the table: signs of what is missing, notes, files, sources.
fn foot(out: &mut Html, table: &Table, root: &str, t: &Strings) {
    if !table.legend.is_empty() {
        out.raw("<ul class=\"legend\">");
        for (sign, meaning) in &table.legend {
            out.raw("<li><span class=\"sign\">").text(sign).raw("</span> ");
            out.text(meaning).raw("</li>");
        }
        out.raw("</ul>\n");
    }
    if let Some(basis) = &table.basis {
        out.raw("<p class=\"basis\">").text(t.get("basis")).raw(" ");
        out.link(root, &basis.to, &basis.text).raw("</p>\n");
    }
    out.list("notes", &table.notes);
    if table.files.is_some() || table.page.is_some() {
        out.raw("<p class=\"table-links\">");
        let of = table.number.as_deref();
        if let Some(to) = &table.page {
            out.link_of(root, to, t.get("table"), of).raw(" ");
        }
        if let Some(files) = &table.files {
            out.link_of(root, &files.xlsx, t.get("xlsx"), of).raw(" ");
            out.link_of(root, &files.csv, t.get("csv"), of);
        }
        out.raw("</p>\n");
    }
    if !table.sources.is_empty() {
        out.raw("<details class=\"sources\"><summary>").text(t.get("sources")).raw("</summary>");
        out.list("", &table.sources).raw("</details>\n");
    }
}

/// The marks of the table whose meaning no text beside them gives, each once, as they occur.
fn unspoken_marks(table: &Table) -> Vec<&Mark> {
    let mut marks: Vec<&Mark> = Vec::new();
    for row in &table.rows {
        let title = row.title.mark.as_ref().map(|mark| (mark, &row.title.text));
        let cells = row.cells.iter().filter_map(|c| c.mark.as_ref().map(|mark| (mark, &c.text)));
        for (mark, text) in title.into_iter().chain(cells) {
            if mark.title != *text && !marks.contains(&mark) {
                marks.push(mark);
            }
        }
    }
    marks
}
