//! Names of sheets: as the format wants them, and no two alike.

use std::collections::BTreeSet;

/// The longest name, in characters.
const LONGEST: usize = 31;

/// What no name may hold; without apostrophes none needs escaping in an address.
const FORBIDDEN: [char; 8] = ['[', ']', ':', '*', '?', '/', '\\', '\''];

/// The names a workbook has given out, in lower case: the format knows no other.
#[derive(Default)]
pub(super) struct Names(BTreeSet<String>);

impl Names {
    /// «12 Школы перечня 2023 года по…»: the number tells apart what is cut to the same words.
    pub(super) fn numbered(&mut self, number: usize, title: &str) -> String {
        self.take(&format!("{number} {title}"))
    }

    /// A name made from a text.
    pub(super) fn take(&mut self, text: &str) -> String {
        let wanted = cut(&clean(text), LONGEST);
        let wanted = if wanted.is_empty() { "1".to_owned() } else { wanted };
        let other = |n: usize| {
            let end = format!(" ({n})");
            cut(&wanted, LONGEST - end.chars().count()) + &end
        };
        let mut candidates = std::iter::once(wanted.clone()).chain((2..).map(other));
        // The numbers never end, so there always is a free one.
        let free = candidates.find(|name| !self.0.contains(&name.to_lowercase()));
        let name = free.unwrap_or_default();
        self.0.insert(name.to_lowercase());
        name
    }
}

fn clean(text: &str) -> String {
    let plain = |c: char| if FORBIDDEN.contains(&c) || c.is_control() { ' ' } else { c };
    let words: String = text.chars().map(plain).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text, or as many of its whole words as fit with a sign that there were more.
fn cut(text: &str, length: usize) -> String {
    if text.chars().count() <= length {
        return text.to_owned();
    }
    let start: String = text.chars().take(length - 1).collect();
    let whole = match start.rfind(' ') {
        // A first word of its own length says more cut than left out.
        Some(at) if at > length / 2 => &start[..at],
        _ => &start,
    };
    format!("{}…", whole.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_valid_and_differ() {
        let mut names = Names::default();
        let long = "Школы перечня 2023 года по кластерам неосвоения";
        assert_eq!(names.numbered(1, long), "1 Школы перечня 2023 года по…");
        assert_eq!(names.take("a/b: [c] d'e?"), "a b c d e");
        assert_eq!(names.take("A B C D E"), "A B C D E (2)");
        assert_eq!(names.take("*"), "1");
        let endless = "я".repeat(40);
        assert_eq!(names.take(&endless).chars().count(), LONGEST);
        assert!(names.take(&endless).ends_with("… (2)"));
    }
}
