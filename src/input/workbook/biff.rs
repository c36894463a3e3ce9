//! What stands in an XLS file, record by record, before a reader makes room for it: chains that
//! close, offsets that lie inside, areas that fit into memory. The number formats, which the reader
//! forgets, are found on the way.

use super::{Refusal, number};

/// The cells between the corners of all sheets, empty ones too: the reader keeps them all.
const MAX_AREA: u64 = 8_000_000;

/// The signature of compound files.
const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Ids of sectors from here on are marks.
const MARKS: u32 = 0xFFFF_FFFA;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const BOUND_SHEET: u16 = 0x0085;
const FORMAT: u16 = 0x041E;
const XF: u16 = 0x00E0;
const SHARED_TEXTS: u16 = 0x00FC;
const DIMENSIONS: u16 = 0x0200;
const FORMULA: u16 = 0x0006;
const MANY_NUMBERS: u16 = 0x00BD;
/// Records of one cell each: number, label, rich label, yes or no, short number, shared text.
const CELLS: [u16; 6] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD];

pub(super) fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

/// The cells of a sheet that are shown as percentages: rows and columns from 1.
#[derive(Debug, Default)]
pub(super) struct Percent(Vec<(u32, u16)>);

impl Percent {
    pub(super) fn contains(&self, cell: &(u32, u16)) -> bool {
        self.0.binary_search(cell).is_ok()
    }
}

/// Refuses what the reader would stumble over; otherwise tells the percentages of each sheet, in
/// the order of the workbook.
pub(super) fn check(bytes: &[u8]) -> Result<Vec<Percent>, Refusal> {
    let file = Compound::new(bytes).ok_or_else(broken)?;
    if file.has("EncryptedPackage") {
        return Err(Refusal::Locked);
    }
    let Some(book) = file.stream("Workbook").or_else(|| file.stream("Book")) else {
        return Err(Refusal::Other);
    };
    let book = book.ok_or_else(broken)?;
    let globals = Globals::read(&book)?;
    let mut area = 0u64;
    let mut sheets = Vec::new();
    for at in &globals.sheets {
        let part = book.get(*at..).ok_or_else(broken)?;
        let (own, percent) = sheet(part, &globals.percent)?;
        area = area.saturating_add(own);
        if area > MAX_AREA {
            return Err(Refusal::TooLarge);
        }
        sheets.push(percent);
    }
    Ok(sheets)
}

fn broken() -> Refusal {
    Refusal::Broken("the parts of the file contradict".to_owned())
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes)
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

/// A compound file: chains of sectors.
struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The next sector of each sector.
    next: Vec<u32>,
    directory: Vec<u8>,
}

impl<'a> Compound<'a> {
    /// `None` if the file contradicts itself.
    fn new(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30)?;
        let sector = match shift {
            9 | 12 => 1usize << shift,
            _ => return None,
        };
        let mut file = Self { bytes, sector, next: Vec::new(), directory: Vec::new() };
        let mut tables: Vec<u32> = (0..109).map_while(|at| u32_at(bytes, 76 + 4 * at)).collect();
        let mut more = u32_at(bytes, 68)?;
        let sectors = bytes.len() / sector + 1;
        for _ in 0..sectors {
            if more >= MARKS {
                break;
            }
            let part = file.sector(more)?;
            let numbers = part.len() / 4;
            tables.extend((0..numbers - 1).filter_map(|at| u32_at(part, 4 * at)));
            more = u32_at(part, 4 * (numbers - 1))?;
        }
        if more < MARKS {
            return None;
        }
        for table in tables.into_iter().filter(|id| *id < MARKS) {
            let part = file.sector(table)?;
            file.next.extend((0..part.len() / 4).filter_map(|at| u32_at(part, 4 * at)));
            if file.next.len() > sectors + sector {
                return None;
            }
        }
        file.directory = file.chain(u32_at(bytes, 48)?)?;
        // The reader follows this chain too.
        file.chain(u32_at(bytes, 60)?)?;
        Some(file)
    }

    fn sector(&self, id: u32) -> Option<&'a [u8]> {
        let start = (id as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|part| !part.is_empty())
    }

    /// All sectors of a chain; `None` if it is broken or a ring.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut data = Vec::new();
        let mut id = start;
        while id < MARKS {
            data.extend_from_slice(self.sector(id)?);
            if data.len() > self.bytes.len() {
                return None;
            }
            id = *self.next.get(id as usize)?;
        }
        Some(data)
    }

    /// Start and length of an entry of the directory.
    fn entry(&self, name: &str) -> Option<(u32, usize)> {
        self.directory.as_chunks::<128>().0.iter().find_map(|entry| {
            let length = usize::from(u16_at(entry, 64)?).saturating_sub(2).min(62);
            let units: Vec<u16> = (0..length / 2).filter_map(|at| u16_at(entry, 2 * at)).collect();
            let same = String::from_utf16_lossy(&units).eq_ignore_ascii_case(name);
            same.then_some((u32_at(entry, 116)?, u32_at(entry, 120)? as usize))
        })
    }

    fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// A stream: `None` if there is none, `Some(None)` if it is broken.
    fn stream(&self, name: &str) -> Option<Option<Vec<u8>>> {
        const SMALL: usize = 4_096;
        let (start, length) = self.entry(name)?;
        if length >= SMALL {
            return Some(self.chain(start).map(|mut data| {
                data.truncate(length);
                data
            }));
        }
        Some(self.small(start, length))
    }

    /// A stream of less than 4096 bytes stands in pieces of 64 inside a stream of their own.
    fn small(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        const PIECE: usize = 64;
        let root = u32_at(&self.directory, 116)?;
        let (pieces, next) = (self.chain(root)?, self.chain(u32_at(self.bytes, 60)?)?);
        let mut data = Vec::new();
        let mut id = start;
        while id < MARKS && data.len() < length {
            let at = (id as usize).checked_mul(PIECE)?;
            data.extend_from_slice(pieces.get(at..at.checked_add(PIECE)?.min(pieces.len()))?);
            id = u32_at(&next, (id as usize).checked_mul(4)?)?;
        }
        data.truncate(length);
        Some(data)
    }
}

/// Records of a stream: kind and data.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = 0usize;
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
        let data = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((kind, data))
    })
}

struct Globals {
    /// Where each sheet begins.
    sheets: Vec<usize>,
    /// Which cell formats show percentages.
    percent: Vec<bool>,
}

impl Globals {
    fn read(book: &[u8]) -> Result<Self, Refusal> {
        const SHOWN_SO: [u16; 2] = [9, 10];
        let (mut sheets, mut formats, mut shown) = (Vec::new(), Vec::new(), Vec::new());
        for (kind, data) in records(book) {
            match kind {
                EOF => break,
                BOUND_SHEET => sheets.push(u32_at(data, 0).ok_or_else(broken)? as usize),
                FORMAT => {
                    let id = u16_at(data, 0).ok_or_else(broken)?;
                    if number::is_percent(&text(data.get(2..).unwrap_or_default())) {
                        shown.push(id);
                    }
                }
                XF => formats.push(u16_at(data, 2).ok_or_else(broken)?),
                SHARED_TEXTS => {
                    let count = u32_at(data, 4).ok_or_else(broken)? as usize;
                    // The shortest text has a length and a flag.
                    if count > book.len() / 3 {
                        return Err(broken());
                    }
                }
                _ => {}
            }
        }
        let percent = |id: u16| shown.contains(&id) || SHOWN_SO.contains(&id);
        Ok(Self { sheets, percent: formats.into_iter().map(percent).collect() })
    }
}

/// The text of a number format.
fn text(data: &[u8]) -> String {
    let Some(wide) = data.get(2) else { return String::new() };
    let signs = &data[3..];
    if wide & 1 == 0 {
        return signs.iter().map(|byte| char::from(*byte)).collect();
    }
    let units: Vec<u16> = (0..signs.len() / 2).filter_map(|at| u16_at(signs, 2 * at)).collect();
    String::from_utf16_lossy(&units)
}

/// The area of a sheet, values and formulas, and its percentages.
fn sheet(stream: &[u8], percent: &[bool]) -> Result<(u64, Percent), Refusal> {
    let mut cells = Percent::default();
    let (mut values, mut formulas) = (Area::default(), Area::default());
    let mut depth = 0usize;
    for (kind, data) in records(stream) {
        match kind {
            BOF => depth += 1,
            EOF if depth <= 1 => break,
            EOF => depth -= 1,
            // Charts inside the sheet.
            _ if depth > 1 => {}
            DIMENSIONS => {
                let (rows, columns) = dimensions(data).ok_or_else(broken)?;
                if rows.saturating_mul(columns) > 4 * MAX_AREA {
                    return Err(Refusal::TooLarge);
                }
            }
            FORMULA => {
                let (row, column, format) = cell(data).ok_or_else(broken)?;
                values.grow(row, column);
                formulas.grow(row, column);
                cells.note(row, column, format, percent);
            }
            MANY_NUMBERS => {
                let (row, first, _) = cell(data).ok_or_else(broken)?;
                let numbers = data.len().saturating_sub(6) / 6;
                for at in 0..numbers {
                    let step = u16::try_from(at).map_err(|_| broken())?;
                    let column = first.checked_add(step).ok_or_else(broken)?;
                    let format = u16_at(data, 4 + 6 * at).ok_or_else(broken)?;
                    values.grow(row, column);
                    cells.note(row, column, format, percent);
                }
            }
            kind if CELLS.contains(&kind) => {
                let (row, column, format) = cell(data).ok_or_else(broken)?;
                values.grow(row, column);
                cells.note(row, column, format, percent);
            }
            _ => {}
        }
    }
    cells.0.sort_unstable();
    Ok((values.size().saturating_add(formulas.size()), cells))
}

impl Percent {
    fn note(&mut self, row: u16, column: u16, format: u16, percent: &[bool]) {
        if percent.get(usize::from(format)).copied().unwrap_or_default() {
            self.0.push((u32::from(row) + 1, column.saturating_add(1)));
        }
    }
}

/// Row, column and format, with which each record of a cell begins.
fn cell(data: &[u8]) -> Option<(u16, u16, u16)> {
    Some((u16_at(data, 0)?, u16_at(data, 2)?, u16_at(data, 4)?))
}

/// Rows and columns that a sheet declares.
fn dimensions(data: &[u8]) -> Option<(u64, u64)> {
    let (rows, columns) = match data.len() {
        10.. if data.len() >= 14 => (
            u32_at(data, 4)?.checked_sub(u32_at(data, 0)?)?,
            u16_at(data, 10)?.checked_sub(u16_at(data, 8)?)?,
        ),
        10.. => (
            u16_at(data, 2)?.checked_sub(u16_at(data, 0)?)?.into(),
            u16_at(data, 6)?.checked_sub(u16_at(data, 4)?)?,
        ),
        _ => return None,
    };
    Some((rows.into(), columns.into()))
}

/// The rectangle around cells.
#[derive(Default)]
struct Area(Option<((u16, u16), (u16, u16))>);

impl Area {
    fn grow(&mut self, row: u16, column: u16) {
        let (rows, columns) = self.0.unwrap_or(((row, row), (column, column)));
        let wider = |(low, high): (u16, u16), at: u16| (low.min(at), high.max(at));
        self.0 = Some((wider(rows, row), wider(columns, column)));
    }

    fn size(&self) -> u64 {
        let length = |(low, high): (u16, u16)| u64::from(high - low) + 1;
        self.0.map_or(0, |(rows, columns)| length(rows) * length(columns))
    }
}
