//! Tables of schools' programmes: activities by state and targets by outcome in each municipality,
//! and each target across schools.

use super::draft::Draft;
use crate::method::{Attribute, AttributeKind, TableSpec};
use crate::model::dataset::Dataset;
use crate::model::date::Date;
use crate::model::programme::{ROADMAP, Roadmaps, TARGETS, Targets};

/// Declares the tables of roadmaps and of targets, as far as there are any.
pub(super) fn declare(draft: &mut Draft<'_>, dataset: &Dataset, date: Option<Date>) {
    if Roadmaps::of(dataset).is_some() {
        roadmaps(draft, date);
    }
    if Targets::of(dataset).is_some() {
        targets(draft);
    }
}

fn roadmaps(draft: &mut Draft<'_>, date: Option<Date>) {
    let title = draft.get("implied-roadmap-state");
    let state = own_or(draft, "roadmap:state", title, AttributeKind::RoadmapState);
    let title = match date.map(|date| draft.date(date)) {
        Some(date) => {
            draft.say("implied-roadmap-municipalities-on", &[("date", date.as_str().into())])
        }
        None => draft.get("implied-roadmap-municipalities"),
    };
    let soon = u32::from(draft.method().roadmap.soon);
    draft.table(TableSpec {
        corner: draft.method().titles.municipality.clone(),
        base_note: Some(draft.get("implied-roadmap-base")),
        notes: vec![draft.say("implied-roadmap-note", &[("soon", soon.into())])],
        ..counted(draft, ("roadmap_by_municipality", title), ROADMAP, "municipality", &state)
    });
}

fn targets(draft: &mut Draft<'_>) {
    let title = draft.get("implied-target-state");
    let state = own_or(draft, "targets:state", title, AttributeKind::TargetState);
    let title = draft.get("implied-targets-municipalities");
    draft.table(TableSpec {
        corner: draft.method().titles.municipality.clone(),
        base_note: Some(draft.get("implied-targets-base")),
        ..counted(draft, ("targets_by_municipality", title), TARGETS, "municipality", &state)
    });
    let title = draft.get("implied-target-indicator");
    let indicator = own_or(draft, "targets:indicator", title, AttributeKind::Target);
    let title = draft.get("implied-targets-indicators");
    draft.table(TableSpec {
        corner: draft.get("implied-target-indicator"),
        base_note: Some(draft.get("implied-targets-indicators-base")),
        ..counted(draft, ("targets_by_indicator", title), TARGETS, &indicator, &state)
    });
}

/// The attribute of a kind without keys that the methodology declares, with the region's own words
/// for it, or one declared here.
fn own_or(draft: &mut Draft<'_>, id: &str, title: String, kind: AttributeKind) -> String {
    let wanted = std::mem::discriminant(&kind);
    let same = |own: &&Attribute| std::mem::discriminant(&own.kind) == wanted;
    let own = draft.method().attributes.iter().find(same).map(|own| own.id.value.clone());
    own.unwrap_or_else(|| draft.attribute(id.to_owned(), title, kind))
}

/// A table of the rows of a data table: an attribute by the states that occur, with totals.
fn counted(
    draft: &Draft<'_>,
    (id, title): (&str, String),
    table: &str,
    rows: &str,
    state: &str,
) -> TableSpec {
    let total = || draft.get("implied-programme-total");
    TableSpec {
        rows: vec![draft.each(rows), draft.total(total())],
        columns: vec![draft.count(total()), draft.each(state)],
        drop_empty_rows: true,
        drop_zero_columns: true,
        ..draft.blank(id.to_owned(), title, draft.rows_of(table))
    }
}
