//! The world comes in from outside: files through one trait, and the register of what was read.
//!
//! Paths are relative to the site folder, with `/` on every system, and never lead out of it.

mod files;
mod register;
mod sheet;
mod within;

pub use files::{Disk, FileError, Files, Memory, is_temporary};
pub use register::{Position, Source, Sources};
pub use sheet::{CellKind, NoRoom, Sheet, SheetRow, column_letters};
pub use within::Within;
