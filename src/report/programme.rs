//! Roadmaps in sentences, signs and cells, the same on every page; and what programmes share.

use super::Report;
use super::view::{Cell, Mark};
use crate::method::{AttributeKind, RoadmapState};
use crate::model::date::Date;
use crate::model::ids::SchoolIx;
use crate::model::programme::Activity;
use crate::model::tabulation::Missing;

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

    /// True if something could be overdue: then it is worth a word that nothing is.
    pub fn is_judged(&self) -> bool {
        self.judged > 0
    }

    /// True if it is known of something how far it has come.
    pub fn is_told(&self) -> bool {
        self.of(RoadmapState::Unknown) < self.total()
    }

    pub fn of(&self, state: RoadmapState) -> u32 {
        self.states[state as usize]
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

    /// Schools that have a roadmap, in alphabetical order.
    pub(super) fn roadmap_schools(&self) -> Vec<SchoolIx> {
        self.known_in_order(self.published.roadmaps().map(|r| r.rows().schools()))
    }

    pub(super) fn known_in_order(&self, schools: Option<Vec<SchoolIx>>) -> Vec<SchoolIx> {
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
        if !activities.is_told() {
            return self.say("roadmap-summary-plain", &[n]);
        }
        let part = |state| {
            let number = activities.of(state);
            let said = match state {
                Done => true,
                Overdue => number > 0 || activities.is_judged(),
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

    /// What a state is called: by the attribute that the methodology declares, if it does.
    pub(super) fn roadmap_title(&self, state: RoadmapState) -> &str {
        let own =
            self.category_title(|kind| matches!(kind, AttributeKind::RoadmapState), state as usize);
        own.unwrap_or_else(|| self.published.method().titles.programme.of_activity(state))
    }

    /// The title of a category of the first attribute of a kind.
    pub(super) fn category_title(
        &self,
        is: impl Fn(&AttributeKind) -> bool,
        at: usize,
    ) -> Option<&str> {
        let attribute = self.published.method().attributes.iter().find(|a| is(&a.kind))?;
        let (_, info) = self.published.attribute(&attribute.id.value)?;
        info.categories.get(at).map(|category| category.title.as_str())
    }

    pub(super) fn roadmap_mark(&self, state: RoadmapState) -> Mark {
        let title = self.roadmap_title(state);
        let sign = roadmap_sign(state).to_owned();
        Mark { tone: state.tone().name(), sign, title: title.to_owned() }
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
}

/// «2. Что должно быть достигнуто».
pub(super) fn numbered(number: &str, title: &str) -> String {
    if number.is_empty() { title.to_owned() } else { format!("{number}. {title}") }
}

/// A count in a cell, to sort by too.
pub(super) fn count_cell(report: &Report<'_>, n: u32) -> Cell {
    Cell::count(n, report.text.count(n))
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
