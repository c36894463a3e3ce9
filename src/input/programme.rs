//! Rows of a school's programme that contradict themselves or cannot be judged.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::dataset::{DataTable, Dataset};
use crate::model::date::Date;
use crate::model::field::Datum;
use crate::model::programme::{ROADMAP, STAGES, TARGETS};

/// Stages that end before they begin; targets with a number, but not how to compare it.
pub(super) fn check(dataset: &Dataset, faults: &mut Diagnostics) {
    if let Some(stages) = dataset.tables.get(STAGES) {
        check_stages(stages, faults);
    }
    if let Some(targets) = dataset.tables.get(TARGETS) {
        check_targets(targets, faults);
    }
}

fn check_stages(stages: &DataTable, faults: &mut Diagnostics) {
    let Some((starts, ends)) = stages.column("starts").zip(stages.column("ends")) else { return };
    for row in 0..stages.len() {
        let days = stages.value(row, starts).date().zip(stages.value(row, ends).date());
        if let Some((first, last)) = days.filter(|(first, last)| last < first) {
            faults.push(
                Diagnostic::new(Code::EndsBeforeStarts)
                    .at(stages.place(row, ends))
                    .with("value", last)
                    .with("other", first)
                    .see_also(stages.place(row, starts)),
            );
        }
    }
}

fn check_targets(targets: &DataTable, faults: &mut Diagnostics) {
    // What was written and could not be read is not called empty as well.
    let wrong: BTreeSet<Place> = faults.sorted().iter().filter_map(|fault| fault.place).collect();
    let Some((value, comparison)) = targets.column("value").zip(targets.column("comparison"))
    else {
        return;
    };
    for row in 0..targets.len() {
        let place = targets.place(row, comparison);
        let silent = *targets.value(row, comparison) == Datum::Missing && !wrong.contains(&place);
        if silent && targets.value(row, value).number().is_some() {
            let fault = Diagnostic::new(Code::MissingValue).at(place);
            faults.push(fault.with("column", "comparison"));
        }
    }
}

/// Terms that are days, in a report that states no date of its own to compare them with.
pub fn check_terms(dataset: &Dataset, date: Option<Date>, faults: &mut Diagnostics) {
    let Some(roadmap) = dataset.tables.get(ROADMAP).filter(|_| date.is_none()) else { return };
    let Some(due) = roadmap.column("due") else { return };
    let first = (0..roadmap.len()).find(|row| roadmap.value(*row, due).date().is_some());
    if let Some(row) = first {
        faults.push(Diagnostic::new(Code::NoReportDate).at(roadmap.place(row, due)));
    }
}
