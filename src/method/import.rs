//! What `svod import` has to know of a procedure: by which names and codes other systems call its
//! subject, and from which score on a pupil has passed.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use toml::Spanned;

use crate::model::ids::Year;

/// The highest score that any procedure gives.
pub(super) const MAX_SCORE: i64 = 200;

/// The least score that is no failure. There is no default: the minimum of the ЕГЭ is set by
/// Рособрнадзор, that of a ВПР by its key for each year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Minimum {
    always: Option<u16>,
    years: BTreeMap<Year, u16>,
}

impl Minimum {
    /// The minimum in a year; `None` if it is not declared.
    pub fn of(&self, year: Year) -> Option<u16> {
        self.years.get(&year).copied().or(self.always)
    }

    /// The same for every year, if it is declared so.
    pub fn always(&self) -> Option<u16> {
        self.always
    }

    /// Those of single years, in order.
    pub fn years(&self) -> impl Iterator<Item = (Year, u16)> {
        self.years.iter().map(|(year, score)| (*year, *score))
    }
}

/// How a procedure is recognised in exports.
#[derive(Clone, Debug, Default)]
pub struct Import {
    /// Names of the subject that titles have; if there are none, the subject of the procedure.
    pub names: Vec<String>,
    /// Codes of the subject in protocols of exams.
    pub codes: Vec<String>,
    /// The least test score of those who passed.
    pub min_score: Minimum,
    /// The least primary score of those who passed.
    pub min_primary: Minimum,
}

/// `import = { … }` of a procedure as written.
#[derive(serde::Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct ImportSpec {
    #[serde(default)]
    pub names: Vec<String>,
    #[serde(default)]
    pub codes: Vec<String>,
    pub min_score: Option<Spanned<MinimumSpec>>,
    pub min_primary: Option<Spanned<MinimumSpec>>,
}

/// A minimum as written: `24`, or `{ 2021 = 24, 2022 = 36 }`.
#[derive(Clone, Debug)]
pub(super) enum MinimumSpec {
    Always(i64),
    ByYear(Vec<(String, i64)>),
}

impl MinimumSpec {
    /// The minimum; else what is no year or no score.
    pub fn read(&self) -> Result<Minimum, String> {
        let score = |score: i64| {
            let score = Some(score).filter(|score| (0..=MAX_SCORE).contains(score));
            score.and_then(|score| u16::try_from(score).ok())
        };
        let mut minimum = Minimum::default();
        match self {
            Self::Always(value) => {
                minimum.always = Some(score(*value).ok_or_else(|| value.to_string())?);
            }
            Self::ByYear(values) => {
                for (year, value) in values {
                    let known = Year::parse(year).ok_or_else(|| year.clone())?;
                    minimum.years.insert(known, score(*value).ok_or_else(|| value.to_string())?);
                }
            }
        }
        Ok(minimum)
    }
}

struct MinimumVisitor;

impl<'de> Visitor<'de> for MinimumVisitor {
    type Value = MinimumSpec;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<MinimumSpec, E> {
        Ok(MinimumSpec::Always(value))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<MinimumSpec, A::Error> {
        let mut values = Vec::new();
        while let Some(entry) = map.next_entry()? {
            values.push(entry);
        }
        Ok(MinimumSpec::ByYear(values))
    }
}

impl<'de> Deserialize<'de> for MinimumSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(MinimumVisitor)
    }
}
