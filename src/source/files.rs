//! Where files come from: the disk, or memory in tests and in the preview.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use walkdir::WalkDir;

use crate::diag::{Code, Diagnostic};

/// The largest file that is read: far above any region's data, far below what would exhaust memory.
const MAX_FILE_BYTES: u64 = 256 * 1024 * 1024;

/// Why a file could not be read.
#[derive(Debug)]
pub enum FileError {
    /// There is no such file.
    NotFound,
    /// The path leads out of the site folder.
    Outside,
    /// The file is no ordinary file: a device, a pipe, a folder.
    NotOrdinary,
    /// The file is larger than svod reads.
    TooLarge,
    /// The system refused.
    Refused(std::io::Error),
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("no such file"),
            Self::Outside => f.write_str("the path leads out of the site folder"),
            Self::NotOrdinary => f.write_str("not an ordinary file"),
            Self::TooLarge => f.write_str("the file is too large"),
            Self::Refused(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for FileError {}

impl FileError {
    /// The fault of a file that could not be read.
    pub fn fault(&self, path: &str) -> Diagnostic {
        let code = match self {
            Self::NotFound => Code::MissingFile,
            Self::Outside => Code::OutsideFile,
            Self::TooLarge => Code::LargeFile,
            Self::NotOrdinary | Self::Refused(_) => Code::UnreadableFile,
        };
        let fault = Diagnostic::new(code).with("file", path);
        if code == Code::UnreadableFile { fault.with("reason", self) } else { fault }
    }
}

/// True for what programs and systems leave beside documents: `~$…` of Excel, `.~lock…` of LibreOffice,
/// everything hidden.
pub fn is_temporary(name: &str) -> bool {
    let left = ["thumbs.db", "desktop.ini"].contains(&name.to_lowercase().as_str());
    name.starts_with('.') || name.starts_with("~$") || left
}

/// A site folder to read from.
pub trait Files: Sync {
    /// All files under a folder, as paths from the site folder, in byte order; none if there is no
    /// such folder. What is hidden or temporary is left out.
    ///
    /// # Errors
    /// If the folder is there but cannot be walked.
    fn list(&self, folder: &str) -> Result<Vec<String>, FileError>;

    /// The bytes of a file.
    ///
    /// # Errors
    /// See [`FileError`].
    fn read(&self, path: &str) -> Result<Vec<u8>, FileError>;

    /// True if the way to a file, or the file itself, is a symbolic link.
    fn is_link(&self, path: &str) -> bool;

    /// How many bytes a file has.
    ///
    /// # Errors
    /// Those of [`Files::read`].
    fn size(&self, path: &str) -> Result<u64, FileError>;
}

/// A site folder on disk.
#[derive(Clone, Debug)]
pub struct Disk {
    root: PathBuf,
}

impl Disk {
    /// The folder to read from.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    fn resolve(&self, path: &str) -> Result<PathBuf, FileError> {
        let inside = Path::new(path).components().all(|c| matches!(c, Component::Normal(_)));
        if inside { Ok(self.root.join(path)) } else { Err(FileError::Outside) }
    }

    /// The real path of a file that may be read, and its size.
    fn ordinary(&self, path: &str) -> Result<(PathBuf, u64), FileError> {
        let full = self.resolve(path)?;
        let meta = std::fs::metadata(&full).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => FileError::NotFound,
            _ => FileError::Refused(error),
        })?;
        if !meta.is_file() {
            return Err(FileError::NotOrdinary);
        }
        if meta.len() > MAX_FILE_BYTES {
            return Err(FileError::TooLarge);
        }
        let root = self.root.canonicalize().map_err(FileError::Refused)?;
        let real = full.canonicalize().map_err(FileError::Refused)?;
        if real.starts_with(&root) { Ok((real, meta.len())) } else { Err(FileError::Outside) }
    }
}

impl Files for Disk {
    fn list(&self, folder: &str) -> Result<Vec<String>, FileError> {
        let start = self.resolve(folder)?;
        if !start.is_dir() {
            return Ok(Vec::new());
        }
        let mut paths = Vec::new();
        let walk = WalkDir::new(&start).follow_links(false).into_iter();
        let shown = |entry: &walkdir::DirEntry| {
            entry.depth() == 0 || !is_temporary(&entry.file_name().to_string_lossy())
        };
        for entry in walk.filter_entry(shown) {
            let entry = entry.map_err(|e| FileError::Refused(e.into()))?;
            // Links, devices and pipes are listed too: reading them says what is wrong.
            if entry.file_type().is_dir() {
                continue;
            }
            if let Ok(inside) = entry.path().strip_prefix(&self.root) {
                let parts: Vec<_> =
                    inside.components().map(|c| c.as_os_str().to_string_lossy()).collect();
                paths.push(parts.join("/"));
            }
        }
        paths.sort_unstable();
        Ok(paths)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        let (real, _) = self.ordinary(path)?;
        // The file may grow while it is read.
        let mut bytes = Vec::new();
        let file = std::fs::File::open(real).map_err(FileError::Refused)?;
        file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(FileError::Refused)?;
        if bytes.len() as u64 > MAX_FILE_BYTES { Err(FileError::TooLarge) } else { Ok(bytes) }
    }

    fn is_link(&self, path: &str) -> bool {
        let mut way = self.root.clone();
        Path::new(path).components().any(|part| {
            way.push(part);
            std::fs::symlink_metadata(&way).is_ok_and(|meta| meta.file_type().is_symlink())
        })
    }

    fn size(&self, path: &str) -> Result<u64, FileError> {
        self.ordinary(path).map(|(_, size)| size)
    }
}

/// A site folder in memory.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// An empty folder.
    pub fn new() -> Self {
        Self::default()
    }

    /// The folder with one more file.
    #[must_use]
    pub fn with(mut self, path: &str, content: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), content.into());
        self
    }
}

impl Files for Memory {
    fn list(&self, folder: &str) -> Result<Vec<String>, FileError> {
        let prefix = format!("{folder}/");
        let shown = |path: &&String| {
            path.strip_prefix(&prefix).is_some_and(|rest| !rest.split('/').any(is_temporary))
        };
        Ok(self.files.keys().filter(shown).cloned().collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        self.files.get(path).cloned().ok_or(FileError::NotFound)
    }

    fn is_link(&self, _: &str) -> bool {
        false
    }

    fn size(&self, path: &str) -> Result<u64, FileError> {
        let bytes = self.files.get(path).ok_or(FileError::NotFound)?;
        Ok(bytes.len() as u64)
    }
}
