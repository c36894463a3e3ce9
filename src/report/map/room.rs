//! Where the words of an area go: the place inside it with most room around, for a file of borders
//! knows nothing of words.

use geo::{BoundingRect, Contains, LineString, Point, Polygon};

/// Words are so many times as wide as high: a name over its value.
const WIDER: f64 = 2.3;
/// So many places in each direction are tried.
const TRIED: usize = 24;

/// The middle of the largest rectangle for words inside the polygon, and its width and height.
/// Nothing inside of a polygon without area.
pub(super) fn room(polygon: &Polygon) -> Option<((f64, f64), (f64, f64))> {
    let frame = polygon.bounding_rect()?;
    let places = (0..TRIED * TRIED).map(|n| {
        let part = |n: usize| (n as f64 + 0.5) / TRIED as f64;
        let x = frame.min().x + frame.width() * part(n % TRIED);
        let y = frame.min().y + frame.height() * part(n / TRIED);
        (x, y)
    });
    let mut best: Option<((f64, f64), f64)> = None;
    for place in places {
        let most = best.map_or(0.0, |(_, clear)| clear);
        let clear = clearance(polygon, place);
        if clear > most && polygon.contains(&Point::new(place.0, place.1)) {
            best = Some((place, clear));
        }
    }
    best.map(|(place, clear)| (place, (2.0 * clear * WIDER, 2.0 * clear)))
}

/// Half the height of the largest rectangle around the place that touches no ring.
fn clearance(polygon: &Polygon, place: (f64, f64)) -> f64 {
    let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
    let lines = rings.flat_map(LineString::lines);
    let from = |x: f64, y: f64| ((x - place.0) / WIDER, y - place.1);
    let apart =
        |line: geo::Line| distance(from(line.start.x, line.start.y), from(line.end.x, line.end.y));
    lines.map(apart).fold(f64::INFINITY, f64::min)
}

/// How far a line is from the origin, by the greater of both directions. That is least at an end,
/// where it crosses an axis, or where both directions are equal.
fn distance(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (across, down) = (b.0 - a.0, b.1 - a.1);
    let turns =
        [(-a.0, across), (-a.1, down), (a.1 - a.0, across - down), (-a.1 - a.0, across + down)];
    let inside = turns.into_iter().filter(|(_, by)| *by != 0.0).map(|(part, by)| part / by);
    let parts = inside.filter(|part| (0.0..=1.0).contains(part)).chain([0.0, 1.0]);
    let at = |part: f64| (a.0 + across * part).abs().max((a.1 + down * part).abs());
    parts.map(at).fold(f64::INFINITY, f64::min)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(x: f64, y: f64, side: f64) -> LineString {
        let ends = [(x, y), (x + side, y), (x + side, y + side), (x, y + side), (x, y)];
        LineString::from(ends.to_vec())
    }

    #[test]
    fn words_stand_in_the_middle_of_what_is_empty() {
        let ((x, y), (wide, tall)) = room(&Polygon::new(square(0.0, 0.0, 100.0), vec![])).unwrap();
        assert!((x - 50.0).abs() < 5.0 && y > 20.0 && y < 80.0, "{x} {y}");
        assert!((90.0..=100.0).contains(&wide) && (wide / tall - WIDER).abs() < 1e-9, "{wide}");
    }

    #[test]
    fn words_keep_clear_of_what_lies_inside() {
        let hole = square(40.0, 40.0, 20.0);
        let ((x, y), (wide, tall)) =
            room(&Polygon::new(square(0.0, 0.0, 100.0), vec![hole])).unwrap();
        let beside = x + wide / 2.0 <= 40.0 || x - wide / 2.0 >= 60.0;
        let over = y + tall / 2.0 <= 40.0 || y - tall / 2.0 >= 60.0;
        assert!(beside || over, "{x} {y} {wide} {tall}");
        assert!(tall > 30.0, "{tall}");
    }

    #[test]
    fn an_area_of_nothing_has_no_room() {
        assert!(room(&Polygon::new(LineString::from(vec![(1.0, 1.0); 4]), vec![])).is_none());
        assert!(room(&Polygon::new(LineString::new(vec![]), vec![])).is_none());
    }
}
