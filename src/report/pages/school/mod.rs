//! A school: where it stands, what moved, what is known of it.

mod history;
mod lists;
mod passport;
mod programme;
mod results;
mod risks;

use super::super::Report;
use super::super::view::{Block, Fact, Label, Link, Page, PageKind, Section};
use super::{empty, section};
use crate::edition::{PublishedStanding as Standing, YearResult};
use crate::method::Track;
use crate::model::ids::{ProcedureIx, SchoolIx};
use crate::model::number::Share;

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
    page.lead.extend(super::warning::said_of_school(report, ix));
    page.facts = facts(report, ix);
    page.facts.extend(programme::facts(report, ix));
    let title = report.get("school-support");
    let terms = Block::Terms { terms: report.variant_terms(ix) };
    // The years stand on the first screen.
    let years = lists::section(report, ix);
    page.sections.extend(years.map(|years| Section { opening: true, ..years }));
    page.sections.push(section("support", title, Vec::new(), vec![terms]));
    page.sections.extend(super::warning::of_school(report, ix));
    page.sections.extend(results::section(report, ix, &series));
    page.sections.extend(risks::section(report, ix));
    page.sections.extend(super::frame::of_school(report, ix));
    page.sections.extend(programme::sections(report, ix));
    page.sections.extend(super::register::of_school(report, ix));
    page.sections.extend(history::section(report, ix));
    page.sections.push(passport::section(report, ix));
    page
}

/// The cluster, its change, and the procedures that decided it.
fn lead(report: &Report<'_>, ix: SchoolIx, series: &[Series]) -> Vec<String> {
    let published = report.published;
    let list = published.method().years.list;
    let now = published.standing(ix, list);
    let before = published.standing(ix, list.previous());
    let year = list.to_string();
    let mut lead: Vec<String> = closed(report, ix).into_iter().collect();
    let broken = report.why_broken(ix, list.previous().previous(), list.previous());
    if now != Standing::Unknown {
        let (cluster, earlier) = (report.standing_mark(now), report.standing_mark(before));
        let key = match (now, before) {
            _ if broken.is_some() => "school-standing-apart",
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
                ("why", broken.as_deref().unwrap_or_default().into()),
            ],
        ));
        lead.extend(why(report, series));
    }
    lead
}

/// Of a school that was closed, since when and what its page still shows.
fn closed(report: &Report<'_>, ix: SchoolIx) -> Option<String> {
    let life = &report.published.school(ix).life;
    let (when, _) = life.closed.filter(|_| life.gone)?;
    Some(report.say("life-closed-lead", &[("when", report.when(when).as_str().into())]))
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
            link: Some(format!("groups/{}.html", track.id)),
            ..Fact::default()
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
                share.cmp_percent(method.low_results.rule.low_share) != std::cmp::Ordering::Less;
            is_low.then_some((share, *procedure))
        })
        .collect();
    low.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let bound = report.text.percent(method.low_results.rule.low_share.to_fixed());
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
    pub(in super::super::super) fn track_title(&self, track: &Track) -> String {
        let number = track.number.to_string();
        self.say(
            "report-track",
            &[("number", number.as_str().into()), ("title", track.title.as_str().into())],
        )
    }
}
