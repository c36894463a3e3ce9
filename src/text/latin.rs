//! Words of any alphabet in Latin letters, for anchors and names of files.

/// Words as lower-case Latin letters and digits joined by hyphens; empty if they have neither.
pub fn slug(words: &str) -> String {
    let mut slug = String::new();
    for letter in any_ascii::any_ascii(words).chars() {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if letter != '\'' && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The name of a file that every system and server holds alike: one of plain letters is kept, any
/// other is made Latin, its ending aside.
pub fn file_name(name: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    let kept = name.chars().all(plain) && !name.starts_with('.') && !name.ends_with('.');
    let latin = if kept {
        name.to_owned()
    } else {
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let (stem, ending) = (slug(stem), slug(ending));
        let stem = if stem.is_empty() { "file" } else { &stem };
        if ending.is_empty() { stem.to_owned() } else { format!("{stem}.{ending}") }
    };
    if is_device(&latin) { format!("file-{latin}") } else { latin }
}

/// Names that Windows keeps for devices, with any ending.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    let port = |word: &str| {
        let number = stem.strip_prefix(word);
        number.is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
    };
    ["con", "prn", "aux", "nul"].contains(&stem.as_str()) || port("com") || port("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_latin() {
        assert_eq!(slug("Что дальше? План на 2023 год"), "chto-dalshe-plan-na-2023-god");
        assert_eq!(slug("«…»"), "");
    }

    #[test]
    fn names_of_files_are_kept_or_made() {
        for (name, made) in [
            ("order-02_1568.PDF", "order-02_1568.PDF"),
            ("Приказ № 02-1568.pdf", "prikaz-no-02-1568.pdf"),
            ("приложение 1.tar.gz", "prilozhenie-1-tar.gz"),
            ("«…».docx", "file.docx"),
            ("протокол", "protokol"),
            ("con.txt", "file-con.txt"),
            (".скрытый", "file.skrytyy"),
        ] {
            assert_eq!(file_name(name), made, "{name}");
        }
    }
}
