//! The method as data: every rule that decides a number, read from `methodology.toml` and made
//! valid. Names of attributes and categories are resolved later, by the engine, against the data.

mod attribute;
mod basis;
mod checks;
mod de;
mod import;
mod lists;
mod parameter;
mod programme;
mod rules;
mod spec;
mod statistics;
mod support;
mod table;
mod validate;
mod warning;

use crate::diag::{Diagnostics, Place, SourceId};
use crate::model::field::{Declarations, FieldKind};
use crate::model::ids::{GroupId, ListIx, ProcedureId, ProcedureIx, Year};
use crate::model::number::Rounding;
use std::collections::BTreeMap;

pub use attribute::{
    Attribute, AttributeKind, Case, Category, Conditions, FieldRef, Side, Test, WarningAnswer,
};
pub use basis::Subject;
pub use checks::Checks;
pub use import::{Import, Minimum};
pub use lists::{
    Agreement, Decider, HISTORY, List, ListChange, ListHistory, ListRule, ListRules, ListSource,
};
pub use parameter::{Parameter, Setting};
pub use programme::{ProgrammeTitles, RoadmapRules, RoadmapState, TargetState};
pub use rules::{
    Cluster, ClusterRules, ClusterStatistic, DynamicsKind, DynamicsRules, TransitionKind,
};
pub use statistics::Statistics;
pub use support::{Level, Several, Support, Variant};
pub use table::{
    Base, Entry, EntryKind, FigureBy, FigureKind, FigureSpec, Measure, Origin, Over, TableSpec,
    implied_by,
};
pub use warning::{Warning, WarningRule, WarningState, WarningTables};

/// Words of the catalogue for what the methodology leaves untitled, by key.
pub type Words<'a> = &'a dyn Fn(&str) -> String;

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands in `methodology.toml`.
    pub place: Place,
}

/// The years the report is about. The year tested and the year of a list are different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The year tested that the report is about.
    pub current: Year,
    /// The year tested that it is compared with.
    pub baseline: Year,
    /// The year of the list drawn from the current results.
    pub list: Year,
}

/// An assessment procedure (оценочная процедура).
#[derive(Clone, Debug)]
pub struct Procedure {
    /// Key.
    pub id: ProcedureId,
    /// Full title.
    pub title: String,
    /// Title for narrow places.
    pub short: String,
    /// Subject.
    pub subject: String,
    /// Grade.
    pub grade: u8,
    /// Kind of procedure («ВПР», «ОГЭ»).
    pub stage: String,
    /// What counts as failing, as a predicate («получили отметку «2»»).
    pub failing: String,
    /// How `svod import` recognises it and tells who failed.
    pub import: Import,
}

/// A group of schools that is supported together.
#[derive(Clone, Debug)]
pub struct Group {
    /// Key.
    pub id: GroupId,
    /// Title.
    pub title: String,
    /// Title for narrow places.
    pub short: String,
    /// The document that it rests on: an id of the table `documents`.
    pub document: Option<Located<String>>,
}

/// A track: one or several groups, or every school, with its task and its tables.
#[derive(Clone, Debug)]
pub struct Track {
    /// Key.
    pub id: GroupId,
    /// Number, as people call it («трек 1»).
    pub number: u16,
    /// Title.
    pub title: String,
    /// What the track is for.
    pub task: String,
    /// Its groups; empty if every school takes part.
    pub groups: Vec<Located<String>>,
    /// Tables shown on its page.
    pub tables: Vec<Located<String>>,
    /// The document that it rests on: an id of the table `documents`.
    pub document: Option<Located<String>>,
}

/// A listing: schools that meet conditions, with some of their attributes.
#[derive(Clone, Debug)]
pub struct ListingSpec {
    /// Key, in one space with tables.
    pub id: Located<String>,
    /// Title.
    pub title: String,
    /// Which schools.
    pub conditions: Conditions,
    /// Which attributes, in order.
    pub attributes: Vec<Located<String>>,
    /// Footnotes.
    pub notes: Vec<String>,
    /// The document that it rests on: an id of the table `documents`.
    pub document: Option<Located<String>>,
    /// Who asks for it. An implied one is left out where it is of no school.
    pub origin: Origin,
}

/// The indicator that colours the map of municipalities.
#[derive(Clone, Debug)]
pub struct MapSpec {
    /// A table whose rows are municipalities.
    pub table: Located<String>,
    /// One of its columns.
    pub column: Located<String>,
    /// Title of the map.
    pub title: String,
}

/// Which tables and attributes the generated pages show.
#[derive(Clone, Debug, Default)]
pub struct PageSpec {
    /// Tables of the region overview.
    pub region_tables: Vec<Located<String>>,
    /// Tables with a row for each municipality, of which a municipality's page shows its own.
    pub municipality_tables: Vec<Located<String>>,
    /// Attributes in the table of a municipality's schools.
    pub municipality_attributes: Vec<Located<String>>,
    /// Attributes in a school's passport.
    pub school_attributes: Vec<Located<String>>,
    /// Tables shown on the index of procedures.
    pub procedure_tables: Vec<Located<String>>,
    /// The map.
    pub map: Option<MapSpec>,
}

/// Titles of categories that no file declares, from the catalogue.
#[derive(Clone, Debug)]
pub struct Titles {
    /// «да».
    pub yes: String,
    /// «нет».
    pub no: String,
    /// «Муниципалитет».
    pub municipality: String,
    /// «Процедура».
    pub procedure: String,
    /// «Год».
    pub year: String,
    /// Titles of the moves between clusters, in the order of [`TransitionKind::ALL`].
    pub transitions: [String; 6],
    /// Titles of the changes of a list, in the order of [`ListChange::ALL`].
    pub changes: [String; 5],
    /// Titles of how long a school is on a list, in the order of [`ListHistory::ALL`].
    pub histories: [String; 4],
    /// Titles of how two lists agree, in the order of [`Agreement::ALL`]; the title of the list
    /// follows those of one list alone.
    pub agreements: [String; 4],
    /// Titles of how a list and its rule agree, in the order of [`Agreement::ALL`].
    pub rule_agreements: [String; 4],
    /// «Ни один вариант».
    pub no_variant: String,
    /// «Несколько вариантов».
    pub several_variants: String,
    /// Titles of what early warnings say, in the order of [`WarningState::ALL`].
    pub warnings: [String; 4],
    /// Titles of the states of activities and targets.
    pub programme: ProgrammeTitles,
}

/// The valid methodology.
#[derive(Clone, Debug)]
pub struct Methodology {
    /// Titles of what stays untitled in the file.
    pub titles: Titles,
    /// The source it was read from.
    pub source: SourceId,
    /// Years.
    pub years: Years,
    /// Procedures in the order of declaration; a [`ProcedureIx`] points here.
    pub procedures: Vec<Procedure>,
    /// Who is put on the list.
    pub low_results: ListRules,
    /// How severe non-mastery is.
    pub clusters: ClusterRules,
    /// How a change between two years is called.
    pub dynamics: DynamicsRules,
    /// How roadmaps are read.
    pub roadmap: RoadmapRules,
    /// How figures are rounded.
    pub rounding: Rounding,
    /// Digits after the decimal mark, unless a table says otherwise.
    pub decimals: u8,
    /// Shares of a smaller base are shown as counts alone («2 из 8»).
    pub few: u32,
    /// When figures are too few to be relied on.
    pub statistics: Statistics,
    /// What in the data is doubted.
    pub checks: Checks,
    /// Groups in the order of declaration.
    pub groups: Vec<Group>,
    /// Tracks in the order of declaration.
    pub tracks: Vec<Track>,
    /// Lists in the order of declaration; a [`ListIx`] points here.
    pub lists: Vec<List>,
    /// Early warnings in the order of declaration.
    pub warnings: Vec<Warning>,
    /// Kinds of columns of attribute tables.
    pub columns: BTreeMap<String, BTreeMap<String, FieldKind>>,
    /// Attributes in the order of declaration, then those that other declarations or the data imply.
    pub attributes: Vec<Attribute>,
    /// Ids of attributes that are not to be computed: an edition withholds them.
    pub withheld: std::collections::BTreeSet<String>,
    /// Tables in the order of declaration, then those that other declarations or the data imply.
    pub tables: Vec<TableSpec>,
    /// Listings in the order of declaration.
    pub listings: Vec<ListingSpec>,
    /// Systems of variants of support in the order of declaration.
    pub supports: Vec<Support>,
    /// What the generated pages show.
    pub pages: PageSpec,
}

impl Methodology {
    /// Reads and checks `methodology.toml`.
    ///
    /// # Errors
    /// All faults found, each with its place in the text.
    pub fn parse(text: &str, source: SourceId, words: Words<'_>) -> Result<Self, Diagnostics> {
        let spec: spec::MethodSpec = match toml::from_str(text) {
            Ok(spec) => spec,
            Err(error) => return Err(crate::diag::toml_fault(&error, source, 0)),
        };
        validate::methodology(spec, source, words)
    }

    /// The tables that pages are told to show.
    pub fn shown_tables(&self) -> impl Iterator<Item = &Located<String>> {
        let pages = &self.pages;
        let tracks = self.tracks.iter().flat_map(|track| &track.tables);
        let variants = self.supports.iter().flat_map(|support| &support.variants);
        let variants = variants.flat_map(|variant| &variant.tables);
        let named = [&pages.region_tables, &pages.municipality_tables, &pages.procedure_tables];
        let map = pages.map.as_ref().map(|map| &map.table);
        tracks.chain(variants).chain(named.into_iter().flatten()).chain(map)
    }

    /// A procedure of this methodology.
    pub fn procedure(&self, ix: ProcedureIx) -> &Procedure {
        &self.procedures[usize::from(ix.0)]
    }

    /// The index of a procedure.
    pub fn procedure_ix(&self, id: &str) -> Option<ProcedureIx> {
        let at = self.procedures.iter().position(|p| p.id.as_str() == id)?;
        u16::try_from(at).ok().map(ProcedureIx)
    }

    /// All indices of procedures, in order.
    pub fn procedure_indices(&self) -> impl Iterator<Item = ProcedureIx> + use<> {
        // Validation refuses more procedures than a u16 counts.
        (0..self.procedures.len() as u16).map(ProcedureIx)
    }

    /// A list of this methodology.
    pub fn list(&self, ix: ListIx) -> &List {
        &self.lists[usize::from(ix.0)]
    }

    /// The index of a list.
    pub fn list_ix(&self, id: &str) -> Option<ListIx> {
        let at = self.lists.iter().position(|l| l.id.as_str() == id)?;
        u16::try_from(at).ok().map(ListIx)
    }

    /// All indices of lists, in order.
    pub fn list_indices(&self) -> impl Iterator<Item = ListIx> + use<> {
        // Validation refuses more lists than a u16 counts.
        (0..self.lists.len() as u16).map(ListIx)
    }

    /// Which of the known years of a list, in order, is the last that the report is about: no later
    /// than the list that is drawn from the current results, if there is one.
    pub fn last_list(&self, known: &[Year]) -> Option<usize> {
        let now = known.iter().rposition(|year| *year <= self.years.list);
        now.or(known.len().checked_sub(1))
    }

    /// The list that the rules of low results are about, if there is one.
    pub fn main_list(&self) -> Option<ListIx> {
        self.list_ix(self.low_results.list.as_ref()?.as_str())
    }

    /// A system of variants of support.
    pub fn support(&self, id: &str) -> Option<&Support> {
        self.supports.iter().find(|s| s.id.value == id)
    }

    /// What the readers check the data against.
    pub fn declarations(&self) -> Declarations {
        let texts = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect();
        let title = |column: &str, title: &str, id: &str| {
            (column.to_owned(), title.to_owned(), id.to_owned())
        };
        let procedures =
            self.procedures.iter().map(|p| title("procedure", &p.title, p.id.as_str()));
        let groups = self.groups.iter().map(|g| title("group", &g.title, g.id.as_str()));
        let lists = self.lists.iter().map(|l| title("list", &l.title, l.id.as_str()));
        let clusters = self.clusters.clusters.iter();
        let clusters = clusters.map(|c| title("cluster", &c.title, c.id.as_str()));
        Declarations {
            titles: procedures.chain(groups).chain(lists).chain(clusters).collect(),
            today: Some(self.years.list),
            procedures: texts(self.procedures.iter().map(|p| p.id.as_str()).collect()),
            groups: texts(self.groups.iter().map(|g| g.id.as_str()).collect()),
            lists: texts(self.lists.iter().map(|l| l.id.as_str()).collect()),
            clusters: texts(self.clusters.clusters.iter().map(|c| c.id.as_str()).collect()),
            outside: self.clusters.outside_id.clone(),
            owners: self.owners(),
            documents: self.grounded().map(|(d, _)| (d.value.clone(), d.place)).collect(),
            columns: self.columns.clone(),
        }
    }
}
