//! Pupils, counted by school and score as they are read: nothing else is kept of them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::field::Field;
use super::record::{Grades, Out, Record, Scale, Tally, Who};
use super::summary::Skipped;
use super::table::Cells;
use super::title::Said;
use crate::diag::{Code, Diagnostic, Place};

/// What a school is called in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SchoolKey {
    pub code: String,
    pub name: String,
    pub municipality: String,
}

/// The pupils of a school.
struct School {
    /// Where it, its municipality and its first pupil were read.
    named: Place,
    municipality: Place,
    row: Place,
    rows: usize,
    scores: BTreeMap<u16, u32>,
}

/// The pupils of a table.
#[derive(Default)]
pub(super) struct Pupils {
    schools: BTreeMap<SchoolKey, School>,
    grades: Grades,
    scale: Option<Scale>,
}

impl Pupils {
    /// Counts a pupil, by the first of these columns that there is; true if he took part.
    /// What a cell of a pupil holds is never told, only where it stands.
    pub fn add(
        &mut self,
        cells: Cells<'_>,
        school: SchoolKey,
        scores: &[(Field, Scale)],
        (named, municipality): (Place, Place),
        out: &mut Out<'_>,
    ) -> bool {
        let column = scores.iter().find(|(field, _)| cells.first(&[*field]).is_some());
        let Some((field, scale)) = column.copied() else { return false };
        self.scale = Some(scale);
        self.grades.add(cells.text(Field::Grade));
        let text = cells.text(field);
        if text.is_empty() {
            out.skip(Skipped::NoMark);
            return false;
        }
        let most = match scale {
            Scale::Mark => 1..=5,
            Scale::Primary => 0..=200,
            Scale::Test => 0..=100,
        };
        let Some(score) = text.parse().ok().filter(|score| most.contains(score)) else {
            out.skip(Skipped::Faulty);
            let fault = Diagnostic::new(Code::BadPupilCell).at(cells.place(field));
            let kind = if scale == Scale::Mark { "mark" } else { "score" };
            out.fault(fault.with("column", field.heading()).with("kind", kind));
            return false;
        };
        let row = cells.row_place();
        let new = || School { named, municipality, row, rows: 0, scores: BTreeMap::new() };
        let school = self.schools.entry(school).or_insert_with(new);
        school.rows += 1;
        *school.scores.entry(score).or_default() += 1;
        true
    }

    /// Gives each school its record.
    pub fn end(self, said: &Said, stage: Option<&str>, out: &mut Out<'_>) {
        let mut said = said.clone();
        said.grade = said.grade.or(self.grades.only());
        said.stage = said.stage.or_else(|| stage.map(str::to_owned));
        let Some(scale) = self.scale else { return };
        for (key, school) in self.schools {
            let participants = school.scores.values().sum();
            let SchoolKey { code, name, municipality } = key;
            out.records.push(Record {
                who: Who::School { code, name, municipality },
                named: school.named,
                municipality: school.municipality,
                counted: school.row,
                sheet: out.sheet,
                rows: school.rows,
                said: Rc::new(said.clone()),
                participants,
                tally: Tally::Scores(scale, school.scores),
                of_pupils: true,
                hidden: true,
            });
        }
    }
}
