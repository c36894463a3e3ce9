//! The menu of the site, as each page shows it.

use super::html::Html;
use crate::report::view::{Link, MenuEntry, Page};

/// The menu with the page's own entry marked; only that entry shows the entries under it.
pub fn menu(menu: &[MenuEntry], page: &Page, root: &str) -> String {
    let current = page.menu.as_deref();
    let mut out = Html::new();
    out.raw("<ul>\n");
    for entry in menu {
        let inside = |link: &Link| current == Some(&link.to) || page.path == link.to;
        let open = inside(&entry.link) || entry.entries.iter().any(inside);
        out.raw(if open { "<li class=\"open\">" } else { "<li>" });
        item(&mut out, &entry.link, page, root);
        if open && !entry.entries.is_empty() {
            out.raw("\n<ul>\n");
            for link in &entry.entries {
                out.raw("<li>");
                item(&mut out, link, page, root);
                out.raw("</li>\n");
            }
            out.raw("</ul>\n");
        }
        out.raw("</li>\n");
    }
    out.raw("</ul>\n");
    out.finish()
}

/// An entry; that of the page itself is marked for those who hear the page.
fn item(out: &mut Html, link: &Link, page: &Page, root: &str) {
    if link.to == page.path {
        out.raw("<a aria-current=\"page\" href=\"").raw(root).text(&link.to).raw("\">");
        out.text(&link.text).raw("</a>");
    } else {
        out.link(root, &link.to, &link.text);
    }
}
