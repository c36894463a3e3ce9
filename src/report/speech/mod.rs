//! What a sentence of the narrative may ask of the figures, and the answers in words.
//!
//! A call names a table, a row and a column: `percent("list_share", row="2023")`. Rows and columns
//! go by id or by title; where a table has only one, it need not be named. Answers are plain text:
//! who puts them into a page escapes them there.

mod cell;
mod names;
mod subject;

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::diag::{Code, Diagnostic};
use crate::edition::Published;
use crate::model::narrative::SpotKey;
use crate::model::tabulation::{Heading, HeadingRole, Tabulation};
use crate::text::Text;

pub use subject::{Fact, Subject};

/// A call that the narrative may make.
#[derive(Debug)]
pub struct CallSpec {
    /// Its name.
    pub name: &'static str,
    /// What may be said in its brackets; the first may be said without its name.
    pub args: &'static [&'static str],
    answer: fn(&Speech, &Call<'_>) -> Result<Answer, Diagnostic>,
}

/// What `table` and `figure` may say: a table that there is, or one declared on the spot.
const TABLE: &[&str] = &[
    "table",
    "rows",
    "columns",
    "where",
    "of",
    "measure",
    "percent_of",
    "title",
    "id",
    "decimals",
    "chart",
    "column",
];

/// The arguments that name a cell.
macro_rules! cell {
    ($($more:literal)*) => { &["table", "row", "column", $($more),*] };
}

/// Every call, by name.
pub const CALLS: &[CallSpec] = &[
    CallSpec { name: "base", args: cell!(), answer: Speech::base },
    CallSpec {
        name: "change",
        args: &["table", "row", "column", "from", "to", "unit", "gender", "decimals"],
        answer: Speech::change,
    },
    CallSpec { name: "count", args: cell!("one" "few" "many"), answer: Speech::count },
    CallSpec { name: "figure", args: TABLE, answer: Speech::figure_block },
    CallSpec {
        name: "from_to",
        args: &["table", "row", "column", "from", "to", "unit", "decimals"],
        answer: Speech::span,
    },
    CallSpec { name: "has", args: cell!(), answer: Speech::has },
    CallSpec { name: "largest", args: cell!("limit" "form"), answer: Speech::largest },
    CallSpec {
        name: "names",
        args: &["table", "column", "at_least", "at_most", "above", "below", "limit", "form"],
        answer: Speech::names,
    },
    CallSpec { name: "number", args: cell!("measure"), answer: Speech::number },
    CallSpec { name: "part", args: cell!(), answer: Speech::part },
    CallSpec { name: "percent", args: cell!("decimals"), answer: Speech::percent },
    CallSpec { name: "points", args: cell!("decimals"), answer: Speech::points },
    CallSpec { name: "quoted", args: &["text", "reason"], answer: Speech::quoted },
    CallSpec { name: "school_names", args: cell!("limit" "form"), answer: Speech::school_names },
    CallSpec { name: "schools", args: cell!("form"), answer: Speech::schools },
    CallSpec { name: "schools_part", args: cell!("form"), answer: Speech::schools_part },
    CallSpec {
        name: "schools_percent",
        args: cell!("form" "decimals"),
        answer: Speech::schools_percent,
    },
    CallSpec { name: "smallest", args: cell!("limit" "form"), answer: Speech::smallest },
    CallSpec { name: "table", args: TABLE, answer: Speech::table_block },
    CallSpec { name: "word", args: cell!("one" "few" "many"), answer: Speech::word },
];

/// The calls that say a figure; the others say names or words, make a choice, or show a table.
pub const FIGURES: [&str; 10] = [
    "base",
    "change",
    "count",
    "from_to",
    "part",
    "percent",
    "points",
    "schools",
    "schools_part",
    "schools_percent",
];

/// The call of a name.
pub fn call_spec(name: &str) -> Option<&'static CallSpec> {
    CALLS.iter().find(|call| call.name == name)
}

/// A value in the brackets of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArgValue {
    /// Words or an id.
    Text(String),
    /// A whole number.
    Whole(i64),
}

impl fmt::Display for ArgValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Whole(number) => number.fmt(f),
        }
    }
}

/// A call as made.
#[derive(Debug)]
pub struct Call<'a> {
    /// Which call.
    pub spec: &'static CallSpec,
    /// What stands in its brackets, by name.
    pub args: &'a [(String, ArgValue)],
    /// What the page is about.
    pub subject: &'a Subject,
}

/// The answer to a call.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Computed words to be put into the sentence.
    Words(String),
    /// A number to compare with.
    Number(f64),
    /// Whether something is so.
    Truth(bool),
    /// A table, to stand in place of its paragraph.
    Table(String),
    /// The chart of a table, to stand in place of its paragraph.
    Figure(String),
}

/// The figures of an edition, ready to answer. Shared by all threads that tell the narrative.
pub struct Speech {
    published: Arc<Published>,
    text: Arc<Text>,
    spots: BTreeMap<SpotKey, String>,
}

impl Speech {
    /// Speaks of what is published. Tables that texts declare go by what they say.
    pub fn new(
        published: Arc<Published>,
        text: Arc<Text>,
        spots: BTreeMap<SpotKey, String>,
    ) -> Self {
        Self { published, text, spots }
    }

    /// Answers a call.
    ///
    /// # Errors
    /// A fault without a place: an argument that the call has not, a table, row or column that is
    /// not there, a cell without a figure.
    pub fn answer(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let known = call.spec.args;
        match call.args.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            Some((name, _)) => {
                Err(fault(Code::UnknownArgument, name, known).with("other", call.spec.name))
            }
            None => match (call.spec.answer)(self, call)
                .map_err(|fault| self.or_withheld(call, fault))
            {
                // A sentence may stand without its figure; a choice or a list of names may not.
                Err(fault) if fault.code == Code::WithheldFigure => match call.spec.name {
                    "word" => Ok(Answer::Words(call.text("many")?.unwrap_or_default().to_owned())),
                    name if FIGURES.contains(&name) => {
                        Ok(Answer::Words(self.text.get("speech-withheld")))
                    }
                    _ => Err(fault),
                },
                answered => answered,
            },
        }
    }

    /// Words of a source, kept as they are; the reason is for whoever reads the text next.
    fn quoted(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let text = call.text("text")?.ok_or_else(|| call.needs("text"))?;
        let reason = call.text("reason")?.filter(|reason| !reason.trim().is_empty());
        reason.ok_or_else(|| call.needs("reason"))?;
        Ok(Answer::Words(text.to_owned()))
    }

    fn of_table(&self, call: &Call<'_>) -> Result<&Tabulation, Diagnostic> {
        let id = call.text("table")?.ok_or_else(|| call.needs("table"))?;
        self.published.table(id).ok_or_else(|| match self.is_withheld(id) {
            true => cell::withheld(call, id),
            false => self.unknown_table(id),
        })
    }

    /// The id of the table that `table` or `figure` is about; `None` if an absent table of the data
    /// has taken it away.
    fn block(&self, call: &Call<'_>) -> Result<Option<String>, Diagnostic> {
        let id = if call.arg("rows").is_some() {
            let said = call.args.iter().map(|(name, value)| (name.clone(), value.to_string()));
            self.spots.get(&said.collect::<SpotKey>()).map(String::as_str)
        } else {
            Some(call.text("table")?.ok_or_else(|| call.needs("table"))?)
        };
        let Some(id) = id else { return Ok(None) };
        let there = self.published.listing(id).is_some() || self.published.table(id).is_some();
        match there {
            true => Ok(Some(id.to_owned())),
            false if self.is_declared(id) => Ok(None),
            false => Err(self.unknown_table(id)),
        }
    }

    /// A line that the methodology declares and the edition has taken away is no slip of the author.
    fn or_withheld(&self, call: &Call<'_>, fault: Diagnostic) -> Diagnostic {
        let named = |word: &str| fault.args.iter().find(|(name, _)| *name == word);
        let (Some((_, table)), Some((_, line))) = (named("table"), named("value")) else {
            return fault;
        };
        let specs = &self.published.method().tables;
        let spec = specs.iter().filter(|spec| spec.id.value == *table);
        let mut lines = spec.flat_map(|spec| spec.rows.iter().chain(&spec.columns));
        let edition = self.published.edition();
        let taken = fault.code == Code::NoSuchLine
            && !edition.withhold.is_empty()
            && lines.any(|entry| entry.id() == Some(line.as_str()));
        if taken { cell::withheld(call, table) } else { fault }
    }

    /// True if the edition may have taken a declared table away.
    fn is_withheld(&self, id: &str) -> bool {
        !self.published.edition().is_whole() && self.is_declared(id)
    }

    /// True if somebody asks for a table of this id, whether or not the data has it.
    fn is_declared(&self, id: &str) -> bool {
        let method = self.published.method();
        let tables = method.tables.iter().map(|spec| &spec.id.value);
        tables.chain(method.listings.iter().map(|spec| &spec.id.value)).any(|known| known == id)
    }

    /// The column that a call names.
    fn column(&self, call: &Call<'_>, table: &Tabulation) -> Result<usize, Diagnostic> {
        call.line_of("column", &table.columns, table)
    }

    /// The row that a call names; `largest` and `smallest` name the row with that share.
    fn row(&self, call: &Call<'_>, table: &Tabulation, column: usize) -> Result<usize, Diagnostic> {
        let further = match call.text("row").ok().flatten() {
            Some("largest") => Some(Ordering::Greater),
            Some("smallest") => Some(Ordering::Less),
            _ => None,
        };
        let found = further.map(|further| names::extremes(table, column, further));
        match found.as_deref() {
            Some([first, ..]) => Ok(*first),
            _ => call.line_of("row", &table.rows, table),
        }
    }

    fn unknown_table(&self, id: &str) -> Diagnostic {
        let tables = self.published.tables().iter().map(|t| t.id.as_str());
        let ids: Vec<&str> = tables.collect();
        fault(Code::UnknownTable, id, &ids)
    }

    fn table_block(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        Ok(self.block(call)?.map_or(Answer::Words(String::new()), Answer::Table))
    }

    fn figure_block(&self, call: &Call<'_>) -> Result<Answer, Diagnostic> {
        let Some(id) = self.block(call)? else { return Ok(Answer::Words(String::new())) };
        let specs = &self.published.method().tables;
        let drawn = |id: &str| specs.iter().any(|s| s.id.value == id && s.figure.is_some());
        if drawn(&id) {
            return Ok(Answer::Figure(id));
        }
        let known: Vec<&str> =
            specs.iter().filter(|s| s.figure.is_some()).map(|s| s.id.value.as_str()).collect();
        Err(fault(Code::NoFigure, &id, &known))
    }
}

impl<'a> Call<'a> {
    /// An argument that is words; numbers are read as words too, for years need no quotes.
    fn text(&self, name: &str) -> Result<Option<&'a str>, Diagnostic> {
        match self.arg(name) {
            Some(ArgValue::Text(text)) => Ok(Some(text)),
            Some(ArgValue::Whole(_)) => Err(self.bad(name)),
            None => Ok(None),
        }
    }

    fn whole(&self, name: &str) -> Result<Option<i64>, Diagnostic> {
        match self.arg(name) {
            Some(ArgValue::Whole(number)) => Ok(Some(*number)),
            Some(ArgValue::Text(_)) => Err(self.bad(name)),
            None => Ok(None),
        }
    }

    fn arg(&self, name: &str) -> Option<&'a ArgValue> {
        self.args.iter().find(|(given, _)| given == name).map(|(_, value)| value)
    }

    fn needs(&self, name: &str) -> Diagnostic {
        Diagnostic::new(Code::MissingArgument).with("value", name).with("other", self.spec.name)
    }

    fn bad(&self, name: &str) -> Diagnostic {
        Diagnostic::new(Code::BadArgument).with("value", name).with("other", self.spec.name)
    }

    /// One of the words that an argument may be.
    fn one_of(&self, name: &str, known: &[&'static str]) -> Result<&'static str, Diagnostic> {
        let Some(given) = self.text(name)? else { return Ok(known.first().copied().unwrap_or("")) };
        let found = known.iter().find(|k| **k == given);
        found.copied().ok_or_else(|| fault(Code::BadWord, given, known).with("column", name))
    }

    /// True if the row or the column that it names is what the page is about.
    fn is_this(&self) -> bool {
        let this = |name| matches!(self.arg(name), Some(ArgValue::Text(text)) if text == "this");
        this("row") || this("column")
    }

    /// The row or column that an argument names, by id, by title, or as `this`: what the page is
    /// about. Of a single one nothing need be said.
    fn line_of(
        &self,
        name: &'static str,
        lines: &[Heading],
        table: &Tabulation,
    ) -> Result<usize, Diagnostic> {
        let wanted = match self.arg(name) {
            Some(value) => value.to_string(),
            None if lines.len() == 1 => return Ok(0),
            None => return Err(self.needs(name).with("known", titles(lines))),
        };
        let id = match (wanted.as_str(), self.subject.id()) {
            ("this", Some(id)) => id,
            _ => wanted.as_str(),
        };
        let total = |h: &Heading| id == "total" && h.role == HeadingRole::Total;
        let by_id = lines.iter().position(|h| h.id.as_str() == id || total(h));
        let same = |h: &Heading| h.title.to_lowercase() == id.to_lowercase();
        by_id.or_else(|| lines.iter().position(same)).ok_or_else(|| {
            let ids: Vec<&str> = lines.iter().map(|h| h.id.as_str()).collect();
            fault(Code::NoSuchLine, &wanted, &ids).with("table", table.id.as_str())
        })
    }
}

fn titles(lines: &[Heading]) -> String {
    lines.iter().map(|h| h.id.as_str()).collect::<Vec<_>>().join(", ")
}

/// A name that is not there, with the nearest that is; the caller knows the place.
fn fault(code: Code, wrong: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::new(code).with("value", wrong).near(wrong, known)
}
