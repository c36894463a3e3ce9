//! Support: which schools get which of several variants, and who supports them.

use std::fmt;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use toml::Spanned;

use super::Located;
use super::attribute::Conditions;
use super::spec::{ConditionSpec, Name};

/// What becomes of a school that meets the conditions of several variants. It is reported in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Several {
    /// None of them is chosen: people decide.
    #[default]
    Report,
    /// The first in the order of declaration.
    First,
}

/// Who supports a school: on what level the work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The regional institute.
    Institute,
    /// A department of it, or of the ministry.
    Department,
    /// The municipality.
    Municipality,
}

impl Level {
    /// The stable name, as in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Institute => "institute",
            Self::Department => "department",
            Self::Municipality => "municipality",
        }
    }
}

/// A system of variants: every school of `among` is to have exactly one.
#[derive(Clone, Debug)]
pub struct Support {
    /// Key.
    pub id: Located<String>,
    /// Title.
    pub title: String,
    /// The document that it is approved by: an id of the table `documents`.
    pub document: Option<Located<String>>,
    /// Which schools are to have a variant; no condition means all.
    pub among: Conditions,
    /// What becomes of a school that meets several.
    pub several: Several,
    /// The variants in order.
    pub variants: Vec<Variant>,
}

impl Support {
    /// The id of the attribute that says which variant a school has. A colon keeps it apart from all
    /// that a methodology can declare.
    pub fn attribute(&self) -> String {
        format!("support:{}", self.id.value)
    }

    /// All conditions that decide which variant a school has.
    pub fn conditions(&self) -> impl Iterator<Item = &Conditions> {
        let of_variants = self.variants.iter().flat_map(|variant| &variant.any_of);
        std::iter::once(&self.among).chain(of_variants)
    }
}

/// A variant of support.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Key, unique among the variants of all systems: each has a page of its own.
    pub id: Located<String>,
    /// Title.
    pub title: String,
    /// The criterion in the words of the order; may be empty.
    pub criterion: String,
    /// Who supports; may be empty.
    pub provider: String,
    /// Which department of it; may be empty.
    pub department: String,
    /// On what level.
    pub level: Option<Level>,
    /// The conditions: a school meets the variant if it meets all of any of these.
    pub any_of: Vec<Conditions>,
    /// Tables shown on its page.
    pub tables: Vec<Located<String>>,
}

/// `[[support]]` as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SupportSpec {
    pub id: Name,
    pub title: String,
    pub document: Option<Name>,
    #[serde(default)]
    pub among: ConditionSpec,
    #[serde(default)]
    pub several: Several,
    #[serde(default)]
    pub variant: Vec<VariantSpec>,
}

/// `[[support.variant]]` as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VariantSpec {
    pub id: Name,
    pub title: String,
    #[serde(default)]
    pub criterion: String,
    #[serde(default)]
    pub provider: String,
    #[serde(default)]
    pub department: String,
    pub level: Option<Level>,
    #[serde(rename = "where")]
    pub conditions: Spanned<AnyOf>,
    #[serde(default)]
    pub tables: Vec<Name>,
}

/// Conditions as written: `{ … }`, or several of them, any of which will do.
pub(super) struct AnyOf(pub Vec<ConditionSpec>);

struct AnyOfVisitor;

impl<'de> Visitor<'de> for AnyOfVisitor {
    type Value = AnyOf;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map of conditions, or a list of them")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<AnyOf, A::Error> {
        let one = ConditionSpec::deserialize(MapAccessDeserializer::new(map))?;
        Ok(AnyOf(vec![one]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<AnyOf, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(seq)).map(AnyOf)
    }
}

impl<'de> Deserialize<'de> for AnyOf {
    // Not an untagged enum: that would lose the places of the conditions.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyOfVisitor)
    }
}
