//! Writing a site: all of it or none of it.
//!
//! Knows paths and bytes only. Whoever renders makes an [`Artifact`] of each file (in any thread; it
//! is hashed there) and puts it into a [`Sink`]: [`Artifacts`] keeps them in memory, for checks and
//! archives; a [`Stage`] writes them beside the published folder and takes its place in one step.
//!
//! Invariants:
//! - the published folder is a whole old or a whole new site at any moment, whoever is killed when;
//! - no path has two owners, on file systems that fold letter case neither;
//! - nothing that svod did not make is ever replaced or removed;
//! - the same artifacts give the same bytes, in whatever order they come.

mod artifact;
mod digest;
mod error;
mod exchange;
mod file;
mod folder;
mod manifest;
mod paths;
mod stage;
mod writer;
mod yard;

pub use artifact::{Artifact, Artifacts, Sink};
pub use digest::Digest;
pub use error::OutputError;
pub use file::write_file;
pub use folder::fill;
pub use manifest::{MANIFEST, Manifest};
pub use stage::{Stage, Written};
