//! The sentences of the catalogues, for tests of the command line.

#![allow(dead_code, clippy::panic, clippy::unwrap_used)]

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use svod::cli::{Arg, Words};
use svod::diag::Diagnostic;

/// A catalogue of the command line's sentences and of some faults.
pub struct Catalogue(FluentBundle<FluentResource>);

impl Catalogue {
    pub fn new(lang: &str) -> Self {
        let mut bundle = FluentBundle::new(vec![lang.parse().unwrap()]);
        bundle.set_use_isolating(false);
        let root = env!("CARGO_MANIFEST_DIR");
        for file in [format!("locales/{lang}/cli.ftl"), "tests/support/words.ftl".into()] {
            let text = std::fs::read_to_string(format!("{root}/{file}")).unwrap();
            let resource =
                FluentResource::try_new(text).unwrap_or_else(|e| panic!("{file}: {e:?}"));
            bundle.add_resource(resource).unwrap_or_else(|e| panic!("{file}: {e:?}"));
        }
        Self(bundle)
    }

    pub fn has(&self, key: &str) -> bool {
        self.0.has_message(key)
    }

    fn of(&self, fault: &Diagnostic, suffix: &str) -> String {
        let args: Vec<_> = fault.args.iter().map(|(n, v)| (*n, Arg::Str(v))).collect();
        self.say(&format!("diag-{}{suffix}", fault.code.name()), &args)
    }
}

impl Words for Catalogue {
    fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let message = self.0.get_message(key).unwrap_or_else(|| panic!("no message {key}"));
        let mut filled = FluentArgs::new();
        for (name, value) in args {
            match value {
                Arg::Str(text) => filled.set(*name, text.to_string()),
                Arg::Count(n) => filled.set(*name, FluentValue::from(*n)),
            }
        }
        let mut errors = Vec::new();
        let pattern = message.value().unwrap();
        let text = self.0.format_pattern(pattern, Some(&filled), &mut errors).into_owned();
        assert!(errors.is_empty(), "{key}: {errors:?}");
        text
    }

    fn problem(&self, fault: &Diagnostic) -> String {
        self.of(fault, "")
    }

    fn advice(&self, fault: &Diagnostic) -> String {
        self.of(fault, "-help")
    }
}
