//! The management cycle (DOMAIN §9): goal, indicators, methods, monitoring, analysis,
//! recommendations, measures, decisions, their effect, the next plan. Menus follow it.

/// A stage of the management cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Why the report is made and whom it is about.
    Purpose,
    /// What is measured.
    Indicators,
    /// How it is collected and judged.
    Methods,
    /// What is seen, school by school.
    Monitoring,
    /// What it means.
    Analysis,
    /// What is advised, and to whom.
    Recommendations,
    /// What is done.
    Measures,
    /// What is decided, and on what it rests.
    Decisions,
    /// What came of the measures.
    Effect,
    /// What comes next.
    Plan,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 10] = [
        Self::Purpose,
        Self::Indicators,
        Self::Methods,
        Self::Monitoring,
        Self::Analysis,
        Self::Recommendations,
        Self::Measures,
        Self::Decisions,
        Self::Effect,
        Self::Plan,
    ];

    /// What a text calls the stage that it belongs to.
    pub fn id(self) -> &'static str {
        match self {
            Self::Purpose => "purpose",
            Self::Indicators => "indicators",
            Self::Methods => "methods",
            Self::Monitoring => "monitoring",
            Self::Analysis => "analysis",
            Self::Recommendations => "recommendations",
            Self::Measures => "measures",
            Self::Decisions => "decisions",
            Self::Effect => "effect",
            Self::Plan => "plan",
        }
    }

    /// The stage of an id.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.id() == id)
    }
}
