//! A folder of one's own: files where nothing was.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::OutputError;

/// Puts files, by their paths with `/`, into a folder that is empty or not there. All of them or
/// none: if the system refuses one, those written before it are taken away again.
///
/// # Errors
/// [`OutputError::NotEmpty`] if something lies in the folder; [`OutputError::Refused`].
pub fn fill<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<(), OutputError> {
    let mut made = Made::default();
    let entries = fs::read_dir(folder).map(|mut entries| entries.next().is_some());
    match entries {
        Ok(true) => return Err(OutputError::NotEmpty { path: folder.to_owned() }),
        Ok(false) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => made.folder(folder)?,
        Err(error) => return Err(OutputError::refused(folder)(error)),
    }
    for (path, bytes) in files {
        let target = folder.join(path);
        if let Some(parent) = target.parent() {
            made.folder(parent)?;
        }
        made.files.push(target.clone());
        fs::write(&target, bytes).map_err(OutputError::refused(&target))?;
    }
    made.keep();
    Ok(())
}

/// What was made so far, taken away when dropped.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    /// Makes a folder and those above it that are not there.
    fn folder(&mut self, folder: &Path) -> Result<(), OutputError> {
        let missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
            .collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(OutputError::refused(folder))?;
            self.folders.push(folder.to_owned());
        }
        Ok(())
    }

    fn keep(&mut self) {
        self.folders.clear();
        self.files.clear();
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        // What cannot be taken away now could not be taken away later either.
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
