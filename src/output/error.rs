//! What can go wrong on the way out.

use std::path::{Path, PathBuf};
use std::{fmt, io};

/// Why a site could not be written. The published folder is as it was.
#[derive(Debug)]
pub enum OutputError {
    /// A site path is not relative ASCII with `/`, or some system cannot hold it.
    BadPath {
        /// The path asked for.
        path: String,
    },
    /// Two files want one path, or one wants for a file what another needs as a folder.
    PathTaken {
        /// The path asked for second.
        path: String,
        /// The path asked for first.
        other: String,
    },
    /// Something that svod did not make stands where the site should go.
    ForeignOutput {
        /// The folder, or the one file in it.
        path: PathBuf,
    },
    /// Something lies where a new folder should be.
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// Another run is writing the same site.
    Busy {
        /// The folder that is being written.
        path: PathBuf,
    },
    /// The system refused.
    Refused {
        /// The file or folder.
        path: PathBuf,
        /// The reason.
        error: io::Error,
    },
}

impl OutputError {
    /// For `map_err`: the system refused something at `path`.
    pub(super) fn refused(path: &Path) -> impl FnOnce(io::Error) -> Self {
        |error| Self::Refused { path: path.to_owned(), error }
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BadPath { path } => write!(f, "{path}: not a portable path"),
            Self::PathTaken { path, other } => write!(f, "{path}: taken by {other}"),
            Self::ForeignOutput { path } => write!(f, "{}: not made by svod", path.display()),
            Self::NotEmpty { path } => write!(f, "{}: not empty", path.display()),
            Self::Busy { path } => write!(f, "{}: another run writes here", path.display()),
            Self::Refused { path, error } => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Refused { error, .. } => Some(error),
            _ => None,
        }
    }
}
