//! `svod build`: reads, checks, computes, renders, publishes.

use super::{BuildArgs, Common, Console, Status};

pub(super) fn run(_args: &BuildArgs, _common: &Common, console: &Console<'_>) -> Status {
    console.message(&format!("{}\n", console.text().get("cli-not-yet")));
    Status::Faults
}
