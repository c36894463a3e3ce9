//! Names behind the figures: «Угличский МР, Некоузский МР и ещё 3».

use std::cmp::Ordering;

use super::{Answer, Call, Speech};
use crate::diag::{Code, Diagnostic};
use crate::model::number::Decimal;
use crate::model::tabulation::{CellValue, HeadingRole, Tabulation};
use crate::text::Arg;

/// How many names are said unless the call says otherwise.
const LIMIT: i64 = 3;

impl Speech {
    /// The rows whose percentage lies between bounds, in alphabetical order.
    pub(super) fn names(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let table = self.of_table(call)?;
        let column = call.line("column", table)?;
        let at_least = bound(call, "at_least")?;
        let above = bound(call, "above")?;
        let at_most = bound(call, "at_most")?;
        let below = bound(call, "below")?;
        let within = |row: &usize| {
            let CellValue::Share(share) = table.cell(*row, column).value else { return false };
            let is = |bound: Option<Decimal>, fits: fn(Ordering) -> bool| {
                bound.is_none_or(|bound| fits(share.cmp_percent(bound)))
            };
            let any_bound = at_least.or(above).or(at_most).or(below).is_some();
            (any_bound || share.count() > 0)
                && is(at_least, Ordering::is_ge)
                && is(above, Ordering::is_gt)
                && is(at_most, Ordering::is_le)
                && is(below, Ordering::is_lt)
        };
        let rows: Vec<usize> = body(table).filter(within).collect();
        self.rows_words(call, table, rows)
    }

    /// The row or rows with the largest percentage.
    pub(super) fn largest(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        self.extreme(call, Ordering::Greater)
    }

    /// The row or rows with the smallest percentage.
    pub(super) fn smallest(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        self.extreme(call, Ordering::Less)
    }

    fn extreme(&self, call: &Call<'_>, further: Ordering) -> Result<Answer, Diagnostic> {
        let table = self.of_table(call)?;
        let column = call.line("column", table)?;
        let mut best: Vec<usize> = Vec::new();
        for row in body(table) {
            let value = |row: usize| match table.cell(row, column).value {
                CellValue::Share(share) | CellValue::Pooled(share) => Some(share),
                _ => None,
            };
            let Some(share) = value(row) else { continue };
            match best.first().and_then(|first| value(*first)).map(|first| share.cmp(&first)) {
                Some(Ordering::Equal) => best.push(row),
                Some(order) if order != further => {}
                _ => best = vec![row],
            }
        }
        self.rows_words(call, table, best)
    }

    fn rows_words(
        &self,
        call: &Call<'_>,
        table: &Tabulation,
        rows: Vec<usize>,
    ) -> Result<Answer, Diagnostic> {
        let mut names: Vec<String> =
            rows.into_iter().map(|row| table.rows[row].title.clone()).collect();
        if table.alphabetical {
            names.sort_by_key(|name| (self.text.sort_key(name), name.clone()));
        }
        self.some_of(call, names)
    }

    /// The schools behind a cell, in alphabetical order.
    pub(super) fn school_names(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let table = self.of_table(call)?;
        let cell = self.cell(call, table)?;
        let mut schools: Vec<_> = cell.members.iter().map(|unit| unit.school).collect();
        schools.sort();
        schools.dedup();
        let mut names: Vec<_> =
            schools.iter().map(|ix| self.published.school(*ix).name.clone()).collect();
        names.sort_by_key(|name| (self.text.sort_key(name), name.clone()));
        self.some_of(call, names)
    }

    /// «а, б и ещё 3»; in words, if there are none.
    fn some_of(&self, call: &Call<'_>, names: Vec<String>) -> Result<Answer, Diagnostic> {
        let limit = call.whole("limit")?.unwrap_or(LIMIT);
        let Ok(limit) = usize::try_from(limit) else { return Err(call.bad("limit")) };
        let names: Vec<String> = names.iter().map(|name| self.text.typograph(name)).collect();
        if names.is_empty() {
            return Ok(Answer::Words(self.text.get("speech-nobody")));
        }
        // «и ещё 1» is longer than the one name it hides.
        if names.len() <= limit.saturating_add(1) {
            return Ok(Answer::Words(self.text.list(&names)));
        }
        let (said, rest) = names.split_at(limit.max(1));
        let list = said.join(", ");
        let args = [("list", Arg::from(&list)), ("n", super::super::count(rest.len()))];
        Ok(Answer::Words(self.text.say("speech-and-more", &args)))
    }
}

fn body(table: &Tabulation) -> impl Iterator<Item = usize> {
    (0..table.rows.len()).filter(|row| table.rows[*row].role == HeadingRole::Body)
}

fn bound(call: &Call<'_>, name: &str) -> Result<Option<Decimal>, Diagnostic> {
    let Some(whole) = call.whole(name)? else { return Ok(None) };
    match i32::try_from(whole) {
        Ok(whole) => Ok(Some(Decimal::from_int(whole))),
        Err(_) => Err(Diagnostic::new(Code::BadArgument)
            .with("value", name)
            .with("other", call.spec.name)),
    }
}
