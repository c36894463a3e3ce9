//! Early warnings in words: what a rule is, why a school is flagged, whether to trust the rule.

use std::collections::BTreeMap;

use super::listings::{bare_table, choice, column};
use super::tables::{files, page_path};
use super::view::{Block, Cell, Section, Table};
use super::{Report, count};
use crate::edition::{Alarm, Reason};
use crate::method::{Warning, WarningRule, WarningState};
use crate::model::ids::{ProcedureIx, SchoolIx, Year};
use crate::model::number::Share;

impl<'a> Report<'a> {
    /// The rules that say something: of schools now, or of past lists.
    pub(super) fn warnings(&self) -> impl Iterator<Item = &'a Warning> {
        let says = |warning: &&Warning| {
            let tables = [&warning.tables.municipalities, &warning.tables.test];
            tables.into_iter().any(|id| self.published.table(id.as_str()).is_some())
        };
        self.published.method().warnings.iter().filter(says)
    }

    /// The rules that can judge schools now, each with its table of them.
    fn warnings_now(&self) -> impl Iterator<Item = &'a Warning> {
        let shown = self.published.shows_schools();
        self.warnings().filter(move |warning| {
            let table = warning.tables.municipalities.as_str();
            shown && self.published.table(table).is_some()
        })
    }

    /// What a rule says of a school and the list of the report.
    pub(super) fn alarm(&self, warning: &Warning, school: SchoolIx) -> Alarm<'a> {
        self.published.alarm(warning, school, self.published.method().years.list)
    }

    /// The rules that flag a school now, each with the reason.
    pub(super) fn alarms(&self, school: SchoolIx) -> Vec<(&'a Warning, String)> {
        let flags = |warning| {
            let alarm = self.alarm(warning, school);
            let reason = || self.reason(warning, &alarm);
            (alarm.state == WarningState::Flagged).then(|| (warning, reason()))
        };
        self.warnings().filter_map(flags).collect()
    }

    /// How many of some schools at least one rule flags, of those that at least one can judge.
    pub(super) fn flagged_by_any(&self, schools: &[SchoolIx]) -> Option<Share> {
        let states = |school: &SchoolIx| {
            self.warnings().map(|warning| self.alarm(warning, *school).state).collect::<Vec<_>>()
        };
        let (mut flagged, mut judged) = (0, 0);
        for states in schools.iter().map(states) {
            let has = |state| u32::from(states.contains(&state));
            flagged += has(WarningState::Flagged);
            judged += has(WarningState::Flagged) | has(WarningState::Quiet);
        }
        Share::new(flagged, judged)
    }

    /// True if all rules are about the list that the pages call the list.
    pub(super) fn warn_of_one_list(&self) -> bool {
        let main = self.published.method().low_results.list.as_ref();
        self.warnings().all(|warning| Some(&warning.list) == main)
    }

    /// How many schools a rule flags, of those that it can judge, in the list of a year.
    pub(super) fn flagged(&self, warning: &Warning, year: Year) -> Option<Share> {
        let (mut flagged, mut judged) = (0, 0);
        for school in &self.schools {
            match self.published.alarm(warning, *school, year).state {
                WarningState::Flagged => (flagged, judged) = (flagged + 1, judged + 1),
                WarningState::Quiet => judged += 1,
                WarningState::Listed | WarningState::Unknown => {}
            }
        }
        Share::new(flagged, judged)
    }

    /// The rule in a sentence.
    pub(super) fn rule_words(&self, warning: &Warning) -> String {
        let procedures = count(warning.rule.procedures().into());
        match warning.rule {
            WarningRule::Near { share, .. } => {
                let bound = self.text.percent(share.to_fixed());
                let args = [("procedures", procedures), ("bound", bound.as_str().into())];
                self.say("warning-rule-near", &args)
            }
            WarningRule::Worsening { rises, .. } => self.say(
                "warning-rule-worsening",
                &[("procedures", procedures), ("rises", count(rises.into()))],
            ),
        }
    }

    /// Which results do not count, and whom the rule cannot judge.
    pub(super) fn rule_limits(&self, warning: &Warning) -> Vec<String> {
        let least = warning.min_participants;
        let small = match least {
            0 => self.get("parameter-min-participants-off"),
            _ => {
                let least = self.text.count(least);
                self.say("parameter-min-participants", &[("value", least.as_str().into())])
            }
        };
        vec![small, self.get("warning-rule-unknown")]
    }

    /// Whose rule it is, and where its bounds come from.
    pub(super) fn rule_source(&self, warning: &Warning) -> String {
        if let Some(source) = &warning.source {
            return self.say("warning-rule-source", &[("source", source.as_str().into())]);
        }
        let source = match warning.rule {
            WarningRule::Near { .. } => self.get("warning-rule-near-source"),
            WarningRule::Worsening { .. } => self.get("warning-rule-worsening-source"),
        };
        let key = if warning.rule.is_default() { "method-default" } else { "method-own" };
        self.say(key, &[("source", source.as_str().into())])
    }

    /// Why a school is flagged, in one sentence with figures.
    pub(super) fn reason(&self, warning: &Warning, alarm: &Alarm<'_>) -> String {
        let items: Vec<String> = alarm.reasons.iter().map(|reason| self.evidence(reason)).collect();
        let list = items.join("; ");
        match warning.rule {
            WarningRule::Near { share, .. } => {
                let last = alarm.reasons.first().and_then(|reason| reason.results.last());
                let year = last.map(|result| result.year.to_string()).unwrap_or_default();
                let bound = self.text.percent(share.to_fixed());
                self.say(
                    "warning-reason-near",
                    &[
                        ("year", year.as_str().into()),
                        ("bound", bound.as_str().into()),
                        ("list", list.as_str().into()),
                    ],
                )
            }
            WarningRule::Worsening { rises, .. } => self.say(
                "warning-reason-worsening",
                &[("rises", count(rises.into())), ("list", list.as_str().into())],
            ),
        }
    }

    /// «ОГЭ, математика — 24 % (6 из 25)»; of a run of years, each of them.
    fn evidence(&self, reason: &Reason<'_>) -> String {
        let title = &self.published.method().procedure(reason.procedure).title;
        let shares: Vec<String> = match reason.results.as_slice() {
            [only] => vec![self.share_said(only.share)],
            run => run
                .iter()
                .map(|result| {
                    let (share, year) = (self.share_said(result.share), result.year.to_string());
                    let args = [("share", share.as_str().into()), ("year", year.as_str().into())];
                    self.say("warning-share-in", &args)
                })
                .collect(),
        };
        format!("{} — {}", self.name(title), shares.join(", "))
    }

    /// A share inside a sentence, honest about its base (DOMAIN §6): «24 % (6 из 25)», of a small
    /// base «4 из 13 (31 %)», of a still smaller one «2 из 8».
    pub(super) fn share_said(&self, share: Share) -> String {
        let method = self.published.method();
        // The two counts are one figure: they stay on one line.
        let (of, percent) = (self.of_base(share).replace(' ', "\u{a0}"), self.percent(share));
        match share.base() {
            base if base < method.few => of,
            base if base < method.statistics.small => format!("{of} ({percent})"),
            _ => format!("{percent} ({of})"),
        }
    }

    /// The flagged schools of a rule by the id of their table, by municipality, with reasons.
    pub(super) fn flagged_table(&self, id: &str) -> Option<Table> {
        let warning = self.warnings_now().find(|warning| warning.tables.schools.as_str() == id)?;
        let columns = vec![
            choice("municipality", self.get("report-municipality")),
            column("reason", self.get("warning-reason"), false),
        ];
        let year = self.published.method().years.list.to_string();
        let caption = self.say(
            "warning-schools-caption",
            &[("title", warning.title.as_str().into()), ("year", year.as_str().into())],
        );
        let mut table = bare_table(id, caption, self.get("report-school"), columns);
        for school in self.municipalities.iter().filter_map(|ix| self.neighbours.get(ix)).flatten()
        {
            let alarm = self.alarm(warning, *school);
            if alarm.state == WarningState::Flagged {
                let reason = Cell::text(self.reason(warning, &alarm));
                let cells = vec![self.municipality_cell(*school), reason];
                table.rows.push(self.school_row(*school, cells));
            }
        }
        let now = self.flagged(warning, self.published.method().years.list);
        table.base = now.map(|now| {
            let base = self.text.count(now.base());
            let args = [("year", year.as_str().into()), ("base", base.as_str().into())];
            self.say("warning-schools-base", &args)
        });
        let sources = self
            .published
            .table(warning.tables.municipalities.as_str())
            .map(|table| &table.sources);
        table.sources = sources.map(|sources| self.source_names(sources)).unwrap_or_default();
        let id = &warning.tables.schools;
        (table.files, table.page) = (Some(files(id)), Some(page_path(id)));
        Some(table)
    }

    /// The flagged schools of a rule under a sentence that says by which procedure most of them are.
    pub(super) fn flagged_section(&self, id: &str) -> Option<Section> {
        let table = self.flagged_table(id)?;
        let warning = self.warnings_now().find(|warning| warning.tables.schools.as_str() == id)?;
        let mut by_procedure: BTreeMap<ProcedureIx, u32> = BTreeMap::new();
        for school in &self.schools {
            for reason in self.alarm(warning, *school).reasons {
                *by_procedure.entry(reason.procedure).or_default() += 1;
            }
        }
        let lead = by_procedure.values().max().map(|most| {
            let often = by_procedure.iter().filter(|(_, n)| *n == most);
            let title = |(ix, _): (&ProcedureIx, _)| {
                self.quoted(&self.name(&self.published.method().procedure(*ix).title))
            };
            let titles: Vec<String> = often.map(title).collect();
            let list = self.text.list(&titles);
            let flagged = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
            let (most, all) = (self.text.count(*most), self.text.count(flagged));
            let args = [("count", most.as_str().into()), ("base", all.as_str().into())];
            let of = self.say("report-of", &args);
            let (list, of) = (list.as_str().into(), of.as_str().into());
            let key = match titles.len() {
                1 => "warning-schools-lead",
                _ => "warning-schools-lead-several",
            };
            self.say(key, &[("n", flagged.into()), ("of", of), ("list", list)])
        });
        let title = table.caption.clone();
        let (lead, blocks) = (lead.into_iter().collect(), vec![Block::Table(table)]);
        Some(Section { id: format!("about-{id}"), title, lead, blocks, opening: false })
    }

    /// Ids of the tables of flagged schools.
    pub(super) fn flagged_ids(&self) -> impl Iterator<Item = &'a str> {
        self.warnings_now().map(|warning| warning.tables.schools.as_str())
    }

    /// «Вне перечня 2023 года правило отмечает 47 школ из 248 (19 %).»
    pub(super) fn warning_now(&self, warning: &Warning) -> Option<String> {
        let year = self.published.method().years.list;
        let now = self.flagged(warning, year)?;
        Some(self.flagged_sentence("warning-now", now))
    }

    /// A sentence on how many schools are flagged: `key`, or `key-none` if none is.
    pub(super) fn flagged_sentence(&self, key: &str, now: Share) -> String {
        let year = self.published.method().years.list.to_string();
        let (base, percent) = (self.text.count(now.base()), self.percent(now));
        let args = [
            ("year", year.as_str().into()),
            ("n", now.count().into()),
            ("base", base.as_str().into()),
            ("percent", percent.as_str().into()),
        ];
        match now.count() {
            0 => self.say(&format!("{key}-none"), &args),
            _ => self.say(key, &args),
        }
    }
}
