//! Old addresses: small pages that lead to where a school or a municipality is found now.

use std::collections::BTreeSet;

use super::super::Report;
use super::super::view::{Link, Page, PageKind};
use super::{PageId, empty};
use crate::model::ids::{MunicipalityIx, SchoolIx, is_valid_id};

/// The pages that lead on: of former ids, of aliases that can be an address, and of schools that
/// joined another one. No two share an address, be it only in the size of letters.
pub(super) fn plan(report: &Report<'_>) -> Vec<PageId> {
    let published = report.published;
    let mut pages = Vec::new();
    let ids = published.municipalities().map(|(_, m)| m.id.as_str().to_ascii_lowercase());
    let mut taken: BTreeSet<String> = ids.collect();
    for (ix, municipality) in published.municipalities() {
        let life = &municipality.life;
        let former = life.former.iter().filter_map(|former| Some(former.id.as_ref()?.as_str()));
        for id in former.chain(life.aliases.iter().map(String::as_str)) {
            if is_valid_id(id) && taken.insert(id.to_ascii_lowercase()) {
                pages.push(PageId::FormerMunicipality(id.to_owned(), ix));
            }
        }
    }
    let ids = published.schools().map(|(_, school)| school.id.as_str().to_ascii_lowercase());
    let mut taken: BTreeSet<String> = ids.collect();
    for (ix, school) in published.schools() {
        let life = &school.life;
        let former = life.former.iter().filter_map(|former| Some(former.id.as_ref()?.as_str()));
        for id in former.chain(life.aliases.iter().map(String::as_str)) {
            if is_valid_id(id) && taken.insert(id.to_ascii_lowercase()) {
                pages.push(PageId::FormerSchool(id.to_owned(), ix));
            }
        }
        if report.heir(ix) != ix {
            pages.push(PageId::FormerSchool(school.id.to_string(), ix));
        }
    }
    pages.sort();
    pages
}

pub(super) fn school(report: &Report<'_>, path: String, id: &str, ix: SchoolIx) -> Page {
    let (school, heir) = (report.published.school(ix), report.heir(ix));
    let to = Link {
        text: report.name(&report.published.school(heir).name),
        to: format!("schools/{}.html", report.published.school(heir).id),
    };
    let sentence = match (&school.life.closed, heir == ix) {
        (Some((when, _)), false) => {
            let name = report.name(&school.name);
            let (year, heir) = (when.year().to_string(), to.text.as_str());
            report.say(
                "redirect-joined",
                &[
                    ("name", name.as_str().into()),
                    ("year", year.as_str().into()),
                    ("to", heir.into()),
                ],
            )
        }
        _ => report.say("redirect-school", &[("id", id.into()), ("to", to.text.as_str().into())]),
    };
    let crumbs = vec![report.home(), report.link_to("report-schools", "schools/index.html")];
    page(report, path, "schools/index.html", crumbs, sentence, to)
}

pub(super) fn municipality(
    report: &Report<'_>,
    path: String,
    id: &str,
    ix: MunicipalityIx,
) -> Page {
    let municipality = report.published.municipality(ix);
    let to = Link {
        text: report.municipality_name(ix),
        to: format!("municipalities/{}.html", municipality.id),
    };
    let mut former = municipality.life.former.iter();
    let name = former.rfind(|f| f.id.as_ref().is_some_and(|of| of.as_str() == id));
    let name = name.map_or_else(|| id.to_owned(), |former| report.name(&former.name));
    let sentence = report.say(
        "redirect-municipality",
        &[("name", name.as_str().into()), ("to", to.text.as_str().into())],
    );
    let home = report.home();
    let index = report.link_to("report-municipalities", "municipalities/index.html");
    page(report, path, "municipalities/index.html", vec![home, index], sentence, to)
}

fn page(
    report: &Report<'_>,
    path: String,
    menu: &str,
    crumbs: Vec<Link>,
    sentence: String,
    to: Link,
) -> Page {
    Page {
        menu: Some(menu.to_owned()),
        crumbs,
        lead: vec![sentence],
        leads_to: Some(to),
        ..empty(PageKind::Redirect, path, report.get("redirect-title"))
    }
}

impl Report<'_> {
    /// The school on whose page a school is found: itself, or the one that it joined and that is
    /// not gone itself, if there is one.
    pub(in crate::report) fn heir(&self, ix: SchoolIx) -> SchoolIx {
        let next = |ix: &SchoolIx| {
            let life = &self.published.school(*ix).life;
            life.heir.filter(|_| life.gone)
        };
        // Circles of successors were refused.
        std::iter::successors(Some(ix), next).last().unwrap_or(ix)
    }
}
