//! Tables of schools: declared listings, and the lists that pages make themselves.

use std::collections::BTreeSet;

use super::marks::category_mark;
use super::tables::page_path;
use super::view::{Cell, Column, Label, Row, RowRole, Table};
use super::{Report, scale};
use crate::edition::PublishedStanding as Standing;
use crate::model::ids::SchoolIx;
use crate::model::tabulation::{AttributeValue, Listing, Missing};

/// A table that a page makes itself: it has no file and no page of its own.
pub(super) fn bare_table(id: &str, caption: String, corner: String, columns: Vec<Column>) -> Table {
    Table {
        number: None,
        id: id.to_owned(),
        caption,
        base: None,
        corner,
        columns,
        rows: Vec::new(),
        notes: Vec::new(),
        legend: Vec::new(),
        basis: None,
        anchors: None,
        sources: Vec::new(),
        files: None,
        page: None,
    }
}

/// The signs of what is missing in a table, each with its reason, once.
pub(super) fn missing_legend(table: &Table) -> Vec<(String, String)> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let signs = cells.filter_map(|cell| Some((cell.text.clone(), cell.missing.clone()?)));
    signs.collect::<BTreeSet<_>>().into_iter().collect()
}

/// A column by id and title.
pub(super) fn column(id: &str, title: String, numeric: bool) -> Column {
    Column { id: id.to_owned(), title, spanner: None, numeric, choice: false }
}

/// A column of words by which readers choose rows.
pub(super) fn choice(id: &str, title: String) -> Column {
    Column { choice: true, ..column(id, title, false) }
}

/// The id of the column that shows an attribute. Ids of implied attributes have colons, which no
/// file and no anchor need to bear.
pub fn column_id(attribute: &str) -> String {
    attribute.replace(':', "_")
}

impl Report<'_> {
    /// A listing in alphabetical order.
    pub(super) fn listing(&self, listing: &Listing) -> Table {
        let inside = |ix: &&SchoolIx| listing.schools.binary_search(ix).is_ok();
        let schools: Vec<SchoolIx> = self.schools.iter().filter(inside).copied().collect();
        self.listing_of(listing, &schools)
    }

    /// A listing with its schools in this order.
    pub(super) fn listing_of(&self, listing: &Listing, schools: &[SchoolIx]) -> Table {
        let mut columns = vec![choice("municipality", self.get("report-municipality"))];
        let attributes = self.attributes(listing.attributes.iter().map(String::as_str));
        columns.extend(attributes.iter().map(|at| self.attribute_column(*at)));
        let corner = self.get("report-school");
        let mut table = bare_table(listing.id.as_str(), self.name(&listing.title), corner, columns);
        for ix in schools {
            let mut cells = vec![self.municipality_cell(*ix)];
            cells.extend(attributes.iter().map(|at| self.attribute_cell(*at, *ix)));
            table.rows.push(self.school_row(*ix, cells));
        }
        table.legend = missing_legend(&table);
        table.notes = listing.notes.iter().map(|note| self.name(note)).collect();
        let specs = &self.published.method().listings;
        let spec = specs.iter().find(|spec| spec.id.value == listing.id.as_str());
        table.basis = spec.and_then(|spec| self.basis(spec.document.as_ref()));
        table.sources = self.source_names(&listing.sources);
        table.files = Some(super::tables::files(&listing.id));
        table.page = Some(page_path(&listing.id));
        table
    }

    /// The orders of attributes by id; unknown ones were refused before.
    pub(super) fn attributes<'i>(&self, ids: impl Iterator<Item = &'i str>) -> Vec<usize> {
        ids.filter_map(|id| self.published.attribute(id)).map(|(at, _)| at).collect()
    }

    pub(super) fn attribute_title(&self, at: usize) -> String {
        let attributes = &self.published.method().attributes;
        attributes.get(at).map(|a| a.title.clone()).unwrap_or_default()
    }

    /// The title of an attribute for a narrow column.
    pub(super) fn attribute_short(&self, at: usize) -> String {
        let attributes = &self.published.method().attributes;
        attributes.get(at).map(|a| a.short.clone()).unwrap_or_default()
    }

    fn attribute_column(&self, at: usize) -> Column {
        let id = self.published.method().attributes.get(at).map_or("", |a| a.id.value.as_str());
        let numeric = self.is_number(at);
        let column = column(&column_id(id), self.attribute_short(at), numeric);
        Column { choice: !numeric, ..column }
    }

    fn is_number(&self, at: usize) -> bool {
        let attribute = self.published.method().attributes.get(at);
        let id = attribute.map_or("", |a| a.id.value.as_str());
        self.published.attribute(id).is_some_and(|(_, info)| info.categories.is_empty())
    }

    /// A row of a table of schools.
    pub(super) fn school_row(&self, ix: SchoolIx, cells: Vec<Cell>) -> Row {
        let school = self.published.school(ix);
        Row {
            id: school.id.to_string(),
            title: Label::link(self.name(&school.name), format!("schools/{}.html", school.id)),
            role: RowRole::Body,
            cells,
        }
    }

    pub(super) fn municipality_cell(&self, ix: SchoolIx) -> Cell {
        let municipality = self.published.school(ix).municipality;
        let id = &self.published.municipality(municipality).id;
        Cell {
            link: Some(format!("municipalities/{id}.html")),
            ..Cell::text(self.municipality_name(municipality))
        }
    }

    /// What an attribute says of a school.
    pub(super) fn attribute_cell(&self, at: usize, ix: SchoolIx) -> Cell {
        match self.published.school_value(at, ix) {
            AttributeValue::Category(category) => {
                Cell { mark: category_mark(category), ..Cell::text(self.name(&category.title)) }
            }
            AttributeValue::Number(number) => {
                let attribute = self.published.method().attributes.get(at);
                self.number_cell(number.to_fixed(), attribute.and_then(|a| a.unit.as_deref()))
            }
            AttributeValue::Missing(missing) => self.missing_cell(missing),
        }
    }

    /// The cell of a standing in the list of a year. It sorts by severity, not by letters.
    pub(super) fn standing_cell(&self, ix: SchoolIx, year: crate::model::ids::Year) -> Cell {
        let standing = self.published.standing(ix, year);
        let mark = self.standing_mark(standing);
        let value = match standing {
            Standing::Unknown => None,
            Standing::Off => Some(0.0),
            Standing::On(None) => Some(0.5),
            Standing::On(Some(cluster)) => Some(f64::from(cluster) + 1.0),
        };
        Cell { mark: Some(mark.clone()), value, ..Cell::text(mark.title) }
    }

    /// A row of signs for narrow columns: the change of each procedure from the baseline year.
    pub(super) fn dynamics_cells(&self, ix: SchoolIx) -> Vec<Cell> {
        let method = self.published.method();
        let years = method.years;
        let cell = |procedure| {
            if self.published.holds_back_change(ix, procedure) {
                return self.missing_cell(Missing::Suppressed);
            }
            let later = self.published.school_share(ix, procedure, years.current);
            let mark = match self.published.is_broken(ix, procedure, years.baseline, years.current)
            {
                true => self.apart_mark(),
                false => self.dynamics_mark(self.published.dynamics(ix, procedure)),
            };
            Cell { mark: Some(mark), value: later.map(scale), ..Cell::text(String::new()) }
        };
        method.procedure_indices().map(cell).collect()
    }
}
