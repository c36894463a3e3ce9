//! `svod explain`: the schools and source cells behind one cell of a table.

use crate::diag::{At, Code, Diagnostics, Place};
use crate::edition::Published;
use crate::model::ids::TableId;
use crate::model::tabulation::{TabCell, Tabulation, Unit};
use crate::source::{Position, Sources};
use crate::text::{Arg, Text};

use super::load::{load, report};
use super::table::unknown;
use super::{Common, Console, ExplainArgs, Status};

pub(super) fn run(args: &ExplainArgs, common: &Common, console: &Console<'_>) -> Status {
    let loaded = match load(common, console) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    let report = match report(&loaded, console) {
        Ok(report) => report,
        Err(status) => return status,
    };
    let (table, cell) = match find(args, &loaded.published) {
        Ok(found) => found,
        Err(faults) => {
            console.faults(&faults, &loaded.sources);
            return Status::Usage;
        }
    };
    let shown = report.table(&args.table);
    let row = shown.iter().flat_map(|t| &t.rows).find(|r| r.id == args.row);
    let column = shown.iter().flat_map(|t| &t.columns).position(|c| c.id == args.column);
    let printed = row.zip(column).map(|(row, at)| {
        let cell = &row.cells[at];
        let detail = cell.detail.as_ref().map(|d| format!(" ({d})")).unwrap_or_default();
        format!("{}{detail}", cell.text)
    });
    let explain = Explain {
        text: console.text(),
        published: &loaded.published,
        sources: &loaded.sources,
        of: (&table.id, &args.row, &args.column),
    };
    let base = report.base_sentence(table).map(|base| base + "\n").unwrap_or_default();
    let title = table.columns.iter().find(|c| c.id.as_str() == args.column);
    let heading = format!(
        "{}\n{} · {}: {}\n",
        table.title,
        row.map_or("", |r| r.title.text.as_str()),
        title.map_or("", |c| c.title.as_str()),
        printed.unwrap_or_default(),
    );
    console.result(&(heading + &base + &explain.members(cell)));
    Status::Done
}

fn find<'a>(
    args: &ExplainArgs,
    published: &'a Published,
) -> Result<(&'a Tabulation, &'a TabCell), Diagnostics> {
    let one = |fault| std::iter::once(fault).collect::<Diagnostics>();
    let Some(table) = published.table(&args.table) else {
        let known: Vec<_> = published.tables().iter().map(|t| t.id.as_str()).collect();
        return Err(one(unknown(Code::UnknownTable, &args.table, &known)));
    };
    let mut faults = Vec::new();
    for (headings, wanted) in [(&table.rows, &args.row), (&table.columns, &args.column)] {
        let known: Vec<_> = headings.iter().map(|h| h.id.as_str()).collect();
        if !known.contains(&wanted.as_str()) {
            let fault = unknown(Code::UnknownLine, wanted, &known);
            faults.push(fault.with("table", &table.id));
        }
    }
    match table.find(&args.row, &args.column) {
        Some(cell) if faults.is_empty() => Ok((table, cell)),
        _ => Err(faults.into_iter().collect()),
    }
}

struct Explain<'a> {
    text: &'a Text,
    published: &'a Published,
    sources: &'a Sources,
    of: (&'a TableId, &'a str, &'a str),
}

impl Explain<'_> {
    /// The members by name in alphabetical order, each with the cells that put it there.
    fn members(&self, cell: &TabCell) -> String {
        let mut members: Vec<&Unit> = cell.members.iter().collect();
        let name = |unit: &&Unit| self.text.sort_key(&self.published.school(unit.school).name);
        members.sort_by_cached_key(|unit| (name(unit), **unit));
        let n = u32::try_from(members.len()).unwrap_or(u32::MAX);
        let mut lines =
            vec![String::new(), self.text.say("explain-members", &[("n", Arg::Count(n))])];
        for (at, unit) in members.into_iter().enumerate() {
            lines.push(format!("{:>4}. {}", at + 1, self.member(unit)));
            let places = self.published.sources_of(self.of, unit);
            lines.extend(places.into_iter().map(|place| format!("      {}", self.place(place))));
        }
        lines.join("\n") + "\n"
    }

    fn member(&self, unit: &Unit) -> String {
        let school = self.published.school(unit.school);
        let municipality = &self.published.municipality(school.municipality).name;
        let procedure = unit.procedure.map(|p| self.published.method().procedure(p).title.clone());
        let year = unit.year.map(|y| y.to_string());
        let parts =
            [Some(format!("{} ({}), {municipality}", school.name, school.id)), procedure, year];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// `data/context.csv:12  staff_deficit = 1`.
    fn place(&self, place: Place) -> String {
        let position = self.sources.position(place);
        let value = self.sources.value(place);
        let named = place_words(&position, self.text);
        let said = match (place.at, position.header, value) {
            (At::Cell(..), Some(header), Some(value)) => format!("  {header} = {value}"),
            (_, _, Some(row)) => format!("  {row}"),
            _ => String::new(),
        };
        format!("{named}{said}")
    }
}

/// `data/context.csv:12`; «data/results.xlsx, лист «2022», ячейка D17».
fn place_words(position: &Position, text: &Text) -> String {
    let file = Arg::Str(&position.file);
    match (&position.sheet, position.address()) {
        (Some(sheet), Some(cell)) if position.column.is_some() => text.say(
            "cli-place-cell",
            &[("file", file), ("sheet", Arg::Str(sheet)), ("cell", Arg::Str(&cell))],
        ),
        (Some(sheet), _) => {
            let row = position.line.map(|row| row.to_string()).unwrap_or_default();
            text.say(
                "cli-place-row",
                &[("file", file), ("sheet", Arg::Str(sheet)), ("row", Arg::Str(&row))],
            )
        }
        (None, _) => {
            let line = position.line.map(|line| format!(":{line}")).unwrap_or_default();
            format!("{}{line}", position.file)
        }
    }
}
