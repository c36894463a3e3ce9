//! How wide text is, and how it is broken or shortened to fit.

/// Line height in font sizes.
pub(super) const LINE: f64 = 1.2;

/// The sans serifs of different systems are up to a tenth wider than the one measured.
const ALLOWANCE: f64 = 1.08;

/// The width of a text in units of the font size's unit.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size * ALLOWANCE
}

/// The widest of the texts.
pub(super) fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, size: f64) -> f64 {
    texts.into_iter().map(|text| width(text, size)).fold(0.0, f64::max)
}

/// The text itself if it fits into `room`, or as much of it as fits with an ellipsis.
pub(super) fn fit(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let room = room - width("…", size);
    let mut used = 0.0;
    let kept: String = text
        .chars()
        .take_while(|&c| {
            used += advance(c) * size * ALLOWANCE;
            used <= room
        })
        .collect();
    format!("{}…", kept.trim_end_matches([' ', '\u{a0}', '-', '–', ',', '.']))
}

/// The text in at most `lines` lines no wider than `room`: broken at spaces, after hyphens and, in
/// words wider than a line, between syllables. The last line is shortened if need be.
pub(super) fn wrap(text: &str, size: f64, room: f64, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    let mut line = String::new();
    let fits = |text: &str| width(text.trim_end(), size) <= room;
    for part in parts(text) {
        let mut part = part.to_owned();
        if !line.is_empty() && !fits(&format!("{line}{part}")) && wrapped.len() + 1 < lines {
            wrapped.push(std::mem::take(&mut line));
        }
        while line.is_empty() && !fits(&part) && wrapped.len() + 1 < lines {
            let Some((head, tail)) = hyphenate(&part, |head| fits(head)) else { break };
            wrapped.push(head);
            part = tail;
        }
        line.push_str(&part);
    }
    wrapped.push(line);
    wrapped.iter().map(|line| fit(line.trim_end(), size, room)).collect()
}

/// A name of a place with its adjectives cut as maps cut them: «Нязепетровский» as «Нязепетр.»,
/// «Катав-Ивановский» as «Катав-Иван.». What has no such ending, or is short anyway, stays.
pub(super) fn abbreviate(name: &str) -> String {
    let cut = |word: &str| {
        let stem = ["ский", "ской", "цкий"].iter().find_map(|ending| word.strip_suffix(ending))?;
        let (at, _) = stem.char_indices().rev().find(|(_, c)| is_vowel(*c))?;
        let soft = |text: &'_ str| text.trim_end_matches(['ь', 'й']).to_owned();
        let enough = |kept: &String| kept.chars().count() >= 4;
        let kept = Some(soft(&stem[..at])).filter(enough).or(Some(soft(stem)).filter(enough))?;
        Some(format!("{kept}."))
    };
    let words = name.split(' ').map(|word| cut(word).unwrap_or_else(|| word.to_owned()));
    words.collect::<Vec<_>>().join(" ")
}

fn is_vowel(c: char) -> bool {
    "аеёиоуыэюяАЕЁИОУЫЭЮЯaeiouyAEIOUY".contains(c)
}

/// Divides a word at the last place between syllables where its beginning, with a hyphen, fits. The
/// ending «ский» stays whole, and so does a consonant with a liquid after it: «Пере-славль».
fn hyphenate(word: &str, fits: impl Fn(&str) -> bool) -> Option<(String, String)> {
    let letters: Vec<char> = word.chars().collect();
    let vowel = |i: usize| letters.get(i).is_some_and(|&c| is_vowel(c));
    let consonant = |i: usize| {
        letters.get(i).is_some_and(|&c| c.is_alphabetic() && !is_vowel(c) && !"ьъй".contains(c))
    };
    // Two consonants before a vowel that are not parted, of which the first follows a letter.
    let tied = |i: usize| {
        let (first, second) = (letters.get(i), letters.get(i + 1));
        let liquid = second.is_some_and(|&c| matches!(c, 'л' | 'р')) && vowel(i.wrapping_sub(1));
        let ending =
            first == Some(&'с') && second == Some(&'к') && letters.get(i + 2) == Some(&'и');
        consonant(i) && consonant(i + 1) && vowel(i + 2) && (liquid || ending)
    };
    let between = |i: usize| {
        let single = consonant(i) && vowel(i + 1) && !tied(i - 1);
        letters[i - 1].is_alphabetic() && (single || tied(i)) && (0..i).any(vowel)
    };
    (2..letters.len().saturating_sub(2)).rev().filter(|&i| between(i)).find_map(|i| {
        let head: String = letters[..i].iter().chain(['-'].iter()).collect();
        fits(&head).then(|| (head, letters[i..].iter().collect()))
    })
}

/// The pieces between which a line may break. No-break spaces stay inside a piece, and so does the
/// space after a short word or number: «5 класс», «г. Ярославль».
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut word) = (0, 0);
    for (end, c) in text.char_indices().map(|(i, c)| (i + c.len_utf8(), c)) {
        let joined = text[end..].starts_with('\u{2060}');
        let short = c == ' ' && (1..=2).contains(&word);
        word = if c.is_alphanumeric() || matches!(c, '.' | '№') { word + 1 } else { 0 };
        if matches!(c, ' ' | '-' | '–' | '/') && !short && !joined {
            parts.push(&text[start..end]);
            start = end;
        }
    }
    parts.push(&text[start..]);
    parts
}

/// The advance of a character in font sizes, measured on a common sans serif.
fn advance(c: char) -> f64 {
    let thousandths = match c {
        '\u{2060}' => 0,
        '\u{202f}' => 200,
        '\'' | '’' | 'i' | 'j' | 'l' | '|' => 230,
        ' ' | '\u{a0}' | '!' | ',' | '.' | '/' | ':' | ';' | 'I' | '[' | ']' | 'f' | 't' => 278,
        '(' | ')' | '-' | '`' | 'r' | '{' | '}' | '•' | '"' | 'г' => 350,
        '*' | 'к' | 'т' | 'з' => 450,
        'J' | 'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'с' | 'у' | 'х' | 'э' | 'ь' | 'ч' => {
            510
        }
        'б' | 'ц' | 'и' | 'й' | 'л' | 'д' | 'К' | 'Д' => 580,
        '+' | '<' | '=' | '>' | '~' | '−' | '×' | 'З' | 'F' | 'T' | 'Z' | 'Т' | 'У' => 610,
        'ъ' | 'Б' | 'Л' | 'Ь' => 650,
        'ж' | 'м' => 690,
        'C' | 'D' | 'H' | 'N' | 'R' | 'U' | 'w' | 'Н' | 'С' | 'И' | 'Й' | 'П' | 'Э' | 'Я' => {
            725
        }
        'ю' | 'ы' | 'Ц' => 750,
        'G' | 'O' | 'О' | 'Q' | 'Ъ' => 785,
        'ш' | 'щ' | 'ф' | 'm' => 830,
        'M' | 'М' | 'Ф' => 830,
        '%' | 'Ы' | 'Ж' | 'W' => 920,
        'Ш' | 'Щ' | 'Ю' => 1010,
        '@' | '№' | '—' | '…' => 1050,
        'A'..='Z' | 'А'..='Я' | 'Ё' => 670,
        // Digits and the other small letters are close to this.
        _ => 560,
    };
    f64::from(thousandths) / 1000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cyrillic_counts_as_letters_not_bytes() {
        let russian = width("Мышкинский", 13.0);
        assert!((70.0..95.0).contains(&russian), "{russian}");
    }

    #[test]
    fn what_fits_is_left_alone() {
        assert_eq!(fit("27 %", 13.0, 60.0), "27 %");
        assert_eq!(wrap("27 %", 13.0, 60.0, 2), ["27 %"]);
    }

    #[test]
    fn long_labels_break_at_spaces_and_hyphens() {
        assert_eq!(wrap("Гаврилов-Ямский МР", 13.0, 80.0, 2), ["Гаврилов-", "Ямский МР"]);
        assert_eq!(wrap("ОГЭ, русский язык", 13.0, 100.0, 2), ["ОГЭ, русский", "язык"]);
        assert_eq!(wrap("Математика, 5 класс", 13.0, 90.0, 2), ["Математика,", "5 класс"]);
    }

    #[test]
    fn a_word_wider_than_a_line_breaks_between_syllables() {
        assert_eq!(wrap("Борисоглебский", 11.0, 64.0, 2), ["Борисо-", "глебский"]);
        assert_eq!(wrap("Переславль-Залесский", 11.0, 64.0, 3), ["Пере-", "славль-", "Залесский"]);
        assert_eq!(wrap("Мышкинский", 11.0, 54.0, 2), ["Мышкин-", "ский"]);
        assert_eq!(wrap("Первомайский", 11.0, 64.0, 2), ["Первомай-", "ский"]);
    }

    #[test]
    fn adjectives_are_cut_as_on_maps() {
        assert_eq!(abbreviate("Октябрьский"), "Октябр.");
        let cut = ["Нязепетр.", "Катав-Иван.", "Верхнеуфал.", "Чебарк. ГО", "Рыбинск", "Уйский"];
        let whole = [
            "Нязепетровский",
            "Катав-Ивановский",
            "Верхнеуфалейский",
            "Чебаркульский ГО",
            "Рыбинск",
            "Уйский",
        ];
        assert_eq!(whole.map(abbreviate), cut);
    }

    #[test]
    fn nothing_is_wider_than_its_room() {
        let text = "Недостаточная предметная и методическая компетентность педагогов";
        for room in [30.0, 60.0, 90.0, 200.0] {
            for line in wrap(text, 13.0, room, 2) {
                assert!(width(&line, 13.0) <= room, "«{line}» in {room}");
            }
        }
    }
}
