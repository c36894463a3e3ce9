//! Tables of risk profiles: how significant each risk is, who chose it, who carried out a
//! programme, and what became of the schools.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, SCHOOLS, case, category};
use crate::method::{AttributeKind, Base, Case, Category, Conditions, Entry, TableSpec};
use crate::model::dataset::Dataset;
use crate::model::ids::{SchoolIx, Year};
use crate::model::risks::{ProfileRow, Risk, RiskProfiles, Significance};
use crate::text::Arg;

/// The data table whose rows are what profiles say.
const TABLE: &str = "risks";

/// Declares the tables of the last year that has profiles.
pub(super) fn declare(draft: &mut Draft<'_>, dataset: &Dataset) {
    let Some(profiles) = &dataset.risks else { return };
    let Some(year) = profiles.years().last().copied() else { return };
    let named = Year::to_string(&year);
    let profile = Profile::new(draft, profiles, year);
    let risks: Vec<Lines> = profile.risks.iter().map(|risk| profile.lines(draft, risk)).collect();
    profile.levels(draft, &risks, &named);
    profile.work(draft, &risks, &named);
    profile.choices(draft, profiles, &named);
    for lines in &risks {
        profile.by_municipality(draft, lines, &named);
    }
}

/// What the profiles of a year say, so that no column stands over nothing.
struct Profile<'d> {
    year: Year,
    /// Id of the attribute: whether a school has a profile of the year.
    has: String,
    /// The risks of the year, by number.
    risks: Vec<&'d Risk>,
    levels: bool,
    /// True if some profile states no level of some risk.
    gaps: bool,
    chosen: bool,
    done: bool,
}

/// A risk and the ids of its attributes in a year.
struct Lines<'d> {
    risk: &'d Risk,
    /// High, medium, low or not stated.
    level: Option<String>,
    chosen: Option<String>,
    done: Option<String>,
}

impl<'d> Profile<'d> {
    fn new(draft: &mut Draft<'_>, profiles: &'d RiskProfiles, year: Year) -> Self {
        let any = |says: fn(&ProfileRow) -> bool| {
            profiles.rows().iter().any(|row| row.year == year && says(row))
        };
        let fits = BTreeMap::from([("year".to_owned(), vec![year.to_string()])]);
        let kind = AttributeKind::AnyRow { table: draft.name(TABLE), columns: fits, until: None };
        let title = draft.say("implied-risk-profile", &[("year", (&year.to_string()).into())]);
        let of_year = || profiles.rows().iter().filter(|row| row.year == year);
        let schools: BTreeSet<SchoolIx> = of_year().map(|row| row.school).collect();
        let stated = of_year().filter(|row| row.level.is_some()).count();
        let risks: Vec<&Risk> = profiles.of_year(year).map(|(_, risk)| risk).collect();
        Self {
            year,
            has: draft.attribute(format!("risks:{year}"), title, kind),
            gaps: stated < schools.len() * risks.len(),
            risks,
            levels: stated > 0,
            chosen: any(|row| row.chosen.is_some()),
            done: any(|row| row.programme_done.is_some()),
        }
    }

    /// Declares the attributes of a risk: what the profile of a school says of it.
    fn lines(&self, draft: &mut Draft<'_>, risk: &'d Risk) -> Lines<'d> {
        let (year, id) = (self.year.to_string(), risk.id.as_str());
        let stem = format!("risks:{year}:{id}");
        let at = [("year", year.as_str()), ("risk", id)];
        let mut column = |column: &str, said: bool| {
            let kind = draft.field_kind(TABLE, column, &at);
            let values = if column == "level" { levels(draft) } else { Vec::new() };
            let id = format!("{stem}:{column}");
            said.then(|| draft.attribute_of(id, risk.name.clone(), kind, values))
        };
        let stated = column("level", self.levels);
        let (chosen, done) = (column("chosen", self.chosen), column("programme_done", self.done));
        let level = stated.map(|stated| {
            let cases = self.cases(draft, &stated);
            draft.attribute(stem.clone(), risk.name.clone(), AttributeKind::Cases { cases })
        });
        Lines { risk, level, chosen, done }
    }

    /// The levels of a risk and, if a profile may lack it, that it states none: the categories of
    /// all schools with a profile.
    fn cases(&self, draft: &Draft<'_>, stated: &str) -> Vec<Case> {
        let level = |level: Significance| {
            let (id, title) = (level.id(), draft.get(title(level)));
            case(id, title, Some(level.tone()), draft.when(&[(stated, &[id])]))
        };
        let rest = draft.when(&[(&self.has, &["yes"])]);
        let unstated = case("unstated", draft.get("implied-risk-unstated"), None, rest);
        let unstated = self.gaps.then_some(unstated);
        Significance::ALL.into_iter().map(level).chain(unstated).collect()
    }

    /// A table about the schools that have a profile of the year.
    fn table(&self, draft: &Draft<'_>, id: String, title: String, year: &str) -> TableSpec {
        TableSpec {
            conditions: draft.when(&[(&self.has, &["yes"])]),
            base_note: Some(draft.say("implied-risk-base", &[("year", year.into())])),
            corner: draft.get("implied-risk"),
            ..draft.blank(id, title, SCHOOLS)
        }
    }

    /// How significant each risk is for the schools: the levels add up to all of them.
    fn levels(&self, draft: &mut Draft<'_>, risks: &[Lines<'_>], year: &str) {
        if !self.levels {
            return;
        }
        let columns: Vec<Entry> = self.level_columns(draft);
        let row = |lines: &Lines<'_>| {
            let level = lines.level.as_deref().unwrap_or_default();
            let of = |column: &Entry| {
                let id = column.id().unwrap_or_default();
                (id.to_owned(), draft.when(&[(level, &[id])]))
            };
            let name = lines.risk.name.clone();
            draft.by(lines.risk.id.as_str(), name, columns.iter().map(of).collect())
        };
        let title = draft.say("implied-risk-levels", &[("year", year.into())]);
        let table = TableSpec {
            rows: risks.iter().map(row).collect(),
            base: Base::All,
            figure: Some(draft.stacked()),
            ..self.table(draft, "risk_levels".to_owned(), title, year)
        };
        draft.table(TableSpec { columns, ..table });
    }

    /// A column for each level, with conditions by row.
    fn level_columns(&self, draft: &Draft<'_>) -> Vec<Entry> {
        let column = |level: Significance| Entry {
            tone: Some(level.tone()),
            ..draft.line(level.id(), draft.get(title(level)), Conditions::default())
        };
        let unstated =
            draft.line("unstated", draft.get("implied-risk-unstated"), Conditions::default());
        let unstated = self.gaps.then_some(unstated);
        Significance::ALL.into_iter().map(column).chain(unstated).collect()
    }

    /// Who works on each risk: chose it, carried out a programme for it.
    fn work(&self, draft: &mut Draft<'_>, risks: &[Lines<'_>], year: &str) {
        let columns = self.work_columns(draft, |_| Conditions::default());
        if columns.is_empty() {
            return;
        }
        let row = |lines: &Lines<'_>| {
            let ids = [("chosen", &lines.chosen), ("done", &lines.done)];
            let of = |(column, id): (&str, &Option<String>)| {
                Some((column.to_owned(), draft.when(&[(id.as_deref()?, &["yes"])])))
            };
            let name = lines.risk.name.clone();
            draft.by(lines.risk.id.as_str(), name, ids.into_iter().filter_map(of).collect())
        };
        let title = draft.say("implied-risk-work", &[("year", year.into())]);
        let first = columns.first().and_then(Entry::id).unwrap_or_default();
        let table = TableSpec {
            rows: risks.iter().map(row).collect(),
            base: Base::All,
            figure: Some(draft.bars(first)),
            ..self.table(draft, "risk_work".to_owned(), title, year)
        };
        draft.table(TableSpec { columns, ..table });
    }

    /// Columns for choice and programme, with conditions by their id.
    fn work_columns(
        &self,
        draft: &Draft<'_>,
        conditions: impl Fn(&str) -> Conditions,
    ) -> Vec<Entry> {
        let titles = [
            ("chosen", "implied-risk-chosen", self.chosen),
            ("done", "implied-risk-done", self.done),
        ];
        let said = titles.into_iter().filter(|(.., said)| *said);
        said.map(|(id, key, _)| draft.line(id, draft.get(key), conditions(id))).collect()
    }

    /// All choices divided among the risks: a base of its own, for a school chooses several.
    fn choices(&self, draft: &mut Draft<'_>, profiles: &RiskProfiles, year: &str) {
        if !self.chosen {
            return;
        }
        let rows = RowAttributes::declare(draft, profiles);
        let title = draft.say("implied-risk-choices", &[("year", year.into())]);
        let conditions = draft.when(&[(&rows.year, &[year]), (&rows.chosen, &["yes"])]);
        let column =
            draft.line("chosen", draft.get("implied-risk-of-choices"), Conditions::default());
        draft.table(TableSpec {
            conditions,
            rows: vec![draft.each(&rows.risk)],
            columns: vec![column],
            base: Base::All,
            base_note: Some(draft.get("implied-risk-choices-base")),
            corner: draft.get("implied-risk"),
            figure: Some(draft.bars("chosen")),
            ..draft.blank("risk_choices".to_owned(), title, draft.rows_of(TABLE))
        });
    }

    /// One risk by municipality, with the region below.
    fn by_municipality(&self, draft: &mut Draft<'_>, lines: &Lines<'_>, year: &str) {
        let mut columns = self.columns(draft, lines);
        if columns.is_empty() {
            return;
        }
        columns.push(draft.count(draft.get("implied-risk-profiles")));
        let rows = vec![draft.each("municipality"), draft.total(draft.get("implied-region"))];
        let args: [(&str, Arg<'_>); 2] =
            [("risk", (&lines.risk.name).into()), ("year", year.into())];
        let title = draft.say("implied-risk-municipalities", &args);
        let base = draft.say("implied-risk-municipality-base", &[("year", year.into())]);
        let table = TableSpec {
            rows,
            base_note: Some(base),
            drop_empty_rows: true,
            corner: draft.method().titles.municipality.clone(),
            ..self.table(draft, format!("risk_{}_municipalities", lines.risk.id), title, year)
        };
        draft.table(TableSpec { columns, ..table });
    }

    /// Columns of one risk: its levels, its choice, its programme.
    fn columns(&self, draft: &Draft<'_>, lines: &Lines<'_>) -> Vec<Entry> {
        let level = lines.level.as_deref().map(|level| draft.each(level));
        let work = self.work_columns(draft, |id| {
            let attribute = if id == "chosen" { &lines.chosen } else { &lines.done };
            draft.when(&[(attribute.as_deref().unwrap_or_default(), &["yes"])])
        });
        level.into_iter().chain(work).collect()
    }
}

/// Attributes of the rows of the profiles, of any year.
struct RowAttributes {
    risk: String,
    year: String,
    chosen: String,
}

impl RowAttributes {
    fn declare(draft: &mut Draft<'_>, profiles: &RiskProfiles) -> Self {
        let mut field = |column: &str, key: &str, values: Vec<Category>| {
            let kind = draft.field_kind(TABLE, column, &[]);
            draft.attribute_of(format!("risks:{column}"), draft.get(key), kind, values)
        };
        let risks = profiles.catalogue().iter();
        let risks = risks.map(|risk| category(risk.id.as_str(), risk.name.clone(), None));
        Self {
            risk: field("risk", "implied-risk", risks.collect()),
            year: field("year", "implied-risk-year", Vec::new()),
            chosen: field("chosen", "implied-risk-chosen", Vec::new()),
        }
    }
}

/// The title of a level.
fn title(level: Significance) -> &'static str {
    match level {
        Significance::High => "implied-risk-high",
        Significance::Medium => "implied-risk-medium",
        Significance::Low => "implied-risk-low",
    }
}

/// The categories of the column `level`.
fn levels(draft: &Draft<'_>) -> Vec<Category> {
    let level = |l: Significance| category(l.id(), draft.get(title(l)), Some(l.tone()));
    Significance::ALL.into_iter().map(level).collect()
}
