//! Suppression of small numbers: which cells an edition holds back, so that no small count is shown
//! and none can be worked out from what is shown in any table.
//!
//! `frames` writes down what a reader knows, `attack` works out what follows from it, `hide` holds
//! cells back until nothing secret does.

mod attack;
mod frames;
mod hide;

use std::collections::{BTreeMap, BTreeSet};

use crate::engine::{CellOutline, OF_SCHOOLS, Outline, Part, Quantity, SERIES, Space};
use crate::model::ids::SchoolIx;
use crate::model::tabulation::{CellValue, HeadingRole, Missing, TabCell, Tabulation};

use attack::System;
use frames::{Frames, Weigh};
use hide::{Shows, hide};

pub use hide::Tally;

/// What a cell of a table, or of the series of municipalities, is called.
pub(super) type CellKey = (String, String, String);

/// What is to be held back.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Cells by table, row and column.
    pub cells: BTreeSet<CellKey>,
    /// Tables whose number of units is held back.
    pub totals: BTreeSet<String>,
    /// How many cells and why.
    pub tally: Tally,
}

impl Held {
    /// True if a result of a school is held back.
    pub fn holds_result(&self, school: SchoolIx, column: &str) -> bool {
        self.cells.contains(&(OF_SCHOOLS.to_owned(), school.0.to_string(), column.to_owned()))
    }

    /// True if a cell of the series is held back.
    pub fn holds_series(&self, row: &str, column: &str) -> bool {
        self.cells.contains(&(SERIES.to_owned(), row.to_owned(), column.to_owned()))
    }
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
}

/// Decides which cells of published tables are held back. `series` are cells outside tables, with
/// what they show.
pub(super) fn held(
    tables: &[Tabulation],
    outlines: &[Outline],
    series: &[(Outline, Vec<CellValue>)],
    spaces: &mut BTreeMap<String, Space>,
    rule: &Rule<'_>,
) -> Held {
    let mut shown = Vec::new();
    for (table, outline) in tables.iter().filter_map(|table| {
        outlines.iter().find(|outline| outline.table == table.id).map(|outline| (table, outline))
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
            });
        }
    }
    for (outline, values) in series {
        shown.extend(outline.cells.iter().zip(values).map(|(cell, value)| Shown {
            key: key(outline.table.as_str(), &cell.at),
            space: &outline.space,
            count: &cell.count,
            base: None,
            value: *value,
            role: HeadingRole::Total,
        }));
    }
    let frames = Frames::new(spaces, rule.weigh);
    let mut builder = Builder { frames, rule, cells: Vec::new() };
    shown.iter().for_each(|cell| builder.cell(cell));
    let totals = outlines.iter().filter(|o| rule.of_schools && o.space == "schools");
    let totals: Vec<&Outline> = totals.collect();
    totals.iter().for_each(|outline| builder.total(outline));
    let (system, cells) = builder.finish();
    let (hidden, tally) = hide(&system, &cells);
    let mut held = Held { tally, ..Held::default() };
    for (cell, _) in shown.iter().zip(&hidden).filter(|(_, hidden)| **hidden) {
        held.cells.insert(cell.key.clone());
    }
    let of_totals = totals.iter().zip(&hidden[shown.len()..]).filter(|(_, hidden)| **hidden);
    held.totals = of_totals.map(|(outline, _)| outline.table.to_string()).collect();
    // The difference of two figures, of which one is held back, gives it away.
    for cell in outlines.iter().flat_map(|o| o.cells.iter().map(move |cell| (&o.table, cell))) {
        let (table, cell) = cell;
        let part = |at: &(String, String)| held.cells.contains(&key(table.as_str(), at));
        if cell.difference.iter().flatten().any(part) {
            held.cells.insert(key(table.as_str(), &cell.at));
        }
    }
    held
}

fn key(table: &str, at: &(String, String)) -> CellKey {
    (table.to_owned(), at.0.clone(), at.1.clone())
}

/// Takes what is held back out of a table.
pub(super) fn apply(table: &mut Tabulation, held: &Held, rule: &Rule<'_>) {
    let id = table.id.to_string();
    let width = table.columns.len();
    for at in 0..table.cells.len() {
        let (row, column) = (&table.rows[at / width], &table.columns[at % width]);
        let key = (id.clone(), row.id.to_string(), column.id.to_string());
        if held.cells.contains(&key) {
            let value = CellValue::Missing(Missing::Suppressed);
            table.cells[at] = TabCell { value, members: Vec::new() };
        }
    }
    let few = rule.of_schools && (1..rule.smallest).contains(&table.schools);
    if held.totals.contains(&id) || few {
        (table.units, table.schools) = (0, 0);
    }
}

/// What is small.
pub(super) struct Rule<'a> {
    /// The smallest number that may be shown.
    pub smallest: u32,
    /// Whether schools are counted by it; else pupils alone.
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
    fn is_small(&self, n: u32) -> bool {
        (1..self.rule.smallest).contains(&n)
    }

    fn is_small_of_schools(&self, n: u32) -> bool {
        self.rule.of_schools && self.is_small(n)
    }

    fn cell(&mut self, cell: &Shown<'_>) {
        let members = u32::try_from(cell.count.units.len()).unwrap_or(u32::MAX);
        let mut shows = Shows { sums: Vec::new(), cost: 0, primary: false };
        match cell.value {
            // Whoever sees the schools one by one counts them alone.
            CellValue::Share(_) | CellValue::Mean(_) if !self.rule.of_schools => {}
            CellValue::Share(share) => {
                let (count, base) = (share.count(), share.base());
                let counted = self.frames.figures(cell.space, cell.count);
                let of = cell.base.map(|base| self.frames.figures(cell.space, base));
                shows.sums.push(self.frames.sum(counted.clone()));
                if self.is_small(count) {
                    self.secret(counted);
                    shows.primary = true;
                }
                if let Some(of) = of {
                    shows.sums.push(self.frames.sum(of.clone()));
                    if self.is_small(base) {
                        self.secret(of);
                        shows.primary = true;
                    }
                }
                if let Some(base_part) = cell.base.filter(|_| self.is_small(base - count)) {
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
                if self.is_small(base) || few.into_iter().any(|n| self.is_small_of_schools(n)) {
                    self.secret(counted);
                    shows.primary = true;
                }
            }
            CellValue::Mean(_) => {
                let counted = self.frames.figures(cell.space, cell.count);
                shows.sums.push(self.frames.sum(counted.clone()));
                let of = cell.base.map(|base| self.frames.figures(cell.space, base));
                shows.sums.extend(of.clone().map(|of| self.frames.sum(of)));
                if self.is_small(members) {
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
    fn total(&mut self, outline: &Outline) {
        let figures = self.frames.figures(&outline.space, &outline.all);
        let sums = vec![self.frames.sum(figures)];
        let members = u32::try_from(outline.all.units.len()).unwrap_or(u32::MAX);
        let primary = self.is_small(members);
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
