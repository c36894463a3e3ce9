//! `svod explain`: the schools and source rows behind one cell.

use super::{Common, Console, ExplainArgs, Status};

pub(super) fn run(_args: &ExplainArgs, _common: &Common, console: &Console<'_>) -> Status {
    console.message(&format!("{}\n", console.words().say("cli-not-yet", &[])));
    Status::Faults
}
