//! The risks of schools that are supported together: of each group, and of each track of groups.

use super::super::draft::{Draft, capital};
use super::{Profile, RiskLines};
use crate::method::{AttributeKind, Base, Conditions, Entry, Located, TableSpec};
use crate::model::dataset::Dataset;
use crate::model::ids::GroupId;
use crate::model::risks::Significance;

/// Declares a table for each group and track some school of which may have a profile.
pub(super) fn tables(
    draft: &mut Draft<'_>,
    dataset: &Dataset,
    profile: &Profile<'_>,
    risks: &[RiskLines<'_>],
) {
    let method = draft.method();
    let groups = method.groups.iter().map(|group| {
        let own = vec![draft.name(group.id.as_str())];
        (group.id.clone(), group.title.clone(), own)
    });
    // A track of everyone has the tables of the region.
    let tracks = method.tracks.iter().filter(|track| !track.groups.is_empty());
    let tracks = tracks.map(|t| (t.id.clone(), t.title.clone(), t.groups.clone()));
    let all: Vec<(GroupId, String, Vec<Located<String>>)> = groups.chain(tracks).collect();
    let known =
        |name: &Located<String>| dataset.groups.contains_key(&GroupId::new(name.value.as_str()));
    for (id, title, groups) in all.into_iter().filter(|(.., groups)| groups.iter().any(known)) {
        let (kind, title) = (AttributeKind::Group { groups }, capital(&title));
        let inside = draft.attribute(format!("group:{id}"), title.clone(), kind);
        table(draft, profile, risks, (&id, &title, &inside));
    }
}

fn table(
    draft: &mut Draft<'_>,
    profile: &Profile<'_>,
    risks: &[RiskLines<'_>],
    (id, title, inside): (&GroupId, &str, &str),
) {
    let high = Significance::High.id();
    let level = profile.levels.then(|| {
        draft.line(high, draft.get(super::title(Significance::High)), Conditions::default())
    });
    let work = profile.work(draft, |_| Conditions::default());
    let columns: Vec<Entry> = level.into_iter().chain(work).collect();
    let row = |lines: &RiskLines<'_>| {
        let of = |column: &Entry| {
            let id = column.id()?;
            let (attribute, category) = match id {
                "chosen" => (&lines.chosen, "yes"),
                "done" => (&lines.done, "yes"),
                _ => (&lines.level, high),
            };
            Some((id.to_owned(), draft.when(&[(attribute.as_deref()?, &[category])])))
        };
        let by = columns.iter().filter_map(of).collect();
        draft.by(lines.risk.id.as_str(), lines.risk.name.clone(), by)
    };
    let year = &profile.year;
    let caption =
        draft.say("implied-risk-group", &[("group", title.into()), ("year", year.into())]);
    let table = profile.table(draft, format!("group_{id}_risks"), caption);
    let members = draft.when(&[(inside, &["yes"])]);
    let table = TableSpec {
        rows: risks.iter().map(row).collect(),
        conditions: Conditions(table.conditions.0.into_iter().chain(members.0).collect()),
        base: Base::All,
        base_note: Some(draft.say("implied-risk-group-base", &[("year", year.into())])),
        ..table
    };
    if !columns.is_empty() {
        draft.table(TableSpec { columns, ..table });
    }
}
