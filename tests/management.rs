//! Documents, measures, decisions and the frame of support: what the pages promise beyond their
//! bytes, which `golden` compares.

#![allow(clippy::unwrap_used)] // The lint allows it in `#[test]` functions only.

mod common;

use std::path::Path;

use common::{ROOT, build, read, text, yaroslavl};

/// The words of HTML between two marks, without tags.
fn words<'a>(html: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    let inside = html.split(from).nth(1).unwrap().split(to).next().unwrap();
    let words = inside.split(['<', '>']).step_by(2).map(str::trim);
    words.filter(|words| !words.is_empty()).collect()
}

/// «Общая рамка сопровождения по группам школ»: 13, 38 and 36 schools, counted from the list.
#[test]
fn the_frame_counts_the_schools_of_the_list() {
    let page = text(yaroslavl(), "frame.html");
    let head = words(page, "<thead>", "</thead>");
    let counts: Vec<&str> =
        head.into_iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect();
    assert_eq!(counts, ["13 школ", "38 школ", "36 школ"]);
    for (cluster, schools) in [("strong", 13), ("moderate", 38), ("base", 36)] {
        let list = page.split(&format!("<section id=\"schools-{cluster}\">")).nth(1).unwrap();
        let list = list.split("</section>").next().unwrap();
        assert_eq!(list.matches("<th scope=\"row\">").count(), schools, "{cluster}");
    }
}

/// Neighbours that are offered the same share a cell, as in the published frame.
#[test]
fn equal_cells_of_the_frame_are_one() {
    let page = text(yaroslavl(), "frame.html");
    let body = page.split("<table class=\"frame\">").nth(1).unwrap();
    let body = body.split("</table>").next().unwrap();
    let spans: Vec<usize> = body
        .split("<td")
        .skip(1)
        .map(|cell| {
            let tag = cell.split('>').next().unwrap();
            tag.split("colspan=\"").nth(1).map_or(1, |n| n[..1].parse().unwrap())
        })
        .collect();
    assert_eq!(spans, [2, 1, 3, 1, 2, 1, 2, 3, 3]);
}

/// A file is published under a name that every system holds, byte for byte.
#[test]
fn files_of_documents_are_copied() {
    let site = Path::new(ROOT).join("tests/golden/management");
    let files = read(&build(&site).path().join("public"));
    let own = std::fs::read(site.join("content/files/приказ № 02-1568.pdf")).unwrap();
    assert_eq!(files["files/prikaz-no-02-1568.pdf"], own);
    let manifest = text(&files, "manifest.json");
    assert!(manifest.contains("content/files/приказ № 02-1568.pdf"), "{manifest}");
}

/// Every verdict of the root's measures stands beside a sign and the tables that support it.
#[test]
fn a_verdict_has_a_sign_a_word_and_its_tables() {
    let page = text(yaroslavl(), "measures.html");
    let measure = page.split("id=\"measure-track1-1\"").nth(1).unwrap();
    let measure = measure.split("</article>").next().unwrap().replace('\u{a0}', " ");
    assert!(measure.contains("✓</span> сохранить"), "{measure}");
    assert!(measure.contains("href=\"tables/survey_curator_useful_p500_2022.html\""), "{measure}");
    assert!(measure.contains("Больше всего: апрель — 69,0 %"), "{measure}");
    let track = text(yaroslavl(), "groups/track1.html");
    assert!(track.contains("id=\"measure-track1-1\""));
}

/// Words in place of a number are values: they are shown, with the note beside them.
#[test]
fn words_of_an_indicator_are_shown() {
    let page = text(yaroslavl(), "groups/track2.html");
    let rows = words(page, "id=\"programme-indicators\">", "</table>").join("|");
    assert!(rows.contains("|21\u{a0}%|Нет данных|Расчет не проводился"), "{rows}");
    assert!(rows.contains("январь 2022\u{a0}г.|январь 2023\u{a0}г."), "{rows}");
}

/// What is late comes first, by the date of the report; each decision stands once.
#[test]
fn decisions_are_late_by_the_date_of_the_report() {
    let site = Path::new(ROOT).join("tests/golden/management");
    let files = read(&build(&site).path().join("public"));
    let page = text(&files, "decisions.html").replace('\u{a0}', " ");
    let late = page.split("<section id=\"overdue\">").nth(1).unwrap();
    let late = late.split("</section>").next().unwrap();
    assert!(late.contains("Закрепить кураторов"), "{late}");
    assert!(late.contains("!</span> просрочено"), "{late}");
    for id in ["mentors", "seminar", "audit", "report", "trip"] {
        assert_eq!(page.matches(&format!("id=\"decision-{id}\"")).count(), 1, "{id}");
    }
    let own = text(&files, "municipalities/lugovoy.html");
    assert!(own.contains("Закрыть вакансии") && own.contains("Закрепить кураторов"));
    let school = text(&files, "schools/l1.html");
    assert!(school.contains("Пересмотреть программу") && school.contains("Провести аудит"));
    assert!(!text(&files, "schools/l2.html").contains("Провести аудит"));
}
