//! Decisions and recommendations, and whom they are for.

use super::super::date::Date;
use super::super::ids::{DocumentId, MunicipalityIx, SchoolIx};
use super::super::programme::{Activity, Status};
use crate::diag::Place;

/// Whom a decision or a recommendation is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addressee {
    /// The region's own bodies.
    Region,
    /// Every municipality.
    Municipalities,
    /// A municipality.
    Municipality(MunicipalityIx),
    /// Every school.
    Schools,
    /// Every school of a municipality.
    SchoolsOf(MunicipalityIx),
    /// A school.
    School(SchoolIx),
    /// Somebody whom the registers do not know, in words («ЦНППМ»).
    Words(String),
}

impl Addressee {
    /// True if it is the municipality itself or every one.
    pub fn is_municipality(&self, ix: MunicipalityIx) -> bool {
        matches!(self, Self::Municipalities) || *self == Self::Municipality(ix)
    }

    /// True if it is the school itself, every school of its municipality, or every school.
    pub fn is_school(&self, ix: SchoolIx, municipality: MunicipalityIx) -> bool {
        match self {
            Self::School(own) => *own == ix,
            Self::SchoolsOf(of) => *of == municipality,
            Self::Schools => true,
            _ => false,
        }
    }
}

/// A decision (управленческое решение). One row of `decisions`.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Key.
    pub id: String,
    /// The document that it stands in.
    pub document: Option<DocumentId>,
    /// The day on which it was taken.
    pub date: Option<Date>,
    /// What was decided.
    pub decision: String,
    /// Who is to carry it out; nobody named if empty.
    pub addressees: Vec<Addressee>,
    /// The term in words; may be empty. Words are shown and never judged.
    pub term: String,
    /// The last day.
    pub due: Option<Date>,
    /// How far it has come; `None` if the table does not say.
    pub status: Option<Status>,
    /// Where it was read.
    pub place: Place,
}

impl Decision {
    /// The decision as an activity: both are due on a day, and late in the same way.
    pub fn activity(&self) -> Activity<'_> {
        Activity {
            row: 0,
            school: SchoolIx(0),
            task: "",
            title: &self.decision,
            term: Some(self.term.as_str()).filter(|term| !term.is_empty()),
            due: self.due,
            indicator: None,
            responsible: None,
            status: self.status,
            risk: None,
        }
    }
}

/// A recommendation (адресная рекомендация). One row of `recommendations`.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// Its number, as an id.
    pub number: String,
    /// Whom it is for.
    pub addressee: Addressee,
    /// What is recommended.
    pub text: String,
    /// The document that it stands in.
    pub document: Option<DocumentId>,
    /// The term in words; may be empty.
    pub term: String,
    /// Where it was read.
    pub place: Place,
}
