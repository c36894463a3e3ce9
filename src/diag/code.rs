//! The stable names of faults. Each has two messages in every string catalogue.

use super::Severity;

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident,)*) => {
        /// The kind of a fault.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)] // The name and the catalogue message say what each is.
        pub enum Code { $($variant,)* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable name, for example `unknown-school`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// How grave a fault of this kind is.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    // Files
    MissingFile "missing-file" Error,
    UnreadableFile "unreadable-file" Error,
    NotUtf8 "not-utf8" Error,
    DuplicateTable "duplicate-table" Error,
    // Tables as such
    BadCsv "bad-csv" Error,
    EmptyTable "empty-table" Error,
    MissingColumn "missing-column" Error,
    UnknownColumn "unknown-column" Warning,
    RepeatedColumn "repeated-column" Error,
    TooManyRows "too-many-rows" Error,
    // Values
    MissingValue "missing-value" Error,
    BadId "bad-id" Error,
    BadNumber "bad-number" Error,
    BadCount "bad-count" Error,
    BadYear "bad-year" Error,
    BadDate "bad-date" Error,
    BadYesNo "bad-yes-no" Error,
    BadChoice "bad-choice" Error,
    UnknownSchool "unknown-school" Error,
    UnknownMunicipality "unknown-municipality" Error,
    UnknownProcedure "unknown-procedure" Error,
    UnknownGroup "unknown-group" Error,
    UnknownList "unknown-list" Error,
    UnknownReference "unknown-reference" Error,
    RepeatedKey "repeated-key" Error,
    BelowExceedsParticipants "below-exceeds-participants" Error,
    TileTaken "tile-taken" Error,
    NoResults "no-results" Error,
    // Settings and method
    BadToml "bad-toml" Error,
    UnknownKey "unknown-key" Error,
    RepeatedId "repeated-id" Error,
    ClusterOverlap "cluster-overlap" Error,
    ClusterGap "cluster-gap" Error,
    ClusterEmpty "cluster-empty" Error,
    BadParameter "bad-parameter" Error,
    KTooLarge "k-too-large" Error,
    UnknownAttribute "unknown-attribute" Error,
    UnknownCategory "unknown-category" Error,
    UnknownTable "unknown-table" Error,
    UnknownField "unknown-field" Error,
    AttributeCycle "attribute-cycle" Error,
    AttributeNotHere "attribute-not-here" Error,
    NotCategories "not-categories" Error,
    NotNumber "not-number" Error,
    AmbiguousField "ambiguous-field" Error,
    OverlappingSum "overlapping-sum" Error,
    // Narrative, templates, theme
    BadFrontMatter "bad-front-matter" Error,
    BrokenLink "broken-link" Error,
    BadTemplate "bad-template" Error,
    UnknownTheme "unknown-theme" Error,
    PathTaken "path-taken" Error,
    // Writing
    CannotWrite "cannot-write" Error,
    NotASite "not-a-site" Error,
    ForeignOutput "foreign-output" Error,
}
