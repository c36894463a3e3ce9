//! Single figures: a count, a percentage, a base, a change.

use super::{Answer, Call, Speech};
use crate::diag::{Code, Diagnostic};
use crate::model::number::Share;
use crate::model::tabulation::{CellValue, TabCell, Tabulation};
use crate::text::Arg;

/// The forms of «школа» with a number: after a verb or alone, after «из», after «в».
const FORMS: [&str; 3] = ["plain", "of", "in"];

impl Speech {
    pub(super) fn count(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, _) = self.share(call)?;
        Ok(words(self.text.count(share.count())))
    }

    pub(super) fn base(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, _) = self.share(call)?;
        Ok(words(self.text.count(share.base())))
    }

    /// The count as a number to compare with.
    pub(super) fn number(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, _) = self.share(call)?;
        Ok(Answer::Number(share.count().into()))
    }

    /// A percentage, or a mean as its table prints it.
    pub(super) fn percent(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let table = self.of_table(call)?;
        let cell = self.cell(call, table)?;
        match (cell.value, table.figure(cell)) {
            (CellValue::Mean(_), Some(figure)) => Ok(words(self.text.fixed(figure))),
            (_, Some(figure)) => Ok(words(self.text.percent(figure))),
            (_, None) => Err(no_figure(call, table)),
        }
    }

    /// «9 из 24».
    pub(super) fn part(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, _) = self.share(call)?;
        let (count, base) = (self.text.count(share.count()), self.text.count(share.base()));
        let args = [("count", Arg::from(&count)), ("base", Arg::from(&base))];
        Ok(words(self.text.say("report-of", &args)))
    }

    /// «10 школ», «в 10 школах».
    pub(super) fn schools(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, table) = self.share(call)?;
        self.counts_schools(call, table)?;
        Ok(words(self.schools_words(call, share.count())?))
    }

    /// «10 школ (71 %)».
    pub(super) fn schools_percent(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, table) = self.share(call)?;
        self.counts_schools(call, table)?;
        let schools = self.schools_words(call, share.count())?;
        let percent = self.text.percent(share.percent(table.decimals, table.rounding));
        Ok(words(format!("{schools} ({percent})")))
    }

    /// «32 из 42 школ».
    pub(super) fn schools_part(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, table) = self.share(call)?;
        self.counts_schools(call, table)?;
        let count = self.text.count(share.count());
        let base = self.text.say("unit-schools-of", &[("n", share.base().into())]);
        let args = [("count", Arg::from(&count)), ("base", Arg::from(&base))];
        let key = if call.one_of("form", &FORMS)? == "in" { "speech-part-in" } else { "report-of" };
        Ok(words(self.text.say(key, &args)))
    }

    /// «выросла на 4 процентных пункта»: how the figure of `to` stands to that of `from`.
    pub(super) fn change(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let gender = call.one_of("gender", &["feminine", "masculine", "neuter", "plural"])?;
        let (earlier, later, table) = self.two(call)?;
        let change = later.change_from(earlier, table.decimals, table.rounding);
        let key = match later.cmp(&earlier) {
            std::cmp::Ordering::Less => "speech-fell",
            std::cmp::Ordering::Greater => "speech-rose",
            std::cmp::Ordering::Equal => "speech-same",
        };
        let args = [("gender", gender.into()), ("n", Arg::Fixed(change.abs()))];
        Ok(words(self.text.say(key, &args)))
    }

    /// «с 32 % до 26 %».
    pub(super) fn span(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (earlier, later, table) = self.two(call)?;
        let percent =
            |share: Share| self.text.percent(share.percent(table.decimals, table.rounding));
        let (from, to) = (percent(earlier), percent(later));
        let args = [("from", Arg::from(&from)), ("to", Arg::from(&to))];
        Ok(words(self.text.say("speech-from-to", &args)))
    }

    fn schools_words(&self, call: &Call<'_>, n: u32) -> Result<String, Diagnostic> {
        let key = match call.one_of("form", &FORMS)? {
            "of" => "unit-schools-of",
            "in" => "unit-schools-in",
            _ => "unit-schools",
        };
        Ok(self.text.say(key, &[("n", n.into())]))
    }

    /// Nothing but schools may be called schools: not their results, not rows of a table, and not
    /// one school in several years.
    fn counts_schools(&self, call: &Call<'_>, table: &Tabulation) -> Result<(), Diagnostic> {
        let units = &self.cell(call, table)?.members;
        let mut schools: Vec<_> = units.iter().map(|unit| unit.school).collect();
        schools.sort();
        schools.dedup();
        let of_schools = units.iter().all(|unit| unit.procedure.is_none() && unit.row.is_none());
        if of_schools && schools.len() == units.len() {
            return Ok(());
        }
        let fault = Diagnostic::new(Code::NotSchools).with("value", call.spec.name);
        Err(fault.with("table", table.id.as_str()))
    }

    /// The cells of `from` and `to`: rows if a column is named or the only one, else columns.
    fn two<'s>(&'s self, call: &Call<'_>) -> Result<(Share, Share, &'s Tabulation), Diagnostic> {
        let table = self.of_table(call)?;
        let down = call.arg("row").is_none() && table.rows.len() > 1;
        let lines = if down { &table.rows } else { &table.columns };
        let from = call.line_of("from", lines, table)?;
        let to = call.line_of("to", lines, table)?;
        let share = |at: usize| {
            let cell = match down {
                true => table.cell(at, call.line("column", table)?),
                false => table.cell(call.line("row", table)?, at),
            };
            share_of(cell).ok_or_else(|| no_figure(call, table))
        };
        Ok((share(from)?, share(to)?, table))
    }

    fn share<'s>(&'s self, call: &Call<'_>) -> Result<(Share, &'s Tabulation), Diagnostic> {
        let table = self.of_table(call)?;
        let cell = self.cell(call, table)?;
        let share = share_of(cell).ok_or_else(|| no_figure(call, table))?;
        Ok((share, table))
    }

    /// The cell that a call names.
    pub(super) fn cell<'t>(
        &self,
        call: &Call<'_>,
        table: &'t Tabulation,
    ) -> Result<&'t TabCell, Diagnostic> {
        Ok(table.cell(call.line("row", table)?, call.line("column", table)?))
    }
}

fn share_of(cell: &TabCell) -> Option<Share> {
    match cell.value {
        CellValue::Share(share) | CellValue::Pooled(share) => Some(share),
        CellValue::Mean(_) | CellValue::Difference(..) | CellValue::Missing(_) => None,
    }
}

fn words(text: String) -> Answer {
    Answer::Words(text)
}

/// The cell is there but holds nothing to say.
fn no_figure(call: &Call<'_>, table: &Tabulation) -> Diagnostic {
    let fault = Diagnostic::new(Code::EmptyCell).with("value", call.spec.name);
    fault.with("table", table.id.as_str())
}
