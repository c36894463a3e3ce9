//! Names of schools and municipalities: their order, and the spaces that must not break.

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_provider::DataError;

use super::number::{NO_BREAK_SPACE, WORD_JOINER, locale};

/// The place of a name in the alphabet. Names that differ only in what the order ignores have
/// equal keys, so whoever sorts by it breaks ties by id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortKey(Vec<u8>);

/// Words that stay on one line with the next.
const LEADERS: [&str; 3] = ["г.", "ул.", "№"];
const QUOTES: [char; 6] = ['«', '»', '"', '„', '“', '”'];

/// The order of names, which are Russian whatever language the pages speak.
pub(super) struct Alphabet(CollatorBorrowed<'static>);

impl Alphabet {
    pub fn new() -> Result<Self, DataError> {
        let mut preferences = CollatorPreferences::from(&locale("ru"));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        Collator::try_new(preferences, CollatorOptions::default()).map(Self)
    }

    pub fn key(&self, name: &str) -> SortKey {
        self.word_key(&bare(name))
    }

    pub fn word_key(&self, word: &str) -> SortKey {
        let mut key = Vec::new();
        let Ok(()) = self.0.write_sort_key_to(word, &mut key);
        SortKey(key)
    }
}

/// The name without quotes, legal form and «г.», with single spaces and one on either side of «№».
fn bare(name: &str) -> String {
    let spaced = name.replace(QUOTES, " ").replace('№', " № ");
    spaced.split_whitespace().filter_map(sorted_part).collect::<Vec<_>>().join(" ")
}

/// What counts of a word in sorting: «г.Ярославль» and «МОУ-СОШ» keep their second half.
fn sorted_part(word: &str) -> Option<&str> {
    let word = word.strip_prefix("г.").unwrap_or(word);
    let part = match word.split_once('-') {
        Some((form, rest)) if is_legal_form(form) => rest,
        _ => word,
    };
    (!part.is_empty() && !is_legal_form(part)).then_some(part)
}

/// МОУ, МБОУ, МКОУ, МАОУ, ГБОУ, СОГБОУ, МОБУ and their like: capitals that end with the letters of
/// an educational institution.
fn is_legal_form(word: &str) -> bool {
    let capitals = word.chars().all(|c| ('А'..='Я').contains(&c));
    let institution = ["ОУ", "ОБУ", "ОАУ", "ОКУ"].iter().any(|end| word.ends_with(end));
    capitals && institution && word.chars().count() >= 3
}

/// The name with no-break spaces after «г.», «ул.», «№», «500+» and before «%»; ranges of numbers
/// («2021–2022») do not break.
pub(super) fn typograph(name: &str) -> String {
    let mut words = name.split(' ');
    let mut left = words.next().unwrap_or_default();
    let mut text = left.to_owned();
    for right in words {
        text.push(if glued(left, right) { NO_BREAK_SPACE } else { ' ' });
        text.push_str(right);
        left = right;
    }
    whole_ranges(&text)
}

/// A word joiner after each en dash between digits.
fn whole_ranges(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        whole.push(c);
        let range = c == '–' && before.is_ascii_digit();
        if range && chars.peek().is_some_and(char::is_ascii_digit) {
            whole.push(WORD_JOINER);
        }
        before = c;
    }
    whole
}

/// What a number of a procedure's title stands before: «ВПР, математика, 5 класс».
const GRADE: &str = "класс";

/// True if no line may break between two words.
fn glued(left: &str, right: &str) -> bool {
    let left = left.trim_start_matches(|c| QUOTES.contains(&c) || c == '(');
    let plus = left.trim_end_matches(QUOTES).ends_with('+');
    let number = right.starts_with(|c: char| c.is_ascii_digit());
    let grade = right.trim_end_matches([',', ';']) == GRADE
        && left.bytes().all(|b| b.is_ascii_digit())
        && !left.is_empty();
    LEADERS.contains(&left) || right.starts_with('%') || (plus && number) || grade
}
