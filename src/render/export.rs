//! Tables for programs and other papers: CSV by the output contract, aligned text, Markdown, JSON.

use unicode_width::UnicodeWidthStr;

use super::Strings;
use crate::report::view::{Cell, Row, RowRole, Table};

/// The file of a table: `row,column,count,base,percent` by ids, a line for each cell. A missing
/// value prints its sign in the column `percent`. A listing has words instead of counts; they
/// stand in the same column.
pub fn csv(table: &Table) -> String {
    let writer = csv::WriterBuilder::new().from_writer(Vec::new());
    let mut records = vec![["row", "column", "count", "base", "percent"].map(str::to_owned)];
    for row in table.rows.iter().filter(|row| row.role != RowRole::Group) {
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
            let percent = cell.figure.clone().unwrap_or_else(|| harmless(&cell.text));
            records.push([
                harmless(&row.id),
                harmless(&column.id),
                number(cell.count),
                number(cell.base),
                percent,
            ]);
        }
    }
    written(writer, &records)
}

/// The same cells in the words of the table, for a spreadsheet program of the site's language: it
/// tells UTF-8 by the mark at the start, columns by the language's separator, numbers by its mark.
pub fn excel_csv(table: &Table, t: &Strings, lang: &str) -> String {
    // Where the comma parts a number, the semicolon parts columns.
    let (separator, mark) = if lang == "ru" { (b';', ",") } else { (b',', ".") };
    let writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let heads = ["row", "column", "count", "base", "figure", "unit"].map(|key| t.get(key));
    let mut records = vec![heads.map(str::to_owned)];
    for row in table.rows.iter().filter(|row| row.role != RowRole::Group) {
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let number = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
            let over = column.spanner.iter().map(|spanner| format!("{spanner}: "));
            let figure = cell.figure.as_ref().map(|figure| figure.replace('.', mark));
            records.push([
                harmless(&row.title.text),
                harmless(&over.chain([column.title.clone()]).collect::<String>()),
                number(cell.count),
                number(cell.base),
                figure.unwrap_or_else(|| harmless(&cell.text)),
                cell.unit.clone().unwrap_or_default(),
            ]);
        }
    }
    written(writer, &records)
}

/// The records as the text of a file, after what the writer has written already.
fn written<const N: usize>(mut writer: csv::Writer<Vec<u8>>, records: &[[String; N]]) -> String {
    for record in records {
        // Writing into memory does not fail.
        let _ = writer.write_record(record);
    }
    writer
        .into_inner()
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default()
}

/// Text in which no spreadsheet sees a formula: an apostrophe stands before what could begin one.
/// A program that parts columns otherwise than the file does may begin a cell in the middle.
fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for piece in text.split_inclusive([';', ',', '\t', '\r', '\n']) {
        if is_formula(piece.trim_end_matches([';', ',', '\t', '\r', '\n'])) {
            safe.push('\'');
        }
        safe.push_str(piece);
    }
    safe
}

/// True of what a spreadsheet would compute. A number with a sign is none, nor is a lone dash, which
/// is the sign of what is missing.
fn is_formula(text: &str) -> bool {
    let number = |rest: &str| {
        let digits = rest.trim_end_matches(['%', ' ', '\u{A0}']);
        digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
    };
    match text.strip_prefix(['-', '+']) {
        Some(rest) => text != "-" && !number(rest),
        None => text.starts_with(['=', '@']),
    }
}

/// What a cell says in one line: «14 (54 %)».
fn words(cell: &Cell) -> String {
    match &cell.detail {
        Some(detail) => format!("{} ({detail})", cell.text),
        None => cell.text.clone(),
    }
}

/// A row in words, a text for each column; what a group says in its one cell fills none of them.
fn cells(row: &Row, width: usize) -> Vec<String> {
    let own = if row.role == RowRole::Group { &[][..] } else { &row.cells };
    let mut texts = vec![row.title.text.clone()];
    texts.extend(own.iter().map(words));
    texts.resize(width, String::new());
    texts
}

fn headings(table: &Table) -> Vec<String> {
    let titles = table.columns.iter().map(|column| column.title.clone());
    std::iter::once(table.corner.clone()).chain(titles).collect()
}

/// The table as aligned text: title, columns, rows, base, notes.
pub fn text(table: &Table) -> String {
    let headings = headings(table);
    let rows: Vec<Vec<String>> = table.rows.iter().map(|r| cells(r, headings.len())).collect();
    let width = |at: usize| {
        let lines = rows.iter().map(|row| row[at].width());
        lines.chain([headings[at].width()]).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..headings.len()).map(width).collect();
    let numeric = |at: usize| at > 0 && table.columns[at - 1].numeric;
    let line = |row: &[String]| {
        let padded = row.iter().enumerate().map(|(at, text)| {
            let gap = " ".repeat(widths[at] - text.width());
            if numeric(at) { format!("{gap}{text}") } else { format!("{text}{gap}") }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let mut out = vec![table.caption.clone(), String::new(), line(&headings)];
    let rule = widths.iter().map(|w| "─".repeat(*w)).collect::<Vec<_>>();
    out.push(rule.join("  "));
    out.extend(rows.iter().map(|row| line(row)));
    out.extend(foot(table));
    out.join("\n") + "\n"
}

fn foot(table: &Table) -> Vec<String> {
    let legend = table.legend.iter().map(|(sign, meaning)| format!("{sign} — {meaning}"));
    let lines: Vec<String> =
        table.base.iter().cloned().chain(table.notes.iter().cloned()).chain(legend).collect();
    if lines.is_empty() { lines } else { std::iter::once(String::new()).chain(lines).collect() }
}

/// The table in Markdown.
pub fn markdown(table: &Table) -> String {
    let escape = |text: &String| text.replace('\\', "\\\\").replace('|', "\\|").replace('\n', " ");
    let line =
        |row: &[String]| format!("| {} |", row.iter().map(escape).collect::<Vec<_>>().join(" | "));
    let rule = table.columns.iter().map(|c| if c.numeric { " ---: |" } else { " --- |" });
    let mut out = vec![format!("**{}**", table.caption), String::new(), line(&headings(table))];
    out.push(format!("| --- |{}", rule.collect::<String>()));
    let width = table.columns.len() + 1;
    out.extend(table.rows.iter().map(|row| line(&cells(row, width))));
    out.extend(foot(table));
    out.join("\n") + "\n"
}

/// The table as shown, in JSON.
///
/// # Errors
/// Never for a table of this program; serde's contract has an error all the same.
pub fn json(table: &Table) -> serde_json::Result<String> {
    serde_json::to_string_pretty(table).map(|text| text + "\n")
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_made_harmless_and_numbers_are_left() {
        for formula in [
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-1+cmd",
            "-2+3",
            "@SUM(A1)",
            "--1",
            "-a",
            "+7 (4852)",
            "+",
        ] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        assert_eq!(harmless("\t=1"), "\t'=1");
        assert_eq!(harmless("\r@x"), "\r'@x");
        assert_eq!(harmless("школа;=1"), "школа;'=1");
        for honest in
            ["-5", "+3,5", "-12.5 %", "—", "-", "", "МОУ «СОШ № 1»", "5-6", "\u{2212}5", "•"]
        {
            assert_eq!(harmless(honest), honest);
        }
    }
}
