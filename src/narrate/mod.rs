//! Narrative with its figures: the calls of a text are answered, its passages chosen.
//!
//! Tera does the reading of expressions; `scan` first refuses everything of it that is neither a
//! figure nor a choice. A text is told for a subject, so one text serves every municipality.

mod answer;
mod scan;
mod spot;
mod typed;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use tera::{Context, ErrorKind, Map, Tera, Value};

use self::answer::{Faults, escape};
use self::scan::Scanned;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::forms::Case;
use crate::model::narrative::{LONGEST_TEXT, Narrative, SpotTable};
use crate::report::Report;
use crate::report::speech::{ArgValue, CALLS, Speech, Subject};
use crate::report::view::{Block, Page};

pub use self::answer::Insert;

/// As many faults of one text as are looked for: each costs another reading.
const MOST_FAULTS: usize = 50;

/// As many tables as the texts of a site may declare where they stand.
const MOST_TABLES: usize = 100;

/// How many figures the texts of a site say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Computed by calls.
    pub computed: usize,
    /// Typed, and held against the data.
    pub typed: usize,
    /// Typed in texts that say whose numbers they are.
    pub quoted: usize,
}

/// A text told for its page.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Markdown with [`Insert`]s in place of tables and charts.
    pub markdown: String,
}

/// The texts of a site with their tags read, before anything is computed.
#[derive(Default)]
pub struct Texts {
    scanned: Vec<Scanned>,
    sources: Vec<(Place, usize)>,
    tables: Vec<SpotTable>,
}

impl Texts {
    /// Reads the tags of every text.
    ///
    /// # Errors
    /// Tags that no text may have, calls that there are not, more declared tables than a site may
    /// have; beside what could be read.
    pub fn read(narratives: &[Narrative], faults: &mut Diagnostics) -> Self {
        let mut texts = Self::default();
        for narrative in narratives {
            let at = texts.scanned.len();
            texts.sources.push((narrative.place, narrative.body));
            let scanned = scan::scan(&narrative.markdown).unwrap_or_else(|found| {
                let found = found.into_iter();
                found.for_each(|(span, fault)| faults.push(fault.at(texts.place(at, span))));
                Scanned::default()
            });
            for spot in &scanned.spots {
                let words = |span: &Range<usize>| narrative.markdown[span.clone()].to_owned();
                let arg = |(name, value): &spot::Arg| {
                    (words(name), (words(value), texts.place(at, value.clone())))
                };
                let args = spot.args.iter().map(arg).collect();
                let place = texts.place(at, spot.call.clone());
                texts.tables.push(SpotTable { args, place });
            }
            texts.scanned.push(scanned);
        }
        let mut declared = BTreeSet::new();
        let beyond = texts.tables.iter().find(|spot| {
            declared.insert(spot.key());
            declared.len() > MOST_TABLES
        });
        if let Some(spot) = beyond {
            faults
                .push(Diagnostic::new(Code::ManyTables).at(spot.place).with("value", MOST_TABLES));
        }
        texts
    }

    /// The tables that the texts declare where they stand.
    pub fn tables(&self) -> &[SpotTable] {
        &self.tables
    }

    fn place(&self, narrative: usize, span: Range<usize>) -> Place {
        let (place, body) = self.sources[narrative];
        Place::span(place.source, span.start + body..span.end + body)
    }
}

/// Tells the narratives of one site; many threads may use it at once.
pub struct Narrator {
    tera: Tera,
    speech: Arc<Speech>,
    texts: Texts,
    faults: Faults,
}

impl Narrator {
    /// Makes the texts ready to be told.
    ///
    /// # Errors
    /// Expressions that cannot be read.
    pub fn new(texts: Texts, speech: Arc<Speech>) -> Result<Self, Diagnostics> {
        let mut tera = Tera::default();
        tera.autoescape_on(vec![".md"]);
        tera.set_escape_fn(escape);
        let faults = Faults::default();
        for spec in CALLS {
            tera.register_function(spec.name, answer::function(spec, &speech, &faults));
        }
        let mut narrator = Self { tera, speech, texts, faults };
        let mut found = Diagnostics::new();
        for at in 0..narrator.texts.scanned.len() {
            let text = &narrator.texts.scanned[at].text;
            if let Err(error) = narrator.tera.add_raw_template(&name(at), text) {
                found.push(narrator.fault(at, &error, &Subject::Region).0);
            }
        }
        if found.is_empty() { Ok(narrator) } else { Err(found) }
    }

    /// Tells a narrative, by its order, for a subject.
    ///
    /// # Errors
    /// Calls that have no answer, each with its place.
    pub fn tell(&self, narrative: usize, subject: &Subject) -> Result<Told, Diagnostics> {
        let mut context = Context::new();
        context.insert_value("this", self.this(subject));
        context.insert_value(answer::SUBJECT, answer::subject_value(subject));
        let mut result = self.tera.render(&name(narrative), &context);
        let mut faults = Diagnostics::new();
        let mut text = None;
        while let Err(error) = &result {
            let (fault, span) = self.fault(narrative, error, subject);
            faults.push(fault);
            // What could not be said is left out, so that the next fault is found as well.
            let text = text.get_or_insert_with(|| self.texts.scanned[narrative].text.clone());
            if faults.len() >= MOST_FAULTS || !span.is_some_and(|span| leave_out(text, span)) {
                break;
            }
            result = self.tera.render_str(text, &context, true);
        }
        match result {
            Ok(markdown) if markdown.len() > LONGEST_TEXT => {
                let fault = Diagnostic::new(Code::LongText).with("value", LONGEST_TEXT);
                faults.push(fault.at(self.texts.sources[narrative].0));
                Err(faults)
            }
            Ok(markdown) if faults.is_empty() => Ok(Told { markdown }),
            _ => Err(faults),
        }
    }

    /// Answers the calls of the texts on a page, and puts their tables and charts beside them.
    /// Sections that have nothing to say for this page are left out.
    ///
    /// # Errors
    /// Calls that have no answer, each with its place.
    pub fn fill(&self, page: &mut Page, report: &Report<'_>) -> Result<(), Diagnostics> {
        let mut faults = Diagnostics::new();
        let blocks = page.sections.iter_mut().flat_map(|section| &mut section.blocks);
        for block in blocks {
            let Block::Prose(prose) = block else { continue };
            let Some((narrative, subject)) = prose.source.clone() else { continue };
            match self.tell(narrative, &subject) {
                Ok(told) => {
                    let inserts = Insert::all(&told.markdown).into_iter();
                    let block = |insert: Insert| {
                        let block = match &insert {
                            Insert::Table(id) => report.table(id).map(Block::Table),
                            Insert::Figure(id) => report.figure_of(id).map(Block::Figure),
                        };
                        Some((insert.mark(), block?))
                    };
                    prose.inserts = inserts.filter_map(block).collect();
                    prose.markdown = told.markdown;
                }
                Err(found) => faults.extend(found),
            }
        }
        if faults.has_errors() {
            return Err(faults);
        }
        for section in &mut page.sections {
            section.blocks.retain(|block| !matches!(block, Block::Prose(p) if block.is_empty() && p.inserts.is_empty()));
        }
        page.sections.retain(|section| !section.blocks.is_empty() || !section.lead.is_empty());
        Ok(())
    }

    /// How many figures the texts say, and how.
    pub fn figures(&self, narratives: &[Narrative]) -> Figures {
        let mut all = Figures::default();
        for (narrative, scanned) in narratives.iter().zip(&self.texts.scanned) {
            let typed = typed::count(&narrative.markdown, &scanned.tags);
            all.computed += scanned.figures;
            match narrative.quoted {
                Some(_) => all.quoted += typed,
                None => all.typed += typed,
            }
        }
        all
    }

    /// True if the check of typed numbers has anything to look at in a narrative.
    pub fn has_typed(&self, narrative: &Narrative, at: usize) -> bool {
        narrative.quoted.is_none() && typed::any(&narrative.markdown, &self.texts.scanned[at].tags)
    }

    /// Holds the typed numbers of a narrative against what its pages present.
    pub fn check_typed(&self, narrative: &Narrative, at: usize, pages: &[&Page]) -> Diagnostics {
        let found = typed::check(&narrative.markdown, &self.texts.scanned[at].tags, pages);
        found.into_iter().map(|(span, fault)| fault.at(self.texts.place(at, span))).collect()
    }

    fn this(&self, subject: &Subject) -> Value {
        let mut map = Map::new();
        for fact in self.speech.facts(subject) {
            let value = match fact.value {
                ArgValue::Text(text) => Value::normal_string(&text),
                ArgValue::Whole(number) => Value::from(number),
            };
            map.insert(fact.name.into(), value);
        }
        Value::from(map)
    }

    /// A fault of Tera as one of the narrative, and its bytes in the scanned text.
    fn fault(
        &self,
        narrative: usize,
        error: &tera::Error,
        subject: &Subject,
    ) -> (Diagnostic, Option<Range<usize>>) {
        let text = self.texts.scanned.get(narrative).map_or("", |text| text.text.as_str());
        let (span, message) = match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                (Some(report.span().range.clone()), report.message().to_owned())
            }
            _ => (None, error.to_string()),
        };
        let said = span.clone().and_then(|span| text.get(span)).unwrap_or_default();
        let fault = match answer::fault_of(&message, &self.faults) {
            Some(fault) => fault,
            None if is_fact(text, span.as_ref()) => {
                let facts = self.speech.facts(subject);
                let named = facts.iter().find(|fact| fact.name == "name");
                if let (Some(case), Some(name), Some(registry)) =
                    (Case::of_column(said), named, subject.registry())
                {
                    let fault = Diagnostic::new(Code::NoForm).with("value", &name.value);
                    let fault = fault.with("column", case.column()).with("table", registry);
                    return self.placed(narrative, fault, span);
                }
                let known: BTreeSet<&str> = facts.iter().map(|f| f.name.as_str()).collect();
                let known: Vec<&str> = known.into_iter().collect();
                Diagnostic::new(Code::UnknownFact).with("value", said).near(said, &known)
            }
            None => {
                let reason = message.trim_end_matches(['.', ',']);
                Diagnostic::new(Code::BadCall).with("reason", reason)
            }
        };
        self.placed(narrative, fault, span)
    }

    /// A fault at the bytes of the scanned text, and these.
    fn placed(
        &self,
        narrative: usize,
        fault: Diagnostic,
        span: Option<Range<usize>>,
    ) -> (Diagnostic, Option<Range<usize>>) {
        let place = span.clone().map(|span| {
            let origin = |at| self.texts.scanned.get(narrative).map_or(at, |text| text.origin(at));
            self.texts.place(narrative, origin(span.start)..origin(span.end))
        });
        (fault.at(place.unwrap_or(self.texts.sources[narrative].0)), span)
    }
}

fn name(narrative: usize) -> String {
    format!("{narrative}.md")
}

/// True if the bytes stand after `this.`.
fn is_fact(text: &str, span: Option<&Range<usize>>) -> bool {
    let before = span.and_then(|span| text.get(..span.start));
    before.is_some_and(|before| before.trim_end().ends_with("this."))
}

/// Blanks the figure that the bytes belong to; false if they belong to a choice.
fn leave_out(text: &mut String, span: Range<usize>) -> bool {
    let open = text.get(..span.start).and_then(|before| before.rfind("{{").max(before.rfind("{%")));
    let Some(open) = open.filter(|open| text[*open..].starts_with("{{")) else { return false };
    let Some(close) = text[span.end..].find("}}").map(|at| span.end + at + 2) else { return false };
    text.replace_range(open..close, &" ".repeat(close - open));
    true
}
