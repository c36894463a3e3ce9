//! Attributes made from early warnings.

use crate::method::{Attribute, Located, WarningAnswer, WarningState};
use crate::model::ids::{SchoolIx, Year};
use crate::model::tone::Tone;

use super::super::warning::Judge;
use super::{Column, Context, Domain, NONE, Values, category, code_of};

impl Context<'_> {
    /// What a warning says of each school and the list of a year, or of every year.
    pub(super) fn warning(
        &self,
        attribute: &Attribute,
        name: &Located<String>,
        year: Option<Year>,
        answer: WarningAnswer,
    ) -> Option<Column> {
        // A name that nobody declared was refused with the methodology.
        let warning = self.method.warnings.iter().find(|w| w.id.value == name.value)?;
        let judge = Judge { method: self.method, dataset: self.dataset, standings: self.standings };
        let categories = match answer {
            WarningAnswer::YesNo => self.yes_no(attribute),
            WarningAnswer::State | WarningAnswer::Test => {
                let titles = self.method.titles.warnings.iter().zip(WarningState::ALL);
                titles.map(|(title, state)| category(state.id(), title, Tone::Plain)).collect()
            }
        };
        let (yes, no) = (code_of(&categories, "yes"), code_of(&categories, "no"));
        let code = |school: SchoolIx, year: Year| {
            let state = judge.judge(warning, school, year).state;
            match (answer, state) {
                (WarningAnswer::YesNo, WarningState::Flagged) => yes,
                (WarningAnswer::YesNo, WarningState::Quiet) => no,
                (WarningAnswer::YesNo, WarningState::Listed | WarningState::Unknown)
                | (WarningAnswer::Test, WarningState::Unknown) => NONE,
                (WarningAnswer::Test, WarningState::Listed)
                    if judge.looked_at(warning, school, year).is_empty() =>
                {
                    NONE
                }
                (WarningAnswer::State | WarningAnswer::Test, _) => state as u32,
            }
        };
        let years: Vec<Year> = match year {
            Some(year) => vec![year],
            None => self.shape.years().collect(),
        };
        let schools = self.dataset.school_indices();
        let codes = schools.flat_map(|school| years.iter().map(move |year| (school, *year)));
        let mut sources = self.result_sources();
        let rows = self.dataset.lists.get(&warning.list).into_iter().flatten();
        sources.extend(rows.map(|row| row.place.source));
        Some(Column {
            domain: Domain::Schools { procedure: false, year: year.is_none() },
            categories,
            values: Values::Codes(codes.map(|(school, year)| code(school, year)).collect()),
            sources,
        })
    }
}
