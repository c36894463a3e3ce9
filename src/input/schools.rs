//! The registry of schools: rows, some of them former ids of others, and what happened to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::dataset::{Dataset, Locality, School};
use crate::model::field::Declarations;
use crate::model::forms::Forms;
use crate::model::ids::{MunicipalityIx, SchoolId, SchoolIx, Year};
use crate::model::life::{Change, ChangeKind, Former, SchoolLife, When};

use super::cells::{Cells, Column, is_missing, unknown_columns};
use super::changes::{self, ChangeRow, Kind};
use super::names::{Found, Names, listed};
use super::raw::RawTable;
use super::registry::Municipalities;
use super::succession::{Link, Links, NameColumns, Named, with_forms};

const COLUMNS: [&str; 10] = [
    "id",
    "name",
    "municipality",
    "locality",
    "kind",
    "students",
    "aliases",
    "exam_code",
    "successor",
    "closed",
];

/// The tables that say what a school is. Results are looked at before they are read: of an old id
/// and its successor, those that took part side by side were two schools.
#[derive(Clone, Copy)]
pub(super) struct Tables<'a> {
    pub schools: &'a RawTable,
    pub changes: Option<&'a RawTable>,
    pub results: Option<&'a RawTable>,
    pub documents: Option<&'a RawTable>,
}

struct Row<'a> {
    named: Named<'a>,
    name: &'a str,
    municipality: MunicipalityIx,
    locality: Option<Locality>,
    kind: &'a str,
    students: Option<u32>,
    exam_codes: Vec<&'a str>,
    closed: Option<(When, Place)>,
    place: Place,
}

/// Reads `schools`, ordered by id afterwards, with `school_changes`. A row with a fault is kept as
/// long as it has an id, so that rows that name it are not called wrong as well.
pub(super) fn schools(
    tables: Tables<'_>,
    declared: &Declarations,
    dataset: &mut Dataset,
    faults: &mut Diagnostics,
) {
    let mut rows = rows(tables.schools, dataset, faults);
    rows.sort_by_key(|row| (row.named.id, row.place));
    rows.dedup_by(|b, a| {
        a.named.id == b.named.id && {
            faults.push(tables.schools.repeated(a.named.id, a.place, b.place));
            true
        }
    });
    let named: Vec<&Named<'_>> = rows.iter().map(|row| &row.named).collect();
    let mut links = Links::of(&named, Code::UnknownSchool, faults);
    let register = Register::of(&rows);
    let changes = match tables.changes {
        Some(table) => {
            let find = |cells: &mut Cells<'_, '_>, column: Column<'_>| register.read(cells, column);
            changes::changes(table, tables.documents, dataset, &find, faults)
        }
        None => Vec::new(),
    };
    declare_joined(&mut links, &rows, &changes, faults);
    links.open_circles(&named, faults);
    let beside = tables.results.map(|table| beside(table, &register, &links)).unwrap_or_default();
    for (at, year) in &beside {
        let Some(link) = links.0[*at].filter(|link| !link.joined) else { continue };
        links.0[*at] = Some(Link { joined: true, ..link });
        faults.push(
            Diagnostic::new(Code::ParallelSuccessor)
                .at(link.place)
                .with("value", named[*at].id)
                .with("other", format!("{}, {year}", named[link.to].id)),
        );
    }
    links.check_aliases(&named, faults);
    let builder =
        Builder { rows: &rows, links: &links, changes: &changes, beside: &beside, declared };
    dataset.schools = builder.schools(faults);
}

fn rows<'a>(table: &'a RawTable, dataset: &Dataset, faults: &mut Diagnostics) -> Vec<Row<'a>> {
    unknown_columns(table, &with_forms(&COLUMNS), faults);
    let names = NameColumns::of(table, faults);
    let name = Column::required(table, "name", faults);
    let municipality = Column::required(table, "municipality", faults);
    let [locality, kind, students, exam_code, closed] =
        ["locality", "kind", "students", "exam_code", "closed"]
            .map(|header| Column::optional(table, header));
    let municipalities = Municipalities::of(dataset);
    let mut rows = Vec::with_capacity(table.len());
    for raw in table.rows() {
        let mut cells = Cells::new(raw, faults);
        let (named, title) = (names.read(&mut cells), cells.required(name));
        let municipality = municipalities.read(&mut cells, municipality);
        let locality = read_locality(&mut cells, locality);
        let students = cells.count(students);
        let closed = cells.when(closed).map(|when| (when, cells.place(closed)));
        let Some(named) = named else { continue };
        rows.push(Row {
            named,
            name: title.unwrap_or_default(),
            municipality: municipality.unwrap_or(MunicipalityIx(0)),
            locality,
            kind: cells.text(kind),
            students,
            exam_codes: listed(cells.text(exam_code)),
            closed,
            place: cells.row_place(),
        });
    }
    rows
}

fn read_locality(cells: &mut Cells<'_, '_>, column: Column<'_>) -> Option<Locality> {
    match cells.text(column).to_lowercase().as_str() {
        "urban" | "город" | "городская" => Some(Locality::Urban),
        "rural" | "село" | "сельская" => Some(Locality::Rural),
        "" => None,
        _ => {
            cells.bad_choice(column, &["urban", "rural"]);
            None
        }
    }
}

/// Rows of the registry by what other tables call them.
struct Register<'a> {
    ids: Vec<&'a str>,
    names: Names,
    codes: Names,
}

impl<'a> Register<'a> {
    fn of(rows: &[Row<'a>]) -> Self {
        let (mut names, mut codes) = (Names::default(), Names::default());
        for (at, row) in rows.iter().enumerate() {
            row.named.aliases.iter().for_each(|alias| names.add(alias, at));
            row.exam_codes.iter().for_each(|code| codes.add(code, at));
        }
        Self { ids: rows.iter().map(|row| row.named.id).collect(), names, codes }
    }

    fn find(&self, text: &str) -> Option<usize> {
        let by_id = self.ids.binary_search(&text).ok();
        by_id.or_else(|| match (self.names.find(text), self.codes.find(text)) {
            (Found::One(at), _) | (Found::Nothing, Found::One(at)) => Some(at),
            _ => None,
        })
    }

    fn read(&self, cells: &mut Cells<'_, '_>, column: Column<'_>) -> Option<usize> {
        let find = |text: &str| self.find(text);
        cells.lookup(column, Code::UnknownSchool, find, || self.ids.clone())
    }
}

/// Makes successors of schools that a change says to have joined another.
fn declare_joined(
    links: &mut Links,
    rows: &[Row<'_>],
    changes: &[ChangeRow],
    faults: &mut Diagnostics,
) {
    for change in changes {
        let Kind::Merged(joined) = change.kind else { continue };
        let to = change.school;
        let same = links.0[joined].is_none_or(|link| links.root(link.to) == links.root(to));
        if !same && let Some(link) = links.0[joined] {
            faults.push(
                Diagnostic::new(Code::OtherSuccessor)
                    .at(change.place)
                    .with("value", rows[joined].named.id)
                    .with("other", rows[link.to].named.id)
                    .see_also(link.place),
            );
            continue;
        }
        links.0[joined] = Some(Link { to, joined: true, place: change.place });
    }
}

/// Rows that took part in a procedure of a year in which their successor, or another row with the
/// same successor, took part as well: these were schools side by side. With the last such year.
fn beside(table: &RawTable, register: &Register<'_>, links: &Links) -> BTreeMap<usize, Year> {
    let roots: BTreeSet<usize> =
        (0..links.0.len()).filter(|at| links.root(*at) != *at).map(|at| links.root(at)).collect();
    if roots.is_empty() {
        return BTreeMap::new();
    }
    let column = |header| Column::optional(table, header);
    let (school, year) = (column("school"), column("year"));
    let (procedure, participants) = (column("procedure"), column("participants"));
    let mut took_part: BTreeMap<(usize, Year, &str), BTreeSet<usize>> = BTreeMap::new();
    let mut unread = Diagnostics::new();
    for raw in table.rows() {
        let cells = Cells::new(raw, &mut unread);
        let count = cells.text(participants);
        let Some(at) = register.find(cells.text(school)) else { continue };
        let root = links.root(at);
        if !roots.contains(&root) || count == "0" || is_missing(count) {
            continue;
        }
        let Some(year) = Year::parse(cells.text(year)) else { continue };
        took_part.entry((root, year, cells.text(procedure))).or_default().insert(at);
    }
    let leads = |from: usize, to: usize| {
        let next = |at: &usize| links.0[*at].filter(|link| !link.joined).map(|link| link.to);
        std::iter::successors(Some(from), next).any(|at| at == to)
    };
    let mut beside = BTreeMap::new();
    for ((_, year, _), rows) in &took_part {
        for at in rows.iter().filter(|at| rows.iter().any(|other| !leads(*other, **at))) {
            let last = beside.entry(*at).or_insert(*year);
            *last = (*last).max(*year);
        }
    }
    beside
}

/// Makes schools of rows.
struct Builder<'b, 'a> {
    rows: &'b [Row<'a>],
    links: &'b Links,
    changes: &'b [ChangeRow],
    beside: &'b BTreeMap<usize, Year>,
    declared: &'b Declarations,
}

impl Builder<'_, '_> {
    fn schools(&self, faults: &mut Diagnostics) -> Vec<School> {
        let roots: Vec<usize> =
            (0..self.rows.len()).filter(|at| self.links.root(*at) == *at).collect();
        let ix = |at: usize| {
            let place = roots.binary_search(&self.links.root(at)).ok();
            // A raw table holds fewer than 2^32 rows by construction.
            SchoolIx(place.unwrap_or_default() as u32)
        };
        roots.iter().map(|root| self.school(*root, &ix, faults)).collect()
    }

    fn school(
        &self,
        root: usize,
        ix: &impl Fn(usize) -> SchoolIx,
        faults: &mut Diagnostics,
    ) -> School {
        let own = &self.rows[root];
        let members: Vec<usize> = std::iter::once(root)
            .chain((0..self.rows.len()).filter(|at| *at != root && self.links.root(*at) == root))
            .collect();
        let mut life = SchoolLife { closed: own.closed, ..SchoolLife::default() };
        for row in members.iter().map(|at| &self.rows[*at]) {
            life.aliases.extend(row.named.aliases.iter().map(|alias| (*alias).to_owned()));
            life.exam_codes.extend(row.exam_codes.iter().map(|code| (*code).to_owned()));
        }
        life.former.extend(members[1..].iter().map(|at| {
            let row = &self.rows[*at];
            let until = row.closed.map(|(when, _)| when);
            Former { id: Some(SchoolId::new(row.named.id)), name: row.name.to_owned(), until }
        }));
        life.former.sort_by(|a, b| (&a.until, &a.id).cmp(&(&b.until, &b.id)));
        life.changes = self.changes_of(root, ix);
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
    fn changes_of(&self, root: usize, ix: &impl Fn(usize) -> SchoolIx) -> Vec<Change> {
        let of = self.changes.iter().filter(|change| self.links.root(change.school) == root);
        let change = |row: &ChangeRow| Change {
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
        let mut changes: Vec<Change> = of.map(change).collect();
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
pub(super) fn check_years(dataset: &mut Dataset, faults: &mut Diagnostics) {
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
