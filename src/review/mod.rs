//! What in the data is possible and yet doubted: jumps, gaps, twins. Whoever has looked and found it
//! true says so in the table `checked`, with a reason, and is not asked again.

mod answers;
mod registry;
mod results;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::method::Methodology;
use crate::model::dataset::Dataset;
use crate::model::ids::{MunicipalityIx, ProcedureIx, SchoolIx, Year};
pub use answers::Answers;

/// Looks at the whole dataset; every doubt that nobody has answered is a warning.
pub fn doubts(method: &Methodology, dataset: &Dataset, answers: &mut Answers) -> Diagnostics {
    let mut doubts = Doubts { method, dataset, answers, faults: Diagnostics::new() };
    registry::look(&mut doubts);
    results::look(&mut doubts);
    doubts.faults
}

/// What a doubt is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct About {
    municipality: Option<MunicipalityIx>,
    school: Option<SchoolIx>,
    procedure: Option<ProcedureIx>,
    year: Option<Year>,
}

/// Doubts being collected.
struct Doubts<'a> {
    method: &'a Methodology,
    dataset: &'a Dataset,
    answers: &'a mut Answers,
    faults: Diagnostics,
}

impl Doubts<'_> {
    /// True if the method asks for a check.
    fn makes(&self, code: Code) -> bool {
        self.method.checks.makes(code)
    }

    /// Adds a doubt, unless the check is off or somebody has answered for it.
    fn push(&mut self, fault: Diagnostic, mut about: About) {
        if let Some(school) = about.school {
            about.municipality = Some(self.dataset.school(school).municipality);
        }
        if self.makes(fault.code) && !self.answers.cover(fault.code, about) {
            self.faults.push(fault);
        }
    }
}
