//! Single figures: a count, a percentage, a base, a change.

use std::cmp::Ordering;

use super::{Answer, Call, Speech};
use crate::diag::{Code, Diagnostic};
use crate::model::number::{Fixed, Share};
use crate::model::tabulation::{CellValue, Missing, TabCell, Tabulation};
use crate::text::Arg;

/// The forms of «школа» with a number: after a verb or alone, after «из», after «в».
const FORMS: [&str; 3] = ["plain", "of", "in"];
/// The forms of a word beside a number.
const WORDS: [&str; 3] = ["one", "few", "many"];
/// What a change is counted in.
const UNITS: [&str; 2] = ["percent", "schools"];
/// As many digits after the decimal mark as a sentence may have.
const MOST_DECIMALS: u8 = 4;

impl Speech {
    /// «87», or with its word «5 центров».
    pub(super) fn count(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, _) = self.share(call)?;
        let count = self.text.count(share.count());
        if WORDS.iter().all(|form| call.arg(form).is_none()) {
            return Ok(words(count));
        }
        Ok(words(format!("{count}\u{a0}{}", self.word_of(call, share.count())?)))
    }

    /// A word in the form that a count asks of it: «вышла», «вышли», «вышло».
    pub(super) fn word(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, _) = self.share(call)?;
        Ok(words(self.word_of(call, share.count())?))
    }

    fn word_of(&self, call: &Call<'_>, n: u32) -> Result<String, Diagnostic> {
        let form = |name: &'static str| call.text(name)?.ok_or_else(|| call.needs(name));
        let [one, few, many] = [form("one")?, form("few")?, form("many")?];
        let args =
            [("n", n.into()), ("one", one.into()), ("few", few.into()), ("many", many.into())];
        Ok(self.text.say("speech-word", &args))
    }

    pub(super) fn base(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, _) = self.share(call)?;
        Ok(words(self.text.count(share.base())))
    }

    /// The count, or the exact percentage, as a number to compare with.
    pub(super) fn number(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, _) = self.share(call)?;
        Ok(match call.one_of("measure", &["count", "percent"])? {
            "percent" => Answer::Number(super::super::scale(share)),
            _ => Answer::Number(share.count().into()),
        })
    }

    /// Whether there is a figure to say: a choice for pages whose cell may be empty.
    pub(super) fn has(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let id = call.text("table")?.ok_or_else(|| call.needs("table"))?;
        let Some(table) = self.published.table(id) else {
            return if self.is_declared(id) {
                Ok(Answer::Truth(false))
            } else {
                self.of_table(call).map(|_| Answer::Truth(false))
            };
        };
        let cell = match self.cell(call, table) {
            Ok(cell) => cell,
            // A row or a column that the table has left out.
            Err(fault) if fault.code == Code::NoSuchLine && call.is_this() => {
                return Ok(Answer::Truth(false));
            }
            Err(fault) => return Err(fault),
        };
        Ok(Answer::Truth(table.figure(cell).is_some()))
    }

    /// A percentage, a mean as its table prints it, or signed percentage points.
    pub(super) fn percent(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let table = self.of_table(call)?;
        let cell = self.cell(call, table)?;
        let figure = self.figure_of(call, cell, table)?;
        Ok(words(match cell.value {
            CellValue::Mean(_) => self.text.fixed(figure),
            CellValue::Difference(..) => self.text.points(figure),
            _ => self.text.percent(figure),
        }))
    }

    /// «15 процентных пунктов»: how large a difference is, whatever its sign.
    pub(super) fn points(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let table = self.of_table(call)?;
        let cell = self.cell(call, table)?;
        if !matches!(cell.value, CellValue::Difference(..)) {
            return Err(no_figure_in(call, table, cell));
        }
        let figure = self.figure_of(call, cell, table)?.abs();
        Ok(words(self.text.say("unit-points", &[("n", Arg::Fixed(figure))])))
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
        counts_schools(call, self.cell(call, table)?, table)?;
        Ok(words(self.schools_words(call, share.count())?))
    }

    /// «10 школ (71 %)»; of a base too small for percentages, «3 из 4 школ».
    pub(super) fn schools_percent(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, table) = self.share(call)?;
        counts_schools(call, self.cell(call, table)?, table)?;
        if share.base() < self.published.method().few {
            return self.schools_part(call);
        }
        let schools = self.schools_words(call, share.count())?;
        let percent = self.text.percent(self.rounded(call, share, table)?);
        Ok(words(format!("{schools} ({percent})")))
    }

    /// «32 из 42 школ».
    pub(super) fn schools_part(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let (share, table) = self.share(call)?;
        counts_schools(call, self.cell(call, table)?, table)?;
        let count = self.text.count(share.count());
        let base = self.text.say("unit-schools-of", &[("n", share.base().into())]);
        let args = [("count", Arg::from(&count)), ("base", Arg::from(&base))];
        let key = if call.one_of("form", &FORMS)? == "in" { "speech-part-in" } else { "report-of" };
        Ok(words(self.text.say(key, &args)))
    }

    /// «выросла на 4 процентных пункта», «выросло на 20 школ»: how the figure of `to` stands to that
    /// of `from`.
    pub(super) fn change(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let schools = call.one_of("unit", &UNITS)? == "schools";
        let genders = match schools {
            // «Число школ выросло», «доля выросла».
            true => ["neuter", "masculine", "feminine", "plural"],
            false => ["feminine", "masculine", "neuter", "plural"],
        };
        let gender = call.one_of("gender", &genders)?;
        let (cells, table) = self.two(call)?;
        let [earlier, later] = shares(call, cells, table)?;
        let (order, by) = if schools {
            cells.into_iter().try_for_each(|cell| counts_schools(call, cell, table))?;
            let n = later.count().abs_diff(earlier.count());
            (
                later.count().cmp(&earlier.count()),
                self.text.say("speech-by-schools", &[("n", n.into())]),
            )
        } else {
            let decimals = self.decimals(call, table)?;
            let change = later.change_from(earlier, decimals, table.rounding).abs();
            if change.units == 0 && later != earlier {
                let args = [("gender", gender.into())];
                return Ok(words(self.text.say("speech-hardly", &args)));
            }
            (later.cmp(&earlier), self.text.say("unit-points", &[("n", Arg::Fixed(change))]))
        };
        let key = match order {
            Ordering::Less => "speech-fell",
            Ordering::Greater => "speech-rose",
            Ordering::Equal => "speech-same",
        };
        let args = [("gender", gender.into()), ("by", Arg::from(&by))];
        Ok(words(self.text.say(key, &args)))
    }

    /// «с 32 % до 26 %», «со 107 до 87 школ».
    pub(super) fn span(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let schools = call.one_of("unit", &UNITS)? == "schools";
        let (cells, table) = self.two(call)?;
        let (from, to, first) = if schools {
            cells.into_iter().try_for_each(|cell| counts_schools(call, cell, table))?;
            let [earlier, later] = shares(call, cells, table)?;
            let to = self.text.say("unit-schools-of", &[("n", later.count().into())]);
            (self.text.count(earlier.count()), to, u64::from(earlier.count()))
        } else {
            let [earlier, later] = cells.map(|cell| self.figure_of(call, cell, table));
            let (earlier, later) = (earlier?, later?);
            let mean = matches!(cells[0].value, CellValue::Mean(_));
            let print =
                |figure| if mean { self.text.fixed(figure) } else { self.text.percent(figure) };
            let whole = earlier.units.unsigned_abs() / 10u64.pow(earlier.decimals.into());
            (print(earlier), print(later), whole)
        };
        let with = if begins_with_a_hundred(first) { "so" } else { "s" };
        let args = [("with", with.into()), ("from", Arg::from(&from)), ("to", Arg::from(&to))];
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

    /// The cells of `from` and `to`: rows if a column is named or the only one, else columns.
    fn two<'s>(
        &'s self,
        call: &Call<'_>,
    ) -> Result<([&'s TabCell; 2], &'s Tabulation), Diagnostic> {
        let table = self.of_table(call)?;
        let down = call.arg("row").is_none() && table.rows.len() > 1;
        let lines = if down { &table.rows } else { &table.columns };
        let from = call.line_of("from", lines, table)?;
        let to = call.line_of("to", lines, table)?;
        let cell = |at: usize| {
            Ok(match down {
                true => table.cell(at, self.column(call, table)?),
                false => table.cell(call.line_of("row", &table.rows, table)?, at),
            })
        };
        Ok(([cell(from)?, cell(to)?], table))
    }

    fn share<'s>(&'s self, call: &Call<'_>) -> Result<(Share, &'s Tabulation), Diagnostic> {
        let table = self.of_table(call)?;
        let cell = self.cell(call, table)?;
        let share = share_of(cell).ok_or_else(|| no_figure_in(call, table, cell))?;
        Ok((share, table))
    }

    /// The figure of a cell, with the digits that the call asks for or the table has.
    fn figure_of(
        &self,
        call: &Call<'_>,
        cell: &TabCell,
        table: &Tabulation,
    ) -> Result<Fixed, Diagnostic> {
        let decimals = self.decimals(call, table)?;
        table.figure_to(cell, decimals).ok_or_else(|| no_figure_in(call, table, cell))
    }

    fn rounded(
        &self,
        call: &Call<'_>,
        share: Share,
        table: &Tabulation,
    ) -> Result<Fixed, Diagnostic> {
        Ok(share.percent(self.decimals(call, table)?, table.rounding))
    }

    fn decimals(&self, call: &Call<'_>, table: &Tabulation) -> Result<u8, Diagnostic> {
        let Some(given) = call.whole("decimals")? else { return Ok(table.decimals) };
        let fits = u8::try_from(given).ok().filter(|decimals| *decimals <= MOST_DECIMALS);
        fits.ok_or_else(|| call.bad("decimals"))
    }

    /// The cell that a call names.
    pub(super) fn cell<'t>(
        &self,
        call: &Call<'_>,
        table: &'t Tabulation,
    ) -> Result<&'t TabCell, Diagnostic> {
        let column = self.column(call, table)?;
        Ok(table.cell(self.row(call, table, column)?, column))
    }
}

/// True for a number that is read with «сто» in front: «со 107», but «с 87».
fn begins_with_a_hundred(n: u64) -> bool {
    let mut first = n;
    while first >= 1000 {
        first /= 1000;
    }
    (100..200).contains(&first)
}

/// Nothing but schools may be called schools: not their results, not rows of a table, and not one
/// school in several years.
fn counts_schools(call: &Call<'_>, cell: &TabCell, table: &Tabulation) -> Result<(), Diagnostic> {
    let units = &cell.members;
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

fn shares(
    call: &Call<'_>,
    cells: [&TabCell; 2],
    table: &Tabulation,
) -> Result<[Share; 2], Diagnostic> {
    let share = |cell| share_of(cell).ok_or_else(|| no_figure_in(call, table, cell));
    Ok([share(cells[0])?, share(cells[1])?])
}

pub(super) fn share_of(cell: &TabCell) -> Option<Share> {
    match cell.value {
        CellValue::Share(share) | CellValue::Pooled(share) => Some(share),
        CellValue::Mean(_) | CellValue::Difference(..) | CellValue::Missing(_) => None,
    }
}

fn words(text: String) -> Answer {
    Answer::Words(text)
}

/// The cell holds nothing to say, or nothing that the edition lets be said.
fn no_figure_in(call: &Call<'_>, table: &Tabulation, cell: &TabCell) -> Diagnostic {
    match cell.value {
        CellValue::Missing(Missing::Suppressed) => withheld(call, table.id.as_str()),
        _ => no_figure(call, table),
    }
}

/// The edition does not let be known what the call asks for.
pub(super) fn withheld(call: &Call<'_>, table: &str) -> Diagnostic {
    Diagnostic::new(Code::WithheldFigure).with("value", call.spec.name).with("table", table)
}

/// The cell is there but holds nothing to say.
fn no_figure(call: &Call<'_>, table: &Tabulation) -> Diagnostic {
    let fault = Diagnostic::new(Code::EmptyCell).with("value", call.spec.name);
    fault.with("table", table.id.as_str())
}

#[cfg(test)]
mod tests {
    use super::begins_with_a_hundred;

    #[test]
    fn a_hundred_takes_another_preposition() {
        for (n, so) in [(0, false), (2, false), (87, false), (100, true), (107, true), (199, true)]
        {
            assert_eq!(begins_with_a_hundred(n), so, "{n}");
        }
        for (n, so) in [(200, false), (1_100, false), (100_000, true), (101_000_000, true)] {
            assert_eq!(begins_with_a_hundred(n), so, "{n}");
        }
    }
}
