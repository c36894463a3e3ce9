//! The last line of a run.

use std::time::Duration;

use super::words::{Arg, Words, count};
use crate::diag::{Diagnostics, Severity};

/// «Готово: 367 страниц, 27 таблиц за 0,8 с.», and where to look.
pub fn done(
    words: &dyn Words,
    pages: usize,
    tables: usize,
    took: Duration,
    folder: &str,
) -> String {
    let pages = words.say("unit-pages", &[("n", count(pages))]);
    let tables = words.say("unit-tables", &[("n", count(tables))]);
    let seconds = seconds(words, took);
    let args = [("pages", &pages), ("tables", &tables), ("seconds", &seconds)]
        .map(|(n, v)| (n, Arg::Str(v)));
    let where_to = words.say("cli-done-where", &[("folder", Arg::Str(folder))]);
    format!("{}\n{where_to}\n", words.say("cli-done", &args))
}

/// «Найдено: 3 ошибки, 1 предупреждение. Ничего не записано, прежний сайт не тронут.»
pub fn stopped(words: &dyn Words, faults: &Diagnostics) -> String {
    format!("{}\n", words.say("cli-stopped", &[("found", Arg::Str(&found(words, faults)))]))
}

/// «Найдено: 1 предупреждение.», or that there is nothing to say.
pub fn checked(words: &dyn Words, faults: &Diagnostics) -> String {
    if faults.is_empty() {
        return format!("{}\n", words.say("cli-checked-clean", &[]));
    }
    format!("{}\n", words.say("cli-checked", &[("found", Arg::Str(&found(words, faults)))]))
}

/// «3 ошибки, 1 предупреждение»; what there is none of is left out.
fn found(words: &dyn Words, faults: &Diagnostics) -> String {
    let all = faults.sorted();
    let of = |severity, key| {
        let n = all.iter().filter(|fault| fault.severity == severity).count();
        (n > 0).then(|| words.say(key, &[("n", count(n))]))
    };
    let kinds = [of(Severity::Error, "unit-errors"), of(Severity::Warning, "unit-warnings")];
    kinds.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn seconds(words: &dyn Words, took: Duration) -> String {
    let tenths = took.as_millis() / 100;
    let (whole, tenth) = ((tenths / 10).to_string(), (tenths % 10).to_string());
    words.say("cli-seconds", &[("whole", Arg::Str(&whole)), ("tenth", Arg::Str(&tenth))])
}
