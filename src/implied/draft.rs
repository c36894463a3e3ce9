//! How the program writes declarations: in as few words as `methodology.toml` takes.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Place;
use crate::method::{
    Attribute, AttributeKind, Case, Category, Conditions, Entry, EntryKind, FieldRef, FigureBy,
    FigureKind, FigureSpec, ListingSpec, Located, Methodology, Origin, Over, TableSpec, Test,
};
use crate::model::date::Date;
use crate::model::number::Decimal;
use crate::model::tabulation::{HeadingRole, Show};
use crate::model::tone::Tone;
use crate::text::{Arg, Text};

/// A methodology that is being completed.
pub(super) struct Draft<'a> {
    method: Methodology,
    text: &'a Text,
    /// Where all that is implied says it was declared: the methodology as a whole.
    place: Place,
    /// Ids that may not be given again: those of declared tables and listings.
    taken: BTreeSet<String>,
}

impl<'a> Draft<'a> {
    pub fn new(method: Methodology, text: &'a Text) -> Self {
        let tables = method.tables.iter().map(|table| &table.id.value);
        let listings = method.listings.iter().map(|listing| &listing.id.value);
        let taken = tables.chain(listings).cloned().collect();
        Self { place: Place::whole(method.source), method, text, taken }
    }

    pub fn done(self) -> Methodology {
        self.method
    }

    /// True if the methodology had a table or a listing of this id before anything was implied, or
    /// has one by now.
    pub fn is_taken(&self, id: &str) -> bool {
        self.taken.contains(id)
    }

    /// The methodology as it is so far.
    pub fn method(&self) -> &Methodology {
        &self.method
    }

    /// A sentence of the catalogue.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.text.say(key, args)
    }

    /// A day in words.
    pub fn date(&self, date: Date) -> String {
        self.text.date(date)
    }

    /// An enumeration.
    pub fn list(&self, items: &[String]) -> String {
        self.text.list(items)
    }

    /// A number with the digits that it has.
    pub fn number(&self, number: Decimal) -> String {
        self.text.fixed(number.to_fixed())
    }

    /// The title of an attribute, of those that every method has too.
    pub fn title_of(&self, id: &str) -> String {
        let titles = &self.method.titles;
        let own = self.method.attributes.iter().find(|a| a.id.value == id);
        match (own, id) {
            (Some(attribute), _) => attribute.title.clone(),
            (None, "municipality") => titles.municipality.clone(),
            (None, "procedure") => titles.procedure.clone(),
            (None, "year") => titles.year.clone(),
            (None, id) => id.to_owned(),
        }
    }

    /// The categories that the methodology gives titles of, of an attribute.
    pub fn categories(&self, id: &str) -> Vec<Category> {
        let Some(attribute) = self.method.attributes.iter().find(|a| a.id.value == id) else {
            return Vec::new();
        };
        let rules = &self.method.clusters;
        let clusters = || {
            let outside = category(&rules.outside_id, rules.outside_title.clone(), None);
            let own = rules.clusters.iter().map(|c| category(&c.id, c.title.clone(), None));
            own.chain([outside]).collect()
        };
        match &attribute.kind {
            AttributeKind::Cluster { .. } if attribute.values.is_empty() => clusters(),
            AttributeKind::Bins { bins, .. } => bins.iter().map(|(c, _)| c.clone()).collect(),
            AttributeKind::Cases { cases } => cases.iter().map(|c| c.category.clone()).collect(),
            AttributeKind::Groups => {
                let groups = self.method.groups.iter();
                groups.map(|g| category(g.id.as_str(), g.title.clone(), None)).collect()
            }
            _ => attribute.values.clone(),
        }
    }

    /// Words of the catalogue.
    pub fn get(&self, key: &str) -> String {
        self.text.get(key)
    }

    /// Declares an attribute, once; `id` must have a colon. Answers its id.
    pub fn attribute(&mut self, id: String, title: String, kind: AttributeKind) -> String {
        self.attribute_of(id, title, kind, Vec::new())
    }

    /// As [`Draft::attribute`], with categories.
    pub fn attribute_of(
        &mut self,
        id: String,
        title: String,
        kind: AttributeKind,
        values: Vec<Category>,
    ) -> String {
        if !self.method.attributes.iter().any(|other| other.id.value == id) {
            self.method.attributes.push(Attribute {
                id: self.name(&id),
                short: title.clone(),
                title,
                unit: None,
                kind,
                values,
            });
        }
        id
    }

    /// Declares a table, unless the methodology has one of this id.
    pub fn table(&mut self, spec: TableSpec) {
        if self.taken.insert(spec.id.value.clone()) {
            self.method.tables.push(spec);
        }
    }

    /// Declares a listing, unless the methodology has one of this id, or a table.
    pub fn listing(&mut self, id: String, title: String, of: Conditions, attributes: &[String]) {
        if self.taken.insert(id.clone()) {
            let attributes = attributes.iter().map(|id| self.name(id)).collect();
            let (id, notes) = (self.name(&id), Vec::new());
            let origin = Origin::Implied { essential: None };
            let document = None;
            let listing =
                ListingSpec { id, title, conditions: of, attributes, notes, document, origin };
            self.method.listings.push(listing);
        }
    }

    /// A table without rows and columns, to be filled by struct update. An implied table that is
    /// about no unit is left out of the report.
    pub fn blank(&self, id: String, title: String, over: Over) -> TableSpec {
        TableSpec::blank(self.name(&id), title, over, Origin::Implied { essential: None })
    }

    /// A name as if it were written in the methodology.
    pub fn name(&self, value: &str) -> Located<String> {
        Located::implied(value.to_owned(), self.place)
    }

    /// The rows of a data table.
    pub fn rows_of(&self, table: &str) -> Over {
        Over::Rows(self.name(table))
    }

    /// A column of a data table, in the rows where the other key columns have these values.
    pub fn field(&self, table: &str, column: &str, at: &[(&str, &str)]) -> FieldRef {
        let at = at.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        FieldRef { table: self.name(table), column: self.name(column), at: at.collect() }
    }

    /// A column of a data table as categories.
    pub fn field_kind(&self, table: &str, column: &str, at: &[(&str, &str)]) -> AttributeKind {
        AttributeKind::Field { field: self.field(table, column, at), titles_from: None }
    }

    /// Each attribute must have one of its categories; without categories, any.
    pub fn when(&self, tests: &[(&str, &[&str])]) -> Conditions {
        let test = |(name, categories): &(&str, &[&str])| {
            let any_of = || Test::AnyOf(categories.iter().map(|c| (*c).to_owned()).collect());
            let test = if categories.is_empty() { Test::Present } else { any_of() };
            (self.name(name), test)
        };
        Conditions(tests.iter().map(test).collect())
    }

    /// A line for each category of an attribute.
    pub fn each(&self, attribute: &str) -> Entry {
        let attribute = self.name(attribute);
        self.entry(EntryKind::Attribute { attribute, only: Vec::new() })
    }

    /// A line for each of some categories of an attribute.
    pub fn some(&self, attribute: &str, only: &[&str]) -> Entry {
        let only = only.iter().map(|id| self.name(id)).collect();
        self.entry(EntryKind::Attribute { attribute: self.name(attribute), only })
    }

    /// A line of the units that meet conditions.
    pub fn line(&self, id: &str, title: String, conditions: Conditions) -> Entry {
        let (id, base, mean) = (id.to_owned(), None, None);
        self.entry(EntryKind::Where { id, title, conditions, base, mean })
    }

    /// As [`Draft::line`], with shares of the units that meet other conditions.
    pub fn line_of(
        &self,
        id: &str,
        title: String,
        conditions: Conditions,
        base: Conditions,
    ) -> Entry {
        let (id, base, mean) = (id.to_owned(), Some(base), None);
        self.entry(EntryKind::Where { id, title, conditions, base, mean })
    }

    /// What the first of two lines has more than the second, in percentage points.
    pub fn difference(&self, id: &str, title: String, of: [&str; 2]) -> Entry {
        let (id, of) = (id.to_owned(), of.map(|id| self.name(id)));
        let role = HeadingRole::Summary;
        Entry { role, ..self.entry(EntryKind::Difference { id, title, of }) }
    }

    /// A row of units that meet another condition in each column.
    pub fn by(&self, id: &str, title: String, columns: BTreeMap<String, Conditions>) -> Entry {
        self.entry(EntryKind::By { id: id.to_owned(), title, columns })
    }

    /// All units, as a total.
    pub fn total(&self, title: String) -> Entry {
        let line = self.line("total", title, Conditions::default());
        Entry { role: HeadingRole::Total, ..line }
    }

    /// All units, as a total that is a plain count.
    pub fn count(&self, title: String) -> Entry {
        Entry { show: Some(Show::Count), ..self.total(title) }
    }

    /// A chart of bars of one column.
    pub fn bars(&self, column: &str) -> FigureSpec {
        let column = Some(self.name(column));
        FigureSpec { kind: FigureKind::Bars, by: FigureBy::Rows, column, title: None }
    }

    /// A chart with a line for each row over the columns.
    pub fn trend(&self) -> FigureSpec {
        FigureSpec { kind: FigureKind::Trend, by: FigureBy::Rows, column: None, title: None }
    }

    /// A chart whose bars are divided into the body columns.
    pub fn stacked(&self) -> FigureSpec {
        FigureSpec { kind: FigureKind::Stacked, by: FigureBy::Rows, column: None, title: None }
    }

    /// A chart of marks, one for each body column, on a common scale.
    pub fn compared(&self) -> FigureSpec {
        FigureSpec { kind: FigureKind::Dots, by: FigureBy::Rows, column: None, title: None }
    }

    fn entry(&self, kind: EntryKind) -> Entry {
        Entry {
            place: self.place,
            kind,
            show: None,
            tone: None,
            note: None,
            role: HeadingRole::Body,
            optional: false,
        }
    }
}

/// With a capital letter, as a heading begins.
pub(super) fn capital(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A category by id and title.
pub(super) fn category(id: &str, title: String, tone: Option<Tone>) -> Category {
    Category { id: id.to_owned(), title, tone }
}

/// A case of conditions.
pub(super) fn case(id: &str, title: String, tone: Option<Tone>, conditions: Conditions) -> Case {
    Case { category: category(id, title, tone), conditions }
}

/// Schools, nothing else with them.
pub(super) const SCHOOLS: Over = Over::Schools { procedures: None, years: None };
