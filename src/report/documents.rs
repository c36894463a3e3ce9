//! Documents in words: what approves a list, a measure, a system of support.

use super::Report;
use super::view::Label;
use crate::model::date::Date;

impl Report<'_> {
    /// «Приказ № 12 от 13 февраля 2023 г. «О перечне школ»»; `None` if the data has no such document.
    pub(super) fn document(&self, id: &str) -> Option<Label> {
        let table = self.published.data("documents")?;
        let ids = table.column("id")?;
        let row =
            (0..table.len()).find(|row| table.value(*row, ids).key().as_deref() == Some(id))?;
        let text = |name: &str| table.value(row, table.column(name)?).key();
        let number = text("number").map(|n| self.say("document-number", &[("n", (&n).into())]));
        let date = text("date").and_then(|date| Date::parse(&date));
        let date =
            date.map(|date| self.say("document-date", &[("date", (&self.text.date(date)).into())]));
        let title = text("title").map(|title| self.quoted(&title));
        let words = [text("kind"), number, date, title].into_iter().flatten();
        let words = words.collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then(|| Label::text(super::findings::capital(&words)))
    }
}
