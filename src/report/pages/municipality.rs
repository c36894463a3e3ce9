//! A municipality: which of its schools need what, and how it stands beside the region.

use super::super::listings::{bare_table, choice, column, missing_legend};
use super::super::tables::page_path;
use super::super::view::{
    Block, Cell, Chart, DotRow, Fact, Figure, Key, Label, Link, Page, PageKind, Point, Row,
    RowRole, Section,
};
use super::super::{Report, count, figures, scale};
use super::over_years::Pooled;
use super::{empty, life, section};
use crate::edition::PublishedStanding as Standing;
use crate::model::ids::{MunicipalityIx, ProcedureIx, SchoolIx, Year};
use crate::model::number::Share;
use crate::model::tabulation::{AttributeValue, CellValue, HeadingRole, Missing, Show, Tabulation};
use crate::model::tone::Tone;
use crate::text::lower_first;

/// A cluster of so many schools names them on the first screen; more are read in the table of schools.
const NAMED: usize = 5;

pub(super) fn page(report: &Report<'_>, ix: MunicipalityIx) -> Page {
    let municipality = report.published.municipality(ix);
    let path = format!("municipalities/{}.html", municipality.id);
    let mut page = empty(PageKind::Municipality, path, report.municipality_name(ix));
    page.over = Some(report.get("report-municipality"));
    page.menu = Some("municipalities/index.html".to_owned());
    page.crumbs =
        vec![report.home(), report.link_to("report-municipalities", "municipalities/index.html")];
    (page.previous, page.next) = Report::around(&report.municipalities, &ix, |ix| Link {
        text: report.municipality_name(*ix),
        to: format!("municipalities/{}.html", report.published.municipality(*ix).id),
    });
    page.lead = lead(report, ix);
    page.facts = facts(report, ix);
    page.sections.push(schools(report, ix));
    page.sections.extend(beside_region(report, ix));
    page.sections.extend(super::warning::of_municipality(report, ix));
    page.sections.extend(super::risks::of_municipality(report, ix));
    page.sections.extend(procedures(report, ix));
    page.sections.extend(life::of_municipality(report, ix));
    page.sections.extend(super::programmes::of_municipality(report, ix));
    page.sections.extend(super::register::of_municipality(report, ix));
    page
}

fn lead(report: &Report<'_>, ix: MunicipalityIx) -> Vec<String> {
    let list = report.published.method().years.list;
    let own = report.published.schools_of(ix);
    let mut lead = Vec::new();
    if let Some(now) = report.listed(own, list) {
        let listed = report.listed_sentence(now, report.listed(own, list.previous()));
        let region = report.listed_now.map(|region| {
            let percent = report.percent(region);
            report.say("report-in-region", &[("percent", percent.as_str().into())])
        });
        lead.push([listed].into_iter().chain(region).collect::<Vec<_>>().join(" "));
        lead.extend(report.moves_sentence(own));
    } else if report.published.shows_schools() {
        lead.push(report.say("report-has-schools", &[("n", count(own.len()))]));
    }
    lead
}

fn facts(report: &Report<'_>, ix: MunicipalityIx) -> Vec<Fact> {
    let method = report.published.method();
    let (list, own) = (method.years.list, report.published.schools_of(ix));
    let mut facts = Vec::new();
    if report.published.shows_schools() {
        facts.push(Fact {
            title: report.get("report-schools-of-municipality"),
            value: report.text.count(u32::try_from(own.len()).unwrap_or(u32::MAX)),
            ..Fact::default()
        });
    }
    if let Some(now) = report.listed(own, list) {
        let year = list.to_string();
        let title = report.say("report-in-list", &[("year", year.as_str().into())]);
        let before = report.listed(own, list.previous());
        let fact = report.share_fact(title, now, before, None);
        facts.push(beside(report, fact, report.listed_now));
        for (at, cluster) in method.clusters.clusters.iter().enumerate().rev() {
            let at = u16::try_from(at).ok();
            let on = |schools: &[SchoolIx], year: Year| {
                let on = schools
                    .iter()
                    .filter(|ix| report.published.standing(**ix, year) == Standing::On(at))
                    .count();
                Share::new(u32::try_from(on).ok()?, report.listed(schools, year)?.base())
            };
            let Some(now) = on(own, list) else { continue };
            // More schools in a milder cluster may be better or worse: only the worst has a sign.
            let before = on(own, list.previous());
            let fact = report.share_fact(cluster.title.clone(), now, before, None);
            let worst = usize::from(at.unwrap_or_default()) + 1 == method.clusters.clusters.len();
            let fact = Fact { mark: fact.mark.filter(|_| worst), ..fact };
            let fact = Fact { members: members(report, ix, Standing::On(at)), ..fact };
            facts.push(beside(report, fact, on(&report.schools, list)));
        }
    }
    facts.extend(attribute_facts(report, ix));
    facts
}

/// The schools of a cluster by name, if they are few.
fn members(report: &Report<'_>, ix: MunicipalityIx, cluster: Standing) -> Vec<Label> {
    let list = report.published.method().years.list;
    let own = report.neighbours.get(&ix).into_iter().flatten();
    let within = own.filter(|school| report.published.standing(**school, list) == cluster);
    let named: Vec<Label> = within.map(|school| report.school_label(*school)).collect();
    if named.len() > NAMED { Vec::new() } else { named }
}

/// A figure with the region's beside its base: «27 % из 26; в регионе 26 %».
fn beside(report: &Report<'_>, fact: Fact, region: Option<Share>) -> Fact {
    let Some((base, region)) = fact.base.as_ref().zip(region) else { return fact };
    let percent = report.percent(region);
    let args = [("own", base.into()), ("region", (&percent).into())];
    Fact { base: Some(report.say("report-beside", &args)), ..fact }
}

/// How many schools have each of the attributes that the pages of municipalities show and that are a
/// matter of yes or no.
fn attribute_facts(report: &Report<'_>, ix: MunicipalityIx) -> Vec<Fact> {
    let names = &report.published.method().pages.municipality_attributes;
    let of = |schools: &[SchoolIx], at: usize| {
        let (mut yes, mut known) = (0, 0);
        for school in schools {
            if let AttributeValue::Category(category) = report.published.school_value(at, *school) {
                known += 1;
                yes += u32::from(category.id == "yes");
            }
        }
        Share::new(yes, known)
    };
    let fact = |at: usize| {
        let own = of(report.published.schools_of(ix), at)?;
        let fact = report.share_fact(report.attribute_title(at), own, None, None);
        Some(beside(report, fact, of(&report.schools, at)))
    };
    let known = names.iter().filter_map(|name| report.published.attribute(&name.value));
    let yes_or_no = known.filter(|(_, info)| info.categories.iter().any(|c| c.id == "yes"));
    yes_or_no.filter_map(|(at, _)| fact(at)).collect()
}

/// The table of its schools: clusters, changes by procedure, attributes.
fn schools(report: &Report<'_>, ix: MunicipalityIx) -> Section {
    let method = report.published.method();
    let list = method.years.list;
    let attributes =
        report.attributes(method.pages.municipality_attributes.iter().map(|n| n.value.as_str()));
    let listed = !report.published.list_years().is_empty();
    let mut columns = Vec::new();
    if listed {
        for year in [list.previous(), list] {
            let text = year.to_string();
            let title = report.say("report-list-of", &[("year", text.as_str().into())]);
            columns.push(choice(&format!("cluster-{year}"), title));
        }
    }
    let supports: Vec<_> = report.supports().collect();
    for (support, _) in &supports {
        let id = format!("variant-{}", support.id.value);
        columns.push(choice(&id, report.variant_column(&supports, support)));
    }
    for procedure in &method.procedures {
        let mut of = column(procedure.id.as_str(), procedure.short.clone(), false);
        let (from, to) = (method.years.baseline.to_string(), method.years.current.to_string());
        of.spanner = Some(report.say(
            "report-change-between",
            &[("from", from.as_str().into()), ("to", to.as_str().into())],
        ));
        columns.push(of);
    }
    for at in &attributes {
        columns.push(choice(&format!("attribute-{at}"), report.attribute_short(*at)));
    }
    let title = report.get("report-its-schools");
    let mut table = bare_table("schools", title.clone(), report.get("report-school"), columns);
    for school in report.neighbours.get(&ix).into_iter().flatten() {
        let mut cells = Vec::new();
        if listed {
            let years = [list.previous(), list];
            cells.extend(years.map(|year| report.standing_cell(*school, year)));
        }
        cells.extend(
            supports.iter().map(|(support, at)| report.variant_cell(support, *at, *school)),
        );
        cells.extend(report.dynamics_cells(*school));
        cells.extend(attributes.iter().map(|at| report.yes_no_cell(*at, *school)));
        table.rows.push(report.school_row(*school, cells));
    }
    let years = method.years;
    let apart = |ix: &ProcedureIx| {
        let known = report.published.procedure_break(*ix, years.baseline, years.current);
        known.map(|known| (known.procedure, known.year))
    };
    table.notes =
        report.notes_of_years(&method.procedure_indices().filter_map(|ix| apart(&ix)).collect());
    for school in report.neighbours.get(&ix).into_iter().flatten() {
        let why = report.why_broken(*school, years.baseline, years.current);
        let name = report.name(&report.published.school(*school).name);
        table.notes.extend(why.map(|why| {
            let args = [("name", name.as_str().into()), ("why", why.as_str().into())];
            report.say("life-apart", &args)
        }));
    }
    table.legend = missing_legend(&table);
    table.base = Some(report.say("report-its-schools-base", &[("n", count(table.rows.len()))]));
    let lead = report.variants_of(ix);
    section("its-schools", title, lead, vec![Block::Table(table)])
}

/// Its row of the declared tables beside the region's, and its place among all as a dot.
fn beside_region(report: &Report<'_>, ix: MunicipalityIx) -> Option<Section> {
    let method = report.published.method();
    let id = report.published.municipality(ix).id.as_str();
    let own_title = report.get("report-municipality");
    let columns =
        vec![column("own", own_title, true), column("region", report.get("report-region"), true)];
    let title = report.get("report-beside-region");
    let corner = report.get("report-indicator");
    let mut table = bare_table("beside", title.clone(), corner, columns);
    let (mut dots, mut bases, mut shown) = (Vec::new(), Vec::new(), Vec::new());
    let tables = method.pages.municipality_tables.iter();
    for tabulation in tables.filter_map(|name| report.published.table(&name.value)) {
        let rows = &tabulation.rows;
        let own = rows.iter().position(|row| row.id.as_str() == id);
        let all = rows.iter().position(|row| row.role == HeadingRole::Total);
        let Some(own) = own else { continue };
        bases.extend(tabulation.base_note.clone().filter(|base| !bases.contains(base)));
        for (at, heading) in tabulation.columns.iter().enumerate() {
            if heading.role == HeadingRole::Total {
                continue;
            }
            // Municipality and region differ in size: counts alone cannot be compared.
            let cell = |row: usize| match tabulation.cell(row, at).value {
                CellValue::Share(share) if tabulation.show_of(row, at) == Show::Count => {
                    report.share_cell(share, Show::Both)
                }
                _ => report.tab_cell(tabulation, row, at),
            };
            let region = match all {
                Some(row) => cell(row),
                None => report.missing_cell(Missing::NotAvailable),
            };
            table.rows.push(Row {
                id: format!("{}-{}", tabulation.id, heading.id),
                title: Label::link(heading.title.clone(), page_path(&tabulation.id)),
                role: RowRole::Body,
                cells: vec![cell(own), region],
            });
            shown
                .extend([Some(own), all].into_iter().flatten().map(|row| tabulation.cell(row, at)));
            dots.extend(dot_row(report, tabulation, at, own, all));
        }
    }
    if table.rows.is_empty() {
        return None;
    }
    if !bases.is_empty() {
        let list = bases.join("; ");
        table.base = Some(report.say("report-bases", &[("list", list.as_str().into())]));
    }
    table.legend = report.legend(shown.iter().filter_map(|cell| match cell.value {
        CellValue::Missing(Missing::Suppressed) => Some(Missing::Suppressed),
        _ => None,
    }));
    let max = figures::upper_end(dots.iter().flat_map(|row| row.dots.iter().copied()));
    let figure = Figure {
        number: None,
        id: "beside-chart".to_owned(),
        title: report.get("report-among-all"),
        finding: report.with_reserve(dots_finding(report, &dots), shown),
        table: Some("beside".to_owned()),
        notes: vec![
            report.get("report-among-all-note"),
            report.scale_note("chart-scale-municipalities", max),
        ],
        chart: Chart::Dots { max, rows: dots, unit: "%".to_owned() },
    };
    let lead = vec![figure.finding.clone()];
    let blocks = vec![Block::Figure(figure), Block::Table(table)];
    Some(section("beside-region", title, lead, blocks))
}

fn dots_finding(report: &Report<'_>, rows: &[DotRow]) -> String {
    let higher = rows.iter().filter(|row| {
        let marks = &row.marks;
        matches!(&marks[..], [(own, _), (region, _)] if own.value > region.value)
    });
    let names: Vec<String> = higher.map(|row| lower_first(&row.label)).collect();
    if names.is_empty() {
        return report.get("finding-not-above-region");
    }
    let list = report.text.list(&names);
    report.say("finding-above-region", &[("list", list.as_str().into())])
}

/// All municipalities as unnamed dots, its own and the region's marked.
fn dot_row(
    report: &Report<'_>,
    table: &Tabulation,
    at: usize,
    own: usize,
    all: Option<usize>,
) -> Option<DotRow> {
    let share = |row: usize| match table.cell(row, at).value {
        CellValue::Share(share) | CellValue::Pooled(share) => Some(share),
        _ => None,
    };
    let body = |row: &usize| table.rows[*row].role == HeadingRole::Body;
    let dots = (0..table.rows.len()).filter(body).filter_map(share).map(scale).collect();
    let mark = |row: usize, title: String, tone: Tone| {
        let share = share(row)?;
        let point = Point { value: scale(share), text: report.percent(share) };
        Some((point, Key { title, tone: tone.name() }))
    };
    // Its full name may be longer than the chart is wide.
    let own = mark(own, report.get("report-municipality-short"), Tone::Series1);
    let region = all.and_then(|row| mark(row, report.get("report-region"), Tone::Context));
    let marks: Vec<_> = [own, region].into_iter().flatten().collect();
    let label = table.columns[at].title.clone();
    (!marks.is_empty()).then_some(DotRow { label, dots, marks })
}

/// Pooled results by procedure over the years, with the region behind.
fn procedures(report: &Report<'_>, ix: MunicipalityIx) -> Option<Section> {
    let published = report.published;
    let of = Pooled {
        title: report.municipality_name(ix),
        // Where there is one municipality the region's line is its own.
        beside_region: report.municipalities.len() > 1,
        shares: &|procedure| published.municipality_series(ix, procedure).years,
        absence: &|procedure, year| published.absence_of(Some(ix), procedure, year),
        top: report.top_of_municipalities,
        scale: report.scale_note("chart-scale-municipalities", report.top_of_municipalities),
    };
    report.over_years(&of)
}

impl Report<'_> {
    /// What an attribute says of a school under a heading that asks the question: «да» or «нет».
    fn yes_no_cell(&self, at: usize, ix: SchoolIx) -> Cell {
        let titles = &self.published.method().titles;
        let answer = match self.published.school_value(at, ix) {
            AttributeValue::Category(category) if category.id == "yes" => Some(titles.yes.clone()),
            AttributeValue::Category(category) if category.id == "no" => Some(titles.no.clone()),
            _ => None,
        };
        answer.map_or_else(|| self.attribute_cell(at, ix), Cell::text)
    }
}
