//! Rows of a registry that are one thing: an old id and its successor. What rows are called, who
//! follows whom.

use crate::diag::{Code, Diagnostic, Diagnostics, Place, unknown};
use crate::model::forms::{Case, Forms};

use super::cells::{Cells, Column, is_missing};
use super::names::{Found, Names, listed};
use super::raw::RawTable;

/// The columns by which both registries say what a row is called and what followed it.
pub(super) struct NameColumns<'a> {
    id: Column<'a>,
    aliases: Column<'a>,
    successor: Column<'a>,
    forms: [(Case, Column<'a>); 5],
}

impl<'a> NameColumns<'a> {
    pub fn of(table: &'a RawTable, faults: &mut Diagnostics) -> Self {
        Self {
            id: Column::required(table, "id", faults),
            aliases: Column::optional(table, "aliases"),
            successor: Column::optional(table, "successor"),
            forms: Case::ALL.map(|case| (case, Column::optional(table, case.column()))),
        }
    }

    /// What a row is called; `None` if it has no id, which has been reported.
    pub fn read<'t>(&self, cells: &mut Cells<'t, '_>) -> Option<Named<'t>> {
        let (successor, place) = (cells.text(self.successor), cells.place(self.successor));
        Some(Named {
            id: cells.id(self.id)?,
            aliases: listed(cells.text(self.aliases)),
            aliases_place: cells.place(self.aliases),
            forms: self.forms(cells),
            successor: (!successor.is_empty()).then_some((successor, place)),
        })
    }

    fn forms(&self, cells: &Cells<'_, '_>) -> Forms {
        let form = |(case, column): &(Case, Column<'_>)| {
            let form = cells.text(*column);
            (!is_missing(form)).then(|| (*case, form.to_owned()))
        };
        self.forms.iter().filter_map(form).collect()
    }
}

/// What a row of a registry is called.
pub(super) struct Named<'a> {
    pub id: &'a str,
    pub aliases: Vec<&'a str>,
    aliases_place: Place,
    /// The name in other cases.
    pub forms: Forms,
    /// What followed it.
    successor: Option<(&'a str, Place)>,
}

/// The columns of a registry with those of its names in other cases.
pub(super) fn with_forms(columns: &[&'static str]) -> Vec<&'static str> {
    columns.iter().copied().chain(Case::ALL.map(Case::column)).collect()
}

/// From a row to the row that followed it.
#[derive(Clone, Copy)]
pub(super) struct Link {
    pub to: usize,
    /// True if the two were things of their own side by side, and one joined the other; false if
    /// they are one thing under another id.
    pub joined: bool,
    pub place: Place,
}

/// The links of all rows, none of them in a circle.
pub(super) struct Links(pub Vec<Option<Link>>);

impl Links {
    /// Follows the column `successor` of rows ordered by id.
    pub fn of(rows: &[&Named<'_>], code: Code, faults: &mut Diagnostics) -> Self {
        let mut names = Names::default();
        for (at, row) in rows.iter().enumerate() {
            row.aliases.iter().for_each(|alias| names.add(alias, at));
        }
        let find = |text: &str| {
            let by_id = rows.binary_search_by(|row| row.id.cmp(text)).ok();
            by_id.or_else(|| match names.find(text) {
                Found::One(at) => Some(at),
                Found::Nothing | Found::Several(_) => None,
            })
        };
        let link = |row: &&Named<'_>| {
            let (text, place) = row.successor?;
            let to = find(text);
            if to.is_none() {
                let known: Vec<&str> = rows.iter().map(|row| row.id).collect();
                faults.push(unknown(code, place, text, &known));
            }
            Some(Link { to: to?, joined: false, place })
        };
        Self(rows.iter().map(link).collect())
    }

    /// Reports each circle once and opens it.
    pub fn open_circles(&mut self, rows: &[&Named<'_>], faults: &mut Diagnostics) {
        for start in 0..self.0.len() {
            let mut path = vec![start];
            let mut at = start;
            while let Some(link) = self.0[at] {
                if path.contains(&link.to) {
                    let from = path.iter().position(|on| *on == link.to).unwrap_or_default();
                    let circle = path[from..].iter().chain([&link.to]).map(|at| rows[*at].id);
                    let fault = Diagnostic::new(Code::SuccessorCycle).at(link.place);
                    faults.push(fault.with("value", circle.collect::<Vec<_>>().join(" → ")));
                    self.0[at] = None;
                    break;
                }
                at = link.to;
                path.push(at);
            }
        }
    }

    /// The row that stands for the one thing that a row is part of.
    pub fn root(&self, at: usize) -> usize {
        let mut root = at;
        // No more steps than rows: circles may not have been opened yet.
        for _ in 0..self.0.len() {
            match self.0[root] {
                Some(link) if !link.joined => root = link.to,
                _ => break,
            }
        }
        root
    }

    /// Reports names that two things share.
    pub fn check_aliases(&self, rows: &[&Named<'_>], faults: &mut Diagnostics) {
        let mut names = Names::default();
        for (at, row) in rows.iter().enumerate() {
            row.aliases.iter().chain([&row.id]).for_each(|name| names.add(name, self.root(at)));
        }
        for (at, row) in rows.iter().enumerate() {
            for alias in &row.aliases {
                let Some(other) = names.other(alias, self.root(at)) else { continue };
                faults.push(
                    Diagnostic::new(Code::SharedAlias)
                        .at(row.aliases_place)
                        .with("value", alias)
                        .with("other", rows[other].id),
                );
            }
        }
    }
}
