//! What every command does first: read the site folder, and say what is wrong with it.

use crate::pipeline::{self, BuildError, Loaded};
use crate::report::Report;
use crate::source::Disk;

use super::{Common, Console, Status, faults};

/// The site folder of a command.
pub(super) fn disk(common: &Common) -> Disk {
    Disk::new(&common.root)
}

/// Reads, checks and computes; faults are drawn here.
///
/// # Errors
/// The status to end with.
pub(super) fn load(
    common: &Common,
    edition: Option<&str>,
    console: &Console<'_>,
) -> Result<Loaded, Status> {
    let progress = |stage: &'static str, n, of| console.progress(&stage_key(stage), n, of);
    match pipeline::load_edition(&disk(common), console.text().lang(), edition, &progress) {
        Ok(loaded) => Ok(loaded),
        Err(stopped) => {
            console.faults(&stopped.faults, &stopped.sources);
            console.stopped(&stopped.faults);
            Err(Status::Faults)
        }
    }
}

/// The report on what was loaded; faults are drawn here.
///
/// # Errors
/// The status to end with.
pub(super) fn report<'a>(loaded: &'a Loaded, console: &Console<'_>) -> Result<Report<'a>, Status> {
    loaded.report().map_err(|found| {
        console.faults(&found, &loaded.sources);
        console.stopped(&found);
        Status::Faults
    })
}

/// Draws why a build did not come to its end.
pub(super) fn failed(error: BuildError, loaded: &Loaded, console: &Console<'_>) -> Status {
    let found = match error {
        BuildError::Faults(found) => found,
        BuildError::Output(error) => {
            std::iter::once(faults::of_output(&error, console.text())).collect()
        }
    };
    console.faults(&found, &loaded.sources);
    console.stopped(&found);
    Status::Faults
}

/// The catalogue key of a stage.
pub(super) fn stage_key(stage: &str) -> String {
    format!("cli-stage-{stage}")
}
