//! The command line: what is accepted, and help that is whole in both languages.

#![allow(clippy::unwrap_used, clippy::panic)] // The lints allow them in `#[test]` functions only.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command as Program;
use std::time::Duration;

use clap::error::ErrorKind;
use svod::cli::{self, Command, CommandLine, FaultFormat, Status, TableFormat, closing};
use svod::diag::{Code, Diagnostic, Diagnostics};
use svod::text::{Lang, Text};

fn line(text: &str) -> Vec<OsString> {
    std::iter::once("svod").chain(text.split_whitespace()).map(OsString::from).collect()
}

fn text(lang: Lang) -> Text {
    Text::new(lang).unwrap()
}

fn parse(given: &str) -> Result<CommandLine, clap::Error> {
    cli::parse(&line(given), &text(Lang::Ru))
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
    assert!(matches!(parsed.command, Command::Check(args) if args.strict && !args.release));
    let Command::Check(args) = parse("check --release --base-url https://a.ru").unwrap().command
    else {
        panic!()
    };
    assert_eq!(args.base_url.unwrap().as_str(), "https://a.ru/");
    assert!(parse("check --base-url https://a.ru").is_err());

    let Command::New(args) = parse("new my/report").unwrap().command else { panic!() };
    assert_eq!(args.dir, Path::new("my/report"));

    let Command::Table(args) = parse("table clusters --format md").unwrap().command else {
        panic!()
    };
    assert_eq!((args.id.as_str(), args.format), ("clusters", TableFormat::Md));

    let Command::Import(args) =
        parse("import a.xlsx b --year 2025 --skip-unknown").unwrap().command
    else {
        panic!()
    };
    assert_eq!((args.files.len(), args.year.map(|year| year.0)), (2, Some(2025)));
    assert!(args.skip_unknown && !args.replace && !args.stdout);

    let Command::Print(args) = parse("print schools/a b.html --root r").unwrap().command else {
        panic!()
    };
    let common = parse("check --root r").unwrap().common;
    assert_eq!(args.paths(), ["schools/a.html", "b.html"]);
    assert_eq!(args.file(&common), Path::new("r/schools-a.pdf"));

    let Command::Explain(args) = parse("explain t r c").unwrap().command else { panic!() };
    assert_eq!([args.table, args.row, args.column], ["t", "r", "c"]);
}

#[test]
fn wrong_usage_has_its_status() {
    let run = |text: &str| cli::run(line(text));
    for wrong in [
        "",
        "biuld",
        "build --jobs 0",
        "table",
        "import",
        "import a --year 25",
        "import a --stdout --out b",
        "check --format csv",
        "--lang de check",
        "print",
        "completions",
        "completions cmd",
        "man biuld",
        "archive --base-url here",
    ] {
        assert_eq!(run(wrong), Status::Usage, "{wrong}");
    }
    for right in ["--help", "build --help", "--version", "--lang=en table -h"] {
        assert_eq!(run(right), Status::Done, "{right}");
    }
}

#[test]
fn wrong_usage_is_told_in_the_language_asked_for() {
    let said = |given: &str, lang: Lang| {
        let words = text(lang);
        let error = cli::parse(&line(given), &words).unwrap_err();
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
        ("new", "Не указано: <ПАПКА>."),
        ("explain t", "Не указано: <СТРОКА>, <СТОЛБЕЦ>."),
    ] {
        assert_eq!(said(text, Lang::Ru), expected);
    }
    assert_eq!(said("biuld", Lang::En), "There is no command \"biuld\". Did you mean \"build\"?");
}

#[test]
fn the_last_line_counts_what_was_done() {
    let words = text(Lang::Ru);
    assert_eq!(
        closing::done(&words, (367, 27, 58_321), Duration::from_millis(849), "public"),
        "Готово: 367 страниц, 27 таблиц за 0,8 с. Указатель поиска: 57\u{a0}КБ.\n\
         Откройте в браузере public/index.html\n"
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
    let asked = |text: &str| cli::lang_asked_in(&line(text));
    assert_eq!(asked("build"), Lang::Ru);
    assert_eq!(asked("build --lang en"), Lang::En);
    assert_eq!(asked("--lang=en --bad"), Lang::En);
    assert_eq!(asked("--lang"), Lang::Ru);
    assert_eq!(asked("--language en"), Lang::Ru);
    assert_eq!(asked("table -- --lang en"), Lang::Ru);
}

#[test]
fn help_is_in_the_language_asked_for() {
    let svod = cli::command(&text(Lang::Ru));
    let commands: Vec<&str> = svod.get_subcommands().map(clap::Command::get_name).collect();
    for name in ["archive", "build", "check", "completions", "import", "man", "print", "serve"] {
        assert!(commands.contains(&name), "{name}");
    }
    for command in commands.into_iter().chain([""]) {
        let help = |lang: Lang| {
            let error = cli::parse(&line(&format!("{command} --help")), &text(lang));
            let error = error.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::DisplayHelp);
            error.to_string()
        };
        let (ru, en) = (help(Lang::Ru), help(Lang::En));
        for word in ["Usage", "Options", "Commands", "Print", "default", "Possible", "DIR"] {
            assert!(!ru.contains(word), "{word} in\n{ru}");
        }
        let is_russian = |c: char| matches!(c, 'а'..='я' | 'А'..='Я');
        assert!(!en.contains(is_russian), "{en}");
        assert!(ru.contains("Пример") && en.contains("Example"));
    }
}

/// A shell is told every command and every option; what it shows of them is in the language asked
/// for.
#[test]
fn shells_complete_every_command_and_option() {
    let about = |lang: Lang| {
        let command = cli::command(&text(lang));
        command.find_subcommand("serve").unwrap().get_about().unwrap().to_string()
    };
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let completions = |lang: Lang| {
            let output = Program::new(env!("CARGO_BIN_EXE_svod"))
                .args(["completions", shell, "--lang", lang.code()])
                .output()
                .unwrap();
            assert!(output.status.success() && output.stderr.is_empty(), "{shell}");
            String::from_utf8(output.stdout).unwrap()
        };
        let said = completions(Lang::Ru);
        for command in cli::command(&text(Lang::Ru)).get_subcommands() {
            assert!(said.contains(command.get_name()), "{shell}: {}", command.get_name());
            for option in command.get_arguments().filter_map(clap::Arg::get_long) {
                assert!(said.contains(option), "{shell}: --{option}");
            }
        }
        // Bash shows no descriptions.
        if shell != "bash" {
            assert!(said.contains(&about(Lang::Ru)), "{shell}");
            assert!(completions(Lang::En).contains(&about(Lang::En)), "{shell}");
        }
    }
}

#[test]
fn the_manual_has_a_page_for_every_command_in_both_languages() {
    let page = |command: &str, lang: Lang| {
        let output = Program::new(env!("CARGO_BIN_EXE_svod"))
            .args(["man", "--lang", lang.code()])
            .args(Some(command).filter(|command| !command.is_empty()))
            .output()
            .unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{command}");
        String::from_utf8(output.stdout).unwrap()
    };
    let svod = cli::command(&text(Lang::Ru));
    let commands: Vec<&str> = svod.get_subcommands().map(clap::Command::get_name).collect();
    for command in commands.iter().copied().chain([""]) {
        let (ru, en) = (page(command, Lang::Ru), page(command, Lang::En));
        assert!(ru.contains(".SH НАЗВАНИЕ") && ru.contains(".SH \"КАК ВЫЗВАТЬ\""), "{ru}");
        assert!(en.contains(".SH NAME") && en.contains(".SH SYNOPSIS"), "{en}");
        assert!(!ru.contains("Usage") && !ru.contains("OPTIONS"), "{ru}");
        assert!(!en.contains(|c: char| matches!(c, 'а'..='я' | 'А'..='Я')), "{en}");
        let title = format!(".TH {} 1", ["svod", command].join("-").trim_end_matches('-'));
        assert!(ru.contains(&title), "{title} in {ru}");
    }
    let whole = page("", Lang::Ru);
    assert!(commands.iter().all(|command| whole.contains(&format!("\n{command}\n"))), "{whole}");
}
