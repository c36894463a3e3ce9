//! What titles above a table say of it: «ВПР 2025 Русский язык 5 класс», «01 - Русский язык
//! 2022.06.23», «Предмет: Математика».

use crate::input::fold;
use crate::model::ids::Year;

/// What is known of the procedure that a table tells of.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Said {
    /// «ВПР», «ОГЭ», «ЕГЭ», folded.
    pub stage: Option<String>,
    pub year: Option<Year>,
    pub grade: Option<u8>,
    /// The code of a subject, without leading noughts.
    pub code: Option<String>,
    /// What may be the name of the subject, as [`letters`]; the nearest titles first.
    pub subjects: Vec<Vec<String>>,
}

/// The kinds of procedures that titles name.
const STAGES: [&str; 4] = ["впр", "огэ", "егэ", "гвэ"];

/// Words of titles that belong to no subject.
const ASIDE: [&str; 15] = [
    "предмет",
    "год",
    "года",
    "г",
    "класс",
    "класса",
    "классы",
    "кл",
    "й",
    "е",
    "го",
    "весна",
    "осень",
    "дата",
    "учебный",
];

/// Beginnings of words that make a date that of the file, not of the procedure.
const OF_FILE: [&str; 4] = ["сформир", "формир", "выгру", "распечат"];

/// A name without what is no letter, as it is compared.
pub(super) fn letters(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphabetic()).collect()
}

impl Said {
    /// Reads titles: cells of the rows above a table.
    pub fn of<'t>(titles: impl IntoIterator<Item = &'t str>) -> Self {
        let mut said = Self::default();
        let (mut subjects, mut other_year) = (Vec::new(), None);
        for title in titles {
            other_year = other_year.max(said.read(title, &mut subjects));
        }
        said.year = said.year.or(other_year);
        subjects.sort();
        subjects.dedup();
        if !subjects.is_empty() {
            said.subjects.push(subjects);
        }
        said
    }

    /// Reads a title; gives back a year that stands in it by itself.
    fn read(&mut self, title: &str, subjects: &mut Vec<String>) -> Option<Year> {
        let tokens: Vec<String> = title
            .split(|c: char| !c.is_alphanumeric())
            .filter(|token| !token.is_empty())
            .map(str::to_lowercase)
            .collect();
        let (mut year, mut sure) = (None, false);
        if let Some(code) = code(title) {
            self.code.get_or_insert(code);
            sure = true;
        }
        for (at, token) in tokens.iter().enumerate() {
            if STAGES.contains(&token.as_str()) {
                self.stage.get_or_insert_with(|| fold(token));
                sure = true;
            }
            // Of «2021/2022 учебный год» the later year is that of testing.
            year = year.max(Year::parse(token).filter(|year| year.0 >= 2000));
            if token.starts_with("класс") || token == "кл" {
                let beside = [at.checked_sub(1), at.checked_sub(2), at.checked_add(1)];
                let near = beside.into_iter().flatten().filter_map(|at| tokens.get(at));
                if let Some(grade) = { near }.find_map(|token| grade(token)) {
                    self.grade.get_or_insert(grade);
                }
            }
        }
        let parts = title.split(['.', ',', ';', ':', '|', '(', ')']);
        for part in parts.chain([title]) {
            let words = part.split(|c: char| !c.is_alphabetic()).map(letters);
            let own =
                |word: &String| !STAGES.contains(&word.as_str()) && !ASIDE.contains(&word.as_str());
            let subject: String = words.filter(own).collect();
            if !subject.is_empty() {
                subjects.push(subject);
            }
        }
        if tokens.iter().any(|token| OF_FILE.iter().any(|word| token.starts_with(word))) {
            return None;
        }
        if sure {
            self.year = self.year.or(year);
            return None;
        }
        year
    }

    /// True if it tells the kind, the year or the grade: what a title over a part of a sheet does
    /// not.
    fn is_heading(&self) -> bool {
        self.stage.is_some() || self.year.is_some() || self.grade.is_some() || self.code.is_some()
    }

    /// This with what further titles above it say.
    pub fn within(mut self, above: &Self) -> Self {
        if !self.is_heading() {
            self.code.clone_from(&above.code);
        }
        self.stage = self.stage.or_else(|| above.stage.clone());
        self.year = self.year.or(above.year);
        self.grade = self.grade.or(above.grade);
        self.subjects.extend(above.subjects.iter().cloned());
        self
    }
}

/// The grade that a class is of: `5`, `5А`, `11б`.
pub(super) fn grade(text: &str) -> Option<u8> {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    // A class has its letter, not a further number.
    let rest = text[digits..].trim_start_matches([' ', '-', '«', '"']);
    let letter = rest.chars().all(|c| c.is_alphabetic() || matches!(c, '»' | '"'));
    text[..digits].parse().ok().filter(|grade| (1..=12).contains(grade) && letter)
}

/// The code of a subject that a title begins with: «01 - Русский язык».
fn code(title: &str) -> Option<String> {
    let (code, rest) = title.trim().split_once(['-', '\u{2013}', '\u{2014}'])?;
    let code = code.trim_end();
    let digits = (1..=2).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
    // «5-й класс» is a grade.
    (digits && rest.starts_with(char::is_whitespace))
        .then(|| code.trim_start_matches('0').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(titles: &[&str]) -> (Option<String>, Option<i16>, Option<u8>, Option<String>) {
        let said = Said::of(titles.iter().copied());
        (said.stage, said.year.map(|year| year.0), said.grade, said.code)
    }

    #[test]
    fn titles_say_what_it_is_about() {
        let vpr = Some(fold("ВПР"));
        let full = (vpr.clone(), Some(2025), Some(5), None);
        assert_eq!(said(&["ВПР 2025 Русский язык 5 класс"]), full);
        assert_eq!(said(&["ВПР\u{A0}2025. 5 класс", "Предмет:", "Русский язык"]), full);
        assert_eq!(said(&["Впр. Русский язык. 5-й класс. Дата: 15.03.2025"]), full);
        let code = (None, Some(2022), None, Some("1".to_owned()));
        assert_eq!(said(&["01 - Русский язык 2022.06.23"]), code);
        assert_eq!(said(&["2021/2022 учебный год"]).1, Some(2022));
        let dated = ["ВПР 2024 Математика", "Сформировано 12.01.2026", "Приказ 03.02.2025"];
        assert_eq!(said(&dated).1, Some(2024));
        assert_eq!(said(&["Максимальный первичный балл: 38"]), (None, None, None, None));
    }

    #[test]
    fn the_subject_is_what_is_left() {
        for title in [
            "ВПР 2025 Русский язык 5 класс",
            "01 - Русский язык 2022.06.23",
            "Предмет: Русский язык",
            "ВПР. 5 класс. Русский язык. Весна 2023",
        ] {
            let said = Said::of([title]);
            assert!(said.subjects[0].contains(&letters("русский язык")), "{title}: {said:?}");
        }
    }

    #[test]
    fn a_class_is_of_a_grade() {
        let grades = ["5", "5А", "11 «Б»", "9-в", "0", "13", "501", "А5", "5.1"].map(grade);
        let expected = [Some(5), Some(5), Some(11), Some(9), None, None, None, None, None];
        assert_eq!(grades, expected);
    }
}
