//! `manifest.json`: what went in and what came out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Digest;

/// The site path of the manifest. It lists all files but itself.
pub const MANIFEST: &str = "manifest.json";

/// What went into a site and what came out, by path; also the sign that svod made a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of svod.
    pub svod: String,
    /// The files that were read, by path from the site folder.
    pub inputs: BTreeMap<String, Digest>,
    /// The files that were written, by site path.
    pub files: BTreeMap<String, Digest>,
}

impl Manifest {
    /// The manifest of a site that this version makes.
    pub fn new(inputs: BTreeMap<String, Digest>, files: BTreeMap<String, Digest>) -> Self {
        Self { svod: env!("CARGO_PKG_VERSION").to_owned(), inputs, files }
    }

    /// Reads a manifest; `None` if the bytes are not one of svod's.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    /// The bytes of the file.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Maps of text to text cannot fail to serialise; an empty file would not pass for a manifest.
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}
