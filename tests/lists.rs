//! Laws of lists through the years and of variants of support: categories divide what they are of,
//! the plainest words give the same answer, the order of rows changes nothing. And the figures of a
//! small region through the command line.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

use proptest::collection::btree_set;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use common::{ROOT, said};
use svod::diag::Code;
use svod::edition::Published;
use svod::model::ids::SchoolIx;
use svod::model::tabulation::{AttributeValue, Tabulation};
use svod::pipeline;
use svod::source::Memory;
use svod::text::Lang;

const FIRST: i16 = 2016;
const LAST: i16 = 2021;
/// The year of the list that the report is about.
const NOW: i16 = 2020;

fn config() -> ProptestConfig {
    let asked = ProptestConfig::default();
    ProptestConfig {
        cases: if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { 32 },
        rng_seed: match asked.rng_seed {
            RngSeed::Random => RngSeed::Fixed(2023),
            fixed => fixed,
        },
        failure_persistence: None,
        ..asked
    }
}

/// Two lists: which schools were on each in which years. A year without a school is not known.
#[derive(Clone, Debug)]
struct Region {
    schools: usize,
    lists: [BTreeSet<(usize, i16)>; 2],
    window: i16,
    in_a_row: i16,
    /// How many years the variants ask for.
    bounds: [i16; 2],
}

fn region() -> impl Strategy<Value = Region> {
    (1..=9usize).prop_flat_map(|schools| {
        let list = || btree_set((0..schools, FIRST..=LAST), 0..schools * 5);
        (Just(schools), [list(), list()], 2..=4i16, 2..=4i16, [1..=3i16, 1..=3i16]).prop_map(
            |(schools, lists, window, in_a_row, bounds)| Region {
                schools,
                lists,
                window,
                in_a_row,
                bounds,
            },
        )
    })
}

impl Region {
    fn known(&self, list: usize, year: i16) -> bool {
        self.lists[list].iter().any(|(_, of)| *of == year)
    }

    fn on(&self, list: usize, school: usize, year: i16) -> bool {
        self.lists[list].contains(&(school, year))
    }

    fn before(&self, list: usize, year: i16) -> Option<i16> {
        (FIRST..year).rev().find(|year| self.known(list, *year))
    }

    fn all_known(&self, list: usize, years: impl IntoIterator<Item = i16>) -> bool {
        years.into_iter().all(|year| self.known(list, year))
    }

    /// What became of a school since the known list before, in plain words.
    fn change(&self, school: usize, year: i16) -> Option<&'static str> {
        let before = self.before(0, year).filter(|_| self.known(0, year))?;
        let ever = (FIRST..year).any(|year| self.on(0, school, year));
        Some(match (self.on(0, school, before), self.on(0, school, year)) {
            (true, true) => "stayed",
            (true, false) => "left",
            (false, false) => "out",
            (false, true) if ever => "returned",
            (false, true) => "entered",
        })
    }

    fn history(&self, school: usize, year: i16) -> Option<&'static str> {
        let span = self.window.max(self.in_a_row);
        if !self.all_known(0, year - span + 1..=year) {
            return None;
        }
        let on = |year: &i16| self.on(0, school, *year);
        let run = (year - self.in_a_row + 1..=year).filter(on).count() as i16;
        let others = (year - self.window + 1..year).filter(on).count();
        Some(match () {
            () if !on(&year) => "out",
            () if run == self.in_a_row => "in_a_row",
            () if others > 0 => "repeated",
            () => "first",
        })
    }

    /// How many of the years of the window; of all known ones without it.
    fn years(&self, school: usize, window: Option<i16>) -> Option<i64> {
        let first = window.map_or(FIRST, |window| NOW - window + 1);
        let known = match window {
            Some(_) => self.all_known(0, first..=NOW),
            None => self.known(0, NOW),
        };
        let years = (first..=NOW).filter(|year| self.on(0, school, *year));
        known.then(|| years.count() as i64)
    }

    fn run(&self, school: usize) -> Option<i64> {
        let years = (FIRST..=NOW).rev().take_while(|year| self.on(0, school, *year));
        self.known(0, NOW).then(|| years.count() as i64)
    }

    /// Which variants a school meets; `None` if it is to have none.
    fn met(&self, school: usize) -> Option<Vec<&'static str>> {
        if !self.known(0, NOW) || !self.on(0, school, NOW) {
            return None;
        }
        let first = self.years(school, None).is_some_and(|n| n <= i64::from(self.bounds[0]));
        let again = self.run(school).is_some_and(|n| n >= i64::from(self.bounds[1]));
        let other = self.known(1, NOW) && self.on(1, school, NOW);
        let variants = [("few", first), ("many", again || other)];
        Some(variants.into_iter().filter(|(_, met)| *met).map(|(id, _)| id).collect())
    }

    fn site(&self, several: &str, turned: bool) -> Memory {
        let mut schools: Vec<String> =
            (0..self.schools).map(|s| format!("s{s},Школа № {s},m{}\n", s % 2)).collect();
        let mut rows: Vec<String> = ["a", "b"]
            .iter()
            .zip(&self.lists)
            .flat_map(|(id, list)| list.iter().map(move |(s, year)| format!("s{s},{id},{year}\n")))
            .collect();
        if turned {
            schools.reverse();
            rows.reverse();
        }
        let files = Memory::new()
            .with("svod.toml", "title = \"Отчёт\"\nregion = \"Область\"\n")
            .with("methodology.toml", self.method(several))
            .with("data/municipalities.csv", "id,name\nm0,Округ 0\nm1,Округ 1\n")
            .with("data/schools.csv", format!("id,name,municipality\n{}", schools.concat()))
            .with(
                "data/results.csv",
                "school,year,procedure,participants,below_threshold\ns0,2019,p,10,1\n",
            );
        match rows.is_empty() {
            true => files,
            false => files
                .with("data/list_membership.csv", format!("school,list,year\n{}", rows.concat())),
        }
    }

    fn method(&self, several: &str) -> String {
        let mut toml = format!(
            "[years]\ncurrent = 2019\nlist = {NOW}\n\
             [[procedure]]\nid = \"p\"\ntitle = \"Работа\"\nsubject = \"предмет\"\ngrade = 5\n\
             stage = \"ВПР\"\nfailing = \"не справились\"\n\
             [rounding]\nfew = 0\n"
        );
        for (id, title) in [("a", "перечень А"), ("b", "перечень Б")] {
            let _ = writeln!(toml, "[[list]]\nid = \"{id}\"\ntitle = \"{title}\"");
        }
        let mut attribute = |id: &str, rest: &str| {
            let _ = writeln!(toml, "[[attribute]]\nid = \"{id}\"\ntitle = \"{id}\"\n{rest}");
        };
        let (window, in_a_row) = (self.window, self.in_a_row);
        attribute("now", &format!("kind = \"list\"\nlist = \"a\"\nyear = {NOW}"));
        attribute("other", &format!("kind = \"list\"\nlist = \"b\"\nyear = {NOW}"));
        attribute("next", "kind = \"list\"\nlist = \"a\"\nshift = 1");
        attribute("change", "kind = \"list-change\"\nlist = \"a\"");
        attribute(
            "history",
            &format!(
                "kind = \"list-history\"\nlist = \"a\"\nwindow = {window}\nin_a_row = {in_a_row}"
            ),
        );
        attribute("ever", &format!("kind = \"list-years\"\nlist = \"a\"\nyear = {NOW}"));
        attribute(
            "lately",
            &format!("kind = \"list-years\"\nlist = \"a\"\nyear = {NOW}\nwindow = {window}"),
        );
        attribute(
            "run",
            &format!("kind = \"list-years\"\nlist = \"a\"\nyear = {NOW}\nin_a_row = true"),
        );
        attribute(
            "with",
            &format!("kind = \"list-agreement\"\nlists = [\"a\", \"b\"]\nyear = {NOW}"),
        );
        attribute("variant", "kind = \"variant\"\nsupport = \"s\"");
        let [few, many] = self.bounds;
        let _ = write!(
            toml,
            "[[support]]\nid = \"s\"\ntitle = \"Поддержка\"\nseveral = \"{several}\"\n\
             among = {{ now = \"yes\" }}\n\
             [[support.variant]]\nid = \"few\"\ntitle = \"Немного\"\n\
             where = {{ ever = {{ at_most = {few} }} }}\n\
             [[support.variant]]\nid = \"many\"\ntitle = \"Много\"\n\
             where = [{{ run = {{ at_least = {many} }} }}, {{ other = \"yes\" }}]\n"
        );
        let years = (FIRST..=LAST).map(|year| year.to_string()).collect::<Vec<_>>().join(", ");
        for attribute in ["change", "history", "next"] {
            let _ = write!(
                toml,
                "[[table]]\nid = \"{attribute}\"\ntitle = \"{attribute}\"\n\
                 over = [\"schools\", \"years\"]\nyears = [{years}]\n\
                 rows = [{{ attribute = \"year\" }}]\ncolumns = [{{ attribute = \"{attribute}\" }}]\n"
            );
        }
        for attribute in ["with", "variant"] {
            let _ = write!(
                toml,
                "[[table]]\nid = \"{attribute}\"\ntitle = \"{attribute}\"\nover = \"schools\"\n\
                 rows = [{{ id = \"all\", title = \"Все\" }}]\n\
                 columns = [{{ attribute = \"{attribute}\" }}]\n"
            );
        }
        toml
    }
}

fn load(files: &Memory) -> pipeline::Loaded {
    let stopped = |stopped: Box<pipeline::Stopped>| panic!("{:#?}", stopped.faults);
    pipeline::load(files, Lang::Ru, &|_, _, _| ()).unwrap_or_else(stopped)
}

/// The number of a school, from its id.
fn number(published: &Published, ix: SchoolIx) -> usize {
    published.school(ix).id.as_str()[1..].parse().unwrap()
}

/// The schools of a cell.
fn members(published: &Published, table: &Tabulation, row: &str, column: &str) -> BTreeSet<usize> {
    let cell = table.find(row, column).unwrap();
    cell.members.iter().map(|unit| number(published, unit.school)).collect()
}

/// Each school's category in a row of a table; no school has two.
fn categories(
    published: &Published,
    table: &str,
    row: &str,
) -> Result<BTreeMap<usize, String>, TestCaseError> {
    let table = published.table(table).unwrap();
    let mut found = BTreeMap::new();
    for column in &table.columns {
        for school in members(published, table, row, column.id.as_str()) {
            let before = found.insert(school, column.id.to_string());
            prop_assert!(before.is_none(), "school {school} twice in {row}");
        }
    }
    Ok(found)
}

fn value(published: &Published, attribute: &str, ix: SchoolIx) -> Option<i64> {
    let (at, _) = published.attribute(attribute)?;
    match published.school_value(at, ix) {
        AttributeValue::Number(number) => Some(number.millionths() / 1_000_000),
        _ => None,
    }
}

proptest! {
    #![proptest_config(config())]

    /// Entered, returned, stayed, left and out make up all schools of a year whose list, and one
    /// before it, is known; first, repeated, running and out do so where the window is known.
    #[test]
    fn the_years_of_a_list_say_what_plain_words_say(region in region()) {
        let loaded = load(&region.site("report", false));
        let published = &loaded.published;
        if region.lists[0].is_empty() {
            prop_assert!(published.table("change").is_none());
            prop_assert!(published.table("list_a_years").is_none());
            return Ok(());
        }
        for year in FIRST..=LAST {
            let row = year.to_string();
            for (table, plain) in [
                ("change", &(|s| region.change(s, year)) as &dyn Fn(usize) -> Option<&'static str>),
                ("history", &|s| region.history(s, year)),
                ("next", &|s| region.known(0, year + 1).then(|| match region.on(0, s, year + 1) {
                    true => "yes",
                    false => "no",
                })),
            ] {
                let expected: BTreeMap<usize, String> = (0..region.schools)
                    .filter_map(|s| Some((s, plain(s)?.to_owned())))
                    .collect();
                prop_assert_eq!(categories(published, table, &row)?, expected, "{} {}", table, year);
            }
        }
        for (ix, _) in published.schools() {
            let school = number(published, ix);
            prop_assert_eq!(value(published, "ever", ix), region.years(school, None));
            let lately = region.years(school, Some(region.window));
            prop_assert_eq!(value(published, "lately", ix), lately);
            prop_assert_eq!(value(published, "run", ix), region.run(school));
        }
    }

    /// The tables that nobody declares: the parts of a list make up the list, and both lists and the
    /// schools on neither make up the region.
    #[test]
    fn implied_tables_add_up(region in region()) {
        let loaded = load(&region.site("report", false));
        let published = &loaded.published;
        for (list, id) in ["a", "b"].into_iter().enumerate() {
            for year in (FIRST..=LAST).filter(|year| region.known(list, *year)) {
                let row = year.to_string();
                let size = (0..region.schools).filter(|s| region.on(list, *s, year)).count();
                let table = published.table(&format!("list_{id}_years")).unwrap();
                prop_assert_eq!(members(published, table, &row, "on").len(), size);
                if region.before(list, year).is_some() {
                    let parts = ["entered", "returned", "stayed"];
                    let of = |part| members(published, table, &row, part).len();
                    prop_assert_eq!(parts.into_iter().map(of).sum::<usize>(), size);
                }
                let Some(table) = published.table(&format!("list_{id}_history")) else { continue };
                if !table.rows.iter().any(|heading| heading.id.as_str() == row) {
                    continue;
                }
                let parts = ["first", "repeated", "in_a_row"];
                let of = |part| members(published, table, &row, part).len();
                prop_assert_eq!(parts.into_iter().map(of).sum::<usize>(), size);
                let base = table.find(&row, "total").unwrap();
                prop_assert_eq!(base.members.len(), size);
            }
        }
        let Some(table) = published.table("with") else { return Ok(()) };
        let of = |column: &str| members(published, table, "all", column);
        if region.known(0, NOW) && region.known(1, NOW) {
            let on = |list| -> BTreeSet<usize> {
                (0..region.schools).filter(|s| region.on(list, *s, NOW)).collect()
            };
            let union = |one: &str, other: &str| &of(one) | &of(other);
            prop_assert_eq!(union("both", "only_a"), on(0));
            prop_assert_eq!(union("both", "only_b"), on(1));
            let parts = ["both", "only_a", "only_b", "neither"].map(|id| of(id).len());
            prop_assert_eq!(parts.into_iter().sum::<usize>(), region.schools);
        } else {
            prop_assert!(of("both").is_empty() && of("neither").is_empty());
        }
    }

    /// Each school that is to have a variant has one, none or several, and those are reported; where
    /// the first of several holds, schools move to it and nowhere else.
    #[test]
    fn variants_divide_the_schools_that_are_to_have_one(region in region()) {
        for several in ["report", "first"] {
            let loaded = load(&region.site(several, false));
            let published = &loaded.published;
            let met: BTreeMap<usize, Vec<&str>> =
                (0..region.schools).filter_map(|s| Some((s, region.met(s)?))).collect();
            let (none, many): (Vec<_>, Vec<_>) =
                met.iter().filter(|(_, met)| met.len() != 1).partition(|(_, met)| met.is_empty());
            let warned = usize::from(!none.is_empty()) + usize::from(!many.is_empty());
            let told = [Code::NoVariant, Code::SeveralVariants];
            let told = loaded.faults.sorted().iter().filter(|fault| told.contains(&fault.code)).count();
            prop_assert_eq!(told, warned);
            let Some(placement) = published.placements().first() else {
                prop_assert!(region.lists[0].is_empty());
                continue;
            };
            prop_assert_eq!(placement.schools as usize, met.len());
            let unplaced = placement.unplaced.iter();
            let unplaced: BTreeSet<usize> =
                unplaced.map(|found| number(published, found.school)).collect();
            let expected = none.iter().chain(&many).map(|(school, _)| **school).collect();
            prop_assert_eq!(unplaced, expected);
            for found in &placement.unplaced {
                // Every variant that a school of none does not meet says why.
                let reasons: BTreeSet<usize> =
                    found.failed.iter().map(|failed| failed.variant).collect();
                prop_assert_eq!(reasons.len(), if found.met.is_empty() { 2 } else { 0 });
            }
            let placed = |met: &Vec<&str>| match (met.as_slice(), several) {
                ([], _) => "none".to_owned(),
                ([one], _) | ([one, ..], "first") => (*one).to_owned(),
                _ => "several".to_owned(),
            };
            let expected: BTreeMap<usize, String> =
                met.iter().map(|(school, met)| (*school, placed(met))).collect();
            prop_assert_eq!(categories(published, "variant", "all")?, expected);
            let implied = published.table("support_s_municipalities");
            let total = implied.map(|table| members(published, table, "total", "total").len());
            prop_assert_eq!(total.unwrap_or_default(), met.len());
        }
    }

    #[test]
    fn the_order_of_rows_changes_nothing(region in region()) {
        let shown = |turned| {
            let loaded = load(&region.site("report", turned));
            let report = loaded.report().unwrap();
            let page = |id| serde_json::to_string(&report.page(id)).unwrap();
            report.pages().iter().map(page).collect::<Vec<_>>()
        };
        prop_assert_eq!(shown(false), shown(true));
    }
}

fn golden(args: &[&str]) -> String {
    let site = Path::new(ROOT).join("tests/golden/lists");
    let root = ["--root", site.to_str().unwrap()];
    said(&[args, &root].concat())
}

/// A row of a table as the file has it: column, count, base.
fn row(table: &str, row: &str) -> Vec<(String, String, String)> {
    let csv = golden(&["table", table, "--format", "csv"]);
    let cells = csv.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect());
    let of = |cells: Vec<String>| match cells.as_slice() {
        [of, column, count, base, _] if of == row => {
            Some((column.clone(), count.clone(), base.clone()))
        }
        _ => None,
    };
    cells.filter_map(of).collect()
}

/// The published puzzle in small: first time, repeated and running do not make the whole, for one
/// school was on the list at both ends of the years and not between.
#[test]
fn a_school_of_no_variant_is_found_by_the_command_line() {
    let cells = row("support_regional_municipalities", "total");
    let cells: Vec<_> =
        cells.iter().map(|(c, n, b)| (c.as_str(), n.as_str(), b.as_str())).collect();
    assert_eq!(
        cells,
        [
            ("first_time", "0", "5"),
            ("repeated", "1", "5"),
            ("three_years", "1", "5"),
            ("none", "1", "5"),
            ("several", "2", "5"),
            ("total", "5", "5"),
        ]
    );
    let explained = golden(&["explain", "support_regional_municipalities", "south", "none"]);
    assert!(explained.contains("Школа № 4 (s4)"), "{explained}");
    assert!(explained.contains("s4, low, 2020"), "{explained}");
    let all: Vec<_> = row("support_municipal_municipalities", "total");
    assert_eq!(all[0], ("council".to_owned(), "5".to_owned(), "5".to_owned()));
}

#[test]
fn lists_through_the_years_are_counted_by_the_command_line() {
    let counts = |table, of| -> Vec<String> {
        row(table, of)
            .into_iter()
            .map(|(column, count, base)| format!("{column} {count}/{base}"))
            .collect()
    };
    assert_eq!(counts("lists", "low"), ["2020 2/8", "2021 4/8", "2022 3/8", "2023 5/8"]);
    assert_eq!(
        counts("list_low_years", "2023"),
        ["on 5/8", "entered 1/5", "returned 2/5", "stayed 2/5", "left 1/8"]
    );
    assert_eq!(
        counts("list_low_history", "2023"),
        ["first 2/5", "repeated 2/5", "in_a_row 1/5", "total 5/5"]
    );
    assert_eq!(
        counts("list_low_agreement", "bias"),
        ["both 2/8", "only_this 3/8", "only_other 1/8", "neither 2/8"]
    );
    assert_eq!(
        counts("list_low_rule", "2023"),
        ["both 0/5", "only_file 5/5", "only_rule 0/5", "total 5/5"]
    );
}
