//! The layouts that are recognised, each by its headings: never by the name of a file.

use std::collections::BTreeMap;

use super::field::Field;

/// The columns of a table by what they hold.
pub(super) type Columns = BTreeMap<Field, u16>;

/// A layout of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layout {
    /// ВПР, «Статистика по отметкам»: percent by mark for the sample, regions, municipalities, schools.
    MarkStatistics,
    /// ВПР, a row for each school: marks 2–5 or primary scores, as counts or percentages.
    Flat,
    /// ВПР, «Индивидуальные результаты»: a row for each pupil, in blocks by school.
    Individual,
    /// ВПР, «Сравнение отметок с отметками по журналу».
    JournalMarks,
    /// A protocol of the ЕГЭ or the ОГЭ: a row for each pupil.
    Protocol,
    /// ОГЭ: `SchoolCode`, `ClassCode`, `PrimaryMark`, `Mark5`, a row for each pupil.
    MarkCodes,
}

/// What a layout cannot do without: one of each line.
type Required = &'static [&'static [Field]];

/// The layouts by what they need, surest first.
const LAYOUTS: [(Layout, Required); 7] = [
    (Layout::Individual, &[&[Field::PupilCode], &[Field::Mark, Field::Primary]]),
    (Layout::MarkCodes, &[&[Field::LatinSchoolCode], &[Field::LatinMark]]),
    (
        Layout::Protocol,
        &[
            &[Field::SchoolCode],
            &[Field::Mark, Field::Score],
            &[Field::Station, Field::Person, Field::Primary],
        ],
    ),
    (
        Layout::MarkStatistics,
        &[
            &[Field::Group],
            &[Field::Participants],
            &[Field::Number(2)],
            &[Field::Number(3)],
            &[Field::Number(4)],
            &[Field::Number(5)],
        ],
    ),
    (Layout::JournalMarks, &[&[Field::Group], &[Field::Participants], &[Field::Percent]]),
    (
        Layout::Flat,
        &[
            &[Field::Login, Field::School, Field::SchoolName, Field::SchoolCode],
            &[Field::Participants],
            &[Field::Number(2)],
            &[Field::Number(3)],
            &[Field::Number(4)],
            &[Field::Number(5)],
        ],
    ),
    // Works with few points are rare, but there are.
    (
        Layout::Flat,
        &[
            &[Field::Login, Field::School, Field::SchoolName, Field::SchoolCode],
            &[Field::Participants],
            &[Field::Number(0)],
            &[Field::Number(1)],
        ],
    ),
];

impl Layout {
    /// The name that programs know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::MarkStatistics => "mark-statistics",
            Self::Flat => "flat",
            Self::Individual => "individual",
            Self::JournalMarks => "journal-marks",
            Self::Protocol => "protocol",
            Self::MarkCodes => "mark-codes",
        }
    }

    /// True if each of its rows tells of a pupil.
    pub fn tells_of_pupils(self) -> bool {
        matches!(self, Self::Individual | Self::Protocol | Self::MarkCodes)
    }

    /// The layout that has these columns.
    pub(super) fn of(columns: &Columns) -> Option<Self> {
        let fits = |(_, required): &&(Self, Required)| missing(required, columns).next().is_none();
        LAYOUTS.iter().find(fits).map(|(layout, _)| *layout)
    }

    /// A layout that these columns nearly have, and the first that it lacks.
    pub(super) fn near(columns: &Columns) -> Option<(Self, Field)> {
        let near = LAYOUTS.iter().filter_map(|(layout, required)| {
            let lacks: Vec<Field> = missing(required, columns).collect();
            let has = required.len() - lacks.len();
            let first = lacks.first()?;
            (has > lacks.len()).then_some((lacks.len(), (*layout, *first)))
        });
        near.min().map(|(_, near)| near)
    }
}

fn missing(required: Required, columns: &Columns) -> impl Iterator<Item = Field> {
    let lacks = |any: &&&[Field]| !any.iter().any(|field| columns.contains_key(field));
    required.iter().filter(lacks).filter_map(|any| any.first().copied())
}
