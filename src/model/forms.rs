//! Names in other grammatical cases, as the data writes them. They are never made up.

use std::collections::BTreeMap;

/// A case other than the nominative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// «школы Угличского округа».
    Genitive,
    /// «помочь Угличскому округу».
    Dative,
    /// «включить Угличский округ».
    Accusative,
    /// «вместе с Угличским округом».
    Instrumental,
    /// «в Угличском округе».
    Prepositional,
}

impl Case {
    /// All, in the order of grammars.
    pub const ALL: [Self; 5] =
        [Self::Genitive, Self::Dative, Self::Accusative, Self::Instrumental, Self::Prepositional];

    /// As calls of the narrative name it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Genitive => "genitive",
            Self::Dative => "dative",
            Self::Accusative => "accusative",
            Self::Instrumental => "instrumental",
            Self::Prepositional => "prepositional",
        }
    }

    /// The column of a registry that holds names in it.
    pub fn column(self) -> &'static str {
        match self {
            Self::Genitive => "name_genitive",
            Self::Dative => "name_dative",
            Self::Accusative => "name_accusative",
            Self::Instrumental => "name_instrumental",
            Self::Prepositional => "name_prepositional",
        }
    }

    /// The case of a column.
    pub fn of_column(column: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|case| case.column() == column)
    }
}

/// A name in those cases that the data gives.
pub type Forms = BTreeMap<Case, String>;
