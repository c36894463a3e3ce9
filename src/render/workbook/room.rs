//! How much room words take. Programs differ in whether they make a row higher when its words do not
//! fit, and none does for merged cells; so sheets say how high their rows are.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use super::put;

/// The height of a line of words, in points.
const LINE: f64 = 15.0;

/// The widest that a sheet without wide tables is used, in characters: what A4 holds upright.
pub(super) const UPRIGHT: usize = 90;

/// The width of a column that nobody has set, in characters.
const PLAIN: usize = 8;

/// Columns are measured in digits. Of a hundred bold letters so many have room where a hundred digits
/// have; of letters of usual weight, about as many as of digits.
const BOLD: usize = 90;
/// The same of the letters of titles, which are larger too.
const LARGE: usize = 70;

/// How letters are set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    Plain,
    Bold,
    Large,
}

impl Letters {
    /// The height of a line in points.
    fn line(self) -> f64 {
        if self == Self::Large { LINE * 1.3 } else { LINE }
    }
}

/// How many lines a text takes in a width in characters; words that are longer than it are broken.
pub(super) fn lines(text: &str, width: usize, letters: Letters) -> usize {
    let share = match letters {
        Letters::Plain => 100,
        Letters::Bold => BOLD,
        Letters::Large => LARGE,
    };
    // A cell keeps a little room beside its words.
    let room = (width.saturating_sub(1) * share / 100).max(1);
    text.split('\n').map(|part| lines_of(part, room)).sum()
}

fn lines_of(text: &str, room: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in text.split(' ') {
        let long = word.chars().count();
        if used > 0 && used + 1 + long > room {
            lines += 1;
            used = 0;
        }
        used += long + usize::from(used > 0);
        lines += used.saturating_sub(1) / room;
        used = if used > room { used % room } else { used };
    }
    lines
}

/// Makes a row as high as so many lines; one line is what a row has anyway.
pub(super) fn set_height(
    sheet: &mut Worksheet,
    row: u32,
    lines: usize,
    letters: Letters,
) -> Result<(), XlsxError> {
    if lines > 1 {
        sheet.set_row_height(row, letters.line() * lines as f64)?;
    }
    Ok(())
}

/// Words that stand alone in a row: over so many columns, from the first given, as they need.
pub(super) fn across(
    sheet: &mut Worksheet,
    (row, first): (u32, u16),
    text: &str,
    (look, letters): (&Format, Letters),
    widths: &[usize],
) -> Result<(), XlsxError> {
    let mut room: usize = widths.iter().sum();
    let mut columns = widths.len();
    while room < UPRIGHT {
        room += PLAIN;
        columns += 1;
    }
    let lines = lines(text, room, letters);
    if lines == 1 {
        return put(sheet, (row, first), text, look);
    }
    let look = look.clone().set_text_wrap().set_align(rust_xlsxwriter::FormatAlign::Top);
    // A sheet has fewer columns than a number of 16 bits.
    let last = first + (columns - 1) as u16;
    sheet.merge_range(row, first, row, last, &super::clipped(text), &look)?;
    set_height(sheet, row, lines, letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_by_words() {
        let plain = |text: &str, width| lines(text, width, Letters::Plain);
        assert_eq!(plain("", 10), 1);
        assert_eq!(plain("восемь букв и ещё", 18), 1);
        assert_eq!(plain("восемь букв и ещё.", 18), 2);
        assert_eq!(plain("одно\nдва", 18), 2);
        assert_eq!(plain(&"а".repeat(34), 18), 2);
        assert_eq!(plain(&"а".repeat(35), 18), 3);
        assert_eq!(lines("восемь букв и ещё", 18, Letters::Large), 2);
    }
}
