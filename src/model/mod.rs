//! The things the whole house speaks of: ids, numbers, tones, the dataset, tabulations.

pub mod ids;
pub mod number;
pub mod tone;
