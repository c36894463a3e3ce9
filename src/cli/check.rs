//! `svod check`: everything but writing.

use super::{CheckArgs, Common, Console, Status};

pub(super) fn run(_args: &CheckArgs, _common: &Common, console: &Console<'_>) -> Status {
    console.message(&format!("{}\n", console.text().get("cli-not-yet")));
    Status::Faults
}
