//! Attributes and tables that follow from the kinds of data there are, without being declared.
//!
//! They are made when the methodology is read and stand after the declared ones, so that pages,
//! exports, `svod table` and `svod explain` know them like any other. A region that lacks the data
//! behind them has none of them: the engine takes them away as it does with declared ones.

use super::attribute::{Attribute, AttributeKind, Conditions};
use super::table::{Base, Entry, EntryKind, Measure, Over, TableSpec};
use super::{Located, Words, programme};
use crate::diag::{Place, SourceId};
use crate::model::tabulation::{HeadingRole, Show};

/// What is made so far.
pub(super) struct Implied<'a> {
    /// The methodology as a whole: nothing here stands in a line of it.
    place: Place,
    declared: &'a [Attribute],
    pub attributes: Vec<Attribute>,
    pub tables: Vec<TableSpec>,
}

/// All that the data implies.
pub(super) fn by_data<'a>(
    source: SourceId,
    declared: &'a [Attribute],
    words: Words<'_>,
) -> Implied<'a> {
    let place = Place::whole(source);
    let mut implied = Implied { place, declared, attributes: Vec::new(), tables: Vec::new() };
    programme::implied(&mut implied, words);
    implied
}

impl Implied<'_> {
    /// The attribute of a kind that needs no keys: the one that the methodology declares, with the
    /// region's own words for it, or else one made here. Its id then has a colon, as no declared
    /// one can have.
    pub fn attribute(&mut self, id: &str, title: String, kind: AttributeKind) -> Located<String> {
        let wanted = std::mem::discriminant(&kind);
        let same = |own: &&Attribute| std::mem::discriminant(&own.kind) == wanted;
        if let Some(own) = self.declared.iter().find(same) {
            return own.id.clone();
        }
        let id = self.name(id);
        self.attributes.push(Attribute {
            id: id.clone(),
            short: title.clone(),
            title,
            unit: None,
            kind,
            values: Vec::new(),
        });
        id
    }

    /// A name that stands in no line.
    pub fn name(&self, id: &str) -> Located<String> {
        Located::implied(id.to_owned(), self.place)
    }

    /// A line for each category of an attribute.
    pub fn each(&self, attribute: &Located<String>) -> Entry {
        let kind = EntryKind::Attribute { attribute: attribute.clone(), only: Vec::new() };
        self.entry(kind, HeadingRole::Body)
    }

    /// The line `total` of all units.
    pub fn total(&self, title: String) -> Entry {
        let kind = EntryKind::Where {
            id: "total".to_owned(),
            title,
            conditions: Conditions::default(),
            base: None,
            mean: None,
        };
        self.entry(kind, HeadingRole::Total)
    }

    fn entry(&self, kind: EntryKind, role: HeadingRole) -> Entry {
        Entry { place: self.place, kind, show: None, tone: None, note: None, role }
    }

    /// A table that counts the rows of a table of the data, with shares of each row: to be
    /// completed by `..`.
    pub fn over_rows(&self, id: &str, of: &str, title: String) -> TableSpec {
        TableSpec {
            id: self.name(id),
            title,
            corner: String::new(),
            over: Over::Rows(self.name(of)),
            conditions: Conditions::default(),
            rows: Vec::new(),
            columns: Vec::new(),
            measure: Measure::Count,
            count: Conditions::default(),
            base: Base::Row,
            base_note: None,
            decimals: None,
            show: Show::Both,
            drop_empty_rows: true,
            drop_empty_columns: true,
            notes: Vec::new(),
            figure: None,
            essential: None,
        }
    }
}
