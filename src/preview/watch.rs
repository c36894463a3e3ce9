//! Watching what pages are made from.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Arc, RwLock};
use std::time::Duration;

use notify_debouncer_full::notify::event::{AccessKind, AccessMode};
use notify_debouncer_full::notify::{self, EventKind, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{
    DebounceEventResult, DebouncedEvent, Debouncer, RecommendedCache, new_debouncer,
};

use super::Event;
use crate::source::is_temporary;

/// Programs save in several steps; what follows within this time is one change.
const TOGETHER: Duration = Duration::from_millis(80);

/// Watches files and folders of a folder until it is dropped.
pub(super) struct Watcher {
    root: PathBuf,
    /// As seen from the folder, with `/`.
    names: Arc<RwLock<Vec<String>>>,
    /// What the system is asked to tell of, besides the folder itself.
    followed: BTreeSet<PathBuf>,
    system: Debouncer<RecommendedWatcher, RecommendedCache>,
}

impl Watcher {
    /// Tells of changes to these files and folders of a folder.
    pub fn start(
        root: &Path,
        names: Vec<String>,
        tell: Sender<Event>,
    ) -> Result<Self, notify::Error> {
        let root = root.canonicalize().map_err(notify::Error::io)?;
        let known = Arc::new(RwLock::new(Vec::new()));
        let (seen, watched) = (root.clone(), Arc::clone(&known));
        let mut system = new_debouncer(TOGETHER, None, move |events: DebounceEventResult| {
            let concerns = |event: &DebouncedEvent| {
                // Whoever held the lock did not leave a half of the names.
                let names = watched.read().unwrap_or_else(|held| held.into_inner());
                writes(event.kind) && event.paths.iter().any(|path| concerns(&seen, &names, path))
            };
            // What the watcher could not tell may have been a change.
            let changed = events.map_or(true, |events| events.iter().any(concerns));
            if changed {
                // Nobody listens any more only when the program ends.
                let _ = tell.send(Event::Changed);
            }
        })?;
        system.watch(&root, RecursiveMode::NonRecursive)?;
        let mut watcher = Self { root, names: known, followed: BTreeSet::new(), system };
        watcher.follow(names)?;
        Ok(watcher)
    }

    /// Watches these files and folders from now on, in place of the others. Those that are not there
    /// yet are followed once they are, if they stand in the folder itself.
    pub fn follow(&mut self, names: Vec<String>) -> Result<(), notify::Error> {
        let paths = names.iter().map(|name| self.root.join(name));
        let folders: BTreeSet<PathBuf> =
            paths.filter_map(|path| folder(&self.root, path)).collect();
        for gone in self.followed.difference(&folders) {
            // A folder that is no longer there is not watched either.
            let _ = self.system.unwatch(gone);
        }
        for new in folders.difference(&self.followed) {
            self.system.watch(new, RecursiveMode::Recursive)?;
        }
        self.followed = folders;
        *self.names.write().unwrap_or_else(|held| held.into_inner()) = names;
        Ok(())
    }
}

/// What must be followed to hear of a path: a folder itself, of a file the one that it lies in, unless
/// that is the root.
fn folder(root: &Path, path: PathBuf) -> Option<PathBuf> {
    if path.is_dir() {
        return Some(path);
    }
    let near = path.parent().filter(|near| *near != root && near.is_dir());
    near.map(Path::to_owned)
}

/// True unless a file was only read, as this program itself does.
fn writes(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    }
}

/// True unless pages are not made from the file: it lies elsewhere, or a program has left it for
/// itself, as Excel does beside an open workbook.
fn concerns(root: &Path, watched: &[String], path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else { return false };
    let known = watched.iter().any(|name| inside.starts_with(name));
    known && !inside.iter().any(|name| is_temporary(&name.to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_inputs_concern_the_pages() {
        let watched = ["svod.toml", "data", "content", "old/2021"].map(str::to_owned);
        let root = Path::new("/site");
        for (path, expected) in [
            ("/site/svod.toml", true),
            ("/site/data/results.csv", true),
            ("/site/content/municipalities/uglich.md", true),
            ("/site/data/~$results.xlsx", false),
            ("/site/data/.~lock.results.ods#", false),
            ("/site/content/.index.md.swp", false),
            ("/site/public/index.html", false),
            ("/site/old/2021/data/results.csv", true),
            ("/site/old/2020/data/results.csv", false),
            ("/site/database/results.csv", false),
            ("/site", false),
            ("/other/data/results.csv", false),
        ] {
            assert_eq!(concerns(root, &watched, Path::new(path)), expected, "{path}");
        }
    }
}
