//! A school: where it stands, what moved, what is known of it.

use super::super::listings::{bare_table, column};
use super::super::marks::mark;
use super::super::view::{
    Block, Cell, Fact, Figure, Label, Link, Page, PageKind, Row, RowRole, Section, Step, Strip,
    Term,
};
use super::super::{Report, count, figures, scale};
use super::{empty, section};
use crate::edition::{PublishedStanding as Standing, YearResult};
use crate::method::{DynamicsKind, Track};
use crate::model::dataset::DataTable;
use crate::model::field::Datum;
use crate::model::ids::{ProcedureIx, SchoolIx, Year};
use crate::model::number::Share;
use crate::model::tabulation::{AttributeValue, Show};
use crate::model::tone::Tone;

/// A school's results in a procedure, as the engine gave them.
type Series = (ProcedureIx, Vec<YearResult>);

pub(super) fn page(report: &Report<'_>, ix: SchoolIx) -> Page {
    let published = report.published;
    let school = published.school(ix);
    let municipality = published.municipality(school.municipality);
    let path = format!("schools/{}.html", school.id);
    let mut page = empty(PageKind::School, path, report.name(&school.name));
    page.over = Some(report.municipality_name(school.municipality));
    page.menu = Some("schools/index.html".to_owned());
    page.crumbs = vec![
        report.home(),
        report.link_to("report-municipalities", "municipalities/index.html"),
        Link {
            text: report.municipality_name(school.municipality),
            to: format!("municipalities/{}.html", municipality.id),
        },
    ];
    let fellows = report.neighbours.get(&school.municipality).map_or(&[][..], Vec::as_slice);
    (page.previous, page.next) = Report::around(fellows, &ix, |ix| Link {
        text: report.name(&published.school(*ix).name),
        to: format!("schools/{}.html", published.school(*ix).id),
    });
    let series: Vec<Series> =
        published.school_series(ix).into_iter().map(|s| (s.procedure, s.years)).collect();
    page.lead = lead(report, ix, &series);
    page.facts = facts(report, ix);
    page.sections.extend(through_years(report, ix));
    page.sections.extend(results(report, ix, &series));
    page.sections.extend(risks(report, ix));
    page.sections.push(passport(report, ix));
    page
}

/// The cluster, its change, and the procedures that decided it.
fn lead(report: &Report<'_>, ix: SchoolIx, series: &[Series]) -> Vec<String> {
    let published = report.published;
    let list = published.method().years.list;
    let now = published.standing(ix, list);
    let before = published.standing(ix, list.previous());
    let year = list.to_string();
    let mut lead = Vec::new();
    if now != Standing::Unknown {
        let (cluster, earlier) = (report.standing_mark(now), report.standing_mark(before));
        let key = match (now, before) {
            (_, Standing::Unknown) => "school-standing-first",
            (Standing::Off, Standing::Off) => "school-standing-out",
            (Standing::Off, _) => "school-standing-left",
            (_, Standing::Off) => "school-standing-entered",
            _ => "school-standing-on",
        };
        lead.push(report.say(
            key,
            &[
                ("year", year.as_str().into()),
                ("cluster", cluster.title.as_str().into()),
                ("before", earlier.title.as_str().into()),
            ],
        ));
        lead.extend(why(report, series));
    }
    lead
}

/// The tracks that support the school, each leading to its page.
fn facts(report: &Report<'_>, ix: SchoolIx) -> Vec<Fact> {
    let published = report.published;
    let fact = |track: &Track| {
        let of = published.method().groups.iter().filter(|group| {
            let named = track.groups.iter().any(|id| id.value == group.id.as_str());
            named && published.in_group(ix, &group.id)
        });
        let of: Vec<String> = of.map(|group| report.name(&group.title)).collect();
        let number = track.number.to_string();
        Fact {
            title: track.title.clone(),
            value: report.say("report-track-number", &[("number", number.as_str().into())]),
            base: (!of.is_empty()).then(|| report.text.list(&of)),
            change: None,
            mark: None,
            link: Some(format!("groups/{}.html", track.id)),
        }
    };
    report.tracks_of(ix).map(fact).collect()
}

/// The procedures of the tested year with a share at or above the bound of the list.
fn why(report: &Report<'_>, series: &[Series]) -> Option<String> {
    let method = report.published.method();
    let tested = method.years.list.previous();
    let mut low: Vec<(Share, ProcedureIx)> = series
        .iter()
        .filter_map(|(procedure, years)| {
            let share = years.iter().find(|y| y.year == tested)?.share.ok()?;
            let is_low =
                share.cmp_percent(method.low_results.low_share) != std::cmp::Ordering::Less;
            is_low.then_some((share, *procedure))
        })
        .collect();
    low.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let bound = report.text.percent(method.low_results.low_share.to_fixed());
    let year = tested.to_string();
    let item = |(share, procedure): &(Share, ProcedureIx)| {
        let title = &method.procedure(*procedure).title;
        format!("{title} — {} ({})", report.percent(*share), report.of_base(*share))
    };
    let list: Vec<String> = low.iter().map(item).collect();
    let key = if list.is_empty() { "school-why-none" } else { "school-why" };
    Some(report.say(
        key,
        &[
            ("bound", bound.as_str().into()),
            ("year", year.as_str().into()),
            ("list", list.join("; ").as_str().into()),
        ],
    ))
}

/// A strip of the lists, year by year.
fn through_years(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let years = report.published.list_years();
    if years.is_empty() {
        return None;
    }
    let step = |year: &Year| Step {
        year: year.to_string(),
        mark: report.standing_mark(report.published.standing(ix, *year)),
    };
    let title = report.get("school-through-years");
    let steps = years.iter().map(step).collect();
    let strip = Strip { caption: report.get("school-strip"), steps };
    Some(section("lists", title, Vec::new(), vec![Block::Strip(strip)]))
}

/// Results by procedure and year with the type of change; trends with municipality and region.
fn results(report: &Report<'_>, ix: SchoolIx, series: &[Series]) -> Option<Section> {
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
        let mut cells: Vec<Cell> = Vec::new();
        for result in results {
            cells.push(match result.share {
                Ok(share) => {
                    let cell = report.share_cell(share, &report.percent(share), Show::Percent);
                    Cell { detail: Some(report.of_base(share)), ..cell }
                }
                Err(why) => {
                    missing.push(why);
                    report.missing_cell(why)
                }
            });
        }
        cells.push(change(report, published.dynamics(ix, *procedure)));
        let of = published.method().procedure(*procedure);
        table.rows.push(Row {
            id: of.id.to_string(),
            title: Label::link(of.title.clone(), format!("procedures/{}.html", of.id)),
            role: RowRole::Body,
            cells,
        });
    }
    table.legend = report.legend(missing.into_iter());
    table.base = Some(report.get("school-results-base"));
    let lead = vec![moved(report, ix, series)];
    // A flat line along the bottom takes a chart's room to say what a sentence says.
    let (flat, uneven): (Vec<&Series>, Vec<&Series>) = series.iter().partition(|s| is_flat(s));
    let mut blocks =
        vec![Block::Table(table), Block::Multiples { figures: trends(report, ix, &uneven) }];
    if !flat.is_empty() {
        let title = |s: &&Series| report.quoted(&published.method().procedure(s.0).title);
        let list = report.text.list(&flat.iter().map(title).collect::<Vec<_>>());
        let args = [("n", count(flat.len())), ("list", list.as_str().into())];
        blocks.push(Block::Text { paragraphs: vec![report.say("school-flat", &args)] });
    }
    Some(section("results-section", report.get("report-results-over-years"), lead, blocks))
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

fn trends(report: &Report<'_>, ix: SchoolIx, series: &[&Series]) -> Vec<Figure> {
    let published = report.published;
    let municipality = published.school(ix).municipality;
    let own = |results: &[YearResult]| results.iter().map(|r| r.share.ok()).collect::<Vec<_>>();
    let values = series.iter().flat_map(|(_, results)| own(results)).flatten().map(scale);
    let max = figures::upper_end(values);
    let figure = |(procedure, results): &Series| {
        let around = published.municipality_series(municipality, *procedure).years;
        let region = published.region_series(*procedure).years;
        let lines = vec![
            report.trend_line(&report.get("report-school"), Tone::Series1, own(results), false),
            report.trend_line(
                &report.get("report-municipality-short"),
                Tone::Series3,
                around,
                true,
            ),
            report.trend_line(&report.get("report-region"), Tone::Context, region, true),
        ];
        report.procedure_trend(*procedure, lines, max)
    };
    series.iter().copied().map(figure).collect()
}

/// The risk profile: risks with their significance, chosen ones, programmes carried out.
fn risks(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let (risks, catalogue) =
        (report.published.data("risks")?, report.published.data("risk_catalogue")?);
    let mut rows: Vec<usize> = risks.rows_of(ix).collect();
    let mut columns = Vec::new();
    for (id, key) in [
        ("year", "report-year"),
        ("level", "school-risk-level"),
        ("chosen", "school-risk-chosen"),
        ("programme", "school-risk-programme"),
    ] {
        columns.push(column(id, report.get(key), false));
    }
    let title = report.get("school-risks");
    let mut table = bare_table("risks", title.clone(), report.get("school-risk"), columns);
    let order = |row: &usize| {
        let number = catalogue_value(catalogue, &key_of(risks, *row, "risk")?, "number");
        number.and_then(|n| n.number())
    };
    rows.sort_by_key(|row| (key_of(risks, *row, "year"), order(row)));
    for row in rows {
        let risk = key_of(risks, row, "risk").unwrap_or_default();
        let name = catalogue_value(catalogue, &risk, "name").and_then(|d| d.key());
        table.rows.push(Row {
            id: format!("risk-{}", table.rows.len() + 1),
            title: Label::text(name.unwrap_or(risk)),
            role: RowRole::Body,
            cells: vec![
                Cell::text(key_of(risks, row, "year").unwrap_or_default()),
                level(report, risks, row),
                yes_no(report, risks, row, "chosen"),
                yes_no(report, risks, row, "programme_done"),
            ],
        });
    }
    let high = table.rows.iter().filter(|row| {
        row.cells
            .get(1)
            .and_then(|c| c.mark.as_ref())
            .is_some_and(|m| m.tone == Tone::Level3.name())
    });
    let lead = report.say("school-risks-high", &[("n", count(high.count()))]);
    (!table.rows.is_empty())
        .then(|| section("risks-section", title, vec![lead], vec![Block::Table(table)]))
}

fn key_of(table: &DataTable, row: usize, column: &str) -> Option<String> {
    table.value(row, table.column(column)?).key()
}

fn catalogue_value(catalogue: &DataTable, id: &str, column: &str) -> Option<Datum> {
    let (key, column) = (catalogue.column("id")?, catalogue.column(column)?);
    let row =
        (0..catalogue.len()).find(|row| catalogue.value(*row, key).key().as_deref() == Some(id))?;
    Some(catalogue.value(row, column).clone())
}

fn level(report: &Report<'_>, risks: &DataTable, row: usize) -> Cell {
    let id = key_of(risks, row, "level").unwrap_or_default();
    let (tone, key) = match id.as_str() {
        "high" => (Tone::Level3, "school-risk-high"),
        "medium" => (Tone::Level2, "school-risk-medium"),
        "low" => (Tone::Level1, "school-risk-low"),
        _ => return Cell::text(id),
    };
    let title = report.get(key);
    Cell { mark: Some(mark(tone, &title)), ..Cell::text(title) }
}

fn yes_no(report: &Report<'_>, table: &DataTable, row: usize, column: &str) -> Cell {
    let value = table.column(column).map(|c| table.value(row, c));
    let titles = &report.published.method().titles;
    match value {
        Some(Datum::YesNo(true)) => Cell::text(titles.yes.clone()),
        Some(Datum::YesNo(false)) => Cell::text(titles.no.clone()),
        _ => report.missing_cell(crate::model::tabulation::Missing::NotAvailable),
    }
}

/// Facts of the school: what the registry and the declared attributes say.
fn passport(report: &Report<'_>, ix: SchoolIx) -> Section {
    let published = report.published;
    let school = published.school(ix);
    let term = |key: &str, values: Vec<Label>| Term { title: report.get(key), values };
    let municipality = published.municipality(school.municipality);
    let mut terms = vec![
        term("report-school-id", vec![Label::text(school.id.as_str())]),
        term(
            "report-municipality",
            vec![Label::link(
                report.municipality_name(school.municipality),
                format!("municipalities/{}.html", municipality.id),
            )],
        ),
    ];
    if !school.kind.is_empty() {
        terms.push(term("report-kind", vec![Label::text(school.kind.as_str())]));
    }
    if let Some(students) = school.students {
        terms.push(term("report-students", vec![Label::text(report.text.count(students))]));
    }
    let groups = report.groups_of(ix);
    if !groups.is_empty() {
        terms.push(term("report-groups", groups));
    }
    let names = published.method().pages.school_attributes.iter().map(|n| n.value.as_str());
    for at in report.attributes(names) {
        if matches!(published.school_value(at, ix), AttributeValue::Missing(_)) {
            continue;
        }
        let cell = report.attribute_cell(at, ix);
        let label = Label { text: cell.text, mark: cell.mark, link: None };
        terms.push(Term { title: report.attribute_title(at), values: vec![label] });
    }
    section("passport", report.get("school-passport"), Vec::new(), vec![Block::Terms { terms }])
}

impl Report<'_> {
    /// The tracks and groups of a school, with links.
    fn groups_of(&self, ix: SchoolIx) -> Vec<Label> {
        let method = self.published.method();
        let groups: Vec<_> =
            method.groups.iter().filter(|g| self.published.in_group(ix, &g.id)).collect();
        let tracks = self
            .tracks_of(ix)
            .map(|track| Label::link(self.track_title(track), format!("groups/{}.html", track.id)));
        let tracks: Vec<Label> = tracks.collect();
        let groups =
            groups.iter().map(|g| Label::link(g.title.clone(), format!("groups/{}.html", g.id)));
        tracks.into_iter().chain(groups).collect()
    }

    /// The tracks of a school: those of its groups, and those of everyone.
    fn tracks_of(&self, ix: SchoolIx) -> impl Iterator<Item = &Track> {
        let inside =
            move |id: &str| self.published.in_group(ix, &crate::model::ids::GroupId::new(id));
        let of = move |track: &&Track| {
            track.groups.is_empty() || track.groups.iter().any(|id| inside(&id.value))
        };
        self.published.method().tracks.iter().filter(of)
    }

    /// «Трек 1. Адресная поддержка…»
    pub(super) fn track_title(&self, track: &Track) -> String {
        let number = track.number.to_string();
        self.say(
            "report-track",
            &[("number", number.as_str().into()), ("title", track.title.as_str().into())],
        )
    }
}
