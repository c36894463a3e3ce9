//! «Таблица 1», «Рисунок 2»: the numbers of tables and figures, and how texts refer to them.

use std::collections::BTreeMap;

use super::view::{Block, Figure, Page, PageKind, Prose};
use super::{Report, count};
use crate::diag::{Code, Diagnostic};
use crate::markdown::{Captioned, Thing, survey};

/// What is numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// Tables, and matrices of texts.
    Table,
    /// Charts, strips and pictures.
    Figure,
}

/// The numbers of one page by anchor. A chart is known by the anchor of its table, too.
#[derive(Clone, Debug, Default)]
pub struct Labels(BTreeMap<(Kind, String), (String, u32)>);

/// The numbers of a site where they run through all its pages; of none where each begins anew.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    /// How many tables and figures stand before each page.
    before: BTreeMap<String, Counts>,
    labels: BTreeMap<String, Labels>,
}

/// How many tables and figures there are.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    tables: u32,
    figures: u32,
}

impl Numbers {
    /// The numbers of pages in their order.
    pub fn of(report: &Report<'_>, pages: Vec<Page>) -> Self {
        let mut numbers = Self::default();
        let mut counts = Counts::default();
        for mut page in pages {
            let mut counter = Counter { report, counts, labels: Labels::default() };
            counter.page(&mut page);
            numbers.before.insert(page.path.clone(), counts);
            counts = counter.counts;
            numbers.labels.insert(page.path, counter.labels);
        }
        numbers
    }

    /// The numbers of another page.
    pub(super) fn of_page(&self, path: &str) -> Option<&Labels> {
        self.labels.get(path)
    }
}

impl Report<'_> {
    /// Gives tables and figures their numbers.
    pub(super) fn number(&self, page: &mut Page, numbers: &Numbers) -> Labels {
        let counts = numbers.before.get(&page.path).copied().unwrap_or_default();
        let mut counter = Counter { report: self, counts, labels: Labels::default() };
        counter.page(page);
        counter.labels
    }

    /// What the words of a link mean by number: `None` if they are words of their own, `Some(None)`
    /// if there are none.
    pub(super) fn number_word(&self, words: &str) -> Option<Option<Kind>> {
        if words.is_empty() {
            return Some(None);
        }
        let words = words.to_lowercase();
        let kinds =
            [("reference-table", Kind::Table), ("reference-figure", Kind::Figure)].into_iter();
        let mut meant = kinds.filter(|(key, _)| self.get(key).split(' ').any(|form| form == words));
        meant.next().map(|(_, kind)| Some(kind))
    }

    /// Where a link to an anchor leads, and what stands after its words: the number after «таблице»,
    /// «рисунком», the whole of «таблица 1» after none.
    pub(super) fn numbered(
        &self,
        anchor: &str,
        words: &str,
        labels: &Labels,
        address: &str,
    ) -> Result<(String, String), Diagnostic> {
        let plain = || (anchor.to_owned(), String::new());
        let find = |kind| labels.0.get(&(kind, anchor.to_owned()));
        match self.number_word(words) {
            None => Ok(plain()),
            Some(Some(kind)) => match find(kind) {
                Some((anchor, n)) => Ok((anchor.clone(), format!("\u{a0}{n}"))),
                None if kind == Kind::Figure && find(Kind::Table).is_some() => {
                    Err(Diagnostic::new(Code::NoFigure).with("value", anchor))
                }
                None => Ok(plain()),
            },
            Some(None) => {
                let found =
                    [Kind::Table, Kind::Figure].into_iter().find_map(|k| Some((k, find(k)?)));
                let Some((kind, (anchor, n))) = found else {
                    return Err(Diagnostic::new(Code::BareLink).with("value", address));
                };
                let key = match kind {
                    Kind::Table => "reference-to-table",
                    Kind::Figure => "reference-to-figure",
                };
                Ok((anchor.clone(), self.say(key, &[("n", (*n).into())])))
            }
        }
    }
}

/// Counts the tables and figures of a page from top to bottom.
struct Counter<'r, 'a> {
    report: &'r Report<'a>,
    counts: Counts,
    labels: Labels,
}

impl Counter<'_, '_> {
    fn page(&mut self, page: &mut Page) {
        // Lists of files to download are no tables of the report.
        if page.kind == PageKind::Data {
            return;
        }
        let blocks = page.sections.iter_mut().flat_map(|section| &mut section.blocks);
        blocks.for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &mut Block) {
        match block {
            // Shown as a list.
            Block::Table(table) if table.columns.is_empty() => {}
            Block::Table(table) => table.number = Some(self.next(Kind::Table, &table.id)),
            Block::Frame(frame) => frame.number = Some(self.next(Kind::Table, &frame.id)),
            Block::Figure(figure) => self.figure(figure),
            Block::Multiples { figures, .. } => figures.iter_mut().for_each(|f| self.figure(f)),
            // One is seen at a time, so all are one figure.
            Block::Choice { figures, .. } => {
                let anchor = figures.first().map(|figure| figure.id.clone()).unwrap_or_default();
                let number = self.next(Kind::Figure, &anchor);
                figures.iter_mut().for_each(|figure| figure.number = Some(number.clone()));
            }
            Block::Strip(strip) => strip.number = Some(self.next(Kind::Figure, "")),
            Block::Prose(prose) => self.prose(prose),
            Block::Text { .. }
            | Block::Terms { .. }
            | Block::Entries { .. }
            | Block::Links { .. } => {}
        }
    }

    fn figure(&mut self, figure: &mut Figure) {
        figure.number = Some(self.next(Kind::Figure, &figure.id));
        if let Some(table) = &figure.table {
            let label = (figure.id.clone(), self.counts.figures);
            self.labels.0.entry((Kind::Figure, table.clone())).or_insert(label);
        }
    }

    fn prose(&mut self, prose: &mut Prose) {
        let has_captions = prose.markdown.contains(['|', '!']);
        if prose.inserts.is_empty() && !has_captions {
            return;
        }
        let mut inserts = prose.inserts.iter_mut().peekable();
        for thing in survey(&prose.markdown).things {
            match thing {
                Thing::Captioned(Captioned::Table(caption)) => {
                    prose.numbers.push(self.next(Kind::Table, &caption.id()));
                }
                Thing::Captioned(Captioned::Picture(caption)) => {
                    prose.numbers.push(self.next(Kind::Figure, &caption.id()));
                }
                Thing::Paragraph(words) => {
                    if let Some((_, block)) = inserts.next_if(|(mark, _)| *mark == words) {
                        self.block(block);
                    }
                }
            }
        }
    }

    /// The next number of a kind, as it stands before a caption.
    fn next(&mut self, kind: Kind, anchor: &str) -> String {
        let (key, n) = match kind {
            Kind::Table => ("caption-table", &mut self.counts.tables),
            Kind::Figure => ("caption-figure", &mut self.counts.figures),
        };
        *n += 1;
        let n = *n;
        if !anchor.is_empty() {
            let label = (anchor.to_owned(), n);
            self.labels.0.entry((kind, anchor.to_owned())).or_insert(label);
        }
        self.report.say(key, &[("n", count(n as usize))])
    }
}
