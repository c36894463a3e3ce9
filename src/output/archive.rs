//! A site as one archive that is the same for the same files.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::artifact::claims;
use super::paths::Claims;
use super::{Artifact, Digest, MANIFEST, Manifest, OutputError, Sink};

/// The list of all files with their checksums, in the form that `sha256sum --check` reads.
const SUMS: &str = "SHA256SUMS";

/// An archive that grows beside its place and takes it when finished. Dropped unfinished, it
/// leaves the place as it was.
pub struct Archive {
    target: PathBuf,
    claims: Claims,
    files: BTreeMap<String, Digest>,
    bytes: u64,
    zip: Option<ZipWriter<BufWriter<File>>>,
}

/// What [`Archive::finish`] wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    /// The file.
    pub file: PathBuf,
    /// How many files are in it.
    pub files: usize,
    /// Their size together.
    pub bytes: u64,
    /// The size of the archive.
    pub packed: u64,
}

impl Archive {
    /// An archive to be at `out`.
    ///
    /// # Errors
    /// [`OutputError::Refused`] if the system is against it.
    pub fn new(out: &Path) -> Result<Self, OutputError> {
        let growing = growing(out);
        let file = File::create(&growing).map_err(OutputError::refused(&growing))?;
        let mut claims = claims();
        claims.claim(SUMS)?;
        let zip = Some(ZipWriter::new(BufWriter::new(file)));
        Ok(Self { target: out.to_owned(), claims, files: BTreeMap::new(), bytes: 0, zip })
    }

    /// Adds manifest and checksums, and puts the archive in the place of the old one.
    ///
    /// # Errors
    /// [`OutputError::Refused`]; the old archive is then still in place.
    pub fn finish(
        mut self,
        inputs: impl IntoIterator<Item = (String, Digest)>,
    ) -> Result<Archived, OutputError> {
        let manifest = Manifest::new(inputs.into_iter().collect(), self.files.clone()).to_bytes();
        self.files.insert(MANIFEST.to_owned(), Digest::of(&manifest));
        self.write(MANIFEST, &manifest)?;
        let lines = self.files.iter().map(|(path, digest)| format!("{digest}  {path}\n"));
        let sums: String = lines.collect();
        self.write(SUMS, sums.as_bytes())?;
        let growing = growing(&self.target);
        let refused = OutputError::refused(&growing);
        let written = match self.zip.take() {
            Some(zip) => zip.finish().map_err(io::Error::from).and_then(|mut file| file.flush()),
            None => Err(ErrorKind::BrokenPipe.into()),
        };
        written.map_err(refused)?;
        let packed = fs::metadata(&growing).map_err(OutputError::refused(&growing))?.len();
        fs::rename(&growing, &self.target).map_err(OutputError::refused(&self.target))?;
        let (file, files) = (self.target.clone(), self.files.len() + 1);
        Ok(Archived { file, files, bytes: self.bytes, packed })
    }

    fn write(&mut self, path: &str, bytes: &[u8]) -> Result<(), OutputError> {
        let Some(zip) = &mut self.zip else {
            return Err(OutputError::refused(&self.target)(ErrorKind::BrokenPipe.into()));
        };
        // No time and no rights of this machine: the same files make the same archive.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let written = zip.start_file(path, options).map_err(io::Error::from);
        let written = written.and_then(|()| zip.write_all(bytes));
        self.bytes += bytes.len() as u64;
        written.map_err(OutputError::refused(&growing(&self.target)))
    }
}

impl Sink for Archive {
    fn put(&mut self, artifact: Artifact) -> Result<(), OutputError> {
        self.claims.claim(artifact.path())?;
        self.files.insert(artifact.path().to_owned(), artifact.digest());
        self.write(artifact.path(), artifact.bytes())
    }
}

impl Drop for Archive {
    fn drop(&mut self) {
        if self.zip.take().is_some() {
            // What cannot be taken away now could not be taken away later either.
            let _ = fs::remove_file(growing(&self.target));
        }
    }
}

/// Puts a file in the place of the one of that name, whole or not at all.
///
/// # Errors
/// [`OutputError::Refused`]; the old file is then still in place.
pub fn replace_file(target: &Path, bytes: &[u8]) -> Result<(), OutputError> {
    let growing = growing(target);
    fs::write(&growing, bytes).map_err(OutputError::refused(&growing))?;
    fs::rename(&growing, target).map_err(OutputError::refused(target))
}

/// Where a file grows: beside its place, so that it can take it in one step.
fn growing(target: &Path) -> PathBuf {
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(".svod-new");
    target.with_file_name(name)
}
