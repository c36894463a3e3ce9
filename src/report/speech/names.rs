//! Names behind the figures: «Угличский МР, Некоузский МР и ещё 3».

use std::cmp::Ordering;

use super::cell::{share_of, withheld};
use super::{Answer, Call, Speech};
use crate::diag::{Code, Diagnostic};
use crate::model::forms::{Case, Forms};
use crate::model::ids::SchoolIx;
use crate::model::number::Decimal;
use crate::model::tabulation::{CellValue, HeadingRole, Missing, Tabulation};
use crate::text::Arg;

/// How many names are said unless the call says otherwise.
const LIMIT: i64 = 3;

impl Speech {
    /// The rows whose percentage lies between bounds, in alphabetical order.
    pub(super) fn names(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let table = self.of_table(call)?;
        let column = self.column(call, table)?;
        whole_column(call, table, column)?;
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
        let column = self.column(call, table)?;
        whole_column(call, table, column)?;
        self.rows_words(call, table, extremes(table, column, further))
    }

    fn rows_words(
        &self,
        call: &Call<'_>,
        table: &Tabulation,
        rows: Vec<usize>,
    ) -> Result<Answer, Diagnostic> {
        let case = case(call)?;
        let name = |row: usize| -> Result<(&str, String), Diagnostic> {
            let heading = &table.rows[row];
            let municipality = self.published.municipality_by_id(heading.id.as_str());
            let municipality = municipality.filter(|m| m.name == heading.title);
            let forms = municipality.map(|m| &m.forms);
            Ok((&heading.title, in_case(&heading.title, forms, case, "municipalities")?))
        };
        let mut names = rows.into_iter().map(name).collect::<Result<Vec<_>, _>>()?;
        if table.alphabetical {
            names.sort_by_key(|(name, _)| (self.text.sort_key(name), (*name).to_owned()));
        }
        self.some_of(call, names)
    }

    /// The schools behind a cell, in alphabetical order.
    pub(super) fn school_names(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let table = self.of_table(call)?;
        let case = case(call)?;
        let cell = self.cell(call, table)?;
        if !self.published.shows_schools() {
            return Err(withheld(call, table.id.as_str()));
        }
        let mut schools: Vec<_> = cell.members.iter().map(|unit| unit.school).collect();
        schools.sort();
        schools.dedup();
        let name = |ix: &SchoolIx| -> Result<(&str, String), Diagnostic> {
            let school = self.published.school(*ix);
            Ok((&school.name, in_case(&school.name, Some(&school.forms), case, "schools")?))
        };
        let mut names = schools.iter().map(name).collect::<Result<Vec<_>, _>>()?;
        names.sort_by_key(|(name, _)| (self.text.sort_key(name), (*name).to_owned()));
        self.some_of(call, names)
    }

    /// «а, б и ещё 3»; in words, if there are none.
    fn some_of(&self, call: &Call<'_>, names: Vec<(&str, String)>) -> Result<Answer, Diagnostic> {
        let limit = call.whole("limit")?.unwrap_or(LIMIT);
        let Ok(limit) = usize::try_from(limit) else { return Err(call.bad("limit")) };
        let names: Vec<String> = names.iter().map(|(_, name)| self.text.typograph(name)).collect();
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

/// The case that a call asks names in; `None` for the nominative.
fn case(call: &Call<'_>) -> Result<Option<Case>, Diagnostic> {
    let known: Vec<&str> = std::iter::once("nominative").chain(Case::ALL.map(Case::id)).collect();
    let form = call.one_of("form", &known)?;
    Ok(Case::ALL.into_iter().find(|case| case.id() == form))
}

/// A name in a case, if the registry gives it: it is never guessed.
fn in_case(
    name: &str,
    forms: Option<&Forms>,
    case: Option<Case>,
    registry: &str,
) -> Result<String, Diagnostic> {
    let Some(case) = case else { return Ok(name.to_owned()) };
    forms.and_then(|forms| forms.get(&case)).cloned().ok_or_else(|| {
        let fault = Diagnostic::new(Code::NoForm).with("value", name);
        fault.with("column", case.column()).with("table", registry)
    })
}

/// The body rows with the largest or the smallest share of a column.
pub(super) fn extremes(table: &Tabulation, column: usize, further: Ordering) -> Vec<usize> {
    let mut best: Vec<usize> = Vec::new();
    let value = |row: usize| share_of(table.cell(row, column));
    for row in body(table) {
        let Some(share) = value(row) else { continue };
        match best.first().and_then(|first| value(*first)).map(|first| share.cmp(&first)) {
            Some(Ordering::Equal) => best.push(row),
            Some(order) if order != further => {}
            _ => best = vec![row],
        }
    }
    best
}

/// Rows are compared only where no figure of them is held back: it may be the largest of all.
fn whole_column(call: &Call<'_>, table: &Tabulation, column: usize) -> Result<(), Diagnostic> {
    let hidden = CellValue::Missing(Missing::Suppressed);
    match body(table).any(|row| table.cell(row, column).value == hidden) {
        true => Err(withheld(call, table.id.as_str())),
        false => Ok(()),
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
