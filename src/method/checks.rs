//! What in the data is possible and yet doubted: bounds of the checks, and which are switched off.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::de::Number;
use super::spec::Name;
use crate::diag::Code;
use crate::model::number::Decimal;

/// A share that changes by more than fifty percentage points in a year is most often a slip (DOMAIN §8).
pub(super) const JUMP: i32 = 50;
/// So are participants of whom half are gone,
pub(super) const FALL: i32 = 50;
/// or who have become ten times as many or as few.
pub(super) const TIMES: u16 = 10;
/// A procedure in a tenth of the schools that it was in before has most often lost a file.
pub(super) const RARE: i32 = 10;
/// Reports look back no further than this.
pub(super) const YEARS: u16 = 20;

/// `[checks]` as written.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct ChecksSpec {
    pub jump: Option<Spanned<Number>>,
    pub fall: Option<Spanned<Number>>,
    pub times: Option<Spanned<u16>>,
    pub rare: Option<Spanned<Number>>,
    pub years: Option<Spanned<u16>>,
    #[serde(default)]
    pub off: Vec<Name>,
}

/// Bounds beyond which the data is doubted.
#[derive(Clone, Debug)]
pub struct Checks {
    /// A share that changes by more percentage points than these.
    pub jump: Decimal,
    /// Participants of whom at least so many percent are gone.
    pub fall: Decimal,
    /// Participants who become so many times as many or as few.
    pub times: u16,
    /// A procedure in at most so many percent of the schools that it was in another year.
    pub rare: Decimal,
    /// So many years before the report's data may be.
    pub years: u16,
    /// Checks that are not made.
    pub off: BTreeSet<Code>,
}

impl Checks {
    /// True if a check is made.
    pub fn makes(&self, code: Code) -> bool {
        !self.off.contains(&code)
    }
}
