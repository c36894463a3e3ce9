//! Sites in the same schema with other data: other municipalities, ids, lists and years, any size,
//! any of the optional tables absent or empty. Each builds without a word of complaint, its pages keep
//! every law of `common::pages`, and nothing in it speaks of the region that svod was first made for.

#![allow(clippy::unwrap_used)] // The lint allows it in `#[test]` functions only.

mod common;
#[path = "other_data/method.rs"]
mod method;
#[path = "other_data/plan.rs"]
mod plan;

use rayon::prelude::*;
use svod::diag::Code;
use svod::model::schema::TABLES;
use tempfile::TempDir;

use common::pages::Site;
use common::{Files, read, svod};
use plan::{Locality, Names, Optional, Plan};

/// Words of the first region and its programmes, by their beginnings, in lower case.
const FOREIGN: [&str; 12] = [
    "ярослав",
    "рыбинск",
    "углич",
    "переслав",
    "yaroslavl",
    "рособрнадзор",
    "500+",
    "p500",
    "шнор",
    "шнсу",
    "исбш",
    "isbsh",
];

/// A site folder with what svod made of it.
struct Built {
    _folder: TempDir,
    files: Files,
}

/// Builds a plan; nothing may be said but that numbers made at random are odd.
fn built(plan: &Plan) -> Built {
    let folder = tempfile::tempdir().unwrap();
    plan.write(folder.path());
    let root = folder.path().to_str().unwrap().to_owned();
    let out = folder.path().join("public");
    let output =
        svod(&["build", "--format", "json", "--root", &root, "--out", out.to_str().unwrap()]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{plan:?}\n{errors}");
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let fault: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(Code::doubt(fault["code"].as_str().unwrap()).is_some(), "{plan:?}\n{line}");
    }
    Built { files: read(&out), _folder: folder }
}

/// What breaks a law in a site.
fn violations(files: &Files) -> Vec<String> {
    let mut wrong = Site::of(files).violations();
    for (path, bytes) in files.iter().filter(|(path, _)| !path.starts_with("static/")) {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let named = FOREIGN.iter().filter(|word| text.contains(*word));
        wrong.extend(named.map(|word| format!("{path}: «{word}» is of another region")));
    }
    wrong
}

/// Builds a plan and holds its pages against the laws.
fn check(plan: &Plan) -> Built {
    let built = built(plan);
    let wrong = violations(&built.files);
    let shown: Vec<_> = wrong.iter().take(20).collect();
    assert!(wrong.is_empty(), "{} in {plan:?}: {shown:#?}", wrong.len());
    built
}

fn pages(files: &Files, folder: &str) -> usize {
    files.keys().filter(|path| path.starts_with(folder) && path.ends_with(".html")).count()
}

#[test]
fn a_region_as_others_are() {
    let built = check(&Plan::default());
    assert_eq!(pages(&built.files, "schools/"), 13);
    assert_eq!(pages(&built.files, "municipalities/"), 4);
}

#[test]
fn ten_years() {
    check(&Plan { years: 2024..=2033, ..Plan::default() });
}

#[test]
fn one_year() {
    check(&Plan { years: 2033..=2033, ..Plan::default() });
}

#[test]
fn two_schools_in_one_municipality() {
    check(&Plan { schools: 2, municipalities: 1, ..Plan::default() });
}

#[test]
fn two_schools_and_a_municipality_without_any() {
    check(&Plan { schools: 2, municipalities: 3, ..Plan::default() });
}

#[test]
fn twelve_hundred_schools() {
    let years = 2032..=2033;
    let plan = Plan { schools: 1_200, municipalities: 60, years, exams: false, ..Plan::default() };
    let built = check(&plan);
    assert_eq!(pages(&built.files, "schools/"), 1_201);
}

#[test]
fn one_municipality() {
    check(&Plan { municipalities: 1, ..Plan::default() });
}

#[test]
fn no_rural_schools() {
    check(&Plan { locality: Locality::AllUrban, ..Plan::default() });
}

#[test]
fn town_and_country_not_told_apart() {
    check(&Plan { locality: Locality::Unknown, ..Plan::default() });
}

#[test]
fn no_exams_of_the_eleventh_form() {
    check(&Plan { exams: false, ..Plan::default() });
}

#[test]
fn no_lists() {
    check(&Plan { lists: 0, ..Plan::default() });
}

#[test]
fn five_lists() {
    check(&Plan { lists: 5, ..Plan::default() });
}

#[test]
fn hard_names() {
    check(&Plan { names: Names::Hard, ..Plan::default() });
}

#[test]
fn names_of_two_hundred_letters() {
    check(&Plan { names: Names::Long, ..Plan::default() });
}

/// The tables that a region may do without.
fn optional() -> impl Iterator<Item = &'static str> {
    let of_a_shape = ["groups", "list_membership", "procedure_years"];
    TABLES.iter().map(|table| table.name).chain(of_a_shape)
}

/// Sites in which of any two optional tables the first is in one state and the second in another, at
/// least once each way round: the tables are split by each digit of their numbers.
fn any_table_may_be(state: Optional, others: Optional) {
    let tables: Vec<_> = optional().collect();
    let digits = tables.len().next_power_of_two().trailing_zeros();
    let splits: Vec<(u32, usize)> = (0..digits).flat_map(|d| [(d, 0), (d, 1)]).collect();
    splits.into_par_iter().for_each(|(digit, side)| {
        let numbered = tables.iter().enumerate();
        let split = numbered.filter(|(n, _)| n >> digit & 1 == side);
        let but = split.map(|(_, table)| (*table, state)).collect();
        let years = 2032..=2033;
        check(&Plan { schools: 5, years, optional: others, but, ..Plan::default() });
    });
}

#[test]
fn any_table_may_be_absent() {
    any_table_may_be(Optional::Absent, Optional::Full);
}

#[test]
fn any_table_may_be_empty() {
    any_table_may_be(Optional::Empty, Optional::Full);
}

#[test]
fn all_tables_may_be_absent() {
    check(&Plan { optional: Optional::Absent, ..Plan::default() });
}

#[test]
fn all_tables_may_be_empty() {
    check(&Plan { optional: Optional::Empty, ..Plan::default() });
}
