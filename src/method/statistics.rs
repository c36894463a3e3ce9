//! Honest statistics: when data is too little to speak of, and how sure a difference must be.

use serde::Deserialize;
use toml::Spanned;

use crate::model::interval::Confidence;

/// Below a base of twenty the counts stand first: general practice (DOMAIN §6).
pub(super) const SMALL: u32 = 20;

/// `[statistics]` as written.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct StatisticsRaw {
    pub small: Option<u32>,
    pub confidence: Option<Spanned<u8>>,
}

/// When figures are too few to be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statistics {
    /// In sentences, shares of a smaller base are said by their counts first («4 из 13 (31 %)»),
    /// and nothing is concluded from them.
    pub small: u32,
    /// How sure a difference must be to be more than ordinary fluctuation.
    pub confidence: Confidence,
}
