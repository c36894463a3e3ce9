//! `svod explain`: the schools and source rows behind one cell.

use super::{Common, Console, ExplainArgs, Status};

pub(super) fn run(_args: &ExplainArgs, _common: &Common, console: &Console<'_>) -> Status {
    console.message(&format!("{}\n", console.text().get("cli-not-yet")));
    Status::Faults
}
