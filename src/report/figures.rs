//! Charts of declared tables, from the same cells as the table beside them.

use super::findings::Named;
use super::view::{Bar, Chart, DotRow, Figure, Key, Line, Point};
use super::{Report, position, scale};
use crate::method::{FigureBy, FigureKind, FigureSpec};
use crate::model::number::Share;
use crate::model::tabulation::{
    CellValue, Heading, HeadingRole, Missing, Show, TabCell, Tabulation,
};
use crate::model::tone::Tone;

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
        let charted = spec.title.clone().or_else(|| self.charted(table, spec).map(str::to_owned));
        let title = charted.unwrap_or_else(|| self.name(&table.title));
        let (chart, finding) = match spec.kind {
            FigureKind::Bars => self.bars(table, spec)?,
            FigureKind::Stacked => self.stacked(table, spec),
            FigureKind::Grouped => self.grouped(table, spec),
            FigureKind::Trend => self.trend(table),
            FigureKind::Dots => self.dots(table),
        };
        let finding = self.with_reserve(finding, &table.cells);
        Some(Figure {
            number: None,
            id: format!("{}-chart", table.id),
            title,
            finding,
            table: Some(table.id.to_string()),
            notes: Vec::new(),
            chart,
        })
    }

    /// A finding with the reservation that it knows nothing of what is held back, which may be more
    /// than the most or less than the least that it speaks of.
    pub(super) fn with_reserve<'c>(
        &self,
        finding: String,
        cells: impl IntoIterator<Item = &'c TabCell>,
    ) -> String {
        let hidden = |cell: &TabCell| cell.value == CellValue::Missing(Missing::Suppressed);
        match cells.into_iter().any(hidden) {
            true => format!("{finding} {}", self.get("finding-suppressed")),
            false => finding,
        }
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
            (CellValue::Difference(..), _) => {
                Point { value: position(figure), text: self.text.points(figure) }
            }
            _ => {
                let of = [&table.rows[row], &table.columns[column]];
                Point { value: position(figure), text: self.mean_words(of, figure) }
            }
        })
    }

    /// A cell as a percentage, however the table prints it.
    pub(super) fn share_point(
        &self,
        table: &Tabulation,
        row: usize,
        column: usize,
    ) -> Option<Point> {
        self.point(table, row, column, Show::Percent)
    }

    /// The column that a chart of one measure shows, if the table has others like it: without its
    /// name the chart would seem to be of the whole table.
    fn charted<'t>(&self, table: &'t Tabulation, spec: &FigureSpec) -> Option<&'t str> {
        let id = spec.column.as_ref()?;
        let column = table.columns.iter().find(|c| c.id.as_str() == id.value)?;
        let others = table.columns.iter().filter(|c| is_shown(c)).count() > 1;
        (is_shown(column) && others).then_some(column.title.as_str())
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
        let bars: Vec<Bar> = rows.iter().copied().map(bar).collect();
        let max = upper_end(bars.iter().filter_map(|b| b.point.as_ref()).map(|p| p.value));
        let of = rows.iter().map(|row| match table.show_of(*row, column) {
            Show::Count => None,
            _ => share_of(table, *row, column),
        });
        let names: Vec<String> =
            rows.iter().map(|row| self.said_title(&table.rows[*row])).collect();
        let finding = self.bars_finding(&named(&bars, &names, of));
        let finding = match self.charted(table, spec) {
            Some(column) => format!("{column}. {finding}"),
            None => finding,
        };
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

    fn stacked(&self, table: &Tabulation, spec: &FigureSpec) -> (Chart, String) {
        let by_columns = spec.by == FigureBy::Columns;
        let (bars, keys) =
            if by_columns { (&table.columns, &table.rows) } else { (&table.rows, &table.columns) };
        let parts: Vec<usize> = (0..keys.len()).filter(|at| is_shown(&keys[*at])).collect();
        let whole = |at: usize| {
            let cell = |part: &usize| {
                let (row, column) = if by_columns { (*part, at) } else { (at, *part) };
                let shown = self.cell_point(table, row, column)?;
                // The parts of a whole are parts of it also where the table prints counts.
                let value = self.share_point(table, row, column).map_or(shown.value, |p| p.value);
                Some(Point { value, ..shown })
            };
            (self.name(&bars[at].title), parts.iter().map(cell).collect::<Vec<_>>())
        };
        let order = match by_columns {
            true => (0..bars.len()).collect(),
            false => self.row_order(table),
        };
        let shown = order.into_iter().filter(|at| bars[*at].role != HeadingRole::Summary);
        let bars: Vec<_> = shown.map(whole).collect();
        let keys: Vec<Key> = parts.iter().enumerate().map(|(n, at)| key(&keys[*at], n)).collect();
        let finding = self.parts_finding(table, by_columns);
        (Chart::Stacked { keys, bars }, finding)
    }

    fn grouped(&self, table: &Tabulation, spec: &FigureSpec) -> (Chart, String) {
        let by_columns = spec.by == FigureBy::Columns;
        let (series, groups) =
            if by_columns { (&table.columns, &table.rows) } else { (&table.rows, &table.columns) };
        let lines: Vec<usize> = (0..series.len()).filter(|at| is_shown(&series[*at])).collect();
        let group = |at: usize| {
            let cell = |line: &usize| {
                let (row, column) = if by_columns { (at, *line) } else { (*line, at) };
                self.share_point(table, row, column)
            };
            (self.name(&groups[at].title), lines.iter().map(cell).collect::<Vec<_>>())
        };
        let shown = (0..groups.len()).filter(|at| is_shown(&groups[*at]));
        let groups: Vec<_> = shown.map(group).collect();
        let keys: Vec<Key> = lines.iter().enumerate().map(|(n, at)| key(&series[*at], n)).collect();
        let points = groups.iter().flat_map(|(_, points)| points.iter().flatten());
        let max = upper_end(points.map(|p| p.value));
        let finding = self.groups_finding(&keys, &groups);
        (Chart::Grouped { keys, groups, max }, finding)
    }

    fn dots(&self, table: &Tabulation) -> (Chart, String) {
        let shown = |headings: &[Heading]| -> Vec<usize> {
            (0..headings.len()).filter(|at| is_shown(&headings[*at])).collect()
        };
        let columns = shown(&table.columns);
        let keys: Vec<Key> =
            columns.iter().enumerate().map(|(n, at)| key(&table.columns[*at], n)).collect();
        let group = |row: usize| {
            let points = columns.iter().map(|column| self.share_point(table, row, *column));
            (self.name(&table.rows[row].title), points.collect::<Vec<_>>())
        };
        let groups: Vec<_> = shown(&table.rows).into_iter().map(group).collect();
        let finding = self.groups_finding(&keys, &groups);
        let rows: Vec<DotRow> = groups
            .into_iter()
            .map(|(label, points)| {
                let marks = points.into_iter().zip(&keys);
                let marks = marks.filter_map(|(point, key)| Some((point?, key.clone()))).collect();
                DotRow { label, dots: Vec::new(), marks }
            })
            .collect();
        let values = rows.iter().flat_map(|row| &row.marks).map(|(point, _)| point.value);
        let max = upper_end(values);
        (Chart::Dots { rows, max, unit: "%".to_owned() }, finding)
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
                ranges: Vec::new(),
                breaks: Vec::new(),
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
        let chart = Chart::Trend {
            steps,
            lines,
            breaks: Vec::new(),
            signs: Vec::new(),
            max,
            unit: "%".to_owned(),
        };
        (chart, finding)
    }
}

/// Rows and columns that are bars or series of a chart: categories, not what is made from them.
fn is_shown(heading: &Heading) -> bool {
    heading.role == HeadingRole::Body
}

/// The counts of a cell, if it is a share of units.
fn share_of(table: &Tabulation, row: usize, column: usize) -> Option<Share> {
    match table.cell(row, column).value {
        CellValue::Share(share) => Some(share),
        _ => None,
    }
}

/// The bars that have a value, with the names that sentences give them and their counts.
fn named<'b>(
    bars: &'b [Bar],
    names: &'b [String],
    of: impl Iterator<Item = Option<Share>>,
) -> Vec<Named<'b>> {
    let known = |((bar, name), of): ((&'b Bar, &'b String), _)| {
        Some(Named { name, point: bar.point.as_ref()?, of })
    };
    bars.iter().zip(names).zip(of).filter_map(known).collect()
}

fn bar_tone(row: &Heading, column: &Heading) -> Tone {
    if row.tone != Tone::Plain { row.tone } else { column.tone }
}

fn key(heading: &Heading, order: usize) -> Key {
    let tone = if heading.tone == Tone::Plain { Tone::series(order) } else { heading.tone };
    Key { title: heading.title.clone(), tone: tone.name() }
}
