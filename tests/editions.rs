//! Editions: what they withhold is nowhere, and what they suppress cannot be worked out.
//!
//! The attack reads the published files alone. What it knows beside them is what anybody may know who
//! has read the method: which cells of a table add up to which. Those equations are found in a whole
//! edition of the same site, where nothing is suppressed, and solved over rational numbers by code of
//! its own.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;

use common::{ROOT, read};
use num_rational::BigRational;
use svod::pipeline::{self, Loaded};
use svod::source::{Files, Memory};
use svod::text::Lang;

/// The smallest count of the editions that suppress.
const SMALLEST: u64 = 5;

const EDITIONS: &str = r#"
[[edition]]
id = "whole"
title = "Для службы"

[[edition]]
id = "coded"
title = "Под кодами"
schools = "coded"
code_key = "секрет для проверки"
robots = "noindex"

[[edition]]
id = "pupils"
title = "Поимённо, без малых групп учеников"
smallest = 5

[[edition]]
id = "public"
title = "Открытая"
audience = "для всех"
schools = "omitted"
smallest = 5
withhold = ["debt", "infrastructure_deficit"]
"#;

/// A call that compares municipalities by figures which the editions hold back.
const COMPARING: &str = r#"{{ names("deficits", column="shnor", above=33, limit=6) }}"#;

/// The root site with the editions of the test. Texts that compare with figures of municipalities
/// and with the largest of them are left out: an edition may not have these figures.
fn site() -> BTreeMap<String, Vec<u8>> {
    let mut site = BTreeMap::new();
    for folder in ["data", "content", "templates"] {
        for (path, bytes) in read(&Path::new(ROOT).join(folder)) {
            site.insert(format!("{folder}/{path}"), bytes);
        }
    }
    site.remove("content/municipalities/_default.md").unwrap();
    let conclusions = site.get_mut("content/conclusions.md").unwrap();
    let text = String::from_utf8(conclusions.clone()).unwrap();
    assert!(text.contains(COMPARING));
    *conclusions = text.replace(COMPARING, "нескольких").into_bytes();
    let file = |name: &str| std::fs::read(Path::new(ROOT).join(name)).unwrap();
    let settings = [file("svod.toml"), EDITIONS.as_bytes().to_vec()].concat();
    site.insert("svod.toml".to_owned(), settings);
    site.insert("methodology.toml".to_owned(), file("methodology.toml"));
    site
}

fn load(files: &dyn Files, edition: &str) -> Loaded {
    pipeline::load_edition(files, Lang::Ru, Some(edition), &|_, _, _| ()).unwrap_or_else(
        |stopped| {
            let faults: Vec<String> =
                stopped.faults.sorted().iter().map(|fault| format!("{fault:?}")).collect();
            panic!("{}", faults.join("\n"))
        },
    )
}

/// All files of an edition by path.
fn build(edition: &str) -> BTreeMap<String, Vec<u8>> {
    let files = site().into_iter().fold(Memory::new(), |all, (path, bytes)| all.with(&path, bytes));
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let mut loaded = load(&files, edition);
    if let Err(error) = loaded.build(&files, &out, &|_, _, _| ()) {
        panic!("{error:?}");
    }
    read(&out).into_iter().collect()
}

/// What a file says, with the contents of workbooks unpacked.
fn said(path: &str, bytes: &[u8]) -> String {
    if !path.ends_with(".xlsx") {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        all.push_str(&file.name().unwrap());
        file.read_to_string(&mut all).unwrap();
    }
    all
}

/// True if `name` stands in `text` with no letter and no digit beside it.
fn has_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        let after = text[at + name.len()..].chars().next().is_some_and(char::is_alphanumeric);
        !before && !after
    })
}

/// Ids and names of the schools of the root site, as its registry has them.
fn names_of_schools() -> Vec<String> {
    let bytes = std::fs::read(Path::new(ROOT).join("data/schools.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let headers = reader.headers().unwrap().clone();
    let columns: Vec<usize> = ["id", "name", "aliases", "exam_code"]
        .iter()
        .filter_map(|name| headers.iter().position(|header| header == *name))
        .collect();
    let mut names = BTreeSet::new();
    for record in reader.records() {
        let record = record.unwrap();
        for at in &columns {
            names.extend(record[*at].split(';').map(|name| name.trim().to_owned()));
        }
    }
    names.remove("");
    names.into_iter().collect()
}

/// Names in the way that the files may write them: no-break spaces, references, JSON.
fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// Where names stand in paths and contents of files.
fn leaks(files: &BTreeMap<String, Vec<u8>>, names: &[String]) -> Vec<String> {
    let words = |text: &str| -> BTreeSet<String> {
        text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    let mut found = Vec::new();
    for (path, bytes) in files {
        let text = format!("{path}\n{}", plain(&said(path, bytes)));
        let there = words(&text);
        let may = |name: &&String| words(name).iter().all(|word| there.contains(word));
        let named = names.iter().filter(may).filter(|name| has_word(&text, name));
        found.extend(named.map(|name| format!("{path}: {name}")));
    }
    found
}

/// A cell as published for programs: count and base; `None` where there is nothing.
type Figures = (Option<u64>, Option<u64>);

/// The cells of a table by row and column.
type Cells = BTreeMap<(String, String), Figures>;

/// All tables of counts by id.
fn tables(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Cells> {
    let mut tables = BTreeMap::new();
    for (path, bytes) in files {
        let id = path.strip_prefix("tables/").and_then(|name| name.strip_suffix(".csv"));
        let Some(id) = id else { continue };
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        if reader.headers().unwrap() != vec!["row", "column", "count", "base", "percent"] {
            continue;
        }
        let cell = |record: csv::StringRecord| {
            let number = |at: usize| record[at].parse().ok();
            ((record[0].to_owned(), record[1].to_owned()), (number(2), number(3)))
        };
        let cells = reader.records().map(|record| cell(record.unwrap())).collect();
        tables.insert(id.to_owned(), cells);
    }
    tables
}

/// A figure of the tables: table, row, column, and whether it is the base.
type Figure = (String, String, String, bool);

/// Sums that are zero, found where nothing is suppressed.
struct Identities {
    /// Every figure with its true value.
    truth: BTreeMap<Figure, u64>,
    sums: Vec<Vec<(Figure, i64)>>,
}

impl Identities {
    fn of(tables: &BTreeMap<String, Cells>) -> Self {
        let mut all = Self { truth: BTreeMap::new(), sums: Vec::new() };
        for (id, cells) in tables {
            for ((row, column), (count, base)) in cells {
                let key = |base| (id.clone(), row.clone(), column.clone(), base);
                all.truth.extend(count.map(|n| (key(false), n)));
                all.truth.extend(base.map(|n| (key(true), n)));
            }
            all.within(id, cells);
        }
        all.between(tables);
        all
    }

    fn value(&self, figure: &Figure) -> Option<i128> {
        self.truth.get(figure).map(|n| i128::from(*n))
    }

    /// Adds identities that hold all together, as those of one line of thought do: one that fails
    /// anywhere, or has nothing to be tested on, is none.
    fn add(&mut self, sums: Vec<Vec<(Figure, i64)>>) {
        let total = |sum: &Vec<(Figure, i64)>| -> Option<i128> {
            sum.iter().map(|(figure, by)| Some(self.value(figure)? * i128::from(*by))).sum()
        };
        let known: Vec<&Vec<(Figure, i64)>> =
            sums.iter().filter(|sum| total(sum).is_some()).collect();
        let speaks =
            known.iter().filter(|s| s.iter().any(|(f, _)| self.value(f) != Some(0))).count();
        if speaks >= 2 && known.iter().all(|sum| total(sum) == Some(0)) {
            let known: Vec<_> = known.into_iter().cloned().collect();
            self.sums.extend(known);
        }
    }

    /// Totals of rows and columns, counts that make up their base, equal bases of a line.
    fn within(&mut self, id: &str, cells: &Cells) {
        let rows: BTreeSet<&String> = cells.keys().map(|(row, _)| row).collect();
        let columns: BTreeSet<&String> = cells.keys().map(|(_, column)| column).collect();
        let figure = |row: &String, column: &String, base| {
            (id.to_owned(), row.clone(), column.clone(), base)
        };
        for whole in &rows {
            for parts in subsets(&rows, whole) {
                let sum = |column: &&String| {
                    let parts = parts.iter().map(|part| (figure(part, column, false), -1));
                    [(figure(whole, column, false), 1)].into_iter().chain(parts).collect()
                };
                self.add(columns.iter().map(sum).collect());
            }
        }
        for whole in &columns {
            for parts in subsets(&columns, whole) {
                let sum = |row: &&String| {
                    let parts = parts.iter().map(|part| (figure(row, part, false), -1));
                    [(figure(row, whole, false), 1)].into_iter().chain(parts).collect()
                };
                self.add(rows.iter().map(sum).collect());
            }
        }
        let all: Vec<&String> = columns.iter().copied().collect();
        self.add(
            rows.iter()
                .map(|row| {
                    let parts = all.iter().map(|column| (figure(row, column, false), -1));
                    [(figure(row, all[0], true), 1)].into_iter().chain(parts).collect()
                })
                .collect(),
        );
        for pair in all.windows(2) {
            let same = |row: &&String| {
                vec![(figure(row, pair[0], true), 1), (figure(row, pair[1], true), -1)]
            };
            self.add(rows.iter().map(same).collect());
        }
        let every: Vec<&String> = rows.iter().copied().collect();
        for pair in every.windows(2) {
            let same = |column: &&String| {
                vec![(figure(pair[0], column, true), 1), (figure(pair[1], column, true), -1)]
            };
            self.add(columns.iter().map(same).collect());
        }
    }

    /// Columns, or bases, of two tables that say the same of the same rows.
    fn between(&mut self, tables: &BTreeMap<String, Cells>) {
        let lines = |cells: &Cells, id: &str| -> BTreeMap<(String, bool), Vec<Figure>> {
            let mut lines: BTreeMap<(String, bool), Vec<Figure>> = BTreeMap::new();
            for (row, column) in cells.keys() {
                for base in [false, true] {
                    let figure = (id.to_owned(), row.clone(), column.clone(), base);
                    lines.entry((column.clone(), base)).or_default().push(figure);
                }
            }
            lines
        };
        let all: Vec<Vec<Figure>> =
            tables.iter().flat_map(|(id, cells)| lines(cells, id).into_values()).collect();
        let mut sums = Vec::new();
        for (at, one) in all.iter().enumerate() {
            for other in &all[at + 1..] {
                if one[0].0 == other[0].0 {
                    continue;
                }
                let pairs: Vec<(&Figure, &Figure)> = one
                    .iter()
                    .filter_map(|a| Some((a, other.iter().find(|b| b.1 == a.1)?)))
                    .filter(|(a, b)| self.truth.contains_key(a) && self.truth.contains_key(b))
                    .collect();
                let values: BTreeSet<u64> = pairs.iter().map(|(a, _)| self.truth[*a]).collect();
                // Few equal numbers may be equal by chance.
                let same = pairs.iter().all(|(a, b)| self.truth[*a] == self.truth[*b]);
                if same && values.len() >= 3 {
                    sums.extend(
                        pairs.into_iter().map(|(a, b)| vec![(a.clone(), 1), (b.clone(), -1)]),
                    );
                }
            }
        }
        self.sums.extend(sums);
    }
}

/// The lines that a line may be the sum of: all others, and all others less those that are sums
/// themselves by their names.
fn subsets<'a>(lines: &BTreeSet<&'a String>, whole: &String) -> Vec<Vec<&'a String>> {
    let others: Vec<&String> = lines.iter().copied().filter(|line| *line != whole).collect();
    let total =
        |line: &&&String| !["total", "region", "all", "positive_result"].contains(&line.as_str());
    let body: Vec<&String> = others.iter().filter(total).copied().collect();
    let mut subsets = vec![others.clone()];
    if body.len() < others.len() {
        subsets.push(body.clone());
    }
    // Summary lines add up neighbours: every pair is tried.
    if others.len() <= 8 {
        for (at, a) in others.iter().enumerate() {
            subsets.extend(others[at + 1..].iter().map(|b| vec![*a, *b]));
        }
    }
    subsets.retain(|subset| !subset.is_empty());
    subsets
}

/// Solves for the unknown figures; the value of each that is told.
fn solve(
    sums: &[Vec<(Figure, i64)>],
    shown: &BTreeMap<Figure, u64>,
) -> BTreeMap<Figure, BigRational> {
    let whole = |n: i128| BigRational::from_integer(n.into());
    let zero = whole(0);
    let mut numbers: BTreeMap<&Figure, usize> = BTreeMap::new();
    let mut names: Vec<&Figure> = Vec::new();
    let mut rows: Vec<(BTreeMap<usize, BigRational>, BigRational)> = Vec::new();
    for sum in sums {
        let mut row = (BTreeMap::new(), zero.clone());
        for (figure, by) in sum {
            match shown.get(figure) {
                Some(value) => row.1 -= whole(i128::from(*value) * i128::from(*by)),
                None => {
                    let at = *numbers.entry(figure).or_insert_with(|| {
                        names.push(figure);
                        names.len() - 1
                    });
                    *row.0.entry(at).or_insert_with(|| zero.clone()) += whole((*by).into());
                }
            }
        }
        row.0.retain(|_, by| *by != zero);
        rows.push(row);
    }
    let mut solved: Vec<(usize, BTreeMap<usize, BigRational>, BigRational)> = Vec::new();
    // The shortest first: what is told at once makes others shorter.
    while let Some(at) =
        (0..rows.len()).filter(|at| !rows[*at].0.is_empty()).min_by_key(|at| rows[*at].0.len())
    {
        let (row, total) = rows.swap_remove(at);
        let (pivot, by) = row.first_key_value().map(|(pivot, by)| (*pivot, by.clone())).unwrap();
        let row: BTreeMap<usize, BigRational> =
            row.into_iter().map(|(at, value)| (at, value / &by)).collect();
        let total = total / &by;
        let reduce = |of: &mut BTreeMap<usize, BigRational>, sum: &mut BigRational| {
            let Some(times) = of.remove(&pivot) else { return };
            for (at, value) in row.iter().filter(|(at, _)| **at != pivot) {
                *of.entry(*at).or_insert_with(|| zero.clone()) -= value * &times;
            }
            of.retain(|_, value| *value != zero);
            *sum -= &total * &times;
        };
        rows.iter_mut().for_each(|(of, sum)| reduce(of, sum));
        solved.iter_mut().for_each(|(_, of, sum)| reduce(of, sum));
        let rest = row.into_iter().filter(|(at, _)| *at != pivot).collect();
        solved.push((pivot, rest, total));
    }
    let told = solved.into_iter().filter(|(_, rest, _)| rest.is_empty());
    told.map(|(at, _, value)| (names[at].clone(), value)).collect()
}

/// Figures that are small, or that leave a small rest of their base: what a suppressing edition may
/// neither show nor let be worked out.
fn secret(truth: &BTreeMap<Figure, u64>) -> BTreeSet<Figure> {
    let small = |n: u64| (1..SMALLEST).contains(&n);
    let of = |(figure, n): (&Figure, &u64)| {
        let base = truth.get(&(figure.0.clone(), figure.1.clone(), figure.2.clone(), true));
        let rest = base.is_some_and(|base| !figure.3 && small(base.saturating_sub(*n)));
        (small(*n) || rest).then(|| figure.clone())
    };
    truth.iter().filter_map(of).collect()
}

#[test]
fn nothing_that_is_suppressed_can_be_worked_out_and_nothing_withheld_is_found() {
    let (whole, public) = (build("whole"), build("public"));
    let (open, closed) = (tables(&whole), tables(&public));
    let identities = Identities::of(&open);
    let mut shown: BTreeMap<Figure, u64> = BTreeMap::new();
    let (mut cells, mut suppressed) = (0, 0);
    for (id, of) in &closed {
        for ((row, column), (count, base)) in of {
            let key = |base| (id.clone(), row.clone(), column.clone(), base);
            shown.extend(count.map(|n| (key(false), n)));
            shown.extend(base.map(|n| (key(true), n)));
            let truth = &open[id][&(row.clone(), column.clone())];
            cells += usize::from(truth.0.is_some());
            suppressed += usize::from(truth.0.is_some() && count.is_none());
        }
    }
    for (figure, value) in &shown {
        assert_eq!(identities.truth.get(figure), Some(value), "{figure:?} is shown as it is");
    }
    let is_published = |figure: &&Figure| closed.contains_key(&figure.0);
    let secrets: BTreeSet<Figure> =
        secret(&identities.truth).into_iter().filter(|f| is_published(&f)).collect();
    let seen: Vec<&Figure> = secrets.iter().filter(|figure| shown.contains_key(figure)).collect();
    assert!(
        seen.is_empty(),
        "{} small figures are shown: {:?}",
        seen.len(),
        &seen[..seen.len().min(9)]
    );
    // A table that the edition leaves out is none that it gives away.
    let sums: Vec<Vec<(Figure, i64)>> = identities
        .sums
        .iter()
        .filter(|sum| sum.iter().all(|(figure, _)| is_published(&figure)))
        .cloned()
        .collect();
    let told = solve(&sums, &shown);
    let undone: Vec<&Figure> = secrets.iter().filter(|figure| told.contains_key(figure)).collect();
    println!(
        "tables {}, cells {cells}, suppressed {suppressed}, small figures {}, identities {}, \
         figures worked out {}, small ones among them {}",
        closed.len(),
        secrets.len(),
        sums.len(),
        told.len(),
        undone.len()
    );
    assert!(sums.len() > 1000, "the attack knows {} identities only", sums.len());
    assert!(secrets.len() > 300, "there is something to protect");
    assert!(undone.is_empty(), "{:?}", &undone[..undone.len().min(9)]);
    // The attack works: with the primary cells alone suppressed it succeeds.
    let primary: BTreeMap<Figure, u64> = identities
        .truth
        .iter()
        .filter(|(figure, _)| is_published(figure) && !secrets.contains(*figure))
        .map(|(figure, n)| (figure.clone(), *n))
        .collect();
    let broken = solve(&sums, &primary);
    let broken = secrets.iter().filter(|figure| broken.contains_key(figure)).count();
    println!("without secondary suppression {broken} small figures are worked out");
    assert!(broken > 50, "{broken}");
    // Every form of a table holds back the same.
    for (path, bytes) in public.iter().filter(|(path, _)| path.starts_with("excel/")) {
        let id = path.strip_prefix("excel/").and_then(|name| name.strip_suffix(".csv")).unwrap();
        let Some(of) = closed.get(id) else { continue };
        let gone = of.iter().filter(|(at, (count, _))| count.is_none() && open[id][at].0.is_some());
        let signs = said(path, bytes).matches('•').count();
        assert!(signs >= gone.count(), "{path} has {signs} signs");
    }
    let mut withheld = names_of_schools();
    withheld.extend(["Дефицит инфраструктуры".to_owned(), "infrastructure_deficit".to_owned()]);
    let found = leaks(&public, &withheld);
    assert!(found.is_empty(), "{} leaks: {:#?}", found.len(), &found[..found.len().min(20)]);
    let of_schools = |path: &&String| path.starts_with("schools/") || path.starts_with("roadmaps/");
    assert_eq!(public.keys().filter(of_schools).count(), 0);
}

#[test]
fn coded_schools_have_pages_and_no_names() {
    let coded = build("coded");
    let found = leaks(&coded, &names_of_schools());
    assert!(found.is_empty(), "{} leaks: {:#?}", found.len(), &found[..found.len().min(20)]);
    let pages = coded.keys().filter(|path| path.starts_with("schools/s")).count();
    assert!(pages > 300, "{pages} pages of schools");
}

#[test]
fn explain_tells_what_the_edition_may_know() {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in site() {
        let to = folder.path().join(&path);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
    let root = folder.path().to_str().unwrap();
    let ask = |edition: &str| {
        let cell = ["list_share", "2023", "shnor"];
        common::said(&[&["explain", "--root", root, "--edition", edition], &cell[..]].concat())
    };
    let names = names_of_schools();
    let named = |said: &str| names.iter().any(|name| has_word(&plain(said), name));
    assert!(named(&ask("whole")));
    assert!(!named(&ask("coded")) && ask("coded").contains("Школа"));
    assert!(!named(&ask("public")) && !ask("public").contains("Школа"));
}

#[test]
fn an_edition_that_there_is_not_is_told_with_the_nearest() {
    let files = site().into_iter().fold(Memory::new(), |all, (path, bytes)| all.with(&path, bytes));
    let stopped = pipeline::load_edition(&files, Lang::Ru, Some("publik"), &|_, _, _| ());
    let stopped = stopped.err().unwrap();
    let faults: Vec<_> = stopped.faults.sorted().into_iter().collect();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].code, svod::diag::Code::UnknownEdition);
    assert!(faults[0].args.contains(&("nearest", "public".to_owned())));
}

#[test]
fn results_of_few_pupils_are_held_back_and_cannot_be_taken_from_a_total() {
    let files = site().into_iter().fold(Memory::new(), |all, (path, bytes)| all.with(&path, bytes));
    let (whole, pupils) = (load(&files, "whole").published, load(&files, "pupils").published);
    let (mut held, mut small) = (0, 0);
    for procedure in whole.method().procedure_indices() {
        for (at, year) in whole.tested_years().iter().enumerate() {
            let shown = |school| pupils.school_share(school, procedure, *year).is_some();
            let took_part = |school| whole.school_share(school, procedure, *year);
            let mut open_municipalities = 0;
            for (ix, municipality) in whole.municipalities() {
                let inside = whole.schools().filter(|(_, s)| s.municipality_in(*year) == ix);
                let results: Vec<_> =
                    inside.filter_map(|(school, _)| Some((school, took_part(school)?))).collect();
                for (school, share) in &results {
                    let is_small = u64::from(share.base()) < SMALLEST;
                    assert!(!is_small || !shown(*school), "{} {year}", whole.school(*school).id);
                    small += usize::from(is_small);
                }
                let hidden = results.iter().filter(|(school, _)| !shown(*school)).count();
                held += hidden;
                let total = pupils.municipality_series(ix, procedure).years[at];
                if total.is_some() {
                    assert_ne!(hidden, 1, "{} {year}: one is left of the total", municipality.id);
                } else if !results.is_empty() && hidden > 0 {
                    open_municipalities += 1;
                }
            }
            if pupils.region_series(procedure).years[at].is_some() && open_municipalities == 1 {
                let hidden =
                    whole.schools().filter(|(ix, _)| took_part(*ix).is_some() && !shown(*ix));
                assert_ne!(hidden.count(), 1, "{year}: one is left of the region");
            }
        }
    }
    println!("results of few pupils {small}, held back {held}");
    assert!(small > 20 && held > small, "{small} {held}");
}
