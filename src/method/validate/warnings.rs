//! Early warnings: bounds, keys that do not fit the kind, and the tables that each rule brings.

use toml::Spanned;

use super::super::de::Number;
use super::super::table::{
    Entry, EntryKind, FigureBy, FigureKind, FigureSpec, Origin, Over, TableSpec,
};
use super::super::warning::{
    self, Warning, WarningKind, WarningRaw, WarningRule, WarningState, WarningTables,
};
use super::super::{
    Attribute, AttributeKind, Conditions, List, Located, Test, WarningAnswer, Words, Years,
};
use super::Check;
use crate::diag::{Code, Place, unknown};
use crate::model::ids::{ListId, TableId};
use crate::model::number::Decimal;
use crate::model::tabulation::{HeadingRole, Show};
use crate::model::tone::Tone;

/// The most rises running that a rule may ask for: no region has more comparable years.
const MOST_RISES: u16 = 9;

impl Check {
    pub(super) fn warnings(
        &mut self,
        raws: Vec<WarningRaw>,
        lists: &[List],
        main: Option<&ListId>,
        procedures: usize,
    ) -> Vec<Warning> {
        self.unique_names(raws.iter().map(|raw| &raw.id));
        let mut warnings: Vec<Warning> = Vec::new();
        for raw in raws {
            let warning = self.warning(raw, lists, main, procedures);
            // The tables of a second rule of one name would only be the same fault again.
            let named = |of: &Warning| warnings.iter().any(|other| other.id.value == of.id.value);
            warnings.extend(warning.filter(|warning| !named(warning)));
        }
        warnings
    }

    fn warning(
        &mut self,
        raw: WarningRaw,
        lists: &[List],
        main: Option<&ListId>,
        procedures: usize,
    ) -> Option<Warning> {
        self.id(&raw.id);
        let place = self.place(&raw.id);
        let list = self.foretold(raw.list, place, lists, main);
        let most = u16::try_from(procedures).unwrap_or(u16::MAX);
        // A region of one procedure must say that one is enough.
        let procedures =
            self.whole(raw.procedures.as_ref(), place, "procedures", (warning::PROCEDURES, most));
        let rule = match raw.kind {
            WarningKind::Near => {
                self.foreign(raw.rises.as_ref().map(|rises| self.place(rises)), "rises", "share");
                let share = raw.share.map(|share: Spanned<Number>| self.percent(&share, "share"));
                let share = share.unwrap_or(Decimal::from_int(warning::SHARE));
                WarningRule::Near { share, procedures }
            }
            WarningKind::Worsening => {
                self.foreign(raw.share.as_ref().map(|share| self.place(share)), "share", "rises");
                let bounds = (warning::RISES, MOST_RISES);
                let rises = self.whole(raw.rises.as_ref(), place, "rises", bounds);
                WarningRule::Worsening { procedures, rises }
            }
        };
        Some(Warning {
            tables: WarningTables::of(raw.id.get_ref()),
            id: self.located(raw.id),
            title: raw.title,
            list: list?,
            rule,
            min_participants: raw.min_participants.unwrap_or(0),
            source: raw.source,
            document: self.document(raw.document),
        })
    }

    /// The list that a rule is about: the main one, if it names none.
    fn foretold(
        &mut self,
        named: Option<super::super::spec::Name>,
        place: Place,
        lists: &[List],
        main: Option<&ListId>,
    ) -> Option<ListId> {
        let Some(name) = named else {
            if main.is_none() {
                self.missing_key(place, "list");
            }
            return main.cloned();
        };
        let name = self.located(name);
        let known: Vec<_> = lists.iter().map(|list| list.id.as_str()).collect();
        self.known(Code::UnknownList, std::slice::from_ref(&name), &known);
        known.contains(&name.value.as_str()).then(|| ListId::new(name.value))
    }

    /// A whole number from 1 to `most`, or the default, which must be one of them too.
    fn whole(
        &mut self,
        value: Option<&Spanned<u16>>,
        place: Place,
        name: &str,
        (default, most): (u16, u16),
    ) -> u16 {
        let place = value.map_or(place, |value| self.place(value));
        let number = value.map_or(default, |value| *value.get_ref());
        if !(1..=most).contains(&number) {
            self.bad_parameter(place, name, number, &format!("1–{most}"));
        }
        number
    }

    /// A key of the other kind of rule: it would change nothing, and its writer thinks it does.
    fn foreign(&mut self, place: Option<Place>, key: &str, own: &str) {
        let Some(place) = place else { return };
        self.faults.push(unknown(Code::UnknownKey, place, key, &[own]));
    }
}

/// The attributes that the tables of a rule are made from. A colon keeps their ids apart from all
/// that a methodology can declare.
pub(super) fn attributes(warnings: &[Warning], years: Years) -> Vec<Attribute> {
    let of = |warning: &Warning| {
        let named = || warning.id.clone();
        let list = || Located::implied(warning.list.as_str().to_owned(), warning.id.place);
        let state = |year, answer| AttributeKind::Warning { warning: named(), year, answer };
        [
            implied(warning, "now", state(Some(years.list), WarningAnswer::State)),
            implied(warning, "then", state(None, WarningAnswer::Test)),
            implied(warning, "next", AttributeKind::List { list: list(), year: None, shift: 1 }),
        ]
    };
    warnings.iter().flat_map(of).collect()
}

fn name(warning: &Warning, attribute: &str) -> Located<String> {
    Located::implied(format!("{}:{attribute}", warning.id.value), warning.id.place)
}

fn implied(warning: &Warning, attribute: &str, kind: AttributeKind) -> Attribute {
    Attribute {
        id: name(warning, attribute),
        title: warning.title.clone(),
        short: warning.title.clone(),
        unit: None,
        kind,
        values: Vec::new(),
    }
}

/// The tables that a rule brings: schools by municipality, and the test on past lists.
pub(super) fn tables(warnings: &[Warning], years: Years, words: Words<'_>) -> Vec<TableSpec> {
    let of = |warning| {
        let tables = Tables { warning, words };
        [tables.by_municipality(years), tables.test()]
    };
    warnings.iter().flat_map(of).collect()
}

struct Tables<'a> {
    warning: &'a Warning,
    words: Words<'a>,
}

const JUDGED: [WarningState; 2] = [WarningState::Flagged, WarningState::Quiet];

impl Tables<'_> {
    /// How many schools of each municipality the rule flags now.
    fn by_municipality(&self, years: Years) -> TableSpec {
        let now = |states| self.when("now", states);
        let column = |id: &str, states, role| self.column(id, now(states), None, role);
        let flagged = self.column(
            "flagged",
            now(&[WarningState::Flagged]),
            Some(now(&JUDGED)),
            HeadingRole::Body,
        );
        let columns = vec![
            flagged,
            column("judged", &JUDGED, HeadingRole::Total),
            column("listed", &[WarningState::Listed], HeadingRole::Total),
            column("unknown", &[WarningState::Unknown], HeadingRole::Total),
            self.column("total", Conditions::default(), None, HeadingRole::Total),
        ];
        let municipality = EntryKind::Attribute {
            attribute: Located::implied("municipality".to_owned(), self.warning.id.place),
            only: Vec::new(),
        };
        let title = format!("{}, {}", self.title("warning-table"), years.list);
        let chart = FigureSpec {
            kind: FigureKind::Bars,
            by: FigureBy::Rows,
            column: Some(Located::implied("flagged".to_owned(), self.warning.id.place)),
            title: None,
        };
        TableSpec {
            id: self.table_id(&self.warning.tables.municipalities),
            title,
            corner: (self.words)("report-municipality"),
            over: Over::Schools { procedures: None, years: None },
            rows: vec![self.entry(municipality, HeadingRole::Body), self.all("report-region")],
            base_note: Some((self.words)("warning-table-base")),
            ..self.table(columns, chart)
        }
    }

    /// Of the schools outside each past list, how many the rule flagged, and how many of these and
    /// of the others the next list holds. Beside them those that were on the list already.
    fn test(&self) -> TableSpec {
        let then = |states| self.when("then", states);
        let next = |states| {
            let mut both = then(states);
            both.0.push((name(self.warning, "next"), Test::AnyOf(vec!["yes".to_owned()])));
            both
        };
        let part =
            |id: &str, states| self.column(id, next(states), Some(then(states)), HeadingRole::Body);
        let whole = |id: &str, states, base: Option<Conditions>| {
            self.column(id, then(states), base, HeadingRole::Total)
        };
        let (flagged, quiet, listed) =
            (&[WarningState::Flagged], &[WarningState::Quiet], &[WarningState::Listed]);
        let stayed = self.column(
            "listed_next",
            next(listed),
            Some(then(listed)),
            // Beside the other two, but no part of what the chart compares.
            HeadingRole::Summary,
        );
        let columns = vec![
            whole("judged", &JUDGED, None),
            whole("flagged", flagged, Some(then(&JUDGED))),
            Entry { tone: Some(Tone::Series1), ..part("flagged_next", flagged) },
            whole("quiet", quiet, None),
            Entry { tone: Some(Tone::Series2), ..part("quiet_next", quiet) },
            whole("listed", listed, None),
            stayed,
        ];
        let year = EntryKind::Attribute {
            attribute: Located::implied("year".to_owned(), self.warning.id.place),
            only: Vec::new(),
        };
        let chart = FigureSpec {
            kind: FigureKind::Grouped,
            by: FigureBy::Columns,
            column: None,
            title: Some((self.words)("warning-test-chart")),
        };
        let known = ["then", "next"].map(|of| (name(self.warning, of), Test::Present));
        let conditions = Conditions(known.into());
        TableSpec {
            id: self.table_id(&self.warning.tables.test),
            title: self.title("warning-test"),
            corner: (self.words)("warning-test-corner"),
            over: Over::Schools { procedures: None, years: Some(Vec::new()) },
            conditions,
            rows: vec![self.entry(year, HeadingRole::Body), self.all("warning-test-total")],
            base_note: Some((self.words)("warning-test-base")),
            drop_empty_rows: true,
            notes: vec![(self.words)("warning-test-note")],
            ..self.table(columns, chart)
        }
    }

    fn table_id(&self, id: &TableId) -> Located<String> {
        Located::implied(id.as_str().to_owned(), self.warning.id.place)
    }

    fn title(&self, key: &str) -> String {
        format!("{}: {}", self.warning.title, (self.words)(key))
    }

    fn table(&self, columns: Vec<Entry>, chart: FigureSpec) -> TableSpec {
        let place = self.warning.id.place;
        let over = Over::Schools { procedures: None, years: None };
        let origin = Origin::Implied { essential: Some("judged") };
        let blank =
            TableSpec::blank(Located::implied(String::new(), place), String::new(), over, origin);
        TableSpec { columns, figure: Some(chart), ..blank }
    }

    /// One of the implied attributes must be one of some states.
    fn when(&self, attribute: &str, states: &[WarningState]) -> Conditions {
        let ids = states.iter().map(|state| state.id().to_owned()).collect();
        Conditions(vec![(name(self.warning, attribute), Test::AnyOf(ids))])
    }

    fn column(
        &self,
        id: &str,
        conditions: Conditions,
        base: Option<Conditions>,
        role: HeadingRole,
    ) -> Entry {
        // A column without a base of its own is one: its share would be of another thing.
        let show = base.is_none().then_some(Show::Count);
        let title = (self.words)(&format!("warning-column-{}", id.replace('_', "-")));
        let kind = EntryKind::Where { id: id.to_owned(), title, conditions, base, mean: None };
        Entry { show, ..self.entry(kind, role) }
    }

    fn all(&self, key: &str) -> Entry {
        let kind = EntryKind::Where {
            id: "total".to_owned(),
            title: (self.words)(key),
            conditions: Conditions::default(),
            base: None,
            mean: None,
        };
        self.entry(kind, HeadingRole::Total)
    }

    fn entry(&self, kind: EntryKind, role: HeadingRole) -> Entry {
        Entry {
            place: self.warning.id.place,
            kind,
            show: None,
            tone: None,
            note: None,
            role,
            optional: false,
        }
    }
}
