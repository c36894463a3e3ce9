//! Schools and municipalities that nothing is known of, or that are called alike.

use std::collections::BTreeMap;

use super::{About, Doubts};
use crate::diag::{Code, Diagnostic, Place};
use crate::input::fold;
use crate::model::ids::{MunicipalityIx, SchoolIx};

pub(super) fn look(doubts: &mut Doubts<'_>) {
    empty_municipalities(doubts);
    idle_schools(doubts);
    twins(doubts);
}

/// Municipalities of today with no school of today.
fn empty_municipalities(doubts: &mut Doubts<'_>) {
    let dataset = doubts.dataset;
    let mut inhabited = vec![false; dataset.municipalities.len()];
    for school in dataset.schools_of_today() {
        inhabited[dataset.school(school).municipality.0 as usize] = true;
    }
    for (ix, municipality) in municipalities(doubts) {
        if !inhabited[ix.0 as usize] && !municipality.life.gone {
            let fault = Diagnostic::new(Code::MunicipalityWithoutSchools).at(municipality.place);
            let about = About { municipality: Some(ix), ..About::default() };
            doubts.push(fault.with("value", &municipality.name), about);
        }
    }
}

/// Schools that worked in the year of the report and have no result of any year.
fn idle_schools(doubts: &mut Doubts<'_>) {
    let (dataset, current) = (doubts.dataset, doubts.method.years.current);
    for ix in dataset.schools_of_today() {
        let school = dataset.school(ix);
        if school.life.works_in(current) && dataset.results_of(ix).is_empty() {
            let fault = Diagnostic::new(Code::SchoolWithoutResults).at(school.place);
            let about = About { school: Some(ix), ..About::default() };
            doubts.push(fault.with("value", &school.id), about);
        }
    }
}

/// Schools of one municipality, and municipalities, whose names differ in spaces, signs and ё at most.
fn twins(doubts: &mut Doubts<'_>) {
    let dataset = doubts.dataset;
    let mut seen: BTreeMap<(Option<MunicipalityIx>, String), (&str, Place)> = BTreeMap::new();
    let mut named: Vec<(About, &str, &str, Place)> = Vec::new();
    for (ix, municipality) in municipalities(doubts).filter(|(_, m)| !m.life.gone) {
        let about = About { municipality: Some(ix), ..About::default() };
        named.push((about, &municipality.name, municipality.id.as_str(), municipality.place));
    }
    for ix in dataset.schools_of_today() {
        let school = dataset.school(ix);
        let about = About { school: Some(ix), ..About::default() };
        named.push((about, &school.name, school.id.as_str(), school.place));
    }
    for (about, name, id, place) in named {
        let within = about.school.map(|school: SchoolIx| dataset.school(school).municipality);
        let (first, stated) = *seen.entry((within, fold(name))).or_insert((id, place));
        if first != id {
            let fault = Diagnostic::new(Code::SimilarNames).at(place).see_also(stated);
            doubts.push(fault.with("value", name).with("other", first), about);
        }
    }
}

/// All municipalities with their indices.
fn municipalities<'a>(
    doubts: &Doubts<'a>,
) -> impl Iterator<Item = (MunicipalityIx, &'a crate::model::dataset::Municipality)> + use<'a> {
    // Fewer than 2^32: the reader refuses more rows.
    (0..).map(MunicipalityIx).zip(&doubts.dataset.municipalities)
}
