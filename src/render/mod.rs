//! From view models to markup. Nothing here knows how a number came about.

pub mod chart;
