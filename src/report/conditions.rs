//! Conditions in words: what they ask of a school, and why a school does not meet them.

use super::Report;
use crate::method::{Conditions, Located, Test};
use crate::model::ids::SchoolIx;
use crate::model::number::Decimal;
use crate::text::lower_first;

impl Report<'_> {
    /// Conditions that all must hold: «лет в перечне — не менее 2; лет подряд — меньше 3».
    pub(super) fn conditions_words(&self, conditions: &Conditions) -> String {
        if conditions.0.is_empty() {
            return self.get("condition-none");
        }
        let words = conditions.0.iter().map(|(name, test)| self.condition_words(name, test));
        words.collect::<Vec<_>>().join("; ")
    }

    /// Conditions any of which will do, each in words.
    pub(super) fn any_of_words(&self, any_of: &[Conditions]) -> Vec<String> {
        any_of.iter().map(|conditions| self.conditions_words(conditions)).collect()
    }

    fn condition_words(&self, name: &Located<String>, test: &Test) -> String {
        let what = lower_first(&self.title_of(&name.value));
        // «В перечне 2023 года» needs no «да», and a title of its own says all.
        if *test == Test::AnyOf(vec!["yes".to_owned()]) {
            let yes = self.category_words(&name.value, "yes");
            return if yes == self.published.method().titles.yes { what } else { yes };
        }
        let test = self.test_words(&name.value, test);
        self.say("condition-is", &[("what", (&what).into()), ("test", (&test).into())])
    }

    /// Why a school does not meet a condition: «лет в перечне: 1, нужно не менее 2».
    pub(super) fn unmet_words(
        &self,
        (name, test): &(Located<String>, Test),
        school: SchoolIx,
    ) -> String {
        let what = lower_first(&self.title_of(&name.value));
        let value = self.value_words(&name.value, school).unwrap_or_default();
        let test = self.test_words(&name.value, test);
        let args = [("what", (&what).into()), ("value", (&value).into()), ("test", (&test).into())];
        self.say("condition-unmet", &args)
    }

    /// What a school has of what a condition asks for: «лет в перечне — 2»; nothing of an attribute
    /// that the region has no data for.
    pub(super) fn has_words(&self, attribute: &str, school: SchoolIx) -> Option<String> {
        let (what, value) =
            (lower_first(&self.title_of(attribute)), self.value_words(attribute, school)?);
        let args = [("what", (&what).into()), ("test", (&value).into())];
        Some(self.say("condition-is", &args))
    }

    /// The value of an attribute of a school, or why there is none.
    fn value_words(&self, attribute: &str, school: SchoolIx) -> Option<String> {
        match self.published.attribute(attribute) {
            Some((at, _)) => {
                let cell = self.attribute_cell(at, school);
                Some(cell.missing.unwrap_or(cell.text))
            }
            None => (attribute == "municipality")
                .then(|| self.municipality_name(self.published.school(school).municipality)),
        }
    }

    fn test_words(&self, attribute: &str, test: &Test) -> String {
        match test {
            Test::Present => self.get("condition-present"),
            Test::AnyOf(ids) => {
                let titles = ids.iter().map(|id| self.quoted(&self.category_words(attribute, id)));
                let or = format!(" {} ", self.get("condition-or"));
                titles.collect::<Vec<_>>().join(&or)
            }
            Test::Range { at_least, above, at_most, below } => {
                let bounds = [
                    ("condition-at-least", at_least),
                    ("condition-above", above),
                    ("condition-at-most", at_most),
                    ("condition-below", below),
                ];
                let words = bounds.into_iter().filter_map(|(key, bound)| {
                    let bound = self.number_of(attribute, (*bound)?);
                    Some(self.say(key, &[("bound", (&bound).into())]))
                });
                let and = format!(" {} ", self.get("condition-and"));
                words.collect::<Vec<_>>().join(&and)
            }
        }
    }

    /// A number with the unit of its attribute.
    fn number_of(&self, attribute: &str, number: Decimal) -> String {
        let attributes = &self.published.method().attributes;
        let unit = attributes.iter().find(|a| a.id.value == attribute);
        self.with_unit(number.to_fixed(), unit.and_then(|a| a.unit.as_deref()))
    }

    fn category_words(&self, attribute: &str, id: &str) -> String {
        let info = self.published.attribute(attribute).map(|(_, info)| info);
        let found = info.and_then(|info| info.categories.iter().find(|c| c.id == id));
        match (found, self.published.municipality_by_id(id)) {
            (Some(category), _) => category.title.clone(),
            (None, Some(municipality)) => self.name(&municipality.name),
            (None, None) => id.to_owned(),
        }
    }

    /// The title of an attribute, of those that every method has too.
    pub(super) fn title_of(&self, id: &str) -> String {
        let method = self.published.method();
        let found = method.attributes.iter().find(|a| a.id.value == id);
        match (found, id) {
            (Some(attribute), _) => attribute.title.clone(),
            (None, "municipality") => method.titles.municipality.clone(),
            (None, id) => id.to_owned(),
        }
    }
}
