//! Watching what pages are made from.

use std::path::Path;
use std::sync::mpsc::Sender;
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

/// Watches until it is dropped.
pub(super) type Watcher = Debouncer<RecommendedWatcher, RecommendedCache>;

/// Tells of changes to these files and folders of a folder.
pub(super) fn start(
    root: &Path,
    watched: &'static [&str],
    tell: Sender<Event>,
) -> Result<Watcher, notify::Error> {
    let root = root.canonicalize().map_err(notify::Error::io)?;
    let seen = root.clone();
    let mut watcher = new_debouncer(TOGETHER, None, move |events: DebounceEventResult| {
        let concerns = |event: &DebouncedEvent| {
            writes(event.kind) && event.paths.iter().any(|path| concerns(&seen, watched, path))
        };
        // What the watcher could not tell may have been a change.
        let changed = events.map_or(true, |events| events.iter().any(concerns));
        if changed {
            // Nobody listens any more only when the program ends.
            let _ = tell.send(Event::Changed);
        }
    })?;
    watcher.watch(&root, RecursiveMode::NonRecursive)?;
    let folders = watched.iter().map(|name| root.join(name)).filter(|path| path.is_dir());
    for folder in folders {
        watcher.watch(&folder, RecursiveMode::Recursive)?;
    }
    Ok(watcher)
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
fn concerns(root: &Path, watched: &[&str], path: &Path) -> bool {
    let Ok(inside) = path.strip_prefix(root) else { return false };
    let mut names = inside.iter().map(|name| name.to_string_lossy());
    let known = names.next().is_some_and(|first| watched.contains(&first.as_ref()));
    known && !inside.iter().any(|name| is_temporary(&name.to_string_lossy()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_inputs_concern_the_pages() {
        let watched = ["svod.toml", "data", "content"];
        let root = Path::new("/site");
        for (path, expected) in [
            ("/site/svod.toml", true),
            ("/site/data/results.csv", true),
            ("/site/content/municipalities/uglich.md", true),
            ("/site/data/~$results.xlsx", false),
            ("/site/data/.~lock.results.ods#", false),
            ("/site/content/.index.md.swp", false),
            ("/site/public/index.html", false),
            ("/site", false),
            ("/other/data/results.csv", false),
        ] {
            assert_eq!(concerns(root, &watched, Path::new(path)), expected, "{path}");
        }
    }
}
