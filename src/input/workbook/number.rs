//! Numbers of spreadsheets, which are binary floats, as the decimals that people typed.

use crate::model::number::DECIMAL_DIGITS;

/// As many digits after the point as svod keeps, without noughts at the end: 35.700000000000003 is
/// `35.7`, 12.0 is `12`.
pub(super) fn decimal(value: f64) -> String {
    let digits = usize::from(DECIMAL_DIGITS);
    let mut text = format!("{value:.digits$}");
    if text.contains('.') {
        let length = text.trim_end_matches('0').trim_end_matches('.').len();
        text.truncate(length);
    }
    if text == "-0" { "0".to_owned() } else { text }
}

/// A number that is shown as a percentage: 0.357 is `35.7%`.
pub(super) fn percent(value: f64) -> String {
    format!("{}%", decimal(value * 100.0))
}

/// True if a number format shows percentages: a `%` that is no quoted or escaped sign.
pub(super) fn is_percent(format: &str) -> bool {
    let mut quoted = false;
    let mut signs = format.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => quoted = !quoted,
            '\\' | '_' | '*' if !quoted => drop(signs.next()),
            '%' if !quoted => return true,
            // Formats for negative numbers and the rest.
            ';' if !quoted => return false,
            _ => {}
        }
    }
    false
}

/// A day as people here write it, `15.03.2023`, from year, month and day; the time of a moment is
/// left out unless it is all there is.
pub(super) fn day(year: u16, month: u8, day: u8) -> String {
    format!("{day:02}.{month:02}.{year:04}")
}

/// `2023-03-15`, with or without a time, as people here write it; other texts as they are.
pub(super) fn iso_day(text: &str) -> String {
    let date = text.split('T').next().unwrap_or(text);
    let parts: Vec<&str> = date.split('-').collect();
    match parts[..] {
        [year, month, day] if (year.len(), month.len(), day.len()) == (4, 2, 2) => {
            format!("{day}.{month}.{year}")
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_become_what_was_typed() {
        let cases = [
            (12.0, "12"),
            (0.1 + 0.2, "0.3"),
            (-0.5, "-0.5"),
            (1.0 / 3.0, "0.333333"),
            (2022.0, "2022"),
            (1e-9, "0"),
            (-1e-9, "0"),
            (760_001.0, "760001"),
            (100.0, "100"),
        ];
        for (value, text) in cases {
            assert_eq!(decimal(value), text);
        }
        assert_eq!(percent(0.285), "28.5%");
        assert_eq!(percent(1.0), "100%");
        assert_eq!(percent(2.0 / 3.0), "66.666667%");
    }

    #[test]
    fn formats_tell_percentages() {
        for format in ["0%", "0.0%", "#,##0.00 %", "[Red]0%", "0%;-0%"] {
            assert!(is_percent(format), "{format}");
        }
        for format in ["General", "0.00", "0\" %\"", "0\\%", "0;0%", "@"] {
            assert!(!is_percent(format), "{format}");
        }
    }

    #[test]
    fn days_are_written_as_here() {
        assert_eq!(day(2023, 3, 5), "05.03.2023");
        assert_eq!(iso_day("2023-03-15T00:00:00"), "15.03.2023");
        assert_eq!(iso_day("2023-03-15"), "15.03.2023");
        assert_eq!(iso_day("PT2H"), "PT2H");
    }
}
