//! What went wrong on the way out, as a fault.

use std::io::{self, ErrorKind};

use crate::diag::{Code, Diagnostic};
use crate::output::OutputError;
use crate::text::Text;

/// The fault of a site that could not be written.
pub fn of_output(error: &OutputError, text: &Text) -> Diagnostic {
    let cannot = |file: String, reason: String| {
        Diagnostic::new(Code::CannotWrite).with("file", file).with("reason", reason)
    };
    let say = |key: &str| text.get(key);
    match error {
        OutputError::PathTaken { path, other } => {
            Diagnostic::new(Code::PathTaken).with("value", path).with("other", other)
        }
        OutputError::ForeignOutput { path } => {
            Diagnostic::new(Code::ForeignOutput).with("file", path.display())
        }
        OutputError::NotEmpty { path } => {
            Diagnostic::new(Code::FolderNotEmpty).with("file", path.display())
        }
        OutputError::BadPath { path } => cannot(path.clone(), say("cli-reason-bad-path")),
        OutputError::Busy { path } => cannot(path.display().to_string(), say("cli-reason-busy")),
        OutputError::Refused { path, error } => {
            cannot(path.display().to_string(), known_reason(error).map_or(error.to_string(), say))
        }
    }
}

/// The reasons that a user can do something about; the system's own words serve for the rest.
fn known_reason(error: &io::Error) -> Option<&'static str> {
    match error.kind() {
        ErrorKind::PermissionDenied => Some("cli-reason-no-right"),
        ErrorKind::ReadOnlyFilesystem => Some("cli-reason-read-only"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Some("cli-reason-no-space"),
        ErrorKind::ResourceBusy => Some("cli-reason-in-use"),
        ErrorKind::NotADirectory => Some("cli-reason-not-a-folder"),
        ErrorKind::InvalidFilename => Some("cli-reason-bad-path"),
        _ => None,
    }
}
