//! The dataset: everything read, checked and indexed, each value with its place.
//!
//! Schools and municipalities are ordered by id, so that the order of rows in the files changes
//! nothing that follows.

use std::collections::{BTreeMap, BTreeSet};

use super::field::{Datum, FieldKind};
use super::forms::Forms;
use super::ids::{
    GroupId, ListId, MunicipalityId, MunicipalityIx, ProcedureIx, SchoolId, SchoolIx, Year,
};
use super::life::{ChangeKind, MunicipalityLife, SchoolLife};
use super::management::Management;
use super::number::Share;
use super::risks::RiskProfiles;
use crate::diag::{Place, Places, SourceId};

/// A municipality. One row of `municipalities`, or several dated ones.
#[derive(Clone, Debug)]
pub struct Municipality {
    /// Key.
    pub id: MunicipalityId,
    /// Full name («Угличский МР») in the year of the report's list.
    pub name: String,
    /// The name in other cases, as far as the data gives them.
    pub forms: Forms,
    /// Kind as written («МР», «ГО»); may be empty.
    pub kind: String,
    /// Column and row of its tile on the map, from 0.
    pub tile: Option<(u16, u16)>,
    /// What it was called before, and whether it still is.
    pub life: MunicipalityLife,
    /// Where it was read.
    pub place: Place,
}

/// Town or village.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Locality {
    /// A town.
    Urban,
    /// A village.
    Rural,
}

/// A school. One row of `schools`.
#[derive(Clone, Debug)]
pub struct School {
    /// Key.
    pub id: SchoolId,
    /// Name as written, in the year of the report's list.
    pub name: String,
    /// The name in other cases, as far as the data gives them.
    pub forms: Forms,
    /// Its municipality in the year of the report's list.
    pub municipality: MunicipalityIx,
    /// Town or village; `None` if the data does not say.
    pub locality: Option<Locality>,
    /// Kind as written («СОШ»); may be empty.
    pub kind: String,
    /// Pupils on the roll.
    pub students: Option<u32>,
    /// Its former names and ids, moves and mergers, the years in which it worked.
    pub life: SchoolLife,
    /// Where it was read.
    pub place: Place,
}

impl School {
    /// Its municipality in a year up to that of the report's list.
    pub fn municipality_in(&self, year: Year) -> MunicipalityIx {
        let moved = |kind: &ChangeKind| match kind {
            ChangeKind::Moved(from) => Some(*from),
            _ => None,
        };
        self.life.before(year, moved).unwrap_or(self.municipality)
    }
}

/// A school's result in a procedure of a year: how many of those who took part failed.
/// One row of `results`; a year without participants has no row.
#[derive(Clone, Copy, Debug)]
pub struct Observation {
    /// The school.
    pub school: SchoolIx,
    /// The procedure.
    pub procedure: ProcedureIx,
    /// The year tested.
    pub year: Year,
    /// Failed of took part.
    pub share: Share,
    /// Where it was read.
    pub place: Place,
}

/// A school in a group. One row of `groups`.
#[derive(Clone, Copy, Debug)]
pub struct GroupRow {
    /// The school.
    pub school: SchoolIx,
    /// The year of joining, if stated.
    pub year: Option<Year>,
    /// Where it was read.
    pub place: Place,
}

/// A school on a list of a year. One row of `list_membership`.
#[derive(Clone, Debug)]
pub struct ListRow {
    /// The school.
    pub school: SchoolIx,
    /// The list's year, not the year of the results it was drawn from.
    pub year: Year,
    /// The cluster as given, the id of a category of the methodology.
    pub cluster: Option<String>,
    /// Where it was read.
    pub place: Place,
}

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    /// January to March, when the data calls it so.
    Winter,
    /// When most procedures are held.
    Spring,
    /// When final examinations end.
    Summer,
    /// When procedures that were put off are held, for what was taught the year before.
    Autumn,
}

/// What is known of a procedure in a year. One row of `procedure_years`.
#[derive(Clone, Debug)]
pub struct ProcedureYear {
    /// The procedure.
    pub procedure: ProcedureIx,
    /// The year tested.
    pub year: Year,
    /// Whether it was held at all.
    pub held: bool,
    /// When in the year, if the data says so.
    pub season: Option<Season>,
    /// Whether its results can be compared with the year before.
    pub comparable: bool,
    /// Why not, or what else is to be known, in words.
    pub note: String,
    /// Where it was read.
    pub place: Place,
}

/// Any other table: rows with typed columns, keyed by school where it has such a column.
#[derive(Clone, Debug)]
pub struct DataTable {
    /// Name of the table, which is the file's name without its ending.
    pub name: String,
    /// Where it was read; the first source of a table that has several.
    pub source: SourceId,
    /// Names and kinds of the columns.
    pub columns: Vec<DataColumn>,
    /// Where its rows and cells stand.
    places: Places,
    /// School of each row, if the table is keyed by school.
    schools: Option<Vec<SchoolIx>>,
    /// Rows in the order of their schools, then of the file.
    by_school: Vec<u32>,
    /// Values, row by row.
    values: Vec<Datum>,
}

/// A row of a [`DataTable`], as it is read.
#[derive(Clone, Debug)]
pub struct DataRow {
    /// Its number among the rows as read, from 0.
    pub row: usize,
    /// Its school; `None` in a table that is not keyed by school.
    pub school: Option<SchoolIx>,
    /// A value for each column.
    pub values: Vec<Datum>,
}

/// A column of a [`DataTable`].
#[derive(Clone, Debug)]
pub struct DataColumn {
    /// Name as in the header.
    pub name: String,
    /// What its values are.
    pub kind: FieldKind,
}

impl DataTable {
    /// A table without rows, keyed by school or not; `places` are those of the table as read.
    pub fn new(name: &str, places: &Places, columns: Vec<DataColumn>, keyed: bool) -> Self {
        Self {
            name: name.to_owned(),
            source: places.whole().source,
            columns,
            places: places.without_rows(),
            schools: keyed.then(Vec::new),
            by_school: Vec::new(),
            values: Vec::new(),
        }
    }

    /// The table with its rows, which stand where `places` says. A row that lacks the school of a keyed table, or has another number
    /// of values than there are columns, is left out: places, schools and values stay in step.
    #[must_use]
    pub fn with_rows(mut self, rows: impl IntoIterator<Item = DataRow>, places: &Places) -> Self {
        for row in rows {
            let keyed = self.schools.is_some() == row.school.is_some();
            if !keyed || row.values.len() != self.columns.len() {
                continue;
            }
            self.places.push_row_of(places, row.row);
            self.schools.iter_mut().for_each(|schools| schools.extend(row.school));
            self.values.extend(row.values);
        }
        if let Some(schools) = &self.schools {
            // A raw table holds fewer than 2^32 rows by construction.
            self.by_school = (0..schools.len() as u32).collect();
            self.by_school.sort_by_key(|row| schools[*row as usize]);
        }
        self
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// True if there is no row.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The index of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// The place of the row of headings.
    pub fn head_place(&self) -> Place {
        self.places.heading_row()
    }

    /// The place of a column's heading.
    pub fn heading_place(&self, column: usize) -> Place {
        self.places.heading(column)
    }

    /// A value. Both indices must be inside the table.
    pub fn value(&self, row: usize, column: usize) -> &Datum {
        &self.values[row * self.columns.len() + column]
    }

    /// The school of each row, if the table is keyed by school.
    pub fn schools(&self) -> Option<&[SchoolIx]> {
        self.schools.as_deref()
    }

    /// The rows of a school, in the order of the file; none if the table is not keyed by school.
    pub fn rows_of(&self, school: SchoolIx) -> impl Iterator<Item = usize> {
        let schools = self.schools.as_deref().unwrap_or_default();
        let of = |row: &u32| schools[*row as usize];
        let from = self.by_school.partition_point(|row| of(row) < school);
        let to = self.by_school.partition_point(|row| of(row) <= school);
        self.by_school[from..to].iter().map(|row| *row as usize)
    }

    /// The place of a row.
    pub fn row_place(&self, row: usize) -> Place {
        self.places.row(row)
    }

    /// The place of a value.
    pub fn place(&self, row: usize, column: usize) -> Place {
        self.places.cell(row, column)
    }

    /// Takes out the values that `tells` is true of, as if nobody had written them.
    pub fn blank(&mut self, tells: impl Fn(&Datum) -> bool) {
        self.values
            .iter_mut()
            .filter(|value| tells(value))
            .for_each(|value| *value = Datum::Missing);
    }

    /// Every source that a row came from.
    pub fn sources(&self) -> BTreeSet<SourceId> {
        self.places.sources()
    }
}

/// Everything read.
#[derive(Clone, Debug, Default)]
pub struct Dataset {
    /// Ordered by id; a [`MunicipalityIx`] points here.
    pub municipalities: Vec<Municipality>,
    /// Ordered by id; a [`SchoolIx`] points here.
    pub schools: Vec<School>,
    /// Ordered by school, procedure, year.
    pub results: Vec<Observation>,
    /// Where the results of each school begin; one longer than `schools`.
    pub result_starts: Vec<u32>,
    /// Members of each group, ordered by school.
    pub groups: BTreeMap<GroupId, Vec<GroupRow>>,
    /// Members of each list, ordered by school and year.
    pub lists: BTreeMap<ListId, Vec<ListRow>>,
    /// Ordered by procedure and year.
    pub procedure_years: Vec<ProcedureYear>,
    /// Risk profiles, if the region has them.
    pub risks: Option<RiskProfiles>,
    /// The other tables by name.
    pub tables: BTreeMap<String, DataTable>,
    /// Documents, measures, events and the rest of management.
    pub management: Management,
}

impl Dataset {
    /// A municipality of this dataset.
    pub fn municipality(&self, ix: MunicipalityIx) -> &Municipality {
        &self.municipalities[ix.0 as usize]
    }

    /// A school of this dataset.
    pub fn school(&self, ix: SchoolIx) -> &School {
        &self.schools[ix.0 as usize]
    }

    /// The index of a municipality.
    pub fn municipality_ix(&self, id: &str) -> Option<MunicipalityIx> {
        let at = self.municipalities.binary_search_by(|m| m.id.as_str().cmp(id)).ok()?;
        u32::try_from(at).ok().map(MunicipalityIx)
    }

    /// The index of a school.
    pub fn school_ix(&self, id: &str) -> Option<SchoolIx> {
        let at = self.schools.binary_search_by(|school| school.id.as_str().cmp(id)).ok()?;
        u32::try_from(at).ok().map(SchoolIx)
    }

    /// All indices of schools, in order.
    pub fn school_indices(&self) -> impl Iterator<Item = SchoolIx> + use<> {
        // A dataset holds fewer than 2^32 schools: the reader refuses more rows.
        (0..self.schools.len() as u32).map(SchoolIx)
    }

    /// The schools of today, in order: those that work in the year of the report's list.
    pub fn schools_of_today(&self) -> impl Iterator<Item = SchoolIx> {
        self.school_indices().filter(|ix| !self.school(*ix).life.gone)
    }

    /// The results of a school, ordered by procedure and year.
    pub fn results_of(&self, school: SchoolIx) -> &[Observation] {
        let at = school.0 as usize;
        match (self.result_starts.get(at), self.result_starts.get(at + 1)) {
            (Some(start), Some(end)) => &self.results[*start as usize..*end as usize],
            _ => &[],
        }
    }

    /// The result of a school in a procedure of a year; `None` if nobody took part.
    pub fn result(
        &self,
        school: SchoolIx,
        procedure: ProcedureIx,
        year: Year,
    ) -> Option<&Observation> {
        let rows = self.results_of(school);
        let at = rows.binary_search_by_key(&(procedure, year), |r| (r.procedure, r.year)).ok()?;
        Some(&rows[at])
    }

    /// Takes out the results that `held` is true of.
    pub fn take_results(&mut self, held: impl Fn(&Observation) -> bool) {
        let mut starts = Vec::with_capacity(self.schools.len() + 1);
        let mut kept = Vec::with_capacity(self.results.len());
        for school in self.school_indices() {
            // There were no fewer results before.
            starts.push(kept.len() as u32);
            kept.extend(self.results_of(school).iter().filter(|row| !held(row)).copied());
        }
        starts.push(kept.len() as u32);
        (self.results, self.result_starts) = (kept, starts);
    }

    /// What is known of a procedure in a year.
    pub fn procedure_year(&self, procedure: ProcedureIx, year: Year) -> Option<&ProcedureYear> {
        let key = (procedure, year);
        let at = self.procedure_years.binary_search_by_key(&key, |p| (p.procedure, p.year)).ok()?;
        Some(&self.procedure_years[at])
    }

    /// The first year after `from`, up to `to`, that cannot be compared with the one before it.
    pub fn breaks(&self, procedure: ProcedureIx, from: Year, to: Year) -> Option<&ProcedureYear> {
        let key = |p: &ProcedureYear| (p.procedure, p.year);
        let start = self.procedure_years.partition_point(|p| key(p) <= (procedure, from));
        let within = self.procedure_years[start..].iter();
        within.take_while(|p| key(p) <= (procedure, to)).find(|p| !p.comparable)
    }

    /// True if results of two years of a school are not to be compared: the procedure or the school
    /// is no longer what it was.
    pub fn is_broken(
        &self,
        school: SchoolIx,
        procedure: ProcedureIx,
        from: Year,
        to: Year,
    ) -> bool {
        self.breaks(procedure, from, to).is_some()
            || self.school(school).life.break_between(from, to).is_some()
    }

    /// The school's row in a list of a year.
    pub fn list_row(&self, list: &ListId, school: SchoolIx, year: Year) -> Option<&ListRow> {
        let rows = self.lists.get(list)?;
        let at = rows.binary_search_by_key(&(school, year), |r| (r.school, r.year)).ok()?;
        Some(&rows[at])
    }

    /// The school's row in a group.
    pub fn group_row(&self, group: &GroupId, school: SchoolIx) -> Option<&GroupRow> {
        let rows = self.groups.get(group)?;
        Some(&rows[rows.binary_search_by_key(&school, |r| r.school).ok()?])
    }
}
