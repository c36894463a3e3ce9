//! The Russian of the calls: every count from none to a hundred and twenty-one, held against the
//! rules of the grammar written out here once more.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

use std::fmt::Write as _;

use svod::pipeline;
use svod::report::speech::Subject;
use svod::source::Memory;
use svod::text::Lang;

/// As many schools as the region has; a group of each size up to it is a row of the table.
const SCHOOLS: usize = 121;

const METHOD: &str = r#"
[years]
current = 2023

[[procedure]]
id = "vpr"
title = "ВПР"
subject = "математика"
grade = 5
stage = "ВПР"
failing = "получили отметку «2»"

[[attribute]]
id = "group"
kind = "groups"
title = "Группа"

[[table]]
id = "sizes"
title = "Группы по числу школ"
over = ["schools"]
rows = [{ attribute = "group" }]
columns = [{ id = "all", title = "Школ", where = {} }]
base = "all"
"#;

/// What the calls of a text say, line by line, without the marks that keep Markdown away.
fn told(lines: &[String]) -> Vec<String> {
    let mut method = METHOD.to_owned();
    let mut schools = "id,name,municipality\n".to_owned();
    let mut groups = "school,group,year\n".to_owned();
    for n in 0..=SCHOOLS {
        write!(method, "\n[[group]]\nid = \"n{n}\"\ntitle = \"Группа {n}\"\n").unwrap();
        for school in 0..n {
            writeln!(groups, "s{school},n{n},2023").unwrap();
        }
    }
    for school in 0..SCHOOLS {
        writeln!(schools, "s{school},Школа № {school},m").unwrap();
    }
    let text = format!("+++\ntitle = \"Т\"\n+++\n\n{}\n", lines.join("\n"));
    let site = "title = \"Т\"\nregion = \"Т\"\npublisher = \"Т\"\n";
    let results = "school,year,procedure,participants,below_threshold\ns0,2023,vpr,9,1\n";
    let files = [
        ("svod.toml", site),
        ("methodology.toml", &method),
        ("data/municipalities.csv", "id,name,kind\nm,Округ,МО\n"),
        ("data/schools.csv", &schools),
        ("data/groups.csv", &groups),
        ("data/results.csv", results),
        ("content/text.md", &text),
    ];
    let files = files
        .iter()
        .fold(Memory::new(), |all, (path, text)| all.with(path, text.as_bytes().to_vec()));
    let loaded = pipeline::load(&files, Lang::Ru, &|_, _, _| {})
        .unwrap_or_else(|stopped| panic!("{:?}", stopped.faults.sorted()));
    let told = loaded.narrator.tell(0, &Subject::Region).unwrap();
    let plain = told.markdown.replace('\\', "").replace('\u{a0}', " ");
    plain.trim().lines().map(str::to_owned).collect()
}

/// One of three forms by the last digits: «школа», «школы», «школ».
fn form<'a>(n: usize, forms: [&'a str; 3]) -> &'a str {
    match (n % 10, n % 100) {
        (_, 11..=14) => forms[2],
        (1, _) => forms[0],
        (2..=4, _) => forms[1],
        _ => forms[2],
    }
}

/// Percentages rounded half up, in tenths.
fn tenths(n: usize) -> usize {
    (2 * 1000 * n + SCHOOLS) / (2 * SCHOOLS)
}

fn check(lines: Vec<(String, String)>) {
    let (said, expected): (Vec<String>, Vec<String>) = lines.into_iter().unzip();
    let told = told(&said);
    assert_eq!(told.len(), expected.len());
    for ((call, told), expected) in said.iter().zip(told).zip(expected) {
        assert_eq!(told, expected, "{call}");
    }
}

#[test]
fn every_count_has_its_form() {
    let mut lines = Vec::new();
    for n in 0..=SCHOOLS {
        let cell = format!("\"sizes\", row=\"n{n}\"");
        let words = "one=\"центр\", few=\"центра\", many=\"центров\"";
        let verbs = "one=\"вышла\", few=\"вышли\", many=\"вышло\"";
        let mut say = |call: &str, expected: String| {
            lines.push((format!("{{{{ {call} }}}}"), expected));
        };
        say(&format!("schools({cell})"), format!("{n} {}", form(n, ["школа", "школы", "школ"])));
        let of = if form(n, ["1", "2", "5"]) == "1" { "школы" } else { "школ" };
        say(&format!("schools({cell}, form=\"of\")"), format!("{n} {of}"));
        let within = if of == "школы" { "школе" } else { "школах" };
        say(&format!("schools({cell}, form=\"in\")"), format!("{n} {within}"));
        let centres = form(n, ["центр", "центра", "центров"]);
        say(&format!("count({cell}, {words})"), format!("{n} {centres}"));
        say(&format!("word({cell}, {verbs})"), form(n, ["вышла", "вышли", "вышло"]).to_owned());
        say(&format!("schools_part({cell})"), format!("{n} из {SCHOOLS} школы"));
        let whole = (tenths_of(n, 1), tenths(n));
        let schools = form(n, ["школа", "школы", "школ"]);
        say(&format!("schools_percent({cell})"), format!("{n} {schools} ({} %)", whole.0));
        let decimal = format!("{},{} %", whole.1 / 10, whole.1 % 10);
        say(&format!("percent({cell}, decimals=1)"), decimal);
    }
    check(lines);
}

/// A percentage with no digit after the mark, rounded half up from the exact fraction.
fn tenths_of(n: usize, scale: usize) -> usize {
    (2 * 100 * scale * n + SCHOOLS) / (2 * SCHOOLS)
}

#[test]
fn every_change_reads_as_russian() {
    let sizes = [0_usize, 1, 2, 4, 5, 11, 12, 21, 22, 60, 99, 100, 101, 107, 111, 120, 121];
    let mut lines = Vec::new();
    for from in sizes {
        for to in sizes {
            let ends = format!("from=\"n{from}\", to=\"n{to}\"");
            let by = to.abs_diff(from);
            let schools = form(by, ["школу", "школы", "школ"]);
            let expected = match to.cmp(&from) {
                std::cmp::Ordering::Greater => format!("выросло на {by} {schools}"),
                std::cmp::Ordering::Less => format!("снизилось на {by} {schools}"),
                std::cmp::Ordering::Equal => "не изменилось".to_owned(),
            };
            lines
                .push((format!("{{{{ change(\"sizes\", {ends}, unit=\"schools\") }}}}"), expected));
            // The difference is rounded once, from the exact fraction.
            let points = tenths_of(by, 1);
            let word = form(points, ["пункт", "пункта", "пунктов"]);
            let whole = form(points, ["процентный", "процентных", "процентных"]);
            let expected = match to.cmp(&from) {
                std::cmp::Ordering::Equal => "не изменилась".to_owned(),
                _ if points == 0 => "почти не изменилась".to_owned(),
                std::cmp::Ordering::Greater => format!("выросла на {points} {whole} {word}"),
                std::cmp::Ordering::Less => format!("снизилась на {points} {whole} {word}"),
            };
            lines.push((format!("{{{{ change(\"sizes\", {ends}) }}}}"), expected));
            let with = |n: usize| if (100..200).contains(&n) { "со" } else { "с" };
            let of = if form(to, ["1", "2", "5"]) == "1" { "школы" } else { "школ" };
            let expected = format!("{} {from} до {to} {of}", with(from));
            lines.push((
                format!("{{{{ from_to(\"sizes\", {ends}, unit=\"schools\") }}}}"),
                expected,
            ));
            let (a, b) = (tenths_of(from, 1), tenths_of(to, 1));
            let expected = format!("{} {a} % до {b} %", with(a));
            lines.push((format!("{{{{ from_to(\"sizes\", {ends}) }}}}"), expected));
        }
    }
    check(lines);
}

#[test]
fn a_fraction_takes_the_genitive_singular() {
    let say = |call: &str, expected: &str| (format!("{{{{ {call} }}}}"), expected.to_owned());
    check(vec![
        say(
            "change(\"sizes\", from=\"n0\", to=\"n1\", decimals=1)",
            "выросла на 0,8 процентного пункта",
        ),
        say(
            "change(\"sizes\", from=\"n22\", to=\"n0\", decimals=2, gender=\"masculine\")",
            "снизился на 18,18 процентного пункта",
        ),
        say("from_to(\"sizes\", from=\"n1\", to=\"n121\", decimals=2)", "с 0,83 % до 100,00 %"),
        say("from_to(\"sizes\", from=\"n121\", to=\"n1\", decimals=2)", "со 100,00 % до 0,83 %"),
        say("percent(\"sizes\", row=\"largest\")", "100 %"),
        say("count(\"sizes\", row=\"smallest\")", "0"),
    ]);
}
