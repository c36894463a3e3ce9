//! Files that are published with the report.

use crate::diag::{Code, Diagnostics, unknown};
use crate::model::dataset::Dataset;
use crate::source::Files;

/// Looks up the files of documents in a folder: a file that a document names must be there.
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
    let known: Vec<String> = paths.iter().filter_map(inside).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    for document in &mut dataset.management.documents {
        let Some(file) = &mut document.file else { continue };
        if !known.contains(&file.path.as_str()) {
            let fault = unknown(Code::MissingAttachment, file.place, &file.path, &known);
            faults.push(fault.with("other", folder));
            continue;
        }
        match files.size(&format!("{folder}/{}", file.path)) {
            Ok(size) => file.size = size,
            Err(error) => faults.push(error.fault(&file.path).at(file.place)),
        }
    }
}
