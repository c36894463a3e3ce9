use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::LOCALES;
use super::*;
use crate::diag::Code;

fn ru() -> Text {
    Text::new(Lang::Ru).unwrap()
}

fn en() -> Text {
    Text::new(Lang::En).unwrap()
}

fn fixed(units: i64, decimals: u8) -> Fixed {
    Fixed { units, decimals }
}

fn source(lang: Lang) -> String {
    let files = LOCALES.get_dir(lang.code()).unwrap().files();
    files.map(|file| file.contents_utf8().unwrap()).collect()
}

/// The words after each `$` of a text, and those of the messages it refers to.
fn blanks(text: &str) -> BTreeSet<String> {
    let text =
        text.replace("{ diag-nearest }", "{ $nearest }").replace("{ diag-known }", "{ $known }");
    let text = text.replace("{ diag-allowed }", "{ $known }");
    let word = |rest: &str| {
        rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().map(Into::into)
    };
    text.split('$').skip(1).filter_map(word).collect()
}

/// Each message of a language with its blanks.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    let text = source(lang);
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            key = line.split_once(" =").unwrap().0.to_owned();
        }
        found.entry(key.clone()).or_default().extend(blanks(line));
    }
    found
}

#[test]
fn text_is_shared_by_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Text>();
}

#[test]
fn languages_are_read_by_code() {
    assert_eq!(Lang::parse("en"), Some(Lang::En));
    assert_eq!(Lang::parse("de"), None);
    assert_eq!(ru().lang().code(), "ru");
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_blanks() {
    let (mut ours, mut theirs) = (messages(Lang::Ru), messages(Lang::En));
    // English needs no cases: these are whole messages taken over from another.
    for messages in [&mut ours, &mut theirs] {
        messages.retain(|key, _| !key.ends_with("-of") && !key.ends_with("-in"));
    }
    assert_eq!(ours, theirs);
    let (ours, theirs) = (messages(Lang::Ru), messages(Lang::En));
    assert!(ours.keys().eq(theirs.keys()));
}

#[test]
fn each_message_can_be_said() {
    for lang in Lang::ALL {
        let text = Text::new(lang).unwrap();
        for (key, names) in messages(lang).into_iter().filter(|(key, _)| !key.is_empty()) {
            let names = names.iter().map(String::as_str).chain(["n"]);
            let args: Vec<_> = names.map(|name| (name, Arg::Count(1))).collect();
            let said = text.say(&key, &args);
            assert!(text.has(&key), "{key}");
            assert!(!said.contains(['{', '}']), "{key}: {said}");
        }
    }
}

#[test]
fn each_code_has_its_two_messages() {
    for lang in Lang::ALL {
        let text = Text::new(lang).unwrap();
        for code in Code::ALL {
            assert!(text.has(&format!("diag-{}", code.name())), "{}", code.name());
            assert!(text.has(&format!("diag-{}-help", code.name())), "{}", code.name());
        }
        let shared = ["diag-nearest", "diag-known", "diag-allowed", "diag-answer"];
        let keys = messages(lang).into_keys().filter(|key| key.starts_with("diag-"));
        assert_eq!(keys.count(), 2 * Code::ALL.len() + shared.len());
    }
}

/// A code and those who raise it agree on its words; here the sentences keep to them.
#[test]
fn faults_are_said_with_the_words_of_their_codes_only() {
    for lang in Lang::ALL {
        let messages = messages(lang);
        for code in Code::ALL {
            let words: BTreeSet<String> = code.words().iter().map(|w| (*w).to_owned()).collect();
            for key in [format!("diag-{}", code.name()), format!("diag-{}-help", code.name())] {
                let strange: Vec<_> = messages[&key].difference(&words).collect();
                assert!(strange.is_empty(), "{key}: {strange:?}");
            }
        }
    }
}

#[test]
fn a_fault_is_said_with_and_without_its_optional_words() {
    let text = ru();
    let fault = Diagnostic::new(Code::UnknownSchool).with("value", "sch76001");
    assert_eq!(text.problem(&fault), "Школы «sch76001» нет в таблице schools.");
    let advice = "Проверьте код школы или добавьте школу в таблицу schools.";
    assert_eq!(text.advice(&fault), advice);
    let fault = fault.with("nearest", "sch760001");
    assert_eq!(text.advice(&fault), format!("{advice} Похожее имя есть: «sch760001»."));
}

#[test]
fn what_is_missing_shows() {
    assert_eq!(ru().get("no-such-key"), "«no-such-key»");
    assert_eq!(ru().say("diag-not-utf8", &[]), "Файл «{$file}» записан не в кодировке UTF-8.");
}

#[test]
fn plurals_follow_the_number() {
    let text = ru();
    let schools = |n: Arg<'_>| text.say("unit-schools", &[("n", n)]);
    for (n, expected) in [
        (0, "0 школ"),
        (1, "1 школа"),
        (2, "2 школы"),
        (5, "5 школ"),
        (11, "11 школ"),
        (21, "21 школа"),
        (22, "22 школы"),
        (25, "25 школ"),
        (101, "101 школа"),
        (111, "111 школ"),
        (39_451, "39\u{a0}451 школа"),
    ] {
        assert_eq!(schools(n.into()), expected);
    }
    assert_eq!(schools(fixed(15, 1).into()), "1,5 школы");
    assert_eq!(schools(fixed(20, 1).into()), "2,0 школы");
    assert_eq!(text.say("unit-schools-of", &[("n", 21.into())]), "21 школы");
    assert_eq!(text.say("unit-schools-in", &[("n", 2.into())]), "2 школах");
    assert_eq!(en().say("unit-schools", &[("n", 1.into())]), "1 school");
    assert_eq!(en().say("unit-schools-of", &[("n", 21.into())]), "21 schools");
}

#[test]
fn summaries_are_built_of_units() {
    let text = ru();
    let found = text.say("unit-errors", &[("n", 3.into())]);
    assert_eq!(
        text.say("cli-stopped", &[("found", (&found).into())]),
        "Найдено: 3 ошибки. Ничего не записано, прежний сайт не тронут."
    );
    assert_eq!(text.say("unit-seconds", &[("n", fixed(12, 1).into())]), "1,2 с");
}

#[test]
fn numbers_have_their_form() {
    let text = ru();
    assert_eq!(text.count(9999), "9999");
    assert_eq!(text.count(10_000), "10\u{a0}000");
    assert_eq!(text.count(1_234_567), "1\u{a0}234\u{a0}567");
    assert_eq!(text.fixed(fixed(-350, 2)), "\u{2212}3,50");
    assert_eq!(text.fixed(fixed(5, 2)), "0,05");
    assert_eq!(text.percent(fixed(26, 0)), "26\u{a0}%");
    assert_eq!(text.percent(fixed(5455, 2)), "54,55\u{a0}%");
    assert_eq!(text.points(fixed(-4, 0)), "\u{2212}4\u{a0}п.\u{a0}п.");
    assert_eq!(text.points(fixed(32, 1)), "+3,2\u{a0}п.\u{a0}п.");
    assert_eq!(text.points(fixed(0, 1)), "0,0\u{a0}п.\u{a0}п.");
    assert_eq!(en().percent(fixed(5455, 2)), "54.55%");
    assert_eq!(en().count(10_000), "10,000");
    assert_eq!(en().points(fixed(-4, 0)), "\u{2212}4\u{a0}pp");
}

#[test]
fn dates_and_lists_have_their_form() {
    let text = ru();
    let date = Date::parse("2023-03-05").unwrap();
    assert_eq!(text.date(date), "5\u{a0}марта\u{a0}2023\u{a0}г.");
    assert_eq!(en().date(date), "March\u{a0}5,\u{a0}2023");
    assert_eq!((text.day(date), en().day(date)), ("05.03.2023".into(), "2023-03-05".into()));
    let items = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(text.list(&items("")), "");
    assert_eq!(text.list(&items("а")), "а");
    assert_eq!(text.list(&items("а б")), "а и б");
    assert_eq!(text.list(&items("а б в")), "а, б и в");
}

#[test]
fn names_stand_in_alphabetical_order() {
    let text = ru();
    let sorted = [
        "Гимназия № 1",
        "г. Данилов",
        "Ежовская СОШ",
        "МОУ Ёлкинская ОШ",
        "Ельцовская СОШ",
        "Жуковская СОШ",
        "Йошкарская СОШ",
        "МОУ «Средняя школа № 2»",
        "МБОУ Средняя школа №9",
        "МКОУ \"Средняя школа № 10\"",
        "Средняя школа № 16",
        "СОГБОУ Ярцевская СОШ",
    ];
    let mut names = sorted;
    names.reverse();
    names.sort_by_key(|name| text.sort_key(name));
    assert_eq!(names, sorted);
}

#[test]
fn titles_begin_small_inside_a_sentence_and_names_as_they_are() {
    for (title, said) in [
        ("Дефицит педагогических кадров", "дефицит педагогических кадров"),
        ("В перечне", "в перечне"),
        ("Близкие к перечню ШНОР", "близкие к перечню ШНОР"),
        ("Зона риска: нижний квартиль ИСБШ", "зона риска: нижний квартиль ИСБШ"),
        ("Failed", "failed"),
        ("уже так", "уже так"),
    ] {
        assert_eq!(lower_first(title), said);
    }
    let names = [
        "ВПР",
        "ШНОР 2023 года",
        "УрФО в целом",
        "ГИА-9",
        "I четверть",
        "А",
        "«Точка роста»",
        "3-й год",
        "",
    ];
    for name in names {
        assert_eq!(lower_first(name), name);
    }
}

#[test]
fn the_order_ignores_form_quotes_and_spaces() {
    let text = ru();
    for (one, other) in [
        ("МОУ СОШ №12", "СОШ № 12"),
        ("МАОУ «СОШ № 12»", "ГБОУ \"СОШ №\u{a0}12\""),
        ("МОУ-СОШ № 4", "СОШ  № 4"),
        ("г.Рыбинск", "г. Рыбинск"),
        ("г. Рыбинск", "Рыбинск"),
    ] {
        assert_eq!(text.sort_key(one), text.sort_key(other), "{one}");
    }
    assert_ne!(text.sort_key("Школа МОУДОД"), text.sort_key("Школа"));
    assert_ne!(text.sort_key("Школа Моу"), text.sort_key("Школа"));
}

#[test]
fn names_do_not_break_where_they_must_not() {
    let text = ru();
    for (name, expected) in [
        ("СОШ № 2 г. Рыбинска", "СОШ №\u{a0}2 г.\u{a0}Рыбинска"),
        ("(г. Ярославль, ул. Мира)", "(г.\u{a0}Ярославль, ул.\u{a0}Мира)"),
        ("26 % школ", "26\u{a0}% школ"),
        ("Динамика, 2021–2022", "Динамика, 2021–\u{2060}2022"),
        ("Ярославль – город", "Ярославль – город"),
        ("«500+» 2022 года", "«500+»\u{a0}2022 года"),
        ("СОШ №2, стр. «б»", "СОШ №2, стр. «б»"),
        (" два  пробела ", " два  пробела "),
        ("", ""),
    ] {
        assert_eq!(text.typograph(name), expected);
    }
}
