//! Decisions and recommendations, and whom they are for.

use super::rows::{Row, Shape};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::input::fold::same;
use crate::model::dataset::Dataset;
use crate::model::field::Declarations;
use crate::model::ids::{DocumentId, MunicipalityIx, SchoolIx};
use crate::model::management::{Addressee, Decision, Document, Recommendation};
use crate::model::programme::Status;

const DECISIONS: Shape =
    Shape { name: "decisions", main: "decision", words: &["addressee", "term"] };
const RECOMMENDATIONS: Shape = Shape { name: "recommendations", main: "text", words: &["term"] };

/// Reads `decisions`. A decision is not older than the document that it stands in.
pub(super) fn decisions(
    dataset: &Dataset,
    declared: &Declarations,
    documents: &[Document],
    faults: &mut Diagnostics,
) -> Vec<Decision> {
    let rows = DECISIONS.rows(dataset, declared, faults).into_iter();
    let decision = |row: Row<'_>| {
        let document = row.given("document").map(DocumentId::new);
        let read = Decision {
            id: row.id(faults)?.to_owned(),
            date: row.date("date"),
            decision: row.words("decision"),
            addressees: addressees(&row, dataset),
            term: row.words("term"),
            due: row.date("due"),
            status: row.given("status").and_then(Status::parse),
            place: row.row_place(),
            document,
        };
        early(&row, &read, documents, faults);
        Some(read)
    };
    rows.filter_map(decision).collect()
}

/// Tells of a decision that was taken before its document was signed.
fn early(row: &Row<'_>, decision: &Decision, documents: &[Document], faults: &mut Diagnostics) {
    let named = documents.iter().find(|d| decision.document.as_ref() == Some(&d.id));
    let dates = named.and_then(|d| Some((d, decision.date?, d.date?)));
    if let Some((document, taken, signed)) = dates.filter(|(_, taken, signed)| taken < signed) {
        faults.push(
            Diagnostic::new(Code::DecisionTooEarly)
                .at(row.place("date"))
                .with("value", super::documents::in_digits(taken))
                .with("other", super::documents::in_digits(signed))
                .see_also(document.place),
        );
    }
}

/// Everybody whom a decision names: in columns of their own, or in words.
fn addressees(row: &Row<'_>, dataset: &Dataset) -> Vec<Addressee> {
    let named = row.several("addressee").map(|words| by_name(words, dataset));
    let municipality = row.given("municipality").and_then(|id| municipality(id, dataset));
    let school = row.given("school").and_then(|id| school(id, dataset));
    let mut all: Vec<Addressee> = named.collect();
    for own in [municipality.map(Addressee::Municipality), school.map(Addressee::School)] {
        all.extend(own.filter(|own| !all.contains(own)));
    }
    all
}

/// A municipality or a school of the registers by its id or name, or else words.
fn by_name(words: &str, dataset: &Dataset) -> Addressee {
    let municipality = municipality(words, dataset).map(Addressee::Municipality);
    let school = || school(words, dataset).map(Addressee::School);
    municipality.or_else(school).unwrap_or_else(|| Addressee::Words(words.to_owned()))
}

fn municipality(name: &str, dataset: &Dataset) -> Option<MunicipalityIx> {
    let found = dataset.municipalities.iter().position(|municipality| {
        let names = municipality.life.aliases.iter().map(String::as_str);
        let mut names = names.chain([municipality.id.as_str(), municipality.name.as_str()]);
        names.any(|other| same(other, name))
    });
    u32::try_from(found?).ok().map(MunicipalityIx)
}

/// A school by its id or by a name that no other has.
fn school(name: &str, dataset: &Dataset) -> Option<SchoolIx> {
    if let Ok(at) = dataset.schools.binary_search_by(|school| school.id.as_str().cmp(name)) {
        return u32::try_from(at).ok().map(SchoolIx);
    }
    let named = |ix: &SchoolIx| {
        let school = dataset.school(*ix);
        let mut names =
            school.life.aliases.iter().map(String::as_str).chain([school.name.as_str()]);
        names.any(|other| same(other, name))
    };
    let mut found = dataset.school_indices().filter(named);
    found.next().filter(|_| found.next().is_none())
}

/// Reads `recommendations`.
pub(super) fn recommendations(
    dataset: &Dataset,
    declared: &Declarations,
    faults: &mut Diagnostics,
) -> Vec<Recommendation> {
    let rows = RECOMMENDATIONS.rows(dataset, declared, faults).into_iter();
    let recommendation = |row: Row<'_>| {
        if !row.required("number", faults) {
            return None;
        }
        Some(Recommendation {
            number: row.written("number")?,
            addressee: addressee(&row, dataset, faults),
            text: row.words("text"),
            document: row.given("document").map(DocumentId::new),
            term: row.words("term"),
            place: row.row_place(),
        })
    };
    rows.filter_map(recommendation).collect()
}

/// Whom a recommendation is for: as stated, or else as the municipality or the school it names says.
fn addressee(row: &Row<'_>, dataset: &Dataset, faults: &mut Diagnostics) -> Addressee {
    let municipality = row.given("municipality").and_then(|id| municipality(id, dataset));
    let school = row.given("school").and_then(|id| school(id, dataset));
    let mut mismatch = |column: &'static str| {
        let fault = Diagnostic::new(Code::AddresseeMismatch).at(row.place(column));
        faults.push(fault.with("column", column));
    };
    match (row.given("addressee"), municipality, school) {
        (Some("region"), of, one) => {
            of.iter().for_each(|_| mismatch("municipality"));
            one.iter().for_each(|_| mismatch("school"));
            Addressee::Region
        }
        (Some("municipality"), of, one) => {
            one.iter().for_each(|_| mismatch("school"));
            of.map_or(Addressee::Municipalities, Addressee::Municipality)
        }
        (_, of, Some(one)) => {
            if of.is_some_and(|of| dataset.school(one).municipality != of) {
                mismatch("municipality");
            }
            Addressee::School(one)
        }
        (Some(_), Some(of), None) => Addressee::SchoolsOf(of),
        (Some(_), None, None) => Addressee::Schools,
        (None, Some(of), None) => Addressee::Municipality(of),
        (None, None, None) => Addressee::Region,
    }
}
