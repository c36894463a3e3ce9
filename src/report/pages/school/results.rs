//! Results of a school by procedure and year.

use super::super::super::listings::{bare_table, column};
use super::super::super::view::{Block, Cell, Figure, Label, Line, Row, RowRole, Section, Table};
use super::super::super::{Report, count};
use super::super::section as make_section;
use super::Series;
use crate::edition::YearResult;
use crate::method::DynamicsKind;
use crate::model::ids::{ProcedureIx, SchoolIx};
use crate::model::tabulation::Missing;
use crate::model::tone::Tone;

/// The upper end of the scale of all schools, in percent.
const WHOLE: f64 = 100.0;

/// Results by procedure and year with the type of change; trends with municipality and region.
pub(super) fn section(report: &Report<'_>, ix: SchoolIx, series: &[Series]) -> Option<Section> {
    if series.is_empty() {
        return None;
    }
    let published = report.published;
    let years = published.tested_years();
    let mut columns: Vec<_> =
        years.iter().map(|y| column(&y.to_string(), y.to_string(), true)).collect();
    let (from, to) = (
        published.method().years.baseline.to_string(),
        published.method().years.current.to_string(),
    );
    columns.push(column(
        "dynamics",
        report.say(
            "report-change-between",
            &[("from", from.as_str().into()), ("to", to.as_str().into())],
        ),
        false,
    ));
    let caption = report.get("report-failing-by-procedure");
    let mut table = bare_table("results", caption, report.get("report-procedure"), columns);
    let mut missing = Vec::new();
    for (procedure, results) in series {
        let mut row = row(report, *procedure, results, &mut missing);
        let years = published.method().years;
        if published.is_broken(ix, *procedure, years.baseline, years.current) {
            missing.push(Missing::NotComparable);
            row.cells.push(report.missing_cell(Missing::NotComparable));
        } else if published.holds_back_change(ix, *procedure) {
            row.cells.push(report.missing_cell(Missing::Suppressed));
        } else {
            row.cells.push(change(report, published.dynamics(ix, *procedure)));
        }
        table.rows.push(row);
    }
    table.legend = report.legend(missing.into_iter());
    table.base = Some(report.get("school-results-base"));
    let told = series.iter().flat_map(|(p, _)| years.iter().map(move |year| (*p, *year)));
    table.notes = report.life_notes(ix);
    table.notes.extend(report.notes_of_years(&told.collect()));
    let lead = vec![moved(report, ix, series)];
    // A flat line along the bottom takes a chart's room to say what a sentence says.
    let (flat, uneven): (Vec<&Series>, Vec<&Series>) = series.iter().partition(|s| is_flat(s));
    let mut blocks = vec![Block::Table(table), trends(report, ix, &uneven)];
    if !flat.is_empty() {
        let title = |s: &&Series| report.quoted(&published.method().procedure(s.0).title);
        let list = report.text.list(&flat.iter().map(title).collect::<Vec<_>>());
        let args = [("n", count(flat.len())), ("list", list.as_str().into())];
        blocks.push(Block::Text { paragraphs: vec![report.say("school-flat", &args)] });
    }
    Some(make_section("results-section", report.get("report-results-over-years"), lead, blocks))
}

/// The results of a procedure, a cell for each year.
fn row(
    report: &Report<'_>,
    procedure: ProcedureIx,
    results: &[YearResult],
    missing: &mut Vec<Missing>,
) -> Row {
    let cell = |result: &YearResult| match result.share {
        Ok(share) => report.pooled_cell(share),
        Err(why) => {
            missing.push(why);
            report.missing_cell(why)
        }
    };
    let of = report.published.method().procedure(procedure);
    Row {
        id: of.id.to_string(),
        title: Label::link(of.title.clone(), format!("procedures/{}.html", of.id)),
        role: RowRole::Body,
        cells: results.iter().map(cell).collect(),
    }
}

/// The results that a school had before it joined another; nothing if it had none.
pub(super) fn of_joined(report: &Report<'_>, ix: SchoolIx) -> Option<Table> {
    let school = report.published.school(ix);
    let worked = |result: &&YearResult| school.life.works_in(result.year);
    let series = report.published.school_series(ix);
    let years: Vec<String> =
        series.first()?.years.iter().filter(worked).map(|result| result.year.to_string()).collect();
    let columns = years.iter().map(|year| column(year, year.clone(), true)).collect();
    let name = report.name(&school.name);
    let caption = report.say("life-joined-results", &[("name", name.as_str().into())]);
    let id = format!("results-{}", school.id);
    let mut table = bare_table(&id, caption, report.get("report-procedure"), columns);
    let mut missing = Vec::new();
    for of in &series {
        let results: Vec<YearResult> = of.years.iter().filter(worked).copied().collect();
        table.rows.push(row(report, of.procedure, &results, &mut missing));
    }
    table.legend = report.legend(missing.into_iter());
    table.base = Some(report.get("school-results-base"));
    Some(table)
}

/// True if in no year anyone failed.
fn is_flat((_, results): &Series) -> bool {
    results.iter().filter_map(|result| result.share.ok()).all(|share| share.count() == 0)
}

/// The change from the baseline year to the current one.
fn change(report: &Report<'_>, kind: DynamicsKind) -> Cell {
    let mark = report.dynamics_mark(kind);
    Cell { mark: Some(mark.clone()), ..Cell::text(mark.title) }
}

/// «Доля не справившихся снизилась по 4 процедурам, выросла по 2.»
fn moved(report: &Report<'_>, ix: SchoolIx, series: &[Series]) -> String {
    use DynamicsKind::{Negative, Positive};
    let kinds: Vec<_> = series.iter().map(|(p, _)| report.published.dynamics(ix, *p)).collect();
    let of = |wanted| count(kinds.iter().filter(|k| **k == wanted).count());
    let method = report.published.method();
    let (from, to) = (method.years.baseline.to_string(), method.years.current.to_string());
    if report.published.school(ix).life.gone {
        return report.get("life-closed-results");
    }
    if let Some(why) = report.why_broken(ix, method.years.baseline, method.years.current) {
        return report.say(
            "life-not-moved",
            &[
                ("from", from.as_str().into()),
                ("to", to.as_str().into()),
                ("why", why.as_str().into()),
            ],
        );
    }
    report.say(
        "school-moved",
        &[
            ("fell", of(Positive)),
            ("rose", of(Negative)),
            ("from", from.as_str().into()),
            ("to", to.as_str().into()),
        ],
    )
}

/// A small chart for each procedure, with municipality and region behind. All schools have one
/// scale: a share and its interval may reach any height.
fn trends(report: &Report<'_>, ix: SchoolIx, series: &[&Series]) -> Block {
    let published = report.published;
    let municipality = published.school(ix).municipality;
    let own = |results: &[YearResult]| results.iter().map(|r| r.share.ok()).collect::<Vec<_>>();
    let (years, life) = (published.tested_years(), &published.school(ix).life);
    let broken = |at: &usize| *at > 0 && life.break_between(years[at - 1], years[*at]).is_some();
    let breaks: Vec<usize> = (0..years.len()).filter(broken).collect();
    let figure = |(procedure, results): &Series| {
        let around = published.municipality_series(municipality, *procedure).years;
        let region = published.region_series(*procedure).years;
        let own = own(results);
        let line = report.trend_line(&report.get("report-school"), Tone::Series1, own, false);
        let context =
            |key: &str, tone, shares| report.trend_line(&report.get(key), tone, shares, true);
        let mut lines = vec![Line { breaks: breaks.clone(), ..line }];
        // Where there is one municipality its line is the region's.
        let several = report.municipalities.len() > 1;
        lines.extend(several.then(|| context("report-municipality-short", Tone::Series3, around)));
        lines.push(context("report-region", Tone::Context, region));
        report.small_trend(*procedure, lines, WHOLE)
    };
    let figures: Vec<Figure> = series.iter().copied().map(figure).collect();
    let mut notes = vec![report.scale_note("chart-scale-schools", WHOLE)];
    notes.extend(report.notes_of_multiples(&figures));
    notes.extend(breaks.iter().map(|at| {
        let year = years[*at].to_string();
        report.say("life-chart-breaks", &[("year", year.as_str().into())])
    }));
    Block::Multiples { figures, notes }
}
