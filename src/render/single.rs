//! Many pages as one HTML file with everything inside: styles, scripts, charts, pictures. Links between
//! its pages become anchors, so it needs neither folder nor script; links to what is not inside
//! lose their address and say so.

use std::collections::BTreeMap;

use base64::prelude::{BASE64_STANDARD, Engine};
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token};
use html5gum::{Spanned, Tokenizer};
use sha2::{Digest, Sha256};

use super::Strings;
use super::html::Html;
use crate::report::view::SiteView;

/// Attributes whose words are anchors of the page.
const NAMES: [&str; 8] = [
    "id",
    "for",
    "headers",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
];

/// Schemes of addresses outside of any site.
const OUTSIDE: [&str; 4] = ["http://", "https://", "mailto:", "tel:"];

/// The script that is of no use without the files of a folder.
const OF_FOLDERS: &str = "static/search.js";

/// A page to be put into the file.
pub struct Part {
    /// Its path in the site.
    pub path: String,
    /// The page as a document of its own.
    pub html: String,
}

/// The files of the theme and the pictures of texts by path.
pub type Assets<'a> = BTreeMap<&'a str, &'a [u8]>;

/// The parts as one document. The first leads: its head says which styles and scripts there are.
pub fn single(parts: &[Part], assets: &Assets<'_>, site: &SiteView, t: &Strings) -> String {
    let pages: Vec<Page<'_>> = parts.iter().enumerate().map(|(at, p)| Page::of(at, p)).collect();
    let anchors: BTreeMap<&str, usize> =
        pages.iter().map(|page| (page.part.path.as_str(), page.at)).collect();
    let mut out = Html::new();
    out.raw("<!DOCTYPE html>\n<html").attr("lang", site.lang).raw(">\n<head>\n");
    out.raw("<meta charset=\"utf-8\">\n");
    let styles = inline(assets, pages.first().map_or(&[], |page| page.styles.as_slice()));
    let scripts = inline(assets, pages.first().map_or(&[], |page| page.scripts.as_slice()));
    policy(&mut out, &styles, &scripts);
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    let first = pages.first().map_or(site.title.as_str(), |page| page.title.as_str());
    out.raw("<title>").text(first).raw("</title>\n");
    for (attributes, text) in &styles {
        out.raw("<style").raw(attributes).raw(">").raw(text).raw("</style>\n");
    }
    out.raw("</head>\n<body class=\"single\">\n");
    head(&mut out, &pages, site, t);
    out.raw("<main id=\"content\">\n");
    for page in &pages {
        out.raw("<div").attr("class", &format!("page {}", page.class));
        out.attr("id", &anchor(page.at)).raw(">\n").raw(&page.body(
            &anchors,
            assets,
            t.get("absent"),
        ));
        out.raw("<p class=\"page-links\"><a href=\"#contents\">").text(t.get("top"));
        out.raw("</a></p>\n</div>\n");
    }
    out.raw("</main>\n");
    for (attributes, text) in &scripts {
        out.raw("<script").raw(attributes).raw(">").raw(text).raw("</script>\n");
    }
    out.raw("</body>\n</html>\n");
    out.finish()
}

/// Whose file it is, what must be known of it, and what is in it.
fn head(out: &mut Html, pages: &[Page<'_>], site: &SiteView, t: &Strings) {
    out.raw("<header class=\"site-header\">\n");
    if let Some(edition) = &site.edition {
        out.element("p", "edition", edition).raw("\n");
    }
    out.raw("<div class=\"masthead\"><div class=\"name\">");
    out.element("p", "site-title", &site.title).raw(" ").element("p", "region", &site.region);
    out.raw("</div></div>\n</header>\n");
    if let Some(notice) = &site.notice {
        out.element("p", "notice", notice).raw("\n");
    }
    out.raw("<nav class=\"single-contents\" id=\"contents\"");
    out.attr("aria-label", t.get("sheets")).raw(">\n<ul class=\"links\">\n");
    for page in pages {
        out.raw("<li><a").attr("href", &format!("#{}", anchor(page.at))).raw(">");
        out.text(&page.title).raw("</a></li>\n");
    }
    out.raw("</ul>\n</nav>\n");
}

/// The files that a page asks for: the attributes of their tags, and what they hold. What only a
/// folder has is left out.
fn inline<'a>(assets: &Assets<'a>, asked: &'a [Asked]) -> Vec<(&'a str, &'a str)> {
    let text = |path: &str| assets.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok());
    let asked = asked.iter().filter(|asked| asked.path != OF_FOLDERS);
    asked.filter_map(|asked| Some((asked.attributes.as_str(), text(&asked.path)?))).collect()
}

/// What a browser may run and obey: what stands in the file, known by its checksums, and nothing
/// that comes from elsewhere.
fn policy(out: &mut Html, styles: &[(&str, &str)], scripts: &[(&str, &str)]) {
    let allowed = |what: &str, texts: &[(&str, &str)]| {
        let sums = texts.iter().map(|(_, text)| format!(" 'sha256-{}'", sum(text)));
        let sums: String = sums.collect();
        if sums.is_empty() { String::new() } else { format!("; {what}{sums}") }
    };
    let policy = format!(
        "default-src 'none'{}{}; img-src data:; base-uri 'none'; form-action 'none'",
        allowed("style-src", styles),
        allowed("script-src", scripts)
    );
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").raw(&policy).raw("\">\n");
}

/// The SHA-256 of a text as policies write it. A browser reads each end of a line as one sign.
fn sum(text: &str) -> String {
    BASE64_STANDARD.encode(Sha256::digest(text.replace("\r\n", "\n")))
}

fn anchor(at: usize) -> String {
    format!("p{}", at + 1)
}

/// A file of the theme that a page asks for, and the attributes that go with it.
struct Asked {
    path: String,
    attributes: String,
}

/// A page taken apart.
struct Page<'a> {
    at: usize,
    part: &'a Part,
    title: String,
    class: String,
    styles: Vec<Asked>,
    scripts: Vec<Asked>,
    /// Where its main part begins and ends.
    main: (usize, usize),
}

impl<'a> Page<'a> {
    fn of(at: usize, part: &'a Part) -> Self {
        let (styles, scripts) = (Vec::new(), Vec::new());
        let main = (0, part.html.len());
        let (title, class) = (String::new(), String::new());
        let mut page = Self { at, part, title, class, styles, scripts, main };
        let mut in_heading = false;
        for token in tokens(&part.html) {
            match token {
                Token::StartTag(tag) => {
                    page.note(&tag);
                    in_heading |= &**tag.name == b"h1" && page.title.is_empty();
                }
                Token::EndTag(tag) if &**tag.name == b"h1" => in_heading = false,
                Token::EndTag(tag) if &**tag.name == b"main" => page.main.1 = tag.span.start,
                Token::String(text) if in_heading => {
                    page.title.push_str(&String::from_utf8_lossy(&text.value));
                }
                _ => {}
            }
        }
        page
    }

    /// Takes note of what a tag says of the page as a whole.
    fn note(&mut self, tag: &StartTag<usize>) {
        let get = |name: &str| attribute(tag, name).unwrap_or_default();
        let others = |left_out: &[&str]| {
            let mut out = Html::new();
            for (name, value) in &tag.attributes {
                let name = String::from_utf8_lossy(name);
                if !left_out.contains(&name.as_ref()) {
                    out.attr(&name, &String::from_utf8_lossy(&value.value));
                }
            }
            out.finish()
        };
        match &**tag.name {
            b"link" if get("rel") == "stylesheet" => {
                let path = resolve(&self.part.path, &get("href"));
                self.styles.push(Asked { path, attributes: others(&["rel", "href"]) });
            }
            b"script" => {
                let path = resolve(&self.part.path, &get("src"));
                self.scripts.push(Asked { path, attributes: others(&["src", "defer"]) });
            }
            b"body" => self.class = get("class"),
            b"main" => self.main.0 = tag.span.end,
            _ => {}
        }
    }

    /// Its main part, with all anchors its own and all links to where they lead in this file.
    fn body(&self, anchors: &BTreeMap<&str, usize>, assets: &Assets<'_>, absent: &str) -> String {
        let (from, to) = self.main;
        let html = &self.part.html;
        let mut out = String::with_capacity(to - from);
        let mut copied = from;
        for token in tokens(html) {
            let Token::StartTag(tag) = token else { continue };
            if tag.span.start < from || tag.span.start >= to || tag.attributes.is_empty() {
                continue;
            }
            if let Some(changed) = self.changed(&tag, anchors, assets, absent) {
                out.push_str(&html[copied..tag.span.start]);
                out.push_str(&changed);
                copied = tag.span.end;
            }
        }
        out.push_str(&html[copied..to]);
        out
    }

    /// A tag with other anchors and links; nothing if it has none.
    fn changed(
        &self,
        tag: &StartTag<usize>,
        anchors: &BTreeMap<&str, usize>,
        assets: &Assets<'_>,
        absent: &str,
    ) -> Option<String> {
        let own = anchor(self.at);
        let mut changed = false;
        let mut out = Html::new();
        out.raw("<").raw(&String::from_utf8_lossy(&tag.name));
        for (name, value) in &tag.attributes {
            let (name, value) =
                (String::from_utf8_lossy(name), String::from_utf8_lossy(&value.value));
            if NAMES.contains(&name.as_ref()) {
                changed = true;
                let words = value.split(' ').map(|word| format!("{own}-{word}"));
                out.attr(&name, &words.collect::<Vec<_>>().join(" "));
            } else if value.starts_with("url(#") {
                changed = true;
                out.attr(&name, &value.replacen("url(#", &format!("url(#{own}-"), 1));
            } else if ["href", "xlink:href", "src"].contains(&name.as_ref()) {
                changed = true;
                let picture = (&**tag.name == b"img").then(|| self.picture(&value, assets));
                match picture.unwrap_or_else(|| self.led(&value, anchors)) {
                    Some(to) => out.attr(&name, &to),
                    None if tag.attributes.contains_key(b"class".as_slice()) => {
                        out.attr("title", absent)
                    }
                    None => out.attr("class", "absent").attr("title", absent),
                };
            } else {
                out.attr(case(&name), &value);
            }
        }
        out.raw(if tag.self_closing { "/>" } else { ">" });
        changed.then(|| out.finish())
    }

    /// A picture of the site as an address that holds it whole.
    fn picture(&self, from: &str, assets: &Assets<'_>) -> Option<String> {
        let path = resolve(&self.part.path, from);
        let bytes = assets.get(path.as_str())?;
        let kind = mime_guess::from_path(&path).first_raw()?;
        Some(format!("data:{kind};base64,{}", BASE64_STANDARD.encode(bytes)))
    }

    /// Where a reference leads from inside the file; nothing if to what is not there.
    fn led(&self, to: &str, anchors: &BTreeMap<&str, usize>) -> Option<String> {
        if OUTSIDE.iter().any(|scheme| to.starts_with(scheme)) {
            return Some(to.to_owned());
        }
        let (path, fragment) = to.split_once('#').unwrap_or((to, ""));
        let at = match path {
            "" => self.at,
            path => *anchors.get(resolve(&self.part.path, path).as_str())?,
        };
        let page = anchor(at);
        Some(if fragment.is_empty() { format!("#{page}") } else { format!("#{page}-{fragment}") })
    }
}

/// The path from the site's root that a reference of a page leads to.
fn resolve(page: &str, reference: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in reference.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn tokens(html: &str) -> impl Iterator<Item = Token<usize>> {
    Tokenizer::new_with_emitter(html, DefaultEmitter::new_with_span()).filter_map(Result::ok)
}

fn attribute(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value: &Spanned<_, usize> = tag.attributes.get(name.as_bytes())?;
    Some(String::from_utf8_lossy(&value.value).into_owned())
}

/// Attributes of SVG as they are written: the tokenizer knows lower case alone.
fn case(name: &str) -> &str {
    match name {
        "viewbox" => "viewBox",
        "preserveaspectratio" => "preserveAspectRatio",
        name => name,
    }
}
