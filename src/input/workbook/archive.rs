//! What a workbook that is an archive may hold: checked before a reader expands it.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::Refusal;

/// The most parts of an archive. Workbooks have some dozens.
const MAX_PARTS: usize = 10_000;

/// The largest sheet, and the content of an ODS file, expanded: a million rows of a table.
const MAX_SHEET: u64 = 384 * MEBI;

/// The shared texts of XLSX, expanded; in memory they take several times that.
const MAX_STRINGS: u64 = 64 * MEBI;

/// Styles, names, relations: a thing of kilobytes.
const MAX_OTHER: u64 = 4 * MEBI;

/// All parts that are read, together.
const MAX_ALL: u64 = 1_024 * MEBI;

const MEBI: u64 = 1 << 20;

/// What kind of workbook an archive is.
#[derive(Debug)]
pub(super) enum Holds {
    /// An Office workbook.
    Xlsx,
    /// An OpenDocument spreadsheet, by the text of its content.
    Ods(Vec<u8>),
}

pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// Refuses archives that would grow beyond measure, by what they declare and by what comes out.
pub(super) fn check(bytes: &[u8]) -> Result<Holds, Refusal> {
    const ENTRY: &[u8] = b"PK\x01\x02";
    if bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).take(MAX_PARTS + 1).count()
        > MAX_PARTS
    {
        return Err(Refusal::TooLarge);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(Refusal::broken)?;
    let named = |name| archive.index_for_name(name).is_some();
    let (ods, xlsx) = (named("content.xml"), named("[Content_Types].xml"));
    if !ods && !xlsx {
        return Err(Refusal::Other);
    }
    let mut left = MAX_ALL;
    let mut content = Vec::new();
    for at in 0..archive.len() {
        // Names and sizes stand in clear even where the content does not.
        let part = archive.by_index_raw(at).map_err(Refusal::broken)?;
        let name = part.name().map_err(Refusal::broken)?.into_owned();
        let (declared, locked) = (part.size(), part.encrypted());
        drop(part);
        let Some(most) = most(&name, ods && !xlsx) else { continue };
        if locked {
            return Err(Refusal::Locked);
        }
        let most = most.min(left);
        if declared > most {
            return Err(Refusal::TooLarge);
        }
        let mut part = archive.by_index(at).map_err(Refusal::broken)?.take(most + 1);
        let keep = ods && !xlsx && name == "content.xml";
        let length = if keep {
            part.read_to_end(&mut content).map_err(Refusal::broken)? as u64
        } else {
            let mut head = Vec::new();
            (&mut part).take(HEAD).read_to_end(&mut head).map_err(Refusal::broken)?;
            let rest = std::io::copy(&mut part, &mut std::io::sink()).map_err(Refusal::broken)?;
            let length = head.len() as u64 + rest;
            if name.ends_with("sharedStrings.xml") && !is_modest(&head, length) {
                return Err(Refusal::Broken("the count of texts is false".to_owned()));
            }
            length
        };
        if length > most {
            return Err(Refusal::TooLarge);
        }
        left -= length;
    }
    if ods && !xlsx {
        if named_encrypted(bytes)? {
            return Err(Refusal::Locked);
        }
        return Ok(Holds::Ods(content));
    }
    Ok(Holds::Xlsx)
}

/// So much of a part is looked at for what it declares.
const HEAD: u64 = 4_096;

/// How large a part may be; `None` if no reader opens it.
fn most(name: &str, ods: bool) -> Option<u64> {
    let lower = name.to_ascii_lowercase();
    let read = lower.ends_with(".xml") || lower.ends_with(".rels");
    if ods {
        return (name == "content.xml").then_some(MAX_SHEET);
    }
    if !read {
        return None;
    }
    Some(if lower.contains("worksheets/") {
        MAX_SHEET
    } else if lower.ends_with("sharedstrings.xml") {
        MAX_STRINGS
    } else {
        MAX_OTHER
    })
}

/// True if the shared texts declare no more of themselves than there can be: room is made for them
/// beforehand.
fn is_modest(head: &[u8], length: u64) -> bool {
    const KEY: &str = "uniqueCount=";
    let head = String::from_utf8_lossy(head);
    let Some(at) = head.find(KEY) else { return true };
    let digits: String =
        head[at + KEY.len()..].chars().skip(1).take_while(char::is_ascii_digit).collect();
    // The shortest text is `<si/>`.
    digits.is_empty() || digits.parse::<u64>().is_ok_and(|count| count <= length / 5 + 1)
}

/// True if the manifest of an ODS file names an encryption.
fn named_encrypted(bytes: &[u8]) -> Result<bool, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(Refusal::broken)?;
    let Ok(part) = archive.by_name("META-INF/manifest.xml") else { return Ok(false) };
    let mut text = String::new();
    let read = part.take(MAX_OTHER).read_to_string(&mut text);
    Ok(read.is_ok() && text.contains("encryption-data"))
}
