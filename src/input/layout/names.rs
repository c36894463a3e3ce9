//! Schools and municipalities by what people call them.

use std::collections::BTreeMap;

use crate::input::fold::fold;
use crate::model::dataset::Dataset;
use crate::model::life::Former;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::input) enum Found<'a> {
    /// This id.
    Id(String),
    /// Several: each in words.
    Several(Vec<String>),
    /// None; names that there are, if they are to be compared.
    Nobody(Vec<&'a str>),
}

/// Names, folded, and what is called so: schools with their municipalities, municipalities with none.
type ByName<'a> = BTreeMap<String, Vec<(&'a str, &'a str)>>;

/// The names of the registries: those of today, then aliases and what was before, then codes. A name
/// of an earlier kind hides the same one of a later kind.
#[derive(Debug, Default)]
pub(in crate::input) struct Names<'a> {
    municipalities: [ByName<'a>; 2],
    schools: [ByName<'a>; 3],
    dataset: Option<&'a Dataset>,
}

impl<'a> Names<'a> {
    /// The names that are known so far.
    pub fn of(dataset: &'a Dataset) -> Self {
        let mut names = Self { dataset: Some(dataset), ..Self::default() };
        for municipality in &dataset.municipalities {
            let (id, life) = (municipality.id.as_str(), &municipality.life);
            let [own, others] = &mut names.municipalities;
            put(own, [id, municipality.name.as_str()], (id, ""));
            put(others, life.aliases.iter().map(String::as_str), (id, ""));
            put(
                others,
                life.former.iter().flat_map(|f| said(f, f.id.as_ref().map(|id| id.as_str()))),
                (id, ""),
            );
        }
        for school in &dataset.schools {
            let (id, life) = (school.id.as_str(), &school.life);
            let of = dataset.municipalities.get(school.municipality.0 as usize);
            let of = (id, of.map_or("", |municipality| municipality.id.as_str()));
            let [own, others, codes] = &mut names.schools;
            put(own, [id, school.name.as_str()], of);
            put(others, life.aliases.iter().map(String::as_str), of);
            put(others, life.former_names(&school.name), of);
            put(
                others,
                life.former.iter().flat_map(|f| said(f, f.id.as_ref().map(|id| id.as_str()))),
                of,
            );
            put(codes, life.exam_codes.iter().map(String::as_str), of);
        }
        names
    }

    /// A municipality by id or name; `advise` to look for a similar name if there is none.
    pub fn municipality(&self, text: &str, advise: bool) -> Found<'a> {
        let all = find(&self.municipalities, text, None);
        match all[..] {
            [(id, _)] => Found::Id(id.to_owned()),
            [] => {
                let all = self.dataset.filter(|_| advise);
                let all = all.into_iter().flat_map(|data| &data.municipalities);
                Found::Nobody(all.map(|m| m.name.as_str()).collect())
            }
            _ => Found::Several(all.iter().map(|(id, _)| (*id).to_owned()).collect()),
        }
    }

    /// A school by id, name or code, in a municipality if it is known.
    pub fn school(&self, text: &str, municipality: Option<&str>, advise: bool) -> Found<'a> {
        let there = find(&self.schools, text, municipality);
        match there[..] {
            [(id, _)] => Found::Id(id.to_owned()),
            [] => {
                let schools = self.dataset.filter(|_| advise);
                let schools = schools.into_iter().flat_map(|data| &data.schools);
                Found::Nobody(schools.map(|school| school.name.as_str()).collect())
            }
            _ => Found::Several(there.iter().map(|(id, of)| format!("{id} ({of})")).collect()),
        }
    }
}

/// The id and the name that a thing had before.
fn said<'a, Id>(former: &'a Former<Id>, id: Option<&'a str>) -> impl Iterator<Item = &'a str> {
    id.into_iter().chain([former.name.as_str()])
}

fn put<'a>(
    names: &mut ByName<'a>,
    called: impl IntoIterator<Item = &'a str>,
    what: (&'a str, &'a str),
) {
    for name in called.into_iter().map(fold).filter(|name| !name.is_empty()) {
        let all = names.entry(name).or_default();
        if !all.contains(&what) {
            all.push(what);
        }
    }
}

/// What is called so, by the first kind of names that has it; `within` a municipality if it is known.
fn find<'a>(kinds: &[ByName<'a>], text: &str, within: Option<&str>) -> Vec<(&'a str, &'a str)> {
    let name = fold(text);
    let of_kind = |kind: &ByName<'a>| -> Vec<(&'a str, &'a str)> {
        let all = kind.get(&name).into_iter().flatten().copied();
        all.filter(|(_, of)| within.is_none_or(|within| within == *of)).collect()
    };
    kinds.iter().map(of_kind).find(|all| !all.is_empty()).unwrap_or_default()
}
