//! Tables that a text declares where it stands: `table(rows="municipality", where="…")`. What the
//! brackets say is read before anything is computed, so it must stand there in so many words.

use std::ops::Range;

use crate::diag::{Code, Diagnostic};

/// What tells a declaration from the name of a table that there is.
const ROWS: &str = "rows";

/// A name and the words behind it, each with its bytes in the text.
pub(super) type Arg = (Range<usize>, Range<usize>);

/// A declaration: the bytes of its call, and what stands in the brackets.
#[derive(Debug)]
pub(super) struct Spot {
    /// The name of the call.
    pub call: Range<usize>,
    /// Names and words, the words without their quotes.
    pub args: Vec<Arg>,
}

/// Reads the brackets of a call, given the tokens behind the opening one; `None` if they declare
/// nothing.
///
/// # Errors
/// The name of an argument that is neither words in quotes nor a whole number.
pub(super) fn read(
    text: &str,
    call: Range<usize>,
    tokens: impl Iterator<Item = Range<usize>>,
) -> Result<Option<Spot>, (Range<usize>, Diagnostic)> {
    let inside: Vec<Range<usize>> =
        tokens.take_while(|token| &text[token.clone()] != ")").collect();
    let parts: Vec<&[Range<usize>]> = inside.split(|token| &text[token.clone()] == ",").collect();
    let declares =
        parts.iter().any(|part| part.first().is_some_and(|name| &text[name.clone()] == ROWS));
    if !declares {
        return Ok(None);
    }
    let mut args = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        let plain = match part {
            [name, equals, value] if &text[equals.clone()] == "=" => {
                plain(text, value).map(|value| (name.clone(), value))
            }
            _ => None,
        };
        let Some(arg) = plain else {
            let (name, call) = (part[0].clone(), &text[call]);
            let fault = Diagnostic::new(Code::BadArgument).with("value", &text[name.clone()]);
            return Err((name, fault.with("other", call)));
        };
        args.push(arg);
    }
    Ok(Some(Spot { call, args }))
}

/// The bytes of words in quotes, without them, or of a whole number.
fn plain(text: &str, token: &Range<usize>) -> Option<Range<usize>> {
    let words = &text[token.clone()];
    if let Some(quote) = words.chars().next().filter(|c| matches!(c, '"' | '\'' | '`')) {
        let closed = words.len() > 1 && words.ends_with(quote) && !words.contains('\\');
        return closed.then(|| token.start + 1..token.end - 1);
    }
    words.bytes().all(|b| b.is_ascii_digit()).then(|| token.clone())
}
