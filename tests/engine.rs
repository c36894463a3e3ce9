//! What the engine computes, on the smallest sites that show it: rules of the list, tables at their
//! edges, and where each value came from.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

use svod::diag::{Code, Severity};
use svod::edition::{Published, PublishedStanding as Standing};
use svod::method::DynamicsKind;
use svod::model::ids::{ProcedureIx, SchoolIx, Year};
use svod::model::tabulation::{AttributeValue, CellValue, TabCell};
use svod::pipeline::{self, Loaded};
use svod::source::Memory;
use svod::text::Lang;

const SITE: &str = "title = \"t\"\nregion = \"r\"\n";
const TOWNS: &str = "id,name\nm1,M1\nm2,M2\n";

/// A method with procedures p1…pn, tested in 2022 and 2021.
fn method(procedures: usize, rest: &str) -> String {
    let mut text = "[years]\ncurrent = 2022\n".to_owned();
    for at in 1..=procedures {
        text.push_str(&format!(
            "[[procedure]]\nid = \"p{at}\"\ntitle = \"P{at}\"\nsubject = \"s\"\ngrade = 5\n\
             stage = \"s\"\nfailing = \"f\"\n"
        ));
    }
    text + rest
}

/// Schools s1…sn, the first half in m1.
fn schools(n: usize) -> String {
    let mut text = "id,name,municipality,locality,kind,students\n".to_owned();
    for at in 1..=n {
        let town = if at * 2 <= n { "m1" } else { "m2" };
        text.push_str(&format!("s{at:03},S{at:03},{town},urban,,{at}\n"));
    }
    text
}

/// Results as `school year procedure failed/participants`, a line each.
fn results(lines: &str) -> String {
    let mut text = "school,year,procedure,participants,below_threshold\n".to_owned();
    for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let [school, year, procedure, share] = line.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let (failed, all) = share.split_once('/').unwrap();
        text.push_str(&format!("{school},{year},{procedure},{all},{failed}\n"));
    }
    text
}

fn site(method: &str, n: usize, observed: &str, more: &[(&str, &str)]) -> Memory {
    let site = Memory::new()
        .with("svod.toml", SITE)
        .with("methodology.toml", method)
        .with("data/municipalities.csv", TOWNS)
        .with("data/schools.csv", schools(n))
        .with("data/results.csv", results(observed));
    more.iter().fold(site, |site, (name, text)| site.with(&format!("data/{name}.csv"), *text))
}

fn load(site: &Memory) -> Loaded {
    pipeline::load(site, Lang::Ru, &|_, _, _| {}).unwrap_or_else(|s| panic!("{:?}", s.faults))
}

fn faults(site: &Memory) -> Vec<Code> {
    let stopped = pipeline::load(site, Lang::Ru, &|_, _, _| {}).err().unwrap();
    let faults = stopped.faults.sorted().into_iter();
    faults.filter(|fault| fault.severity == Severity::Error).map(|fault| fault.code).collect()
}

/// The school written as `s00n`.
fn school(n: u32) -> SchoolIx {
    SchoolIx(n - 1)
}

fn cell<'a>(published: &'a Published, table: &str, row: &str, column: &str) -> &'a TabCell {
    published.table(table).unwrap().find(row, column).unwrap()
}

/// A cell as `count/base`, a mean as printed, or `—`.
fn shown(published: &Published, table: &str, row: &str, column: &str) -> String {
    let tabulation = published.table(table).unwrap();
    let cell = cell(published, table, row, column);
    match cell.value {
        CellValue::Share(share) => {
            assert_eq!(share.count() as usize, cell.members.len());
            assert!(share.count() <= share.base(), "{table} {row} {column}");
            format!("{}/{}", share.count(), share.base())
        }
        CellValue::Pooled(share) => format!("{}/{}", share.count(), share.base()),
        CellValue::Mean(_) | CellValue::Difference(..) => {
            tabulation.figure(cell).unwrap().to_string()
        }
        CellValue::Missing(_) => "—".to_owned(),
    }
}

#[test]
fn a_pooled_share_weighs_schools_by_their_participants() {
    let table = "[[table]]\nid = \"t\"\ntitle = \"t\"\nover = [\"schools\", \"procedures\"]\n\
                 measure = \"failing-share\"\nyear = 2022\n\
                 rows = [{ attribute = \"municipality\" }, { id = \"all\", title = \"a\", where = {} }]\n\
                 columns = [{ attribute = \"procedure\" }]\n";
    let observed = "s001 2022 p1 1/2\ns002 2022 p1 0/98\ns003 2022 p1 3/3\ns003 2021 p2 1/1";
    let loaded = load(&site(&method(2, table), 4, observed, &[]));
    let of = |row, column| shown(&loaded.published, "t", row, column);
    // The mean of the two shares of m1 would be 25 %.
    assert_eq!([of("m1", "p1"), of("m2", "p1"), of("all", "p1")], ["1/100", "3/3", "4/103"]);
    assert_eq!(of("all", "p2"), "—");
    assert_eq!(cell(&loaded.published, "t", "m1", "p1").members.len(), 2);
}

#[test]
fn shares_are_compared_in_points_of_the_exact_shares() {
    let table = "[rounding]\nfew = FEW\n[[attribute]]\nid = \"size\"\nkind = \"number\"\n\
                 table = \"schools\"\ncolumn = \"students\"\ntitle = \"n\"\n\
                 [[table]]\nid = \"t\"\ntitle = \"t\"\nover = [\"schools\"]\n\
                 drop_empty_columns = true\n\
                 rows = [{ attribute = \"municipality\" },\n\
                 { id = \"apart\", title = \"a\", difference = [\"m2\", \"m1\"] }]\n\
                 columns = [{ id = \"large\", title = \"l\", where = { size = { at_least = 3 } } },\n\
                 { id = \"small\", title = \"s\", where = { size = { at_most = 3 } } },\n\
                 { id = \"gap\", title = \"g\", difference = [\"large\", \"small\"] },\n\
                 { id = \"none\", title = \"n\", where = {}, base = { size = { above = 9 } } }]\n";
    let few =
        |few: &str| load(&site(&method(1, &table.replace("FEW", few)), 7, "s001 2022 p1 1/2", &[]));
    let loaded = few("0");
    let of = |row, column| shown(&loaded.published, "t", row, column);
    // Three schools stand in m1, four in m2.
    assert_eq!([of("m1", "large"), of("m1", "small"), of("m1", "gap")], ["1/3", "3/3", "-67"]);
    assert_eq!(
        [of("m2", "gap"), of("apart", "large"), of("apart", "small")],
        ["100", "67", "-100"]
    );
    // A difference of differences says nothing; nor does a column without any value.
    assert_eq!(of("apart", "gap"), "—");
    assert!(loaded.published.table("t").unwrap().find("m1", "none").is_none());
    assert_eq!(cell(&loaded.published, "t", "m1", "gap").members.len(), 3);
    // Counts alone are not compared.
    assert_eq!(shown(&few("4").published, "t", "apart", "large"), "—");
}

// The list and its clusters (DOMAIN §3).

const LIST: &str = "[[list]]\nid = \"l\"\ntitle = \"L\"\n[low_results]\nlist = \"l\"\n";

fn standings(rules: &str, n: u32, observed: &str, more: &[(&str, &str)]) -> Vec<Standing> {
    let loaded = load(&site(&method(3, &format!("{LIST}{rules}")), n as usize, observed, more));
    (1..=n).map(|at| loaded.published.standing(school(at), Year(2023))).collect()
}

#[test]
fn a_school_is_listed_for_two_procedures_or_for_one_in_two_years() {
    let observed = "s001 2022 p1 3/10\ns001 2022 p2 4/10
        s002 2022 p1 5/10\ns002 2021 p1 6/10
        s003 2022 p1 29/100\ns003 2022 p2 9/10
        s004 2022 p1 5/10\ns004 2021 p2 5/10
        s005 2021 p1 9/10\ns005 2021 p2 9/10\ns005 2022 p1 0/10";
    let (base, moderate) = (Standing::On(Some(0)), Standing::On(Some(1)));
    let off = Standing::Off;
    let rules = "source = \"computed\"\n";
    assert_eq!(standings(rules, 5, observed, &[]), [base, off, off, off, off]);
    // The cluster of a school listed for one procedure is that of its share in the later year.
    let rules = "source = \"computed\"\nrepeat_years = 2\n";
    assert_eq!(standings(rules, 5, observed, &[]), [base, moderate, off, off, off]);
}

#[test]
fn results_of_too_few_count_neither_in_the_rule_nor_in_the_cluster() {
    let observed = "s001 2022 p1 4/4\ns001 2022 p2 5/10
        s002 2022 p1 3/10\ns002 2022 p2 3/10\ns002 2022 p3 4/4
        s003 2022 p1 5/10\ns003 2021 p1 2/4";
    for statistic in ["kth-highest", "max", "mean", "pooled"] {
        let rules = format!(
            "source = \"computed\"\nrepeat_years = 2\nmin_participants = 5\n\
             [clusters]\nstatistic = \"{statistic}\"\n"
        );
        let expected = [Standing::Off, Standing::On(Some(0)), Standing::Off];
        assert_eq!(standings(&rules, 3, observed, &[]), expected, "{statistic}");
    }
}

#[test]
fn each_statistic_decides_by_its_own_share() {
    // Shares 90, 40 and 30 %; the mean is 53 %, pooled 34 of 100.
    let observed = "s001 2022 p1 9/10\ns001 2022 p2 4/10\ns001 2022 p3 24/80";
    for (statistic, cluster) in [("kth-highest", 1), ("max", 2), ("mean", 2), ("pooled", 0)] {
        let rules = format!("source = \"computed\"\n[clusters]\nstatistic = \"{statistic}\"\n");
        let found = standings(&rules, 1, observed, &[]);
        assert_eq!(found, [Standing::On(Some(cluster))], "{statistic}");
    }
    // The third largest of two shares cannot be said.
    let two = "s001 2022 p1 9/10\ns001 2022 p2 4/10";
    let rules = "source = \"computed\"\n[clusters]\nk = 3\n";
    assert_eq!(standings(rules, 1, two, &[]), [Standing::On(None)]);
}

#[test]
fn a_given_list_wins_unless_only_the_rule_counts() {
    let observed = "s001 2022 p1 9/10\ns001 2022 p2 9/10\ns002 2022 p1 9/10\ns003 2022 p1 0/10";
    let given = [("list_membership", "school,list,year,cluster\ns001,l,2023,\ns002,l,2023,base\n")];
    let (strong, base) = (Standing::On(Some(2)), Standing::On(Some(0)));
    for (source, expected) in [
        ("given", [strong, base, Standing::Off]),
        ("both", [strong, base, Standing::Off]),
        ("computed", [strong, Standing::Off, Standing::Off]),
    ] {
        let rules = format!("source = \"{source}\"\n");
        assert_eq!(standings(&rules, 3, observed, &given), expected, "{source}");
    }
    // Without a list of the year only the rule can tell.
    let earlier = [("list_membership", "school,list,year\ns003,l,2022\n")];
    let unknown = [Standing::Unknown; 3];
    assert_eq!(standings("source = \"given\"\n", 3, observed, &earlier), unknown);
    let by_rule = [strong, Standing::Off, Standing::Off];
    assert_eq!(standings("source = \"both\"\n", 3, observed, &earlier), by_rule);
}

// Dynamics (DOMAIN §4).

#[test]
fn changes_are_tested_in_the_order_of_the_rule() {
    let observed = "s001 2021 p1 5/10\ns001 2022 p1 4/10
        s002 2021 p1 4/10\ns002 2022 p1 5/10
        s003 2021 p1 1/2\ns003 2022 p1 5/10
        s004 2021 p1 0/5\ns004 2022 p1 0/7
        s005 2022 p1 0/7
        s006 2021 p2 0/7\ns006 2022 p2 1/1";
    let years = "procedure,year,held,comparable,note\np2,2022,1,0,осенью\n";
    let kinds = |rest: &str| {
        let loaded = load(&site(&method(2, rest), 6, observed, &[("procedure_years", years)]));
        let of = |at, p| loaded.published.dynamics(school(at), ProcedureIx(p));
        [of(1, 0), of(2, 0), of(3, 0), of(4, 0), of(5, 0), of(6, 1)]
    };
    use DynamicsKind::{Negative, Neutral, NoParticipants, Positive, Zero};
    assert_eq!(kinds(""), [Positive, Negative, Neutral, Zero, NoParticipants, NoParticipants]);
    let tolerant = "[dynamics]\nneutral_tolerance = 10\n";
    assert_eq!(kinds(tolerant), [Neutral, Neutral, Neutral, Zero, NoParticipants, NoParticipants]);
}

// Quantiles (DOMAIN §5).

#[test]
fn a_quantile_takes_its_part_and_ties_stay_together() {
    let below = |values: &[&str], side: &str, ties: &str| {
        let rest = format!(
            "[data.context]\nx = \"number\"\n\
             [[attribute]]\nid = \"x\"\nkind = \"number\"\ntitle = \"X\"\ntable = \"context\"\n\
             column = \"x\"\n\
             [[attribute]]\nid = \"q\"\nkind = \"quantile\"\ntitle = \"Q\"\nof = \"x\"\n\
             quantile = 0.25\nside = \"{side}\"\nties = \"{ties}\"\n"
        );
        let mut context = "school,year,x\n".to_owned();
        for (at, value) in values.iter().enumerate() {
            context.push_str(&format!("s{:03},2022,{value}\n", at + 1));
        }
        let n = values.len();
        let site = site(&method(1, &rest), n, "s001 2022 p1 0/1", &[("context", &context)]);
        let published = load(&site).published;
        let (at, _) = published.attribute("q").unwrap();
        let yes = |n: &u32| {
            let value = published.school_value(at, school(*n));
            matches!(value, AttributeValue::Category(c) if c.id == "yes")
        };
        (1..=n as u32).filter(yes).collect::<Vec<_>>()
    };
    let distinct = ["5", "1", "7", "2", "8", "3", "6", "4", ""];
    let tied = ["1", "2", "2", "2", "3", "4", "4", "4"];
    for ties in ["exclude", "include"] {
        assert_eq!(below(&distinct, "lower", ties), [2, 4]);
        assert_eq!(below(&distinct, "upper", ties), [3, 5]);
        // Fewer than four schools have no quarter.
        assert!(below(&["1", "2", "3"], "lower", ties).is_empty());
    }
    assert_eq!(below(&tied, "lower", "exclude"), [1]);
    assert_eq!(below(&tied, "lower", "include"), [1, 2, 3, 4]);
    assert!(below(&tied, "upper", "exclude").is_empty());
    assert_eq!(below(&tied, "upper", "include"), [6, 7, 8]);
}

// Tables at their edges.

const CONTEXT: &str = "[data.context]\ndeficit = \"yes-no\"\nscore = \"number\"\n\
    [[attribute]]\nid = \"deficit\"\nkind = \"field\"\ntitle = \"D\"\ntable = \"context\"\n\
    column = \"deficit\"\n\
    [[attribute]]\nid = \"score\"\nkind = \"number\"\ntitle = \"I\"\ntable = \"context\"\n\
    column = \"score\"\n\
    [[attribute]]\nid = \"locality\"\nkind = \"field\"\ntitle = \"L\"\ntable = \"schools\"\n\
    column = \"locality\"\n";
/// Schools 1 and 2 are in m1, 3 to 5 in m2; of m1 nothing is known.
const FIVE: &str =
    "school,year,deficit,score\ns003,2022,да,1.5\ns004,2022,да,2.5\ns005,2022,нет,\n";

fn five(tables: &str) -> Loaded {
    let method = method(2, &format!("{CONTEXT}{tables}"));
    load(&site(&method, 5, "s001 2022 p1 0/1", &[("context", FIVE)]))
}

#[test]
fn nothing_known_is_no_zero() {
    let loaded = five(
        "[[table]]\nid = \"t\"\ntitle = \"T\"\nover = [\"schools\"]\n\
         rows = [{ attribute = \"municipality\" }, { id = \"all\", title = \"A\", where = {} }]\n\
         columns = [{ attribute = \"deficit\" }, { id = \"high\", title = \"H\", where = { score = { above = 2 } } }, { id = \"huge\", title = \"H\", where = { score = { above = 9 } } }]\n\
         [[table]]\nid = \"c\"\ntitle = \"T\"\nover = [\"schools\"]\nbase = \"cell\"\ncount = { deficit = \"yes\" }\n\
         rows = [{ attribute = \"municipality\" }]\ncolumns = [{ id = \"n\", title = \"N\", where = {} }]\n\
         [[table]]\nid = \"m\"\ntitle = \"T\"\nover = [\"schools\"]\ndecimals = 2\n\
         rows = [{ id = \"mean\", title = \"M\", mean = \"score\" }, { id = \"none\", title = \"N\", where = { municipality = \"m1\" }, mean = \"score\" }]\n\
         columns = [{ id = \"n\", title = \"N\", where = {} }]\n",
    );
    let shown = |table, row, column| shown(&loaded.published, table, row, column);
    assert_eq!([shown("t", "m1", "yes"), shown("t", "m1", "no")], ["—", "—"]);
    assert_eq!([shown("t", "m2", "yes"), shown("t", "m2", "no")], ["2/3", "1/3"]);
    assert_eq!([shown("t", "m2", "high"), shown("t", "m2", "huge")], ["1/3", "0/3"]);
    assert_eq!([shown("t", "all", "yes"), shown("t", "all", "huge")], ["2/5", "0/5"]);
    assert_eq!([shown("c", "m1", "n"), shown("c", "m2", "n")], ["—", "2/3"]);
    assert_eq!([shown("m", "mean", "n"), shown("m", "none", "n")], ["2.00", "—"]);
}

#[test]
fn a_base_of_its_own_holds_what_is_counted() {
    let loaded = five(
        "[[table]]\nid = \"c\"\ntitle = \"T\"\nover = [\"schools\"]\n\
         rows = [{ attribute = \"municipality\" }, { id = \"all\", title = \"A\", where = {} }]\n\
         columns = [{ id = \"of\", title = \"O\", where = { score = { above = 1 } }, base = { deficit = \"yes\" } }, { id = \"outside\", title = \"O\", where = { locality = \"urban\" }, base = { deficit = \"no\" } }]\n\
         [[table]]\nid = \"r\"\ntitle = \"T\"\nover = [\"schools\"]\n\
         rows = [{ id = \"of\", title = \"O\", where = { score = { above = 2 } }, base = { deficit = \"yes\" } }]\n\
         columns = [{ attribute = \"municipality\" }, { id = \"all\", title = \"A\", where = {} }]\n",
    );
    let shown = |table, row, column| shown(&loaded.published, table, row, column);
    assert_eq!(["m1", "m2", "all"].map(|row| shown("c", row, "of")), ["—", "2/2", "2/2"]);
    assert_eq!(["m1", "m2", "all"].map(|row| shown("c", row, "outside")), ["—", "1/1", "1/1"]);
    assert_eq!(["m1", "m2", "all"].map(|column| shown("r", "of", column)), ["—", "1/2", "1/2"]);
}

#[test]
fn sums_add_what_does_not_overlap() {
    let table = |rows: &str| {
        format!(
            "[[table]]\nid = \"t\"\ntitle = \"T\"\nover = [\"schools\"]\nbase = \"all\"\n\
             rows = [{rows}]\ncolumns = [{{ id = \"n\", title = \"N\", where = {{}} }}]\n"
        )
    };
    let parts = "{ id = \"low\", title = \"L\", where = { score = { below = 2 } } }, \
                 { id = \"high\", title = \"H\", where = { score = { above = 2 } } }, \
                 { id = \"no\", title = \"N\", where = { deficit = \"no\" } }, \
                 { id = \"two\", title = \"T\", sum = [\"low\", \"high\"] }, ";
    let summed = format!("{parts}{{ id = \"sum\", title = \"S\", sum = [\"two\", \"no\"] }}");
    let loaded = five(&table(&summed));
    assert_eq!(shown(&loaded.published, "t", "two", "n"), "2/5");
    assert_eq!(shown(&loaded.published, "t", "sum", "n"), "3/5");
    let wrong = |rows: String| {
        let method = method(2, &format!("{CONTEXT}{}", table(&rows)));
        faults(&site(&method, 5, "s001 2022 p1 0/1", &[("context", FIVE)]))
    };
    let twice = format!("{parts}{{ id = \"sum\", title = \"S\", sum = [\"two\", \"low\"] }}");
    assert_eq!(wrong(twice), [Code::OverlappingSum]);
    let by = "{ id = \"by\", title = \"B\", by = { n = { deficit = \"yes\" } } }";
    let of_by = format!("{by}, {{ id = \"sum\", title = \"S\", sum = [\"by\"] }}");
    assert_eq!(wrong(of_by), [Code::UnknownLine]);
}

#[test]
fn every_category_has_its_row_however_many() {
    let many = 70_000;
    let mut notes = "school,note\n".to_owned();
    (0..many).for_each(|at| notes.push_str(&format!("s001,n{at:05}\n")));
    let rest = "[data.notes]\nnote = \"text\"\n\
        [[attribute]]\nid = \"note\"\nkind = \"field\"\ntitle = \"N\"\ntable = \"notes\"\ncolumn = \"note\"\n\
        [[table]]\nid = \"t\"\ntitle = \"T\"\nover = \"notes\"\nrows = [{ attribute = \"note\" }]\n\
        columns = [{ id = \"n\", title = \"N\", where = {} }]\nbase = \"all\"\n";
    let loaded = load(&site(&method(1, rest), 1, "s001 2022 p1 0/1", &[("notes", &notes)]));
    let table = loaded.published.table("t").unwrap();
    assert_eq!(table.rows.len(), many);
    let counted: usize = table.cells.iter().map(|cell| cell.members.len()).sum();
    assert_eq!(counted, many);
    assert_eq!(shown(&loaded.published, "t", "n69999", "n"), "1/70000");
}

#[test]
fn years_without_results_are_no_trouble() {
    let table = "[[attribute]]\nid = \"held\"\nkind = \"held\"\ntitle = \"H\"\n\
        [[attribute]]\nid = \"listed\"\nkind = \"list\"\nlist = \"l\"\ntitle = \"L\"\n\
        [[attribute]]\nid = \"d\"\nkind = \"dynamics\"\nfrom = 1990\nto = 2100\ntitle = \"D\"\n\
        [[table]]\nid = \"t\"\ntitle = \"T\"\nover = [\"schools\", \"procedures\", \"years\"]\n\
        years = [1990, 2022, 2100]\nrows = [{ attribute = \"year\" }]\n\
        columns = [{ attribute = \"held\" }]\n\
        [[table]]\nid = \"l\"\ntitle = \"T\"\nover = [\"schools\", \"years\"]\nyears = [2022, 2023]\n\
        rows = [{ attribute = \"year\" }]\ncolumns = [{ id = \"n\", title = \"N\", where = {} }]\n\
        count = { listed = \"yes\" }\nbase = \"cell\"\n";
    // One tested year, no baseline; a list that is older than any result.
    let list = [("list_membership", "school,list,year\ns001,l,1990\n")];
    let method = method(2, &format!("{LIST}source = \"given\"\n{table}"));
    let loaded = load(&site(&method, 2, "s001 2022 p1 0/1", &list));
    let published = &loaded.published;
    assert_eq!(published.tested_years(), [Year(2022)]);
    assert_eq!(published.list_years(), [Year(1990)]);
    assert_eq!(
        ["1990", "2022", "2100"].map(|y| shown(published, "t", y, "yes")),
        ["0/4", "1/4", "0/4"]
    );
    assert_eq!(["2022", "2023"].map(|y| shown(published, "l", y, "n")), ["—", "—"]);
    assert_eq!(published.standing(school(2), Year(1990)), Standing::Off);
    for year in [Year(i16::MIN), Year(i16::MAX)] {
        assert_eq!(published.standing(school(1), year), Standing::Unknown);
    }
    loaded.report().unwrap();
}

#[test]
fn the_smallest_region_and_forty_procedures() {
    let all = "[[table]]\nid = \"t\"\ntitle = \"T\"\nover = [\"schools\", \"procedures\"]\n\
        rows = [{ attribute = \"procedure\" }]\ncolumns = [{ attribute = \"municipality\" }]\n";
    let files = site(&method(40, all), 1, "s001 2022 p40 1/1", &[])
        .with("data/municipalities.csv", "id,name\nm2,M2\n");
    let loaded = load(&files);
    assert_eq!(shown(&loaded.published, "t", "p40", "m2"), "1/1");
    let report = loaded.report().unwrap();
    report.pages().iter().for_each(|id| drop(report.page(id)));
    assert_eq!(faults(&site(&method(1, ""), 0, "", &[])), [Code::EmptyTable, Code::EmptyTable]);
}

// «Откуда?»

/// The lines behind a school in a cell, as `file:line` without folder and ending.
fn sources(loaded: &Loaded, cell_of: (&str, &str, &str), at: u32) -> Vec<String> {
    let (table, row, column) = cell_of;
    let cell = cell(&loaded.published, table, row, column);
    let unit = cell.members.iter().find(|unit| unit.school == school(at)).unwrap();
    let id = &loaded.published.table(table).unwrap().id;
    let places = loaded.published.sources_of((id, row, column), unit);
    let said = places.into_iter().map(|place| {
        let position = loaded.sources.position(place);
        let name = position.file.trim_start_matches("data/").trim_end_matches(".csv").to_owned();
        let line = position.line.map(|line| format!(":{line}")).unwrap_or_default();
        let header = position.header.map(|header| format!(" {header}")).unwrap_or_default();
        format!("{name}{line}{header}")
    });
    said.collect()
}

#[test]
fn a_cell_names_the_row_of_each_kind_of_attribute() {
    let attribute = |id: &str, kind: &str, rest: &str| {
        format!("[[attribute]]\nid = \"{id}\"\nkind = \"{kind}\"\ntitle = \"T\"\n{rest}")
    };
    let column = |id: &str, column: &str| {
        format!("{{ id = \"{id}\", title = \"{id}\", where = {{ {column} }} }}, ")
    };
    let mut rest =
        format!("{LIST}source = \"both\"\n[[group]]\nid = \"g\"\ntitle = \"G\"\n{CONTEXT}");
    rest += "[data.notes]\nnote = \"text\"\n";
    rest += &attribute("in", "group", "groups = [\"g\"]\n");
    rest += &attribute("listed", "list", "list = \"l\"\nyear = 2023\n");
    rest += &attribute("moved", "transition", "from = 2021\nto = 2023\n");
    rest += &attribute("was", "list", "list = \"l\"\nyear = 2022\n");
    rest += &attribute(
        "rows",
        "any-row",
        "table = \"notes\"\nwhere = { note = [\"a\"] }\nuntil = 2021\n",
    );
    rest += &attribute("note", "field", "table = \"notes\"\ncolumn = \"note\"\n");
    rest += "[[attribute]]\nid = \"case\"\nkind = \"cases\"\ntitle = \"T\"\ncases = [\
        { id = \"big\", title = \"B\", where = { score = { above = 2 } } }, \
        { id = \"in\", title = \"I\", where = { deficit = \"yes\" } }]\n";
    rest += "[[table]]\nid = \"t\"\ntitle = \"T\"\nover = [\"schools\"]\n\
        rows = [{ attribute = \"municipality\" }, { id = \"all\", title = \"A\", where = {} }, \
        { id = \"sum\", title = \"S\", sum = [\"m1\", \"m2\"] }]\ncolumns = [";
    for (id, test) in [
        ("in", "in = \"yes\""),
        ("out", "in = \"no\""),
        ("listed", "listed = \"yes\""),
        ("off", "listed = \"no\""),
        ("was", "was = \"yes\""),
        ("left", "moved = \"left\""),
        ("rows", "rows = \"yes\""),
        ("norows", "rows = \"no\""),
        ("big", "case = \"big\""),
        ("case", "case = \"in\""),
    ] {
        rest += &column(id, test);
    }
    rest += "]\n[[table]]\nid = \"n\"\ntitle = \"T\"\nover = \"notes\"\nwhere = { deficit = \"yes\" }\n\
        rows = [{ attribute = \"note\" }]\ncolumns = [{ id = \"n\", title = \"N\", where = {} }]\n\
        [[table]]\nid = \"b\"\ntitle = \"T\"\nover = [\"schools\"]\nbase = \"all\"\n\
        rows = [{ id = \"by\", title = \"B\", by = { x = { deficit = \"yes\" }, y = { in = \"yes\" } } }]\n\
        columns = [{ id = \"x\", title = \"X\", where = {} }, { id = \"y\", title = \"Y\", where = {} }]\n";
    let observed = "s003 2021 p1 9/10\ns003 2021 p2 9/10\ns003 2022 p1 9/10\ns004 2022 p1 1/10";
    let loaded = load(&site(
        &method(2, &rest),
        5,
        observed,
        &[
            ("context", FIVE),
            ("groups", "school,group\ns003,g\n"),
            ("list_membership", "school,list,year,cluster\ns003,l,2023,\ns004,l,2021,base\n"),
            (
                "notes",
                "school,year,note\ns001,2020,b\ns003,2020,b\ns003,2021,a\ns003,2022,a\ns004,2022,b\n",
            ),
        ],
    ));
    let of = |row, column, at| sources(&loaded, ("t", row, column), at).join("; ");
    assert_eq!(of("all", "in", 3), "groups:2");
    assert_eq!(of("m2", "in", 3), "schools:4; groups:2");
    assert_eq!(of("sum", "in", 3), "schools:4; groups:2");
    assert_eq!(of("all", "out", 4), "groups");
    // A list that gives no cluster is completed by the rule; one not given is the rule's alone.
    assert_eq!(of("all", "listed", 3), "results:4; list_membership:2");
    assert_eq!(of("all", "off", 4), "list_membership");
    assert_eq!(of("all", "was", 3), "results:2; results:3");
    assert_eq!(of("all", "left", 4), "list_membership; list_membership:3");
    assert_eq!(of("all", "rows", 3), "notes:4");
    assert_eq!(of("all", "norows", 4), "notes");
    assert_eq!(of("all", "big", 4), "context:3 score");
    assert_eq!(of("all", "case", 3), "context:2 deficit");
    // A row by column speaks of the column asked, and a table of rows of its own rows.
    assert_eq!(sources(&loaded, ("b", "by", "x"), 3), ["context:2 deficit"]);
    assert_eq!(sources(&loaded, ("b", "by", "y"), 3), ["groups:2"]);
    assert_eq!(sources(&loaded, ("n", "b", "n"), 4), ["context:3 deficit", "notes:6 note"]);
}
