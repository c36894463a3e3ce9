//! What is left of the example that `svod new` makes: an invented region.

use super::{Candidate, fault};
use crate::diag::{Code, Diagnostics, Place, SourceId};
use crate::site::Site;
use crate::source::Source;

/// What of the example may stand in any report: words of the field, rules, and texts that speak of no
/// school in particular.
const COMMON: [&str; 3] =
    ["data/glossary.csv", "data/risk_catalogue.csv", "data/support_frame.csv"];

/// The site folder that `svod new` makes: paths and bytes of its files.
pub struct Example<'a>(Vec<(String, &'a [u8])>);

impl<'a> Example<'a> {
    /// The example as these files.
    pub fn new(files: Vec<(String, &'a [u8])>) -> Self {
        Self(files)
    }

    fn file(&self, path: &str) -> Option<&'a [u8]> {
        self.0.iter().find(|(own, _)| own == path).map(|(_, bytes)| *bytes)
    }

    /// Its settings.
    fn site(&self) -> Option<Site> {
        let text = std::str::from_utf8(self.file("svod.toml")?).ok()?;
        // Its places are not spoken of.
        Site::parse(text, SourceId(0)).ok()
    }
}

pub(super) fn check(of: &Candidate<'_>, faults: &mut Diagnostics) {
    let left = |source: &&Source| {
        let facts = source.path.starts_with("data/") || source.path.starts_with("content/");
        let common =
            COMMON.contains(&source.path.as_str()) || source.path.ends_with("/_default.md");
        facts && !common && of.example.file(&source.path) == Some(source.bytes.as_slice())
    };
    for (id, source) in of.sources.iter().filter(|(_, source)| left(source)) {
        faults.push(fault(Code::ExampleLeft, Place::whole(id)).with("value", &source.path));
    }
    let Some(example) = of.example.site() else { return };
    let (site, written) = (of.site, &of.site.written);
    let settings = [
        (Some(&site.title), Some(&example.title), Some(written.title)),
        (Some(&site.region), Some(&example.region), Some(written.region)),
        (site.notice.as_ref(), example.notice.as_ref(), written.notice),
    ];
    for (own, given, place) in settings {
        if let (Some(own), true) = (own, own == given) {
            let place = place.unwrap_or(written.file);
            faults.push(fault(Code::ExampleLeft, place).with("value", own));
        }
    }
}
