//! Workbooks from text, so that what a test reads can be reviewed as text.
//!
//! ```text
//! [ВПР] C3            a sheet; the first row begins at C3 (A1 unless stated)
//! Школа | Участники   cells of a row
//! sch-1 | 12          a number
//! sch-2 | "12"        a number typed as text
//! ```
//!
//! Further: `35.7%` a number shown as a percentage, `2023-03-15` a day, `=#REF!` an error of a formula,
//! `=12` the result of a formula, `TRUE`, `FALSE`; `<` merged with the cell to the left, `^` with the one
//! above; `\n` a line break, `\_` a no-break space, `\i` a bar. `[Лист] hidden` is a sheet that is not shown. Lines
//! that begin with `//` are left out, `-` alone is an empty row.

#![allow(clippy::unwrap_used, clippy::panic, dead_code)]

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::write::SimpleFileOptions;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Percent(f64),
    Day(u16, u8, u8),
    YesNo(bool),
    Error(String),
    Result(f64),
    /// Merged with the one to the left, with the one above.
    Left,
    Above,
}

/// A sheet: cells from a corner on.
#[derive(Clone, Debug)]
pub struct Sheet {
    pub name: String,
    pub hidden: bool,
    /// Row and column of the first cell, from 0.
    pub corner: (u32, u16),
    pub rows: Vec<Vec<Cell>>,
}

/// The sheets that a text describes.
pub fn sheets(text: &str) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with("//") && !line.is_empty()) {
        if let Some(head) = line.strip_prefix('[') {
            let (name, rest) = head.split_once(']').unwrap();
            let mut corner = (0, 0);
            for word in rest.split_whitespace().filter(|word| *word != "hidden") {
                corner = address(word);
            }
            let hidden = rest.contains("hidden");
            sheets.push(Sheet { name: name.to_owned(), hidden, corner, rows: Vec::new() });
            continue;
        }
        let cells = if line == "-" { Vec::new() } else { line.split('|').map(cell).collect() };
        sheets.last_mut().expect("a sheet first").rows.push(cells);
    }
    sheets
}

/// `C3` as row and column from 0.
fn address(text: &str) -> (u32, u16) {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase);
    let column = letters.clone().fold(0, |n, b| n * 26 + u16::from(b - b'A') + 1) - 1;
    (text[letters.count()..].parse::<u32>().unwrap() - 1, column)
}

fn cell(text: &str) -> Cell {
    let text = text.trim_matches(' ');
    let day = |text: &str| -> Option<Cell> {
        let parts: Vec<u16> =
            text.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        let [year, month, day] = parts[..] else { return None };
        Some(Cell::Day(year, month.try_into().ok()?, day.try_into().ok()?))
    };
    match text {
        "" => Cell::Empty,
        "<" => Cell::Left,
        "^" => Cell::Above,
        "TRUE" => Cell::YesNo(true),
        "FALSE" => Cell::YesNo(false),
        _ => {
            if let Ok(number) = text.parse() {
                return Cell::Number(number);
            }
            if let Some(Ok(number)) = text.strip_suffix('%').map(str::parse::<f64>) {
                return Cell::Percent(number / 100.0);
            }
            if let Some(formula) = text.strip_prefix('=') {
                let number = formula.parse().map(Cell::Result);
                return number.unwrap_or_else(|_| Cell::Error(formula.to_owned()));
            }
            let quoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
            let words = quoted.unwrap_or(text).replace("\\n", "\n").replace("\\_", "\u{A0}");
            let words = words.replace("\\i", "|");
            day(text).unwrap_or(Cell::Text(words))
        }
    }
}

/// The last row and column of the merged area that begins at a cell.
fn area(rows: &[Vec<Cell>], row: usize, column: usize) -> (usize, usize) {
    let is = |r: usize, c: usize, what: &Cell| rows.get(r).and_then(|row| row.get(c)) == Some(what);
    let mut right = column;
    while is(row, right + 1, &Cell::Left) {
        right += 1;
    }
    let mut bottom = row;
    while is(bottom + 1, column, &Cell::Above) {
        bottom += 1;
    }
    (bottom, right)
}

/// An Excel workbook.
pub fn xlsx(sheets: &[Sheet]) -> Vec<u8> {
    let mut book = Workbook::new();
    let shown = sheets.iter().position(|sheet| !sheet.hidden);
    for (at, sheet) in sheets.iter().enumerate() {
        let page = book.add_worksheet();
        page.set_active(shown == Some(at));
        page.set_name(&sheet.name).unwrap().set_hidden(sheet.hidden);
        for (r, cells) in sheet.rows.iter().enumerate() {
            for (c, cell) in cells.iter().enumerate() {
                let (bottom, right) = area(&sheet.rows, r, c);
                let at =
                    |r: usize, c: usize| (sheet.corner.0 + r as u32, sheet.corner.1 + c as u16);
                let ((top, left), (last, end)) = (at(r, c), at(bottom, right));
                let merged = (bottom, right) != (r, c);
                if merged && !matches!(cell, Cell::Left | Cell::Above) {
                    page.merge_range(top, left, last, end, "", &Format::new()).unwrap();
                }
                put(page, top, left, cell);
            }
        }
    }
    book.save_to_buffer().unwrap()
}

fn put(page: &mut Worksheet, row: u32, column: u16, cell: &Cell) {
    match cell {
        Cell::Empty | Cell::Left | Cell::Above => return,
        Cell::Text(text) => page.write_string(row, column, text),
        Cell::Number(number) => page.write_number(row, column, *number),
        Cell::Percent(number) => {
            let format = Format::new().set_num_format("0.0%");
            page.write_number_with_format(row, column, *number, &format)
        }
        Cell::Day(year, month, day) => {
            let format = Format::new().set_num_format("dd.mm.yyyy");
            let day = ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
            page.write_datetime_with_format(row, column, &day, &format)
        }
        Cell::YesNo(yes) => page.write_boolean(row, column, *yes),
        Cell::Error(error) => {
            page.write_formula(row, column, Formula::new("=A1/0").set_result(error))
        }
        Cell::Result(number) => {
            page.write_formula(row, column, Formula::new("=A1").set_result(number.to_string()))
        }
    }
    .unwrap();
}

/// An archive of parts.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An OpenDocument spreadsheet.
pub fn ods(sheets: &[Sheet]) -> Vec<u8> {
    let escape =
        |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let mut body = String::new();
    for sheet in sheets {
        let style = if sheet.hidden { "hidden" } else { "shown" };
        body += &format!(
            "<table:table table:name=\"{}\" table:style-name=\"{style}\">",
            escape(&sheet.name)
        );
        if sheet.corner.0 > 0 {
            body += &format!(
                "<table:table-row table:number-rows-repeated=\"{}\"><table:table-cell/></table:table-row>",
                sheet.corner.0
            );
        }
        for (r, cells) in sheet.rows.iter().enumerate() {
            body += "<table:table-row>";
            if sheet.corner.1 > 0 {
                body += &format!(
                    "<table:table-cell table:number-columns-repeated=\"{}\"/>",
                    sheet.corner.1
                );
            }
            for (c, cell) in cells.iter().enumerate() {
                let (bottom, right) = area(&sheet.rows, r, c);
                let span = if matches!(cell, Cell::Left | Cell::Above) || (bottom, right) == (r, c)
                {
                    String::new()
                } else {
                    format!(
                        " table:number-rows-spanned=\"{}\" table:number-columns-spanned=\"{}\"",
                        bottom - r + 1,
                        right - c + 1
                    )
                };
                let value = |kind: &str, value: String, shown: String| {
                    format!(
                        "<table:table-cell{span} office:value-type=\"{kind}\" {value}><text:p>{shown}</text:p></table:table-cell>"
                    )
                };
                let number =
                    |kind, n: f64| value(kind, format!("office:value=\"{n}\""), n.to_string());
                body += &match cell {
                    Cell::Empty => "<table:table-cell/>".to_owned(),
                    Cell::Left | Cell::Above => "<table:covered-table-cell/>".to_owned(),
                    Cell::Text(text) => {
                        let paragraphs = escape(text).replace('\n', "</text:p><text:p>");
                        value("string", String::new(), paragraphs)
                    }
                    Cell::Number(n) | Cell::Result(n) => number("float", *n),
                    Cell::Percent(n) => number("percentage", *n),
                    Cell::Day(y, m, d) => {
                        let iso = format!("{y:04}-{m:02}-{d:02}");
                        value("date", format!("office:date-value=\"{iso}\""), iso.clone())
                    }
                    Cell::YesNo(yes) => {
                        value("boolean", format!("office:boolean-value=\"{yes}\""), yes.to_string())
                    }
                    Cell::Error(error) => {
                        let kind = "office:string-value=\"\" calcext:value-type=\"error\"";
                        value("string", kind.to_owned(), escape(error))
                    }
                };
            }
            body += "</table:table-row>";
        }
        body += "</table:table>";
    }
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:automatic-styles>\
         <style:style style:name=\"hidden\"><style:table-properties table:display=\"false\"/></style:style>\
         <style:style style:name=\"shown\"><style:table-properties table:display=\"true\"/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{body}</office:spreadsheet>\
         </office:body></office:document-content>"
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

/// A workbook of Excel 97: records of BIFF8 in a compound file.
pub fn xls(sheets: &[Sheet]) -> Vec<u8> {
    const PERCENT: u16 = 1;
    const DAY: u16 = 2;
    let bof = |kind: u16| record(0x0809, &[&[0, 6], &kind.to_le_bytes()[..], &[0; 12]].concat());
    let format = |id: u16| {
        let mut xf = vec![0; 20];
        xf[2..4].copy_from_slice(&id.to_le_bytes());
        record(0x00E0, &xf)
    };
    let mut bodies = Vec::new();
    for sheet in sheets {
        let mut body = bof(0x10);
        let mut merged = Vec::new();
        for (r, cells) in sheet.rows.iter().enumerate() {
            for (c, cell) in cells.iter().enumerate() {
                let (bottom, right) = area(&sheet.rows, r, c);
                let row = |r: usize| (sheet.corner.0 as usize + r) as u16;
                let column = |c: usize| sheet.corner.1 + c as u16;
                if (bottom, right) != (r, c) && !matches!(cell, Cell::Left | Cell::Above) {
                    for n in [row(r), row(bottom), column(c), column(right)] {
                        merged.extend(n.to_le_bytes());
                    }
                }
                let at = |format: u16| {
                    [row(r), column(c), format]
                        .iter()
                        .flat_map(|n| n.to_le_bytes())
                        .collect::<Vec<u8>>()
                };
                let number =
                    |format, n: f64| record(0x0203, &[at(format), n.to_le_bytes().into()].concat());
                body.extend(match cell {
                    Cell::Empty | Cell::Left | Cell::Above => Vec::new(),
                    Cell::Text(text) => {
                        let units: Vec<u8> =
                            text.encode_utf16().flat_map(u16::to_le_bytes).collect();
                        let length = (units.len() as u16 / 2).to_le_bytes();
                        record(0x0204, &[at(0), length.into(), vec![1], units].concat())
                    }
                    Cell::Number(n) | Cell::Result(n) => number(0, *n),
                    Cell::Percent(n) => number(PERCENT, *n),
                    Cell::Day(y, m, d) => {
                        number(DAY, ExcelDateTime::from_ymd(*y, *m, *d).unwrap().to_excel())
                    }
                    Cell::YesNo(yes) => record(0x0205, &[at(0), vec![u8::from(*yes), 0]].concat()),
                    Cell::Error(error) => {
                        let code = match error.as_str() {
                            "#NULL!" => 0x00,
                            "#DIV/0!" => 0x07,
                            "#VALUE!" => 0x0F,
                            "#REF!" => 0x17,
                            "#NAME?" => 0x1D,
                            "#NUM!" => 0x24,
                            _ => 0x2A,
                        };
                        record(0x0205, &[at(0), vec![code, 1]].concat())
                    }
                });
            }
        }
        if !merged.is_empty() {
            let count = (merged.len() as u16 / 8).to_le_bytes();
            body.extend(record(0x00E5, &[count.into(), merged].concat()));
        }
        body.extend(record(0x000A, &[]));
        bodies.push(body);
    }
    let globals = |starts: &[usize]| {
        let mut stream = bof(0x05);
        stream.extend(record(0x0042, &1200u16.to_le_bytes()));
        stream.extend([0, 9, 14].map(format).concat());
        for (sheet, start) in sheets.iter().zip(starts) {
            let units: Vec<u8> = sheet.name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let head = [(*start as u32).to_le_bytes().to_vec(), vec![u8::from(sheet.hidden), 0]];
            let name = [vec![units.len() as u8 / 2, 1], units].concat();
            stream.extend(record(0x0085, &[head.concat(), name].concat()));
        }
        stream.extend(record(0x000A, &[]));
        stream
    };
    let mut at = globals(&vec![0; sheets.len()]).len();
    let starts: Vec<usize> = bodies
        .iter()
        .map(|body| {
            let start = at;
            at += body.len();
            start
        })
        .collect();
    compound("Workbook", &[globals(&starts), bodies.concat()].concat())
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
}

/// A compound file with one stream.
pub fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    const END: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    const TABLE: u32 = 0xFFFF_FFFD;
    // Short streams would stand elsewhere.
    let length = stream.len().max(4_096);
    let data = length.div_ceil(SECTOR);
    // Tables of sectors first, then the directory, then the stream.
    let mut tables = 1;
    while (tables + 1 + data).div_ceil(SECTOR / 4) > tables {
        tables += 1;
    }
    let mut next = vec![FREE; tables * SECTOR / 4];
    next[..tables].fill(TABLE);
    next[tables] = END;
    for at in 0..data {
        next[tables + 1 + at] = if at + 1 == data { END } else { (tables + 2 + at) as u32 };
    }
    let mut file = vec![0u8; SECTOR];
    file[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let mut put = |at: usize, bytes: &[u8]| file[at..at + bytes.len()].copy_from_slice(bytes);
    put(24, &[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    put(44, &(tables as u32).to_le_bytes());
    put(48, &(tables as u32).to_le_bytes());
    put(56, &4_096u32.to_le_bytes());
    put(60, &END.to_le_bytes());
    put(68, &END.to_le_bytes());
    for at in 0..109 {
        let id = if at < tables { at as u32 } else { FREE };
        put(76 + 4 * at, &id.to_le_bytes());
    }
    file.extend(next.iter().flat_map(|id| id.to_le_bytes()));
    let entry = |name: &str, kind: u8, child: u32, start: u32, length: u32| {
        let mut entry = vec![0u8; 128];
        let units: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry[..units.len()].copy_from_slice(&units);
        entry[64..66].copy_from_slice(&(units.len() as u16 + 2).to_le_bytes());
        entry[66] = kind;
        entry[68..76].fill(0xFF);
        entry[76..80].copy_from_slice(&child.to_le_bytes());
        entry[116..120].copy_from_slice(&start.to_le_bytes());
        entry[120..124].copy_from_slice(&length.to_le_bytes());
        entry
    };
    let mut directory = entry("Root Entry", 5, 1, END, 0);
    directory.extend(entry(name, 2, FREE, tables as u32 + 1, length as u32));
    directory.resize(SECTOR, 0);
    file.extend(directory);
    file.extend(stream);
    file.resize(SECTOR * (1 + tables + 1 + data), 0);
    file
}
