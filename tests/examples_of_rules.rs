//! The examples on the page of the method: each names a real school and a real result.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::collections::BTreeMap;

use common::{ROOT, yaroslavl};

/// The lines of a table of the root site, by column names.
fn lines(name: &str) -> Vec<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(format!("{ROOT}/data/{name}.csv")).unwrap();
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
