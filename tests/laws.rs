//! Laws that hold for any region: sums, members, order of rows, rounding, rules.
//!
//! The regions are the same in every run; `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for others.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

#[path = "laws/life.rs"]
mod life;
#[path = "laws/region.rs"]
mod region;
#[path = "laws/rule.rs"]
mod rule;

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use region::{FIRST_YEAR, Region, School, Table, region, site};
use svod::diag::{Code, Diagnostics};
use svod::edition::{Published, PublishedStanding};
use svod::engine;
use svod::input;
use svod::method::{DynamicsKind, Methodology};
use svod::model::ids::{GroupId, SchoolIx, Year};
use svod::model::number::{Rounding, Share};
use svod::model::tabulation::{CellValue, Heading, Tabulation, Unit};
use svod::pipeline::{self, Loaded};
use svod::render::export;
use svod::report::view::{Block, Page, PageKind};
use svod::site::Site;
use svod::source::{Files, Memory, Source, Sources};
use svod::text::Lang;

fn config(cases: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    ProptestConfig {
        cases: if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { cases },
        rng_seed: match asked.rng_seed {
            RngSeed::Random => RngSeed::Fixed(2022),
            fixed => fixed,
        },
        failure_persistence: None,
        ..asked
    }
}

/// Reads, checks and computes without a word of any language.
fn compute(files: &Memory) -> Result<Published, Diagnostics> {
    let (mut sources, mut faults) = (Sources::new(), Diagnostics::new());
    let text = String::from_utf8(files.read("methodology.toml").unwrap()).unwrap();
    let id = sources.add(Source::of_bytes("methodology.toml", text.clone().into_bytes()));
    let method = Methodology::parse(&text, id, &str::to_owned)?;
    let site = Site::parse("title = \"Т\"\nregion = \"Р\"", id)?;
    let data = input::read(files, &site, &method.declarations(), &mut sources, &mut faults);
    if faults.has_errors() {
        return Err(faults);
    }
    let results = engine::compute(&method, &data, None)?;
    Ok(Published::everything(data, method, results))
}

fn published(region: &Region) -> Published {
    compute(&region.site()).unwrap()
}

fn load(files: &Memory) -> Loaded {
    let stopped = |stopped: Box<pipeline::Stopped>| panic!("{:#?}", stopped.faults);
    pipeline::load(files, Lang::Ru, &|_, _, _| ()).unwrap_or_else(stopped)
}

/// The pages and the tables' files, as far as they can be told apart.
fn shown(loaded: &Loaded) -> (Vec<String>, Vec<String>) {
    let report = loaded.report().unwrap();
    let pages = report.pages().iter().map(|id| serde_json::to_string(&report.page(id)).unwrap());
    let tables = report.table_ids().map(|id| export::csv(&report.table(id).unwrap()));
    (pages.collect(), tables.collect())
}

fn position(lines: &[Heading], id: &str) -> Option<usize> {
    lines.iter().position(|line| line.id.as_str() == id)
}

/// The members of a cell by indices, rows and columns exchanged if `turned`.
fn members(table: &Tabulation, line: usize, across: usize, turned: bool) -> &[Unit] {
    let (row, column) = if turned { (across, line) } else { (line, across) };
    &table.cell(row, column).members
}

/// Lines that an attribute made divide the units of the line `total` among themselves, but for
/// those of which the attribute says nothing. `made` are all other lines.
fn divides(
    table: &Tabulation,
    turned: bool,
    made: &[&str],
    silent: impl Fn(&Unit) -> bool,
) -> Result<(), TestCaseError> {
    let (lines, across) =
        if turned { (&table.columns, &table.rows) } else { (&table.rows, &table.columns) };
    let total = position(lines, "total").unwrap();
    for (at, heading) in across.iter().enumerate() {
        let body = (0..lines.len()).filter(|line| !made.contains(&lines[*line].id.as_str()));
        let mut parts: Vec<Unit> =
            body.flat_map(|line| members(table, line, at, turned).to_vec()).collect();
        parts.sort();
        let whole = members(table, total, at, turned).iter().filter(|unit| !silent(unit));
        let whole: Vec<Unit> = whole.copied().collect();
        prop_assert_eq!(parts, whole, "{} / {}", table.id, heading.id);
    }
    Ok(())
}

/// True if something is known of the lists; else there is no table about them.
fn there_are_lists(region: &Region, published: &Published) -> Result<bool, TestCaseError> {
    let years = FIRST_YEAR - 1..=region.list_year() + 1;
    let school = |year: i16| rule::in_force(region, 0, year) != PublishedStanding::Unknown;
    let known = years.clone().any(school);
    for id in ["clusters", "moves", "matrix"] {
        prop_assert_eq!(published.table(id).is_some(), known, "{}", id);
    }
    Ok(known)
}

/// True if a school is in a group; else there is no table about groups.
fn there_are_groups(region: &Region, published: &Published) -> Result<bool, TestCaseError> {
    let known = region.schools.iter().any(|school| school.groups.contains(&true));
    prop_assert_eq!(published.table("groups").is_some(), known);
    Ok(known)
}

/// A sum holds the units of its parts, each once.
fn unites(table: &Tabulation, sum: &str, parts: &[&str]) -> Result<(), TestCaseError> {
    for column in &table.columns {
        let of = |row: &str| table.find(row, column.id.as_str()).unwrap().members.iter().copied();
        let union: BTreeSet<Unit> = parts.iter().flat_map(|part| of(part)).collect();
        prop_assert!(union.into_iter().eq(of(sum)), "{} / {sum}", table.id);
    }
    Ok(())
}

/// Every share of a table is of the base that `base` gives for its row and column.
fn based(table: &Tabulation, base: impl Fn(usize, usize) -> usize) -> Result<(), TestCaseError> {
    for row in 0..table.rows.len() {
        for column in 0..table.columns.len() {
            let base = base(row, column);
            match table.cell(row, column).value {
                CellValue::Share(share) => prop_assert_eq!(share.base() as usize, base),
                // Nothing is known of the base: then nothing is counted either.
                _ => prop_assert!(table.cell(row, column).members.is_empty()),
            }
        }
    }
    Ok(())
}

/// The exact percentage, rounded half up to `decimals` digits, in units of the last digit.
fn half_up(count: u32, base: u32, decimals: u8) -> String {
    let scaled = BigRational::new(count.into(), base.into())
        * BigRational::from_integer(100.into())
        * BigRational::from_integer(10u32.pow(decimals.into()).into());
    (scaled + BigRational::new(1.into(), 2.into())).floor().to_integer().to_string()
}

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn rows_and_columns_add_up(region in region()) {
        let published = published(&region);
        let table = |id: &str| published.table(id).unwrap();
        let severity =
            |unit: &Unit, year: i16| published.standing(unit.school, Year(year)).severity();
        let before = |unit: &Unit| severity(unit, region.current()).is_none();
        let now = |unit: &Unit| severity(unit, region.list_year()).is_none();
        let school = |unit: &Unit| &region.schools[index(&published, unit.school)];
        let never = |_: &Unit| false;

        if there_are_lists(&region, &published)? {
            divides(table("clusters"), false, &["listed", "total"], now)?;
            divides(table("clusters"), true, &["total"], never)?;
            divides(table("moves"), false, &["better", "total"], |u| before(u) || now(u))?;
            divides(table("matrix"), false, &["total"], before)?;
            divides(table("matrix"), true, &["total"], now)?;
            let clusters = (0..region.method.clusters.len()).map(|c| format!("c{c}"));
            let clusters: Vec<_> = clusters.collect();
            let clusters: Vec<_> = clusters.iter().map(String::as_str).collect();
            unites(table("clusters"), "listed", &clusters)?;
            unites(table("moves"), "better", &["raised", "left"])?;
        }
        if there_are_groups(&region, &published)? {
            divides(table("groups"), true, &["total"], |u| school(u).urban.is_none())?;
        }
        divides(table("dynamics"), false, &["good", "total"], never)?;
        divides(table("dynamics"), true, &["total"], never)?;
        divides(table("zones"), false, &["total"], never)?;
        divides(table("zones"), true, &["total"], |u| school(u).score.is_none())?;
        divides(table("deficits"), false, &["total"], never)?;
        divides(table("deficits"), true, &["total"], |u| school(u).deficit.is_none())?;
        unites(table("dynamics"), "good", &["positive", "zero"])?;
    }

    #[test]
    fn a_share_is_of_the_base_that_its_table_states(region in region()) {
        let published = published(&region);
        let table = |id: &str| published.table(id).unwrap();
        let schools = region.schools.len();
        let (mut by_column, mut by_row) = (vec!["dynamics"], vec!["zones", "deficits"]);
        if there_are_lists(&region, &published)? {
            by_column.push("clusters");
            by_row.push("matrix");
            based(table("moves"), |_, _| schools)?;
            let all = table("moves").find("total", "total").unwrap();
            prop_assert_eq!(all.members.len(), schools);
        }
        if there_are_groups(&region, &published)? {
            by_row.push("groups");
        }
        for id in by_column {
            let total = position(&table(id).rows, "total").unwrap();
            based(table(id), |_, column| table(id).cell(total, column).members.len())?;
        }
        for id in by_row {
            let total = position(&table(id).columns, "total").unwrap();
            based(table(id), |row, _| table(id).cell(row, total).members.len())?;
        }
        based(table("held"), |_, _| schools)?;
    }

    #[test]
    fn a_pooled_share_sums_its_results(region in region()) {
        let published = published(&region);
        let table = published.table("pooled").unwrap();
        for (row, heading) in table.rows.iter().enumerate() {
            for column in 0..table.columns.len() {
                let cell = table.cell(row, column);
                let results = cell.members.iter().map(|unit| {
                    let procedure = usize::from(unit.procedure.unwrap().0);
                    let school = index(&published, unit.school);
                    region.results[&(school, procedure, region.current())]
                });
                let (n, k) = results.fold((0, 0), |(n, k), result| (n + result.0, k + result.1));
                match cell.value {
                    CellValue::Pooled(share) => {
                        prop_assert_eq!((share.base(), share.count()), (n, k), "{}", heading.id);
                    }
                    _ => prop_assert_eq!(n, 0, "{}", heading.id),
                }
            }
        }
        let of_year = region.results.iter().filter(|((_, _, year), _)| *year == region.current());
        prop_assert_eq!(table.find("total", "total").unwrap().members.len(), of_year.count());
        divides(table, false, &["total"], |_| false)?;
        divides(table, true, &["total"], |_| false)?;
    }

    /// A group's results are those of its schools together; those of no group are the region's.
    #[test]
    fn a_group_sums_the_results_of_its_schools(region in region()) {
        let published = published(&region);
        let method = published.method();
        for procedure in method.procedure_indices() {
            let of = |groups: &[GroupId]| published.group_series(groups, procedure).years;
            prop_assert_eq!(of(&[]), published.region_series(procedure).years);
            for group in &method.groups {
                let schools = published.schools().map(|(ix, _)| ix);
                let members: Vec<_> =
                    schools.filter(|ix| published.in_group(*ix, &group.id)).collect();
                let together = published.tested_years().iter().map(|year| {
                    let share = |ix: &SchoolIx| published.school_share(*ix, procedure, *year);
                    let shares: Vec<Share> = members.iter().filter_map(share).collect();
                    let count = shares.iter().map(|share| share.count()).sum();
                    Share::new(count, shares.iter().map(|share| share.base()).sum())
                });
                prop_assert_eq!(of(std::slice::from_ref(&group.id)), together.collect::<Vec<_>>());
            }
        }
    }

    #[test]
    fn members_are_what_was_counted(region in region()) {
        let published = published(&region);
        for table in published.tables() {
            for cell in &table.cells {
                prop_assert!(cell.members.is_sorted_by(|a, b| a < b), "{}", table.id);
                match cell.value {
                    CellValue::Share(share) => {
                        prop_assert_eq!(share.count() as usize, cell.members.len());
                        prop_assert!(share.count() <= share.base());
                        let units = table.figure(cell).unwrap().units.to_string();
                        let exact = half_up(share.count(), share.base(), table.decimals);
                        prop_assert_eq!(units, exact);
                    }
                    CellValue::Pooled(share) => {
                        prop_assert!(share.count() <= share.base());
                        prop_assert!(share.base() as usize >= cell.members.len());
                    }
                    CellValue::Mean(mean) => {
                        prop_assert_eq!(mean.count() as usize, cell.members.len());
                    }
                    CellValue::Difference(one, other) => {
                        prop_assert!(cell.members.len() <= (one.count() + other.count()) as usize);
                    }
                    CellValue::Missing(_) => prop_assert!(cell.members.is_empty()),
                }
            }
        }
    }

    #[test]
    fn schools_stand_where_the_rule_puts_them(region in region()) {
        let published = published(&region);
        for (ix, _) in published.schools() {
            let school = index(&published, ix);
            for year in FIRST_YEAR - 1..=region.list_year() + 1 {
                let by_rule = rule::by_rule(&region, school, year);
                prop_assert_eq!(published.standing_by_rule(ix, Year(year)), by_rule, "{}", year);
                let in_force = rule::in_force(&region, school, year);
                prop_assert_eq!(published.standing(ix, Year(year)), in_force, "{}", year);
            }
        }
    }

    #[test]
    fn a_stricter_bound_lists_no_more_schools(region in region(), lower in 0..=200u32) {
        let mut strict = region.clone();
        let mut mild = region;
        (strict.method.source, mild.method.source) = ("computed", "computed");
        mild.method.low_share = lower.min(strict.method.low_share);
        strict.method.low_share = lower.max(strict.method.low_share);
        let (strict_list, mild_list) = (listed(&strict), listed(&mild));
        prop_assert!(strict_list.is_subset(&mild_list), "{strict_list:?} {mild_list:?}");
    }

    /// A change has one name, in tables and on pages.
    #[test]
    fn a_change_is_called_the_same_everywhere(region in region()) {
        let published = published(&region);
        let table = published.table("dynamics").unwrap();
        for (p, procedure) in published.method().procedure_indices().enumerate() {
            for (ix, _) in published.schools() {
                let kind = published.dynamics(ix, procedure);
                let cell = table.find(kind.id(), &format!("p{p}")).unwrap();
                prop_assert!(cell.members.iter().any(|unit| unit.school == ix));
                let broken = region.comparable.get(&p) == Some(&false);
                prop_assert!(!broken || kind == DynamicsKind::NoParticipants);
            }
        }
    }

    #[test]
    fn exchanged_years_turn_better_into_worse(region in region()) {
        let (current, baseline) = (region.current(), region.current() - 1);
        let mut region = region;
        // A report on a year without results is refused.
        region.results.entry((0, 0, baseline)).or_insert((10, 3));
        let mut turned = region.clone();
        let exchange = |year: i16| if year == current { baseline }
            else if year == baseline { current } else { year };
        let results = std::mem::take(&mut turned.results);
        turned.results = results.into_iter().map(|((s, p, y), r)| ((s, p, exchange(y)), r)).collect();
        let (one, other) = (published(&region), published(&turned));
        let (one, other) = (one.table("dynamics").unwrap(), other.table("dynamics").unwrap());
        for column in &one.columns {
            for (row, opposite) in [
                ("positive", "negative"),
                ("negative", "positive"),
                ("zero", "zero"),
                ("neutral", "neutral"),
                ("no_participants", "no_participants"),
            ] {
                let column = column.id.as_str();
                let of = |table: &Tabulation, row| table.find(row, column).unwrap().members.clone();
                prop_assert_eq!(of(one, row), of(other, opposite), "{} / {}", row, column);
            }
        }
    }

    #[test]
    fn a_quantile_cuts_off_its_part(region in region(), start in 0..1000usize) {
        let q = region.method.quantile as usize;
        let zone = |region: &Region| {
            let published = published(region);
            let cell = |column: &str| {
                let found = published.table("zones").unwrap().find("total", column).unwrap();
                let school = |unit: &Unit| index(&published, unit.school);
                let scores = found.members.iter().map(|u| region.schools[school(u)].score.unwrap());
                scores.collect::<Vec<_>>()
            };
            (cell("yes"), cell("no"))
        };
        let known = region.schools.iter().filter(|school| school.score.is_some()).count();
        let (yes, no) = zone(&region);
        prop_assert!(yes.len() <= q * known / 100);
        let lower = region.method.side == "lower";
        let beyond = |y: &u16| no.iter().all(|n| if lower { y < n } else { y > n });
        prop_assert!(yes.iter().all(beyond), "{yes:?} {no:?}");

        let mut distinct = region;
        for (s, School { score, .. }) in distinct.schools.iter_mut().enumerate() {
            // 919 and 1000 have no common factor.
            *score = score.map(|_| ((start + s) * 919 % 1000) as u16);
        }
        prop_assert_eq!(zone(&distinct).0.len(), q * known / 100);
    }

    #[test]
    fn clusters_part_the_whole_scale(mut region in region()) {
        // A school for each half percent, the same in every procedure.
        let school = region.schools[0].clone();
        region.schools = vec![school; 201];
        let current = region.current();
        let procedures = region.method.procedures;
        let results = (0..201).flat_map(|s| (0..procedures).map(move |p| (s, p)));
        region.results =
            results.map(|(s, p)| ((s, p, current), (200, s as u32))).collect();
        region.method.source = "computed";
        region.method.low_share = region.method.clusters[0].0;
        region.method.clusters[0].1 = true;
        region.method.repeat_years = None;
        region.method.min_participants = 0;
        let published = published(&region);
        let table = published.table("clusters").unwrap();
        for (ix, _) in published.schools() {
            let half = index(&published, ix) as u32;
            // The last cluster whose lower bound the share has reached.
            let reached = |(from, inclusive): &(u32, bool)| half > *from || (half == *from && *inclusive);
            let cluster = region.method.clusters.iter().rposition(reached);
            let id = cluster.map_or("off_list".to_owned(), |c| format!("c{c}"));
            let holds = |row: &&Heading| {
                let cell = table.find(row.id.as_str(), "total").unwrap();
                cell.members.iter().any(|unit| unit.school == ix)
            };
            let rows: Vec<_> = table.rows.iter().filter(holds).map(|row| row.id.as_str()).collect();
            let expected = [id.as_str(), "listed", "total"];
            let expected: Vec<_> =
                expected.into_iter().filter(|row| *row != "listed" || cluster.is_some()).collect();
            prop_assert_eq!(rows, expected, "{} half percents", half);
        }
    }
}

proptest! {
    #![proptest_config(config(1024))]

    #[test]
    fn percentages_are_rounded_once(base in 1u32.., part in any::<u32>(), decimals in 0..=4u8) {
        let count = (u64::from(part) % (u64::from(base) + 1)) as u32;
        let share = Share::new(count, base).unwrap();
        let units = share.percent(decimals, Rounding::HalfUp).units.to_string();
        prop_assert_eq!(units, half_up(count, base, decimals));
    }

    #[test]
    fn ties_are_rounded_up(eighths in 0..=8000u32, decimals in 0..=2u8) {
        let share = Share::new(eighths, 8000).unwrap();
        let units = share.percent(decimals, Rounding::HalfUp).units.to_string();
        prop_assert_eq!(units, half_up(eighths, 8000, decimals));
    }
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn the_order_of_rows_and_columns_says_nothing(region in region(), seed in any::<u64>()) {
        let toml = region.method.to_toml(region.current());
        let tables = region.tables();
        let shuffled: Vec<Table> = tables.iter().map(|table| shuffled(table, seed)).collect();
        let (one, other) = (load(&site(&tables, &toml)), load(&site(&shuffled, &toml)));
        prop_assert_eq!(shown(&one), shown(&other));
    }

    /// A school that changed its id is one school, whichever of its ids a row bears.
    #[test]
    fn former_ids_read_as_the_school(region in region(), pick in any::<usize>(), seed in any::<u64>()) {
        let toml = region.method.to_toml(region.current());
        let tables = region.tables();
        let school = format!("s{}", pick % region.schools.len());
        let mut called = life::called(&tables, &school, "Прежняя-1;old-1");
        life::rename(&mut called, &school, |row| match (row as u64 ^ seed) % 3 {
            0 => Some("old-1"),
            1 => Some("прежняя-1"),
            _ => None,
        });
        let (one, other) = (load(&site(&tables, &toml)), load(&site(&called, &toml)));
        prop_assert_eq!(shown(&one).1, shown(&other).1);
    }

    /// A school that goes on under a new id keeps its series: what the old id had is its own.
    #[test]
    fn a_successor_goes_on_with_the_series(region in region(), pick in any::<usize>(), years in 0..5i16) {
        let toml = region.method.to_toml(region.current());
        let tables = region.tables();
        let school = format!("s{}", pick % region.schools.len());
        let last = FIRST_YEAR + years % region.years as i16;
        let split = life::split(&tables, &school, "old-1", last);
        let (one, other) = (load(&site(&tables, &toml)), load(&site(&split, &toml)));
        prop_assert_eq!(shown(&one).1, shown(&other).1);
    }

    #[test]
    fn what_the_data_lacks_is_left_out(region in region(), kept in any::<[bool; 3]>()) {
        const OPTIONAL: [&str; 3] = ["list_membership", "groups", "context"];
        let toml = region.method.to_toml(region.current());
        let mut tables = region.tables();
        tables.retain(|table| {
            OPTIONAL.iter().position(|name| *name == table.name).is_none_or(|at| kept[at])
        });
        let loaded = load(&site(&tables, &toml));
        let report = loaded.report().unwrap();
        for id in report.pages() {
            let page = report.page(id);
            if page.kind == PageKind::Table {
                continue;
            }
            prop_assert_eq!(hollow(&page), Vec::<String>::new(), "{}", page.path);
        }
    }
}

#[test]
fn a_region_without_results_is_refused() {
    let region = Region {
        municipalities: 1,
        schools: vec![School {
            municipality: 0,
            urban: None,
            groups: [true, false],
            score: Some(1),
            deficit: None,
        }],
        years: 1,
        results: BTreeMap::from([((0, 0, FIRST_YEAR), (0, 0))]),
        listed: BTreeMap::from([((0, FIRST_YEAR), None)]),
        comparable: BTreeMap::new(),
        method: region::plain_method(),
    };
    let faults = compute(&region.site()).err().unwrap();
    let codes: Vec<_> = faults.sorted().iter().map(|fault| fault.code).collect();
    assert_eq!(codes, [Code::NoResults]);
}

/// The number in the id of a school: its place in the region.
fn index(published: &Published, ix: SchoolIx) -> usize {
    published.school(ix).id.as_str()[1..].parse().unwrap()
}

/// Who is on the list of which year.
fn listed(region: &Region) -> BTreeSet<(SchoolIx, i16)> {
    let published = published(region);
    let years = FIRST_YEAR..=region.list_year();
    let all = published.schools().flat_map(|(ix, _)| years.clone().map(move |year| (ix, year)));
    let on = |(ix, year): &(SchoolIx, i16)| {
        matches!(published.standing(*ix, Year(*year)), PublishedStanding::On(_))
    };
    all.filter(on).collect()
}

/// A table with its rows and its columns in another order.
fn shuffled(table: &Table, seed: u64) -> Table {
    let order = |n: usize| {
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by_key(|at| (*at as u64 + 1).wrapping_mul(seed | 1).swap_bytes());
        order
    };
    let columns = order(table.rows[0].len());
    let rows = order(table.rows.len() - 1).into_iter().map(|at| at + 1);
    let cells = |row: usize| columns.iter().map(|c| table.rows[row][*c].clone()).collect();
    Table { name: table.name, rows: std::iter::once(0).chain(rows).map(cells).collect() }
}

/// Headings of a page that stand over nothing.
fn hollow(page: &Page) -> Vec<String> {
    let sections = page.sections.iter().filter(|section| {
        (section.lead.is_empty() && section.blocks.is_empty())
            || section.blocks.iter().any(Block::is_empty)
    });
    sections.map(|section| format!("{} «{}»", section.id, section.title)).collect()
}
