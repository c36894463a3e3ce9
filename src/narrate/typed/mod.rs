//! Typed numbers: those of a text that were not computed, held against what its page presents.
//!
//! A number that the page shows is supported. One that stands in a sentence about a row or a column
//! of the page's tables, and is not among its figures, contradicts them. The rest has no support.

mod number;
mod passage;
mod presented;

use std::collections::BTreeSet;
use std::ops::Range;

use self::number::{Claim, Typed, Unit, figures};
use self::passage::Sentence;
use self::presented::{Line, Presented, Shown, is_number, means, shared};
use crate::diag::{Code, Diagnostic};
use crate::model::number::{Decimal, Rounding, Share};
use crate::report::view::Page;

/// As many computed values as an answer names.
const NAMED: usize = 3;

/// True if a text has typed figures at all.
pub(super) fn any(markdown: &str, tags: &[Range<usize>]) -> bool {
    passage::sentences(markdown, tags).iter().any(|sentence| !figures(&sentence.text).is_empty())
}

/// How many figures of a text are typed.
pub(super) fn count(markdown: &str, tags: &[Range<usize>]) -> usize {
    passage::sentences(markdown, tags).iter().map(|sentence| figures(&sentence.text).len()).sum()
}

/// The typed numbers of a text that its page does not support: contradicted ones with what was
/// computed, the others with no more than themselves; each with its bytes in the text.
pub(super) fn check(
    markdown: &str,
    tags: &[Range<usize>],
    pages: &[&Page],
) -> Vec<(Range<usize>, Diagnostic)> {
    let presented = Presented::of(pages);
    let mut found = Vec::new();
    for sentence in passage::sentences(markdown, tags) {
        let typed = figures(&sentence.text);
        if typed.is_empty() {
            continue;
        }
        let about = About::of(&sentence, &presented);
        for at in 0..typed.len() {
            if let Some(fault) = about.fault(&typed, at) {
                let said = &sentence.text[typed[at].span.clone()];
                found.push((sentence.origin(&typed[at].span), fault.with("value", said)));
            }
        }
    }
    found
}

/// A cell with its row.
type Cell<'a> = (&'a Line, &'a Shown);

/// Beginnings of words that speak of everything together.
const WHOLE: [&str; 4] = ["регион", "област", "всего", "средн"];

/// What a sentence is about.
struct About<'a> {
    sentence: &'a Sentence,
    presented: &'a Presented,
    /// The rows that it means.
    rows: Vec<&'a Line>,
    /// The words of the sentence, in lower case.
    words: Vec<String>,
}

impl<'a> About<'a> {
    fn of(sentence: &'a Sentence, presented: &'a Presented) -> Self {
        let lower = sentence.text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words: Vec<String> = words.map(str::to_owned).collect();
        words.extend(lists_of_results(&words));
        let meant = |line: &&Line| {
            // A year stands in many sentences: it means a row if the sentence is about the table.
            let year = line.stems.iter().all(|stem| is_number(stem));
            let about = 2 * shared(&words, &line.about) >= line.about.len().max(1);
            means(&words, &line.stems) && (!year || about)
        };
        let rows = presented.rows.iter().filter(meant).collect();
        Self { sentence, presented, rows, words }
    }

    fn fault(&self, typed: &[Typed], at: usize) -> Option<Diagnostic> {
        let number = &typed[at];
        if let Some(pair) = Pair::of(&self.sentence.text, typed, at) {
            return self.pair_fault(&pair);
        }
        let text = &self.sentence.text;
        let in_pair = |later: usize| Pair::of(text, typed, later).is_some_and(|p| p.has(number));
        if in_pair(at + 1) || in_pair(at + 2) {
            return None;
        }
        if matches!(number.claim, Claim::Above | Claim::Below) && number.unit == Unit::Percent {
            let wrong = self.wrong_bound(number);
            if !wrong.is_empty() {
                return Some(contradicted(&wrong));
            }
        }
        let mut meant: Vec<Cell<'a>> =
            self.rows.iter().flat_map(|row| self.meant_of(row)).collect();
        if number.by {
            meant.retain(|(_, shown)| shown.difference);
        }
        let whole = self.words.iter().any(|word| WHOLE.iter().any(|stem| word.starts_with(stem)));
        // Of a table with several columns the sentence must mean one: its caption says too little.
        let columns = |line: &Line, across: &[String]| {
            let named = if line.cells.len() > 1 { across } else { line.about.as_slice() };
            shared(&self.words, named) > 0
        };
        let totals = || self.presented.cells().filter(|(line, ..)| whole && line.total);
        let total = |shown: &Shown| shown.is(number.unit, &number.value);
        if totals().any(|(line, shown, across)| total(shown) && columns(line, across)) {
            return None;
        }
        if meant.iter().any(|(_, shown)| shown.is(number.unit, &number.value)) {
            return None;
        }
        let figures = || meant.iter().any(|(_, shown)| shown.figure.is_some());
        if number.claim == Claim::Exactly && number.unit != Unit::Plain && figures() {
            return Some(contradicted(&meant));
        }
        let wrong = self.wrong_count(number);
        if !wrong.is_empty() {
            return Some(contradicted(&wrong));
        }
        let supported = self.presented.says(number)
            || self.is_related(number)
            || self.is_difference(number, typed);
        (!supported).then(|| Diagnostic::new(Code::UnsupportedNumber))
    }

    /// True if two percentages of the sentence, or of neighbouring rows that it speaks of, differ by
    /// the number: «снизилась на 6 п. п., с 32 % до 26 %».
    fn is_difference(&self, number: &Typed, typed: &[Typed]) -> bool {
        let Some(by) = Decimal::parse(&number.value).filter(|_| number.by) else { return false };
        let percents = typed.iter().filter(|other| other.unit == Unit::Percent && !other.by);
        let percents: Vec<Decimal> =
            percents.filter_map(|other| Decimal::parse(&other.value)).collect();
        let apart = |a: Decimal, b: Decimal| a.minus(b).map(Decimal::magnitude) == Some(by);
        let in_sentence = percents.iter().any(|a| percents.iter().any(|b| apart(*a, *b)));
        in_sentence
            || self.presented.rows.windows(2).any(|rows| {
                let [before, after] = rows else { return false };
                let spoken = 2 * shared(&self.words, &after.about) > after.about.len();
                before.table == after.table
                    && spoken
                    && before.cells.iter().zip(&after.cells).any(|((a, _), (b, _))| {
                        let share = |shown: &Shown| Share::new(shown.count?, shown.base?);
                        let decimals = number.value.split_once('.').map_or(0, |(_, d)| d.len());
                        let pair = share(a).zip(share(b)).zip(u8::try_from(decimals).ok());
                        pair.is_some_and(|((a, b), decimals)| {
                            let change = b.change_from(a, decimals, Rounding::HalfUp).abs();
                            change.to_string() == number.value
                        })
                    })
            })
    }

    /// «В г. Ярославле в перечне 29 школ»: the cells of the rows and columns that the sentence names,
    /// if none of them is of so many schools.
    fn wrong_count(&self, number: &Typed) -> Vec<Cell<'a>> {
        if !number.schools || number.claim != Claim::Exactly || self.rows.is_empty() {
            return Vec::new();
        }
        let cells = self.rows.iter().flat_map(|row| {
            // «Всего школ»: nothing in it tells it from other headings but the word itself.
            let all =
                |across: &[String]| across.is_empty() && self.words.iter().any(|w| w == "всего");
            let crossed = row
                .cells
                .iter()
                .filter(move |(_, across)| means(&self.words, across) || all(across));
            let only = row.cells.iter().filter(|_| row.cells.len() == 1);
            crossed.chain(only).map(|(shown, _)| (*row, shown))
        });
        let cells: Vec<Cell<'a>> = cells.filter(|(_, shown)| shown.count.is_some()).collect();
        // What is said of the base or by another sentence of the page is right as well.
        let right = cells.iter().any(|(_, shown)| shown.is(Unit::Plain, &number.value));
        if right || self.presented.says(number) { Vec::new() } else { cells }
    }

    /// True if a cell shows the number, and the sentence has most of what its row, its column or its
    /// table is called.
    fn is_related(&self, number: &Typed) -> bool {
        self.presented.cells().any(|(line, shown, across)| {
            let headings = [line.stems.as_slice(), line.about.as_slice(), across];
            let named = |stems: &&[String]| 2 * shared(&self.words, stems) > stems.len();
            shown.is(number.unit, &number.value) && headings.iter().any(named)
        })
    }

    /// The cells of a row that the sentence may mean: those whose column it names too, or all.
    fn meant_of(&self, row: &'a Line) -> Vec<Cell<'a>> {
        let crossed: Vec<_> =
            row.cells.iter().filter(|(_, across)| means(&self.words, across)).collect();
        let cells = if crossed.is_empty() { row.cells.iter().collect() } else { crossed };
        cells.into_iter().map(|(shown, _)| (row, shown)).collect()
    }

    /// A percentage in brackets after its count: some cell must show both.
    fn pair_fault(&self, pair: &Pair<'_>) -> Option<Diagnostic> {
        let cells = || self.presented.cells();
        if let Some(share) = pair.share() {
            if pair.follows_from(share) {
                return None;
            }
            let same = |shown: &Shown| {
                (shown.count, shown.base) == (Some(share.count()), Some(share.base()))
            };
            let counted = cells().filter(|(_, shown, _)| same(shown)).map(|(l, s, _)| (l, s));
            return Some(contradicted(&self.nearest(counted.collect())));
        }
        let counted = |shown: &Shown| shown.is(Unit::Plain, &pair.count.value);
        let both = |shown: &Shown| counted(shown) && shown.is(Unit::Percent, &pair.percent.value);
        if cells().any(|(_, shown, _)| both(shown)) {
            return None;
        }
        let column = cells().filter(|(_, _, across)| means(&self.words, across));
        let column: Vec<Cell<'a>> = column.map(|(line, shown, _)| (line, shown)).collect();
        let rows = || self.rows.iter().flat_map(|row| self.meant_of(row)).collect();
        let named = if column.is_empty() { rows() } else { column };
        if named.iter().any(|(_, shown)| shown.figure.is_some()) {
            return Some(contradicted(&named));
        }
        Some(Diagnostic::new(Code::UnsupportedNumber))
    }

    /// Those whose rows the sentence means, or all.
    fn nearest(&self, cells: Vec<Cell<'a>>) -> Vec<Cell<'a>> {
        let meant = |cell: &&Cell<'a>| self.rows.iter().any(|row| std::ptr::eq(*row, cell.0));
        let nearest: Vec<_> = cells.iter().filter(meant).copied().collect();
        if nearest.is_empty() { cells } else { nearest }
    }

    /// «Более 30 % … в Борисоглебском»: the rows that the sentence means and of which it is untrue,
    /// in the column that it has most words of and that it is true of for most rows.
    fn wrong_bound(&self, number: &Typed) -> Vec<Cell<'a>> {
        let Some(bound) = Decimal::parse(&number.value) else { return Vec::new() };
        let truth = |shown: &Shown| {
            let share = shown.count.zip(shown.base).and_then(|(k, n)| Share::new(k, n))?;
            let order = share.cmp_percent(bound);
            Some(if number.claim == Claim::Above { order.is_gt() } else { order.is_lt() })
        };
        let mut best: ((usize, usize), Vec<Cell<'a>>) = ((0, 0), Vec::new());
        let tables: BTreeSet<&str> = self.rows.iter().map(|row| row.table.as_str()).collect();
        for table in tables {
            let rows: Vec<&Line> = self.rows.iter().copied().filter(|r| r.table == table).collect();
            for column in 0..rows.first().map_or(0, |row| row.cells.len()) {
                let cells: Vec<_> =
                    rows.iter().filter_map(|row| Some((*row, row.cells.get(column)?))).collect();
                let of = |wanted: bool| {
                    let of =
                        cells.iter().filter(move |(_, (shown, _))| truth(shown) == Some(wanted));
                    of.map(|(row, (shown, _))| (*row, shown)).collect::<Vec<Cell<'a>>>()
                };
                let (holds, fails) = (of(true), of(false));
                let named = cells.first().map_or(0, |(_, (_, across))| shared(&self.words, across));
                if holds.len() > fails.len() && (named, holds.len()) > best.0 {
                    best = ((named, holds.len()), fails);
                }
            }
        }
        best.1
    }
}

/// The years of the lists that are drawn from the results of a sentence: «по итогам 2022 года» means
/// the list of 2023.
fn lists_of_results(words: &[String]) -> Vec<String> {
    let pairs = words.windows(2).filter(|pair| pair[0].starts_with("итог"));
    let year = |pair: &[String]| pair[1].parse::<u16>().ok().filter(|_| pair[1].len() == 4);
    pairs.filter_map(year).map(|year| (year + 1).to_string()).collect()
}

/// «30 из 84 (35 %)» or «8 (28 %)».
struct Pair<'t> {
    count: &'t Typed,
    base: Option<&'t Typed>,
    percent: &'t Typed,
}

impl<'t> Pair<'t> {
    /// As many letters may stand between a count and its percentage: «8 школ (28 %)».
    const LETTERS: usize = 12;

    fn of(text: &str, typed: &'t [Typed], at: usize) -> Option<Self> {
        let percent = typed.get(at).filter(|t| t.unit == Unit::Percent && t.bracketed)?;
        let before = typed.get(at.checked_sub(1)?).filter(|t| t.unit == Unit::Plain)?;
        let gap = &text[before.span.end..percent.span.start];
        let letters = gap.chars().filter(|c| c.is_alphabetic()).count();
        if letters > Self::LETTERS || gap.contains([';', '.']) {
            return None;
        }
        let first = at.checked_sub(2).and_then(|first| typed.get(first));
        let of = first.filter(|first| text[first.span.end..before.span.start].trim() == "из");
        Some(match of {
            Some(count) => Self { count, base: Some(before), percent },
            None => Self { count: before, base: None, percent },
        })
    }

    /// True if a number is its count or its base.
    fn has(&self, number: &Typed) -> bool {
        self.count.span == number.span || self.base.is_some_and(|base| base.span == number.span)
    }

    fn share(&self) -> Option<Share> {
        share(&self.count.value, &self.base?.value)
    }

    /// True if the percentage is that share, rounded to as many digits.
    fn follows_from(&self, share: Share) -> bool {
        let decimals = self.percent.value.split_once('.').map_or(0, |(_, d)| d.len());
        u8::try_from(decimals).is_ok_and(|decimals| {
            share.percent(decimals, Rounding::HalfUp).to_string() == self.percent.value
        })
    }
}

fn share(count: &str, base: &str) -> Option<Share> {
    Share::new(count.parse().ok()?, base.parse().ok()?)
}

/// A number that the data does not bear out, and what was computed instead.
fn contradicted(cells: &[Cell<'_>]) -> Diagnostic {
    let mut computed: Vec<String> = Vec::new();
    for (line, shown) in cells {
        let words = format!("{} — {} («{}»)", line.title, shown.words, line.table);
        if shown.figure.is_some() && !computed.contains(&words) {
            computed.push(words);
        }
    }
    let more = if computed.len() > NAMED { "; …" } else { "" };
    computed.truncate(NAMED);
    if computed.is_empty() {
        return Diagnostic::new(Code::WrongShare);
    }
    Diagnostic::new(Code::ContradictedNumber).with("other", computed.join("; ") + more)
}
