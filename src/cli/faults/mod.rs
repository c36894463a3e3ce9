//! Faults drawn for people, and printed for programs.

mod draw;
mod json;
mod locate;
mod of_output;
mod window;

pub use draw::{Look, draw};
pub use json::print as print_json;
pub use of_output::of_output;
