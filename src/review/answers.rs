//! The table `checked`: which doubts somebody has looked at, and why the data is right. An empty cell
//! stands for any school, procedure or year.

use std::collections::BTreeSet;

use super::About;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, Severity, unknown};
use crate::method::Methodology;
use crate::model::dataset::{DataTable, Dataset};
use crate::model::field::Datum;
use crate::model::schema::CHECKED;

const CHECK: &str = "check";
const REASON: &str = "reason";

/// What has been looked at.
#[derive(Debug)]
pub struct Answers(Vec<Answer>);

/// One row.
#[derive(Debug)]
struct Answer {
    code: Code,
    about: About,
    place: Place,
    used: bool,
}

impl Answers {
    /// Reads the table; rows that answer nothing that there could be are reported.
    pub fn of(method: &Methodology, dataset: &Dataset, faults: &mut Diagnostics) -> Self {
        let Some(table) = dataset.tables.get(CHECKED) else { return Self(Vec::new()) };
        for column in [CHECK, REASON].into_iter().filter(|name| table.column(name).is_none()) {
            let known: Vec<&str> =
                table.columns.iter().map(|column| column.name.as_str()).collect();
            let fault = Diagnostic::new(Code::MissingColumn).at(table.head_place());
            faults.push(fault.with("table", CHECKED).with("column", column).near(column, &known));
        }
        let answer = |row| Row { table, row }.answer(method, dataset, faults);
        Self((0..table.len()).filter_map(answer).collect())
    }

    /// True if a doubt has been answered.
    pub(super) fn cover(&mut self, code: Code, about: About) -> bool {
        let mut covered = false;
        for answer in self.0.iter_mut().filter(|answer| answer.code == code) {
            if answer.about.holds(about) {
                answer.used = true;
                covered = true;
            }
        }
        covered
    }

    /// The faults without the warnings that are answered as such, whatever they are about. What answers
    /// nothing is reported: the data has changed since.
    #[must_use]
    pub fn applied(self, faults: Diagnostics) -> Diagnostics {
        self.apply(faults, |code| !Code::RELEASE.contains(&code))
    }

    /// The same for what was found before a release, which alone looks for such faults.
    #[must_use]
    pub fn applied_to_release(self, found: Diagnostics) -> Diagnostics {
        self.apply(found, |code| Code::RELEASE.contains(&code))
    }

    /// Applies the answers to faults of these codes, of all that were looked for.
    fn apply(mut self, faults: Diagnostics, looked_for: fn(Code) -> bool) -> Diagnostics {
        self.0.retain(|answer| looked_for(answer.code));
        let raised: BTreeSet<Code> = faults.sorted().iter().map(|fault| fault.code).collect();
        let mut answered = BTreeSet::new();
        for answer in self.0.iter_mut().filter(|answer| answer.about == About::default()) {
            if raised.contains(&answer.code) {
                answer.used = true;
                answered.insert(answer.code);
            }
        }
        let mut left = faults.without(&answered);
        for answer in self.0.iter().filter(|answer| !answer.used) {
            let fault = Diagnostic::new(Code::UnusedAnswer).at(answer.place);
            left.push(fault.with("value", answer.code.name()));
        }
        left
    }
}

impl About {
    /// True if what an answer names is what a doubt is about.
    fn holds(self, doubt: Self) -> bool {
        fn same<T: PartialEq>(stated: Option<T>, of: Option<T>) -> bool {
            stated.is_none() || stated == of
        }
        same(self.municipality, doubt.municipality)
            && same(self.school, doubt.school)
            && same(self.procedure, doubt.procedure)
            && same(self.year, doubt.year)
    }
}

#[derive(Clone, Copy)]
struct Row<'a> {
    table: &'a DataTable,
    row: usize,
}

impl<'a> Row<'a> {
    fn value(self, name: &str) -> (&'a Datum, Place) {
        match self.table.column(name) {
            Some(column) => {
                (self.table.value(self.row, column), self.table.place(self.row, column))
            }
            None => (&Datum::Missing, self.table.row_place(self.row)),
        }
    }

    fn required(self, name: &'static str, faults: &mut Diagnostics) -> Option<&'a str> {
        let (value, place) = self.value(name);
        if value.text().is_none() && self.table.column(name).is_some() {
            faults.push(Diagnostic::new(Code::MissingValue).at(place).with("column", name));
        }
        value.text()
    }

    /// The answer of the row; `None` after a fault.
    fn answer(
        self,
        method: &Methodology,
        dataset: &Dataset,
        faults: &mut Diagnostics,
    ) -> Option<Answer> {
        let (name, reason) = (self.required(CHECK, faults), self.required(REASON, faults));
        let (name, _) = name.zip(reason)?;
        let warnings = || Code::ALL.iter().filter(|code| code.severity() == Severity::Warning);
        let Some(code) = warnings().find(|code| code.name() == name).copied() else {
            let known: Vec<&str> = warnings().map(|code| code.name()).collect();
            let fault = unknown(Code::BadChoice, self.value(CHECK).1, name, &known);
            faults.push(fault.with("column", CHECK));
            return None;
        };
        let (procedure, place) = self.value("procedure");
        let procedure = match procedure.text() {
            None => None,
            Some(id) => {
                let found = method.procedure_ix(id);
                if found.is_none() {
                    let known: Vec<&str> =
                        method.procedures.iter().map(|procedure| procedure.id.as_str()).collect();
                    faults.push(unknown(Code::UnknownProcedure, place, id, &known));
                }
                Some(found?)
            }
        };
        let id = |column| self.value(column).0.text();
        let about = About {
            // The reader has made ids of names, and has refused what is none.
            municipality: id("municipality").and_then(|id| dataset.municipality_ix(id)),
            school: id("school").and_then(|id| dataset.school_ix(id)),
            procedure,
            year: match self.value("year").0 {
                Datum::Year(year) => Some(*year),
                _ => None,
            },
        };
        Some(Answer { code, about, place: self.table.row_place(self.row), used: false })
    }
}
