//! The things the whole house speaks of: ids, numbers, tones, the dataset, tabulations.

pub mod border;
pub mod cycle;
pub mod dataset;
pub mod date;
pub mod field;
pub mod forms;
pub mod ids;
pub mod interval;
pub mod life;
pub mod management;
pub mod narrative;
pub mod number;
pub mod programme;
pub mod revised;
pub mod risks;
pub mod schema;
pub mod tabulation;
pub mod tone;
