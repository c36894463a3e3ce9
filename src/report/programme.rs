//! Roadmaps, targets and stages in sentences, signs and cells, the same on every page.

use super::listings::{bare_table, column};
use super::view::{Cell, Label, Mark, Row, RowRole, Table};
use super::{Report, count};
use crate::edition::StageState;
use crate::method::{AttributeKind, RoadmapState, TargetState};
use crate::model::date::Date;
use crate::model::ids::SchoolIx;
use crate::model::number::Decimal;
use crate::model::programme::{Activity, Comparison, Stage, Target};
use crate::model::tabulation::Missing;
use crate::model::tone::Tone;

/// How many activities are in each state.
#[derive(Clone, Copy, Default)]
pub(super) struct Activities {
    states: [u32; RoadmapState::ALL.len()],
    /// How many have a term that the report's date can be compared with.
    judged: u32,
}

impl Activities {
    pub fn total(&self) -> u32 {
        self.states.iter().sum()
    }

    pub fn of(&self, state: RoadmapState) -> u32 {
        self.states[state as usize]
    }
}

/// How many targets are in each state.
#[derive(Clone, Copy, Default)]
pub(super) struct Outcomes([u32; TargetState::ALL.len()]);

impl Outcomes {
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    pub fn of(&self, state: TargetState) -> u32 {
        self.0[state as usize]
    }
}

fn roadmap_sign(state: RoadmapState) -> &'static str {
    match state {
        RoadmapState::Done => "✓",
        RoadmapState::Overdue => "!",
        RoadmapState::DueSoon => "◔",
        RoadmapState::InProgress => "◐",
        RoadmapState::Planned => "○",
        RoadmapState::NoTerm | RoadmapState::Unknown => "–",
        RoadmapState::Cancelled => "×",
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
    /// The activities of these schools, counted by state.
    pub(super) fn activities(&self, schools: &[SchoolIx]) -> Activities {
        let mut counts = Activities::default();
        let Some(roadmaps) = self.published.roadmaps() else { return counts };
        for activity in schools.iter().flat_map(|school| roadmaps.of_school(*school)) {
            counts.states[self.published.roadmap_state(&activity) as usize] += 1;
            let judged = self.published.date().is_some() && activity.due.is_some();
            counts.judged += u32::from(judged);
        }
        counts
    }

    /// The targets of these schools, counted by state.
    pub(super) fn outcomes(&self, schools: &[SchoolIx]) -> Outcomes {
        let mut counts = Outcomes::default();
        let Some(targets) = self.published.targets() else { return counts };
        for target in schools.iter().flat_map(|school| targets.of_school(*school)) {
            counts.0[self.published.target_state(&target) as usize] += 1;
        }
        counts
    }

    /// Schools that have a roadmap, in alphabetical order.
    pub(super) fn roadmap_schools(&self) -> Vec<SchoolIx> {
        self.known_in_order(self.published.roadmaps().map(|r| r.rows().schools()))
    }

    /// Schools that have targets, in alphabetical order.
    pub(super) fn target_schools(&self) -> Vec<SchoolIx> {
        self.known_in_order(self.published.targets().map(|t| t.rows().schools()))
    }

    fn known_in_order(&self, schools: Option<Vec<SchoolIx>>) -> Vec<SchoolIx> {
        let known = schools.unwrap_or_default();
        let inside = |ix: &&SchoolIx| known.binary_search(ix).is_ok();
        self.schools.iter().filter(inside).copied().collect()
    }

    /// «На 28 апреля 2023 г. из 15 мероприятий выполнено 9, просрочено 2, запланировано 4.»
    pub(super) fn roadmap_sentence(&self, activities: &Activities) -> String {
        use RoadmapState::{
            Cancelled, Done, DueSoon, InProgress, NoTerm, Overdue, Planned, Unknown,
        };
        let n = ("n", activities.total().into());
        if activities.of(Unknown) == activities.total() {
            return self.say("roadmap-summary-plain", &[n]);
        }
        let part = |state| {
            let number = activities.of(state);
            let said = match state {
                Done => true,
                // That nothing is late is worth a word where something could be.
                Overdue => number > 0 || activities.judged > 0,
                _ => number > 0,
            };
            let args = [("n", number.into())];
            said.then(|| match state {
                Done => self.say("roadmap-part-done", &args),
                Overdue => self.say("roadmap-part-overdue", &args),
                DueSoon => self.say("roadmap-part-due-soon", &args),
                InProgress => self.say("roadmap-part-in-progress", &args),
                Planned => self.say("roadmap-part-planned", &args),
                NoTerm => self.say("roadmap-part-no-term", &args),
                Unknown => self.say("roadmap-part-unknown", &args),
                Cancelled => self.say("roadmap-part-cancelled", &args),
            })
        };
        let list = RoadmapState::ALL.into_iter().filter_map(part).collect::<Vec<_>>().join(", ");
        let list = ("list", list.as_str().into());
        match self.published.date().map(|date| self.text.date(date)) {
            Some(date) => {
                self.say("roadmap-summary-on", &[n, list, ("date", date.as_str().into())])
            }
            None => self.say("roadmap-summary", &[n, list]),
        }
    }

    /// «Из 7 целевых показателей достигнуто 4, не достигнуто 2, по 1 нет данных.»
    pub(super) fn targets_sentence(&self, outcomes: &Outcomes) -> String {
        let part = |state| {
            let number = outcomes.of(state);
            let args = [("n", number.into())];
            (number > 0 || state == TargetState::Met).then(|| match state {
                TargetState::Met => self.say("targets-part-met", &args),
                TargetState::NotMet => self.say("targets-part-not-met", &args),
                TargetState::NoData => self.say("targets-part-no-data", &args),
            })
        };
        let list = TargetState::ALL.into_iter().filter_map(part).collect::<Vec<_>>().join(", ");
        let n = ("n", outcomes.total().into());
        self.say("targets-summary", &[n, ("list", list.as_str().into())])
    }

    /// What a state is called: by the attribute that the methodology declares, if it does.
    pub(super) fn roadmap_title(&self, state: RoadmapState) -> &str {
        let own = self.category(|kind| matches!(kind, AttributeKind::RoadmapState), state as usize);
        own.unwrap_or_else(|| self.published.method().titles.programme.of_activity(state))
    }

    /// What an outcome is called: by the attribute that the methodology declares, if it does.
    pub(super) fn target_title(&self, state: TargetState) -> &str {
        let own = self.category(|kind| matches!(kind, AttributeKind::TargetState), state as usize);
        own.unwrap_or_else(|| self.published.method().titles.programme.of_target(state))
    }

    /// The title of a category of the first attribute of a kind.
    fn category(&self, is: impl Fn(&AttributeKind) -> bool, at: usize) -> Option<&str> {
        let attribute = self.published.method().attributes.iter().find(|a| is(&a.kind))?;
        let (_, info) = self.published.attribute(&attribute.id.value)?;
        info.categories.get(at).map(|category| category.title.as_str())
    }

    pub(super) fn roadmap_mark(&self, state: RoadmapState) -> Mark {
        let title = self.roadmap_title(state);
        let sign = roadmap_sign(state).to_owned();
        Mark { tone: state.tone().name(), sign, title: title.to_owned() }
    }

    /// What the sign of missing words means, if there is one in the table.
    pub(super) fn blank_legend(&self, table: &Table) -> Vec<(String, String)> {
        let mut cells = table.rows.iter().flat_map(|row| &row.cells);
        let blank = cells.any(|cell| cell.missing.is_some());
        self.legend(blank.then_some(Missing::NotAvailable).into_iter())
    }

    /// The state of an activity: sign and word.
    pub(super) fn roadmap_cell(&self, activity: &Activity<'_>) -> Cell {
        let mark = self.roadmap_mark(self.published.roadmap_state(activity));
        Cell { mark: Some(mark.clone()), ..Cell::text(mark.title) }
    }

    /// The term as written, and below it the day that counts if the words are no day.
    pub(super) fn term_cell(&self, activity: &Activity<'_>) -> Cell {
        let day = activity.due.map(|due| self.text.day(due));
        let words = activity.term.filter(|term| Date::parse(term).is_none());
        match (words, day) {
            (Some(words), day) => {
                let until =
                    |day: String| self.say("roadmap-until", &[("date", day.as_str().into())]);
                Cell { detail: day.map(until), ..Cell::text(self.name(words)) }
            }
            (None, Some(day)) => Cell::text(day),
            (None, None) => self.missing_cell(Missing::NotAvailable),
        }
    }

    /// Words from the data, or the sign that there are none.
    pub(super) fn words_cell(&self, words: Option<&str>) -> Cell {
        words.map_or_else(
            || self.missing_cell(Missing::NotAvailable),
            |words| Cell::text(self.name(words)),
        )
    }

    /// «Состояние на 28.04.2023».
    pub(super) fn status_title(&self) -> String {
        match self.published.date().map(|date| self.text.day(date)) {
            Some(date) => self.say("roadmap-status-on", &[("date", date.as_str().into())]),
            None => self.get("roadmap-status"),
        }
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
        table.legend = self.blank_legend(&table);
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
            value: Some(actual.millionths() as f64 / 1e6),
            bar: share(actual).is_some() && tick.is_some(),
            tick,
            ..Cell::text(self.measured(actual, target.unit))
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

    /// The stages of a school's programme: terms, content, and which goes on.
    pub(super) fn stages_table(&self, school: SchoolIx) -> Option<(String, Table)> {
        let known = self.published.stages()?;
        let stages = known.of_school(school);
        let placed = stages.iter().any(|stage| self.published.stage_state(stage).is_some());
        let mut columns = vec![column("term", self.get("roadmap-term"), false)];
        let content = stages.iter().any(|stage| stage.content.is_some());
        if content {
            columns.push(column("content", self.get("stage-content"), false));
        }
        if placed {
            columns.push(column("state", self.status_title(), false));
        }
        let corner = self.get("stage");
        let mut table = bare_table("stages-table", self.get("stages"), corner, columns);
        for stage in &stages {
            let number = stage.number.map(|n| self.text.fixed(n.to_fixed())).unwrap_or_default();
            let title = self.name(stage.title.unwrap_or_default());
            let mut cells = vec![self.stage_term(stage)];
            if content {
                cells.push(self.words_cell(stage.content));
            }
            if placed {
                cells.push(self.stage_cell(stage));
            }
            table.rows.push(Row {
                id: format!("stage-{}", table.rows.len() + 1),
                title: Label::text(numbered(&number, &title)),
                role: RowRole::Body,
                cells,
            });
        }
        table.base = Some(self.get("stages-base"));
        table.legend = self.blank_legend(&table);
        table.sources = self.source_names(&[known.rows().source()]);
        (!stages.is_empty()).then(|| (self.stages_sentence(&stages), table))
    }

    /// «На 28 апреля 2023 г. идут этапы «основной» и «завершающий».»
    fn stages_sentence(&self, stages: &[Stage<'_>]) -> String {
        let states: Vec<_> = stages.iter().map(|s| self.published.stage_state(s)).collect();
        let date = self.published.date().map(|date| self.text.date(date));
        let Some(date) = date.filter(|_| states.iter().any(Option::is_some)) else {
            return self.say("stages-count", &[("n", count(stages.len()))]);
        };
        let on = stages.iter().zip(&states).filter(|(_, s)| **s == Some(StageState::Now));
        let titles: Vec<String> =
            on.filter_map(|(stage, _)| Some(self.quoted(stage.title?))).collect();
        let date = ("date", date.as_str().into());
        if titles.is_empty() {
            return self.say("stages-none-now", &[date]);
        }
        let list = self.text.list(&titles);
        self.say("stages-now", &[date, ("n", count(titles.len())), ("list", list.as_str().into())])
    }

    fn stage_term(&self, stage: &Stage<'_>) -> Cell {
        let [from, to] = [stage.starts, stage.ends].map(|day| day.map(|day| self.text.day(day)));
        let days = match (&from, &to) {
            (Some(from), Some(to)) => {
                let args = [("from", from.as_str().into()), ("to", to.as_str().into())];
                Some(self.say("stage-term", &args))
            }
            (Some(from), None) => Some(self.say("stage-from", &[("date", from.as_str().into())])),
            (None, Some(to)) => Some(self.say("roadmap-until", &[("date", to.as_str().into())])),
            (None, None) => None,
        };
        match (stage.term, days) {
            (Some(words), days) => Cell { detail: days, ..Cell::text(self.name(words)) },
            (None, Some(days)) => Cell::text(days),
            (None, None) => self.missing_cell(Missing::NotAvailable),
        }
    }

    fn stage_cell(&self, stage: &Stage<'_>) -> Cell {
        let (sign, tone, title) = match self.published.stage_state(stage) {
            Some(StageState::Past) => ("✓", Tone::Context, self.get("stage-past")),
            Some(StageState::Now) => ("◐", Tone::Series1, self.get("stage-now")),
            Some(StageState::Ahead) => ("○", Tone::Context, self.get("stage-ahead")),
            None => return self.missing_cell(Missing::NotAvailable),
        };
        let mark = Mark { tone: tone.name(), sign: sign.to_owned(), title: title.clone() };
        Cell { mark: Some(mark), ..Cell::text(title) }
    }
}

/// «2. Что должно быть достигнуто».
fn numbered(number: &str, title: &str) -> String {
    if number.is_empty() { title.to_owned() } else { format!("{number}. {title}") }
}

/// A count in a cell, to sort by too.
pub(super) fn count_cell(report: &Report<'_>, n: u32) -> Cell {
    Cell { value: Some(n.into()), ..Cell::text(report.text.count(n)) }
}

/// A day in a cell, to sort by too; nothing said if there is none.
pub(super) fn day_cell(report: &Report<'_>, day: Option<Date>) -> Cell {
    match day {
        Some(day) => {
            // 20230428: such numbers sort as days do.
            let months = i32::from(day.year().0) * 100 + i32::from(day.month());
            let order = months * 100 + i32::from(day.day());
            Cell { value: Some(order.into()), ..Cell::text(report.text.day(day)) }
        }
        None => report.missing_cell(Missing::NotAvailable),
    }
}
