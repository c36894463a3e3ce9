//! Attributes of the rows of roadmaps and targets.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Diagnostics, SourceId};
use crate::method::{Attribute, RoadmapState, TargetState};
use crate::model::programme::{ROADMAP, Roadmaps, TARGETS, Target, Targets};
use crate::model::tabulation::CategoryInfo;
use crate::model::tone::Tone;

use super::super::bind::unknown_category;
use super::super::programme::{roadmap_state, target_state};
use super::{Column, Context, Domain, Values, category};

impl Context<'_> {
    pub(super) fn roadmap_state(
        &self,
        attribute: &Attribute,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let roadmaps = Roadmaps::of(self.dataset)?;
        let (date, soon) = (self.date, self.method.roadmap.soon);
        let code = |activity| roadmap_state(&activity, date, soon) as u32;
        let titles = &self.method.titles.programme;
        let state =
            |state: &RoadmapState| category(state.id(), titles.of_activity(*state), state.tone());
        let categories = RoadmapState::ALL.iter().map(state).collect();
        let column = of_rows(ROADMAP, roadmaps.rows().source(), categories);
        let codes = roadmaps.all().map(code).collect();
        titled(Column { values: Values::Codes(codes), ..column }, attribute, faults)
    }

    pub(super) fn target_state(
        &self,
        attribute: &Attribute,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let targets = Targets::of(self.dataset)?;
        let titles = &self.method.titles.programme;
        let state =
            |state: &TargetState| category(state.id(), titles.of_target(*state), state.tone());
        let categories = TargetState::ALL.iter().map(state).collect();
        let column = of_rows(TARGETS, targets.rows().source(), categories);
        let codes = targets.all().map(|target| target_state(&target) as u32).collect();
        titled(Column { values: Values::Codes(codes), ..column }, attribute, faults)
    }

    /// The same words are the same target, whatever numbers schools give it: its id is made from
    /// the first number in order, and its order too.
    pub(super) fn targets(&self) -> Option<Column> {
        let targets = Targets::of(self.dataset)?;
        let mut first: BTreeMap<String, (Vec<u32>, &str)> = BTreeMap::new();
        for target in targets.all() {
            let number = (order(target.number), target.number);
            let known = first.entry(wording(&target)).or_insert_with(|| number.clone());
            if number < *known {
                *known = number;
            }
        }
        let mut ordered: Vec<_> =
            first.into_iter().map(|(words, number)| (number, words)).collect();
        ordered.sort();
        let mut ids = BTreeSet::new();
        let mut categories = Vec::new();
        let mut codes = BTreeMap::new();
        for (((_, number), words), code) in ordered.iter().zip(0..) {
            let mut id = (*number).to_owned();
            let mut again = 1;
            while !ids.insert(id.clone()) {
                again += 1;
                id = format!("{number}-{again}");
            }
            categories.push(category(&id, words, Tone::Plain));
            codes.insert(words.as_str(), code);
        }
        let code = |target: Target<'_>| codes[wording(&target).as_str()];
        let values = Values::Codes(targets.all().map(code).collect());
        Some(Column { values, ..of_rows(TARGETS, targets.rows().source(), categories) })
    }
}

/// A column of the rows of a table, without its values.
fn of_rows(table: &str, source: SourceId, categories: Vec<CategoryInfo>) -> Column {
    Column {
        domain: Domain::Rows(table.to_owned()),
        categories,
        values: Values::Codes(Vec::new()),
        sources: BTreeSet::from([source]),
    }
}

/// The column with the titles and tones that the methodology gives its categories.
fn titled(mut column: Column, of: &Attribute, faults: &mut Diagnostics) -> Option<Column> {
    for own in &of.values {
        let Some(code) = column.code(&own.id) else {
            faults.push(unknown_category(&column, &of.id.value, &own.id, of.id.place));
            return None;
        };
        let known = &mut column.categories[code as usize];
        known.title.clone_from(&own.title);
        known.tone = own.tone.unwrap_or(known.tone);
    }
    Some(column)
}

/// The words of a target without what makes no difference: spaces, the mark at the end.
fn wording(target: &Target<'_>) -> String {
    let words: Vec<&str> = target.title.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', ';', ',', ' ']).to_owned()
}

/// The numbers inside a number: «2.10» comes after «2.9».
fn order(number: &str) -> Vec<u32> {
    let parts = number.split(|c: char| !c.is_ascii_digit());
    parts.filter_map(|part| part.parse().ok()).collect()
}
