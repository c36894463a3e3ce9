//! The files of a site before they are files.

use std::collections::BTreeMap;

use super::manifest::MANIFEST;
use super::paths::{self, Claims};
use super::{Digest, OutputError};

/// One file of the site: where, what, and the hash of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Artifact {
    path: String,
    bytes: Vec<u8>,
    digest: Digest,
}

impl Artifact {
    /// A file at a site path: relative, ASCII, with `/`. Hashes, so make it where there are threads.
    ///
    /// # Errors
    /// [`OutputError::BadPath`] if some system could not hold the path.
    pub fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Result<Self, OutputError> {
        let (path, bytes) = (path.into(), bytes.into());
        paths::check(&path)?;
        let digest = Digest::of(&bytes);
        Ok(Self { path, bytes, digest })
    }

    /// The same file in a folder of the site.
    ///
    /// # Errors
    /// Those of [`Artifact::new`].
    pub fn under(self, folder: &str) -> Result<Self, OutputError> {
        let path = format!("{folder}/{}", self.path);
        paths::check(&path)?;
        Ok(Self { path, ..self })
    }

    /// The site path.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The content.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The SHA-256 of the content.
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

/// Where artifacts go.
pub trait Sink {
    /// Takes one artifact.
    ///
    /// # Errors
    /// [`OutputError::PathTaken`] if its path has an owner; a [`super::Stage`] also passes on what
    /// went wrong with an earlier one.
    fn put(&mut self, artifact: Artifact) -> Result<(), OutputError>;

    /// Takes the artifacts of a chunk, in its order.
    ///
    /// # Errors
    /// The first of [`Sink::put`].
    fn put_all(&mut self, chunk: Vec<Artifact>) -> Result<(), OutputError> {
        chunk.into_iter().try_for_each(|artifact| self.put(artifact))
    }
}

/// A site in memory, in the order of its paths.
#[derive(Clone, Debug)]
pub struct Artifacts {
    claims: Claims,
    files: BTreeMap<String, Artifact>,
}

impl Artifacts {
    /// None yet.
    pub fn new() -> Self {
        Self { claims: claims(), files: BTreeMap::new() }
    }

    /// The artifact at a path.
    pub fn get(&self, path: &str) -> Option<&Artifact> {
        self.files.get(path)
    }

    /// All artifacts, by path.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Artifact> {
        self.files.values()
    }
}

impl Default for Artifacts {
    fn default() -> Self {
        Self::new()
    }
}

impl Sink for Artifacts {
    fn put(&mut self, artifact: Artifact) -> Result<(), OutputError> {
        self.claims.claim(&artifact.path)?;
        self.files.insert(artifact.path.clone(), artifact);
        Ok(())
    }
}

/// No path has an owner yet, but for the manifest's.
pub(super) fn claims() -> Claims {
    let mut claims = Claims::default();
    let free = claims.claim(MANIFEST);
    debug_assert!(free.is_ok());
    claims
}
