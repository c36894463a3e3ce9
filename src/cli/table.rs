//! `svod table`: one table to the terminal.

use super::{Common, Console, Status, TableArgs};

pub(super) fn run(_args: &TableArgs, _common: &Common, console: &Console<'_>) -> Status {
    console.message(&format!("{}\n", console.text().get("cli-not-yet")));
    Status::Faults
}
