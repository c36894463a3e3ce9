//! The one door between the engine and everything that shows. An edition says what may be known;
//! [`Published`] is all that pages, charts, exports and the commands `table` and `explain` get.
//!
//! What an edition withholds is taken out before anything is computed. Schools that it does not name
//! are coded or taken out after that, with the members of cells: behind the door they are nowhere,
//! so that no page can count or name them. Editions that hold small numbers back are judged together:
//! see [`Published::new`].

mod schools;
mod small;
mod suppress;
mod withhold;

use crate::diag::Place;
use crate::engine::{self, AttributeInfo, PooledSeries, Results, SchoolSeries, Standing};
use crate::method::{
    Decider, DynamicsKind, Methodology, RoadmapState, TargetState, TransitionKind, Warning,
};
use crate::model::dataset::{DataTable, Dataset, Municipality, ProcedureYear, School};
use crate::model::date::Date;
use crate::model::ids::{ListIx, MunicipalityIx, ProcedureIx, SchoolIx, TableId, Year};
use crate::model::management::{Decision, Management};
use crate::model::number::Share;
use crate::model::programme::{Activity, Roadmaps, Stage, Stages, Target, Targets};
use crate::model::risks::RiskProfiles;
use crate::model::tabulation::{AttributeValue, Listing, Missing, Tabulation, Unit};
use crate::site::Schools;

/// A school's standing in a list and its results, as far as an edition lets them be known.
pub use crate::engine::{
    Alarm, Placement, Reason, StageState, Standing as PublishedStanding, Unplaced, YearResult,
};

pub use crate::site::Edition;
pub use schools::Names;
pub use suppress::Tally;
pub use withhold::withhold;

/// What an edition lets be known.
#[derive(Debug)]
pub struct Published {
    edition: Edition,
    dataset: Dataset,
    method: Methodology,
    results: Results,
    members: Vec<Vec<SchoolIx>>,
    tally: Tally,
    held: small::HeldResults,
}

/// What an edition would print if no number were small: computed without what it withholds.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The edition.
    pub edition: Edition,
    /// The data that it may use.
    pub dataset: Dataset,
    /// The methodology, with the tables that data and texts call for.
    pub method: Methodology,
    /// What was computed by it.
    pub results: Results,
}

impl Published {
    /// Publishes everything.
    pub fn everything(dataset: Dataset, method: Methodology, results: Results) -> Self {
        let draft = Draft { edition: Edition::whole(), dataset, method, results };
        Self::new(draft, &[], &str::to_owned)
    }

    /// Publishes what an edition lets be known; `school` names a school by its code. `others` are the
    /// other editions of the site that suppress small numbers: what one of them holds back cannot be
    /// worked out from all of them together.
    pub fn new(mut draft: Draft, others: &[Draft], school: &dyn Fn(&str) -> String) -> Self {
        let (tally, held) = match draft.edition.suppresses() {
            true => small::hold_back(&mut draft, others),
            false => Default::default(),
        };
        let Draft { edition, mut dataset, method, mut results } = draft;
        match &edition.schools {
            Schools::Named => {}
            Schools::Coded(key) => schools::code(&mut dataset, key, school),
            Schools::Omitted => schools::omit(&mut dataset, &mut results),
        }
        let mut members = vec![Vec::new(); dataset.municipalities.len()];
        for school in dataset.schools_of_today() {
            members[dataset.school(school).municipality.0 as usize].push(school);
        }
        Self { edition, dataset, method, results, members, tally, held }
    }

    /// How many figures are held back, and why.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// The edition.
    pub fn edition(&self) -> &Edition {
        &self.edition
    }

    /// True if schools are shown one by one, by their names or under codes: only then may a page
    /// count them by itself. Else all counts are those of tables.
    pub fn shows_schools(&self) -> bool {
        !self.edition.omits_schools()
    }

    /// The methodology, which is never withheld.
    pub fn method(&self) -> &Methodology {
        &self.method
    }

    /// The report's date, if the site states one.
    pub fn date(&self) -> Option<Date> {
        self.results.date
    }

    /// The municipalities in the order of their ids.
    pub fn municipalities(&self) -> impl Iterator<Item = (MunicipalityIx, &Municipality)> {
        // A dataset holds fewer than 2^32 municipalities.
        self.dataset.municipalities.iter().enumerate().map(|(i, m)| (MunicipalityIx(i as u32), m))
    }

    /// A municipality.
    pub fn municipality(&self, ix: MunicipalityIx) -> &Municipality {
        self.dataset.municipality(ix)
    }

    /// A municipality by its id.
    pub fn municipality_by_id(&self, id: &str) -> Option<&Municipality> {
        let all = &self.dataset.municipalities;
        all.binary_search_by(|m| m.id.as_str().cmp(id)).ok().map(|at| &all[at])
    }

    /// The schools of today in a municipality.
    pub fn schools_of(&self, ix: MunicipalityIx) -> &[SchoolIx] {
        &self.members[ix.0 as usize]
    }

    /// All schools in the order of their ids, those that are not of today as well.
    pub fn schools(&self) -> impl Iterator<Item = (SchoolIx, &School)> {
        self.dataset.school_indices().zip(&self.dataset.schools)
    }

    /// The schools of today in the order of their ids.
    pub fn schools_of_today(&self) -> impl Iterator<Item = SchoolIx> {
        self.dataset.schools_of_today()
    }

    /// A school.
    pub fn school(&self, ix: SchoolIx) -> &School {
        self.dataset.school(ix)
    }

    /// The declared tables, in order.
    pub fn tables(&self) -> &[Tabulation] {
        &self.results.tables
    }

    /// A declared table.
    pub fn table(&self, id: &str) -> Option<&Tabulation> {
        self.results.tables.iter().find(|t| t.id.as_str() == id)
    }

    /// The declared listings, in order.
    pub fn listings(&self) -> &[Listing] {
        &self.results.listings
    }

    /// A declared listing.
    pub fn listing(&self, id: &str) -> Option<&Listing> {
        self.results.listings.iter().find(|l| l.id.as_str() == id)
    }

    /// An attribute and its order; `None` if the region has not what it is read from.
    pub fn attribute(&self, id: &str) -> Option<(usize, &AttributeInfo)> {
        let known = self.results.attributes.iter().enumerate().filter(|(_, a)| !a.absent);
        known.into_iter().find(|(_, a)| a.id.as_str() == id)
    }

    /// True if schools are in groups at all.
    pub fn has_groups(&self) -> bool {
        !self.dataset.groups.is_empty()
    }

    /// The value of an attribute, by its order, for a school.
    pub fn school_value(&self, attribute: usize, school: SchoolIx) -> AttributeValue<'_> {
        self.results.school_value(attribute, school)
    }

    /// Where a school stands in the list of a year.
    pub fn standing(&self, school: SchoolIx, year: Year) -> Standing {
        self.results.standings.get(school, year)
    }

    /// A school's move between the lists of two years; `None` if one of the two is unknown, or if
    /// what happened to the school forbids comparing them.
    pub fn transition(&self, school: SchoolIx, from: Year, to: Year) -> Option<TransitionKind> {
        let pair = self.results.standings.main()?.severities(school, from, to)?;
        Some(TransitionKind::between(pair.0, pair.1))
    }

    /// Where the rule alone would put a school in the list of a year.
    pub fn standing_by_rule(&self, school: SchoolIx, year: Year) -> Standing {
        self.results.standings.by_rule(school, year)
    }

    /// What an early warning says of a school and the list of a year, and by which results.
    pub fn alarm(&self, warning: &Warning, school: SchoolIx, year: Year) -> Alarm<'_> {
        self.results.alarm(&self.dataset, &self.method, warning, school, year)
    }

    /// The years of lists that are known, in order.
    pub fn list_years(&self) -> &[Year] {
        self.results.standings.known_years()
    }

    /// The years of which a list is known, in order.
    pub fn years_of_list(&self, list: ListIx) -> &[Year] {
        self.results.standings.list(list).known_years()
    }

    /// Where a school stands in a list of a year.
    pub fn standing_in(&self, list: ListIx, school: SchoolIx, year: Year) -> Standing {
        self.results.standings.list(list).get(school, year)
    }

    /// Who decides about a known list of a year.
    pub fn list_decider(&self, list: ListIx, year: Year) -> Decider {
        match self.results.standings.list(list).is_given(year) {
            true => Decider::File,
            false => Decider::Rule,
        }
    }

    /// The systems of variants of support that the data has something for.
    pub fn placements(&self) -> &[Placement] {
        &self.results.placements
    }

    /// The years tested, in order, without gaps.
    pub fn tested_years(&self) -> &[Year] {
        &self.results.series.years
    }

    /// The results of a school in every procedure in which it ever took part.
    pub fn school_series(&self, school: SchoolIx) -> Vec<SchoolSeries> {
        let mut all = self.results.series.school(&self.dataset, school);
        for series in &mut all {
            for result in &mut series.years {
                if self.holds_back(school, series.procedure, result.year) {
                    result.share = Err(Missing::Suppressed);
                }
            }
        }
        all
    }

    /// The result of a school in a procedure of a year; `None` if nobody took part or it is held back.
    pub fn school_share(
        &self,
        school: SchoolIx,
        procedure: ProcedureIx,
        year: Year,
    ) -> Option<Share> {
        self.dataset.result(school, procedure, year).map(|row| row.share)
    }

    /// The change of a school in a procedure from the baseline year to the current one.
    pub fn dynamics(&self, school: SchoolIx, procedure: ProcedureIx) -> DynamicsKind {
        let years = self.method.years;
        let (from, to) = (years.baseline, years.current);
        engine::dynamics(&self.method, &self.dataset, school, procedure, from, to)
    }

    /// True if the change of a school in a procedure cannot be told, for one of its two results is
    /// held back.
    pub fn holds_back_change(&self, school: SchoolIx, procedure: ProcedureIx) -> bool {
        let years = [self.method.years.baseline, self.method.years.current];
        years.into_iter().any(|year| self.holds_back(school, procedure, year))
    }

    /// True if a school took part in a procedure of a year and its result is held back: then
    /// [`Published::school_share`] has none either.
    pub fn holds_back(&self, school: SchoolIx, procedure: ProcedureIx, year: Year) -> bool {
        self.held.contains(&(school, procedure, year))
    }

    /// True if results of two years of a school are not to be compared: the procedure or the school
    /// is no longer what it was.
    pub fn is_broken(
        &self,
        school: SchoolIx,
        procedure: ProcedureIx,
        from: Year,
        to: Year,
    ) -> bool {
        self.dataset.is_broken(school, procedure, from, to)
    }

    /// True unless the data says that the baseline year and the current one cannot be compared.
    pub fn is_comparable(&self, procedure: ProcedureIx) -> bool {
        let years = self.method.years;
        self.dataset.breaks(procedure, years.baseline, years.current).is_none()
    }

    /// The pooled results of a municipality in a procedure.
    pub fn municipality_series(&self, ix: MunicipalityIx, procedure: ProcedureIx) -> PooledSeries {
        self.results.series.municipality(ix, procedure)
    }

    /// The pooled results of the region in a procedure.
    pub fn region_series(&self, procedure: ProcedureIx) -> PooledSeries {
        self.results.series.region(procedure)
    }

    /// True if the results of schools are told one by one, under their names, and none is held back.
    pub fn tells_results(&self) -> bool {
        self.edition.names_schools() && self.tells_all_works()
    }

    /// True if no result is held back for being one of few.
    pub fn tells_all_works(&self) -> bool {
        self.edition.smallest == 0
    }

    /// The pooled results in a procedure of the schools of any of several groups, or of all schools if
    /// none is named. An edition that holds small counts back has none: they could be worked out from
    /// those of the schools and municipalities.
    pub fn group_series(
        &self,
        groups: &[crate::model::ids::GroupId],
        procedure: ProcedureIx,
    ) -> PooledSeries {
        let inside = |school: &SchoolIx| {
            groups.is_empty() || groups.iter().any(|group| self.in_group(*school, group))
        };
        let shown = self.edition.smallest == 0;
        let schools = self.schools().map(|(ix, _)| ix).filter(|ix| shown && inside(ix));
        self.results.series.of_schools(&self.dataset, schools, procedure)
    }

    /// Why a municipality, or the region, has no result of a procedure in a year of the report.
    pub fn absence_of(
        &self,
        of: Option<MunicipalityIx>,
        procedure: ProcedureIx,
        year: Year,
    ) -> Missing {
        self.results.series.missing_of(of, procedure, year)
    }

    /// Why there is no result of a procedure in a year of the report.
    pub fn absence(&self, procedure: ProcedureIx, year: Year) -> Missing {
        self.results.series.missing(procedure, year)
    }

    /// True if a school is in a group.
    pub fn in_group(&self, school: SchoolIx, group: &crate::model::ids::GroupId) -> bool {
        self.dataset.group_row(group, school).is_some()
    }

    /// What the data says of a procedure in a year.
    pub fn procedure_year(&self, procedure: ProcedureIx, year: Year) -> Option<&ProcedureYear> {
        self.dataset.procedure_year(procedure, year)
    }

    /// The first year after `from`, up to `to`, in which a procedure is not comparable with the
    /// year before.
    pub fn procedure_break(
        &self,
        procedure: ProcedureIx,
        from: Year,
        to: Year,
    ) -> Option<&ProcedureYear> {
        self.dataset.breaks(procedure, from, to)
    }

    /// All that the data says of years of a procedure, by year.
    pub fn procedure_years(&self, procedure: ProcedureIx) -> impl Iterator<Item = &ProcedureYear> {
        self.dataset.procedure_years.iter().filter(move |known| known.procedure == procedure)
    }

    /// True if the data says anything of procedures in years.
    pub fn has_procedure_years(&self) -> bool {
        !self.dataset.procedure_years.is_empty()
    }

    /// Documents, measures, events and the rest of management.
    pub fn management(&self) -> &Management {
        &self.dataset.management
    }

    /// The roadmaps of schools; `None` if there are none.
    pub fn roadmaps(&self) -> Option<Roadmaps<'_>> {
        Roadmaps::of(&self.dataset)
    }

    /// The state of an activity on the report's date.
    pub fn roadmap_state(&self, activity: &Activity<'_>) -> RoadmapState {
        engine::roadmap_state(activity, self.results.date, self.method.roadmap.soon)
    }

    /// The state of a decision on the report's date.
    pub fn decision_state(&self, decision: &Decision) -> RoadmapState {
        self.roadmap_state(&decision.activity())
    }

    /// The target indicators of schools; `None` if there are none.
    pub fn targets(&self) -> Option<Targets<'_>> {
        Targets::of(&self.dataset)
    }

    /// Whether a target was reached.
    pub fn target_state(&self, target: &Target<'_>) -> TargetState {
        engine::target_state(target)
    }

    /// The stages of schools' programmes; `None` if there are none.
    pub fn stages(&self) -> Option<Stages<'_>> {
        Stages::of(&self.dataset)
    }

    /// Where a stage lies from the report's date; `None` if that cannot be said.
    pub fn stage_state(&self, stage: &Stage<'_>) -> Option<StageState> {
        engine::stage_state(stage, self.results.date)
    }

    /// Risk profiles, if the region has them.
    pub fn risks(&self) -> Option<&RiskProfiles> {
        self.dataset.risks.as_ref()
    }

    /// A table that is shown as it is, by its name.
    pub fn data(&self, name: &str) -> Option<&DataTable> {
        self.dataset.tables.get(name)
    }

    /// The places of the values that put a unit into a cell: of a table, by row and column.
    pub fn sources_of(&self, cell: (&TableId, &str, &str), unit: &Unit) -> Vec<Place> {
        self.results.trace(&self.dataset, &self.method, cell, unit)
    }

    /// The places of the values behind an attribute of a school, by the attribute's id.
    pub fn sources_of_attribute(&self, attribute: &str, school: SchoolIx) -> Vec<Place> {
        self.results.trace_attribute(&self.dataset, &self.method, attribute, school)
    }

    /// The places of the values behind what an early warning says of a school.
    pub fn sources_of_warning(&self, warning: &Warning, school: SchoolIx) -> Vec<Place> {
        self.results.trace_warning(&self.dataset, &self.method, warning, school)
    }
}
