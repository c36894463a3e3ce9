//! Between Tera and the figures: calls as functions, answers as Markdown.

use std::fmt::Write as _;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use tera::{Error, Function, Kwargs, Map, State, TeraResult, Value};

use crate::diag::{Code, Diagnostic};
use crate::model::ids::{GroupId, ListIx, MunicipalityIx, ProcedureIx, SchoolIx};
use crate::report::speech::{Answer, ArgValue, Call, CallSpec, Speech, Subject};

/// The name under which a call finds what its page is about.
pub(super) const SUBJECT: &str = "_subject";

/// Marks of the private use area: no data may bring them in.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';
const FAULT: char = '\u{e002}';

/// Faults of calls, for Tera carries nothing but words.
pub(super) type Faults = Arc<Mutex<Vec<Diagnostic>>>;

/// A table or a chart that stands in a text as a paragraph of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Insert {
    /// A table, by id.
    Table(String),
    /// The chart of a table, by the table's id.
    Figure(String),
}

impl Insert {
    /// What stands for it in the Markdown.
    pub fn mark(&self) -> String {
        match self {
            Self::Table(id) => format!("{OPEN}table {id}{CLOSE}"),
            Self::Figure(id) => format!("{OPEN}figure {id}{CLOSE}"),
        }
    }

    /// The inserts of a Markdown text, in order.
    pub fn all(markdown: &str) -> Vec<Self> {
        markdown
            .split(OPEN)
            .skip(1)
            .filter_map(|rest| Self::read(rest.split(CLOSE).next()?))
            .collect()
    }

    fn read(words: &str) -> Option<Self> {
        match words.split_once(' ')? {
            ("table", id) => Some(Self::Table(id.to_owned())),
            ("figure", id) => Some(Self::Figure(id.to_owned())),
            _ => None,
        }
    }
}

/// A call as a function of Tera.
pub(super) fn function(
    spec: &'static CallSpec,
    speech: &Arc<Speech>,
    faults: &Faults,
) -> impl Function<TeraResult<Value>> {
    let (speech, faults) = (Arc::clone(speech), Arc::clone(faults));
    move |given: Kwargs, state: &State<'_>| {
        let answered = args(spec, &given).and_then(|args| {
            let subject = state.get::<Value>(SUBJECT).ok().flatten();
            let subject = subject.as_ref().map_or(Subject::Region, subject_of);
            speech.answer(&Call { spec, args: &args, subject: &subject })
        });
        match answered {
            Ok(Answer::Words(words)) => Ok(Value::safe_string(&escaped(&words))),
            Ok(Answer::Number(number)) => Ok(Value::from(number)),
            Ok(Answer::Truth(truth)) => Ok(Value::from(truth)),
            Ok(Answer::Table(id)) => Ok(Value::safe_string(&Insert::Table(id).mark())),
            Ok(Answer::Figure(id)) => Ok(Value::safe_string(&Insert::Figure(id).mark())),
            Err(fault) => {
                let mut faults = faults.lock().unwrap_or_else(PoisonError::into_inner);
                faults.push(fault);
                Err(Error::message(format!("{FAULT}{}", faults.len() - 1)))
            }
        }
    }
}

/// The fault that the words of an error stand for.
pub(super) fn fault_of(message: &str, faults: &Faults) -> Option<Diagnostic> {
    let at: usize = message.strip_prefix(FAULT)?.parse().ok()?;
    faults.lock().unwrap_or_else(PoisonError::into_inner).get(at).cloned()
}

/// What stands in the brackets, in the order of names.
fn args(spec: &CallSpec, given: &Kwargs) -> Result<Vec<(String, ArgValue)>, Diagnostic> {
    let mut args = Vec::new();
    for (key, value) in given.iter() {
        let name = key.to_string();
        let value = match (value.as_str(), value.as_i128().and_then(|n| i64::try_from(n).ok())) {
            (Some(text), _) => ArgValue::Text(text.to_owned()),
            (None, Some(number)) => ArgValue::Whole(number),
            (None, None) => {
                let fault = Diagnostic::new(Code::BadArgument).with("value", &name);
                return Err(fault.with("other", spec.name));
            }
        };
        args.push((name, value));
    }
    args.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(args)
}

/// A subject as Tera can carry it.
pub(super) fn subject_value(subject: &Subject) -> Value {
    let (kind, at, id) = match subject {
        Subject::Region => ("region", 0, ""),
        Subject::Other { id, .. } => ("other", 0, id.as_str()),
        Subject::Municipality(ix, id) => ("municipality", ix.0.into(), id.as_str()),
        Subject::School(ix, id) => ("school", ix.0.into(), id.as_str()),
        Subject::Group(id) => ("group", 0, id.as_str()),
        Subject::Procedure(ix, id) => ("procedure", i64::from(ix.0), id.as_str()),
        Subject::Risk(at, id) => ("risk", i64::from(*at), id.as_str()),
        Subject::List(ix, id) => ("list", i64::from(ix.0), id.as_str()),
    };
    let mut map = Map::new();
    map.insert("kind".into(), Value::normal_string(kind));
    map.insert("at".into(), Value::from(at));
    map.insert("id".into(), Value::normal_string(id));
    Value::from(map)
}

fn subject_of(value: &Value) -> Subject {
    let id = value.get_from_path("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let at = value.get_from_path("at").and_then(Value::as_u64).unwrap_or_default();
    let at = u32::try_from(at).unwrap_or_default();
    match value.get_from_path("kind").and_then(Value::as_str) {
        Some("municipality") => Subject::Municipality(MunicipalityIx(at), id),
        Some("school") => Subject::School(SchoolIx(at), id),
        Some("group") => Subject::Group(GroupId::new(id)),
        Some("procedure") => {
            Subject::Procedure(ProcedureIx(u16::try_from(at).unwrap_or_default()), id)
        }
        Some("risk") => Subject::Risk(at, id),
        Some("list") => Subject::List(ListIx(u16::try_from(at).unwrap_or_default()), id),
        Some("other") => Subject::Other { id, name: String::new() },
        _ => Subject::Region,
    }
}

/// Words as Markdown that reads as the words: nothing in them is markup, a link or HTML.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            OPEN | CLOSE | FAULT => {}
            '\n' | '\r' => out.push(' '),
            _ if c.is_ascii_punctuation() => {
                let _ = write!(out, "\\{c}");
            }
            c => out.push(c),
        }
    }
    out
}

/// What Tera does to the values of `this`.
pub(super) fn escape(words: &str, out: &mut dyn io::Write) -> io::Result<()> {
    out.write_all(escaped(words).as_bytes())
}
