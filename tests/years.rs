//! Reports of several years in one site: those of earlier years stay as they were, and what of them is
//! known otherwise now is listed.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;
#[path = "common/years.rs"]
mod years;

use std::sync::OnceLock;

use common::{Files, build, read, said, svod, text};
use years::site;

const CORRECTED: [(&str, &str); 1] = [("lu02;2023;vpr_math_5;18;8", "lu02;2023;vpr_math_5;18;5")];

struct Built {
    /// The site of two years.
    both: Files,
    /// The report of the earlier year, as it was published.
    alone: Files,
}

fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        let site = site(&CORRECTED);
        let root = site.path().join("site");
        let both = read(&build(&root).path().join("public"));
        let alone = read(&build(&root.join("years/2023")).path().join("public"));
        Built { both, alone }
    })
}

/// A page without the line that tells of the later report.
fn without_news(html: &str) -> String {
    let Some((before, rest)) = html.split_once("<p class=\"newer\"") else {
        return html.to_owned();
    };
    before.to_owned() + rest.split_once("</p>\n").unwrap().1
}

#[test]
fn the_pages_of_a_year_stay_as_they_were() {
    let Built { both, alone } = built();
    for (path, bytes) in alone.iter().filter(|(path, _)| *path != "manifest.json") {
        let now = both.get(&format!("2023/{path}")).unwrap_or_else(|| panic!("{path} has gone"));
        if path.ends_with(".html") {
            let (then, now) = (String::from_utf8_lossy(bytes), String::from_utf8_lossy(now));
            assert!(now.contains("Это отчёт за 2023 год."), "{path} tells of no later report");
            let lines = |html: &str| -> Vec<String> {
                html.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
            };
            assert_eq!(lines(&without_news(&now)), lines(&then), "{path}");
        } else {
            assert_eq!(now, bytes, "{path}");
        }
    }
    let of_year = both.keys().filter(|path| path.starts_with("2023/")).count();
    assert_eq!(of_year, alone.len() - 1);
}

#[test]
fn each_page_has_its_permanent_address() {
    let both = &built().both;
    // Slides lead from the page that they are of.
    let apart = ["2023/", "2024/", "slides/"];
    let year = |path: &&String| apart.iter().any(|folder| path.starts_with(folder));
    for path in both.keys().filter(|path| path.ends_with(".html") && !year(path)) {
        let page = text(both, &format!("2024/{path}"));
        let up = "../".repeat(path.matches('/').count() + 1);
        assert!(page.contains(&format!("href=\"{up}{path}\"")), "{path}");
    }
}

#[test]
fn a_page_leads_to_the_same_one_of_the_later_report() {
    let both = &built().both;
    assert!(text(both, "2023/schools/lu02.html").contains("href=\"../../schools/lu02.html\""));
    assert!(text(both, "2023/index.html").contains("href=\"../archive.html#corrected-2023\""));
    assert!(text(both, "archive.html").contains("id=\"corrected-2023\""));
    let school = text(both, "schools/lu02.html");
    assert!(school.contains("href=\"../2023/schools/lu02.html\""));
}

/// The cells of the rows of a table, without tags.
fn rows(html: &str, id: &str) -> Vec<Vec<String>> {
    let table = html.split(&format!("id=\"{id}\"")).nth(1).unwrap();
    let body = table.split_once("<tbody>").unwrap().1.split_once("</tbody>").unwrap().0;
    let words = |cell: &str| {
        let text: Vec<&str> = cell.split('<').map(|p| p.rsplit('>').next().unwrap()).collect();
        text.concat().replace(['\u{a0}', '\u{2060}'], " ").trim().to_owned()
    };
    let cells = |row: &str| {
        let cells = row.split("</td>").flat_map(|cell| cell.split("</th>"));
        cells.map(words).filter(|text| !text.is_empty()).collect()
    };
    body.split("</tr>").map(cells).filter(|row: &Vec<String>| !row.is_empty()).collect()
}

#[test]
fn what_is_known_otherwise_now_is_listed() {
    let page = text(&built().both, "archive.html");
    let results = rows(page, "results-2023");
    assert_eq!(results.len(), 1);
    assert_eq!(
        results[0][1..],
        ["ВПР, математика, 5 класс", "2023", "8 из 18 (44 %)", "5 из 18 (28 %)"]
    );
    let figures = rows(page, "figures-2023");
    let shares: Vec<_> = figures.iter().filter(|row| row[2] == "2023").collect();
    assert_eq!(shares.len(), 1, "{figures:?}");
    assert_eq!(shares[0][3..], ["19 % (59 из 313)", "18 % (56 из 313)"]);
    assert!(page.contains(&format!("{} показател", figures.len())), "{}", figures.len());
}

#[test]
fn a_year_that_is_known_as_it_was_needs_no_corrections() {
    let site = site(&[]);
    let both = read(&build(&site.path().join("site")).path().join("public"));
    let page = text(&both, "archive.html");
    assert!(page.contains("Показатели прежних отчётов с тех пор не уточнялись."));
    assert!(!page.contains("figures-2023"));
    assert!(!text(&both, "2023/index.html").contains("archive.html#"));
}

#[test]
fn commands_know_the_reports_of_earlier_years() {
    let site = site(&CORRECTED);
    let root = site.path().join("site");
    let (root, then) = (root.to_str().unwrap(), root.join("years/2023"));
    let of = |root: &str, year: &[&str]| {
        said(&[&["table", "failing", "--format", "csv", "--root", root], year].concat())
    };
    let published = of(then.to_str().unwrap(), &[]);
    assert_eq!(of(root, &["--year", "2023"]), published);
    assert_ne!(of(root, &[]), published);
    let unknown = svod(&["check", "--root", root, "--year", "2019"]);
    assert_eq!(unknown.status.code(), Some(1));
    let said = String::from_utf8(unknown.stderr).unwrap();
    assert!(said.contains("Отчёта за 2019 год среди прежних нет."), "{said}");
    assert!(said.contains("unknown-report-year"), "{said}");
}
