//! `svod check`: everything but writing.

use super::load::{failed, load, report};
use crate::pipeline::BuildError;

use super::{CheckArgs, Common, Console, Status};

pub(super) fn run(args: &CheckArgs, common: &Common, console: &Console<'_>) -> Status {
    let loaded = match load(common, console) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    let report = match report(&loaded, console) {
        Ok(report) => report,
        Err(status) => return status,
    };
    if let Err(faults) = loaded.check_texts(&report) {
        return failed(BuildError::Faults(faults), &loaded, console);
    }
    if !loaded.faults.is_empty() {
        console.faults(&loaded.faults, &loaded.sources);
    }
    console.checked(&loaded.faults);
    if args.strict && !loaded.faults.is_clean() { Status::Faults } else { Status::Done }
}
