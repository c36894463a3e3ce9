//! `svod new`: a small site that explains itself, to begin from.

use include_dir::{Dir, File, include_dir};

use crate::output;

use super::{Console, NewArgs, Status, faults};
use crate::source::Sources;

/// The site folder that every new one is a copy of.
static STARTER: Dir = include_dir!("$CARGO_MANIFEST_DIR/starter");

pub(super) fn run(args: &NewArgs, console: &Console<'_>) -> Status {
    let files = files();
    let files = files.iter().map(|(path, bytes)| (path.as_str(), *bytes));
    if let Err(error) = output::fill(&args.dir, files) {
        let found = std::iter::once(faults::of_output(&error, console.text())).collect();
        console.faults(&found, &Sources::default());
        return Status::Faults;
    }
    console.created(&args.dir.display().to_string());
    Status::Done
}

/// The files of the starter, by their path from the site folder.
pub(super) fn files() -> Vec<(String, &'static [u8])> {
    let mut files = Vec::new();
    collect(&STARTER, &mut files);
    // A path of the starter is Latin and has `/`, whatever the system it was embedded on.
    let path = |file: &File<'_>| file.path().to_string_lossy().replace('\\', "/");
    files.iter().map(|file| (path(file), file.contents())).collect()
}

fn collect(dir: &'static Dir<'static>, files: &mut Vec<&'static File<'static>>) {
    files.extend(dir.files());
    for inner in dir.dirs() {
        collect(inner, files);
    }
}
