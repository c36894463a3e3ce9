//! The stable names of faults, and the words each fills in.

use super::Severity;

macro_rules! codes {
    ($($variant:ident $name:literal $severity:ident [$($word:ident)*],)*) => {
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

            /// The words that a fault of this kind gives its sentences: all of them, save that
            /// those in [`Code::OPTIONAL`] may be left out.
            pub fn words(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$(stringify!($word)),*],)* }
            }
        }
    };
}

impl Code {
    /// Words that any fault may do without; their sentences then vanish.
    pub const OPTIONAL: [&'static str; 2] = ["known", "nearest"];

    /// What may be wrong and may as well be true: somebody who has looked can say so in the table
    /// `checked`, and the method can switch the check off.
    pub const DOUBTS: [Self; 9] = [
        Self::MoreThanPupils,
        Self::MunicipalityWithoutSchools,
        Self::ParticipantsHalved,
        Self::RareProcedure,
        Self::SchoolWithoutResults,
        Self::ShareJump,
        Self::SimilarNames,
        Self::TenfoldJump,
        Self::YearOutsideReport,
    ];

    /// What `svod check --release` alone looks for: what must be true before a report is published.
    pub const RELEASE: [Self; 11] = [
        Self::EmptyText,
        Self::ExampleLeft,
        Self::LaterThanReport,
        Self::NoContact,
        Self::NotStated,
        Self::OpenToAll,
        Self::PassedTerm,
        Self::Placeholder,
        Self::ReportBeforeYear,
        Self::TitleOfOtherYear,
        Self::UnjudgedMeasure,
    ];

    /// One of [`Code::DOUBTS`] by its name.
    pub fn doubt(name: &str) -> Option<Self> {
        Self::DOUBTS.into_iter().find(|code| code.name() == name)
    }
}

// What the words mean stands at the head of `locales/ru/diag.ftl`.
codes! {
    // Files
    MissingFile "missing-file" Error [file nearest],
    UnreadableFile "unreadable-file" Error [file reason],
    UnreadFile "unread-file" Warning [file],
    OutsideFile "outside-file" Error [file],
    LargeFile "large-file" Error [file],
    BadBorders "bad-borders" Error [file kind], // Kind: format, empty, area, globe.
    LargeBorders "large-borders" Error [file value],
    UnknownBorder "unknown-border" Warning [file value nearest known],
    NoBorder "no-border" Warning [file value],
    NotUtf8 "not-utf8" Error [file],
    BadEncoding "bad-encoding" Error [file value],
    GuessedEncoding "guessed-encoding" Notice [file value],
    GuessedSeparator "guessed-separator" Notice [file kind], // Kind: comma, semicolon or tab.
    NotATable "not-a-table" Error [file],
    NotAWorkbook "not-a-workbook" Error [file],
    LockedWorkbook "locked-workbook" Error [file],
    LargeWorkbook "large-workbook" Error [file],
    LargeSingleFile "large-single-file" Error [value], // The largest size.
    FirstSheet "first-sheet" Notice [file value other], // The sheet that was read, the others.
    DuplicateTable "duplicate-table" Error [table file other],
    // Editions
    UnknownEdition "unknown-edition" Error [value nearest known],
    UnknownWithheld "unknown-withheld" Error [value nearest known],
    CodeKey "code-key" Error [value], // The fewest characters.
    BadSmallest "bad-smallest" Error [value other], // As written, the largest.
    WithheldFigure "withheld-figure" Error [value table], // The call, the table.
    WithheldSchool "withheld-school" Error [value], // What names the school.
    // Tables as such
    RaggedRow "ragged-row" Error [value other], // Cells of the row, columns of the table.
    EmptyTable "empty-table" Error [table],
    MissingColumn "missing-column" Error [table column nearest known],
    UnknownColumn "unknown-column" Warning [table column nearest known],
    RepeatedColumn "repeated-column" Error [column],
    LargeTable "large-table" Error [table],
    WideTable "wide-table" Error [file value other], // Columns of the row, the most there may be.
    LongCell "long-cell" Error [],
    // Values
    MissingValue "missing-value" Error [column],
    FormulaError "formula-error" Error [value column],
    BadId "bad-id" Error [value],
    BadNumber "bad-number" Error [value column],
    BadCount "bad-count" Error [value column],
    NegativeCount "negative-count" Error [value column],
    FractionalCount "fractional-count" Error [value column],
    AbsurdCount "absurd-count" Error [value column],
    DateForNumber "date-for-number" Error [value column],
    NumberAsText "number-as-text" Notice [value column],
    MixedLetters "mixed-letters" Error [value letters other], // As typed, the letters, as meant.
    BadYear "bad-year" Error [value column],
    RepeatedReportYear "repeated-report-year" Error [value],
    UnknownReportYear "unknown-report-year" Error [value known],
    OtherReportYear "other-report-year" Error [value file other], // As declared, whose methodology, its year.
    ReportYearNotEarlier "report-year-not-earlier" Error [value other],
    BadDate "bad-date" Error [value column],
    BadWhen "bad-when" Error [value column],
    BadYesNo "bad-yes-no" Error [value column],
    BadChoice "bad-choice" Error [value column nearest known],
    UnknownSchool "unknown-school" Error [value nearest known],
    UnknownMunicipality "unknown-municipality" Error [value nearest known],
    UnknownProcedure "unknown-procedure" Error [value nearest known],
    UnknownRisk "unknown-risk" Error [value nearest known],
    UnknownGroup "unknown-group" Error [value nearest known],
    UnknownList "unknown-list" Error [value nearest known],
    UnknownWarning "unknown-warning" Error [value nearest known],
    UnknownCluster "unknown-cluster" Error [value nearest known],
    RepeatedKey "repeated-key" Error [value table],
    BelowExceedsParticipants "below-exceeds-participants" Error [value other], // Below, participants.
    // The life of schools and municipalities
    SharedAlias "shared-alias" Error [value other], // The name, the id of whose it is as well.
    AmbiguousSchool "ambiguous-school" Error [value known],
    SuccessorCycle "successor-cycle" Error [value], // The chain.
    OtherSuccessor "other-successor" Error [value other], // The school, its successor.
    ParallelSuccessor "parallel-successor" Warning [value other], // The school; successor, year.
    PeriodBackwards "period-backwards" Error [value other], // The end, the beginning.
    MunicipalityEnded "municipality-ended" Warning [value other], // The name, the year.
    ClosedTwice "closed-twice" Error [value other], // Two years.
    EmptyChange "empty-change" Error [value], // The school.
    LateChange "late-change" Warning [value other], // The year, the year of the report's list.
    ResultsOfNotHeld "results-of-not-held" Error [value], // The procedure and the year.
    OutsideLife "outside-life" Warning [value other], // The school, the year of its result.
    ProgrammeNotChosen "programme-not-chosen" Warning [value], // The risk.
    RiskNotOfYear "risk-not-of-year" Warning [value other], // The risk, the year of the profile.
    EndsBeforeStarts "ends-before-starts" Error [value other], // The last day, the first.
    NoReportDate "no-report-date" Warning [],
    TileTaken "tile-taken" Error [value other], // The tile, who holds it.
    NoResults "no-results" Error [value known], // The year, the years there are.
    // Possible and yet doubted
    MoreThanPupils "more-than-pupils" Warning [value other column], // Whose, participants, pupils.
    MunicipalityWithoutSchools "municipality-without-schools" Warning [value],
    ParticipantsHalved "participants-halved" Warning [value other], // Whose; years with numbers.
    RareProcedure "rare-procedure" Warning [value other column], // Which; schools, schools before.
    SchoolWithoutResults "school-without-results" Warning [value],
    ShareJump "share-jump" Warning [value other], // Whose; years with numbers.
    SimilarNames "similar-names" Warning [value other], // The name, the id of whose it is as well.
    TenfoldJump "tenfold-jump" Warning [value other], // Whose; years with numbers.
    YearOutsideReport "year-outside-report" Warning [value other], // The year; first and last.
    UnusedAnswer "unused-answer" Warning [value], // The name of the check.
    // The text of settings and method
    BadToml "bad-toml" Error [reason],
    UnclosedQuote "unclosed-quote" Error [],
    UnquotedText "unquoted-text" Error [],
    UnclosedBracket "unclosed-bracket" Error [],
    MissingEquals "missing-equals" Error [],
    StrayText "stray-text" Error [],
    BadKey "bad-key" Error [],
    RepeatedSetting "repeated-setting" Error [],
    UnknownKey "unknown-key" Error [value nearest known],
    MissingKey "missing-key" Error [value],
    WrongType "wrong-type" Error [column kind],
    BadParameter "bad-parameter" Error [value column nearest known],
    BadBaseUrl "bad-base-url" Error [value],
    NoSuchPage "no-such-page" Error [value nearest known],
    NoBrowser "no-browser" Error [],
    BrokenBrowser "broken-browser" Error [file reason],
    SlowBrowser "slow-browser" Error [file value],
    EitherOr "either-or" Error [value other],
    NeedsSetting "needs-setting" Error [column other],
    // Foreign layouts
    SourceColumnTwice "source-column-twice" Error [column],
    SourceGapsDiffer "source-gaps-differ" Error [value other], // Two headings.
    SourceTable "source-table" Error [value nearest known],
    SourceWithout "source-without" Error [table column nearest known],
    SourceFile "source-file" Error [value nearest],
    SourceSheet "source-sheet" Error [value file nearest known],
    SourceHeading "source-heading" Error [value nearest known],
    SkippedRows "skipped-rows" Notice [value other], // How many, what they begin with.
    TotalMismatch "total-mismatch" Warning [value other column], // The total, the sum.
    UnknownName "unknown-name" Error [value table nearest known],
    AmbiguousName "ambiguous-name" Error [value table known],
    ShareOrPercent "share-or-percent" Error [column],
    BadPercent "bad-percent" Error [value column],
    PercentOver100 "percent-over-100" Error [value column],
    // Imported reports of other systems
    BrokenExport "broken-export" Error [file],
    UnknownLayout "unknown-layout" Error [file],
    IncompleteLayout "incomplete-layout" Error [file kind column], // Kind: the layout.
    UnreadSheet "unread-sheet" Warning [file],
    RepeatedFile "repeated-file" Warning [file],
    JournalMarks "journal-marks" Notice [file],
    NoProcedureSaid "no-procedure-said" Error [known],
    SeveralProcedures "several-procedures" Error [known],
    NoYearSaid "no-year-said" Error [],
    NoMinimum "no-minimum" Error [value column other], // The procedure, the setting, the year.
    MarksNotWhole "marks-not-whole" Error [value other], // The sum, the participants.
    ImportedName "imported-name" Error [value table nearest known],
    SameName "same-name" Error [value table known],
    UnknownPupilSchool "unknown-pupil-school" Error [value nearest], // How many of its pupils.
    LeftOutSchool "left-out-school" Warning [value], // How many rows.
    BadPupilCell "bad-pupil-cell" Error [column kind], // Kind: mark or score.
    BlockMismatch "block-mismatch" Warning [value other], // In the title, in the rows.
    SchoolsMismatch "schools-mismatch" Warning [value other], // Of the municipality, of its schools.
    OtherResult "other-result" Error [value other column], // New figures, old ones, the key.
    ResultsElsewhere "results-elsewhere" Error [file],
    // What the method says
    RepeatedId "repeated-id" Error [value],
    ReservedId "reserved-id" Error [value],
    ClusterOverlap "cluster-overlap" Error [value other], // The milder one, the other.
    ClusterGap "cluster-gap" Error [value other],
    ClusterEmpty "cluster-empty" Error [value],
    KTooLarge "k-too-large" Error [value other], // k, how many procedures there are.
    UnknownAttribute "unknown-attribute" Error [value nearest known],
    UnknownCategory "unknown-category" Error [value other nearest known], // Other: the attribute.
    UnknownTable "unknown-table" Error [value nearest known],
    UnknownLine "unknown-line" Error [value table nearest known],
    UnknownData "unknown-data" Error [value nearest known],
    UnknownField "unknown-field" Error [value table nearest known],
    UnknownRow "unknown-row" Error [value table nearest known],
    UnknownTrack "unknown-track" Error [value nearest known],
    DecisionTooEarly "decision-too-early" Warning [value other], // Its day, that of its document.
    AddresseeMismatch "addressee-mismatch" Error [column],
    SeveralDates "several-dates" Warning [value other], // Kind and number, the dates.
    MissingAttachment "missing-attachment" Error [value other nearest known], // Other: the folder.
    UnusedAttachment "unused-attachment" Warning [file],
    NotBySchool "not-by-school" Error [table],
    AttributeCycle "attribute-cycle" Error [value], // The chain.
    AttributeNotHere "attribute-not-here" Error [value table],
    NotOfSchools "not-of-schools" Error [value other], // The attribute, the system of support.
    ConditionsApart "conditions-apart" Error [value other], // The attribute, the case.
    NotCategories "not-categories" Error [value],
    NotNumber "not-number" Error [value],
    AmbiguousField "ambiguous-field" Error [value known], // The column, columns to tell rows apart by.
    UnknownSupport "unknown-support" Error [value nearest known],
    NoVariant "no-variant" Warning [value column other], // How many, the support, their names.
    SeveralVariants "several-variants" Warning [value column other],
    OverlappingSum "overlapping-sum" Error [value other], // The sum, the parts that overlap.
    // Narrative, templates, theme
    BadFrontMatter "bad-front-matter" Error [],
    OpenTag "open-tag" Error [],
    LongTag "long-tag" Error [value], // How long a tag or how many of them may be.
    LongText "long-text" Error [value], // Bytes it may have.
    LongSettings "long-settings" Error [file value], // Bytes it may have.
    StatementInText "statement-in-text" Error [value nearest known],
    FilterInText "filter-in-text" Error [],
    UnknownCall "unknown-call" Error [value nearest known],
    UnknownArgument "unknown-argument" Error [value other nearest known], // Other: the call.
    MissingArgument "missing-argument" Error [value other known],
    BadArgument "bad-argument" Error [value other],
    BadWord "bad-word" Error [value column nearest known],
    UnknownFact "unknown-fact" Error [value nearest known],
    BadCall "bad-call" Error [reason],
    NoSuchLine "no-such-line" Error [value table nearest known],
    EmptyCell "empty-cell" Error [value table],
    NoForm "no-form" Error [value column table],
    NotSchools "not-schools" Error [value table],
    NoFigure "no-figure" Error [value nearest known],
    BadCondition "bad-condition" Error [value],
    ManyTables "many-tables" Error [value], // How many tables texts may declare.
    TableTooLarge "table-too-large" Error [table value], // How many cells it may have.
    UnknownFolder "unknown-folder" Error [value nearest known],
    UnknownPage "unknown-page" Error [value nearest known],
    InsertInLine "insert-in-line" Error [value],
    ContradictedNumber "contradicted-number" Error [value other], // As typed, as computed.
    WrongShare "wrong-share" Error [value],
    UnsupportedNumber "unsupported-number" Warning [value],
    RawHtml "raw-html" Warning [value],
    UnknownCallout "unknown-callout" Warning [value nearest known],
    SpacedLink "spaced-link" Warning [value],
    MissingAlt "missing-alt" Warning [value],
    BrokenLink "broken-link" Error [value nearest known],
    UnknownAnchor "unknown-anchor" Error [value other nearest known], // Other: the page.
    LinkScheme "link-scheme" Error [value nearest known],
    LinkOutside "link-outside" Error [value],
    NoSuchFile "no-such-file" Error [file nearest known],
    LinkedFile "linked-file" Error [file],
    AttachmentKind "attachment-kind" Error [file known],
    BareLink "bare-link" Error [value],
    NumberElsewhere "number-elsewhere" Error [value],
    BadTemplate "bad-template" Error [file reason],
    UnknownTheme "unknown-theme" Error [value nearest known],
    BadImport "bad-import" Error [value nearest known],
    PathTaken "path-taken" Error [value other], // The path, who has it.
    // Before publication
    NotStated "not-stated" Warning [column], // Column: publisher or date.
    NoContact "no-contact" Warning [],
    OpenToAll "open-to-all" Warning [],
    ReportBeforeYear "report-before-year" Warning [value other], // Its date, the year tested.
    TitleOfOtherYear "title-of-other-year" Warning [value other], // The year named, the year tested.
    ExampleLeft "example-left" Warning [value], // The file or the setting.
    Placeholder "placeholder" Warning [value],
    EmptyText "empty-text" Warning [value], // Its title.
    UnjudgedMeasure "unjudged-measure" Warning [value],
    PassedTerm "passed-term" Warning [value other], // What was to be done, by which day.
    LaterThanReport "later-than-report" Warning [value other], // Its day, that of the report.
    // Writing
    TakenPort "taken-port" Error [value reason],
    CannotWrite "cannot-write" Error [file reason],
    NotASite "not-a-site" Error [file],
    ForeignOutput "foreign-output" Error [file],
    FolderNotEmpty "folder-not-empty" Error [file],
}
