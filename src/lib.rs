//! svod: a static site generator for regional school-monitoring reports.

pub mod cli;
pub mod diag;
pub mod edition;
pub mod engine;
pub mod input;
pub mod method;
pub mod model;
pub mod output;
pub mod pipeline;
pub mod render;
pub mod report;
pub mod site;
pub mod source;
pub mod text;
