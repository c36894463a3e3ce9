//! `svod build`: reads, checks, computes, renders, publishes.

use super::{BuildArgs, Common, Console, Status};

pub(super) fn run(_args: &BuildArgs, _common: &Common, console: &Console<'_>) -> Status {
    console.message(&format!("{}\n", console.words().say("cli-not-yet", &[])));
    Status::Faults
}
