//! The messages of one language: embedded Fluent files, looked up by key.

use std::borrow::Cow;
use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::Entry;
use icu_provider::DataError;
use include_dir::{Dir, include_dir};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::number::Numbers;
use super::{Arg, Lang, TextError};
use crate::diag::Code;

pub(super) static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// What an optional word that is missing is said to be; its sentence then vanishes.
const NONE: &str = "none";

pub(super) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    /// Every key, in byte order.
    keys: BTreeSet<String>,
}

impl Catalogue {
    /// All files of the language's folder. Errors: a file with a syntax error or a key given twice.
    pub fn embedded(lang: Lang) -> Result<Self, TextError> {
        let broken = |file: &str, reason: &dyn std::fmt::Debug| TextError::Catalogue {
            file: file.to_owned(),
            reason: format!("{reason:?}"),
        };
        let id = lang.code().parse().map_err(|e| broken(lang.code(), &e))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // No invisible direction marks around blanks: all our scripts run from left to right.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(print_number));
        let mut keys = BTreeSet::new();
        for file in LOCALES.get_dir(lang.code()).iter().flat_map(|folder| folder.files()) {
            let name = file.path().to_string_lossy();
            let text = file.contents_utf8().ok_or_else(|| broken(&name, &"not UTF-8"))?.to_owned();
            let resource =
                FluentResource::try_new(text).map_err(|(_, errors)| broken(&name, &errors))?;
            keys.extend(resource.entries().filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                _ => None,
            }));
            bundle.add_resource(resource).map_err(|errors| broken(&name, &errors))?;
        }
        Ok(Self { bundle, keys })
    }

    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    pub fn keys(&self, prefix: &str) -> impl Iterator<Item = &str> {
        let from = self.keys.range(prefix.to_owned()..).map(String::as_str);
        from.take_while(move |key| key.starts_with(prefix))
    }

    pub fn say<'a>(&self, key: &str, args: impl IntoIterator<Item = (&'a str, Arg<'a>)>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("«{key}»");
        };
        let mut blanks: FluentArgs =
            args.into_iter().map(|(name, arg)| (name, FluentValue::from(arg))).collect();
        for name in Code::OPTIONAL {
            if blanks.get(name).is_none() {
                blanks.set(name, NONE);
            }
        }
        // An unfilled blank stays in the text as `{$name}`, where people and tests see it.
        let mut unfilled: Vec<FluentError> = Vec::new();
        self.bundle.format_pattern(pattern, Some(&blanks), &mut unfilled).into_owned()
    }
}

impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(arg: Arg<'a>) -> Self {
        match arg {
            Arg::Str(text) => Self::String(Cow::Borrowed(text)),
            Arg::Count(count) => count.into(),
            // By way of text, for the plural rules ask how many digits are shown: 2 and 2,0 differ.
            Arg::Fixed(fixed) => fixed.to_string().parse().map_or(Self::None, Self::Number),
        }
    }
}

/// Prints the numbers in messages; Fluent calls it with the memoizer of the bundle.
fn print_number(value: &FluentValue, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    memoizer.with_try_get::<Numbers, _, _>((), |numbers| plain(numbers, number)).ok()?
}

fn plain(numbers: &Numbers, number: &FluentNumber) -> Option<String> {
    number.as_string().parse().ok().map(|decimal| numbers.print(&decimal))
}

impl Memoizable for Numbers {
    type Args = ();
    type Error = DataError;

    fn construct(lang: LanguageIdentifier, (): ()) -> Result<Self, DataError> {
        Self::new(&lang.to_string())
    }
}
