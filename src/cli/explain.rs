//! `svod explain`: the schools and source cells behind one cell of a table.

use crate::diag::{At, Code, Diagnostic, Place};
use crate::edition::Published;
use crate::model::ids::TableId;
use crate::model::tabulation::{TabCell, Unit};
use crate::pipeline::Loaded;
use crate::report::column_id;
use crate::report::view::Table;
use crate::source::{Position, Sources};
use crate::text::{Arg, Text};

use super::load::{folder, load, report};
use super::table::unknown;
use super::{Common, Console, ExplainArgs, Status};

pub(super) fn run(args: &ExplainArgs, common: &Common, console: &Console<'_>) -> Status {
    let files = match folder(&args.shown, common, console) {
        Ok(files) => files,
        Err(status) => return status,
    };
    let loaded = match load(&files, &args.shown, console) {
        Ok(loaded) => loaded,
        Err(status) => return status,
    };
    let report = match report(&loaded, console) {
        Ok(report) => report,
        Err(status) => return status,
    };
    let Some(shown) = report.table(&args.table) else {
        let known: Vec<_> = report.table_ids().collect();
        return refuse(vec![unknown(Code::UnknownTable, &args.table, &known)], &loaded, console);
    };
    let row = shown.rows.iter().find(|row| row.id == args.row);
    let column = shown.columns.iter().position(|column| column.id == args.column);
    let (Some(row), Some(at)) = (row, column) else {
        return refuse(misnamed(args, &shown), &loaded, console);
    };
    let explain =
        Explain { text: console.text(), published: &loaded.published, sources: &loaded.sources };
    let (base, behind) = match loaded.published.table(&args.table) {
        Some(table) => match table.find(&args.row, &args.column) {
            Some(cell) => {
                let of = (&table.id, args.row.as_str(), args.column.as_str());
                (report.base_sentence(table), explain.members(of, cell))
            }
            None => return refuse(misnamed(args, &shown), &loaded, console),
        },
        None => (shown.base.clone(), explain.school(args)),
    };
    let cell = &row.cells[at];
    let detail = cell.detail.as_ref().map(|d| format!(" ({d})")).unwrap_or_default();
    let (corner, title) = (&row.title.text, &shown.columns[at].title);
    let heading = format!("{}\n{corner} · {title}: {}{detail}\n", shown.caption, cell.text);
    let base = base.map(|base| base + "\n").unwrap_or_default();
    console.result(&(heading + &base + &behind));
    Status::Done
}

/// Draws what was asked wrongly.
fn refuse(faults: Vec<Diagnostic>, loaded: &Loaded, console: &Console<'_>) -> Status {
    console.faults(&faults.into_iter().collect(), &loaded.sources);
    Status::Usage
}

/// Names of a row or a column that the table does not have.
fn misnamed(args: &ExplainArgs, shown: &Table) -> Vec<Diagnostic> {
    let rows: Vec<&str> = shown.rows.iter().map(|row| row.id.as_str()).collect();
    let columns: Vec<&str> = shown.columns.iter().map(|column| column.id.as_str()).collect();
    let asked = [(rows, &args.row), (columns, &args.column)];
    let wrong = asked.into_iter().filter(|(known, wanted)| !known.contains(&wanted.as_str()));
    wrong
        .map(|(known, wanted)| {
            unknown(Code::UnknownLine, wanted, &known).with("table", &args.table)
        })
        .collect()
}

/// The column of a table of schools that the engine knows by itself.
const MUNICIPALITY: &str = "municipality";

struct Explain<'a> {
    text: &'a Text,
    published: &'a Published,
    sources: &'a Sources,
}

impl Explain<'_> {
    /// The members of a cell of a table, by row and column: by name in alphabetical order, each with
    /// the values that put it there.
    fn members(&self, of: (&TableId, &str, &str), cell: &TabCell) -> String {
        if !self.published.shows_schools() {
            return self.withheld();
        }
        let mut members: Vec<&Unit> = cell.members.iter().collect();
        let name = |unit: &&Unit| self.text.sort_key(&self.published.school(unit.school).name);
        members.sort_by_cached_key(|unit| (name(unit), **unit));
        let n = u32::try_from(members.len()).unwrap_or(u32::MAX);
        let mut lines =
            vec![String::new(), self.text.say("explain-members", &[("n", Arg::Count(n))])];
        for (at, unit) in members.into_iter().enumerate() {
            lines.push(format!("{:>4}. {}", at + 1, self.member(unit)));
            lines.extend(self.places(self.published.sources_of(of, unit)));
        }
        lines.join("\n") + "\n"
    }

    /// A school of a table of schools, with the values behind the column asked.
    fn school(&self, args: &ExplainArgs) -> String {
        let found = self.published.schools().find(|(_, school)| school.id.as_str() == args.row);
        let Some((ix, _)) = found else { return String::new() };
        let mut warnings = self.published.method().warnings.iter();
        let warning = warnings.find(|warning| warning.tables.schools.as_str() == args.table);
        let places = match warning.filter(|_| args.column != MUNICIPALITY) {
            Some(warning) => self.published.sources_of_warning(warning, ix),
            None => {
                let listing = self.published.listing(&args.table);
                let mut attributes = listing.iter().flat_map(|listing| &listing.attributes);
                let asked = attributes.find(|id| column_id(id) == args.column);
                let asked = asked.map_or(MUNICIPALITY, String::as_str);
                self.published.sources_of_attribute(asked, ix)
            }
        };
        let member = self.member(&Unit::of_school(ix));
        let lines = [String::new(), member].into_iter().chain(self.places(places));
        lines.collect::<Vec<_>>().join("\n") + "\n"
    }

    /// What is said where the edition may not tell the schools.
    fn withheld(&self) -> String {
        format!("\n{}\n", self.text.get("explain-withheld"))
    }

    /// Rows of files name schools: they are told where schools are.
    fn places(&self, places: Vec<Place>) -> impl Iterator<Item = String> {
        let told = self.published.edition().names_schools();
        let places = if told { places } else { Vec::new() };
        places.into_iter().map(|place| format!("      {}", self.place(place)))
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
