//! What every command does first: read the site folder, and say what is wrong with it.

use crate::pipeline::{self, BuildError, Loaded, Stopped};
use crate::report::Report;
use crate::source::Disk;

use super::{Common, Console, Shown, Status, faults};

/// The site folder of a command.
pub(super) fn disk(common: &Common) -> Disk {
    Disk::new(&common.root)
}

/// The site folder of the report that is meant: that of an earlier year is a folder in it.
///
/// # Errors
/// The status to end with, if there is no report of that year; why is drawn here.
pub(super) fn folder(
    shown: &Shown,
    common: &Common,
    console: &Console<'_>,
) -> Result<Disk, Status> {
    let root = disk(common);
    let Some(year) = shown.year else { return Ok(root) };
    match pipeline::folder_of_year(&root, year) {
        Ok(folder) => Ok(Disk::new(common.root.join(folder))),
        Err(stopped) => Err(stop(&stopped, console)),
    }
}

/// Reads, checks and computes what stands in a site folder; faults are drawn here.
///
/// # Errors
/// The status to end with.
pub(super) fn load(files: &Disk, shown: &Shown, console: &Console<'_>) -> Result<Loaded, Status> {
    let progress = |stage: &'static str, n, of| console.progress(&stage_key(stage), n, of);
    let (lang, edition) = (console.text().lang(), shown.edition.as_deref());
    let loaded = pipeline::load_edition(files, lang, edition, &progress);
    loaded.map_err(|stopped| stop(&stopped, console))
}

/// Draws why a run was stopped.
pub(super) fn stop(stopped: &Stopped, console: &Console<'_>) -> Status {
    console.faults(&stopped.faults, &stopped.sources);
    console.stopped(&stopped.faults);
    Status::Faults
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
