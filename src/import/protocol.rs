//! Protocols of exams: a row for each pupil, by the code of the school. Those of the ЕГЭ have test
//! scores, those of the ОГЭ marks; a third layout has its headings in Latin.

use super::field::Field;
use super::pupils::{Pupils, SchoolKey};
use super::record::{Out, Scale};
use super::summary::Skipped;
use super::table::Cells;
use super::title::Said;
use crate::diag::{Code, Diagnostic};

/// The pupils of a table.
pub(super) struct Protocol {
    pupils: Pupils,
    school: Field,
    scores: &'static [(Field, Scale)],
    /// The kind of procedure, where the layout has one only.
    stage: Option<&'static str>,
}

impl Default for Protocol {
    fn default() -> Self {
        Self {
            pupils: Pupils::default(),
            school: Field::SchoolCode,
            scores: &[(Field::Mark, Scale::Mark), (Field::Score, Scale::Test)],
            stage: None,
        }
    }
}

impl Protocol {
    /// `SchoolCode`, `ClassCode`, `PrimaryMark`, `Mark5`.
    pub fn of_mark_codes() -> Self {
        Self {
            school: Field::LatinSchoolCode,
            scores: &[(Field::LatinMark, Scale::Mark)],
            stage: Some("огэ"),
            ..Self::default()
        }
    }

    pub fn read(&mut self, cells: Cells<'_>, out: &mut Out<'_>) {
        let code = cells.text(self.school);
        if code.is_empty() {
            out.skip(Skipped::Faulty);
            let fault = Diagnostic::new(Code::MissingValue).at(cells.place(self.school));
            out.fault(fault.with("column", self.school.heading()));
            return;
        }
        if cells.columns.contains_key(&Field::Score) && !cells.columns.contains_key(&Field::Mark) {
            // Only the ЕГЭ has test scores.
            self.stage = Some("егэ");
        }
        let school = SchoolKey { code: code.to_owned(), ..SchoolKey::default() };
        let places = (cells.place(self.school), cells.place(self.school));
        self.pupils.add(cells, school, self.scores, places, out);
    }

    pub fn end(self, said: &Said, out: &mut Out<'_>) {
        self.pupils.end(said, self.stage, out);
    }
}
