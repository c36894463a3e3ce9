//! Style sheets made whole. A theme keeps its styles in parts, each of which another theme may
//! replace; a page asks for one file, for each further one delays what is first seen of it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::theme::Asset;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// Files of a theme with each style sheet whole: where it imports a part, the part stands. What is
/// only a part is no file of the site.
///
/// # Errors
/// Every import of what is no style sheet beside the one that imports it, or of what imports that
/// one; every style sheet that is not UTF-8.
pub(super) fn joined(
    mut assets: BTreeMap<String, Asset>,
) -> Result<BTreeMap<String, Asset>, Diagnostics> {
    let (whole, parts, faults) = Default::default();
    let mut joiner = Joiner { assets: &assets, whole, parts, faults };
    for name in assets.keys().filter(|name| name.ends_with(".css")) {
        joiner.join(name, &[]);
    }
    let Joiner { whole, parts, faults, .. } = joiner;
    if !faults.is_empty() {
        return Err(faults);
    }
    for (name, text) in whole {
        assets.entry(name).and_modify(|asset| asset.bytes = text.into_bytes().into());
    }
    assets.retain(|name, _| !parts.contains(name));
    Ok(assets)
}

struct Joiner<'a> {
    assets: &'a BTreeMap<String, Asset>,
    /// The sheets that have their parts in them.
    whole: BTreeMap<String, String>,
    /// The sheets that others import.
    parts: BTreeSet<String>,
    faults: Diagnostics,
}

impl Joiner<'_> {
    /// Makes a sheet whole; `within` are those that it is a part of.
    fn join(&mut self, name: &str, within: &[&str]) {
        let Some(sheet) = self.assets.get(name).filter(|_| !self.whole.contains_key(name)) else {
            return;
        };
        let text = std::str::from_utf8(&sheet.bytes).unwrap_or_else(|_| {
            let fault = Diagnostic::new(Code::NotUtf8).with("file", name);
            self.faults.push(placed(fault, sheet, None));
            ""
        });
        let within = [within, &[name]].concat();
        let mut whole = String::with_capacity(text.len());
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            match Import::of(line).map(|import| (self.part(&within, &import), import)) {
                None => whole.push_str(line),
                Some((Ok(part), import)) => {
                    self.join(&part, &within);
                    import.write(self.whole.get(&part).map_or("", String::as_str), &mut whole);
                    self.parts.insert(part);
                }
                Some((Err(fault), _)) => {
                    let line = at..at + line.trim_end().len();
                    self.faults.push(placed(fault, sheet, Some(line)));
                }
            }
            at += line.len();
        }
        self.whole.insert(name.to_owned(), whole);
    }

    /// The name of the part that the last of some sheets, each within the one before, imports.
    fn part(&self, within: &[&str], import: &Import<'_>) -> Result<String, Diagnostic> {
        let folder = within.last().and_then(|sheet| sheet.rsplit_once('/'));
        let folder = folder.map_or("", |(folder, _)| folder);
        let beside = self.assets.keys().filter(|name| !within.contains(&name.as_str()));
        let beside = beside.filter_map(|name| name.strip_prefix(folder)?.strip_prefix('/'));
        let known: Vec<&str> =
            beside.filter(|name| name.ends_with(".css") && !name.contains('/')).collect();
        if known.contains(&import.part) {
            return Ok(format!("{folder}/{}", import.part));
        }
        let fault = Diagnostic::new(Code::BadImport).with("value", import.part);
        Err(fault.near(import.part, &known))
    }
}

/// A fault at its place, unless the sheet is built in.
fn placed(fault: Diagnostic, sheet: &Asset, line: Option<Range<usize>>) -> Diagnostic {
    match (sheet.source, line) {
        (Some(source), Some(line)) => fault.at(Place::span(source, line)),
        (Some(source), None) => fault.at(Place::whole(source)),
        (None, _) => fault,
    }
}

/// A line `@import url("print.css") print;`.
struct Import<'a> {
    part: &'a str,
    /// What the part is for; empty if for all.
    media: &'a str,
}

impl<'a> Import<'a> {
    /// The import of a line; if it cannot be read, its part is what stands there.
    fn of(line: &'a str) -> Option<Self> {
        let rest = line.trim().strip_prefix("@import")?.trim();
        let read = rest.strip_suffix(';').and_then(|rest| rest.strip_prefix("url(\""));
        let read = read.and_then(|rest| rest.split_once("\")"));
        let (part, media) = read.unwrap_or((rest, ""));
        Some(Self { part, media: media.trim() })
    }

    fn write(&self, part: &str, out: &mut String) {
        match self.media {
            "" => *out += part,
            media => *out += &format!("@media {media} {{\n{part}}}\n"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::SourceId;

    fn joined(files: &[(&str, &str)]) -> Result<BTreeMap<String, String>, Diagnostics> {
        let asset = |text: &str| Asset {
            bytes: text.to_owned().into_bytes().into(),
            source: Some(SourceId(1)),
        };
        let assets = files.iter().map(|(name, text)| (format!("static/{name}"), asset(text)));
        let text = |asset: Asset| String::from_utf8(asset.bytes.into_owned()).unwrap();
        let joined = super::joined(assets.collect())?;
        Ok(joined.into_iter().map(|(name, asset)| (name, text(asset))).collect())
    }

    #[test]
    fn parts_stand_where_they_are_imported_and_nowhere_else() {
        let files = joined(&[
            (
                "style.css",
                "/* All */\n@import url(\"a.css\");\n@import url(\"b.css\") print;\np {}\n",
            ),
            ("a.css", "a {}\n"),
            ("b.css", "@import url(\"c.css\");\nb {}\n"),
            ("c.css", "c {}\n"),
            ("slides.css", "s {}\n"),
            ("svod.js", "// @import\n"),
        ]);
        let files = files.unwrap();
        let names: Vec<_> = files.keys().collect();
        assert_eq!(names, ["static/slides.css", "static/style.css", "static/svod.js"]);
        assert_eq!(
            files["static/style.css"],
            "/* All */\na {}\n@media print {\nc {}\nb {}\n}\np {}\n"
        );
    }

    #[test]
    fn an_import_that_brings_nothing_is_told_with_its_line() {
        let faults = joined(&[
            (
                "style.css",
                "a {}\n@import url(\"bsae.css\");\n@import 'base.css';\n@import url(\"base.css\");",
            ),
            ("base.css", "@import url(\"style.css\");"),
        ]);
        let faults = faults.unwrap_err();
        let place = |from, to| Some(Place::span(SourceId(1), from..to));
        let found: Vec<_> = faults.sorted().iter().map(|fault| fault.place).collect();
        assert_eq!(found, [place(5, 29), place(30, 49), place(50, 74)]);
    }

    #[test]
    fn the_theme_of_the_program_is_whole() {
        let theme = super::super::theme::Theme::layered(vec![], vec![]).unwrap();
        let sheets: Vec<_> = theme.assets().filter(|(name, _)| name.ends_with(".css")).collect();
        let names: Vec<_> = sheets.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["static/slides.css", "static/style.css"]);
        assert!(sheets.iter().all(|(_, bytes)| !bytes.is_empty()));
    }
}
