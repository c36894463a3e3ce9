//! Everything that depends on the language: messages, numbers, plurals, dates, the order of names.
//!
//! Sentences live in `locales/<language>/*.ftl`, one file per room; both languages have the same
//! keys. Nothing here decides a number: figures come rounded, as [`Fixed`], and leave as text.

mod catalogue;
pub mod latin;
mod name;
mod number;
#[cfg(test)]
mod tests;

use std::fmt;

use icu_decimal::input::{Decimal, SignDisplay};

use crate::diag::Diagnostic;
use crate::model::date::Date;
use crate::model::number::Fixed;
use catalogue::Catalogue;
use name::Alphabet;
pub use name::SortKey;
use number::{Numbers, Phrases};

/// A language that svod speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Lang {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// `ru` or `en`, as in settings, addresses and the `lang` attribute of a page.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The language of a code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// A word or a number for a blank of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Text, put in as it is. Years are text.
    Str(&'a str),
    /// A count: chooses the plural and is printed as [`Text::count`] does.
    Count(u32),
    /// A decimal: chooses the plural (1,5 школы) and is printed as [`Text::fixed`] does.
    Fixed(Fixed),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Str(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Str(text)
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count)
    }
}

impl From<Fixed> for Arg<'_> {
    fn from(fixed: Fixed) -> Self {
        Self::Fixed(fixed)
    }
}

/// Why a language could not be loaded: always a mistake of the program, never of its user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextError {
    /// An embedded catalogue has a syntax error or a key that another has too.
    Catalogue {
        /// Its path under `locales/`.
        file: String,
        /// What the Fluent parser says.
        reason: String,
    },
    /// The embedded Unicode data lacks something.
    LocaleData(String),
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Catalogue { file, reason } => write!(f, "locales/{file}: {reason}"),
            Self::LocaleData(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for TextError {}

/// One language: its messages and its forms. Built once and shared by all threads.
///
/// ```
/// use svod::text::{Lang, Text};
///
/// let text = Text::new(Lang::Ru)?;
/// assert_eq!(text.say("unit-schools", &[("n", 21.into())]), "21 школа");
/// # Ok::<(), svod::text::TextError>(())
/// ```
pub struct Text {
    lang: Lang,
    catalogue: Catalogue,
    numbers: Numbers,
    phrases: Phrases,
    alphabet: Alphabet,
    percent_suffix: String,
    points_suffix: String,
}

impl Text {
    /// Loads a language from the embedded data.
    pub fn new(lang: Lang) -> Result<Self, TextError> {
        let code = lang.code();
        let catalogue = Catalogue::embedded(lang)?;
        Ok(Self {
            lang,
            numbers: Numbers::new(code).map_err(locale_data)?,
            phrases: Phrases::new(code).map_err(locale_data)?,
            alphabet: Alphabet::new().map_err(locale_data)?,
            percent_suffix: catalogue.say("suffix-percent", []),
            points_suffix: catalogue.say("suffix-points", []),
            catalogue,
        })
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// True if there is a message of this key.
    pub fn has(&self, key: &str) -> bool {
        self.catalogue.has(key)
    }

    /// The keys that begin with `prefix`, in byte order.
    pub fn keys<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        self.catalogue.keys(prefix)
    }

    /// A message without blanks. A missing one shows as its key in guillemets.
    pub fn get(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A message with its blanks filled. A missing message shows as its key in guillemets, an
    /// unfilled blank as `{$name}`; only the blanks `known` and `nearest` may be left out.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.catalogue.say(key, args.iter().copied())
    }

    /// What is wrong, in one sentence.
    pub fn problem(&self, fault: &Diagnostic) -> String {
        self.say_of(fault, "")
    }

    /// What to do about it.
    pub fn advice(&self, fault: &Diagnostic) -> String {
        self.say_of(fault, "-help")
    }

    fn say_of(&self, fault: &Diagnostic, suffix: &str) -> String {
        let args = fault.args.iter().map(|(name, value)| (*name, Arg::from(value)));
        let said = self.catalogue.say(&format!("diag-{}{suffix}", fault.code.name()), args);
        // The dots after a list that was cut short are a full stop too.
        said.replace("….", "…")
    }

    /// A count: «9999», «10 000» with a no-break space.
    pub fn count(&self, n: u32) -> String {
        self.numbers.print(&Decimal::from(n))
    }

    /// A decimal: «−3,50», with the language's mark, a true minus and all its digits.
    pub fn fixed(&self, number: Fixed) -> String {
        self.numbers.print(&number::decimal(number))
    }

    /// A percentage: «26 %» with a no-break space, in English "26%".
    pub fn percent(&self, number: Fixed) -> String {
        self.fixed(number) + &self.percent_suffix
    }

    /// A change in percentage points, signed unless zero: «+3 п. п.» with no-break spaces.
    pub fn points(&self, number: Fixed) -> String {
        let signed = number::decimal(number).with_sign_display(SignDisplay::ExceptZero);
        self.numbers.print(&signed) + &self.points_suffix
    }

    /// What a change of shares is in: «п. п.».
    pub fn points_unit(&self) -> &str {
        self.points_suffix.trim_start()
    }

    /// A size in bytes as people read it: «840 байт», «120 КБ», «1,4 МБ».
    pub fn size(&self, bytes: u64) -> String {
        const KILO: u64 = 1024;
        const MEGA: u64 = KILO * KILO;
        let whole = |n: u64| Fixed { units: i64::try_from(n).unwrap_or(i64::MAX), decimals: 0 };
        let (key, n) = match bytes {
            0..KILO => ("size-bytes", whole(bytes)),
            KILO..MEGA => ("size-kilobytes", whole(bytes.div_ceil(KILO))),
            _ => {
                let tenths = (bytes * 10).div_ceil(MEGA);
                ("size-megabytes", Fixed { decimals: 1, ..whole(tenths) })
            }
        };
        self.say(key, &[("n", n.into())])
    }

    /// An enumeration: «а, б и в».
    pub fn list(&self, items: &[String]) -> String {
        self.phrases.list(items)
    }

    /// A day in words: «15 марта 2023 г.» with no-break spaces.
    pub fn date(&self, date: Date) -> String {
        self.phrases.date(date)
    }

    /// A day in digits, for columns: «15.03.2023», in English `2023-03-15`.
    pub fn day(&self, date: Date) -> String {
        let [day, month] = [date.day(), date.month()].map(|number| format!("{number:02}"));
        let year = date.year().to_string();
        let args = [("day", &day), ("month", &month), ("year", &year)];
        self.say("day-in-digits", &args.map(|(name, text)| (name, text.into())))
    }

    /// The place of a name in the Russian alphabet: Ё beside Е, № 2 before № 16, regardless of
    /// legal form (МОУ, МБОУ and the like), quotes, «г.» and the space after «№».
    pub fn sort_key(&self, name: &str) -> SortKey {
        self.alphabet.key(name)
    }

    /// The place of a word in the Russian alphabet, whatever it is.
    pub fn word_key(&self, word: &str) -> SortKey {
        self.alphabet.word_key(word)
    }

    /// A name from the data with no-break spaces after «г.», «ул.», «№», «500+» and before «%», and
    /// with ranges of numbers that do not break; nothing else is changed.
    pub fn typograph(&self, name: &str) -> String {
        name::typograph(name)
    }
}

/// A title inside a sentence: «кадровый дефицит», but «ИСБШ ниже квартиля», «УрФО» and «ГИА-9». A
/// proper name that begins as other words do cannot be told from them.
pub fn lower_first(title: &str) -> String {
    let mut chars = title.chars();
    let (first, rest) = (chars.next(), chars.as_str());
    // «I четверть» is a number, «А» alone a name.
    let alone = |first: &char| {
        rest.is_empty() || first.is_ascii() && !rest.starts_with(char::is_alphabetic)
    };
    let Some(first) = first.filter(|first| !alone(first)) else { return title.to_owned() };
    let word = rest.split(char::is_whitespace).next().unwrap_or_default();
    match word.contains(|c: char| c.is_uppercase() || c.is_numeric()) {
        true => title.to_owned(),
        false => first.to_lowercase().collect::<String>() + rest,
    }
}

fn locale_data(error: impl fmt::Display) -> TextError {
    TextError::LocaleData(error.to_string())
}
