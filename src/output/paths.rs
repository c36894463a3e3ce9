//! Paths inside a site: which are allowed, and whose they are.

use std::collections::BTreeSet;

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

/// The paths that have an owner, with letter case folded, as on Windows and on most USB sticks.
#[derive(Clone, Debug, Default)]
pub(super) struct Claims(BTreeSet<String>);

impl Claims {
    /// Gives `path` its owner, or refuses if it has one already.
    pub(super) fn claim(&mut self, path: &str) -> Result<(), OutputError> {
        let taken = || OutputError::PathTaken { path: path.to_owned() };
        let folded = path.to_ascii_lowercase();
        let under_a_file = folded.match_indices('/').any(|(at, _)| self.0.contains(&folded[..at]));
        let inside = format!("{folded}/");
        let is_a_folder =
            self.0.range(inside.clone()..).next().is_some_and(|next| next.starts_with(&inside));
        if under_a_file || is_a_folder || !self.0.insert(folded) {
            return Err(taken());
        }
        Ok(())
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
