//! Tables of risk profiles: how significant each risk is, who chose it, who carried out a
//! programme, and what became of the schools.

mod effect;
mod groups;
mod one;
mod region;

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, SCHOOLS, case, category};
use crate::method::{AttributeKind, Case, Category, Conditions, Entry, TableSpec};
use crate::model::dataset::{Dataset, Locality};
use crate::model::ids::{SchoolIx, Year};
use crate::model::risks::{ProfileRow, Risk, RiskProfiles, Significance, TABLE};

/// Declares the tables of the last year that has profiles, and of what came of them.
pub(super) fn declare(draft: &mut Draft<'_>, dataset: &Dataset) {
    let Some(profiles) = &dataset.risks else { return };
    let years = profiles.years();
    let Some(last) = years.last() else { return };
    let profile = Profile::new(draft, dataset, profiles, *last);
    let risks: Vec<RiskLines> = profile.lines(draft);
    let rows = RowAttributes::declare(draft, profiles);
    region::levels(draft, &profile, &risks);
    region::work(draft, &profile, &risks);
    region::choices(draft, &profile, &rows);
    region::by_locality(draft, &profile, &risks);
    region::by_year(draft, &profile, &rows, &years);
    for lines in &risks {
        one::by_municipality(draft, &profile, lines);
        one::by_locality(draft, &profile, lines);
        one::by_year(draft, &profile, lines, &rows, &years);
    }
    effect::tables(draft, dataset, profiles);
    groups::tables(draft, dataset, &profile, &risks);
}

/// What the profiles of a year say, so that no column stands over nothing.
struct Profile<'d> {
    /// The year, as written in the data.
    year: String,
    /// Id of the attribute: whether a school has a profile of the year.
    has: String,
    /// The risks of the year, by number.
    risks: Vec<&'d Risk>,
    /// True if a level is stated anywhere.
    levels: bool,
    /// True if some profile states no level of some risk.
    gaps: bool,
    /// True if it is said anywhere whether a risk was chosen.
    chosen: bool,
    /// True if it is said anywhere whether a programme was carried out.
    done: bool,
    /// True if both town and village have schools with a profile.
    localities: bool,
}

/// A risk and the ids of its attributes in a year, each if the profiles say anything of it.
struct RiskLines<'d> {
    risk: &'d Risk,
    /// High, medium, low or not stated.
    level: Option<String>,
    chosen: Option<String>,
    done: Option<String>,
}

impl<'d> Profile<'d> {
    fn new(
        draft: &mut Draft<'_>,
        dataset: &Dataset,
        profiles: &'d RiskProfiles,
        year: Year,
    ) -> Self {
        let of_year = || profiles.rows().iter().filter(|row| row.year == year);
        let any = |says: fn(&ProfileRow) -> bool| of_year().any(says);
        let schools: BTreeSet<SchoolIx> = of_year().map(|row| row.school).collect();
        let lives = |wanted| schools.iter().any(|ix| dataset.school(*ix).locality == Some(wanted));
        let stated = of_year().filter(|row| row.level.is_some()).count();
        let risks: Vec<&Risk> = profiles.of_year(year).map(|(_, risk)| risk).collect();
        let year = year.to_string();
        let fits = BTreeMap::from([("year".to_owned(), vec![year.clone()])]);
        let kind = AttributeKind::AnyRow { table: draft.name(TABLE), columns: fits, until: None };
        let title = draft.say("implied-risk-profile", &[("year", (&year).into())]);
        Self {
            has: draft.attribute(format!("risks:{year}"), title, kind),
            levels: stated > 0,
            gaps: stated < schools.len() * risks.len(),
            chosen: any(|row| row.chosen.is_some()),
            done: any(|row| row.programme_done.is_some()),
            localities: lives(Locality::Urban) && lives(Locality::Rural),
            risks,
            year,
        }
    }

    /// Declares the attributes of every risk: what the profile of a school says of it.
    fn lines(&self, draft: &mut Draft<'_>) -> Vec<RiskLines<'d>> {
        self.risks.iter().map(|risk| self.lines_of(draft, risk)).collect()
    }

    fn lines_of(&self, draft: &mut Draft<'_>, risk: &'d Risk) -> RiskLines<'d> {
        let id = risk.id.as_str();
        let stem = format!("risks:{}:{id}", self.year);
        let at = [("year", self.year.as_str()), ("risk", id)];
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
        RiskLines { risk, level, chosen, done }
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
    fn table(&self, draft: &Draft<'_>, id: String, title: String) -> TableSpec {
        TableSpec {
            conditions: draft.when(&[(&self.has, &["yes"])]),
            base_note: Some(draft.say("implied-risk-base", &[("year", (&self.year).into())])),
            corner: draft.get("implied-risk"),
            ..draft.blank(id, title, SCHOOLS)
        }
    }

    /// Lines for choice and programme, with conditions by their id.
    fn work(&self, draft: &Draft<'_>, conditions: impl Fn(&str) -> Conditions) -> Vec<Entry> {
        let titles = [
            ("chosen", "implied-risk-chosen", self.chosen),
            ("done", "implied-risk-done", self.done),
        ];
        let said = titles.into_iter().filter(|(.., said)| *said);
        said.map(|(id, key, _)| draft.line(id, draft.get(key), conditions(id))).collect()
    }
}

impl RiskLines<'_> {
    /// Its levels, its choice, its programme, as rows or columns.
    fn entries(&self, draft: &Draft<'_>, profile: &Profile<'_>) -> Vec<Entry> {
        let level = self.level.as_deref().map(|level| draft.each(level));
        let work = profile.work(draft, |id| {
            let attribute = if id == "chosen" { &self.chosen } else { &self.done };
            draft.when(&[(attribute.as_deref().unwrap_or_default(), &["yes"])])
        });
        level.into_iter().chain(work).collect()
    }

    /// The title of a table about it, from a message with the blanks `risk` and `year`.
    fn title(&self, draft: &Draft<'_>, key: &str, year: &str) -> String {
        draft.say(key, &[("risk", (&self.risk.name).into()), ("year", year.into())])
    }
}

/// Attributes of the rows of the profiles, of any year.
struct RowAttributes {
    risk: String,
    year: String,
    level: String,
    chosen: String,
    done: String,
}

impl RowAttributes {
    fn declare(draft: &mut Draft<'_>, profiles: &RiskProfiles) -> Self {
        let risks = profiles.catalogue().iter();
        let risks = risks.map(|risk| category(risk.id.as_str(), risk.name.clone(), None)).collect();
        let levels = levels(draft);
        let mut field = |column: &str, key: &str, values: Vec<Category>| {
            let kind = draft.field_kind(TABLE, column, &[]);
            draft.attribute_of(format!("risks:{column}"), draft.get(key), kind, values)
        };
        Self {
            risk: field("risk", "implied-risk", risks),
            year: field("year", "implied-risk-year", Vec::new()),
            level: field("level", "implied-risk-level", levels),
            chosen: field("chosen", "implied-risk-chosen", Vec::new()),
            done: field("programme_done", "implied-risk-done", Vec::new()),
        }
    }
}

/// Town and village as categories, whatever the methodology calls them.
fn locality(draft: &mut Draft<'_>) -> String {
    let kind = draft.field_kind("schools", "locality", &[]);
    let title = draft.get("implied-locality");
    let values = [("urban", "implied-urban"), ("rural", "implied-rural")];
    let values = values.map(|(id, key)| category(id, draft.get(key), None)).into();
    draft.attribute_of("schools:locality".to_owned(), title, kind, values)
}

/// Columns of town and village, and what the first has more than the second.
fn localities(draft: &mut Draft<'_>) -> (Conditions, Vec<Entry>) {
    let locality = locality(draft);
    let known = draft.when(&[(&locality, &[])]);
    let apart = draft.difference("difference", draft.get("implied-difference"), ["urban", "rural"]);
    (known, vec![draft.each(&locality), apart])
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
