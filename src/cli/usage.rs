//! Wrong usage, in the words of the catalogues rather than in clap's English.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::words::{Arg, Words};

/// What is wrong with a command line; `None` for what is no fault (help, version) and for the rare
/// kinds that only clap can word.
pub fn problem(error: &Error, words: &dyn Words) -> Option<String> {
    let get = |kind| error.get(kind).map(listed).unwrap_or_default();
    let argument = get(ContextKind::InvalidArg);
    let value = get(ContextKind::InvalidValue);
    let say = |key: &str, value: &str| {
        words.say(key, &[("value", Arg::Str(value)), ("argument", Arg::Str(&argument))])
    };
    let mut text = match error.kind() {
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
            text.push(' ');
            text += &say(key, &known);
        }
    }
    Some(format!("{text}\n{}\n", words.say("usage-help", &[])))
}

fn listed(value: &ContextValue) -> String {
    match value {
        ContextValue::String(one) => one.clone(),
        ContextValue::Strings(many) => many.join(", "),
        _ => String::new(),
    }
}
