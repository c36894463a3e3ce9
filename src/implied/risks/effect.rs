//! What became of the schools that carried out a programme for a risk, beside those that did not.

use super::super::draft::{Draft, capital, case};
use super::{Profile, RiskLines};
use crate::method::{AttributeKind, Conditions, Entry, TableSpec, TransitionKind};
use crate::model::dataset::Dataset;
use crate::model::ids::{ListId, Year};
use crate::model::risks::{Risk, RiskProfiles, Significance};
use crate::model::tabulation::{HeadingRole, Show};
use crate::model::tone::Tone;

/// What became of a school that was on the earlier list, in the order of columns.
const FROM_LIST: [&str; 5] = ["left", "raised", "unchanged", "lowered", "stayed"];
/// What became of a school that was not.
const FROM_OUTSIDE: [&str; 2] = ["entered", "stayed_out"];

/// Declares a table for each risk with programmes, of the last profiles that a later list can tell
/// the outcome of: the profile of a year is that of the schools of the year's list, and its programmes are carried
/// out before the next list is drawn up.
pub(super) fn tables(draft: &mut Draft<'_>, dataset: &Dataset, profiles: &RiskProfiles) {
    let before = draft.method().years.list.previous();
    let Some(year) = profiles.years().into_iter().rfind(|year| *year <= before) else { return };
    let Some(list) = draft.method().low_results.list.clone() else { return };
    let profile = Profile::new(draft, dataset, profiles, year);
    let outcome = Outcome::declare(draft, dataset, &list, year);
    let carried_out = |risk: &Risk| {
        let rows = profiles.rows().iter().filter(|row| row.year == year);
        let mut done = rows.filter(|row| row.programme_done == Some(true));
        done.any(|row| profiles.catalogue()[row.risk].id == risk.id)
    };
    for lines in profile.lines(draft).iter().filter(|lines| carried_out(lines.risk)) {
        table(draft, &profile, lines, &outcome);
    }
}

/// Where a school went from one list to the next.
struct Outcome {
    /// Id of the attribute.
    id: String,
    from: String,
    to: String,
    /// True if a school may be on the list in a cluster that nobody states.
    vague: bool,
}

impl Outcome {
    fn declare(draft: &mut Draft<'_>, dataset: &Dataset, list: &ListId, from: Year) -> Self {
        let to = Year(from.0 + 1);
        let mut listed = |year: Year| {
            let of = draft.name(list.as_str());
            let kind = AttributeKind::List { list: of, year: Some(year), shift: 0 };
            draft.attribute(format!("list:{list}:{year}"), list.to_string(), kind)
        };
        let [before, after] = [from, to].map(&mut listed);
        let moves = draft.attribute(
            format!("transition:{from}:{to}"),
            draft.get("implied-outcome"),
            AttributeKind::Transition { from, to },
        );
        let both = |one: &str, other: &str| draft.when(&[(&before, &[one]), (&after, &[other])]);
        let conditions = |id: &str| match id {
            "left" => both("yes", "no"),
            "stayed" => both("yes", "yes"),
            "entered" => both("no", "yes"),
            "stayed_out" => both("no", "no"),
            moved => draft.when(&[(&moves, &[moved])]),
        };
        let ids = FROM_LIST.into_iter().chain(FROM_OUTSIDE);
        let cases = ids.map(|id| case(id, title(draft, id), Some(tone(id)), conditions(id)));
        let kind = AttributeKind::Cases { cases: cases.collect() };
        let title = draft.get("implied-outcome");
        let rows = dataset.lists.get(list).into_iter().flatten();
        let mut rows = rows.filter(|row| row.year == from || row.year == to);
        Self {
            id: draft.attribute(format!("outcome:{from}:{to}"), title, kind),
            vague: rows.any(|row| row.cluster.is_none()),
            from: from.to_string(),
            to: to.to_string(),
        }
    }

    /// A column for each outcome, as shares of those on the earlier list or outside it.
    fn columns(&self, draft: &Draft<'_>) -> Vec<Entry> {
        let of = |ids: &[&str]| draft.when(&[(&self.id, ids)]);
        let column = |id: &'static str, all: &[&str]| Entry {
            tone: Some(tone(id)),
            ..draft.line_of(id, title(draft, id), of(&[id]), of(all))
        };
        let from_list = FROM_LIST.into_iter().filter(|id| *id != "stayed" || self.vague);
        let mut columns: Vec<Entry> = from_list.map(|id| column(id, &FROM_LIST)).collect();
        let listed = draft.say("implied-outcome-listed", &[("year", (&self.from).into())]);
        columns.push(Entry {
            role: HeadingRole::Total,
            show: Some(Show::Count),
            ..draft.line("listed", listed, of(&FROM_LIST))
        });
        // Beside the others, but no part of them: its base are the schools outside the list.
        let entered = column("entered", &FROM_OUTSIDE);
        let named = title(draft, "entered");
        let args = [("title", (&named).into()), ("year", (&self.from).into())];
        let note = Some(draft.say("implied-outcome-entered-note", &args));
        columns.push(Entry { role: HeadingRole::Summary, note, ..entered });
        columns
    }
}

fn table(draft: &mut Draft<'_>, profile: &Profile<'_>, lines: &RiskLines<'_>, outcome: &Outcome) {
    let Some(groups) = groups(draft, profile, lines) else { return };
    let columns = outcome.columns(draft);
    let (from, to) = (&outcome.from, &outcome.to);
    let years = [("from", from.into()), ("to", to.into())];
    let title = [("risk", (&lines.risk.name).into()), years[0], years[1]];
    let title = draft.say("implied-risk-effect", &title);
    let table = profile.table(draft, format!("risk_{}_effect", lines.risk.id), title);
    let known = draft.when(&[(&outcome.id, &[])]);
    draft.table(TableSpec {
        rows: vec![draft.each(&groups), draft.total(draft.get("implied-risk-all-profiles"))],
        columns,
        conditions: Conditions(table.conditions.0.into_iter().chain(known.0).collect()),
        base_note: Some(draft.say("implied-risk-effect-base", &years)),
        corner: draft.get("implied-schools"),
        drop_empty_rows: true,
        drop_empty_columns: true,
        notes: vec![draft.get("implied-risk-effect-note")],
        figure: Some(draft.stacked()),
        ..table
    });
}

/// Schools with a programme, with the risk and without one, without the risk; last, those of which
/// the profile does not say. All schools with a profile are in one of them.
fn groups(draft: &mut Draft<'_>, profile: &Profile<'_>, lines: &RiskLines<'_>) -> Option<String> {
    let done = lines.done.as_deref()?;
    let programme = draft.when(&[(done, &["yes"])]);
    let without = |tests: &[(&str, &[&str])]| {
        let mut conditions = draft.when(&[(done, &["no"])]);
        conditions.0.extend(draft.when(tests).0);
        conditions
    };
    let grave = [Significance::High.id(), Significance::Medium.id()];
    let risk = lines.level.as_deref().map(|level| without(&[(level, &grave)]));
    let (rest, rest_key) = match lines.level {
        Some(_) if profile.gaps => (without(&[]), "implied-risk-without-unstated"),
        Some(_) => (without(&[]), "implied-risk-without"),
        None => (without(&[]), "implied-risk-no-programme"),
    };
    let unknown = draft.when(&[(&profile.has, &["yes"])]);
    let of = |id: &str, key: &str, conditions| case(id, draft.get(key), None, conditions);
    let cases = [
        Some(of("programme", "implied-risk-programme", programme)),
        risk.map(|risk| of("risk", "implied-risk-with", risk)),
        Some(of("rest", rest_key, rest)),
        Some(of("unknown", "implied-risk-unknown", unknown)),
    ];
    let kind = AttributeKind::Cases { cases: cases.into_iter().flatten().collect() };
    let id = format!("risks:{}:{}:groups", profile.year, lines.risk.id);
    Some(draft.attribute(id, lines.risk.name.clone(), kind))
}

/// How an outcome is called: as the moves between clusters are, where it is one of them.
fn title(draft: &Draft<'_>, id: &str) -> String {
    let titles = &draft.method().titles.transitions;
    match TransitionKind::ALL.iter().zip(titles).find(|(kind, _)| kind.id() == id) {
        Some((_, title)) => capital(title),
        None => draft.get("implied-outcome-stayed"),
    }
}

fn tone(id: &str) -> Tone {
    let kind = TransitionKind::ALL.into_iter().find(|kind| kind.id() == id);
    kind.map_or(Tone::Neutral, TransitionKind::tone)
}
