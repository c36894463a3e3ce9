//! Borders in pieces: where two municipalities meet, both are drawn by the same line, so that no gap
//! opens between them when it is simplified.

use std::collections::BTreeMap;

use geo::{Coord, LineString, Simplify};

use crate::model::border::Position;

/// A piece is thinned to so many points before it is simplified, which takes a call for each.
const LONGEST: usize = 2000;

/// The neighbours of each point along all lines, up to three: of more, all are forks.
pub(super) struct Network(BTreeMap<Position, Vec<Position>>);

/// A part of a ring between two forks, from its lesser end.
pub(super) struct Piece {
    points: Vec<Coord>,
    /// True if the ring runs the other way.
    turned: bool,
}

impl Network {
    /// Of closed rings.
    pub(super) fn of<'a>(rings: impl Iterator<Item = &'a Vec<Position>>) -> Self {
        let mut network: BTreeMap<Position, Vec<Position>> = BTreeMap::new();
        for ring in rings {
            for pair in ring.windows(2).filter(|pair| pair[0] != pair[1]) {
                for (from, to) in [(pair[0], pair[1]), (pair[1], pair[0])] {
                    let known = network.entry(from).or_default();
                    if known.len() < 3 && !known.contains(&to) {
                        known.push(to);
                    }
                }
            }
        }
        Self(network)
    }

    fn is_fork(&self, position: Position) -> bool {
        self.0.get(&position).is_none_or(|known| known.len() != 2)
    }

    /// A ring in pieces, on the plane. One that meets no other is one piece from its least point.
    pub(super) fn pieces(
        &self,
        ring: &[Position],
        place: impl Fn(&Position) -> Coord,
    ) -> Vec<Piece> {
        let mut points = ring.to_vec();
        points.dedup();
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        let fork = points.iter().position(|point| self.is_fork(*point));
        let least = || points.iter().enumerate().min_by_key(|(_, point)| **point);
        let Some(start) = fork.or_else(|| least().map(|(at, _)| at)) else { return Vec::new() };
        points.rotate_left(start);
        points.push(points[0]);
        let mut pieces = Vec::new();
        let mut from = 0;
        for at in 1..points.len() {
            if at + 1 == points.len() || self.is_fork(points[at]) {
                pieces.push(Piece::of(&points[from..=at], &place));
                from = at;
            }
        }
        pieces
    }
}

impl Piece {
    fn of(points: &[Position], place: impl Fn(&Position) -> Coord) -> Self {
        let turned = points.iter().rev().lt(points.iter());
        let mut points: Vec<&Position> = points.iter().collect();
        if turned {
            points.reverse();
        }
        let step = points.len().div_ceil(LONGEST);
        let last = points.last().copied().filter(|_| !(points.len() - 1).is_multiple_of(step));
        let points = points.into_iter().step_by(step).chain(last).map(place).collect();
        Self { points, turned }
    }
}

/// The ring of the pieces, without turns that are finer than the tolerance.
pub(super) fn ring(pieces: &[Piece], tolerance: f64) -> LineString {
    let mut ring: Vec<Coord> = Vec::new();
    for piece in pieces {
        let simple = LineString::new(piece.points.clone()).simplify(tolerance);
        let mut points = simple.into_inner();
        if piece.turned {
            points.reverse();
        }
        ring.pop();
        ring.extend(points);
    }
    LineString::new(ring)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(east: i32, north: i32) -> Position {
        Position { east, north }
    }

    fn place(position: &Position) -> Coord {
        Coord { x: position.east.into(), y: position.north.into() }
    }

    #[test]
    fn neighbours_keep_one_line_between_them() {
        // A crooked line between two squares, and the same the other way.
        let crooked: Vec<Position> =
            (0..=20).map(|n| at(if n % 2 == 0 { 100 } else { 98 + n % 5 }, n * 10)).collect();
        let mut left = vec![at(0, 200), at(0, 0)];
        left.extend(&crooked);
        left.push(at(0, 200));
        let mut right = vec![at(200, 0), at(200, 200)];
        right.extend(crooked.iter().rev());
        right.push(at(200, 0));
        let network = Network::of([&left, &right].into_iter());
        for tolerance in [0.5, 1.5, 5.0] {
            let [left, right] = [&left, &right].map(|ring| {
                let ring = super::ring(&network.pieces(ring, place), tolerance).into_inner();
                let mut shared: Vec<(i64, i64)> = ring
                    .iter()
                    .filter(|c| (50.0..150.0).contains(&c.x))
                    .map(|c| (c.y as i64, c.x as i64))
                    .collect();
                shared.sort_unstable();
                shared.dedup();
                shared
            });
            assert_eq!(left, right, "{tolerance}");
            assert!(left.len() >= 2);
        }
    }

    #[test]
    fn an_island_is_one_piece_wherever_it_begins() {
        let island = [at(5, 5), at(9, 5), at(9, 9), at(5, 9), at(5, 5)].to_vec();
        let hole = [at(9, 9), at(9, 5), at(5, 5), at(5, 9), at(9, 9)].to_vec();
        let network = Network::of([&island, &hole].into_iter());
        let sorted = |ring: &[Position]| {
            let mut points: Vec<_> = super::ring(&network.pieces(ring, place), 0.1).into_inner();
            points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
            points
        };
        assert_eq!(sorted(&island), sorted(&hole));
        assert_eq!(sorted(&island).len(), 5);
    }

    #[test]
    fn what_is_no_ring_has_no_pieces() {
        let network = Network::of(std::iter::empty());
        assert!(network.pieces(&[], place).is_empty());
        let point = vec![at(1, 1); 5];
        assert!(ring(&network.pieces(&point, place), 1.0).into_inner().len() < 4);
    }
}
