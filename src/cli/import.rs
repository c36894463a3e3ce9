//! `svod import`: reports of other systems to the table of results.

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::diag::Diagnostics;
use crate::import::{Asked, File, SheetSummary, Summary};
use crate::output::{OutputError, write_file};
use crate::pipeline::{self, RESULTS, Target};
use crate::source::{Disk, FileError, Files, Sources};
use crate::text::{Arg, Text};

use super::load::disk;
use super::{Common, Console, FaultFormat, ImportArgs, Status, count, faults};

pub(super) fn run(args: &ImportArgs, common: &Common, console: &Console<'_>) -> Status {
    let mut unread = Diagnostics::new();
    let exports = exports(&args.files, &mut unread);
    let target = target(args, &mut unread);
    if unread.has_errors() {
        console.faults(&unread, &Sources::new());
        console.not_imported(&unread);
        return Status::Faults;
    }
    let asked = Asked {
        procedure: args.procedure.clone(),
        year: args.year,
        replace: args.replace,
        skip_unknown: args.skip_unknown,
    };
    let imported =
        match pipeline::import(&disk(common), console.text().lang(), exports, &asked, target) {
            Ok(imported) => imported,
            Err(stopped) => {
                console.faults(&stopped.faults, &stopped.sources);
                console.not_imported(&stopped.faults);
                return Status::Faults;
            }
        };
    if !imported.faults.is_empty() {
        console.faults(&imported.faults, &imported.sources);
    }
    if args.stdout {
        console.result(&String::from_utf8_lossy(&imported.table));
        console.told(&in_words(&imported.summary, None, console.text()));
        return Status::Done;
    }
    let path = match &args.out {
        Some(folder) => folder.join(RESULTS),
        None => common.root.join(&imported.path),
    };
    if let Err(error) = write(&imported.summary, &path, &imported.table) {
        let found = std::iter::once(faults::of_output(&error, console.text())).collect();
        console.faults(&found, &Sources::new());
        return Status::Faults;
    }
    let shown = path.display().to_string();
    match args.format {
        FaultFormat::Text => {
            console.told(&in_words(&imported.summary, Some(&shown), console.text()));
        }
        FaultFormat::Json => console.result(&as_json(&imported.summary, &shown)),
    }
    Status::Done
}

/// Writes the table, unless it says what it said before.
fn write(summary: &Summary, path: &Path, table: &[u8]) -> Result<(), OutputError> {
    if summary.added + summary.replaced == 0 { Ok(()) } else { write_file(path, table) }
}

/// The files that were named, and those of folders that were, by their paths as given.
fn exports(paths: &[PathBuf], unread: &mut Diagnostics) -> Vec<File> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            match list(path) {
                Ok(inside) => files.extend(inside),
                Err(error) => unread.push(error.fault(&path.display().to_string())),
            }
        } else {
            files.push(path.clone());
        }
    }
    let mut exports = Vec::new();
    for path in files {
        let shown = path.display().to_string();
        match read(&path) {
            Ok(bytes) => exports.push((shown, bytes)),
            Err(error) => unread.push(error.fault(&shown)),
        }
    }
    exports
}

/// The files of a folder, not those of folders in it.
fn list(folder: &Path) -> Result<Vec<PathBuf>, FileError> {
    // The name of the folder keeps the paths that are listed inside of one.
    let (above, name) = split(folder);
    let inside = Disk::new(&above).list(&name)?;
    let own = inside.iter().filter(|path| path[name.len()..].matches('/').count() <= 1);
    Ok(own.map(|path| folder.join(path[name.len()..].trim_start_matches('/'))).collect())
}

fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    let (folder, name) = split(path);
    Disk::new(folder).read(&name)
}

/// A path as a folder and a name in it.
fn split(path: &Path) -> (PathBuf, String) {
    let full = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let name = full.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = full.parent().filter(|folder| !folder.as_os_str().is_empty());
    (folder.unwrap_or(Path::new(".")).to_owned(), name)
}

fn target(args: &ImportArgs, unread: &mut Diagnostics) -> Target {
    let Some(folder) = args.out.as_ref().filter(|_| !args.stdout) else {
        return if args.stdout { Target::None } else { Target::Data };
    };
    let path = folder.join(RESULTS);
    let bytes = match read(&path) {
        Ok(bytes) => Some(bytes),
        Err(FileError::NotFound) => None,
        Err(error) => {
            unread.push(error.fault(&path.display().to_string()));
            None
        }
    };
    Target::File(path.display().to_string(), bytes)
}

/// What became of the files, for people.
fn in_words(summary: &Summary, path: Option<&str>, text: &Text) -> String {
    let mut out = String::new();
    for sheet in &summary.sheets {
        out += &sheet_in_words(sheet, text);
    }
    let key = if path.is_some() { "import-written" } else { "import-printed" };
    let key = if summary.added + summary.replaced == 0 { "import-nothing-new" } else { key };
    let args = [
        ("added", count(summary.added)),
        ("same", count(summary.same)),
        ("replaced", count(summary.replaced)),
        ("file", Arg::Str(path.unwrap_or_default())),
    ];
    out + &text.say(key, &args) + "\n"
}

fn sheet_in_words(sheet: &SheetSummary, text: &Text) -> String {
    let layouts: Vec<String> = sheet
        .layouts
        .iter()
        .map(|layout| text.get(&format!("import-layout-{}", layout.name())))
        .collect();
    let layouts = layouts.join("; ");
    let file = [("file", Arg::Str(&sheet.file)), ("layouts", Arg::Str(&layouts))];
    let head = match &sheet.sheet {
        Some(name) => text.say("import-sheet", &[file[0], file[1], ("sheet", Arg::Str(name))]),
        None => text.say("import-file", &file),
    };
    let rows = [("rows", count(sheet.rows)), ("taken", count(sheet.taken))];
    let mut out = format!("{head}\n  {}\n", text.say("import-rows", &rows));
    for (why, n) in &sheet.skipped {
        let said = text.say(&format!("import-skipped-{}", why.name()), &[("n", count(*n))]);
        out += &format!("  {said}\n");
    }
    out
}

/// A line of the summary for programs.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Line<'a> {
    Sheet {
        file: &'a str,
        sheet: Option<&'a str>,
        layouts: Vec<&'static str>,
        rows: usize,
        taken: usize,
        skipped: std::collections::BTreeMap<&'static str, usize>,
    },
    Import {
        file: &'a str,
        added: usize,
        same: usize,
        replaced: usize,
    },
}

fn as_json(summary: &Summary, path: &str) -> String {
    let sheet = |sheet: &'_ SheetSummary| {
        let line = Line::Sheet {
            file: &sheet.file,
            sheet: sheet.sheet.as_deref(),
            layouts: sheet.layouts.iter().map(|layout| layout.name()).collect(),
            rows: sheet.rows,
            taken: sheet.taken,
            skipped: sheet.skipped.iter().map(|(why, n)| (why.name(), *n)).collect(),
        };
        // Texts and numbers cannot fail to serialise.
        serde_json::to_string(&line).unwrap_or_default() + "\n"
    };
    let Summary { added, same, replaced, .. } = *summary;
    let all = Line::Import { file: path, added, same, replaced };
    let sheets: String = summary.sheets.iter().map(sheet).collect();
    sheets + &serde_json::to_string(&all).unwrap_or_default() + "\n"
}
