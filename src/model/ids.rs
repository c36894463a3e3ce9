//! Identifiers: one type for each kind of thing, so that a school never passes for a municipality.

use std::fmt;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// Wraps a text that a reader has already checked with [`is_valid_id`].
            pub fn new(text: impl Into<Box<str>>) -> Self {
                Self(text.into())
            }

            /// The id as written in the data.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id_type!(/// A municipality (муниципальное образование).
    MunicipalityId);
id_type!(/// A school (общеобразовательная организация), for example `sch760001`.
    SchoolId);
id_type!(/// An assessment procedure (оценочная процедура), for example `vpr_math_5`.
    ProcedureId);
id_type!(/// A group of schools that is supported together, or a track made of such groups.
    GroupId);
id_type!(/// A list schools are put on (перечень), for example `shnor`.
    ListId);
id_type!(/// A risk of the catalogue, for example `staff`.
    RiskId);
id_type!(/// A declared attribute of a school, a school and procedure, or a table row.
    AttributeId);
id_type!(/// A category of an attribute, a row or a column of a table.
    CategoryId);
id_type!(/// A declared table.
    TableId);
id_type!(/// A document, for example an order or a protocol.
    DocumentId);

/// The position of a school in the dataset's ordered list of schools.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolIx(pub u32);

/// The position of a municipality in the dataset's ordered list of municipalities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MunicipalityIx(pub u32);

/// The position of a procedure in the methodology's ordered list of procedures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProcedureIx(pub u16);

/// The position of a list in the methodology's ordered list of lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListIx(pub u16);

/// A calendar year: of testing for results, of issue for lists. The two are never the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(pub i16);

impl Year {
    /// The years svod accepts; anything else is a slip of the pen.
    pub const PLAUSIBLE: std::ops::RangeInclusive<i16> = 1990..=2100;

    /// Reads a plausible four-digit year.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        let year: i16 = text.parse().ok().filter(|_| digits)?;
        Self::PLAUSIBLE.contains(&year).then_some(Self(year))
    }

    /// The year before.
    pub fn previous(self) -> Self {
        Self(self.0 - 1)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// True if a text can be an id: ASCII letters, digits, `_` and `-`, 1 to 64 long, and no name
/// that a file system keeps for itself (ids become file names of the site).
pub fn is_valid_id(text: &str) -> bool {
    const RESERVED: [&str; 5] = ["con", "prn", "aux", "nul", "index"];
    let name = text.to_ascii_lowercase();
    let device = name.len() == 4
        && (name.starts_with("com") || name.starts_with("lpt"))
        && name.ends_with(|c: char| c.is_ascii_digit());
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
        && !RESERVED.contains(&name.as_str())
        && !device
}
