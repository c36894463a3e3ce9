//! Attributes made from lists: of one year, of several, of two lists.

use std::collections::BTreeSet;

use crate::diag::{Code, Diagnostics, SourceId, unknown};
use crate::method::{Agreement, Attribute, ListChange, ListHistory, Located, TransitionKind};
use crate::model::ids::{ListIx, SchoolIx, Year};
use crate::model::number::Decimal;
use crate::model::tabulation::CategoryInfo;
use crate::model::tone::Tone;

use super::super::standing::ListStandings;
use super::{Column, Context, Domain, NONE, Values, category, code_of, retitled};

impl Context<'_> {
    /// A declared list; a fault if there is none of this name.
    fn known_list(
        &self,
        name: &Located<String>,
        faults: &mut Diagnostics,
    ) -> Option<(ListIx, &ListStandings)> {
        let Some(ix) = self.method.list_ix(&name.value) else {
            let known: Vec<_> = self.method.lists.iter().map(|l| l.id.as_str()).collect();
            faults.push(unknown(Code::UnknownList, name.place, &name.value, &known));
            return None;
        };
        Some((ix, self.standings.list(ix)))
    }

    /// A value of each school in a year, or in each year of the tables.
    fn by_year<T>(
        &self,
        year: Option<Year>,
        value: impl Fn(SchoolIx, Year) -> T,
    ) -> (Domain, Vec<T>) {
        let years: Vec<Year> = match year {
            Some(year) => vec![year],
            None => self.shape.years().collect(),
        };
        let mut values = Vec::with_capacity(self.dataset.schools.len() * years.len());
        for school in self.dataset.school_indices() {
            values.extend(years.iter().map(|year| value(school, *year)));
        }
        (Domain::Schools { procedure: false, year: year.is_none() }, values)
    }

    fn coded(
        &self,
        categories: Vec<CategoryInfo>,
        sources: BTreeSet<SourceId>,
        year: Option<Year>,
        code: impl Fn(SchoolIx, Year) -> u32,
    ) -> Column {
        let (domain, codes) = self.by_year(year, code);
        Column { domain, categories, values: Values::Codes(codes), sources }
    }

    pub(super) fn list(
        &self,
        attribute: &Attribute,
        list: &Located<String>,
        year: Option<Year>,
        shift: i16,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let (ix, standings) = self.known_list(list, faults)?;
        let categories = self.yes_no(attribute);
        let (yes, no) = (code_of(&categories, "yes"), code_of(&categories, "no"));
        let sources = self.sources(ix, |of| year.is_none_or(|year| of == year));
        Some(self.coded(categories, sources, year, |school, year| {
            let of = Year(year.0.saturating_add(shift));
            standings.get(school, of).is_on().map_or(NONE, |on| if on { yes } else { no })
        }))
    }

    pub(super) fn list_change(
        &self,
        attribute: &Attribute,
        list: &Located<String>,
        years: Option<(Year, Year)>,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let (ix, standings) = self.known_list(list, faults)?;
        let kinds = ListChange::ALL.iter().zip(&self.method.titles.changes);
        let kinds = kinds.map(|(kind, title)| category(kind.id(), title, kind.tone()));
        let categories = retitled(attribute, kinds.collect());
        let codes = ListChange::ALL.map(|kind| code_of(&categories, kind.id()));
        let to = years.map(|(_, to)| to);
        let sources = self.sources(ix, |of| to.is_none_or(|to| of <= to));
        Some(self.coded(categories, sources, to, |school, to| {
            let from = years.map(|(from, _)| from).or_else(|| standings.before(to));
            let change = from.and_then(|from| standings.change(school, from, to));
            change.map_or(NONE, |change| codes[change as usize])
        }))
    }

    pub(super) fn list_years(
        &self,
        list: &Located<String>,
        year: Option<Year>,
        window: Option<u16>,
        in_a_row: bool,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let (ix, standings) = self.known_list(list, faults)?;
        let (domain, numbers) = self.by_year(year, |school, year| {
            let years = match in_a_row {
                true => standings.run(school, year, window),
                false => standings.years_on(school, year, window),
            };
            years.map(|years| Decimal::from_int(years.into()))
        });
        Some(Column {
            domain,
            categories: Vec::new(),
            values: Values::Numbers(numbers),
            sources: self.sources(ix, |of| year.is_none_or(|year| of <= year)),
        })
    }

    pub(super) fn list_history(
        &self,
        attribute: &Attribute,
        list: &Located<String>,
        year: Option<Year>,
        (window, in_a_row): (u16, u16),
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let (ix, standings) = self.known_list(list, faults)?;
        let kinds = ListHistory::ALL.iter().zip(&self.method.titles.histories);
        let kinds = kinds.map(|(kind, title)| category(kind.id(), title, kind.tone()));
        let categories = retitled(attribute, kinds.collect());
        let codes = ListHistory::ALL.map(|kind| code_of(&categories, kind.id()));
        let sources = self.sources(ix, |of| year.is_none_or(|year| of <= year));
        Some(self.coded(categories, sources, year, |school, year| {
            let history = standings.history(school, year, window, in_a_row);
            history.map_or(NONE, |history| codes[history as usize])
        }))
    }

    pub(super) fn list_agreement(
        &self,
        attribute: &Attribute,
        lists: &[Located<String>; 2],
        year: Option<Year>,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let known = lists.each_ref().map(|list| self.known_list(list, faults));
        let [Some((first, own)), Some((second, other))] = known else { return None };
        let ids = lists.each_ref().map(|list| list.value.as_str());
        let kinds = Agreement::ALL.iter().zip(&self.method.titles.agreements);
        let kinds = kinds.map(|(kind, title)| {
            let title = match kind {
                Agreement::OnlyFirst => format!("{title} {}", self.method.list(first).title),
                Agreement::OnlySecond => format!("{title} {}", self.method.list(second).title),
                Agreement::Both | Agreement::Neither => title.clone(),
            };
            category(&kind.id(ids), &title, kind.tone())
        });
        let categories = retitled(attribute, kinds.collect());
        let codes = Agreement::ALL.map(|kind| code_of(&categories, &kind.id(ids)));
        let in_year = |of: Year| year.is_none_or(|year| of == year);
        let mut sources = self.sources(first, in_year);
        sources.extend(self.sources(second, in_year));
        Some(self.coded(categories, sources, year, |school, year| {
            let agreement = own.agreement(other, school, year);
            agreement.map_or(NONE, |agreement| codes[agreement as usize])
        }))
    }

    pub(super) fn list_rule(
        &self,
        list: &Located<String>,
        year: Option<Year>,
        faults: &mut Diagnostics,
    ) -> Option<Column> {
        let (ix, standings) = self.known_list(list, faults)?;
        let kinds = Agreement::ALL.iter().zip(&self.method.titles.rule_agreements);
        let of = |(kind, title): (&Agreement, &String)| {
            category(&kind.id(["file", "rule"]), title, kind.tone())
        };
        let mut sources = self.sources(ix, |of| year.is_none_or(|year| of == year));
        sources.extend(self.result_sources());
        Some(self.coded(kinds.map(of).collect(), sources, year, |school, year| {
            standings.rule_agreement(school, year).map_or(NONE, |agreement| agreement as u32)
        }))
    }

    /// The sources that say who is on a list in some years: its rows, and results where its rule
    /// decides.
    fn sources(&self, ix: ListIx, years: impl Fn(Year) -> bool) -> BTreeSet<SourceId> {
        let (list, standings) = (self.method.list(ix), self.standings.list(ix));
        let rows = self.dataset.lists.get(&list.id).into_iter().flatten();
        let given = rows.filter(|row| standings.is_given(row.year) && years(row.year));
        let mut sources: BTreeSet<SourceId> = given.map(|row| row.place.source).collect();
        let mut known = standings.known_years().iter().filter(|year| years(**year));
        if known.any(|year| !standings.is_given(*year)) {
            sources.extend(self.result_sources());
        }
        sources
    }

    fn main_list_sources(&self, years: &[Year]) -> BTreeSet<SourceId> {
        let list = self.method.main_list();
        list.map_or_else(BTreeSet::new, |list| self.sources(list, |year| years.contains(&year)))
    }

    pub(super) fn cluster(&self, year: Year) -> Column {
        let rules = &self.method.clusters;
        let outside = category(&rules.outside_id, &rules.outside_title, Tone::Level0);
        let clusters = rules.clusters.iter().map(|c| category(&c.id, &c.title, c.tone));
        let categories = std::iter::once(outside).chain(clusters).collect();
        // Severity is the category's code: off the list first, then the clusters in order.
        self.coded(categories, self.main_list_sources(&[year]), Some(year), |school, year| {
            self.standings.get(school, year).severity().map_or(NONE, u32::from)
        })
    }

    pub(super) fn transition(&self, from: Year, to: Year) -> Column {
        let titles = &self.method.titles.transitions;
        let kinds = TransitionKind::ALL.iter().zip(titles);
        let categories = kinds.map(|(k, title)| category(k.id(), title, k.tone())).collect();
        self.coded(categories, self.main_list_sources(&[from, to]), Some(to), |school, to| {
            let pair = self.standings.main().and_then(|list| list.severities(school, from, to));
            match pair {
                Some((earlier, later)) => TransitionKind::between(earlier, later) as u32,
                None => NONE,
            }
        })
    }
}
