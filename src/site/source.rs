//! `[[source]]` of `svod.toml`: how a file that was made for people is laid out, and which columns of
//! which table it feeds.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize as Derive, de};
use toml::Spanned;

use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId, unknown};

/// As written.
#[derive(Derive)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceSpec {
    file: Spanned<String>,
    table: Option<Spanned<String>>,
    sheet: Option<Spanned<String>>,
    encoding: Option<Spanned<String>>,
    separator: Option<Spanned<String>>,
    header: Option<Spanned<Rows>>,
    #[serde(default)]
    columns: BTreeMap<Spanned<String>, Spanned<ColumnSpec>>,
    #[serde(default)]
    constants: BTreeMap<Spanned<String>, Words>,
    #[serde(default)]
    values: BTreeMap<Spanned<String>, BTreeMap<String, Words>>,
    #[serde(default)]
    fill: Vec<Spanned<String>>,
    #[serde(default)]
    skip: Vec<String>,
}

/// A number of a row, or several.
struct Rows(Vec<u32>);

/// A heading, several that mean the same, or a heading with what its numbers are.
struct ColumnSpec {
    headers: Vec<(String, Option<std::ops::Range<usize>>)>,
    unit: Option<Spanned<String>>,
}

/// A word, or a number written without quotes.
struct Words(String);

struct RowsVisitor;

impl<'de> Visitor<'de> for RowsVisitor {
    type Value = Rows;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Rows, E> {
        let row = u32::try_from(value).ok().filter(|row| *row > 0);
        let wrong = || E::invalid_value(de::Unexpected::Signed(value), &self);
        row.map(|row| Rows(vec![row])).ok_or_else(wrong)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Rows, A::Error> {
        let mut rows = Vec::new();
        while let Some(row) = seq.next_element::<u32>()? {
            rows.push(row);
        }
        Ok(Rows(rows))
    }
}

impl<'de> Deserialize<'de> for Rows {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RowsVisitor)
    }
}

struct ColumnVisitor;

impl<'de> Visitor<'de> for ColumnVisitor {
    type Value = ColumnSpec;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<ColumnSpec, E> {
        Ok(ColumnSpec { headers: vec![(text.to_owned(), None)], unit: None })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<ColumnSpec, A::Error> {
        let mut headers = Vec::new();
        while let Some(header) = seq.next_element::<Spanned<String>>()? {
            let span = header.span();
            headers.push((header.into_inner(), Some(span)));
        }
        Ok(ColumnSpec { headers, unit: None })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ColumnSpec, A::Error> {
        let mut spec = ColumnSpec { headers: Vec::new(), unit: None };
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "header" => spec.headers = map.next_value::<ColumnSpec>()?.headers,
                "unit" => spec.unit = Some(map.next_value()?),
                _ => return Err(A::Error::unknown_field(&key, &["header", "unit"])),
            }
        }
        if spec.headers.is_empty() {
            return Err(A::Error::missing_field("header"));
        }
        Ok(spec)
    }
}

impl<'de> Deserialize<'de> for ColumnSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ColumnVisitor)
    }
}

struct WordsVisitor;

impl Visitor<'_> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Words, E> {
        Ok(Words(text.to_owned()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Words, E> {
        Ok(Words(value.to_string()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Words, E> {
        Ok(Words(value.to_string()))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Words, E> {
        Ok(Words(if value { "1" } else { "0" }.to_owned()))
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor)
    }
}

/// A name with gaps: `ВПР {year}.xlsx`, `{procedure}, участники`, `Отчёт*`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// As written.
    pub text: String,
    /// What it is made of.
    pub parts: Vec<Part>,
    /// Where it is written.
    pub place: Place,
}

/// A piece of a [`Pattern`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// These very words.
    Words(String),
    /// Anything.
    Any,
    /// What stands here goes into the column of this name.
    Column(String),
}

impl Pattern {
    fn new(text: &str, place: Place) -> Self {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some(at) = rest.find(['*', '{']) {
            let (words, tail) = rest.split_at(at);
            let gap = match tail.strip_prefix('{').and_then(|tail| tail.split_once('}')) {
                Some((name, after)) => Some((Part::Column(name.trim().to_owned()), after)),
                None => tail.strip_prefix('*').map(|after| (Part::Any, after)),
            };
            // A brace that nothing closes is a sign like others.
            let Some((gap, after)) = gap else { break };
            if !words.is_empty() {
                parts.push(Part::Words(words.to_owned()));
            }
            parts.push(gap);
            rest = after;
        }
        if !rest.is_empty() {
            parts.push(Part::Words(rest.to_owned()));
        }
        Self { text: text.to_owned(), parts, place }
    }

    /// The columns that its gaps fill.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Column(name) => Some(name.as_str()),
            Part::Words(_) | Part::Any => None,
        })
    }
}

/// What the numbers of a column of shares are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// From 0 to 100.
    Percent,
    /// From 0 to 1.
    Fraction,
}

/// Where a column of a table comes from.
#[derive(Clone, Debug)]
pub struct LayoutColumn {
    /// The column of the table.
    pub name: String,
    /// Where it is named.
    pub place: Place,
    /// Headings in the file that may stand over it; the first that is there counts.
    pub headers: Vec<Pattern>,
    /// What its numbers are, if that is stated.
    pub unit: Option<Unit>,
}

/// How files are laid out, and what they feed. One `[[source]]`.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Which files of the data folder.
    pub file: Pattern,
    /// The table they feed; if none, that of the file's name.
    pub table: Option<(String, Place)>,
    /// Which sheets of a workbook; the first if none is named.
    pub sheet: Option<Pattern>,
    /// The encoding of texts.
    pub encoding: Option<String>,
    /// What separates the cells of texts.
    pub separator: Option<u8>,
    /// The rows of the heading, from 1; none if they are to be found.
    pub header: Vec<u32>,
    /// The columns; none if the file is in canonical form.
    pub columns: Vec<LayoutColumn>,
    /// Columns that are the same in each row.
    pub constants: Vec<(String, String, Place)>,
    /// What words of a column stand for.
    pub values: BTreeMap<String, BTreeMap<String, String>>,
    /// Columns whose empty cells repeat the one above.
    pub fill: Vec<String>,
    /// Beginnings of rows that are no data.
    pub skip: Vec<String>,
    /// Where it is written.
    pub place: Place,
}

impl Layout {
    /// The columns of the table that it feeds, each with the place where it is named: stated ones first,
    /// then those of gaps, then constants.
    pub fn fed(&self) -> Vec<(&str, Place)> {
        let mut seen = BTreeSet::new();
        let stated = self.columns.iter().map(|column| (column.name.as_str(), column.place));
        let headers = self.columns.iter().flat_map(|column| &column.headers);
        let patterns = headers.chain([&self.file]).chain(&self.sheet);
        let gaps = patterns.flat_map(|p| p.columns().map(move |name| (name, p.place)));
        let constants = self.constants.iter().map(|(name, _, place)| (name.as_str(), *place));
        stated.chain(gaps).chain(constants).filter(|(name, _)| seen.insert(*name)).collect()
    }
}

/// Checks what was written.
pub(super) fn layouts(
    specs: Vec<Spanned<SourceSpec>>,
    source: SourceId,
    faults: &mut Diagnostics,
) -> Vec<Layout> {
    specs.into_iter().map(|spec| layout(spec, source, faults)).collect()
}

fn layout(spec: Spanned<SourceSpec>, source: SourceId, faults: &mut Diagnostics) -> Layout {
    let span = spec.span();
    let spec = spec.into_inner();
    let at = |span| Place::span(source, span);
    let pattern = |text: Spanned<String>| Pattern::new(text.get_ref(), at(text.span()));
    let file = pattern(spec.file);
    let columns: Vec<LayoutColumn> = spec
        .columns
        .into_iter()
        .map(|(name, column)| {
            let (place, whole) = (at(name.span()), column.span());
            let ColumnSpec { headers, unit } = column.into_inner();
            let header = |(text, span): (String, Option<_>)| {
                Pattern::new(&text, at(span.unwrap_or_else(|| whole.clone())))
            };
            let headers = headers.into_iter().map(header).collect();
            let unit = unit.and_then(|word| unit_of(&word, source, faults));
            LayoutColumn { name: name.into_inner(), place, headers, unit }
        })
        .collect();
    let encoding = spec.encoding.and_then(|name| {
        let known = encoding_rs::Encoding::for_label(name.get_ref().trim().as_bytes());
        if known.is_none() {
            let known = ["utf-8", "windows-1251", "utf-16le", "koi8-r", "ibm866"];
            let fault = unknown(Code::BadParameter, at(name.span()), name.get_ref(), &known);
            faults.push(fault.with("column", "encoding"));
        }
        known.map(|_| name.into_inner())
    });
    let separator = spec.separator.and_then(|word| match word.get_ref().as_str() {
        "," => Some(b','),
        ";" => Some(b';'),
        "tab" | "\t" => Some(b'\t'),
        other => {
            let fault = Diagnostic::new(Code::BadParameter).at(at(word.span()));
            let fault = fault.with("value", other).with("column", "separator");
            faults.push(fault.with("known", "«,», «;», «tab»"));
            None
        }
    });
    let layout = Layout {
        table: spec.table.map(|table| {
            let place = at(table.span());
            (table.into_inner(), place)
        }),
        sheet: spec.sheet.map(pattern),
        encoding,
        separator,
        header: spec.header.map(|rows| rows.into_inner().0).unwrap_or_default(),
        constants: spec
            .constants
            .into_iter()
            .map(|(name, Words(value))| {
                let place = at(name.span());
                (name.into_inner(), value, place)
            })
            .collect(),
        values: values(spec.values),
        fill: spec.fill.into_iter().map(Spanned::into_inner).collect(),
        skip: spec.skip,
        place: Place::span(source, span.start..span.start + "[[source]]".len()),
        file,
        columns,
    };
    twice(&layout, faults);
    apart(&layout, faults);
    layout
}

fn values(
    spec: BTreeMap<Spanned<String>, BTreeMap<String, Words>>,
) -> BTreeMap<String, BTreeMap<String, String>> {
    let words = |words: BTreeMap<String, Words>| {
        words.into_iter().map(|(word, Words(value))| (word, value)).collect()
    };
    spec.into_iter().map(|(column, of)| (column.into_inner(), words(of))).collect()
}

fn unit_of(word: &Spanned<String>, source: SourceId, faults: &mut Diagnostics) -> Option<Unit> {
    match word.get_ref().as_str() {
        "percent" => Some(Unit::Percent),
        "fraction" => Some(Unit::Fraction),
        other => {
            let place = Place::span(source, word.span());
            let fault = unknown(Code::BadParameter, place, other, &["percent", "fraction"]);
            faults.push(fault.with("column", "unit"));
            None
        }
    }
}

/// Reports a column that two things feed.
fn twice(layout: &Layout, faults: &mut Diagnostics) {
    let stated = layout.columns.iter().map(|column| (column.name.as_str(), column.place));
    let constants = layout.constants.iter().map(|(name, _, place)| (name.as_str(), *place));
    let mut gaps: BTreeMap<&str, Place> = BTreeMap::new();
    for column in &layout.columns {
        for header in &column.headers {
            for name in header.columns() {
                gaps.entry(name).or_insert(header.place);
            }
        }
    }
    let of_names = [Some(&layout.file), layout.sheet.as_ref()].into_iter().flatten();
    let of_names = of_names.flat_map(|p| p.columns().map(move |name| (name, p.place)));
    let mut first: BTreeMap<&str, Place> = BTreeMap::new();
    for (name, place) in stated.chain(constants).chain(gaps).chain(of_names) {
        if let Some(first) = first.insert(name, place) {
            let fault = Diagnostic::new(Code::SourceColumnTwice).at(place).with("column", name);
            faults.push(fault.see_also(first));
        }
    }
}

/// Reports headings whose gaps fill different columns: they would not meet in one row.
fn apart(layout: &Layout, faults: &mut Diagnostics) {
    let headers = layout.columns.iter().flat_map(|column| &column.headers);
    let gaps = |header: &Pattern| header.columns().map(str::to_owned).collect::<BTreeSet<_>>();
    let mut wide = headers.filter(|header| header.columns().next().is_some());
    let Some(first) = wide.next() else { return };
    for other in wide.filter(|other| gaps(other) != gaps(first)) {
        let fault = Diagnostic::new(Code::SourceGapsDiffer).at(other.place);
        let fault = fault.with("value", &other.text).with("other", &first.text);
        faults.push(fault.see_also(first.place));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_words_and_gaps() {
        let parts = |text| Pattern::new(text, Place::whole(SourceId(0))).parts;
        let words = |text: &str| Part::Words(text.to_owned());
        let column = |name: &str| Part::Column(name.to_owned());
        assert_eq!(parts("ВПР {year}.xlsx"), [words("ВПР "), column("year"), words(".xlsx")]);
        assert_eq!(parts("{procedure}"), [column("procedure")]);
        assert_eq!(parts("*, {year}"), [Part::Any, words(", "), column("year")]);
        assert_eq!(parts("доля { от"), [words("доля { от")]);
    }
}
