//! Links to pages that the edition has not: the words stay, the link goes.

use super::super::Report;
use super::super::view::{Block, Chart, Label, Link, Page, Table};

/// Leaves a page no link to a page that the edition leaves out.
pub(super) fn only(report: &Report<'_>, page: &mut Page) {
    if report.published.edition().pages.is_none() && report.published.shows_schools() {
        return;
    }
    let keeper = Keeper { report };
    page.crumbs.retain(|link| keeper.has(&link.to));
    page.basis.retain(|link| keeper.has(&link.to));
    for link in [&mut page.previous, &mut page.next] {
        keeper.keep_link(link);
    }
    for fact in &mut page.facts {
        keeper.keep(&mut fact.link);
        fact.members.iter_mut().for_each(|member| keeper.label(member));
    }
    for section in &mut page.sections {
        section.blocks.iter_mut().for_each(|block| keeper.block(block));
        section.blocks.retain(|block| keeper.leads_somewhere(block));
    }
    page.sections.retain(|section| !section.blocks.is_empty() || !section.lead.is_empty());
}

struct Keeper<'a, 'r> {
    report: &'a Report<'r>,
}

impl Keeper<'_, '_> {
    /// True for a page of the edition and for what is no page.
    fn has(&self, to: &str) -> bool {
        let path = to.split(['#', '?']).next().unwrap_or_default();
        !path.ends_with(".html") || self.report.paths.contains_key(path)
    }

    fn keep(&self, to: &mut Option<String>) {
        if to.as_ref().is_some_and(|to| !self.has(to)) {
            *to = None;
        }
    }

    fn keep_link(&self, link: &mut Option<Link>) {
        if link.as_ref().is_some_and(|link| !self.has(&link.to)) {
            *link = None;
        }
    }

    fn label(&self, label: &mut Label) {
        self.keep(&mut label.link);
    }

    fn block(&self, block: &mut Block) {
        match block {
            Block::Table(table) => self.table(table),
            Block::Terms { terms } => {
                let values = terms.iter_mut().flat_map(|term| &mut term.values);
                values.for_each(|label| self.label(label));
            }
            Block::Links { links } => links.retain(|link| self.has(&link.to)),
            // Texts are connected later; entries and frames lead to documents, within one page.
            Block::Prose(_) | Block::Text { .. } | Block::Strip(_) => {}
            Block::Figure(_) | Block::Multiples { .. } | Block::Choice { .. } => {}
            Block::Entries { .. } | Block::Frame(_) => {}
        }
    }

    /// False for a map whose tiles would lead nowhere: it is a menu more than a chart.
    fn leads_somewhere(&self, block: &Block) -> bool {
        let figures = match block {
            Block::Figure(figure) => std::slice::from_ref(figure),
            Block::Choice { figures, .. } => figures.as_slice(),
            _ => return true,
        };
        let tiles = figures.iter().flat_map(|figure| match &figure.chart {
            Chart::Tiles { tiles, .. } | Chart::Areas { tiles, .. } => tiles.as_slice(),
            _ => &[],
        });
        { tiles }.all(|tile| self.has(&tile.link))
    }

    fn table(&self, table: &mut Table) {
        self.keep(&mut table.page);
        self.keep_link(&mut table.basis);
        for row in &mut table.rows {
            self.label(&mut row.title);
            row.cells.iter_mut().for_each(|cell| self.keep(&mut cell.link));
        }
    }
}
