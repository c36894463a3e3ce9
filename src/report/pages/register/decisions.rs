//! Decisions by what has become of them on the report's date, recommendations by addressee; and
//! those of a municipality and of a school.

use super::super::super::listings::{bare_table, column, missing_legend};
use super::super::super::programme::day_cell;
use super::super::super::view::{Block, Cell, Fact, Label, Page, Row, RowRole, Section, Table};
use super::super::super::{Report, count};
use super::super::{DECISIONS, RECOMMENDATIONS, section};
use crate::method::RoadmapState;
use crate::model::ids::{DocumentId, MunicipalityIx, SchoolIx};
use crate::model::management::{Addressee, Decision, Recommendation};
use crate::model::tabulation::Missing;

/// What decisions of several states are gathered under: what is late comes first.
const GROUPS: [(&str, &str, &[RoadmapState]); 4] = [
    ("overdue", "decisions-overdue", &[RoadmapState::Overdue]),
    (
        "open",
        "decisions-open",
        &[
            RoadmapState::DueSoon,
            RoadmapState::InProgress,
            RoadmapState::Planned,
            RoadmapState::NoTerm,
            RoadmapState::Unknown,
        ],
    ),
    ("done", "decisions-done", &[RoadmapState::Done]),
    ("cancelled", "decisions-cancelled", &[RoadmapState::Cancelled]),
];

pub(in super::super) fn page(report: &Report<'_>) -> Page {
    let decisions: Vec<&Decision> = report.published.management().decisions.iter().collect();
    let lead = sentence(report, &decisions);
    let mut page = super::register(report, DECISIONS, "report-decisions", lead);
    page.facts = facts(report, &decisions);
    for (id, title, states) in GROUPS {
        let of =
            |decision: &&&Decision| states.contains(&report.published.decision_state(decision));
        let own: Vec<&Decision> = decisions.iter().filter(of).copied().collect();
        if own.is_empty() {
            continue;
        }
        let lead = vec![report.say("decisions-count", &[("n", count(own.len()))])];
        let title = report.get(title);
        let mut table = decisions_table(report, &format!("{id}-decisions"), title.clone(), &own);
        table.anchors = Some("decision");
        page.sections.push(section(id, title, lead, vec![Block::Table(table)]));
    }
    page
}

/// «На 28 апреля 2023 г.: 5 решений; выполнено — 2, просрочено — 1.»
fn sentence(report: &Report<'_>, decisions: &[&Decision]) -> String {
    let states: Vec<String> = states(report, decisions)
        .into_iter()
        .filter(|(state, _)| *state != RoadmapState::Unknown)
        .map(|(state, n)| {
            let n = report.text.count(u32::try_from(n).unwrap_or(u32::MAX));
            format!("{} — {n}", report.roadmap_title(state))
        })
        .collect();
    let n = ("n", count(decisions.len()));
    let list = states.join(", ");
    match (report.published.date().map(|date| report.text.date(date)), list.is_empty()) {
        (_, true) => report.say("decisions-lead-plain", &[n]),
        (None, false) => report.say("decisions-lead", &[n, ("list", (&list).into())]),
        (Some(date), false) => report
            .say("decisions-lead-on", &[n, ("list", (&list).into()), ("date", (&date).into())]),
    }
}

/// How many decisions are in each state that occurs.
fn states(report: &Report<'_>, decisions: &[&Decision]) -> Vec<(RoadmapState, usize)> {
    let n = |state: RoadmapState| {
        let of = |decision: &&&Decision| report.published.decision_state(decision) == state;
        (state, decisions.iter().filter(of).count())
    };
    RoadmapState::ALL.into_iter().map(n).filter(|(_, n)| *n > 0).collect()
}

fn facts(report: &Report<'_>, decisions: &[&Decision]) -> Vec<Fact> {
    let states = states(report, decisions);
    // Where nothing is said of any, there is nothing to tell apart.
    let told = states.iter().any(|(state, _)| *state != RoadmapState::Unknown);
    let fact = |(state, n): (RoadmapState, usize)| Fact {
        title: report.roadmap_title(state).to_owned(),
        value: report.text.count(u32::try_from(n).unwrap_or(u32::MAX)),
        ..Fact::default()
    };
    states.into_iter().filter(|_| told).map(fact).collect()
}

fn decisions_table(report: &Report<'_>, id: &str, caption: String, own: &[&Decision]) -> Table {
    let dated = own.iter().any(|decision| decision.date.is_some());
    let documented = own.iter().any(|decision| decision.document.is_some());
    let told = own.iter().any(|decision| decision.status.is_some());
    let mut columns = vec![column("addressee", report.get("decision-addressee"), false)];
    columns.extend(dated.then(|| column("date", report.get("decision-date"), false)));
    columns.extend(documented.then(|| column("document", report.get("decision-document"), false)));
    columns.push(column("term", report.get("decision-term"), false));
    columns.extend(told.then(|| column("status", report.status_title(), false)));
    let mut table = bare_table(id, caption, report.get("decision"), columns);
    for decision in own {
        let state = report.published.decision_state(decision);
        let mark = report.roadmap_mark(state);
        let mut cells = vec![addressees(report, &decision.addressees)];
        cells.extend(dated.then(|| day_cell(report, decision.date)));
        cells.extend(documented.then(|| document_cell(report, decision.document.as_ref())));
        cells.push(report.term_cell(&decision.activity()));
        cells.extend(told.then(|| Cell { mark: Some(mark.clone()), ..Cell::text(mark.title) }));
        table.rows.push(Row {
            id: decision.id.clone(),
            title: Label::text(report.name(&decision.decision)),
            role: RowRole::Body,
            cells,
        });
    }
    table.legend = missing_legend(&table);
    let source = report.published.data("decisions").map(|data| data.source);
    table.sources = report.source_names(source.as_slice());
    table
}

fn document_cell(report: &Report<'_>, document: Option<&DocumentId>) -> Cell {
    match document.and_then(|id| report.document_link(id.as_str())) {
        Some(link) => Cell { link: Some(link.to), ..Cell::text(link.text) },
        None => report.missing_cell(Missing::NotAvailable),
    }
}

/// Those named, with a link if it is one with a page of its own.
fn addressees(report: &Report<'_>, all: &[Addressee]) -> Cell {
    if all.is_empty() {
        return report.missing_cell(Missing::NotAvailable);
    }
    let names: Vec<Label> = all.iter().map(|one| label(report, one)).collect();
    let link = match &names[..] {
        [only] => only.link.clone(),
        _ => None,
    };
    let words: Vec<String> = names.into_iter().map(|name| name.text).collect();
    Cell { link, ..Cell::text(words.join("; ")) }
}

fn label(report: &Report<'_>, addressee: &Addressee) -> Label {
    let published = report.published;
    let municipality = |ix: MunicipalityIx| {
        let to = format!("municipalities/{}.html", published.municipality(ix).id);
        Label::link(report.municipality_name(ix), to)
    };
    match addressee {
        Addressee::Region => Label::text(report.get("addressee-region")),
        Addressee::Municipalities => Label::text(report.get("addressee-municipalities")),
        Addressee::Municipality(ix) => municipality(*ix),
        Addressee::Schools => Label::text(report.get("addressee-schools")),
        Addressee::SchoolsOf(ix) => {
            let of = municipality(*ix);
            let words = report.say("addressee-schools-of", &[("municipality", (&of.text).into())]);
            Label { text: words, ..of }
        }
        Addressee::School(ix) => {
            let school = published.school(*ix);
            Label::link(report.name(&school.name), format!("schools/{}.html", school.id))
        }
        Addressee::Words(words) => Label::text(report.name(words)),
    }
}

/// Recommendations to the region, to municipalities, to schools.
pub(in super::super) fn recommendations(report: &Report<'_>) -> Page {
    let all = &report.published.management().recommendations;
    let lead = report.say("recommendations-lead", &[("n", count(all.len()))]);
    let mut page = super::register(report, RECOMMENDATIONS, "report-recommendations", lead);
    type Wanted = fn(&Addressee) -> bool;
    let groups: [(&str, &str, Wanted); 3] = [
        ("region", "recommendations-region", |of| {
            matches!(of, Addressee::Region | Addressee::Words(_))
        }),
        ("municipalities", "recommendations-municipalities", |of| {
            matches!(of, Addressee::Municipalities | Addressee::Municipality(_))
        }),
        ("schools", "recommendations-schools", |of| {
            matches!(of, Addressee::Schools | Addressee::SchoolsOf(_) | Addressee::School(_))
        }),
    ];
    for (id, title, wanted) in groups {
        let own: Vec<&Recommendation> = all.iter().filter(|r| wanted(&r.addressee)).collect();
        if own.is_empty() {
            continue;
        }
        let lead = vec![report.say("recommendations-count", &[("n", count(own.len()))])];
        let title = report.get(title);
        let mut table = recommendations_table(report, &format!("to-{id}"), title.clone(), &own);
        table.anchors = Some("recommendation");
        page.sections.push(section(id, title, lead, vec![Block::Table(table)]));
    }
    page
}

fn recommendations_table(
    report: &Report<'_>,
    id: &str,
    caption: String,
    own: &[&Recommendation],
) -> Table {
    // A table all of one addressee does not repeat it in each row.
    let several = own.iter().any(|r| r.addressee != own[0].addressee);
    let documented = own.iter().any(|r| r.document.is_some());
    let termed = own.iter().any(|r| !r.term.is_empty());
    let mut columns = Vec::new();
    columns.extend(several.then(|| column("addressee", report.get("decision-addressee"), false)));
    columns.extend(documented.then(|| column("document", report.get("decision-document"), false)));
    columns.extend(termed.then(|| column("term", report.get("decision-term"), false)));
    let mut table = bare_table(id, caption, report.get("recommendation"), columns);
    for recommendation in own {
        let addressee = std::slice::from_ref(&recommendation.addressee);
        let term = Some(recommendation.term.as_str()).filter(|term| !term.is_empty());
        let mut cells = Vec::new();
        cells.extend(several.then(|| addressees(report, addressee)));
        cells.extend(documented.then(|| document_cell(report, recommendation.document.as_ref())));
        cells.extend(termed.then(|| report.words_cell(term)));
        table.rows.push(Row {
            id: recommendation.number.clone(),
            title: Label::text(report.name(&recommendation.text)),
            role: RowRole::Body,
            cells,
        });
    }
    table.legend = missing_legend(&table);
    let source = report.published.data("recommendations").map(|data| data.source);
    table.sources = report.source_names(source.as_slice());
    table
}

/// What is recommended to a municipality and decided about it.
pub(in super::super) fn of_municipality(report: &Report<'_>, ix: MunicipalityIx) -> Vec<Section> {
    sections(report, |addressee| addressee.is_municipality(ix))
}

/// What is recommended to a school and decided about it.
pub(in super::super) fn of_school(report: &Report<'_>, ix: SchoolIx) -> Vec<Section> {
    let municipality = report.published.school(ix).municipality;
    sections(report, |addressee| addressee.is_school(ix, municipality))
}

fn sections(report: &Report<'_>, concerns: impl Fn(&Addressee) -> bool) -> Vec<Section> {
    let management = report.published.management();
    let advised: Vec<&Recommendation> =
        management.recommendations.iter().filter(|r| concerns(&r.addressee)).collect();
    let decided: Vec<&Decision> =
        management.decisions.iter().filter(|d| d.addressees.iter().any(&concerns)).collect();
    let advice = (!advised.is_empty()).then(|| {
        let title = report.get("report-recommendations");
        let lead = vec![report.say("recommendations-count", &[("n", count(advised.len()))])];
        let table = recommendations_table(report, "own-recommendations", title.clone(), &advised);
        section("recommendations", title, lead, vec![Block::Table(table)])
    });
    let decisions = (!decided.is_empty()).then(|| {
        let title = report.get("report-decisions");
        let lead = vec![sentence(report, &decided)];
        let table = decisions_table(report, "own-decisions", title.clone(), &decided);
        section("decisions", title, lead, vec![Block::Table(table)])
    });
    advice.into_iter().chain(decisions).collect()
}
