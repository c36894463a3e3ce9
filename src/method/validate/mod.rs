//! From the methodology as written to the valid one, with every fault collected.

mod attributes;
mod checks;
mod lists;
mod programme;
mod rules;
mod support;
mod tables;
mod warnings;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use toml::Spanned;

use super::import::{Import, ImportSpec, MAX_SCORE, MinimumSpec};
use super::spec::{self, ConditionSpec, MethodSpec, Name};
use super::{
    Agreement, AttributeKind, Conditions, Group, ListChange, ListHistory, Located, Methodology,
    Procedure, ProgrammeTitles, Titles, Track, TransitionKind, WarningState, Words, Years,
};
use crate::diag::{Code, Diagnostic, Diagnostics, Place, SourceId};
use crate::model::ids::{GroupId, ProcedureId, Year, is_valid_id};
use crate::model::number::Rounding;

/// The most digits after the decimal mark that a table may print.
const MAX_DECIMALS: u8 = 4;

/// The attributes that every method has.
const BUILT_IN: [&str; 3] = ["municipality", "procedure", "year"];

pub(super) fn methodology(
    spec: MethodSpec,
    source: SourceId,
    words: Words<'_>,
) -> Result<Methodology, Diagnostics> {
    let mut check = Check { source, faults: Diagnostics::new() };
    let years = check.years(&spec.years);
    let procedures = check.procedures(spec.procedure);
    // Groups and tracks have pages in one folder.
    let group_ids = spec.group.iter().map(|g| &g.id);
    check.unique_names(group_ids.chain(spec.track.iter().map(|t| &t.id)));
    let groups = check.groups(spec.group);
    let tracks = check.tracks(spec.track);
    let low_results = check.low_results(spec.low_results, &spec.list, procedures.len());
    let lists = check.lists(spec.list, &low_results, procedures.len());
    let clusters =
        check.clusters(spec.clusters, spec.cluster, &low_results, procedures.len(), words);
    let dynamics = check.dynamics(spec.dynamics, words);
    let decimals = spec.rounding.decimals.map_or(0, |d| check.decimals(&d));
    let few = spec.rounding.few.unwrap_or(super::parameter::FEW);
    let statistics = check.statistics(&spec.statistics);
    let checks = check.checks(spec.checks);
    let supports = check.supports(spec.support, &tracks);
    let main = low_results.list.as_ref();
    let warnings = check.warnings(spec.warning, &lists, main, procedures.len());
    let roadmap = check.roadmap(&spec.roadmap);
    let declared = spec.attribute.into_iter();
    let mut attributes: Vec<_> = declared.filter_map(|a| check.attribute(a, &supports)).collect();
    attributes.extend(support::attributes(&supports, &attributes));
    attributes.extend(warnings::attributes(&warnings, years));
    let mut tables: Vec<_> = spec.table.into_iter().map(|t| check.table(t)).collect();
    tables.extend(warnings::tables(&warnings, years, words));
    let listings = spec.listing.into_iter().map(|l| check.listing(l)).collect();
    let pages = check.pages(spec.pages);
    let methodology = Methodology {
        titles: titles(words),
        source,
        years,
        procedures,
        low_results,
        clusters,
        dynamics,
        roadmap,
        rounding: match spec.rounding.mode {
            spec::RoundingMode::HalfUp => Rounding::HalfUp,
            spec::RoundingMode::HalfEven => Rounding::HalfEven,
        },
        decimals,
        few,
        statistics,
        checks,
        groups,
        tracks,
        lists,
        warnings,
        columns: spec.data,
        attributes,
        withheld: Default::default(),
        tables,
        listings,
        supports,
        pages,
    };
    check.references(&methodology);
    if check.faults.has_errors() { Err(check.faults) } else { Ok(methodology) }
}

fn titles(words: Words<'_>) -> Titles {
    Titles {
        yes: words("category-yes"),
        no: words("category-no"),
        municipality: words("category-municipality"),
        procedure: words("category-procedure"),
        year: words("category-year"),
        programme: ProgrammeTitles::new(words),
        transitions: TransitionKind::ALL.map(|kind| match kind {
            TransitionKind::Raised => words("transition-raised"),
            TransitionKind::Left => words("transition-left"),
            TransitionKind::Unchanged => words("transition-unchanged"),
            TransitionKind::Lowered => words("transition-lowered"),
            TransitionKind::Entered => words("transition-entered"),
            TransitionKind::StayedOut => words("transition-stayed-out"),
        }),
        changes: ListChange::ALL.map(|change| match change {
            ListChange::Entered => words("change-entered"),
            ListChange::Returned => words("change-returned"),
            ListChange::Stayed => words("change-stayed"),
            ListChange::Left => words("change-left"),
            ListChange::Out => words("change-out"),
        }),
        histories: ListHistory::ALL.map(|history| match history {
            ListHistory::First => words("history-first"),
            ListHistory::Repeated => words("history-repeated"),
            ListHistory::InARow => words("history-in-a-row"),
            ListHistory::Out => words("history-out"),
        }),
        agreements: Agreement::ALL.map(|agreement| match agreement {
            Agreement::Both => words("agreement-both"),
            Agreement::OnlyFirst | Agreement::OnlySecond => words("agreement-only"),
            Agreement::Neither => words("agreement-neither"),
        }),
        rule_agreements: Agreement::ALL.map(|agreement| match agreement {
            Agreement::Both => words("rule-both"),
            Agreement::OnlyFirst => words("rule-only-file"),
            Agreement::OnlySecond => words("rule-only-rule"),
            Agreement::Neither => words("rule-neither"),
        }),
        no_variant: words("variant-none"),
        several_variants: words("variant-several"),
        warnings: WarningState::ALL.map(|state| words(&format!("warning-state-{}", state.id()))),
    }
}

/// The source and the faults found in it so far.
struct Check {
    source: SourceId,
    faults: Diagnostics,
}

impl Check {
    fn place<T>(&self, spanned: &Spanned<T>) -> Place {
        Place::span(self.source, spanned.span())
    }

    fn located(&self, name: Name) -> Located<String> {
        let place = self.place(&name);
        Located { value: name.into_inner(), place }
    }

    fn all_located(&self, names: Vec<Name>) -> Vec<Located<String>> {
        names.into_iter().map(|n| self.located(n)).collect()
    }

    /// The document that something rests on; the readers look it up among those of the data.
    fn document(&self, name: Option<Name>) -> Option<Located<String>> {
        name.map(|name| self.located(name))
    }

    /// A setting whose value will not do, and what will.
    fn bad_parameter(&mut self, place: Place, name: &str, value: impl ToString, known: &str) {
        self.faults.push(
            Diagnostic::new(Code::BadParameter)
                .at(place)
                .with("value", value)
                .with("column", name)
                .with("known", known),
        );
    }

    /// Two ways to say a thing, of which exactly one must be taken.
    fn either_or(&mut self, place: Place, one: &str, other: &str) {
        let fault = Diagnostic::new(Code::EitherOr).at(place);
        self.faults.push(fault.with("value", one).with("other", other));
    }

    fn missing_key(&mut self, place: Place, name: &str) {
        self.faults.push(Diagnostic::new(Code::MissingKey).at(place).with("value", name));
    }

    fn id(&mut self, name: &Name) {
        self.id_at(name.get_ref(), self.place(name));
    }

    fn id_at(&mut self, id: &str, place: Place) {
        if !is_valid_id(id) {
            let fault = Diagnostic::new(Code::BadId).at(place);
            self.faults.push(fault.with("value", id));
        }
    }

    /// As `unique`, of names as written.
    fn unique_names<'a>(&mut self, names: impl Iterator<Item = &'a Name>) {
        let placed: Vec<_> = names.map(|n| (n.get_ref().as_str(), self.place(n))).collect();
        self.unique(placed);
    }

    /// Reports ids that stand twice, with both places.
    fn unique<'a>(&mut self, names: impl IntoIterator<Item = (&'a str, Place)>) {
        let mut seen = BTreeMap::new();
        for (name, place) in names {
            match seen.entry(name) {
                Entry::Vacant(entry) => {
                    entry.insert(place);
                }
                Entry::Occupied(first) => self.faults.push(
                    Diagnostic::new(Code::RepeatedId)
                        .at(place)
                        .with("value", name)
                        .see_also(*first.get()),
                ),
            }
        }
    }

    fn year(&mut self, name: &str, year: &Spanned<i64>) -> Year {
        let value = i16::try_from(*year.get_ref()).ok().map(Year);
        match value.filter(|y| Year::PLAUSIBLE.contains(&y.0)) {
            Some(year) => year,
            None => {
                let place = self.place(year);
                let (first, last) = (Year::PLAUSIBLE.start(), Year::PLAUSIBLE.end());
                self.bad_parameter(place, name, year.get_ref(), &format!("{first}–{last}"));
                Year(2000)
            }
        }
    }

    fn years(&mut self, spec: &spec::YearsSpec) -> Years {
        let current = self.year("current", &spec.current);
        let baseline = spec.baseline.as_ref().map(|y| self.year("baseline", y));
        let list = spec.list.as_ref().map(|y| self.year("list", y));
        Years {
            current,
            baseline: baseline.unwrap_or(current.previous()),
            list: list.unwrap_or(Year(current.0 + 1)),
        }
    }

    fn decimals(&mut self, decimals: &Spanned<u8>) -> u8 {
        if *decimals.get_ref() > MAX_DECIMALS {
            let place = self.place(decimals);
            let known = format!("0–{MAX_DECIMALS}");
            self.bad_parameter(place, "decimals", decimals.get_ref(), &known);
        }
        (*decimals.get_ref()).min(MAX_DECIMALS)
    }

    fn procedures(&mut self, specs: Vec<spec::ProcedureSpec>) -> Vec<Procedure> {
        self.unique_names(specs.iter().map(|p| &p.id));
        let mut procedures = Vec::new();
        for spec in specs {
            self.id(&spec.id);
            let import = self.import(spec.import);
            procedures.push(Procedure {
                id: ProcedureId::new(spec.id.into_inner()),
                short: spec.short.unwrap_or_else(|| spec.title.clone()),
                title: spec.title,
                subject: spec.subject,
                grade: spec.grade,
                stage: spec.stage,
                failing: spec.failing,
                import,
            });
        }
        let whole = Place::whole(self.source);
        match procedures.len() {
            0 => self.missing_key(whole, "[[procedure]]"),
            1..=255 => {}
            many => self.bad_parameter(whole, "[[procedure]]", many, "1–255"),
        }
        procedures
    }

    fn import(&mut self, spec: ImportSpec) -> Import {
        let mut minimum = |spec: Option<Spanned<MinimumSpec>>, name: &str| {
            let spec = spec?;
            match spec.get_ref().read() {
                Ok(minimum) => Some(minimum),
                Err(wrong) => {
                    let place = self.place(&spec);
                    self.bad_parameter(place, name, wrong, &format!("0–{MAX_SCORE}"));
                    None
                }
            }
        };
        Import {
            min_score: minimum(spec.min_score, "min_score").unwrap_or_default(),
            min_primary: minimum(spec.min_primary, "min_primary").unwrap_or_default(),
            names: spec.names,
            codes: spec.codes,
        }
    }

    fn groups(&mut self, specs: Vec<spec::GroupSpec>) -> Vec<Group> {
        let mut groups = Vec::new();
        for spec in specs {
            self.id(&spec.id);
            groups.push(Group {
                id: GroupId::new(spec.id.into_inner()),
                short: spec.short.unwrap_or_else(|| spec.title.clone()),
                title: spec.title,
                document: self.document(spec.document),
            });
        }
        groups
    }

    fn tracks(&mut self, specs: Vec<spec::TrackSpec>) -> Vec<Track> {
        let mut tracks = Vec::new();
        for spec in specs {
            self.id(&spec.id);
            if spec.everyone != spec.groups.is_empty() {
                let place = self.place(&spec.id);
                self.either_or(place, "groups = […]", "everyone = true");
            }
            tracks.push(Track {
                number: spec.number,
                title: spec.title,
                task: spec.task,
                groups: self.all_located(spec.groups),
                tables: self.all_located(spec.tables),
                document: self.document(spec.document),
                id: GroupId::new(spec.id.into_inner()),
            });
        }
        tracks
    }

    fn conditions(&self, spec: ConditionSpec) -> Conditions {
        let located = |(name, test): (String, Spanned<super::de::TestSpec>)| {
            let place = self.place(&test);
            (Located { value: name, place }, test.into_inner().0)
        };
        Conditions(spec.into_iter().map(located).collect())
    }

    /// Names that must be declared somewhere in the same file.
    fn references(&mut self, method: &Methodology) {
        let groups: Vec<_> = method.groups.iter().map(|g| g.id.as_str()).collect();
        let mut tables: Vec<_> = method.tables.iter().map(|t| t.id.value.as_str()).collect();
        tables.extend(method.listings.iter().map(|l| l.id.value.as_str()));
        tables.extend(method.warnings.iter().map(|w| w.tables.schools.as_str()));
        let attributes: Vec<_> = method.attributes.iter().map(|a| a.id.value.as_str()).collect();
        for track in &method.tracks {
            self.known(Code::UnknownGroup, &track.groups, &groups);
            self.known_tables(&track.tables, &tables);
        }
        for variant in method.supports.iter().flat_map(|support| &support.variants) {
            self.known_tables(&variant.tables, &tables);
        }
        let warnings: Vec<_> = method.warnings.iter().map(|w| w.id.value.as_str()).collect();
        for attribute in &method.attributes {
            if let AttributeKind::Warning { warning, .. } = &attribute.kind {
                self.known(Code::UnknownWarning, std::slice::from_ref(warning), &warnings);
            }
        }
        let pages = &method.pages;
        for names in [&pages.region_tables, &pages.municipality_tables, &pages.procedure_tables] {
            self.known_tables(names, &tables);
        }
        for names in [&pages.municipality_attributes, &pages.school_attributes] {
            self.known(Code::UnknownAttribute, names, &attributes);
        }
        if let Some(map) = &pages.map {
            self.known_tables(std::slice::from_ref(&map.table), &tables);
        }
        let table_ids = method.tables.iter().map(|t| (t.id.value.as_str(), t.id.place));
        let listing_ids = method.listings.iter().map(|l| (l.id.value.as_str(), l.id.place));
        let schools = method.warnings.iter().map(|w| (w.tables.schools.as_str(), w.id.place));
        self.unique(table_ids.chain(listing_ids).chain(schools));
        let attribute_ids = method.attributes.iter().map(|a| (a.id.value.as_str(), a.id.place));
        self.unique(attribute_ids.clone());
        for (id, place) in attribute_ids.filter(|(id, _)| BUILT_IN.contains(id)) {
            self.faults.push(Diagnostic::new(Code::ReservedId).at(place).with("value", id));
        }
    }

    /// Names of tables. Those of tables that the data may imply are checked when it is known.
    fn known_tables(&mut self, names: &[Located<String>], known: &[&str]) {
        let declared: Vec<_> =
            names.iter().filter(|name| super::implied_by(&name.value).is_none()).cloned().collect();
        self.known(Code::UnknownTable, &declared, known);
    }

    fn known(&mut self, code: Code, names: &[Located<String>], known: &[&str]) {
        for name in names.iter().filter(|n| !known.contains(&n.value.as_str())) {
            self.faults.push(crate::diag::unknown(code, name.place, &name.value, known));
        }
    }
}
