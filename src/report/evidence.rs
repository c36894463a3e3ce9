//! What a table says, in a sentence: the finding of its chart, or else its few figures.

use super::Report;
use super::view::{Cell, Row, RowRole, Table};

/// A table of more rows or columns has no sentence without a chart.
const FEW: usize = 4;

impl Report<'_> {
    /// The title of a table or listing and what it shows; `None` if the region has no such table.
    pub(super) fn table_words(&self, id: &str) -> Option<(String, Option<String>)> {
        if let Some(listing) = self.published.listing(id) {
            let n = super::count(listing.schools.len());
            let finding = self.say("finding-listing", &[("n", n)]);
            return Some((self.name(&listing.title), Some(finding)));
        }
        let tabulation = self.published.table(id)?;
        let finding = match self.figure(tabulation) {
            Some(figure) => Some(figure.finding),
            None => self.few_figures(&self.tabulation(tabulation)),
        };
        Some((self.name(&tabulation.title), finding))
    }

    /// «доля школ: январь — 25 %, год спустя — 57 %; …» of a table small enough to be said.
    fn few_figures(&self, table: &Table) -> Option<String> {
        let body: Vec<&Row> = table.rows.iter().filter(|row| row.role == RowRole::Body).collect();
        let said = |cell: &&Cell| cell.missing.is_none();
        if body.is_empty() || body.len() > FEW || table.columns.len() > FEW {
            return None;
        }
        let words = |cell: &Cell| match &cell.detail {
            Some(detail) => format!("{} ({detail})", cell.text),
            None => cell.text.clone(),
        };
        let row = |row: &&Row| {
            let pairs = table.columns.iter().zip(&row.cells).filter(|(_, cell)| said(cell));
            let list: Vec<String> = match table.columns.len() {
                1 => pairs.map(|(_, cell)| words(cell)).collect(),
                _ => pairs.map(|(c, cell)| format!("{} — {}", c.title, words(cell))).collect(),
            };
            let mark = if table.columns.len() == 1 { " — " } else { ": " };
            (!list.is_empty()).then(|| format!("{}{mark}{}", row.title.text, list.join(", ")))
        };
        let rows: Vec<String> = body.iter().filter_map(row).collect();
        let sentence = super::findings::capital(&rows.join("; "));
        (!rows.is_empty()).then(|| super::dashed(&format!("{sentence}.")))
    }
}
