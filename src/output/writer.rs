//! The one thread that makes files.
//!
//! Two threads that create files in one folder are slower than one, so pages are rendered by many
//! threads and written by this one, which runs beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, JoinHandle};

use super::{Artifact, Digest, OutputError};

/// How many artifacts may wait: enough to keep the thread busy, little memory.
const WAITING: usize = 128;

/// What was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) files: usize,
    pub(super) unchanged: usize,
    pub(super) bytes: u64,
}

/// The published site that is about to be replaced.
#[derive(Debug)]
pub(super) struct Previous {
    pub(super) root: PathBuf,
    pub(super) files: BTreeMap<String, Digest>,
}

/// The thread, as seen from outside.
#[derive(Debug)]
pub(super) struct Writer {
    queue: SyncSender<Artifact>,
    thread: JoinHandle<Result<Tally, OutputError>>,
}

impl Writer {
    /// Starts a thread that writes under `root`.
    pub(super) fn start(root: PathBuf, previous: Previous) -> io::Result<Self> {
        let (queue, waiting) = sync_channel(WAITING);
        let thread = thread::Builder::new()
            .name("writer".into())
            .spawn(move || Folder::new(root, previous).write_all(&waiting))?;
        Ok(Self { queue, thread })
    }

    /// Queues an artifact; false if the thread has given up.
    pub(super) fn send(&self, artifact: Artifact) -> bool {
        self.queue.send(artifact).is_ok()
    }

    /// Waits for the thread to write what is queued.
    pub(super) fn close(self) -> Result<Tally, OutputError> {
        drop(self.queue);
        self.thread.join().unwrap_or_else(|cause| std::panic::resume_unwind(cause))
    }
}

/// The thread, as seen from inside.
struct Folder {
    root: PathBuf,
    made: BTreeSet<PathBuf>,
    previous: Previous,
    can_link: bool,
    tally: Tally,
}

impl Folder {
    fn new(root: PathBuf, previous: Previous) -> Self {
        let made = BTreeSet::from([root.clone()]);
        Self { root, made, previous, can_link: true, tally: Tally::default() }
    }

    fn write_all(mut self, waiting: &Receiver<Artifact>) -> Result<Tally, OutputError> {
        for artifact in waiting {
            self.write(&artifact)?;
        }
        Ok(self.tally)
    }

    fn write(&mut self, artifact: &Artifact) -> Result<(), OutputError> {
        let path = self.root.join(artifact.path());
        if let Some(parent) = path.parent().filter(|parent| !self.made.contains(*parent)) {
            fs::create_dir_all(parent).map_err(OutputError::refused(parent))?;
            self.made.insert(parent.to_owned());
        }
        if self.link(artifact, &path) {
            self.tally.unchanged += 1;
        } else {
            create(&path, artifact.bytes()).map_err(OutputError::refused(&path))?;
        }
        self.tally.files += 1;
        self.tally.bytes += artifact.bytes().len() as u64;
        Ok(())
    }

    /// Shares the published file if it is the same: much cheaper than a new one, and safe because
    /// nothing writes in place. The manifest says which are worth a look, the bytes decide, for
    /// somebody may have edited the published file.
    fn link(&mut self, artifact: &Artifact, path: &Path) -> bool {
        let listed = self.previous.files.get(artifact.path()) == Some(&artifact.digest());
        if !listed || !self.can_link {
            return false;
        }
        let old = self.previous.root.join(artifact.path());
        if !fs::read(&old).is_ok_and(|bytes| bytes == artifact.bytes()) {
            return false;
        }
        self.can_link = fs::hard_link(&old, path).is_ok();
        self.can_link
    }
}

/// Writes a file that is not there yet.
pub(super) fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    File::create_new(path)?.write_all(bytes)
}
