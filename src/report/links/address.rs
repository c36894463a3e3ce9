//! Addresses as authors write them.

use percent_encoding::percent_decode_str;

/// What an address says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address<'a> {
    /// A scheme in lower case, and the rest.
    Scheme(String, &'a str),
    /// A host without a scheme: `//example.org/a`.
    Host,
    /// A place of the same page.
    Anchor(&'a str),
    /// A path.
    Path(Path<'a>),
}

/// A path with what stands after it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Path<'a> {
    /// The path, decoded.
    pub path: String,
    /// `?query#anchor`; may be empty.
    pub rest: &'a str,
}

impl<'a> Address<'a> {
    /// Reads an address. Browsers skip blanks and control characters in schemes, so we do too.
    pub fn of(address: &'a str) -> Self {
        let address = address.trim();
        if address.starts_with("//") || address.starts_with("\\\\") {
            return Self::Host;
        }
        if let Some((before, rest)) = address.split_once(':')
            && !before.contains(['/', '?', '#'])
        {
            let visible = before.chars().filter(|c| !c.is_whitespace() && !c.is_control());
            return Self::Scheme(visible.collect::<String>().to_lowercase(), rest);
        }
        if let Some(anchor) = address.strip_prefix('#') {
            return Self::Anchor(anchor);
        }
        let (path, rest) = address.split_at(address.find(['?', '#']).unwrap_or(address.len()));
        let path = percent_decode_str(path).decode_utf8_lossy().replace('\\', "/");
        Self::Path(Path { path, rest })
    }
}

impl<'a> Path<'a> {
    /// The path from the folder of texts, as seen from one of them; `None` if it leads out of it.
    pub fn from(&self, slug: &str) -> Option<String> {
        if self.path.starts_with('/') {
            return None;
        }
        let mut parts: Vec<&str> = slug.split('/').collect();
        parts.pop();
        for part in self.path.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        Some(parts.join("/"))
    }

    /// The anchor.
    pub fn anchor(&self) -> Option<&'a str> {
        self.rest.split_once('#').map(|(_, anchor)| anchor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes_are_seen_through_blanks() {
        let scheme = |address| match Address::of(address) {
            Address::Scheme(scheme, _) => scheme,
            other => panic!("{other:?}"),
        };
        assert_eq!(scheme(" java\tscript:alert(1)"), "javascript");
        assert_eq!(scheme("School:a"), "school");
        assert_eq!(Address::of("//example.org/a"), Address::Host);
        assert_eq!(Address::of("#top"), Address::Anchor("top"));
    }

    #[test]
    fn paths_stay_inside() {
        let path = |address, slug: &str| match Address::of(address) {
            Address::Path(path) => path.from(slug),
            other => panic!("{other:?}"),
        };
        assert_eq!(path("../plan.md#x", "analysis/lists").as_deref(), Some("plan.md"));
        assert_eq!(path("%D0%B0%201.pdf", "analysis/lists").as_deref(), Some("analysis/а 1.pdf"));
        assert_eq!(path("../../svod.toml", "analysis/lists"), None);
        assert_eq!(path("/etc/passwd", "plan"), None);
    }
}
