//! The registry of schools: rows, some of them former ids of others, and what happened to them.

mod life;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::dataset::{Dataset, Locality};
use crate::model::field::Declarations;
use crate::model::ids::{MunicipalityIx, Year};
use crate::model::life::When;

use super::cells::{Cells, Column, is_missing, unknown_columns};
use super::changes::{self, ChangeRow, Kind};
use super::names::{Found, Names, listed};
use super::raw::RawTable;
use super::registry::Municipalities;
use super::succession::{Link, Links, NameColumns, Named, with_forms};
use life::Builder;

pub(super) use life::check_years;

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
