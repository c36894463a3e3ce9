//! All risks side by side, over the whole region.

use super::super::draft::Draft;
use super::{Profile, RiskLines, RowAttributes, localities, title};
use crate::method::{Base, Conditions, Entry, TableSpec};
use crate::model::ids::Year;
use crate::model::risks::{Significance, TABLE};

/// How significant each risk is for the schools: the levels add up to all of them.
pub(super) fn levels(draft: &mut Draft<'_>, profile: &Profile<'_>, risks: &[RiskLines<'_>]) {
    if !profile.levels {
        return;
    }
    let columns = level_columns(draft, profile);
    let row = |lines: &RiskLines<'_>| {
        let level = lines.level.as_deref().unwrap_or_default();
        let of = |column: &Entry| {
            let id = column.id().unwrap_or_default();
            (id.to_owned(), draft.when(&[(level, &[id])]))
        };
        let by = columns.iter().map(of).collect();
        draft.by(lines.risk.id.as_str(), lines.risk.name.clone(), by)
    };
    let title = draft.say("implied-risk-levels", &[("year", (&profile.year).into())]);
    let table = TableSpec {
        rows: risks.iter().map(row).collect(),
        base: Base::All,
        figure: Some(draft.stacked()),
        ..profile.table(draft, "risk_levels".to_owned(), title)
    };
    draft.table(TableSpec { columns, ..table });
}

/// A column for each level, with conditions by row.
fn level_columns(draft: &Draft<'_>, profile: &Profile<'_>) -> Vec<Entry> {
    let column = |level: Significance| Entry {
        tone: Some(level.tone()),
        ..draft.line(level.id(), draft.get(title(level)), Conditions::default())
    };
    let unstated =
        draft.line("unstated", draft.get("implied-risk-unstated"), Conditions::default());
    let unstated = profile.gaps.then_some(unstated);
    Significance::ALL.into_iter().map(column).chain(unstated).collect()
}

/// Who works on each risk: chose it, carried out a programme for it.
pub(super) fn work(draft: &mut Draft<'_>, profile: &Profile<'_>, risks: &[RiskLines<'_>]) {
    let columns = profile.work(draft, |_| Conditions::default());
    let Some(first) = columns.first().and_then(Entry::id).map(str::to_owned) else { return };
    let row = |lines: &RiskLines<'_>| {
        let ids = [("chosen", &lines.chosen), ("done", &lines.done)];
        let of = |(column, id): (&str, &Option<String>)| {
            Some((column.to_owned(), draft.when(&[(id.as_deref()?, &["yes"])])))
        };
        let by = ids.into_iter().filter_map(of).collect();
        draft.by(lines.risk.id.as_str(), lines.risk.name.clone(), by)
    };
    let title = draft.say("implied-risk-work", &[("year", (&profile.year).into())]);
    let table = TableSpec {
        rows: risks.iter().map(row).collect(),
        base: Base::All,
        figure: Some(draft.bars(&first)),
        ..profile.table(draft, "risk_work".to_owned(), title)
    };
    draft.table(TableSpec { columns, ..table });
}

/// All choices divided among the risks: a base of its own, for a school chooses several.
pub(super) fn choices(draft: &mut Draft<'_>, profile: &Profile<'_>, rows: &RowAttributes) {
    if !profile.chosen {
        return;
    }
    let title = draft.say("implied-risk-choices", &[("year", (&profile.year).into())]);
    let column = draft.line("chosen", draft.get("implied-risk-of-choices"), Conditions::default());
    draft.table(TableSpec {
        conditions: draft.when(&[(&rows.year, &[&profile.year]), (&rows.chosen, &["yes"])]),
        rows: vec![draft.each(&rows.risk)],
        columns: vec![column],
        base: Base::All,
        base_note: Some(draft.get("implied-risk-choices-base")),
        corner: draft.get("implied-risk"),
        figure: Some(draft.bars("chosen")),
        ..draft.blank("risk_choices".to_owned(), title, draft.rows_of(TABLE))
    });
}

/// In which share of town and of village schools each risk is high.
pub(super) fn by_locality(draft: &mut Draft<'_>, profile: &Profile<'_>, risks: &[RiskLines<'_>]) {
    if !profile.levels || !profile.localities {
        return;
    }
    let (known, columns) = localities(draft);
    let high = [Significance::High.id()];
    let row = |lines: &RiskLines<'_>| {
        let conditions = draft.when(&[(lines.level.as_deref().unwrap_or_default(), &high)]);
        draft.line(lines.risk.id.as_str(), lines.risk.name.clone(), conditions)
    };
    let title = draft.say("implied-risk-locality", &[("year", (&profile.year).into())]);
    let table = profile.table(draft, "risk_locality".to_owned(), title);
    draft.table(TableSpec {
        rows: risks.iter().map(row).collect(),
        columns,
        conditions: Conditions(table.conditions.0.into_iter().chain(known.0).collect()),
        base: Base::Column,
        notes: vec![draft.get("implied-difference-note")],
        figure: Some(draft.compared()),
        ..table
    });
}

/// How often each risk was high, year by year, if there are several.
pub(super) fn by_year(
    draft: &mut Draft<'_>,
    profile: &Profile<'_>,
    rows: &RowAttributes,
    years: &[Year],
) {
    if !profile.levels || years.len() < 2 {
        return;
    }
    draft.table(TableSpec {
        rows: vec![draft.each(&rows.risk)],
        columns: vec![draft.each(&rows.year)],
        conditions: draft.when(&[(&rows.level, &[])]),
        count: draft.when(&[(&rows.level, &[Significance::High.id()])]),
        base: Base::Cell,
        base_note: Some(draft.get("implied-risk-years-base")),
        corner: draft.get("implied-risk"),
        drop_empty_rows: true,
        notes: vec![draft.get("implied-risk-years-note")],
        ..draft.blank(
            "risk_years".to_owned(),
            draft.get("implied-risk-years"),
            draft.rows_of(TABLE),
        )
    });
}
