//! Measures: what they gave, what they did not solve, what is to become of them, and on what that
//! rests; the indicators of programmes by date.

use super::super::findings::capital;
use super::super::listings::{bare_table, column};
use super::super::tables::page_path;
use super::super::view::{
    Block, Cell, Entry, Label, Link, Mark, Page, PageKind, Row, RowRole, Section, Term,
};
use super::super::{Report, count};
use super::{DECISIONS, MEASURES, RECOMMENDATIONS, empty, section};
use crate::model::date::Date;
use crate::model::ids::{TableId, Year};
use crate::model::management::{Judgement, Measure, ProgrammeIndicator, Verdict};
use crate::model::number::Decimal;
use crate::model::tabulation::Missing;
use crate::model::tone::Tone;

/// Every measure of the region, by what it belongs to.
pub(super) fn page(report: &Report<'_>) -> Page {
    let measures: Vec<&Measure> = report.published.management().measures.iter().collect();
    let mut page = empty(PageKind::Measures, MEASURES.to_owned(), report.get("report-measures"));
    page.menu = Some(MEASURES.to_owned());
    page.crumbs = vec![report.home()];
    page.lead = summary(report, &measures);
    let paths = report.pages.iter().map(|page| page.path(report.published));
    let there: std::collections::BTreeSet<String> = paths.collect();
    for owner in owners(report) {
        let (measures, indicators) = (of(report, &owner.id), indicators(report, &owner.id));
        if measures.is_empty() && indicators.is_none() {
            continue;
        }
        // Without its data a group or a variant has no page.
        let link = Link { text: report.get("measures-owner"), to: owner.to };
        let links = Some(link).filter(|link| there.contains(&link.to)).into_iter().collect();
        let links = Block::Links { links };
        let blocks = entries(report, &owner.id, &measures).into_iter().chain([links]).collect();
        let (lead, title) = (summary(report, &measures), owner.title.clone());
        page.sections.push(section(&format!("of-{}", owner.id), owner.title, lead, blocks));
        page.sections.extend(indicators.map(|mut section| {
            section.id = format!("indicators-{}", owner.id);
            section.title = report.say("indicators-of", &[("owner", (&title).into())]);
            section
        }));
    }
    page
}

/// The sections of what measures belong to: a track, a group, a variant of support.
pub(super) fn sections(report: &Report<'_>, owner: &str) -> Vec<Section> {
    let measures = of(report, owner);
    let blocks: Vec<Block> = entries(report, owner, &measures).into_iter().collect();
    let title = report.get("measures-title");
    let own = (!measures.is_empty())
        .then(|| section("measures-section", title, summary(report, &measures), blocks));
    own.into_iter().chain(indicators(report, owner)).collect()
}

/// What the overview says of the measures: how they are judged, and what follows from that.
pub(super) fn of_region(report: &Report<'_>) -> Option<Section> {
    let measures: Vec<&Measure> = report.published.management().measures.iter().collect();
    let lead = summary(report, &measures);
    let follow = [
        ("report-measures", MEASURES),
        ("report-decisions", DECISIONS),
        ("report-recommendations", RECOMMENDATIONS),
    ];
    let there = |(_, path): &(&str, &str)| report.at(path).is_some();
    let links = follow.into_iter().filter(there).map(|(key, to)| report.link_to(key, to));
    let links = Block::Links { links: links.collect() };
    let title = report.get("measures-of-region");
    (!lead.is_empty()).then(|| section("measures-section", title, lead, vec![links]))
}

/// What measures may belong to, with its page.
struct Owner {
    id: String,
    title: String,
    to: String,
}

/// Tracks, groups and variants of support, in the order of their pages.
fn owners(report: &Report<'_>) -> Vec<Owner> {
    let method = report.published.method();
    let tracks = method.tracks.iter().map(|track| Owner {
        id: track.id.to_string(),
        title: report.track_title(track),
        to: format!("groups/{}.html", track.id),
    });
    let groups = method.groups.iter().map(|group| Owner {
        id: group.id.to_string(),
        title: capital(&group.title),
        to: format!("groups/{}.html", group.id),
    });
    let variants = method.supports.iter().flat_map(|support| &support.variants);
    let variants = variants.map(|variant| Owner {
        id: variant.id.value.clone(),
        title: report.name(&variant.title),
        to: format!("variants/{}.html", variant.id.value),
    });
    tracks.chain(groups).chain(variants).collect()
}

fn of<'r>(report: &'r Report<'_>, owner: &str) -> Vec<&'r Measure> {
    report.published.management().measures.iter().filter(|m| m.owner == owner).collect()
}

/// «7 мер: сохранить — 5, усилить — 1, вывод не сделан — 1.»
fn summary(report: &Report<'_>, measures: &[&Measure]) -> Vec<String> {
    if measures.is_empty() {
        return Vec::new();
    }
    let with = |verdict| measures.iter().filter(|m| m.verdict == verdict).count();
    let kinds = Verdict::ALL.into_iter().map(Some).chain([None]);
    let part = |verdict: Option<Verdict>| {
        let n = with(verdict);
        let args = [("n", count(n))];
        (n > 0).then(|| match verdict {
            Some(Verdict::Keep) => report.say("measures-part-keep", &args),
            Some(Verdict::Strengthen) => report.say("measures-part-strengthen", &args),
            Some(Verdict::Change) => report.say("measures-part-change", &args),
            Some(Verdict::Drop) => report.say("measures-part-drop", &args),
            None => report.say("measures-part-open", &args),
        })
    };
    let n = ("n", count(measures.len()));
    if with(None) == measures.len() {
        return vec![report.say("measures-count", &[n])];
    }
    let list = kinds.filter_map(part).collect::<Vec<_>>().join(", ");
    vec![report.say("measures-summary", &[n, ("list", (&list).into())])]
}

fn entries(report: &Report<'_>, owner: &str, measures: &[&Measure]) -> Option<Block> {
    let entry = |(at, measure): (usize, &&Measure)| Entry {
        id: format!("measure-{owner}-{}", at + 1),
        over: None,
        title: Label::text(report.name(&capital(&measure.measure))),
        text: Vec::new(),
        terms: terms(report, measure),
    };
    let entries: Vec<Entry> = measures.iter().enumerate().map(entry).collect();
    (!entries.is_empty()).then_some(Block::Entries { entries })
}

fn terms(report: &Report<'_>, measure: &Measure) -> Vec<Term> {
    let words = |key: &str, text: &str| {
        let values = vec![Label::text(report.name(&capital(text)))];
        (!text.is_empty()).then(|| Term { title: report.get(key), values })
    };
    let marked = |key: &str, mark: Mark| Term {
        title: report.get(key),
        values: vec![Label { mark: Some(mark.clone()), ..Label::text(mark.title) }],
    };
    let evidence: Vec<Label> =
        measure.tables.iter().filter_map(|(id, _)| evidence(report, id)).collect();
    let basis = measure.document.as_ref().and_then(|id| report.document_link(id.as_str()));
    let terms = [
        words("measure-effect", &measure.effect),
        words("measure-problem", &measure.problem),
        words("measure-proposal", &measure.proposal),
        measure.judgement.map(|j| marked("measure-judgement", judgement_mark(report, j))),
        measure.verdict.map(|v| marked("measure-verdict", verdict_mark(report, v))),
        (!evidence.is_empty())
            .then(|| Term { title: report.get("measure-evidence"), values: evidence }),
        basis.map(|link| Term {
            title: report.get("measure-document"),
            values: vec![Label::link(link.text, link.to)],
        }),
    ];
    terms.into_iter().flatten().collect()
}

/// A table that supports a verdict, and what it shows.
fn evidence(report: &Report<'_>, id: &TableId) -> Option<Label> {
    let (title, finding) = report.table_words(id.as_str())?;
    Some(Label { detail: finding, ..Label::link(title, page_path(id)) })
}

fn verdict_mark(report: &Report<'_>, verdict: Verdict) -> Mark {
    let (tone, sign, key) = match verdict {
        Verdict::Keep => (Tone::Good, "✓", "verdict-keep"),
        Verdict::Strengthen => (Tone::GoodSoft, "↑", "verdict-strengthen"),
        Verdict::Change => (Tone::Neutral, "↻", "verdict-change"),
        Verdict::Drop => (Tone::Bad, "×", "verdict-drop"),
    };
    Mark { tone: tone.name(), sign: sign.to_owned(), title: report.get(key) }
}

fn judgement_mark(report: &Report<'_>, judgement: Judgement) -> Mark {
    let (tone, sign, key) = match judgement {
        Judgement::Effective => (Tone::Good, "●", "judgement-effective"),
        Judgement::Insufficient => (Tone::Neutral, "◐", "judgement-insufficient"),
        Judgement::Weak => (Tone::Bad, "○", "judgement-weak"),
    };
    Mark { tone: tone.name(), sign: sign.to_owned(), title: report.get(key) }
}

/// The indicators of a programme by date, with notes.
fn indicators(report: &Report<'_>, owner: &str) -> Option<Section> {
    let indicators = &report.published.management().indicators;
    let rows: Vec<&ProgrammeIndicator> =
        indicators.rows.iter().filter(|row| row.owner == owner).collect();
    if rows.is_empty() {
        return None;
    }
    // A date that only other programmes have values for is none of this one's.
    let own = |at: &usize| rows.iter().any(|row| row.values[*at].is_some());
    let dates: Vec<usize> = (0..indicators.dates.len()).filter(own).collect();
    let titles: Vec<String> =
        dates.iter().map(|at| date_title(report, &indicators.dates[*at])).collect();
    let mut columns: Vec<_> = titles
        .iter()
        .enumerate()
        .map(|(at, title)| column(&format!("date-{}", at + 1), title.clone(), true))
        .collect();
    let noted = rows.iter().any(|row| !row.note.is_empty());
    if noted {
        columns.push(column("note", report.get("indicators-note"), false));
    }
    let title = report.get("indicators-title");
    let mut table =
        bare_table("programme-indicators", title.clone(), report.get("report-indicator"), columns);
    for (at, row) in rows.iter().enumerate() {
        let values = dates.iter().map(|at| value_cell(report, row.values[*at].as_deref()));
        let note = noted.then(|| Cell::text(report.name(&row.note)));
        table.rows.push(Row {
            id: format!("indicator-{}", at + 1),
            title: Label::text(report.name(&capital(&row.indicator))),
            role: RowRole::Body,
            cells: values.chain(note).collect(),
        });
    }
    let missing = |cell: &Cell| cell.missing.is_some();
    let blank = table.rows.iter().flat_map(|row| &row.cells).any(missing);
    table.legend = report.legend(blank.then_some(Missing::NotAvailable).into_iter());
    table.base = Some(report.get("indicators-base"));
    let source = report.published.data("indicators_programme").map(|data| data.source);
    table.sources = report.source_names(source.as_slice());
    let list = capital(&report.text.list(&titles));
    let args = [("n", count(rows.len())), ("dates", (&list).into())];
    let lead = vec![report.say("indicators-lead", &args)];
    Some(section("indicators-section", title, lead, vec![Block::Table(table)]))
}

/// A value as written: a number aligned with the others, or words that stand for one.
fn value_cell(report: &Report<'_>, value: Option<&str>) -> Cell {
    let Some(text) = value else { return report.missing_cell(Missing::NotAvailable) };
    let (number, unit) = match text.strip_suffix('%') {
        Some(number) => (number.trim_end(), Some("%")),
        None => (text, None),
    };
    match Decimal::parse(number) {
        Some(number) => report.number_cell(number.to_fixed(), unit),
        None => Cell::text(report.name(text)),
    }
}

/// The date that a header names: `2023-01-31`, `january_2022`, «январь 2022»; else its words.
fn date_title(report: &Report<'_>, header: &str) -> String {
    const MONTHS: [(&str, &str); 12] = [
        ("january", "январь"),
        ("february", "февраль"),
        ("march", "март"),
        ("april", "апрель"),
        ("may", "май"),
        ("june", "июнь"),
        ("july", "июль"),
        ("august", "август"),
        ("september", "сентябрь"),
        ("october", "октябрь"),
        ("november", "ноябрь"),
        ("december", "декабрь"),
    ];
    if let Some(date) = Date::parse(header) {
        return report.text.date(date);
    }
    let words: Vec<String> = header.split(['_', ' ', '-', '.']).map(str::to_lowercase).collect();
    let named = |word: &str| MONTHS.iter().position(|(en, ru)| [*en, *ru].contains(&word));
    let numbered = |word: &str| word.parse::<usize>().ok()?.checked_sub(1);
    let (month, year) = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [month, year] if Year::parse(year).is_some() => {
            (named(month).or_else(|| numbered(month)), year)
        }
        [year, month] if Year::parse(year).is_some() => {
            (named(month).or_else(|| numbered(month)), year)
        }
        _ => (None, ""),
    };
    match month.filter(|month| *month < MONTHS.len()) {
        Some(month) => {
            let month = report.get(&format!("month-{}", month + 1));
            report.say("month-of-year", &[("month", (&month).into()), ("year", year.into())])
        }
        None => report.name(&header.replace('_', " ")),
    }
}
