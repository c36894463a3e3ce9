//! What was decided and begun: each measure judged, each term that has passed answered for, no document
//! later than the report that rests on it.

use super::{Candidate, fault};
use crate::diag::{Code, Diagnostics};
use crate::model::date::Date;
use crate::model::programme::Roadmaps;

pub(super) fn check(of: &Candidate<'_>, faults: &mut Diagnostics) {
    let measures = of.dataset.management.measures.iter();
    for measure in measures.filter(|m| m.judgement.is_none() && m.verdict.is_none()) {
        faults.push(fault(Code::UnjudgedMeasure, measure.place).with("value", &measure.measure));
    }
    if let Some(date) = of.site.date {
        terms(of, date, faults);
        later(of, date, faults);
    }
}

/// Terms that have passed, of which nobody says what came of them.
fn terms(of: &Candidate<'_>, date: Date, faults: &mut Diagnostics) {
    let passed = |due: Option<Date>| due.filter(|due| *due < date);
    if let Some(roadmaps) = Roadmaps::of(of.dataset) {
        let table = roadmaps.rows().table();
        for activity in roadmaps.all().filter(|activity| activity.status.is_none()) {
            if let Some(due) = passed(activity.due) {
                let fault = fault(Code::PassedTerm, table.row_place(activity.row));
                faults.push(fault.with("value", activity.title).with("other", due));
            }
        }
    }
    let decisions = of.dataset.management.decisions.iter();
    for decision in decisions.filter(|decision| decision.status.is_none()) {
        if let Some(due) = passed(decision.due) {
            let fault = fault(Code::PassedTerm, decision.place);
            faults.push(fault.with("value", &decision.decision).with("other", due));
        }
    }
}

/// Documents and decisions that are younger than the report.
fn later(of: &Candidate<'_>, date: Date, faults: &mut Diagnostics) {
    let told = &of.dataset.management;
    let documents = told.documents.iter().map(|document| (document.date, document.place));
    let decisions = told.decisions.iter().map(|decision| (decision.date, decision.place));
    for (day, place) in documents.chain(decisions) {
        if let Some(day) = day.filter(|day| *day > date) {
            let fault = fault(Code::LaterThanReport, place).with("value", day);
            faults.push(fault.with("other", date));
        }
    }
}
