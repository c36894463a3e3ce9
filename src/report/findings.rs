//! Findings: what is to be seen in a chart, in a computed sentence.

use super::view::{Key, Point};
use super::{Report, dashed};
use crate::method::EntryKind;
use crate::model::number::Share;
use crate::model::tabulation::{CellValue, Heading, HeadingRole, Tabulation};
use crate::text::lower_first;

/// Up to so many values are all named; of more, the ends.
const FEW: usize = 4;
/// Up to so many names stand for one value; more are counted.
const NAMES: usize = 3;

/// A value of a chart with its name and, where it is a share, its counts.
pub(super) struct Named<'a> {
    /// What it is of.
    pub name: &'a str,
    /// The value as printed.
    pub point: &'a Point,
    /// How many of how many.
    pub of: Option<Share>,
}

impl Report<'_> {
    /// The highest and the lowest, or all if they are few: «Больше всего — 40 % (Мышкинский МР,
    /// 2 из 5); …». A share never stands without its counts: forty percent may be two of five.
    pub(super) fn bars_finding(&self, values: &[Named<'_>]) -> String {
        let Some(first) = values.first() else { return self.get("finding-none") };
        if values.len() == 1 {
            let value = first.point.text.as_str();
            return self
                .say("finding-single", &[("what", first.name.into()), ("value", value.into())]);
        }
        if values.iter().all(|v| v.point.value == first.point.value) {
            let value = first.point.text.as_str();
            return self.say("finding-equal", &[("value", value.into())]);
        }
        if values.iter().all(|v| is_year(v.name)) {
            let steps: Vec<String> = values.iter().map(|v| v.name.to_owned()).collect();
            let points: Vec<_> = values.iter().map(|v| Some(v.point.clone())).collect();
            return self.trend_finding(&self.get("report-share"), &steps, &points);
        }
        if values.len() <= FEW {
            return dashed(&format!("{}.", capital(&self.each(values))));
        }
        let ((highest, high), (lowest, low)) = (self.end(values, true), self.end(values, false));
        self.say(
            "finding-extremes",
            &[
                ("highest", highest.into()),
                ("high", high.as_str().into()),
                ("lowest", lowest.into()),
                ("low", low.as_str().into()),
            ],
        )
    }

    /// The largest or the smallest value and those that have it.
    fn end<'v>(&self, values: &'v [Named<'_>], largest: bool) -> (&'v str, String) {
        let further = |a: f64, b: f64| if largest { a > b } else { a < b };
        let mut at: Vec<&Named<'_>> = Vec::new();
        for value in values {
            match at.first().map(|best| best.point.value) {
                Some(best) if best == value.point.value => at.push(value),
                Some(best) if !further(value.point.value, best) => {}
                _ => at = vec![value],
            }
        }
        let text = at.first().map_or("", |v| v.point.text.as_str());
        let names = match at.as_slice() {
            [one] => match one.of {
                Some(share) => format!("{}, {}", one.name, self.of_base(share)),
                None => one.name.to_owned(),
            },
            some if some.len() <= NAMES => {
                self.text.list(&some.iter().map(|v| v.name.to_owned()).collect::<Vec<_>>())
            }
            many => {
                let all = self.text.count(u32::try_from(values.len()).unwrap_or(u32::MAX));
                let n = super::count(many.len());
                self.say("finding-many", &[("n", n), ("all", all.as_str().into())])
            }
        };
        (text, names)
    }

    /// «а — 64 % (7 из 11); б — 76 % (32 из 42)».
    fn each(&self, values: &[Named<'_>]) -> String {
        let item = |v: &Named<'_>| match v.of {
            Some(share) => format!("{} — {} ({})", v.name, v.point.text, self.of_base(share)),
            None => format!("{} — {}", v.name, v.point.text),
        };
        values.iter().map(item).collect::<Vec<_>>().join("; ")
    }

    /// What a chart of parts of wholes shows: the sum of parts that the table declares, or else the
    /// first part; where rows and columns are the same categories, those that stayed as they were.
    pub(super) fn parts_finding(&self, table: &Tabulation, by_columns: bool) -> String {
        let (bars, parts) =
            if by_columns { (&table.columns, &table.rows) } else { (&table.rows, &table.columns) };
        let names: Vec<String> = bars.iter().map(|bar| self.said_title(bar)).collect();
        let same = is_square(bars, parts);
        let body = || parts.iter().position(|h| h.role == HeadingRole::Body);
        let sum = parts.iter().position(|h| self.is_sum(table, h));
        let part = sum.or_else(body).unwrap_or_default();
        let value = |at: usize| {
            let part = if same { at } else { part };
            let (row, column) = if by_columns { (part, at) } else { (at, part) };
            let point = self.share_point(table, row, column)?;
            let of = match table.cell(row, column).value {
                CellValue::Share(share) => Some(share),
                _ => None,
            };
            Some((at, point, of))
        };
        let shown = (0..bars.len())
            .filter(|at| !same || bars[*at].role == HeadingRole::Body)
            .filter(|at| bars[*at].role != HeadingRole::Summary);
        let points: Vec<_> = shown.filter_map(value).collect();
        let values: Vec<Named<'_>> = points
            .iter()
            .map(|(at, point, of)| Named { name: &names[*at], point, of: *of })
            .collect();
        let title = parts.get(part).map(|h| capital(&h.title)).unwrap_or_default();
        let title = title.as_str();
        if values.is_empty() {
            return self.get("finding-none");
        }
        if same || values.len() <= FEW {
            let list = self.each(&values);
            return match same {
                true => self.say("finding-stayed", &[("list", list.as_str().into())]),
                false => self
                    .say("finding-part", &[("part", title.into()), ("list", list.as_str().into())]),
            };
        }
        let ((highest, high), (lowest, low)) = (self.end(&values, true), self.end(&values, false));
        self.say(
            "finding-part-range",
            &[
                ("part", title.into()),
                ("highest", highest.into()),
                ("high", high.as_str().into()),
                ("lowest", lowest.into()),
                ("low", low.as_str().into()),
            ],
        )
    }

    /// A title inside a sentence: municipalities keep their capital letter, others have none.
    pub(super) fn said_title(&self, heading: &Heading) -> String {
        let title = self.name(&heading.title);
        match self.published.municipality_by_id(heading.id.as_str()) {
            Some(_) => title,
            None => lower_first(&title),
        }
    }

    /// True for a heading that adds up others, which a chart shows side by side.
    fn is_sum(&self, table: &Tabulation, heading: &Heading) -> bool {
        let specs = &self.published.method().tables;
        let spec = specs.iter().find(|spec| spec.id.value == table.id.as_str());
        let entries = spec.into_iter().flat_map(|spec| spec.rows.iter().chain(&spec.columns));
        heading.role == HeadingRole::Summary
            && entries
                .filter(|entry| matches!(entry.kind, EntryKind::Sum { .. }))
                .any(|entry| entry.id() == Some(heading.id.as_str()))
    }

    /// For each series its largest group and, of two series, where they differ most.
    pub(super) fn groups_finding(
        &self,
        keys: &[Key],
        groups: &[(String, Vec<Option<Point>>)],
    ) -> String {
        let names: Vec<String> = groups.iter().map(|(name, _)| self.quoted(name)).collect();
        let tallest = |(at, key): (usize, &Key)| {
            let points = groups.iter().map(|(_, points)| points[at].as_ref());
            let known = names.iter().zip(points).filter_map(|(name, point)| {
                let point = point?;
                Some(Named { name, point, of: None })
            });
            let values: Vec<Named<'_>> = known.collect();
            let (text, name) = (!values.is_empty()).then(|| self.end(&values, true))?;
            Some(format!("{} — {text} ({name})", key.title))
        };
        let list: Vec<String> = keys.iter().enumerate().filter_map(tallest).collect();
        if list.is_empty() {
            return self.get("finding-none");
        }
        let tallest = self.say("finding-tallest", &[("list", list.join("; ").as_str().into())]);
        match self.difference(keys, groups) {
            Some(difference) => format!("{tallest} {difference}"),
            None => tallest,
        }
    }

    fn difference(&self, keys: &[Key], groups: &[(String, Vec<Option<Point>>)]) -> Option<String> {
        let [first, second] = keys else { return None };
        let pairs = groups.iter().filter_map(|(name, points)| match points.as_slice() {
            [Some(a), Some(b)] if a.text != b.text => Some((name, a, b)),
            _ => None,
        });
        let apart = |a: &Point, b: &Point| (a.value - b.value).abs();
        let (name, a, b) = pairs.reduce(|best, next| {
            if apart(next.1, next.2) > apart(best.1, best.2) { next } else { best }
        })?;
        Some(self.say(
            "finding-difference",
            &[
                ("group", self.quoted(name).as_str().into()),
                ("first", first.title.as_str().into()),
                ("from", a.text.as_str().into()),
                ("second", second.title.as_str().into()),
                ("to", b.text.as_str().into()),
            ],
        ))
    }

    /// A name in the language's quotation marks, unless it has marks of its own.
    pub(super) fn quoted(&self, name: &str) -> String {
        match name.contains('«') {
            true => name.to_owned(),
            false => self.say("finding-quoted", &[("name", name.into())]),
        }
    }

    /// «Школа: 2018 год — 12 %, 2022 год — 8 %.»
    pub(super) fn trend_finding(
        &self,
        title: &str,
        steps: &[String],
        points: &[Option<Point>],
    ) -> String {
        let known: Vec<_> =
            steps.iter().zip(points).filter_map(|(s, p)| Some((s, p.as_ref()?))).collect();
        match (known.first(), known.last()) {
            (Some(first), Some(last)) if known.len() > 1 => self.say(
                "finding-trend",
                &[
                    ("what", title.into()),
                    ("first", first.0.as_str().into()),
                    ("from", first.1.text.as_str().into()),
                    ("last", last.0.as_str().into()),
                    ("to", last.1.text.as_str().into()),
                ],
            ),
            (Some(only), _) => self.say(
                "finding-single",
                &[("what", only.0.as_str().into()), ("value", only.1.text.as_str().into())],
            ),
            _ => self.get("finding-none"),
        }
    }
}

/// True if rows and columns are the same categories, before and after.
fn is_square(bars: &[Heading], parts: &[Heading]) -> bool {
    fn body(headings: &[Heading]) -> impl Iterator<Item = &str> {
        let body = headings.iter().filter(|h| h.role == HeadingRole::Body);
        body.map(|h| h.title.as_str())
    }
    body(bars).eq(body(parts))
}

fn is_year(name: &str) -> bool {
    name.len() == 4 && name.bytes().all(|b| b.is_ascii_digit())
}

/// With a capital letter, as a sentence begins.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
