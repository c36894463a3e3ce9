//! The units that several tables count, and how questions part them.

use std::collections::BTreeMap;

use crate::model::tabulation::Unit;

/// The units of which counts of several tables are parts, and their answers to the questions that
/// the tables ask.
#[derive(Clone, Debug, Default)]
pub struct Space {
    /// The units, in order.
    pub units: Vec<Unit>,
    /// By question: the answer of each unit.
    pub facets: BTreeMap<String, Vec<u32>>,
    /// By questions: the units that answer all of them alike.
    classes: BTreeMap<Vec<String>, Classes>,
}

/// Units parted by their answers: the class of each, and how many units each class has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes {
    /// The class of each unit, by its index; classes are numbered as they first occur.
    pub of: Vec<u32>,
    /// How many units each class has.
    pub sizes: Vec<u32>,
}

impl Space {
    /// Keeps the units' answers to a question and says what it is called: the same question answered
    /// otherwise, as in an edition that does without what the answers come from, is another one.
    pub fn ask(&mut self, name: &str, answers: Vec<u32>) -> String {
        let mut name = name.to_owned();
        while self.facets.get(&name).is_some_and(|known| *known != answers) {
            name.push('\'');
        }
        self.facets.entry(name.clone()).or_insert(answers);
        name
    }

    /// The key of the space of these units among others: that which is asked for, unless other units
    /// have it. The space is there afterwards.
    pub fn of_units(spaces: &mut BTreeMap<String, Self>, key: &str, units: Vec<Unit>) -> String {
        let mut key = key.to_owned();
        while spaces.get(&key).is_some_and(|space| space.units != units) {
            key.push('\'');
        }
        spaces.entry(key.clone()).or_insert_with(|| Self { units, ..Self::default() });
        key
    }

    /// The units parted by their answers to some questions, which must be the space's.
    pub fn classes(&mut self, facets: &[String]) -> &Classes {
        if !self.classes.contains_key(facets) {
            let made = self.part_by(facets);
            self.classes.insert(facets.to_vec(), made);
        }
        &self.classes[facets]
    }

    fn part_by(&self, facets: &[String]) -> Classes {
        let answers: Vec<&Vec<u32>> =
            facets.iter().filter_map(|name| self.facets.get(name)).collect();
        let mut known: BTreeMap<Vec<u32>, u32> = BTreeMap::new();
        let mut made = Classes::default();
        for at in 0..self.units.len() {
            let key: Vec<u32> = answers.iter().map(|answers| answers[at]).collect();
            // There are no more classes than units.
            let class = *known.entry(key).or_insert(made.sizes.len() as u32);
            if class as usize == made.sizes.len() {
                made.sizes.push(0);
            }
            made.sizes[class as usize] += 1;
            made.of.push(class);
        }
        made
    }
}
