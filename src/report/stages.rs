//! Stages of programmes in sentences and cells, the same on every page.

use super::listings::{bare_table, column, missing_legend};
use super::programme::numbered;
use super::view::{Cell, Label, Mark, Row, RowRole, Table};
use super::{Report, count};
use crate::edition::StageState;
use crate::model::ids::SchoolIx;
use crate::model::programme::Stage;
use crate::model::tabulation::Missing;
use crate::model::tone::Tone;

impl Report<'_> {
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
        table.legend = missing_legend(&table);
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
