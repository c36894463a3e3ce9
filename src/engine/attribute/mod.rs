//! Attributes computed for all their units at once, and what a column of them can be asked.

mod derived;
mod field;
mod lists;
mod of_school;
mod programme;
mod rows;
mod warning;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Code, Diagnostic, Diagnostics, SourceId};
use crate::method::{Attribute, AttributeKind, Conditions, Methodology, Over};
use crate::model::dataset::Dataset;
use crate::model::date::Date;
use crate::model::ids::{MunicipalityIx, ProcedureIx, SchoolIx, Year};
use crate::model::life::{Change, ChangeKind};
use crate::model::number::Decimal;
use crate::model::tabulation::{AttributeValue, CategoryInfo, Missing, Unit};
use crate::model::tone::Tone;

use super::absent::Absent;
use super::{AttributeInfo, Standings};

pub(super) use rows::Fit;

/// No category.
const NONE: u32 = u32::MAX;

/// How many procedures and which years there are: what turns a unit into an index.
#[derive(Clone, Debug)]
pub(crate) struct Shape {
    pub procedures: usize,
    pub first_year: Year,
    pub years: usize,
    /// The years that have results.
    pub tested: BTreeSet<Year>,
    /// The procedures that were held in a year: the data says so, or somebody took part.
    pub held: BTreeSet<(ProcedureIx, Year)>,
    /// The year that a table is of where its units have none: of what belonged where then.
    pub as_of: Option<Year>,
}

impl Shape {
    pub fn of(method: &Methodology, dataset: &Dataset) -> Self {
        let tested: BTreeSet<Year> = dataset.results.iter().map(|o| o.year).collect();
        let (first_year, last) = year_range(method, dataset, &tested);
        let years = usize::from(last.0.abs_diff(first_year.0)) + 1;
        let mut held: BTreeSet<(ProcedureIx, Year)> =
            dataset.results.iter().map(|o| (o.procedure, o.year)).collect();
        held.extend(
            dataset.procedure_years.iter().filter(|p| p.held).map(|p| (p.procedure, p.year)),
        );
        Self { procedures: method.procedures.len(), first_year, years, tested, held, as_of: None }
    }

    /// The same for a table that is of a year.
    pub fn as_of(&self, year: Option<Year>) -> Self {
        Self { as_of: year, ..self.clone() }
    }

    pub fn years(&self) -> impl Iterator<Item = Year> + use<> {
        let first = self.first_year.0;
        (0..self.years).map(move |at| Year(first + at as i16))
    }

    fn year_index(&self, year: Year) -> Option<usize> {
        let at = usize::try_from(year.0.checked_sub(self.first_year.0)?).ok()?;
        (at < self.years).then_some(at)
    }
}

/// The first and the last year that the method, results or lists speak of.
fn year_range(method: &Methodology, dataset: &Dataset, tested: &BTreeSet<Year>) -> (Year, Year) {
    let stated = [method.years.current, method.years.baseline, method.years.list];
    let lists = dataset.lists.values().flatten().map(|row| row.year);
    let named = method.tables.iter().flat_map(|table| match &table.over {
        Over::Schools { years: Some(years), .. } => years.as_slice(),
        _ => &[],
    });
    let years = stated.into_iter().chain(lists).chain(named.copied()).chain(tested.iter().copied());
    years.fold((method.years.current, method.years.current), |(first, last), year| {
        (first.min(year), last.max(year))
    })
}

/// The units an attribute says something of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Domain {
    /// Schools, or schools × procedures, × years.
    Schools { procedure: bool, year: bool },
    /// Rows of a table.
    Rows(String),
}

impl Domain {
    pub const SCHOOLS: Self = Self::Schools { procedure: false, year: false };

    /// True if an attribute of `other` has a value for every unit of this domain.
    pub fn covers(&self, other: &Self) -> bool {
        match (self, other) {
            (_, Self::Schools { procedure: false, year: false }) => true,
            (Self::Schools { procedure, year }, Self::Schools { procedure: p, year: y }) => {
                procedure >= p && year >= y
            }
            (Self::Rows(table), Self::Rows(other)) => table == other,
            _ => false,
        }
    }

    /// The smallest domain that covers both, if there is one.
    fn join(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            _ if self.covers(other) => Some(self.clone()),
            _ if other.covers(self) => Some(other.clone()),
            (Self::Schools { procedure, year }, Self::Schools { procedure: p, year: y }) => {
                Some(Self::Schools { procedure: *procedure || *p, year: *year || *y })
            }
            _ => None,
        }
    }

    fn index(&self, shape: &Shape, unit: &Unit) -> Option<usize> {
        match self {
            Self::Schools { procedure, year } => {
                let mut at = unit.school.0 as usize;
                if *procedure {
                    at = at * shape.procedures + usize::from(unit.procedure?.0);
                }
                if *year {
                    at = at * shape.years + shape.year_index(unit.year?)?;
                }
                Some(at)
            }
            Self::Rows(_) => unit.row.map(|row| row as usize),
        }
    }
}

/// Values of an attribute, by the index of the unit in its domain.
#[derive(Clone, Debug)]
pub(crate) enum Values {
    /// A category each.
    Codes(Vec<u32>),
    /// A number each.
    Numbers(Vec<Option<Decimal>>),
    /// Categories that overlap: for each, whether the unit is in it.
    Sets(Vec<Vec<bool>>),
    /// The municipality of the unit's school in the unit's year.
    Municipality(Belonging),
    /// The unit's own procedure.
    Procedure,
    /// The unit's own year.
    Year,
}

/// The municipality of each school: of today, and of the years before each move.
#[derive(Clone, Debug)]
pub(crate) struct Belonging {
    today: Vec<MunicipalityIx>,
    /// The year of a move and the municipality before it, in order, of schools that moved.
    moves: BTreeMap<SchoolIx, Vec<(Year, MunicipalityIx)>>,
}

impl Belonging {
    fn new(dataset: &Dataset) -> Self {
        let moved = |change: &Change| match change.kind {
            ChangeKind::Moved(from) => Some((change.year, from)),
            _ => None,
        };
        let moves = dataset.school_indices().filter_map(|ix| {
            let moves: Vec<_> = dataset.school(ix).life.changes.iter().filter_map(moved).collect();
            (!moves.is_empty()).then_some((ix, moves))
        });
        Self {
            today: dataset.schools.iter().map(|school| school.municipality).collect(),
            moves: moves.collect(),
        }
    }

    fn of(&self, school: SchoolIx, year: Option<Year>) -> Option<MunicipalityIx> {
        let moves = self.moves.get(&school).zip(year);
        let before = moves.and_then(|(moves, year)| moves.iter().find(|(moved, _)| *moved > year));
        before.map(|(_, from)| *from).or_else(|| self.today.get(school.0 as usize).copied())
    }
}

/// An attribute computed for all its units.
#[derive(Clone, Debug)]
pub(crate) struct Column {
    pub domain: Domain,
    pub categories: Vec<CategoryInfo>,
    pub values: Values,
    pub sources: BTreeSet<SourceId>,
}

impl Column {
    /// True if the unit is in the category.
    pub fn has(&self, shape: &Shape, unit: &Unit, category: u32) -> bool {
        match &self.values {
            Values::Sets(sets) => {
                let at = self.domain.index(shape, unit);
                let set = sets.get(category as usize);
                at.zip(set).is_some_and(|(at, set)| set.get(at) == Some(&true))
            }
            _ => self.category(shape, unit) == Some(category),
        }
    }

    /// The category of the unit, if it has exactly one.
    pub fn category(&self, shape: &Shape, unit: &Unit) -> Option<u32> {
        match &self.values {
            Values::Codes(codes) => {
                let code = *codes.get(self.domain.index(shape, unit)?)?;
                (code != NONE).then_some(code)
            }
            Values::Municipality(belonging) => {
                belonging.of(unit.school, unit.year.or(shape.as_of)).map(|ix| ix.0)
            }
            Values::Procedure => unit.procedure.map(|p| p.0.into()),
            Values::Year => u32::try_from(shape.year_index(unit.year?)?).ok(),
            Values::Numbers(_) | Values::Sets(_) => None,
        }
    }

    /// True if the data says which categories or which number the unit has, be it none of them.
    pub fn is_known(&self, shape: &Shape, unit: &Unit) -> bool {
        matches!(self.values, Values::Sets(_)) || self.is_present(shape, unit)
    }

    /// True if the unit has a category or a number.
    pub fn is_present(&self, shape: &Shape, unit: &Unit) -> bool {
        match &self.values {
            Values::Numbers(_) => self.number(shape, unit).is_some(),
            Values::Sets(sets) => {
                let at = self.domain.index(shape, unit);
                at.is_some_and(|at| sets.iter().any(|set| set.get(at) == Some(&true)))
            }
            _ => self.category(shape, unit).is_some(),
        }
    }

    /// The number of the unit.
    pub fn number(&self, shape: &Shape, unit: &Unit) -> Option<Decimal> {
        match &self.values {
            Values::Numbers(numbers) => *numbers.get(self.domain.index(shape, unit)?)?,
            _ => None,
        }
    }

    /// What there is to say of the unit.
    pub fn value(&self, shape: &Shape, unit: &Unit) -> AttributeValue<'_> {
        if let Some(number) = self.number(shape, unit) {
            return AttributeValue::Number(number);
        }
        let category = self.category(shape, unit);
        match category.and_then(|code| self.categories.get(code as usize)) {
            Some(category) => AttributeValue::Category(category),
            None => AttributeValue::Missing(Missing::NotAvailable),
        }
    }

    pub fn is_numeric(&self) -> bool {
        matches!(self.values, Values::Numbers(_))
    }

    /// The code of a category by its id.
    pub fn code(&self, id: &str) -> Option<u32> {
        let at = self.categories.iter().position(|c| c.id == id)?;
        u32::try_from(at).ok()
    }
}

/// All attributes: the declared ones in order, then the three every method has.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    pub shape: Shape,
    declared: usize,
    columns: Vec<Column>,
    names: BTreeMap<String, usize>,
}

impl Columns {
    pub fn find(&self, name: &str) -> Option<(usize, &Column)> {
        let at = *self.names.get(name)?;
        Some((at, &self.columns[at]))
    }

    /// The name of one of these columns.
    pub fn name_of(&self, column: &Column) -> &str {
        let same = |at: &usize| std::ptr::eq(&self.columns[*at], column);
        self.names.iter().find(|(_, at)| same(at)).map_or("", |(name, _)| name.as_str())
    }

    /// A declared attribute by its order in the methodology.
    pub fn declared(&self, at: usize) -> Option<&Column> {
        self.columns[..self.declared].get(at)
    }

    /// The names that a methodology may use, for who looks for the right one.
    pub fn names(&self) -> Vec<&str> {
        // Implied ones have names that nobody can mean.
        self.names.keys().map(String::as_str).filter(|name| !name.contains(':')).collect()
    }

    pub fn infos(&self, method: &Methodology, absent: &Absent) -> Vec<AttributeInfo> {
        let info = |(attribute, column): (&Attribute, &Column)| AttributeInfo {
            id: crate::model::ids::AttributeId::new(attribute.id.value.as_str()),
            title: attribute.title.clone(),
            categories: column.categories.clone(),
            of_school: column.domain == Domain::SCHOOLS,
            absent: absent.has(&attribute.id.value),
        };
        method.attributes.iter().zip(&self.columns).map(info).collect()
    }
}

/// What every kind of attribute is computed from.
struct Context<'a> {
    method: &'a Methodology,
    dataset: &'a Dataset,
    shape: Shape,
    standings: &'a Standings,
    date: Option<Date>,
    absent: &'a Absent,
    done: BTreeMap<&'a str, Column>,
}

/// Computes every declared attribute, those that others need first.
pub(crate) fn compute(
    (method, dataset, date): (&Methodology, &Dataset, Option<Date>),
    shape: Shape,
    standings: &Standings,
    absent: &Absent,
    faults: &mut Diagnostics,
) -> Columns {
    let done = of_school::built_in(method, dataset, &shape);
    let mut context = Context { method, dataset, shape, standings, date, absent, done };
    let mut waiting: Vec<&Attribute> = method.attributes.iter().collect();
    // Attributes that could not be computed; what is made from them is not called wrong as well.
    let mut failed: BTreeSet<&str> = BTreeSet::new();
    while !waiting.is_empty() {
        let declared = |name: &str| waiting.iter().any(|a| a.id.value == name);
        let (ready, later): (Vec<&Attribute>, Vec<&Attribute>) =
            waiting.iter().partition(|a| !needs(a, method).iter().any(|name| declared(name)));
        if ready.is_empty() {
            cycles(method, &later, faults);
            break;
        }
        for attribute in ready {
            let id = attribute.id.value.as_str();
            let needs = needs(attribute, method);
            // What an absent attribute takes with it is absent itself; the rest does without it.
            let spoilt = |name: &String| failed.contains(&**name) && !absent.has(name);
            let sound = !absent.has(id) && !needs.iter().any(spoilt);
            let column = if sound { context.column(attribute, faults) } else { None };
            if column.is_none() {
                failed.insert(id);
            }
            context.done.insert(id, column.unwrap_or_else(Column::empty));
        }
        waiting = later;
    }
    in_order(method, context)
}

/// Reports each circle among attributes that wait for each other, at the first of its attributes.
fn cycles(method: &Methodology, waiting: &[&Attribute], faults: &mut Diagnostics) {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for start in waiting {
        let mut path: Vec<&Attribute> = Vec::new();
        let mut at = Some(*start);
        while let Some(attribute) = at.filter(|a| seen.insert(&a.id.value)) {
            path.push(attribute);
            at = waiting.iter().copied().find(|a| needs(attribute, method).contains(&a.id.value));
        }
        let Some(closing) = at else { continue };
        // What leads into the circle is no part of it; a circle met before ends no path here.
        let from = path.iter().position(|a| a.id.value == closing.id.value);
        let Some([first, rest @ ..]) = from.map(|from| &path[from..]) else { continue };
        let ids = std::iter::once(first).chain(rest).chain([first]);
        let chain: Vec<_> = ids.map(|a| a.id.value.as_str()).collect();
        let fault = Diagnostic::new(Code::AttributeCycle)
            .at(first.id.place)
            .with("value", chain.join(" → "));
        faults.push(rest.iter().fold(fault, |fault, a| fault.see_also(a.id.place)));
    }
}

fn in_order(method: &Methodology, mut context: Context<'_>) -> Columns {
    let mut columns = Vec::new();
    let mut names = BTreeMap::new();
    for attribute in &method.attributes {
        let id = attribute.id.value.as_str();
        names.insert(id.to_owned(), columns.len());
        columns.push(context.done.remove(id).unwrap_or_else(Column::empty));
    }
    let declared = columns.len();
    for (name, column) in context.done {
        names.insert(name.to_owned(), columns.len());
        columns.push(column);
    }
    Columns { shape: context.shape, declared, columns, names }
}

/// The attributes that an attribute is made from.
fn needs(attribute: &Attribute, method: &Methodology) -> Vec<String> {
    let names = |conditions: &Conditions| -> Vec<String> {
        conditions.0.iter().map(|(name, _)| name.value.clone()).collect()
    };
    match &attribute.kind {
        AttributeKind::Quantile { of, .. } => vec![of.value.clone()],
        AttributeKind::Cases { cases } => {
            cases.iter().flat_map(|case| names(&case.conditions)).collect()
        }
        AttributeKind::Variant { support } => match method.support(&support.value) {
            Some(support) if attribute.is_implied() => {
                support.conditions().flat_map(names).collect()
            }
            Some(support) => vec![support.attribute()],
            None => Vec::new(),
        },
        _ => Vec::new(),
    }
}

impl Column {
    /// What stands for an attribute that could not be computed; its fault has been reported.
    fn empty() -> Self {
        Self {
            domain: Domain::SCHOOLS,
            categories: Vec::new(),
            values: Values::Codes(Vec::new()),
            sources: BTreeSet::new(),
        }
    }
}

impl<'a> Context<'a> {
    fn column(&self, attribute: &Attribute, faults: &mut Diagnostics) -> Option<Column> {
        match &attribute.kind {
            AttributeKind::Field { field, titles_from } => {
                self.field(attribute, field, titles_from.as_ref(), faults)
            }
            AttributeKind::Number { field } => self.number(field, faults),
            AttributeKind::Bins { field, bins } => self.bins(field, bins, faults),
            AttributeKind::AnyRow { table, columns, until } => {
                self.any_row(attribute, table, columns, *until, faults)
            }
            AttributeKind::Answer { question } => self.answer(question, faults),
            AttributeKind::Quantile { of, quantile, side, include_ties } => {
                self.quantile(attribute, of, *quantile, *side, *include_ties, faults)
            }
            AttributeKind::Cases { cases } => self.cases(cases, faults),
            AttributeKind::Group { groups } => Some(self.group(attribute, groups, faults)),
            AttributeKind::Groups => Some(self.groups()),
            AttributeKind::List { list, year, shift } => {
                self.list(attribute, list, *year, *shift, faults)
            }
            AttributeKind::ListChange { list, years } => {
                self.list_change(attribute, list, *years, faults)
            }
            AttributeKind::ListYears { list, year, window, in_a_row } => {
                self.list_years(list, *year, *window, *in_a_row, faults)
            }
            AttributeKind::ListHistory { list, year, window, in_a_row } => {
                self.list_history(attribute, list, *year, (*window, *in_a_row), faults)
            }
            AttributeKind::ListAgreement { lists, year } => {
                self.list_agreement(attribute, lists, *year, faults)
            }
            AttributeKind::ListRule { list, year } => self.list_rule(list, *year, faults),
            AttributeKind::Cluster { year } => Some(self.cluster(*year)),
            AttributeKind::Transition { from, to } => Some(self.transition(*from, *to)),
            AttributeKind::Dynamics { from, to } => Some(self.dynamics(*from, *to)),
            AttributeKind::Held => Some(self.held(attribute)),
            AttributeKind::Variant { support } => self.variant(attribute, support, faults),
            AttributeKind::Warning { warning, year, answer } => {
                self.warning(attribute, warning, *year, *answer)
            }
            AttributeKind::RoadmapState => self.roadmap_state(attribute, faults),
            AttributeKind::TargetState => self.target_state(attribute, faults),
            AttributeKind::Target => self.targets(),
        }
    }

    /// Yes and no, in the declared order and with the declared titles if there are any.
    fn yes_no(&self, attribute: &Attribute) -> Vec<CategoryInfo> {
        let titles = &self.method.titles;
        let default = |id: &str, title: &str| category(id, title, Tone::Plain);
        if attribute.values.is_empty() {
            return vec![default("yes", &titles.yes), default("no", &titles.no)];
        }
        declared(attribute)
    }
}

fn category(id: &str, title: &str, tone: Tone) -> CategoryInfo {
    CategoryInfo { id: id.to_owned(), title: title.to_owned(), tone }
}

/// The categories a methodology declares for an attribute.
fn declared(attribute: &Attribute) -> Vec<CategoryInfo> {
    let info = |c: &crate::method::Category| category(&c.id, &c.title, c.tone.unwrap_or_default());
    attribute.values.iter().map(info).collect()
}

/// Categories that a kind names itself, with the titles that the methodology gives them. Their order
/// is the methodology's if it names them all.
fn retitled(attribute: &Attribute, own: Vec<CategoryInfo>) -> Vec<CategoryInfo> {
    let declared = |c: &CategoryInfo| attribute.values.iter().position(|value| value.id == c.id);
    let mut categories: Vec<(Option<usize>, CategoryInfo)> = own
        .into_iter()
        .map(|own| match declared(&own) {
            Some(at) => {
                let value = &attribute.values[at];
                (Some(at), category(&own.id, &value.title, value.tone.unwrap_or(own.tone)))
            }
            None => (None, own),
        })
        .collect();
    if categories.iter().all(|(at, _)| at.is_some()) {
        categories.sort_by_key(|(at, _)| *at);
    }
    categories.into_iter().map(|(_, category)| category).collect()
}

/// The code of a category among others; `NONE` if it is not among them.
fn code_of(categories: &[CategoryInfo], id: &str) -> u32 {
    let at = categories.iter().position(|c| c.id == id);
    at.and_then(|at| u32::try_from(at).ok()).unwrap_or(NONE)
}
