//! Pages on paper: a browser that this machine has is asked for a PDF, and not waited for for ever.

mod browser;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

pub use browser::find;

/// How often the browser is looked at.
const GLANCE: Duration = Duration::from_millis(25);

/// Why there is no PDF.
#[derive(Debug)]
pub enum PaperError {
    /// The browser does not start.
    NoStart(io::Error),
    /// It ended without a PDF: what it said last.
    Failed(String),
    /// It did not end in time: after how many seconds it was stopped.
    Slow(u64),
    /// The files that it reads and writes cannot be made.
    Disk(PathBuf, io::Error),
}

/// Prints an HTML document to PDF; a browser that takes longer than `longest` is stopped. What it reads
/// and writes meanwhile lies in a folder of its own inside `near`, for some systems let browsers into
/// the folders of their user alone.
///
/// # Errors
/// All of [`PaperError`].
pub fn pdf(
    html: &str,
    browser: &Path,
    near: &Path,
    longest: Duration,
) -> Result<Vec<u8>, PaperError> {
    let disk = |path: &Path| {
        let path = path.to_owned();
        move |error| PaperError::Disk(path, error)
    };
    fs::create_dir_all(near).map_err(disk(near))?;
    let near = near.canonicalize().map_err(disk(near))?;
    let folder = tempfile::Builder::new().prefix("svod-print-").tempdir_in(&near);
    let folder = folder.map_err(disk(&near))?;
    let file = |name: &str| folder.path().join(name);
    fs::write(file("page.html"), html).map_err(disk(&file("page.html")))?;
    let said = File::create(file("said.txt")).map_err(disk(&file("said.txt")))?;
    let mut command = Command::new(browser);
    command.args(["--headless", "--disable-gpu", "--no-first-run", "--disable-extensions"]);
    command.args(["--disable-background-networking", "--disable-dev-shm-usage"]);
    command.args(["--no-pdf-header-footer", "--generate-pdf-document-outline"]);
    if browser::needs_no_sandbox() {
        command.arg("--no-sandbox");
    }
    command.arg(named("--user-data-dir=", &file("profile")));
    command.arg(named("--print-to-pdf=", &file("page.pdf")));
    command.arg(file("page.html"));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(said);
    let mut child = command.spawn().map_err(PaperError::NoStart)?;
    let status = wait(&mut child, longest).map_err(PaperError::NoStart)?;
    let Some(status) = status else { return Err(PaperError::Slow(longest.as_secs())) };
    match fs::read(file("page.pdf")) {
        Ok(pdf) if status.success() && pdf.starts_with(b"%PDF") => Ok(pdf),
        _ => Err(PaperError::Failed(last_words(&file("said.txt"), status))),
    }
}

/// An argument that ends with a path.
fn named(name: &str, path: &Path) -> std::ffi::OsString {
    let mut argument = std::ffi::OsString::from(name);
    argument.push(path);
    argument
}

/// Waits for the end; a browser that has none in time is stopped, and there is no status.
fn wait(child: &mut Child, longest: Duration) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if start.elapsed() > longest {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(GLANCE);
    }
}

/// The last line that a browser said, or its status if it said nothing.
fn last_words(said: &Path, status: ExitStatus) -> String {
    let said = fs::read(said).unwrap_or_default();
    let said = String::from_utf8_lossy(&said);
    let last = said.lines().rev().map(str::trim).find(|line| !line.is_empty());
    last.map_or_else(|| status.to_string(), str::to_owned)
}
