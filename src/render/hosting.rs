//! Files that only a site with an address has: they must name pages in full.

use super::html::Html;
use crate::report::view::{Release, SiteView};

/// The feed of reports.
pub const FEED: &str = "feed.xml";
/// The list of pages for search engines.
pub const SITEMAP: &str = "sitemap.xml";
/// What search engines ask for first; only a host's root can have it.
pub const ROBOTS: &str = "robots.txt";

/// As many pages as one sitemap may have: https://www.sitemaps.org/protocol.html.
const MOST: usize = 50_000;

const XML: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const SITEMAPS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// The sitemap; where there are more pages than one may have, several, and a list of them.
pub fn sitemap(base: &str, date: Option<&str>, paths: &[String]) -> Vec<(String, String)> {
    if paths.len() <= MOST {
        return vec![(SITEMAP.to_owned(), list("urlset", "url", base, date, paths))];
    }
    let part = |at: usize| format!("sitemap-{}.xml", at + 1);
    let parts = paths.chunks(MOST).enumerate();
    let mut files: Vec<_> =
        parts.map(|(at, paths)| (part(at), list("urlset", "url", base, date, paths))).collect();
    let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
    files.push((SITEMAP.to_owned(), list("sitemapindex", "sitemap", base, date, &names)));
    files
}

fn list(root: &str, item: &str, base: &str, date: Option<&str>, paths: &[String]) -> String {
    let mut out = Html::new();
    out.raw(XML).raw("<").raw(root).attr("xmlns", SITEMAPS).raw(">\n");
    for path in paths {
        out.raw("<").raw(item).raw("><loc>").text(base).text(path).raw("</loc>");
        if let Some(date) = date {
            out.element("lastmod", "", date);
        }
        out.raw("</").raw(item).raw(">\n");
    }
    out.raw("</").raw(root).raw(">\n");
    out.finish()
}

/// What search engines may read, and where the list of pages is.
pub fn robots(base: &str) -> String {
    format!("User-agent: *\nAllow: /\nSitemap: {base}{SITEMAP}\n")
}

/// The reports at an address as an Atom feed, RFC 4287; nothing if there is none with a date.
pub fn feed(base: &str, site: &SiteView, releases: &[Release]) -> Option<String> {
    let newest = releases.first()?;
    let mut out = Html::new();
    out.raw(XML).raw("<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    out.attr("xml:lang", site.lang).raw(">\n");
    out.element("title", "", &site.title).raw("\n");
    out.element("id", "", base).raw("\n");
    out.element("updated", "", &moment(&newest.date)).raw("\n");
    out.raw("<link rel=\"self\"").attr("href", &format!("{base}{FEED}")).raw("/>\n");
    out.raw("<link").attr("href", &format!("{base}{}", newest.to)).raw("/>\n");
    let author = if site.publisher.is_empty() { &site.region } else { &site.publisher };
    out.raw("<author>").element("name", "", author).raw("</author>\n");
    for release in releases {
        out.raw("<entry>\n").element("title", "", &release.title).raw("\n");
        out.element("id", "", &format!("{base}#{}", release.year)).raw("\n");
        out.element("updated", "", &moment(&release.date)).raw("\n");
        out.raw("<link").attr("href", &format!("{base}{}", release.to)).raw("/>\n");
        out.element("summary", "", &release.summary).raw("\n</entry>\n");
    }
    out.raw("</feed>\n");
    Some(out.finish())
}

/// The beginning of a day.
fn moment(date: &str) -> String {
    format!("{date}T00:00:00Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitemap_of_too_many_pages_is_several_and_a_list_of_them() {
        let paths: Vec<String> = (0..=MOST).map(|at| format!("schools/{at}.html")).collect();
        let files = sitemap("https://example.ru/a&b/", Some("2023-04-28"), &paths);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", SITEMAP]);
        let locs = |text: &str| text.matches("<loc>").count();
        assert_eq!(files.iter().map(|(_, text)| locs(text)).collect::<Vec<_>>(), [MOST, 1, 2]);
        for (name, text) in &files {
            let read = roxmltree::Document::parse(text).unwrap();
            let wanted = if name == SITEMAP { "sitemapindex" } else { "urlset" };
            assert!(read.root_element().has_tag_name((SITEMAPS, wanted)), "{name}");
        }
        assert!(files[2].1.contains("<loc>https://example.ru/a&amp;b/sitemap-1.xml</loc>"));
    }
}
