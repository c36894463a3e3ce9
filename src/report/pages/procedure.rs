//! A procedure: how it is spread, who is far out, what changed.

use std::cmp::Ordering;

use super::super::listings::{bare_table, choice, column};
use super::super::view::{
    Bar, Block, Cell, Chart, Fact, Figure, Key, Label, Line, Link, Page, PageKind, Row, RowRole,
    Section,
};
use super::super::{Report, count, figures, scale};
use super::{comparability, empty, procedure_schools, section};
use crate::method::DynamicsKind;
use crate::model::ids::{ProcedureIx, SchoolIx, Year};
use crate::model::number::{Decimal, Share};
use crate::model::tabulation::{Missing, Show};
use crate::model::tone::Tone;

/// Width of an interval of the distribution, in percent.
const STEP: i32 = 10;

pub(super) fn page(report: &Report<'_>, ix: ProcedureIx) -> Page {
    let published = report.published;
    let procedure = published.method().procedure(ix);
    let path = format!("procedures/{}.html", procedure.id);
    let mut page = empty(PageKind::Procedure, path, procedure.title.clone());
    page.over = Some(report.get("report-procedure"));
    page.menu = Some("procedures/index.html".to_owned());
    page.crumbs = vec![report.home(), report.link_to("report-procedures", "procedures/index.html")];
    let all: Vec<_> = published.method().procedure_indices().collect();
    (page.previous, page.next) = Report::around(&all, &ix, |ix| {
        let procedure = published.method().procedure(*ix);
        Link { text: procedure.title.clone(), to: format!("procedures/{}.html", procedure.id) }
    });
    let spread = Spread::of(report, ix);
    page.lead = lead(report, ix, &spread);
    page.facts = facts(report, ix, &spread);
    page.sections.extend(distribution(report, ix, &spread));
    page.sections.extend(procedure_schools::by_change(report, ix));
    page.sections.push(over_years(report, ix));
    page.sections.extend(comparability::section(report, ix));
    page.sections.push(by_municipality(report, ix));
    page.sections.extend(far_out(report, &spread));
    page.sections.extend(procedure_schools::without(report, ix));
    page
}

/// The shares of all schools in a procedure, current and before, and the types of change.
struct Spread {
    current: Vec<(SchoolIx, Share)>,
    baseline: Vec<Share>,
    /// Schools with results in both years.
    known: usize,
    fell: usize,
    rose: usize,
    /// How many results the edition holds back, of the year before and of the current one.
    held: [usize; 2],
}

impl Spread {
    fn of(report: &Report<'_>, ix: ProcedureIx) -> Self {
        let years = report.published.method().years;
        let (current, baseline) = (Vec::new(), Vec::new());
        let mut spread = Self { current, baseline, known: 0, fell: 0, rose: 0, held: [0; 2] };
        for school in &report.every_school {
            let share = |year| report.published.school_share(*school, ix, year);
            let (earlier, later) = (share(years.baseline), share(years.current));
            spread.current.extend(later.map(|share| (*school, share)));
            spread.baseline.extend(earlier);
            for (held, year) in spread.held.iter_mut().zip([years.baseline, years.current]) {
                *held += usize::from(report.published.holds_back(*school, ix, year));
            }
            spread.known += usize::from(earlier.is_some() && later.is_some());
            match report.published.dynamics(*school, ix) {
                DynamicsKind::Positive => spread.fell += 1,
                DynamicsKind::Negative => spread.rose += 1,
                _ => {}
            }
        }
        spread
    }
}

fn lead(report: &Report<'_>, ix: ProcedureIx, spread: &Spread) -> Vec<String> {
    let years = report.published.method().years;
    let procedure = report.published.method().procedure(ix);
    let region = report.published.region_series(ix).years;
    let of = |year: Year| {
        let at = report.published.tested_years().iter().position(|y| *y == year)?;
        region[at]
    };
    let year = years.current.to_string();
    let Some(now) = of(years.current) else {
        if report.published.absence_of(None, ix, years.current) == Missing::Suppressed {
            return Vec::new();
        }
        let known = report.published.procedure_year(ix, years.current);
        let why = known.filter(|known| !known.note.is_empty());
        let said = report.say("procedure-not-held", &[("year", year.as_str().into())]);
        return [said].into_iter().chain(why.map(|known| report.sentence(&known.note))).collect();
    };
    let percent = report.percent(now);
    let (failing, base) = (report.text.count(now.count()), report.text.count(now.base()));
    let counts = report.published.shows_schools();
    let mut lead = vec![report.say(
        if counts { "procedure-now" } else { "procedure-now-pooled" },
        &[
            ("year", year.as_str().into()),
            ("failing", procedure.failing.as_str().into()),
            ("percent", percent.as_str().into()),
            ("count", failing.as_str().into()),
            ("base", base.as_str().into()),
            ("schools", count(spread.current.len() + spread.held[1])),
        ],
    )];
    if let Some(before) = of(years.baseline).filter(|_| report.published.is_comparable(ix)) {
        let (points, was) = (report.points(now, before), report.percent(before));
        let from = years.baseline.to_string();
        lead.push(report.say(
            if counts { "procedure-change" } else { "procedure-change-pooled" },
            &[
                ("from", from.as_str().into()),
                ("before", was.as_str().into()),
                ("points", points.as_str().into()),
                ("fell", count(spread.fell)),
                ("rose", count(spread.rose)),
            ],
        ));
    }
    lead.extend(report.why_not_comparable(ix));
    lead
}

/// The region's share, the schools at or above the bound of the list, the schools that moved.
fn facts(report: &Report<'_>, ix: ProcedureIx, spread: &Spread) -> Vec<Fact> {
    let published = report.published;
    let years = published.method().years;
    let region = published.region_series(ix).years;
    let of = |year: Year| region[published.tested_years().iter().position(|y| *y == year)?];
    let comparable = published.is_comparable(ix);
    let before = of(years.baseline).filter(|_| comparable);
    let low = published.method().low_results.rule.low_share;
    let far_out = |shares: &[Share]| {
        let far = shares.iter().filter(|share| share.cmp_percent(low) != Ordering::Less);
        share_of(far.count(), shares.len())
    };
    let now: Vec<Share> = spread.current.iter().map(|(_, share)| *share).collect();
    let bound = report.text.percent(low.to_fixed());
    let mut facts = Vec::new();
    facts.extend(of(years.current).map(|now| {
        let fact = report.share_fact(report.get("report-failing"), now, before, None);
        let change = before.map(|before| {
            let (was, points) = (report.percent(before), report.points(now, before));
            let args = [("n", (&was).into()), ("points", (&points).into())];
            if before == now {
                fact.change.clone()
            } else {
                Some(report.say("report-before", &args))
            }
        });
        Fact {
            value: report.percent(now),
            base: Some(report.of_base(now)),
            change: change.flatten(),
            ..fact
        }
    }));
    facts.extend(far_out(&now).map(|now| {
        let title = report.say("procedure-far-out-fact", &[("bound", (&bound).into())]);
        let before = far_out(&spread.baseline).filter(|_| comparable);
        let anchor =
            format!("procedures/{}.html#schools-far-out", published.method().procedure(ix).id);
        let link = (now.count() > 0).then_some(anchor);
        report.share_fact(title, now, before, link)
    }));
    let both = spread.known;
    let moved = [("procedure-fell", spread.fell), ("procedure-rose", spread.rose)];
    let moved = moved.into_iter().filter(|_| comparable).filter_map(|(key, n)| {
        Some(report.share_fact(report.get(key), share_of(n, both)?, None, None))
    });
    facts.extend(moved);
    facts
}

fn share_of(count: usize, base: usize) -> Option<Share> {
    Share::new(u32::try_from(count).ok()?, u32::try_from(base).ok()?)
}

/// How many shares fall into each interval of ten percent; 100 % is in the last.
fn intervals(shares: impl Iterator<Item = Share>) -> [u32; 10] {
    let mut counts = [0; 10];
    for share in shares {
        let below = |at: &usize| {
            let upper = Decimal::from_int(STEP * (*at as i32 + 1));
            share.cmp_percent(upper) == Ordering::Less
        };
        let at = (0..10).find(below).unwrap_or(9);
        counts[at] += 1;
    }
    counts
}

fn distribution(report: &Report<'_>, ix: ProcedureIx, spread: &Spread) -> Option<Section> {
    if spread.current.is_empty() {
        return None;
    }
    let years = report.published.method().years;
    let now = intervals(spread.current.iter().map(|(_, share)| *share));
    let before = intervals(spread.baseline.iter().copied());
    let label = |at: usize| {
        let (from, to) = (at * 10, at * 10 + 10);
        format!("{from}–{to}")
    };
    let columns = vec![
        column("baseline", years.baseline.to_string(), true),
        column("current", years.current.to_string(), true),
    ];
    let title = report.get("procedure-distribution");
    let corner = report.get("procedure-interval");
    let mut table = bare_table("distribution", title.clone(), corner, columns);
    table.base = Some(report.get("procedure-distribution-base"));
    let held = [years.baseline, years.current].into_iter().zip(spread.held);
    let held = held.filter(|(_, n)| *n > 0).map(|(year, n)| format!("{year} — {n}"));
    let held = held.collect::<Vec<_>>().join("; ");
    table.notes.extend(
        (!held.is_empty())
            .then(|| report.say("procedure-distribution-held", &[("list", held.as_str().into())])),
    );
    let bases = [(years.baseline, spread.baseline.len()), (years.current, spread.current.len())];
    let missed = bases.iter().filter(|(_, base)| *base == 0);
    let absence = |year: Year| report.published.absence(ix, year);
    table.legend = report.legend(missed.map(|(year, _)| absence(*year)));
    for at in 0..10 {
        let cell = |(n, (year, base)): (u32, (Year, usize))| {
            let share = Share::new(n, u32::try_from(base).unwrap_or(u32::MAX));
            share.map_or_else(
                || report.missing_cell(absence(year)),
                |share| report.share_cell(share, Show::Both),
            )
        };
        table.rows.push(Row {
            id: format!("interval-{at}"),
            title: Label::text(report.name(&format!("{} %", label(at)))),
            role: RowRole::Body,
            cells: [before[at], now[at]].into_iter().zip(bases).map(cell).collect(),
        });
    }
    let bars = (0..10)
        .map(|at| Bar {
            label: label(at),
            point: Some(super::super::view::Point {
                value: now[at].into(),
                text: report.text.count(now[at]),
            }),
            tone: Tone::Series1.name(),
        })
        .collect();
    let region = report.published.region_series(ix).years;
    let at = report.published.tested_years().iter().position(|y| *y == years.current);
    let mark = at.and_then(|at| region[at]).map(|share| {
        let title = format!("{}: {}", report.get("report-region"), report.percent(share));
        (scale(share) / f64::from(STEP), Key { title, tone: Tone::Context.name() })
    });
    let low = report.published.method().low_results.rule.low_share;
    let high =
        spread.current.iter().filter(|(_, share)| share.cmp_percent(low) != Ordering::Less).count();
    let bound = report.text.percent(low.to_fixed());
    let finding = report.say(
        "procedure-distribution-finding",
        &[
            ("n", count(high)),
            ("all", count(spread.current.len())),
            ("bound", bound.as_str().into()),
        ],
    );
    // Years that are not comparable stand in the table alone.
    let compared = !spread.baseline.is_empty() && report.published.is_comparable(ix);
    let baseline = years.baseline.to_string();
    let outlined =
        compared.then(|| report.say("procedure-outline", &[("year", baseline.as_str().into())]));
    let year = years.current.to_string();
    let figure = Figure {
        number: None,
        id: "distribution-chart".to_owned(),
        title: report.say("procedure-distribution-title", &[("year", year.as_str().into())]),
        finding: finding.clone(),
        table: Some("distribution".to_owned()),
        notes: outlined.into_iter().collect(),
        chart: Chart::Histogram {
            bars,
            before: if compared { before.map(f64::from).to_vec() } else { Vec::new() },
            marks: mark.into_iter().collect(),
            unit: report.get("procedure-schools-axis"),
        },
    };
    let blocks = vec![Block::Figure(figure), Block::Table(table)];
    Some(section("spread", title, vec![finding], blocks))
}

fn over_years(report: &Report<'_>, ix: ProcedureIx) -> Section {
    let published = report.published;
    let shares = published.region_series(ix).years;
    let years = published.tested_years();
    let caption = report.get("procedure-region-by-year");
    let columns = vec![
        column("participants", report.get("report-participants"), true),
        column("failing", report.get("report-failing"), true),
        column("share", report.get("report-share"), true),
    ];
    let mut table = bare_table("results", caption, report.get("report-year"), columns);
    let mut blank = Vec::new();
    for (year, share) in years.iter().zip(&shares) {
        let cells = match share {
            Some(share) => vec![
                Cell::count(share.base(), report.text.count(share.base())),
                Cell::count(share.count(), report.text.count(share.count())),
                // The counts stand beside it.
                report.bare_share_cell(*share),
            ],
            None => {
                let why = published.absence_of(None, ix, *year);
                blank.push(why);
                vec![report.missing_cell(why); 3]
            }
        };
        let title = Label::text(year.to_string());
        table.rows.push(Row { id: year.to_string(), title, role: RowRole::Body, cells });
    }
    table.legend = report.legend(blank.into_iter());
    let max = figures::upper_end(shares.iter().flatten().copied().map(scale));
    let lines: Vec<Line> =
        vec![report.trend_line(&report.get("report-region"), Tone::Series1, shares, false)];
    let figure = report.procedure_trend(ix, lines, max);
    let lead = vec![figure.finding.clone()];
    let blocks = vec![Block::Figure(figure), Block::Table(table)];
    section("years", report.get("report-results-over-years"), lead, blocks)
}

fn by_municipality(report: &Report<'_>, ix: ProcedureIx) -> Section {
    let published = report.published;
    let years = published.method().years;
    let tested = published.tested_years();
    let at = |year: Year| tested.iter().position(|y| *y == year);
    let columns = vec![
        column("baseline", years.baseline.to_string(), true),
        column("current", years.current.to_string(), true),
        column("change", report.get("report-change"), true),
    ];
    let title = report.get("procedure-by-municipality");
    let corner = report.get("report-municipality");
    let mut table = bare_table("by-municipality", title.clone(), corner, columns);
    table.base = Some(report.get("report-pooled-base"));
    table.notes =
        report.notes_of_years(&[years.baseline, years.current].map(|year| (ix, year)).into());
    let mut blank = Vec::new();
    for municipality in &report.municipalities {
        let shares = published.municipality_series(*municipality, ix).years;
        let share = |year| at(year).and_then(|at| shares[at]);
        let (before, now) = (share(years.baseline), share(years.current));
        let mut cell = |share: Option<Share>, year: Year| match share {
            Some(share) => report.pooled_cell(share),
            None => {
                let why = published.absence_of(Some(*municipality), ix, year);
                blank.push(why);
                report.missing_cell(why)
            }
        };
        let mut cells = vec![cell(before, years.baseline), cell(now, years.current)];
        cells.push(match now.zip(before).filter(|_| published.is_comparable(ix)) {
            Some((now, before)) => {
                Cell { value: Some(scale(now) - scale(before)), ..report.change_cell(now, before) }
            }
            None => {
                let hidden = [years.baseline, years.current].into_iter().any(|year| {
                    let why = published.absence_of(Some(*municipality), ix, year);
                    why == Missing::Suppressed
                });
                let why = if hidden { Missing::Suppressed } else { report.no_change(ix) };
                blank.push(why);
                report.missing_cell(why)
            }
        });
        let id = &published.municipality(*municipality).id;
        let title = Label::link(
            report.municipality_name(*municipality),
            format!("municipalities/{id}.html"),
        );
        table.rows.push(Row { id: id.to_string(), title, role: RowRole::Body, cells });
    }
    table.legend = report.legend(blank.into_iter());
    let blocks = vec![Block::Table(table)];
    section("municipalities", title, Vec::new(), blocks)
}

/// Schools at or above the bound of the list, in alphabetical order: never a ranking.
fn far_out(report: &Report<'_>, spread: &Spread) -> Option<Section> {
    let low = report.published.method().low_results.rule.low_share;
    let columns = vec![
        choice("municipality", report.get("report-municipality")),
        column("share", report.get("report-share"), true),
    ];
    let bound = report.text.percent(low.to_fixed());
    let title = report.say("procedure-far-out", &[("bound", bound.as_str().into())]);
    let mut table = bare_table("far-out", title.clone(), report.get("report-school"), columns);
    for (ix, share) in &spread.current {
        if share.cmp_percent(low) == Ordering::Less {
            continue;
        }
        let cells = vec![report.municipality_cell(*ix), report.pooled_cell(*share)];
        table.rows.push(report.school_row(*ix, cells));
    }
    (!table.rows.is_empty())
        .then(|| section("schools-far-out", title, Vec::new(), vec![Block::Table(table)]))
}
