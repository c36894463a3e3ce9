//! Tables of lists through the years: how many schools each list holds, who entered, returned,
//! stayed and left, how long schools are on it, and where lists and rules disagree.

use std::collections::BTreeSet;

use super::draft::{Draft, SCHOOLS, category};
use crate::method::{
    Agreement, AttributeKind, Base, Category, Conditions, Entry, FigureSpec, HISTORY, ListChange,
    ListHistory, Methodology, Origin, Over, TableSpec,
};
use crate::model::dataset::Dataset;
use crate::model::ids::{ListIx, Year};
use crate::model::tabulation::{HeadingRole, Show};
use crate::model::tone::Tone;
use crate::text::Arg;

/// Declares the tables of every list of which something is known.
pub(super) fn declare(draft: &mut Draft<'_>, dataset: &Dataset) {
    let lists = known(draft.method(), dataset);
    for list in &lists {
        list.attributes(draft);
    }
    counts(draft, &lists);
    for list in &lists {
        list.by_year(draft);
        list.history(draft);
        list.municipalities(draft);
        list.agreement(draft, &lists);
        list.rule(draft);
        list.schools(draft);
    }
}

/// A list and the years of which it is known.
struct Known {
    id: String,
    title: String,
    years: Vec<Year>,
    /// The last list that the report is about.
    now: Year,
    /// The known list before that.
    before: Option<Year>,
    /// How many years are «again», and how many «running».
    spans: (u16, u16),
    /// The years in which a file decides and the rule has something to say too.
    checked: Vec<Year>,
}

fn known(method: &Methodology, dataset: &Dataset) -> Vec<Known> {
    let tested: BTreeSet<Year> = dataset.results.iter().map(|o| o.year).collect();
    let lists = method.list_indices().filter_map(|ix| Known::new(method, ix, dataset, &tested));
    lists.collect()
}

impl Known {
    fn new(
        method: &Methodology,
        ix: ListIx,
        dataset: &Dataset,
        tested: &BTreeSet<Year>,
    ) -> Option<Self> {
        let list = method.list(ix);
        let rows = dataset.lists.get(&list.id).into_iter().flatten();
        let given: BTreeSet<Year> = rows.map(|row| row.year).collect();
        let drawn = tested.iter().map(|year| Year(year.0 + 1));
        let drawn = drawn.filter(|year| *year <= method.years.list);
        let years: BTreeSet<Year> = given.iter().copied().chain(drawn).collect();
        let decided = |year: &Year| list.decider(*year, &given, tested).is_some();
        let years: Vec<Year> = years.into_iter().filter(decided).collect();
        let at = method.last_list(&years)?;
        let spans = method.attributes.iter().find_map(|attribute| match &attribute.kind {
            AttributeKind::ListHistory { list: of, window, in_a_row, .. }
                if of.value == list.id.as_str() =>
            {
                Some((*window, *in_a_row))
            }
            _ => None,
        });
        let checks = |year: &Year| {
            list.rule.is_some() && given.contains(year) && tested.contains(&year.previous())
        };
        Some(Self {
            id: list.id.to_string(),
            title: capital(&list.title),
            now: years[at],
            before: at.checked_sub(1).map(|before| years[before]),
            spans: spans.unwrap_or((HISTORY, HISTORY)),
            checked: years.iter().copied().filter(checks).collect(),
            years,
        })
    }

    /// Id of an implied attribute of the list.
    fn of(&self, what: &str) -> String {
        format!("list:{}:{what}", self.id)
    }

    fn table_id(&self, what: &str) -> String {
        format!("list_{}_{what}", self.id)
    }

    fn say(&self, draft: &Draft<'_>, key: &str) -> String {
        let now = self.now.to_string();
        draft.say(key, &[("list", (&self.title).into()), ("year", (&now).into())])
    }

    /// Declares what the tables are made from: of each year (`on`, `change`, `history`) and of the
    /// last list (`now`, `before`, `moved`, `long`).
    fn attributes(&self, draft: &mut Draft<'_>) {
        let list = || draft.name(&self.id);
        let (window, in_a_row) = self.spans;
        let on = |year| AttributeKind::List { list: list(), year, shift: 0 };
        let change = |years| AttributeKind::ListChange { list: list(), years };
        let history = |year| AttributeKind::ListHistory { list: list(), year, window, in_a_row };
        let rule = |year| AttributeKind::ListRule { list: list(), year };
        let mut kinds = vec![
            ("on", on(None)),
            ("change", change(None)),
            ("history", history(None)),
            ("now", on(Some(self.now))),
            ("long", history(Some(self.now))),
        ];
        if let Some(before) = self.before {
            kinds.push(("before", on(Some(before))));
            kinds.push(("moved", change(Some((before, self.now)))));
        }
        if !self.checked.is_empty() {
            kinds.push(("rule", rule(None)));
            kinds.push(("ruled", rule(Some(self.now))));
        }
        for (what, kind) in kinds {
            let values = match kind {
                AttributeKind::ListHistory { .. } => self.history_titles(draft),
                _ => Vec::new(),
            };
            let title = match what {
                "long" | "history" => draft.get("implied-list-long"),
                "moved" | "change" => self.say(draft, "implied-list-moved"),
                "rule" | "ruled" => draft.get("implied-list-ruled"),
                _ => self.title.clone(),
            };
            draft.attribute_of(self.of(what), title, kind, values);
        }
    }

    /// «Впервые за 3 года», unless the method has titles of its own.
    fn history_titles(&self, draft: &Draft<'_>) -> Vec<Category> {
        let own = draft.method().attributes.iter().find(|attribute| match &attribute.kind {
            AttributeKind::ListHistory { list, .. } => list.value == self.id,
            _ => false,
        });
        let (window, in_a_row) = self.spans;
        let title = |history: ListHistory| {
            let own = own.into_iter().flat_map(|own| &own.values);
            let own = own.into_iter().find(|value| value.id == history.id());
            own.map(|value| value.title.clone()).unwrap_or_else(|| {
                let (key, n) = match history {
                    ListHistory::First => ("implied-history-first", window),
                    ListHistory::Repeated => ("implied-history-repeated", window),
                    ListHistory::InARow => ("implied-history-in-a-row", in_a_row),
                    ListHistory::Out => ("history-out", window),
                };
                draft.say(key, &[("n", Arg::Count(n.into()))])
            })
        };
        let categories = ListHistory::ALL.into_iter();
        categories.map(|history| category(history.id(), title(history), None)).collect()
    }

    /// Who is on the list each year, and how they came to be there.
    fn by_year(&self, draft: &mut Draft<'_>) {
        let on = draft.when(&[(&self.of("on"), &["yes"])]);
        let of_change = |change: ListChange| draft.when(&[(&self.of("change"), &[change.id()])]);
        let title = |change: ListChange| draft.method().titles.changes[change as usize].clone();
        let mut columns = vec![Entry {
            role: HeadingRole::Total,
            ..draft.line("on", draft.get("implied-list-on"), on.clone())
        }];
        if self.years.len() > 1 {
            let part = |change: ListChange| Entry {
                tone: Some(series(change)),
                ..draft.line_of(change.id(), title(change), of_change(change), on.clone())
            };
            let kinds = [ListChange::Entered, ListChange::Returned, ListChange::Stayed];
            columns.extend(kinds.map(part));
            let left = draft.line("left", title(ListChange::Left), of_change(ListChange::Left));
            columns.push(Entry { role: HeadingRole::Summary, show: Some(Show::Count), ..left });
        }
        let table = TableSpec {
            rows: vec![draft.each("year")],
            base_note: Some(draft.get("implied-list-years-base")),
            figure: (self.years.len() > 2).then(|| draft.stacked()),
            ..self.of_years(draft, "years", "implied-list-years", &self.years)
        };
        draft.table(TableSpec { columns, ..table });
    }

    /// How long the schools of each list have been on it.
    fn history(&self, draft: &mut Draft<'_>) {
        let attribute = self.of("history");
        let kinds = [ListHistory::First, ListHistory::Repeated, ListHistory::InARow];
        let ids = kinds.map(ListHistory::id);
        let (window, in_a_row) = self.spans;
        let known = |year: &Year| {
            let first = year.0 - i16::try_from(window.max(in_a_row)).unwrap_or(i16::MAX) + 1;
            (first..=year.0).all(|year| self.years.contains(&Year(year)))
        };
        let years: Vec<Year> = self.years.iter().copied().filter(known).collect();
        if years.is_empty() {
            return;
        }
        let table = TableSpec {
            conditions: draft.when(&[(&attribute, &ids)]),
            rows: vec![draft.each("year")],
            columns: vec![draft.some(&attribute, &ids), draft.count(draft.get("implied-list-on"))],
            base_note: Some(draft.get("implied-list-history-base")),
            drop_empty_rows: true,
            figure: Some(draft.stacked()),
            ..self.of_years(draft, "history", "implied-list-history", &years)
        };
        draft.table(table);
    }

    /// How many schools of each municipality are on the list now and were on the one before.
    fn municipalities(&self, draft: &mut Draft<'_>) {
        let mut columns = Vec::new();
        let of_year = |what: &str, year: Year| {
            let year = draft.say("implied-year", &[("year", (&year.to_string()).into())]);
            draft.line(what, year, draft.when(&[(&self.of(what), &["yes"])]))
        };
        columns.extend(
            self.before
                .map(|before| Entry { tone: Some(Tone::Context), ..of_year("before", before) }),
        );
        columns.push(Entry { tone: Some(Tone::Series1), ..of_year("now", self.now) });
        if self.before.is_some() {
            let moved = |id: &str, key: &str, changes: &[&str]| {
                let line =
                    draft.line(id, draft.get(key), draft.when(&[(&self.of("moved"), changes)]));
                Entry { show: Some(Show::Count), role: HeadingRole::Summary, ..line }
            };
            columns.push(moved("came", "implied-list-came", &["entered", "returned"]));
            columns.push(moved("left", "implied-list-left", &["left"]));
        }
        columns.push(draft.count(draft.get("implied-list-all")));
        let table = TableSpec {
            rows: vec![draft.each("municipality"), draft.total(draft.get("implied-region"))],
            corner: draft.method().titles.municipality.clone(),
            base_note: Some(draft.get("implied-municipality-base")),
            figure: Some(FigureSpec {
                title: Some(self.say(draft, "implied-list-share")),
                ..draft.bars("now")
            }),
            origin: Origin::Implied { essential: Some("now") },
            ..draft.blank(
                self.table_id("municipalities"),
                self.say(draft, "implied-list-municipalities"),
                SCHOOLS,
            )
        };
        draft.table(TableSpec { columns, ..table });
    }

    /// How the list agrees with each other one, in the last year that both are known of.
    fn agreement(&self, draft: &mut Draft<'_>, lists: &[Self]) {
        let mut rows = Vec::new();
        for other in lists.iter().filter(|other| other.id != self.id) {
            let common = self.years.iter().rev().find(|year| other.years.contains(year));
            let Some(year) = common.filter(|year| **year <= self.now) else { continue };
            let ids = [self.id.as_str(), other.id.as_str()];
            let kind = AttributeKind::ListAgreement {
                lists: ids.map(|id| draft.name(id)),
                year: Some(*year),
            };
            let attribute = self.of(&format!("with:{}", other.id));
            draft.attribute(attribute.clone(), other.title.clone(), kind);
            let column = |agreement: Agreement| {
                let id = agreement.id(ids);
                (agreed(agreement).0.to_owned(), draft.when(&[(&attribute, &[id.as_str()])]))
            };
            let named = year.to_string();
            let args = [("list", (&other.title).into()), ("year", (&named).into())];
            let title = draft.say("implied-list-of-year", &args);
            rows.push(draft.by(&other.id, title, Agreement::ALL.map(column).into()));
        }
        if rows.is_empty() {
            return;
        }
        let column = |agreement: Agreement| {
            let (id, key) = agreed(agreement);
            Entry {
                tone: Some(agreement.tone()),
                ..draft.line(id, draft.get(key), Conditions::default())
            }
        };
        let id = self.table_id("agreement");
        let title = self.say(draft, "implied-list-agreement");
        draft.table(TableSpec {
            rows,
            columns: Agreement::ALL.map(column).into(),
            base: Base::All,
            base_note: Some(draft.get("implied-schools-base")),
            corner: draft.get("implied-list-other"),
            ..draft.blank(id, title, SCHOOLS)
        });
    }

    /// Where the file of the list and its rule agree, and the schools on which they do not.
    fn rule(&self, draft: &mut Draft<'_>) {
        if self.checked.is_empty() {
            return;
        }
        const SAID: [&str; 3] = ["both", "only_file", "only_rule"];
        let attribute = self.of("rule");
        draft.table(TableSpec {
            conditions: draft.when(&[(&attribute, &SAID)]),
            rows: vec![draft.each("year")],
            columns: vec![
                draft.some(&attribute, &SAID),
                draft.count(draft.get("implied-rule-any")),
            ],
            base_note: Some(draft.get("implied-rule-base")),
            drop_empty_rows: true,
            ..self.of_years(draft, "rule", "implied-rule", &self.checked)
        });
        let differs = draft.when(&[(&self.of("ruled"), &SAID[1..])]);
        let title = self.say(draft, "implied-rule-differs");
        draft.listing(self.table_id("differs"), title, differs, &[self.of("ruled")]);
    }

    /// The schools on the list now.
    fn schools(&self, draft: &mut Draft<'_>) {
        let mut attributes = vec![self.of("long")];
        attributes.extend(self.before.map(|_| self.of("moved")));
        let on = draft.when(&[(&self.of("now"), &["yes"])]);
        let title = self.say(draft, "implied-list-schools");
        draft.listing(self.table_id("schools"), title, on, &attributes);
    }

    /// A table of schools in some years of the list.
    fn of_years(&self, draft: &Draft<'_>, what: &str, key: &str, years: &[Year]) -> TableSpec {
        let over = Over::Schools { procedures: None, years: Some(years.to_vec()) };
        TableSpec {
            corner: draft.method().titles.year.clone(),
            ..draft.blank(self.table_id(what), self.say(draft, key), over)
        }
    }
}

/// With a capital letter: titles begin with that of the list.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Parts of a list are no better or worse than each other: they are told apart, not judged.
fn series(change: ListChange) -> Tone {
    match change {
        ListChange::Entered => Tone::Series1,
        ListChange::Returned => Tone::Series2,
        _ => Tone::Series3,
    }
}

/// The column of an agreement: of this list with any other.
fn agreed(agreement: Agreement) -> (&'static str, &'static str) {
    match agreement {
        Agreement::Both => ("both", "agreement-both"),
        Agreement::OnlyFirst => ("only_this", "implied-only-this"),
        Agreement::OnlySecond => ("only_other", "implied-only-other"),
        Agreement::Neither => ("neither", "agreement-neither"),
    }
}

/// How many schools are on each list, year by year.
fn counts(draft: &mut Draft<'_>, lists: &[Known]) {
    let years: BTreeSet<Year> = lists.iter().flat_map(|list| &list.years).copied().collect();
    if years.is_empty() {
        return;
    }
    let row = |list: &Known| {
        draft.line(&list.id, list.title.clone(), draft.when(&[(&list.of("on"), &["yes"])]))
    };
    let over = Over::Schools { procedures: None, years: Some(years.into_iter().collect()) };
    let (title, corner) = (draft.get("implied-lists"), draft.get("implied-list"));
    draft.table(TableSpec {
        rows: lists.iter().map(row).collect(),
        columns: vec![draft.each("year")],
        base: Base::Column,
        base_note: Some(draft.get("implied-schools-base")),
        corner,
        figure: Some(draft.trend()),
        ..draft.blank("lists".to_owned(), title, over)
    });
}
