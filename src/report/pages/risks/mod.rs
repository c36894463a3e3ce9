//! Risk profiles: the pages of all risks and of each, and what other pages say of them.

mod all;
mod group;
mod locality;
mod method;
mod municipality;
mod one;
mod words;

pub(super) use all::page as index;
pub(super) use group::section as of_group;
pub(super) use method::section as of_method;
pub(super) use municipality::section as of_municipality;
pub(super) use one::{compared, difference, page};
pub(in crate::report) use words::path;
pub(super) use words::{LEVELS, Work, level_cell, level_title, risk_label, risk_title, work_cell};
