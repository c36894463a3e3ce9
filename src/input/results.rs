//! Tables with a shape of their own: results, groups, list membership, years of procedures.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::dataset::{Dataset, GroupRow, ListRow, Observation, ProcedureYear, Season};
use crate::model::field::Declarations;
use crate::model::ids::{GroupId, ListId, ProcedureIx};
use crate::model::number::{Decimal, Share};
use crate::model::schema::Choice;

use super::cells::{Cells, Column, is_missing, unknown_columns};
use super::raw::RawTable;
use super::registry::Schools;

/// Reads `results`: one row per school, year and procedure; the year is the year tested.
pub(super) fn results(
    table: &RawTable,
    declared: &Declarations,
    dataset: &mut Dataset,
    faults: &mut Diagnostics,
) {
    const PERCENT: &str = "below_percent";
    let known = ["school", "year", "procedure", "participants", "below_threshold"];
    unknown_columns(table, &[&known[..], &[PERCENT]].concat(), faults);
    let [school, year, procedure, participants] =
        [0, 1, 2, 3].map(|at| Column::required(table, known[at], faults));
    let percent = Column::optional(table, PERCENT);
    // Either of the two will do.
    let below = if percent.exists() {
        Column::optional(table, known[4])
    } else {
        Column::required(table, known[4], faults)
    };
    let clear = is_clear(table, percent, faults);
    let schools = Schools::of(dataset);
    let mut rows = Vec::with_capacity(table.len());
    for raw in table.rows() {
        let mut cells = Cells::new(raw, faults);
        let school = schools.read(&mut cells, school);
        let year = cells.required_year(year);
        let procedure = procedure_of(&mut cells, procedure, declared);
        let took_part = cells.required_count(participants);
        let by_percent = percent.exists() && is_missing(cells.text(below));
        let failed = if by_percent { None } else { cells.required_count(below) };
        let percent = if by_percent && clear { cells.required_percent(percent) } else { None };
        if let (Some(took_part), Some(failed)) = (took_part, failed)
            && failed > took_part
        {
            let fault = Diagnostic::new(Code::BelowExceedsParticipants)
                .at(cells.place(below))
                .with("value", failed)
                .with("other", took_part);
            cells.push(fault);
            continue;
        }
        let (Some(school), Some(year), Some(procedure)) = (school, year, procedure) else {
            continue;
        };
        // A row with nobody in it says no more than no row at all.
        let of = |n: u32| match (failed, percent) {
            (Some(k), _) => Share::new(k, n),
            (None, Some((percent, decimals))) => Share::of_percent(percent, decimals, n),
            (None, None) => None,
        };
        let Some(share) = took_part.and_then(of) else { continue };
        rows.push(Observation { school, procedure, year, share, place: cells.row_place() });
    }
    let key = |o: &Observation| (o.school, o.procedure, o.year);
    rows.sort_by_key(|o| (key(o), o.place));
    rows.dedup_by(|b, a| {
        key(a) == key(b) && {
            let school = dataset.school(a.school).id.as_str();
            let procedure = &declared.procedures[usize::from(a.procedure.0)];
            let text = format!("{school}, {}, {procedure}", a.year);
            faults.push(table.repeated(&text, a.place, b.place));
            true
        }
    });
    dataset.result_starts = starts(&rows, dataset.schools.len());
    dataset.results = rows;
}

/// False, with a fault, if nothing tells whether the numbers of a column are fractions or percentages:
/// none is above one, and none has a sign.
fn is_clear(table: &RawTable, column: Column<'_>, faults: &mut Diagnostics) -> bool {
    let mut small = false;
    for row in table.rows() {
        let text = column.of(row);
        if text.ends_with('%') {
            return true;
        }
        match Decimal::parse(text) {
            Some(number) if number > Decimal::from_int(1) => return true,
            Some(number) => small |= number > Decimal::ZERO,
            None => {}
        }
    }
    if small {
        let fault = Diagnostic::new(Code::ShareOrPercent).at(column.heading(table));
        faults.push(fault.with("column", column.header()));
    }
    !small
}

/// Where the rows of each school begin.
fn starts(rows: &[Observation], schools: usize) -> Vec<u32> {
    let mut starts = vec![0u32; schools + 1];
    for row in rows {
        starts[row.school.0 as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    starts
}

fn procedure_of(
    cells: &mut Cells<'_, '_>,
    column: Column<'_>,
    declared: &Declarations,
) -> Option<ProcedureIx> {
    let find = |id: &str| {
        let at = declared.procedures.iter().position(|p| p == id)?;
        u16::try_from(at).ok().map(ProcedureIx)
    };
    cells.lookup(column, Code::UnknownProcedure, find, || texts(&declared.procedures))
}

fn texts(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

fn declared_id<'a>(
    cells: &mut Cells<'_, '_>,
    column: Column<'_>,
    code: Code,
    known: &'a [String],
) -> Option<&'a str> {
    let find = |id: &str| known.iter().find(|k| *k == id).map(String::as_str);
    cells.lookup(column, code, find, || texts(known))
}

/// Reads `groups`: one row per school, group and year, if years are stated.
pub(super) fn groups(
    table: &RawTable,
    declared: &Declarations,
    dataset: &mut Dataset,
    faults: &mut Diagnostics,
) {
    unknown_columns(table, &["school", "group", "year"], faults);
    let school = Column::required(table, "school", faults);
    let group = Column::required(table, "group", faults);
    let year = Column::optional(table, "year");
    let schools = Schools::of(dataset);
    let mut read = BTreeMap::<GroupId, Vec<GroupRow>>::new();
    for raw in table.rows() {
        let mut cells = Cells::new(raw, faults);
        let school = schools.read(&mut cells, school);
        let group = declared_id(&mut cells, group, Code::UnknownGroup, &declared.groups);
        let year = cells.year(year);
        let (Some(school), Some(group)) = (school, group) else { continue };
        let row = GroupRow { school, year, place: cells.row_place() };
        read.entry(GroupId::new(group)).or_default().push(row);
    }
    for (group, rows) in &mut read {
        rows.sort_by_key(|r| (r.school, r.year, r.place));
        rows.dedup_by(|b, a| {
            (a.school, a.year) == (b.school, b.year) && {
                let year = a.year.map(|year| format!(", {year}")).unwrap_or_default();
                let text = format!("{}, {group}{year}", dataset.school(a.school).id);
                faults.push(table.repeated(&text, a.place, b.place));
                true
            }
        });
    }
    dataset.groups = read;
}

/// Reads `list_membership`: one row per school, list and year; the year is the list's.
pub(super) fn list_membership(
    table: &RawTable,
    declared: &Declarations,
    dataset: &mut Dataset,
    faults: &mut Diagnostics,
) {
    unknown_columns(table, &["school", "list", "year", "cluster"], faults);
    let school = Column::required(table, "school", faults);
    let list = Column::required(table, "list", faults);
    let year = Column::required(table, "year", faults);
    let cluster = Column::optional(table, "cluster");
    let schools = Schools::of(dataset);
    let mut read = BTreeMap::<ListId, Vec<ListRow>>::new();
    for raw in table.rows() {
        let mut cells = Cells::new(raw, faults);
        let school = schools.read(&mut cells, school);
        let list = declared_id(&mut cells, list, Code::UnknownList, &declared.lists);
        let year = cells.required_year(year);
        let cluster = if cells.text(cluster).is_empty() {
            None
        } else {
            declared_id(&mut cells, cluster, Code::UnknownCluster, &declared.clusters)
        };
        let (Some(school), Some(list), Some(year)) = (school, list, year) else { continue };
        let cluster = cluster.map(str::to_owned);
        let row = ListRow { school, year, cluster, place: cells.row_place() };
        read.entry(ListId::new(list)).or_default().push(row);
    }
    for (list, rows) in &mut read {
        rows.sort_by_key(|r| (r.school, r.year, r.place));
        rows.dedup_by(|b, a| {
            (a.school, a.year) == (b.school, b.year) && {
                let text = format!("{}, {list}, {}", dataset.school(a.school).id, a.year);
                faults.push(table.repeated(&text, a.place, b.place));
                true
            }
        });
    }
    dataset.lists = read;
}

const SEASONS: &[Choice] = &[
    Choice { id: "winter", words: &["зима", "зимой"] },
    Choice { id: "spring", words: &["весна", "весной"] },
    Choice { id: "summer", words: &["лето", "летом"] },
    Choice { id: "autumn", words: &["осень", "осенью"] },
];

fn season_of(cells: &mut Cells<'_, '_>, column: Column<'_>) -> Option<Season> {
    if is_missing(cells.text(column)) {
        return None;
    }
    match cells.choice(column, SEASONS)? {
        "winter" => Some(Season::Winter),
        "spring" => Some(Season::Spring),
        "summer" => Some(Season::Summer),
        _ => Some(Season::Autumn),
    }
}

/// Reads `procedure_years`: what is known of a procedure in a year.
pub(super) fn procedure_years(
    table: &RawTable,
    declared: &Declarations,
    dataset: &mut Dataset,
    faults: &mut Diagnostics,
) {
    let known = ["procedure", "year", "held", "season", "comparable", "note"];
    unknown_columns(table, &known, faults);
    let procedure = Column::required(table, "procedure", faults);
    let year = Column::required(table, "year", faults);
    let held = Column::optional(table, "held");
    let season = Column::optional(table, "season");
    let comparable = Column::optional(table, "comparable");
    let note = Column::optional(table, "note");
    let mut first: BTreeMap<_, &Observation> = BTreeMap::new();
    for result in &dataset.results {
        first.entry((result.procedure, result.year)).or_insert(result);
    }
    let mut rows: Vec<ProcedureYear> = Vec::new();
    for raw in table.rows() {
        let mut cells = Cells::new(raw, faults);
        let procedure = procedure_of(&mut cells, procedure, declared);
        let year = cells.required_year(year);
        let said = cells.yes_no(held).unwrap_or(true);
        let when = season_of(&mut cells, season);
        let comparable = cells.yes_no(comparable).unwrap_or(true);
        let (Some(procedure), Some(year)) = (procedure, year) else { continue };
        if let Some(result) = first.get(&(procedure, year)).filter(|_| !said) {
            let fault = Diagnostic::new(Code::ResultsOfNotHeld)
                .at(cells.place(held))
                .with("value", format!("{}, {year}", declared.procedures[usize::from(procedure.0)]))
                .see_also(result.place);
            cells.push(fault);
        }
        let (note, place) = (cells.text(note).to_owned(), cells.row_place());
        rows.push(ProcedureYear {
            procedure,
            year,
            held: said,
            season: when,
            comparable,
            note,
            place,
        });
    }
    rows.sort_by_key(|p| (p.procedure, p.year, p.place));
    rows.dedup_by(|b, a| {
        let same = (a.procedure, a.year) == (b.procedure, b.year);
        if same {
            let procedure = &declared.procedures[usize::from(a.procedure.0)];
            faults.push(table.repeated(&format!("{procedure}, {}", a.year), a.place, b.place));
        }
        same
    });
    dataset.procedure_years = rows;
}
