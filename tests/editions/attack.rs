//! What can be worked out of published tables by one who knows which of their figures add up to which.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::BigRational;

/// A cell as published for programs: count and base; `None` where there is nothing.
pub type Figures = (Option<u64>, Option<u64>);

/// The cells of a table by row and column.
pub type Cells = BTreeMap<(String, String), Figures>;

/// All tables of counts by id.
pub fn tables(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Cells> {
    let mut tables = BTreeMap::new();
    for (path, bytes) in files {
        let id = path.strip_prefix("tables/").and_then(|name| name.strip_suffix(".csv"));
        let Some(id) = id else { continue };
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        if reader.headers().unwrap() != vec!["row", "column", "count", "base", "percent"] {
            continue;
        }
        let cell = |record: csv::StringRecord| {
            let number = |at: usize| record[at].parse().ok();
            ((record[0].to_owned(), record[1].to_owned()), (number(2), number(3)))
        };
        let cells = reader.records().map(|record| cell(record.unwrap())).collect();
        tables.insert(id.to_owned(), cells);
    }
    tables
}

/// A figure of the tables: table, row, column, and whether it is the base.
pub type Figure = (String, String, String, bool);

/// Sums that are zero, found where nothing is suppressed.
pub struct Identities {
    /// Every figure with its true value.
    pub truth: BTreeMap<Figure, u64>,
    pub sums: Vec<Vec<(Figure, i64)>>,
}

impl Identities {
    pub fn of(tables: &BTreeMap<String, Cells>) -> Self {
        let mut all = Self { truth: BTreeMap::new(), sums: Vec::new() };
        for (id, cells) in tables {
            for ((row, column), (count, base)) in cells {
                let key = |base| (id.clone(), row.clone(), column.clone(), base);
                all.truth.extend(count.map(|n| (key(false), n)));
                all.truth.extend(base.map(|n| (key(true), n)));
            }
            all.within(id, cells);
        }
        all.between(tables);
        all
    }

    fn value(&self, figure: &Figure) -> Option<i128> {
        self.truth.get(figure).map(|n| i128::from(*n))
    }

    /// Adds identities that hold all together, as those of one line of thought do: one that fails
    /// anywhere, or has nothing to be tested on, is none.
    fn add(&mut self, sums: Vec<Vec<(Figure, i64)>>) {
        let total = |sum: &Vec<(Figure, i64)>| -> Option<i128> {
            sum.iter().map(|(figure, by)| Some(self.value(figure)? * i128::from(*by))).sum()
        };
        let known: Vec<&Vec<(Figure, i64)>> =
            sums.iter().filter(|sum| total(sum).is_some()).collect();
        let speaks =
            known.iter().filter(|s| s.iter().any(|(f, _)| self.value(f) != Some(0))).count();
        if speaks >= 2 && known.iter().all(|sum| total(sum) == Some(0)) {
            let known: Vec<_> = known.into_iter().cloned().collect();
            self.sums.extend(known);
        }
    }

    /// Totals of rows and columns, counts that make up their base, equal bases of a line.
    fn within(&mut self, id: &str, cells: &Cells) {
        let rows: BTreeSet<&String> = cells.keys().map(|(row, _)| row).collect();
        let columns: BTreeSet<&String> = cells.keys().map(|(_, column)| column).collect();
        let figure = |row: &String, column: &String, base| {
            (id.to_owned(), row.clone(), column.clone(), base)
        };
        for whole in &rows {
            for parts in subsets(&rows, whole) {
                let sum = |column: &&String| {
                    let parts = parts.iter().map(|part| (figure(part, column, false), -1));
                    [(figure(whole, column, false), 1)].into_iter().chain(parts).collect()
                };
                self.add(columns.iter().map(sum).collect());
            }
        }
        for whole in &columns {
            for parts in subsets(&columns, whole) {
                let sum = |row: &&String| {
                    let parts = parts.iter().map(|part| (figure(row, part, false), -1));
                    [(figure(row, whole, false), 1)].into_iter().chain(parts).collect()
                };
                self.add(rows.iter().map(sum).collect());
            }
        }
        let all: Vec<&String> = columns.iter().copied().collect();
        self.add(
            rows.iter()
                .map(|row| {
                    let parts = all.iter().map(|column| (figure(row, column, false), -1));
                    [(figure(row, all[0], true), 1)].into_iter().chain(parts).collect()
                })
                .collect(),
        );
        for pair in all.windows(2) {
            let same = |row: &&String| {
                vec![(figure(row, pair[0], true), 1), (figure(row, pair[1], true), -1)]
            };
            self.add(rows.iter().map(same).collect());
        }
        let every: Vec<&String> = rows.iter().copied().collect();
        for pair in every.windows(2) {
            let same = |column: &&String| {
                vec![(figure(pair[0], column, true), 1), (figure(pair[1], column, true), -1)]
            };
            self.add(columns.iter().map(same).collect());
        }
    }

    /// Columns, or bases, of two tables that say the same of the same rows.
    fn between(&mut self, tables: &BTreeMap<String, Cells>) {
        let lines = |cells: &Cells, id: &str| -> BTreeMap<(String, bool), Vec<Figure>> {
            let mut lines: BTreeMap<(String, bool), Vec<Figure>> = BTreeMap::new();
            for (row, column) in cells.keys() {
                for base in [false, true] {
                    let figure = (id.to_owned(), row.clone(), column.clone(), base);
                    lines.entry((column.clone(), base)).or_default().push(figure);
                }
            }
            lines
        };
        let all: Vec<Vec<Figure>> =
            tables.iter().flat_map(|(id, cells)| lines(cells, id).into_values()).collect();
        let mut sums = Vec::new();
        for (at, one) in all.iter().enumerate() {
            for other in &all[at + 1..] {
                if one[0].0 == other[0].0 {
                    continue;
                }
                let pairs: Vec<(&Figure, &Figure)> = one
                    .iter()
                    .filter_map(|a| Some((a, other.iter().find(|b| b.1 == a.1)?)))
                    .filter(|(a, b)| self.truth.contains_key(a) && self.truth.contains_key(b))
                    .collect();
                let values: BTreeSet<u64> = pairs.iter().map(|(a, _)| self.truth[*a]).collect();
                // Few equal numbers may be equal by chance.
                let same = pairs.iter().all(|(a, b)| self.truth[*a] == self.truth[*b]);
                if same && values.len() >= 3 {
                    sums.extend(
                        pairs.into_iter().map(|(a, b)| vec![(a.clone(), 1), (b.clone(), -1)]),
                    );
                }
            }
        }
        self.sums.extend(sums);
    }
}

/// The lines that a line may be the sum of: all others, and all others less those that are sums
/// themselves by their names.
fn subsets<'a>(lines: &BTreeSet<&'a String>, whole: &String) -> Vec<Vec<&'a String>> {
    let others: Vec<&String> = lines.iter().copied().filter(|line| *line != whole).collect();
    let total =
        |line: &&&String| !["total", "region", "all", "positive_result"].contains(&line.as_str());
    let body: Vec<&String> = others.iter().filter(total).copied().collect();
    let mut subsets = vec![others.clone()];
    if body.len() < others.len() {
        subsets.push(body.clone());
    }
    // Summary lines add up neighbours: every pair is tried.
    if others.len() <= 8 {
        for (at, a) in others.iter().enumerate() {
            subsets.extend(others[at + 1..].iter().map(|b| vec![*a, *b]));
        }
    }
    subsets.retain(|subset| !subset.is_empty());
    subsets
}

/// Solves for the unknown figures; the value of each that is told.
pub fn solve(
    sums: &[Vec<(Figure, i64)>],
    shown: &BTreeMap<Figure, u64>,
) -> BTreeMap<Figure, BigRational> {
    let whole = |n: i128| BigRational::from_integer(n.into());
    let zero = whole(0);
    let mut numbers: BTreeMap<&Figure, usize> = BTreeMap::new();
    let mut names: Vec<&Figure> = Vec::new();
    let mut rows: Vec<(BTreeMap<usize, BigRational>, BigRational)> = Vec::new();
    for sum in sums {
        let mut row = (BTreeMap::new(), zero.clone());
        for (figure, by) in sum {
            match shown.get(figure) {
                Some(value) => row.1 -= whole(i128::from(*value) * i128::from(*by)),
                None => {
                    let at = *numbers.entry(figure).or_insert_with(|| {
                        names.push(figure);
                        names.len() - 1
                    });
                    *row.0.entry(at).or_insert_with(|| zero.clone()) += whole((*by).into());
                }
            }
        }
        row.0.retain(|_, by| *by != zero);
        rows.push(row);
    }
    let mut solved: Vec<(usize, BTreeMap<usize, BigRational>, BigRational)> = Vec::new();
    // The shortest first: what is told at once makes others shorter.
    while let Some(at) =
        (0..rows.len()).filter(|at| !rows[*at].0.is_empty()).min_by_key(|at| rows[*at].0.len())
    {
        let (row, total) = rows.swap_remove(at);
        let (pivot, by) = row.first_key_value().map(|(pivot, by)| (*pivot, by.clone())).unwrap();
        let row: BTreeMap<usize, BigRational> =
            row.into_iter().map(|(at, value)| (at, value / &by)).collect();
        let total = total / &by;
        let reduce = |of: &mut BTreeMap<usize, BigRational>, sum: &mut BigRational| {
            let Some(times) = of.remove(&pivot) else { return };
            for (at, value) in row.iter().filter(|(at, _)| **at != pivot) {
                *of.entry(*at).or_insert_with(|| zero.clone()) -= value * &times;
            }
            of.retain(|_, value| *value != zero);
            *sum -= &total * &times;
        };
        rows.iter_mut().for_each(|(of, sum)| reduce(of, sum));
        solved.iter_mut().for_each(|(_, of, sum)| reduce(of, sum));
        let rest = row.into_iter().filter(|(at, _)| *at != pivot).collect();
        solved.push((pivot, rest, total));
    }
    let told = solved.into_iter().filter(|(_, rest, _)| rest.is_empty());
    told.map(|(at, _, value)| (names[at].clone(), value)).collect()
}

/// Figures that are small, or that leave a small rest of their base: what a suppressing edition may
/// neither show nor let be worked out.
pub fn secret(truth: &BTreeMap<Figure, u64>, smallest: u64) -> BTreeSet<Figure> {
    let small = |n: u64| (1..smallest).contains(&n);
    let of = |(figure, n): (&Figure, &u64)| {
        let base = truth.get(&(figure.0.clone(), figure.1.clone(), figure.2.clone(), true));
        let rest = base.is_some_and(|base| !figure.3 && small(base.saturating_sub(*n)));
        (small(*n) || rest).then(|| figure.clone())
    };
    truth.iter().filter_map(of).collect()
}
