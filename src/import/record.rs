//! What an export says of a unit, before anybody knows which school that is and which procedure.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::summary::{SheetSummary, Skipped};
use super::title::Said;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::model::number::{Decimal, Fixed};

/// A percentage as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Percent {
    pub value: Decimal,
    pub decimals: u8,
}

impl Percent {
    /// Reads `12`, `12,5`, `12.5 %`; `None` if it is no percentage from 0 to 100.
    pub fn parse(text: &str) -> Option<Self> {
        let bare = text.strip_suffix('%').unwrap_or(text).trim_end();
        let value = Decimal::parse(bare)?;
        let whole = Decimal::ZERO..=Decimal::from_int(100);
        let decimals = bare.split_once([',', '.']).map_or(0, |(_, digits)| digits.len());
        whole.contains(&value).then_some(Self { value, decimals: u8::try_from(decimals).ok()? })
    }

    /// The sum of percentages, which may be past 100 by their roundings; `None` if it is absurd.
    pub fn sum(parts: impl IntoIterator<Item = Self>) -> Option<Self> {
        let (mut millionths, mut decimals) = (0i64, 0);
        for part in parts {
            millionths = millionths.checked_add(part.value.millionths())?;
            decimals = decimals.max(part.decimals);
        }
        let text = Fixed { units: millionths, decimals: 6 }.to_string();
        Some(Self { value: Decimal::parse(&text)?, decimals })
    }

    /// True if this is the sum of `parts` rounded percentages that are all there is.
    pub fn is_whole(self, parts: usize) -> bool {
        let unit = 10i64.pow(6 - u32::from(self.decimals.min(6)));
        let off = (self.value.millionths() - 100_000_000).unsigned_abs();
        // Each part is off by half a unit at most.
        off.saturating_mul(2) <= unit.unsigned_abs().saturating_mul(parts as u64)
    }
}

/// What a score is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Scale {
    /// Marks from 2 to 5.
    Mark,
    /// Primary scores.
    Primary,
    /// Test scores of the ЕГЭ.
    Test,
}

/// How many did how well.
#[derive(Clone, Debug)]
pub(super) enum Tally {
    /// So many have a mark below 3.
    Failed(u32),
    /// Such a part of them has.
    FailedPercent(Percent),
    /// So many have each score.
    Scores(Scale, BTreeMap<u16, u32>),
    /// Such a part of them has each primary score.
    ScorePercents(BTreeMap<u16, Percent>),
}

/// Whom a row is about.
#[derive(Clone, Debug)]
pub(super) enum Who {
    /// A unit of any level, in the order of the report: schools follow their municipality. `single`
    /// if the report says that it is not several schools.
    Group { name: String, single: bool },
    /// A school by all that the row says of it; what it does not say is empty.
    School { code: String, name: String, municipality: String },
}

/// The result of a unit.
#[derive(Clone, Debug)]
pub(super) struct Record {
    pub who: Who,
    /// Where it is named, and where its municipality is.
    pub named: Place,
    pub municipality: Place,
    /// Where its participants are counted.
    pub counted: Place,
    /// The sheet, by its place in [`super::Export::sheets`].
    pub sheet: usize,
    /// How many rows it was made of.
    pub rows: usize,
    /// Shared by the rows that say the same.
    pub said: Rc<Said>,
    pub participants: u32,
    pub tally: Tally,
    /// True if it was counted from pupils.
    pub of_pupils: bool,
    /// True if its sheet tells of persons: nothing that stands there may be told.
    pub hidden: bool,
}

/// Where the readers of layouts put what they find.
pub(super) struct Out<'o> {
    pub records: &'o mut Vec<Record>,
    pub summary: &'o mut SheetSummary,
    pub sheet: usize,
    /// True if the sheet tells of persons.
    pub hidden: bool,
    pub faults: &'o mut Diagnostics,
}

impl Out<'_> {
    pub fn fault(&mut self, fault: Diagnostic) {
        self.faults.push(fault);
    }

    pub fn skip(&mut self, why: Skipped) {
        self.summary.skip(why, 1);
    }
}

/// The grades that classes name; one, if they agree.
#[derive(Clone, Debug, Default)]
pub(super) struct Grades(BTreeSet<u8>);

impl Grades {
    pub fn add(&mut self, class: &str) {
        self.0.extend(super::title::grade(class));
    }

    pub fn only(&self) -> Option<u8> {
        self.0.first().copied().filter(|_| self.0.len() == 1)
    }
}
