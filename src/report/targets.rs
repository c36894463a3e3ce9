//! Target indicators in sentences, signs and cells, the same on every page.

use super::Report;
use super::listings::{bare_table, column, missing_legend};
use super::programme::numbered;
use super::view::{Cell, Label, Mark, Row, RowRole, Table};
use crate::method::{AttributeKind, TargetState};
use crate::model::ids::SchoolIx;
use crate::model::number::Decimal;
use crate::model::programme::{Comparison, Target};
use crate::model::tabulation::Missing;

/// How many targets are in each state.
#[derive(Clone, Copy, Default)]
pub(super) struct Outcomes([u32; TargetState::ALL.len()]);

impl Outcomes {
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    /// True if it is known of something whether it was reached.
    pub fn is_told(&self) -> bool {
        self.of(TargetState::NoData) < self.total()
    }

    pub fn of(&self, state: TargetState) -> u32 {
        self.0[state as usize]
    }
}

fn target_sign(state: TargetState) -> &'static str {
    match state {
        TargetState::Met => "✓",
        TargetState::NotMet => "!",
        TargetState::NoData => "–",
    }
}

impl Report<'_> {
    /// The targets of these schools, counted by state.
    pub(super) fn outcomes(&self, schools: &[SchoolIx]) -> Outcomes {
        let mut counts = Outcomes::default();
        let Some(targets) = self.published.targets() else { return counts };
        for target in schools.iter().flat_map(|school| targets.of_school(*school)) {
            counts.0[self.published.target_state(&target) as usize] += 1;
        }
        counts
    }

    /// Schools that have targets, in alphabetical order.
    pub(super) fn target_schools(&self) -> Vec<SchoolIx> {
        self.known_in_order(self.published.targets().map(|t| t.rows().schools()))
    }

    /// «Из 7 целевых показателей достигнуто 4, не достигнуто 2, по 1 нет данных.»
    pub(super) fn targets_sentence(&self, outcomes: &Outcomes) -> String {
        let part = |state| {
            let number = outcomes.of(state);
            let args = [("n", number.into())];
            let said = number > 0 || (state == TargetState::Met && outcomes.is_told());
            said.then(|| match state {
                TargetState::Met => self.say("targets-part-met", &args),
                TargetState::NotMet => self.say("targets-part-not-met", &args),
                TargetState::NoData => self.say("targets-part-no-data", &args),
            })
        };
        let list = TargetState::ALL.into_iter().filter_map(part).collect::<Vec<_>>().join(", ");
        let n = ("n", outcomes.total().into());
        self.say("targets-summary", &[n, ("list", list.as_str().into())])
    }

    /// What an outcome is called: by the attribute that the methodology declares, if it does.
    pub(super) fn target_title(&self, state: TargetState) -> &str {
        let own =
            self.category_title(|kind| matches!(kind, AttributeKind::TargetState), state as usize);
        own.unwrap_or_else(|| self.published.method().titles.programme.of_target(state))
    }

    /// The targets of a school: wanted, reached, how far apart, met or not.
    pub(super) fn targets_table(&self, school: SchoolIx) -> Option<Table> {
        let targets = self.published.targets()?;
        let mut own: Vec<Target<'_>> = targets.of_school(school).collect();
        own.sort_by_cached_key(|target| (self.text.sort_key(target.number), target.row));
        let of_whom = own.iter().any(|target| target.base.is_some());
        let mut columns = Vec::new();
        if of_whom {
            columns.push(column("base", self.get("target-of-whom"), false));
        }
        columns.extend([
            column("wanted", self.get("target-wanted"), false),
            column("actual", self.get("target-actual"), true),
            column("difference", self.get("target-difference"), false),
            column("outcome", self.get("target-outcome"), false),
        ]);
        let corner = self.get("implied-target-indicator");
        let mut table = bare_table("targets-table", self.get("targets"), corner, columns);
        for target in &own {
            let mut cells = Vec::new();
            if of_whom {
                cells.push(self.words_cell(target.base));
            }
            cells.extend([
                self.wanted_cell(target),
                self.actual_cell(target),
                self.difference_cell(target),
                self.outcome_cell(target),
            ]);
            table.rows.push(Row {
                id: format!("target-{}", table.rows.len() + 1),
                title: Label::text(numbered(target.number, &self.name(target.title))),
                role: RowRole::Body,
                cells,
            });
        }
        table.base = Some(self.get("targets-school-base"));
        table.legend = missing_legend(&table);
        if table.rows.iter().flat_map(|row| &row.cells).any(|cell| cell.tick.is_some()) {
            table.notes.push(self.get("target-bar-note"));
        }
        table.sources = self.source_names(&[targets.rows().source()]);
        (!table.rows.is_empty()).then_some(table)
    }

    fn wanted_cell(&self, target: &Target<'_>) -> Cell {
        let Some(value) = target.value else { return self.missing_cell(Missing::NotAvailable) };
        let value = self.measured(value, target.unit);
        let args = [("value", value.as_str().into())];
        Cell::text(match target.comparison {
            Some(Comparison::AtLeast) => self.say("target-at-least", &args),
            Some(Comparison::AtMost) => self.say("target-at-most", &args),
            Some(Comparison::Equal) | None => value,
        })
    }

    /// What was reached; shares stand on a bar with a line across it at the wanted share.
    fn actual_cell(&self, target: &Target<'_>) -> Cell {
        let Some(actual) = target.actual else { return self.missing_cell(Missing::NotAvailable) };
        let share = |number: Decimal| {
            let inside = (Decimal::ZERO..=Decimal::from_int(100)).contains(&number);
            (target.unit == Some("%") && inside).then_some(number.millionths() as f64 / 1e6)
        };
        let tick = target.value.and_then(share);
        Cell {
            text: self.measured(actual, target.unit),
            bar: share(actual).is_some() && tick.is_some(),
            tick,
            ..self.number_cell(actual.to_fixed(), target.unit)
        }
    }

    /// «не хватает 2 п. п.»
    fn difference_cell(&self, target: &Target<'_>) -> Cell {
        let Some(difference) = target.difference() else {
            return self.missing_cell(Missing::NotAvailable);
        };
        let amount = match target.unit {
            Some("%") => {
                let value = self.text.fixed(difference.magnitude().to_fixed());
                self.say("target-points", &[("value", value.as_str().into())])
            }
            unit => self.measured(difference.magnitude(), unit),
        };
        let amount = [("amount", amount.as_str().into())];
        Cell::text(match (difference.cmp(&Decimal::ZERO), target.comparison) {
            (std::cmp::Ordering::Equal, _) => self.get("target-exact"),
            (std::cmp::Ordering::Greater, _) => self.say("target-above", &amount),
            (_, Some(Comparison::AtMost)) => self.say("target-below", &amount),
            _ => self.say("target-short", &amount),
        })
    }

    /// Met or not: sign and word.
    fn outcome_cell(&self, target: &Target<'_>) -> Cell {
        let state = self.published.target_state(target);
        let title = self.target_title(state).to_owned();
        let sign = target_sign(state).to_owned();
        let mark = Mark { tone: state.tone().name(), sign, title: title.clone() };
        Cell { mark: Some(mark), ..Cell::text(title) }
    }

    /// A number with its unit: «70 %», «1 (документ)».
    fn measured(&self, number: Decimal, unit: Option<&str>) -> String {
        let fixed = number.to_fixed();
        match unit {
            Some("%") => self.text.percent(fixed),
            Some(unit) => {
                let value = self.text.fixed(fixed);
                let args = [("value", value.as_str().into()), ("unit", unit.into())];
                self.say("target-value-of", &args)
            }
            None => self.text.fixed(fixed),
        }
    }
}
