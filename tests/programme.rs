//! Schools' programmes: laws of states and targets that hold for any roadmaps, on any report's date,
//! and the figures of two sites through the command line.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use common::{ROOT, build, read, said, text};
use svod::edition::Published;
use svod::model::date::Date;
use svod::model::ids::Year;
use svod::model::tabulation::{HeadingRole, Tabulation};
use svod::pipeline::{self, Loaded};
use svod::render::export;
use svod::source::Memory;
use svod::text::Lang;

fn config() -> ProptestConfig {
    let asked = ProptestConfig::default();
    ProptestConfig {
        cases: if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { 64 },
        rng_seed: match asked.rng_seed {
            RngSeed::Random => RngSeed::Fixed(2023),
            fixed => fixed,
        },
        failure_persistence: None,
        ..asked
    }
}

const SCHOOLS: usize = 5;

/// An activity as written: school, term in words, due, status.
#[derive(Clone, Debug)]
struct Activity {
    school: usize,
    term: &'static str,
    due: Option<Date>,
    status: &'static str,
}

/// A target as written: school, which one, comparison, both numbers in tenths.
#[derive(Clone, Debug)]
struct Target {
    school: usize,
    which: usize,
    comparison: &'static str,
    value: i32,
    actual: Option<i32>,
}

/// A day of two years about the report's date.
fn day() -> impl Strategy<Value = Date> {
    let parts = (2022..=2023i16, 1..=12u8, 1..=28u8);
    parts.prop_map(|(year, month, day)| Date::new(Year(year), month, day).unwrap())
}

fn activity() -> impl Strategy<Value = Activity> {
    let term = prop::sample::select(vec!["", "сентябрь", "в течение года", "15.03.2023"]);
    let status = prop::sample::select(vec!["", "planned", "in_progress", "done", "cancelled"]);
    (0..SCHOOLS, term, prop::option::of(day()), status)
        .prop_map(|(school, term, due, status)| Activity { school, term, due, status })
}

fn target() -> impl Strategy<Value = Target> {
    let comparison = prop::sample::select(vec!["=", ">=", "<="]);
    (0..SCHOOLS, 0..4usize, comparison, 0..30i32, prop::option::of(0..30i32)).prop_map(
        |(school, which, comparison, value, actual)| Target {
            school,
            which,
            comparison,
            value,
            actual,
        },
    )
}

/// A site of these rows. Activities are told apart by their place among those given.
fn site(rows: &[(usize, Activity)], targets: &[(usize, Target)], date: Option<Date>) -> Memory {
    let date = date.map_or(String::new(), |date| format!("date = \"{date}\"\n"));
    let mut schools = "id,name,municipality\n".to_owned();
    let mut results = "school,year,procedure,participants,below_threshold\n".to_owned();
    for school in 0..SCHOOLS {
        schools.push_str(&format!("s{school},Школа № {school},m{}\n", school % 2));
        results.push_str(&format!("s{school},2022,p,10,1\n"));
    }
    let mut roadmap = "school,task,activity,term,due,status\n".to_owned();
    for (at, row) in rows {
        let due = row.due.map_or(String::new(), |due| due.to_string());
        let (school, term, status) = (row.school, row.term, row.status);
        roadmap.push_str(&format!("s{school},Задача,Дело {at},{term},{due},{status}\n"));
    }
    let tenths = |n: i32| format!("\"{},{}\"", n / 10, n % 10);
    let mut table = "school,number,target,comparison,value,unit,actual\n".to_owned();
    for (at, row) in targets {
        let actual = row.actual.map_or(String::new(), tenths);
        let (school, which, comparison) = (row.school, row.which, row.comparison);
        let value = tenths(row.value);
        table.push_str(&format!("s{school},{at},Цель {which},{comparison},{value},%,{actual}\n"));
    }
    let procedure = "[years]\ncurrent = 2022\n[[procedure]]\nid = \"p\"\ntitle = \"P\"\n\
                     subject = \"s\"\ngrade = 9\nstage = \"s\"\nfailing = \"f\"\n";
    Memory::new()
        .with("svod.toml", format!("title = \"Отчёт\"\nregion = \"Область\"\n{date}"))
        .with("methodology.toml", procedure)
        .with("data/municipalities.csv", "id,name\nm0,М 0\nm1,М 1\n")
        .with("data/schools.csv", schools)
        .with("data/results.csv", results)
        .with("data/roadmap.csv", roadmap)
        .with("data/targets.csv", table)
}

fn load(site: &Memory) -> Loaded {
    let stopped = |stopped: Box<pipeline::Stopped>| panic!("{:#?}", stopped.faults);
    pipeline::load(site, Lang::Ru, &|_, _, _| ()).unwrap_or_else(stopped)
}

fn numbered<T: Clone>(rows: &[T]) -> Vec<(usize, T)> {
    rows.iter().cloned().enumerate().collect()
}

/// The rows of the file, by the state of the total's cells.
fn by_state(published: &Published, table: &str) -> BTreeMap<String, BTreeSet<u32>> {
    let table = published.table(table).unwrap();
    let states = table.columns.iter().filter(|column| column.role == HeadingRole::Body);
    states
        .map(|state| {
            let cell = table.find("total", state.id.as_str()).unwrap();
            let rows = cell.members.iter().map(|unit| unit.row.unwrap()).collect();
            (state.id.to_string(), rows)
        })
        .collect()
}

/// Every row of a table is the sum of its states, and counts as many units as there are.
fn adds_up(table: &Tabulation, units: usize) -> Result<(), TestCaseError> {
    for row in &table.rows {
        let count = |column: &str| table.find(row.id.as_str(), column).unwrap().members.len();
        let states = table.columns.iter().filter(|column| column.role == HeadingRole::Body);
        let sum: usize = states.map(|state| count(state.id.as_str())).sum();
        prop_assert_eq!(sum, count("total"), "{} / {}", table.id, row.id);
    }
    let body = table.rows.iter().filter(|row| row.role == HeadingRole::Body);
    let parts = body.map(|row| table.find(row.id.as_str(), "total").unwrap().members.len());
    prop_assert_eq!(parts.sum::<usize>(), units, "{}", table.id);
    prop_assert_eq!(table.find("total", "total").unwrap().members.len(), units);
    Ok(())
}

/// What the command line prints of every table.
fn printed(loaded: &Loaded) -> Vec<String> {
    let report = loaded.report().unwrap();
    report.table_ids().map(|id| export::csv(&report.table(id).unwrap())).collect()
}

/// The state as the rule says it, written down a second time.
fn expected(activity: &Activity, date: Option<Date>) -> &'static str {
    let due = activity.due.or_else(|| Date::parse(activity.term));
    match (activity.status, date.zip(due)) {
        ("done", _) => "done",
        ("cancelled", _) => "cancelled",
        ("", _) => "unknown",
        (_, Some((date, due))) if due < date => "overdue",
        (_, Some((date, due))) if date.days_until(due) <= 30 => "due_soon",
        (_, None) if due.is_none() && activity.term.is_empty() => "no_term",
        ("in_progress", _) => "in_progress",
        _ => "planned",
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn states_divide_the_rows(
        rows in prop::collection::vec(activity(), 1..30),
        targets in prop::collection::vec(target(), 1..20),
        date in prop::option::of(day()),
    ) {
        let loaded = load(&site(&numbered(&rows), &numbered(&targets), date));
        let table = |id: &str| loaded.published.table(id).unwrap();
        adds_up(table("roadmap_by_municipality"), rows.len())?;
        adds_up(table("targets_by_municipality"), targets.len())?;
        adds_up(table("targets_by_indicator"), targets.len())?;
        let states = by_state(&loaded.published, "roadmap_by_municipality");
        for (at, row) in rows.iter().enumerate() {
            let of = states.iter().filter(|(_, rows)| rows.contains(&(at as u32)));
            let of: Vec<&str> = of.map(|(state, _)| state.as_str()).collect();
            prop_assert_eq!(of, vec![expected(row, date)], "{:?} on {:?}", row, date);
        }
        // Every page can be made of it.
        let report = loaded.report().unwrap();
        report.pages().iter().for_each(|id| drop(report.page(id)));
    }

    #[test]
    fn a_later_date_makes_nothing_less_late(
        rows in prop::collection::vec(activity(), 1..30),
        first in day(),
        second in day(),
    ) {
        let (earlier, later) = (first.min(second), first.max(second));
        let on = |date| {
            let loaded = load(&site(&numbered(&rows), &[], date));
            by_state(&loaded.published, "roadmap_by_municipality")
        };
        let (before, after) = (on(Some(earlier)), on(Some(later)));
        let none = BTreeSet::new();
        let of = |states: &BTreeMap<String, BTreeSet<u32>>, state: &str| {
            states.get(state).unwrap_or(&none).clone()
        };
        // What is overdue stays so, what was due soon is never planned again.
        prop_assert!(of(&before, "overdue").is_subset(&of(&after, "overdue")));
        for open in ["in_progress", "planned"] {
            prop_assert!(of(&after, open).is_subset(&of(&before, open)), "{}", open);
        }
        // The date decides nothing about what is done, cancelled or has no day.
        for fixed in ["done", "cancelled", "no_term", "unknown"] {
            prop_assert_eq!(of(&before, fixed), of(&after, fixed), "{}", fixed);
        }
        // Without a date nothing is judged.
        let undated = on(None);
        prop_assert!(of(&undated, "overdue").is_empty() && of(&undated, "due_soon").is_empty());
    }

    #[test]
    fn the_order_of_rows_changes_no_table(
        rows in prop::collection::vec(activity(), 1..30),
        targets in prop::collection::vec(target(), 1..20),
        date in prop::option::of(day()),
        turned in any::<prop::sample::Index>(),
    ) {
        let (mut rows, mut targets) = (numbered(&rows), numbered(&targets));
        let tables = printed(&load(&site(&rows, &targets, date)));
        let (at, of) = (turned.index(rows.len()), turned.index(targets.len()));
        rows.rotate_left(at);
        rows.reverse();
        targets.rotate_left(of);
        prop_assert_eq!(tables, printed(&load(&site(&rows, &targets, date))));
    }

    #[test]
    fn a_target_is_met_by_its_exact_comparison(
        targets in prop::collection::vec(target(), 1..20),
    ) {
        let loaded = load(&site(&[], &numbered(&targets), None));
        let states = by_state(&loaded.published, "targets_by_municipality");
        let none = BTreeSet::new();
        for (at, target) in targets.iter().enumerate() {
            let expected = match (target.actual, target.comparison) {
                (None, _) => "no_data",
                (Some(actual), "=") if actual == target.value => "met",
                (Some(actual), ">=") if actual >= target.value => "met",
                (Some(actual), "<=") if actual <= target.value => "met",
                _ => "not_met",
            };
            let rows = states.get(expected).unwrap_or(&none);
            prop_assert!(rows.contains(&(at as u32)), "{:?} is not {}", target, expected);
        }
    }
}

/// `row,column` and the count of the cells of a table that count something.
fn counts(root: &str, table: &str) -> BTreeMap<String, u32> {
    let csv = said(&["table", table, "--format", "csv", "--root", root]);
    let cells = csv.lines().skip(1).map(|line| {
        let parts: Vec<&str> = line.split(',').collect();
        (format!("{} {}", parts[0], parts[1]), parts[2].parse().unwrap())
    });
    cells.filter(|(_, count)| *count > 0).collect()
}

fn golden() -> String {
    Path::new(ROOT).join("tests/golden/programme").to_str().unwrap().to_owned()
}

fn expect(found: &BTreeMap<String, u32>, cells: &[(&str, u32)]) {
    for (cell, count) in cells {
        assert_eq!(found.get(*cell).copied().unwrap_or(0), *count, "{cell}");
    }
}

#[test]
fn the_example_counts_its_roadmap_and_targets() {
    let states = [("total", 15), ("done", 8), ("overdue", 4), ("due_soon", 2), ("planned", 1)];
    let found = counts(ROOT, "roadmap_by_municipality");
    for (state, count) in states {
        let cells = [format!("myshkinsky {state}"), format!("total {state}")];
        cells.iter().for_each(|cell| expect(&found, &[(cell, count)]));
    }
    expect(
        &counts(ROOT, "targets_by_municipality"),
        &[("total total", 7), ("total met", 4), ("total not_met", 2), ("total no_data", 1)],
    );
}

#[test]
fn a_cell_is_traced_to_the_rows_of_the_roadmap() {
    let root = golden();
    let said = said(&["explain", "roadmap_by_municipality", "luga", "overdue", "--root", &root]);
    assert!(said.contains("data/roadmap.csv:9  due = 2024-02-28"), "{said}");
    assert!(said.contains("data/roadmap.csv:9  status = запланировано"), "{said}");
    let said = common::said(&["explain", "targets_by_indicator", "1", "not_met", "--root", &root]);
    for cell in ["comparison = не более", "value = 10", "actual = 13,5"] {
        assert!(said.contains(&format!("data/targets.csv:3  {cell}")), "{said}");
    }
}

/// The page of a risk says what schools do against it: the activities that name it, and no other.
#[test]
fn a_risk_leads_to_the_activities_against_it() {
    let root = format!("{ROOT}/examples/smolensk");
    let roadmap = std::fs::read_to_string(format!("{root}/data/roadmap.csv")).unwrap();
    let rows = csv::Reader::from_reader(roadmap.as_bytes()).into_records().map(Result::unwrap);
    let named: Vec<_> = rows.filter(|row| &row[8] == "failure").collect();
    assert!(!named.is_empty());
    let built = read(&build(Path::new(&root)).path().join("public"));
    let (_, after) = text(&built, "risks/failure.html").split_once("id=\"against-risk\"").unwrap();
    let (table, _) = after.split_once("</table>").unwrap();
    assert_eq!(table.matches("<th scope=\"row\">").count(), named.len(), "{table}");
    assert_eq!(table.matches("href=\"../roadmaps/").count(), 1, "{table}");
    let plain = table.replace('\u{a0}', " ");
    named.iter().for_each(|row| assert!(plain.contains(&row[2]), "{row:?}"));
}

/// A term that is a day counts as one; words do not; the day of the report itself is not past.
#[test]
fn the_states_of_the_small_site() {
    let found = counts(&golden(), "roadmap_by_municipality");
    expect(
        &found,
        &[
            ("zarechny done", 2),
            ("zarechny overdue", 1),
            ("zarechny due_soon", 1),
            ("zarechny planned", 2),
            ("zarechny no_term", 1),
            ("luga overdue", 1),
            ("luga due_soon", 1),
            ("luga planned", 1),
            ("luga cancelled", 1),
            ("luga unknown", 1),
            ("total total", 12),
        ],
    );
    let found = counts(&golden(), "roadmap_by_locality");
    expect(&found, &[("open urban", 5), ("open rural", 3), ("open total", 8)]);
}

/// Nothing is said of programmes where there are none.
#[test]
fn a_site_without_programmes_has_no_pages_of_them() {
    let site = Path::new(ROOT).join("tests/golden/minimal");
    let files = read(&build(&site).path().join("public"));
    let found = |path: &&String| path.contains("roadmap") || path.contains("targets");
    assert_eq!(files.keys().find(found), None);
    for path in files.keys().filter(|path| path.ends_with(".html")) {
        let page = text(&files, path);
        for word in ["орожн", "Целевые показатели", "roadmaps/", "просрочен"]
        {
            assert!(!page.contains(word), "{path}: {word}");
        }
    }
}
