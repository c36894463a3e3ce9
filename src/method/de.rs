//! How values of `methodology.toml` are read: exact numbers, conditions.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::attribute::Test;
use crate::model::number::Decimal;

/// A number as written: `30`, `0.25` or `"12,5"`, never rounded through a binary float.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number(pub Decimal);

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Number, E> {
        self.visit_str(&value.to_string())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Number, E> {
        // The shortest text that gives the float back is the one that was written.
        self.visit_str(&value.to_string())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Number, E> {
        let number = Decimal::parse(text).ok_or_else(|| E::custom(format!("bad number {text}")))?;
        Ok(Number(number))
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

/// A test as written: `"yes"`, `"*"`, `["a", "b"]`, `{ at_least = 2, below = 5 }`.
#[derive(Clone, Debug)]
pub(super) struct TestSpec(pub Test);

struct TestVisitor;

impl<'de> Visitor<'de> for TestVisitor {
    type Value = TestSpec;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a category, a list of categories, \"*\", or bounds of a number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<TestSpec, E> {
        Ok(TestSpec(match text {
            "*" => Test::Present,
            _ => Test::AnyOf(vec![text.to_owned()]),
        }))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<TestSpec, E> {
        Ok(TestSpec(Test::AnyOf(vec![value.to_string()])))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<TestSpec, A::Error> {
        let mut categories = Vec::new();
        while let Some(category) = seq.next_element::<String>()? {
            categories.push(category);
        }
        Ok(TestSpec(Test::AnyOf(categories)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TestSpec, A::Error> {
        const BOUNDS: &[&str] = &["at_least", "above", "at_most", "below"];
        let (mut at_least, mut above, mut at_most, mut below) = (None, None, None, None);
        while let Some((key, Number(value))) = map.next_entry::<String, Number>()? {
            match key.as_str() {
                "at_least" => at_least = Some(value),
                "above" => above = Some(value),
                "at_most" => at_most = Some(value),
                "below" => below = Some(value),
                _ => return Err(A::Error::unknown_field(&key, BOUNDS)),
            }
        }
        Ok(TestSpec(Test::Range { at_least, above, at_most, below }))
    }
}

impl<'de> Deserialize<'de> for TestSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TestVisitor)
    }
}
