//! Small numbers of an edition, held back with an eye to the other editions of the site.
//!
//! Several editions are one publication to whoever has got them all. So their tables make one system,
//! and one pattern is found for all of them; each edition takes its part of it. What is shown in all
//! of them together is then safe, and so is what is shown in any of them.
//!
//! An edition that shows schools one by one tells how many they are. Beside it only numbers of pupils
//! can be kept, so what editions without schools hold back is found twice: among themselves, and with
//! the others as far as pupils go. An edition that holds nothing back has everything in it.

use std::collections::{BTreeMap, BTreeSet};

use super::Draft;
use super::suppress::{self, Held, Rule, Sheet, Tally};
use crate::engine::{self, Quantity, Space};
use crate::model::dataset::Observation;
use crate::model::ids::{MunicipalityIx, ProcedureIx, SchoolIx, Year};
use crate::model::tabulation::Unit;

/// Results of schools that are held back.
pub(super) type HeldResults = BTreeSet<(SchoolIx, ProcedureIx, Year)>;

/// Holds back small numbers, and others by which they could be worked out: counts of schools and
/// pupils where schools are left out, numbers of pupils alone where they are shown. `others` are the
/// other editions that hold numbers back.
pub(super) fn hold_back(draft: &mut Draft, others: &[Draft]) -> (Tally, HeldResults) {
    let held = held(draft, others);
    let Draft { dataset, method, results, .. } = draft;
    results.tables.iter_mut().for_each(|table| suppress::apply(table, &held));
    let municipalities = (0..dataset.municipalities.len() as u32).map(MunicipalityIx);
    for of in municipalities.map(Some).chain([None]) {
        let row = of.map_or_else(|| engine::REGION.to_owned(), |ix| ix.0.to_string());
        for procedure in method.procedure_indices() {
            for year in results.series.years.clone() {
                let column = engine::series_column(procedure, year);
                if held.holds_series(&row, &column) {
                    results.series.hold_back(of, procedure, year);
                }
            }
        }
    }
    let is_held = |row: &Observation| {
        held.holds_result(row.school, &engine::series_column(row.procedure, row.year))
    };
    let taken = dataset.results.iter().filter(|row| is_held(row));
    let taken = taken.map(|row| (row.school, row.procedure, row.year)).collect();
    dataset.take_results(is_held);
    (held.tally(), taken)
}

/// What an edition holds back beside others.
fn held(draft: &Draft, others: &[Draft]) -> Held {
    // Whichever of the editions is made, the pattern is the same.
    let mut all: Vec<&Draft> = others.iter().chain([draft]).collect();
    all.sort_by(|a, b| a.edition.id.cmp(&b.edition.id));
    let omits = |draft: &&&Draft| draft.edition.omits_schools();
    let alike: Vec<&Draft> = all.iter().filter(omits).copied().collect();
    let mut held = Held::default();
    if draft.edition.omits_schools() {
        held.join(together(&alike, draft, true));
    }
    if alike.len() < all.len() {
        held.join(together(&all, draft, false));
    }
    held
}

/// What one of several editions holds back, so that nothing is worked out from all of them.
fn together(all: &[&Draft], of: &Draft, of_schools: bool) -> Held {
    let spans: Vec<(Year, Year)> = all.iter().map(|draft| draft.results.span()).collect();
    let own = of.results.span();
    let first = spans.iter().map(|span| span.0).min().unwrap_or(own.0);
    let last = spans.iter().map(|span| span.1).max().unwrap_or(own.1);
    let mut spaces = BTreeMap::new();
    let sheets: Vec<Sheet<'_>> =
        all.iter().map(|draft| sheet(draft, (first, last), &mut spaces)).collect();
    let weigh = |quantity: &Quantity, unit: &Unit| match quantity {
        Quantity::Units => Some(1u64),
        Quantity::Participants => {
            let result = unit.procedure.zip(unit.year);
            let result = result.and_then(|(p, year)| of.dataset.result(unit.school, p, year));
            Some(result.map_or(0, |result| result.share.base().into()))
        }
        Quantity::Number(_) => None,
    };
    let rule = Rule { of_schools, weigh: &weigh };
    let at = all.iter().position(|draft| draft.edition.id == of.edition.id);
    let held = suppress::held(&sheets, &mut spaces, &rule);
    at.and_then(|at| held.into_iter().nth(at)).unwrap_or_default()
}

fn sheet<'a>(
    draft: &'a Draft,
    span: (Year, Year),
    spaces: &mut BTreeMap<String, Space>,
) -> Sheet<'a> {
    let Draft { edition, dataset, method, results } = draft;
    let outlines = engine::outlines((method, dataset, results), span, spaces);
    let mut others = vec![engine::series_outline(method, dataset, results, spaces)];
    others.extend((!edition.omits_schools()).then(|| engine::results_outline(dataset, spaces)));
    Sheet { tables: &results.tables, outlines, others, smallest: edition.smallest }
}
