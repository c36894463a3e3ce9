//! The checks of texts that need the pages they stand on: calls, links, anchors, typed numbers.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::{BuildError, Loaded, gather};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::render;
use crate::report::view::Page;
use crate::report::{Numbers, PageId, Report};
use crate::site::Numbering;

/// An anchor that a text leads to: the path of the page, the anchor, where the link is written.
type Wanted = (String, String, Place);

/// What telling the texts has shown.
pub(super) struct Told {
    /// The numbers of tables and figures, where they run through the site.
    pub numbers: Numbers,
    /// Typed numbers that nothing supports, files that nothing leads to.
    pub warnings: Diagnostics,
}

impl Loaded {
    /// A page with its texts told, its tables numbered and its links connected.
    ///
    /// # Errors
    /// Calls that have no answer and links that lead nowhere, each with its place.
    pub fn page(
        &self,
        report: &Report<'_>,
        id: &PageId,
        numbers: &Numbers,
    ) -> Result<Page, Diagnostics> {
        let mut page = report.page(id);
        self.narrator.fill(&mut page, report)?;
        report.connect(&mut page, numbers)?;
        Ok(page)
    }

    /// The numbers of tables and figures, where they run through the site: for that each page is
    /// made once more.
    ///
    /// # Errors
    /// Calls that have no answer.
    fn numbers(&self, report: &Report<'_>) -> Result<Numbers, Diagnostics> {
        if self.site.numbering == Numbering::Page {
            return Ok(Numbers::default());
        }
        // The page of the data lists what is made of all others, so it is counted last.
        let (last, mut pages): (Vec<&PageId>, Vec<&PageId>) =
            report.pages().iter().partition(|id| **id == PageId::Data);
        pages.extend(last);
        let pages = pages.into_par_iter().map(|id| {
            let mut page = report.page(id);
            self.narrator.fill(&mut page, report)?;
            Ok(page)
        });
        Ok(Numbers::of(report, together(pages.collect())?))
    }

    /// Tells every text of the narrative for each of its pages, looks up its links, and holds its
    /// typed numbers against what the page and the methodology present.
    ///
    /// # Errors
    /// Calls that have no answer and links that lead nowhere, each once.
    pub fn check_texts(&self, report: &Report<'_>) -> Result<Diagnostics, Diagnostics> {
        Ok(self.told(report)?.warnings.clone())
    }

    /// The texts told, which is done once for whoever asks.
    ///
    /// # Errors
    /// Those of [`Loaded::check_texts`].
    pub(super) fn told(&self, report: &Report<'_>) -> Result<&Told, Diagnostics> {
        match self.told.get() {
            Some(told) => Ok(told),
            None => {
                let told = self.tell(report)?;
                Ok(self.told.get_or_init(|| told))
            }
        }
    }

    fn tell(&self, report: &Report<'_>) -> Result<Told, Diagnostics> {
        let texts = report.texts();
        let told = texts.par_iter().map(|(_, at, subject)| self.narrator.tell(*at, subject));
        together(told.collect())?;
        let numbers = self.numbers(report)?;
        let mut warnings = report.unused_files();
        warnings.extend(self.check_typed(report, &numbers)?);
        self.check_anchors(report, &numbers)?;
        Ok(Told { numbers, warnings })
    }

    fn check_typed(
        &self,
        report: &Report<'_>,
        numbers: &Numbers,
    ) -> Result<Diagnostics, Diagnostics> {
        let texts = report.texts();
        let typed = |at: &usize| self.narrator.has_typed(&self.narratives[*at], *at);
        let typed: Vec<bool> = (0..self.narratives.len()).map(|at| typed(&at)).collect();
        let method = report.page(&PageId::Methodology);
        let check = |(id, at): (&PageId, usize)| {
            let page = self.page(report, id, numbers)?;
            let pages = [&page, &method];
            let found = self.narrator.check_typed(&self.narratives[at], at, &pages);
            if found.is_empty() { Ok(()) } else { Err(found) }
        };
        let of_page = texts.par_iter().filter(|(_, at, _)| typed[*at]);
        let checked = of_page.map(|(id, at, _)| check((id, *at)));
        match together(checked.collect()) {
            Err(found) if found.has_errors() => Err(found),
            Err(found) => Ok(found),
            Ok(_) => Ok(Diagnostics::new()),
        }
    }

    /// Looks up the anchors that texts lead to on the pages that must have them.
    fn check_anchors(&self, report: &Report<'_>, numbers: &Numbers) -> Result<(), Diagnostics> {
        let texts = report.texts();
        let leading = texts.par_iter().filter(|(_, at, _)| self.has_links(*at));
        let wanted = leading.map(|(id, ..)| Ok(self.page(report, id, numbers)?.anchors()));
        let wanted: Vec<Wanted> = together(wanted.collect())?.into_iter().flatten().collect();
        let paths: BTreeSet<&str> = wanted.iter().map(|(path, ..)| path.as_str()).collect();
        let strings = self.strings();
        let anchors = paths.into_par_iter().filter_map(|path| Some((path, report.at(path)?)));
        let anchors = anchors.map(|(path, id)| {
            let page = self.page(report, id, numbers)?;
            Ok((path, render::anchors(&page, strings.clone())))
        });
        let anchors: BTreeMap<&str, BTreeSet<String>> =
            together(anchors.collect())?.into_iter().collect();
        let missing = |(path, anchor, place): &Wanted| {
            let there = anchors.get(path.as_str())?;
            if there.contains(anchor) || anchor.is_empty() {
                return None;
            }
            let known: Vec<&str> = there.iter().map(String::as_str).collect();
            let fault = Diagnostic::new(Code::UnknownAnchor).at(*place).with("value", anchor);
            Some(fault.with("other", path).near(anchor, &known))
        };
        let missing: Vec<Diagnostic> = wanted.iter().filter_map(missing).collect();
        let missing = missing.into_iter().map(|fault| Err(std::iter::once(fault).collect()));
        together(missing.collect::<Vec<Result<(), Diagnostics>>>()).map(|_| ())
    }

    /// True if a text may lead to an anchor.
    fn has_links(&self, narrative: usize) -> bool {
        let narrative = &self.narratives[narrative];
        // An address that is put together when the text is told is not among its links.
        let addresses = narrative.markdown.split("](").skip(1);
        let computed = |rest: &str| rest.split(')').next().is_some_and(|to| to.contains("{{"));
        narrative.links.iter().any(|link| link.address.contains('#'))
            || addresses.into_iter().any(computed)
    }
}

/// All results, or all their faults, the same one once.
fn together<T>(results: Vec<Result<T, Diagnostics>>) -> Result<Vec<T>, Diagnostics> {
    let results = results.into_iter().map(|result| result.map_err(BuildError::Faults)).collect();
    match gather(results) {
        Ok(all) => Ok(all),
        Err(BuildError::Faults(faults)) => Err(faults),
        // No page is written here.
        Err(BuildError::Output(_)) => Ok(Vec::new()),
    }
}
