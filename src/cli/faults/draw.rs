//! Faults for people: the sentence, the line with the value underlined, what to do.

use std::collections::BTreeMap;
use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

use super::locate::{Locator, Spot};
use super::window::Window;
use crate::cli::count;
use crate::diag::{At, Code, Diagnostic, Diagnostics, Kind, Place, Severity};
use crate::source::Sources;
use crate::text::{Arg, Text};

/// How wide the drawing is, in characters.
const WIDTH: usize = 100;

/// So many equal faults are drawn one by one; more are drawn as one.
const ONE_BY_ONE: usize = 3;

/// How many places of a drawn group are named.
const PLACES: usize = 3;

/// With colours, for a terminal, or without, for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Colours.
    Coloured,
    /// Text only; the frames stay.
    Plain,
}

/// Draws all faults, most serious first, equal ones together.
pub fn draw(faults: &Diagnostics, sources: &Sources, text: &Text, look: Look) -> String {
    let theme = match look {
        Look::Coloured => GraphicalTheme::unicode(),
        Look::Plain => GraphicalTheme::unicode_nocolor(),
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .without_syntax_highlighting()
        .with_links(false)
        .with_width(WIDTH)
        .without_primary_span_start()
        .with_context_lines(1);
    let mut locator = Locator::new(sources);
    let mut out = String::new();
    for group in groups(faults) {
        let Some((first, rest)) = group.split_first() else { continue };
        let spot = first.place.and_then(|place| locator.spot(place));
        let picture = Picture::new(first, spot.as_ref(), text);
        let mut drawing = String::new();
        // Writing into a string cannot fail.
        let _ = handler.render_report(&mut drawing, &picture);
        for line in drawing.lines() {
            out += line.trim_end();
            out.push('\n');
        }
        if picture.window.is_none() {
            out += &where_it_is(spot.as_ref(), &picture.label, text);
        }
        let all = faults.count_like(first).max(group.len());
        for line in below(first, rest, all, &mut locator, text) {
            out += &indented(&line);
        }
        out.push('\n');
    }
    out
}

/// Equal faults of many rows of one column or file together, in the order of the first of each.
fn groups(faults: &Diagnostics) -> Vec<Vec<&Diagnostic>> {
    let sorted = faults.sorted();
    let mut groups: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut known: BTreeMap<Kind, usize> = BTreeMap::new();
    for fault in sorted {
        let many = fault.kind().filter(|_| faults.count_like(fault) > ONE_BY_ONE);
        let group = match many {
            Some(kind) => *known.entry(kind).or_insert(groups.len()),
            None => groups.len(),
        };
        match groups.get_mut(group) {
            Some(group) => group.push(fault),
            None => groups.push(vec![fault]),
        }
    }
    groups
}

/// The sentences below a drawing: more places, related places, what to do.
fn below(
    first: &Diagnostic,
    rest: &[&Diagnostic],
    all: usize,
    locator: &mut Locator<'_>,
    text: &Text,
) -> Vec<String> {
    let mut lines = Vec::new();
    if !rest.is_empty() {
        let more: Vec<_> = rest.iter().take(PLACES - 1).filter_map(|fault| fault.place).collect();
        let places = named(&more, locator, text);
        let args = [("n", count(all)), ("places", Arg::Str(&places))];
        lines.push(text.say("cli-fault-more", &args));
    }
    if !first.related.is_empty() {
        let places = named(&first.related, locator, text);
        let key = if is_about_the_first(first.code) { "cli-fault-first" } else { "cli-fault-see" };
        lines.push(text.say(key, &[("places", Arg::Str(&places))]));
    }
    let advice = text.advice(first);
    if !advice.is_empty() {
        lines.push(text.say("cli-fault-help", &[("text", Arg::Str(&advice))]));
    }
    lines.push(text.say("cli-fault-code", &[("code", Arg::Str(first.code.name()))]));
    lines
}

/// True if the related place is where the same thing stood first.
fn is_about_the_first(code: Code) -> bool {
    matches!(
        code,
        Code::RepeatedKey
            | Code::RepeatedColumn
            | Code::RepeatedId
            | Code::DuplicateTable
            | Code::TileTaken
            | Code::PathTaken
    )
}

/// `data/results.csv:4:14 «сорок», data/results.csv:9:14`.
fn named(places: &[Place], locator: &mut Locator<'_>, text: &Text) -> String {
    let name = |spot: Spot<'_>| match spot.quote().filter(|_| spot.field.is_some()) {
        Some(quote) => format!("{} «{quote}»", spot.short(text)),
        None => spot.short(text),
    };
    let names: Vec<_> = places.iter().filter_map(|p| locator.spot(*p)).map(name).collect();
    names.join(", ")
}

/// The place in one line, where there is no text to show.
fn where_it_is(spot: Option<&Spot<'_>>, label: &str, text: &Text) -> String {
    match spot {
        None => String::new(),
        Some(spot) if label.is_empty() => format!("   ╰─[{}]\n", spot.short(text)),
        Some(spot) => format!("   ╰─[{}] {label}\n", spot.short(text)),
    }
}

/// Wraps a sentence under the drawing. No-break spaces hold.
fn indented(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut width = 0;
        for word in line.split(' ') {
            let long = word.chars().count();
            if width > 0 && width + 1 + long <= WIDTH {
                out.push(' ');
                width += 1 + long;
            } else {
                out += if width > 0 { "\n    " } else { "  " };
                width = 4 + long;
            }
            out += word;
        }
        out.push('\n');
    }
    out
}

/// One fault, as miette draws it.
#[derive(Debug)]
struct Picture {
    message: String,
    severity: miette::Severity,
    window: Option<Window>,
    label: String,
}

impl Picture {
    fn new(fault: &Diagnostic, spot: Option<&Spot<'_>>, text: &Text) -> Self {
        let around = fault.place.is_some_and(|place| matches!(place.at, At::Span(..)));
        let label = match spot.map(|spot| (spot.header, spot.field)) {
            Some((Some(header), _)) => {
                text.say("cli-fault-column", &[("header", Arg::Str(header))])
            }
            Some((None, Some(field))) => {
                text.say("cli-fault-column-number", &[("number", Arg::Str(&field.to_string()))])
            }
            _ => String::new(),
        };
        Self {
            message: text.problem(fault),
            severity: match fault.severity {
                Severity::Error => miette::Severity::Error,
                Severity::Warning => miette::Severity::Warning,
                Severity::Notice => miette::Severity::Advice,
            },
            window: spot.and_then(|spot| Window::around(spot, around, text)),
            label,
        }
    }
}

impl fmt::Display for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Picture {}

impl miette::Diagnostic for Picture {
    fn severity(&self) -> Option<miette::Severity> {
        Some(self.severity)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.window.as_ref().map(|window| window as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let range = self.window.as_ref()?.range.clone();
        let label = Some(self.label.clone()).filter(|label| !label.is_empty());
        Some(Box::new(std::iter::once(LabeledSpan::new(label, range.start, range.len()))))
    }
}
