//! One risk: by municipality, in town and village, year by year.

use super::super::draft::Draft;
use super::{Profile, RiskLines, RowAttributes, localities};
use crate::method::{Base, Conditions, TableSpec};
use crate::model::ids::Year;
use crate::model::risks::TABLE;

/// The risk in the schools of each municipality, with the region below.
pub(super) fn by_municipality(draft: &mut Draft<'_>, profile: &Profile<'_>, lines: &RiskLines<'_>) {
    let mut columns = lines.entries(draft, profile);
    if columns.is_empty() {
        return;
    }
    columns.push(draft.count(draft.get("implied-risk-profiles")));
    let year = &profile.year;
    let title = lines.title(draft, "implied-risk-municipalities", year);
    let id = format!("risk_{}_municipalities", lines.risk.id);
    draft.table(TableSpec {
        rows: vec![draft.each("municipality"), draft.total(draft.get("implied-region"))],
        columns,
        base_note: Some(draft.say("implied-risk-municipality-base", &[("year", year.into())])),
        drop_empty_rows: true,
        corner: draft.method().titles.municipality.clone(),
        ..profile.table(draft, id, title)
    });
}

/// What profiles of town and of village schools say of the risk.
pub(super) fn by_locality(draft: &mut Draft<'_>, profile: &Profile<'_>, lines: &RiskLines<'_>) {
    let rows = lines.entries(draft, profile);
    if rows.is_empty() || !profile.localities {
        return;
    }
    let (known, columns) = localities(draft);
    let title = lines.title(draft, "implied-risk-one-locality", &profile.year);
    let table = profile.table(draft, format!("risk_{}_locality", lines.risk.id), title);
    draft.table(TableSpec {
        rows,
        columns,
        conditions: Conditions(table.conditions.0.into_iter().chain(known.0).collect()),
        base: Base::Column,
        corner: draft.get("implied-risk-says"),
        notes: vec![draft.get("implied-difference-note")],
        figure: Some(draft.compared()),
        ..table
    });
}

/// The risk in the profiles of each year, if there are several.
pub(super) fn by_year(
    draft: &mut Draft<'_>,
    profile: &Profile<'_>,
    lines: &RiskLines<'_>,
    rows: &RowAttributes,
    years: &[Year],
) {
    if years.len() < 2 {
        return;
    }
    let level = profile.levels.then(|| draft.each(&rows.level));
    let work = profile.work(draft, |id| {
        draft.when(&[(if id == "chosen" { &rows.chosen } else { &rows.done }, &["yes"])])
    });
    let id = format!("risk_{}_years", lines.risk.id);
    let title = lines.title(draft, "implied-risk-one-years", &profile.year);
    draft.table(TableSpec {
        rows: level.into_iter().chain(work).collect(),
        columns: vec![draft.each(&rows.year)],
        conditions: draft.when(&[(&rows.risk, &[lines.risk.id.as_str()])]),
        base: Base::Column,
        base_note: Some(draft.get("implied-risk-years-base")),
        corner: draft.get("implied-risk-says"),
        drop_empty_columns: true,
        notes: vec![draft.get("implied-risk-years-note")],
        ..draft.blank(id, title, draft.rows_of(TABLE))
    });
}
