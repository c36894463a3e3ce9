//! The methodology in sentences, generated from what is in force.

pub(super) mod examples;
mod lists;

use super::super::listings::{bare_table, column};
use super::super::marks::mark;
use super::super::tables::page_path;
use super::super::view::{Block, Cell, Label, Page, PageKind, Row, RowRole, Section, Term};
use super::super::{Report, count};
use super::{empty, life, section};
use crate::method::{
    AttributeKind, Cluster, DynamicsKind, FieldRef, Minimum, Parameter, Procedure, Setting, Side,
};
use crate::text::Arg;

pub(super) fn page(report: &Report<'_>) -> Page {
    let path = "methodology.html".to_owned();
    let mut page = empty(PageKind::Methodology, path.clone(), report.get("report-methodology"));
    page.menu = Some(path);
    page.crumbs = vec![report.home()];
    page.lead = vec![report.get("method-lead")];
    let method = report.published.method();
    page.sections.push(years(report));
    page.sections.push(procedures(report));
    page.sections.push(rules(report));
    if method.low_results.list.is_some() {
        page.sections.push(clusters(report));
    }
    page.sections.extend(lists::section(report));
    page.sections.push(dynamics(report));
    page.sections.extend(life::in_method(report));
    page.sections.extend(lists::variants(report));
    page.sections.extend(super::warning::of_method(report));
    page.sections.extend(super::risks::of_method(report));
    page.sections.extend(groups(report));
    page.sections.push(attributes(report));
    page.sections.push(tables(report));
    page
}

fn years(report: &Report<'_>) -> Section {
    let years = report.published.method().years;
    let [current, baseline, list] =
        [years.current, years.baseline, years.list].map(|year| year.to_string());
    let paragraphs = vec![report.say(
        "method-years",
        &[
            ("current", current.as_str().into()),
            ("baseline", baseline.as_str().into()),
            ("list", list.as_str().into()),
        ],
    )];
    section("years", report.get("method-years-title"), Vec::new(), vec![Block::Text { paragraphs }])
}

fn procedures(report: &Report<'_>) -> Section {
    let method = report.published.method();
    let mut columns = vec![
        column("subject", report.get("method-subject"), false),
        column("grade", report.get("method-grade"), true),
        column("failing", report.get("method-failing"), false),
    ];
    let has_minima = method.procedures.iter().any(|p| !minima(report, p).is_empty());
    if has_minima {
        columns.push(column("minimum", report.get("method-minimum"), false));
    }
    let title = report.get("report-procedures");
    let mut table =
        bare_table("procedures", title.clone(), report.get("report-procedure"), columns);
    for procedure in &method.procedures {
        let mut cells = vec![
            Cell::text(procedure.subject.clone()),
            Cell::text(procedure.grade.to_string()),
            Cell::text(procedure.failing.clone()),
        ];
        if has_minima {
            cells.push(Cell::text(minima(report, procedure)));
        }
        table.rows.push(Row {
            id: procedure.id.to_string(),
            title: Label::link(
                procedure.title.clone(),
                format!("procedures/{}.html", procedure.id),
            ),
            role: RowRole::Body,
            cells,
        });
    }
    let lead = vec![report.get("method-share")];
    section("procedures-section", title, lead, vec![Block::Table(table)])
}

/// From which score on a pupil has passed, as far as it is declared.
fn minima(report: &Report<'_>, procedure: &Procedure) -> String {
    let import = &procedure.import;
    let of = |minimum: &Minimum, key: &str| {
        let always = minimum.always().map(|score| score.to_string());
        let years = minimum.years().map(|(year, score)| format!("{year} — {score}"));
        let list = always.into_iter().chain(years).collect::<Vec<_>>().join("; ");
        (!list.is_empty()).then(|| report.say(key, &[("list", list.as_str().into())]))
    };
    let score = of(&import.min_score, "method-min-score");
    let primary = of(&import.min_primary, "method-min-primary");
    score.into_iter().chain(primary).collect::<Vec<_>>().join("; ")
}

/// A sentence for each parameter, with the source of its default.
fn rules(report: &Report<'_>) -> Section {
    let mut parameters = report.published.method().parameters();
    // Terms are judged where there are any.
    parameters.retain(|p| p.key != "roadmap-soon" || report.published.roadmaps().is_some());
    let listed = examples::listed(report);
    let term = |p: &Parameter| {
        let example = examples::of_parameter(report, p.key, listed.as_ref());
        let Term { title, mut values } = parameter(report, p);
        values.extend(example);
        Term { title, values }
    };
    let mut terms: Vec<Term> = parameters.iter().map(term).collect();
    let disagreements: Vec<String> = report
        .disagreements
        .iter()
        .filter(|(_, n)| *n > 0)
        .map(|(year, n)| format!("{year} — {}", report.schools_count(*n)))
        .collect();
    let counted = report.published.shows_schools();
    if counted && report.published.method().low_results.list.is_some() {
        let text = if disagreements.is_empty() {
            report.get("method-agreement")
        } else {
            let list = disagreements.join("; ");
            report.say("method-disagreement", &[("list", list.as_str().into())])
        };
        let title = report.get("method-agreement-title");
        terms.push(Term { title, values: vec![Label::text(text)] });
    }
    if let Some(link) = report.basis(report.published.method().low_results.document.as_ref()) {
        let values = vec![Label::link(link.text, link.to)];
        terms.push(Term { title: report.get("document-basis-of-list"), values });
    }
    let title = report.get("method-rules");
    section("rules", title, Vec::new(), vec![Block::Terms { terms }])
}

fn parameter(report: &Report<'_>, parameter: &Parameter) -> Term {
    let key = format!("parameter-{}", parameter.key);
    let sentence = match &parameter.setting {
        Setting::Number(value) => {
            let text = report.text.fixed(*value);
            report.say(&key, &[("value", text.as_str().into())])
        }
        Setting::Choice(choice) => report.get(&format!("{key}-{choice}")),
        Setting::Off => report.get(&format!("{key}-off")),
    };
    let source = report.get(&format!("{key}-source"));
    let origin = if parameter.is_default { "method-default" } else { "method-own" };
    let source = report.say(origin, &[("source", source.as_str().into())]);
    Term {
        title: report.get(&format!("{key}-title")),
        values: vec![Label::text(sentence), Label::text(source)],
    }
}

fn clusters(report: &Report<'_>) -> Section {
    let rules = &report.published.method().clusters;
    let interval = |cluster: &Cluster| {
        let [from, to] = [cluster.from, cluster.to].map(|d| report.text.percent(d.to_fixed()));
        let from_key =
            if cluster.from_inclusive { "method-from-inclusive" } else { "method-from-exclusive" };
        let to_key =
            if cluster.to_inclusive { "method-to-inclusive" } else { "method-to-exclusive" };
        let from = report.say(from_key, &[("bound", from.as_str().into())]);
        let to = report.say(to_key, &[("bound", to.as_str().into())]);
        format!("{from} {to}")
    };
    let columns = vec![column("interval", report.get("method-interval"), false)];
    let title = report.get("method-clusters");
    let mut table = bare_table("clusters", title.clone(), report.get("method-cluster"), columns);
    for cluster in &rules.clusters {
        let title = Label {
            mark: Some(mark(cluster.tone, &cluster.title)),
            ..Label::text(cluster.title.clone())
        };
        let cells = vec![Cell::text(interval(cluster))];
        table.rows.push(Row { id: cluster.id.clone(), title, role: RowRole::Body, cells });
    }
    table.basis = report.basis(rules.document.as_ref());
    section("clusters-section", title, Vec::new(), vec![Block::Table(table)])
}

fn dynamics(report: &Report<'_>) -> Section {
    let rules = &report.published.method().dynamics;
    let examples = DynamicsKind::ALL.map(|kind| examples::of_change(report, kind));
    let has_examples = examples.iter().any(Option::is_some);
    let mut columns = vec![column("meaning", report.get("method-meaning"), false)];
    if has_examples {
        columns.push(column("example", report.get("method-example"), false));
    }
    let title = report.get("method-dynamics");
    let mut table = bare_table("dynamics", title.clone(), report.get("method-type"), columns);
    for (kind, example) in DynamicsKind::ALL.into_iter().zip(examples) {
        let title = Label {
            mark: Some(report.dynamics_mark(kind)),
            ..Label::text(rules.title(kind).to_owned())
        };
        let meaning = report.get(&format!("method-dynamics-{}", kind.id().replace('_', "-")));
        let mut cells = vec![Cell::text(meaning)];
        if has_examples {
            cells.push(example.unwrap_or_else(|| Cell::text(report.get("method-example-none"))));
        }
        table.rows.push(Row { id: kind.id().to_owned(), title, role: RowRole::Body, cells });
    }
    table.basis = report.basis(rules.document.as_ref());
    section("dynamics-section", title, Vec::new(), vec![Block::Table(table)])
}

fn groups(report: &Report<'_>) -> Option<Section> {
    if !report.published.shows_schools() {
        return None;
    }
    let method = report.published.method();
    let term = |track: &crate::method::Track| Term {
        title: report.track_title(track),
        values: vec![Label::link(
            report.schools_count(report.members(&track.groups).len()),
            format!("groups/{}.html", track.id),
        )],
    };
    let shown = |track: &&crate::method::Track| report.group_ids().any(|id| *id == track.id);
    let terms: Vec<Term> = method.tracks.iter().filter(shown).map(term).collect();
    let title = report.get("report-groups");
    (!terms.is_empty()).then(|| section("groups", title, Vec::new(), vec![Block::Terms { terms }]))
}

fn attributes(report: &Report<'_>) -> Section {
    let method = report.published.method();
    let columns = vec![
        column("made", report.get("method-made"), false),
        column("categories", report.get("method-categories"), false),
    ];
    let title = report.get("method-attributes");
    let mut table =
        bare_table("attributes", title.clone(), report.get("method-attribute"), columns);
    for attribute in method.attributes.iter().filter(|attribute| !attribute.is_implied()) {
        // What the region has no data for is not spoken of.
        let Some((_, info)) = report.published.attribute(&attribute.id.value) else { continue };
        let categories: Vec<String> = info.categories.iter().map(|c| c.title.clone()).collect();
        let text = match categories.len() {
            0 => report.get("method-number"),
            1..=12 => categories.join("; "),
            n => report.say("method-many", &[("n", count(n))]),
        };
        table.rows.push(Row {
            id: attribute.id.value.clone(),
            title: Label::text(attribute.title.clone()),
            role: RowRole::Body,
            cells: vec![Cell::text(made(report, &attribute.kind)), Cell::text(text)],
        });
    }
    section("attributes-section", title, Vec::new(), vec![Block::Table(table)])
}

/// How an attribute is made, in a sentence.
fn made(report: &Report<'_>, kind: &AttributeKind) -> String {
    let say = |key: &str, args: &[(&str, &str)]| {
        let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(n, a)| (*n, Arg::Str(a))).collect();
        report.say(key, &args)
    };
    match kind {
        AttributeKind::Field { field, .. } | AttributeKind::Number { field } => {
            say("made-field", &[("field", &field_words(field))])
        }
        AttributeKind::Bins { field, .. } => say("made-bins", &[("field", &field_words(field))]),
        AttributeKind::Quantile { of, quantile, side, include_ties } => {
            let ties = if *include_ties { "made-ties-included" } else { "made-ties-excluded" };
            let key = match side {
                Side::Lower => "made-quantile-lower",
                Side::Upper => "made-quantile-upper",
            };
            let quantile = report.text.fixed(quantile.to_fixed());
            let ties = report.get(ties);
            say(
                key,
                &[("of", &report.title_of(&of.value)), ("quantile", &quantile), ("ties", &ties)],
            )
        }
        AttributeKind::Cases { cases } => {
            let mut names = std::collections::BTreeSet::new();
            for (name, _) in cases.iter().flat_map(|case| &case.conditions.0) {
                names.insert(report.title_of(&name.value));
            }
            let names: Vec<String> = names.into_iter().collect();
            say("made-cases", &[("of", &names.join("; "))])
        }
        AttributeKind::Group { groups } => {
            let method = report.published.method();
            let group = |id: &str| method.groups.iter().find(|g| g.id.as_str() == id);
            let titles = groups.iter().filter_map(|id| Some(group(&id.value)?.short.clone()));
            say("made-group", &[("groups", &titles.collect::<Vec<_>>().join("; "))])
        }
        AttributeKind::Groups => report.get("made-groups"),
        AttributeKind::List { .. }
        | AttributeKind::ListChange { .. }
        | AttributeKind::ListYears { .. }
        | AttributeKind::ListHistory { .. }
        | AttributeKind::ListAgreement { .. }
        | AttributeKind::ListRule { .. } => lists::made(report, kind),
        AttributeKind::Variant { support } => {
            let support = report.published.method().support(&support.value);
            say("made-variant", &[("support", support.map_or("", |s| s.title.as_str()))])
        }
        AttributeKind::Cluster { year } => say("made-cluster", &[("year", &year.to_string())]),
        AttributeKind::Transition { from, to } => {
            say("made-transition", &[("from", &from.to_string()), ("to", &to.to_string())])
        }
        AttributeKind::Dynamics { from, to } => {
            say("made-dynamics", &[("from", &from.to_string()), ("to", &to.to_string())])
        }
        AttributeKind::Held => report.get("made-held"),
        AttributeKind::AnyRow { table, until, .. } => match until {
            Some(year) => {
                say("made-any-row-until", &[("table", &table.value), ("year", &year.to_string())])
            }
            None => say("made-any-row", &[("table", &table.value)]),
        },
        AttributeKind::Warning { warning, year, .. } => {
            let warnings = &report.published.method().warnings;
            let found = warnings.iter().find(|w| w.id.value == warning.value);
            let title = found.map_or("", |w| w.title.as_str());
            match year {
                Some(year) => {
                    say("made-warning", &[("warning", title), ("year", &year.to_string())])
                }
                None => say("made-warning-any", &[("warning", title)]),
            }
        }
        AttributeKind::Answer { question } => say("made-answer", &[("question", &question.value)]),
        AttributeKind::RoadmapState => report.get("made-roadmap-state"),
        AttributeKind::TargetState => report.get("made-target-state"),
        AttributeKind::Target => report.get("made-target"),
    }
}

/// «context.staff_deficit (year = 2023)».
fn field_words(field: &FieldRef) -> String {
    let keys: Vec<String> =
        field.at.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    let at = if keys.is_empty() { String::new() } else { format!(" ({})", keys.join(", ")) };
    format!("{}.{}{at}", field.table.value, field.column.value)
}

fn tables(report: &Report<'_>) -> Section {
    let columns = vec![column("base", report.get("method-base"), false)];
    let title = report.get("method-tables");
    let mut table = bare_table("tables", title.clone(), report.get("report-table"), columns);
    for tabulation in report.published.tables() {
        if !report.is_declared(&tabulation.id) {
            continue;
        }
        let base = tabulation.base_note.clone().unwrap_or_default();
        table.rows.push(Row {
            id: tabulation.id.to_string(),
            title: Label::link(tabulation.title.clone(), page_path(&tabulation.id)),
            role: RowRole::Body,
            cells: vec![Cell::text(base)],
        });
    }
    section("tables-section", title, Vec::new(), vec![Block::Table(table)])
}
