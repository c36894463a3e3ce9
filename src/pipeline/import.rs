//! The stages of an import: settings and registries, the results that there are, the exports.

use super::Stopped;
use super::load::Run;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::import::{self, Asked, Region, Summary};
use crate::input;
use crate::method::Methodology;
use crate::site::Site;
use crate::source::{FileError, Files, Sources};
use crate::text::{Lang, Text};

/// The file of the results.
pub const RESULTS: &str = "results.csv";

/// The table that imported results are added to.
#[derive(Clone, Debug)]
pub enum Target {
    /// `results.csv` of the site's data.
    Data,
    /// A file elsewhere: its path and its bytes, if it is there.
    File(String, Option<Vec<u8>>),
    /// None: only what is imported is wanted.
    None,
}

/// What an import has made.
pub struct Imported {
    /// What was read, for places.
    pub sources: Sources,
    /// Warnings.
    pub faults: Diagnostics,
    /// What became of the files.
    pub summary: Summary,
    /// The whole table as CSV.
    pub table: Vec<u8>,
    /// The path of the table from the site folder, if it is of the site's data.
    pub path: String,
}

/// Reads exports of other systems and adds what they say to the table of results. Nothing is
/// written.
///
/// # Errors
/// All errors of the settings, the method, the registries and the exports.
pub fn import(
    files: &dyn Files,
    lang: Lang,
    exports: Vec<import::File>,
    asked: &Asked,
    target: Target,
) -> Result<Imported, Box<Stopped>> {
    let mut run = Run { sources: Sources::new(), faults: Diagnostics::new() };
    let Some(site) = run.site(files) else { return Err(run.stopped()) };
    let text = match Text::new(lang) {
        Ok(text) => text,
        Err(error) => return Err(run.broken_catalogue(&error)),
    };
    let method = run.method(files, &text);
    let (Some(site), Some(method)) = (site, method) else { return Err(run.stopped()) };
    run.faults.extend(check_asked(&method, asked));
    let declared = method.declarations();
    let dataset = input::registries(files, &site, &declared, &mut run.sources, &mut run.faults);
    let (path, bytes) = match target {
        Target::Data => own_results(files, &site, &mut run.faults),
        Target::File(path, bytes) => (path, bytes),
        Target::None => (String::new(), None),
    };
    if run.faults.has_errors() {
        return Err(run.stopped());
    }
    let Run { sources, faults } = &mut run;
    let previous =
        bytes.and_then(|bytes| input::previous(&path, bytes, &declared, &dataset, sources, faults));
    if run.faults.has_errors() {
        return Err(run.stopped());
    }
    let Run { sources, faults } = &mut run;
    let region = Region { name: &site.region, dataset: &dataset, method: &method };
    let (table, summary) = import::import(exports, asked, region, previous, sources, faults);
    if run.faults.has_errors() {
        return Err(run.stopped());
    }
    Ok(Imported { sources: run.sources, faults: run.faults, summary, table, path })
}

/// The procedure that the command names must be one of the methodology.
fn check_asked(method: &Methodology, asked: &Asked) -> Diagnostics {
    let wrong = asked.procedure.iter().filter(|id| method.procedure_ix(id).is_none());
    let known: Vec<&str> = method.procedures.iter().map(|p| p.id.as_str()).collect();
    let fault = |id: &String| Diagnostic::new(Code::UnknownProcedure).with("value", id);
    wrong.map(|id| fault(id).near(id, &known)).collect()
}

/// The results among the site's data, which must be of one canonical file if they are to be added
/// to.
fn own_results(
    files: &dyn Files,
    site: &Site,
    faults: &mut Diagnostics,
) -> (String, Option<Vec<u8>>) {
    let path = format!("{}/{RESULTS}", site.data);
    for other in input::feeding(files, site, "results") {
        if other != path {
            faults.push(Diagnostic::new(Code::ResultsElsewhere).with("file", other));
        }
    }
    let bytes = match files.read(&path) {
        Ok(bytes) => Some(bytes),
        Err(FileError::NotFound) => None,
        Err(error) => {
            faults.push(error.fault(&path));
            None
        }
    };
    (path, bytes)
}
