//! Real borders on the map of the region: what is drawn of them, and what a file may not do.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod common;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use common::{ROOT, build, read, svod};

/// The small site with borders.
fn site(borders: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, bytes) in read(&Path::new(ROOT).join("tests/golden/small")) {
        if path.starts_with("expected/") {
            continue;
        }
        let to = dir.path().join(&path);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, bytes).unwrap();
    }
    let settings = dir.path().join("svod.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(settings, format!("borders = \"data/borders.geojson\"\n{text}")).unwrap();
    fs::write(dir.path().join("data/borders.geojson"), borders).unwrap();
    dir
}

fn ring(points: &[(f64, f64)]) -> String {
    let points: Vec<String> = points.iter().map(|(x, y)| format!("[{x},{y}]")).collect();
    format!("[{}]", points.join(","))
}

fn square(west: f64, south: f64, side: f64) -> String {
    let (east, north) = (west + side, south + side);
    ring(&[(west, south), (east, south), (east, north), (west, north), (west, south)])
}

fn feature(properties: &str, rings: &[String]) -> String {
    let rings = rings.join(",");
    format!(
        "{{\"type\":\"Feature\",\"properties\":{properties},\
         \"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{rings}]}}}}"
    )
}

fn collection(features: &[String]) -> String {
    format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}", features.join(","))
}

/// The overview as built.
fn overview(borders: &str) -> String {
    let site = site(borders);
    fs::read_to_string(build(site.path()).path().join("public/index.html")).unwrap()
}

/// The paths of the areas of the first map, by the page that they lead to.
fn paths(html: &str) -> Vec<(String, String)> {
    let map = html.split_once("class=\"chart chart-areas\"").expect("a map of areas").1;
    let map = map.split_once("</svg>").unwrap().0;
    let links = map.split("<a href=\"").skip(1).map(|link| {
        let (to, rest) = link.split_once('"').unwrap();
        let path = rest.split_once(" d=\"").unwrap().1.split_once('"').unwrap().0;
        (to.to_owned(), path.to_owned())
    });
    links.collect()
}

#[test]
fn each_municipality_lies_in_its_borders_and_leads_to_its_page() {
    let forest =
        feature("{\"name\":\"ЛЕСНОЙ  МО\"}", &[square(40.0, 57.0, 2.0), square(40.5, 57.5, 0.8)]);
    let river = feature("{\"code\":\"rechnoy\"}", &[square(40.5, 57.5, 0.8)]);
    let html = overview(&collection(&[forest, river]));
    let drawn = paths(&html);
    let links: Vec<&str> = drawn.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(links, ["municipalities/lesnoy.html", "municipalities/rechnoy.html"]);
    assert_eq!(drawn[0].1.matches('M').count(), 2, "a hole: {}", drawn[0].1);
    assert_eq!(drawn[1].1.matches('M').count(), 1);
    // As wide as the picture, and as many degrees high as wide on the globe.
    let tall: f64 = html.split_once("chart-areas\" viewBox=\"0 0 ").unwrap().1[4..]
        .split('"')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    assert!(tall > 400.0, "{tall}");
    assert!(!html.contains("chart-tiles"));
    assert_eq!(
        html,
        overview(&collection(&[
            feature(
                "{\"name\":\"ЛЕСНОЙ  МО\"}",
                &[square(40.0, 57.0, 2.0), square(40.5, 57.5, 0.8)]
            ),
            feature("{\"code\":\"rechnoy\"}", &[square(40.5, 57.5, 0.8)]),
        ]))
    );
}

#[test]
fn an_enclave_that_borders_do_not_spare_is_drawn_over_them() {
    // By the order of names «Лесной» is drawn first; here it lies inside the other.
    let inner = feature("{\"id\":\"lesnoy\"}", &[square(40.5, 57.5, 0.8)]);
    let outer = feature("{\"id\":\"rechnoy\"}", &[square(40.0, 57.0, 2.0)]);
    let drawn = paths(&overview(&collection(&[inner, outer])));
    let links: Vec<&str> = drawn.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(links, ["municipalities/rechnoy.html", "municipalities/lesnoy.html"]);
}

#[test]
fn names_stand_where_they_fit_and_are_said_once() {
    let left = feature("{\"id\":\"lesnoy\"}", &[square(40.0, 57.0, 2.0)]);
    let right = feature("{\"id\":\"rechnoy\"}", &[square(42.0, 57.0, 0.1)]);
    let html = overview(&collection(&[left, right]));
    let map = html.split_once("chart-areas").unwrap().1.split_once("</svg>").unwrap().0;
    let written = map.split_once("<g aria-hidden=\"true\">").expect("words for the eye alone").1;
    assert!(written.contains(">Лесной<") && !written.contains("Речной"), "{written}");
    assert!(map.contains("<title>Лесной") && map.contains("Речной:"), "{map}");
}

#[test]
fn a_region_on_both_sides_of_the_last_meridian_stays_in_one_piece() {
    let west = feature("{\"id\":\"lesnoy\"}", &[square(178.0, 65.0, 2.0)]);
    let east = feature("{\"id\":\"rechnoy\"}", &[square(-180.0, 65.0, 2.0)]);
    let drawn = paths(&overview(&collection(&[west, east])));
    let start = |at: usize| -> f64 {
        let x = drawn[at].1[1..].split([' ', 'l']).next().unwrap();
        x.parse().unwrap()
    };
    // Side by side: the second begins where the first ends.
    assert!((170.0..180.0).contains(&(start(1) - start(0))), "{drawn:?}");
}

#[test]
fn what_is_finer_than_the_page_shows_is_left_out() {
    // A circle of many points with the noise of a coast.
    let noisy: Vec<(f64, f64)> = (0..40_000)
        .map(|n| {
            let angle = f64::from(n) * std::f64::consts::TAU / 40_000.0;
            let radius = 1.0 + 0.01 * f64::from(n * 7919 % 101) / 101.0;
            (40.0 + radius * angle.cos(), 57.0 + radius * angle.sin())
        })
        .collect();
    let mut noisy: Vec<(f64, f64)> = noisy;
    noisy.push(noisy[0]);
    let forest = feature("{\"id\":\"lesnoy\"}", &[ring(&noisy)]);
    let river = feature("{\"id\":\"rechnoy\"}", &[square(40.5, 57.5, 0.8)]);
    let drawn = paths(&overview(&collection(&[forest, river])));
    let bytes: usize = drawn.iter().map(|(_, path)| path.len()).sum();
    assert!((200..10_000).contains(&bytes), "{bytes}");
}

#[test]
fn a_municipality_without_borders_is_a_warning_and_no_more() {
    let site = site(&collection(&[feature("{\"id\":\"lesnoy\"}", &[square(40.0, 57.0, 1.0)])]));
    let output = svod(&["check", "--root", site.path().to_str().unwrap()]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("no-border") && said.contains("Речной"), "{said}");
}

#[test]
fn a_hostile_file_is_refused_and_nothing_breaks() {
    let refused = |borders: &str| {
        let site = site(borders);
        let output = svod(&["check", "--root", site.path().to_str().unwrap()]);
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let huge = " ".repeat(9 << 20);
    assert!(matches!(refused(&huge), (Some(1), said) if said.contains("large-borders")));
    let deep = "[".repeat(100_000);
    assert!(matches!(refused(&deep), (Some(1), said) if said.contains("bad-borders")));
    // Borders that cross themselves, or enclose nothing, are drawn as they are.
    let bow = ring(&[(40.0, 57.0), (41.0, 58.0), (41.0, 57.0), (40.0, 58.0), (40.0, 57.0)]);
    let point = ring(&[(40.0, 57.0); 5]);
    let line = ring(&[(40.0, 57.0), (41.0, 57.0), (42.0, 57.0), (40.0, 57.0)]);
    for strange in [&bow, &point, &line] {
        for other in [&bow, &point, &line] {
            let (code, said) = refused(&collection(&[
                feature("{\"id\":\"lesnoy\"}", std::slice::from_ref(strange)),
                feature("{\"id\":\"rechnoy\"}", std::slice::from_ref(other)),
            ]));
            assert_eq!(code, Some(0), "{said}");
            let html = overview(&collection(&[
                feature("{\"id\":\"lesnoy\"}", std::slice::from_ref(strange)),
                feature("{\"id\":\"rechnoy\"}", std::slice::from_ref(other)),
            ]));
            assert!(html.contains("<h1>"));
        }
    }
}
