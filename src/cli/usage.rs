//! Wrong usage, in the words of the catalogues rather than in clap's English.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::text::{Arg, Text};

/// What is wrong with a command line; `None` for what is no fault (help, version) and for the rare
/// kinds that only clap can word.
pub fn problem(error: &Error, text: &Text) -> Option<String> {
    let get = |kind| error.get(kind).map(listed).unwrap_or_default();
    let argument = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let say = |key: &str, value: &str| {
        text.say(key, &[("value", Arg::Str(value)), ("argument", Arg::Str(&argument))])
    };
    let mut said = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            say("usage-unknown-command", &get(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => say("usage-unknown-argument", &argument),
        ErrorKind::InvalidValue if value.is_empty() => say("usage-no-value", ""),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => say("usage-bad-value", &value),
        ErrorKind::MissingRequiredArgument => say("usage-missing", ""),
        ErrorKind::ArgumentConflict => say("usage-repeated", ""),
        _ => return None,
    };
    let hints = [
        ("usage-choices", ContextKind::ValidValue),
        ("usage-similar", ContextKind::SuggestedSubcommand),
        ("usage-similar", ContextKind::SuggestedArg),
    ];
    for (key, kind) in hints {
        let known = get(kind);
        if !known.is_empty() {
            said.push(' ');
            said += &say(key, &known);
        }
    }
    Some(format!("{said}\n{}\n", text.get("usage-help")))
}

fn listed(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(many) => many.join(", "),
        _ => String::new(),
    }
}
