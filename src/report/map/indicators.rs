//! What the map of municipalities may be coloured by: what the method declares, and what the data
//! gives without being asked.

use std::cmp::Ordering;

use super::super::findings::Named;
use super::super::view::{Cell, Point};
use super::super::{Report, position, scale};
use crate::model::ids::{MunicipalityIx, SchoolIx};
use crate::model::number::Share;
use crate::model::tabulation::{AttributeValue, CellValue, HeadingRole, Missing, Show};

/// Readers choose among so many at most; the style sheet has as many.
const MOST: usize = 6;

/// The id of the share of schools that are on the list now.
pub(in crate::report) const LISTED: &str = "listed";

/// How an indicator is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colours {
    /// From little to much.
    Amount,
    /// By direction: less is better.
    Direction,
}

/// A value of each municipality, and of the region.
pub(in crate::report) struct Indicator {
    /// Stable Latin id.
    pub(in crate::report) id: String,
    /// What is shown, as the reader chooses it.
    pub(in crate::report) title: String,
    /// The heading of its column, and the words to choose it by.
    pub(in crate::report) short: String,
    /// A value for each municipality of today, in alphabetical order.
    pub(in crate::report) values: Vec<Value>,
    /// The value of the region.
    pub(in crate::report) region: Value,
    pub(super) colours: Colours,
}

/// A value as the map and the table show it.
pub(in crate::report) struct Value {
    /// Its place on the scale, with the words on the map.
    pub(super) point: Option<Point>,
    /// The counts behind it.
    pub(super) of: Option<Share>,
    /// What is said beside it: the counts, now and a year before.
    pub(super) detail: Option<String>,
    /// Its direction, of a change.
    pub(super) direction: Option<Ordering>,
    /// Its cell in the table.
    pub(in crate::report) cell: Cell,
    /// True if the edition does not let it be known.
    held_back: bool,
}

impl Indicator {
    /// Its values with their names, for a sentence.
    pub(super) fn named<'v>(&'v self, names: &'v [String]) -> Vec<Named<'v>> {
        let both = names.iter().zip(&self.values);
        both.filter_map(|(name, value)| {
            Some(Named { name, point: value.point.as_ref()?, of: value.of })
        })
        .collect()
    }

    /// True if it says of every municipality what another says.
    fn repeats(&self, other: &Self) -> bool {
        let words = |one: &Self| -> Vec<Option<String>> {
            one.values.iter().map(|v| v.point.as_ref().map(|p| p.text.clone())).collect()
        };
        words(self) == words(other)
    }

    /// True if the edition holds some of its values back.
    pub(super) fn is_held_back(&self) -> bool {
        self.values.iter().any(|value| value.held_back)
    }

    fn says_nothing(&self) -> bool {
        self.values.iter().all(|value| value.point.is_none())
    }
}

impl Report<'_> {
    /// What the map may show, the declared indicator first; none says nothing or says what another
    /// one does.
    pub(in crate::report) fn indicators(&self) -> Vec<Indicator> {
        let mut all: Vec<Indicator> = self.declared().into_iter().collect();
        // What counts schools or works outside of tables is held back by no edition.
        if !self.published.shows_schools() {
            return all;
        }
        let attributes = &self.published.method().pages.municipality_attributes;
        let known = self.attributes(attributes.iter().map(|name| name.value.as_str()));
        let works = self.published.tells_all_works().then(|| self.failing_works()).flatten();
        let given = [self.listed_now_by(), self.listed_change(), works];
        let given = given.into_iter().flatten();
        for one in given.chain(known.into_iter().filter_map(|at| self.with_attribute(at))) {
            match all.iter_mut().find(|other| one.repeats(other)) {
                // The author's title is kept, and the table knows what it is of.
                Some(other) => (other.id, other.short) = (one.id, one.short),
                None if one.says_nothing() => {}
                None => all.push(one),
            }
        }
        all.truncate(MOST);
        all
    }

    /// The indicator that the method declares: a column of a table of municipalities.
    fn declared(&self) -> Option<Indicator> {
        let spec = self.published.method().pages.map.as_ref()?;
        let table = self.published.table(&spec.table.value)?;
        let column = table.columns.iter().position(|c| c.id.as_str() == spec.column.value)?;
        let value = |row: Option<usize>| {
            let Some(row) = row else { return self.no_value() };
            let of = match table.cell(row, column).value {
                CellValue::Share(share) => Some(share),
                _ => None,
            };
            Value {
                point: self.share_point(table, row, column),
                of,
                detail: of.map(|share| self.of_base(share)),
                direction: None,
                cell: self.tab_cell(table, row, column),
                held_back: table.cell(row, column).value == CellValue::Missing(Missing::Suppressed),
            }
        };
        let row_of = |ix: MunicipalityIx| {
            let id = &self.published.municipality(ix).id;
            table.rows.iter().position(|row| row.id.as_str() == id.as_str())
        };
        let all = table.rows.iter().position(|row| row.role == HeadingRole::Total);
        Some(Indicator {
            id: "declared".to_owned(),
            title: spec.title.clone(),
            short: spec.title.clone(),
            values: self.municipalities.iter().map(|ix| value(row_of(*ix))).collect(),
            region: value(all),
            colours: Colours::Amount,
        })
    }

    /// How many of the schools are on the list of this year.
    fn listed_now_by(&self) -> Option<Indicator> {
        let year = self.published.method().years.list;
        self.listed(&self.schools, year)?;
        let text = year.to_string();
        let value = |own: &[SchoolIx]| self.of_schools(self.listed(own, year));
        let title = self.say("map-listed", &[("year", (&text).into())]);
        let short = self.say("report-list-of", &[("year", (&text).into())]);
        Some(self.indicator(LISTED, title, short, value))
    }

    /// How the share of listed schools has changed from the year before.
    fn listed_change(&self) -> Option<Indicator> {
        let year = self.published.method().years.list;
        self.listed(&self.schools, year.previous())?;
        let value = |own: &[SchoolIx]| {
            let both = self.listed(own, year).zip(self.listed(own, year.previous()));
            let Some((now, before)) = both else { return self.no_value() };
            let change = self.change(now, before);
            let cell = self.change_cell(now, before);
            let unit = self.text.points_unit();
            let text = cell.text.strip_suffix(unit).unwrap_or(&cell.text).trim_end().to_owned();
            let point = Some(Point { value: position(change), text });
            let (is, was) = (self.of_base(now), self.of_base(before));
            let detail = self.say("map-then", &[("now", (&is).into()), ("before", (&was).into())]);
            let direction = Some(now.cmp(&before));
            Value { point, of: None, detail: Some(detail), direction, cell, held_back: false }
        };
        let (title, short) = (self.get("map-change"), self.get("map-change-short"));
        let indicator = self.indicator("change", title, short, value);
        Some(Indicator { colours: Colours::Direction, ..indicator })
    }

    /// How many of all works of the year stayed below the threshold. A count that was made from a
    /// percentage adds up to nothing certain, so then there is no sum.
    fn failing_works(&self) -> Option<Indicator> {
        let year = self.published.method().years.current;
        let at = self.published.tested_years().iter().position(|tested| *tested == year)?;
        let sum = |shares: Vec<Share>| {
            let certain = shares.iter().all(|share| !share.is_of_percent());
            let (count, base) = shares.iter().try_fold((0u32, 0u32), |(count, base), share| {
                Some((count.checked_add(share.count())?, base.checked_add(share.base())?))
            })?;
            Share::new(count, base).filter(|_| certain)
        };
        let procedures = || self.published.method().procedure_indices();
        let own = |ix: MunicipalityIx| {
            let series = procedures().map(|p| self.published.municipality_series(ix, p));
            self.of_works(sum(series.filter_map(|series| series.years[at]).collect()))
        };
        let all = procedures().map(|p| self.published.region_series(p));
        let region = sum(all.filter_map(|series| series.years[at]).collect())?;
        let text = year.to_string();
        Some(Indicator {
            id: "works".to_owned(),
            title: self.say("map-works", &[("year", (&text).into())]),
            short: self.say("map-works-short", &[("year", (&text).into())]),
            values: self.municipalities.iter().map(|ix| own(*ix)).collect(),
            region: self.of_works(Some(region)),
            colours: Colours::Amount,
        })
    }

    /// How many of the schools have an attribute that is a matter of yes or no.
    fn with_attribute(&self, at: usize) -> Option<Indicator> {
        let attribute = self.published.method().attributes.get(at)?;
        let (_, info) = self.published.attribute(&attribute.id.value)?;
        info.categories.iter().find(|category| category.id == "yes")?;
        let value = |own: &[SchoolIx]| {
            let answers = own.iter().filter_map(|ix| match self.published.school_value(at, *ix) {
                AttributeValue::Category(category) => Some(category.id == "yes"),
                _ => None,
            });
            let (yes, known) =
                answers.fold((0, 0), |(yes, known), is| (yes + u32::from(is), known + 1));
            self.of_schools(Share::new(yes, known))
        };
        let title = self.attribute_title(at);
        let said = self.say("map-attribute", &[("title", (&title).into())]);
        let id = super::super::listings::column_id(&attribute.id.value);
        Some(self.indicator(&id, said, self.attribute_short(at), value))
    }

    /// An indicator that schools give.
    fn indicator(
        &self,
        id: &str,
        title: String,
        short: String,
        value: impl Fn(&[SchoolIx]) -> Value,
    ) -> Indicator {
        let values = self.municipalities.iter().map(|ix| value(self.published.schools_of(*ix)));
        Indicator {
            id: id.to_owned(),
            title,
            short,
            values: values.collect(),
            region: value(&self.schools),
            colours: Colours::Amount,
        }
    }

    fn of_schools(&self, share: Option<Share>) -> Value {
        self.of_share(share, |share| self.share_cell(share, Show::Both))
    }

    fn of_works(&self, share: Option<Share>) -> Value {
        self.of_share(share, |share| self.pooled_cell(share))
    }

    fn of_share(&self, share: Option<Share>, cell: impl Fn(Share) -> Cell) -> Value {
        let Some(share) = share else { return self.no_value() };
        let point = Some(Point { value: scale(share), text: self.percent(share) });
        let detail = Some(self.of_base(share));
        let cell = cell(share);
        Value { point, of: Some(share), detail, direction: None, cell, held_back: false }
    }

    fn no_value(&self) -> Value {
        let cell = self.missing_cell(Missing::NotAvailable);
        Value { point: None, of: None, detail: None, direction: None, cell, held_back: false }
    }
}
