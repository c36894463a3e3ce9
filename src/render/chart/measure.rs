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

/// The text in at most `lines` lines no wider than `room`: broken at spaces and after hyphens, the
/// last line shortened if need be.
pub(super) fn wrap(text: &str, size: f64, room: f64, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    let mut line = String::new();
    for part in parts(text) {
        let longer = format!("{line}{part}");
        let full = width(longer.trim_end(), size) > room;
        if full && !line.is_empty() && wrapped.len() + 1 < lines {
            wrapped.push(line.trim_end().to_owned());
            part.clone_into(&mut line);
        } else {
            line = longer;
        }
    }
    wrapped.push(line.trim_end().to_owned());
    wrapped.iter().map(|line| fit(line, size, room)).collect()
}

/// The pieces between which a line may break; no-break spaces stay inside a piece.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-', '–', '/'])
}

/// The advance of a character in font sizes, measured on a common sans serif.
fn advance(c: char) -> f64 {
    let thousandths = match c {
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
        assert_eq!(wrap("ОГЭ, русский язык", 13.0, 90.0, 2), ["ОГЭ, русский", "язык"]);
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
