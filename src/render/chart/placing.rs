//! Where labels go so that none lies on another.

/// Moves blocks of given heights apart, as little as needed and inside `from..to`. Each block is
/// its wished middle and its height; answered are the middles, in the order given.
pub(super) fn spread(blocks: &[(f64, f64)], from: f64, to: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..blocks.len()).collect();
    order.sort_by(|&a, &b| blocks[a].0.total_cmp(&blocks[b].0));
    let mut middles: Vec<f64> = blocks.iter().map(|block| block.0).collect();

    let mut free = from;
    for &i in &order {
        let half = blocks[i].1 / 2.0;
        middles[i] = middles[i].max(free + half);
        free = middles[i] + half;
    }
    let mut free = to;
    for &i in order.iter().rev() {
        let half = blocks[i].1 / 2.0;
        middles[i] = middles[i].min(free - half);
        free = middles[i] - half;
    }
    middles
}

/// Puts spans into the first lane in which they touch no other; answered is the lane of each.
pub(super) fn lanes(spans: &[(f64, f64)]) -> Vec<usize> {
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    spans
        .iter()
        .map(|&(left, right)| {
            let free = |lane: &Vec<(f64, f64)>| lane.iter().all(|s| right < s.0 || s.1 < left);
            let lane = taken.iter().position(free).unwrap_or(taken.len());
            if lane == taken.len() {
                taken.push(Vec::new());
            }
            taken[lane].push((left, right));
            lane
        })
        .collect()
}

/// Which of the labels of an axis have room: middle and width of each. The last always has.
pub(super) fn thin(labels: &[(f64, f64)]) -> Vec<bool> {
    let mut shown = vec![false; labels.len()];
    let mut limit = f64::INFINITY;
    for (i, (middle, width)) in labels.iter().enumerate().rev() {
        if middle + width / 2.0 <= limit {
            shown[i] = true;
            limit = middle - width / 2.0;
        }
    }
    shown
}

/// A label beside the top of its pole.
pub(super) struct Flag {
    /// Where its text begins.
    pub(super) left: f64,
    /// Its lane, counted upwards from 0, which is the lowest.
    pub(super) lane: usize,
}

/// Puts labels to the right of their poles, or to the left where the sheet ends. Poles further left
/// are higher, so that they pass by the labels below. Each label is its pole and its width.
pub(super) fn flags(labels: &[(f64, f64)], end: f64) -> Vec<Flag> {
    const GAP: f64 = 4.0;
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by(|&a, &b| labels[b].0.total_cmp(&labels[a].0));
    let spans: Vec<(f64, f64)> = order
        .iter()
        .map(|&i| {
            let (x, width) = labels[i];
            if x + GAP + width <= end { (x, x + GAP + width) } else { (x - GAP - width, x) }
        })
        .collect();
    let mut flags: Vec<(usize, Flag)> = order
        .into_iter()
        .zip(spans.iter().zip(lanes(&spans)))
        .map(|(i, (span, lane))| {
            let left = if span.0 < labels[i].0 { span.0 } else { span.0 + GAP };
            (i, Flag { left: left.max(0.0), lane })
        })
        .collect();
    flags.sort_by_key(|(i, _)| *i);
    flags.into_iter().map(|(_, flag)| flag).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_moved_apart_and_keep_their_order() {
        let middles = spread(&[(50.0, 20.0), (52.0, 20.0), (48.0, 20.0)], 0.0, 100.0);
        assert!(middles[2] + 20.0 <= middles[0] && middles[0] + 20.0 <= middles[1]);
    }

    #[test]
    fn blocks_at_the_end_are_moved_back_inside() {
        assert_eq!(spread(&[(99.0, 20.0), (99.0, 20.0)], 0.0, 100.0), [70.0, 90.0]);
    }

    #[test]
    fn spans_that_touch_go_to_different_lanes() {
        assert_eq!(lanes(&[(0.0, 10.0), (5.0, 15.0), (20.0, 30.0), (12.0, 18.0)]), [0, 1, 0, 0]);
    }

    #[test]
    fn labels_beside_poles_leave_lower_labels_alone() {
        let flags = flags(&[(10.0, 50.0), (20.0, 50.0), (95.0, 30.0)], 100.0);
        assert_eq!(flags.iter().map(|flag| flag.lane).collect::<Vec<_>>(), [2, 1, 0]);
        assert_eq!(flags.iter().map(|flag| flag.left).collect::<Vec<_>>(), [14.0, 24.0, 61.0]);
    }

    #[test]
    fn crowded_labels_are_thinned_from_the_end() {
        let labels: Vec<(f64, f64)> = (0..5).map(|i| (f64::from(i) * 10.0, 15.0)).collect();
        assert_eq!(thin(&labels), [true, false, true, false, true]);
    }
}
