//! Names and headings as they are compared: whatever their case, spaces, line breaks, quotes and
//! dashes, ё as е, and Latin letters as the Cyrillic ones that look the same.

/// What is compared in place of a text.
pub(crate) fn fold(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(sign).collect()
}

/// A folded text in which each sign knows the byte of the original that it came from.
pub(super) fn fold_with_origins(text: &str) -> (Vec<char>, Vec<usize>) {
    let signs = text.char_indices().flat_map(|(at, c)| c.to_lowercase().map(move |c| (at, c)));
    signs.filter_map(|(at, c)| Some((sign(c)?, at))).unzip()
}

/// True if two texts are the same thing said.
pub(super) fn same(one: &str, other: &str) -> bool {
    one == other || fold(one) == fold(other)
}

/// A heading in one line, with single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A sign as it is compared, from lower case; `None` for what does not count.
fn sign(c: char) -> Option<char> {
    Some(match c {
        c if c.is_whitespace() => return None,
        // Soft hyphens, marks of direction, joiners, the byte order mark.
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' => {
            return None;
        }
        '«' | '»' | '"' | '„' | '“' | '”' | '\'' | '’' | '‘' => return None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        'ё' => 'е',
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'o' => 'о',
        'p' => 'р',
        't' => 'т',
        'x' => 'х',
        'y' => 'у',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_alike_is_alike() {
        for (one, other) in [
            ("Кол-во участников", "кол\u{2011}во\n участников"),
            ("Учётный  год", "учетный\u{A0}год"),
            ("МОУ СОШ №1", "МОУ «СОШ № 1»"),
            ("5 РУ", "5\u{202F}ру"),
            ("Оценка", "Oценкa"),
            ("below_threshold", "Below_Threshold "),
        ] {
            assert!(same(one, other), "{one} and {other}");
        }
        for (one, other) in [("СОШ № 1", "СОШ № 11"), ("Участники", "Участников")]
        {
            assert!(!same(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn folded_signs_know_where_they_came_from() {
        let text = "Ёлка  № 1";
        let (signs, origins) = fold_with_origins(text);
        assert_eq!(signs.iter().collect::<String>(), "елка№1");
        assert_eq!(&text[origins[4]..], "№ 1");
    }
}
