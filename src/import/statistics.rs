//! ВПР, «Статистика по отметкам»: percent by mark, a row for each unit from the whole sample down
//! to the schools.

use std::rc::Rc;

use super::field::Field;
use super::record::{Out, Percent, Record, Tally, Who};
use super::summary::Skipped;
use super::table::Cells;
use super::title::Said;
use crate::diag::{Code, Diagnostic, Place};

/// The marks that a table has a column for.
const MARKS: [u16; 4] = [2, 3, 4, 5];

pub(super) fn read(cells: Cells<'_>, said: &Said, out: &mut Out<'_>) {
    let name = cells.text(Field::Group);
    if name.is_empty() {
        out.skip(Skipped::Note);
        return;
    }
    let record = |participants, tally, out: &Out<'_>| Record {
        who: Who::Group {
            name: name.to_owned(),
            single: cells.first(&[Field::Schools]).is_some()
                && cells.text(Field::Schools).is_empty(),
        },
        named: cells.place(Field::Group),
        municipality: cells.place(Field::Group),
        counted: cells.place(Field::Participants),
        sheet: out.sheet,
        rows: 1,
        said: Rc::new(said.clone()),
        participants,
        tally,
        of_pupils: false,
        hidden: out.hidden,
    };
    // A unit without numbers still says that what follows is of it.
    let silent = MARKS.iter().all(|mark| cells.text(Field::Number(*mark)).is_empty());
    let Some(participants) = count(cells, Field::Participants, out) else { return };
    if silent || participants == 0 {
        let record = record(0, Tally::Failed(0), out);
        out.records.push(record);
        return;
    }
    let Some(parts) = percents(cells, &MARKS, out) else { return };
    if !is_whole(&parts) {
        out.skip(Skipped::Faulty);
        let fault = not_whole(first_number(cells), parts.iter().copied(), participants, out.hidden);
        out.fault(fault);
        return;
    }
    let record = record(participants, Tally::FailedPercent(parts[0]), out);
    out.records.push(record);
}

/// A count, 0 if there is none; `None` after a fault.
pub(super) fn count(cells: Cells<'_>, field: Field, out: &mut Out<'_>) -> Option<u32> {
    let text = cells.text(field);
    if text.is_empty() {
        return Some(0);
    }
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let count = digits.parse().ok();
    if count.is_none() {
        bad(Code::BadCount, cells, field, out);
    }
    count
}

/// The percentages under these headings; an empty cell among others is 0. `None` after a fault.
fn percents(cells: Cells<'_>, numbers: &[u16], out: &mut Out<'_>) -> Option<Vec<Percent>> {
    let mut parts = Vec::new();
    for number in numbers {
        let field = Field::Number(*number);
        let text = Some(cells.text(field)).filter(|text| !text.is_empty()).unwrap_or("0");
        let Some(part) = Percent::parse(text) else {
            bad(Code::BadPercent, cells, field, out);
            return None;
        };
        parts.push(part);
    }
    Some(parts)
}

/// Reports a cell; where persons are told of, without what stands in it.
pub(super) fn bad(code: Code, cells: Cells<'_>, field: Field, out: &mut Out<'_>) {
    out.skip(Skipped::Faulty);
    if out.hidden {
        out.fault(hidden(field, cells.place(field)));
        return;
    }
    let fault = Diagnostic::new(code).at(cells.place(field)).with("value", cells.text(field));
    out.fault(fault.with("column", field.heading()));
}

/// The fault of a cell whose value may not be told.
fn hidden(field: Field, place: Place) -> Diagnostic {
    let fault = Diagnostic::new(Code::BadPupilCell).at(place);
    fault.with("column", field.heading()).with("kind", "number")
}

fn is_whole(parts: &[Percent]) -> bool {
    Percent::sum(parts.iter().copied()).is_some_and(|sum| sum.is_whole(parts.len()))
}

/// The fault of parts that are not all there is.
pub(super) fn not_whole(
    (field, place): (Field, Place),
    parts: impl IntoIterator<Item = Percent>,
    participants: u32,
    is_hidden: bool,
) -> Diagnostic {
    if is_hidden {
        return hidden(field, place);
    }
    let sum = Percent::sum(parts);
    let sum = sum.map_or_else(String::new, |sum| sum.value.to_fixed().to_string());
    let fault = Diagnostic::new(Code::MarksNotWhole).at(place);
    fault.with("value", sum).with("other", participants)
}

/// The first of the columns whose headings are numbers, and where it stands in a row.
pub(super) fn first_number(cells: Cells<'_>) -> (Field, Place) {
    let first = cells.numbers().next().map_or(Field::Participants, Field::Number);
    (first, cells.place(first))
}
