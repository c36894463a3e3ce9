//! The last line of a run.

use std::path::Path;
use std::time::Duration;

use super::count;
use crate::diag::{Diagnostics, Severity};
use crate::edition::Edition;
use crate::model::number::{Fixed, Rounding, Share};
use crate::output::Archived;
use crate::text::{Arg, Text};

/// «Готово: 367 страниц, 27 таблиц за 0,8 с. Указатель поиска: 58 КБ.», and where to look.
pub fn done(
    text: &Text,
    (pages, tables, search): (usize, usize, u64),
    took: Duration,
    folder: &str,
) -> String {
    let pages = text.say("unit-pages", &[("n", count(pages))]);
    let tables = text.say("unit-tables", &[("n", count(tables))]);
    let seconds = seconds(text, took);
    let search = text.size(search);
    let args = [("pages", &pages), ("tables", &tables), ("seconds", &seconds), ("search", &search)]
        .map(|(n, v)| (n, Arg::Str(v)));
    let where_to = text.say("cli-done-where", &[("folder", Arg::Str(folder))]);
    format!("{}\n{where_to}\n", text.say("cli-done", &args))
}

/// «Редакция: «Открытая» (public), для всех.»
pub fn edition(text: &Text, edition: &Edition) -> String {
    let key = if edition.audience.is_empty() { "cli-edition" } else { "cli-edition-for" };
    let args = [
        ("title", Arg::Str(&edition.title)),
        ("id", Arg::Str(&edition.id)),
        ("audience", Arg::Str(&edition.audience)),
    ];
    format!("{}\n", text.say(key, &args))
}

/// «Готово: в report.zip 612 файлов, 3,1 МБ; распакованные — 25 МБ.»
pub fn packed(text: &Text, written: &Archived, single: bool) -> String {
    let file = written.file.display().to_string();
    let key = if single { "cli-packed-single" } else { "cli-packed" };
    let (packed, size) = (text.size(written.packed), text.size(written.bytes));
    let unit = if single { "unit-pages" } else { "unit-files" };
    let files = text.say(unit, &[("n", count(written.files))]);
    let args = [("file", &file), ("files", &files), ("packed", &packed), ("size", &size)]
        .map(|(n, v)| (n, Arg::Str(v)));
    format!("{}\n", text.say(key, &args))
}

/// «Готово: uglichsky.pdf, 180 КБ.»
pub fn printed(text: &Text, file: &Path, bytes: u64) -> String {
    let (file, size) = (file.display().to_string(), text.size(bytes));
    let args = [("file", Arg::Str(&file)), ("size", Arg::Str(&size))];
    format!("{}\n", text.say("cli-printed", &args))
}

/// What to do with a new site folder. A folder with a space in its name is quoted where it stands in
/// a command.
pub fn created(text: &Text, folder: &str) -> String {
    let spaced = folder.contains(char::is_whitespace);
    let argument = if spaced { format!("\"{folder}\"") } else { folder.to_owned() };
    let args = [("folder", folder), ("argument", &argument)].map(|(n, v)| (n, Arg::Str(v)));
    format!("{}\n", text.say("cli-created", &args))
}

/// Where a preview is to be seen, and how to end it.
pub fn serving(text: &Text, url: &str) -> String {
    format!("{}\n", text.say("serve-at", &[("url", Arg::Str(url))]))
}

/// «Прочитано заново за 0,3 с.»
pub fn reloaded(text: &Text, took: Duration) -> String {
    format!("{}\n", text.say("serve-reloaded", &[("seconds", Arg::Str(&seconds(text, took)))]))
}

/// «Найдено: 3 ошибки, 1 предупреждение. Ничего не записано, прежний сайт не тронут.»
pub fn stopped(text: &Text, faults: &Diagnostics) -> String {
    format!("{}\n", text.say("cli-stopped", &[("found", Arg::Str(&found(text, faults)))]))
}

/// «Найдено: 3 ошибки. Ничего не записано.»
pub fn not_imported(text: &Text, faults: &Diagnostics) -> String {
    format!("{}\n", text.say("cli-not-imported", &[("found", Arg::Str(&found(text, faults)))]))
}

/// «Найдено: 1 предупреждение.», or that there is nothing to say.
pub fn checked(text: &Text, faults: &Diagnostics) -> String {
    if faults.is_clean() {
        return format!("{}\n", text.get("cli-checked-clean"));
    }
    format!("{}\n", text.say("cli-checked", &[("found", Arg::Str(&found(text, faults)))]))
}

/// «Всё готово к публикации. Проверены редакции: …», or how much stands in its way and which editions
/// are ready nevertheless. Of each edition its title and whether nothing was found in it.
pub fn released(text: &Text, editions: &[(String, bool)], faults: &Diagnostics) -> String {
    let clean = faults.is_clean();
    let said = match clean {
        true => text.get("cli-released-clean"),
        false => text.say("cli-released", &[("found", Arg::Str(&found(text, faults)))]),
    };
    let titles = |of: &dyn Fn(bool) -> bool| {
        let known = editions.iter().filter(|(title, ready)| !title.is_empty() && of(*ready));
        known.map(|(title, _)| title.as_str()).collect::<Vec<_>>().join(", ")
    };
    let (all, ready) = (titles(&|_| true), titles(&|ready| ready));
    if all.is_empty() {
        return format!("{said}\n");
    }
    let checked = match clean || ready.is_empty() {
        true => text.say("cli-released-editions", &[("titles", Arg::Str(&all))]),
        false => {
            let args = [("titles", Arg::Str(&all)), ("ready", Arg::Str(&ready))];
            text.say("cli-released-some", &args)
        }
    };
    format!("{said} {checked}\n")
}

/// «Чисел в текстах 100, из них вычислено 97 (97 %).», or nothing where there are none.
pub fn figures(text: &Text, computed: usize, typed: usize) -> String {
    let clipped = |n| u32::try_from(n).unwrap_or(u32::MAX);
    let Some(share) = Share::new(clipped(computed), clipped(computed + typed)) else {
        return String::new();
    };
    let percent = text.percent(share.percent(0, Rounding::HalfUp));
    let args = [
        ("n", count(computed + typed)),
        ("computed", count(computed)),
        ("percent", (&percent).into()),
    ];
    format!("{}\n", text.say("cli-figures", &args))
}

/// «3 ошибки, 1 предупреждение»; what there is none of is left out.
fn found(text: &Text, faults: &Diagnostics) -> String {
    let of = |severity, key| {
        let n = faults.count(severity);
        (n > 0).then(|| text.say(key, &[("n", count(n))]))
    };
    let kinds = [of(Severity::Error, "unit-errors"), of(Severity::Warning, "unit-warnings")];
    kinds.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// «0,8 с»; what is less than a tenth is cut off.
fn seconds(text: &Text, took: Duration) -> String {
    let units = i64::try_from(took.as_millis() / 100).unwrap_or(i64::MAX);
    text.say("unit-seconds", &[("n", Fixed { units, decimals: 1 }.into())])
}
