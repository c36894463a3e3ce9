//! A table as read, before its values mean anything: headers, rows, texts, places.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Place, Places};

use crate::source::CellKind;

use super::fold::same;
use super::number;

/// How large a table may be: its rows and its cells. The bounds keep memory below a gigabyte and the
/// time within a minute, whatever stands in the file.
#[derive(Clone, Copy, Debug)]
struct Limits {
    rows: usize,
    cells: usize,
}

impl Limits {
    fn of(table: &str) -> Self {
        match table {
            // The results of a whole country for many years; a value of theirs takes little room.
            "results" => Self { rows: 2_000_000, cells: 10_000_000 },
            // Rows that are compared with each other. No country has so many schools.
            "municipalities"
            | "schools"
            | "school_changes"
            | "procedure_years"
            | "checked"
            | "documents"
            | "decisions"
            | "recommendations"
            | "events"
            | "contacts"
            | "measures"
            | "indicators_programme"
            | "support_frame"
            | "risk_catalogue"
            | "survey_questions" => Self { rows: 100_000, cells: 2_000_000 },
            _ => Self { rows: 1_000_000, cells: 4_000_000 },
        }
    }
}

/// A table of texts. The texts of all cells stand in one string, so that a million rows cost
/// little more than the file itself.
#[derive(Clone, Debug)]
pub(super) struct RawTable {
    name: String,
    headers: Vec<String>,
    text: String,
    /// Where each cell ends in `text`, row by row.
    ends: Vec<u32>,
    places: Places,
    limits: Limits,
    /// Cells, counted as in `ends`, whose number a workbook holds as a text.
    typed: BTreeSet<usize>,
}

/// A row of a raw table.
#[derive(Clone, Copy)]
pub(super) struct RawRow<'a> {
    table: &'a RawTable,
    index: usize,
}

impl RawTable {
    /// A table without rows. `places` has none yet either.
    pub fn new(name: &str, headers: Vec<String>, places: Places) -> Self {
        Self {
            limits: Limits::of(name),
            name: name.to_owned(),
            headers,
            text: String::new(),
            ends: Vec::new(),
            places,
            typed: BTreeSet::new(),
        }
    }

    /// Adds a row; cells past the headers are left out, cells short of them are empty.
    /// False if the table has grown past what svod reads, and the row was not added.
    pub fn push<'a>(&mut self, line: u32, cells: impl Iterator<Item = &'a str>) -> bool {
        self.put(cells) && {
            self.places.push_line(line);
            true
        }
    }

    /// Adds a row whose cells stand where they stand.
    /// False if the table has grown past what svod reads, and the row was not added.
    pub fn push_cells<'a>(
        &mut self,
        row: Place,
        cells: impl Iterator<Item = (&'a str, Place)> + Clone,
    ) -> bool {
        self.put(cells.clone().map(|(text, _)| text)) && {
            self.places.push_cells(row, cells.map(|(_, place)| place));
            true
        }
    }

    /// Notes of a cell of the last row that the workbook holds its number as a text.
    pub fn mark_typed(&mut self, column: usize, kind: CellKind, text: &str) {
        if kind == CellKind::Text && number::with_sign(text).is_some() {
            self.typed.insert((self.len().saturating_sub(1)) * self.headers.len() + column);
        }
    }

    fn put<'a>(&mut self, mut cells: impl Iterator<Item = &'a str>) -> bool {
        let kept = (self.text.len(), self.ends.len());
        let most = self.limits;
        if self.places.len() >= most.rows || kept.1 + self.headers.len() > most.cells {
            return false;
        }
        for _ in 0..self.headers.len() {
            self.text.push_str(cells.next().unwrap_or(""));
            let Ok(end) = u32::try_from(self.text.len()) else {
                self.text.truncate(kept.0);
                self.ends.truncate(kept.1);
                return false;
            };
            self.ends.push(end);
        }
        true
    }

    /// One table of several that feed it, with the columns of all; what a part does not have is empty.
    /// `None` if there is none, or they are too large together.
    pub fn joined(parts: Vec<Self>) -> Option<Self> {
        let mut parts = parts;
        if parts.len() < 2 {
            return parts.pop();
        }
        let first = parts.first()?;
        let mut headers: Vec<String> = Vec::new();
        let mut places = Vec::new();
        for part in &parts {
            for (at, header) in part.headers.iter().enumerate() {
                if !headers.iter().any(|known| same(known, header)) {
                    headers.push(header.clone());
                    places.push(part.places.heading(at));
                }
            }
        }
        let places = Places::of_cells(first.place(), places);
        let mut whole = Self::new(&first.name, headers, places);
        for part in &parts {
            let columns: Vec<Option<usize>> = whole
                .headers
                .iter()
                .map(|header| part.headers.iter().position(|own| same(own, header)))
                .collect();
            for row in part.rows() {
                let cells = columns.iter().map(|column| match column {
                    Some(at) => (row.cell(*at), row.cell_place(*at)),
                    None => ("", row.place()),
                });
                if !whole.push_cells(row.place(), cells) {
                    return None;
                }
                for (at, own) in columns.iter().enumerate() {
                    if own.is_some_and(|own| row.is_typed(own)) {
                        whole.mark_typed(at, CellKind::Text, row.cell(own.unwrap_or_default()));
                    }
                }
            }
        }
        Some(whole)
    }

    /// The name of the table: that of its file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where its cells stand.
    pub fn places(&self) -> &Places {
        &self.places
    }

    pub fn place(&self) -> Place {
        self.places.whole()
    }

    /// The same key in two rows.
    pub fn repeated(&self, key: &str, first: Place, second: Place) -> Diagnostic {
        Diagnostic::new(Code::RepeatedKey)
            .at(second)
            .with("value", key)
            .with("table", self.name())
            .see_also(first)
    }

    /// The place of the row of headers.
    pub fn header_place(&self) -> Place {
        self.places.heading_row()
    }

    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    pub fn len(&self) -> usize {
        self.places.len()
    }

    pub fn rows(&self) -> impl Iterator<Item = RawRow<'_>> {
        (0..self.len()).map(|index| RawRow { table: self, index })
    }
}

impl<'a> RawRow<'a> {
    /// The text of a cell without outer spaces; `column` counts from 0.
    pub fn cell(self, column: usize) -> &'a str {
        let at = self.index * self.table.headers.len() + column;
        let ends = &self.table.ends;
        let start = if at == 0 { 0 } else { ends[at - 1] as usize };
        self.table.text[start..ends[at] as usize].trim()
    }

    /// True if a workbook holds the number of the cell as a text.
    pub fn is_typed(self, column: usize) -> bool {
        let typed = &self.table.typed;
        !typed.is_empty() && typed.contains(&(self.index * self.table.headers.len() + column))
    }

    /// Its number among the rows, from 0.
    pub fn index(self) -> usize {
        self.index
    }

    pub fn place(self) -> Place {
        self.table.places.row(self.index)
    }

    pub fn cell_place(self, column: usize) -> Place {
        self.table.places.cell(self.index, column)
    }
}
