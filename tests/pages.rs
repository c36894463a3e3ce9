//! The pages as a browser reads them: every link leads somewhere, nothing is asked of another host,
//! nothing stands inline.

#![allow(clippy::unwrap_used)] // The lint allows it in `#[test]` functions only.

mod common;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use common::pages::{Cell, Part, Site, leads_on, resolve, rows};
use common::{Files, ROOT, build, read, yaroslavl};
use svod::output::{Digest, MANIFEST, Manifest};

/// The sites that are looked at.
fn sites() -> &'static [Site<'static>] {
    static SITES: OnceLock<Vec<Site<'static>>> = OnceLock::new();
    static SMALL: OnceLock<Vec<Files>> = OnceLock::new();
    SITES.get_or_init(|| {
        let cases = SMALL.get_or_init(|| {
            let site = |case| build(&Path::new(ROOT).join("tests/golden").join(case));
            ["life", "minimal", "small", "programme", "warnings", "risks", "management"]
                .map(|case| read(&site(case).path().join("public")))
                .into()
        });
        cases.iter().chain([yaroslavl()]).map(Site::of).collect()
    })
}

fn none(violations: Vec<String>) {
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

#[test]
fn every_link_leads_to_a_file_and_a_place_in_it() {
    let mut followed = 0;
    for site in sites() {
        let (links, lost) = site.lost_links();
        followed += links;
        none(lost);
    }
    assert!(followed > 10_000, "{followed} links found: the search has gone blind");
}

/// An old address leads on at once, to a page that stays, by a plain link too, and asks not to be
/// found in its stead.
#[test]
fn old_addresses_lead_on() {
    let mut seen = BTreeSet::new();
    for site in sites() {
        for (page, tags) in site.tags() {
            let Some(to) = tags.iter().find_map(|tag| leads_on(tag)) else { continue };
            let has = |name: &str, key: &str, value: &str| {
                let of_name = tags.iter().filter(|tag| tag.name == name);
                of_name.filter_map(|tag| tag.attributes.get(key)).any(|of| of == value)
            };
            assert!(has("a", "href", to), "{page}: no link to {to}");
            assert!(has("link", "href", to), "{page}: {to} is not canonical");
            assert!(has("meta", "content", "noindex"), "{page} asks to be found");
            let target = resolve(page, to).unwrap();
            let (_, after) = site.tags().find(|(page, _)| *page == target).unwrap();
            assert!(!after.iter().any(|tag| leads_on(tag).is_some()), "{page} leads on twice");
            seen.insert(page);
        }
    }
    let expected = [
        "municipalities/polevoy_mr.html",
        "schools/s05.html",
        "schools/s07.html",
        "schools/s92.html",
        "schools/sch990002.html",
    ];
    assert_eq!(seen, BTreeSet::from(expected));
}

/// No other host, in pages, styles and scripts; a name space is not asked for.
#[test]
fn nothing_is_asked_of_another_host() {
    let mut wrong = Vec::new();
    for Site { files, .. } in sites() {
        for (path, bytes) in *files {
            let text = String::from_utf8_lossy(bytes).replace("http://www.w3.org/", "");
            for word in ["http:", "https:", "ws://", "wss://", "=\"//", "url(//", "@import"] {
                if text.contains(word) {
                    wrong.push(format!("{path}: {word}"));
                }
            }
            if path.ends_with(".css") {
                let urls = text.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
                let paths = urls.map(|url| url.trim_matches(['"', '\'']));
                let lost = paths.filter(|url| !url.starts_with("data:")).filter(|url| {
                    !resolve(path, url).is_some_and(|target| files.contains_key(&target))
                });
                wrong.extend(lost.map(|url| format!("{path}: {url}")));
            }
        }
    }
    none(wrong);
}

#[test]
fn nothing_stands_inline() {
    let mut wrong = Vec::new();
    let pages = sites().iter().flat_map(Site::tags);
    for (page, tag) in pages.flat_map(|(page, tags)| tags.into_iter().map(move |tag| (page, tag))) {
        let inline = tag.name == "style"
            || (tag.name == "script" && !tag.attributes.contains_key("src"))
            || tag.attributes.keys().any(|name| name == "style" || name.starts_with("on"));
        if inline {
            wrong.push(format!("{page}: <{} {:?}>", tag.name, tag.attributes));
        }
    }
    none(wrong);
}

#[test]
fn an_id_stands_once_on_a_page() {
    none(sites().iter().flat_map(Site::repeated_ids).collect());
}

#[test]
fn labels_name_what_is_there() {
    none(sites().iter().flat_map(Site::lost_names).collect());
}

/// One heading of the first rank, one main part, a language: where every reader begins.
#[test]
fn every_page_has_a_heading_and_a_language() {
    none(sites().iter().flat_map(Site::pages_without_frame).collect());
}

#[test]
fn a_heading_over_nothing_is_seen() {
    let page = "<main><h1>Отчёт</h1><h2>Пусто</h2><h2>Полно</h2><p>Да</p><h3>И здесь</h3></main>";
    let files = Files::from([("index.html".to_owned(), page.into())]);
    let seen = Site::of(&files).hollow_headings();
    assert_eq!(seen, ["index.html: nothing under «Пусто»", "index.html: nothing under «И здесь»"]);
}

#[test]
fn something_stands_under_every_heading() {
    none(sites().iter().flat_map(Site::hollow_headings).collect());
}

/// A page is light without its data tables: it opens at once from a slow stick.
#[test]
fn pages_are_light_without_their_tables() {
    const MOST: usize = 150 * 1024;
    let mut wrong = Vec::new();
    for Site { files, .. } in sites() {
        for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
            let html = String::from_utf8_lossy(bytes);
            let tables =
                html.split("<table").skip(1).filter_map(|table| table.split_once("</table>"));
            let light = html.len() - tables.map(|(table, _)| table.len()).sum::<usize>();
            if light > MOST {
                wrong.push(format!("{path}: {light} bytes"));
            }
        }
    }
    none(wrong);
}

/// No path of the machine that built a site is in it.
#[test]
fn no_file_names_the_machine() {
    let places = [ROOT.to_owned(), std::env::temp_dir().display().to_string() + "/"];
    let mut wrong = Vec::new();
    for Site { files, .. } in sites() {
        for (path, bytes) in *files {
            let text = String::from_utf8_lossy(bytes);
            let named = places.iter().filter(|place| text.contains(place.as_str()));
            wrong.extend(named.map(|place| format!("{path}: {place}")));
        }
    }
    none(wrong);
}

/// The page of the data and the manifest tell the same files in the same versions; the manifest alone
/// has files that are copied as they are.
#[test]
fn what_was_read_is_told_alike_wherever_it_is_told() {
    let mut seen = 0;
    for site in sites() {
        let manifest = Manifest::read(&site.files[MANIFEST]).unwrap();
        let told = rows(&site.pages["data.html"], "origins").unwrap();
        let ends = |row: &[Cell]| Some((row.first()?.words.clone(), row.last()?.words.clone()));
        let told: Vec<_> = told.iter().map(|row| ends(row).unwrap()).collect();
        for (path, checksum) in &told {
            let digest = manifest.inputs[path].to_string();
            assert!(checksum.len() >= 12 && digest.starts_with(checksum), "{path}: {checksum}");
        }
        let told: BTreeSet<&String> = told.iter().map(|(path, _)| path).collect();
        let copied = |path: &&String| path.starts_with("content/") && !path.ends_with(".md");
        let others: Vec<_> = manifest.inputs.keys().filter(|path| !told.contains(path)).collect();
        assert!(others.iter().all(copied), "{others:?}");
        seen += told.len();
    }
    assert!(seen > 100, "{seen} files found");
    for (path, digest) in Manifest::read(&yaroslavl()[MANIFEST]).unwrap().inputs {
        let bytes = std::fs::read(Path::new(ROOT).join(&path)).unwrap();
        assert_eq!(digest, Digest::of(&bytes), "{path}");
    }
}

/// What key figures count is said as inside a sentence, whether the words are the catalogue's or the
/// method's: they stand side by side.
#[test]
fn key_figures_begin_alike() {
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for site in sites() {
        for (page, parts) in &site.pages {
            let facts = |part: &Part| matches!(part, Part::Open(tag) if tag.attributes.get("class").is_some_and(|c| c == "facts"));
            let Some(from) = parts.iter().position(facts) else { continue };
            let list =
                parts[from..].iter().take_while(|p| !matches!(p, Part::Close(n) if n == "dl"));
            let list: Vec<&Part> = list.collect();
            for pair in list.windows(2) {
                let [Part::Open(tag), Part::Words(title)] = pair else { continue };
                if tag.name != "dt" {
                    continue;
                }
                seen += 1;
                let word = title.split_whitespace().next().unwrap();
                let mut chars = word.chars();
                let capital = chars.next().is_some_and(char::is_uppercase);
                // An abbreviation stays as it is.
                let name = chars.any(|c| c.is_uppercase() || c.is_numeric());
                if capital && !name {
                    wrong.push(format!("{page}: {title}"));
                }
            }
        }
    }
    assert!(seen > 500, "{seen} key figures found");
    none(wrong);
}
