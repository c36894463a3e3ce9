//! Raw HTML of a text, where the site allows it: what stays of it beside what this program wrote.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

use ammonia::Builder;

/// Tags that a text may have beside those of [`Builder::default`]: boxes of tasks.
const MORE: [&str; 1] = ["input"];

/// Tags that are of no use inside a text, or would break the outline of the page.
const FEWER: [&str; 9] =
    ["area", "article", "aside", "footer", "h1", "header", "hgroup", "map", "nav"];

/// The values of attributes that lead somewhere or make a part of the page what it is: `class`, `id`,
/// addresses within the site. Only those that this program has written are kept.
#[derive(Default)]
pub struct Made(BTreeSet<String>);

impl Made {
    /// Keeps a value.
    pub fn keep(&mut self, value: String) -> String {
        self.0.insert(value.clone());
        value
    }

    /// HTML without script, styles, frames, forms, requests to other hosts, and without attributes
    /// by which it could pass for a part of the page. Tags that are not closed are closed.
    pub fn sanitised(self, html: &str) -> String {
        let made = self.0;
        let global =
            ["class", "id", "role", "tabindex", "aria-label", "aria-labelledby", "lang", "title"];
        let mut builder = Builder::default();
        builder
            .add_tags(MORE)
            .rm_tags(FEWER)
            .generic_attributes(HashSet::from(global))
            .add_tag_attributes("input", ["type", "checked", "disabled"])
            .add_tag_attributes("details", ["open"])
            .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
            .link_rel(None)
            .attribute_filter(move |tag, name, value| {
                let harmless = match name {
                    "class" | "id" | "src" | "aria-labelledby" => made.contains(value),
                    "href" => made.contains(value) || is_elsewhere(value),
                    "type" => tag == "input" && value == "checkbox",
                    _ => true,
                };
                harmless.then(|| Cow::Borrowed(value))
            });
        builder.clean(html).to_string()
    }
}

/// True for another host or a person. Addresses within the site are given in Markdown, where they
/// are checked.
fn is_elsewhere(address: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].iter().any(|start| address.starts_with(start))
}
