//! Imported results beside those that there are: one table, no row lost, none doubled.

use std::collections::BTreeMap;

use super::summary::Summary;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::input::{Previous, fold};
use crate::method::Methodology;
use crate::model::dataset::{Dataset, Observation};
use crate::model::ids::{ProcedureIx, SchoolIx, Year};
use crate::model::number::{Rounding, Share};

/// The columns of `results`, in order.
const COLUMNS: [&str; 5] = ["school", "year", "procedure", "participants", "below_threshold"];

/// The column of percentages that no count gives back.
const PERCENT: &str = "below_percent";

/// The table with the imported results. Rows that there are stay where they are and as they are
/// written; one that says otherwise is a fault, unless it is to be replaced.
pub(super) fn merge(
    previous: Option<Previous>,
    imported: &[Observation],
    replace: bool,
    (dataset, method): (&Dataset, &Methodology),
    (summary, faults): (&mut Summary, &mut Diagnostics),
) -> Vec<u8> {
    let mut table = Table::of(previous, imported, (dataset, method));
    let known = table.known();
    for result in imported {
        let key = (result.school, result.year, result.procedure);
        match known.get(&key).map(|(row, first)| (*row, first)) {
            None => {
                summary.added += 1;
                table.rows.push(table.row(result));
            }
            Some((_, first)) if first.share == result.share => summary.same += 1,
            Some((row, _)) if replace => {
                summary.replaced += 1;
                table.replace(row, result);
            }
            Some((_, first)) => {
                faults.push(
                    Diagnostic::new(Code::OtherResult)
                        .at(result.place)
                        .with("value", in_words(result.share))
                        .with("other", in_words(first.share))
                        .with("column", table.key(result))
                        .see_also(first.place),
                );
            }
        }
    }
    table.csv()
}

/// The figures as a table has them: «12 / 48»; «35.7% / 48» where no count is known.
fn in_words(share: Share) -> String {
    match percent(share) {
        Some(percent) => format!("{percent}% / {}", share.base()),
        None => format!("{} / {}", share.count(), share.base()),
    }
}

/// The percentage of a share of which no count is known, as it was printed.
fn percent(share: Share) -> Option<String> {
    if !share.is_of_percent() {
        return None;
    }
    let printed = share.percent(6, Rounding::HalfUp).to_string();
    let digits = printed.trim_end_matches('0');
    Some(digits.trim_end_matches('.').to_owned())
}

struct Table<'a> {
    headers: Vec<String>,
    rows: Vec<Vec<String>>,
    separator: u8,
    results: Vec<(usize, Observation)>,
    dataset: &'a Dataset,
    method: &'a Methodology,
}

impl<'a> Table<'a> {
    fn of(
        previous: Option<Previous>,
        imported: &[Observation],
        (dataset, method): (&'a Dataset, &'a Methodology),
    ) -> Self {
        let mut table = Self {
            headers: COLUMNS.map(str::to_owned).into(),
            rows: Vec::new(),
            separator: b',',
            results: Vec::new(),
            dataset,
            method,
        };
        if let Some(previous) = previous {
            table.headers = previous.headers;
            table.separator = previous.separator;
            for (at, row) in previous.rows.into_iter().enumerate() {
                table.results.extend(row.result.map(|result| (at, result)));
                table.rows.push(row.cells);
            }
        }
        let percents = imported.iter().any(|result| result.share.is_of_percent());
        for column in COLUMNS.into_iter().chain(percents.then_some(PERCENT)) {
            if table.column(column).is_none() {
                table.headers.push(column.to_owned());
            }
        }
        let width = table.headers.len();
        table.rows.iter_mut().for_each(|row| row.resize(width, String::new()));
        table
    }

    fn column(&self, name: &str) -> Option<usize> {
        self.headers.iter().position(|header| fold(header) == fold(name))
    }

    fn known(&self) -> BTreeMap<(SchoolIx, Year, ProcedureIx), (usize, Observation)> {
        let key = |(row, o): &(usize, Observation)| ((o.school, o.year, o.procedure), (*row, *o));
        self.results.iter().map(key).collect()
    }

    fn key(&self, result: &Observation) -> String {
        let [school, year, procedure] = self.keys(result);
        format!("{school}, {year}, {procedure}")
    }

    fn keys(&self, result: &Observation) -> [String; 3] {
        [
            self.dataset.school(result.school).id.to_string(),
            result.year.to_string(),
            self.method.procedure(result.procedure).id.to_string(),
        ]
    }

    fn row(&self, result: &Observation) -> Vec<String> {
        let mut row = vec![String::new(); self.headers.len()];
        let keys = self.keys(result);
        for (name, value) in COLUMNS.into_iter().zip(keys) {
            self.set(&mut row, name, value);
        }
        self.set_figures(&mut row, result.share);
        row
    }

    fn replace(&mut self, at: usize, result: &Observation) {
        let Some(mut row) = self.rows.get_mut(at).map(std::mem::take) else { return };
        self.set_figures(&mut row, result.share);
        self.rows[at] = row;
    }

    fn set_figures(&self, row: &mut [String], share: Share) {
        let percent = percent(share);
        let count = percent.is_none().then(|| share.count().to_string());
        self.set(row, COLUMNS[3], share.base().to_string());
        self.set(row, COLUMNS[4], count.unwrap_or_default());
        self.set(row, PERCENT, percent.map(|p| format!("{p}%")).unwrap_or_default());
    }

    fn set(&self, row: &mut [String], column: &str, value: String) {
        if let Some(cell) = self.column(column).and_then(|at| row.get_mut(at)) {
            *cell = value;
        }
    }

    fn csv(&self) -> Vec<u8> {
        let mut writer =
            csv::WriterBuilder::new().delimiter(self.separator).from_writer(Vec::new());
        for row in std::iter::once(&self.headers).chain(&self.rows) {
            // Every row is as wide as the headings, and memory takes what is written to it.
            let _ = writer.write_record(row);
        }
        writer.into_inner().unwrap_or_default()
    }
}
