//! Charts of declared tables, from the same cells as the table beside them.

use super::view::{Bar, Chart, Figure, Key, Line, Point, Tile};
use super::{Report, scale};
use crate::method::{FigureBy, FigureKind, FigureSpec};
use crate::model::number::Fixed;
use crate::model::tabulation::{CellValue, Heading, HeadingRole, Show, Tabulation};
use crate::model::tone::Tone;

/// A bar's label and value.
type Named<'a> = (&'a str, &'a Point);

/// Upper ends of scales, in percent: the smallest that holds the values is taken.
const SCALES: [f64; 7] = [5.0, 10.0, 20.0, 40.0, 60.0, 80.0, 100.0];

/// The smallest round upper end that holds all values.
pub(super) fn upper_end(values: impl Iterator<Item = f64>) -> f64 {
    let largest = values.fold(0.0, f64::max);
    SCALES.into_iter().find(|end| *end >= largest).unwrap_or(100.0)
}

impl Report<'_> {
    /// The chart that a table declares.
    pub(super) fn figure(&self, table: &Tabulation) -> Option<Figure> {
        let specs = &self.published.method().tables;
        let spec = specs.iter().find(|s| s.id.value == table.id.as_str())?.figure.as_ref()?;
        let title = spec.title.clone().unwrap_or_else(|| self.name(&table.title));
        let (chart, finding) = match spec.kind {
            FigureKind::Bars => self.bars(table, spec)?,
            FigureKind::Stacked => self.stacked(table, spec),
            FigureKind::Grouped => self.grouped(table, spec),
            FigureKind::Trend => self.trend(table),
        };
        Some(Figure {
            id: format!("{}-chart", table.id),
            title,
            finding,
            table: Some(table.id.to_string()),
            notes: Vec::new(),
            chart,
        })
    }

    fn point(&self, table: &Tabulation, row: usize, column: usize, show: Show) -> Option<Point> {
        let cell = table.cell(row, column);
        let figure = table.figure(cell)?;
        Some(match (cell.value, show) {
            (CellValue::Share(share), Show::Count) => {
                Point { value: share.count().into(), text: self.text.count(share.count()) }
            }
            (CellValue::Share(share) | CellValue::Pooled(share), _) => {
                Point { value: scale(share), text: self.text.percent(figure) }
            }
            _ => Point {
                value: figure.units as f64 / 10f64.powi(figure.decimals.into()),
                text: self.mean_words(&table.rows[row], figure),
            },
        })
    }

    fn cell_point(&self, table: &Tabulation, row: usize, column: usize) -> Option<Point> {
        self.point(table, row, column, table.show_of(row, column))
    }

    fn bars(&self, table: &Tabulation, spec: &FigureSpec) -> Option<(Chart, String)> {
        let id = spec.column.as_ref()?;
        let column = table.columns.iter().position(|c| c.id.as_str() == id.value)?;
        let bar = |row: usize| Bar {
            label: self.name(&table.rows[row].title),
            point: self.cell_point(table, row, column),
            tone: bar_tone(&table.rows[row], &table.columns[column]).name(),
        };
        let rows: Vec<usize> =
            self.row_order(table).into_iter().filter(|row| is_shown(&table.rows[*row])).collect();
        let bars: Vec<Bar> = rows.into_iter().map(bar).collect();
        let max = upper_end(bars.iter().filter_map(|b| b.point.as_ref()).map(|p| p.value));
        let finding = self.extremes(&bars);
        Some((Chart::Bars { bars, max }, finding))
    }

    /// Rows as shown: names in alphabetical order, the rest as declared.
    fn row_order(&self, table: &Tabulation) -> Vec<usize> {
        let mut order: Vec<usize> = (0..table.rows.len()).collect();
        if table.alphabetical {
            order.sort_by_key(|at| {
                let row = &table.rows[*at];
                (row.role != HeadingRole::Body, self.text.sort_key(&row.title))
            });
        }
        order
    }

    /// «Больше всего: … (91 %), меньше всего: … (13 %).»
    fn extremes(&self, bars: &[Bar]) -> String {
        let known = bars.iter().filter_map(|b| Some((b.label.as_str(), b.point.as_ref()?)));
        let mut ends: Option<(Named<'_>, Named<'_>)> = None;
        for bar in known {
            let (low, high) = ends.get_or_insert((bar, bar));
            if bar.1.value < low.1.value {
                *low = bar;
            }
            if bar.1.value > high.1.value {
                *high = bar;
            }
        }
        match ends {
            Some((low, high)) if low.1.value < high.1.value => self.say(
                "finding-extremes",
                &[
                    ("high", high.0.into()),
                    ("highest", high.1.text.as_str().into()),
                    ("low", low.0.into()),
                    ("lowest", low.1.text.as_str().into()),
                ],
            ),
            Some((only, _)) if bars.len() == 1 => self.say(
                "finding-single",
                &[("what", only.0.into()), ("value", only.1.text.as_str().into())],
            ),
            Some((same, _)) => self.say("finding-equal", &[("value", same.1.text.as_str().into())]),
            None => self.get("finding-none"),
        }
    }

    fn stacked(&self, table: &Tabulation, spec: &FigureSpec) -> (Chart, String) {
        let by_columns = spec.by == FigureBy::Columns;
        let (bars, keys) =
            if by_columns { (&table.columns, &table.rows) } else { (&table.rows, &table.columns) };
        let parts: Vec<usize> = (0..keys.len()).filter(|at| is_shown(&keys[*at])).collect();
        let whole = |at: usize| {
            let cell = |part: &usize| {
                let (row, column) = if by_columns { (*part, at) } else { (at, *part) };
                self.cell_point(table, row, column)
            };
            (self.name(&bars[at].title), parts.iter().map(cell).collect::<Vec<_>>())
        };
        let shown = (0..bars.len()).filter(|at| bars[*at].role != HeadingRole::Summary);
        let bars: Vec<_> = shown.map(whole).collect();
        let keys: Vec<Key> = parts.iter().enumerate().map(|(n, at)| key(&keys[*at], n)).collect();
        let finding = self.part_finding(table, by_columns);
        (Chart::Stacked { keys, bars }, finding)
    }

    /// The first summary, or else the first part, bar by bar: «Положительная динамика: … — 64 %».
    fn part_finding(&self, table: &Tabulation, by_columns: bool) -> String {
        let (bars, parts) =
            if by_columns { (&table.columns, &table.rows) } else { (&table.rows, &table.columns) };
        let part = parts.iter().position(is_summary).unwrap_or_default();
        let item = |at: usize| {
            let (row, column) = if by_columns { (part, at) } else { (at, part) };
            let point = self.point(table, row, column, Show::Percent)?;
            Some(format!("{} — {}", self.name(&bars[at].title), point.text))
        };
        let list: Vec<String> = (0..bars.len()).filter_map(item).collect();
        match parts.get(part) {
            Some(heading) if !list.is_empty() => self.say(
                "finding-part",
                &[
                    ("part", heading.title.as_str().into()),
                    ("list", list.join("; ").as_str().into()),
                ],
            ),
            _ => self.get("finding-none"),
        }
    }

    fn grouped(&self, table: &Tabulation, spec: &FigureSpec) -> (Chart, String) {
        let by_columns = spec.by == FigureBy::Columns;
        let (series, groups) =
            if by_columns { (&table.columns, &table.rows) } else { (&table.rows, &table.columns) };
        let lines: Vec<usize> = (0..series.len()).filter(|at| is_shown(&series[*at])).collect();
        let group = |at: usize| {
            let cell = |line: &usize| {
                let (row, column) = if by_columns { (at, *line) } else { (*line, at) };
                self.point(table, row, column, Show::Percent)
            };
            (self.name(&groups[at].title), lines.iter().map(cell).collect::<Vec<_>>())
        };
        let shown = (0..groups.len()).filter(|at| is_shown(&groups[*at]));
        let groups: Vec<_> = shown.map(group).collect();
        let keys: Vec<Key> = lines.iter().enumerate().map(|(n, at)| key(&series[*at], n)).collect();
        let points = groups.iter().flat_map(|(_, points)| points.iter().flatten());
        let max = upper_end(points.map(|p| p.value));
        let finding = self.tallest(&keys, &groups);
        (Chart::Grouped { keys, groups, max }, finding)
    }

    /// For each series its largest group: «апрель: максимально полезно — 69 %; …».
    fn tallest(&self, keys: &[Key], groups: &[(String, Vec<Option<Point>>)]) -> String {
        let tallest = |(at, key): (usize, &Key)| {
            let points = groups.iter().filter_map(|(label, p)| Some((label, p[at].as_ref()?)));
            let top = points
                .reduce(|best, next| if next.1.value > best.1.value { next } else { best })?;
            Some(format!("{}: {} — {}", key.title, top.0, top.1.text))
        };
        let list: Vec<String> = keys.iter().enumerate().filter_map(tallest).collect();
        self.say("finding-tallest", &[("list", list.join("; ").as_str().into())])
    }

    fn trend(&self, table: &Tabulation) -> (Chart, String) {
        let lines: Vec<Line> = table
            .rows
            .iter()
            .enumerate()
            .filter(|(_, heading)| is_shown(heading))
            .map(|(row, heading)| Line {
                key: key(heading, row),
                points: (0..table.columns.len())
                    .map(|column| self.cell_point(table, row, column))
                    .collect(),
                context: heading.tone == Tone::Context,
            })
            .collect();
        let points = lines.iter().flat_map(|line| line.points.iter().flatten());
        let max = upper_end(points.map(|p| p.value));
        let steps: Vec<String> = table.columns.iter().map(|c| c.title.clone()).collect();
        let finding = lines.first().map_or_else(
            || self.get("finding-none"),
            |line| self.trend_finding(&line.key.title, &steps, &line.points),
        );
        let chart = Chart::Trend { steps, lines, breaks: Vec::new(), max, unit: "%".to_owned() };
        (chart, finding)
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

    /// The tile map of municipalities by the declared indicator; `None` if the site has no tiles.
    pub(super) fn map(&self) -> Option<Figure> {
        let spec = self.published.method().pages.map.as_ref()?;
        let table = self.published.table(&spec.table.value)?;
        let column = table.columns.iter().position(|c| c.id.as_str() == spec.column.value)?;
        let point = |id: &str| {
            let row = table.rows.iter().position(|r| r.id.as_str() == id)?;
            self.point(table, row, column, Show::Percent)
        };
        let placed: Vec<_> = self
            .municipalities
            .iter()
            .map(|ix| self.published.municipality(*ix))
            .filter_map(|m| Some((m, m.tile?, point(m.id.as_str()))))
            .collect();
        if placed.is_empty() {
            return None;
        }
        let step = upper_end(placed.iter().filter_map(|(_, _, p)| Some(p.as_ref()?.value))) / 5.0;
        let class = |p: &Point| ((p.value / step) as usize).min(4);
        let tiles: Vec<Tile> = placed
            .into_iter()
            .map(|(m, (column, row), point)| Tile {
                column,
                row,
                label: short_name(&m.name),
                title: self.name(&m.name),
                class: point.as_ref().map(class),
                point,
                link: format!("municipalities/{}.html", m.id),
            })
            .collect();
        let bars: Vec<Bar> = tiles
            .iter()
            .map(|t| Bar { label: t.title.clone(), point: t.point.clone(), tone: "plain" })
            .collect();
        let interval = |n: usize| {
            let from = Fixed { units: (step * n as f64) as i64, decimals: 0 };
            let from = self.text.percent(from);
            let title = self.say("map-from", &[("from", from.as_str().into())]);
            Key { title, tone: Tone::Plain.name() }
        };
        Some(Figure {
            id: "map".to_owned(),
            title: spec.title.clone(),
            finding: self.extremes(&bars),
            table: None,
            notes: Vec::new(),
            chart: Chart::Tiles { tiles, scale: (0..5).map(interval).collect() },
        })
    }
}

/// A municipality's name without its kind: «Угличский», «Рыбинск».
fn short_name(name: &str) -> String {
    let is_kind =
        |word: &str| matches!(word, "г." | "МР" | "МО" | "ГО") || matches!(word, "район" | "округ");
    let words: Vec<_> = name.split_whitespace().filter(|word| !is_kind(word)).collect();
    words.join(" ")
}

/// Rows and columns that are bars or series of a chart: categories, not what is made from them.
fn is_shown(heading: &Heading) -> bool {
    heading.role == HeadingRole::Body
}

/// Columns like «Повысили уровень» that overlap the parts of a whole.
fn is_summary(heading: &Heading) -> bool {
    heading.role == HeadingRole::Summary
}

fn bar_tone(row: &Heading, column: &Heading) -> Tone {
    if row.tone != Tone::Plain { row.tone } else { column.tone }
}

fn key(heading: &Heading, order: usize) -> Key {
    let tone = if heading.tone == Tone::Plain { Tone::series(order) } else { heading.tone };
    Key { title: heading.title.clone(), tone: tone.name() }
}
