//! The building yard: a folder beside the target that holds the site while it grows.
//!
//! `public` grows in `public.svod-new/`: `svod.lock` marks the yard as ours and is locked while a
//! run lives, so a dead run's yard is known without guessing by process numbers; `site/` is the new
//! site, and after the exchange the old one; `old/` is the old one where two names cannot be
//! exchanged. The lock goes last, so a half-removed yard is still known as ours.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::{OutputError, exchange};

const LOCK: &str = "svod.lock";

/// A yard of this run; removed when dropped.
#[derive(Debug)]
pub(super) struct Yard {
    target: PathBuf,
    root: PathBuf,
    lock: Option<File>,
}

impl Yard {
    /// Opens the yard of a target: recovers what a killed run left half-done and clears the rest.
    pub(super) fn open(target: &Path) -> Result<Self, OutputError> {
        let mut name = target.file_name().unwrap_or_default().to_owned();
        name.push(".svod-new");
        let root = target.with_file_name(name);
        let lock = lock(&root, target)?;
        let yard = Self { target: target.to_owned(), root, lock: Some(lock) };
        exchange::recover(&yard.aside(), target)?;
        yard.clear()?;
        fs::create_dir(yard.fresh()).map_err(OutputError::refused(&yard.fresh()))?;
        Ok(yard)
    }

    /// Where the new site grows.
    pub(super) fn fresh(&self) -> PathBuf {
        self.root.join("site")
    }

    /// Where the old site waits if names cannot be exchanged.
    pub(super) fn aside(&self) -> PathBuf {
        self.root.join("old")
    }

    fn clear(&self) -> Result<(), OutputError> {
        for folder in [self.fresh(), self.aside()] {
            match fs::remove_dir_all(&folder) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(OutputError::Refused { path: folder, error });
                }
                _ => {}
            }
        }
        Ok(())
    }
}

impl Drop for Yard {
    /// Removes what it can; the next run removes the rest.
    fn drop(&mut self) {
        // An old site that could not be put back is the only one there is: keep it.
        let stranded = !self.target.exists() && self.aside().exists();
        if stranded || self.clear().is_err() {
            return;
        }
        let _ = fs::remove_file(self.root.join(LOCK));
        self.lock = None;
        let _ = fs::remove_dir(&self.root);
    }
}

/// Makes the yard's folder, or takes over that of a dead run, and locks it.
fn lock(root: &Path, target: &Path) -> Result<File, OutputError> {
    match fs::create_dir(root) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            let ours = root.join(LOCK).is_file() || is_empty(root).unwrap_or(false);
            if !ours || root.is_symlink() {
                return Err(OutputError::ForeignOutput { path: root.to_owned() });
            }
        }
        made => made.map_err(OutputError::refused(root))?,
    }
    let path = root.join(LOCK);
    let file = File::create(&path).map_err(OutputError::refused(&path))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => Err(OutputError::Busy { path: target.to_owned() }),
        // Some network drives cannot lock. One user at a time is still safe there.
        Ok(()) | Err(TryLockError::Error(_)) => Ok(file),
    }
}

fn is_empty(folder: &Path) -> io::Result<bool> {
    Ok(fs::read_dir(folder)?.next().is_none())
}
