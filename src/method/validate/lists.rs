//! Lists: who is put on them, and the attributes that their years make.

use toml::Spanned;

use super::super::attribute::AttributeKind;
use super::super::lists::{
    Agreement, HISTORY, List, ListChange, ListHistory, ListRule, ListRules, ListSource, ListSpec,
    LowResultsSpec, RuleSpec,
};
use super::super::parameter;
use super::super::spec::{AttributeSpec, KindSpec};
use super::super::support::Support;
use super::Check;
use crate::diag::{Code, Diagnostic, Place, unknown};
use crate::model::ids::ListId;
use crate::model::number::Decimal;

/// So many lists at most.
const MOST: usize = 255;

/// How far the year of a list may lie from the year of a table.
const SHIFTS: std::ops::RangeInclusive<i16> = -9..=9;

/// How many years an attribute may look back.
const MOST_YEARS: u16 = 50;

impl Check {
    pub(super) fn low_results(
        &mut self,
        spec: LowResultsSpec,
        lists: &[ListSpec],
        procedures: usize,
    ) -> ListRules {
        let list = spec.list.map(|name| self.located(name));
        let known: Vec<_> = lists.iter().map(|l| l.id.get_ref().as_str()).collect();
        self.known(Code::UnknownList, list.as_slice(), &known);
        let rule = RuleSpec {
            low_share: spec.low_share,
            min_procedures: spec.min_procedures,
            repeat_years: spec.repeat_years,
            min_participants: spec.min_participants,
        };
        ListRules {
            list: list.map(|list| ListId::new(list.value)),
            source: spec.source.unwrap_or_default(),
            rule: self.rule(&rule, procedures),
            document: self.document(spec.document),
        }
    }

    pub(super) fn lists(
        &mut self,
        specs: Vec<ListSpec>,
        main: &ListRules,
        procedures: usize,
    ) -> Vec<List> {
        self.unique_names(specs.iter().map(|l| &l.id));
        if specs.len() > MOST {
            let place = Place::whole(self.source);
            self.bad_parameter(place, "[[list]]", specs.len(), &format!("0–{MOST}"));
        }
        specs.into_iter().map(|spec| self.list(spec, main, procedures)).collect()
    }

    fn list(&mut self, spec: ListSpec, main: &ListRules, procedures: usize) -> List {
        self.id(&spec.id);
        let is_main = main.list.as_ref().is_some_and(|id| id.as_str() == spec.id.get_ref());
        let (membership, rule) = if is_main {
            // The rules of the main list stand in one place, where its clusters look for them.
            let written = [
                spec.membership.as_ref().map(|m| ("membership", self.place(m))),
                spec.rule.as_ref().map(|r| ("rule", self.place(r))),
            ];
            for (name, place) in written.into_iter().flatten() {
                self.either_or(place, name, "[low_results]");
            }
            (main.source, Some(main.rule))
        } else {
            let rule = spec.rule.as_ref().map(|rule| self.rule(rule.get_ref(), procedures));
            (self.membership(spec.membership, rule.is_some()), rule)
        };
        List {
            id: ListId::new(spec.id.into_inner()),
            title: spec.title,
            source: spec.source,
            document: self.document(spec.document),
            membership,
            rule,
        }
    }

    fn membership(&mut self, written: Option<Spanned<ListSource>>, ruled: bool) -> ListSource {
        match written {
            Some(written) => {
                if !ruled && *written.get_ref() != ListSource::Given {
                    let place = self.place(&written);
                    let fault = Diagnostic::new(Code::NeedsSetting).at(place);
                    self.faults.push(fault.with("column", "membership").with("other", "rule"));
                }
                written.into_inner()
            }
            None if ruled => ListSource::Both,
            None => ListSource::Given,
        }
    }

    fn rule(&mut self, spec: &RuleSpec, procedures: usize) -> ListRule {
        let low_share = match &spec.low_share {
            Some(share) => self.percent(share, "low_share"),
            None => Decimal::from_int(parameter::LOW_SHARE),
        };
        let min_procedures = match &spec.min_procedures {
            Some(k) => {
                let value = *k.get_ref();
                if value == 0 || usize::from(value) > procedures {
                    let place = self.place(k);
                    self.bad_parameter(place, "min_procedures", value, &format!("1–{procedures}"));
                }
                value
            }
            None => parameter::MIN_PROCEDURES,
        };
        if let Some(years) = &spec.repeat_years {
            self.within(years, "repeat_years", 2, 5);
        }
        ListRule {
            low_share,
            min_procedures,
            repeat_years: spec.repeat_years.as_ref().map(|y| *y.get_ref()),
            min_participants: spec.min_participants.unwrap_or(0),
        }
    }

    /// A whole number between two others, themselves included.
    fn within(&mut self, value: &Spanned<u16>, name: &str, least: u16, most: u16) -> u16 {
        if !(least..=most).contains(value.get_ref()) {
            let place = self.place(value);
            self.bad_parameter(place, name, value.get_ref(), &format!("{least}–{most}"));
        }
        *value.get_ref()
    }

    /// An attribute made from the years of one list, or from two lists.
    pub(super) fn list_kind(
        &mut self,
        kind: KindSpec,
        place: Place,
        spec: &mut AttributeSpec,
    ) -> Option<AttributeKind> {
        let year = spec.year.as_ref().map(|y| self.year("year", y));
        if kind == KindSpec::ListAgreement {
            return self.agreement(place, spec).map(|lists| AttributeKind::ListAgreement {
                lists: lists.map(|list| self.located(list)),
                year,
            });
        }
        let list = spec.list.take();
        let list = self.need(place, "list", list)?;
        let list = self.located(list);
        Some(match kind {
            KindSpec::ListChange => {
                let stated = spec.from.is_some() || spec.to.is_some();
                let years = if stated { Some(self.two_years(place, spec)?) } else { None };
                AttributeKind::ListChange { list, years }
            }
            KindSpec::ListYears => AttributeKind::ListYears {
                list,
                year,
                window: spec.window.as_ref().map(|w| self.within(w, "window", 1, MOST_YEARS)),
                in_a_row: self.whether_in_a_row(spec),
            },
            KindSpec::ListHistory => AttributeKind::ListHistory {
                list,
                year,
                window: match &spec.window {
                    Some(window) => self.within(window, "window", 2, MOST_YEARS),
                    None => HISTORY,
                },
                in_a_row: self.years_in_a_row(spec),
            },
            _ => AttributeKind::List { list, year, shift: self.shift(spec) },
        })
    }

    fn agreement(&mut self, place: Place, spec: &mut AttributeSpec) -> Option<[super::Name; 2]> {
        let lists = spec.lists.take();
        let lists = self.need(place, "lists", lists)?;
        let place = self.place(&lists);
        let names: Vec<&str> = lists.get_ref().iter().map(|n| n.get_ref().as_str()).collect();
        let written = format!("[{}]", names.join(", "));
        let different = matches!(names[..], [first, second] if first != second);
        match <[super::Name; 2]>::try_from(lists.into_inner()) {
            Ok(two) if different => Some(two),
            _ => {
                self.bad_parameter(place, "lists", written, "[\"…\", \"…\"]");
                None
            }
        }
    }

    /// A shift stands in place of a year: the year is then that of the table.
    fn shift(&mut self, spec: &AttributeSpec) -> i16 {
        let Some(shift) = &spec.shift else { return 0 };
        let place = self.place(shift);
        if spec.year.is_some() {
            self.either_or(place, "year", "shift");
        }
        let value = i16::try_from(*shift.get_ref()).ok().filter(|n| SHIFTS.contains(n));
        if value.is_none() {
            let known = format!("{}…{}", SHIFTS.start(), SHIFTS.end());
            self.bad_parameter(place, "shift", shift.get_ref(), &known);
        }
        value.unwrap_or_default()
    }

    fn whether_in_a_row(&mut self, spec: &AttributeSpec) -> bool {
        let Some(written) = &spec.in_a_row else { return false };
        written.get_ref().as_bool().unwrap_or_else(|| {
            self.wrong_type(self.place(written), "in_a_row", "yes-no");
            false
        })
    }

    fn years_in_a_row(&mut self, spec: &AttributeSpec) -> u16 {
        let Some(written) = &spec.in_a_row else { return HISTORY };
        let place = self.place(written);
        let Some(years) = written.get_ref().as_integer() else {
            self.wrong_type(place, "in_a_row", "whole");
            return HISTORY;
        };
        let value = u16::try_from(years).ok().filter(|n| (2..=MOST_YEARS).contains(n));
        if value.is_none() {
            self.bad_parameter(place, "in_a_row", years, &format!("2–{MOST_YEARS}"));
        }
        value.unwrap_or(HISTORY)
    }

    fn wrong_type(&mut self, place: Place, name: &str, kind: &str) {
        let fault = Diagnostic::new(Code::WrongType).at(place);
        self.faults.push(fault.with("column", name).with("kind", kind));
    }

    /// The kinds that name their categories themselves: `values` may give these other titles, and
    /// can add none.
    pub(super) fn retitled(
        &mut self,
        kind: &AttributeKind,
        spec: &AttributeSpec,
        supports: &[Support],
    ) {
        let ids: Vec<String> = match kind {
            AttributeKind::List { .. } => ["yes", "no"].map(str::to_owned).into(),
            AttributeKind::ListChange { .. } => ListChange::ALL.map(|c| c.id().to_owned()).into(),
            AttributeKind::ListHistory { .. } => ListHistory::ALL.map(|h| h.id().to_owned()).into(),
            AttributeKind::ListAgreement { lists, .. } => {
                let lists = lists.each_ref().map(|list| list.value.as_str());
                Agreement::ALL.map(|agreement| agreement.id(lists)).into()
            }
            AttributeKind::Variant { support } => {
                let Some(support) = supports.iter().find(|s| s.id.value == support.value) else {
                    return;
                };
                let variants = support.variants.iter().map(|v| v.id.value.clone());
                variants.chain(["none", "several"].map(str::to_owned)).collect()
            }
            _ => return,
        };
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        self.unique_names(spec.values.iter().map(|value| &value.id));
        for value in &spec.values {
            let id = value.id.get_ref();
            if !ids.contains(&id.as_str()) {
                let fault = unknown(Code::UnknownCategory, self.place(&value.id), id, &ids);
                self.faults.push(fault.with("other", spec.id.get_ref()));
            }
        }
    }
}
