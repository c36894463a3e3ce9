//! The figures of all tables as one system: parts of the same units told by the same questions are
//! the same figure, whichever table prints it, and a figure is the sum of those told by more questions.

use std::collections::{BTreeMap, BTreeSet};

use super::attack::System;
use crate::engine::{Part, Quantity, Space};
use crate::model::ids::SchoolIx;
use crate::model::tabulation::Unit;

/// The key of the space whose units are schools as such.
pub(super) const SCHOOLS: &str = "schools";
/// Questions that units of other spaces answer beside those about their schools.
const AXES: [&str; 2] = ["procedure", "year"];
/// As many frames as the frames of a space are met with each other for: beyond, those that tables
/// name are all there are.
const MOST_FRAMES: usize = 600;

/// The units of a space parted by some questions: each class of units is a figure.
struct Frame {
    /// All questions that the parting answers, those too that follow from others.
    facets: Vec<String>,
    /// The figure of the first class.
    first: usize,
}

/// What is added up of units.
pub(super) type Weigh<'a> = &'a dyn Fn(&Quantity, &Unit) -> Option<u64>;

/// Makes the system.
pub(super) struct Frames<'a> {
    spaces: &'a mut BTreeMap<String, Space>,
    weigh: Weigh<'a>,
    frames: BTreeMap<(String, Quantity), Vec<Frame>>,
    /// The full set of questions by those asked.
    closed: BTreeMap<(String, Vec<String>), Vec<String>>,
    pub system: System,
    sums: BTreeMap<Vec<usize>, usize>,
}

impl<'a> Frames<'a> {
    pub fn new(spaces: &'a mut BTreeMap<String, Space>, weigh: Weigh<'a>) -> Self {
        Self {
            spaces,
            weigh,
            frames: BTreeMap::new(),
            closed: BTreeMap::new(),
            system: System::default(),
            sums: BTreeMap::new(),
        }
    }

    /// The figures that a part is the sum of.
    pub fn figures(&mut self, space: &str, part: &Part) -> Vec<usize> {
        let first = self.frame(space, &part.quantity, &part.facets);
        let facets = self.closure(space, &part.facets);
        let Some(space) = self.spaces.get_mut(space) else { return Vec::new() };
        let classes = &space.classes(&facets).of;
        let classes: BTreeSet<usize> =
            part.units.iter().map(|at| classes[*at as usize] as usize).collect();
        classes.into_iter().map(|class| first + class).collect()
    }

    /// A sum that a cell shows, by its order.
    pub fn sum(&mut self, figures: Vec<usize>) -> usize {
        let next = self.system.sums.len();
        let at = *self.sums.entry(figures.clone()).or_insert(next);
        if at == next {
            self.system.sums.push(figures);
        }
        at
    }

    /// All questions of a space that units alike in some questions answer alike.
    fn closure(&mut self, space: &str, facets: &[String]) -> Vec<String> {
        let key = (space.to_owned(), facets.to_vec());
        if let Some(known) = self.closed.get(&key) {
            return known.clone();
        }
        let Some(of) = self.spaces.get_mut(space) else { return facets.to_vec() };
        let classes = of.classes(facets).clone();
        let follows =
            |answers: &Vec<u32>| {
                let mut known: Vec<Option<u32>> = vec![None; classes.sizes.len()];
                classes.of.iter().zip(answers).all(|(class, answer)| {
                    *known[*class as usize].get_or_insert(*answer) == *answer
                })
            };
        let all: Vec<String> = of
            .facets
            .iter()
            .filter(|(_, answers)| follows(answers))
            .map(|(name, _)| name.clone())
            .collect();
        self.closed.insert(key, all.clone());
        all
    }

    /// The figure of the first class of a frame, which is made if there is none yet.
    fn frame(&mut self, space: &str, quantity: &Quantity, facets: &[String]) -> usize {
        let facets = self.closure(space, facets);
        let key = (space.to_owned(), quantity.clone());
        let known = self.frames.entry(key.clone()).or_default();
        if let Some(frame) = known.iter().find(|frame| frame.facets == facets) {
            return frame.first;
        }
        let Some(of) = self.spaces.get_mut(space) else { return 0 };
        let first = self.system.values.len();
        let classes = of.classes(&facets).clone();
        let mut values: Vec<Option<u64>> = vec![Some(0); classes.sizes.len()];
        for (unit, class) in of.units.iter().zip(&classes.of) {
            let weight = (self.weigh)(quantity, unit);
            let value = &mut values[*class as usize];
            *value = value.zip(weight).map(|(value, weight)| value + weight);
        }
        self.system.values.extend(values);
        self.frames.entry(key).or_default().push(Frame { facets, first });
        first
    }

    /// Adds what follows from what: wholes and parts within each space, and across spaces.
    pub fn link(&mut self) {
        self.meet_schools();
        let keys: Vec<(String, Quantity)> = self.frames.keys().cloned().collect();
        for (space, quantity) in &keys {
            self.meet(space, quantity);
        }
        for (space, quantity) in &keys {
            self.link_space(space, quantity);
            if *quantity == Quantity::Units && space != SCHOOLS {
                self.link_schools(space);
            }
        }
    }

    fn facets_of(&self, space: &str, quantity: &Quantity) -> Vec<Vec<String>> {
        let frames = self.frames.get(&(space.to_owned(), quantity.clone()));
        frames.into_iter().flatten().map(|frame| frame.facets.clone()).collect()
    }

    /// Frames told by the questions that two frames have in common: they are how one table tells of
    /// another.
    fn meet(&mut self, space: &str, quantity: &Quantity) {
        let mut all = self.facets_of(space, quantity);
        let mut known: BTreeSet<Vec<String>> = all.iter().cloned().collect();
        let mut at = 0;
        while at < all.len() && all.len() < MOST_FRAMES {
            for other in 0..at {
                let common: Vec<String> =
                    all[at].iter().filter(|name| all[other].contains(name)).cloned().collect();
                if known.insert(common.clone()) {
                    all.push(common);
                }
            }
            at += 1;
        }
        for facets in all {
            self.frame(space, quantity, &facets);
        }
    }

    /// A figure is the sum of the figures of the next finer frames.
    fn link_space(&mut self, space: &str, quantity: &Quantity) {
        let frames: Vec<(Vec<String>, usize)> = {
            let frames = self.frames.get(&(space.to_owned(), quantity.clone()));
            frames.into_iter().flatten().map(|f| (f.facets.clone(), f.first)).collect()
        };
        let sets: Vec<BTreeSet<&String>> =
            frames.iter().map(|(facets, _)| facets.iter().collect()).collect();
        let finer =
            |a: usize, b: usize| a != b && sets[a].is_subset(&sets[b]) && sets[a] != sets[b];
        let Some(of) = self.spaces.get_mut(space) else { return };
        for coarse in 0..frames.len() {
            let above: Vec<usize> = (0..frames.len()).filter(|b| finer(coarse, *b)).collect();
            let next = above.iter().filter(|b| !above.iter().any(|c| finer(*c, **b)));
            for fine in next {
                let own = of.classes(&frames[coarse].0).clone();
                let parts = of.classes(&frames[*fine].0);
                let mut sums: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); own.sizes.len()];
                for (whole, part) in own.of.iter().zip(&parts.of) {
                    sums[*whole as usize].insert(*part);
                }
                for (whole, parts) in sums.into_iter().enumerate() {
                    let whole = (frames[coarse].1 + whole, 1);
                    let parts = parts.into_iter().map(|p| (frames[*fine].1 + p as usize, -1));
                    self.system.links.push([whole].into_iter().chain(parts).collect());
                }
            }
        }
    }

    /// Makes the frames by which counts of schools × procedures and the like tell counts of schools.
    fn meet_schools(&mut self) {
        for (space, facets) in self.of_other_spaces() {
            let about = self.about_schools(&space, &facets);
            if !self.spaces.contains_key(SCHOOLS) {
                return;
            }
            let axes = facets.iter().filter(|name| AXES.contains(&name.as_str())).cloned();
            let mut sub: Vec<String> = about.iter().cloned().chain(axes).collect();
            sub.sort();
            self.frame(&space, &Quantity::Units, &sub);
            self.frame(SCHOOLS, &Quantity::Units, &about);
        }
    }

    fn of_other_spaces(&self) -> Vec<(String, Vec<String>)> {
        let units = self.frames.keys().filter(|(s, q)| s != SCHOOLS && *q == Quantity::Units);
        let units: Vec<String> = units.map(|(space, _)| space.clone()).collect();
        let frames = units.into_iter().flat_map(|space| {
            let all = self.facets_of(&space, &Quantity::Units);
            all.into_iter().map(move |facets| (space.clone(), facets))
        });
        frames.collect()
    }

    /// The questions about the school of a unit alone, which the space of schools asks too.
    fn about_schools(&self, space: &str, facets: &[String]) -> Vec<String> {
        let (Some(of), Some(schools)) = (self.spaces.get(space), self.spaces.get(SCHOOLS)) else {
            return Vec::new();
        };
        let place: BTreeMap<SchoolIx, usize> =
            schools.units.iter().enumerate().map(|(at, unit)| (unit.school, at)).collect();
        let same = |name: &&String| {
            let (Some(own), Some(their)) = (of.facets.get(*name), schools.facets.get(*name)) else {
                return false;
            };
            let mut answers = of.units.iter().zip(own);
            answers.all(|(unit, answer)| {
                place.get(&unit.school).is_some_and(|at| their[*at] == *answer)
            })
        };
        facets.iter().filter(same).cloned().collect()
    }

    /// A class of units that holds each school of a class of schools equally often is that many
    /// times the other.
    fn link_schools(&mut self, space: &str) {
        for facets in self.facets_of(space, &Quantity::Units) {
            let about = self.about_schools(space, &facets);
            let about = self.closure(SCHOOLS, &about);
            let schools = self.frames.get(&(SCHOOLS.to_owned(), Quantity::Units));
            let found = schools.into_iter().flatten().find(|frame| frame.facets == about);
            let Some(first) = found.map(|frame| frame.first) else { continue };
            let own_first = self.frame(space, &Quantity::Units, &facets);
            let Some(schools) = self.spaces.get_mut(SCHOOLS) else { return };
            let classes = schools.classes(&about).clone();
            let class_of: BTreeMap<SchoolIx, u32> =
                schools.units.iter().map(|u| u.school).zip(classes.of.iter().copied()).collect();
            let Some(of) = self.spaces.get_mut(space) else { return };
            let own = of.classes(&facets).clone();
            let mut held: Vec<BTreeMap<SchoolIx, i64>> = vec![BTreeMap::new(); own.sizes.len()];
            for (unit, class) in of.units.iter().zip(&own.of) {
                *held[*class as usize].entry(unit.school).or_default() += 1;
            }
            for (class, schools) in held.iter().enumerate() {
                let Some((school, times)) = schools.first_key_value() else { continue };
                let Some(same) = class_of.get(school) else { continue };
                let whole = classes.sizes[*same as usize] as usize == schools.len()
                    && schools.values().all(|n| n == times)
                    && schools.keys().all(|school| class_of.get(school) == Some(same));
                if whole {
                    let terms = [(own_first + class, 1), (first + *same as usize, -times)];
                    self.system.links.push(terms.to_vec());
                }
            }
        }
    }
}
