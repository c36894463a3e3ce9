//! Lists through the years: all of them, and each.

use super::super::findings::capital;
use super::super::listings::{bare_table, column};
use super::super::tables::page_path;
use super::super::view::{
    Block, Cell, Fact, Label, Link, Page, PageKind, Row, RowRole, Section, Table, Term,
};
use super::super::{Report, count};
use super::{empty, section};
use crate::edition::PublishedStanding as Standing;
use crate::method::{Decider, ListRule, ListSource};
use crate::model::ids::{ListIx, SchoolIx, Year};
use crate::model::number::Share;
use crate::model::tabulation::{CellValue, HeadingRole, Missing, Tabulation};
use crate::text::Arg;

const INDEX: &str = "lists/index.html";

/// The index: how many schools are on each list, and how each is drawn up.
pub(super) fn index(report: &Report<'_>) -> Page {
    let mut page = empty(PageKind::Index, INDEX.to_owned(), report.get("report-lists"));
    page.menu = Some(INDEX.to_owned());
    page.crumbs = vec![report.home()];
    let lists: Vec<ListIx> = report.lists().collect();
    page.lead.push(report.say("lists-lead", &[("n", count(lists.len()))]));
    page.facts = lists.iter().filter_map(|ix| last(report, *ix)).collect();
    page.sections.extend(report.table_section("lists"));
    page.sections.push(section(
        "drawn",
        report.get("lists-drawn"),
        vec![report.get("lists-drawn-lead")],
        vec![Block::Table(drawn_table(report, &lists))],
    ));
    page
}

/// How many schools are on the last list.
fn last(report: &Report<'_>, ix: ListIx) -> Option<Fact> {
    let (list, now) = (report.list_name(ix), report.list_now(ix)?.to_string());
    let args = [("list", (&list).into()), ("year", (&now).into())];
    let title = report.say("lists-of-year", &args);
    Some(report.share_fact(title, report.list_share(ix)?, None, Some(report.list_path(ix))))
}

/// Who draws up each list, and of which years it is known.
fn drawn_table(report: &Report<'_>, lists: &[ListIx]) -> Table {
    let columns = vec![
        column("source", report.get("list-who"), false),
        column("membership", report.get("list-membership"), false),
        column("years", report.get("list-known"), false),
    ];
    let caption = report.get("lists-drawn");
    let mut table = bare_table("drawn-table", caption, report.get("implied-list"), columns);
    for ix in lists {
        let list = report.published.method().list(*ix);
        let years: Vec<String> =
            report.published.years_of_list(*ix).iter().map(Year::to_string).collect();
        let cells = vec![
            Cell::text(list.source.clone()),
            Cell::text(report.get(membership(list.membership))),
            Cell::text(years.join(", ")),
        ];
        let title = Label::link(report.list_name(*ix), report.list_path(*ix));
        table.rows.push(Row { id: list.id.to_string(), title, role: RowRole::Body, cells });
    }
    table
}

/// A list: who is on it, how they came and went, whom else it agrees with, how it is drawn up.
pub(super) fn page(report: &Report<'_>, ix: ListIx) -> Page {
    let id = report.published.method().list(ix).id.as_str();
    let mut page = empty(PageKind::List, report.list_path(ix), report.list_name(ix));
    page.over = Some(report.get("implied-list"));
    page.menu = Some(INDEX.to_owned());
    page.crumbs = vec![report.home(), report.link_to("report-lists", INDEX)];
    let lists: Vec<ListIx> = report.lists().collect();
    (page.previous, page.next) = Report::around(&lists, &ix, |ix| Link {
        text: report.list_name(*ix),
        to: report.list_path(*ix),
    });
    page.lead = lead(report, ix);
    page.facts = facts(report, ix);
    // The page's own title names the list: the sections need not.
    let table = |what: &str, lead: Vec<String>| {
        let section = report.table_section(&format!("list_{id}_{what}"))?;
        let lead = if lead.is_empty() { section.lead } else { lead };
        let (id, title) = (what.to_owned(), report.get(&format!("list-section-{what}")));
        Some(titled(Section { id, title, lead, ..section }))
    };
    page.sections.extend(table("years", moves(report, ix)));
    page.sections.extend(table("history", history(report, ix)));
    page.sections.extend(table("municipalities", spread(report, ix)));
    page.sections.extend(table("agreement", agreement(report, ix)));
    page.sections.push(drawn(report, ix));
    page.sections.extend(table("rule", differences(report, ix)));
    page.sections.extend(table("differs", vec![report.get("list-differs-lead")]));
    page.sections.extend(table("schools", members(report, ix)));
    page
}

/// Captions that would say the title of the section in more words say it as it does.
fn titled(mut section: Section) -> Section {
    let full = section.blocks.iter().find_map(|block| match block {
        Block::Table(table) => Some(table.caption.clone()),
        _ => None,
    });
    for block in &mut section.blocks {
        let caption = match block {
            Block::Table(table) => &mut table.caption,
            Block::Figure(figure) => &mut figure.title,
            _ => continue,
        };
        if Some(&*caption) == full.as_ref() {
            caption.clone_from(&section.title);
        }
    }
    section
}

/// «В перечне 2023 года 218 школ из 623 (35 %).» and, where there is one, the list before.
fn lead(report: &Report<'_>, ix: ListIx) -> Vec<String> {
    let now = report.list_now(ix).zip(report.list_share(ix));
    let said = [("list-lead", now), ("list-lead-before", report.list_before(ix))];
    let said = said.into_iter().filter_map(|(key, known)| {
        let (year, share) = known?;
        Some(report.list_sentence(key, ix, year, share))
    });
    said.collect()
}

/// How many schools are on the list, and how long, or else how they came to be there.
fn facts(report: &Report<'_>, ix: ListIx) -> Vec<Fact> {
    let Some((now, share)) = report.list_now(ix).zip(report.list_share(ix)) else {
        return Vec::new();
    };
    let year = now.to_string();
    let title = report.say("report-in-list", &[("year", (&year).into())]);
    // «Годом раньше» is said of the list of the year before alone.
    let before = report.list_before(ix).filter(|(year, _)| *year == now.previous());
    let mut facts = vec![report.share_fact(title, share, before.map(|(_, share)| share), None)];
    let parts = ["history", "years"].into_iter().find_map(|what| {
        let table = report.list_table(ix, what)?;
        let shares: Vec<_> = row_shares(table, &year).filter(|(id, ..)| *id != "stayed").collect();
        (!shares.is_empty()).then_some((table, shares))
    });
    if let Some((table, shares)) = parts {
        let link = || Some(page_path(&table.id));
        let fact = |(_, title, share): (&str, &str, Share)| {
            report.share_fact(title.to_owned(), share, None, link())
        };
        facts.extend(shares.into_iter().map(fact));
    }
    facts
}

/// The body shares of a row.
fn row_shares<'t>(
    table: &'t Tabulation,
    row: &str,
) -> impl Iterator<Item = (&'t str, &'t str, Share)> {
    let at = table.rows.iter().position(|heading| heading.id.as_str() == row);
    let columns = table.columns.iter().enumerate();
    columns.filter(|(_, heading)| heading.role == HeadingRole::Body).filter_map(
        move |(column, heading)| match table.cell(at?, column).value {
            CellValue::Share(share) => Some((heading.id.as_str(), heading.title.as_str(), share)),
            _ => None,
        },
    )
}

/// «Впервые вошли — 23, вернулись — 12, остались — 183, вышли — 40.»
fn moves(report: &Report<'_>, ix: ListIx) -> Vec<String> {
    let Some(now) = report.list_now(ix) else { return Vec::new() };
    let year = now.to_string();
    let counted = |id: &str| report.list_cell(ix, "years", &year, id).map(Share::count);
    let ids = ["entered", "returned", "stayed"].map(counted);
    // Those who left are of all schools, the others of the schools on the list.
    let left = counted("left");
    let ([Some(entered), Some(returned), Some(stayed)], Some(left)) = (ids, left) else {
        return Vec::new();
    };
    vec![report.say(
        "list-moves",
        &[
            ("year", (&year).into()),
            ("entered", Arg::Count(entered)),
            ("returned", Arg::Count(returned)),
            ("stayed", Arg::Count(stayed)),
            ("left", Arg::Count(left)),
        ],
    )]
}

fn history(report: &Report<'_>, ix: ListIx) -> Vec<String> {
    let year = report.list_now(ix).map(|year| year.to_string()).unwrap_or_default();
    let shares = report.list_table(ix, "history").into_iter().flat_map(|t| row_shares(t, &year));
    let words: Vec<String> =
        shares.map(|(_, title, share)| format!("{title} — {}", report.of_base(share))).collect();
    let list = words.join("; ");
    let say = || report.say("list-history", &[("year", (&year).into()), ("list", (&list).into())]);
    (!list.is_empty()).then(say).into_iter().collect()
}

/// In how many municipalities there are schools of the list.
fn spread(report: &Report<'_>, ix: ListIx) -> Vec<String> {
    if !report.published.shows_schools() {
        return Vec::new();
    }
    let table = report.list_table(ix, "municipalities");
    let Some((table, now)) = table.zip(report.list_now(ix)) else { return Vec::new() };
    let body = table.rows.iter().filter(|row| row.role == HeadingRole::Body);
    let counts: Vec<usize> = body
        .filter_map(|row| table.find(row.id.as_str(), "now"))
        .map(|cell| cell.members.len())
        .collect();
    let year = now.to_string();
    let some = counts.iter().filter(|n| **n > 0).count();
    let all = report.text.count(u32::try_from(counts.len()).unwrap_or(u32::MAX));
    let args = [("year", (&year).into()), ("n", count(some)), ("all", (&all).into())];
    vec![report.say("list-spread", &args)]
}

fn agreement(report: &Report<'_>, ix: ListIx) -> Vec<String> {
    let Some(table) = report.list_table(ix, "agreement") else { return Vec::new() };
    let both = |row: &crate::model::tabulation::Heading| {
        let cell = table.find(row.id.as_str(), "both")?;
        let CellValue::Share(share) = cell.value else { return None };
        Some(format!("{} — {}", row.title, report.text.count(share.count())))
    };
    let list: Vec<String> = table.rows.iter().filter_map(both).collect();
    vec![report.say("list-agreement", &[("list", (&list.join("; ")).into())])]
}

/// In the last year that both speak of: on how many schools the file and the rule differ.
fn differences(report: &Report<'_>, ix: ListIx) -> Vec<String> {
    if !report.published.shows_schools() {
        return Vec::new();
    }
    let Some(table) = report.list_table(ix, "rule") else { return Vec::new() };
    let Some(row) = table.rows.last() else { return Vec::new() };
    let of = |id: &str| table.find(row.id.as_str(), id).map_or(0, |cell| cell.members.len());
    let (file, rule) = (count(of("only_file")), count(of("only_rule")));
    let args = [("year", (&row.title).into()), ("file", file), ("rule", rule)];
    vec![report.say("list-differences", &args)]
}

fn members(report: &Report<'_>, ix: ListIx) -> Vec<String> {
    let share = report.list_share(ix);
    let say = |share: Share| report.say("list-members", &[("n", Arg::Count(share.count()))]);
    share.map(say).into_iter().collect()
}

fn membership(source: ListSource) -> &'static str {
    match source {
        ListSource::Given => "list-given",
        ListSource::Computed => "list-computed",
        ListSource::Both => "list-both",
    }
}

/// How the list is drawn up, in sentences.
fn drawn(report: &Report<'_>, ix: ListIx) -> Section {
    let paragraphs = report.drawn_words(ix);
    let list = report.published.method().list(ix);
    let document = list.document.as_ref().and_then(|document| report.document(&document.value));
    let document = document.map(|document| Block::Terms {
        terms: vec![Term { title: report.get("report-document"), values: vec![document] }],
    });
    let blocks = std::iter::once(Block::Text { paragraphs }).chain(document).collect();
    section("drawn", report.get("list-drawn"), Vec::new(), blocks)
}

impl Report<'_> {
    /// The lists of which something is known, in the order of the method.
    pub(super) fn lists(&self) -> impl Iterator<Item = ListIx> {
        let known = |ix: &ListIx| !self.published.years_of_list(*ix).is_empty();
        self.published.method().list_indices().filter(known)
    }

    pub(super) fn list_path(&self, ix: ListIx) -> String {
        format!("lists/{}.html", self.published.method().list(ix).id)
    }

    /// The link to a list's page; none if nothing is known of the list.
    pub(super) fn list_link(&self, ix: ListIx) -> Option<Link> {
        let known = self.lists().any(|known| known == ix);
        known.then(|| Link { text: self.list_name(ix), to: self.list_path(ix) })
    }

    /// The title of a list, as a heading has it.
    pub(super) fn list_name(&self, ix: ListIx) -> String {
        self.name(&capital(&self.published.method().list(ix).title))
    }

    /// The year of the last list that the report is about.
    pub(super) fn list_now(&self, ix: ListIx) -> Option<Year> {
        let known = self.published.years_of_list(ix);
        self.published.method().last_list(known).map(|at| known[at])
    }

    /// The known list before that, and how many schools are on it.
    fn list_before(&self, ix: ListIx) -> Option<(Year, Share)> {
        let known = self.published.years_of_list(ix);
        let before = *known.get(self.published.method().last_list(known)?.checked_sub(1)?)?;
        Some((before, self.list_cell(ix, "years", &before.to_string(), "on")?))
    }

    /// How many schools are on the last list.
    pub(super) fn list_share(&self, ix: ListIx) -> Option<Share> {
        self.list_cell(ix, "years", &self.list_now(ix)?.to_string(), "on")
    }

    /// Whether a school is on a list of a year.
    pub(super) fn member_cell(&self, list: ListIx, ix: SchoolIx, year: Year) -> Cell {
        let titles = &self.published.method().titles;
        match self.published.standing_in(list, ix, year) {
            Standing::Unknown => self.missing_cell(Missing::NotAvailable),
            Standing::Off => Cell { value: Some(0.0), ..Cell::text(titles.no.clone()) },
            Standing::On(_) => Cell { value: Some(1.0), ..Cell::text(titles.yes.clone()) },
        }
    }

    /// One of the tables of a list.
    fn list_table(&self, ix: ListIx, what: &str) -> Option<&Tabulation> {
        let id = &self.published.method().list(ix).id;
        self.published.table(&format!("list_{id}_{what}"))
    }

    fn list_cell(&self, ix: ListIx, what: &str, row: &str, column: &str) -> Option<Share> {
        match self.list_table(ix, what)?.find(row, column)?.value {
            CellValue::Share(share) => Some(share),
            _ => None,
        }
    }

    /// A sentence about how many schools are on a list of a year.
    fn list_sentence(&self, key: &str, ix: ListIx, year: Year, share: Share) -> String {
        let (list, year) = (self.list_name(ix), year.to_string());
        let (base, percent) = (self.text.count(share.base()), self.percent(share));
        self.say(
            key,
            &[
                ("list", (&list).into()),
                ("year", (&year).into()),
                ("n", Arg::Count(share.count())),
                ("base", (&base).into()),
                ("percent", (&percent).into()),
            ],
        )
    }

    /// How a list is drawn up: who does it, from what, by which rule, of which years.
    pub(super) fn drawn_words(&self, ix: ListIx) -> Vec<String> {
        let (published, method) = (self.published, self.published.method());
        let list = method.list(ix);
        let mut words = Vec::new();
        if !list.source.is_empty() {
            words.push(self.say("list-drawn-by", &[("source", (&list.source).into())]));
        }
        words.push(self.get(&format!("{}-sentence", membership(list.membership))));
        words.extend(list.rule.as_ref().map(|rule| self.list_rule_words(rule)));
        for (decider, key) in
            [(Decider::File, "list-years-file"), (Decider::Rule, "list-years-rule")]
        {
            let known = published.years_of_list(ix).iter();
            let of = known.filter(|year| published.list_decider(ix, **year) == decider);
            let years: Vec<String> = of.map(Year::to_string).collect();
            if !years.is_empty() {
                let named = self.text.list(&years);
                let args = [("years", (&named).into()), ("n", years_noun(&years))];
                words.push(self.say(key, &args));
            }
        }
        words
    }

    /// The rule of a list in a sentence or two.
    fn list_rule_words(&self, rule: &ListRule) -> String {
        let share = self.text.percent(rule.low_share.to_fixed());
        let mut words = vec![self.say(
            "list-rule",
            &[("share", (&share).into()), ("n", Arg::Count(rule.min_procedures.into()))],
        )];
        if let Some(years) = rule.repeat_years {
            words.push(self.say("list-rule-repeat", &[("n", Arg::Count(years.into()))]));
        }
        if rule.min_participants > 0 {
            words.push(self.say("list-rule-few", &[("n", Arg::Count(rule.min_participants))]));
        }
        words.join(" ")
    }
}

/// Whether one year is named or several: «за 2021 год», «за 2020 и 2021 годы». The plural is not that
/// of their number, for twenty-one years are «годы» too.
fn years_noun(years: &[String]) -> Arg<'static> {
    count(years.len().min(2))
}
