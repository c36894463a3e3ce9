//! The registries: municipalities and schools.

use std::cell::Cell;
use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::dataset::{Dataset, Locality, Municipality, School};
use crate::model::ids::{MunicipalityId, MunicipalityIx, SchoolId, SchoolIx};

use super::cells::{Cells, Column, unknown_columns};
use super::raw::RawTable;

/// Reads `municipalities`: one row each, ordered by id afterwards. Here and in `schools` a row with a
/// fault is kept as long as it has an id, so that rows that name it are not called wrong as well.
pub(super) fn municipalities(table: &RawTable, dataset: &mut Dataset, faults: &mut Diagnostics) {
    unknown_columns(table, &["id", "name", "kind", "map_col", "map_row"], faults);
    let id = Column::required(table, "id", faults);
    let name = Column::required(table, "name", faults);
    let kind = Column::optional(table, "kind");
    let (column, row) = (Column::optional(table, "map_col"), Column::optional(table, "map_row"));
    let mut tiles: BTreeMap<(u16, u16), (Place, &str)> = BTreeMap::new();
    for raw in table.rows() {
        let mut cells = Cells::new(raw, faults);
        let (key, title) = (cells.id(id), cells.required(name));
        let tile = match (cells.count(column), cells.count(row)) {
            (Some(column), Some(row)) => u16::try_from(column).ok().zip(u16::try_from(row).ok()),
            _ => None,
        };
        let place = cells.place(column);
        if let Some(tile) = tile
            && let Some((first, holder)) = tiles.insert(tile, (place, title.unwrap_or_default()))
        {
            cells.push(
                Diagnostic::new(Code::TileTaken)
                    .at(place)
                    .with("value", format!("{}, {}", tile.0, tile.1))
                    .with("other", holder)
                    .see_also(first),
            );
        }
        let Some(key) = key else { continue };
        dataset.municipalities.push(Municipality {
            id: MunicipalityId::new(key),
            name: title.unwrap_or_default().to_owned(),
            kind: cells.text(kind).to_owned(),
            tile,
            place: cells.row_place(),
        });
    }
    dataset.municipalities.sort_by(|a, b| (&a.id, a.place).cmp(&(&b.id, b.place)));
    dataset.municipalities.dedup_by(|b, a| {
        a.id == b.id && {
            faults.push(table.repeated(a.id.as_str(), a.place, b.place));
            true
        }
    });
}

/// Reads `schools`: one row each, ordered by id afterwards.
pub(super) fn schools(table: &RawTable, dataset: &mut Dataset, faults: &mut Diagnostics) {
    let known = ["id", "name", "municipality", "locality", "kind", "students"];
    unknown_columns(table, &known, faults);
    let id = Column::required(table, "id", faults);
    let name = Column::required(table, "name", faults);
    let municipality = Column::required(table, "municipality", faults);
    let locality = Column::optional(table, "locality");
    let kind = Column::optional(table, "kind");
    let students = Column::optional(table, "students");
    let municipalities = &dataset.municipalities;
    let find = |text: &str| {
        let at = municipalities.binary_search_by(|m| m.id.as_str().cmp(text)).ok()?;
        u32::try_from(at).ok().map(MunicipalityIx)
    };
    let mut schools = Vec::with_capacity(table.len());
    for raw in table.rows() {
        let mut cells = Cells::new(raw, faults);
        let (key, title) = (cells.id(id), cells.required(name));
        let municipality = if municipalities.is_empty() {
            None
        } else {
            cells.lookup(municipality, Code::UnknownMunicipality, find, || {
                municipalities.iter().map(|m| m.id.as_str()).collect()
            })
        };
        let locality = read_locality(&mut cells, locality);
        let students = cells.count(students);
        let Some(key) = key else { continue };
        schools.push(School {
            id: SchoolId::new(key),
            name: title.unwrap_or_default().to_owned(),
            municipality: municipality.unwrap_or(MunicipalityIx(0)),
            locality,
            kind: cells.text(kind).to_owned(),
            students,
            place: cells.row_place(),
        });
    }
    schools.sort_by(|a, b| (&a.id, a.place).cmp(&(&b.id, b.place)));
    schools.dedup_by(|b, a| {
        a.id == b.id && {
            faults.push(table.repeated(a.id.as_str(), a.place, b.place));
            true
        }
    });
    dataset.schools = schools;
}

fn read_locality(cells: &mut Cells<'_, '_>, column: Column<'_>) -> Option<Locality> {
    match cells.text(column).to_lowercase().as_str() {
        "urban" | "город" | "городская" => Some(Locality::Urban),
        "rural" | "село" | "сельская" => Some(Locality::Rural),
        "" => None,
        _ => {
            cells.bad_choice(column, &["urban", "rural"]);
            None
        }
    }
}

/// Schools to be looked up by id. Rows of a table mostly stand school by school, so the last one
/// found is tried first.
pub(super) struct Schools<'a> {
    all: &'a [School],
    last: Cell<usize>,
}

impl<'a> Schools<'a> {
    pub fn of(dataset: &'a Dataset) -> Self {
        Self { all: &dataset.schools, last: Cell::new(0) }
    }

    /// Reads a school's id in a row. Where no schools could be read, none is called unknown.
    pub fn read(&self, cells: &mut Cells<'_, '_>, column: Column<'_>) -> Option<SchoolIx> {
        if self.all.is_empty() {
            return None;
        }
        let known = || self.all.iter().map(|s| s.id.as_str()).collect();
        cells.lookup(column, Code::UnknownSchool, |id| self.find(id), known)
    }

    fn find(&self, id: &str) -> Option<SchoolIx> {
        let last = self.last.get();
        if self.all.get(last).is_none_or(|school| school.id.as_str() != id) {
            self.last.set(self.all.binary_search_by(|s| s.id.as_str().cmp(id)).ok()?);
        }
        u32::try_from(self.last.get()).ok().map(SchoolIx)
    }
}
