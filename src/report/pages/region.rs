//! The region overview: better or worse than last year, and where.

use super::super::marks::mark;
use super::super::view::{Block, Fact, Page, PageKind, Section};
use super::super::{Report, count};
use super::{empty, section};
use crate::edition::PublishedStanding as Standing;
use crate::method::TransitionKind;
use crate::model::ids::{SchoolIx, Year};
use crate::model::number::Share;
use crate::model::tone::Tone;
use crate::text::Arg;

impl Report<'_> {
    /// How many of the schools are on the list of a year, of those whose standing is known.
    pub(in crate::report) fn listed<'s>(
        &self,
        schools: impl IntoIterator<Item = &'s SchoolIx>,
        year: Year,
    ) -> Option<Share> {
        let (mut on, mut all) = (0, 0);
        for ix in schools {
            match self.published.standing(*ix, year) {
                Standing::Unknown => {}
                Standing::Off => all += 1,
                Standing::On(_) => {
                    on += 1;
                    all += 1;
                }
            }
        }
        Share::new(on, all)
    }

    /// How many of the schools made each move between the two lists.
    pub(super) fn moves<'s>(
        &self,
        schools: impl IntoIterator<Item = &'s SchoolIx>,
    ) -> [usize; TransitionKind::ALL.len()] {
        let to = self.published.method().years.list;
        let mut moves = [0; TransitionKind::ALL.len()];
        for ix in schools {
            if let Some(kind) = self.published.transition(*ix, to.previous(), to) {
                moves[kind as usize] += 1;
            }
        }
        moves
    }

    /// «За год вышли из перечня 60 школ, вошли 40; …»; nothing if none moved.
    pub(super) fn moves_sentence(&self, schools: &[SchoolIx]) -> Option<String> {
        use TransitionKind::{Entered, Left, Lowered, Raised};
        let moves = self.moves(schools);
        if [Left, Entered, Raised, Lowered].iter().all(|kind| moves[*kind as usize] == 0) {
            return None;
        }
        let n = |kind: TransitionKind| count(moves[kind as usize]);
        let across = self.say("report-moves", &[("left", n(Left)), ("entered", n(Entered))]);
        if moves[Raised as usize] + moves[Lowered as usize] == 0 {
            return Some(across);
        }
        let inside = &[("raised", n(Raised)), ("lowered", n(Lowered))];
        Some(format!("{across} {}", self.say("report-moves-inside", inside)))
    }

    /// «В перечне на 2023 год 87 школ из 335 (26 %), годом раньше 107 (32 %).»
    pub(super) fn listed_sentence(&self, now: Share, before: Option<Share>) -> String {
        let year = self.published.method().years.list.to_string();
        let words = |listed: Share| (self.text.count(listed.base()), self.percent(listed));
        let (base, percent) = words(now);
        let mut args: Vec<(&str, Arg<'_>)> = vec![
            ("year", year.as_str().into()),
            ("n", Arg::Count(now.count())),
            ("base", base.as_str().into()),
            ("percent", percent.as_str().into()),
        ];
        match before {
            Some(before) => {
                let (_, percent) = words(before);
                args.push(("before", Arg::Count(before.count())));
                args.push(("before-percent", percent.as_str().into()));
                self.say("report-listed", &args)
            }
            None => self.say("report-listed-first", &args),
        }
    }

    /// «26 % из 335»: what a figure is of; nothing if it is of nothing.
    pub(super) fn share_words(&self, count: impl TryInto<u32>, base: u32) -> Option<String> {
        let share = Share::new(count.try_into().ok()?, base)?;
        let (base, percent) = (self.text.count(share.base()), self.percent(share));
        Some(self.say(
            "report-percent-of",
            &[("percent", percent.as_str().into()), ("base", base.as_str().into())],
        ))
    }

    /// A key figure of a share, with its change from a year before.
    pub(super) fn share_fact(
        &self,
        title: String,
        now: Share,
        before: Option<Share>,
        link: Option<String>,
    ) -> Fact {
        let tone = |before: Share| match now.cmp(&before) {
            std::cmp::Ordering::Less => Tone::Good,
            std::cmp::Ordering::Equal => Tone::Neutral,
            std::cmp::Ordering::Greater => Tone::Bad,
        };
        let change = before.map(|before| {
            if before == now {
                return self.get("report-before-same");
            }
            let (n, points) = (self.text.count(before.count()), self.points(now, before));
            self.say(
                "report-before",
                &[("n", n.as_str().into()), ("points", points.as_str().into())],
            )
        });
        Fact {
            title,
            value: self.text.count(now.count()),
            base: self.share_words(now.count(), now.base()),
            mark: before.zip(change.as_ref()).map(|(b, change)| mark(tone(b), change)),
            change,
            link,
            ..Fact::default()
        }
    }
}

pub(super) fn page(report: &Report<'_>) -> Page {
    let published = report.published;
    let method = published.method();
    let list = method.years.list;
    let mut page = empty(PageKind::Region, "index.html".to_owned(), report.site.title.clone());
    page.over = Some(report.site.region.clone());
    page.menu = Some("index.html".to_owned());
    let now = report.listed(&report.schools, list);
    let before = report.listed(&report.schools, list.previous());
    page.lead.extend(now.map(|now| report.listed_sentence(now, before)));
    page.lead.extend(report.moves_sentence(&report.schools));
    page.facts = facts(report, now, before);
    if let Some(map) = report.map() {
        let map = section("map-section", String::new(), Vec::new(), vec![map]);
        page.sections.push(Section { opening: true, ..map });
        if published.shows_schools() {
            let table = vec![Block::Table(super::index::municipalities_table(report))];
            page.sections.push(section("where", report.get("report-where"), Vec::new(), table));
        }
    }
    page.sections.extend(super::warning::of_region(report));
    page.sections.extend(super::programmes::of_region(report));
    let named = method.pages.region_tables.iter().map(|name| name.value.as_str());
    let tables: Vec<&str> = named.collect();
    // The table that the map is drawn from is on the page too.
    let mapped = method.pages.map.as_ref().map(|map| map.table.value.as_str());
    let mapped = mapped.filter(|id| !tables.contains(id));
    let tables = mapped.into_iter().chain(tables.iter().copied());
    page.sections.extend(tables.filter_map(|id| report.table_section(id)));
    page.sections.extend(super::measures::of_region(report));
    page
}

fn facts(report: &Report<'_>, now: Option<Share>, before: Option<Share>) -> Vec<Fact> {
    let mut facts = Vec::new();
    let list = report.published.method().years.list;
    let year = list.to_string();
    if let Some(now) = now {
        let title = report.say("report-in-list", &[("year", year.as_str().into())]);
        let link =
            report.published.table("list_share").map(|t| super::super::tables::page_path(&t.id));
        facts.push(report.share_fact(title, now, before, link));
        facts.extend(cluster_facts(report, list));
        let moves = report.moves(&report.schools);
        for (kind, key) in
            [(TransitionKind::Left, "report-left"), (TransitionKind::Entered, "report-entered")]
        {
            let base = match kind {
                TransitionKind::Left => before.map(|before| before.count()),
                _ => before.map(|before| before.base() - before.count()),
            };
            facts.push(Fact {
                title: report.get(key),
                value: count_text(report, moves[kind as usize]),
                base: base.and_then(|base| report.share_words(moves[kind as usize], base)),
                ..Fact::default()
            });
        }
    }
    if !report.published.shows_schools() {
        return facts;
    }
    facts.push(Fact {
        title: report.get("report-schools-of-region"),
        value: count_text(report, report.schools.len()),
        base: Some(
            report.say(
                "report-municipalities-of-region",
                &[("n", count(report.municipalities.len()))],
            ),
        ),
        link: Some("schools/index.html".to_owned()),
        ..Fact::default()
    });
    facts
}

fn count_text(report: &Report<'_>, n: usize) -> String {
    report.text.count(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The most severe cluster now and a year before.
fn cluster_facts(report: &Report<'_>, list: Year) -> Option<Fact> {
    let worst = report.published.method().clusters.clusters.len().checked_sub(1)?;
    let cluster = &report.published.method().clusters.clusters[worst];
    let worst = u16::try_from(worst).ok();
    let share = |year: Year| {
        let on = report
            .schools
            .iter()
            .filter(|ix| report.published.standing(**ix, year) == Standing::On(worst))
            .count();
        let listed = report.listed(&report.schools, year)?;
        Share::new(u32::try_from(on).ok()?, listed.base())
    };
    let now = share(list)?;
    Some(report.share_fact(cluster.title.clone(), now, share(list.previous()), None))
}
