//! Addresses of texts that the report has not read: cells of tables.

/// The schemes a link may have. All others (`javascript:`, `data:`, `file:`) lead nowhere.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The address if it is harmless.
pub fn safe(url: &str) -> String {
    match scheme(url) {
        Some(scheme) if !SCHEMES.contains(&scheme.as_str()) => "#".to_owned(),
        _ => url.to_owned(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schemes() {
        assert_eq!(safe("https://example.org/a.md"), "https://example.org/a.md");
        assert_eq!(safe(" java\tscript:alert(1)"), "#");
        assert_eq!(safe("DATA:text/html,x"), "#");
        assert_eq!(safe("a/b:c"), "a/b:c");
        assert!(is_remote("//example.org/a.png") && !is_remote("a.png"));
    }
}
