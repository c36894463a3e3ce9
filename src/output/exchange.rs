//! One folder takes the place of another.

use std::fs;
use std::path::Path;

use super::OutputError;

/// Puts the folder `fresh` at `target`. If there was one, it ends up at `fresh` where the system
/// can exchange two names in one step, and at `aside` elsewhere.
///
/// A kill between the two renames of the second way leaves the old folder at `aside` and none at
/// `target`; [`recover`] puts it back.
pub(super) fn put_in_place(fresh: &Path, target: &Path, aside: &Path) -> Result<(), OutputError> {
    if !target.exists() {
        return fs::rename(fresh, target).map_err(OutputError::refused(target));
    }
    if exchange(fresh, target) {
        return Ok(());
    }
    rename_both(fresh, target, aside)
}

fn rename_both(fresh: &Path, target: &Path, aside: &Path) -> Result<(), OutputError> {
    fs::rename(target, aside).map_err(OutputError::refused(target))?;
    fs::rename(fresh, target).map_err(|error| {
        // If this fails too, the old folder stays at `aside` until the next start.
        let _ = fs::rename(aside, target);
        OutputError::Refused { path: target.to_owned(), error }
    })
}

/// Puts back the folder that a killed run had moved aside.
pub(super) fn recover(aside: &Path, target: &Path) -> Result<(), OutputError> {
    if !aside.exists() {
        return Ok(());
    }
    // Only an empty folder can be removed so; whatever else is there has taken the place.
    let _ = fs::remove_dir(target);
    if target.exists() {
        return Ok(());
    }
    fs::rename(aside, target).map_err(OutputError::refused(target))
}

/// Exchanges two names in one step; false if this system or file system cannot.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(a: &Path, b: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).is_ok()
}

/// Exchanges two names in one step: not here.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders() -> (tempfile::TempDir, [std::path::PathBuf; 3]) {
        let dir = tempfile::tempdir().unwrap();
        let paths = ["fresh", "target", "aside"].map(|name| dir.path().join(name));
        for path in &paths[..2] {
            fs::create_dir(path).unwrap();
            fs::write(path.join("name"), path.file_name().unwrap().to_str().unwrap()).unwrap();
        }
        (dir, paths)
    }

    fn name(folder: &Path) -> Option<String> {
        fs::read_to_string(folder.join("name")).ok()
    }

    #[test]
    fn either_way_the_fresh_folder_takes_the_place() {
        let (_dir, [fresh, target, aside]) = folders();
        put_in_place(&fresh, &target, &aside).unwrap();
        assert_eq!(name(&target).as_deref(), Some("fresh"));
        if cfg!(target_os = "linux") {
            assert_eq!(name(&fresh).as_deref(), Some("target"), "exchanged in one step");
        }

        let (_dir, [fresh, target, aside]) = folders();
        rename_both(&fresh, &target, &aside).unwrap();
        assert_eq!(name(&target).as_deref(), Some("fresh"));
        assert_eq!(name(&aside).as_deref(), Some("target"));
    }

    #[test]
    fn a_failed_rename_puts_the_old_folder_back() {
        let (_dir, [fresh, target, aside]) = folders();
        fs::remove_dir_all(&fresh).unwrap();
        assert!(rename_both(&fresh, &target, &aside).is_err());
        assert_eq!(name(&target).as_deref(), Some("target"));
        assert!(!aside.exists());
    }
}
