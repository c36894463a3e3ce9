//! The life of schools and municipalities in words: what happened, and what it means for figures.

use super::Report;
use super::view::Label;
use crate::model::ids::{SchoolIx, Year};
use crate::model::life::{Change, ChangeKind, When};
use crate::text::Arg;

impl Report<'_> {
    /// A day in digits, or a year.
    pub(super) fn when(&self, when: When) -> String {
        when.date().map_or_else(|| when.year().to_string(), |date| self.text.day(date))
    }

    /// What happened to a school, without its year: «присоединена школа МОУ Сосновская ООШ».
    pub(super) fn change_words(&self, ix: SchoolIx, change: &Change) -> String {
        let name =
            |key: &str, name: &str| self.say(key, &[("name", self.name(name).as_str().into())]);
        match &change.kind {
            ChangeKind::Opened => self.get("life-opened"),
            ChangeKind::Closed => self.get("life-closed"),
            ChangeKind::Renamed(from) => name("life-renamed", from),
            ChangeKind::Joined(school) => name("life-joined", &self.published.school(*school).name),
            ChangeKind::Moved(from) => {
                let to = self.published.school(ix).municipality_in(change.year);
                let [from, to] = [*from, to].map(|ix| self.municipality_name(ix));
                self.say(
                    "life-moved",
                    &[("from", from.as_str().into()), ("to", to.as_str().into())],
                )
            }
        }
    }

    /// Notes under results and charts of a school: where its line breaks, where it goes on with
    /// another school in it, when it was in another municipality.
    pub(super) fn life_notes(&self, ix: SchoolIx) -> Vec<String> {
        let tested = self.published.tested_years();
        let Some((first, last)) = tested.first().zip(tested.last()) else { return Vec::new() };
        let school = self.published.school(ix);
        let inside = |change: &&Change| *first < change.year && change.year <= *last;
        let note = |change: &Change| {
            let (year, what) = (change.year.to_string(), self.change_words(ix, change));
            let args: [(&str, Arg<'_>); 2] =
                [("year", year.as_str().into()), ("what", what.as_str().into())];
            match &change.kind {
                _ if change.breaks => Some(self.say("life-note-breaks", &args)),
                ChangeKind::Joined(_) => Some(self.say("life-note-continues", &args)),
                ChangeKind::Moved(_) => Some(self.say("life-note-moved", &args)),
                ChangeKind::Opened | ChangeKind::Renamed(_) | ChangeKind::Closed => None,
            }
        };
        school.life.changes.iter().filter(inside).filter_map(note).collect()
    }

    /// Why the list of a year is not compared with that of the year before: what happened to the
    /// school between the results that they were drawn from.
    pub(super) fn why_broken(&self, ix: SchoolIx, from: Year, to: Year) -> Option<String> {
        let life = &self.published.school(ix).life;
        let change = life.break_between(from, to)?;
        Some(self.change_words(ix, change))
    }

    /// Former names of a school and names of schools that joined it, as they stand in lists.
    pub(super) fn former_names(&self, ix: SchoolIx) -> Option<String> {
        let school = self.published.school(ix);
        let joined = school.life.changes.iter().filter_map(|change| match change.kind {
            ChangeKind::Joined(joined) => Some(self.published.school(joined).name.as_str()),
            _ => None,
        });
        let list = |names: Vec<&str>, key: &str| {
            let names: Vec<String> = names.iter().map(|name| self.name(name)).collect();
            let list = names.join("; ");
            (!names.is_empty()).then(|| self.say(key, &[("names", list.as_str().into())]))
        };
        let parts = [
            list(school.life.former_names(&school.name), "life-formerly"),
            list(joined.collect(), "life-with"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join("; "))
    }

    /// A school in a list: its name with a link, and its former names after it.
    pub(super) fn school_label(&self, ix: SchoolIx) -> Label {
        let school = self.published.school(ix);
        let link = format!("schools/{}.html", school.id);
        Label { detail: self.former_names(ix), ..Label::link(self.name(&school.name), link) }
    }
}
