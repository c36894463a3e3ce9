//! Risk profiles: laws that hold for any region, and figures through the command line.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use common::{ROOT, build, said};
use svod::edition::Published;
use svod::model::number::Share;
use svod::model::tabulation::{CellValue, Tabulation};
use svod::pipeline;
use svod::report::Report;
use svod::source::Memory;
use svod::text::Lang;

const METHOD: &str = r#"
[years]
current = 2022
list = 2023
[[procedure]]
id = "p"
title = "P"
subject = "s"
grade = 5
stage = "s"
failing = "f"
[low_results]
list = "l"
source = "given"
[[list]]
id = "l"
title = "L"
[[group]]
id = "g"
title = "группа"
"#;
const RISKS: [&str; 3] = ["r1", "r2", "r3"];
const LEVELS: [&str; 4] = ["high", "medium", "low", ""];
const CLUSTERS: [&str; 4] = ["base", "moderate", "strong", ""];

/// What a profile says of a risk: the level, then chosen and done, each yes, no or nothing.
type Said = (usize, usize, usize);

/// A school: municipality, village or town, lists before and after, profiles of the years.
#[derive(Clone, Debug)]
struct School {
    municipality: usize,
    rural: bool,
    listed: [Option<usize>; 2],
    profiles: [Vec<Option<Said>>; 2],
}

/// The years of the profiles: that of the earlier list, and the one before.
const YEARS: [u16; 2] = [2021, 2022];

fn school() -> impl Strategy<Value = School> {
    let said = || proptest::option::weighted(0.8, (0usize..4, 0usize..3, 0usize..3));
    let profile = || {
        let rows = proptest::collection::vec(said(), RISKS.len());
        prop_oneof![Just(vec![None; RISKS.len()]), rows]
    };
    let listed = || proptest::option::of(0usize..4);
    (0usize..3, any::<bool>(), [listed(), listed()], [profile(), profile()]).prop_map(
        |(municipality, rural, listed, profiles)| School { municipality, rural, listed, profiles },
    )
}

fn region() -> impl Strategy<Value = Vec<School>> {
    proptest::collection::vec(school(), 1..14)
}

/// The rows of `risks.csv`.
fn rows(schools: &[School]) -> Vec<String> {
    let word = |at: usize| ["1", "0", ""][at];
    let mut rows = Vec::new();
    for (at, school) in schools.iter().enumerate() {
        for (year, profile) in YEARS.iter().zip(&school.profiles) {
            for (risk, said) in RISKS.iter().zip(profile) {
                let Some((level, chosen, done)) = said else { continue };
                let (level, chosen, done) = (LEVELS[*level], word(*chosen), word(*done));
                rows.push(format!("s{at:02},{year},{risk},{level},{chosen},{done}\n"));
            }
        }
    }
    rows
}

fn site(schools: &[School], rows: &[String]) -> Memory {
    let (mut registry, mut results, mut lists, mut groups) = (
        "id,name,municipality,locality\n".to_owned(),
        "school,year,procedure,participants,below_threshold\n".to_owned(),
        "school,list,year,cluster\n".to_owned(),
        "school,group\n".to_owned(),
    );
    for (at, school) in schools.iter().enumerate() {
        let locality = if school.rural { "rural" } else { "urban" };
        writeln!(registry, "s{at:02},S{at:02},m{},{locality}", school.municipality).unwrap();
        writeln!(results, "s{at:02},2022,p,10,1").unwrap();
        for (year, cluster) in [2022, 2023].iter().zip(school.listed) {
            if let Some(cluster) = cluster {
                writeln!(lists, "s{at:02},l,{year},{}", CLUSTERS[cluster]).unwrap();
            }
        }
        if at % 2 == 0 {
            writeln!(groups, "s{at:02},g").unwrap();
        }
    }
    Memory::new()
        .with("svod.toml", "title = \"t\"\nregion = \"r\"\n")
        .with("methodology.toml", METHOD)
        .with("data/municipalities.csv", "id,name\nm0,M0\nm1,M1\nm2,M2\n")
        .with("data/schools.csv", registry)
        .with("data/results.csv", results)
        .with("data/list_membership.csv", lists)
        .with("data/groups.csv", groups)
        .with("data/risk_catalogue.csv", "id,number,name\nr1,1,R1\nr2,2,R2\nr3,3,R3\n")
        .with(
            "data/risks.csv",
            "school,year,risk,level,chosen,programme_done\n".to_owned() + &rows.concat(),
        )
}

fn published(schools: &[School], rows: &[String]) -> Arc<Published> {
    let loaded = pipeline::load(&site(schools, rows), Lang::Ru, &|_, _, _| {});
    loaded.unwrap_or_else(|stopped| panic!("{:?}", stopped.faults)).published
}

/// The share of a cell; nothing where nothing is known.
fn share(table: &Tabulation, row: &str, column: &str) -> Option<Share> {
    match table.find(row, column)?.value {
        CellValue::Share(share) => Some(share),
        _ => None,
    }
}

fn count(table: &Tabulation, row: &str, column: &str) -> u32 {
    share(table, row, column).map_or(0, Share::count)
}

/// The last year of which there are profiles, with the schools that have one, by order.
fn last(schools: &[School]) -> Option<(usize, BTreeSet<usize>)> {
    let has = |year: usize, school: &School| school.profiles[year].iter().any(Option::is_some);
    let year = (0..YEARS.len()).rfind(|year| schools.iter().any(|s| has(*year, s)))?;
    let with = schools.iter().enumerate().filter(|(_, school)| has(year, school));
    Some((year, with.map(|(at, _)| at).collect()))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        rng_seed: RngSeed::Fixed(500),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn levels_add_up_to_the_schools_with_a_profile(schools in region()) {
        let published = published(&schools, &rows(&schools));
        let Some((year, with)) = last(&schools) else {
            // Its lists have tables of their own.
            let mut tables = published.tables().iter();
            prop_assert!(!tables.any(|table| table.id.as_str().starts_with("risk")));
            return Ok(());
        };
        let says = |risk: usize, test: &dyn Fn(&Said) -> bool| {
            let said = with.iter().filter_map(|at| schools[*at].profiles[year][risk].as_ref());
            said.filter(|said| test(said)).count() as u32
        };
        for (at, risk) in RISKS.iter().enumerate() {
            if let Some(table) = published.table("risk_levels") {
                prop_assert_eq!(table.units as usize, with.len());
                let of: Vec<u32> =
                    table.columns.iter().map(|c| count(table, risk, c.id.as_str())).collect();
                prop_assert_eq!(of.iter().sum::<u32>() as usize, with.len());
                prop_assert_eq!(count(table, risk, "high"), says(at, &|said| said.0 == 0));
            }
            if let Some(table) = published.table("risk_work") {
                prop_assert_eq!(count(table, risk, "chosen"), says(at, &|said| said.1 == 0));
                prop_assert_eq!(count(table, risk, "done"), says(at, &|said| said.2 == 0));
            }
            if let Some(table) = published.table(&format!("risk_{risk}_municipalities")) {
                let body = table.rows.iter().filter(|row| row.id.as_str() != "total");
                let body: Vec<&str> = body.map(|row| row.id.as_str()).collect();
                for column in &table.columns {
                    let id = column.id.as_str();
                    let sum: u32 = body.iter().map(|row| count(table, row, id)).sum();
                    prop_assert_eq!(sum, count(table, "total", id), "{} {}", risk, id);
                }
            }
        }
        let chosen: u32 = (0..RISKS.len()).map(|risk| says(risk, &|said| said.1 == 0)).sum();
        let choices = published.table("risk_choices").map_or(0, |table| table.units);
        prop_assert_eq!(choices, chosen);
    }

    #[test]
    fn effect_rows_add_up_and_so_do_its_columns(schools in region()) {
        let published = published(&schools, &rows(&schools));
        for table in published.tables().iter().filter(|t| t.id.as_str().ends_with("_effect")) {
            let has = |column: &&str| table.columns.iter().any(|c| c.id.as_str() == *column);
            let from_list: Vec<&str> =
                ["left", "raised", "unchanged", "lowered", "stayed"].into_iter().filter(has).collect();
            let body = || table.rows.iter().map(|row| row.id.as_str()).filter(|id| *id != "total");
            for column in &table.columns {
                let id = column.id.as_str();
                let sum: u32 = body().map(|row| count(table, row, id)).sum();
                prop_assert_eq!(sum, count(table, "total", id), "{} {}", table.id, id);
            }
            for row in table.rows.iter().map(|row| row.id.as_str()) {
                let listed = count(table, row, "listed");
                let sum: u32 = from_list.iter().map(|column| count(table, row, column)).sum();
                prop_assert_eq!(sum, listed, "{} {}", table.id, row);
                for column in &from_list {
                    let base = share(table, row, column).map(Share::base);
                    prop_assert!(base.is_none_or(|base| base == listed), "{} {}", table.id, row);
                }
            }
            let members = |row: &str| {
                let cells = table.columns.iter().filter_map(|c| table.find(row, c.id.as_str()));
                cells.flat_map(|cell| &cell.members).copied().collect::<BTreeSet<_>>()
            };
            let mut seen = BTreeSet::new();
            for unit in body().flat_map(members) {
                prop_assert!(seen.insert(unit), "{}: a school stands in two rows", table.id);
            }
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(
        (schools, order) in region().prop_flat_map(|schools| {
            let rows = rows(&schools);
            (Just(schools), Just(rows).prop_shuffle())
        })
    ) {
        let shown = |rows: &[String]| {
            let loaded = pipeline::load(&site(&schools, rows), Lang::Ru, &|_, _, _| {}).ok().unwrap();
            let report = loaded.report().unwrap();
            pages(&report)
        };
        prop_assert_eq!(shown(&rows(&schools)), shown(&order));
    }
}

/// The pages about risks and schools, as the templates get them.
fn pages(report: &Report<'_>) -> Vec<String> {
    let pages = report.pages().iter().map(|id| report.page(id));
    let own = pages.filter(|page| !page.path.starts_with("tables/"));
    own.map(|page| serde_json::to_string(&page).unwrap()).collect()
}

// Figures through the command line, on the site of `tests/golden/risks`.

/// A table's cells as `row/column → count/base`.
fn table(id: &str) -> BTreeMap<String, String> {
    let root = Path::new(ROOT).join("tests/golden/risks");
    let text = said(&["table", id, "--format", "csv", "--root", root.to_str().unwrap()]);
    let mut records = csv::Reader::from_reader(text.as_bytes());
    let cells = records.records().map(|record| {
        let record = record.unwrap();
        (format!("{}/{}", &record[0], &record[1]), format!("{}/{}", &record[2], &record[3]))
    });
    cells.collect()
}

#[test]
fn what_became_of_schools_is_told_of_both_flows() {
    let cells = table("risk_equipment_effect");
    let of = |cell: &str| cells[cell].as_str();
    // Of the two schools with a programme one was on the list and rose; the other was not, and entered.
    assert_eq!([of("programme/raised"), of("programme/entered")], ["1/1", "1/1"]);
    assert_eq!([of("risk/lowered"), of("risk/stayed"), of("risk/listed")], ["1/2", "1/2", "2/2"]);
    assert_eq!([of("rest/left"), of("total/left"), of("total/entered")], ["2/2", "2/5", "1/1"]);
}

#[test]
fn a_declared_table_takes_the_place_of_an_implied_one() {
    assert_eq!(table("risk_choices")["rechnoy/chosen"], "2/4");
}

/// Tables that follow from data may be named where the data may be missing.
#[test]
fn an_implied_table_may_be_named_without_its_data() {
    let shown = "[pages]\nregion_tables = [\"risk_levels\", \"risk_r1_effect\"]\n";
    let site = site(&[], &[])
        .with("methodology.toml", METHOD.to_owned() + shown)
        .with("data/schools.csv", "id,name,municipality\ns,S,m0\n")
        .with(
            "data/results.csv",
            "school,year,procedure,participants,below_threshold\ns,2022,p,9,1\n",
        )
        .with("content/text.md", "+++\ntitle = \"t\"\ntables = [\"risk_work\"]\n+++\n");
    let loaded = pipeline::load(&site, Lang::Ru, &|_, _, _| {});
    let loaded = loaded.unwrap_or_else(|stopped| panic!("{:?}", stopped.faults));
    let faults = loaded.report().err().unwrap_or_default();
    assert!(!faults.has_errors(), "{faults:?}");
}

#[test]
fn without_profiles_there_is_nothing_about_risks() {
    let built = build(&Path::new(ROOT).join("tests/golden/minimal"));
    assert!(!built.path().join("public/risks").exists());
    let menu = std::fs::read_to_string(built.path().join("public/index.html")).unwrap();
    assert!(!menu.contains("risks/"));
}
