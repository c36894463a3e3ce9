//! What rows may call a thing of the registry beside its id: aliases, former ids, codes.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::fold;

/// Names and the things that they may mean.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, BTreeSet<usize>>);

/// What a name means.
pub(super) enum Found {
    Nothing,
    One(usize),
    /// More than one thing: nobody may choose between them.
    Several(Vec<usize>),
}

impl Names {
    pub fn add(&mut self, name: &str, of: usize) {
        self.0.entry(fold(name)).or_default().insert(of);
    }

    pub fn find(&self, name: &str) -> Found {
        if self.0.is_empty() {
            return Found::Nothing;
        }
        let found = self.0.get(&fold(name)).into_iter().flatten().copied();
        match found.collect::<Vec<_>>().as_slice() {
            [] => Found::Nothing,
            [one] => Found::One(*one),
            several => Found::Several(several.to_vec()),
        }
    }

    /// A thing other than `of` that the name means too.
    pub fn other(&self, name: &str, of: usize) -> Option<usize> {
        self.0.get(&fold(name))?.iter().copied().find(|other| *other != of)
    }
}

/// Several names in one cell.
pub(super) fn listed(text: &str) -> Vec<&str> {
    let names = text.split(crate::model::schema::SEPARATOR).map(str::trim);
    names.filter(|name| !name.is_empty()).collect()
}
