//! The pages as a browser reads them: every link leads somewhere, nothing is asked of another host,
//! nothing stands inline.

#![allow(clippy::unwrap_used)] // The lint allows it in `#[test]` functions only.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use html5gum::{Token, Tokenizer};

use common::{Files, ROOT, build, read, text, yaroslavl};

/// A tag of a page: its name and its attributes.
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
}

fn tags(html: &str) -> Vec<Tag> {
    let word = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let tag = |token| match token {
        Token::StartTag(tag) => Some(Tag {
            name: word(&tag.name),
            attributes: tag.attributes.iter().map(|(k, v)| (word(k), word(v))).collect(),
        }),
        _ => None,
    };
    Tokenizer::new(html).filter_map(Result::ok).filter_map(tag).collect()
}

/// A site and the tags of its pages.
type Site = (&'static Files, BTreeMap<&'static str, Vec<Tag>>);

/// The sites that are looked at.
fn sites() -> &'static [Site] {
    static SITES: OnceLock<Vec<Site>> = OnceLock::new();
    static SMALL: OnceLock<Vec<Files>> = OnceLock::new();
    SITES.get_or_init(|| {
        let cases = SMALL.get_or_init(|| {
            let site = |case| build(&Path::new(ROOT).join("tests/golden").join(case));
            ["life", "minimal", "small"].map(|case| read(&site(case).path().join("public"))).into()
        });
        let sites = cases.iter().chain([yaroslavl()]);
        let parsed = |files: &'static Files| {
            let pages = files.keys().filter(|path| path.ends_with(".html"));
            (files, pages.map(|path| (path.as_str(), tags(text(files, path)))).collect())
        };
        sites.map(parsed).collect()
    })
}

/// What leads from a page to something else, by the attribute that says so.
const REFERENCES: &[&str] =
    &["href", "xlink:href", "src", "srcset", "action", "formaction", "poster", "data", "cite"];

/// The path that a reference of a page leads to, from the site's root; nothing if it leads out.
fn resolve(page: &str, reference: &str) -> Option<String> {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in reference.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Where a page leads on to by itself: `<meta http-equiv="refresh" content="0; url=…">`.
fn leads_on(tag: &Tag) -> Option<&str> {
    let refresh = tag.attributes.get("http-equiv").is_some_and(|of| of == "refresh");
    let content = tag.attributes.get("content").filter(|_| refresh)?;
    content.strip_prefix("0; url=")
}

fn none(violations: Vec<String>) {
    assert!(violations.is_empty(), "\n{}", violations.join("\n"));
}

#[test]
fn every_link_leads_to_a_file_and_a_place_in_it() {
    let mut followed = 0;
    let mut wrong = Vec::new();
    for (files, pages) in sites() {
        let ids: BTreeMap<&str, BTreeSet<&str>> = pages
            .iter()
            .map(|(path, tags)| {
                let ids = tags.iter().filter_map(|tag| tag.attributes.get("id"));
                (*path, ids.map(String::as_str).collect())
            })
            .collect();
        for (page, tags) in pages {
            let links = tags
                .iter()
                .flat_map(|tag| REFERENCES.iter().filter_map(|name| tag.attributes.get(*name)))
                .map(String::as_str)
                .chain(tags.iter().filter_map(leads_on));
            for link in links {
                followed += 1;
                let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
                let target = match path {
                    "" => Some((*page).to_owned()),
                    path => resolve(page, path),
                };
                let known = |target: &String| {
                    let place =
                        |ids: &BTreeSet<&str>| fragment.is_empty() || ids.contains(fragment);
                    files.contains_key(target)
                        && ids.get(target.as_str()).map_or(fragment.is_empty(), place)
                };
                if !target.as_ref().is_some_and(known) {
                    wrong.push(format!("{page}: {link}"));
                }
            }
        }
    }
    assert!(followed > 10_000, "{followed} links found: the search has gone blind");
    none(wrong);
}

/// An old address leads on at once, to a page that stays, by a plain link too, and asks not to be
/// found in its stead.
#[test]
fn old_addresses_lead_on() {
    let mut seen = BTreeSet::new();
    for (_, pages) in sites() {
        for (page, tags) in pages {
            let Some(to) = tags.iter().find_map(leads_on) else { continue };
            let target = resolve(page, to).unwrap();
            let has = |name: &str, key: &str, value: &str| {
                let is = |tag: &&Tag| tag.attributes.get(key).is_some_and(|of| of == value);
                tags.iter().filter(|tag| tag.name == name).any(|tag| is(&tag))
            };
            assert!(has("a", "href", to), "{page}: no link to {to}");
            assert!(has("link", "href", to), "{page}: {to} is not canonical");
            assert!(has("meta", "content", "noindex"), "{page} asks to be found");
            assert!(!pages[target.as_str()].iter().any(|tag| leads_on(tag).is_some()), "{page}");
            seen.insert(*page);
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
    for (files, _) in sites() {
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
    let pages = sites().iter().flat_map(|(_, pages)| pages);
    for (page, tag) in pages.flat_map(|(page, tags)| tags.iter().map(move |tag| (page, tag))) {
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
    let mut wrong = Vec::new();
    for (_, pages) in sites() {
        for (page, tags) in pages {
            let mut seen = BTreeSet::new();
            let ids = tags.iter().filter_map(|tag| tag.attributes.get("id"));
            wrong.extend(ids.filter(|id| !seen.insert(*id)).map(|id| format!("{page}: {id}")));
        }
    }
    none(wrong);
}

/// Names that others are referred to by stand on the same page.
#[test]
fn labels_name_what_is_there() {
    let mut wrong = Vec::new();
    for (_, pages) in sites() {
        for (page, tags) in pages {
            let ids: BTreeSet<&str> =
                tags.iter().filter_map(|tag| Some(tag.attributes.get("id")?.as_str())).collect();
            let names = ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"];
            let named = tags.iter().flat_map(|tag| {
                names.iter().filter_map(|name| tag.attributes.get(*name)).flat_map(|v| v.split(' '))
            });
            let lost = named.filter(|name| !name.is_empty() && !ids.contains(name));
            wrong.extend(lost.map(|name| format!("{page}: {name}")));
        }
    }
    none(wrong);
}

/// One heading of the first rank, one main part, a language: where every reader begins.
#[test]
fn every_page_has_a_heading_and_a_language() {
    let mut wrong = Vec::new();
    for (_, pages) in sites() {
        for (page, tags) in pages {
            let n = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
            let html = tags.iter().find(|tag| tag.name == "html");
            let lang = html.is_some_and(|tag| tag.attributes.contains_key("lang"));
            if (n("h1"), n("main"), lang) != (1, 1, true) {
                wrong.push((*page).to_owned());
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
    for (files, _) in sites() {
        for (path, bytes) in *files {
            let text = String::from_utf8_lossy(bytes);
            let named = places.iter().filter(|place| text.contains(place.as_str()));
            wrong.extend(named.map(|place| format!("{path}: {place}")));
        }
    }
    none(wrong);
}
