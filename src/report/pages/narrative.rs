//! A narrative page: the text, then the tables it names.

use super::super::Report;
use super::super::speech::Subject;
use super::super::view::{Link, Page, PageKind};
use super::{empty, section};

pub(super) fn page(report: &Report<'_>, at: usize) -> Page {
    let narrative = &report.narratives[at];
    let path = format!("{}.html", narrative.slug);
    let mut page = empty(PageKind::Narrative, path.clone(), narrative.title.clone());
    page.menu = Some(path);
    page.contents = narrative.contents;
    page.crumbs = vec![report.home()];
    // A page in a folder stands under the folder's own page, if there is one.
    let parent = narrative.slug.rsplit_once('/').map(|(folder, _)| format!("{folder}/index"));
    let parent = report.narratives.iter().find(|n| Some(&n.slug) == parent.as_ref());
    page.crumbs.extend(
        parent
            .filter(|parent| parent.slug != narrative.slug)
            .map(|parent| Link { text: parent.title.clone(), to: format!("{}.html", parent.slug) }),
    );
    page.lead.extend(narrative.lead.clone());
    let blocks = vec![report.prose(at, Subject::Region)];
    page.sections.push(section("text", String::new(), Vec::new(), blocks));
    let tables = narrative.tables.iter();
    page.sections.extend(tables.filter_map(|(id, _)| report.table_section(id)));
    page
}
