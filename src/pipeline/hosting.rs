//! The files that only a site with an address has.

use super::BuildError;
use super::press::Press;
use crate::diag::{Code, Diagnostic};
use crate::output::{Artifact, OutputError};
use crate::render::{hosting, poster};
use crate::site::Site;

/// The style sheet of pages: it begins with the colours of the theme.
const STYLE: &str = "static/style.css";

/// The files; none if nobody has said where the site will stand.
///
/// # Errors
/// A picture that cannot be drawn.
pub(super) fn files(site: &Site, press: &Press<'_>) -> Result<Vec<Artifact>, BuildError> {
    let Some(base_url) = &site.base_url else { return Ok(Vec::new()) };
    // Robots and readers of feeds are told of earlier reports by the later one.
    if press.is_past() {
        return Ok(vec![picture(press)?]);
    }
    let base = base_url.as_str();
    let mut texts: Vec<(String, String)> = Vec::new();
    // What asks not to be found names no page; a robot must read a page to see that it asks.
    if !press.site.hidden {
        let paths: Vec<String> = press.report.lasting_paths().collect();
        let date = site.date.map(|date| date.to_string());
        texts.extend(hosting::sitemap(base, date.as_deref(), &paths));
        if base_url.is_root() {
            texts.push((hosting::ROBOTS.to_owned(), hosting::robots(base)));
        }
    }
    let feed = hosting::feed(base, &press.site, &press.report.releases());
    texts.extend(feed.map(|feed| (hosting::FEED.to_owned(), feed)));
    let texts = texts.into_iter().map(|(path, text)| Artifact::new(path, text));
    let mut files = texts.collect::<Result<Vec<_>, OutputError>>()?;
    files.push(picture(press)?);
    Ok(files)
}

fn picture(press: &Press<'_>) -> Result<Artifact, BuildError> {
    let tokens = press.assets.iter().find(|asset| asset.path() == STYLE);
    let tokens = tokens.and_then(|asset| std::str::from_utf8(asset.bytes()).ok());
    let png = poster::png(&press.report.poster(), tokens.unwrap_or_default());
    let png = png.map_err(|reason| {
        let fault = Diagnostic::new(Code::CannotWrite);
        fault.with("file", poster::PATH).with("reason", reason)
    })?;
    Ok(Artifact::new(poster::PATH, png)?)
}
