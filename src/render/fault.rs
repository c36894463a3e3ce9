//! Faults of templates as diagnostics.

use std::collections::BTreeMap;

use tera::ErrorKind;

use crate::diag::{Code, Diagnostic, Place, SourceId};

/// The files that templates came from; built-in templates have none.
pub(super) type Sources = BTreeMap<String, SourceId>;

/// A fault of the template engine, with its place if the template is a file of the site.
pub(super) fn diagnostic(error: &tera::Error, sources: &Sources) -> Diagnostic {
    let (template, span, message) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span().range.clone();
            (report.filename().to_owned(), Some(span), report.message().to_owned())
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            (tpl.clone(), None, error.to_string())
        }
        ErrorKind::MissingParent { current, .. } => (current.clone(), None, error.to_string()),
        // Unknown filters, parts and components come as finished text, each with a line
        // ` --> name:line:column`.
        _ => {
            let message = error.to_string();
            let template = message.split_once("--> ").and_then(|(_, at)| at.split(':').next());
            (template.unwrap_or_default().to_owned(), None, first_line(&message))
        }
    };
    let fault = Diagnostic::new(Code::BadTemplate).with("file", &template);
    let fault = fault.with("reason", message);
    match (sources.get(&template), span) {
        (Some(&source), Some(span)) => fault.at(Place::span(source, span)),
        (Some(&source), None) => fault.at(Place::whole(source)),
        (None, _) => fault,
    }
}

fn first_line(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}
