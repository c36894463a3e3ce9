//! Rows and columns of a table, bound to computed attributes.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId, unknown};
use crate::method::{Base, Conditions, Entry, EntryKind, Located, Over, TableSpec};
use crate::model::ids::{AttributeId, CategoryId};
use crate::model::tabulation::{Heading, Unit};
use crate::model::tone::Tone;

use super::attribute::{Column, Columns, Domain, Shape, Values};
use super::bind::{Bound, bind, check_domain, unknown_category};

/// A row or a column with bound conditions.
pub(super) struct Line<'a> {
    pub heading: Heading,
    pub membership: Membership<'a>,
    /// What the percentage is of, if not as the table says.
    pub base: Option<Vec<Bound<'a>>>,
    pub mean: Option<&'a Column>,
    pub place: Place,
    /// True if the line is left out where nothing is counted in it.
    pub optional: bool,
}

/// Which units belong to a line.
pub(super) enum Membership<'a> {
    Where(Vec<Bound<'a>>),
    Category(&'a Column, u32),
    /// Indices of the lines it sums, which stand before it.
    Sum(Vec<usize>),
    /// Indices of the lines whose cells it compares, which stand before it. No unit is its own.
    Difference([usize; 2]),
    /// Conditions by column id; the line itself takes every unit.
    By(BTreeMap<&'a str, Vec<Bound<'a>>>),
}

impl Line<'_> {
    /// A line of other conditions in each column, or of means, has no units that a sum could join.
    fn can_be_summed(&self) -> bool {
        let made = matches!(self.membership, Membership::By(_) | Membership::Difference(_));
        self.mean.is_none() && !made
    }
}

/// The rows or the columns of a table.
pub(super) struct Lines<'a> {
    pub all: Vec<Line<'a>>,
    /// Lines by category, for each attribute of which a unit has one category at most.
    by_category: Vec<(&'a Column, BTreeMap<u32, usize>)>,
    /// The other lines, in order.
    others: Vec<usize>,
    /// Lines with a base of their own.
    pub based: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(all: Vec<Line<'a>>) -> Self {
        let mut by_category: Vec<(&Column, BTreeMap<u32, usize>)> = Vec::new();
        let mut others = Vec::new();
        for (at, line) in all.iter().enumerate() {
            match &line.membership {
                Membership::Category(column, code) if !matches!(column.values, Values::Sets(_)) => {
                    let same = |(other, _): &(&Column, _)| std::ptr::eq(*other, *column);
                    match by_category.iter().position(same) {
                        Some(group) => {
                            by_category[group].1.insert(*code, at);
                        }
                        None => by_category.push((*column, BTreeMap::from([(*code, at)]))),
                    }
                }
                _ => others.push(at),
            }
        }
        let based = (0..all.len()).filter(|at| all[*at].base.is_some()).collect();
        Self { all, by_category, others, based }
    }

    /// The lines a unit belongs to. The cost grows with attributes, not with their categories.
    pub fn of(&self, shape: &Shape, unit: &Unit) -> Vec<usize> {
        let line = |(column, lines): &(&Column, BTreeMap<u32, usize>)| {
            lines.get(&column.category(shape, unit)?).copied()
        };
        let mut found: Vec<usize> = self.by_category.iter().filter_map(line).collect();
        let others = self.others.iter().filter(|at| self.has(**at, shape, unit));
        found.extend(others.copied());
        found
    }

    /// True if a unit belongs to a line.
    pub fn has(&self, at: usize, shape: &Shape, unit: &Unit) -> bool {
        match &self.all[at].membership {
            Membership::Where(bound) => bound.iter().all(|b| b.holds(shape, unit)),
            Membership::Category(column, code) => column.has(shape, unit, *code),
            Membership::Sum(parts) => parts.iter().any(|part| self.has(*part, shape, unit)),
            Membership::By(_) => true,
            Membership::Difference(_) => false,
        }
    }

    /// True if a unit is known not to belong to a line, and not only for want of a value.
    pub fn excludes(&self, at: usize, shape: &Shape, unit: &Unit) -> bool {
        match &self.all[at].membership {
            Membership::Where(bound) => bound.iter().any(|b| b.fails(shape, unit)),
            Membership::Category(column, code) => {
                column.is_known(shape, unit) && !column.has(shape, unit, *code)
            }
            Membership::Sum(parts) => parts.iter().all(|part| self.excludes(*part, shape, unit)),
            Membership::By(_) | Membership::Difference(_) => false,
        }
    }

    /// Two parts of a sum that the same unit belongs to: it would be counted twice.
    pub fn overlap(&self, shape: &Shape, unit: &Unit) -> Option<(&Line<'a>, [&Line<'a>; 2])> {
        self.others.iter().find_map(|at| {
            let Membership::Sum(parts) = &self.all[*at].membership else { return None };
            let mut inside = parts.iter().filter(|part| self.has(**part, shape, unit));
            let (first, second) = inside.next().zip(inside.next())?;
            Some((&self.all[*at], [&self.all[*first], &self.all[*second]]))
        })
    }
}

pub(super) struct Binder<'a> {
    pub columns: &'a Columns,
    pub domain: Domain,
    pub table: &'a str,
    pub faults: Diagnostics,
    pub sources: BTreeSet<SourceId>,
}

impl<'a> Binder<'a> {
    pub fn conditions(&mut self, conditions: &'a Conditions) -> Option<Vec<Bound<'a>>> {
        let columns = self.columns;
        let lookup = |name: &str| columns.find(name).map(|(_, column)| column);
        let bound = bind(conditions, &lookup, &columns.names(), &mut self.faults)?;
        check_domain(&bound, &self.domain, self.table, &mut self.faults);
        self.sources.extend(bound.iter().flat_map(|b| &b.column.sources));
        Some(bound)
    }

    pub fn attribute(&mut self, name: &Located<String>) -> Option<&'a Column> {
        let columns = self.columns;
        let Some((_, column)) = columns.find(&name.value) else {
            let known = columns.names();
            let fault = unknown(Code::UnknownAttribute, name.place, &name.value, &known);
            self.faults.push(fault);
            return None;
        };
        if !self.domain.covers(&column.domain) {
            self.faults.push(
                Diagnostic::new(Code::AttributeNotHere)
                    .at(name.place)
                    .with("value", &name.value)
                    .with("table", self.table),
            );
        }
        self.sources.extend(&column.sources);
        Some(column)
    }

    pub fn lines(&mut self, entries: &'a [Entry], spec: &TableSpec) -> Lines<'a> {
        let mut lines = Vec::new();
        for entry in entries {
            match &entry.kind {
                EntryKind::Attribute { attribute, only } => {
                    self.expand(entry, attribute, only, spec, &mut lines);
                }
                EntryKind::Where { id, title, conditions, base, mean } => {
                    let Some(bound) = self.conditions(conditions) else { continue };
                    let base = base.as_ref().and_then(|base| self.conditions(base));
                    let mean = mean.as_ref().and_then(|mean| self.mean(mean));
                    lines.push(Line {
                        heading: heading(entry, id, title, Tone::Plain),
                        membership: Membership::Where(bound),
                        base,
                        mean,
                        place: entry.place,
                        optional: entry.optional,
                    });
                }
                EntryKind::Sum { id, title, of } => {
                    let parts = self.parts(of, &lines);
                    lines.push(plain(entry, id, title, Membership::Sum(parts)));
                }
                EntryKind::Difference { id, title, of } => {
                    let [Some(first), Some(second)] = of.each_ref().map(|of| self.part(of, &lines))
                    else {
                        continue;
                    };
                    let membership = Membership::Difference([first, second]);
                    lines.push(plain(entry, id, title, membership));
                }
                EntryKind::By { id, title, columns } => {
                    let mut by = BTreeMap::new();
                    for (column, conditions) in columns {
                        let Some(bound) = self.conditions(conditions) else { continue };
                        by.insert(column.as_str(), bound);
                    }
                    lines.push(plain(entry, id, title, Membership::By(by)));
                }
            }
        }
        Lines::new(lines)
    }

    fn mean(&mut self, name: &Located<String>) -> Option<&'a Column> {
        let column = self.attribute(name)?;
        if !column.is_numeric() {
            let fault = Diagnostic::new(Code::NotNumber).at(name.place).with("value", &name.value);
            self.faults.push(fault);
        }
        Some(column)
    }

    /// A line for each category of an attribute that the table's units can have.
    fn expand(
        &mut self,
        entry: &Entry,
        name: &Located<String>,
        only: &[Located<String>],
        spec: &TableSpec,
        lines: &mut Vec<Line<'a>>,
    ) {
        let Some(column) = self.attribute(name) else { return };
        if column.is_numeric() {
            let fault =
                Diagnostic::new(Code::NotCategories).at(name.place).with("value", &name.value);
            self.faults.push(fault);
            return;
        }
        let codes: Vec<u32> = if only.is_empty() {
            self.possible(column, spec)
        } else {
            let mut codes = Vec::new();
            for id in only {
                match column.code(&id.value) {
                    Some(code) => codes.push(code),
                    None => {
                        let fault = unknown_category(column, &name.value, &id.value, id.place);
                        self.faults.push(fault);
                    }
                }
            }
            codes
        };
        for code in codes {
            let category = &column.categories[code as usize];
            lines.push(plain_toned(
                entry,
                &category.id,
                &category.title,
                category.tone,
                Membership::Category(column, code),
            ));
        }
    }

    /// All categories; of procedures and years only those that the table counts, in its order.
    fn possible(&self, column: &Column, spec: &TableSpec) -> Vec<u32> {
        let all = 0..u32::try_from(column.categories.len()).unwrap_or(u32::MAX);
        match (&column.values, &spec.over) {
            (Values::Procedure, Over::Schools { procedures: Some(named), .. })
                if !named.is_empty() =>
            {
                named.iter().filter_map(|name| column.code(&name.value)).collect()
            }
            (Values::Year, Over::Schools { years: Some(named), .. }) if !named.is_empty() => {
                named.iter().filter_map(|year| column.code(&year.to_string())).collect()
            }
            // A year of a list need not be one of results; those that nothing is of are dropped.
            (Values::Year, _) if spec.drop_empty_rows => all.collect(),
            (Values::Year, _) => {
                let tested = &self.columns.shape.tested;
                all.zip(self.columns.shape.years())
                    .filter(|(_, year)| tested.contains(year))
                    .map(|(code, _)| code)
                    .collect()
            }
            _ => all.collect(),
        }
    }

    fn parts(&mut self, of: &[Located<String>], lines: &[Line<'_>]) -> Vec<usize> {
        let mut parts = Vec::new();
        for id in of {
            let fits = |l: &Line<'_>| l.heading.id.as_str() == id.value && l.can_be_summed();
            match lines.iter().position(fits) {
                Some(at) => parts.push(at),
                None => {
                    let known = lines.iter().filter(|l| l.can_be_summed());
                    let known: Vec<_> = known.map(|l| l.heading.id.as_str()).collect();
                    let fault = unknown(Code::UnknownLine, id.place, &id.value, &known);
                    self.faults.push(fault.with("table", self.table));
                }
            }
        }
        parts
    }

    /// A line before this one, to be compared with another.
    fn part(&mut self, id: &Located<String>, lines: &[Line<'_>]) -> Option<usize> {
        let found = lines.iter().position(|line| line.heading.id.as_str() == id.value);
        if found.is_none() {
            let known: Vec<_> = lines.iter().map(|line| line.heading.id.as_str()).collect();
            let fault = unknown(Code::UnknownLine, id.place, &id.value, &known);
            self.faults.push(fault.with("table", self.table));
        }
        found
    }

    /// Ids are unique; conditions by column name columns and have a base that fits them.
    pub fn check_lines(&mut self, rows: &Lines<'_>, columns: &Lines<'_>, spec: &TableSpec) {
        for lines in [rows, columns] {
            let mut seen = BTreeMap::new();
            for line in &lines.all {
                if let Some(first) = seen.get(&line.heading.id) {
                    self.faults.push(
                        Diagnostic::new(Code::RepeatedId)
                            .at(line.place)
                            .with("value", &line.heading.id)
                            .see_also(*first),
                    );
                } else {
                    seen.insert(&line.heading.id, line.place);
                }
            }
        }
        let known: Vec<_> = columns.all.iter().map(|c| c.heading.id.as_str()).collect();
        for row in &rows.all {
            let Membership::By(by) = &row.membership else { continue };
            if matches!(spec.base, Base::Row | Base::Cell) {
                self.faults.push(
                    Diagnostic::new(Code::NeedsSetting)
                        .at(row.place)
                        .with("column", "by")
                        .with("other", "base = \"all\" / base = \"column\""),
                );
            }
            for id in by.keys().filter(|id| !known.contains(*id)) {
                let fault = unknown(Code::UnknownLine, row.place, id, &known);
                self.faults.push(fault.with("table", self.table));
            }
        }
        for column in columns.all.iter().filter(|c| matches!(c.membership, Membership::By(_))) {
            // Only rows can differ from column to column.
            self.faults
                .push(Diagnostic::new(Code::UnknownKey).at(column.place).with("value", "by"));
        }
    }
}

fn heading(entry: &Entry, id: &str, title: &str, tone: Tone) -> Heading {
    let mean = match &entry.kind {
        EntryKind::Where { mean: Some(mean), .. } => Some(AttributeId::new(mean.value.as_str())),
        _ => None,
    };
    Heading {
        mean,
        id: CategoryId::new(id),
        title: title.to_owned(),
        tone: entry.tone.unwrap_or(tone),
        role: entry.role,
        show: entry.show,
        note: entry.note.clone(),
    }
}

fn plain<'a>(entry: &Entry, id: &str, title: &str, membership: Membership<'a>) -> Line<'a> {
    plain_toned(entry, id, title, Tone::Plain, membership)
}

fn plain_toned<'a>(
    entry: &Entry,
    id: &str,
    title: &str,
    tone: Tone,
    membership: Membership<'a>,
) -> Line<'a> {
    let heading = heading(entry, id, title, tone);
    let (place, optional) = (entry.place, entry.optional);
    Line { heading, membership, base: None, mean: None, place, optional }
}
