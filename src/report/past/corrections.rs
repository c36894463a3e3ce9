//! Figures of an earlier report that would be others now.

use super::super::Report;
use super::super::view::{Cell, Row, Table};

/// A figure that was published and is another now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The id of the table.
    pub table: String,
    /// What the table shows.
    pub caption: String,
    /// The title of the row.
    pub row: String,
    /// The title of the column.
    pub column: String,
    /// As it was printed; empty if there was no such row.
    pub then: String,
    /// As it is printed now; empty if there is no such row any more.
    pub now: String,
}

/// What differs in the tables of a report and of the same report made anew, in their order.
pub(super) fn between(then: &Report<'_>, now: &Report<'_>) -> Vec<Correction> {
    let ids = then.table_ids();
    let pairs = ids.filter_map(|id| Some((then.table(id)?, now.table(id)?)));
    pairs.flat_map(|(then, now)| differences(&then, &now)).collect()
}

fn differences(then: &Table, now: &Table) -> Vec<Correction> {
    let mut found = Vec::new();
    for row in &then.rows {
        let same = now.rows.iter().find(|other| other.id == row.id);
        found.extend(in_row(then, now, row, same));
    }
    let known = |row: &&Row| then.rows.iter().any(|other| other.id == row.id);
    for row in now.rows.iter().filter(|row| !known(row)) {
        let made = then.columns.iter().filter_map(|column| {
            let at = now.columns.iter().position(|other| other.id == column.id)?;
            let text = printed(row.cells.get(at)?);
            Some(correction(then, row, &column.title, String::new(), text))
        });
        found.extend(made.filter(|made| !made.now.is_empty()));
    }
    found
}

fn in_row(then: &Table, now: &Table, row: &Row, same: Option<&Row>) -> Vec<Correction> {
    let columns = then.columns.iter().zip(&row.cells);
    let compared = columns.filter_map(|(column, cell)| {
        let at = now.columns.iter().position(|other| other.id == column.id)?;
        let now = same.and_then(|row| row.cells.get(at)).map(printed).unwrap_or_default();
        let then_text = printed(cell);
        (then_text != now).then(|| correction(then, row, &column.title, then_text, now))
    });
    compared.collect()
}

fn correction(table: &Table, row: &Row, column: &str, then: String, now: String) -> Correction {
    Correction {
        table: table.id.clone(),
        caption: table.caption.clone(),
        row: row.title.text.clone(),
        column: column.to_owned(),
        then,
        now,
    }
}

/// A cell in words: its mark speaks where it has no text.
fn printed(cell: &Cell) -> String {
    let mark = cell.mark.as_ref().filter(|_| cell.text.is_empty());
    let text = mark.map_or(cell.text.as_str(), |mark| mark.title.as_str());
    match &cell.detail {
        Some(detail) => format!("{text} ({detail})"),
        None => text.to_owned(),
    }
}
