//! The registry of municipalities: rows, some of them former ids or names of others.

use std::collections::BTreeMap;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::dataset::{Dataset, Municipality};
use crate::model::field::Declarations;
use crate::model::ids::{MunicipalityId, Year};
use crate::model::life::{Former, MunicipalityLife, When};

use super::cells::{Cells, Column, unknown_columns};
use super::raw::RawTable;
use super::succession::{Links, NameColumns, Named, with_forms};

const COLUMNS: [&str; 9] =
    ["id", "name", "kind", "map_col", "map_row", "aliases", "valid_from", "valid_to", "successor"];

struct Row<'a> {
    named: Named<'a>,
    name: &'a str,
    kind: &'a str,
    /// The tile and where it was read.
    tile: Option<((u16, u16), Place)>,
    from: Option<When>,
    to: Option<(When, Place)>,
    place: Place,
}

impl Row<'_> {
    /// By id; of one id, the names in order of time.
    fn order(&self) -> (&str, Option<When>, bool, Option<When>, Place) {
        let to = self.to.map(|(to, _)| to);
        (self.named.id, self.from, to.is_none(), to, self.place)
    }

    /// True if the name begins where another of the same id has ended.
    fn follows(&self, other: &Self) -> bool {
        match (other.to, self.from) {
            (Some((to, _)), Some(from)) => !from.is_before(to),
            (None, Some(from)) => other.from.is_none_or(|first| first.is_before(from)),
            (Some(_), None) => self.to.is_none(),
            (None, None) => false,
        }
    }
}

/// Reads `municipalities`, ordered by id afterwards. Several rows of one id are its names, if each
/// says from when or until when it holds. A row with a fault is kept as long as it has an id, so
/// that rows that name it are not called wrong as well.
pub(super) fn municipalities(
    table: &RawTable,
    declared: &Declarations,
    dataset: &mut Dataset,
    faults: &mut Diagnostics,
) {
    let mut rows = rows(table, faults);
    rows.sort_by(|a, b| a.order().cmp(&b.order()));
    let groups: Vec<Vec<&Row<'_>>> = rows
        .chunk_by(|a, b| a.named.id == b.named.id)
        .map(|names| distinct(names, table, faults))
        .collect();
    // What an id is now stands for it.
    let rows: Vec<&Row<'_>> = groups.iter().map(|names| in_force(names, declared.today)).collect();
    let named: Vec<&Named<'_>> = rows.iter().map(|row| &row.named).collect();
    let mut links = Links::of(&named, Code::UnknownMunicipality, faults);
    links.open_circles(&named, faults);
    links.check_aliases(&named, faults);
    for (root, members) in links.members() {
        let own = rows[root];
        let mut life = MunicipalityLife { since: own.from, ..MunicipalityLife::default() };
        if groups[root].last().is_some_and(|last| last.place == own.place) {
            life.ended = own.to;
        }
        for at in members {
            let names = &groups[at];
            life.aliases
                .extend(names.iter().flat_map(|row| &row.named.aliases).map(|a| (*a).to_owned()));
            // Of its own names, those before the one in force; of another id, all.
            let before = names.iter().take_while(|row| at != root || row.place != own.place);
            life.former.extend(before.enumerate().map(|(name, row)| {
                let next = names.get(name + 1).and_then(|next| next.from);
                Former {
                    id: (at != root).then(|| MunicipalityId::new(row.named.id)),
                    name: row.name.to_owned(),
                    until: row.to.map(|(to, _)| to).or(next),
                }
            }));
        }
        life.former.sort_by(|a, b| (&a.until, &a.id).cmp(&(&b.until, &b.id)));
        dataset.municipalities.push(Municipality {
            id: MunicipalityId::new(own.named.id),
            name: own.name.to_owned(),
            forms: own.named.forms.clone(),
            kind: own.kind.to_owned(),
            tile: own.tile.map(|(tile, _)| tile),
            areas: Vec::new(),
            life,
            place: own.place,
        });
    }
    check_tiles(&rows, &links, faults);
}

fn rows<'a>(table: &'a RawTable, faults: &mut Diagnostics) -> Vec<Row<'a>> {
    unknown_columns(table, &with_forms(&COLUMNS), faults);
    let names = NameColumns::of(table, faults);
    let name = Column::required(table, "name", faults);
    let [kind, column, row, from, to] = ["kind", "map_col", "map_row", "valid_from", "valid_to"]
        .map(|header| Column::optional(table, header));
    let mut rows = Vec::new();
    for raw in table.rows() {
        let mut cells = Cells::new(raw, faults);
        let (named, title) = (names.read(&mut cells), cells.required(name));
        let tile = match (cells.count(column), cells.count(row)) {
            (Some(column), Some(row)) => u16::try_from(column).ok().zip(u16::try_from(row).ok()),
            _ => None,
        };
        let (since, until) = (cells.when(from), cells.when(to));
        if let (Some(since), Some(until)) = (since, until)
            && until.is_before(since)
        {
            let fault = Diagnostic::new(Code::PeriodBackwards).at(cells.place(to));
            let fault = fault.with("value", cells.text(to)).with("other", cells.text(from));
            cells.push(fault);
        }
        let Some(named) = named else { continue };
        rows.push(Row {
            named,
            name: title.unwrap_or_default(),
            kind: cells.text(kind),
            tile: tile.map(|tile| (tile, cells.place(column))),
            from: since,
            to: until.map(|until| (until, cells.place(to))),
            place: cells.row_place(),
        });
    }
    rows
}

/// The rows of one id, those that repeat another left out with a fault.
fn distinct<'r, 'a>(
    names: &'r [Row<'a>],
    table: &RawTable,
    faults: &mut Diagnostics,
) -> Vec<&'r Row<'a>> {
    let mut kept: Vec<&Row<'_>> = Vec::new();
    for row in names {
        match kept.last() {
            Some(last) if !row.follows(last) => {
                let (first, second) = (last.place.min(row.place), last.place.max(row.place));
                faults.push(table.repeated(row.named.id, first, second));
            }
            _ => kept.push(row),
        }
    }
    kept
}

/// The name in force at the end of a year: the last that had begun.
fn in_force<'r, 'a>(names: &[&'r Row<'a>], today: Option<Year>) -> &'r Row<'a> {
    let begun = |row: &&&Row<'_>| {
        let from = row.from.map(When::year);
        from.zip(today).is_none_or(|(from, today)| from <= today)
    };
    // A group of rows is never empty.
    names.iter().rev().find(begun).unwrap_or(&names[0])
}

/// Reports tiles that two municipalities share.
fn check_tiles(rows: &[&Row<'_>], links: &Links, faults: &mut Diagnostics) {
    let own = (0..rows.len()).filter(|at| links.root(*at) == *at).map(|at| rows[at]);
    let mut tiled: Vec<((u16, u16), Place, &str)> =
        own.filter_map(|row| row.tile.map(|(tile, place)| (tile, place, row.name))).collect();
    tiled.sort_by_key(|(_, place, _)| *place);
    let mut taken: BTreeMap<(u16, u16), (Place, &str)> = BTreeMap::new();
    for (tile, place, name) in tiled {
        if let Some((first, holder)) = taken.insert(tile, (place, name)) {
            faults.push(
                Diagnostic::new(Code::TileTaken)
                    .at(place)
                    .with("value", format!("{}, {}", tile.0, tile.1))
                    .with("other", holder)
                    .see_also(first),
            );
        }
    }
}

/// Says which municipalities are not of today, once the schools are known, and reports those that
/// have ended with schools of today in them.
pub(super) fn find_gone(declared: &Declarations, dataset: &mut Dataset, faults: &mut Diagnostics) {
    let Some(today) = declared.today else { return };
    let schools = dataset.schools_of_today().map(|ix| dataset.school(ix).municipality);
    let inhabited: std::collections::BTreeSet<_> = schools.collect();
    for (at, municipality) in dataset.municipalities.iter_mut().enumerate() {
        let Some((until, place)) = municipality.life.ended else { continue };
        if until.year() >= today {
            continue;
        }
        let at = u32::try_from(at).map(crate::model::ids::MunicipalityIx);
        municipality.life.gone = !at.is_ok_and(|at| inhabited.contains(&at));
        if !municipality.life.gone {
            faults.push(
                Diagnostic::new(Code::MunicipalityEnded)
                    .at(place)
                    .with("value", &municipality.name)
                    .with("other", until.year()),
            );
        }
    }
}
