//! `svod archive`: the site as one file, to be carried or mailed.

use super::load::{failed, folder, load, stage_key};
use super::{ArchiveArgs, Common, Console, Status};

pub(super) fn run(args: &ArchiveArgs, common: &Common, console: &Console<'_>) -> Status {
    let files = match folder(&args.shown, common, console) {
        Ok(files) => files,
        Err(status) => return status,
    };
    let mut loaded = match load(&files, &args.shown, console) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    if !loaded.faults.is_empty() {
        console.faults(&loaded.faults, &loaded.sources);
    }
    loaded.stand_at(args.base_url.clone());
    let progress = |stage: &'static str, n, of| console.progress(&stage_key(stage), n, of);
    let out = args.file(common);
    let packed = match args.single_file {
        true => loaded.single_file(&files, args.municipality.as_deref(), &out, &progress),
        false => loaded.archive(&files, &out, &progress),
    };
    let packed = match packed {
        Ok(packed) => packed,
        Err(error) => return failed(error, &loaded, console),
    };
    if !packed.warnings.is_empty() {
        console.faults(&packed.warnings, &loaded.sources);
    }
    console.packed(&packed.written, args.single_file);
    Status::Done
}
