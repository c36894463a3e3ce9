//! `svod print`: pages as a PDF, by a browser that is there.

use std::path::Path;
use std::time::Duration;

use super::load::{failed, folder, load, stage_key};
use super::{Common, Console, PrintArgs, Status, faults};
use crate::diag::{Code, Diagnostic};
use crate::output::write_file;
use crate::paper::{self, PaperError};
use crate::source::Sources;

pub(super) fn run(args: &PrintArgs, common: &Common, console: &Console<'_>) -> Status {
    // Without a browser nothing need be read.
    let Some(browser) = args.browser.clone().or_else(paper::find) else {
        return refused(Diagnostic::new(Code::NoBrowser), console);
    };
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
    let progress = |stage: &'static str, n, of| console.progress(&stage_key(stage), n, of);
    let html = match loaded.pages_in_one(&files, &args.paths(), &progress) {
        Ok(html) => html,
        Err(error) => return failed(error, &loaded, console),
    };
    let out = args.file(common);
    let longest = Duration::from_secs(args.wait);
    let near = out.parent().filter(|folder| !folder.as_os_str().is_empty());
    let pdf = match paper::pdf(&html, &browser, near.unwrap_or(Path::new(".")), longest) {
        Ok(pdf) => pdf,
        Err(error) => return refused(fault(error, &browser), console),
    };
    if let Err(error) = write_file(&out, &pdf) {
        return refused(faults::of_output(&error, console.text()), console);
    }
    console.printed(&out, pdf.len() as u64);
    Status::Done
}

fn refused(fault: Diagnostic, console: &Console<'_>) -> Status {
    let found = std::iter::once(fault).collect();
    console.faults(&found, &Sources::new());
    Status::Faults
}

fn fault(error: PaperError, browser: &Path) -> Diagnostic {
    let of = |code| Diagnostic::new(code).with("file", browser.display());
    match error {
        PaperError::NoStart(reason) => of(Code::BrokenBrowser).with("reason", reason),
        PaperError::Failed(reason) => of(Code::BrokenBrowser).with("reason", reason),
        PaperError::Slow(seconds) => of(Code::SlowBrowser).with("value", seconds),
        PaperError::Disk(path, reason) => {
            Diagnostic::new(Code::CannotWrite).with("file", path.display()).with("reason", reason)
        }
    }
}
