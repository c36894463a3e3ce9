//! The filter of a table: read from the words of its call, and said again in words.

use super::{Reader, Words};
use crate::diag::{Code, Diagnostic};
use crate::method::{Conditions, Located, Test};
use crate::model::number::Decimal;
use crate::text::lower_first;

/// Signs of comparison; the longer ones first, for they begin as others do.
const SIGNS: [(&str, Bound); 7] = [
    (">=", Bound::AtLeast),
    ("≥", Bound::AtLeast),
    ("<=", Bound::AtMost),
    ("≤", Bound::AtMost),
    (">", Bound::Above),
    ("<", Bound::Below),
    ("=", Bound::Equal),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    AtLeast,
    AtMost,
    Above,
    Below,
    Equal,
}

impl<'r> Reader<'r, '_> {
    /// «staff_deficit = yes and locality = urban or rural and isbsh < 40».
    pub(super) fn meets(&mut self, words: Words<'r>) -> Option<Conditions> {
        let tests: Vec<_> = words.split(" and ").map(|words| self.test(words)).collect();
        tests.into_iter().collect::<Option<_>>().map(Conditions)
    }

    fn test(&mut self, words: Words<'r>) -> Option<(Located<String>, Test)> {
        let sign =
            SIGNS.iter().filter_map(|(sign, bound)| Some((words.text.find(sign)?, sign, *bound)));
        // The first sign, and of those that begin together the longest.
        let Some((at, sign, bound)) =
            sign.min_by_key(|(at, sign, _)| (*at, usize::MAX - sign.len()))
        else {
            // A flag: «where listed».
            let name = words.located(&self.attribute(words.text));
            return Some((name, Test::AnyOf(vec!["yes".to_owned()])));
        };
        let name = words.part(&words.text[..at]);
        let value = words.part(&words.text[at + sign.len()..]);
        let id = self.attribute(name.text);
        let test = if bound == Bound::Equal {
            let any = value.split(" or ").map(|word| self.category(&id, word.text));
            let any: Vec<String> = any.collect();
            (!any.is_empty()).then_some(Test::AnyOf(any))
        } else {
            range(bound, value.text)
        };
        if let (Some(test), false) = (test, name.text.is_empty()) {
            return Some((name.located(&id), test));
        }
        let fault = Diagnostic::new(Code::BadCondition).at(words.place).with("value", words.text);
        self.faults.push(fault);
        None
    }

    /// The id of a category that is named by id or by title.
    fn category(&self, attribute: &str, words: &str) -> String {
        let words = words.trim_matches(['\'', '"', '«', '»']);
        let titled = |title: &str| title.to_lowercase() == words.to_lowercase();
        let method = self.draft.method();
        let municipality = || {
            let found = self.dataset.municipalities.iter().find(|m| titled(&m.name));
            found.filter(|_| attribute == "municipality").map(|m| m.id.to_string())
        };
        let known = self.draft.categories(attribute);
        let known = known.iter().find(|c| c.id == words || titled(&c.title));
        let yes_no = [("yes", &method.titles.yes), ("no", &method.titles.no)];
        let yes_no =
            || yes_no.iter().find(|(_, title)| titled(title)).map(|(id, _)| (*id).to_owned());
        let found = known.map(|c| c.id.clone()).or_else(municipality).or_else(yes_no);
        found.unwrap_or_else(|| words.to_owned())
    }

    /// What the table is only about, in words.
    pub(super) fn only(&self, conditions: &Conditions) -> String {
        let said = conditions.0.iter().map(|(name, test)| self.condition(&name.value, test));
        said.collect::<Vec<_>>().join("; ")
    }

    fn condition(&self, attribute: &str, test: &Test) -> String {
        let what = lower_first(&self.draft.title_of(attribute));
        let test = match test {
            Test::AnyOf(ids) => {
                let known = self.draft.categories(attribute);
                let title = |id: &String| {
                    let titles = &self.draft.method().titles;
                    let own = known.iter().find(|c| c.id == *id).map(|c| c.title.clone());
                    let of_all = [("yes", &titles.yes), ("no", &titles.no)];
                    let of_all =
                        of_all.iter().find(|(known, _)| known == id).map(|(_, t)| (*t).clone());
                    let municipality =
                        self.dataset.municipalities.iter().find(|m| m.id.as_str() == id);
                    let municipality = municipality.map(|m| m.name.clone());
                    own.or(of_all).or(municipality).unwrap_or_else(|| id.clone())
                };
                let titles: Vec<String> = ids.iter().map(title).collect();
                titles.join(&format!(" {} ", self.draft.get("condition-or")))
            }
            Test::Present => self.draft.get("condition-present"),
            Test::Range { at_least, above, at_most, below } => {
                let bounds = [
                    ("condition-at-least", at_least),
                    ("condition-above", above),
                    ("condition-at-most", at_most),
                    ("condition-below", below),
                ];
                let said = bounds.into_iter().filter_map(|(key, bound)| {
                    let bound = self.draft.number((*bound)?);
                    Some(self.draft.say(key, &[("bound", (&bound).into())]))
                });
                said.collect()
            }
        };
        self.draft.say("condition-is", &[("what", (&what).into()), ("test", (&test).into())])
    }
}

/// A test as words of an id.
pub(super) fn in_id(test: &Test) -> String {
    let bound = |word: &str, bound: &Option<Decimal>| {
        bound.map(|bound| format!("{word} {}", bound.to_fixed()))
    };
    match test {
        Test::AnyOf(ids) => ids.join(" or "),
        Test::Present => String::new(),
        Test::Range { at_least, above, at_most, below } => {
            let bounds = [("from", at_least), ("above", above), ("to", at_most), ("below", below)];
            bounds.into_iter().filter_map(|(word, of)| bound(word, of)).collect()
        }
    }
}

fn range(bound: Bound, number: &str) -> Option<Test> {
    let number = Some(Decimal::parse(number)?);
    let (mut at_least, mut above, mut at_most, mut below) = (None, None, None, None);
    match bound {
        Bound::AtLeast => at_least = number,
        Bound::AtMost => at_most = number,
        Bound::Above => above = number,
        Bound::Below => below = number,
        Bound::Equal => return None,
    }
    Some(Test::Range { at_least, above, at_most, below })
}
