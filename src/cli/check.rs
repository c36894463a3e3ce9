//! `svod check`: everything but writing.

use super::load::{load, report};
use super::{CheckArgs, Common, Console, Status};

pub(super) fn run(args: &CheckArgs, common: &Common, console: &Console<'_>) -> Status {
    let loaded = match load(common, console) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    if let Err(status) = report(&loaded, console) {
        return status;
    }
    if !loaded.faults.is_empty() {
        console.faults(&loaded.faults, &loaded.sources);
    }
    console.checked(&loaded.faults);
    if args.strict && !loaded.faults.is_clean() { Status::Faults } else { Status::Done }
}
