//! Schools and municipalities by what people call them.

use std::collections::BTreeMap;

use crate::input::fold::fold;
use crate::model::dataset::Dataset;

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

/// The names of the registries, folded.
#[derive(Debug, Default)]
pub(in crate::input) struct Names<'a> {
    municipalities: BTreeMap<String, Vec<&'a str>>,
    /// Schools by name: id and municipality.
    schools: BTreeMap<String, Vec<(&'a str, &'a str)>>,
    dataset: Option<&'a Dataset>,
}

impl<'a> Names<'a> {
    /// The names that are known so far.
    pub fn of(dataset: &'a Dataset) -> Self {
        let mut names = Self { dataset: Some(dataset), ..Self::default() };
        for municipality in &dataset.municipalities {
            let id = municipality.id.as_str();
            for name in [id, municipality.name.as_str()] {
                let ids = names.municipalities.entry(fold(name)).or_default();
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        for school in &dataset.schools {
            let id = school.id.as_str();
            let of = dataset.municipalities.get(school.municipality.0 as usize);
            let of = of.map_or("", |municipality| municipality.id.as_str());
            for name in [id, school.name.as_str()] {
                let ids = names.schools.entry(fold(name)).or_default();
                if !ids.contains(&(id, of)) {
                    ids.push((id, of));
                }
            }
        }
        names
    }

    /// A municipality by id or name; `advise` to look for a similar name if there is none.
    pub fn municipality(&self, text: &str, advise: bool) -> Found<'a> {
        match self.municipalities.get(&fold(text)).map(Vec::as_slice) {
            Some([id]) => Found::Id((*id).to_owned()),
            Some(several) => Found::Several(several.iter().map(|id| (*id).to_owned()).collect()),
            None => {
                let all = self.dataset.filter(|_| advise);
                let all = all.into_iter().flat_map(|data| &data.municipalities);
                Found::Nobody(all.map(|m| m.name.as_str()).collect())
            }
        }
    }

    /// A school by id or name, in a municipality if it is known.
    pub fn school(&self, text: &str, municipality: Option<&str>, advise: bool) -> Found<'a> {
        let all = self.schools.get(&fold(text)).map(Vec::as_slice).unwrap_or_default();
        let there: Vec<_> =
            all.iter().filter(|(_, of)| municipality.is_none_or(|m| m == *of)).collect();
        match there[..] {
            [(id, _)] => Found::Id((*id).to_owned()),
            [] => {
                let schools = self.dataset.filter(|_| advise);
                let schools = schools.into_iter().flat_map(|data| &data.schools);
                Found::Nobody(schools.map(|school| school.name.as_str()).collect())
            }
            _ => Found::Several(there.iter().map(|(id, of)| format!("{id} ({of})")).collect()),
        }
    }
}
