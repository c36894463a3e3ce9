//! What holds for every page of every site, whatever its data: each law names what breaks it.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{Token, Tokenizer};

use super::{Files, text};

/// A part of a page, in its order.
pub enum Part {
    /// A tag that opens or stands alone.
    Open(Tag),
    /// The name of a tag that closes.
    Close(String),
    /// Text between tags that is not blank.
    Words(String),
}

/// A tag of a page: its name and its attributes.
pub struct Tag {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
}

/// The parts of a page.
pub fn parts(html: &str) -> Vec<Part> {
    let word = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let part = |token| match token {
        Token::StartTag(tag) => Some(Part::Open(Tag {
            name: word(&tag.name),
            attributes: tag.attributes.iter().map(|(k, v)| (word(k), word(v))).collect(),
        })),
        Token::EndTag(tag) => Some(Part::Close(word(&tag.name))),
        Token::String(text) => {
            Some(word(&text)).filter(|text| !text.trim().is_empty()).map(Part::Words)
        }
        _ => None,
    };
    Tokenizer::new(html).filter_map(Result::ok).filter_map(part).collect()
}

/// A cell of a table as a browser shows it.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Its words with plain spaces.
    pub words: String,
    /// Where it leads, as written.
    pub links: Vec<String>,
}

/// The rows under the heading of the table with an id, or of the first one within the part of that id;
/// `None` if the page has no such id.
pub fn rows(parts: &[Part], id: &str) -> Option<Vec<Vec<Cell>>> {
    let table = within(parts, id, "table")?;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut inside = false;
    for part in table {
        match part {
            Part::Open(tag) if tag.name == "tbody" => inside = true,
            Part::Open(tag) if inside && tag.name == "tr" => rows.push(Vec::new()),
            Part::Open(tag) if inside && ["th", "td"].contains(&tag.name.as_str()) => {
                rows.iter_mut().last()?.push(Cell::default());
            }
            part if inside => {
                let Some(cell) = rows.iter_mut().last().and_then(|row| row.last_mut()) else {
                    continue;
                };
                match part {
                    Part::Open(tag) => cell.links.extend(tag.attributes.get("href").cloned()),
                    Part::Words(words) => cell.words.push_str(&plain(words)),
                    Part::Close(_) => {}
                }
            }
            _ => {}
        }
    }
    Some(rows)
}

/// A key figure of a page, its words with plain spaces.
#[derive(Clone, Debug, Default)]
pub struct Fact {
    pub value: String,
    pub title: String,
    /// What it counts by name.
    pub members: Vec<String>,
}

/// The key figures of a page.
pub fn facts(parts: &[Part]) -> Vec<Fact> {
    let class = |tag: &Tag| tag.attributes.get("class").cloned().unwrap_or_default();
    let (mut facts, mut inside): (Vec<Fact>, String) = Default::default();
    for part in parts {
        match part {
            Part::Open(tag) if class(tag) == "fact" => facts.push(Fact::default()),
            Part::Open(tag) if tag.name == "dt" => inside = "title".to_owned(),
            Part::Open(tag) if tag.name == "dd" => inside = class(tag),
            Part::Close(name) if ["dt", "dd", "dl"].contains(&name.as_str()) => inside.clear(),
            Part::Words(words) => {
                let Some(fact) = facts.last_mut() else { continue };
                let words = plain(words);
                match inside.as_str() {
                    "title" => fact.title.push_str(&words),
                    "value" => fact.value.push_str(&words),
                    "member" => fact.members.push(words),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    facts
}

/// What a section finds: the words of the first such paragraph after an id, with plain spaces.
pub fn finding(parts: &[Part], id: &str) -> Option<String> {
    let is_finding = |part: &&Part| {
        let Part::Open(tag) = part else { return false };
        tag.attributes.get("class").is_some_and(|class| class == "finding")
    };
    let from = within(parts, id, "section")?.position(|part| is_finding(&part))?;
    let from = parts.iter().position(|part| has_id(part, id))? + from;
    let words = parts[from..].iter().take_while(|p| !matches!(p, Part::Close(n) if n == "p"));
    let words = words.filter_map(|part| match part {
        Part::Words(words) => Some(plain(words)),
        _ => None,
    });
    Some(words.collect())
}

/// The terms of the section with an id, each with what stands under it; `None` if the page has no such
/// id.
pub fn terms(parts: &[Part], id: &str) -> Option<Vec<(String, Vec<Cell>)>> {
    let mut terms: Vec<(String, Vec<Cell>)> = Vec::new();
    let mut inside = "";
    for part in within(parts, id, "section")? {
        match part {
            Part::Open(tag) if tag.name == "dt" => {
                inside = "dt";
                terms.push((String::new(), Vec::new()));
            }
            Part::Open(tag) if tag.name == "dd" => {
                inside = "dd";
                terms.last_mut()?.1.push(Cell::default());
            }
            Part::Close(name) if name == "dl" => inside = "",
            Part::Words(words) if inside == "dt" => terms.last_mut()?.0.push_str(&plain(words)),
            Part::Words(words) if inside == "dd" => {
                terms.last_mut()?.1.last_mut()?.words.push_str(&plain(words));
            }
            Part::Open(tag) if inside == "dd" => {
                let links = &mut terms.last_mut()?.1.last_mut()?.links;
                links.extend(tag.attributes.get("href").cloned());
            }
            _ => {}
        }
    }
    Some(terms)
}

/// The parts of a page from an id to the first end of a tag after it.
fn within<'p>(
    parts: &'p [Part],
    id: &str,
    end: &'static str,
) -> Option<impl Iterator<Item = &'p Part>> {
    let from = parts.iter().position(|part| has_id(part, id))?;
    Some(parts[from..].iter().take_while(move |p| !matches!(p, Part::Close(n) if n == end)))
}

fn has_id(part: &Part, id: &str) -> bool {
    matches!(part, Part::Open(tag) if tag.attributes.get("id").is_some_and(|of| of == id))
}

/// Words with plain spaces.
pub fn plain(words: &str) -> String {
    words.replace(['\u{a0}', '\u{202f}'], " ").replace(['\u{2060}', '\u{ad}'], "")
}

/// A site: its files, and its pages taken apart.
pub struct Site<'a> {
    pub files: &'a Files,
    pub pages: BTreeMap<&'a str, Vec<Part>>,
}

impl<'a> Site<'a> {
    /// Takes the pages of a site apart.
    pub fn of(files: &'a Files) -> Self {
        let pages = files.keys().filter(|path| path.ends_with(".html"));
        let pages = pages.map(|path| (path.as_str(), parts(text(files, path)))).collect();
        Self { files, pages }
    }

    /// The tags of each page.
    pub fn tags(&self) -> impl Iterator<Item = (&'a str, Vec<&Tag>)> {
        self.pages.iter().map(|(page, parts)| (*page, tags(parts)))
    }

    /// What breaks a law that every page of every site keeps.
    pub fn violations(&self) -> Vec<String> {
        let (_, mut wrong) = self.lost_links();
        wrong.extend(self.repeated_ids());
        wrong.extend(self.lost_names());
        wrong.extend(self.pages_without_frame());
        wrong.extend(self.hollow_headings());
        wrong
    }

    /// How many links were followed, and those that lead to no file or no place in it.
    pub fn lost_links(&self) -> (usize, Vec<String>) {
        let ids: BTreeMap<&str, BTreeSet<&str>> =
            self.tags().map(|(page, tags)| (page, ids(&tags).collect())).collect();
        let (mut followed, mut lost) = (0, Vec::new());
        for (page, tags) in self.tags() {
            let links = tags
                .iter()
                .flat_map(|tag| REFERENCES.iter().filter_map(|name| tag.attributes.get(*name)))
                .map(String::as_str)
                .chain(tags.iter().filter_map(|tag| leads_on(tag)));
            // Addresses of people are no pages.
            let to_person = |link: &&str| link.starts_with("mailto:") || link.starts_with("tel:");
            for link in links.filter(|link| !to_person(link)) {
                followed += 1;
                let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
                let target = match path {
                    "" => Some(page.to_owned()),
                    path => resolve(page, path),
                };
                let known = |target: &String| {
                    let place =
                        |ids: &BTreeSet<&str>| fragment.is_empty() || ids.contains(fragment);
                    self.files.contains_key(target)
                        && ids.get(target.as_str()).map_or(fragment.is_empty(), place)
                };
                if !target.as_ref().is_some_and(known) {
                    lost.push(format!("{page}: {link} leads nowhere"));
                }
            }
        }
        (followed, lost)
    }

    /// Ids that stand twice on a page.
    pub fn repeated_ids(&self) -> Vec<String> {
        let of_page = |(page, tags): (&str, Vec<&Tag>)| {
            let mut seen = BTreeSet::new();
            let twice = ids(&tags).filter(|id| !seen.insert(*id));
            twice.map(|id| format!("{page}: #{id} stands twice")).collect::<Vec<_>>()
        };
        self.tags().flat_map(of_page).collect()
    }

    /// Names that others are referred to by and that do not stand on the same page.
    pub fn lost_names(&self) -> Vec<String> {
        let names = ["aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"];
        let of_page = |(page, tags): (&str, Vec<&Tag>)| {
            let known: BTreeSet<&str> = ids(&tags).collect();
            let named = tags.iter().flat_map(|tag| {
                names.iter().filter_map(|name| tag.attributes.get(*name)).flat_map(|v| v.split(' '))
            });
            let lost = named.filter(|name| !name.is_empty() && !known.contains(name));
            lost.map(|name| format!("{page}: nothing is called {name}")).collect::<Vec<_>>()
        };
        self.tags().flat_map(of_page).collect()
    }

    /// Pages without one heading of the first rank, one main part and a language.
    pub fn pages_without_frame(&self) -> Vec<String> {
        let framed = |tags: &[&Tag]| {
            let n = |name: &str| tags.iter().filter(|tag| tag.name == name).count();
            let html = tags.iter().find(|tag| tag.name == "html");
            let lang = html.is_some_and(|tag| tag.attributes.contains_key("lang"));
            (n("h1"), n("main"), lang) == (1, 1, true)
        };
        let bare = self.tags().filter(|(_, tags)| !framed(tags));
        bare.map(|(page, _)| format!("{page}: no heading, main part or language")).collect()
    }

    /// Headings with nothing under them: no word, no table and no picture before the next heading of
    /// the same or a higher rank, or the end of the main part. A heading of a lower rank under it
    /// answers for itself.
    pub fn hollow_headings(&self) -> Vec<String> {
        self.pages.iter().flat_map(|(page, parts)| hollow(page, parts)).collect()
    }
}

/// What leads from a page to something else, by the attribute that says so.
const REFERENCES: &[&str] =
    &["href", "xlink:href", "src", "srcset", "action", "formaction", "poster", "data", "cite"];

/// Where a page leads on to by itself: `<meta http-equiv="refresh" content="0; url=…">`.
pub fn leads_on(tag: &Tag) -> Option<&str> {
    let refresh = tag.attributes.get("http-equiv").is_some_and(|of| of == "refresh");
    let content = tag.attributes.get("content").filter(|_| refresh)?;
    content.strip_prefix("0; url=")
}

fn tags(parts: &[Part]) -> Vec<&Tag> {
    let mut tags = Vec::new();
    for part in parts {
        if let Part::Open(tag) = part {
            tags.push(tag);
        }
    }
    tags
}

fn ids<'t>(tags: &[&'t Tag]) -> impl Iterator<Item = &'t str> {
    tags.iter().filter_map(|tag| tag.attributes.get("id")).map(String::as_str)
}

/// The path that a reference of a page leads to, from the site's root; nothing if it leads out.
pub fn resolve(page: &str, reference: &str) -> Option<String> {
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

fn rank(tag: &str) -> Option<u8> {
    let digit = tag.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&digit).then_some(digit)
}

fn hollow(page: &str, parts: &[Part]) -> Vec<String> {
    let mut wrong = Vec::new();
    // The heading that still has nothing under it: its rank and words.
    let mut bare: Option<(u8, String)> = None;
    let mut inside: Option<(u8, String)> = None;
    for part in parts {
        match part {
            Part::Open(tag) if rank(&tag.name).is_some() => {
                let rank = rank(&tag.name).unwrap_or_default();
                if let Some((above, words)) = bare.take()
                    && rank <= above
                {
                    wrong.push(format!("{page}: nothing under «{words}»"));
                }
                inside = Some((rank, String::new()));
            }
            Part::Close(name) if rank(name).is_some() => bare = inside.take(),
            Part::Words(words) => match &mut inside {
                Some((_, heading)) => heading.push_str(words.trim()),
                None => bare = None,
            },
            Part::Open(tag) if ["svg", "img", "table", "input"].contains(&tag.name.as_str()) => {
                bare = None;
            }
            Part::Close(name) if name == "main" => {
                if let Some((_, words)) = bare.take() {
                    wrong.push(format!("{page}: nothing under «{words}»"));
                }
            }
            _ => {}
        }
    }
    wrong
}
