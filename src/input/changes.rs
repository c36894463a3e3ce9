//! The table `school_changes`: what happened to a school in which year.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostics, Place, unknown};
use crate::model::dataset::Dataset;
use crate::model::ids::{MunicipalityIx, Year};
use crate::model::schema::Choice;

use super::cells::{Cells, Column, missing_column, unknown_columns};
use super::raw::RawTable;
use super::registry::Municipalities;

const KINDS: &[Choice] = &[
    Choice {
        id: "renamed", words: &["переименована", "переименование"]
    },
    Choice { id: "moved", words: &["переведена", "перевод"] },
    Choice { id: "merged", words: &["присоединение", "присоединена"] },
    Choice { id: "opened", words: &["открыта", "открытие"] },
    Choice { id: "closed", words: &["закрыта", "закрытие"] },
];

const SERIES: &[Choice] = &[
    Choice { id: "continues", words: &["продолжается"] },
    Choice { id: "breaks", words: &["прерывается"] },
];

/// A row of the table; schools are rows of their registry.
pub(super) struct ChangeRow {
    pub school: usize,
    pub year: Year,
    pub kind: Kind,
    pub breaks: bool,
    pub document: Option<String>,
    pub place: Place,
}

/// What happened, with what there was before it.
pub(super) enum Kind {
    Renamed(String),
    Moved(MunicipalityIx),
    Merged(usize),
    Opened,
    Closed,
}

/// Reads the table; `find` reads what a cell calls a school as a row of the registry.
pub(super) fn changes(
    table: &RawTable,
    documents: Option<&RawTable>,
    dataset: &Dataset,
    find: &impl Fn(&mut Cells<'_, '_>, Column<'_>) -> Option<usize>,
    faults: &mut Diagnostics,
) -> Vec<ChangeRow> {
    let known = ["school", "year", "change", "from", "series", "document"];
    unknown_columns(table, &known, faults);
    let [school, year, change] =
        ["school", "year", "change"].map(|header| Column::required(table, header, faults));
    let [from, series, document] =
        ["from", "series", "document"].map(|header| Column::optional(table, header));
    let municipalities = Municipalities::of(dataset);
    let documents: BTreeSet<&str> = documents.map(super::tables::raw_ids).unwrap_or_default();
    let mut seen: BTreeMap<(usize, Year, &str, Option<usize>), Place> = BTreeMap::new();
    let mut rows = Vec::new();
    let mut lacks_from = false;
    for raw in table.rows() {
        let mut cells = Cells::new(raw, faults);
        let (of, in_year) = (find(&mut cells, school), cells.required_year(year));
        let what = cells.required(change).and_then(|_| cells.choice(change, KINDS));
        let breaks =
            !cells.text(series).is_empty() && cells.choice(series, SERIES) == Some("breaks");
        lacks_from |= !from.exists() && matches!(what, Some("renamed" | "moved" | "merged"));
        let paper = cells.text(document);
        // A region without documents may name them all the same.
        if !paper.is_empty() && !documents.is_empty() && !documents.contains(paper) {
            let known = cells.advised(|| documents.iter().copied().collect());
            let fault = unknown(Code::UnknownRow, cells.place(document), paper, &known);
            cells.push(fault.with("table", "documents"));
        }
        let kind = match what {
            Some("renamed") => cells.required(from).map(|name| Kind::Renamed(name.to_owned())),
            Some("moved") => municipalities.read(&mut cells, from).map(Kind::Moved),
            Some("merged") => find(&mut cells, from).map(Kind::Merged),
            Some("opened") => Some(Kind::Opened),
            Some("closed") => Some(Kind::Closed),
            _ => None,
        };
        let (Some(of), Some(in_year), Some(what), Some(kind)) = (of, in_year, what, kind) else {
            continue;
        };
        let joined = match kind {
            Kind::Merged(joined) => Some(joined),
            _ => None,
        };
        let place = cells.row_place();
        if let Some(first) = seen.insert((of, in_year, what, joined), place) {
            let said = [school, year, change].map(|column| cells.text(column));
            cells.push(table.repeated(&said.join(", "), first, place));
            continue;
        }
        let document = (!paper.is_empty()).then(|| paper.to_owned());
        rows.push(ChangeRow { school: of, year: in_year, kind, breaks, document, place });
    }
    if lacks_from {
        faults.push(missing_column(table, "from"));
    }
    rows
}
