//! Where the site will stand, and whether search engines may take it in.

use url::Url;

use super::known;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId};
use toml::Spanned;

/// The address of the site's root: `https://example.ru/otchet/`, always with a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseUrl(Url);

impl BaseUrl {
    /// Reads an address of the web: with a host, and with neither a question nor an anchor nor a name
    /// of a user in it.
    pub fn parse(text: &str) -> Option<Self> {
        let mut url = Url::parse(text).ok()?;
        let plain = url.query().is_none() && url.fragment().is_none();
        let nobody = url.username().is_empty() && url.password().is_none();
        if !["http", "https"].contains(&url.scheme()) || !url.has_host() || !plain || !nobody {
            return None;
        }
        if !url.path().ends_with('/') {
            url.set_path(&format!("{}/", url.path()));
        }
        Some(Self(url))
    }

    /// The address of a folder of the site.
    #[must_use]
    pub fn folder(&self, name: &str) -> Self {
        let mut url = self.0.clone();
        url.set_path(&format!("{}{name}/", url.path()));
        Self(url)
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// True if the site has a host to itself.
    pub fn is_root(&self) -> bool {
        self.0.path() == "/"
    }
}

/// Whether search engines may take pages in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Robots {
    /// They may.
    #[default]
    Index,
    /// They are asked not to.
    NoIndex,
}

impl Robots {
    pub(super) const ALL: [(&str, Self); 2] = [("index", Self::Index), ("noindex", Self::NoIndex)];
}

pub(super) fn base_url(
    written: Option<Spanned<String>>,
    source: SourceId,
    faults: &mut Diagnostics,
) -> Option<BaseUrl> {
    let written = written?;
    let read = BaseUrl::parse(written.get_ref());
    if read.is_none() {
        let fault = Diagnostic::new(Code::BadBaseUrl).at(Place::span(source, written.span()));
        faults.push(fault.with("value", written.get_ref()));
    }
    read
}

pub(super) fn robots(
    written: Option<Spanned<String>>,
    source: SourceId,
    faults: &mut Diagnostics,
) -> Robots {
    known("robots", written, &Robots::ALL, source, faults)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_with_a_slash_and_says_where_and_nothing_else() {
        let read = |text| BaseUrl::parse(text).map(|url| (url.as_str().to_owned(), url.is_root()));
        for (text, url, root) in [
            ("https://example.ru", "https://example.ru/", true),
            ("http://example.ru:8080/otchet", "http://example.ru:8080/otchet/", false),
            ("https://example.ru/a/b/", "https://example.ru/a/b/", false),
            ("https://отчёт.рф/", "https://xn--n1aiat4c.xn--p1ai/", true),
        ] {
            let (said, is_root) = read(text).unwrap();
            assert_eq!((said.as_str(), is_root), (url, root), "{text}");
        }
        for text in [
            "",
            "example.ru",
            "/otchet/",
            "ftp://example.ru",
            "https://example.ru/?a",
            "file:///a/",
            "https://example.ru/#a",
            "https://me:word@example.ru/",
            "javascript:alert(1)",
            "https://",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
