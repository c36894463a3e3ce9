//! The canonical tables that a region may do without: their columns, what each holds, and what
//! tells their rows apart.
//!
//! `groups`, `list_membership` and `procedure_years` are optional too, but have a shape of their
//! own in the [`Dataset`](super::dataset::Dataset). Columns that are not named here are words.

use super::field::FieldKind;
use super::management::{Judgement, Verdict};
use super::risks::Significance;

/// A canonical table.
#[derive(Debug)]
pub struct TableSchema {
    /// Its name, which is the file's name without its ending.
    pub name: &'static str,
    /// Columns that hold something else than words.
    pub columns: &'static [(&'static str, ColumnKind)],
    /// Columns that must be there and together tell the rows apart.
    pub key: &'static [&'static str],
}

/// What a column of a canonical table holds.
#[derive(Clone, Copy, Debug)]
pub enum ColumnKind {
    /// A value of its own.
    Value(FieldKind),
    /// One of a few things.
    Choice(&'static [Choice]),
    /// The id of a municipality of the region.
    Municipality,
    /// The id of a row of another canonical table.
    Row(&'static str),
    /// Ids of rows of another canonical table, with semicolons between them.
    Rows(&'static str),
}

/// One of the things that a column may say.
#[derive(Debug)]
pub struct Choice {
    /// What it is called in the dataset.
    pub id: &'static str,
    /// Words and signs that are read as it beside the id, in lower case.
    pub words: &'static [&'static str],
}

/// What mends the ids of several rows in one cell.
pub const SEPARATOR: char = ';';

const YEAR: ColumnKind = ColumnKind::Value(FieldKind::Year);
const NUMBER: ColumnKind = ColumnKind::Value(FieldKind::Number);
const DATE: ColumnKind = ColumnKind::Value(FieldKind::Date);
const YES_NO: ColumnKind = ColumnKind::Value(FieldKind::YesNo);
const DOCUMENT: ColumnKind = ColumnKind::Row("documents");

const STATUS: ColumnKind = ColumnKind::Choice(&[
    Choice {
        id: "planned", words: &["запланировано", "план", "не начато", "не приступали"]
    },
    Choice {
        id: "in_progress", words: &["в работе", "выполняется", "частично"]
    },
    Choice {
        id: "done", words: &["выполнено", "исполнено", "завершено", "сделано"]
    },
    Choice { id: "cancelled", words: &["отменено", "снято"] },
]);

const COMPARISON: ColumnKind = ColumnKind::Choice(&[
    Choice { id: "=", words: &["равно"] },
    Choice { id: ">=", words: &["≥", "не менее", "не меньше"] },
    Choice { id: "<=", words: &["≤", "не более", "не больше"] },
]);

const ADDRESSEE: ColumnKind = ColumnKind::Choice(&[
    Choice { id: "region", words: &["регион"] },
    Choice { id: "municipality", words: &["муниципалитет", "моуо"] },
    Choice { id: "school", words: &["школа", "оо"] },
]);

/// The optional canonical tables, by name.
pub const TABLES: &[TableSchema] = &[
    TableSchema { name: "contacts", columns: &[("number", NUMBER)], key: &["number"] },
    TableSchema { name: "context", columns: &[("year", YEAR)], key: &["school", "year"] },
    TableSchema { name: "curators", columns: &[("year", YEAR)], key: &["school", "year"] },
    TableSchema {
        name: "debt",
        columns: &[
            ("date", DATE),
            ("debtors", NUMBER),
            ("debt_share", NUMBER),
            ("extra_classes_share", NUMBER),
            ("not_liquidated", NUMBER),
            ("repeat_year_share", NUMBER),
            ("adapted_share", NUMBER),
            ("individual_plan_share", NUMBER),
        ],
        key: &["school", "date"],
    },
    TableSchema {
        name: "decisions",
        columns: &[
            ("document", DOCUMENT),
            ("date", DATE),
            ("municipality", ColumnKind::Municipality),
            ("school", ColumnKind::Value(FieldKind::School)),
            ("due", DATE),
            ("status", STATUS),
        ],
        key: &["id"],
    },
    TableSchema { name: "documents", columns: &[("date", DATE)], key: &["id"] },
    TableSchema {
        name: "events",
        columns: &[("date", DATE), ("documents", ColumnKind::Rows("documents"))],
        key: &["id"],
    },
    TableSchema { name: "glossary", columns: &[], key: &["abbreviation"] },
    TableSchema {
        name: "indicators_programme",
        columns: &[("number", NUMBER)],
        key: &["track", "number"],
    },
    TableSchema {
        name: "measures",
        columns: &[
            ("number", NUMBER),
            ("judgement", Judgement::COLUMN),
            ("verdict", Verdict::COLUMN),
            ("document", DOCUMENT),
        ],
        key: &["track", "number"],
    },
    TableSchema { name: "programmes", columns: &[("year", YEAR)], key: &["school", "programme"] },
    TableSchema {
        name: "recommendations",
        columns: &[
            ("number", NUMBER),
            ("addressee", ADDRESSEE),
            ("municipality", ColumnKind::Municipality),
            ("school", ColumnKind::Value(FieldKind::School)),
            ("document", DOCUMENT),
        ],
        key: &["number"],
    },
    TableSchema {
        name: "risk_catalogue",
        columns: &[("number", NUMBER), ("valid_from", YEAR), ("valid_to", YEAR)],
        key: &["id"],
    },
    TableSchema {
        name: "risks",
        columns: &[
            ("year", YEAR),
            ("risk", ColumnKind::Row("risk_catalogue")),
            ("level", Significance::COLUMN),
            ("chosen", YES_NO),
            ("programme_done", YES_NO),
        ],
        key: &["school", "year", "risk"],
    },
    TableSchema {
        name: "roadmap",
        columns: &[("due", DATE), ("status", STATUS), ("risk", ColumnKind::Row("risk_catalogue"))],
        key: &["school", "task", "activity"],
    },
    TableSchema { name: "school_profiles", columns: &[], key: &["school"] },
    TableSchema {
        name: "stages",
        columns: &[("number", NUMBER), ("starts", DATE), ("ends", DATE)],
        key: &["school", "number"],
    },
    TableSchema { name: "support_frame", columns: &[], key: &["direction", "cluster"] },
    TableSchema {
        name: "survey",
        columns: &[("answer", NUMBER)],
        key: &["question", "wave", "school"],
    },
    TableSchema { name: "survey_questions", columns: &[], key: &["id"] },
    TableSchema {
        name: "targets",
        columns: &[("comparison", COMPARISON), ("value", NUMBER), ("actual", NUMBER)],
        key: &["school", "number"],
    },
];

/// The schema of a table, if it is a canonical one.
pub fn schema(name: &str) -> Option<&'static TableSchema> {
    TABLES.iter().find(|table| table.name == name)
}
