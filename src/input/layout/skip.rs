//! Rows that are no data: totals, notes, headings that are repeated; and whether totals are true.

use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::input::fold::{fold, one_line};

/// Beginnings of rows that sum up what stands above them.
const TOTALS: [&str; 4] = ["итого", "всего", "общийитог", "итог"];

/// Rows that sum up in another way.
const OTHERS: [&str; 7] = [
    "средние",
    "среднее",
    "среднеезначение",
    "среднийпоказатель",
    "среднийбалл",
    "минимальнаяграница",
    "максимальнаяграница",
];

/// Beginnings of notes under a table, if nothing else stands in their row.
const NOTES: [&str; 8] =
    ["*", "примечани", "источник", "исполнител", "составил", "ответственн", "поданным", "датаформ"];

/// Why a row is no data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Skip {
    /// It sums up the rows above it.
    Total,
    /// It is something else than data.
    Other,
}

/// What the first words of a row, the only ones of it or not, say of it.
pub(crate) fn by_words(text: &str, alone: bool, stated: &[String]) -> Option<Skip> {
    let said = fold(text);
    // A word must end there: «Всегодичи» is a village.
    let begins = |word: &str| {
        let rest = one_line(text).to_lowercase();
        let rest = rest.replace('ё', "е");
        rest.strip_prefix(word).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    };
    if stated.iter().any(|stated| said.starts_with(&fold(stated))) {
        return Some(Skip::Other);
    }
    if begins("общий итог") || TOTALS.iter().any(|word| begins(word)) {
        return Some(Skip::Total);
    }
    let is = |known: &&str| said == fold(known) || said == format!("{}:", fold(known));
    if OTHERS.iter().any(is) {
        return Some(Skip::Other);
    }
    (alone && NOTES.iter().any(|note| said.starts_with(&fold(note)))).then_some(Skip::Other)
}

/// Sums of a column: of all rows, and of those since the last total.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    all: u64,
    since: u64,
}

impl Sum {
    pub fn add(&mut self, count: u64) {
        self.all = self.all.saturating_add(count);
        self.since = self.since.saturating_add(count);
    }

    /// Compares with a total; a total of neither all rows nor those since the last is reported.
    pub fn check(&mut self, total: u64, column: &str, place: Place, faults: &mut Diagnostics) {
        if total != self.all && total != self.since {
            // The sum that was meant is the nearer one.
            let nearer = total.abs_diff(self.since) < total.abs_diff(self.all);
            faults.push(
                Diagnostic::new(Code::TotalMismatch)
                    .at(place)
                    .with("value", total)
                    .with("other", if nearer { self.since } else { self.all })
                    .with("column", column),
            );
        }
    }

    /// A total has ended a part of the table.
    pub fn close(&mut self) {
        self.since = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_and_notes_are_known_by_their_words() {
        let stated = ["По району".to_owned()];
        let skip = |text, alone| by_words(text, alone, &stated);
        for text in ["Итого", "ВСЕГО:", "Итого по району", "Общий\u{A0}итог", "Всего участников"]
        {
            assert_eq!(skip(text, false), Some(Skip::Total), "{text}");
        }
        for text in ["Средние", "Минимальная граница", "По району в целом", "среднее значение:"]
        {
            assert_eq!(skip(text, false), Some(Skip::Other), "{text}");
        }
        assert_eq!(skip("* без вечерних школ", true), Some(Skip::Other));
        assert_eq!(skip("Примечание. Без вечерних школ", true), Some(Skip::Other));
        for text in ["Средняя школа № 5", "Всегодичская ОШ", "Итоговая школа", "sch-1", ""]
        {
            assert_eq!(skip(text, true), None, "{text}");
        }
        assert_eq!(skip("Источник", false), None);
    }

    #[test]
    fn a_total_is_of_all_or_of_the_part() {
        let mut faults = Diagnostics::new();
        let place = Place::whole(crate::diag::SourceId(0));
        let mut sum = Sum::default();
        sum.add(1);
        sum.add(2);
        sum.check(3, "n", place, &mut faults);
        sum.close();
        sum.add(4);
        sum.check(4, "n", place, &mut faults);
        sum.close();
        sum.check(7, "n", place, &mut faults);
        assert!(faults.is_empty());
        sum.check(8, "n", place, &mut faults);
        assert_eq!(faults.len(), 1);
    }
}
