//! Measures, the indicators of programmes, the frame of support.

use super::rows::{Row, Shape};
use crate::diag::{Code, Diagnostic, Diagnostics, unknown};
use crate::model::dataset::Dataset;
use crate::model::field::Declarations;
use crate::model::ids::{DocumentId, TableId};
use crate::model::management::{
    Direction, Frame, FrameCell, Judgement, Measure, ProgrammeIndicator, ProgrammeIndicators,
    Verdict,
};

const MEASURES: Shape = Shape {
    name: "measures",
    main: "measure",
    words: &["effect", "problem", "proposal", "tables"],
};
const INDICATORS: &str = "indicators_programme";
const FRAME: Shape =
    Shape { name: "support_frame", main: "text", words: &["category", "responsible"] };

/// Reads `measures`.
pub(super) fn measures(
    dataset: &Dataset,
    declared: &Declarations,
    faults: &mut Diagnostics,
) -> Vec<Measure> {
    let rows = MEASURES.rows(dataset, declared, faults).into_iter();
    let measure = |row: Row<'_>| {
        let owner = owner(&row, declared, faults)?;
        let (judgement, verdict) = verdict(&row, faults);
        let table = |id| (TableId::new(id), row.place("tables"));
        Some(Measure {
            owner,
            measure: row.words("measure"),
            effect: row.words("effect"),
            problem: row.words("problem"),
            proposal: row.words("proposal"),
            judgement,
            verdict,
            tables: row.several("tables").map(table).collect(),
            document: row.given("document").map(DocumentId::new),
            place: row.row_place(),
        })
    };
    rows.filter_map(measure).collect()
}

/// The judgement and the verdict of a measure. A word of judgement in the column of verdicts is a
/// judgement all the same.
fn verdict(row: &Row<'_>, faults: &mut Diagnostics) -> (Option<Judgement>, Option<Verdict>) {
    let judgement = row.given("judgement").and_then(Judgement::parse);
    let meant = row.given("verdict").and_then(Judgement::parse);
    if judgement.is_some() && meant.is_some() {
        let fault = Diagnostic::new(Code::EitherOr).at(row.place("verdict"));
        faults.push(fault.with("value", "judgement").with("other", "verdict"));
    }
    (judgement.or(meant), row.given("verdict").and_then(Verdict::parse))
}

/// What a row belongs to: a track by number or id, a group, a variant of support.
fn owner(row: &Row<'_>, declared: &Declarations, faults: &mut Diagnostics) -> Option<String> {
    if !row.required("track", faults) {
        return None;
    }
    let name = row.given("track").unwrap_or_default();
    let owner = declared.owners.get(name).cloned();
    if owner.is_none() {
        let known: Vec<&str> = declared.owners.keys().map(String::as_str).collect();
        faults.push(unknown(Code::UnknownTrack, row.place("track"), name, &known));
    }
    owner
}

/// Reads `indicators_programme`: every column that is no other holds the values of a date.
pub(super) fn indicators(
    dataset: &Dataset,
    declared: &Declarations,
    faults: &mut Diagnostics,
) -> ProgrammeIndicators {
    let Some(table) = dataset.tables.get(INDICATORS) else { return Default::default() };
    const OTHERS: [&str; 4] = ["track", "number", "indicator", "note"];
    let headers = table.columns.iter().map(|c| c.name.clone());
    let dates: Vec<String> = headers.filter(|name| !OTHERS.contains(&name.as_str())).collect();
    let mut quiet = declared.clone();
    let of_dates = dates.iter().map(|name| (name.clone(), crate::model::field::FieldKind::Text));
    quiet.columns.entry(INDICATORS.to_owned()).or_default().extend(of_dates);
    let shape = Shape { name: INDICATORS, main: "indicator", words: &["note"] };
    let rows = shape.rows(dataset, &quiet, faults).into_iter();
    let row = |row: Row<'_>| {
        Some(ProgrammeIndicator {
            owner: owner(&row, declared, faults)?,
            indicator: row.words("indicator"),
            values: dates.iter().map(|date| row.written(date)).collect(),
            note: row.words("note"),
            place: row.row_place(),
        })
    };
    let rows = rows.filter_map(row).collect();
    ProgrammeIndicators { dates, rows }
}

/// Reads `support_frame`.
pub(super) fn frame(dataset: &Dataset, declared: &Declarations, faults: &mut Diagnostics) -> Frame {
    let mut known: Vec<&str> = declared.clusters.iter().map(String::as_str).collect();
    known.push(&declared.outside);
    let mut directions: Vec<Direction> = Vec::new();
    for row in FRAME.rows(dataset, declared, faults) {
        let named = row.required("direction", faults) & row.required("cluster", faults);
        let cluster = row.words("cluster");
        if named && !known.contains(&cluster.as_str()) {
            faults.push(unknown(Code::UnknownCluster, row.place("cluster"), &cluster, &known));
        }
        let (category, title) = (row.words("category"), row.words("direction"));
        let cell = FrameCell {
            cluster,
            text: row.words("text"),
            responsible: row.words("responsible"),
            place: row.row_place(),
        };
        match directions.iter_mut().find(|d| d.category == category && d.title == title) {
            Some(direction) => direction.cells.push(cell),
            None => {
                // Behind the last direction of its category, however rows are shuffled.
                let fellow = directions.iter().rposition(|d| d.category == category);
                let at = fellow.map_or(directions.len(), |at| at + 1);
                directions.insert(at, Direction { category, title, cells: vec![cell] });
            }
        }
    }
    Frame { directions }
}
