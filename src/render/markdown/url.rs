//! Addresses in the narrative.

use pulldown_cmark::CowStr;

/// The schemes a link may have. All others (`javascript:`, `data:`, `file:`) lead nowhere.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The address if it is harmless; one to another Markdown file of the narrative leads to its page.
pub fn safe(url: &str) -> CowStr<'static> {
    match scheme(url) {
        Some(scheme) if SCHEMES.contains(&scheme.as_str()) => url.to_owned().into(),
        Some(_) => "#".into(),
        None => page_of(url).into(),
    }
}

/// True if the address lies on another host.
pub fn is_remote(url: &str) -> bool {
    scheme(url).is_some() || url.trim_start().starts_with("//")
}

/// The scheme in lower case. Browsers skip blanks and control characters in it, so we do too.
fn scheme(url: &str) -> Option<String> {
    let (before, _) = url.split_once(':')?;
    if before.contains(['/', '?', '#']) {
        return None;
    }
    let visible = before.chars().filter(|c| !c.is_whitespace() && !c.is_control());
    Some(visible.collect::<String>().to_lowercase())
}

fn page_of(url: &str) -> String {
    let end = url.find(['?', '#']).unwrap_or(url.len());
    let (path, rest) = url.split_at(end);
    match path.strip_suffix(".md") {
        Some(stem) if !url.starts_with("//") => format!("{stem}.html{rest}"),
        _ => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes() {
        assert_eq!(&*safe("https://example.org/a.md"), "https://example.org/a.md");
        assert_eq!(&*safe(" java\tscript:alert(1)"), "#");
        assert_eq!(&*safe("DATA:text/html,x"), "#");
        assert_eq!(&*safe("a/b:c"), "a/b:c");
    }

    #[test]
    fn pages() {
        assert_eq!(&*safe("../risks.md?x#y"), "../risks.html?x#y");
        assert_eq!(&*safe("#a.md"), "#a.md");
        assert_eq!(&*safe("//example.org/a.md"), "//example.org/a.md");
        assert!(is_remote("//example.org/a.png") && !is_remote("a.png"));
    }
}
