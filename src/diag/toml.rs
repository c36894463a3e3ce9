//! Faults that the TOML reader finds. Its messages are English, so the frequent ones become codes.

use super::{Code, Diagnostic, Diagnostics, Place, SourceId, unknown};

/// The beginnings of messages about the writing itself.
const WRITING: [(&str, Code); 14] = [
    ("invalid basic string", Code::UnclosedQuote),
    ("invalid literal string", Code::UnclosedQuote),
    ("invalid multi-line basic string", Code::UnclosedQuote),
    ("invalid multi-line literal string", Code::UnclosedQuote),
    ("string values must be quoted", Code::UnquotedText),
    ("unclosed ", Code::UnclosedBracket),
    ("missing comma between ", Code::UnclosedBracket),
    ("key with no value", Code::MissingEquals),
    ("missing assignment", Code::MissingEquals),
    ("missing value", Code::MissingEquals),
    ("extra assignment", Code::MissingEquals),
    ("unexpected key or value", Code::StrayText),
    ("invalid unquoted key", Code::BadKey),
    ("duplicate key", Code::RepeatedSetting),
];

/// A fault that the TOML reader found, with its place; `start` is where in the source the TOML begins.
pub fn toml_fault(error: &toml::de::Error, source: SourceId, start: usize) -> Diagnostics {
    let place = error.span().map_or(Place::whole(source), |span| {
        Place::span(source, span.start + start..span.end + start)
    });
    let mut faults = Diagnostics::new();
    faults.push(fault(error, place));
    faults
}

fn fault(error: &toml::de::Error, place: Place) -> Diagnostic {
    let message = error.message();
    // The reader quotes names: unknown field `x`, expected one of `a`, `b`.
    let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    if let Some((_, code)) = WRITING.iter().find(|(start, _)| message.starts_with(start)) {
        return Diagnostic::new(*code).at(place);
    }
    match (message.split_once(' ').map(|(first, _)| first), &quoted[..]) {
        (Some("unknown"), [key, known @ ..]) if message.starts_with("unknown field") => {
            unknown(Code::UnknownKey, place, key, known)
        }
        (Some("unknown"), [value, known @ ..]) if message.starts_with("unknown variant") => {
            unknown(Code::BadParameter, place, value, known).with("column", setting(error))
        }
        (Some("missing"), [key]) => Diagnostic::new(Code::MissingKey).at(place).with("value", key),
        _ => match expected(message) {
            Some(kind) => Diagnostic::new(Code::WrongType)
                .at(place)
                .with("column", setting(error))
                .with("kind", kind),
            None => Diagnostic::new(Code::BadToml).at(place).with("reason", message),
        },
    }
}

/// The setting an error is about. Only the error's own printing tells: «in `table.base`».
fn setting(error: &toml::de::Error) -> String {
    let mut bare = error.clone();
    bare.set_input(None);
    let said = bare.to_string();
    let path = said.rsplit_once("in `").map_or("", |(_, path)| path.trim_end().trim_matches('`'));
    path.rsplit('.').next().unwrap_or_default().to_owned()
}

/// The kind of value that was expected, if the message is about that; the catalogue words it.
fn expected(message: &str) -> Option<&'static str> {
    let (said, expected) = message.rsplit_once(", expected ").unwrap_or((message, ""));
    if said == "wanted string or table" {
        return Some("text");
    }
    if !said.starts_with("invalid type") && !said.starts_with("invalid value") {
        return None;
    }
    Some(match expected {
        "a string" => "text",
        "a boolean" => "yes-no",
        "a number" => "number",
        "a whole number" => "whole",
        "a sequence" => "list",
        _ if expected.starts_with("a map") || expected.starts_with("struct") => "section",
        _ if expected.starts_with(['u', 'i']) => "whole",
        _ => return None,
    })
}
