//! A single file: the old one or the new one, never half of one.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use super::OutputError;

/// Writes a file beside its place and moves it there in one step; folders on the way are made.
///
/// # Errors
/// [`OutputError::Refused`]; what stood there stands there still.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(OutputError::refused(folder))?;
    }
    // Hidden, so that nobody takes it for data if the run is killed.
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(".svod-new");
    let fresh = path.with_file_name(name);
    let written = File::create(&fresh)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&fresh, path));
    if let Err(error) = written {
        // What cannot be taken away now could not be taken away later either.
        let _ = fs::remove_file(&fresh);
        return Err(OutputError::refused(path)(error));
    }
    Ok(())
}
