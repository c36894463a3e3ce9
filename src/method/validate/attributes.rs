//! Attributes: each kind has the keys it needs.

use super::super::attribute::{
    Attribute, AttributeKind, Case, Category, FieldRef, Test, WarningAnswer,
};
use super::super::spec::{AttributeSpec, BinSpec, CaseSpec, CategorySpec, KindSpec, TiesSpec};
use super::Check;
use crate::diag::Place;
use crate::method::{Located, Support};
use crate::model::ids::Year;
use crate::model::number::Decimal;

impl Check {
    pub(super) fn attribute(
        &mut self,
        mut spec: AttributeSpec,
        supports: &[Support],
    ) -> Option<Attribute> {
        self.id(&spec.id);
        let kind = self.attribute_kind(&mut spec)?;
        self.retitled(&kind, &spec, supports);
        Some(Attribute {
            id: self.located(spec.id),
            short: spec.short.unwrap_or_else(|| spec.title.clone()),
            title: spec.title,
            unit: spec.unit,
            kind,
            values: spec.values.into_iter().map(category).collect(),
        })
    }

    fn attribute_kind(&mut self, spec: &mut AttributeSpec) -> Option<AttributeKind> {
        let kind = *spec.kind.get_ref();
        let place = self.place(&spec.kind);
        Some(match kind {
            KindSpec::Field => AttributeKind::Field {
                field: self.field(spec)?,
                titles_from: spec
                    .titles_from
                    .take()
                    .map(|t| (self.located(t.table), t.title, t.order)),
            },
            KindSpec::Number => AttributeKind::Number { field: self.field(spec)? },
            KindSpec::Bins => {
                let field = self.field(spec)?;
                AttributeKind::Bins { field, bins: spec.bins.drain(..).map(bin).collect() }
            }
            KindSpec::Quantile => {
                let quantile = spec.quantile.take();
                let quantile = self.need(place, "quantile", quantile)?;
                let value = quantile.get_ref().0;
                if value <= Decimal::ZERO || value >= Decimal::from_int(1) {
                    let place = self.place(&quantile);
                    self.bad_parameter(place, "quantile", value.to_fixed(), "0–1");
                }
                let of = spec.of.take();
                let of = self.need(place, "of", of)?;
                AttributeKind::Quantile {
                    of: self.located(of),
                    quantile: value,
                    side: spec.side,
                    include_ties: spec.ties == Some(TiesSpec::Include),
                }
            }
            KindSpec::Cases => AttributeKind::Cases {
                cases: std::mem::take(&mut spec.cases).into_iter().map(|c| self.case(c)).collect(),
            },
            KindSpec::Group => {
                AttributeKind::Group { groups: self.all_located(std::mem::take(&mut spec.groups)) }
            }
            KindSpec::Groups => AttributeKind::Groups,
            KindSpec::List
            | KindSpec::ListChange
            | KindSpec::ListYears
            | KindSpec::ListHistory
            | KindSpec::ListAgreement => self.list_kind(kind, place, spec)?,
            KindSpec::Cluster => {
                AttributeKind::Cluster { year: self.needed_year(place, "year", &spec.year)? }
            }
            KindSpec::Transition => {
                let (from, to) = self.two_years(place, spec)?;
                AttributeKind::Transition { from, to }
            }
            KindSpec::Dynamics => {
                let (from, to) = self.two_years(place, spec)?;
                AttributeKind::Dynamics { from, to }
            }
            KindSpec::Held => AttributeKind::Held,
            KindSpec::AnyRow => {
                let table = spec.table.take();
                let table = self.need(place, "table", table)?;
                AttributeKind::AnyRow {
                    table: self.located(table),
                    columns: std::mem::take(&mut spec.columns),
                    until: spec.until.as_ref().map(|y| self.year("until", y)),
                }
            }
            KindSpec::Warning => self.warned(place, spec, WarningAnswer::YesNo)?,
            KindSpec::WarningState => self.warned(place, spec, WarningAnswer::State)?,
            KindSpec::Answer => {
                let question = spec.question.take();
                let question = self.need(place, "question", question)?;
                AttributeKind::Answer { question: self.located(question) }
            }
            KindSpec::Variant => {
                let support = spec.support.take();
                let support = self.need(place, "support", support)?;
                AttributeKind::Variant { support: self.located(support) }
            }
            KindSpec::RoadmapState => AttributeKind::RoadmapState,
            KindSpec::TargetState => AttributeKind::TargetState,
            KindSpec::Target => AttributeKind::Target,
        })
    }

    fn warned(
        &mut self,
        place: Place,
        spec: &mut AttributeSpec,
        answer: WarningAnswer,
    ) -> Option<AttributeKind> {
        let warning = spec.warning.take();
        let warning = self.need(place, "warning", warning)?;
        let year = spec.year.as_ref().map(|y| self.year("year", y));
        Some(AttributeKind::Warning { warning: self.located(warning), year, answer })
    }

    pub(super) fn need<T>(&mut self, place: Place, name: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.missing_key(place, name);
        }
        value
    }

    fn needed_year(
        &mut self,
        place: Place,
        name: &str,
        year: &Option<toml::Spanned<i64>>,
    ) -> Option<Year> {
        let year = self.need(place, name, year.as_ref())?;
        Some(self.year(name, year))
    }

    pub(super) fn two_years(&mut self, place: Place, spec: &AttributeSpec) -> Option<(Year, Year)> {
        let from = self.needed_year(place, "from", &spec.from);
        let to = self.needed_year(place, "to", &spec.to);
        let (from, to) = from.zip(to)?;
        if from >= to {
            let place = spec.from.as_ref().map_or(place, |year| self.place(year));
            self.bad_parameter(place, "from", from, &format!("< {to}"));
        }
        Some((from, to))
    }

    fn field(&mut self, spec: &mut AttributeSpec) -> Option<FieldRef> {
        let place = self.place(&spec.kind);
        let table = spec.table.take();
        let table = self.need(place, "table", table)?;
        let column = spec.column.take();
        let column = self.need(place, "column", column)?;
        let at = std::mem::take(&mut spec.at)
            .into_iter()
            .map(|(key, value)| match value {
                toml::Value::String(text) => (key, text),
                other => (key, other.to_string()),
            })
            .collect();
        Some(FieldRef { table: self.located(table), column: self.located(column), at })
    }

    fn case(&mut self, spec: CaseSpec) -> Case {
        Case {
            category: Category { id: spec.id, title: spec.title, tone: spec.tone },
            conditions: self.conditions(spec.conditions),
        }
    }
}

fn category(spec: CategorySpec) -> Category {
    Category { id: spec.id.into_inner(), title: spec.title, tone: spec.tone }
}

fn bin(spec: BinSpec) -> (Category, Test) {
    let bound = |number: Option<super::super::de::Number>| number.map(|n| n.0);
    let test = Test::Range {
        at_least: bound(spec.at_least),
        above: bound(spec.above),
        at_most: bound(spec.at_most),
        below: bound(spec.below),
    };
    (Category { id: spec.id, title: spec.title, tone: spec.tone }, test)
}

impl<T> Located<T> {
    /// A value that was not written but follows from the kind of thing.
    pub fn implied(value: T, place: Place) -> Self {
        Self { value, place }
    }
}
