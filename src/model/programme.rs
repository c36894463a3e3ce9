//! A school's programme: its roadmap (дорожная карта), target indicators (целевые показатели) and
//! stages, as typed views of the tables that hold them.
//!
//! What is true of a row on a given day is computed by the engine; here is only what is written.

use super::dataset::{DataTable, Dataset};
use super::date::Date;
use super::field::Datum;
use super::ids::SchoolIx;
use super::number::Decimal;
use crate::diag::SourceId;

/// The table of activities.
pub const ROADMAP: &str = "roadmap";
/// The table of target indicators.
pub const TARGETS: &str = "targets";
/// The table of stages.
pub const STAGES: &str = "stages";

/// How far an activity has come, as the school says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not begun.
    Planned,
    /// Begun.
    InProgress,
    /// Done.
    Done,
    /// Taken off the plan.
    Cancelled,
}

impl Status {
    /// The status of an id of the schema.
    pub fn parse(id: &str) -> Option<Self> {
        Some(match id {
            "planned" => Self::Planned,
            "in_progress" => Self::InProgress,
            "done" => Self::Done,
            "cancelled" => Self::Cancelled,
            _ => return None,
        })
    }
}

/// An activity (мероприятие) of a roadmap. One row of `roadmap`.
#[derive(Clone, Copy, Debug)]
pub struct Activity<'a> {
    /// Its row in the table.
    pub row: usize,
    /// Whose it is.
    pub school: SchoolIx,
    /// The task (задача) it serves.
    pub task: &'a str,
    /// What is to be done.
    pub title: &'a str,
    /// The term in words, as written: «август–сентябрь». Words are shown and never judged.
    pub term: Option<&'a str>,
    /// The last day: the column `due`, or a term that is itself a date.
    pub due: Option<Date>,
    /// By what it is seen that it is done.
    pub indicator: Option<&'a str>,
    /// Who answers for it.
    pub responsible: Option<&'a str>,
    /// How far it has come; `None` if the table does not say.
    pub status: Option<Status>,
    /// The risk it is against: an id of `risk_catalogue`.
    pub risk: Option<&'a str>,
}

/// How a target is compared with what was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Exactly.
    Equal,
    /// Not less than (не менее).
    AtLeast,
    /// Not more than (не более).
    AtMost,
}

impl Comparison {
    /// The comparison of an id of the schema.
    pub fn parse(id: &str) -> Option<Self> {
        Some(match id {
            "=" => Self::Equal,
            ">=" => Self::AtLeast,
            "<=" => Self::AtMost,
            _ => return None,
        })
    }

    /// True if the number reached is the wanted one or lies on the wanted side of it.
    pub fn holds(self, reached: Decimal, wanted: Decimal) -> bool {
        match self {
            Self::Equal => reached == wanted,
            Self::AtLeast => reached >= wanted,
            Self::AtMost => reached <= wanted,
        }
    }
}

/// A target indicator of a school's programme. One row of `targets`.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// Its row in the table.
    pub row: usize,
    /// Whose it is.
    pub school: SchoolIx,
    /// Its number in the programme, as written: «1», «2.1».
    pub number: &'a str,
    /// What is to be reached, in words.
    pub title: &'a str,
    /// Of whom it is counted, in words.
    pub base: Option<&'a str>,
    /// How the number reached is compared with the wanted one.
    pub comparison: Option<Comparison>,
    /// The wanted number.
    pub value: Option<Decimal>,
    /// The unit of both numbers: «%», «документ».
    pub unit: Option<&'a str>,
    /// The number reached.
    pub actual: Option<Decimal>,
}

impl Target<'_> {
    /// How much more (or, if negative, less) was reached than wanted, in the unit of both.
    pub fn difference(&self) -> Option<Decimal> {
        self.actual?.minus(self.value?)
    }
}

/// A stage of a school's programme. One row of `stages`.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    /// Its row in the table.
    pub row: usize,
    /// Its number, which orders the stages of a school.
    pub number: Option<Decimal>,
    /// What it is called.
    pub title: Option<&'a str>,
    /// The term in words, as written.
    pub term: Option<&'a str>,
    /// The first day.
    pub starts: Option<Date>,
    /// The last day.
    pub ends: Option<Date>,
    /// What is done in it.
    pub content: Option<&'a str>,
}

/// A table of the programme whose rows can be read one by one or school by school.
#[derive(Clone, Copy, Debug)]
pub struct Rows<'a> {
    table: &'a DataTable,
    schools: &'a [SchoolIx],
}

impl<'a> Rows<'a> {
    /// A table of this name; `None` if the region has none, or no row in it.
    fn of(dataset: &'a Dataset, name: &str) -> Option<Self> {
        let table = dataset.tables.get(name).filter(|table| !table.is_empty())?;
        Some(Self { table, schools: table.schools()? })
    }

    /// The table itself.
    pub fn table(&self) -> &'a DataTable {
        self.table
    }

    /// Where it was read.
    pub fn source(&self) -> SourceId {
        self.table.source
    }

    /// The schools that have rows in it, each once, in order.
    pub fn schools(&self) -> Vec<SchoolIx> {
        let mut schools = self.schools.to_vec();
        schools.sort_unstable();
        schools.dedup();
        schools
    }

    fn datum(&self, row: usize, column: &str) -> &'a Datum {
        self.table.column(column).map_or(&Datum::Missing, |at| self.table.value(row, at))
    }

    /// Words that are there and more than a dash.
    fn words(&self, row: usize, column: &str) -> Option<&'a str> {
        let said = |text: &&str| text.contains(|c: char| !matches!(c, '-' | '–' | '—' | ' '));
        self.datum(row, column).text().filter(said)
    }

    fn number(&self, row: usize, column: &str) -> Option<Decimal> {
        self.datum(row, column).number()
    }

    fn date(&self, row: usize, column: &str) -> Option<Date> {
        self.datum(row, column).date()
    }
}

/// The roadmaps of all schools.
#[derive(Clone, Copy, Debug)]
pub struct Roadmaps<'a>(Rows<'a>);

impl<'a> Roadmaps<'a> {
    /// Those of a dataset; `None` if it has none.
    pub fn of(dataset: &'a Dataset) -> Option<Self> {
        Rows::of(dataset, ROADMAP).map(Self)
    }

    /// The table behind them.
    pub fn rows(self) -> Rows<'a> {
        self.0
    }

    /// A row; it must be inside the table.
    pub fn activity(self, row: usize) -> Activity<'a> {
        let rows = &self.0;
        let term = rows.words(row, "term");
        Activity {
            row,
            school: rows.schools[row],
            task: rows.words(row, "task").unwrap_or_default(),
            title: rows.words(row, "activity").unwrap_or_default(),
            due: rows.date(row, "due").or_else(|| Date::parse(term?)),
            term,
            indicator: rows.words(row, "indicator"),
            responsible: rows.words(row, "responsible"),
            status: rows.words(row, "status").and_then(Status::parse),
            risk: rows.words(row, "risk"),
        }
    }

    /// The activities of all schools, in the order of the file.
    pub fn all(self) -> impl Iterator<Item = Activity<'a>> {
        (0..self.0.table.len()).map(move |row| self.activity(row))
    }

    /// The activities of a school, in the order of the file, which is that of the programme.
    pub fn of_school(self, school: SchoolIx) -> impl Iterator<Item = Activity<'a>> {
        self.0.table.rows_of(school).map(move |row| self.activity(row))
    }
}

/// The target indicators of all schools.
#[derive(Clone, Copy, Debug)]
pub struct Targets<'a>(Rows<'a>);

impl<'a> Targets<'a> {
    /// Those of a dataset; `None` if it has none.
    pub fn of(dataset: &'a Dataset) -> Option<Self> {
        Rows::of(dataset, TARGETS).map(Self)
    }

    /// The table behind them.
    pub fn rows(self) -> Rows<'a> {
        self.0
    }

    /// A row; it must be inside the table.
    pub fn target(self, row: usize) -> Target<'a> {
        let rows = &self.0;
        Target {
            row,
            school: rows.schools[row],
            number: rows.words(row, "number").unwrap_or_default(),
            title: rows.words(row, "target").unwrap_or_default(),
            base: rows.words(row, "base"),
            comparison: rows.datum(row, "comparison").text().and_then(Comparison::parse),
            value: rows.number(row, "value"),
            unit: rows.words(row, "unit"),
            actual: rows.number(row, "actual"),
        }
    }

    /// The targets of all schools, in the order of the file.
    pub fn all(self) -> impl Iterator<Item = Target<'a>> {
        (0..self.0.table.len()).map(move |row| self.target(row))
    }

    /// The targets of a school, in the order of the file.
    pub fn of_school(self, school: SchoolIx) -> impl Iterator<Item = Target<'a>> {
        self.0.table.rows_of(school).map(move |row| self.target(row))
    }
}

/// The stages of the programmes of all schools.
#[derive(Clone, Copy, Debug)]
pub struct Stages<'a>(Rows<'a>);

impl<'a> Stages<'a> {
    /// Those of a dataset; `None` if it has none.
    pub fn of(dataset: &'a Dataset) -> Option<Self> {
        Rows::of(dataset, STAGES).map(Self)
    }

    /// The table behind them.
    pub fn rows(self) -> Rows<'a> {
        self.0
    }

    fn stage(self, row: usize) -> Stage<'a> {
        let rows = &self.0;
        Stage {
            row,
            number: rows.number(row, "number"),
            title: rows.words(row, "title"),
            term: rows.words(row, "term"),
            starts: rows.date(row, "starts"),
            ends: rows.date(row, "ends"),
            content: rows.words(row, "content"),
        }
    }

    /// The stages of a school by their number.
    pub fn of_school(self, school: SchoolIx) -> Vec<Stage<'a>> {
        let mut stages: Vec<_> = self.0.table.rows_of(school).map(|row| self.stage(row)).collect();
        stages.sort_by_key(|stage| (stage.number, stage.row));
        stages
    }
}
