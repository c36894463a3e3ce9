//! The command line: what is accepted, and help that is whole in both languages.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

mod support;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;
use std::time::Duration;

use clap::error::ErrorKind;
use svod::cli::{self, Command, CommandLine, FaultFormat, Lang, Status, TableFormat, closing};
use svod::diag::{Code, Diagnostic, Diagnostics};

use support::Catalogue;

fn line(text: &str) -> Vec<OsString> {
    std::iter::once("svod").chain(text.split_whitespace()).map(OsString::from).collect()
}

fn parse(text: &str) -> Result<CommandLine, clap::Error> {
    cli::parse(&line(text), &Catalogue::new("ru"))
}

#[test]
fn commands_and_their_defaults() {
    let parsed = parse("build").unwrap();
    assert_eq!((parsed.common.root.as_path(), parsed.common.quiet), (Path::new("."), false));
    let Command::Build(args) = parsed.command else { panic!() };
    assert_eq!(args.folder(&parsed.common), Path::new("./public"));
    assert_eq!((args.jobs, args.timings), (None, false));
    assert_eq!(args.format, FaultFormat::Text);

    let parsed = parse("build --out D --jobs 2 --timings --format json --root r --quiet").unwrap();
    assert_eq!((parsed.common.root.as_path(), parsed.common.quiet), (Path::new("r"), true));
    let Command::Build(args) = parsed.command else { panic!() };
    assert_eq!(args.folder(&parsed.common), Path::new("D"));
    assert_eq!(args.jobs.unwrap().get(), 2);
    assert!(args.timings && args.format == FaultFormat::Json);

    let parsed = parse("--lang en check --strict").unwrap();
    assert_eq!(parsed.common.lang, Lang::En);
    assert!(matches!(parsed.command, Command::Check(args) if args.strict));

    let Command::Table(args) = parse("table clusters --format md").unwrap().command else {
        panic!()
    };
    assert_eq!((args.id.as_str(), args.format), ("clusters", TableFormat::Md));

    let Command::Explain(args) = parse("explain t r c").unwrap().command else { panic!() };
    assert_eq!([args.table, args.row, args.column], ["t", "r", "c"]);
}

#[test]
fn wrong_usage_has_its_status() {
    let run = |text: &str| cli::run(line(text), |lang| Box::new(Catalogue::new(lang.code())));
    for wrong in ["", "biuld", "build --jobs 0", "table", "check --format csv", "--lang de check"] {
        assert_eq!(run(wrong), Status::Usage, "{wrong}");
    }
    for right in ["--help", "build --help", "--version", "--lang=en table -h"] {
        assert_eq!(run(right), Status::Done, "{right}");
    }
}

#[test]
fn wrong_usage_is_told_in_the_language_asked_for() {
    let said = |text: &str, lang: &str| {
        let words = Catalogue::new(lang);
        let error = cli::parse(&line(text), &words).unwrap_err();
        cli::wrong_usage(&error, &words).unwrap().lines().next().unwrap().to_owned()
    };
    for (text, expected) in [
        ("biuld", "Команды «biuld» нет. Может быть, «build»?"),
        ("build --timing", "Ключ или значение «--timing» здесь лишнее. Может быть, «--timings»?"),
        ("build --jobs 0", "Значение «0» не подходит для --jobs <ЧИСЛО>."),
        ("build --out", "После --out <ПАПКА> нужно значение."),
        ("build --quiet --quiet", "Ключ --quiet указан дважды."),
        (
            "check --format csv",
            "Значение «csv» не подходит для --format <ВИД>. Годится: text, json.",
        ),
        ("explain t", "Не указано: <СТРОКА>, <СТОЛБЕЦ>."),
    ] {
        assert_eq!(said(text, "ru"), expected);
    }
    assert_eq!(said("biuld", "en"), "There is no command \"biuld\". Did you mean \"build\"?");
}

#[test]
fn the_last_line_counts_what_was_done() {
    let words = Catalogue::new("ru");
    assert_eq!(
        closing::done(&words, 367, 27, Duration::from_millis(849), "public"),
        "Готово: 367 страниц, 27 таблиц за 0,8 с.\nОткройте в браузере public/index.html\n"
    );
    let mut faults = Diagnostics::new();
    assert_eq!(closing::checked(&words, &faults), "Замечаний нет.\n");
    faults.push(Diagnostic::new(Code::UnknownColumn));
    assert_eq!(closing::checked(&words, &faults), "Найдено: 1 предупреждение.\n");
    (0..3).for_each(|_| faults.push(Diagnostic::new(Code::BadCount)));
    assert_eq!(
        closing::stopped(&words, &faults),
        "Найдено: 3 ошибки, 1 предупреждение. Ничего не записано, прежний сайт не тронут.\n"
    );
}

#[test]
fn the_language_is_known_before_parsing() {
    let asked = |text: &str| Lang::asked_in(&line(text));
    assert_eq!(asked("build"), Lang::Ru);
    assert_eq!(asked("build --lang en"), Lang::En);
    assert_eq!(asked("--lang=en --bad"), Lang::En);
    assert_eq!(asked("--lang"), Lang::Ru);
    assert_eq!(asked("--language en"), Lang::Ru);
    assert_eq!(asked("table -- --lang en"), Lang::Ru);
}

#[test]
fn help_is_in_the_language_asked_for() {
    for command in ["", "build", "check", "table", "explain"] {
        let help = |lang: &str| {
            let error = cli::parse(&line(&format!("{command} --help")), &Catalogue::new(lang));
            let error = error.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::DisplayHelp);
            error.to_string()
        };
        let (ru, en) = (help("ru"), help("en"));
        for word in ["Usage", "Options", "Commands", "Print", "default", "Possible", "DIR"] {
            assert!(!ru.contains(word), "{word} in\n{ru}");
        }
        let is_russian = |c: char| matches!(c, 'а'..='я' | 'А'..='Я');
        assert!(!en.contains(is_russian), "{en}");
        assert!(ru.contains("Пример") && en.contains("Example"));
    }
}

#[test]
fn both_catalogues_have_the_same_keys() {
    let keys = |lang: &str| -> BTreeSet<String> {
        let path = format!("{}/locales/{lang}/cli.ftl", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let key = |line: &str| line.split_once(" =").map(|(key, _)| key.to_owned());
        text.lines().filter(|line| line.starts_with(char::is_alphabetic)).filter_map(key).collect()
    };
    assert_eq!(keys("ru"), keys("en"));
}
