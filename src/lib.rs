//! svod: a static site generator for regional school-monitoring reports.

pub mod cli;
pub mod diag;
pub mod model;
pub mod output;
pub mod report;
pub mod source;
