//! The headings that exports have, by what they mean.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::input::fold;

/// What a column of an export holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// A unit of any level: the sample, a region, a municipality, a school.
    Group,
    /// How many schools a unit has.
    Schools,
    Participants,
    Percent,
    /// A heading that is a whole number: a mark or a primary score, by the layout.
    Number(u16),
    Year,
    Grade,
    Subject,
    Municipality,
    Login,
    /// A school by login or name, whichever the export has under this heading.
    School,
    SchoolName,
    SchoolCode,
    /// `SchoolCode`, as one layout of the ОГЭ has it.
    LatinSchoolCode,
    LatinMark,
    /// What only protocols of exams have.
    Station,
    PupilCode,
    Mark,
    Primary,
    Score,
    /// Names and papers of a person. Nothing reads them; a table that has them is not shown.
    Person,
}

/// Headings by their field; the first of a field is what messages call it.
const HEADINGS: [(&str, Field); 59] = [
    ("Группы участников", Field::Group),
    ("Кол-во ОО", Field::Schools),
    ("Количество ОО", Field::Schools),
    ("Кол-во участников", Field::Participants),
    ("Количество участников", Field::Participants),
    ("Число участников", Field::Participants),
    ("%", Field::Percent),
    ("Год", Field::Year),
    ("Класс", Field::Grade),
    ("ClassCode", Field::Grade),
    ("Параллель", Field::Grade),
    ("Предмет", Field::Subject),
    ("Муниципалитет", Field::Municipality),
    ("Муниципальное образование", Field::Municipality),
    ("Логин", Field::Login),
    ("Логин ОО", Field::Login),
    ("ОО", Field::School),
    ("Название ОО", Field::SchoolName),
    ("Наименование ОО", Field::SchoolName),
    ("Образовательная организация", Field::SchoolName),
    ("Код ОО", Field::SchoolCode),
    ("Код школы", Field::SchoolCode),
    ("SchoolCode", Field::LatinSchoolCode),
    ("Mark5", Field::LatinMark),
    ("Код ППЭ", Field::Station),
    ("ППЭ", Field::Station),
    ("Аудитория", Field::Station),
    ("Код МСУ", Field::Station),
    ("Задания с кратким ответом", Field::Station),
    ("Задания с развёрнутым ответом", Field::Station),
    ("Код участника", Field::PupilCode),
    ("Отметка", Field::Mark),
    ("Оценка", Field::Mark),
    ("Первичный балл", Field::Primary),
    ("PrimaryMark", Field::Primary),
    ("Тестовый балл", Field::Score),
    ("Балл", Field::Score),
    ("ФИО", Field::Person),
    ("Ф.И.О.", Field::Person),
    ("ФИО участника", Field::Person),
    ("ФИО учителя", Field::Person),
    ("ФИО обучающегося", Field::Person),
    ("Фамилия", Field::Person),
    ("Имя", Field::Person),
    ("Отчество", Field::Person),
    ("Ученик", Field::Person),
    ("Участник", Field::Person),
    ("Обучающийся", Field::Person),
    ("Учащийся", Field::Person),
    ("Серия", Field::Person),
    ("Номер", Field::Person),
    ("Документ", Field::Person),
    ("Серия документа", Field::Person),
    ("Номер документа", Field::Person),
    ("Паспорт", Field::Person),
    ("СНИЛС", Field::Person),
    ("Дата рождения", Field::Person),
    ("Surname", Field::Person),
    ("DocumentNumber", Field::Person),
];

static KNOWN: LazyLock<BTreeMap<String, Field>> =
    LazyLock::new(|| HEADINGS.iter().map(|(heading, field)| (fold(heading), *field)).collect());

impl Field {
    /// The field of a heading in words; `None` if it is none that exports have.
    pub fn of_words(heading: &str) -> Option<Self> {
        /// Longer texts are no headings.
        const LONGEST: usize = 120;
        if heading.len() > LONGEST {
            return None;
        }
        KNOWN.get(&fold(heading)).copied()
    }

    /// The field of a heading, be it words or a number.
    pub fn of(heading: &str) -> Option<Self> {
        let number = || heading.parse().ok().filter(|n| *n <= 200).map(Self::Number);
        Self::of_words(heading).or_else(number)
    }

    /// What messages call it.
    pub fn heading(self) -> String {
        if let Self::Number(number) = self {
            return number.to_string();
        }
        let own = HEADINGS.iter().find(|(_, field)| *field == self);
        own.map(|(heading, _)| (*heading).to_owned()).unwrap_or_default()
    }
}
