//! Suppression of small numbers: which cells editions hold back, so that no small count is shown and
//! none can be worked out from what is shown in any table of any of them.
//!
//! `frames` writes down what a reader knows, `attack` works out what follows from it (by `elimination`
//! and by what is `forced`), `hide` holds cells back until nothing secret does.

mod attack;
mod elimination;
mod forced;
mod frames;
mod hide;
#[cfg(test)]
mod judge;

use std::collections::BTreeMap;

use crate::engine::{CellOutline, OF_SCHOOLS, Outline, Part, Quantity, SERIES, Space};
use crate::model::ids::SchoolIx;
use crate::model::tabulation::{CellValue, HeadingRole, Missing, TabCell, Tabulation};

use attack::System;
use frames::{Frames, SCHOOLS, Weigh};
use hide::{Shows, hide};

/// What a cell of a table, or of the series of municipalities, is called.
pub(super) type CellKey = (String, String, String);

/// Why a cell is held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// It is small, or shows something that is.
    Small,
    /// Something small could be worked out with it.
    Telling,
}

/// How many figures were held back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// For their own sake.
    pub primary: usize,
    /// For the sake of others.
    pub secondary: usize,
}

/// What is to be held back of what an edition would print.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Cells by table, row and column.
    cells: BTreeMap<CellKey, Why>,
    /// Tables whose number of units is held back.
    totals: BTreeMap<String, Why>,
    /// Numbers of schools below it are held back; 0 if they are told.
    few: u32,
}

impl Held {
    /// True if a result of a school is held back.
    pub fn holds_result(&self, school: SchoolIx, column: &str) -> bool {
        self.cells.contains_key(&(OF_SCHOOLS.to_owned(), school.0.to_string(), column.to_owned()))
    }

    /// True if a cell of the series is held back.
    pub fn holds_series(&self, row: &str, column: &str) -> bool {
        self.cells.contains_key(&(SERIES.to_owned(), row.to_owned(), column.to_owned()))
    }

    /// How many figures and why.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for why in self.cells.values().chain(self.totals.values()) {
            match why {
                Why::Small => tally.primary += 1,
                Why::Telling => tally.secondary += 1,
            }
        }
        tally
    }

    /// Holds back what another pattern does as well.
    pub fn join(&mut self, other: Self) {
        for (key, why) in other.cells {
            self.cells.entry(key).or_insert(why);
        }
        for (table, why) in other.totals {
            self.totals.entry(table).or_insert(why);
        }
        self.few = self.few.max(other.few);
    }
}

/// What an edition would print, and the smallest number that it may show.
pub(super) struct Sheet<'a> {
    pub tables: &'a [Tabulation],
    /// What the cells of the tables count.
    pub outlines: Vec<Outline>,
    /// Cells outside tables, with what they show.
    pub others: Vec<(Outline, Vec<CellValue>)>,
    pub smallest: u32,
}

/// What a cell shows, as far as suppression is concerned.
struct Shown<'a> {
    key: CellKey,
    space: &'a str,
    /// What it adds up, and how much of it.
    count: &'a Part,
    base: Option<&'a Part>,
    value: CellValue,
    role: HeadingRole,
    smallest: u32,
}

/// Decides which cells of editions are held back, so that none of them shows what another holds back
/// for being small, and nothing of that follows from all of them.
pub(super) fn held(
    sheets: &[Sheet<'_>],
    spaces: &mut BTreeMap<String, Space>,
    rule: &Rule<'_>,
) -> Vec<Held> {
    let mut builder = Builder { frames: Frames::new(spaces, rule.weigh), rule, cells: Vec::new() };
    let shown: Vec<Vec<Shown<'_>>> = sheets.iter().map(Sheet::shown).collect();
    let totals: Vec<Vec<&Outline>> = sheets.iter().map(|sheet| sheet.totals(rule)).collect();
    for ((sheet, shown), totals) in sheets.iter().zip(&shown).zip(&totals) {
        shown.iter().for_each(|cell| builder.cell(cell));
        totals.iter().for_each(|outline| builder.total(outline, sheet.smallest));
    }
    let (system, cells) = builder.finish();
    let mut hidden = hide(&system, &cells).into_iter();
    let few = sheets.iter().map(|sheet| sheet.smallest).max().filter(|_| rule.of_schools);
    let mut all = Vec::new();
    for ((sheet, shown), totals) in sheets.iter().zip(shown).zip(totals) {
        let mut held = Held { few: few.unwrap_or_default(), ..Held::default() };
        let why = hidden.by_ref().take(shown.len());
        held.cells =
            shown.into_iter().zip(why).filter_map(|(s, why)| Some((s.key, why?))).collect();
        let why = hidden.by_ref().take(totals.len());
        let name = |of: &Outline| of.table.to_string();
        held.totals =
            totals.into_iter().zip(why).filter_map(|(of, why)| Some((name(of), why?))).collect();
        sheet.hold_differences(&mut held);
        all.push(held);
    }
    all
}

impl Sheet<'_> {
    /// All cells, with what they count.
    fn shown(&self) -> Vec<Shown<'_>> {
        let mut shown = Vec::new();
        let smallest = self.smallest;
        for (table, outline) in self.tables.iter().filter_map(|table| {
            let outline = self.outlines.iter().find(|outline| outline.table == table.id);
            outline.map(|outline| (table, outline))
        }) {
            let by_key: BTreeMap<(&str, &str), &CellOutline> =
                outline.cells.iter().map(|cell| ((&*cell.at.0, &*cell.at.1), cell)).collect();
            for (at, cell) in table.cells.iter().enumerate() {
                let (row, column) = (at / table.columns.len(), at % table.columns.len());
                let (row, column) = (&table.rows[row], &table.columns[column]);
                let found = by_key.get(&(row.id.as_str(), column.id.as_str()));
                let Some(of) = found else { continue };
                shown.push(Shown {
                    key: key(table.id.as_str(), &of.at),
                    space: &outline.space,
                    count: &of.count,
                    base: of.base.as_ref(),
                    value: cell.value,
                    role: wider(row.role, column.role),
                    smallest,
                });
            }
        }
        for (outline, values) in &self.others {
            shown.extend(outline.cells.iter().zip(values).map(|(cell, value)| Shown {
                key: key(outline.table.as_str(), &cell.at),
                space: &outline.space,
                count: &cell.count,
                base: None,
                value: *value,
                role: HeadingRole::Total,
                smallest,
            }));
        }
        shown
    }

    /// The tables that say how many schools they count.
    fn totals(&self, rule: &Rule<'_>) -> Vec<&Outline> {
        let of_schools = |of: &&Outline| rule.of_schools && of.space == SCHOOLS;
        self.outlines.iter().filter(of_schools).collect()
    }

    /// The difference of two figures, of which one is held back, gives it away.
    fn hold_differences(&self, held: &mut Held) {
        for of in &self.outlines {
            for cell in &of.cells {
                let part =
                    |at: &(String, String)| held.cells.contains_key(&key(of.table.as_str(), at));
                if cell.difference.iter().flatten().any(part) {
                    let key = key(of.table.as_str(), &cell.at);
                    held.cells.entry(key).or_insert(Why::Telling);
                }
            }
        }
    }
}

fn key(table: &str, at: &(String, String)) -> CellKey {
    (table.to_owned(), at.0.clone(), at.1.clone())
}

/// Takes what is held back out of a table.
pub(super) fn apply(table: &mut Tabulation, held: &Held) {
    let id = table.id.to_string();
    let width = table.columns.len();
    for at in 0..table.cells.len() {
        let (row, column) = (&table.rows[at / width], &table.columns[at % width]);
        let key = (id.clone(), row.id.to_string(), column.id.to_string());
        if held.cells.contains_key(&key) {
            let value = CellValue::Missing(Missing::Suppressed);
            table.cells[at] = TabCell { value, members: Vec::new() };
        }
    }
    let few = table.schools > 0 && table.schools < held.few;
    if held.totals.contains_key(&id) || few {
        (table.units, table.schools) = (0, 0);
    }
}

/// What is small.
pub(super) struct Rule<'a> {
    /// Whether schools are counted; else pupils alone.
    pub of_schools: bool,
    /// How much of a quantity a unit has.
    pub weigh: Weigh<'a>,
}

struct Builder<'a> {
    frames: Frames<'a>,
    rule: &'a Rule<'a>,
    cells: Vec<Shows>,
}

impl Builder<'_> {
    fn cell(&mut self, cell: &Shown<'_>) {
        let members = u32::try_from(cell.count.units.len()).unwrap_or(u32::MAX);
        let is_small = |n: u32| (1..cell.smallest).contains(&n);
        let is_small_of_schools = |n: u32| self.rule.of_schools && is_small(n);
        let mut shows = Shows { sums: Vec::new(), cost: 0, primary: false };
        match cell.value {
            // Whoever sees the schools one by one counts them alone.
            CellValue::Share(_) | CellValue::Mean(_) if !self.rule.of_schools => {}
            CellValue::Share(share) => {
                let (count, base) = (share.count(), share.base());
                let counted = self.frames.figures(cell.space, cell.count);
                let of = cell.base.map(|base| self.frames.figures(cell.space, base));
                shows.sums.push(self.frames.sum(counted.clone()));
                if is_small(count) {
                    self.secret(counted);
                    shows.primary = true;
                }
                if let Some(of) = of {
                    shows.sums.push(self.frames.sum(of.clone()));
                    if is_small(base) {
                        self.secret(of);
                        shows.primary = true;
                    }
                }
                if let Some(base_part) = cell.base.filter(|_| is_small(base - count)) {
                    let rest = rest(cell.count, base_part);
                    let rest = self.frames.figures(cell.space, &rest);
                    self.secret(rest);
                    shows.primary = true;
                }
            }
            CellValue::Pooled(share) => {
                let counted = self.frames.figures(cell.space, cell.count);
                shows.sums.push(self.frames.sum(counted.clone()));
                let (count, base) = (share.count(), share.base());
                // Where schools are left out, few who failed are as telling as few who took part.
                let few = [members, count, base.saturating_sub(count)];
                if is_small(base) || few.into_iter().any(is_small_of_schools) {
                    self.secret(counted);
                    shows.primary = true;
                }
            }
            CellValue::Mean(_) => {
                let counted = self.frames.figures(cell.space, cell.count);
                shows.sums.push(self.frames.sum(counted.clone()));
                let of = cell.base.map(|base| self.frames.figures(cell.space, base));
                shows.sums.extend(of.clone().map(|of| self.frames.sum(of)));
                if is_small(members) {
                    self.secret(counted);
                    of.into_iter().for_each(|of| self.secret(of));
                    shows.primary = true;
                }
            }
            // It says nothing but what two other cells say.
            CellValue::Difference(..) | CellValue::Missing(_) => {}
        }
        shows.cost = cost(members, cell.role);
        self.cells.push(shows);
    }

    /// How many units a table has in all.
    fn total(&mut self, outline: &Outline, smallest: u32) {
        let figures = self.frames.figures(&outline.space, &outline.all);
        let sums = vec![self.frames.sum(figures)];
        let members = u32::try_from(outline.all.units.len()).unwrap_or(u32::MAX);
        let primary = (1..smallest).contains(&members);
        self.cells.push(Shows { sums, cost: cost(members, HeadingRole::Total), primary });
    }

    fn secret(&mut self, figures: Vec<usize>) {
        if !figures.is_empty() && !self.frames.system.secrets.contains(&figures) {
            self.frames.system.secrets.push(figures);
        }
    }

    fn finish(mut self) -> (System, Vec<Shows>) {
        self.frames.link();
        (self.frames.system, self.cells)
    }
}

/// Of the roles of row and column the one that is further from a category.
fn wider(row: HeadingRole, column: HeadingRole) -> HeadingRole {
    match (row, column) {
        (HeadingRole::Total, _) | (_, HeadingRole::Total) => HeadingRole::Total,
        (HeadingRole::Summary, _) | (_, HeadingRole::Summary) => HeadingRole::Summary,
        _ => HeadingRole::Body,
    }
}

/// The units of a base that are not counted.
fn rest(count: &Part, base: &Part) -> Part {
    let counted = |at: &u32| count.units.binary_search(at).is_ok();
    let mut facets: Vec<String> = count.facets.iter().chain(&base.facets).cloned().collect();
    facets.sort();
    facets.dedup();
    let units = base.units.iter().copied().filter(|at| !counted(at)).collect();
    Part { quantity: Quantity::Units, facets, units }
}

/// What a reader loses: little with few units, most with a total. A zero is dear, for it is easily
/// guessed and protects nothing.
fn cost(members: u32, role: HeadingRole) -> u64 {
    let of = if members == 0 { 500 } else { 10 + u64::from(members) };
    match role {
        HeadingRole::Body => of,
        HeadingRole::Summary => 3 * of,
        HeadingRole::Total => 10 * of,
    }
}
