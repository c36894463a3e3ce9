//! What a layout must feed: the columns that tables cannot do without.

use crate::model::schema;

/// Tables with a shape of their own, and the columns they cannot do without.
const OWN: [(&str, &[&str]); 6] = [
    ("groups", &["school", "group"]),
    ("list_membership", &["school", "list", "year"]),
    ("municipalities", &["id", "name"]),
    ("procedure_years", &["procedure", "year"]),
    ("results", &["school", "year", "procedure", "participants"]),
    ("schools", &["id", "name", "municipality"]),
];

/// The columns that a canonical table cannot do without; `None` if it is none.
pub(super) fn required(table: &str) -> Option<&'static [&'static str]> {
    let own = OWN.iter().find(|(name, _)| *name == table).map(|(_, columns)| *columns);
    own.or_else(|| schema::schema(table).map(|schema| schema.key))
}

/// The names of all canonical tables.
pub(super) fn tables() -> Vec<&'static str> {
    let own = OWN.iter().map(|(name, _)| *name);
    own.chain(schema::TABLES.iter().map(|schema| schema.name)).collect()
}

/// True for canonical tables in which a municipality only helps to find the school.
pub(super) fn lacks_municipality(table: &str) -> bool {
    let has = OWN.iter().any(|(name, columns)| *name == table && columns.contains(&"municipality"))
        || schema::schema(table)
            .is_some_and(|schema| schema.columns.iter().any(|(name, _)| *name == "municipality"));
    required(table).is_some() && !has
}
