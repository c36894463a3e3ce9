//! The examples on the page of the method: each names a real school or municipality and real results,
//! which are looked up in the data here.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use common::pages::{Cell, parts, plain, terms};
use common::{Files, ROOT, bare, build, read, text, yaroslavl};

/// A line of a table by column names.
type Line = BTreeMap<String, String>;

/// The lines of a table of the root site.
fn lines(name: &str) -> Vec<Line> {
    lines_of("", name)
}

/// The lines of a table of a site in the repository.
fn lines_of(site: &str, name: &str) -> Vec<Line> {
    let path = Path::new(ROOT).join(site).join(format!("data/{name}.csv"));
    let text = std::fs::read_to_string(path).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// The text of the page without tags, with plain spaces.
fn method() -> String {
    let html = String::from_utf8(yaroslavl()["methodology.html"].clone()).unwrap();
    html.replace(['\u{a0}', '\u{2060}'], " ")
}

/// Numbers of the first «k из n» after the words.
fn counts(text: &str) -> (u32, u32) {
    let (before, after) = text.split_once(" из ").unwrap();
    let number = |digits: &str| digits.parse().unwrap();
    let count = before.rsplit(|c: char| !c.is_ascii_digit()).next().unwrap();
    let base = after.split(|c: char| !c.is_ascii_digit()).next().unwrap();
    (number(count), number(base))
}

/// The example of a rule: its link, its words.
fn example(html: &str, has: &str) -> (String, String) {
    let found = html.split("<a href=\"schools/").skip(1).find_map(|rest| {
        let (school, rest) = rest.split_once(".html\">")?;
        let words = rest.split_once("</a>")?.0;
        words.contains(has).then(|| (school.to_owned(), words.to_owned()))
    });
    found.unwrap_or_else(|| panic!("no example with «{has}»"))
}

/// The result of a school: how many took part and how many failed.
fn result(school: &str, year: &str, procedure: &str) -> (u32, u32) {
    let all = lines("results");
    let of = |line: &&BTreeMap<String, String>| {
        line["school"] == school && line["year"] == year && line["procedure"] == procedure
    };
    let line = all.iter().find(of).expect("the result of the example");
    (line["below_threshold"].parse().unwrap(), line["participants"].parse().unwrap())
}

#[test]
fn a_low_result_is_one_of_the_data_and_low() {
    let html = method();
    let (school, words) = example(&html, "Результат низкий");
    let name = &lines("schools").into_iter().find(|line| line["id"] == school).unwrap()["name"];
    assert!(words.starts_with(&format!("Пример. {name}: ")), "{words}");
    let ids = [("ОГЭ, математика", "oge_math"), ("ОГЭ, русский язык", "oge_rus")]
        .into_iter()
        .chain([
            ("ВПР, математика, 5 класс", "vpr_math_5"),
            ("ВПР, математика, 6 класс", "vpr_math_6"),
        ])
        .chain([
            ("ВПР, русский язык, 5 класс", "vpr_rus_5"),
            ("ВПР, русский язык, 6 класс", "vpr_rus_6"),
        ])
        .chain([("ЕГЭ, математика профильная", "ege_math_prof"), ("ЕГЭ, русский язык", "ege_rus")]);
    let (_, procedure) = ids.into_iter().find(|(title, _)| words.contains(title)).unwrap();
    let (failing, base) = counts(&words);
    assert_eq!(result(&school, "2022", procedure), (failing, base));
    assert!(failing * 100 >= base * 30 && base >= 20, "{words}");
}

#[test]
fn the_school_of_the_example_is_on_the_list() {
    let (school, words) = example(&method(), "Низких результатов — ");
    let on_the_list = lines("list_membership")
        .iter()
        .any(|line| line["school"] == school && line["year"] == "2023" && line["list"] == "shnor");
    assert!(on_the_list, "{words}");
    let told: usize =
        words.split_once("результатов — ").unwrap().1.split(':').next().unwrap().parse().unwrap();
    assert!(told >= 2 && words.matches(" из ").count() == told, "{words}");
}

#[test]
fn each_type_of_change_has_an_example_that_is_of_it() {
    let html = method();
    let table = html.split_once("id=\"dynamics\"").unwrap().1.split_once("</table>").unwrap().0;
    let row = |title: &str| {
        let row = table.split("<tr").find(|row| row.contains(&format!(" {title}</th>"))).unwrap();
        row.rsplit_once("</a>").unwrap().0.rsplit_once('>').unwrap().1.to_owned()
    };
    let both = |words: &str| {
        let (before, after) = words.split_once("2022 год").unwrap();
        (counts(before), counts(after))
    };
    let below = |(a, b): ((u32, u32), (u32, u32))| (b.0 * a.1).cmp(&(a.0 * b.1));
    assert!(below(both(&row("Положительная"))).is_lt());
    assert!(below(both(&row("Отрицательная"))).is_gt());
    let same = both(&row("Нейтральная"));
    assert!(below(same).is_eq() && same.0.0 > 0);
    let (before, after) = both(&row("0 % за 2 года"));
    assert_eq!((before.0, after.0), (0, 0));
    assert_eq!(row("Нет участников в одном из двух лет").matches(" из ").count(), 1);
}

/// The files of a site of the repository.
fn site(name: &str) -> Files {
    match name {
        "" => yaroslavl().clone(),
        name => read(&build(&Path::new(ROOT).join(name)).path().join("public")),
    }
}

/// The examples of a section of the method, by the terms that they stand under.
fn examples(files: &Files, section: &str) -> BTreeMap<String, Cell> {
    let found = terms(&parts(text(files, "methodology.html")), section).unwrap_or_default();
    let is_example = |cell: &Cell| cell.words.starts_with("Пример");
    let of = |(title, values): (String, Vec<Cell>)| {
        let mut examples = values.into_iter().filter(is_example);
        let example = examples.next()?;
        assert!(examples.next().is_none(), "{title}: two examples");
        Some((title, example))
    };
    found.into_iter().filter_map(of).collect()
}

/// The id of the page that an example leads to, in a folder; the page must be there.
fn leads_to(files: &Files, example: &Cell, folder: &str) -> String {
    let [link] = example.links.as_slice() else { panic!("{example:?}") };
    assert!(files.contains_key(link), "{link}");
    let name = link.strip_prefix(folder).and_then(|name| name.strip_prefix('/'));
    name.and_then(|name| name.strip_suffix(".html")).unwrap().to_owned()
}

/// The title of a thing by its id.
fn titled(site: &str, table: &str, id: &str) -> String {
    let all = lines_of(site, table);
    plain(&all.iter().find(|line| line["id"] == id).unwrap()["name"])
}

/// The methodology of a site.
fn method_of(site: &str) -> toml::Table {
    let path = Path::new(ROOT).join(site).join("methodology.toml");
    std::fs::read_to_string(path).unwrap().parse().unwrap()
}

/// A share that is told, with its year if that is told too.
type Told = (Option<String>, (u32, u32));

/// The shares that a reason of a warning names: of each procedure by its id, with the years where they
/// are told.
fn evidence(site: &str, words: &str) -> BTreeMap<String, Vec<Told>> {
    let method = method_of(site);
    let id = |title: &str| {
        let mut all = method["procedure"].as_array().unwrap().iter();
        let found = all.find(|procedure| procedure["title"].as_str() == Some(title));
        found.unwrap_or_else(|| panic!("{title}"))["id"].as_str().unwrap().to_owned()
    };
    let list = words.split_once(": ").unwrap().1.strip_suffix('.').unwrap();
    let of_procedure = |item: &str| {
        let (title, shares) = item.split_once(" — ").unwrap();
        let share = |share: &str| {
            let year = share.split_once(" в ").map(|(_, year)| year.trim_end_matches(" году"));
            (year.map(str::to_owned), counts(share))
        };
        (id(title), shares.split(", ").map(share).collect())
    };
    list.split("; ").map(of_procedure).collect()
}

/// True if a school is on a list of a year.
fn is_on(site: &str, school: &str, list: &str, year: &str) -> bool {
    let all = lines_of(site, "list_membership");
    all.iter().any(|line| line["school"] == school && line["list"] == list && line["year"] == year)
}

#[test]
fn a_school_that_a_warning_flags_is_outside_the_list_and_has_the_results_that_are_told() {
    let mut kinds = BTreeSet::new();
    for name in ["", "examples/smolensk"] {
        let (files, results) = (site(name), lines_of(name, "results"));
        let of = |school: &str, year: &str, procedure: &str| -> (u32, u32) {
            let of = |line: &&Line| {
                line["school"] == school && line["year"] == year && line["procedure"] == procedure
            };
            let line = results.iter().find(of).unwrap();
            (line["below_threshold"].parse().unwrap(), line["participants"].parse().unwrap())
        };
        let found = examples(&files, "warnings");
        let method = method_of(name);
        for rule in method["warning"].as_array().unwrap() {
            let (title, kind) = (rule["title"].as_str().unwrap(), rule["kind"].as_str().unwrap());
            let example = &found[title];
            let school = leads_to(&files, example, "schools");
            let start = format!("Пример. {}. ", titled(name, "schools", &school));
            let words = example.words.strip_prefix(&start).unwrap();
            assert!(!is_on(name, &school, "shnor", "2023"), "{title}: {school} is on the list");
            let told = evidence(name, words);
            assert!(told.len() >= 2, "{title}: {words}");
            for (procedure, shares) in told {
                for (year, share) in &shares {
                    let year = year.as_deref().unwrap_or("2022");
                    assert_eq!(*share, of(&school, year, &procedure), "{title}: {words}");
                    assert!(share.1 >= 20, "{title}: chance speaks in {words}");
                }
                let grows = |pair: &[Told]| {
                    let [(_, before), (_, after)] = pair else { panic!() };
                    after.0 * before.1 > before.0 * after.1
                };
                match kind {
                    "near" => {
                        let [(None, (failing, base))] = shares.as_slice() else { panic!() };
                        assert!(failing * 100 >= base * 20, "{title}: {words}");
                    }
                    _ => assert!(shares.len() == 3 && shares.windows(2).all(grows), "{words}"),
                }
            }
            // The school's own page gives the same reason.
            let own = plain(text(&files, &format!("schools/{school}.html")));
            assert!(own.contains(words), "{school}: {words}");
            kinds.insert(kind.to_owned());
        }
    }
    assert_eq!(kinds, BTreeSet::from(["near".to_owned(), "worsening".to_owned()]));
}

#[test]
fn examples_about_risks_say_what_the_profiles_say() {
    for (name, year) in [("", "2022"), ("examples/smolensk", "2023")] {
        let (files, mut rows) = (site(name), lines_of(name, "risks"));
        rows.retain(|row| row["year"] == year);
        let found = examples(&files, "risks");

        let example = &found["Что берётся из профилей"];
        let school = leads_to(&files, example, "schools");
        let own: Vec<&Line> = rows.iter().filter(|row| row["school"] == school).collect();
        let of = |column: &str, value: &str| own.iter().filter(|r| r[column] == value).count();
        let [high, medium, low] = ["high", "medium", "low"].map(|level| of("level", level));
        let [chosen, done] = ["chosen", "programme_done"].map(|column| of(column, "1"));
        let expected = format!(
            "Пример. {}, профиль {year} года. Рисков высокой значимости — {high}, средней — {medium}, \
             низкой — {low}; выбрано школой — {chosen}, программ выполнено — {done}.",
            titled(name, "schools", &school)
        );
        assert_eq!(example.words, expected);
        assert!(high + medium + low > 0 && chosen > 0);
        assert!(own.iter().any(|row| row["chosen"] == "1" && row["programme_done"] == "1"));

        let example = &found["От чего доли"];
        let id = leads_to(&files, example, "municipalities");
        let start = format!("Пример. {}, ", titled(name, "municipalities", &id));
        let words = example.words.strip_prefix(&start).unwrap();
        let schools = lines_of(name, "schools");
        let inside = schools.iter().filter(|line| line["municipality"] == id);
        let inside: BTreeSet<&str> = inside.map(|line| line["id"].as_str()).collect();
        let catalogue = lines_of(name, "risk_catalogue");
        let named = |risk: &&Line| words.contains(&format!("«{}»", risk["name"]));
        let risk = &catalogue.iter().find(named).unwrap()["id"];
        let said = rows.iter().filter(|row| row["risk"] == *risk);
        let said: Vec<&Line> = said.filter(|row| inside.contains(row["school"].as_str())).collect();
        let high = said.iter().filter(|row| row["level"] == "high").count();
        let ([n, base], all) = ([high, said.len()], inside.len());
        assert!(n > 0 && words.contains(&format!("высокая значимость — {n} школ")), "{words}");
        assert!(words.contains(&format!(" из {base} ")), "{words}");
        assert!(words.ends_with(&format!("Всего школ в муниципалитете — {all}.")), "{words}");
    }
}

#[test]
fn the_effect_of_a_programme_is_shown_on_a_school_that_carried_it_out() {
    let files = site("");
    let example = &examples(&files, "risks")["Что названо действием программы"];
    let school = leads_to(&files, example, "schools");
    let catalogue = lines("risk_catalogue");
    let named = |risk: &&Line| example.words.contains(&format!("«{}»", risk["name"]));
    let risk = &catalogue.iter().find(named).unwrap()["id"];
    let done = lines("risks").iter().any(|row| {
        row["school"] == school
            && row["year"] == "2022"
            && row["risk"] == *risk
            && row["programme_done"] == "1"
    });
    assert!(done, "{}", example.words);
    let method = method_of("");
    let standing = |year: &str| {
        let all = lines("list_membership");
        let of = |line: &&Line| {
            line["school"] == school && line["list"] == "shnor" && line["year"] == year
        };
        let Some(line) = all.iter().find(of) else { return "вне перечня".to_owned() };
        let mut clusters = method["cluster"].as_array().unwrap().iter();
        let cluster = clusters.find(|c| c["id"].as_str() == Some(&line["cluster"])).unwrap();
        cluster["title"].as_str().unwrap().to_owned()
    };
    let [before, after] = ["2022", "2023"].map(standing);
    let end = format!("Перечень 2022 года — «{before}», перечень 2023 года — «{after}».");
    assert!(example.words.ends_with(&end), "{end} {}", example.words);
    assert!(is_on("", &school, "shnor", "2022"));
}

/// Where both groups are large enough, a difference is shown as it is judged; else it is said that
/// there is none to show.
#[test]
fn a_difference_is_judged_on_groups_that_are_large_enough() {
    let title = "Когда различие больше обычных колебаний";
    let example = &examples(&site(""), "risks")[title];
    assert_eq!(
        (example.words.as_str(), example.links.len()),
        ("Примера нет: ни по одному риску в обеих группах нет 20 школ.", 0)
    );
    let dir = bare(Path::new(ROOT), "", |method| format!("{method}\n[statistics]\nsmall = 5\n"));
    let files = read(&build(dir.path()).path().join("public"));
    let example = &examples(&files, "risks")[title];
    let risk = leads_to(&files, example, "risks");
    let table = text(&files, &format!("tables/risk_{risk}_effect.csv"));
    let cell = |row: &str| {
        let line = table.lines().find(|line| line.starts_with(&format!("{row},left,"))).unwrap();
        let cells: Vec<&str> = line.split(',').collect();
        (cells[2].to_owned(), cells[3].to_owned())
    };
    for (of, row) in [("Выполнили программу и вышли", "programme"), ("а из перечня вышли", "risk")]
    {
        let (n, base) = cell(row);
        let words = example.words.split_once(of).unwrap().1.split_once(": ").unwrap().1;
        assert!(words.starts_with(&format!("{n} школ")), "{}", example.words);
        let of = words.split_once(" из ").unwrap().1;
        assert!(of.starts_with(&format!("{base} ")) || of.starts_with(&format!("{base}.")), "{of}");
        assert!(base.parse::<u32>().unwrap() >= 5);
    }
    assert!(example.words.contains("Интервал разности — от "), "{}", example.words);
    let last = example.words.split(". ").last().unwrap();
    assert!(last.contains("случайно") || last.contains("доказательство"), "{last}");
}

#[test]
fn a_variant_is_shown_on_a_school_that_has_what_it_asks_for() {
    let name = "examples/chelyabinsk";
    let files = site(name);
    let found = examples(&files, "variants");
    let method = method_of(name);
    let mut seen = BTreeMap::new();
    for support in method["support"].as_array().unwrap() {
        for variant in support["variant"].as_array().unwrap() {
            let (id, title) = (variant["id"].as_str().unwrap(), variant["title"].as_str().unwrap());
            let example = &found[title];
            let school = leads_to(&files, example, "schools");
            let titled = titled(name, "schools", &school);
            assert!(example.words.starts_with(&format!("Пример. {titled}")), "{example:?}");
            let variant = text(&files, &format!("variants/{id}.html"));
            assert!(variant.contains(&format!("../schools/{school}.html")), "{id}: {school}");
            assert!(is_on(name, &school, "ukoo", "2023"));
            let on = |from: i32| {
                (from..=2023).filter(|year| is_on(name, &school, "ukoo", &year.to_string())).count()
            };
            let run = (2020..=2023)
                .rev()
                .take_while(|year| is_on(name, &school, "ukoo", &year.to_string()))
                .count();
            let biased = is_on(name, &school, "vpr_bias", "2023");
            let values: Vec<&str> = example.words.split(" — ").skip(1).collect();
            let values: Vec<&str> =
                values.iter().map(|v| v.split([';', '.']).next().unwrap()).collect();
            let number = |n: usize| n.to_string();
            let expected = match id {
                "first_time" => vec![number(on(2020))],
                "repeated" => vec![number(on(2021)), number(run)],
                "serial" => vec![number(run), if biased { "да" } else { "нет" }.to_owned()],
                _ => Vec::new(),
            };
            assert_eq!(values, expected, "{id}: {}", example.words);
            seen.insert(id.to_owned(), (on(2020), on(2021), run, biased));
        }
    }
    assert!(seen["first_time"].0 <= 1);
    assert!(seen["repeated"].1 >= 2 && seen["repeated"].2 < 3);
    assert!(seen["serial"].2 >= 3 || seen["serial"].3);
    assert_eq!(seen.len(), 4);
}

#[test]
fn a_rule_that_nobody_meets_says_so_and_names_nobody() {
    let variants = examples(&site("tests/golden/lists"), "variants");
    let nobody = "Примера нет: под правило не подходит ни одна школа.";
    let none: Vec<&Cell> = variants.values().filter(|cell| cell.words == nobody).collect();
    assert!(!none.is_empty() && none.len() < variants.len());
    assert!(none.iter().all(|cell| cell.links.is_empty()));
    let rule =
        "[[warning]]\nid = \"steep\"\ntitle = \"Крутой рост\"\nkind = \"near\"\nshare = 99\n";
    let dir = bare(Path::new(ROOT), "", |method| format!("{method}\n{rule}"));
    let files = read(&build(dir.path()).path().join("public"));
    let warnings = examples(&files, "warnings");
    assert_eq!((warnings["Крутой рост"].words.as_str(), warnings.len()), (nobody, 2));
}

/// Whatever an edition does not show, no example shows: no school where schools are left out; no
/// small result and no value where small numbers are held back.
#[test]
fn examples_show_no_more_than_their_edition() {
    let edition = |more: &str| format!("[[edition]]\nid = \"of\"\ntitle = \"Редакция\"\n{more}\n");
    let built = |site: &str, more: &str| {
        let dir = bare(&Path::new(ROOT).join(site), &edition(more), |method| method);
        read(&build(dir.path()).path().join("public"))
    };
    let sections = ["rules", "warnings", "risks", "variants"];
    let of = |files: &Files| -> Vec<Cell> {
        sections.iter().flat_map(|section| examples(files, section).into_values()).collect()
    };
    for site in ["", "examples/chelyabinsk"] {
        let omitted = built(site, "schools = \"omitted\"\nsmallest = 5");
        let page = plain(text(&omitted, "methodology.html"));
        assert_eq!(of(&omitted).len(), 0, "{site}");
        assert!(!page.contains("schools/"), "{site}");
        let names: Vec<String> =
            lines_of(site, "schools").iter().map(|line| plain(&line["name"])).collect();
        assert!(!names.iter().any(|name| page.contains(name)), "{site}");

        let coded = "schools = \"coded\"\ncode_key = \"секрет для проверки\"\nsmallest = 5";
        let coded = built(site, coded);
        let page = plain(text(&coded, "methodology.html"));
        assert!(!names.iter().any(|name| page.contains(name)), "{site}");
        let shown = of(&coded);
        assert!(shown.iter().any(|cell| cell.words.starts_with("Пример. Школа ")), "{site}");
        for cell in &shown {
            let results = cell.words.split('(').skip(1).filter(|of| of.contains(" из "));
            for base in results.map(|of| counts(of).1) {
                assert!(base >= 5, "{}", cell.words);
            }
        }
    }
    let pupils = built("examples/chelyabinsk", "smallest = 5");
    for (title, example) in examples(&pupils, "variants") {
        assert!(!example.words.contains(" — "), "{title}: {}", example.words);
        leads_to(&pupils, &example, "schools");
    }
}
