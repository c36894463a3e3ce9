//! Tables that the texts declare where they stand, as specifications like all others:
//! `table(rows="municipality, total", columns="cluster", where="locality = rural")`.

mod condition;

use std::collections::BTreeMap;

use super::draft::Draft;
use crate::diag::{At, Code, Diagnostic, Diagnostics, Place};
use crate::method::{
    AttributeKind, Base, Conditions, Entry, EntryKind, FigureBy, FigureKind, FigureSpec, Located,
    Measure, Origin, Over, TableSpec,
};
use crate::model::dataset::Dataset;
use crate::model::ids::is_valid_id;
use crate::model::narrative::{SpotKey, SpotTable};
use crate::model::tabulation::{HeadingRole, Show};
use crate::text::latin;

use condition::in_id;

/// Among rows and columns, the line of all.
const TOTAL: &str = "total";
/// The only column of a table that names none.
const SCHOOLS: &str = "schools";

const MEASURES: [&str; 4] = ["count", "percent", "failing", "mean"];
const PARTS: [&str; 3] = ["row", "column", "all"];
const CHARTS: [(&str, FigureKind); 5] = [
    ("bars", FigureKind::Bars),
    ("stacked", FigureKind::Stacked),
    ("grouped", FigureKind::Grouped),
    ("trend", FigureKind::Trend),
    ("dots", FigureKind::Dots),
];

/// Declares the tables of the texts, each once. Answers the id of each.
pub(super) fn declare(
    draft: &mut Draft<'_>,
    dataset: &Dataset,
    spots: &[SpotTable],
    faults: &mut Diagnostics,
) -> BTreeMap<SpotKey, String> {
    let mut ids: BTreeMap<SpotKey, String> = BTreeMap::new();
    let mut places: BTreeMap<String, Place> = BTreeMap::new();
    for spot in spots {
        if ids.contains_key(&spot.key()) {
            continue;
        }
        let spec = Reader { draft, dataset, spot, faults }.table();
        let Some(spec) = spec else { continue };
        let id = spec.id.clone();
        ids.insert(spot.key(), id.value.clone());
        let taken = draft.method().tables.iter().find(|table| table.id.value == id.value);
        let first = places.get(&id.value).copied().or_else(|| taken.map(|table| table.id.place));
        if first.is_some() || draft.is_taken(&id.value) {
            let fault = Diagnostic::new(Code::RepeatedId).at(id.place).with("value", &id.value);
            faults.push(first.into_iter().fold(fault, Diagnostic::see_also));
            continue;
        }
        places.insert(id.value, id.place);
        draft.table(spec);
    }
    ids
}

/// Words of a declaration and where they stand.
#[derive(Clone, Copy)]
struct Words<'a> {
    text: &'a str,
    place: Place,
}

impl<'a> Words<'a> {
    /// A piece of the words, blanks around it left out.
    fn part(self, piece: &'a str) -> Self {
        let text = piece.trim();
        // Both are slices of one text.
        let offset = text.as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        let place = match self.place.at {
            At::Span(start, _) => {
                let start = start as usize + offset;
                Place::span(self.place.source, start..start + text.len())
            }
            _ => self.place,
        };
        Self { text, place }
    }

    fn split(self, mark: &'a str) -> impl Iterator<Item = Self> {
        self.text.split(mark).map(move |piece| self.part(piece)).filter(|w| !w.text.is_empty())
    }

    fn located(self, value: &str) -> Located<String> {
        Located::implied(value.to_owned(), self.place)
    }
}

/// What a cell of the table says.
enum Says {
    Both,
    Count,
    Percent,
    Failing,
    Mean(Located<String>),
}

struct Reader<'r, 'd> {
    draft: &'r Draft<'d>,
    dataset: &'r Dataset,
    spot: &'r SpotTable,
    faults: &'r mut Diagnostics,
}

impl<'r> Reader<'r, '_> {
    fn arg(&self, name: &str) -> Option<Words<'r>> {
        let spot: &'r SpotTable = self.spot;
        spot.args.get(name).map(|(text, place)| Words { text, place: *place })
    }

    /// The specification; `None` after its faults have been told.
    fn table(&mut self) -> Option<TableSpec> {
        let says = self.says()?;
        let conditions =
            self.arg("where").map_or(Some(Conditions::default()), |w| self.meets(w))?;
        let down = self.names("rows");
        let across = self.names("columns");
        let over = self.over(&down, &across, &conditions, &says);
        let measure = match (&says, &over) {
            (Says::Failing, Over::Schools { years: Some(_), .. }) => Measure::FailingShare(None),
            (Says::Failing, _) => Measure::FailingShare(Some(self.draft.method().years.current)),
            _ => Measure::Count,
        };
        let id = self.id(&down, &across, &conditions)?;
        let base = self.base(!across.is_empty())?;
        let figure = self.figure(&across, &says)?;
        let decimals = self.arg("decimals").map(|w| w.text.parse().ok().filter(|d| *d <= 4));
        if decimals == Some(None) {
            self.bad("decimals");
            return None;
        }
        // Lines that the filter leaves nothing of are no zeros.
        let chooses = |names: &[Located<String>]| {
            let chosen = |name: &Located<String>| {
                conditions.0.iter().any(|(other, _)| other.value == name.value)
            };
            names.iter().any(chosen)
        };
        let (drop_rows, drop_columns) = (chooses(&down), chooses(&across));
        let only = self.only(&conditions);
        let base_note = self.draft.get(match (&says, &over, base) {
            (Says::Failing, ..) => "spot-base-participants",
            (Says::Mean(_), ..) => "spot-base-known",
            (_, Over::Schools { procedures: None, years: None }, Base::Row | Base::Cell) => {
                "spot-base-row"
            }
            (_, Over::Schools { procedures: None, years: None }, Base::Column) => {
                "spot-base-column"
            }
            (_, Over::Schools { procedures: None, years: None }, Base::All) => "spot-base-all",
            (_, _, Base::Row | Base::Cell) => "spot-units-row",
            (_, _, Base::Column) => "spot-units-column",
            (_, _, Base::All) => "spot-units-all",
        });
        let title = self.title(&down, &across, &over, &says, &only);
        let blank = self.draft.blank(String::new(), title, over);
        Some(TableSpec {
            id,
            corner: down.first().map(|name| self.draft.title_of(&name.value)).unwrap_or_default(),
            rows: down.iter().map(|name| self.entry(name, false)).collect(),
            columns: self.columns(&across, &says),
            show: match says {
                Says::Count => Show::Count,
                Says::Percent => Show::Percent,
                _ => Show::Both,
            },
            notes: self.note(&only).into_iter().collect(),
            base_note: Some(base_note),
            decimals: decimals.flatten(),
            figure: Some(figure),
            drop_empty_rows: drop_rows,
            drop_zero_columns: drop_columns,
            origin: Origin::Text,
            conditions,
            measure,
            base,
            ..blank
        })
    }

    fn bad(&mut self, name: &str) {
        let place = self.arg(name).map_or(self.spot.place, |words| words.place);
        let fault = Diagnostic::new(Code::BadArgument).at(place).with("value", name);
        self.faults.push(fault.with("other", "table"));
    }

    /// A word that is none of those that an argument may be.
    fn strange(&mut self, name: &str, words: Words<'_>, known: &[&str]) {
        let fault = crate::diag::unknown(Code::BadWord, words.place, words.text, known);
        self.faults.push(fault.with("column", name));
    }

    fn says(&mut self) -> Option<Says> {
        let Some(words) = self.arg("measure") else { return Some(Says::Both) };
        if let Some(of) = words.text.strip_prefix("mean ") {
            let of = words.part(of);
            return Some(Says::Mean(of.located(&self.attribute(of.text))));
        }
        match words.text {
            "count" => Some(Says::Count),
            "percent" => Some(Says::Percent),
            "failing" => Some(Says::Failing),
            _ => {
                self.strange("measure", words, &MEASURES);
                None
            }
        }
    }

    fn base(&mut self, columns: bool) -> Option<Base> {
        let Some(words) = self.arg("percent_of") else {
            return Some(if columns { Base::Row } else { Base::All });
        };
        match words.text {
            "row" => Some(Base::Row),
            "column" => Some(Base::Column),
            "all" => Some(Base::All),
            _ => {
                self.strange("percent_of", words, &PARTS);
                None
            }
        }
    }

    /// The chart beside it: of one column bars, of several divided bars, unless it says otherwise.
    fn figure(&mut self, across: &[Located<String>], says: &Says) -> Option<FigureSpec> {
        let single = across.is_empty();
        let kind = match self.arg("chart") {
            None if across.iter().any(|name| name.value == "year") => FigureKind::Trend,
            None if single => FigureKind::Bars,
            None if matches!(says, Says::Failing) => FigureKind::Dots,
            None => FigureKind::Stacked,
            Some(words) => {
                let Some((_, kind)) = CHARTS.iter().find(|(name, _)| *name == words.text) else {
                    self.strange("chart", words, &CHARTS.map(|(name, _)| name));
                    return None;
                };
                *kind
            }
        };
        let only = Located::implied(SCHOOLS.to_owned(), self.spot.place);
        let column = match self.arg("column") {
            Some(words) => Some(words.located(words.text)),
            None => (single && kind == FigureKind::Bars).then_some(only),
        };
        if kind == FigureKind::Bars && column.is_none() {
            let fault = Diagnostic::new(Code::MissingArgument).at(self.spot.place);
            self.faults.push(fault.with("value", "column").with("other", "figure"));
            return None;
        }
        Some(FigureSpec { kind, by: FigureBy::Rows, column, title: None })
    }

    /// The attributes that are rows or columns, by id, and `total`.
    fn names(&self, arg: &str) -> Vec<Located<String>> {
        let words = self.arg(arg).into_iter().flat_map(|words| words.split(","));
        words.map(|name| name.located(&self.attribute(name.text))).collect()
    }

    /// The id of an attribute that is named by id or by title.
    fn attribute(&self, name: &str) -> String {
        let attributes = &self.draft.method().attributes;
        if attributes.iter().any(|a| a.id.value == name) {
            return name.to_owned();
        }
        let same = |title: &str| title.to_lowercase() == name.to_lowercase();
        let titles = &self.draft.method().titles;
        let built_in = [
            ("municipality", &titles.municipality),
            ("procedure", &titles.procedure),
            ("year", &titles.year),
        ];
        let built_in = built_in.iter().find(|(_, title)| same(title)).map(|(id, _)| *id);
        let titled = attributes.iter().find(|a| same(&a.title) || same(&a.short));
        let found = built_in.or_else(|| titled.map(|a| a.id.value.as_str()));
        found.unwrap_or(name).to_owned()
    }

    /// What is counted: what `of` says, else schools with whatever the attributes ask for.
    fn over(
        &self,
        down: &[Located<String>],
        across: &[Located<String>],
        conditions: &Conditions,
        says: &Says,
    ) -> Over {
        if let Some(of) = self.arg("of").filter(|of| of.text != SCHOOLS) {
            return Over::Rows(of.located(of.text));
        }
        let names = || {
            let lines = down.iter().chain(across).map(|name| name.value.as_str());
            lines.chain(conditions.0.iter().map(|(name, _)| name.value.as_str()))
        };
        let failing = matches!(says, Says::Failing);
        let procedures = failing || names().any(|name| self.is_of_procedures(name));
        let years = names().any(|name| self.is_of_years(name));
        Over::Schools { procedures: procedures.then(Vec::new), years: years.then(Vec::new) }
    }

    fn kind_of(&self, name: &str) -> Option<&AttributeKind> {
        let attributes = &self.draft.method().attributes;
        attributes.iter().find(|a| a.id.value == name).map(|a| &a.kind)
    }

    fn is_of_procedures(&self, name: &str) -> bool {
        let kind = self.kind_of(name);
        name == "procedure"
            || matches!(kind, Some(AttributeKind::Dynamics { .. } | AttributeKind::Held))
    }

    fn is_of_years(&self, name: &str) -> bool {
        name == "year"
            || matches!(
                self.kind_of(name),
                Some(
                    AttributeKind::Held
                        | AttributeKind::List { year: None, .. }
                        | AttributeKind::ListChange { years: None, .. }
                        | AttributeKind::ListYears { year: None, .. }
                        | AttributeKind::ListHistory { year: None, .. }
                        | AttributeKind::ListAgreement { year: None, .. }
                )
            )
    }

    fn columns(&self, across: &[Located<String>], says: &Says) -> Vec<Entry> {
        if !across.is_empty() {
            return across.iter().map(|name| self.entry(name, true)).collect();
        }
        let mean = match says {
            Says::Mean(of) => Some(of.clone()),
            _ => None,
        };
        let title = match (says, &mean) {
            (_, Some(of)) => self.draft.title_of(&of.value),
            (Says::Failing, _) => self.draft.get("spot-failing"),
            _ => self.draft.get("spot-count"),
        };
        let (id, base) = (SCHOOLS.to_owned(), None);
        let conditions = Conditions::default();
        vec![self.line(EntryKind::Where { id, title, conditions, base, mean }, HeadingRole::Body)]
    }

    /// A row or column for each category of an attribute, or of all.
    fn entry(&self, name: &Located<String>, column: bool) -> Entry {
        if name.value == TOTAL {
            let title = self.draft.get(if column { "spot-count" } else { "spot-total" });
            let (base, mean, conditions) = (None, None, Conditions::default());
            let kind = EntryKind::Where { id: TOTAL.to_owned(), title, conditions, base, mean };
            let show = column.then_some(Show::Count);
            return Entry { show, ..self.line(kind, HeadingRole::Total) };
        }
        let attribute = name.clone();
        let kind = EntryKind::Attribute { attribute, only: Vec::new() };
        Entry { place: name.place, ..self.line(kind, HeadingRole::Body) }
    }

    fn line(&self, kind: EntryKind, role: HeadingRole) -> Entry {
        let (show, tone, note, optional) = (None, None, None, false);
        Entry { place: self.spot.place, kind, show, tone, note, role, optional }
    }

    /// The stated id, or one made of what the table is by: the same as long as that is the same.
    fn id(
        &mut self,
        down: &[Located<String>],
        across: &[Located<String>],
        conditions: &Conditions,
    ) -> Option<Located<String>> {
        if let Some(id) = self.arg("id") {
            if !is_valid_id(id.text) {
                let fault = Diagnostic::new(Code::BadId).at(id.place);
                self.faults.push(fault.with("value", id.text));
                return None;
            }
            return Some(id.located(id.text));
        }
        let joined = |names: &[Located<String>]| {
            let names = names.iter().map(|name| name.value.as_str()).filter(|name| *name != TOTAL);
            names.collect::<Vec<_>>().join("_")
        };
        let mut words = vec![joined(down)];
        words.extend((!across.is_empty()).then(|| format!("by_{}", joined(across))));
        for (name, before) in
            [("of", "of"), ("measure", ""), ("percent_of", "of"), ("decimals", "to")]
        {
            words.extend(self.arg(name).map(|said| format!("{before} {}", said.text)));
        }
        let tests =
            conditions.0.iter().map(|(name, test)| format!("{} {}", name.value, in_id(test)));
        let tests: Vec<String> = tests.collect();
        words.extend((!tests.is_empty()).then(|| format!("where {}", tests.join(" and "))));
        let id = latin::slug(&words.join(" ")).replace('-', "_");
        Some(Located::implied(if is_valid_id(&id) { id } else { cut(&id) }, self.spot.place))
    }

    /// The stated title, or what is counted and by what.
    fn title(
        &self,
        down: &[Located<String>],
        across: &[Located<String>],
        over: &Over,
        says: &Says,
        only: &str,
    ) -> String {
        if let Some(title) = self.arg("title") {
            return title.text.to_owned();
        }
        let by = down.iter().chain(across).filter(|name| name.value != TOTAL);
        let by: Vec<String> =
            by.map(|name| format!("«{}»", self.draft.title_of(&name.value))).collect();
        let what = match (says, over) {
            (Says::Failing, _) => self.draft.get("spot-failing"),
            (Says::Mean(of), _) => {
                let title = self.draft.title_of(&of.value);
                self.draft.say("spot-mean", &[("what", (&title).into())])
            }
            (_, Over::Schools { procedures: None, years: None }) => self.draft.get("spot-schools"),
            (_, Over::Schools { .. }) => self.draft.get("spot-results"),
            (_, Over::Rows(table)) => {
                self.draft.say("spot-rows", &[("table", (&table.value).into())])
            }
        };
        let (n, by) = (u32::try_from(by.len()).unwrap_or(u32::MAX), self.draft.list(&by));
        let args = [("what", (&what).into()), ("n", n.into()), ("by", (&by).into())];
        let title = self.draft.say("spot-title", &args);
        if only.is_empty() { title } else { format!("{title} ({only})") }
    }

    /// A table whose author has titled it does not keep its filter to itself.
    fn note(&self, only: &str) -> Option<String> {
        let said = self.arg("title").is_some() && !only.is_empty();
        said.then(|| self.draft.say("spot-only", &[("conditions", only.into())]))
    }
}

/// The beginning of an id that is too long to be one, and a mark of the whole of it.
fn cut(id: &str) -> String {
    const KEPT: usize = 48;
    // FNV-1a: the same on every machine and in every version.
    let mark = id
        .bytes()
        .fold(0x811c_9dc5_u32, |mark, byte| (mark ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let kept = id.get(..KEPT).unwrap_or("table").trim_end_matches('_');
    format!("{kept}_{mark:08x}")
}
