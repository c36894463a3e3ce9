//! Schools made of rows of the registry: each of all rows that are the same school, with what happened
//! to it.

use std::collections::BTreeMap;

use super::super::changes::{ChangeRow, Kind};
use super::super::succession::Links;
use super::Row;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::dataset::{Dataset, School};
use crate::model::field::Declarations;
use crate::model::forms::Forms;
use crate::model::ids::{MunicipalityIx, SchoolId, SchoolIx, Year};
use crate::model::life::{Change, ChangeKind, Former, SchoolLife, When};

/// Makes schools of rows.
pub(super) struct Builder<'b, 'a> {
    pub rows: &'b [Row<'a>],
    pub links: &'b Links,
    pub changes: &'b [ChangeRow],
    pub beside: &'b BTreeMap<usize, Year>,
    pub declared: &'b Declarations,
}

impl Builder<'_, '_> {
    /// The schools in the order of their ids.
    pub fn schools(&self, faults: &mut Diagnostics) -> Vec<School> {
        let members = self.links.members();
        let roots: Vec<usize> = members.keys().copied().collect();
        let ix = |at: usize| {
            let place = roots.binary_search(&self.links.root(at)).ok();
            // A raw table holds fewer than 2^32 rows by construction.
            SchoolIx(place.unwrap_or_default() as u32)
        };
        let mut changes: BTreeMap<usize, Vec<&ChangeRow>> = BTreeMap::new();
        for change in self.changes {
            changes.entry(self.links.root(change.school)).or_default().push(change);
        }
        let school = |(root, members): (usize, Vec<usize>)| {
            let changes = changes.get(&root).map(Vec::as_slice).unwrap_or_default();
            self.school((root, &members), changes, &ix, faults)
        };
        members.into_iter().map(school).collect()
    }

    fn school(
        &self,
        (root, members): (usize, &[usize]),
        changes: &[&ChangeRow],
        ix: &impl Fn(usize) -> SchoolIx,
        faults: &mut Diagnostics,
    ) -> School {
        let own = &self.rows[root];
        let others = || members.iter().copied().filter(|at| *at != root);
        let mut life = SchoolLife { closed: own.closed, ..SchoolLife::default() };
        for row in std::iter::once(root).chain(others()).map(|at| &self.rows[at]) {
            life.aliases.extend(row.named.aliases.iter().map(|alias| (*alias).to_owned()));
            life.exam_codes.extend(row.exam_codes.iter().map(|code| (*code).to_owned()));
        }
        life.former.extend(others().map(|at| {
            let row = &self.rows[at];
            let until = row.closed.map(|(when, _)| when);
            Former { id: Some(SchoolId::new(row.named.id)), name: row.name.to_owned(), until }
        }));
        life.former.sort_by(|a, b| (&a.until, &a.id).cmp(&(&b.until, &b.id)));
        life.changes = self.changes_of(root, changes, ix);
        self.close(root, &mut life, ix, faults);
        life.last_year = life.closed.map(|(when, _)| when.year());
        let opened = life.changes.iter().filter(|change| change.kind == ChangeKind::Opened);
        life.first_year = opened.map(|change| change.year).min();
        let (name, municipality) = self.today(own, &mut life, faults);
        // Forms are those of the name in the row.
        let forms = if name == own.name { own.named.forms.clone() } else { Forms::new() };
        School {
            id: SchoolId::new(own.named.id),
            name,
            forms,
            municipality,
            locality: own.locality,
            kind: own.kind.to_owned(),
            students: own.students,
            life,
            place: own.place,
        }
    }

    /// What happened to a school by year, with the schools that joined it unannounced.
    fn changes_of(
        &self,
        root: usize,
        own: &[&ChangeRow],
        ix: &impl Fn(usize) -> SchoolIx,
    ) -> Vec<Change> {
        let change = |row: &&ChangeRow| Change {
            year: row.year,
            kind: match &row.kind {
                Kind::Renamed(from) => ChangeKind::Renamed(from.clone()),
                Kind::Moved(from) => ChangeKind::Moved(*from),
                Kind::Merged(joined) => ChangeKind::Joined(ix(*joined)),
                Kind::Opened => ChangeKind::Opened,
                Kind::Closed => ChangeKind::Closed,
            },
            breaks: row.breaks,
            document: row.document.clone(),
            place: row.place,
        };
        let mut changes: Vec<Change> = own.iter().map(change).collect();
        for (at, last) in self.beside {
            let Some(link) = self.links.0[*at].filter(|link| link.joined) else { continue };
            if self.links.root(link.to) == root && !self.is_declared(*at) {
                let closed = self.rows[*at].closed.map(|(when, _)| when.year());
                changes.push(Change {
                    year: closed.unwrap_or(*last),
                    kind: ChangeKind::Joined(ix(*at)),
                    breaks: false,
                    document: None,
                    place: link.place,
                });
            }
        }
        changes.sort_by(|a, b| (a.year, &a.kind).cmp(&(b.year, &b.kind)));
        changes
    }

    fn is_declared(&self, joined: usize) -> bool {
        self.changes.iter().any(|change| matches!(change.kind, Kind::Merged(at) if at == joined))
    }

    /// When a school was closed or joined another, from all that says so.
    fn close(
        &self,
        root: usize,
        life: &mut SchoolLife,
        ix: &impl Fn(usize) -> SchoolIx,
        faults: &mut Diagnostics,
    ) {
        let mut twice = |closed: (When, Place), year: Year, place: Place| {
            faults.push(
                Diagnostic::new(Code::ClosedTwice)
                    .at(place)
                    .with("value", closed.0.year())
                    .with("other", year)
                    .see_also(closed.1),
            );
        };
        for change in life.changes.iter().filter(|change| change.kind == ChangeKind::Closed) {
            match life.closed {
                Some(closed) if closed.0.year() != change.year => {
                    twice(closed, change.year, change.place);
                }
                Some(_) => {}
                None => life.closed = Some((change.year.into(), change.place)),
            }
        }
        let Some(link) = self.links.0[root] else { return };
        life.heir = Some(ix(link.to));
        let declared = self
            .changes
            .iter()
            .find(|change| matches!(change.kind, Kind::Merged(at) if at == root));
        match (life.closed, declared) {
            (Some(closed), Some(change)) if closed.0.year() > change.year => {
                twice(closed, change.year, change.place);
            }
            (Some(_), _) => {}
            // The results of the year of a merger are those of the school that it made.
            (None, Some(change)) => {
                life.closed = Some((change.year.previous().into(), change.place));
            }
            (None, None) => {
                let last = self.beside.get(&root).copied();
                life.closed = last.map(|last| (last.into(), link.place));
            }
        }
    }

    /// Name and municipality of today. Changes that are still to come are reported and undone.
    fn today(
        &self,
        own: &Row<'_>,
        life: &mut SchoolLife,
        faults: &mut Diagnostics,
    ) -> (String, MunicipalityIx) {
        let name = |year: Year| {
            let renamed = |kind: &ChangeKind| match kind {
                ChangeKind::Renamed(from) => Some(from.clone()),
                _ => None,
            };
            life.before(year, renamed).unwrap_or_else(|| own.name.to_owned())
        };
        let municipality = |year: Year| {
            let moved = |kind: &ChangeKind| match kind {
                ChangeKind::Moved(from) => Some(*from),
                _ => None,
            };
            life.before(year, moved).unwrap_or(own.municipality)
        };
        for change in &life.changes {
            let empty = match &change.kind {
                ChangeKind::Renamed(from) => *from == name(change.year),
                ChangeKind::Moved(from) => *from == municipality(change.year),
                _ => false,
            };
            if empty {
                let fault = Diagnostic::new(Code::EmptyChange).at(change.place);
                faults.push(fault.with("value", own.named.id));
            }
        }
        let Some(today) = self.declared.today else {
            return (own.name.to_owned(), own.municipality);
        };
        let now = (name(today), municipality(today));
        for change in life.changes.iter().filter(|change| change.year > today) {
            faults.push(
                Diagnostic::new(Code::LateChange)
                    .at(change.place)
                    .with("value", change.year)
                    .with("other", today),
            );
        }
        life.changes.retain(|change| change.year <= today);
        life.gone = !life.works_in(today);
        now
    }
}

/// Reports results of years in which a school did not work. They count all the same, so the years
/// in which it worked are made to hold them.
pub(in crate::input) fn check_years(dataset: &mut Dataset, faults: &mut Diagnostics) {
    for at in 0..dataset.schools.len() {
        // Fewer than 2^32 schools, as above.
        let results = dataset.results_of(SchoolIx(at as u32));
        let first = results.iter().min_by_key(|row| row.year).map(|row| (row.year, row.place));
        let last = results.iter().max_by_key(|row| row.year).map(|row| (row.year, row.place));
        let school = &mut dataset.schools[at];
        let life = &mut school.life;
        let mut outside = |stated: Place, (year, place): (Year, Place)| {
            faults.push(
                Diagnostic::new(Code::OutsideLife)
                    .at(stated)
                    .with("value", &school.id)
                    .with("other", year)
                    .see_also(place),
            );
        };
        if let (Some((_, stated)), Some(stays), Some(last)) = (life.closed, life.last_year, last)
            && stays < last.0
        {
            outside(stated, last);
            life.last_year = Some(last.0);
        }
        let opened = life.changes.iter().find(|change| change.kind == ChangeKind::Opened);
        if let (Some(opened), Some(begins), Some(first)) = (opened, life.first_year, first)
            && first.0 < begins
        {
            outside(opened.place, first);
            life.first_year = Some(first.0);
        }
    }
}
