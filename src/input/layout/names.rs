//! Schools and municipalities by what people call them.

use std::collections::BTreeMap;

use crate::input::fold::fold;
use crate::model::dataset::Dataset;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found<'a> {
    /// This id.
    Id(String),
    /// Several: each in words.
    Several(Vec<String>),
    /// None; names that there are, if they are to be compared.
    Nobody(Vec<&'a str>),
}

/// Something of the registry by its folded names: its id, and that of its municipality if it has one.
type Known<'a> = BTreeMap<String, Vec<(&'a str, &'a str)>>;

/// The names of the registries, folded: first those of today, then what else things are or were
/// called, then codes. An earlier kind of name is surer than a later one.
#[derive(Debug, Default)]
pub(crate) struct Names<'a> {
    municipalities: [Known<'a>; 2],
    schools: [Known<'a>; 3],
    dataset: Option<&'a Dataset>,
}

fn add<'a>(known: &mut Known<'a>, names: &[&str], thing: (&'a str, &'a str)) {
    for name in names.iter().filter(|name| !name.is_empty()) {
        let things = known.entry(fold(name)).or_default();
        if !things.contains(&thing) {
            things.push(thing);
        }
    }
}

/// What the surest kind of name that fits stands for, in a municipality if it is known.
fn find<'a>(known: &[Known<'a>], text: &str, within: Option<&str>) -> Vec<(&'a str, &'a str)> {
    let folded = fold(text);
    let there = |known: &Known<'a>| -> Vec<_> {
        let all = known.get(&folded).into_iter().flatten().copied();
        all.filter(|(_, of)| within.is_none_or(|within| within == *of)).collect()
    };
    known.iter().map(there).find(|found| !found.is_empty()).unwrap_or_default()
}

impl<'a> Names<'a> {
    /// The names that are known so far.
    pub fn of(dataset: &'a Dataset) -> Self {
        let mut names = Self { dataset: Some(dataset), ..Self::default() };
        for municipality in &dataset.municipalities {
            let (id, life) = (municipality.id.as_str(), &municipality.life);
            let [today, other] = &mut names.municipalities;
            add(today, &[id, municipality.name.as_str()], (id, ""));
            life.aliases.iter().for_each(|alias| add(other, &[alias], (id, "")));
            for former in &life.former {
                let old = former.id.as_ref().map_or("", |id| id.as_str());
                add(other, &[old, former.name.as_str()], (id, ""));
            }
        }
        for school in &dataset.schools {
            let (id, life) = (school.id.as_str(), &school.life);
            let of = dataset.municipalities.get(school.municipality.0 as usize);
            let of = of.map_or("", |municipality| municipality.id.as_str());
            let [today, other, codes] = &mut names.schools;
            add(today, &[id, school.name.as_str()], (id, of));
            life.aliases.iter().for_each(|alias| add(other, &[alias], (id, of)));
            for former in &life.former {
                let old = former.id.as_ref().map_or("", |id| id.as_str());
                add(other, &[old, former.name.as_str()], (id, of));
            }
            life.exam_codes.iter().for_each(|code| add(codes, &[code], (id, of)));
        }
        names
    }

    /// A municipality by id or name; `advise` to look for a similar name if there is none.
    pub fn municipality(&self, text: &str, advise: bool) -> Found<'a> {
        match find(&self.municipalities, text, None)[..] {
            [(id, _)] => Found::Id(id.to_owned()),
            [] => {
                let all = self.dataset.filter(|_| advise);
                let all = all.into_iter().flat_map(|data| &data.municipalities);
                Found::Nobody(all.map(|m| m.name.as_str()).collect())
            }
            ref several => Found::Several(several.iter().map(|(id, _)| (*id).to_owned()).collect()),
        }
    }

    /// A school by id, name or code, in a municipality if it is known.
    pub fn school(&self, text: &str, municipality: Option<&str>, advise: bool) -> Found<'a> {
        match find(&self.schools, text, municipality)[..] {
            [(id, _)] => Found::Id(id.to_owned()),
            [] => {
                let schools = self.dataset.filter(|_| advise);
                let schools = schools.into_iter().flat_map(|data| &data.schools);
                Found::Nobody(schools.map(|school| school.name.as_str()).collect())
            }
            ref several => {
                Found::Several(several.iter().map(|(id, of)| format!("{id} ({of})")).collect())
            }
        }
    }
}
