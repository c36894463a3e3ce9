//! Rules computed on real schools, so that a reader can check them with a pencil.

mod risks;
mod variants;
mod warnings;

use super::super::super::Report;
use super::super::super::view::{Cell, Label};
use crate::edition::PublishedStanding as Standing;
use crate::method::{ClusterStatistic, DynamicsKind};
use crate::model::ids::{ProcedureIx, SchoolIx, Year};
use crate::model::interval::Interval;
use crate::model::number::Share;

pub(in crate::report::pages) use risks::{of_difference, of_effect, of_profile, of_shares};
pub(super) use variants::of_variant;
pub(in crate::report::pages) use warnings::of_warning;

/// An example has at least so many participants, or chance would speak in it.
const ENOUGH: u32 = 20;
/// Among so many schools, in alphabetical order, an example is looked for.
const TRIED: usize = 2000;

/// A school of the list that shows how it came there.
pub(super) struct Listed {
    school: SchoolIx,
    cluster: u16,
    /// Its shares of the tested year, the highest first.
    shares: Vec<(Share, ProcedureIx)>,
}

/// The first school that the rule itself puts on the list, by results of enough participants.
pub(super) fn listed(report: &Report<'_>) -> Option<Listed> {
    let published = report.published;
    if !published.shows_schools() || published.method().low_results.list.is_none() {
        return None;
    }
    let (list, rule) = (published.method().years.list, &published.method().low_results.rule);
    let tested = list.previous();
    let candidate = |school: &SchoolIx| {
        let Standing::On(Some(cluster)) = published.standing(*school, list) else { return None };
        let by_rule = published.standing_by_rule(*school, list) == Standing::On(Some(cluster));
        let mut shares: Vec<(Share, ProcedureIx)> = Vec::new();
        for series in published.school_series(*school) {
            let result = series.years.iter().find(|result| result.year == tested);
            shares.extend(result.and_then(|r| r.share.ok()).map(|share| (share, series.procedure)));
        }
        shares.retain(|(share, _)| share.base() >= rule.min_participants);
        shares.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let low = shares.iter().filter(|(share, _)| rule_is_low(report, *share));
        let enough = low.clone().all(|(share, _)| share.base() >= ENOUGH)
            && low.count() >= usize::from(rule.min_procedures);
        (by_rule && enough).then_some(Listed { school: *school, cluster, shares })
    };
    report.schools.iter().take(TRIED).find_map(candidate)
}

fn rule_is_low(report: &Report<'_>, share: Share) -> bool {
    share.cmp_percent(report.published.method().low_results.rule.low_share).is_ge()
}

/// What a parameter of the method does to a real school, with a link to its page; `None` for those
/// that need no example.
pub(super) fn of_parameter(
    report: &Report<'_>,
    key: &str,
    listed: Option<&Listed>,
) -> Option<Label> {
    let clusters = &report.published.method().clusters;
    let (school, text) = match (key, clusters.statistic) {
        ("low-share", _) => low(report, listed?)?,
        ("min-procedures", _) => counted(report, listed?),
        ("cluster-k", _) => deciding(report, listed?, usize::from(clusters.k).checked_sub(1)?)?,
        ("cluster-statistic", ClusterStatistic::Max) => deciding(report, listed?, 0)?,
        ("rounding", _) => rounded(report)?,
        ("confidence", _) => ordinary(report)?,
        _ => return None,
    };
    Some(Label::link(text, path(report, school)))
}

fn path(report: &Report<'_>, school: SchoolIx) -> String {
    format!("schools/{}.html", report.published.school(school).id)
}

/// Its highest share, which is a low result.
fn low(report: &Report<'_>, listed: &Listed) -> Option<(SchoolIx, String)> {
    let (share, procedure) = *listed.shares.first()?;
    let result = report.result_words(procedure, tested(report), share);
    let words = [("school", name(report, listed.school)), ("result", result)];
    Some((listed.school, say(report, "method-example-low", &words)))
}

/// All its low results.
fn counted(report: &Report<'_>, listed: &Listed) -> (SchoolIx, String) {
    let low = listed.shares.iter().filter(|(share, _)| rule_is_low(report, *share));
    let words = |(share, procedure): &(Share, ProcedureIx)| {
        let title = &report.published.method().procedure(*procedure).title;
        format!("{} — {}", report.quoted(title), report.counted_share(*share))
    };
    let list: Vec<String> = low.map(words).collect();
    let words = [
        ("school", name(report, listed.school)),
        ("year", tested(report).to_string()),
        ("n", list.len().to_string()),
        ("list", list.join("; ")),
        ("listed", report.published.method().years.list.to_string()),
    ];
    (listed.school, say(report, "method-example-list", &words))
}

/// Its shares in order, of which one decides.
fn deciding(report: &Report<'_>, listed: &Listed, place: usize) -> Option<(SchoolIx, String)> {
    let clusters = &report.published.method().clusters.clusters;
    let cluster = clusters.get(usize::from(listed.cluster))?;
    let (share, _) = listed.shares.get(place)?;
    let list: Vec<String> = listed.shares.iter().map(|(share, _)| report.percent(*share)).collect();
    let words = [
        ("school", name(report, listed.school)),
        ("year", tested(report).to_string()),
        ("list", list.join(", ")),
        ("share", report.percent(*share)),
        ("cluster", cluster.title.clone()),
    ];
    Some((listed.school, say(report, "method-example-cluster", &words)))
}

/// A result that rounding changes.
fn rounded(report: &Report<'_>) -> Option<(SchoolIx, String)> {
    let method = report.published.method();
    let finer = method.decimals.saturating_add(1);
    let (school, share) =
        results(report, method.years.current).find_map(|(school, _, share)| {
            let exact = share.percent(finer, method.rounding);
            (!share.is_of_percent() && exact.units % 10 >= 5).then_some((school, share))
        })?;
    let words = [
        ("school", name(report, school)),
        ("of", report.of_base(share)),
        ("exact", report.text.percent(share.percent(finer, method.rounding))),
        ("printed", report.percent(share)),
    ];
    Some((school, say(report, "method-example-rounding", &words)))
}

/// A change that chance alone may have made.
fn ordinary(report: &Report<'_>) -> Option<(SchoolIx, String)> {
    let (published, method) = (report.published, report.published.method());
    let (from, to) = (method.years.baseline, method.years.current);
    let (school, procedure, before, after, interval) =
        results(report, to).find_map(|(school, procedure, after)| {
            let apart = published.holds_back_change(school, procedure)
                || published.is_broken(school, procedure, from, to);
            let before = published.school_share(school, procedure, from).filter(|_| !apart)?;
            let confidence = method.statistics.confidence;
            let interval = Interval::of_difference(after, before, confidence);
            let shown = before.base() >= ENOUGH && before != after && interval.holds_zero();
            shown.then_some((school, procedure, before, after, interval))
        })?;
    let [low, high] =
        interval.bounds(method.decimals.saturating_add(1)).map(|bound| report.text.points(bound));
    let words = [
        ("school", name(report, school)),
        ("procedure", method.procedure(procedure).title.clone()),
        ("from", from.to_string()),
        ("before", report.counted_share(before)),
        ("to", to.to_string()),
        ("after", report.counted_share(after)),
        ("low", low),
        ("high", high),
    ];
    Some((school, say(report, "method-example-ordinary", &words)))
}

/// A school and procedure whose change from the baseline year is of this type.
pub(super) fn of_change(report: &Report<'_>, kind: DynamicsKind) -> Option<Cell> {
    let (published, method) = (report.published, report.published.method());
    if !published.shows_schools() {
        return None;
    }
    let years = [method.years.baseline, method.years.current];
    let schools = report.schools.iter().take(TRIED);
    let pairs = schools.flat_map(|school| method.procedure_indices().map(|ix| (*school, ix)));
    let (school, procedure) = pairs.into_iter().find(|(school, procedure)| {
        let shares = years.map(|year| published.school_share(*school, *procedure, year));
        let told = match kind {
            DynamicsKind::NoParticipants => shares.iter().any(Option::is_some),
            _ => shares.iter().flatten().filter(|share| share.base() >= ENOUGH).count() == 2,
        };
        told && !published.holds_back_change(*school, *procedure)
            && !published.is_broken(*school, *procedure, years[0], years[1])
            && published.dynamics(*school, *procedure) == kind
    })?;
    let result = |year: Year| match published.school_share(school, procedure, year) {
        Some(share) => report.counted_share(share),
        None => report.missing(published.absence(procedure, year)).1,
    };
    let words = [
        ("school", name(report, school)),
        ("procedure", method.procedure(procedure).title.clone()),
        ("from", years[0].to_string()),
        ("before", result(years[0])),
        ("to", years[1].to_string()),
        ("after", result(years[1])),
    ];
    let text = say(report, "method-example-change", &words);
    Some(Cell { link: Some(path(report, school)), ..Cell::text(text) })
}

/// Results of a year by enough participants, as far as the edition lets them be known.
fn results<'a>(
    report: &'a Report<'_>,
    year: Year,
) -> impl Iterator<Item = (SchoolIx, ProcedureIx, Share)> + 'a {
    let shown = report.published.shows_schools();
    let schools = report.schools.iter().filter(move |_| shown).take(TRIED);
    let of_school = move |school: &SchoolIx| {
        let school = *school;
        report.published.school_series(school).into_iter().filter_map(move |series| {
            let result = series.years.iter().find(|result| result.year == year)?;
            Some((school, series.procedure, result.share.ok()?))
        })
    };
    schools.flat_map(of_school).filter(|(_, _, share)| share.base() >= ENOUGH)
}

fn tested(report: &Report<'_>) -> Year {
    report.published.method().years.list.previous()
}

/// What is said where no school is such as the rule asks for.
fn nobody(report: &Report<'_>) -> Label {
    Label::text(report.get("method-example-nobody"))
}

fn name(report: &Report<'_>, school: SchoolIx) -> String {
    report.name(&report.published.school(school).name)
}

fn say(report: &Report<'_>, key: &str, words: &[(&str, String)]) -> String {
    let args: Vec<_> = words.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
    report.say(key, &args)
}

impl Report<'_> {
    /// «38 % (9 из 24)».
    fn counted_share(&self, share: Share) -> String {
        format!("{} ({})", self.percent(share), self.of_base(share))
    }

    /// «ВПР, математика, 5 класс», 2022 год — 38 % (9 из 24)».
    fn result_words(&self, procedure: ProcedureIx, year: Year, share: Share) -> String {
        let words = [
            ("procedure", self.published.method().procedure(procedure).title.clone()),
            ("year", year.to_string()),
            ("share", self.counted_share(share)),
        ];
        say(self, "method-example-result", &words)
    }
}
