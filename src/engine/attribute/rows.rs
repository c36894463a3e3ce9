//! Attributes made from the rows that a table has of a school.

use std::collections::BTreeMap;

use crate::diag::Diagnostics;
use crate::method::{Attribute, Located};
use crate::model::dataset::DataTable;
use crate::model::ids::Year;

use super::super::universe::table_by_school;
use super::field::column_of;
use super::{Column, Context, Domain, Values, code_of};

/// Which rows of a table fit an attribute.
pub(crate) struct Fit<'a> {
    table: &'a DataTable,
    columns: Vec<(usize, &'a [String])>,
    until: Option<(usize, Year)>,
}

impl<'a> Fit<'a> {
    /// Finds the columns; `name` is the table's name, where faults are placed.
    pub fn bind(
        table: &'a DataTable,
        name: &Located<String>,
        columns: &'a BTreeMap<String, Vec<String>>,
        until: Option<Year>,
        faults: &mut Diagnostics,
    ) -> Option<Self> {
        let mut find = |column: &str| {
            let at = Located { value: column.to_owned(), place: name.place };
            column_of(table, &at, faults)
        };
        let mut bound = Vec::new();
        for (column, wanted) in columns {
            bound.push((find(column)?, wanted.as_slice()));
        }
        let until = match until {
            Some(until) => Some((find("year")?, until)),
            None => None,
        };
        Some(Self { table, columns: bound, until })
    }

    /// True if a row has one of the wanted values in each column, and is not too late.
    pub fn has(&self, row: usize) -> bool {
        let wanted = |(column, wanted): &(usize, &[String])| {
            self.table.value(row, *column).key().is_some_and(|key| wanted.contains(&key))
        };
        // Whatever kind the column of years was declared to have.
        let in_time = |(column, until): &(usize, Year)| {
            let year = self.table.value(row, *column).key().and_then(|key| Year::parse(&key));
            year.is_some_and(|year| year <= *until)
        };
        self.columns.iter().all(wanted) && self.until.as_ref().is_none_or(in_time)
    }
}

impl Context<'_> {
    pub(super) fn any_row(
        &self,
        attribute: &Attribute,
        name: &Located<String>,
        columns: &BTreeMap<String, Vec<String>>,
        until: Option<Year>,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let (table, schools) = table_by_school(self.dataset, name, faults)?;
        let fit = Fit::bind(table, name, columns, until, faults)?;
        let categories = self.yes_no(attribute);
        let (yes, no) = (code_of(&categories, "yes"), code_of(&categories, "no"));
        let mut codes = vec![no; self.dataset.schools.len()];
        for (_, school) in schools.iter().enumerate().filter(|(row, _)| fit.has(*row)) {
            codes[school.0 as usize] = yes;
        }
        Some(Column {
            domain: Domain::SCHOOLS,
            categories,
            values: Values::Codes(codes),
            sources: table.sources(),
        })
    }
}
