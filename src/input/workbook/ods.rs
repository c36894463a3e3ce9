//! ODS, read straight from its content: cells by absolute address, repeats expanded only where they
//! hold something, and percentages known as such.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::{Grid, MAX_CELLS, Merged, Refusal, SheetName, number};
use crate::source::CellKind;

/// The size of the largest sheet that spreadsheets make.
const MAX_ROWS: u32 = 1_048_576;
const MAX_COLUMNS: u32 = 16_384;

pub(super) struct Book {
    sheets: Vec<(SheetName, Grid)>,
}

impl Book {
    /// Reads all sheets; together they may hold what one sheet may.
    pub(super) fn open(content: &[u8]) -> Result<Self, Refusal> {
        let mut parser = Parser::new(content);
        let mut sheets = Vec::new();
        let mut left = MAX_CELLS;
        while let Some(element) = parser.next_element()? {
            match element.name().as_ref() {
                "style:style" => parser.style(&element)?,
                "style:table-properties" => parser.table_properties(&element)?,
                "table:table" => {
                    let name = attribute(&element, "table:name")?.unwrap_or_default();
                    let style = attribute(&element, "table:style-name")?;
                    let hidden = style.is_some_and(|style| parser.hidden.contains(&style));
                    let grid = parser.table(left)?;
                    left -= grid.sheet.len();
                    sheets.push((SheetName { name, hidden }, grid));
                }
                _ => {}
            }
        }
        Ok(Self { sheets })
    }

    pub(super) fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|(name, _)| name.clone()).collect()
    }

    pub(super) fn read(&mut self, name: &str) -> Result<Grid, Refusal> {
        let found = self.sheets.iter_mut().find(|(sheet, _)| sheet.name == name);
        found.map(|(_, grid)| std::mem::take(grid)).ok_or(Refusal::Other)
    }
}

/// A cell as written, with how often it is repeated to the right.
struct Cell {
    kind: CellKind,
    text: String,
    times: u32,
    /// Rows and columns it spans.
    span: (u32, u32),
}

struct Parser<'a> {
    reader: Reader<&'a [u8]>,
    style: Option<String>,
    /// Styles of tables that are not shown.
    hidden: Vec<String>,
}

impl<'a> Parser<'a> {
    fn new(content: &'a [u8]) -> Self {
        let mut reader = Reader::from_reader(content);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        Self { reader, style: None, hidden: Vec::new() }
    }

    fn event(&mut self) -> Result<Event<'a>, Refusal> {
        self.reader.read_event().map_err(Refusal::broken)
    }

    /// The next element that begins; `None` at the end.
    fn next_element(&mut self) -> Result<Option<BytesStart<'a>>, Refusal> {
        loop {
            match self.event()? {
                Event::Start(element) => return Ok(Some(element)),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    fn style(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        self.style = attribute(element, "style:name")?;
        Ok(())
    }

    fn table_properties(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        if attribute(element, "table:display")?.as_deref() == Some("false") {
            self.hidden.extend(self.style.take());
        }
        Ok(())
    }

    /// The rows of a table, to its end.
    fn table(&mut self, most: usize) -> Result<Grid, Refusal> {
        let mut grid = Grid::default();
        let mut row = 1u32;
        loop {
            match self.event()? {
                Event::Start(element) if element.name().as_ref() == "table:table-row" => {
                    let times = count(&element, "table:number-rows-repeated")?;
                    let cells = self.row()?;
                    if cells.iter().all(|(_, cell)| cell.text.is_empty()) {
                        row = row.saturating_add(times);
                        continue;
                    }
                    for _ in 0..times {
                        put_row(&mut grid, row, &cells, most)?;
                        row = row.saturating_add(1);
                    }
                }
                Event::End(element) if element.name().as_ref() == "table:table" => return Ok(grid),
                Event::Eof => return Err(Refusal::Broken("a table has no end".to_owned())),
                _ => {}
            }
        }
    }

    /// The cells of a row that hold something or are merged, with their columns.
    fn row(&mut self) -> Result<Vec<(u32, Cell)>, Refusal> {
        let mut cells = Vec::new();
        let mut column = 1u32;
        loop {
            match self.event()? {
                Event::Start(element) => {
                    let name = element.name();
                    if !matches!(name.as_ref(), "table:table-cell" | "table:covered-table-cell") {
                        continue;
                    }
                    let cell = self.cell(&element)?;
                    let times = cell.times;
                    if !cell.text.is_empty() || cell.span != (1, 1) {
                        cells.push((column, cell));
                    }
                    column = column.saturating_add(times);
                }
                Event::End(element) if element.name().as_ref() == "table:table-row" => {
                    return Ok(cells);
                }
                Event::Eof => return Err(Refusal::Broken("a row has no end".to_owned())),
                _ => {}
            }
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>) -> Result<Cell, Refusal> {
        let times = count(element, "table:number-columns-repeated")?;
        let span = (
            count(element, "table:number-rows-spanned")?,
            count(element, "table:number-columns-spanned")?,
        );
        let kind = attribute(element, "office:value-type")?.unwrap_or_default();
        let error = attribute(element, "calcext:value-type")?.as_deref() == Some("error");
        let value = attribute(element, "office:value")?;
        let number = value.as_deref().and_then(|value| value.parse::<f64>().ok());
        let date = attribute(element, "office:date-value")?;
        let yes = attribute(element, "office:boolean-value")?;
        let stated = attribute(element, "office:string-value")?;
        let shown = self.text()?;
        let (kind, text) = match (&*kind, number, date, yes) {
            _ if error => (CellKind::Error, shown),
            ("percentage", Some(number), ..) => (CellKind::Percent, number::percent(number)),
            ("float" | "currency", Some(number), ..) => (CellKind::Number, number::decimal(number)),
            ("date", _, Some(date), _) => (CellKind::Date, number::iso_day(&date)),
            ("boolean", _, _, Some(yes)) => {
                (CellKind::YesNo, if yes == "true" { "ИСТИНА" } else { "ЛОЖЬ" }.to_owned())
            }
            _ => (CellKind::Text, stated.filter(|text| !text.is_empty()).unwrap_or(shown)),
        };
        Ok(Cell { kind, text: text.trim().to_owned(), times, span })
    }

    /// The text that a cell shows, to its end, without its annotations.
    fn text(&mut self) -> Result<String, Refusal> {
        let mut text = String::new();
        let (mut depth, mut aside) = (0usize, 0usize);
        loop {
            match self.event()? {
                Event::Start(element) => {
                    depth += 1;
                    match element.name().as_ref() {
                        "office:annotation" => aside = aside.max(depth),
                        _ if aside > 0 => {}
                        "text:p" if !text.is_empty() => text.push('\n'),
                        "text:s" => {
                            let times = count(&element, "text:c")?.min(1_000);
                            text.extend((0..times).map(|_| ' '));
                        }
                        "text:tab" | "text:line-break" => text.push(' '),
                        _ => {}
                    }
                }
                Event::Text(part) if aside == 0 => text.push_str(&part.xml10_content()),
                Event::CData(part) if aside == 0 => text.push_str(&part.xml10_content()),
                Event::GeneralRef(entity) if aside == 0 => {
                    match entity.resolve_char_ref().map_err(Refusal::broken)? {
                        Some(sign) => text.push(sign),
                        None => text.push_str(resolve_predefined_entity(&entity).unwrap_or("")),
                    }
                }
                Event::End(_) if depth == 0 => return Ok(text),
                Event::End(_) => {
                    if aside == depth {
                        aside = 0;
                    }
                    depth -= 1;
                }
                Event::Eof => return Err(Refusal::Broken("a cell has no end".to_owned())),
                _ => {}
            }
        }
    }
}

fn put_row(grid: &mut Grid, row: u32, cells: &[(u32, Cell)], most: usize) -> Result<(), Refusal> {
    for (first, cell) in cells {
        for step in 0..cell.times {
            let column = first.saturating_add(step);
            if row > MAX_ROWS || column > MAX_COLUMNS || grid.sheet.len() >= most {
                return Err(Refusal::TooLarge);
            }
            // 16 384 fits.
            grid.sheet.push(row, column as u16, cell.kind, &cell.text)?;
            let (rows, columns) = cell.span;
            if (rows, columns) != (1, 1) {
                let bottom = row.saturating_add(rows - 1).min(MAX_ROWS);
                let right = column.saturating_add(columns - 1).min(MAX_COLUMNS);
                let columns = (column as u16, right as u16);
                grid.merged.push(Merged { rows: (row, bottom), columns });
            }
        }
    }
    Ok(())
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, Refusal> {
    let Some(found) = element.try_get_attribute(name).map_err(Refusal::broken)? else {
        return Ok(None);
    };
    let version = quick_xml::XmlVersion::Implicit1_0;
    found.normalized_value(version).map(|value| Some(value.into_owned())).map_err(Refusal::broken)
}

/// How often something is repeated or how far it spans: 1 unless stated.
fn count(element: &BytesStart<'_>, name: &str) -> Result<u32, Refusal> {
    let count = attribute(element, name)?.and_then(|text| text.parse().ok());
    Ok(count.unwrap_or(1).max(1))
}
