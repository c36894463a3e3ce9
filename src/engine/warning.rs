//! Early warning: what a rule says of a school and the list of a year, and the results it says it
//! by. The list of a year is drawn from results of the year before, and so is the warning.

use std::cmp::Ordering;

use crate::method::{DynamicsKind, Methodology, Warning, WarningRule, WarningState};
use crate::model::dataset::{Dataset, Observation};
use crate::model::ids::{ProcedureIx, SchoolIx, Year};

use super::series::dynamics;
use super::standing::Standings;

/// What a rule says of a school in the year of a list.
#[derive(Clone, Debug)]
pub struct Alarm<'a> {
    /// In one word.
    pub state: WarningState,
    /// The results that raise it, in the order of procedures; empty unless the school is flagged.
    pub reasons: Vec<Reason<'a>>,
}

/// A procedure that counts towards an alarm.
#[derive(Clone, Debug)]
pub struct Reason<'a> {
    /// The procedure.
    pub procedure: ProcedureIx,
    /// Its results that the rule looks at, by year: the last alone, or a run of years that rise.
    pub results: Vec<&'a Observation>,
}

/// What warnings are judged by.
#[derive(Clone, Copy)]
pub(super) struct Judge<'a> {
    pub method: &'a Methodology,
    pub dataset: &'a Dataset,
    pub standings: &'a Standings,
}

impl<'a> Judge<'a> {
    /// What a rule says of a school and the list of `year`.
    pub fn judge(self, warning: &Warning, school: SchoolIx, year: Year) -> Alarm<'a> {
        let without = |state| Alarm { state, reasons: Vec::new() };
        match self.is_listed(warning, school, year) {
            None => return without(WarningState::Unknown),
            Some(true) => return without(WarningState::Listed),
            Some(false) => {}
        }
        let looked_at = self.looked_at(warning, school, year);
        if looked_at.is_empty() {
            return without(WarningState::Unknown);
        }
        let reasons: Vec<_> =
            looked_at.into_iter().filter(|reason| self.counts(warning.rule, reason)).collect();
        if reasons.len() >= usize::from(warning.rule.procedures()) {
            Alarm { state: WarningState::Flagged, reasons }
        } else {
            without(WarningState::Quiet)
        }
    }

    /// The results that a rule looks at, by procedure: of each procedure all the years that it
    /// needs, with enough participants, or none.
    pub fn looked_at(self, warning: &Warning, school: SchoolIx, year: Year) -> Vec<Reason<'a>> {
        let last = year.previous();
        let back = match warning.rule {
            WarningRule::Near { .. } => 0,
            WarningRule::Worsening { rises, .. } => i16::try_from(rises).unwrap_or(i16::MAX),
        };
        let first = Year(last.0.saturating_sub(back));
        let reason = |procedure: ProcedureIx| {
            if self.dataset.is_broken(school, procedure, first, last) {
                return None;
            }
            let result = |year: i16| {
                let result = self.dataset.result(school, procedure, Year(year))?;
                (result.share.base() >= warning.min_participants).then_some(result)
            };
            let results: Option<Vec<_>> = (first.0..=last.0).map(result).collect();
            Some(Reason { procedure, results: results? })
        };
        self.method.procedure_indices().filter_map(reason).collect()
    }

    /// True if a procedure counts towards the alarm.
    fn counts(self, rule: WarningRule, reason: &Reason<'_>) -> bool {
        match rule {
            WarningRule::Near { share, .. } => {
                let high = |o: &&Observation| o.share.cmp_percent(share) != Ordering::Less;
                reason.results.iter().all(high)
            }
            // A rise is what the types of dynamics call one: there is one name for a change.
            WarningRule::Worsening { .. } => reason.results.windows(2).all(|pair| {
                let (school, years) = (pair[0].school, (pair[0].year, pair[1].year));
                dynamics(self.method, self.dataset, school, reason.procedure, years.0, years.1)
                    == DynamicsKind::Negative
            }),
        }
    }

    /// Whether a school is on the rule's list of a year; `None` if the list is not known.
    fn is_listed(self, warning: &Warning, school: SchoolIx, year: Year) -> Option<bool> {
        let list = self.method.list_ix(warning.list.as_str())?;
        self.standings.list(list).get(school, year).is_on()
    }
}
