//! Borders on the plane: projected, fitted into a frame, simplified as far as a page has use for.

use geo::{Area as _, Contains, Coord, LineString, Point, Polygon};

use super::super::Report;
use super::super::view::Outline;
use super::lines::{Network, Piece, ring};
use super::room::room;
use crate::model::border::{Area, Position};

/// The frame that borders are fitted into, in units of the picture.
const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 430.0;
/// Where simplifying begins: less than this is not seen.
const FINEST: f64 = 0.3;
/// All borders together have about so many points, and some more for each municipality: a page
/// holds several maps.
const POINTS: usize = 700;
const POINTS_EACH: usize = 12;
/// An area as pieces of its rings, the outer first.
type Pieces = Vec<Vec<Piece>>;

impl Report<'_> {
    /// The outline of each municipality of today that has borders, in the order in which they are
    /// drawn; nothing if none has.
    pub(super) fn outlines(&self) -> Vec<(usize, Outline)> {
        let all = self.municipalities.iter().map(|ix| self.published.municipality(*ix));
        let known: Vec<(usize, &[Area])> = all
            .enumerate()
            .filter(|(_, municipality)| !municipality.areas.is_empty())
            .map(|(at, municipality)| (at, municipality.areas.as_slice()))
            .collect();
        let Some(plane) = Plane::of(known.iter().flat_map(|(_, areas)| *areas)) else {
            return Vec::new();
        };
        let rings = |area: &'_ Area| -> Vec<Vec<Position>> {
            std::iter::once(&area.outer).chain(&area.holes).cloned().collect()
        };
        let all: Vec<_> = known.iter().flat_map(|(_, areas)| *areas).flat_map(rings).collect();
        let network = Network::of(all.iter());
        let place = |position: &Position| plane.place(position);
        let pieces = |area: &Area| -> Pieces {
            rings(area).iter().map(|ring| network.pieces(ring, place)).collect()
        };
        let drawn: Vec<(usize, Vec<Pieces>)> =
            known.iter().map(|(at, areas)| (*at, areas.iter().map(pieces).collect())).collect();
        let most = POINTS + POINTS_EACH * drawn.len();
        let mut tolerance = FINEST;
        let mut simple = simplified(&drawn, tolerance);
        while points(&simple) > most && tolerance < WIDTH / 10.0 {
            tolerance *= 1.5;
            simple = simplified(&drawn, tolerance);
        }
        let outlines = simple.iter().map(|(at, polygons)| (*at, outline(polygons)));
        let (mut drawn, mut over): (Vec<_>, Vec<_>) =
            outlines.zip(&simple).partition(|((at, outline), _)| !is_inside(*at, outline, &simple));
        drawn.append(&mut over);
        drawn.into_iter().map(|(outline, _)| outline).collect()
    }
}

/// True for a municipality that another's borders enclose without sparing it: it is drawn over it.
fn is_inside(own: usize, outline: &Outline, all: &[(usize, Vec<Polygon>)]) -> bool {
    let Some((x, y)) = outline.at else { return false };
    let encloses = |polygon: &Polygon| polygon.contains(&Point::new(x, y));
    all.iter().any(|(at, polygons)| *at != own && polygons.iter().any(encloses))
}

/// From the globe to the frame: degrees of longitude are as short as in the middle of the region.
struct Plane {
    west: f64,
    north: f64,
    /// Units of the picture in a degree of longitude and in one of latitude.
    across: f64,
    down: f64,
    /// True if the region lies on both sides of the 180th meridian.
    wraps: bool,
}

impl Plane {
    fn of<'a>(areas: impl Iterator<Item = &'a Area> + Clone) -> Option<Self> {
        let positions = || areas.clone().flat_map(|area| &area.outer);
        let span = |wraps: bool| {
            let east = positions().map(|position| east(position, wraps));
            let ends = |(least, most): (f64, f64), x: f64| (least.min(x), most.max(x));
            east.fold((f64::INFINITY, f64::NEG_INFINITY), ends)
        };
        let wraps = span(false).1 - span(false).0 > 180.0;
        let (west, far) = span(wraps);
        let (mut south, mut north) = (f64::INFINITY, f64::NEG_INFINITY);
        for position in positions() {
            let y = degrees(position.north);
            (south, north) = (south.min(y), north.max(y));
        }
        let narrow = f64::midpoint(south, north).to_radians().cos();
        let (width, height) = ((far - west) * narrow, north - south);
        let unit = (WIDTH / width).min(HEIGHT / height);
        // A region of no extent has no map.
        let drawn = unit.is_finite() && width > 0.0 && height > 0.0;
        drawn.then_some(Self { west, north, across: unit * narrow, down: unit, wraps })
    }

    fn place(&self, position: &Position) -> Coord {
        let x = (east(position, self.wraps) - self.west) * self.across;
        let y = (self.north - degrees(position.north)) * self.down;
        Coord { x, y }
    }
}

fn degrees(millionths: i32) -> f64 {
    f64::from(millionths) / 1e6
}

fn east(position: &Position, wraps: bool) -> f64 {
    let east = degrees(position.east);
    if wraps && east < 0.0 { east + 360.0 } else { east }
}

/// Without what is finer than the tolerance: turns of borders, small islands and holes. The largest
/// area of each stays.
fn simplified(drawn: &[(usize, Vec<Pieces>)], tolerance: f64) -> Vec<(usize, Vec<Polygon>)> {
    let least = tolerance * tolerance * 4.0;
    let polygon = |pieces: &Pieces| {
        let mut rings = pieces.iter().map(|pieces| ring(pieces, tolerance));
        let outer = rings.next().unwrap_or_else(|| LineString::new(Vec::new()));
        Polygon::new(outer, rings.collect())
    };
    let simple = |areas: &Vec<Pieces>| {
        let mut kept: Vec<Polygon> = areas.iter().map(polygon).collect();
        kept.sort_by(|a, b| b.unsigned_area().total_cmp(&a.unsigned_area()));
        let mut first = true;
        kept.retain(|p| std::mem::take(&mut first) || p.unsigned_area() >= least);
        for polygon in &mut kept {
            let holes = polygon.interiors().iter();
            let seen = |hole: &&LineString| {
                Polygon::new((*hole).clone(), Vec::new()).unsigned_area() >= least
            };
            let holes = holes.filter(seen).cloned().collect();
            *polygon = Polygon::new(polygon.exterior().clone(), holes);
        }
        kept
    };
    drawn.iter().map(|(at, areas)| (*at, simple(areas))).collect()
}

fn points(drawn: &[(usize, Vec<Polygon>)]) -> usize {
    let rings = drawn.iter().flat_map(|(_, polygons)| polygons).flat_map(rings);
    rings.map(|ring| ring.0.len()).sum()
}

fn rings(polygon: &Polygon) -> impl Iterator<Item = &LineString> {
    std::iter::once(polygon.exterior()).chain(polygon.interiors())
}

/// The outline with the place for its words in its largest area.
fn outline(polygons: &[Polygon]) -> Outline {
    let pairs = |ring: &LineString| ring.coords().map(|c| (c.x, c.y)).collect();
    let room = polygons.first().and_then(room);
    Outline {
        rings: polygons.iter().flat_map(rings).map(pairs).collect(),
        at: room.map(|(at, _)| at),
        room: room.map_or((0.0, 0.0), |(_, room)| room),
    }
}
