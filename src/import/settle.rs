//! From what exports say to results: which school, which procedure and year, how many failed.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::Asked;
use super::field::Field;
use super::individual::login;
use super::procedures::Procedures;
use super::record::{Percent, Record, Scale, Tally, Who};
use super::summary::{SheetSummary, Skipped};
use super::units::{Level, Totals, Units};
use crate::diag::{Code, Diagnostic, Diagnostics, Place, nearest};
use crate::input::Found;
use crate::method::Methodology;
use crate::model::dataset::{Dataset, Observation};
use crate::model::ids::{MunicipalityIx, ProcedureIx, SchoolIx, Year};
use crate::model::number::{Decimal, Share};

/// The mark from which on a pupil has not failed.
const PASSING_MARK: u16 = 3;

/// More than so many are in no school: the number is something else.
const MOST_PARTICIPANTS: u32 = 10_000;

/// So many schools and municipalities that nobody knows get a similar name suggested.
const ADVISED: usize = 100;

/// What a result is of.
type Key = (SchoolIx, Year, ProcedureIx);

/// The results that exports bring, in order, and the faults on the way.
pub(super) struct Settler<'a> {
    method: &'a Methodology,
    dataset: &'a Dataset,
    asked: &'a Asked,
    units: Units<'a>,
    procedures: Procedures<'a>,
    results: BTreeMap<Key, (Observation, bool)>,
    /// Minima that are not declared, told already.
    told: BTreeSet<(ProcedureIx, Year, Scale)>,
    totals: Totals,
    faults: Diagnostics,
}

impl<'a> Settler<'a> {
    pub fn new(
        method: &'a Methodology,
        dataset: &'a Dataset,
        region: &'a str,
        asked: &'a Asked,
    ) -> Self {
        Self {
            method,
            dataset,
            asked,
            units: Units::of(dataset, region),
            procedures: Procedures::of(method, asked),
            results: BTreeMap::new(),
            told: BTreeSet::new(),
            totals: Totals::default(),
            faults: Diagnostics::new(),
        }
    }

    /// Takes the records of a file, in their order.
    pub fn take(&mut self, records: Vec<Record>, sheets: &mut [SheetSummary]) {
        let mut sheet = None;
        for record in records {
            let Some(summary) = sheets.get_mut(record.sheet) else { continue };
            if sheet.replace(record.sheet) != Some(record.sheet) {
                self.totals.close(&mut self.faults);
            }
            match self.one(&record) {
                Ok(()) => summary.taken += record.rows,
                Err(why) => summary.skip(why, record.rows),
            }
        }
        self.totals.close(&mut self.faults);
    }

    /// The results by school, year and procedure.
    pub fn end(self) -> (Vec<Observation>, Diagnostics) {
        (self.results.into_values().map(|(result, _)| result).collect(), self.faults)
    }

    fn one(&mut self, record: &Record) -> Result<(), Skipped> {
        let school = self.school(record)?;
        if record.participants == 0 {
            return Err(Skipped::NoParticipants);
        }
        if record.participants > MOST_PARTICIPANTS {
            let fault = if record.hidden { hidden(record) } else { absurd(record) };
            self.faults.push(fault);
            return Err(Skipped::Faulty);
        }
        let (procedure, year) =
            self.procedures.find(record, &mut self.faults).ok_or(Skipped::Faulty)?;
        let share = self.share(record, procedure, year)?;
        let place = record.counted;
        self.put(Observation { school, procedure, year, share, place }, record)
    }

    /// The school of a record. Units above schools are remembered and left out.
    fn school(&mut self, record: &Record) -> Result<SchoolIx, Skipped> {
        match &record.who {
            Who::Group { name, single } => {
                let of = self.totals.municipality();
                match self.units.level(name, *single, of) {
                    Some(Level::Above) => {
                        self.totals.close(&mut self.faults);
                        Err(Skipped::Aggregate)
                    }
                    Some(Level::Municipality(ix)) => {
                        let told = if record.hidden { 0 } else { record.participants };
                        let total = (told, record.counted);
                        self.totals.open(ix, total, &mut self.faults);
                        Err(Skipped::Aggregate)
                    }
                    Some(Level::School(ix)) => {
                        self.totals.add(record.participants);
                        Ok(ix)
                    }
                    None => {
                        if *single {
                            self.totals.add(record.participants);
                        } else {
                            // It may be a municipality: then what follows is not of the one before.
                            self.totals.forget();
                        }
                        Err(self.unknown_group(name, of, record))
                    }
                }
            }
            Who::School { code, name, municipality } => {
                let of = self.municipality(municipality, record)?;
                self.by_names(code, name, of.as_deref(), record)
            }
        }
    }

    /// The municipality that a row names, if it does.
    fn municipality(&mut self, text: &str, record: &Record) -> Result<Option<String>, Skipped> {
        if text.is_empty() {
            return Ok(None);
        }
        match self.units.names.municipality(text, self.faults.len() < ADVISED) {
            Found::Id(id) => Ok(Some(id)),
            Found::Several(all) => {
                let fault = Diagnostic::new(Code::SameName).at(record.municipality);
                let fault = fault.with("table", "municipalities").with("known", all.join(", "));
                Err(self.of_pupils_or(record, text, record.municipality, fault))
            }
            Found::Nobody(known) => {
                let fault = Diagnostic::new(Code::ImportedName).at(record.municipality);
                let fault = fault.with("table", "municipalities").near(text, &known);
                Err(self.of_pupils_or(record, text, record.municipality, fault))
            }
        }
    }

    fn by_names(
        &mut self,
        code: &str,
        name: &str,
        municipality: Option<&str>,
        record: &Record,
    ) -> Result<SchoolIx, Skipped> {
        let advise = self.faults.len() < ADVISED;
        let mut several = Vec::new();
        // A code is of the whole region; a name only within its municipality, if that is known.
        let tries =
            [(login(code).unwrap_or(code), None), (code, municipality), (name, municipality)];
        for (at, (text, within)) in tries.iter().enumerate() {
            let is_code = login(text).is_some() || text.bytes().all(|b| b.is_ascii_digit());
            if text.is_empty() || (at == 0 && !is_code) {
                continue;
            }
            match self.units.names.school(text, *within, false) {
                Found::Id(id) => {
                    if let Some(ix) = self.units.school(&id) {
                        return Ok(ix);
                    }
                }
                Found::Several(all) => several = all,
                Found::Nobody(_) => {}
            }
        }
        let text = if name.is_empty() { code } else { name };
        let fault = if several.is_empty() {
            let known = if advise { self.units.known(text, municipality) } else { Vec::new() };
            Diagnostic::new(Code::ImportedName).at(record.named).near(text, &known)
        } else {
            let fault = Diagnostic::new(Code::SameName).at(record.named);
            fault.with("known", several.join(", "))
        };
        Err(self.of_pupils_or(record, text, record.named, fault.with("table", "schools")))
    }

    fn unknown_group(
        &mut self,
        name: &str,
        municipality: Option<MunicipalityIx>,
        record: &Record,
    ) -> Skipped {
        let of = municipality.map(|ix| self.dataset.municipality(ix).id.as_str());
        let known = if self.faults.len() < ADVISED {
            self.units.known_groups(name, of)
        } else {
            Vec::new()
        };
        let fault = Diagnostic::new(Code::ImportedName).at(record.named).near(name, &known);
        self.of_pupils_or(record, name, record.named, fault.with("table", "schools"))
    }

    /// Tells of a name that nobody knows; without the name, where it may be that of a pupil.
    fn of_pupils_or(
        &mut self,
        record: &Record,
        text: &str,
        place: Place,
        fault: Diagnostic,
    ) -> Skipped {
        if self.asked.skip_unknown {
            let rows = record.rows.to_string();
            self.faults.push(Diagnostic::new(Code::LeftOutSchool).at(place).with("value", rows));
            return Skipped::Unknown;
        }
        if !record.hidden {
            self.faults.push(fault.with("value", text));
            return Skipped::Unknown;
        }
        let mut bare = Diagnostic::new(Code::UnknownPupilSchool).at(place);
        if let Some(name) = nearest(text, self.units.known(text, None)) {
            bare = bare.with("nearest", name);
        }
        self.faults.push(bare.with("value", record.rows));
        Skipped::Unknown
    }

    fn share(
        &mut self,
        record: &Record,
        procedure: ProcedureIx,
        year: Year,
    ) -> Result<Share, Skipped> {
        let base = record.participants;
        let of_percent = |percent: Percent| {
            Share::of_percent(percent.value, percent.decimals, base).ok_or(Skipped::Faulty)
        };
        let failed = match &record.tally {
            Tally::Failed(failed) => *failed,
            Tally::FailedPercent(percent) => return of_percent(*percent),
            Tally::Scores(scale, scores) => {
                let least = self.least(record, procedure, year, *scale)?;
                scores.range(..least).map(|(_, count)| *count).sum()
            }
            Tally::ScorePercents(scores) => {
                let least = self.least(record, procedure, year, Scale::Primary)?;
                let sum = Percent::sum(scores.range(..least).map(|(_, percent)| *percent));
                // Rounded parts may be a little more than all.
                let all = Decimal::from_int(100);
                let sum = sum.map(|sum| Percent { value: sum.value.min(all), ..sum });
                return sum.map_or(Err(Skipped::Faulty), of_percent);
            }
        };
        if failed > base {
            let fault = Diagnostic::new(Code::BelowExceedsParticipants).at(record.counted);
            let fault = fault.with("value", failed).with("other", base);
            self.faults.push(if record.hidden { hidden(record) } else { fault });
            return Err(Skipped::Faulty);
        }
        Share::new(failed, base).ok_or(Skipped::NoParticipants)
    }

    /// The least score that is no failure: 3 of marks; of other scores what the method says.
    fn least(
        &mut self,
        record: &Record,
        procedure: ProcedureIx,
        year: Year,
        scale: Scale,
    ) -> Result<u16, Skipped> {
        let import = &self.method.procedure(procedure).import;
        let (declared, setting) = match scale {
            Scale::Mark => return Ok(PASSING_MARK),
            Scale::Primary => (&import.min_primary, "min_primary"),
            Scale::Test => (&import.min_score, "min_score"),
        };
        if let Some(least) = declared.of(year) {
            return Ok(least);
        }
        if self.told.insert((procedure, year, scale)) {
            let id = self.method.procedure(procedure).id.as_str();
            let fault = Diagnostic::new(Code::NoMinimum).at(record.counted).with("value", id);
            self.faults.push(fault.with("column", setting).with("other", year));
        }
        Err(Skipped::Faulty)
    }

    fn put(&mut self, result: Observation, record: &Record) -> Result<(), Skipped> {
        match self.results.entry((result.school, result.year, result.procedure)) {
            Entry::Vacant(vacant) => {
                vacant.insert((result, record.of_pupils));
                Ok(())
            }
            Entry::Occupied(mut occupied) => {
                let (first, of_pupils) = occupied.get_mut();
                if *of_pupils && record.of_pupils {
                    // Pupils of a school may stand in several protocols.
                    let share = first.share;
                    let (count, base) =
                        (share.count() + result.share.count(), share.base() + result.share.base());
                    first.share = Share::new(count, base).unwrap_or(share);
                    return Ok(());
                }
                if first.share == result.share {
                    return Err(Skipped::Repeated);
                }
                let school = self.dataset.school(result.school).id.as_str();
                let procedure = self.method.procedure(result.procedure).id.as_str();
                let key = format!("{school}, {}, {procedure}", result.year);
                self.faults.push(
                    Diagnostic::new(Code::RepeatedKey)
                        .at(result.place)
                        .with("value", key)
                        .with("table", "results")
                        .see_also(first.place),
                );
                Err(Skipped::Faulty)
            }
        }
    }
}

fn absurd(record: &Record) -> Diagnostic {
    let fault = Diagnostic::new(Code::BadCount).at(record.counted);
    fault.with("value", record.participants).with("column", Field::Participants.heading())
}

/// The fault of a number that may not be told.
fn hidden(record: &Record) -> Diagnostic {
    let fault = Diagnostic::new(Code::BadPupilCell).at(record.counted);
    fault.with("column", Field::Participants.heading()).with("kind", "number")
}
