//! What a preview adds to pages, and the pages that it makes itself.

/// The address that the preview's own files stand under.
pub(super) const OWN: &str = "/_preview/";
/// Loads pages anew, and shows over them what is wrong.
pub(super) const SCRIPT: &str = include_str!("preview.js");
/// How it looks.
pub(super) const STYLE: &str = include_str!("preview.css");

/// What brings them into a page, which has this version.
fn tags(version: u64) -> String {
    format!(
        "<link rel=\"stylesheet\" href=\"/_preview/preview.css\">\
         <script src=\"/_preview/preview.js\" data-version=\"{version}\"></script>"
    )
}

/// What the policy of a page must allow besides: news of changes.
const CONNECT: &str = " connect-src 'self';";

/// A page with the preview's script and style before its end; `version` tells how often pages had
/// changed when this one was made.
pub(super) fn with_script(page: Vec<u8>, version: u64) -> Vec<u8> {
    const END: &[u8] = b"</body>";
    let Some(at) = page.windows(END.len()).rposition(|window| window == END) else { return page };
    let (before, after) = page.split_at(at);
    may_connect([before, tags(version).as_bytes(), after].concat())
}

/// A page whose policy, if it has one, lets the script hear the preview.
fn may_connect(page: Vec<u8>) -> Vec<u8> {
    const NOTHING: &[u8] = b"content=\"default-src 'none';";
    let Some(at) = page.windows(NOTHING.len()).position(|window| window == NOTHING) else {
        return page;
    };
    let (before, after) = page.split_at(at + NOTHING.len());
    [before, CONNECT.as_bytes(), after].concat()
}

/// A page that says these words, as they are drawn for the terminal.
pub(super) fn words(said: &str, version: u64) -> Vec<u8> {
    let said = said.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let title = said.trim().lines().next().unwrap_or_default();
    let page = format!(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>{title}</title></head>\
         <body><pre>{said}</pre></body></html>\n"
    );
    with_script(page.into_bytes(), version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_before_the_end_of_a_page_and_nowhere_else() {
        let page = with_script(b"<html><body><p>1</p></body></html>".to_vec(), 3);
        let page = String::from_utf8(page).unwrap();
        assert_eq!(page.matches("preview.js\" data-version=\"3\"").count(), 1);
        assert!(page.ends_with("</script></body></html>"), "{page}");
        assert_eq!(with_script(b"body { }".to_vec(), 3), b"body { }");
    }

    #[test]
    fn the_policy_of_a_page_lets_the_script_hear_the_preview() {
        let page = b"<meta content=\"default-src 'none'; img-src 'self'\"></body>".to_vec();
        let page = String::from_utf8(with_script(page, 0)).unwrap();
        let policy = "content=\"default-src 'none'; connect-src 'self'; img-src 'self'\"";
        assert!(page.contains(policy), "{page}");
    }

    #[test]
    fn words_stay_words() {
        let page = String::from_utf8(words("<script>1 & 2</script>", 0)).unwrap();
        assert!(page.contains("<pre>&lt;script&gt;1 &amp; 2&lt;/script&gt;</pre>"), "{page}");
    }
}
