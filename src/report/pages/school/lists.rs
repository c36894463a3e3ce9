//! The lists that a school was ever on, year by year.

use super::super::super::Report;
use super::super::super::marks::mark;
use super::super::super::view::{Block, Mark, Section, Step, Strip};
use crate::edition::PublishedStanding as Standing;
use crate::model::ids::{SchoolIx, Year};
use crate::model::tabulation::Missing;
use crate::model::tone::Tone;

/// A strip of the main list with its clusters, and one of every other list the school was ever on.
pub(super) fn section(report: &Report<'_>, ix: SchoolIx) -> Option<Section> {
    let published = report.published;
    let main = published.method().main_list();
    let life = &published.school(ix).life;
    let mut blocks = Vec::new();
    let years = published.list_years();
    if !years.is_empty() {
        let of_year = |year: Year| match published.standing(ix, year) {
            Standing::Unknown if !life.works_in(year) => {
                mark(Tone::Empty, &report.get("life-not-working"))
            }
            standing => report.standing_mark(standing),
        };
        blocks.push(strip(report.get("school-strip"), first_to_last(years), of_year));
        let paragraphs = breaks(report, ix, years);
        blocks.extend((!paragraphs.is_empty()).then_some(Block::Text { paragraphs }));
    }
    for list in report.lists().filter(|list| Some(*list) != main) {
        let years = published.years_of_list(list);
        let standing = |year: Year| published.standing_in(list, ix, year);
        if years.iter().any(|year| matches!(standing(*year), Standing::On(_))) {
            let title = report.list_name(list);
            let caption = report.say("school-other-list", &[("list", (&title).into())]);
            let of_year = |year: Year| listed_mark(report, standing(year));
            blocks.push(strip(caption, first_to_last(years), of_year));
        }
    }
    let title = report.get("school-through-years");
    (!blocks.is_empty()).then(|| super::section("lists", title, Vec::new(), blocks))
}

/// What parts the lists of a school before a year from those after it. A list stands for the
/// results of the year before it.
fn breaks(report: &Report<'_>, ix: SchoolIx, years: &[Year]) -> Vec<String> {
    let changes = report.published.school(ix).life.changes.iter().filter(|change| change.breaks);
    let said = changes.filter_map(|change| {
        let year = Year(change.year.0 + 1);
        let inside = years.first().is_some_and(|first| *first < year)
            && years.last().is_some_and(|last| year <= *last);
        let (year, why) = (year.to_string(), report.change_words(ix, change));
        let args = [("year", year.as_str().into()), ("what", why.as_str().into())];
        inside.then(|| report.say("life-list-breaks", &args))
    });
    said.collect()
}

/// Every year from the first known to the last: a gap is a year, too.
fn first_to_last(known: &[Year]) -> impl Iterator<Item = Year> {
    let ends = known.first().zip(known.last());
    let years = ends.map(|(first, last)| first.0..=last.0);
    years.into_iter().flatten().map(Year)
}

fn strip(
    caption: String,
    years: impl Iterator<Item = Year>,
    of_year: impl Fn(Year) -> Mark,
) -> Block {
    let step = |year: Year| Step { year: year.to_string(), mark: of_year(year) };
    Block::Strip(Strip { number: None, caption, steps: years.map(step).collect() })
}

/// On a list without clusters, or off it.
fn listed_mark(report: &Report<'_>, standing: Standing) -> Mark {
    match standing {
        Standing::Unknown => mark(Tone::Empty, &report.missing(Missing::NotAvailable).1),
        Standing::Off => mark(Tone::Level0, &report.get("school-off-list")),
        Standing::On(_) => mark(Tone::Level2, &report.get("school-on-list")),
    }
}
