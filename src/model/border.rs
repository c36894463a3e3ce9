//! Where a municipality lies.

/// A place on the globe, in millionths of a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Longitude; west of Greenwich below zero.
    pub east: i32,
    /// Latitude; south of the equator below zero.
    pub north: i32,
}

/// A piece of land with its holes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its outer border, closed.
    pub outer: Vec<Position>,
    /// The borders of what is not part of it, each closed.
    pub holes: Vec<Vec<Position>>,
}
