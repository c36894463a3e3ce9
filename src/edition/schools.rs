//! Schools that an edition does not name: shown under codes, or left out.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::engine::Results;
use crate::model::dataset::{DataTable, Dataset, School};
use crate::model::field::Datum;
use crate::model::forms::Forms;
use crate::model::ids::{GroupId, SchoolId};
use crate::model::life::{Change, ChangeKind, SchoolLife};
use crate::model::management::Management;
use crate::model::narrative::Narrative;

/// Bytes of a digest that make a code.
const CODE_BYTES: usize = 4;

/// Tables that name people and what schools are called elsewhere.
const TELLING: [&str; 7] = [
    "contacts",
    "curators",
    "decisions",
    "events",
    "programmes",
    "recommendations",
    "school_changes",
];

/// What names a school: its id, its names now and before in every case, what else it is known by.
pub struct Names {
    of: Vec<String>,
}

impl Names {
    /// The names of every school of a dataset.
    pub fn of(dataset: &Dataset) -> Self {
        let mut of: BTreeSet<String> = BTreeSet::new();
        for school in &dataset.schools {
            of.extend(names(school).map(str::to_owned));
        }
        of.remove("");
        // The longest first: the fault tells the whole of what was found.
        let mut of: Vec<String> = of.into_iter().collect();
        of.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
        Self { of }
    }

    /// The first of the names that stands in a text as a word of its own, and where, in bytes.
    pub fn find(&self, text: &str) -> Option<(&str, usize)> {
        self.of.iter().find_map(|name| Some((name.as_str(), word(text, name)?)))
    }

    /// Texts that name a school, each once, with the place of the name.
    pub fn check(&self, narratives: &[Narrative]) -> Diagnostics {
        let mut faults = Diagnostics::new();
        for text in narratives {
            let fault = |name: &str, place| {
                Diagnostic::new(Code::WithheldSchool).at(place).with("value", name)
            };
            let head = [Some(&text.title), text.lead.as_ref()];
            if let Some((name, at)) = self.find(&text.markdown) {
                let from = text.body + at;
                faults.push(fault(name, Place::span(text.place.source, from..from + name.len())));
            } else if let Some((name, _)) = head.into_iter().flatten().find_map(|h| self.find(h)) {
                faults.push(fault(name, text.place));
            }
        }
        faults
    }
}

fn names(school: &School) -> impl Iterator<Item = &str> {
    let life = &school.life;
    let forms = school.forms.values().map(String::as_str);
    let former = life
        .former
        .iter()
        .flat_map(|former| [former.id.as_ref().map(SchoolId::as_str), Some(former.name.as_str())]);
    let known = life.aliases.iter().chain(&life.exam_codes).map(String::as_str);
    let former_names = life.former_names(&school.name).into_iter();
    [school.id.as_str(), school.name.as_str()]
        .into_iter()
        .chain(forms)
        .chain(former.flatten())
        .chain(known)
        .chain(former_names)
}

/// Where a name stands in a text with no letter and no digit beside it.
fn word(text: &str, name: &str) -> Option<usize> {
    let part = |c: char| c.is_alphanumeric();
    text.match_indices(name).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(part) && !after.is_some_and(part)
    })
}

/// The codes of ids under a secret, in their order: they say nothing of the ids and their order.
/// The same secret gives a school the same code as long as no two of a region coincide.
fn codes(ids: &[&str], key: &str) -> Vec<String> {
    let digest = |id: &str| -> String {
        let mut hash = Sha256::new();
        for part in [key.len().to_string().as_str(), "/", key, id] {
            hash.update(part.as_bytes());
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    };
    let whole: Vec<String> = ids.iter().map(|id| digest(id)).collect();
    let unique = |length: usize| {
        whole.iter().map(|code| &code[..length]).collect::<BTreeSet<_>>().len() == ids.len()
    };
    let longest = whole.first().map_or(0, String::len);
    let length = (2 * CODE_BYTES..longest).step_by(2).find(|length| unique(*length));
    whole.iter().map(|code| code[..length.unwrap_or(longest)].to_owned()).collect()
}

/// Puts codes in the place of names and ids; `title` makes a name of a code.
pub(super) fn code(dataset: &mut Dataset, key: &str, title: &dyn Fn(&str) -> String) {
    forget(dataset);
    let ids: Vec<&str> = dataset.schools.iter().map(|school| school.id.as_str()).collect();
    let codes = codes(&ids, key);
    for (school, code) in dataset.schools.iter_mut().zip(&codes) {
        school.id = SchoolId::new(format!("s{code}").as_str());
        school.name = title(&code.to_uppercase());
        school.forms = Forms::default();
        school.kind = String::new();
        // An exact number of pupils is as good as a name.
        school.students = None;
        let life = std::mem::take(&mut school.life);
        school.life = SchoolLife {
            aliases: Vec::new(),
            exam_codes: Vec::new(),
            former: Vec::new(),
            closed: None,
            changes: life.changes.iter().filter_map(faceless).collect(),
            ..life
        };
    }
}

/// What a change says without naming anybody: that years before it are not compared with those
/// after it, and where the school was.
fn faceless(change: &Change) -> Option<Change> {
    let kind = match &change.kind {
        ChangeKind::Renamed(_) => return None,
        kind => kind.clone(),
    };
    Some(Change { kind, document: None, ..change.clone() })
}

/// Leaves out every school; what is counted over them stays in the tables.
pub(super) fn omit(dataset: &mut Dataset, results: &mut Results) {
    forget(dataset);
    dataset.schools.clear();
    dataset.results.clear();
    dataset.result_starts = vec![0];
    // Which groups and lists there are is no secret.
    let groups: BTreeMap<GroupId, _> =
        dataset.groups.keys().map(|id| (id.clone(), Vec::new())).collect();
    dataset.groups = groups;
    dataset.lists.values_mut().for_each(Vec::clear);
    dataset.tables.retain(|_, table| table.schools().is_none());
    dataset.risks.iter_mut().for_each(|risks| risks.forget_rows());
    results.listings.clear();
    results.placements.clear();
    for cell in results.tables.iter_mut().flat_map(|table| &mut table.cells) {
        cell.members.clear();
    }
}

/// Takes out what is written of schools and by whom: registers of persons and addressees, and free
/// texts that name a school.
fn forget(dataset: &mut Dataset) {
    let names = Names::of(dataset);
    for name in TELLING {
        dataset.tables.remove(name);
    }
    let tells = |datum: &Datum| matches!(datum, Datum::Text(text) if names.find(text).is_some());
    dataset.tables.values_mut().for_each(|table: &mut DataTable| table.blank(tells));
    let old = std::mem::take(&mut dataset.management);
    let silent = |texts: &[&str]| texts.iter().all(|text| names.find(text).is_none());
    dataset.management = Management {
        documents: old.documents.into_iter().filter(|d| silent(&[&d.title, &d.number])).collect(),
        measures: old
            .measures
            .into_iter()
            .filter(|m| silent(&[&m.measure, &m.effect, &m.problem, &m.proposal]))
            .collect(),
        indicators: old.indicators,
        frame: old.frame,
        glossary: old.glossary,
        ..Management::default()
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_a_word_of_its_own() {
        assert_eq!(word("В СОШ № 1 и СОШ № 12", "СОШ № 1"), Some("В ".len()));
        assert_eq!(word("В СОШ № 12", "СОШ № 1"), None);
        assert_eq!(word("sch76001.", "sch76001"), Some(0));
        assert_eq!(word("Лицей", "ице"), None);
    }

    #[test]
    fn codes_differ_by_secret_and_say_nothing_of_the_order_of_ids() {
        let ids: Vec<String> = (0..300).map(|n| format!("s{n:03}")).collect();
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        let (first, second) = (codes(&ids, "one secret"), codes(&ids, "another"));
        assert_eq!(first, codes(&ids, "one secret"));
        assert!(first.iter().zip(&second).all(|(a, b)| a != b));
        assert!(first.iter().collect::<BTreeSet<_>>().len() == ids.len());
        let rising = first.windows(2).filter(|pair| pair[0] < pair[1]).count();
        assert!((100..200).contains(&rising), "{rising} of 299 pairs in the order of ids");
    }
}
