//! Paths inside a site: which are allowed, and whose they are.

use std::collections::BTreeMap;

use super::OutputError;

/// Accepts relative paths that every file system and web server holds alike.
pub(super) fn check(path: &str) -> Result<(), OutputError> {
    if path.split('/').all(portable) {
        Ok(())
    } else {
        Err(OutputError::BadPath { path: path.to_owned() })
    }
}

fn portable(name: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"._-~+".contains(&b);
    // An empty name, `.` and `..` fall under the last condition or this one.
    !name.is_empty() && name.bytes().all(allowed) && !name.ends_with('.') && !is_device(name)
}

/// Names that Windows keeps for devices, with any extension.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let numbered =
        |word: &str| stem.strip_prefix(word).is_some_and(|n| matches!(n.as_bytes(), [b'1'..=b'9']));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// The paths that have an owner, by the path with letter case folded, as Windows and most USB
/// sticks see it.
#[derive(Clone, Debug, Default)]
pub(super) struct Claims(BTreeMap<String, String>);

impl Claims {
    /// Gives `path` its owner, or refuses if it has one already.
    pub(super) fn claim(&mut self, path: &str) -> Result<(), OutputError> {
        let folded = path.to_ascii_lowercase();
        match self.holder(&folded) {
            Some(other) => {
                Err(OutputError::PathTaken { path: path.to_owned(), other: other.to_owned() })
            }
            None => {
                self.0.insert(folded, path.to_owned());
                Ok(())
            }
        }
    }

    /// The path that is the same file, a folder's file of that name, or a file where this one needs
    /// a folder.
    fn holder(&self, folded: &str) -> Option<&str> {
        let parents = folded.match_indices('/').map(|(at, _)| &folded[..at]);
        let same_or_above = parents.chain([folded]).find_map(|path| self.0.get(path));
        let inside = format!("{folded}/");
        let below =
            || self.0.range(inside.clone()..).next().filter(|(p, _)| p.starts_with(&inside));
        same_or_above.or_else(|| below().map(|(_, path)| path)).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_portable_paths() {
        for good in ["index.html", "schools/a-1.html", ".nojekyll", "a/b/c.tar.gz", "comet.html"] {
            assert!(check(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "/a",
            "a/",
            "a//b",
            ".",
            "..",
            "a/../b",
            "a\\b",
            "C:",
            "школа.html",
            "a b",
            "a.",
            "con",
            "Aux.html",
            "x/com1.css",
            "a?b",
            "a\nb",
        ] {
            assert!(check(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn one_owner_for_a_path() {
        let mut claims = Claims::default();
        for path in ["a.html", "s/1.html", "s/10.html"] {
            assert!(claims.claim(path).is_ok(), "{path}");
        }
        for path in ["a.html", "A.html", "a.html/b", "s", "S/1.HTML"] {
            assert!(claims.claim(path).is_err(), "{path}");
        }
        assert!(claims.claim("s-1.html").is_ok());
    }
}
