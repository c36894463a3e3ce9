//! What is known of procedures in years: not held, held in another season, not comparable. Said as
//! notes under tables and charts, and in full on the page of a procedure.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::capital;
use super::{Report, count};
use crate::method::{AttributeKind, Conditions, Entry, EntryKind, Measure, Over, TableSpec};
use crate::model::dataset::{ProcedureYear, Season};
use crate::model::ids::{ProcedureIx, SchoolIx, Year};
use crate::model::tabulation::{Tabulation, Unit};

/// Years of a procedure that a table or a chart speaks of.
pub(super) type Told = BTreeSet<(ProcedureIx, Year)>;

/// What is known of the same procedures in one year or several.
struct YearsNote<'a> {
    years: Vec<Year>,
    procedures: Vec<ProcedureIx>,
    facts: String,
    note: &'a str,
}

impl Report<'_> {
    /// What is known of a procedure in a year, as words of one sentence: «осень; с предыдущим годом
    /// не сравнивается»; nothing if nothing is out of the ordinary.
    pub(super) fn year_facts(&self, known: &ProcedureYear) -> Vec<String> {
        let mut facts = Vec::new();
        if !known.held {
            facts.push(self.get("years-not-held"));
        }
        facts.extend(known.season.map(|season| self.season(season)));
        if !known.comparable {
            facts.push(self.get("years-not-comparable"));
        }
        facts
    }

    /// «осень».
    pub(super) fn season(&self, season: Season) -> String {
        self.get(match season {
            Season::Winter => "season-winter",
            Season::Spring => "season-spring",
            Season::Summer => "season-summer",
            Season::Autumn => "season-autumn",
        })
    }

    /// Notes under a small chart of a procedure: why its line breaks. The reasons in full stand under
    /// the table beside it.
    pub(super) fn notes_of_procedure(&self, procedure: ProcedureIx) -> Vec<String> {
        let years = self.published.tested_years().iter();
        let known = years.filter_map(|year| self.published.procedure_year(procedure, *year));
        let brief = |known: &ProcedureYear| {
            let (year, facts) = (known.year.to_string(), self.year_facts(known).join("; "));
            let args = [("year", year.as_str().into()), ("facts", facts.as_str().into())];
            (!known.held || !known.comparable).then(|| self.say("years-note", &args))
        };
        known.filter_map(brief).collect()
    }

    /// Footnotes of a table: for each year and what is known of it, the procedures it is known of.
    /// Years of which the same is known share a note.
    pub(super) fn notes_of_years(&self, told: &Told) -> Vec<String> {
        let mut alike: BTreeMap<(Year, Vec<String>, &str), Vec<ProcedureIx>> = BTreeMap::new();
        for (procedure, year) in told {
            let Some(known) = self.published.procedure_year(*procedure, *year) else { continue };
            let key = (*year, self.year_facts(known), known.note.as_str());
            alike.entry(key).or_default().push(known.procedure);
        }
        let mut notes: Vec<YearsNote<'_>> = Vec::new();
        for ((year, facts, note), procedures) in alike {
            let facts = facts.join("; ");
            let same = |other: &&mut YearsNote<'_>| {
                (&other.procedures, &other.facts, other.note) == (&procedures, &facts, note)
            };
            match notes.iter_mut().find(same) {
                Some(other) => other.years.push(year),
                None => notes.push(YearsNote { years: vec![year], procedures, facts, note }),
            }
        }
        notes.iter().filter_map(|note| self.years_note(note)).collect()
    }

    /// «2020 год, «ВПР, математика, 5 класс»: осень; с предыдущим годом не сравнивается. Причина.»
    fn years_note(&self, note: &YearsNote<'_>) -> Option<String> {
        let method = self.published.method();
        let title = |procedure: &ProcedureIx| self.quoted(&method.procedure(*procedure).title);
        let titles: Vec<String> = note.procedures.iter().map(title).collect();
        let years: Vec<String> = note.years.iter().map(Year::to_string).collect();
        let (years, what) = (self.text.list(&years), self.text.list(&titles));
        let args = [
            ("n", count(note.years.len())),
            ("years", years.as_str().into()),
            ("facts", note.facts.as_str().into()),
            ("what", what.as_str().into()),
        ];
        let said = match (note.facts.is_empty(), note.note.is_empty()) {
            (true, true) => return None,
            (true, false) => self.say("years-note-bare-of", &args),
            (false, _) => self.say("years-note-of", &args),
        };
        match note.note.is_empty() {
            true => Some(said),
            false => Some(format!("{said} {}", self.sentence(note.note))),
        }
    }

    /// Words of the data as a sentence: with a capital letter and a full stop.
    pub(super) fn sentence(&self, words: &str) -> String {
        let words = capital(words.trim());
        let ended = words.ends_with(['.', '!', '?', '…']);
        self.name(&if ended { words } else { format!("{words}.") })
    }

    /// Why the current year is not compared with the baseline year, if it is not.
    pub(super) fn why_not_comparable(&self, procedure: ProcedureIx) -> Option<String> {
        let years = self.published.method().years;
        let known = self.published.procedure_break(procedure, years.baseline, years.current)?;
        let from = years.baseline.to_string();
        let said = self.say("years-lead-current", &[("from", from.as_str().into())]);
        Some(match known.note.is_empty() {
            true => said,
            false => format!("{said} {}", self.sentence(&known.note)),
        })
    }

    /// Footnotes of a declared table: years that it compares or shows and that are out of the
    /// ordinary, and schools whose change it cannot tell.
    pub(super) fn notes_of_table(&self, table: &Tabulation) -> Vec<String> {
        let specs = &self.published.method().tables;
        let Some(spec) = specs.iter().find(|spec| spec.id.value == table.id.as_str()) else {
            return Vec::new();
        };
        let changes = self.changes_in(spec);
        let mut notes = self.notes_of_years(&self.told_by(spec, &changes));
        if let (Some(from), Some(to)) =
            (changes.iter().map(|(from, _)| *from).min(), changes.iter().map(|(_, to)| *to).max())
        {
            notes.extend(self.broken_note(table, from, to));
        }
        notes
    }

    /// «У 2 школ ряд прерван …».
    fn broken_note(&self, table: &Tabulation, from: Year, to: Year) -> Option<String> {
        let schools: BTreeSet<SchoolIx> = table
            .cells
            .iter()
            .flat_map(|cell| cell.members.iter().map(|unit: &Unit| unit.school))
            .filter(|ix| self.published.school(*ix).life.break_between(from, to).is_some())
            .collect();
        let n = count(schools.len());
        (!schools.is_empty()).then(|| self.say("life-table-note", &[("n", n)]))
    }

    /// The spans of tested years that attributes of a table compare.
    fn changes_in(&self, spec: &TableSpec) -> BTreeSet<(Year, Year)> {
        let attributes = &self.published.method().attributes;
        let mut names: Vec<&str> = Vec::new();
        for entry in spec.rows.iter().chain(&spec.columns) {
            names_of_entry(entry, &mut names);
        }
        names_of(&spec.conditions, &mut names);
        names_of(&spec.count, &mut names);
        let mut spans = BTreeSet::new();
        let mut at = 0;
        while let Some(name) = names.get(at).copied() {
            at += 1;
            let Some(attribute) = attributes.iter().find(|a| a.id.value == name) else { continue };
            match &attribute.kind {
                AttributeKind::Dynamics { from, to } => {
                    spans.insert((*from, *to));
                }
                AttributeKind::Transition { from, to }
                | AttributeKind::ListChange { years: Some((from, to)), .. } => {
                    spans.insert((from.previous(), to.previous()));
                }
                AttributeKind::Cases { cases } => {
                    for case in cases {
                        let new = case.conditions.0.iter().map(|(name, _)| name.value.as_str());
                        let unseen: Vec<&str> = new.filter(|name| !names.contains(name)).collect();
                        names.extend(unseen);
                    }
                }
                _ => {}
            }
        }
        spans
    }

    /// The procedures and years that a table shows or compares and of which something is known.
    fn told_by(&self, spec: &TableSpec, changes: &BTreeSet<(Year, Year)>) -> Told {
        let method = self.published.method();
        let Over::Schools { procedures: Some(named), years } = &spec.over else {
            return Told::new();
        };
        let procedures: Vec<ProcedureIx> = match named.as_slice() {
            [] => method.procedure_indices().collect(),
            named => named.iter().filter_map(|name| method.procedure_ix(&name.value)).collect(),
        };
        let shown: BTreeSet<Year> = match (spec.measure, years.as_deref()) {
            (Measure::FailingShare(_), Some([])) => {
                self.published.tested_years().iter().copied().collect()
            }
            (Measure::FailingShare(_), Some(years)) => years.iter().copied().collect(),
            (Measure::FailingShare(Some(year)), None) => BTreeSet::from([year]),
            _ => BTreeSet::new(),
        };
        let several = shown.len() > 1;
        let mut told = Told::new();
        for procedure in procedures {
            let of = |year: &Year| self.published.procedure_year(procedure, *year);
            // One year alone is compared with none: that it was not held is all there is to say.
            let shown = shown.iter().filter(|year| of(year).is_some_and(|p| several || !p.held));
            told.extend(shown.map(|year| (procedure, *year)));
            for (from, to) in changes {
                let within = (from.0 + 1..=to.0).map(Year);
                let broken = within.filter(|year| of(year).is_some_and(|known| !known.comparable));
                let ends = [*from, *to].into_iter();
                let missed = ends.filter(|year| of(year).is_some_and(|known| !known.held));
                told.extend(broken.chain(missed).map(|year| (procedure, year)));
            }
        }
        told
    }
}

fn names_of<'a>(conditions: &'a Conditions, names: &mut Vec<&'a str>) {
    names.extend(conditions.0.iter().map(|(name, _)| name.value.as_str()));
}

fn names_of_entry<'a>(entry: &'a Entry, names: &mut Vec<&'a str>) {
    match &entry.kind {
        EntryKind::Attribute { attribute, .. } => names.push(&attribute.value),
        EntryKind::Where { conditions, base, .. } => {
            names_of(conditions, names);
            base.iter().for_each(|base| names_of(base, names));
        }
        EntryKind::By { columns, .. } => {
            columns.values().for_each(|conditions| names_of(conditions, names));
        }
        EntryKind::Sum { .. } | EntryKind::Difference { .. } => {}
    }
}
