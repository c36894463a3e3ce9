//! How risks, their levels and the work on them are called.

use std::cmp::Ordering;

use super::super::super::Report;
use super::super::super::marks::mark;
use super::super::super::view::{Cell, Label, Link, Mark};
use crate::model::interval::Interval;
use crate::model::number::Share;
use crate::model::risks::{Risk, Significance};
use crate::model::tabulation::{CellValue, Missing};
use crate::model::tone::Tone;

/// The levels, mildest first, as a scale has them.
pub(in crate::report::pages) const LEVELS: [Significance; 3] =
    [Significance::Low, Significance::Medium, Significance::High];

/// What a school does about a risk.
#[derive(Clone, Copy)]
pub(in crate::report::pages) enum Work {
    /// It chose to work on it.
    Chosen,
    /// It carried out a programme.
    Done,
}

impl Work {
    /// Both, in order.
    pub(in crate::report::pages) const ALL: [Self; 2] = [Self::Chosen, Self::Done];

    /// The sign, which needs no colour, with its meaning.
    pub(in crate::report::pages) fn mark(self, report: &Report<'_>) -> Mark {
        let (sign, key) = match self {
            Self::Chosen => ("◆", "risk-sign-chosen"),
            Self::Done => ("✓", "risk-sign-done"),
        };
        Mark { tone: Tone::Plain.name(), sign: sign.to_owned(), title: report.get(key) }
    }
}

/// The path of a risk's page.
pub(in crate::report) fn path(risk: &Risk) -> String {
    format!("risks/{}.html", risk.id)
}

/// «2. Дефицит педагогических кадров», or the name alone if it has no number.
pub(in crate::report::pages) fn risk_title(report: &Report<'_>, risk: &Risk) -> String {
    let name = report.name(&risk.name);
    let Some(number) = risk.number else { return name };
    let number = report.text.fixed(number.to_fixed());
    report.say("risk-numbered", &[("number", (&number).into()), ("name", (&name).into())])
}

/// A risk that leads to its page.
pub(in crate::report::pages) fn risk_label(report: &Report<'_>, risk: &Risk) -> Label {
    Label::link(risk_title(report, risk), path(risk))
}

/// A risk that leads to its page, for the way there and back.
pub(super) fn risk_link(report: &Report<'_>, risk: &Risk) -> Link {
    Link { text: risk_title(report, risk), to: path(risk) }
}

/// «высокая».
pub(in crate::report::pages) fn level_title(report: &Report<'_>, level: Significance) -> String {
    report.get(match level {
        Significance::High => "risk-high",
        Significance::Medium => "risk-medium",
        Significance::Low => "risk-low",
    })
}

/// The sign of a level with its meaning.
pub(super) fn level_mark(report: &Report<'_>, level: Significance) -> Mark {
    mark(level.tone(), &level_title(report, level))
}

/// The level as sign and word.
pub(in crate::report::pages) fn level_cell(
    report: &Report<'_>,
    level: Option<Significance>,
) -> Cell {
    match level {
        Some(level) => {
            let mark = level_mark(report, level);
            let value = LEVELS.iter().position(|other| *other == level);
            let value = value.map(|at| at as f64);
            Cell { mark: Some(mark.clone()), value, ..Cell::text(mark.title) }
        }
        None => report.missing_cell(Missing::NotAvailable),
    }
}

/// Whether a school works on a risk: a sign and «да», or «нет».
pub(in crate::report::pages) fn work_cell(
    report: &Report<'_>,
    work: Work,
    said: Option<bool>,
) -> Cell {
    let titles = &report.published.method().titles;
    match said {
        Some(true) => Cell { mark: Some(work.mark(report)), ..Cell::text(titles.yes.clone()) },
        Some(false) => Cell::text(titles.no.clone()),
        None => report.missing_cell(Missing::NotAvailable),
    }
}

/// What two shares beside each other let one say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing: one of them is of too few schools.
    Few,
    /// They are equal.
    Equal,
    /// They differ as chance makes shares differ.
    Ordinary,
    /// The first is larger by more than chance.
    More,
    /// The first is smaller by more than chance.
    Less,
}

impl Report<'_> {
    /// What two shares beside each other let one say, by the bounds of the methodology.
    pub(super) fn judge(&self, one: Share, other: Share) -> Verdict {
        let rules = self.published.method().statistics;
        let interval = Interval::of_difference(one, other, rules.confidence);
        match one.cmp(&other) {
            _ if one.base().min(other.base()) < rules.small => Verdict::Few,
            Ordering::Equal => Verdict::Equal,
            _ if interval.holds_zero() => Verdict::Ordinary,
            Ordering::Greater => Verdict::More,
            Ordering::Less => Verdict::Less,
        }
    }

    /// The share of a cell of an implied table, if the table is there and has it.
    pub(in crate::report::pages) fn share_of_cell(
        &self,
        table: &str,
        row: &str,
        column: &str,
    ) -> Option<Share> {
        match self.published.table(table)?.find(row, column)?.value {
            CellValue::Share(share) => Some(share),
            _ => None,
        }
    }

    /// «17 школ из 42 (40 %)»; of a small base the counts alone.
    pub(in crate::report::pages) fn schools_of(&self, share: Share) -> String {
        let base = self.text.count(share.base());
        let args = [("n", share.count().into()), ("base", (&base).into())];
        let of = self.say("risk-schools-of", &args);
        match share.base() < self.published.method().few {
            true => of,
            false => format!("{of} ({})", self.percent(share)),
        }
    }
}
