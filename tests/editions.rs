//! Editions: what they withhold is nowhere, and what they suppress cannot be worked out.
//!
//! The attack reads the published files alone. What it knows beside them is what anybody may know who
//! has read the method: which cells of a table add up to which. Those equations are found in a whole
//! edition of the same site, where nothing is suppressed, and solved over rational numbers by code of
//! its own.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

#[path = "editions/attack.rs"]
mod attack;
mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::Path;

use attack::{Cells, Figure, Identities, secret, solve, tables};
use calamine::{Data, Reader, Xlsx};
use common::{ROOT, read};
use svod::edition::Published;
use svod::model::tabulation::{Heading, Tabulation};
use svod::pipeline::{self, Loaded};
use svod::render::export;
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
    site_of(EDITIONS)
}

/// The same with editions as `svod.toml` would declare them.
fn site_of(editions: &str) -> BTreeMap<String, Vec<u8>> {
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
    name_otherwise(&mut site);
    let file = |name: &str| std::fs::read(Path::new(ROOT).join(name)).unwrap();
    let settings = [file("svod.toml"), editions.as_bytes().to_vec()].concat();
    site.insert("svod.toml".to_owned(), settings);
    site.insert("methodology.toml".to_owned(), file("methodology.toml"));
    site
}

/// What schools and their directors are called besides: names and codes of other systems, a name of
/// before, a school that was joined to another.
const OTHERWISE: [&str; 6] = [
    "Журавлёвская гимназия имени Снегирёва",
    "edu769001",
    "Тихосельская школа-пансион",
    "sch769999",
    "Малосолонецкая начальная школа",
    "Заречная-Ольховская Мария Петровна",
];

/// Gives schools of the site all that they may be called.
fn name_otherwise(site: &mut BTreeMap<String, Vec<u8>>) {
    let [alias, code, former, joined, joined_name, director] = OTHERWISE;
    let schools = String::from_utf8(site.remove("data/schools.csv").unwrap()).unwrap();
    let row = |(at, row): (usize, &str)| match at {
        0 => format!("{row},aliases,exam_code,closed\n"),
        1 => format!("{row},{alias},{code},\n"),
        _ => format!("{row},,,\n"),
    };
    let mut schools: String = schools.lines().enumerate().map(row).collect();
    schools.push_str(&format!("{joined},{joined_name},myshkinsky,rural,СОШ,40,,,2019\n"));
    let changes = format!(
        "school,year,change,from,series\nsch760002,2020,renamed,{former},continues\n\
         sch760003,2020,merged,{joined},continues\n"
    );
    let contacts = format!("number,organisation,role,name\n1,Школа,директор,{director}\n");
    for (path, text) in [("schools", schools), ("school_changes", changes), ("contacts", contacts)]
    {
        site.insert(format!("data/{path}.csv"), text.into_bytes());
    }
}

/// The data alone under editions: no text and no menu that names what one of them withholds.
fn data_of(editions: &str) -> Memory {
    let mut site = site_of(editions);
    site.retain(|path, _| !path.starts_with("content/"));
    let settings = String::from_utf8(site.remove("svod.toml").unwrap()).unwrap();
    let (own, menu) = settings.split_once("[[menu]]").unwrap();
    let editions = &menu[menu.find("[[edition]]").unwrap()..];
    site.insert("svod.toml".to_owned(), format!("{own}{editions}").into_bytes());
    memory(site)
}

fn memory(site: BTreeMap<String, Vec<u8>>) -> Memory {
    site.into_iter().fold(Memory::new(), |all, (path, bytes)| all.with(&path, bytes))
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
    let files = memory(site());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("public");
    let mut loaded = load(&files, edition);
    // With an address there are a feed and a picture too.
    loaded.stand_at(pipeline::BaseUrl::parse("https://example.org/"));
    if let Err(error) = loaded.build(&files, &out, &|_, _, _| ()) {
        panic!("{error:?}");
    }
    let mut built: BTreeMap<String, Vec<u8>> = read(&out).into_iter().collect();
    assert!(built.contains_key("feed.xml"));
    // What is mailed and printed is made of the same pages.
    let (one, paths) = (folder.path().join("one.html"), ["index.html".to_owned()]);
    loaded.single_file(&files, Some("uglichsky"), &one, &|_, _, _| ()).unwrap();
    built.insert("one.html".to_owned(), std::fs::read(&one).unwrap());
    let printed = loaded.pages_in_one(&files, &paths, &|_, _, _| ()).unwrap();
    built.insert("printed.html".to_owned(), printed.into_bytes());
    built
}

/// The tables for programs of an edition, by path.
fn exported(files: &dyn Files, edition: &str) -> BTreeMap<String, Vec<u8>> {
    let loaded = load(files, edition);
    let report = loaded.report().unwrap();
    let table = |id: &str| {
        let table = report.table(id).unwrap();
        (format!("tables/{id}.csv"), export::csv(&table).into_bytes())
    };
    report.table_ids().map(table).collect()
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

/// Ids and names of the schools of the site, as its registry has them, and all else that they and
/// their directors are called.
fn names_of_schools() -> Vec<String> {
    let site = site();
    let mut reader = csv::Reader::from_reader(site["data/schools.csv"].as_slice());
    let headers = reader.headers().unwrap().clone();
    let columns: Vec<usize> = ["id", "name", "aliases", "exam_code"]
        .iter()
        .map(|name| headers.iter().position(|header| header == *name).unwrap())
        .collect();
    let mut names: BTreeSet<String> = OTHERWISE.map(str::to_owned).into();
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

/// Nothing in a chart is drawn for a cell that is held back: each mark says what it is of, and none is
/// of such a cell.
fn no_chart_shows(
    table: &Tabulation,
    gone: &BTreeSet<&(String, String)>,
    files: &BTreeMap<String, Vec<u8>>,
) {
    let Some(page) = files.get(&format!("tables/{}.html", table.id)) else { return };
    let page = plain(&String::from_utf8_lossy(page));
    let charts = page.split("<svg class=\"chart").skip(1);
    let charts: Vec<&str> = charts.map(|chart| chart.split("</svg>").next().unwrap()).collect();
    let title = |headings: &[Heading], id: &str| {
        plain(&headings.iter().find(|heading| heading.id.as_str() == id).unwrap().title)
    };
    let mut shown = 0;
    for (row, column) in table.rows.iter().flat_map(|r| table.columns.iter().map(move |c| (r, c))) {
        let (row, column) = (row.id.as_str(), column.id.as_str());
        let hidden = gone.contains(&(row.to_owned(), column.to_owned()));
        shown += usize::from(!hidden);
        let (row, column) = (title(&table.rows, row), title(&table.columns, column));
        for chart in charts.iter().filter(|_| hidden) {
            let mark = format!("<title>{row}, {column}:");
            assert!(!chart.contains(&mark), "{}: {mark}", table.id);
        }
    }
    for chart in charts {
        // The squares of the key are all of one size.
        let drawn = chart.matches("<rect ").count() - chart.matches("width=\"12\"").count();
        assert!(drawn <= shown, "{}: {drawn} marks of {shown} cells", table.id);
    }
}

/// How many cells of a workbook are held back; none of its sheets is hidden.
fn signs_of_workbook(bytes: &[u8]) -> usize {
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
    let visible = |sheet: &calamine::Sheet| sheet.visible == calamine::SheetVisible::Visible;
    assert!(book.sheets_metadata().iter().all(visible));
    let sheets = book.worksheets();
    let cells = sheets.iter().flat_map(|(_, range)| range.cells());
    cells.filter(|(.., cell)| matches!(cell, Data::String(text) if text.contains('•'))).count()
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
        secret(&identities.truth, SMALLEST).into_iter().filter(|f| is_published(&f)).collect();
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
    let of_edition = load(&memory(site()), "public").published;
    for (id, cells) in &closed {
        let gone = cells.iter().filter(|(at, (n, _))| n.is_none() && open[id][*at].0.is_some());
        let gone: BTreeSet<&(String, String)> = gone.map(|(at, _)| at).collect();
        no_chart_shows(of_edition.table(id).unwrap(), &gone, &public);
        assert!(
            signs_of_workbook(&public[&format!("tables/{id}.xlsx")]) >= gone.len(),
            "{id}: {} cells are held back",
            gone.len()
        );
    }
    let mut withheld = names_of_schools();
    withheld.extend(["Дефицит инфраструктуры".to_owned(), "infrastructure_deficit".to_owned()]);
    let found = leaks(&public, &withheld);
    assert!(found.is_empty(), "{} leaks: {:#?}", found.len(), &found[..found.len().min(20)]);
    let of_schools = |path: &&String| path.starts_with("schools/") || path.starts_with("roadmaps/");
    assert_eq!(public.keys().filter(of_schools).count(), 0);
    let data =
        |files: &BTreeMap<String, Vec<u8>>| plain(str::from_utf8(&files["data.html"]).unwrap());
    for words in ["Школы не показаны по одной", "не вошли: 2.", "Числа меньше 5 скрыты"]
    {
        assert!(data(&public).contains(words), "{words}");
    }
    assert!(!data(&whole).contains("Что не показано"));
}

/// Three editions without schools, which withhold different things and call different numbers small.
const SEVERAL: [&str; 3] = [
    r#"
[[edition]]
id = "press"
title = "Для печати"
schools = "omitted"
smallest = 8
withhold = ["isbsh", "risks"]
"#,
    r#"
[[edition]]
id = "open"
title = "Открытая"
schools = "omitted"
smallest = 5
withhold = ["debt", "infrastructure_deficit"]
"#,
    r#"
[[edition]]
id = "site"
title = "Для сайта"
schools = "omitted"
smallest = 5
withhold = ["list_membership"]
"#,
];

/// What all editions together show of the figures that the whole report has, and how many of those
/// that one of them holds back for being small can be worked out from it: of all, and those shown.
fn disclosed(
    identities: &Identities,
    editions: &[(u64, BTreeMap<String, Cells>)],
) -> (usize, Vec<Figure>) {
    let mut shown: BTreeMap<Figure, u64> = BTreeMap::new();
    let mut secrets: BTreeSet<Figure> = BTreeSet::new();
    for (smallest, tables) in editions {
        let small = secret(&identities.truth, *smallest);
        for (id, of) in tables {
            for ((row, column), (count, base)) in of {
                for (n, is_base) in [(count, false), (base, true)] {
                    let figure = (id.clone(), row.clone(), column.clone(), is_base);
                    // Without what is withheld a table of the same name may count something else.
                    let Some(truth) = identities.truth.get(&figure) else { continue };
                    if n.is_none_or(|n| n == *truth) {
                        secrets.extend(small.get(&figure).cloned());
                        shown.extend(n.map(|n| (figure, n)));
                    }
                }
            }
        }
    }
    let told = solve(&identities.sums, &shown);
    let known = |figure: &Figure| shown.contains_key(figure) || told.contains_key(figure);
    (secrets.len(), secrets.into_iter().filter(known).collect())
}

#[test]
fn what_one_edition_holds_back_is_not_told_by_several_together() {
    let whole = tables(&exported(&data_of(EDITIONS), "whole"));
    let identities = Identities::of(&whole);
    let together = data_of(&SEVERAL.concat());
    let numbers = [("press", 8), ("open", 5), ("site", 5)];
    let joint = numbers.map(|(id, smallest)| (smallest, tables(&exported(&together, id))));
    let (secrets, undone) = disclosed(&identities, &joint);
    let cells = |all: &[(u64, BTreeMap<String, Cells>)]| {
        let cells = all.iter().flat_map(|(_, tables)| tables.values()).flatten();
        cells.filter(|(_, (count, _))| count.is_some()).count()
    };
    // Each as if there were no other: what svod would do if it did not judge them together.
    let apart: Vec<(u64, BTreeMap<String, Cells>)> = numbers
        .iter()
        .zip(SEVERAL)
        .map(|((id, smallest), edition)| (*smallest, tables(&exported(&data_of(edition), id))))
        .collect();
    let (_, broken) = disclosed(&identities, &apart);
    let small = secret(&identities.truth, SMALLEST);
    let least = broken.iter().filter(|figure| small.contains(*figure)).count();
    println!(
        "three editions: {secrets} small figures, {} worked out or shown; {} cells are shown; made \
         apart {} are worked out or shown, {least} of them small for all three; {} cells are shown",
        undone.len(),
        cells(&joint),
        broken.len(),
        cells(&apart)
    );
    assert!(undone.is_empty(), "{} {:?}", undone.len(), &undone[..undone.len().min(9)]);
    assert!(secrets > 300 && broken.len() > 20, "{secrets} {}", broken.len());
    assert!(least > 0);
}

#[test]
fn coded_schools_have_pages_and_no_names() {
    let coded = build("coded");
    let found = leaks(&coded, &names_of_schools());
    assert!(found.is_empty(), "{} leaks: {:#?}", found.len(), &found[..found.len().min(20)]);
    let pages = coded.keys().filter(|path| path.starts_with("schools/s")).count();
    assert!(pages > 300, "{pages} pages of schools");
}

/// A reader who has the registry in its order, or in that of the names, learns nothing from the order
/// in which codes stand in any file.
#[test]
fn the_order_of_codes_says_nothing_of_schools() {
    let files = memory(site());
    let (whole, coded) = (load(&files, "whole").published, load(&files, "coded").published);
    let schools: Vec<(String, String, String)> = whole
        .schools()
        .zip(coded.schools())
        .map(|((_, of), (_, under))| {
            (under.id.as_str()[1..].to_owned(), of.id.to_string(), of.name.clone())
        })
        .collect();
    let by = |key: fn(&(String, String, String)) -> &String| -> BTreeMap<String, usize> {
        let mut sorted: Vec<_> = schools.iter().collect();
        sorted.sort_by_key(|school| key(school));
        sorted.iter().enumerate().map(|(at, school)| (school.0.clone(), at)).collect()
    };
    let orders = [by(|school| &school.1), by(|school| &school.2)];
    let mut longest = 0;
    for (path, bytes) in build("coded") {
        let text = said(&path, &bytes).to_lowercase();
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        let codes = words.map(|word| word.strip_prefix('s').unwrap_or(word));
        let mut met: Vec<&str> = Vec::new();
        let mut seen = BTreeSet::new();
        met.extend(codes.filter(|code| orders[0].contains_key(*code) && seen.insert(*code)));
        longest = longest.max(met.len());
        if met.len() < 24 {
            continue;
        }
        for order in &orders {
            let rising = met.windows(2).filter(|pair| order[pair[0]] < order[pair[1]]).count();
            let share = rising as f64 / (met.len() - 1) as f64;
            assert!((0.2..0.8).contains(&share), "{path}: {share:.2} of {} codes rise", met.len());
        }
    }
    assert!(longest > 300, "{longest} codes in one file");
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
    let files = memory(site());
    let stopped = pipeline::load_edition(&files, Lang::Ru, Some("publik"), &|_, _, _| ());
    let stopped = stopped.err().unwrap();
    let faults: Vec<_> = stopped.faults.sorted().into_iter().collect();
    assert_eq!(faults.len(), 1);
    assert_eq!(faults[0].code, svod::diag::Code::UnknownEdition);
    assert!(faults[0].args.contains(&("nearest", "public".to_owned())));
}

#[test]
fn results_of_few_pupils_are_held_back_and_cannot_be_taken_from_a_total() {
    let files = memory(site());
    let (whole, pupils) = (load(&files, "whole").published, load(&files, "pupils").published);
    // Whoever has this edition may have the open one too.
    let public = load(&files, "public").published;
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
                let total = |of: &Published| of.municipality_series(ix, procedure).years[at];
                if total(&pupils).is_some() || total(&public).is_some() {
                    assert_ne!(hidden, 1, "{} {year}: one is left of the total", municipality.id);
                } else if !results.is_empty() && hidden > 0 {
                    open_municipalities += 1;
                }
            }
            let total = |of: &Published| of.region_series(procedure).years[at].is_some();
            if (total(&pupils) || total(&public)) && open_municipalities == 1 {
                let hidden =
                    whole.schools().filter(|(ix, _)| took_part(*ix).is_some() && !shown(*ix));
                assert_ne!(hidden.count(), 1, "{year}: one is left of the region");
            }
        }
    }
    println!("results of few pupils {small}, held back {held}");
    assert!(small > 20 && held > small, "{small} {held}");
}
