//! The smallest pieces of HTML: escaped text, attributes, links, signs.

use crate::report::view::{Label, Mark};

/// Schemes of addresses that reach a person, not a page.
const PERSONS: [&str; 2] = ["mailto:", "tel:"];

/// Keeps a sign on the line of its words.
pub const NBSP: &str = "\u{a0}";

/// HTML under construction. Whatever comes from data goes through [`Html::text`] or
/// [`Html::attr`]; [`Html::raw`] takes only what stands in this program.
#[derive(Default)]
pub struct Html(String);

impl Html {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The finished HTML.
    pub fn finish(self) -> String {
        self.0
    }

    /// Markup as it is.
    pub fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Text, escaped for content and for quoted attributes alike.
    pub fn text(&mut self, text: &str) -> &mut Self {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            self.0.push_str(&rest[..at]);
            self.0.push_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            });
            rest = &rest[at + 1..];
        }
        self.0.push_str(rest);
        self
    }

    /// An attribute of the tag that is open.
    pub fn attr(&mut self, name: &str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// An element of `class` that holds only text.
    pub fn element(&mut self, tag: &str, class: &str, text: &str) -> &mut Self {
        self.raw("<").raw(tag);
        if !class.is_empty() {
            self.attr("class", class);
        }
        self.raw(">").text(text).raw("</").raw(tag).raw(">")
    }

    /// A list of texts; nothing if there are none.
    pub fn list(&mut self, class: &str, items: &[String]) -> &mut Self {
        if items.is_empty() {
            return self;
        }
        self.raw("<ul").attr("class", class).raw(">");
        for item in items {
            self.element("li", "", item);
        }
        self.raw("</ul>")
    }

    /// A link to a page or file of the site.
    pub fn link(&mut self, root: &str, to: &str, text: &str) -> &mut Self {
        self.raw("<a").attr("href", &href(root, to)).raw(">").text(text).raw("</a>")
    }

    /// A link whose words many links of the page have; what it belongs to, «Таблица 3», is there for
    /// those who hear links out of their places.
    pub fn link_of(&mut self, root: &str, to: &str, text: &str, of: Option<&str>) -> &mut Self {
        let Some(of) = of else { return self.link(root, to, text) };
        self.raw("<a").attr("href", &href(root, to)).raw(">").text(text);
        self.element("span", "visually-hidden", &format!(". {of}")).raw("</a>")
    }

    /// The words of a caption after its number. What has been said above is there for those who do
    /// not see it, and the number stands alone.
    pub fn caption(&mut self, number: Option<&str>, words: &str, said: bool) -> &mut Self {
        let Some(number) = number else { return self.text(words) };
        self.element("span", "number", number);
        match said {
            true => self.element("span", "visually-hidden", &format!(". {words}")),
            false => self.raw(". ").text(words),
        }
    }

    /// A sign, with its meaning for those who do not see it, unless the words beside it say it.
    pub fn mark(&mut self, mark: &Mark, beside: &str) -> &mut Self {
        self.raw("<span class=\"mark tone-").text(mark.tone);
        if mark.title == beside {
            return self.raw("\" aria-hidden=\"true\">").text(&mark.sign).raw("</span>");
        }
        self.raw("\">").sign(&mark.sign, &mark.title);
        self.raw("</span>")
    }

    /// A sign to see and its meaning to hear.
    pub fn sign(&mut self, sign: &str, title: &str) -> &mut Self {
        self.raw("<span aria-hidden=\"true\">").text(sign).raw("</span>");
        self.element("span", "visually-hidden", title)
    }

    /// A text with its sign, its link and the words after it, as far as it has them.
    pub fn label(&mut self, label: &Label, root: &str) -> &mut Self {
        if let Some(mark) = &label.mark {
            self.mark(mark, &label.text).raw(NBSP);
        }
        match &label.link {
            Some(to) => self.link(root, to, &label.text),
            None => self.text(&label.text),
        };
        match &label.detail {
            Some(detail) => self.raw(" ").element("span", "detail", detail),
            None => self,
        }
    }
}

/// The address of a path of the site, or of a person (`mailto:`, `tel:`). A path whose first part holds a colon would read as a
/// scheme (`javascript:`), so it is told to be a path.
fn href(root: &str, to: &str) -> String {
    if PERSONS.iter().any(|scheme| to.starts_with(scheme)) {
        return to.to_owned();
    }
    let first = to.split(['/', '?', '#']).next().unwrap_or_default();
    let dot = if root.is_empty() && first.contains(':') { "./" } else { "" };
    format!("{dot}{root}{to}")
}

/// The way from a page up to the site's root: `../` for each folder it lies in.
pub fn root(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_attributes_are_escaped() {
        let mut html = Html::new();
        html.raw("<p").attr("title", "\"><b>'").raw(">").text("a < b & «в»").raw("</p>");
        let expected = "<p title=\"&quot;&gt;&lt;b&gt;&#39;\">a &lt; b &amp; «в»</p>";
        assert_eq!(html.finish(), expected);
    }

    #[test]
    fn a_path_is_never_read_as_a_scheme() {
        assert_eq!(href("", "javascript:alert(1)"), "./javascript:alert(1)");
        assert_eq!(href("../", "tables/a.html#b:c"), "../tables/a.html#b:c");
    }

    #[test]
    fn root_follows_depth() {
        assert_eq!(root("index.html"), "");
        assert_eq!(root("schools/sch1.html"), "../");
    }
}
