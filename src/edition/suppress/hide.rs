//! Which cells are held back: those of secrets, then others, the cheapest first, until no secret can
//! be worked out.

use std::collections::BTreeSet;

use super::Why;
use super::attack::System;

/// What each unit of a sum adds to the cost of holding it back.
const VALUE_COST: u64 = 20;

/// A cell and the sums of a [`System`] that it shows.
#[derive(Clone, Debug)]
pub struct Shows {
    /// The sums, by order.
    pub sums: Vec<usize>,
    /// What it costs to hold the cell back.
    pub cost: u64,
    /// True if it is held back for its own sake.
    pub primary: bool,
}

/// For each cell why it is held back; `None` if it is shown.
pub fn hide(system: &System, cells: &[Shows]) -> Vec<Option<Why>> {
    let mut hider = Hider::new(system, cells);
    let secret: BTreeSet<&[usize]> = system.secrets.iter().map(Vec::as_slice).collect();
    let named: Vec<usize> =
        (0..system.sums.len()).filter(|at| secret.contains(system.sums[*at].as_slice())).collect();
    for (at, _) in cells.iter().enumerate().filter(|(_, cell)| cell.primary) {
        hider.hidden[at] = true;
    }
    for sum in named {
        hider.hide(sum);
    }
    let small = hider.hidden.clone();
    loop {
        let visible = hider.visible();
        let derived = system.derived(&visible);
        if derived.iter().all(Option::is_none) {
            break;
        }
        let mut chosen: BTreeSet<usize> = BTreeSet::new();
        for used in derived.into_iter().flatten() {
            if used.iter().any(|sum| chosen.contains(sum)) {
                continue;
            }
            // A secret that follows from nothing shown is a zero, and no secret.
            let cheapest = used.into_iter().min_by_key(|sum| (hider.cost(*sum), *sum));
            chosen.extend(cheapest);
        }
        if chosen.is_empty() {
            break;
        }
        chosen.into_iter().for_each(|sum| hider.hide(sum));
    }
    let why = |(hidden, small)| match (hidden, small) {
        (false, _) => None,
        (true, true) => Some(Why::Small),
        (true, false) => Some(Why::Telling),
    };
    hider.hidden.into_iter().zip(small).map(why).collect()
}

struct Hider<'a> {
    cells: &'a [Shows],
    /// The cells that show each sum.
    shown_by: Vec<Vec<usize>>,
    /// How much each sum comes to.
    values: Vec<u64>,
    hidden: Vec<bool>,
}

impl<'a> Hider<'a> {
    fn new(system: &System, cells: &'a [Shows]) -> Self {
        let mut shown_by = vec![Vec::new(); system.sums.len()];
        for (at, cell) in cells.iter().enumerate() {
            cell.sums.iter().for_each(|sum| shown_by[*sum].push(at));
        }
        let value = |figure: &usize| system.values[*figure].unwrap_or_default();
        let values = system.sums.iter().map(|sum| sum.iter().map(value).sum()).collect();
        Self { cells, shown_by, values, hidden: vec![false; cells.len()] }
    }

    fn visible(&self) -> Vec<bool> {
        let shown = |cells: &Vec<usize>| cells.iter().any(|cell| !self.hidden[*cell]);
        self.shown_by.iter().map(shown).collect()
    }

    /// The cost of all cells that show a sum, and of the sum itself: the larger it is, the better it
    /// is known from elsewhere, and the more is said of it.
    fn cost(&self, sum: usize) -> u64 {
        let open = self.shown_by[sum].iter().filter(|cell| !self.hidden[**cell]);
        let cells: u64 = open.map(|cell| self.cells[*cell].cost).sum();
        cells.saturating_add(self.values[sum].saturating_mul(VALUE_COST))
    }

    fn hide(&mut self, sum: usize) {
        self.shown_by[sum].iter().for_each(|cell| self.hidden[*cell] = true);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::attack::Used;
    use super::super::judge::{is_told, table};
    use super::*;

    fn shown(hidden: &[Option<Why>]) -> Vec<bool> {
        hidden.iter().map(Option::is_none).collect()
    }

    #[test]
    fn a_small_cell_takes_another_of_its_row_and_its_column_with_it() {
        let (system, cells) = table(3, &[2, 10, 20, 30, 40, 50, 60, 70, 80], 5);
        let hidden = hide(&system, &cells);
        assert_eq!(hidden[0], Some(Why::Small));
        let telling = hidden.iter().filter(|why| **why == Some(Why::Telling)).count();
        assert!(telling >= 2, "{hidden:?}");
        let visible = shown(&hidden);
        assert!(system.derived(&visible).iter().all(Option::is_none));
    }

    #[test]
    fn without_secondary_cells_the_small_one_is_worked_out() {
        let (system, cells) = table(3, &[2, 10, 20, 30, 40, 50, 60, 70, 80], 5);
        let visible: Vec<bool> = cells.iter().map(|cell| !cell.primary).collect();
        assert!(system.derived(&visible)[0].is_some());
    }

    #[test]
    fn bounds_alone_can_tell() {
        // Two unknown counts that add up to 0 less than what one of them must be: 3 + 0 = 3, and the
        // other is known to be no less than 3 by another sum.
        let system = System {
            values: vec![Some(3), Some(0)],
            links: Vec::new(),
            sums: vec![vec![0, 1]],
            secrets: vec![vec![0]],
        };
        assert!(system.derived(&[true])[0].is_none(), "3 + 0, 2 + 1 and others");
        let nothing = System { values: vec![Some(0), Some(0)], ..system.clone() };
        assert!(nothing.derived(&[true])[0].is_some(), "0 + 0 alone");
        let least = System { values: vec![Some(1), Some(1)], ..system };
        assert!(least.derived(&[true])[0].is_some(), "1 + 1, for each is of somebody");
    }

    #[test]
    fn a_link_is_known_without_a_cell() {
        let system = System {
            values: vec![Some(2), Some(2)],
            links: vec![vec![(0, 1), (1, -1)]],
            sums: vec![vec![1]],
            secrets: vec![vec![0]],
        };
        assert_eq!(system.derived(&[true])[0], Some(Used::from([0])));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn no_secret_of_a_random_table_can_be_worked_out(
            width in 2usize..5,
            cells in prop::collection::vec(prop_oneof![0u64..6, 0u64..60], 6..20),
        ) {
            let cells = &cells[..cells.len() / width * width];
            let (system, shows) = table(width, cells, 5);
            let hidden = hide(&system, &shows);
            let visible = shown(&hidden);
            prop_assert!(system.derived(&visible).iter().all(Option::is_none));
            for (shown, sum) in visible.iter().zip(&system.sums) {
                let value: u64 = sum.iter().map(|at| cells[*at]).sum();
                prop_assert!(!shown || !(1..5).contains(&value), "a small sum is shown");
            }
        }

        #[test]
        fn small_tables_have_another_solution_for_each_secret(
            cells in prop::collection::vec(0u64..6, 9),
            smallest in 2u64..5,
        ) {
            let (system, shows) = table(3, &cells, smallest);
            let hidden = hide(&system, &shows);
            for secret in &system.secrets {
                let told = is_told(&system, &shown(&hidden), secret);
                prop_assert!(!told, "{cells:?} {hidden:?} {secret:?}");
            }
        }
    }
}
