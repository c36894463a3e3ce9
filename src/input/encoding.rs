//! From bytes to text: what encoding a table in text was saved in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// What a file turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text; `None` if the bytes are UTF-8 and are the text already.
    pub text: Option<String>,
    /// The name of the encoding, as settings state it.
    pub name: &'static str,
    /// True if nothing in the file or the settings says so.
    pub guessed: bool,
}

/// The encoding of a name such as `windows-1251`, `cp1251` or `utf-16le`.
pub(super) fn named(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label(name.trim().as_bytes())
}

/// Reads bytes as text: as stated, by the byte order mark, as UTF-8 where they are, and otherwise by
/// the letters that come out. `None` if they are no text in that encoding, or in any.
pub(super) fn decode(bytes: &[u8], stated: Option<&'static Encoding>) -> Option<Decoded> {
    let decoded = |encoding: &'static Encoding, bytes: &[u8], guessed| {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        let text = text.into_owned();
        let name = encoding.name();
        (!broken && !text.contains('\0')).then_some(Decoded { text: Some(text), name, guessed })
    };
    let plain = |guessed| Some(Decoded { text: None, name: UTF_8.name(), guessed });
    match (Encoding::for_bom(bytes), stated) {
        // The mark is surer than the settings, which may speak of many files.
        (Some((encoding, length)), _) if encoding != UTF_8 => {
            decoded(encoding, bytes.get(length..)?, false)
        }
        (Some(_), _) => std::str::from_utf8(bytes).ok().and_then(|_| plain(false)),
        (None, Some(encoding)) if encoding == UTF_8 => {
            std::str::from_utf8(bytes).ok().and_then(|_| plain(false))
        }
        (None, Some(encoding)) => decoded(encoding, bytes, false),
        (None, None) => {
            let utf16 = wide(bytes);
            if let Some(encoding) = utf16 {
                return decoded(encoding, bytes, true);
            }
            if bytes.contains(&0) {
                return None;
            }
            if std::str::from_utf8(bytes).is_ok() {
                return plain(false);
            }
            decoded(guess(bytes), bytes, true)
        }
    }
}

/// UTF-16 without a mark: every other byte of separators, digits and line breaks is a nought.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    const LOOKED_AT: usize = 4_096;
    let pairs = bytes.as_chunks::<2>().0;
    let head = &pairs[..pairs.len().min(LOOKED_AT)];
    let noughts = |at: usize| head.iter().filter(|pair| pair[at] == 0).count();
    let (first, second) = (noughts(0), noughts(1));
    let many = head.len() / 20 + 1;
    match (first, second) {
        (0, n) if n >= many => Some(UTF_16LE),
        (n, 0) if n >= many => Some(UTF_16BE),
        _ => None,
    }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"ru"), Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "школа;год;участники\nМОУ «Лицей № 1»;2022;35,7\n";

    fn read(bytes: &[u8]) -> (String, &'static str, bool) {
        let decoded = decode(bytes, None).unwrap();
        let text = decoded.text.unwrap_or_else(|| String::from_utf8(bytes.to_vec()).unwrap());
        (text, decoded.name, decoded.guessed)
    }

    fn utf16(big: bool, mark: bool) -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(TEXT.encode_utf16());
        units.flat_map(|u| if big { u.to_be_bytes() } else { u.to_le_bytes() }).collect()
    }

    #[test]
    fn the_usual_encodings_are_told_apart() {
        let say = |name, guessed| (TEXT.to_owned(), name, guessed);
        assert_eq!(read(TEXT.as_bytes()), say("UTF-8", false));
        let cp1251 = named("cp1251").unwrap().encode(TEXT).0;
        assert_eq!(read(&cp1251), say("windows-1251", true));
        assert_eq!(read(&named("ibm866").unwrap().encode(TEXT).0).1, "IBM866");
        for big in [false, true] {
            let name = if big { "UTF-16BE" } else { "UTF-16LE" };
            assert_eq!(read(&utf16(big, true)), say(name, false));
            assert_eq!(read(&utf16(big, false)), say(name, true));
        }
    }

    #[test]
    fn what_is_stated_holds_and_what_is_no_text_is_none() {
        let cp1251 = named("windows-1251");
        let bytes = cp1251.unwrap().encode(TEXT).0;
        assert_eq!(decode(&bytes, cp1251).unwrap().text.unwrap(), TEXT);
        assert_eq!(decode(&bytes, named("utf-8")), None);
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff", None), None);
        assert_eq!(decode(b"a,b\0\n1,2\n", None), None);
    }
}
