//! Files that are published with the report.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics, unknown};
use crate::model::dataset::Dataset;
use crate::source::Files;

/// Looks up the files of documents in a folder: a file that a document names must be there, and
/// one that no document names is told of and stays unpublished.
pub fn attachments(
    files: &dyn Files,
    folder: &str,
    dataset: &mut Dataset,
    faults: &mut Diagnostics,
) {
    let paths = match files.list(folder) {
        Ok(paths) => paths,
        Err(error) => {
            faults.push(error.fault(folder));
            return;
        }
    };
    let inside = |path: &String| path.strip_prefix(folder)?.strip_prefix('/').map(str::to_owned);
    let mut named: BTreeMap<String, bool> =
        paths.iter().filter_map(inside).map(|path| (path, false)).collect();
    let known: Vec<String> = named.keys().cloned().collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    for document in &mut dataset.management.documents {
        let Some(file) = &mut document.file else { continue };
        match named.get_mut(&file.path) {
            Some(named) => *named = true,
            None => {
                let fault = unknown(Code::MissingAttachment, file.place, &file.path, &known);
                faults.push(fault.with("other", folder));
                continue;
            }
        }
        match files.size(&format!("{folder}/{}", file.path)) {
            Ok(size) => file.size = size,
            Err(error) => faults.push(error.fault(&file.path).at(file.place)),
        }
    }
    for (path, _) in named.iter().filter(|(_, named)| !**named) {
        faults
            .push(Diagnostic::new(Code::UnusedAttachment).with("file", format!("{folder}/{path}")));
    }
}
