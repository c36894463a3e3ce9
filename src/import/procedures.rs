//! Which procedure of the methodology a table is of, and of which year.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Asked;
use super::record::Record;
use super::title::{Said, letters};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::input::fold;
use crate::method::{Methodology, Procedure};
use crate::model::ids::{ProcedureIx, Year};

/// The procedures of the methodology, and what was found out already.
pub(super) struct Procedures<'a> {
    method: &'a Methodology,
    asked: &'a Asked,
    found: BTreeMap<Rc<Said>, Option<(ProcedureIx, Year)>>,
}

impl<'a> Procedures<'a> {
    pub fn of(method: &'a Methodology, asked: &'a Asked) -> Self {
        Self { method, asked, found: BTreeMap::new() }
    }

    /// The procedure and the year of a record; that they are not known is told once.
    pub fn find(
        &mut self,
        record: &Record,
        faults: &mut Diagnostics,
    ) -> Option<(ProcedureIx, Year)> {
        if let Some(found) = self.found.get(&record.said) {
            return *found;
        }
        let procedure = self.procedure(&record.said, record, faults);
        let year = record.said.year.or(self.asked.year);
        if year.is_none() {
            faults.push(Diagnostic::new(Code::NoYearSaid).at(record.counted));
        }
        let found = procedure.zip(year);
        self.found.insert(Rc::clone(&record.said), found);
        found
    }

    fn procedure(
        &self,
        said: &Said,
        record: &Record,
        faults: &mut Diagnostics,
    ) -> Option<ProcedureIx> {
        let candidates = self.candidates(said);
        // What the command says decides where the table does not.
        let asked = self.asked.procedure.as_deref().and_then(|id| self.method.procedure_ix(id));
        let id = |ix: &ProcedureIx| self.method.procedure(*ix).id.as_str();
        match candidates[..] {
            [only] => Some(only),
            [] if asked.is_some() => asked,
            [] => {
                let known: Vec<&str> =
                    self.method.procedures.iter().map(|p| p.id.as_str()).collect();
                let fault = Diagnostic::new(Code::NoProcedureSaid).at(record.counted);
                faults.push(fault.with("known", known.join(", ")));
                None
            }
            ref several => match asked.filter(|asked| several.contains(asked)) {
                Some(asked) => Some(asked),
                None => {
                    let known: Vec<&str> = several.iter().map(id).collect();
                    let fault = Diagnostic::new(Code::SeveralProcedures).at(record.counted);
                    faults.push(fault.with("known", known.join(", ")));
                    None
                }
            },
        }
    }

    /// The procedures that titles may mean.
    fn candidates(&self, said: &Said) -> Vec<ProcedureIx> {
        let fits: Vec<ProcedureIx> = self
            .method
            .procedure_indices()
            .filter(|ix| of_kind(self.method.procedure(*ix), said))
            .collect();
        let by_code = |ix: &ProcedureIx| {
            let codes = &self.method.procedure(*ix).import.codes;
            said.code
                .as_ref()
                .is_some_and(|said| codes.iter().any(|code| code.trim_start_matches('0') == said))
        };
        let coded: Vec<ProcedureIx> = fits.iter().copied().filter(by_code).collect();
        if !coded.is_empty() {
            return coded;
        }
        // The nearest title that names a subject is the one that counts.
        for subjects in &said.subjects {
            let named = |ix: &ProcedureIx| {
                names(self.method.procedure(*ix)).any(|name| subjects.contains(&letters(name)))
            };
            let named: Vec<ProcedureIx> = fits.iter().copied().filter(named).collect();
            if !named.is_empty() {
                return named;
            }
        }
        Vec::new()
    }
}

/// The names of a procedure's subject: those declared for import, or else its subject.
fn names(procedure: &Procedure) -> impl Iterator<Item = &str> {
    let declared = &procedure.import.names;
    let own = declared.is_empty().then_some(procedure.subject.as_str());
    declared.iter().map(String::as_str).chain(own)
}

/// True if kind and grade are those that titles say, as far as they say them. Exams have no grade
/// in their titles but that of the classes; a kind that is said decides alone.
fn of_kind(procedure: &Procedure, said: &Said) -> bool {
    let exam = |stage: &str| stage != fold("ВПР");
    match &said.stage {
        Some(stage) => {
            fold(&procedure.stage) == *stage
                && (exam(stage) || said.grade.is_none_or(|grade| grade == procedure.grade))
        }
        None => said.grade.is_none_or(|grade| grade == procedure.grade),
    }
}
