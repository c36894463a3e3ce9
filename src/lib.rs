//! svod: a static site generator for regional school-monitoring reports.

pub mod diag;
pub mod model;
pub mod render;
pub mod report;
