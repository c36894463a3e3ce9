//! Measures, what came of them, and the indicators of programmes.

use crate::diag::Place;
use crate::model::ids::{DocumentId, TableId};
use crate::model::schema::{Choice, ColumnKind};

/// What is to become of a measure: the decision about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Go on as before.
    Keep,
    /// Do more of it.
    Strengthen,
    /// Do it in another way.
    Change,
    /// Give it up.
    Drop,
}

impl Verdict {
    /// All, from going on to giving up.
    pub const ALL: [Self; 4] = [Self::Keep, Self::Strengthen, Self::Change, Self::Drop];

    /// Words read as one of them in the column `verdict`. The words of a judgement are often put
    /// there too; they are taken for what they are.
    pub const COLUMN: ColumnKind = ColumnKind::Choice(&[
        Choice { id: "keep", words: &["сохранить"] },
        Choice { id: "strengthen", words: &["усилить"] },
        Choice { id: "change", words: &["изменить"] },
        Choice { id: "drop", words: &["отказаться", "прекратить"] },
        Judgement::EFFECTIVE,
        Judgement::INSUFFICIENT,
        Judgement::WEAK,
    ]);

    /// `keep`, `strengthen`, `change`, `drop`, as in the data.
    pub fn id(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Strengthen => "strengthen",
            Self::Change => "change",
            Self::Drop => "drop",
        }
    }

    /// The one of an id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.id() == id)
    }
}

/// How far a measure worked: what the published analyses call it, which is no decision yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Judgement {
    /// Эффективна.
    Effective,
    /// Недостаточно эффективна.
    Insufficient,
    /// Малоэффективна.
    Weak,
}

impl Judgement {
    /// All, the best first.
    pub const ALL: [Self; 3] = [Self::Effective, Self::Insufficient, Self::Weak];

    const EFFECTIVE: Choice =
        Choice { id: "effective", words: &["эффективна", "эффективно"] };
    const INSUFFICIENT: Choice = Choice {
        id: "insufficient",
        words: &["недостаточно эффективна", "недостаточно эффективно"],
    };
    const WEAK: Choice = Choice {
        id: "weak", words: &["малоэффективна", "малоэффективно"]
    };

    /// Words read as one of them in the column `judgement`.
    pub const COLUMN: ColumnKind =
        ColumnKind::Choice(&[Self::EFFECTIVE, Self::INSUFFICIENT, Self::WEAK]);

    /// `effective`, `insufficient`, `weak`, as in the data.
    pub fn id(self) -> &'static str {
        match self {
            Self::Effective => "effective",
            Self::Insufficient => "insufficient",
            Self::Weak => "weak",
        }
    }

    /// The one of an id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|judgement| judgement.id() == id)
    }
}

/// A measure. One row of `measures`; words that are not given are empty.
#[derive(Clone, Debug)]
pub struct Measure {
    /// The id of the track, the group or the variant of support that it belongs to.
    pub owner: String,
    /// What was done.
    pub measure: String,
    /// What it gave.
    pub effect: String,
    /// What it did not solve.
    pub problem: String,
    /// What is proposed.
    pub proposal: String,
    /// How far it worked.
    pub judgement: Option<Judgement>,
    /// What is to become of it.
    pub verdict: Option<Verdict>,
    /// The tables that support the verdict, each with the cell that names it.
    pub tables: Vec<(TableId, Place)>,
    /// The document that names the measure.
    pub document: Option<DocumentId>,
    /// Where it was read.
    pub place: Place,
}

/// The indicators of programmes. The table `indicators_programme`.
#[derive(Clone, Debug, Default)]
pub struct ProgrammeIndicators {
    /// The headers of its columns of values, in the order of the file.
    pub dates: Vec<String>,
    /// In the order of the file.
    pub rows: Vec<ProgrammeIndicator>,
}

/// An indicator of a programme by date. One row of `indicators_programme`.
#[derive(Clone, Debug)]
pub struct ProgrammeIndicator {
    /// The id of the track, the group or the variant of support that it belongs to.
    pub owner: String,
    /// What is measured.
    pub indicator: String,
    /// A value for each date, as written: «21%», but also «нет данных» or «расчёт не проводился»,
    /// which say something. `None` where the cell is empty.
    pub values: Vec<Option<String>>,
    /// What else there is to say; may be empty.
    pub note: String,
    /// Where it was read.
    pub place: Place,
}
