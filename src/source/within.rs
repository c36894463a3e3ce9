//! A folder of a site folder, seen as a site folder of its own.

use super::{FileError, Files};

/// The files of one folder; paths are those from there.
pub struct Within<'a> {
    files: &'a dyn Files,
    /// With `/` at its end.
    folder: String,
}

impl<'a> Within<'a> {
    /// The folder, as seen from the root of `files`.
    pub fn new(files: &'a dyn Files, folder: &str) -> Self {
        Self { files, folder: format!("{}/", folder.trim_end_matches('/')) }
    }

    fn full(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }
}

impl Files for Within<'_> {
    fn list(&self, folder: &str) -> Result<Vec<String>, FileError> {
        let all = self.files.list(&self.full(folder))?;
        Ok(all
            .iter()
            .filter_map(|path| path.strip_prefix(&self.folder))
            .map(str::to_owned)
            .collect())
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, FileError> {
        self.files.read(&self.full(path))
    }

    fn is_link(&self, path: &str) -> bool {
        self.files.is_link(&self.full(path))
    }

    fn size(&self, path: &str) -> Result<u64, FileError> {
        self.files.size(&self.full(path))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Files, Memory};
    use super::Within;

    #[test]
    fn a_folder_is_a_site_of_its_own() {
        let all = Memory::new().with("years/2021/data/a.csv", "1").with("data/b.csv", "2");
        let year = Within::new(&all, "years/2021/");
        assert_eq!(year.list("data").unwrap(), ["data/a.csv"]);
        assert_eq!(year.read("data/a.csv").unwrap(), b"1");
        assert!(year.read("data/b.csv").is_err());
    }
}
