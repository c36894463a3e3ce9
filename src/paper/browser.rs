//! Which browsers print, and where they are.

use std::env;
use std::path::{Path, PathBuf};

/// Browsers by the names of their programs, those of the search path.
const NAMES: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
];

/// Folders of Windows by the variables that name them, and the programs in them.
const OF_WINDOWS: ([&str; 3], [&str; 3]) = (
    ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"],
    [
        "Google/Chrome/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
        "Chromium/Application/chrome.exe",
    ],
);

/// Programs of macOS.
const OF_MACOS: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/// A browser of this machine that prints: Chromium, Chrome or Edge.
pub fn find() -> Option<PathBuf> {
    let on_path = NAMES.iter().find_map(|name| which::which(name).ok());
    on_path.or_else(|| usual_places().into_iter().find(|path| path.is_file()))
}

fn usual_places() -> Vec<PathBuf> {
    let (folders, programs) = OF_WINDOWS;
    let folders = folders.iter().filter_map(env::var_os);
    let of_windows = folders.flat_map(|folder| programs.map(|one| Path::new(&folder).join(one)));
    of_windows.chain(OF_MACOS.map(PathBuf::from)).collect()
}

/// Chromium refuses to run as the system's own user unless it gives up its inner walls; what it is
/// shown here is our own page, whose policy lets nothing in.
#[cfg(unix)]
pub(super) fn needs_no_sandbox() -> bool {
    rustix::process::geteuid().is_root()
}

#[cfg(not(unix))]
pub(super) fn needs_no_sandbox() -> bool {
    false
}
