//! `svod check`: everything but writing.

use super::load::{failed, load, report};
use crate::pipeline::BuildError;

use super::{CheckArgs, Common, Console, Status};

pub(super) fn run(args: &CheckArgs, common: &Common, console: &Console<'_>) -> Status {
    let loaded = match load(&args.shown, common, console) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    let report = match report(&loaded, console) {
        Ok(report) => report,
        Err(status) => return status,
    };
    let mut faults = loaded.faults.clone();
    match loaded.check_texts(&report) {
        Ok(typed) => faults.extend(typed),
        Err(found) => return failed(BuildError::Faults(found), &loaded, console),
    }
    if !faults.is_empty() {
        console.faults(&faults, &loaded.sources);
    }
    let figures = loaded.figures();
    console.figures(figures.computed, figures.typed);
    console.checked(&faults);
    if args.strict && !faults.is_clean() { Status::Faults } else { Status::Done }
}
