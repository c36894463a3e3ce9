//! Sections that count by themselves hold with the data: what became of measures on the overview; how
//! schools moved in a procedure, and who had no participants; whom a municipality names. Here all is counted anew from the tables.

#![allow(clippy::unwrap_used)] // The lint allows it in `#[test]` functions only.

mod common;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use common::pages::{Cell, Part, facts, finding, parts, plain, rows};
use common::{Files, ROOT, bare, build, read, text, yaroslavl};

/// A line of a table by the names of its columns.
type Line = BTreeMap<String, String>;

/// How many took part in a procedure, and how many of them failed.
type Took = (u32, u32);

/// A site as it is published, and the tables it is made of.
struct Published {
    name: String,
    root: PathBuf,
    files: Files,
}

impl Published {
    fn of(name: &str, files: Files) -> Self {
        Self { name: name.to_owned(), root: Path::new(ROOT).join(name), files }
    }

    fn lines(&self, table: &str) -> Vec<Line> {
        let path = self.root.join(format!("data/{table}.csv"));
        let Ok(text) = fs::read_to_string(path) else { return Vec::new() };
        csv::Reader::from_reader(text.as_bytes()).deserialize().map(|line| line.unwrap()).collect()
    }

    fn page(&self, path: &str) -> Vec<Part> {
        parts(text(&self.files, path))
    }

    /// The year before and the year of the report.
    fn years(&self) -> [i64; 2] {
        let method = fs::read_to_string(self.root.join("methodology.toml")).unwrap();
        let method: toml::Table = method.parse().unwrap();
        ["baseline", "current"].map(|year| method["years"][year].as_integer().unwrap())
    }

    fn schools(&self) -> BTreeSet<String> {
        let lines = self.lines("schools");
        assert!(lines.iter().all(|line| !line.contains_key("closed")), "{}", self.name);
        lines.into_iter().map(|line| line["id"].clone()).collect()
    }

    /// The results by procedure, school and year.
    fn results(&self) -> BTreeMap<String, BTreeMap<(String, i64), Took>> {
        let mut all: BTreeMap<String, BTreeMap<(String, i64), Took>> = BTreeMap::new();
        for line in self.lines("results") {
            let number = |column: &str| line[column].parse::<u32>().unwrap();
            let result = (number("participants"), number("below_threshold"));
            let key = (line["school"].clone(), line["year"].parse().unwrap());
            if result.0 > 0 {
                all.entry(line["procedure"].clone()).or_default().insert(key, result);
            }
        }
        all
    }

    /// True unless the data says that the two years of a procedure are not to be compared.
    fn is_comparable(&self, procedure: &str) -> bool {
        let current = self.years()[1].to_string();
        !self.lines("procedure_years").iter().any(|line| {
            let apart = ["нет", "0"].contains(&line["comparable"].as_str());
            line["procedure"] == procedure && line["year"] == current && apart
        })
    }
}

/// The sites that are looked at.
fn sites() -> &'static [Published] {
    static SITES: OnceLock<Vec<Published>> = OnceLock::new();
    SITES.get_or_init(|| {
        let built = |name: &str| {
            let dir = build(&Path::new(ROOT).join(name));
            Published::of(name, read(&dir.path().join("public")))
        };
        let others =
            ["examples/smolensk", "examples/chelyabinsk", "tests/golden/management"].map(built);
        [Published::of("", yaroslavl().clone())].into_iter().chain(others).collect()
    })
}

/// What became of a share between two years, by the ids of the rows of the page.
fn change(before: Option<&Took>, after: Option<&Took>) -> &'static str {
    let (Some(before), Some(after)) = (before, after) else { return "no participants" };
    if (before.1, after.1) == (0, 0) {
        return "zero";
    }
    match (after.1 * before.0).cmp(&(before.1 * after.0)) {
        Ordering::Less => "fell",
        Ordering::Equal => "same",
        Ordering::Greater => "rose",
    }
}

/// The types of change in the order of the rows.
const CHANGES: [&str; 5] = ["fell", "zero", "rose", "same", "no participants"];

/// How many schools moved which way, by the data.
fn moved(site: &Published, results: &BTreeMap<(String, i64), Took>) -> [u32; 5] {
    let years = site.years();
    let mut all = [0; 5];
    for school in site.schools() {
        let [before, after] = years.map(|year| results.get(&(school.clone(), year)));
        let at = CHANGES.iter().position(|of| *of == change(before, after)).unwrap();
        all[at] += 1;
    }
    all
}

fn numbers(words: &str) -> Vec<u32> {
    let parts = words.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().unwrap()).collect()
}

/// The first number of a cell.
fn count(cell: &Cell) -> u32 {
    numbers(&cell.words)[0]
}

/// A percentage rounded half up.
fn percent(count: u32, base: u32) -> u32 {
    (200 * count + base) / (2 * base)
}

/// The school that a row is about.
fn school(row: &[Cell]) -> String {
    let path = row[0].links[0].rsplit('/').next().unwrap();
    path.strip_suffix(".html").unwrap().to_owned()
}

#[test]
fn schools_are_counted_by_their_change_as_the_data_has_them() {
    let (mut shown, mut left_out) = (0, 0);
    for site in sites() {
        let [from, to] = site.years();
        let all = u32::try_from(site.schools().len()).unwrap();
        for (procedure, results) in site.results() {
            let at = format!("{}/{procedure}", site.name);
            let page = site.page(&format!("procedures/{procedure}.html"));
            let expected = moved(site, &results);
            let Some(rows) = rows(&page, "by-change") else {
                let nobody = expected[4] == all;
                assert!(nobody || !site.is_comparable(&procedure), "{at}: no section");
                left_out += 1;
                continue;
            };
            shown += 1;
            assert!(site.is_comparable(&procedure), "{at}: years are not to be compared");
            let counts: Vec<u32> = rows.iter().map(|row| count(&row[1])).collect();
            assert_eq!(counts, expected, "{at}");
            assert_eq!(counts.iter().sum::<u32>(), all, "{at}: the base");
            for (row, n) in rows.iter().zip(&counts).filter(|(row, _)| row[1].words.contains('%')) {
                assert_eq!(numbers(&row[1].words)[1], percent(*n, all), "{at}: {row:?}");
            }
            let said = numbers(&finding(&page, "by-change").unwrap());
            let [fell, zero, rose, same, _] = expected;
            let years = [from, to].map(|year| u32::try_from(year).unwrap());
            assert_eq!(said, [years[0], years[1], fell, rose, same, zero], "{at}");
        }
    }
    assert!(shown > 20 && left_out > 1, "{shown} sections, {left_out} left out");
}

/// How many schools had participants, as the lead of a page says; `None` if it does not say.
fn told(page: &[Part]) -> Option<u32> {
    let words = page.iter().find_map(|part| match part {
        Part::Words(words) => {
            plain(words).split_once("участники были в ").map(|(_, n)| n.to_owned())
        }
        _ => None,
    });
    words.map(|words| numbers(&words)[0])
}

/// Holds the schools without participants of a page against the data.
fn hold_without(site: &Published, procedure: &str, page: &[Part]) -> usize {
    let year = site.years()[1];
    let (schools, all) = (site.schools(), site.results());
    let results = &all[procedure];
    let took_part = |school: &String| results.contains_key(&(school.clone(), year));
    let without: BTreeSet<&String> = schools.iter().filter(|school| !took_part(school)).collect();
    let at = format!("{}/{procedure}", site.name);
    let with = u32::try_from(schools.len() - without.len()).unwrap();
    assert_eq!(told(page).unwrap_or(0), with, "{at}");
    let Some(rows) = rows(page, "without-section") else {
        assert!(without.is_empty() || without.len() == schools.len(), "{at}: {without:?}");
        return 0;
    };
    let named: Vec<String> = rows.iter().map(|row| school(row)).collect();
    assert_eq!(named.iter().collect::<BTreeSet<_>>(), without, "{at}");
    assert_eq!(named.len(), without.len(), "{at}: a school stands twice");
    for row in &rows {
        let own = school(row);
        let last = results.keys().filter(|(school, _)| *school == own).map(|(_, year)| *year).max();
        let said = last.map_or_else(|| "не было".to_owned(), |year| year.to_string());
        assert_eq!(row.last().unwrap().words, said, "{at}: {own}");
    }
    let said = numbers(&finding(page, "without-section").unwrap());
    let count = |n: usize| u32::try_from(n).unwrap();
    let year = u32::try_from(year).unwrap();
    assert_eq!(said, [year, count(without.len()), count(schools.len())], "{at}");
    rows.len()
}

#[test]
fn schools_without_participants_are_those_that_have_no_results() {
    let (mut named, mut left_out) = (0, 0);
    for site in sites() {
        for procedure in site.results().into_keys() {
            let page = site.page(&format!("procedures/{procedure}.html"));
            let rows = hold_without(site, &procedure, &page);
            named += rows;
            left_out += usize::from(rows == 0);
        }
    }
    assert!(named > 300 && left_out > 8, "{named} schools named, {left_out} sections left out");
}

/// A result that an edition holds back is not one that there never was: the school is not named among
/// those without participants, and the types of change count it apart.
#[test]
fn a_result_that_is_held_back_is_no_missing_one() {
    let edition = "[[edition]]\nid = \"pupils\"\ntitle = \"Без малых групп\"\nsmallest = 5\n";
    let dir = bare(Path::new(ROOT), edition, |method| method);
    // A text asks for the change of a school that has one, by results of few.
    let root = &sites()[0];
    let [before, after] = root.years();
    let results = &root.results()["vpr_math_5"];
    let took_part = |school: &String, year| results.get(&(school.clone(), year));
    let few = |school: &String| {
        took_part(school, before).is_some() && took_part(school, after).is_some_and(|r| r.0 < 5)
    };
    let asked = root.schools().into_iter().find(few).unwrap();
    let says = "{% if this.dynamics_vpr_math_5 == \"no_participants\" %}Не было.{% else %}Были.{% endif %}";
    let told = dir.path().join(format!("content/schools/{asked}.md"));
    fs::create_dir_all(told.parent().unwrap()).unwrap();
    fs::write(told, format!("+++\ntitle = \"О школе\"\n+++\n\nУчастники: {says}\n")).unwrap();
    let built = build(dir.path());
    let site = Published::of("", read(&built.path().join("public")));
    let page = plain(text(&site.files, &format!("schools/{asked}.html")));
    assert!(page.contains("Участники: Были."), "{asked}");
    let (years, all) = (site.years(), u32::try_from(site.schools().len()).unwrap());
    let (mut held, mut named) = (0, 0);
    for (procedure, results) in site.results() {
        let page = site.page(&format!("procedures/{procedure}.html"));
        named += hold_without(&site, &procedure, &page);
        let Some(rows) = rows(&page, "by-change") else { continue };
        let counts: Vec<u32> = rows.iter().map(|row| count(&row[1])).collect();
        assert_eq!(counts.iter().sum::<u32>(), all, "{procedure}");
        let few = site.schools().into_iter().filter(|school| {
            let of = years.map(|year| results.get(&(school.clone(), year)));
            of.iter().flatten().any(|(participants, _)| *participants < 5)
        });
        let few = u32::try_from(few.count()).unwrap();
        assert!(few > 0, "{procedure}: nobody is few");
        assert_eq!(rows.len(), CHANGES.len() + 1, "{procedure}");
        assert!(counts[CHANGES.len()] >= few, "{procedure}: {counts:?}");
        let whole = moved(&site, &results);
        assert!(counts.iter().zip(&whole).all(|(told, whole)| told <= whole), "{procedure}");
        let note = "Без школ, результат которых скрыт.";
        assert!(plain(text(&site.files, &format!("procedures/{procedure}.html"))).contains(note));
        held += counts[CHANGES.len()];
    }
    assert!(held > 100 && named > 200, "{held} held back, {named} named");
}

/// The key figures of a municipality name the schools of a cluster, all of them or none.
#[test]
fn clusters_of_few_schools_name_them() {
    let (mut named, mut unnamed) = (0, 0);
    for site in sites() {
        let own = |path: &&String| path.starts_with("municipalities/") && path.ends_with(".html");
        for path in site.files.keys().filter(own).filter(|path| !path.ends_with("/index.html")) {
            let at = format!("{}/{path}", site.name);
            let page = site.page(path);
            let Some(schools) = rows(&page, "its-schools") else { continue };
            for fact in facts(&page) {
                // Clusters stand in the second column, the year of the report in it.
                let of = schools.iter().filter(|row| row[2].words.ends_with(&fact.title));
                let of: Vec<&str> = of.map(|row| row[0].words.as_str()).collect();
                let count = numbers(&fact.value)[0] as usize;
                if fact.members.is_empty() {
                    unnamed += usize::from(!of.is_empty());
                    assert!(of.len() > 5 || of.is_empty(), "{at}: {fact:?}");
                    continue;
                }
                named += 1;
                let members: Vec<&str> = fact.members.iter().map(String::as_str).collect();
                assert_eq!(members.len(), count, "{at}: {fact:?}");
                assert_eq!(of, members, "{at}: {fact:?}");
            }
        }
    }
    assert!(named > 100 && unnamed > 5, "{named} clusters name schools, {unnamed} do not");
}

/// What the overview says of measures adds up, and is what the table says.
#[test]
fn measures_are_summed_up_as_they_were_judged() {
    /// What a verdict is called on pages, and how it may be written in the table.
    const VERDICTS: [(&str, [&str; 2]); 4] = [
        ("сохранить", ["keep", "сохранить"]),
        ("усилить", ["strengthen", "усилить"]),
        ("изменить", ["change", "изменить"]),
        ("отказаться", ["drop", "отказаться"]),
    ];
    let (mut summed, mut unjudged, mut without) = (0, 0, 0);
    for site in sites() {
        let at = &site.name;
        let measures = site.lines("measures");
        let page = site.page("index.html");
        let Some(said) = finding(&page, "measures-section") else {
            assert!(measures.is_empty(), "{at}: nothing is said of {} measures", measures.len());
            assert!(!site.files.contains_key("measures.html"), "{at}");
            without += 1;
            continue;
        };
        let of = |words: &[&str]| {
            measures.iter().filter(|measure| words.contains(&measure["verdict"].as_str())).count()
        };
        let open = of(&[""]);
        assert_eq!(numbers(&said)[0], u32::try_from(measures.len()).unwrap(), "{at}: {said}");
        if open == measures.len() {
            assert!(said.ends_with("решения о них в данных не названы."), "{at}: {said}");
            unjudged += 1;
            continue;
        }
        let mut expected: Vec<(&str, usize)> =
            VERDICTS.iter().map(|(word, written)| (*word, of(written))).collect();
        expected.push(("решение не названо", open));
        assert_eq!(expected.iter().map(|(_, n)| n).sum::<usize>(), measures.len(), "{at}");
        expected.retain(|(_, n)| *n > 0);
        let expected: Vec<String> =
            expected.iter().map(|(word, n)| format!("{word} — {n}")).collect();
        let list = said.split_once(": ").unwrap().1;
        assert_eq!(list, format!("{}.", expected.join(", ")), "{at}");
        summed += 1;
    }
    assert!(summed > 1 && unjudged > 0 && without > 0, "{summed} {unjudged} {without}");
}
