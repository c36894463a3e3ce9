//! A site on disk, written beside the published one.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{env, fs};

use walkdir::WalkDir;

use super::artifact::claims;
use super::paths::Claims;
use super::writer::{self, Previous, Writer};
use super::yard::Yard;
use super::{Artifact, Digest, MANIFEST, Manifest, OutputError, Sink, exchange};

/// Files that file managers leave behind unasked. They do not make a folder foreign.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// A new site that grows beside the published one and takes its place when finished. Dropped
/// unfinished, it leaves no trace, and the published site as it was.
#[derive(Debug)]
pub struct Stage {
    target: PathBuf,
    claims: Claims,
    files: BTreeMap<String, Digest>,
    // Before the yard: files must be closed before their folder is removed.
    writer: Option<Writer>,
    yard: Yard,
}

/// What [`Stage::finish`] wrote, the manifest not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The published folder.
    pub folder: PathBuf,
    /// Number of files.
    pub files: usize,
    /// How many of them were there already with the same bytes.
    pub unchanged: usize,
    /// Their size together.
    pub bytes: u64,
}

impl Stage {
    /// A stage for the folder `out`, which is missing, empty, or a site that svod made.
    ///
    /// # Errors
    /// [`OutputError::ForeignOutput`] if something else is there, [`OutputError::Busy`] if another
    /// run is writing it, [`OutputError::Refused`] if the system is against it.
    pub fn new(out: &Path) -> Result<Self, OutputError> {
        let target = resolve(out)?;
        let yard = Yard::open(&target)?;
        let previous = Previous { files: published(&target)?, root: target.clone() };
        let fresh = yard.fresh();
        let writer =
            Writer::start(fresh.clone(), previous).map_err(OutputError::refused(&fresh))?;
        let files = BTreeMap::new();
        Ok(Self { target, claims: claims(), files, writer: Some(writer), yard })
    }

    /// Writes the manifest and puts the new site in the place of the old one, in one step.
    ///
    /// `inputs` are the files that were read and their digests, in any order.
    ///
    /// # Errors
    /// [`OutputError::Refused`]; the old site is then still in place.
    pub fn finish(
        mut self,
        inputs: impl IntoIterator<Item = (String, Digest)>,
    ) -> Result<Written, OutputError> {
        let tally = match self.writer.take() {
            Some(writer) => writer.close()?,
            None => return Err(self.broken()),
        };
        let files = std::mem::take(&mut self.files);
        let manifest = Manifest::new(inputs.into_iter().collect(), files).to_bytes();
        let fresh = self.yard.fresh();
        let path = fresh.join(MANIFEST);
        writer::create(&path, &manifest).map_err(OutputError::refused(&path))?;
        exchange::put_in_place(&fresh, &self.target, &self.yard.aside())?;
        Ok(Written {
            folder: self.target.clone(),
            files: tally.files,
            unchanged: tally.unchanged,
            bytes: tally.bytes,
        })
    }

    /// For a stage that is used on after it has failed.
    fn broken(&self) -> OutputError {
        OutputError::Refused { path: self.yard.fresh(), error: ErrorKind::BrokenPipe.into() }
    }
}

impl Sink for Stage {
    fn put(&mut self, artifact: Artifact) -> Result<(), OutputError> {
        let Some(writer) = self.writer.take() else {
            return Err(self.broken());
        };
        let claimed = self.claims.claim(artifact.path());
        if claimed.is_err() {
            self.writer = Some(writer);
            return claimed;
        }
        self.files.insert(artifact.path().to_owned(), artifact.digest());
        if writer.send(artifact) {
            self.writer = Some(writer);
            return Ok(());
        }
        Err(writer.close().err().unwrap_or_else(|| self.broken()))
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if let Some(writer) = self.writer.take() {
            let _ = writer.close();
        }
    }
}

/// The real place of `out`, behind links and `..`, with its parents made.
fn resolve(out: &Path) -> Result<PathBuf, OutputError> {
    let refused = |error| OutputError::Refused { path: out.to_owned(), error };
    if let Ok(real) = out.canonicalize() {
        return Ok(real);
    }
    let full = env::current_dir().map_err(refused)?.join(out);
    let (Some(parent), Some(name)) = (full.parent(), full.file_name()) else {
        return Err(refused(ErrorKind::InvalidInput.into()));
    };
    fs::create_dir_all(parent).map_err(OutputError::refused(parent))?;
    Ok(parent.canonicalize().map_err(refused)?.join(name))
}

/// The files of the site at `target`; none if there is none.
///
/// Whatever its manifest does not list is somebody else's and would be lost with it, so it is
/// refused: a folder without a manifest as a whole, else the first such file.
fn published(target: &Path) -> Result<BTreeMap<String, Digest>, OutputError> {
    let foreign = |path: &Path| OutputError::ForeignOutput { path: path.to_owned() };
    if !target.exists() {
        return Ok(BTreeMap::new());
    }
    if !target.is_dir() || target.file_name().is_none() {
        return Err(foreign(target));
    }
    let manifest = fs::read(target.join(MANIFEST)).ok().and_then(|bytes| Manifest::read(&bytes));
    let files = manifest.as_ref().map(|m| &m.files);
    for entry in WalkDir::new(target).min_depth(1).sort_by_file_name() {
        let entry =
            entry.map_err(|e| OutputError::Refused { path: target.into(), error: e.into() })?;
        let litter = LITTER.iter().any(|name| entry.file_name() == *name);
        if entry.file_type().is_dir() || litter {
            continue;
        }
        let Some(files) = files else {
            return Err(foreign(target));
        };
        let inside = entry.path().strip_prefix(target).unwrap_or(entry.path());
        let site_path = inside.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        if site_path != MANIFEST && !(entry.file_type().is_file() && files.contains_key(&site_path))
        {
            return Err(foreign(entry.path()));
        }
    }
    Ok(manifest.map(|m| m.files).unwrap_or_default())
}
