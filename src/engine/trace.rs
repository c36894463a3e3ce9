//! «Откуда?»: the places of the values that put a unit into a cell.

use std::collections::BTreeSet;

use crate::diag::{Diagnostics, Place};
use crate::method::{
    Attribute, AttributeKind, Conditions, Entry, EntryKind, FieldRef, Located, Measure,
    Methodology, TableSpec, Warning, WarningState,
};
use crate::model::dataset::Dataset;
use crate::model::ids::{GroupId, ListIx, ProcedureIx, SchoolIx, Year};
use crate::model::life::ChangeKind;
use crate::model::programme::{ROADMAP, TARGETS};
use crate::model::tabulation::Unit;

use super::Standings;
use super::attribute::{Column, Columns, Domain, Fit};
use super::warning::Judge;

/// What tracing needs.
pub(super) struct Trace<'a> {
    pub dataset: &'a Dataset,
    pub method: &'a Methodology,
    pub columns: &'a Columns,
    pub standings: &'a Standings,
}

type Places = BTreeSet<Place>;

impl Trace<'_> {
    /// Places behind a unit's presence in a cell: filter, row, column, count.
    pub fn cell(&self, spec: &TableSpec, row: &str, column: &str, unit: &Unit) -> Vec<Place> {
        let mut places = Places::new();
        // Behind a difference stand the cells that it is made from.
        if let Some(parts) = difference(&spec.rows, row) {
            let cells = parts.iter().flat_map(|row| self.cell(spec, &row.value, column, unit));
            return cells.collect::<Places>().into_iter().collect();
        }
        if let Some(parts) = difference(&spec.columns, column) {
            let cells = parts.iter().flat_map(|column| self.cell(spec, row, &column.value, unit));
            return cells.collect::<Places>().into_iter().collect();
        }
        if let Measure::FailingShare(year) = spec.measure {
            let key = unit.procedure.zip(unit.year.or(year));
            places.extend(key.and_then(|(p, y)| self.result(unit.school, p, y)));
        }
        self.conditions(&spec.conditions, unit, &mut places);
        self.conditions(&spec.count, unit, &mut places);
        self.line(&spec.rows, row, column, unit, &mut places);
        self.line(&spec.columns, column, column, unit, &mut places);
        places.into_iter().collect()
    }

    /// Places behind an attribute of a school.
    pub fn school(&self, attribute: &str, school: SchoolIx) -> Vec<Place> {
        let mut places = Places::new();
        self.named(attribute, &Unit::of_school(school), &mut places);
        places.into_iter().collect()
    }

    /// Places behind what an early warning says of a school and the list of the report.
    pub fn warning(&self, warning: &Warning, school: SchoolIx) -> Vec<Place> {
        let mut places = Places::new();
        self.warned(warning, school, self.method.years.list, &mut places);
        places.into_iter().collect()
    }

    /// Places behind a unit's presence in a row or a column, in the column asked.
    fn line(&self, entries: &[Entry], id: &str, column: &str, unit: &Unit, places: &mut Places) {
        match entries.iter().find(|entry| entry.id() == Some(id)).map(|entry| &entry.kind) {
            Some(EntryKind::Where { conditions, base, mean, .. }) => {
                self.conditions(conditions, unit, places);
                base.iter().for_each(|base| self.conditions(base, unit, places));
                mean.iter().for_each(|mean| self.named(&mean.value, unit, places));
            }
            Some(EntryKind::Sum { of, .. }) => {
                for part in of.iter().filter(|part| part.value != id) {
                    self.line(entries, &part.value, column, unit, places);
                }
            }
            Some(EntryKind::By { columns, .. }) => {
                let conditions = columns.get(column);
                conditions.iter().for_each(|own| self.conditions(own, unit, places));
            }
            Some(EntryKind::Attribute { .. } | EntryKind::Difference { .. }) => {}
            None => self.category(entries, id, unit, places),
        }
    }

    /// Places behind a category that no entry states: that of an attribute.
    fn category(&self, entries: &[Entry], id: &str, unit: &Unit, places: &mut Places) {
        for entry in entries {
            let EntryKind::Attribute { attribute, .. } = &entry.kind else { continue };
            let column = self.columns.find(&attribute.value);
            if column.is_some_and(|(_, column)| column.code(id).is_some()) {
                self.named(&attribute.value, unit, places);
            }
        }
    }

    fn conditions(&self, conditions: &Conditions, unit: &Unit, places: &mut Places) {
        for (name, _) in &conditions.0 {
            self.named(&name.value, unit, places);
        }
    }

    fn named(&self, name: &str, unit: &Unit, places: &mut Places) {
        let Some((at, column)) = self.columns.find(name) else { return };
        match self.method.attributes.get(at) {
            Some(attribute) => self.attribute(attribute, column, unit, places),
            None if name == "municipality" => {
                let school = self.dataset.school(unit.school);
                places.insert(school.place);
                let changes = school.life.changes.iter();
                let moves = changes.filter(|change| matches!(change.kind, ChangeKind::Moved(_)));
                places.extend(moves.map(|change| change.place));
            }
            None => {}
        }
    }

    /// Places behind an attribute of a unit. What is so because nothing is written of the unit
    /// («not on the list», «not held») has the whole of the sources that do not write it.
    fn attribute(&self, of: &Attribute, column: &Column, unit: &Unit, places: &mut Places) {
        let mut own = Places::new();
        self.kind(&of.kind, column, unit, &mut own);
        if own.is_empty() {
            own.extend(column.sources.iter().map(|source| Place::whole(*source)));
        }
        places.append(&mut own);
    }

    fn kind(&self, kind: &AttributeKind, column: &Column, unit: &Unit, places: &mut Places) {
        let school = unit.school;
        match kind {
            AttributeKind::Field { field, .. }
            | AttributeKind::Number { field }
            | AttributeKind::Bins { field, .. } => self.field(field, column, unit, places),
            AttributeKind::Quantile { of, .. } => self.named(&of.value, unit, places),
            AttributeKind::Cases { cases } => {
                let case = column.category(&self.columns.shape, unit);
                match case.and_then(|case| cases.get(case as usize)) {
                    Some(case) => self.conditions(&case.conditions, unit, places),
                    None => cases.iter().for_each(|c| self.conditions(&c.conditions, unit, places)),
                }
            }
            AttributeKind::Group { groups } => {
                let ids = groups.iter().map(|g| GroupId::new(g.value.as_str()));
                places.extend(ids.filter_map(|id| self.group(&id, school)));
            }
            AttributeKind::Groups => {
                let ids = self.method.groups.iter().map(|g| &g.id);
                places.extend(ids.filter_map(|id| self.group(id, school)));
            }
            AttributeKind::List { list, year, shift } => {
                let shifted = |year: Year| Year(year.0.saturating_add(*shift));
                let year = year.or(unit.year.map(shifted));
                self.listed(&list.value, school, year, places);
            }
            AttributeKind::ListChange { list, years } => {
                let to = years.map(|(_, to)| to).or(unit.year);
                places.extend(years.and_then(|(from, to)| self.broken(school, from, to)));
                // What was before the earlier list tells who entered from who returned.
                self.listed(&list.value, school, self.known(&list.value, to), places);
            }
            AttributeKind::ListYears { list, year, window, .. } => {
                let years = self.known(&list.value, year.or(unit.year));
                let window = window.map_or(usize::MAX, usize::from);
                let years: Vec<Year> = years.into_iter().rev().take(window).collect();
                let ends = years.last().zip(years.first());
                places.extend(ends.and_then(|(from, to)| self.broken(school, *from, *to)));
                self.listed(&list.value, school, years, places);
            }
            AttributeKind::ListHistory { list, year, window, in_a_row } => {
                let years = self.known(&list.value, year.or(unit.year));
                let window = usize::from(*window.max(in_a_row));
                let years: Vec<Year> = years.into_iter().rev().take(window).collect();
                let ends = years.last().zip(years.first());
                places.extend(ends.and_then(|(from, to)| self.broken(school, *from, *to)));
                self.listed(&list.value, school, years, places);
            }
            AttributeKind::ListAgreement { lists, year } => {
                for list in lists {
                    self.listed(&list.value, school, year.or(unit.year), places);
                }
            }
            AttributeKind::ListRule { list, year } => {
                let Some((ix, year)) = self.method.list_ix(&list.value).zip(year.or(unit.year))
                else {
                    return;
                };
                self.standing(ix, school, year, places);
                self.ruled(ix, school, year, places);
            }
            AttributeKind::Cluster { year } => self.cluster(school, [*year], places),
            AttributeKind::Transition { from, to } => {
                places.extend(self.broken(school, *from, *to));
                self.cluster(school, [*from, *to], places);
            }
            AttributeKind::Variant { support } => {
                let Some(support) = self.method.support(&support.value) else { return };
                support.conditions().for_each(|of| self.conditions(of, unit, places));
            }
            AttributeKind::Warning { warning, year, .. } => {
                let warning = self.method.warnings.iter().find(|w| w.id.value == warning.value);
                if let Some((warning, year)) = warning.zip(year.or(unit.year)) {
                    self.warned(warning, school, year, places);
                }
            }
            AttributeKind::Dynamics { from, to } => {
                let Some(procedure) = unit.procedure else { return };
                let broken = self.dataset.breaks(procedure, *from, *to).map(|known| known.place);
                let life = &self.dataset.school(school).life;
                places.extend(broken);
                places.extend(life.break_between(*from, *to).map(|change| change.place));
                for year in [*from, *to] {
                    let own = self.result(school, procedure, year);
                    places.extend(own.or_else(|| whole(self.dataset.results.first()?.place)));
                }
            }
            AttributeKind::Held => {
                let key = unit.procedure.zip(unit.year);
                places.extend(key.and_then(|(p, y)| self.result(school, p, y)));
            }
            AttributeKind::AnyRow { table, columns, until } => {
                let Some(data) = self.dataset.tables.get(&table.value) else { return };
                let fit = Fit::bind(data, table, columns, *until, &mut Diagnostics::new());
                let Some(fit) = fit else { return };
                let rows = data.rows_of(school).filter(|row| fit.has(*row));
                places.extend(rows.map(|row| data.row_place(row)));
            }
            AttributeKind::RoadmapState => {
                // All that the state is made from; the report's date stands in the settings.
                self.own_row(ROADMAP, &["due", "term", "status"], unit, places);
            }
            AttributeKind::TargetState => {
                self.own_row(TARGETS, &["comparison", "value", "actual"], unit, places);
            }
            AttributeKind::Target => self.own_row(TARGETS, &["number", "target"], unit, places),
            AttributeKind::Answer { question } => {
                let [table, column_name] = ["survey", "answer"]
                    .map(|name| Located { value: name.to_owned(), place: question.place });
                let field = FieldRef { table, column: column_name, at: Default::default() };
                self.field(&field, column, unit, places);
            }
        }
    }

    /// What happened to a school so that its places in two lists are not to be compared.
    fn broken(&self, school: SchoolIx, from: Year, to: Year) -> Option<Place> {
        let life = &self.dataset.school(school).life;
        life.break_between(from.previous(), to.previous()).map(|change| change.place)
    }

    /// The cells of the unit's own row, as far as the table has the columns.
    fn own_row(&self, table: &str, columns: &[&str], unit: &Unit, places: &mut Places) {
        let table = self.dataset.tables.get(table);
        let Some((table, row)) = table.zip(unit.row.map(|row| row as usize)) else { return };
        if row < table.len() {
            let known = columns.iter().filter_map(|column| table.column(column));
            places.extend(known.map(|column| table.place(row, column)));
        }
    }

    fn result(&self, school: SchoolIx, procedure: ProcedureIx, year: Year) -> Option<Place> {
        Some(self.dataset.result(school, procedure, year)?.place)
    }

    /// What the list says of the school, and the results that the rule looked at; of a flagged
    /// school those that raise the alarm.
    fn warned(&self, warning: &Warning, school: SchoolIx, year: Year, places: &mut Places) {
        self.listed(warning.list.as_str(), school, [year], places);
        let Self { method, dataset, standings, .. } = *self;
        let judge = Judge { method, dataset, standings };
        let alarm = judge.judge(warning, school, year);
        let results = match alarm.state {
            WarningState::Listed => return,
            WarningState::Flagged => alarm.reasons,
            WarningState::Quiet | WarningState::Unknown => judge.looked_at(warning, school, year),
        };
        places.extend(results.iter().flat_map(|reason| &reason.results).map(|o| o.place));
    }

    fn group(&self, id: &GroupId, school: SchoolIx) -> Option<Place> {
        Some(self.dataset.group_row(id, school)?.place)
    }

    /// The known years of a list up to a year.
    fn known(&self, list: &str, to: Option<Year>) -> Vec<Year> {
        let list = self.method.list_ix(list).map(|ix| self.standings.list(ix));
        let known = list.map_or(&[][..], |list| list.known_years());
        known.iter().copied().filter(|year| to.is_some_and(|to| *year <= to)).collect()
    }

    /// What decides the clusters of the main list.
    fn cluster(
        &self,
        school: SchoolIx,
        years: impl IntoIterator<Item = Year>,
        places: &mut Places,
    ) {
        let Some(main) = self.method.main_list() else { return };
        years.into_iter().for_each(|year| self.standing(main, school, year, places));
    }

    /// What decides whether a school is on a list in some years.
    fn listed(
        &self,
        list: &str,
        school: SchoolIx,
        years: impl IntoIterator<Item = Year>,
        places: &mut Places,
    ) {
        let Some(list) = self.method.list_ix(list) else { return };
        years.into_iter().for_each(|year| self.standing(list, school, year, places));
    }

    /// The row of the given list, and the results that the rule looks at where the list is not
    /// given or, being the main one, does not say the cluster.
    fn standing(&self, ix: ListIx, school: SchoolIx, year: Year, places: &mut Places) {
        let (list, standings) = (self.method.list(ix), self.standings.list(ix));
        if standings.is_given(year) {
            let row = self.dataset.list_row(&list.id, school, year);
            let all = || self.dataset.lists.get(&list.id)?.first();
            places.extend(row.map(|row| row.place).or_else(|| whole(all()?.place)));
            let clustered = self.method.main_list() == Some(ix);
            if !clustered || row.is_none_or(|row| row.cluster.is_some()) {
                return;
            }
        }
        if standings.known_years().contains(&year) {
            self.ruled(ix, school, year, places);
        }
    }

    /// The results that the rule of a list looks at.
    fn ruled(&self, ix: ListIx, school: SchoolIx, year: Year, places: &mut Places) {
        let Some(rule) = self.method.list(ix).rule else { return };
        let last = year.previous();
        let back = i16::try_from(rule.repeat_years.unwrap_or(1)).unwrap_or(1);
        let first = Year(last.0.saturating_sub(back - 1));
        let rows = self.dataset.results_of(school).iter();
        places.extend(rows.filter(|o| (first..=last).contains(&o.year)).map(|o| o.place));
    }

    /// The cell of a column: in the unit's own row, or in the row of its school.
    fn field(&self, field: &FieldRef, column: &Column, unit: &Unit, places: &mut Places) {
        if field.table.value == "schools" {
            places.insert(self.dataset.school(unit.school).place);
            return;
        }
        let found = self.dataset.tables.get(&field.table.value);
        let Some((table, cell)) = found.and_then(|t| Some((t, t.column(&field.column.value)?)))
        else {
            return;
        };
        if let Domain::Rows(_) = column.domain {
            let row = unit.row.map(|row| row as usize).filter(|row| *row < table.len());
            places.extend(row.map(|row| table.place(row, cell)));
            return;
        }
        let rows = table.rows_of(unit.school).filter(|row| field.fits(table, *row));
        places.extend(rows.map(|row| table.place(row, cell)));
    }
}

/// The two lines that a line is the difference of.
fn difference<'e>(entries: &'e [Entry], id: &str) -> Option<&'e [Located<String>; 2]> {
    entries.iter().find_map(|entry| match &entry.kind {
        EntryKind::Difference { id: own, of, .. } if own == id => Some(of),
        _ => None,
    })
}

/// The source of a place: where something would stand if it were so.
fn whole(place: Place) -> Option<Place> {
    Some(Place::whole(place.source))
}
