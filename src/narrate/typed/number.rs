//! Numbers that stand in running text, and those among them that are no figures: years, dates,
//! grades, ordinals, numbers of documents and tables.

use std::ops::Range;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    /// Per cent.
    Percent,
    /// Percentage points.
    Points,
    /// Anything else.
    Plain,
}

/// What a number is said to be: itself, or a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// The number itself.
    Exactly,
    /// «более 30 %».
    Above,
    /// «не менее 30 %».
    AtLeast,
    /// «менее 30 %».
    Below,
    /// «не более 30 %».
    AtMost,
}

/// A number as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    /// Its bytes, with the sign of its unit.
    pub span: Range<usize>,
    /// Digits without spaces, with a decimal point: `10000`, `73.33`.
    pub value: String,
    /// What it counts.
    pub unit: Unit,
    /// What it is said to be.
    pub claim: Claim,
    /// True between brackets: «8 (28 %)».
    pub bracketed: bool,
    /// True for a count of schools: «87 школ», «87 ОО».
    pub schools: bool,
    /// True for what something has grown or differs by: «на 4 %».
    pub by: bool,
}

/// Words before a number that make it a name: «трек 1», «№ 102», «таблица 3».
const NAMED: [&str; 34] = [
    "№",
    "трек",
    "таблиц",
    "рисун",
    "раздел",
    "приложени",
    "пункт",
    "п.",
    "ст.",
    "стать",
    "част",
    "глав",
    "вариант",
    "направлени",
    "замер",
    "ступен",
    "ч.",
    "с.",
    "стр.",
    "рис.",
    "табл.",
    "гл.",
    "абз.",
    "д.",
    "кв.",
    "каб.",
    "кабинет",
    "ауд.",
    "оф.",
    "код",
    "тел.",
    "телефон",
    "шрифт",
    "формат",
];
/// Beginnings of the words after a number that make it a name: «5 класс», «13 февраля».
const NAMES: [&str; 28] = [
    "класс",
    "январ",
    "феврал",
    "март",
    "апрел",
    "мая",
    "май",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
    "год",
    "уч.",
    "учебн",
    // What is measured here lasts or costs nothing.
    "минут",
    "час",
    "дней",
    "дня",
    "день",
    "недел",
    "месяц",
    "рубл",
    "ставк",
    "этаж",
    "пт",
];

/// The numbers of a text that are figures.
pub(super) fn figures(text: &str) -> Vec<Typed> {
    let mut found: Vec<Typed> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|next| at + next) {
        let end = end_of_number(text, start);
        at = end;
        if is_name(text, start, end) {
            // A date or a fraction is one name: what belongs to it is not read anew.
            at = end + text[end..].find(|c: char| !is_joined(c)).unwrap_or(text.len() - end);
            continue;
        }
        let (unit, with_unit) = unit_of(text, end);
        found.push(Typed {
            span: start..with_unit,
            value: digits(&text[start..end]),
            unit,
            claim: claim_of(&text[..start]),
            bracketed: text[..start].trim_end().ends_with('('),
            schools: unit == Unit::Plain && counts_schools(&text[end..]),
            by: is_difference(&text[..start], unit),
        });
    }
    ranges(text, &mut found);
    found.retain(|typed| !(typed.unit == Unit::Plain && is_year(&typed.value)));
    found
}

/// In «54–68 %» the unit is that of both.
fn ranges(text: &str, found: &mut [Typed]) {
    for at in (1..found.len()).rev() {
        let between = &text[found[at - 1].span.end..found[at].span.start];
        let joined = matches!(between.trim(), "–" | "-" | "—" | "и" | "или" | ",");
        if joined && found[at - 1].unit == Unit::Plain && found[at].unit != Unit::Plain {
            found[at - 1].unit = found[at].unit;
        }
    }
}

fn digits(number: &str) -> String {
    let number = number.replace(',', ".");
    number.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect()
}

/// Digits, groups of three after a space, and decimals.
fn end_of_number(text: &str, start: usize) -> usize {
    let run = |from: usize| {
        from + text[from..].find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len() - from)
    };
    let mut end = run(start);
    while end - start <= 7 {
        let Some(space) =
            text[end..].chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'))
        else {
            break;
        };
        let group = end + space.len_utf8();
        // Only five digits and more are grouped: «2022 335» are two numbers.
        if run(group) - group != 3 || (space == ' ' && end - start > 3) {
            break;
        }
        end = run(group);
    }
    let mark = text[end..].chars().next();
    if matches!(mark, Some(',' | '.')) && run(end + 1) > end + 1 {
        end = run(end + 1);
    }
    end
}

fn is_joined(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '/' | '-' | ':' | '+')
}

/// True for a number that names something and counts nothing.
fn is_name(text: &str, start: usize, end: usize) -> bool {
    let (before, after) = (&text[..start], &text[end..]);
    let previous = before.chars().next_back();
    let next = after.chars().next();
    let second = after.chars().nth(1);
    // Part of a word, an address or a date: С3, «500+», 11-х, 02/1568, 13.02.2024, 10:30.
    let in_word =
        previous.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | ':' | '_' | '#'));
    let ordinal = next == Some('-') && second.is_some_and(char::is_alphabetic);
    let joined =
        matches!(next, Some('/' | ':' | '.')) && second.is_some_and(|c| c.is_ascii_digit());
    let quoted = previous == Some('«') && next == Some('»');
    if in_word
        || ordinal
        || joined
        || quoted
        || next == Some('+')
        || next.is_some_and(char::is_alphabetic)
    {
        return true;
    }
    // A telephone: three numbers and more with hyphens between them.
    let phone = next == Some('-')
        && after[1..].trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('-');
    if phone {
        return true;
    }
    let before = before.trim_end_matches('(');
    let word_before =
        before.trim_end().rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or("");
    let word_before = word_before.to_lowercase();
    let word_after = after.trim_start().to_lowercase();
    NAMED.iter().any(|name| word_before.starts_with(name))
        || NAMES.iter().any(|name| word_after.starts_with(name))
}

fn is_year(value: &str) -> bool {
    value.parse::<u16>().is_ok_and(|year| value.len() == 4 && (1900..2100).contains(&year))
}

/// The unit after a number and where it ends.
fn unit_of(text: &str, end: usize) -> (Unit, usize) {
    let after = &text[end..];
    let rest = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let skipped = after.len() - rest.len();
    let lower = rest.to_lowercase();
    if rest.starts_with('%') {
        return (Unit::Percent, end + skipped + 1);
    }
    let words: Vec<&str> = lower.split_whitespace().take(2).collect();
    let points = lower.starts_with("п. п.")
        || lower.starts_with("п.\u{a0}п.")
        || matches!(words.as_slice(), [first, second] if first.starts_with("процентн") && second.starts_with("пункт"));
    match words.first() {
        _ if points => (Unit::Points, end),
        Some(word) if word.starts_with("процент") => (Unit::Percent, end),
        _ => (Unit::Plain, end),
    }
}

/// «школ», or what they are called for short.
fn counts_schools(after: &str) -> bool {
    let rest = after.trim_start().trim_start_matches('(');
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    word.to_lowercase().starts_with("школ") || word == "ОО"
}

/// «на 4 %», «на 4 процентных пункта».
fn is_difference(before: &str, unit: Unit) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    unit == Unit::Points || (unit == Unit::Percent && last == "на")
}

/// What the words before a number claim of it.
fn claim_of(before: &str) -> Claim {
    let words: Vec<String> =
        before.split_whitespace().rev().take(3).map(str::to_lowercase).collect();
    let not = words.get(1).is_some_and(|word| word == "не");
    match words.first().map(String::as_str) {
        Some("более" | "больше" | "выше" | "свыше") if not => Claim::AtMost,
        Some("более" | "больше" | "выше" | "свыше") => Claim::Above,
        Some("менее" | "меньше" | "ниже") if not => Claim::AtLeast,
        Some("менее" | "меньше" | "ниже") => Claim::Below,
        _ => Claim::Exactly,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(String, Unit, Claim)> {
        figures(text).into_iter().map(|t| (t.value, t.unit, t.claim)).collect()
    }

    #[test]
    fn names_are_no_figures() {
        for text in [
            "в 2022 году",
            "2021–2022",
            "2022/2023 учебный год",
            "13.02.2024",
            "13 февраля",
            "№ 102",
            "приказ № 02/1568",
            "5 класс",
            "в 11-х классах",
            "«500+»",
            "отметка «2»",
            "трек 1",
            "таблица 3",
            "С3",
            "10:30",
            "в 6 классе",
            "телефон (4852) 23-06-82",
            "ч. 1 ст. 95.2, с. 14, д. 16",
            "36 часов и 1,5 ставки",
        ] {
            assert_eq!(said(text), [], "{text}");
        }
    }

    #[test]
    fn figures_have_units_and_claims() {
        use Claim::*;
        use Unit::*;
        let one = |text: &str, value: &str, unit, claim| {
            assert_eq!(said(text), [(value.to_owned(), unit, claim)], "{text}");
        };
        one("87 школ", "87", Plain, Exactly);
        one("10 000 участников", "10000", Plain, Exactly);
        one("73,33 %", "73.33", Percent, Exactly);
        one("более 30 % школ", "30", Percent, Above);
        one("не менее 20 процентов", "20", Percent, AtLeast);
        one("на 4 процентных пункта", "4", Points, Exactly);
        assert_eq!(said("54–68 %").len(), 2);
        assert!(said("54–68 %").iter().all(|(_, unit, _)| *unit == Percent));
        assert_eq!(said("30 из 84 (35 %)").len(), 3);
        assert!(figures("8 (28 %)")[1].bracketed);
    }
}
