//! What a site has once it is known where it will stand: addresses in full, a sitemap, a feed, a
//! picture; and that a site without an address has none of them.

#![allow(clippy::unwrap_used)] // The lint allows it in `#[test]` functions only.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use common::{Files, ROOT, read, said, svod, text};
use tempfile::TempDir;

const BASE: &str = "https://example.ru/otchet/";
const ATOM: &str = "http://www.w3.org/2005/Atom";

/// A copy of a golden site with lines at the head of its settings.
fn site(case: &str, settings: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (path, bytes) in read(&Path::new(ROOT).join("tests/golden").join(case)) {
        if !path.starts_with("expected/") {
            let to = dir.path().join(&path);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::write(to, bytes).unwrap();
        }
    }
    let file = dir.path().join("svod.toml");
    let old = fs::read_to_string(&file).unwrap();
    fs::write(file, format!("{settings}\n{old}")).unwrap();
    dir
}

fn built(site: &TempDir, more: &[&str]) -> Files {
    let out = site.path().join("public");
    let (root, out) = (site.path().to_str().unwrap(), out.to_str().unwrap());
    said(&[&["build", "--quiet", "--root", root, "--out", out], more].concat());
    read(Path::new(out))
}

/// The values of an attribute in the tags of a page that begin so.
fn values<'a>(html: &'a str, tag: &str, attribute: &str) -> Vec<&'a str> {
    let tags = html.split(tag).skip(1).filter_map(|rest| rest.split('>').next());
    let start = format!(" {attribute}=\"");
    tags.filter_map(|tag| tag.split(&start).nth(1)?.split('"').next()).collect()
}

fn is_redirect(html: &str) -> bool {
    html.contains("http-equiv=\"refresh\"")
}

#[test]
fn a_site_with_an_address_names_its_pages_in_full() {
    let files = built(&site("life", ""), &["--base-url", "https://example.ru/otchet"]);
    let mut lasting = BTreeSet::new();
    for (path, _) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = text(&files, path);
        let canonical = values(html, "<link rel=\"canonical\"", "href");
        if path == "404.html" {
            assert!(canonical.is_empty());
            continue;
        }
        assert_eq!(canonical.len(), 1, "{path}");
        if is_redirect(html) {
            let to = canonical[0].strip_prefix(BASE).unwrap();
            assert!(files.contains_key(to.split('#').next().unwrap()), "{path}: {to}");
            continue;
        }
        if let Some(of) = path.strip_prefix("slides/") {
            assert_eq!(canonical[0], format!("{BASE}{of}"));
            continue;
        }
        assert_eq!(canonical[0], format!("{BASE}{path}"));
        assert_eq!(values(html, "<meta property=\"og:url\"", "content"), [canonical[0]]);
        let picture = values(html, "<meta property=\"og:image\"", "content");
        assert_eq!(picture, [format!("{BASE}poster.png")]);
        lasting.insert(canonical[0].to_owned());
    }
    lasting.remove(&format!("{BASE}search.html"));

    let sitemap = roxmltree::Document::parse(text(&files, "sitemap.xml")).unwrap();
    let locs = sitemap.descendants().filter(|node| node.has_tag_name("loc"));
    let locs: Vec<&str> = locs.filter_map(|node| node.text()).collect();
    assert_eq!(locs.len(), lasting.len());
    assert_eq!(locs.into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), lasting);

    let feed = roxmltree::Document::parse(text(&files, "feed.xml")).unwrap();
    let of_name =
        |name: &'static str| feed.descendants().filter(move |node| node.has_tag_name((ATOM, name)));
    assert_eq!(of_name("entry").count(), 1);
    for name in ["title", "id", "updated"] {
        assert_eq!(of_name(name).count(), 2, "one of the feed, one of its entry: {name}");
    }
    let links: Vec<_> = of_name("link").filter_map(|node| node.attribute("href")).collect();
    assert_eq!(links[0], format!("{BASE}feed.xml"));
    assert!(links[1..].iter().all(|link| *link == format!("{BASE}index.html")), "{links:?}");
    assert!(files["poster.png"].starts_with(b"\x89PNG\r\n"));
    // The host has other sites too: its file for robots is not ours to write.
    assert!(!files.contains_key("robots.txt"));
}

#[test]
fn the_page_for_lost_addresses_leads_on_by_whole_addresses_alone() {
    let files = built(&site("small", "base_url = \"https://example.ru/otchet\""), &[]);
    let html = text(&files, "404.html");
    let links: Vec<_> = [values(html, "<a", "href"), values(html, "<link", "href")].concat();
    let own = |link: &&str| !link.starts_with('#');
    assert!(links.iter().filter(|link| own(link)).count() > 10);
    for link in links.into_iter().filter(own).chain(values(html, "<script", "src")) {
        let path = link.strip_prefix(BASE).unwrap();
        assert!(files.contains_key(path), "{link}");
    }
    let plain = built(&site("small", ""), &[]);
    let html = text(&plain, "404.html");
    let asked: Vec<_> = [values(html, "<", "href"), values(html, "<", "src")].concat();
    assert!(asked.is_empty(), "{asked:?}");
}

#[test]
fn what_is_said_on_the_command_line_goes_before_the_settings() {
    let site = site("small", "base_url = \"https://elsewhere.ru\"");
    let files = built(&site, &["--base-url", "http://example.ru:8080"]);
    let robots = text(&files, "robots.txt");
    assert_eq!(robots, "User-agent: *\nAllow: /\nSitemap: http://example.ru:8080/sitemap.xml\n");
    assert!(!files.values().any(|bytes| {
        let wanted = b"elsewhere.ru";
        bytes.windows(wanted.len()).any(|window| window == wanted)
    }));
}

#[test]
fn without_an_address_nothing_pretends_to_have_one() {
    let files = built(&site("small", ""), &[]);
    for path in ["sitemap.xml", "feed.xml", "robots.txt", "poster.png"] {
        assert!(!files.contains_key(path), "{path}");
    }
    let html = text(&files, "index.html");
    assert!(!html.contains("canonical") && !html.contains("og:"));
}

#[test]
fn a_site_that_asks_not_to_be_found_says_so_on_every_page_and_lists_none() {
    let settings = "robots = \"noindex\"\nbase_url = \"https://example.ru\"";
    let files = built(&site("life", settings), &[]);
    for path in files.keys().filter(|path| path.ends_with(".html")) {
        let robots = values(text(&files, path), "<meta name=\"robots\"", "content");
        assert_eq!(robots, ["noindex"], "{path}");
    }
    assert!(!files.contains_key("sitemap.xml") && !files.contains_key("robots.txt"));
}

#[test]
fn the_same_site_has_the_same_picture_and_the_archive_has_it_too() {
    let site = site("small", "base_url = \"https://example.ru\"");
    let (one, other) = (built(&site, &[]), built(&site, &["--jobs", "1"]));
    assert!(one["poster.png"] == other["poster.png"]);
    let archive = site.path().join("a.zip");
    let (root, out) = (site.path().to_str().unwrap(), archive.to_str().unwrap());
    said(&["archive", "--quiet", "--root", root, "--out", out, "--base-url", "http://a.ru"]);
    let mut archive = zip::ZipArchive::new(fs::File::open(archive).unwrap()).unwrap();
    let mut robots = String::new();
    let mut entry = archive.by_name("robots.txt").unwrap();
    std::io::Read::read_to_string(&mut entry, &mut robots).unwrap();
    assert!(robots.ends_with("Sitemap: http://a.ru/sitemap.xml\n"), "{robots}");
}

#[test]
fn an_address_that_is_none_is_wrong_usage() {
    let output = svod(&["build", "--base-url", "example.ru"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("Значение «example.ru» не подходит для --base-url <АДРЕС>."), "{said}");
}
