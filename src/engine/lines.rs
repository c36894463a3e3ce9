//! Rows and columns of a table, bound to computed attributes.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId, unknown};
use crate::method::{Base, Conditions, Entry, EntryKind, Located, TableSpec};
use crate::model::dataset::Dataset;
use crate::model::ids::CategoryId;
use crate::model::tabulation::Heading;
use crate::model::tone::Tone;

use super::attribute::{Column, Columns, Domain, Values};
use super::bind::{Bound, bind, check_domain, unknown_category};

/// A row or a column with bound conditions.
pub(super) struct Line<'a> {
    pub heading: Heading,
    pub membership: Membership<'a>,
    /// What the percentage is of, if not as the table says.
    pub base: Option<Vec<Bound<'a>>>,
    pub mean: Option<&'a Column>,
    pub place: Place,
}

/// Which units belong to a line.
pub(super) enum Membership<'a> {
    Where(Vec<Bound<'a>>),
    Category(&'a Column, u16),
    /// Indices of the lines it sums.
    Sum(Vec<usize>),
    /// Conditions by column id; the line itself takes every unit.
    By(Vec<(String, Vec<Bound<'a>>)>),
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

    pub fn lines(
        &mut self,
        entries: &'a [Entry],
        spec: &TableSpec,
        dataset: &Dataset,
    ) -> Vec<Line<'a>> {
        let mut lines = Vec::new();
        for entry in entries {
            match &entry.kind {
                EntryKind::Attribute { attribute, only } => {
                    self.expand(entry, attribute, only, spec, dataset, &mut lines);
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
                    });
                }
                EntryKind::Sum { id, title, of } => {
                    let parts = self.parts(of, &lines);
                    lines.push(plain(entry, id, title, Membership::Sum(parts)));
                }
                EntryKind::By { id, title, columns } => {
                    let mut by = Vec::new();
                    for (column, conditions) in columns {
                        let Some(bound) = self.conditions(conditions) else { continue };
                        by.push((column.clone(), bound));
                    }
                    lines.push(plain(entry, id, title, Membership::By(by)));
                }
            }
        }
        lines
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
        dataset: &Dataset,
        lines: &mut Vec<Line<'a>>,
    ) {
        let Some(column) = self.attribute(name) else { return };
        if column.is_numeric() {
            let fault =
                Diagnostic::new(Code::NotCategories).at(name.place).with("value", &name.value);
            self.faults.push(fault);
            return;
        }
        let codes: Vec<u16> = if only.is_empty() {
            self.possible(column, spec, dataset)
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
            let category = &column.categories[usize::from(code)];
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
    fn possible(&self, column: &Column, spec: &TableSpec, dataset: &Dataset) -> Vec<u16> {
        use crate::method::Over;
        let all = || (0..column.categories.len()).filter_map(|at| u16::try_from(at).ok()).collect();
        match (&column.values, &spec.over) {
            (Values::Procedure, Over::Schools { procedures: Some(named), .. })
                if !named.is_empty() =>
            {
                named.iter().filter_map(|name| column.code(&name.value)).collect()
            }
            (Values::Year, Over::Schools { years: Some(named), .. }) if !named.is_empty() => {
                named.iter().filter_map(|year| column.code(&year.to_string())).collect()
            }
            (Values::Year, _) => {
                let tested = |code: &u16| {
                    let id = &column.categories[usize::from(*code)].id;
                    dataset.results.iter().any(|o| o.year.to_string() == *id)
                };
                let codes: Vec<u16> = all();
                codes.into_iter().filter(tested).collect()
            }
            _ => all(),
        }
    }

    fn parts(&mut self, of: &[Located<String>], lines: &[Line<'_>]) -> Vec<usize> {
        let mut parts = Vec::new();
        for id in of {
            match lines.iter().position(|line| line.heading.id.as_str() == id.value) {
                Some(at) => parts.push(at),
                None => {
                    let known: Vec<_> = lines.iter().map(|l| l.heading.id.as_str()).collect();
                    let fault = unknown(Code::UnknownLine, id.place, &id.value, &known);
                    self.faults.push(fault.with("table", self.table));
                }
            }
        }
        parts
    }

    /// Ids are unique; conditions by column name columns and have a base that fits them.
    pub fn check_lines(&mut self, rows: &[Line<'_>], columns: &[Line<'_>], spec: &TableSpec) {
        for lines in [rows, columns] {
            for (at, line) in lines.iter().enumerate() {
                if let Some(first) = lines[..at].iter().find(|l| l.heading.id == line.heading.id) {
                    self.faults.push(
                        Diagnostic::new(Code::RepeatedId)
                            .at(line.place)
                            .with("value", &line.heading.id)
                            .see_also(first.place),
                    );
                }
            }
        }
        let known: Vec<_> = columns.iter().map(|c| c.heading.id.as_str()).collect();
        for row in rows {
            let Membership::By(by) = &row.membership else { continue };
            if matches!(spec.base, Base::Row | Base::Cell) {
                self.faults.push(
                    Diagnostic::new(Code::NeedsSetting)
                        .at(row.place)
                        .with("column", "by")
                        .with("other", "base = \"all\" / base = \"column\""),
                );
            }
            for (id, _) in by.iter().filter(|(id, _)| !known.contains(&id.as_str())) {
                let fault = unknown(Code::UnknownLine, row.place, id, &known);
                self.faults.push(fault.with("table", self.table));
            }
        }
        for column in columns.iter().filter(|c| matches!(c.membership, Membership::By(_))) {
            // Only rows can differ from column to column.
            self.faults
                .push(Diagnostic::new(Code::UnknownKey).at(column.place).with("value", "by"));
        }
    }
}

fn heading(entry: &Entry, id: &str, title: &str, tone: Tone) -> Heading {
    Heading {
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
    Line { heading, membership, base: None, mean: None, place: entry.place }
}
