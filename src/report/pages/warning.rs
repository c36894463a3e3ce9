//! Early warning: which schools outside the list are in danger of it, why, and whether the rule
//! would have known before. Its pages, and what the other pages say of it.

use super::super::findings::capital;
use super::super::listings::{bare_table, column};
use super::super::view::{
    Block, Cell, Fact, Label, Link, Page, PageKind, Row, RowRole, Section, Term,
};
use super::super::{Report, count};
use super::methodology::examples;
use super::{empty, section};
use crate::method::Warning;
use crate::model::ids::{MunicipalityIx, SchoolIx};
use crate::model::number::Share;
use crate::model::tabulation::{Missing, Show};

const INDEX: &str = "warnings/index.html";

/// The path of a warning's page.
pub(super) fn path(warning: &Warning) -> String {
    format!("warnings/{}.html", warning.id.value)
}

/// All rules on one screen: how many schools now, and how well each worked.
pub(super) fn index(report: &Report<'_>) -> Page {
    let mut page = empty(PageKind::Index, INDEX.to_owned(), report.get("warning-title"));
    page.menu = Some(INDEX.to_owned());
    page.crumbs = vec![report.home()];
    page.lead = any_sentence(report, &report.schools).into_iter().collect();
    let several = report.schools.iter().filter(|ix| report.alarms(**ix).len() > 1).count();
    if several > 0 {
        page.lead.push(report.say("warning-several", &[("n", count(several))]));
    }
    page.lead.push(report.get("warning-index-lead"));
    let list = report.published.method().years.list.to_string();
    let columns = vec![
        column("now", report.say("warning-index-now", &[("year", list.as_str().into())]), true),
        column("flagged_next", report.get("warning-column-flagged-next"), true),
        column("quiet_next", report.get("warning-column-quiet-next"), true),
        column("trust", report.get("warning-index-trust"), false),
    ];
    let corner = report.get("warning-rule");
    let mut table = bare_table("warnings", report.get("warning-title"), corner, columns);
    table.base = Some(report.get("warning-index-base"));
    let mut missing = false;
    let mut share = |share: Option<Share>| match share {
        Some(share) => report.share_cell(share, Show::Both),
        None => {
            missing = true;
            report.missing_cell(Missing::NotAvailable)
        }
    };
    for warning in report.warnings() {
        let trial = report.trial(warning);
        let flagged = trial.as_ref().and_then(|trial| trial.flagged);
        let quiet = trial.as_ref().and_then(|trial| trial.quiet);
        let trust = trial.map(|trial| report.trust_words(&trial));
        let cells = vec![
            share(report.flagged(warning, report.published.method().years.list)),
            share(flagged),
            share(quiet),
            Cell::text(trust.unwrap_or_else(|| report.get("warning-trust-nothing"))),
        ];
        let title = Label::link(report.name(&warning.title), path(warning));
        let id = warning.id.value.clone();
        table.rows.push(Row { id, title, role: RowRole::Body, cells });
    }
    table.legend = report.legend(missing.then_some(Missing::NotAvailable).into_iter());
    page.sections = vec![section("all", String::new(), Vec::new(), vec![Block::Table(table)])];
    page
}

/// A rule: in words, whom it flags and why, and how it would have worked.
pub(super) fn page(report: &Report<'_>, warning: &Warning) -> Page {
    let mut page = empty(PageKind::Warning, path(warning), report.name(&warning.title));
    page.over = Some(report.get("warning-title"));
    page.menu = Some(INDEX.to_owned());
    page.crumbs = vec![report.home(), report.link_to("warning-title", INDEX)];
    let all: Vec<&Warning> = report.warnings().collect();
    let at = all.iter().position(|other| other.id == warning.id);
    let neighbour = |at: Option<usize>| {
        let of = all.get(at?)?;
        Some(Link { text: report.name(&of.title), to: path(of) })
    };
    page.previous = neighbour(at.and_then(|at| at.checked_sub(1)));
    page.next = neighbour(at.map(|at| at + 1));
    let trial = report.trial(warning);
    page.basis.extend(report.basis(warning.document.as_ref()));
    page.lead.extend(report.warning_now(warning));
    page.lead.extend(match &trial {
        Some(trial) => report.verdict(trial),
        None => Some(report.get("warning-untested")),
    });
    page.facts = facts(report, warning);
    page.sections.push(rule(report, warning));
    let tables = &warning.tables;
    for (id, key) in [
        (&tables.schools, "warning-schools"),
        (&tables.municipalities, "warning-municipalities"),
        (&tables.test, "warning-past"),
    ] {
        // Of one municipality the page itself says all.
        if *id == tables.municipalities && report.municipalities.len() == 1 {
            continue;
        }
        let section = report.table_section(id.as_str());
        page.sections.extend(section.map(|section| renamed(section, report.get(key))));
    }
    page
}

/// A section under a shorter title: the rule's own stands over the page.
fn renamed(mut section: Section, title: String) -> Section {
    for block in &mut section.blocks {
        match block {
            Block::Table(table) => table.caption.clone_from(&title),
            Block::Figure(figure) if figure.title == section.title => {
                figure.title.clone_from(&title);
            }
            _ => {}
        }
    }
    Section { title, ..section }
}

fn facts(report: &Report<'_>, warning: &Warning) -> Vec<Fact> {
    let list = report.published.method().years.list;
    let mut facts = Vec::new();
    if let Some(now) = report.flagged(warning, list) {
        let before = report.flagged(warning, list.previous());
        facts.push(report.share_fact(report.get("warning-fact-now"), now, before, None));
    }
    let trial = report.trial(warning);
    // What is compared stands large: of unequal bases that is the percentage, unless they are small.
    let past = |key: &str, share: Share| {
        let (title, of, percent) = (report.get(key), report.of_base(share), report.percent(share));
        let small = share.base() < report.published.method().statistics.small;
        let (value, base) = if small { (of, percent) } else { (percent, of) };
        Fact { title, value, base: Some(base), ..Fact::default() }
    };
    facts.extend(trial.iter().filter_map(|t| Some(past("warning-fact-flagged", t.flagged?))));
    facts.extend(trial.iter().filter_map(|t| Some(past("warning-fact-quiet", t.quiet?))));
    facts
}

/// The rule with its limits and its source.
fn rule(report: &Report<'_>, warning: &Warning) -> Section {
    let method = report.published.method();
    let list = method.list_ix(warning.list.as_str());
    let words = list.map(|ix| {
        let title = report.quoted(&report.name(&method.list(ix).title));
        report.say("warning-rule-list", &[("list", title.as_str().into())])
    });
    let mut paragraphs: Vec<String> = words.into_iter().collect();
    paragraphs.extend(report.rule_limits(warning));
    paragraphs.push(report.rule_source(warning));
    let mut blocks = vec![Block::Text { paragraphs }];
    let link = list.and_then(|ix| report.list_link(ix));
    blocks.extend(link.map(|link| Block::Links { links: vec![link] }));
    let lead = vec![report.rule_words(warning)];
    section("rule", report.get("warning-rule"), lead, blocks)
}

/// «Правила предупреждения отмечают 64 школы из 248 вне перечня 2023 года (26 %).»
fn any_sentence(report: &Report<'_>, schools: &[SchoolIx]) -> Option<String> {
    let now = report.flagged_by_any(schools)?;
    let key = if report.warn_of_one_list() { "warning-any" } else { "warning-any-lists" };
    Some(report.flagged_sentence(key, now))
}

/// What the overview says: how many schools the rules flag, and which rules there are.
pub(super) fn of_region(report: &Report<'_>) -> Option<Section> {
    let said = any_sentence(report, &report.schools)?;
    let links = report.warnings().map(|warning| {
        let now = report.flagged(warning, report.published.method().years.list);
        let n = report.schools_count(now.map_or(0, |now| now.count() as usize));
        let title = report.name(&warning.title);
        let args = [("title", title.as_str().into()), ("n", n.as_str().into())];
        Link { text: report.say("warning-link", &args), to: path(warning) }
    });
    let links = vec![Block::Links { links: links.collect() }];
    Some(section("warnings", report.get("warning-title"), vec![said], links))
}

/// The schools of a municipality that a rule flags, with the reasons.
pub(super) fn of_municipality(report: &Report<'_>, ix: MunicipalityIx) -> Option<Section> {
    let several = report.warnings().count() > 1;
    let mut columns = vec![column("reason", report.get("warning-reason"), false)];
    if several {
        columns.insert(0, column("rule", report.get("warning-rule"), false));
    }
    let title = report.get("warning-of-municipality");
    let mut table = bare_table("near-list", title.clone(), report.get("report-school"), columns);
    for school in report.neighbours.get(&ix).into_iter().flatten() {
        let alarms = report.alarms(*school);
        if alarms.is_empty() {
            continue;
        }
        let titles = alarms.iter().map(|(warning, _)| report.name(&warning.title));
        let titles: Vec<String> = titles.collect();
        let reasons: Vec<&str> = alarms.iter().map(|(_, reason)| reason.as_str()).collect();
        let mut cells = vec![Cell::text(reasons.join(" "))];
        if several {
            cells.insert(0, Cell::text(titles.join("; ")));
        }
        table.rows.push(report.school_row(*school, cells));
    }
    if table.rows.is_empty() {
        return None;
    }
    let lead = any_sentence(report, report.published.schools_of(ix)).into_iter().collect();
    Some(section("near-list-section", title, lead, vec![Block::Table(table)]))
}

/// A sentence for a school that a rule flags.
pub(super) fn said_of_school(report: &Report<'_>, ix: SchoolIx) -> Option<String> {
    let alarms = report.alarms(ix);
    if alarms.is_empty() {
        return None;
    }
    let titles: Vec<String> =
        alarms.iter().map(|(warning, _)| report.quoted(&report.name(&warning.title))).collect();
    let list = report.text.list(&titles);
    let args = [("n", count(alarms.len())), ("list", list.as_str().into())];
    let key = match report.warn_of_one_list() {
        true => "warning-school-lead",
        false => "warning-school-lead-lists",
    };
    Some(report.say(key, &args))
}

/// The rules that flag a school: why, and whether to trust them.
pub(super) fn of_school(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let alarms = report.alarms(ix);
    let term = |(warning, reason): &(&Warning, String)| {
        let verdict = report.trial(warning).and_then(|trial| report.verdict(&trial));
        let mut values = vec![Label::text(reason.clone())];
        values.extend(verdict.map(Label::text));
        values.push(Label::link(report.get("warning-more"), path(warning)));
        Term { title: capital(&report.name(&warning.title)), values }
    };
    let terms: Vec<Term> = alarms.iter().map(term).collect();
    let lead = vec![report.get("warning-school-note")];
    let title = report.get("warning-title");
    (!terms.is_empty()).then(|| section("warning", title, lead, vec![Block::Terms { terms }]))
}

/// The rules on the method page: each in sentences, with its source.
pub(super) fn of_method(report: &Report<'_>) -> Option<Section> {
    let term = |warning: &Warning| {
        let mut values = vec![Label::text(report.rule_words(warning))];
        values.extend(examples::of_warning(report, warning));
        values.extend(report.rule_limits(warning).into_iter().map(Label::text));
        values.push(Label::text(report.rule_source(warning)));
        values.push(Label::link(report.get("warning-more"), path(warning)));
        Term { title: report.name(&warning.title), values }
    };
    let terms: Vec<Term> = report.warnings().map(term).collect();
    let title = report.get("warning-title");
    let lead = vec![report.get("warning-method-lead")];
    (!terms.is_empty()).then(|| section("warnings", title, lead, vec![Block::Terms { terms }]))
}
