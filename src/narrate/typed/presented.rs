//! The figures that a page presents, and the headings by which a sentence means them.

use std::collections::BTreeSet;

use super::number::{Claim, Typed, Unit, figures};
use crate::report::view::{Block, Figure, Page, Row, RowRole, Table};

/// A figure of a table, as programs read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Counted.
    pub count: Option<u32>,
    /// Out of how many.
    pub base: Option<u32>,
    /// The percentage or mean with a decimal point.
    pub figure: Option<String>,
    /// True if the figure is a difference in percentage points.
    pub difference: bool,
    /// As the page prints it.
    pub words: String,
}

/// A row of a table with its figures.
#[derive(Debug)]
pub(super) struct Line {
    /// The table's caption.
    pub table: String,
    /// The heading.
    pub title: String,
    /// Its stems: a sentence that means the row has them all.
    pub stems: Vec<String>,
    /// True for a row of all: a sentence means it that speaks of the region.
    pub total: bool,
    /// The stems of the caption.
    pub about: Vec<String>,
    /// Its cells, each with the stems of its column.
    pub cells: Vec<(Shown, Vec<String>)>,
}

/// All that a page says in figures.
#[derive(Debug, Default)]
pub(super) struct Presented {
    /// The rows of its tables.
    pub rows: Vec<Line>,
    /// Numbers in its computed sentences and facts, and whether each is said as itself or as a bound.
    said: BTreeSet<(Unit, String, bool)>,
}

impl Presented {
    /// What the pages present together: a page, and the method that all of them rest on.
    pub fn of(pages: &[&Page]) -> Self {
        let mut all = Self::default();
        for page in pages {
            page.lead.iter().for_each(|sentence| all.sentence(sentence));
            for fact in &page.facts {
                let words = [Some(&fact.value), fact.base.as_ref(), fact.change.as_ref()];
                words.into_iter().flatten().for_each(|words| all.sentence(words));
            }
            for section in &page.sections {
                section.lead.iter().for_each(|sentence| all.sentence(sentence));
                section.blocks.iter().for_each(|block| all.block(block));
            }
        }
        all
    }

    /// True if a computed sentence or a fact says the number. A bound («не ниже 20 %») says nothing
    /// of a share that is exactly that.
    pub fn says(&self, number: &Typed) -> bool {
        // «На 6 %» is said of percentage points as well.
        if number.by && self.said.contains(&(Unit::Points, number.value.clone(), true)) {
            return true;
        }
        let said = |exactly| self.said.contains(&(number.unit, number.value.clone(), exactly));
        said(true) || (number.claim != Claim::Exactly && said(false))
    }

    /// Every cell with its row, and the stems of its column.
    pub fn cells(&self) -> impl Iterator<Item = (&Line, &Shown, &[String])> {
        self.rows.iter().flat_map(|row| {
            row.cells.iter().map(move |(shown, across)| (row, shown, across.as_slice()))
        })
    }

    fn sentence(&mut self, words: &str) {
        let said = |typed: Typed| (typed.unit, typed.value, typed.claim == Claim::Exactly);
        self.said.extend(figures(words).into_iter().map(said));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Multiples { figures, .. } | Block::Choice { figures, .. } => {
                figures.iter().for_each(|f| self.figure(f))
            }
            Block::Text { paragraphs } => paragraphs.iter().for_each(|p| self.sentence(p)),
            Block::Terms { terms } => {
                // What leads on is an example: of one school, it supports nothing that is said of others.
                let values = terms.iter().flat_map(|term| &term.values);
                let rules = values.filter(|value| value.link.is_none());
                rules.for_each(|value| self.sentence(&value.text));
            }
            Block::Prose(prose) => {
                prose.inserts.iter().for_each(|(_, inside)| self.block(inside));
            }
            _ => {}
        }
    }

    fn figure(&mut self, figure: &Figure) {
        self.sentence(&figure.finding);
    }

    fn table(&mut self, table: &Table) {
        table.base.iter().chain(&table.notes).for_each(|words| self.sentence(words));
        let across: Vec<Vec<String>> = table.columns.iter().map(|c| stems(&c.title)).collect();
        let about = stems(&table.caption);
        for row in &table.rows {
            self.rows.push(Line {
                table: table.caption.clone(),
                title: row.title.text.clone(),
                stems: stems(&row.title.text),
                total: row.role == RowRole::Total,
                about: about.clone(),
                cells: shown(row).into_iter().zip(across.clone()).collect(),
            });
        }
    }
}

impl Shown {
    /// True if the cell shows this number.
    pub fn is(&self, unit: Unit, value: &str) -> bool {
        let count = |count: Option<u32>| count.is_some_and(|count| count.to_string() == value);
        match unit {
            _ if self.difference => self.figure.as_deref().is_some_and(|figure| {
                unit != Unit::Plain && same(figure.trim_start_matches('-'), value)
            }),
            Unit::Percent => self.figure.as_deref().is_some_and(|figure| same(figure, value)),
            Unit::Points => false,
            Unit::Plain => {
                count(self.count) || count(self.base) || self.figure.as_deref() == Some(value)
            }
        }
    }
}

/// Equal as numbers: `26` and `26.0`.
fn same(a: &str, b: &str) -> bool {
    let bare = |number: &str| match number.split_once('.') {
        Some((whole, decimals)) => (whole.to_owned(), decimals.trim_end_matches('0').to_owned()),
        None => (number.to_owned(), String::new()),
    };
    bare(a) == bare(b)
}

fn shown(row: &Row) -> Vec<Shown> {
    let cell = |cell: &crate::report::view::Cell| Shown {
        count: cell.count,
        base: cell.base,
        figure: cell.figure.clone(),
        difference: cell.figure.is_some() && cell.count.is_none() && cell.text.contains("п."),
        words: match (&cell.detail, cell.count.zip(cell.base)) {
            (Some(detail), _) => format!("{} ({detail})", cell.text),
            (None, _) => cell.text.clone(),
        },
    };
    row.cells.iter().map(cell).collect()
}

/// Words that tell no heading from another.
const COMMON: [&str; 14] =
    ["мр", "мо", "го", "г", "в", "и", "по", "из", "на", "с", "о", "всего", "итого", "год"];
/// Beginnings of words that stand in most headings of this field.
const COMMON_STEMS: [&str; 5] = ["школ", "дол", "числ", "колич", "регион"];

/// The beginnings of the words of a heading: Russian words end in many ways, and begin in one.
pub(super) fn stems(title: &str) -> Vec<String> {
    let lower = title.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric());
    let telling = words.filter(|word| {
        let common = COMMON_STEMS.iter().any(|stem| word.starts_with(stem));
        !(word.is_empty() || common || COMMON.contains(word))
    });
    telling.map(stem).collect()
}

fn stem(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let ending = match letters.len() {
        _ if is_number(word) => 0,
        0..=3 => 0,
        4..=5 => 1,
        _ => 2,
    };
    letters[..letters.len() - ending].iter().collect()
}

/// True if a sentence, in lower case and parted into words, has all of these beginnings.
pub(super) fn means(words: &[String], stems: &[String]) -> bool {
    !stems.is_empty() && shared(words, stems) == stems.len()
}

/// How many of these beginnings a sentence has.
pub(super) fn shared(words: &[String], stems: &[String]) -> usize {
    stems.iter().filter(|stem| words.iter().any(|word| fits(word, stem))).count()
}

/// A word has a beginning if no more than an ending follows: «Ярославле» means «Ярославль», while
/// «Ярославском» does not.
fn fits(word: &str, stem: &str) -> bool {
    match word.strip_prefix(stem) {
        Some(ending) if is_number(stem) => ending.is_empty(),
        Some(ending) => ending.chars().count() <= 3,
        None => false,
    }
}

pub(super) fn is_number(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(sentence: &str, title: &str) -> bool {
        let words: Vec<String> =
            sentence.to_lowercase().split_whitespace().map(str::to_owned).collect();
        means(&words, &stems(title))
    }

    #[test]
    fn a_heading_is_meant_in_any_case() {
        assert!(meant("в г. Ярославле", "г. Ярославль"));
        assert!(meant("в Борисоглебском районе", "Борисоглебский МР"));
        assert!(!meant("в Ярославском районе", "г. Ярославль"));
        assert!(!meant("в Угличском районе", "Ярославский МР"));
        assert!(meant("по итогам 2022 года", "2022"));
    }
}
