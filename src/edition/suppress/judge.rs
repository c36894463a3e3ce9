//! A judge of the attack for tests: all tables that agree with what is shown, one by one.

use super::attack::System;
use super::hide::Shows;

/// A table with a row and a column of totals: `cells` row by row. Its secrets are what is small.
pub fn table(width: usize, cells: &[u64], smallest: u64) -> (System, Vec<Shows>) {
    let height = cells.len() / width;
    let mut sums: Vec<Vec<usize>> = (0..cells.len()).map(|at| vec![at]).collect();
    sums.extend((0..height).map(|r| (r * width..(r + 1) * width).collect()));
    sums.extend((0..width).map(|c| (0..height).map(|r| r * width + c).collect()));
    sums.push((0..cells.len()).collect());
    let value = |sum: &Vec<usize>| sum.iter().map(|at| cells[*at]).sum::<u64>();
    let small = |sum: &&Vec<usize>| (1..smallest).contains(&value(sum));
    let secrets: Vec<Vec<usize>> = sums.iter().filter(small).cloned().collect();
    let shows = sums.iter().enumerate().map(|(at, sum)| Shows {
        sums: vec![at],
        cost: 10 + value(sum) * if sum.len() > 1 { 5 } else { 1 },
        primary: small(&sum),
    });
    let shows = shows.collect();
    let values = cells.iter().map(|value| Some(*value)).collect();
    (System { values, links: Vec::new(), sums, secrets }, shows)
}

/// True if a sum is the same in every table that agrees with what is shown.
///
/// Cells, rows, columns and the total of a table are two families of sets of which any two are apart
/// or one inside the other: such equations are totally unimodular. So if there is another table with
/// another sum, there is one whose cells differ from the true ones by one at most.
pub fn is_told(system: &System, visible: &[bool], secret: &[usize]) -> bool {
    let truth: Vec<i64> = system.values.iter().map(|value| value.unwrap() as i64).collect();
    let shown = system.sums.iter().zip(visible).filter(|(_, visible)| **visible);
    let shown: Vec<&Vec<usize>> = shown.map(|(sum, _)| sum).collect();
    let mut change = vec![-1; truth.len()];
    loop {
        let by = |sum: &[usize]| sum.iter().map(|at| change[*at]).sum::<i64>();
        let may = |(value, by): (&i64, &i64)| value + by >= (*value).min(1);
        if truth.iter().zip(&change).all(may)
            && shown.iter().all(|sum| by(sum) == 0)
            && by(secret) != 0
        {
            return false;
        }
        // The next one, as a number in three digits.
        let Some(at) = change.iter().position(|by| *by < 1) else { return true };
        change[..at].fill(-1);
        change[at] += 1;
    }
}
