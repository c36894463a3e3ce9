//! Which unit a row is about, where it may be of any level, and whether municipalities agree with
//! their schools.

use super::individual::login;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::input::{Found, Names, fold};
use crate::model::dataset::Dataset;
use crate::model::ids::{MunicipalityIx, SchoolIx};

/// What a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    /// The sample, the country, a region.
    Above,
    Municipality(MunicipalityIx),
    School(SchoolIx),
}

/// Units above regions, folded.
const COUNTRY: [&str; 5] = ["всявыборка", "выборка", "россия", "российскаяфедерация", "рф"];

/// Words that the names of regions end or begin with, folded.
const REGION: [&str; 4] = ["область", "обл", "край", "республика"];

/// The units of the region by their names.
pub(super) struct Units<'a> {
    pub names: Names<'a>,
    dataset: &'a Dataset,
    region: &'a str,
}

impl<'a> Units<'a> {
    pub fn of(dataset: &'a Dataset, region: &'a str) -> Self {
        Self { names: Names::of(dataset), dataset, region }
    }

    /// The unit of a name, below the municipality that rows above have named.
    /// `single` if it is known not to be several schools.
    pub fn level(&self, name: &str, single: bool, within: Option<MunicipalityIx>) -> Option<Level> {
        let of = within.map(|ix| self.dataset.municipality(ix).id.as_str());
        let bare = name.split_once('(').map_or(name, |(bare, _)| bare).trim();
        if let Some(login) = login(name)
            && let Found::Id(id) = self.names.school(login, None, false)
        {
            return self.school(&id).map(Level::School);
        }
        for name in [name, bare] {
            if let Found::Id(id) = self.names.municipality(name, false) {
                let all = &self.dataset.municipalities;
                let at = all.binary_search_by(|m| m.id.as_str().cmp(&id)).ok()?;
                return u32::try_from(at).ok().map(|at| Level::Municipality(MunicipalityIx(at)));
            }
            if let Found::Id(id) = self.names.school(name, of, false) {
                return self.school(&id).map(Level::School);
            }
        }
        (within.is_none() && !single && self.is_above(name)).then_some(Level::Above)
    }

    /// True of the sample, the country, a region: they stand above all municipalities.
    fn is_above(&self, name: &str) -> bool {
        let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words: Vec<String> = words.map(fold).collect();
        let is_region = |word: Option<&String>| {
            word.is_some_and(|word| REGION.iter().any(|region| fold(region) == *word))
        };
        let said = words.concat();
        COUNTRY.iter().any(|country| fold(country) == said)
            || fold(name) == fold(self.region)
            || is_region(words.last())
            || is_region(words.first())
    }

    /// A school by its id.
    pub fn school(&self, id: &str) -> Option<SchoolIx> {
        let at = self.dataset.schools.binary_search_by(|s| s.id.as_str().cmp(id)).ok()?;
        u32::try_from(at).ok().map(SchoolIx)
    }

    /// The names that an unknown one may be a slip of: codes for a code, names for a name; those of
    /// the municipality, if it is known.
    pub fn known(&self, wrong: &str, municipality: Option<&str>) -> Vec<&'a str> {
        let is_code = login(wrong).is_some() || wrong.bytes().all(|b| b.is_ascii_digit());
        let schools = self.dataset.schools.iter().filter(|school| {
            let of = self.dataset.municipality(school.municipality).id.as_str();
            is_code || municipality.is_none_or(|municipality| municipality == of)
        });
        if is_code {
            let codes = schools.flat_map(|s| s.life.exam_codes.iter().map(String::as_str));
            return codes.collect();
        }
        schools.map(|school| school.name.as_str()).collect()
    }

    /// The same, with municipalities too.
    pub fn known_groups(&self, wrong: &str, municipality: Option<&str>) -> Vec<&'a str> {
        let mut known = self.known(wrong, municipality);
        known.extend(self.dataset.municipalities.iter().map(|m| m.name.as_str()));
        known
    }
}

/// A municipality that is being read, and what its schools come to.
#[derive(Default)]
pub(super) struct Totals {
    open: Option<Open>,
}

struct Open {
    municipality: MunicipalityIx,
    participants: u32,
    place: Place,
    sum: u32,
    schools: usize,
}

impl Totals {
    /// The municipality that the rows are of.
    pub fn municipality(&self) -> Option<MunicipalityIx> {
        self.open.as_ref().map(|open| open.municipality)
    }

    /// A municipality begins.
    pub fn open(
        &mut self,
        municipality: MunicipalityIx,
        (participants, place): (u32, Place),
        faults: &mut Diagnostics,
    ) {
        self.close(faults);
        self.open = Some(Open { municipality, participants, place, sum: 0, schools: 0 });
    }

    /// What follows is of no municipality that is known.
    pub fn forget(&mut self) {
        self.open = None;
    }

    /// A school of the municipality.
    pub fn add(&mut self, participants: u32) {
        if let Some(open) = &mut self.open {
            open.sum = open.sum.saturating_add(participants);
            open.schools += 1;
        }
    }

    /// The municipality has ended; a total that its schools do not come to is reported.
    pub fn close(&mut self, faults: &mut Diagnostics) {
        let Some(open) = self.open.take() else { return };
        if open.schools > 0 && open.participants > 0 && open.sum != open.participants {
            let fault = Diagnostic::new(Code::SchoolsMismatch).at(open.place);
            faults.push(fault.with("value", open.participants).with("other", open.sum));
        }
    }
}
