//! Results against those of other years, and years against those of the report.

use std::collections::BTreeMap;

use super::{About, Doubts};
use crate::diag::{Code, Diagnostic, Place};
use crate::model::dataset::Observation;
use crate::model::field::Datum;
use crate::model::ids::{ProcedureIx, SchoolIx, Year};
use crate::model::number::Decimal;
use crate::model::schema::CHECKED;

pub(super) fn look(doubts: &mut Doubts<'_>) {
    let dataset = doubts.dataset;
    for school in dataset.school_indices() {
        let rows = dataset.results_of(school);
        for pair in rows.windows(2).filter(|pair| pair[0].procedure == pair[1].procedure) {
            neighbours(doubts, &pair[0], &pair[1]);
        }
        more_than_pupils(doubts, school);
    }
    rare_procedures(doubts);
    years(doubts);
}

fn about(row: &Observation) -> About {
    About {
        school: Some(row.school),
        procedure: Some(row.procedure),
        year: Some(row.year),
        municipality: None,
    }
}

/// `sch-1, math-5`.
fn whose(doubts: &Doubts<'_>, row: &Observation) -> String {
    let procedure = &doubts.method.procedure(row.procedure).id;
    format!("{}, {procedure}", doubts.dataset.school(row.school).id)
}

/// Two results of a school in a procedure, one after the other, that can be compared.
fn neighbours(doubts: &mut Doubts<'_>, earlier: &Observation, later: &Observation) {
    let dataset = doubts.dataset;
    if dataset.is_broken(later.school, later.procedure, earlier.year, later.year) {
        return;
    }
    let method = doubts.method;
    let checks = &method.checks;
    let (before, now) = (earlier.share.base(), later.share.base());
    let small = method.statistics.small;
    let times = u64::from(checks.times);
    let (least, most) = (u64::from(before.min(now)), u64::from(before.max(now)));
    let doubt = |code, numbers: [String; 2]| {
        let [first, second] = numbers;
        Diagnostic::new(code)
            .at(later.place)
            .with("value", whose(doubts, later))
            .with("other", format!("{}: {first}, {}: {second}", earlier.year, later.year))
            .see_also(earlier.place)
    };
    let mut found = Vec::new();
    if most >= u64::from(small) && most >= times * least {
        found.push(doubt(Code::TenfoldJump, [before.to_string(), now.to_string()]));
    } else if before >= small && has_fallen(before, now, checks.fall) {
        found.push(doubt(Code::ParticipantsHalved, [before.to_string(), now.to_string()]));
    }
    let enough = before.min(now) >= method.few;
    if enough && later.share.cmp_change(earlier.share, checks.jump).is_gt() {
        let parts =
            [earlier, later].map(|row| format!("{}/{}", row.share.count(), row.share.base()));
        found.push(doubt(Code::ShareJump, parts));
    }
    found.into_iter().for_each(|fault| doubts.push(fault, about(later)));
}

/// True if at least so many percent are gone.
fn has_fallen(before: u32, now: u32, percent: Decimal) -> bool {
    let gone = i128::from(before) - i128::from(now);
    let hundred = i128::from(Decimal::from_int(100).millionths());
    gone > 0 && gone * hundred >= i128::from(before) * i128::from(percent.millionths())
}

/// Procedures of the report's year in which more took part than the school has pupils.
fn more_than_pupils(doubts: &mut Doubts<'_>, ix: SchoolIx) {
    let (dataset, current) = (doubts.dataset, doubts.method.years.current);
    let school = dataset.school(ix);
    let Some(pupils) = school.students else { return };
    let over = |row: &&Observation| row.year == current && row.share.base() > pupils;
    for row in dataset.results_of(ix).iter().filter(over) {
        let fault = Diagnostic::new(Code::MoreThanPupils)
            .at(row.place)
            .with("value", whose(doubts, row))
            .with("other", row.share.base())
            .with("column", pupils)
            .see_also(school.place);
        doubts.push(fault, about(row));
    }
}

/// Years in which a procedure has results of few of the schools that have them in another year; of a
/// procedure of one year, few of the schools that worked in it.
fn rare_procedures(doubts: &mut Doubts<'_>) {
    let dataset = doubts.dataset;
    let mut held: BTreeMap<(ProcedureIx, Year), (u32, Place)> = BTreeMap::new();
    for row in &dataset.results {
        held.entry((row.procedure, row.year)).or_insert((0, row.place)).0 += 1;
    }
    for ((procedure, year), (schools, place)) in &held {
        let others = held.iter().filter(|((p, y), _)| p == procedure && y != year);
        let most = others.map(|(_, (schools, _))| *schools).max();
        let works = |ix: &SchoolIx| dataset.school(*ix).life.works_in(*year);
        let most = most.unwrap_or_else(|| dataset.school_indices().filter(works).count() as u32);
        let bound = i128::from(most) * i128::from(doubts.method.checks.rare.millionths());
        if i128::from(*schools) * i128::from(Decimal::from_int(100).millionths()) <= bound {
            let id = &doubts.method.procedure(*procedure).id;
            let fault = Diagnostic::new(Code::RareProcedure)
                .at(*place)
                .with("value", format!("{id}, {year}"))
                .with("other", schools)
                .with("column", most);
            let (procedure, year) = (Some(*procedure), Some(*year));
            doubts.push(fault, About { procedure, year, ..About::default() });
        }
    }
}

/// Years after the report's, or long before them.
fn years(doubts: &mut Doubts<'_>) {
    let (dataset, years) = (doubts.dataset, doubts.method.years);
    let back = i16::try_from(doubts.method.checks.years).unwrap_or(i16::MAX);
    let mut look = |year: Year, last: Year, place: Place, about: About| {
        let first = Year(last.0.saturating_sub(back));
        if year < first || year > last {
            let fault = Diagnostic::new(Code::YearOutsideReport).at(place).with("value", year);
            let about = About { year: Some(year), ..about };
            doubts.push(fault.with("other", format!("{first}–{last}")), about);
        }
    };
    for row in &dataset.results {
        look(row.year, years.current, row.place, about(row));
    }
    let of = |school: SchoolIx| About { school: Some(school), ..About::default() };
    for row in dataset.lists.values().flatten() {
        look(row.year, years.list, row.place, of(row.school));
    }
    let last = years.current.max(years.list);
    for row in dataset.groups.values().flatten() {
        row.year.into_iter().for_each(|year| look(year, last, row.place, of(row.school)));
    }
    for table in dataset.tables.values().filter(|table| table.name != CHECKED) {
        let Some(column) = table.column("year") else { continue };
        for row in 0..table.len() {
            if let Datum::Year(year) = table.value(row, column) {
                let school = table.schools().map(|schools| schools[row]);
                look(*year, last, table.place(row, column), About { school, ..About::default() });
            }
        }
    }
}
