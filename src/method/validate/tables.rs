//! Tables, listings and what the pages show.

use toml::Spanned;

use super::super::spec::{
    EntrySpec, FigureRaw, ListingRaw, MeasureSpec, Name, OverSpec, PagesSpec, RoleSpec, ShowSpec,
    TableSpecRaw,
};
use super::super::table::{Base, Entry, EntryKind, FigureSpec, Measure, Origin, Over, TableSpec};
use super::super::{ListingSpec, MapSpec, PageSpec};
use super::Check;
use crate::diag::{Code, Diagnostic, Place, unknown};
use crate::model::tabulation::{HeadingRole, Show};

impl Check {
    pub(super) fn table(&mut self, spec: TableSpecRaw) -> TableSpec {
        self.id(&spec.id);
        let place = self.place(&spec.id);
        let decimals = spec.decimals.as_ref().map(|d| self.decimals(d));
        let over = self.over(&spec);
        let measure = self.measure(&spec, &over);
        let rows = self.entries(spec.rows);
        let columns = self.entries(spec.columns);
        if spec.base != Base::Cell && !spec.count.is_empty() {
            let fault = Diagnostic::new(Code::NeedsSetting).at(place);
            self.faults.push(fault.with("column", "count").with("other", "base = \"cell\""));
        }
        TableSpec {
            measure,
            id: self.located(spec.id),
            title: spec.title,
            corner: spec.corner,
            over,
            conditions: self.conditions(spec.conditions),
            rows,
            columns,
            count: self.conditions(spec.count),
            base: spec.base,
            base_note: spec.base_note,
            decimals,
            show: spec.show.map_or(Show::Both, show),
            drop_empty_rows: spec.drop_empty_rows,
            drop_empty_columns: spec.drop_empty_columns,
            drop_zero_columns: spec.drop_zero_columns,
            notes: spec.notes,
            figure: spec.chart.map(|chart| self.figure(chart)),
            document: self.document(spec.document),
            origin: Origin::Declared,
        }
    }

    /// A pooled share needs results: a procedure and a year for every unit.
    fn measure(&mut self, spec: &TableSpecRaw, over: &Over) -> Measure {
        if spec.measure == MeasureSpec::Count {
            return Measure::Count;
        }
        let year = spec.year.as_ref().map(|year| self.year("year", year));
        let mut need = |other: &str| {
            let fault = Diagnostic::new(Code::NeedsSetting).at(self.place(&spec.id));
            self.faults.push(fault.with("column", "measure").with("other", other));
        };
        match over {
            Over::Schools { procedures: Some(_), years } if years.is_some() || year.is_some() => {}
            Over::Schools { procedures: Some(_), .. } => need("year"),
            _ => need("over = [\"schools\", \"procedures\"]"),
        }
        Measure::FailingShare(year)
    }

    fn over(&mut self, spec: &TableSpecRaw) -> Over {
        let place = self.place(&spec.over);
        match spec.over.get_ref() {
            OverSpec::Table(table) if table != "schools" => {
                Over::Rows(super::Located { value: table.clone(), place })
            }
            OverSpec::Table(_) => Over::Schools { procedures: None, years: None },
            OverSpec::Axes(axes) => {
                const KNOWN: [&str; 3] = ["schools", "procedures", "years"];
                for axis in axes.iter().filter(|a| !KNOWN.contains(&a.as_str())) {
                    let fault = unknown(Code::BadParameter, place, axis, &KNOWN);
                    self.faults.push(fault.with("column", "over"));
                }
                let has = |name: &str| axes.iter().any(|a| a == name);
                let procedures = spec
                    .procedures
                    .iter()
                    .map(|p| super::Located { value: p.get_ref().clone(), place: self.place(p) })
                    .collect();
                let years = spec.years.iter().map(|y| self.year("years", y)).collect();
                Over::Schools {
                    procedures: has("procedures").then_some(procedures),
                    years: has("years").then_some(years),
                }
            }
        }
    }

    fn entries(&mut self, specs: Vec<Spanned<EntrySpec>>) -> Vec<Entry> {
        let mut entries = Vec::new();
        for spanned in specs {
            let place = self.place(&spanned);
            entries.extend(self.entry(spanned.into_inner(), place));
        }
        entries
    }

    /// An entry is an attribute, a condition, a sum, a difference, or a condition by column: one of
    /// the five.
    fn entry(&mut self, spec: EntrySpec, place: Place) -> Option<Entry> {
        let role = match spec.role {
            Some(RoleSpec::Body) => HeadingRole::Body,
            Some(RoleSpec::Summary) => HeadingRole::Summary,
            Some(RoleSpec::Total) => HeadingRole::Total,
            None if spec.sum.is_some() || spec.difference.is_some() => HeadingRole::Summary,
            None => HeadingRole::Body,
        };
        let kind = match (spec.attribute, spec.id, spec.title) {
            (Some(attribute), None, None) => EntryKind::Attribute {
                attribute: self.located(attribute),
                only: self.all_located(spec.only),
            },
            (None, Some(id), Some(title)) => {
                self.id_at(&id, place);
                match (spec.sum, spec.difference, spec.by) {
                    (Some(of), None, None) => {
                        EntryKind::Sum { id, title, of: self.all_located(of) }
                    }
                    (None, Some(of), None) => self.difference(id, title, of)?,
                    (None, None, Some(by)) => EntryKind::By {
                        id,
                        title,
                        columns: by.into_iter().map(|(c, w)| (c, self.conditions(w))).collect(),
                    },
                    _ => EntryKind::Where {
                        id,
                        title,
                        conditions: self.conditions(spec.conditions.unwrap_or_default()),
                        base: spec.base.map(|b| self.conditions(b)),
                        mean: spec.mean.map(|m| self.located(m)),
                    },
                }
            }
            _ => {
                self.either_or(place, "attribute = …", "id = …, title = …");
                return None;
            }
        };
        Some(Entry {
            place,
            kind,
            show: spec.show.map(show),
            tone: spec.tone,
            note: spec.note,
            role,
            optional: false,
        })
    }

    fn difference(
        &mut self,
        id: String,
        title: String,
        of: Spanned<Vec<Name>>,
    ) -> Option<EntryKind> {
        let place = self.place(&of);
        let named = self.all_located(of.into_inner());
        let n = named.len();
        let Ok(of) = named.try_into() else {
            self.bad_parameter(place, "difference", n, "[\"…\", \"…\"]");
            return None;
        };
        Some(EntryKind::Difference { id, title, of })
    }

    fn figure(&self, spec: FigureRaw) -> FigureSpec {
        FigureSpec {
            kind: spec.kind,
            by: spec.by,
            column: spec.column.map(|c| self.located(c)),
            title: spec.title,
        }
    }

    pub(super) fn listing(&mut self, spec: ListingRaw) -> ListingSpec {
        self.id(&spec.id);
        ListingSpec {
            id: self.located(spec.id),
            title: spec.title,
            conditions: self.conditions(spec.conditions),
            attributes: self.all_located(spec.attributes),
            notes: spec.notes,
            document: self.document(spec.document),
            origin: Origin::Declared,
        }
    }

    pub(super) fn pages(&mut self, spec: PagesSpec) -> PageSpec {
        PageSpec {
            region_tables: self.all_located(spec.region_tables),
            municipality_tables: self.all_located(spec.municipality_tables),
            municipality_attributes: self.all_located(spec.municipality_attributes),
            school_attributes: self.all_located(spec.school_attributes),
            procedure_tables: self.all_located(spec.procedure_tables),
            map: spec.map.map(|map| MapSpec {
                table: self.located(map.table),
                column: self.located(map.column),
                title: map.title,
            }),
        }
    }
}

fn show(spec: ShowSpec) -> Show {
    match spec {
        ShowSpec::Both => Show::Both,
        ShowSpec::Percent => Show::Percent,
        ShowSpec::Count => Show::Count,
    }
}
