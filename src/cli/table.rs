//! `svod table`: one table to the terminal.

use crate::diag::{Code, Diagnostic};
use crate::render::export;

use super::load::{folder, load, report};
use super::{Common, Console, Status, TableArgs, TableFormat};

pub(super) fn run(args: &TableArgs, common: &Common, console: &Console<'_>) -> Status {
    let files = match folder(&args.shown, common, console) {
        Ok(files) => files,
        Err(status) => return status,
    };
    let loaded = match load(&files, &args.shown, console) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    let report = match report(&loaded, console) {
        Ok(report) => report,
        Err(status) => return status,
    };
    let Some(table) = report.table(&args.id) else {
        let known: Vec<_> = report.table_ids().collect();
        let faults = std::iter::once(unknown(Code::UnknownTable, &args.id, &known)).collect();
        console.faults(&faults, &loaded.sources);
        return Status::Usage;
    };
    let text = match args.format {
        TableFormat::Text => export::text(&table),
        TableFormat::Csv => export::csv(&table),
        TableFormat::Md => export::markdown(&table),
        TableFormat::Json => export::json(&table).unwrap_or_default(),
    };
    console.result(&text);
    Status::Done
}

/// An unknown name of the command line, which has no place in a file.
pub(super) fn unknown(code: Code, wrong: &str, known: &[&str]) -> Diagnostic {
    Diagnostic::new(code).with("value", wrong).near(wrong, known)
}
